package main

import (
	"errors"
	"fmt"
	"io"
	"os"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"rackonomics/engine/headline"
	"rackonomics/engine/link"
	"rackonomics/engine/model"
	"rackonomics/engine/scenario"
	"rackonomics/engine/session"
	"rackonomics/scenarios"
)

// opened is a scenario as the command line names it.
type opened struct {
	base    *scenario.Document
	changes []scenario.Change // of the link, then those of --set
	view    link.View
	damaged bool // a part of the link could not be used
}

// openArgument opens the SCENARIO of a command line. What is to be known of a
// link goes to standard error.
func openArgument(command *cobra.Command, argument string) (*opened, error) {
	switch {
	case slices.Contains(scenarios.Names, argument):
		document, err := scenarios.Load(argument)
		return &opened{base: document}, err
	case link.Looks(argument):
		return openLink(command, argument)
	}
	document, err := readDocument(command, argument)
	return &opened{base: document}, err
}

// openWhole is openArgument with the changes of --set, for commands that make
// something of the whole scenario and so must not go on with part of a link.
func openWhole(command *cobra.Command, argument string, settings []string) (*opened, error) {
	var changes []scenario.Change
	for _, setting := range settings {
		change, err := scenario.ParseSetting(setting)
		if err != nil {
			return nil, usageError{fmt.Errorf("--set: %w", err)}
		}
		changes = append(changes, change)
	}
	scenario, err := openArgument(command, argument)
	if err != nil {
		return nil, err
	}
	if scenario.damaged {
		return nil, errors.New(`link: it is not whole; "rackonomics open" prints what could be read of it`)
	}
	scenario.changes = append(scenario.changes, changes...)
	return scenario, nil
}

func (o *opened) run(patterns ...string) (*session.Result, error) {
	return session.New(o.base, patterns...).Run(o.changes)
}

func openLink(command *cobra.Command, text string) (*opened, error) {
	state, notices, err := link.Decode(model.Scenario, text)
	if err != nil {
		return nil, fmt.Errorf("link: %w", err)
	}
	document, changes, more, err := state.Open(scenarios.Find, scenarios.Load)
	if err != nil {
		return nil, fmt.Errorf("link: %w", err)
	}
	notices = append(notices, more...)
	found := &opened{base: document, changes: changes, view: state.View}
	if result, err := found.run(headline.Patterns...); err == nil {
		notices = append(notices, link.Compare(state.Fingerprint, headline.Figures(result.Table))...)
	}
	for _, notice := range notices {
		fmt.Fprintf(command.ErrOrStderr(), "link: %s\n", notice.Text)
		found.damaged = found.damaged || notice.Level == link.Error
	}
	return found, nil
}

// readDocument reads a document from a file, or from standard input for "-".
func readDocument(command *cobra.Command, name string) (*scenario.Document, error) {
	var source io.Reader = command.InOrStdin()
	if name != "-" {
		file, err := os.Open(name)
		if errors.Is(err, os.ErrNotExist) {
			return nil, fmt.Errorf("%s: there is no such file, and no shipped scenario of that name; there are %s", name, strings.Join(scenarios.Names, ", "))
		}
		if err != nil {
			return nil, fmt.Errorf("%s: %w", name, withoutPath(err))
		}
		defer file.Close()
		source = file
	}
	data, err := io.ReadAll(io.LimitReader(source, scenario.LargestDocument+1))
	if err != nil {
		return nil, fmt.Errorf("%s: %w", name, withoutPath(err))
	}
	return model.Scenario.Decode(data)
}

// withoutPath takes the name of the file out of an error that is written after it.
func withoutPath(err error) error {
	var inFile *os.PathError
	if errors.As(err, &inFile) {
		return inFile.Err
	}
	return err
}
