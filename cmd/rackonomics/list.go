package main

import (
	"bytes"
	"fmt"
	"text/tabwriter"

	"github.com/spf13/cobra"

	"rackonomics/scenarios"
)

func newListCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "list",
		Short: "List the shipped scenarios",
		Args:  takes(),
		RunE: func(command *cobra.Command, _ []string) error {
			return printText(command, func(out *bytes.Buffer) error {
				table := tabwriter.NewWriter(out, 0, 0, 2, ' ', 0)
				for _, name := range scenarios.Names {
					document, err := scenarios.Load(name)
					if err != nil {
						return err
					}
					fmt.Fprintf(table, "%s\t%s\tfigures as of %s\n", name, document.Title, document.AsOf)
				}
				return table.Flush()
			})
		},
	}
}
