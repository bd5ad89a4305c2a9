package main

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"

	"github.com/spf13/cobra"

	"rackonomics/engine/model"
	"rackonomics/engine/scenario"
	"rackonomics/engine/session"
	"rackonomics/engine/spreadsheet"
	"rackonomics/engine/workbook"
)

func newWorkbookCommand() *cobra.Command {
	var settings []string
	var to, from, format string
	command := &cobra.Command{
		Use:   "workbook SCENARIO --out FILE.xlsx | workbook --read FILE.xlsx",
		Short: "Write a scenario as a spreadsheet with live formulas, or read its changes back",
		Long: "Write a scenario as a spreadsheet (.xlsx) whose formulas are live: a picture of the sites, inputs, measures,\n" +
			"statements, charts, and a sheet a thing with every row of the model by month. Change an input in it and\n" +
			"everything but the picture follows; measures that a spreadsheet cannot say stand as values and are marked.\n\n" +
			"With --read, print what was changed in the inputs of such a workbook since it was written: as text, arguments of\n" +
			"--set; as json, the scenario's document with the changes made. What --set changed when it was written is part of\n" +
			"its scenario, and so of the json and not of the text.",
		Example: "  rackonomics workbook filed-deal --out filed-deal.xlsx\n" +
			"  rackonomics workbook --read filed-deal.xlsx",
		Args: takes("[SCENARIO]"),
		RunE: func(command *cobra.Command, arguments []string) error {
			if err := checkFormat(format, "text", "json"); err != nil {
				return err
			}
			switch {
			case from != "" && (len(arguments) > 0 || to != "" || settings != nil):
				return usageError{errors.New("--read: it takes the workbook alone, without SCENARIO, --out and --set")}
			case from != "":
				return readWorkbook(command, from, format)
			case len(arguments) == 0 || to == "":
				return usageError{errors.New("a SCENARIO with --out FILE.xlsx is expected, or --read FILE.xlsx")}
			case command.Flags().Changed("format"):
				return usageError{errors.New("--format: it is of what --read prints; --out writes .xlsx")}
			}
			if err := checkOut(to, ".xlsx"); err != nil {
				return err
			}
			return writeWorkbook(command, arguments[0], settings, to)
		},
	}
	addSettings(command, &settings)
	command.Flags().StringVar(&to, "out", "", "the `file` to write, or - for standard output")
	command.Flags().StringVar(&from, "read", "", "the `file` to read changes from")
	addFormat(command, &format, "text", "json")
	return command
}

func writeWorkbook(command *cobra.Command, argument string, settings []string, to string) error {
	opened, err := openWhole(command, argument, settings)
	if err != nil {
		return err
	}
	document, err := opened.Base.Apply(opened.Changes)
	if err != nil {
		return err
	}
	if err := model.Check(document); err != nil {
		return err
	}
	write := func(out *bytes.Buffer) error { return workbook.Write(out, document) }
	return printOut(command, to, write)
}

func readWorkbook(command *cobra.Command, name, format string) error {
	file, err := os.Open(name)
	if err != nil {
		return fmt.Errorf("--read: %s: %w", name, withoutPath(err))
	}
	defer file.Close()
	data, err := io.ReadAll(io.LimitReader(file, spreadsheet.LargestFile+1))
	if err != nil {
		return fmt.Errorf("--read: %s: %w", name, withoutPath(err))
	}
	base, changes, err := workbook.Read(data)
	if err != nil {
		var problems scenario.Problems
		if errors.As(err, &problems) {
			return problems
		}
		return fmt.Errorf("--read: %s: %w", name, err)
	}
	if format == "json" {
		document, err := session.New(base).Document(changes)
		if err != nil {
			return err
		}
		_, err = command.OutOrStdout().Write(document)
		return err
	}
	if _, err := base.Apply(changes); err != nil {
		return err
	}
	if len(changes) > 0 {
		fmt.Fprintf(command.ErrOrStderr(), "These change %s as it was when the workbook was written, with what --set changed then; --format json prints all of it.\n", base.Name)
	}
	return printText(command, func(out *bytes.Buffer) error {
		for _, change := range changes {
			fmt.Fprintf(out, "--set %s\n", shellWord(change.Setting()))
		}
		return nil
	})
}
