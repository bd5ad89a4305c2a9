package main

import (
	"bytes"
	"cmp"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"rackonomics/engine/scenario"
	"rackonomics/engine/session"
)

func newStoryCommand() *cobra.Command {
	var format string
	command := &cobra.Command{
		Use:   "story SCENARIO",
		Short: "Print the story of a scenario, with its figures",
		Long: "Print the story that a scenario holds, step by step, with the figures of what each step shows and its sources.\n\n" +
			"Of a link it is the story of its base; the figures are those of the steps, whatever the link changes.",
		Example: "  rackonomics story half-the-data-center\n  rackonomics story half-the-data-center --format json",
		Args:    takes("SCENARIO"),
		RunE: func(command *cobra.Command, arguments []string) error {
			if err := checkFormat(format, "text", "json"); err != nil {
				return err
			}
			opened, err := openArgument(command, arguments[0])
			if err != nil {
				return err
			}
			told, err := tellStory(opened.Base)
			if err != nil {
				return err
			}
			if format == "json" {
				return printJSON(command, storyAsJSON(opened.Base, told))
			}
			return printText(command, func(out *bytes.Buffer) error {
				writeStory(out, opened.Base, told)
				return nil
			})
		},
	}
	addFormat(command, &format, "text", "json")
	return command
}

func tellStory(base *scenario.Document) ([]*session.Told, error) {
	if len(base.Story.Steps) == 0 {
		return nil, fmt.Errorf("%s: this scenario tells no story", base.Name)
	}
	told := make([]*session.Told, len(base.Story.Steps))
	from := session.New(base)
	for at := range told {
		var err error
		if told[at], err = from.TellStep(at); err != nil {
			return nil, err
		}
	}
	return told, nil
}

func writeStory(out *bytes.Buffer, base *scenario.Document, told []*session.Told) {
	fmt.Fprintf(out, "%s\n", strings.Join(present(base.Story.Title, strings.TrimSpace(base.Title+" ("+base.Name+")")), ": "))
	for at, step := range told {
		fmt.Fprintf(out, "\n%s\n", strings.Join(present(fmt.Sprintf("%d of %d", at+1, len(told)), step.Step.Title), ". "))
		for _, paragraph := range step.Paragraphs {
			fmt.Fprintf(out, "\n%s\n", proseText(paragraph))
		}
		fmt.Fprintf(out, "\nShows %s\n", shownText(base, step.Step))
		for _, source := range step.Step.Sources {
			fmt.Fprintf(out, "Source (%s): %s\n", source.Confidence, strings.Join(present(source.Label, source.Date, source.URL), ", "))
		}
	}
	fmt.Fprintln(out, "\nAn illustration, not advice.")
}

// present leaves out what is empty.
func present(texts ...string) (list []string) {
	for _, text := range texts {
		if text != "" {
			list = append(list, text)
		}
	}
	return list
}

// shownText is what a step shows as one would ask for it on the command line.
func shownText(base *scenario.Document, step *scenario.StoryStep) string {
	text := cmp.Or(step.Base, base.Name)
	for _, change := range step.Changes {
		text += " --set " + change.Setting()
	}
	if step.View != "" {
		text += ", view " + step.View
	}
	if step.Month != nil {
		text += ", " + step.Month.String()
	}
	return text
}

func proseText(pieces []session.ToldPiece) string {
	var text strings.Builder
	for _, piece := range pieces {
		switch {
		case piece.Value != nil:
			text.WriteString(figureText(*piece.Value))
		case piece.Address != "":
			fmt.Fprintf(&text, "%s (%s)", piece.Words, piece.Address)
		case piece.Sets != nil:
			fmt.Fprintf(&text, "%s (--set %s)", piece.Words, piece.Sets.Setting())
		default:
			text.WriteString(piece.Words)
		}
	}
	return text.String()
}

type storyOutput struct {
	Scenario string       `json:"scenario"`
	Title    string       `json:"title"`
	Steps    []stepOutput `json:"steps"`
}

type stepOutput struct {
	Title   string          `json:"title"`
	Base    string          `json:"base"`
	Changes []string        `json:"changes"` // as path=value
	View    string          `json:"view"`
	Month   string          `json:"month"`
	Text    [][]pieceOutput `json:"text"` // paragraphs
	Sources []sourceOutput  `json:"sources"`
}

type pieceOutput struct {
	Words      string      `json:"words,omitempty"`
	Emphasised bool        `json:"emphasised,omitempty"`
	Address    string      `json:"address,omitempty"`
	Sets       string      `json:"sets,omitempty"`
	Place      string      `json:"place,omitempty"`
	Value      valueOutput `json:"value,omitempty"`
	Unit       string      `json:"unit,omitempty"`
}

type sourceOutput struct {
	Label      string `json:"label"`
	Address    string `json:"address"`
	Date       string `json:"date"`
	Confidence string `json:"confidence"`
}

func storyAsJSON(base *scenario.Document, told []*session.Told) storyOutput {
	output := storyOutput{Scenario: base.Name, Title: base.Story.Title}
	for _, step := range told {
		one := stepOutput{Title: step.Step.Title, Base: cmp.Or(step.Step.Base, base.Name), Changes: []string{}, View: step.Step.View, Sources: []sourceOutput{}}
		if step.Step.Month != nil {
			one.Month = step.Step.Month.String()
		}
		for _, change := range step.Step.Changes {
			one.Changes = append(one.Changes, change.Setting())
		}
		for _, paragraph := range step.Paragraphs {
			pieces := []pieceOutput{}
			for _, piece := range paragraph {
				pieces = append(pieces, pieceAsJSON(piece))
			}
			one.Text = append(one.Text, pieces)
		}
		for _, source := range step.Step.Sources {
			one.Sources = append(one.Sources, sourceOutput{source.Label, source.URL, source.Date, string(source.Confidence)})
		}
		output.Steps = append(output.Steps, one)
	}
	return output
}

func pieceAsJSON(piece session.ToldPiece) pieceOutput {
	output := pieceOutput{Words: piece.Words, Emphasised: piece.Emphasised, Address: piece.Address, Sets: piece.Setting}
	if piece.Value != nil {
		output.Place, output.Value, output.Unit = piece.Place.String(), valueAsJSON(*piece.Value), piece.Value.Unit
	}
	return output
}
