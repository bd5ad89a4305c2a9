package main

import (
	"bytes"
	"fmt"
	"strings"

	"github.com/spf13/cobra"
)

func newProgramCommand() *cobra.Command {
	var settings, patterns []string
	command := &cobra.Command{
		Use:   "program SCENARIO",
		Short: "Print the program that computes a scenario",
		Long: "Print the program that computes a scenario: its registers with kind and type, the operations of the setup and of\n" +
			"each pass over the months, and the columns of its table.",
		Example: "  rackonomics program filed-deal --rows operator.free_cash_flow",
		Args:    cobra.ExactArgs(1),
		RunE: func(command *cobra.Command, arguments []string) error {
			if err := checkPatterns(patterns); err != nil {
				return err
			}
			scenario, err := openWhole(command, arguments[0], settings)
			if err != nil {
				return err
			}
			wanted := patterns
			if len(wanted) == 0 {
				wanted = []string{"*"}
			}
			result, err := scenario.run(wanted...)
			if err != nil {
				return err
			}
			made := result.Table.Program
			if made.Requested == 0 {
				return fmt.Errorf("--rows: no row of this scenario matches %s; \"rackonomics rows\" lists them", strings.Join(wanted, ", "))
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
