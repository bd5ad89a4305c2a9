package study

import (
	"rackonomics/engine/form"
	"rackonomics/engine/machine"
	"rackonomics/engine/scenario"
)

// Plain runs the one scenario that a document is, as the page shows it, and not as
// lanes: what proves an answer that lanes finding. Values are those of the measures,
// and of the rows by month. A measure that it does not have is absent.
func Plain(document *scenario.Document, watch Watch) (measures []float64, rows [][]float64, err error) {
	compiled, finding, err := watch.compile(document)
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
	var figures []float64
	if finding.plan != nil {
		figures = finding.plan.Compute(table)
	}
	for _, head := range finding.heads {
		figure := machine.Absent
		if head >= 0 {
			figure = figures[head]
		}
		measures = append(measures, figure)
	}
	for _, column := range finding.columns {
		var series []float64
		if column >= 0 {
			series = table.Series(column)
		}
		rows = append(rows, series)
	}
	return measures, rows, nil
}
