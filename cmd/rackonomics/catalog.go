package main

import (
	"bytes"
	"slices"

	"github.com/goccy/go-json"
	"github.com/spf13/cobra"

	"rackonomics/engine/calendar"
	"rackonomics/engine/model"
	"rackonomics/engine/scenario"
	"rackonomics/engine/spreadsheet"
	"rackonomics/scenarios"
)

// catalog is what the page knows of the model before it runs it.
type catalog struct {
	Scopes          []scopeEntry      `json:"scopes"`
	Inputs          []inputEntry      `json:"inputs"`
	Horizon         []inputEntry      `json:"horizon"` // the document's own inputs
	Rows            []rowEntry        `json:"rows"`
	Scenarios       []scenarioEntry   `json:"scenarios"`
	Printed         printedEntry      `json:"printed"`
	Sections        []sectionEntry    `json:"sections"`
	ViewWords       map[string]string `json:"view_words"`       // other words that people look for views by
	LargestDocument int               `json:"largest_document"` // bytes
	LargestWorkbook int               `json:"largest_workbook"` // bytes
	FirstMonth      string            `json:"first_month"`      // that a scenario may name
	LastMonth       string            `json:"last_month"`

	// How numbers and switches are typed.
	Scales      map[string]int    `json:"scales"`
	RatioUnits  map[string]int    `json:"ratio_units"`
	UnitWords   map[string]string `json:"unit_words"`
	SwitchWords map[string]bool   `json:"switch_words"`
}

// printedEntry names the views of the report.
type printedEntry struct {
	Answer    string   `json:"answer"`
	Figures   string   `json:"figures"`
	Site      string   `json:"site"`
	Charts    []string `json:"charts"`
	Statement string   `json:"statement"`
	Table     string   `json:"table"`
	Width     int      `json:"width"`
	Height    int      `json:"height"`
}

// sectionEntry is a part of the page, with the views that it has where a scenario has them.
type sectionEntry struct {
	Name  string   `json:"name"`
	Title string   `json:"title"`
	Views []string `json:"views,omitempty"`
	Words string   `json:"words,omitempty"`
}

type scopeEntry struct {
	Name   string           `json:"name"`
	Title  string           `json:"title"`
	Noun   string           `json:"noun"`
	Plural string           `json:"plural"`
	Parent string           `json:"parent,omitempty"` // only where it has to be named
	Single bool             `json:"single"`
	Most   int              `json:"most,omitempty"`
	Note   string           `json:"note"`
	Begins []beginningEntry `json:"begins,omitempty"`

	Whose    scenario.Whose `json:"whose"` // whether there is one
	Foremost bool           `json:"foremost,omitempty"`
}

// beginningEntry is what a new thing is given of an input: a value, or a month of
// the scenario and how many months after it.
type beginningEntry struct {
	Input string          `json:"input"`
	Value any             `json:"value,omitempty"`
	From  scenario.Anchor `json:"from,omitempty"`
	Later int             `json:"later,omitempty"`
}

type inputEntry struct {
	Name    string            `json:"name"`
	Scope   string            `json:"scope"`
	Title   string            `json:"title"`
	Words   string            `json:"words,omitempty"`
	Unit    string            `json:"unit"`
	Kind    scenario.Kind     `json:"kind"`
	Display string            `json:"display,omitempty"`
	Default any               `json:"default"`
	Min     *float64          `json:"min,omitempty"`
	Max     *float64          `json:"max,omitempty"`
	Step    *float64          `json:"step,omitempty"`
	Whole   bool              `json:"whole,omitempty"` // counted in whole numbers
	Options []scenario.Option `json:"options,omitempty"`
	Endless string            `json:"endless,omitempty"` // what last_month means here, in words
	Profile bool              `json:"profile"`
	Whose   scenario.Whose    `json:"whose"`
	Group   string            `json:"group"`
	When    string            `json:"when,omitempty"`
	Note    string            `json:"note,omitempty"`
	Sources []sourceEntry     `json:"sources,omitempty"`
}

type sourceEntry struct {
	Label      string              `json:"label"`
	URL        string              `json:"url,omitempty"`
	Date       string              `json:"date,omitempty"`
	Value      any                 `json:"value,omitempty"`
	Confidence scenario.Confidence `json:"confidence"`
}

type rowEntry struct {
	Name    string `json:"name"`
	Title   string `json:"title"`
	Unit    string `json:"unit"`
	Kind    string `json:"kind"`
	Percent bool   `json:"percent,omitempty"`
	Formula string `json:"formula"`
	Note    string `json:"note"`
}

type scenarioEntry struct {
	Name  string `json:"name"`
	Title string `json:"title"`
}

func newCatalogCommand() *cobra.Command {
	var notes bool
	command := &cobra.Command{
		Use:    "catalog [--notes]",
		Short:  "Print scopes, inputs, rows and scenarios as JSON, for building the page; or what the inputs mean, by name",
		Hidden: true,
		Args:   takes(),
		RunE: func(command *cobra.Command, _ []string) error {
			if notes {
				return printJSON(command, inputNotes())
			}
			shipped, err := scenarioEntries()
			if err != nil {
				return err
			}
			return printJSON(command, catalog{scopeEntries(), withoutNotes(model.Scenario.Inputs()), withoutNotes(model.Scenario.Horizon()), rowEntries(), shipped, printedEntry(model.Printed), sectionEntries(), viewWords(), scenario.LargestDocument, spreadsheet.LargestFile,
				calendar.First.String(), calendar.Last.String(), scenario.Scales, scenario.RatioUnits, scenario.UnitWords, scenario.SwitchWords})
		},
	}
	command.Flags().BoolVar(&notes, "notes", false, "what the inputs mean, which the page loads later")
	return command
}

// withoutNotes is what the page needs of inputs at first.
func withoutNotes(inputs []*scenario.Input) []inputEntry {
	entries := inputEntries(inputs)
	for i := range entries {
		entries[i].Note = ""
	}
	return entries
}

func inputNotes() map[string]string {
	notes := map[string]string{}
	for _, in := range slices.Concat(model.Scenario.Horizon(), model.Scenario.Inputs()) {
		notes[in.Name] = in.Note
	}
	return notes
}

func printJSON(command *cobra.Command, value any) error {
	return printData(command, func(out *bytes.Buffer) error {
		encoder := json.NewEncoder(out)
		encoder.SetEscapeHTML(false)
		return encoder.Encode(value)
	})
}

func sectionEntries() []sectionEntry {
	var entries []sectionEntry
	for _, section := range model.Sections {
		entries = append(entries, sectionEntry(section))
	}
	return entries
}

func viewWords() map[string]string {
	words := map[string]string{}
	for i := range model.Views {
		if view := &model.Views[i]; view.Words != "" {
			words[view.Name] = view.Words
		}
	}
	return words
}

func scopeEntries() []scopeEntry {
	var entries []scopeEntry
	for _, scope := range model.Scenario.Scopes() {
		entry := scopeEntry{Name: scope.Name, Title: scope.Title, Noun: scope.Noun, Plural: scope.Plural, Single: scope.Single, Most: scope.Most, Note: scope.Note,
			Begins: beginningEntries(scope), Whose: scope.Whose, Foremost: scope.Foremost}
		if parent := model.Scenario.NamedParent(scope); parent != nil {
			entry.Parent = parent.Name
		}
		entries = append(entries, entry)
	}
	return entries
}

func beginningEntries(scope *scenario.Scope) []beginningEntry {
	var entries []beginningEntry
	for _, given := range scope.Begins {
		in := model.Scenario.FindInput(scope.Name + "." + given.Input)
		entry := beginningEntry{Input: given.Input}
		if value, fixed := given.Value(in); fixed {
			entry.Value = in.Plain(value)
		} else {
			entry.From, entry.Later = given.From, given.Later
		}
		entries = append(entries, entry)
	}
	return entries
}

func inputEntries(inputs []*scenario.Input) []inputEntry {
	var entries []inputEntry
	for _, in := range inputs {
		entry := inputEntry{Name: in.Name, Scope: in.Scope(), Title: in.Title, Words: in.Words, Unit: in.Unit, Kind: in.Kind, Default: in.Plain(in.DefaultValue()),
			Options: in.Options, Endless: in.Endless, Profile: in.MayVary, Whose: in.Whose, Group: in.Group, When: in.OnlyWith, Note: in.Note, Sources: sourceEntries(in)}
		if in.Percent {
			entry.Display = "percent"
		}
		if in.Kind == scenario.Number {
			entry.Min, entry.Max, entry.Step, entry.Whole = &in.Min, &in.Max, &in.Step, in.Counted()
		}
		entries = append(entries, entry)
	}
	return entries
}

func sourceEntries(in *scenario.Input) []sourceEntry {
	var entries []sourceEntry
	for _, source := range in.Sources {
		entry := sourceEntry{Label: source.Label, URL: source.URL, Date: source.Date, Confidence: source.Confidence}
		if source.Value != nil {
			entry.Value = in.Plain(*source.Value)
		}
		entries = append(entries, entry)
	}
	return entries
}

func rowEntries() []rowEntry {
	var entries []rowEntry
	for _, row := range model.Rows {
		entries = append(entries, rowEntry{row.Name, row.Title(), row.Unit, row.Kind.String(), row.Percent, row.Formula, row.Note})
	}
	return entries
}

func scenarioEntries() ([]scenarioEntry, error) {
	var entries []scenarioEntry
	for _, name := range scenarios.Names {
		document, err := scenarios.Load(name)
		if err != nil {
			return nil, err
		}
		entries = append(entries, scenarioEntry{document.Name, document.Title})
	}
	return entries, nil
}
