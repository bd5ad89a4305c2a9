package main

import (
	"bytes"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"rackonomics/engine/calendar"
	"rackonomics/engine/explain"
	"rackonomics/engine/link"
	"rackonomics/engine/model"
	"rackonomics/engine/result"
	"rackonomics/engine/scenario"
	"rackonomics/engine/session"
)

func newExplainCommand() *cobra.Command {
	var settings []string
	var all bool
	var by, against string
	command := &cobra.Command{
		Use:   "explain SCENARIO ROW[@INSTANCE] MONTH | MEASURE[@INSTANCE]",
		Short: "Say why a number is what it is, down to the inputs and their sources",
		Long: "Say why a number is what it is, down to the inputs and their sources.\n\n" +
			"A row is told of a month, or with --by of the quarter or year that the month is in; a measure opens in the month that decided it. " +
			"What did not matter is left out: branches not taken, terms that are zero, factors that are one. " +
			"As much is told as fits a screen; --all tells everything.\n\n" +
			"--against tells instead what made the difference to the base without --set, or to the period before: " +
			"each operand with its two values and its part of the difference; against the base also the inputs that made it.",
		Example: "  rackonomics explain filed-deal operator.operating_income 2026-08\n" +
			"  rackonomics explain filed-deal lease.fee_billed@anthropic 2026-05\n" +
			"  rackonomics explain filed-deal operator.operating_income 2027-01 --by year\n" +
			"  rackonomics explain filed-deal break_even.operating_income.first\n" +
			"  rackonomics explain filed-deal operator.operating_income 2026-08 --set lease.anthropic.fee=1.4bn --against base",
		Args: takes("SCENARIO", "ROW or MEASURE", "[MONTH]"),
		RunE: func(command *cobra.Command, arguments []string) error {
			if err := checkStep(by); err != nil {
				return err
			}
			if against != "" {
				if err := explain.Against(against).Check(); err != nil {
					return usageError{err}
				}
			}
			var month *calendar.Month // of a row
			if len(arguments) > 2 {
				parsed, err := scenario.ReadMonth(arguments[2])
				if err != nil {
					return usageError{fmt.Errorf("MONTH: %w", err)}
				}
				month = &parsed
			}
			opened, err := openWhole(command, arguments[0], settings)
			if err != nil {
				return err
			}
			run, err := opened.Run(session.AllRows)
			if err != nil {
				return err
			}
			tell := explained
			if against != "" {
				tell = func(run *session.Result, reference string, month *calendar.Month, by result.Step, all bool) (*bytes.Buffer, error) {
					return explainDifference(opened, explain.Against(against), run, reference, month, by, all)
				}
			}
			text, err := tell(run, arguments[1], month, result.Step(by), all)
			if err != nil {
				return err
			}
			return printText(command, func(out *bytes.Buffer) error {
				_, err := text.WriteTo(out)
				return err
			})
		},
	}
	addSettings(command, &settings)
	command.Flags().StringVar(&by, "by", string(result.ByMonth), "`month`, quarter or year, of a row")
	command.Flags().StringVar(&against, "against", "", "tell what made the difference to the `base` or to the previous period")
	command.Flags().BoolVar(&all, "all", false, "tell everything, however long")
	return command
}

// explained explains a row of the period that a month is in or, without one, a measure.
func explained(run *session.Result, reference string, month *calendar.Month, by result.Step, all bool) (*bytes.Buffer, error) {
	explainer, err := run.Explainer()
	if err != nil {
		return nil, err
	}
	grow := func(depth, most int) (*explain.Node, error) { return explainer.Measure(reference, depth, most) }
	if month != nil {
		if grow, err = growRow(run, explainer, reference, *month, by); err != nil {
			return nil, err
		}
	} else if index, ok := run.Schema.RowIndex(withoutInstance(reference)); ok {
		if _, err := grow(0, 0); err != nil {
			return nil, fmt.Errorf("%s: say of which month this row is to be explained, as in %s %s", run.Schema.Row(index).Name, reference, run.Table.Start)
		}
	}
	return fitted(all, func(depth, most int) (*bytes.Buffer, error) {
		tree, err := grow(depth, most)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", reference, err)
		}
		out := &bytes.Buffer{}
		(&treeWriter{out: out, told: map[string]bool{}}).write(tree, "")
		return out, nil
	})
}

// fitted is a tree as large as fits a screen, or all of it.
func fitted(all bool, tell func(depth, most int) (*bytes.Buffer, error)) (*bytes.Buffer, error) {
	if all {
		return tell(100, 10000)
	}
	const screen, most = 50, 40
	for nodes := most; ; nodes-- {
		text, err := tell(100, nodes)
		if err != nil || nodes == 0 || bytes.Count(text.Bytes(), []byte("\n")) <= screen {
			return text, err
		}
	}
}

func withoutInstance(reference string) string {
	name, _, _ := strings.Cut(reference, "@")
	return name
}

// growRow finds what a reference to a row means in the period of a month.
func growRow(run *session.Result, explainer *explain.Explainer, reference string, month calendar.Month, by result.Step) (func(depth, most int) (*explain.Node, error), error) {
	asked, err := askedRow(run, reference, month, by)
	return func(depth, most int) (*explain.Node, error) { return explainer.Over(asked, depth, most) }, err
}

// askedRow finds what a reference to a row means in the period of a month.
func askedRow(run *session.Result, reference string, month calendar.Month, by result.Step) (explain.Asked, error) {
	row, instance, named := strings.Cut(reference, "@")
	if _, isRow := run.Schema.RowIndex(row); !isRow && model.FindMeasure(row) != nil {
		return explain.Asked{}, fmt.Errorf("%s: this is a measure, which is told without a month; leave %s out", reference, month)
	}
	if !named {
		var err error
		if instance, err = onlyInstance(run, row); err != nil {
			return explain.Asked{}, err
		}
	}
	index := month.Since(run.Table.Start)
	if column, ok := run.Table.Column(row, instance); ok && !run.Table.Holds(column, index) {
		return explain.Asked{}, fmt.Errorf("%s: %s is not a month of this scenario, which goes from %s to %s", reference, month, run.Table.Start, run.Table.Start.Add(run.Table.Months-1))
	}
	return explain.Asked{Row: row, Instances: []string{instance}, Month: index, By: by}, nil
}

// onlyInstance is the instance of a row that has only one.
func onlyInstance(run *session.Result, row string) (string, error) {
	var names []string
	for _, column := range run.Table.Program.Columns {
		if column.Row == row {
			names = append(names, run.Document.Instances[column.Instance].Name)
		}
	}
	switch len(names) {
	case 0:
		return "", fmt.Errorf("%s: this scenario has no such row; \"rackonomics rows\" lists them", row)
	case 1:
		return names[0], nil
	}
	return "", fmt.Errorf("%s: say which one, as in %s@%s; there are %s", row, row, names[0], strings.Join(names, ", "))
}

// treeWriter writes a tree by indentation; what is said of an input is said once.
type treeWriter struct {
	out  *bytes.Buffer
	told map[string]bool // inputs, by path
}

func (w *treeWriter) write(node *explain.Node, indent string) {
	fmt.Fprintf(w.out, "%s%s: %s", indent, nodeTitle(node), nodeValue(node))
	if node.Assumption {
		fmt.Fprint(w.out, " (assumption)")
	}
	fmt.Fprintln(w.out)
	if node.Repeated {
		fmt.Fprintf(w.out, "%s  explained elsewhere here\n", indent)
		return
	}
	if node.Formula != "" {
		fmt.Fprintf(w.out, "%s  = %s\n", indent, strings.ReplaceAll(node.Formula, "\n", "\n"+indent+"    "))
	}
	for _, decision := range node.Decided {
		fmt.Fprintf(w.out, "%s  %s is told in %s, %s\n", indent, decision.Function, monthText(decision.Month, decision.After), decision.Which)
	}
	if node.Path == "" || !w.told[node.Path] {
		w.writeProvenance(node, indent)
	}
	w.told[node.Path] = true
	for _, child := range node.Children {
		w.write(child, indent+"    ")
	}
	if node.Cut {
		fmt.Fprintf(w.out, "%s    and more that is not shown\n", indent)
	}
}

func (w *treeWriter) writeProvenance(node *explain.Node, indent string) {
	if node.Note != "" {
		fmt.Fprintf(w.out, "%s  %s\n", indent, node.Note)
	}
	for _, source := range node.Sources {
		fmt.Fprintf(w.out, "%s  source: %s\n", indent, cited(model.Scenario.FindInput(node.Name), source))
	}
}

func nodeTitle(node *explain.Node) string {
	var title string
	switch {
	case node.Measure != nil:
		return node.Name
	case node.Path != "":
		title = node.Path
	case node.Instance == "": // a sum over months, which has no name of its own
		return node.Title
	case strings.Contains(node.Name, "#"): // part of a formula, whose name is the compiler's
		title = node.Title
	default:
		title = nameOf(node.Name, node.Instance)
	}
	if node.Month != "" {
		title += " in " + monthText(node.Month, node.After)
	}
	return title
}

// monthText is a month, with the remark where it is none of the scenario.
func monthText(month string, after bool) string {
	if after {
		return month + ", after the scenario"
	}
	return month
}

func nodeValue(node *explain.Node) string {
	switch {
	case node.Text != "":
		return node.Text
	case node.Unit == "bool" && node.Value > 0:
		return "yes"
	case node.Unit == "bool":
		return "no"
	}
	return link.Figure{Value: node.Value, Unit: node.Unit, Percent: node.Percent}.Text()
}
