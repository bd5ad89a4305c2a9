package main

import (
	"cmp"
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"rackonomics/scenarios"
)

// takes has a command take what is named behind it, in this order: in brackets what
// may be left out, and with three points as many more as there are.
func takes(names ...string) cobra.PositionalArgs {
	return func(command *cobra.Command, arguments []string) error {
		if len(arguments) < len(names) && !strings.HasPrefix(names[len(arguments)], "[") {
			return fmt.Errorf("%s is missing%s", names[len(arguments)], example(command))
		}
		if len(arguments) <= len(names) || strings.HasSuffix(strings.Join(names, ""), "...]") {
			return nil
		}
		return fmt.Errorf("%q is one too many: %s takes %s", arguments[len(names)], command.CommandPath(), cmp.Or(strings.Join(names, ", "), "nothing behind it"))
	}
}

// example is how the command is written, at the end of a sentence.
func example(command *cobra.Command) string {
	first, _, _ := strings.Cut(strings.TrimSpace(command.Example), "\n")
	if first == "" {
		return ""
	}
	return ", as in " + first
}

// noCommand says of the word in the place of a command what may be meant.
func noCommand(root *cobra.Command, arguments []string) error {
	word := arguments[slices.IndexFunc(arguments, func(each string) bool { return !strings.HasPrefix(each, "-") })]
	if slices.Contains(scenarios.Names, word) {
		return fmt.Errorf("%s is a scenario: say what to do with it, as in rackonomics run %s", word, word)
	}
	if near := root.SuggestionsFor(word); len(near) > 0 {
		return fmt.Errorf("there is no command %q; near it: %s", word, strings.Join(near, ", "))
	}
	return fmt.Errorf("there is no command %q", word)
}

// flagValues says what flags of a type take, besides texts.
var flagValues = map[string]string{"int": "a whole number", "uint64": "a whole number from 0 on", "bool": "true or false"}

// wrongFlag says what is wrong with a flag, and what is allowed.
func wrongFlag(command *cobra.Command, err error) error {
	var wrong *pflag.InvalidValueError
	var unknown *pflag.NotExistError
	var bare *pflag.ValueRequiredError
	switch {
	case errors.As(err, &wrong):
		return fmt.Errorf("--%s: %q is not allowed; allowed is %s", wrong.GetFlag().Name, wrong.GetValue(), flagValues[wrong.GetFlag().Value.Type()])
	case errors.As(err, &bare):
		_, usage := pflag.UnquoteUsage(bare.GetFlag())
		return fmt.Errorf("--%s: its value is missing: %s", bare.GetFlag().Name, usage)
	case errors.As(err, &unknown):
		written := "--" + unknown.GetSpecifiedName()
		if short := unknown.GetSpecifiedShortnames(); short != "" {
			written = "-" + short
		}
		return fmt.Errorf("%s is not known here; there are %s", written, flagsOf(command))
	}
	return err
}

func flagsOf(command *cobra.Command) string {
	var names []string
	command.Flags().VisitAll(func(flag *pflag.Flag) {
		if !flag.Hidden {
			names = append(names, "--"+flag.Name)
		}
	})
	return strings.Join(names, ", ")
}
