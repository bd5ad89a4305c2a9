package main

import (
	"bytes"
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"rackonomics/engine/language"
	"rackonomics/engine/model"
	"rackonomics/engine/session"
)

// mainRows are those that the text shows if no others are asked for.
var mainRows = []string{
	"operator.own_revenue", "operator.lease_revenue", "operator.own_costs", "operator.site_costs", "operator.adjusted_ebitda",
	"operator.operating_income", "operator.operating_cash_flow", "operator.capital_expenditure", "operator.free_cash_flow",
	"operator.cumulative_free_cash_flow",
}

func newRunCommand() *cobra.Command {
	var settings, patterns []string
	var format string
	command := &cobra.Command{
		Use:   "run SCENARIO",
		Short: "Compute a scenario and print its figures",
		Long: "Compute a scenario and print its figures: as text, the headline figures and some months of the main rows;\n" +
			"as json, everything; as csv, a line a row with its title, unit and thing, and a column a month.",
		Example: "  rackonomics run filed-deal --set lease.anthropic.fee=823e6\n" +
			"  rackonomics run filed-deal --format csv --rows 'lease.*@anthropic'",
		Args: takes("SCENARIO"),
		RunE: func(command *cobra.Command, arguments []string) error {
			if err := checkFormat(format, "text", "json", "csv"); err != nil {
				return err
			}
			opened, err := openWhole(command, arguments[0], settings)
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
			rows, err := selectRows(result, patterns, format == "text")
			if err != nil {
				return err
			}
			figures, err := result.Figures()
			if err != nil {
				return err
			}
			return printAs(command, format, func() any { return runAsJSON(result, figures, rows) },
				func(out *bytes.Buffer) error { return writeCSV(out, result, rows) },
				func(out *bytes.Buffer) error { return writeText(out, opened, result, figures, rows) })
		},
	}
	addSettings(command, &settings)
	command.Flags().StringArrayVar(&patterns, "rows", nil, "rows to print, a `glob` as lease.* or site.*@memphis; may be repeated")
	addFormat(command, &format, "text", "json", "csv")
	return command
}

// nameOf names a row of a thing; the one operator goes without saying.
func nameOf(row, instance string) string {
	scope, _, _ := strings.Cut(row, ".")
	if known := model.Scenario.FindScope(scope); known != nil && known.Single {
		return row
	}
	return row + "@" + instance
}

// selectRows picks the rows that match one of the patterns, or without any
// the main ones or all.
func selectRows(result *session.Result, patterns []string, onlyMain bool) ([]session.Series, error) {
	wanted := patterns
	switch {
	case len(patterns) == 0 && onlyMain:
		wanted = mainRows
	case len(patterns) == 0:
		wanted = []string{"*"}
	}
	matching, err := rowsAsked(result.Schema, result.Layout, wanted)
	if err != nil {
		return nil, err
	}
	var rows []session.Series
	for _, series := range result.Series() {
		if slices.Contains(matching, series.Cell) {
			rows = append(rows, series)
		}
	}
	return rows, nil
}

// rowsAsked finds the rows that --rows names, and refuses to find none.
func rowsAsked(schema *language.Schema, layout language.Layout, patterns []string) ([]language.Cell, error) {
	matching, err := model.Columns(schema, layout, patterns)
	if err != nil {
		return nil, usageError{fmt.Errorf("--rows: %w; \"rackonomics rows\" lists them", err)}
	}
	if len(matching) == 0 {
		return nil, fmt.Errorf("--rows: this scenario has none of the things that have %s", strings.Join(patterns, ", "))
	}
	return matching, nil
}

// overflow reports a value beyond what a number can hold.
func overflow(result *session.Result) error {
	at := result.Table.Overflow
	if at.Column < 0 {
		return nil
	}
	column := result.Table.Program.Columns[at.Column]
	return fmt.Errorf("%s@%s: the value in %s is too large for a number", column.Row, result.Document.Instances[column.Instance].Name, result.Table.Start.Add(at.Month))
}
