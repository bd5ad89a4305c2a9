package main

import (
	"fmt"

	"github.com/spf13/cobra"

	"rackonomics/engine/session"
)

func newLinkCommand() *cobra.Command {
	var settings []string
	command := &cobra.Command{
		Use:     "link SCENARIO",
		Short:   "Print the fragment that opens a scenario on the page",
		Long:    "Print the fragment, #s=…, that opens a scenario on the page when it stands behind the page's address.",
		Example: "  rackonomics link filed-deal --set lease.anthropic.fee=1bn",
		Args:    takes("SCENARIO"),
		RunE: func(command *cobra.Command, arguments []string) error {
			opened, err := openWhole(command, arguments[0], settings)
			if err != nil {
				return err
			}
			fragment, err := session.New(opened.Base).Link(opened.Changes, opened.Looking)
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
	command.Flags().StringArrayVar(settings, "set", nil, "change an input or a title, `path=value`, as in lease.anthropic.fee=1.25bn, lease.anthropic.share=45% or study.lease.anthropic.share=25 to 35 %; may be repeated")
}
