package study

import (
	"fmt"
	"math"
	"slices"
	"strings"

	"rackonomics/engine/calendar"
	"rackonomics/engine/model"
	"rackonomics/engine/result"
	"rackonomics/engine/scenario"
)

// Sense says on which side of its target a goal is met.
type Sense string

// The senses.
const (
	AtLeast Sense = ">="
	AtMost  Sense = "<="
	At      Sense = "=" // begins and ceases to be met where the value passes through the target
)

var senses = []Sense{AtLeast, AtMost, At}

// Goal is what is sought: a measure, or a row of a thing in a month, at least, at
// most or at a target. An absent value does not meet it: a break-even that never
// comes is not there by December.
type Goal struct {
	Measure string // with @instance where several things have it; or
	Row     Row    // of a thing
	Month   int    // of Row, counted from the scenario's start
	// Target is in the unit of what is sought; of a measure that is a month or a
	// day, in months or days from the scenario's start.
	Target float64
	Sense  Sense
}

// Meets reports whether a point is where the goal is. Of a goal that a figure passes
// through [Point.Met] says on which side it is.
func (g Goal) Meets(p Point) bool {
	if g.Sense != At {
		return p.Met
	}
	return math.Abs(p.Figure-g.Target) <= 1e-9*max(math.Abs(p.Figure), math.Abs(g.Target))
}

// aim is a goal with what there is to know about what it asks of.
type aim struct {
	Goal
	title, unit string
	percent     bool
	kind        model.Kind
	start       calendar.Month
	// beside is a row that is at or above zero in some month until the target just
	// where the goal is met: of a break-even by a month, the result itself. It tells
	// how far off the goal is where the month is absent.
	beside *Row
	until  int // months of beside
}

// newAim finds what a goal asks of. The error names what the scenario does not have.
func newAim(document *scenario.Document, goal Goal) (*aim, error) {
	if !slices.Contains(senses, goal.Sense) {
		return nil, fmt.Errorf("goal: %q is no sense; allowed is >=, <= or =", goal.Sense)
	}
	if math.IsNaN(goal.Target) || math.IsInf(goal.Target, 0) {
		return nil, fmt.Errorf("goal: the target is %v; allowed is a number", goal.Target)
	}
	a := &aim{Goal: goal, kind: model.KindNumber, start: document.Start}
	if goal.Measure == "" {
		return a, a.findRow(document)
	}
	m := model.FindMeasure(baseOf(goal.Measure))
	if m == nil {
		return nil, fmt.Errorf("goal: there is no measure %q; \"rackonomics measures\" lists them", goal.Measure)
	}
	_, thing, _ := strings.Cut(goal.Measure, "@")
	a.title, a.unit, a.percent, a.kind = result.TitleOf(m, thing, document), result.UnitOf(m), m.Percent, result.KindOf(m)
	if a.kind == model.KindThings {
		return nil, fmt.Errorf("goal: %s is names; allowed is a number, a month or a day", goal.Measure)
	}
	a.lookBeside(document)
	return a, nil
}

func (a *aim) findRow(document *scenario.Document) error {
	schema, err := model.Schema(document)
	if err != nil {
		return err
	}
	index, ok := schema.RowIndex(a.Row.Name)
	if !ok {
		return fmt.Errorf("goal: there is no row %q; \"rackonomics rows\" lists them", a.Row.Name)
	}
	if a.Month < 0 || a.Month >= document.Months {
		return fmt.Errorf("goal: %s is not a month of this scenario, which goes from %s to %s", a.start.Add(a.Month), a.start, a.start.Add(document.Months-1))
	}
	row := schema.Row(index)
	a.title, a.unit = model.Title(row.Name), row.Unit
	if known := model.FindRow(row.Name); known != nil {
		a.percent = known.Percent
	}
	return nil
}

// lookBeside finds the row whose break-even the goal is.
func (a *aim) lookBeside(document *scenario.Document) {
	for _, even := range model.BreakEvens {
		if even.First == a.Measure && a.Sense == AtMost {
			a.beside = &Row{even.Row, "operator"}
			a.until = int(max(0, min(float64(document.Months), math.Floor(a.Target)+1)))
		}
	}
}

// watch is what lanes have to compute for some aims. Each has its measure or its
// row at its place in the answer, and beside it what is at the second.
func watchOf(aims []*aim) (watch Watch, places, besides []int) {
	row := func(row Row) int {
		at := slices.Index(watch.Rows, row)
		if at < 0 {
			at = len(watch.Rows)
			watch.Rows = append(watch.Rows, row)
		}
		return at
	}
	for _, a := range aims {
		place, beside := -1, -1
		if a.Measure == "" {
			place = row(a.Row)
		} else if place = slices.Index(watch.Measures, a.Measure); place < 0 {
			place = len(watch.Measures)
			watch.Measures = append(watch.Measures, a.Measure)
		}
		if a.beside != nil {
			beside = row(*a.beside)
		}
		places, besides = append(places, place), append(besides, beside)
	}
	return watch, places, besides
}

// Point is a value of the input that is varied, and what comes of it.
type Point struct {
	Value  float64 // of the input, as [scenario.Value] has numbers; of a factor the factor
	Figure float64 // what is sought; absent is NaN
	Met    bool
	// Gap is how far the figure is on the side that meets the goal, in its unit;
	// negative where it is not met, absent where the figure is. Of a break-even it is
	// what the result itself has in Month, its best until the target.
	Gap   float64
	Month int
}

// passes reports whether the goal is where a figure passes through the target. A
// month or a day is there or not.
func (a *aim) passes() bool { return a.Sense == At && a.kind == model.KindNumber }

// point judges a figure; series gives the values of the row beside it.
func (a *aim) point(value, figure float64, series func(month int) float64) Point {
	p := Point{Value: value, Figure: figure, Gap: figure - a.Target, Month: a.Month}
	if a.Sense == AtMost {
		p.Gap = a.Target - figure
	}
	if a.Sense == At && !a.passes() {
		p.Gap = -math.Abs(p.Gap)
	}
	p.Met = p.Gap >= 0
	if a.beside == nil {
		return p
	}
	p.Gap = math.NaN()
	for month := range a.until {
		if at := series(month); at > p.Gap || p.Gap != p.Gap && at == at {
			p.Gap, p.Month = at, month
		}
	}
	return p
}

// ParseGoal reads a goal as typed: a measure or a row of a thing in a month, a
// sense and a target, as "break_even.operating_income.first<=2026-12" or
// "operator.operating_income@operator in 2027-05 >= 0". The error says what is
// allowed.
func ParseGoal(document *scenario.Document, text string) (Goal, error) {
	const form = "allowed is MEASURE[@THING], or ROW@THING in MONTH, then >=, <= or = and a target"
	at := strings.IndexAny(text, "<>=")
	if at < 0 {
		return Goal{}, fmt.Errorf("goal: %q has no target; %s", text, form)
	}
	left, right := strings.TrimSpace(text[:at]), text[at:]
	var sense Sense
	for _, each := range senses {
		if strings.HasPrefix(right, string(each)) {
			sense = each
		}
	}
	if sense == "" {
		return Goal{}, fmt.Errorf("goal: %q is no sense; %s", right, form)
	}
	target := strings.TrimSpace(right[len(sense):])
	goal, err := parseFigure(document, left)
	if err != nil {
		return Goal{}, err
	}
	goal.Sense = sense
	judged, err := newAim(document, goal)
	if err != nil {
		return Goal{}, err
	}
	goal.Target, err = judged.readTarget(target)
	return goal, err
}

// parseFigure reads of what a goal is.
func parseFigure(document *scenario.Document, text string) (Goal, error) {
	name, month, isRow := strings.Cut(text, " in ")
	if !isRow {
		return Goal{Measure: text}, nil
	}
	parsed, err := scenario.ReadMonth(month)
	if err != nil {
		return Goal{}, fmt.Errorf("goal: %w", err)
	}
	row, thing, named := strings.Cut(strings.TrimSpace(name), "@")
	if !named {
		thing, _, _ = strings.Cut(row, ".")
	}
	return Goal{Row: Row{row, thing}, Month: parsed.Since(document.Start)}, nil
}

func (a *aim) readTarget(text string) (float64, error) {
	switch a.kind {
	case model.KindMonth:
		month, err := scenario.ReadMonth(text)
		if err != nil {
			return 0, fmt.Errorf("goal: %w", err)
		}
		return float64(month.Since(a.start)), nil
	case model.KindDay:
		day, err := scenario.ReadDay(text)
		if err != nil {
			return 0, fmt.Errorf("goal: %w", err)
		}
		return float64(day - a.start.FirstDay()), nil
	}
	number, err := scenario.ReadAmount(text, a.unit, a.percent)
	if err != nil {
		return 0, fmt.Errorf("goal: %w", err)
	}
	return number, nil
}
