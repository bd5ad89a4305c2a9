package main

import (
	"fmt"

	"github.com/spf13/cobra"

	"rackonomics/engine/headline"
	"rackonomics/engine/link"
	"rackonomics/scenarios"
)

func newLinkCommand() *cobra.Command {
	var settings []string
	command := &cobra.Command{
		Use:   "link SCENARIO",
		Short: "Print the fragment that opens a scenario on the page",
		Long:  "Print the fragment, #s=…, that opens a scenario on the page when it stands behind the page's address.",
		Args:  cobra.ExactArgs(1),
		RunE: func(command *cobra.Command, arguments []string) error {
			scenario, err := openWhole(command, arguments[0], settings)
			if err != nil {
				return err
			}
			result, err := scenario.run(headline.Patterns...)
			if err != nil {
				return err
			}
			fragment, err := link.Encode(link.State{Base: link.NewBase(scenario.base, scenarios.Find), Changes: scenario.changes,
				View: scenario.view, Fingerprint: link.Fingerprint(headline.Figures(result.Table))})
			if err != nil {
				return fmt.Errorf("link: %w", err)
			}
			_, err = fmt.Fprintln(command.OutOrStdout(), fragment)
			return err
		},
	}
	addSettings(command, &settings)
	return command
}

func addSettings(command *cobra.Command, settings *[]string) {
	command.Flags().StringArrayVar(settings, "set", nil, "change an input or a title, `path=value`, as in lease.anthropic.fee=1e9; may be repeated")
}
