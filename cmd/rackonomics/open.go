package main

import (
	"errors"
	"fmt"

	"github.com/spf13/cobra"

	"rackonomics/engine/link"
	"rackonomics/engine/session"
)

func newOpenCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "open LINK",
		Short: "Print the document that a link holds",
		Long: "Print the document that a link holds, with its changes made.\n\n" +
			"Of a damaged link it prints what can be read, says what is wrong and fails.",
		Example: "  rackonomics open \"$(rackonomics link filed-deal)\"",
		Args:    takes("LINK"),
		RunE: func(command *cobra.Command, arguments []string) error {
			if !link.Looks(arguments[0]) {
				return fmt.Errorf("link: %q is none; a link has #s= in it", arguments[0])
			}
			opened, err := openArgument(command, arguments[0])
			if err != nil {
				return err
			}
			document, err := session.New(opened.Base).Document(opened.Changes)
			if err != nil {
				return err
			}
			if _, err := command.OutOrStdout().Write(document); err != nil {
				return err
			}
			if opened.Damaged() {
				return errors.New("link: it is not whole; the document printed is what could be read of it")
			}
			return nil
		},
	}
}
