package main

import (
	"github.com/spf13/cobra"

	"rackonomics/engine/model"
)

//go:generate sh -c "go run . schema > ../../scenarios/schema/new && mv ../../scenarios/schema/new ../../scenarios/schema/scenario.schema.json"

func newSchemaCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "schema",
		Short: "Print the JSON Schema of a scenario's file",
		Args:  takes(),
		RunE: func(command *cobra.Command, _ []string) error {
			_, err := command.OutOrStdout().Write(model.Scenario.JSONSchema())
			return err
		},
	}
}
