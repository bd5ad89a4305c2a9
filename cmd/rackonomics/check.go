package main

import (
	"fmt"

	"github.com/spf13/cobra"
)

func newCheckCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "check FILE",
		Short: "Check a scenario's file, and that it can be run",
		Args:  cobra.ExactArgs(1),
		RunE: func(command *cobra.Command, arguments []string) error {
			document, err := readDocument(command, arguments[0])
			if err != nil {
				return err
			}
			result, err := (&opened{base: document}).run("*")
			if err != nil {
				return err
			}
			if err := overflow(result); err != nil {
				return err
			}
			_, err = fmt.Fprintf(command.OutOrStdout(), "%s: no mistakes found\n", arguments[0])
			return err
		},
	}
}
