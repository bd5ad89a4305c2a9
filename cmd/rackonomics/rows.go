package main

import (
	"bytes"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"rackonomics/engine/model"
)

func newRowsCommand() *cobra.Command {
	var format string
	command := &cobra.Command{
		Use:   "rows",
		Short: "List every row of the model with unit, formula and note",
		Args:  takes(),
		RunE: func(command *cobra.Command, _ []string) error {
			if err := checkFormat(format, "text", "json"); err != nil {
				return err
			}
			if format == "json" {
				return printJSON(command, rowEntries())
			}
			return printText(command, func(out *bytes.Buffer) error {
				for _, row := range model.Rows {
					fmt.Fprintf(out, "%s  %s\n    = %s\n    %s\n", row.Name, row.Unit, strings.ReplaceAll(row.Formula, "\n", "\n    "), row.Note)
				}
				return nil
			})
		},
	}
	addFormat(command, &format, "text", "json")
	return command
}
