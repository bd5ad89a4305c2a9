package main

import (
	"bytes"
	"fmt"

	"github.com/spf13/cobra"

	"rackonomics/engine/model"
	"rackonomics/engine/session"
)

func newProgramCommand() *cobra.Command {
	var settings, patterns []string
	command := &cobra.Command{
		Use:   "program SCENARIO",
		Short: "Print the program that computes a scenario",
		Long: "Print the program that computes a scenario: its registers with kind and type, the operations of the setup and of\n" +
			"each pass over the months, and the columns of its table. It is verified first, so that what is printed is sound.",
		Example: "  rackonomics program filed-deal --rows operator.free_cash_flow",
		Args:    takes("SCENARIO"),
		RunE: func(command *cobra.Command, arguments []string) error {
			opened, err := openWhole(command, arguments[0], settings)
			if err != nil {
				return err
			}
			wanted := patterns
			if len(wanted) == 0 {
				wanted = []string{session.AllRows}
			}
			document, err := opened.Base.Apply(opened.Changes)
			if err != nil {
				return err
			}
			schema, err := model.Schema(document)
			if err != nil {
				return err
			}
			if _, err := rowsAsked(schema, model.Layout(document), wanted); err != nil {
				return err
			}
			result, err := opened.Run(wanted...)
			if err != nil {
				return err
			}
			made := result.Table.Program
			if err := made.Verify(); err != nil {
				return err
			}
			return printText(command, func(out *bytes.Buffer) error {
				made.Describe(func(line string) { fmt.Fprintln(out, line) })
				return nil
			})
		},
	}
	addSettings(command, &settings)
	command.Flags().StringArrayVar(&patterns, "rows", nil, "rows to compute, a `glob` as lease.* or site.*@memphis; may be repeated")
	return command
}
