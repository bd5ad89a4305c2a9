package main

import (
	"fmt"

	"github.com/spf13/cobra"

	"rackonomics/engine/model"
	"rackonomics/engine/session"
)

func newCheckCommand() *cobra.Command {
	return &cobra.Command{
		Use:     "check FILE",
		Short:   "Check a scenario's file, and that it can be run",
		Long:    "Check a scenario's file, and that it can be run. What can be run and is hardly meant, as a lease that ends before the scenario starts, is told on standard error.",
		Example: "  rackonomics check scenario.json",
		Args:    takes("FILE"),
		RunE: func(command *cobra.Command, arguments []string) error {
			opened, err := openFile(command, arguments[0])
			if err != nil {
				return err
			}
			result, err := opened.Run(session.AllRows)
			if err != nil {
				return err
			}
			if err := overflow(result); err != nil {
				return err
			}
			for _, doubt := range model.Doubts(result.Document) {
				fmt.Fprintln(command.ErrOrStderr(), doubt)
			}
			_, err = fmt.Fprintf(command.OutOrStdout(), "%s: no mistakes found\n", arguments[0])
			return err
		},
	}
}
