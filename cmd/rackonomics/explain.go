package main

import (
	"bytes"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"rackonomics/engine/calendar"
	"rackonomics/engine/explain"
	"rackonomics/engine/link"
	"rackonomics/engine/scenario"
	"rackonomics/engine/session"
)

func newExplainCommand() *cobra.Command {
	var settings []string
	var all bool
	command := &cobra.Command{
		Use:   "explain SCENARIO ROW[@INSTANCE] MONTH",
		Short: "Say why a number is what it is, down to the inputs and their sources",
		Long: "Say why a number is what it is, down to the inputs and their sources.\n\n" +
			"What did not matter is left out: branches not taken, terms that are zero, factors that are one. " +
			"As much is told as fits a screen; --all tells everything.",
		Example: "  rackonomics explain filed-deal operator.operating_income 2026-08\n" +
			"  rackonomics explain filed-deal lease.fee_billed@anthropic 2026-05",
		Args: cobra.ExactArgs(3),
		RunE: func(command *cobra.Command, arguments []string) error {
			month, err := calendar.Parse(arguments[2])
			if err != nil {
				return usageError{err}
			}
			opened, err := openWhole(command, arguments[0], settings)
			if err != nil {
				return err
			}
			result, err := opened.run("*")
			if err != nil {
				return err
			}
			text, err := explainRow(result, arguments[1], month, all)
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
	command.Flags().BoolVar(&all, "all", false, "tell everything, however long")
	return command
}

func explainRow(result *session.Result, reference string, month calendar.Month, all bool) (*bytes.Buffer, error) {
	row, instance, named := strings.Cut(reference, "@")
	if !named {
		var err error
		if instance, err = onlyInstance(result, row); err != nil {
			return nil, err
		}
	}
	index := month.Since(result.Table.Start)
	if index < 0 || index >= result.Table.Months {
		return nil, fmt.Errorf("%s: %s is not a month of this scenario, which goes from %s to %s", reference, month, result.Table.Start, result.Table.Start.Add(result.Table.Months-1))
	}
	explainer, err := explain.New(result.Document, result.Schema, result.Layout, result.Table)
	if err != nil {
		return nil, err
	}
	tell := func(depth, most int) (*bytes.Buffer, error) {
		tree, err := explainer.Explain(row, instance, index, depth, most)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", reference, err)
		}
		out := &bytes.Buffer{}
		(&treeWriter{out: out, told: map[string]bool{}}).write(tree, "")
		return out, nil
	}
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

// onlyInstance is the instance of a row that has only one.
func onlyInstance(result *session.Result, row string) (string, error) {
	var names []string
	for _, column := range result.Table.Program.Columns {
		if column.Row == row {
			names = append(names, result.Document.Instances[column.Instance].Name)
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
		fmt.Fprintf(w.out, "%s  source: %s\n", indent, cited(scenario.FindInput(node.Name), source))
	}
}

func nodeTitle(node *explain.Node) string {
	title := node.Name
	switch {
	case node.Path != "":
		title = node.Path
	case node.Instance == "": // a sum over months, which has no name of its own
		return node.Title
	default:
		title = line{name: node.Name, instance: node.Instance}.title()
	}
	if node.Month != "" {
		title += " in " + node.Month
	}
	return title
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
	return link.Figure{Value: node.Value, Unit: node.Unit}.Text()
}
