package study

import (
	"rackonomics/engine/form"
	"rackonomics/engine/machine"
	"rackonomics/engine/result"
	"rackonomics/engine/scenario"
)

// Plain runs the one scenario that a document is, as the page shows it, and not as
// lanes: what proves an answer that lanes found. Values are those of the measures,
// and of the rows by month. A measure that it does not have is absent.
func Plain(document *scenario.Document, watch Watch) (measures []float64, rows [][]float64, err error) {
	names, patterns, err := watch.needs()
	if err != nil {
		return nil, nil, err
	}
	compared, err := result.CounterpartsOf(names...)
	if err != nil {
		return nil, nil, err
	}
	compiled, err := form.Compile(document, patterns, compared)
	if err != nil {
		return nil, nil, err
	}
	runner, err := form.NewRunner(compiled, 1)
	if err != nil {
		return nil, nil, err
	}
	table, err := runner.Run(document, 0, nil)
	if err != nil {
		return nil, nil, err
	}
	if measures, err = measuresOf(table, watch.Measures, names); err != nil {
		return nil, nil, err
	}
	for _, row := range watch.Rows {
		var series []float64
		if column, ok := table.Column(row.Name, row.Instance); ok {
			series = table.Series(column)
		}
		rows = append(rows, series)
	}
	return measures, rows, nil
}

func measuresOf(table *machine.Table, wanted, names []string) ([]float64, error) {
	values := make([]float64, len(wanted))
	if len(wanted) == 0 {
		return values, nil
	}
	plan, err := result.NewPlan(table, names...)
	if err != nil {
		return nil, err
	}
	computed := plan.Compute(table)
	for i, name := range wanted {
		values[i] = machine.Absent
		if head := headOf(plan, name); head >= 0 {
			values[i] = computed[head]
		}
	}
	return values, nil
}
