package study

import "rackonomics/engine/scenario"

// Plain runs the one scenario that a document is, as the page shows it, and not as
// lanes: what proves an answer that lanes found. Values are those of the measures,
// and of the rows by month. A measure that it does not have is absent.
func Plain(document *scenario.Document, watch Watch) (measures []float64, rows [][]float64, err error) {
	outcome, err := NewForms(watch).Run(document)
	return outcome.Measures, outcome.Rows, err
}
