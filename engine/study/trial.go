package study

import (
	"math"
	"slices"

	"rackonomics/engine/machine"
	"rackonomics/engine/scenario"
)

// Trial computes a goal where several inputs differ, for whoever searches among them.
type Trial struct {
	seeker *seeker
	line   line
}

// NewTrial prepares a goal over some inputs. Kernels of the backend compute [Trial.Points],
// if there is one.
func NewTrial(document *scenario.Document, goal Goal, variables []Variable, backend machine.Backend) (*Trial, error) {
	s, err := newSeeker(document, variables, []Goal{goal})
	if err != nil {
		return nil, err
	}
	s.lanes.Use(backend)
	return &Trial{seeker: s}, nil
}

// Refusal says why some points were not computed by a kernel; see [Lanes.Refusal].
func (t *Trial) Refusal() error { return t.seeker.lanes.Refusal() }

// Today lists the values that the scenario has.
func (t *Trial) Today() (values []float64) {
	for i := range t.seeker.variables {
		values = append(values, t.seeker.variables[i].Today(t.seeker.document))
	}
	return values
}

// Points computes the goal by lanes, where each place has a value of every input.
func (t *Trial) Points(values [][]float64) ([]Point, error) {
	places := make([]place, len(values))
	for i := range values {
		places[i] = place{values: values[i]}
	}
	return t.seeker.compute(places, 0)
}

// Proof computes the goal by the full model.
func (t *Trial) Proof(values []float64) (Point, error) {
	t.line.at = place{values: slices.Clone(values)}
	return t.seeker.plain(&t.line, values[0])
}

// FigureOf gives a point's figure as tables and JSON have it; nil is absent.
func (t *Trial) FigureOf(p Point) any { return t.seeker.aims[0].plain(p.Figure) }

// Subject says what is sought, as the beginning of a sentence.
func (t *Trial) Subject() string { return t.seeker.aims[0].subject() }

// Is tells a point's figure in words.
func (t *Trial) Is(p Point) string { return t.seeker.aims[0].is(p) }

// Within keeps a value within a range, whole where only whole ones count.
func (v *Variable) Within(value, low, high float64) float64 {
	if v.isWhole() {
		value = math.Round(value)
	}
	return min(max(value, low), high)
}

// Typed is the nearest value that people would type, on one side of a number: of
// three digits, or whole.
func (v *Variable) Typed(number float64, above bool) float64 {
	switch {
	case v.isWhole() && above:
		return math.Ceil(number)
	case v.isWhole():
		return math.Floor(number)
	}
	rounded, _ := typed(number, shownDigits, math.MinInt16, above)
	return rounded
}

// Spread is how far apart the values of an input may plausibly be, the unit in which
// changes of several are compared: from the least to the greatest that its sources
// say, else half of today's value, else a tenth of its bounds; of a month a year.
func (v *Variable) Spread(document *scenario.Document) float64 {
	switch {
	case v.Times:
		return 0.5
	case v.Input.Kind == scenario.Month:
		return 12
	case v.Input.Kind == scenario.Day:
		return 365
	}
	least, most := math.Inf(1), math.Inf(-1)
	for _, source := range document.Sources(v.Thing, v.Input) {
		if source.Value != nil && source.Value.Profile == nil {
			least, most = min(least, source.Value.Number), max(most, source.Value.Number)
		}
	}
	if most > least {
		return most - least
	}
	if today := math.Abs(v.Today(document)); today > 0 {
		return today / 2
	}
	return (v.Input.Max - v.Input.Min) / 10
}
