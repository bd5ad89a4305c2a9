package main

import (
	"errors"
	"fmt"
	"io"
	"os"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"rackonomics/engine/link"
	"rackonomics/engine/model"
	"rackonomics/engine/scenario"
	"rackonomics/engine/session"
	"rackonomics/scenarios"
)

// openArgument opens the SCENARIO of a command line. What is to be known of a
// link goes to standard error.
func openArgument(command *cobra.Command, argument string) (*session.Opened, error) {
	switch {
	case argument == "":
		return nil, usageError{errors.New(`SCENARIO is empty; a shipped name, a file or a link is expected`)}
	case slices.Contains(scenarios.Names, argument):
		return session.OpenName(argument)
	case link.Looks(argument):
		return openLink(command, argument)
	}
	return openFile(command, argument)
}

// openWhole is openArgument with the changes of --set, for commands that make
// something of the whole scenario and so must not go on with part of a link.
func openWhole(command *cobra.Command, argument string, settings []string) (*session.Opened, error) {
	var changes []scenario.Change
	var unread scenario.Problems
	for _, setting := range settings {
		change, err := model.Scenario.ParseSetting(setting)
		var problems scenario.Problems
		switch {
		case errors.As(err, &problems):
			unread = append(unread, problems...)
		case err != nil:
			return nil, usageError{fmt.Errorf("--set: %w", err)}
		default:
			changes = append(changes, change)
		}
	}
	opened, err := openArgument(command, argument)
	if err != nil {
		return nil, err
	}
	if opened.Damaged() {
		return nil, errors.New(`link: it is not whole; "rackonomics open" prints what could be read of it`)
	}
	opened.Changes = append(opened.Changes, changes...)
	if unread != nil {
		return nil, append(unread, refused(opened)...)
	}
	if len(changes) > 0 {
		tellIdle(command, opened, changes)
	}
	return opened, nil
}

// tellIdle says on standard error which of the changes change nothing, since another
// input of the thing is not as they need it. What cannot be applied is refused later.
func tellIdle(command *cobra.Command, opened *session.Opened, changes []scenario.Change) {
	document, err := opened.Base.Apply(opened.Changes)
	if err != nil {
		return
	}
	for _, change := range changes {
		instance, in, err := document.Locate(change.Path)
		if err != nil {
			continue
		}
		if idle := document.Idle(instance, in); idle != nil {
			fmt.Fprintf(command.ErrOrStderr(), "%s: %s\n", change.Path, idle.SaysIdle())
		}
	}
}

// refused gives what is wrong with the changes, so that one answer names every mistake.
func refused(opened *session.Opened) (problems scenario.Problems) {
	_, err := opened.Base.Apply(opened.Changes)
	errors.As(err, &problems)
	return problems
}

func openLink(command *cobra.Command, text string) (*session.Opened, error) {
	opened, err := session.OpenLink(text)
	if err != nil {
		return nil, fmt.Errorf("link: %w", err)
	}
	for _, notice := range opened.Notices {
		fmt.Fprintf(command.ErrOrStderr(), "link: %s\n", notice.Text)
	}
	return opened, nil
}

// openFile opens a document from a file, or from standard input for "-".
func openFile(command *cobra.Command, name string) (*session.Opened, error) {
	var source io.Reader = command.InOrStdin()
	if name != "-" {
		file, err := os.Open(name)
		if errors.Is(err, os.ErrNotExist) {
			return nil, unknownFile(name)
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
	return session.OpenDocument(data)
}

// withoutPath takes the name of the file out of an error that is written after it.
func withoutPath(err error) error {
	var inFile *os.PathError
	if errors.As(err, &inFile) {
		return inFile.Err
	}
	return err
}

// unknownFile says that there is no such file, and which scenarios have names; where only files are read, one of those may
// have been meant.
func unknownFile(name string) error {
	if slices.Contains(scenarios.Names, name) {
		return fmt.Errorf("%s: there is no such file; a shipped scenario is called so, and this takes files", name)
	}
	return fmt.Errorf("%s: there is no such file, and no shipped scenario of that name; there are %s", name, strings.Join(scenarios.Names, ", "))
}
