package result

import (
	"fmt"
	"slices"
	"strings"

	"rackonomics/engine/calendar"
	"rackonomics/engine/machine"
	"rackonomics/engine/model"
	"rackonomics/engine/scenario"
)

// Viewer resolves views against a run of one lane.
type Viewer struct {
	document *scenario.Document
	table    *machine.Table
	figure   func(name string) (Figure, bool)
	columns  map[string][]int // by row: the columns of its instances, in the order of the document
	*resolved
	room []float64 // for series to come
}

// resolved is what was asked for of the form of a run, the same in all of its runs.
// Nobody alters what stands in it.
type resolved struct {
	columnOf map[rowOf][]int // the columns of a row that go with a thing
	tracks   map[rowOf]*track
	periods  map[Step][]Period
	things   map[string][]int // by scope
	each     map[rowOf][]int  // of things of a scope, in the place of a row: those that go with a thing
	words    map[string][]string
	complete map[*model.View]bool // all of its rows were computed
}

// NewViewer returns a viewer of a run. The function gives a measure by its full
// name; it is asked only for the measures of the views that are resolved.
func NewViewer(document *scenario.Document, table *machine.Table, figure func(name string) (Figure, bool)) *Viewer {
	v := &Viewer{document: document, table: table, figure: figure, columns: make(map[string][]int, len(table.Program.Columns)),
		resolved: &resolved{map[rowOf][]int{}, map[rowOf]*track{}, map[Step][]Period{}, map[string][]int{}, map[rowOf][]int{}, map[string][]string{}, map[*model.View]bool{}}}
	for i, column := range table.Program.Columns {
		v.columns[column.Row] = append(v.columns[column.Row], i)
	}
	for _, columns := range v.columns {
		slices.SortFunc(columns, func(a, b int) int { return table.Program.Columns[a].Instance - table.Program.Columns[b].Instance })
	}
	return v
}

// With is the viewer of another run into the same table: of a document of the same
// form, with its own measures.
func (v *Viewer) With(document *scenario.Document, figure func(name string) (Figure, bool)) *Viewer {
	with := *v
	with.document, with.figure, with.room = document, figure, nil
	return &with
}

// RowsFor lists the rows that have to be computed for views of a scenario to be
// resolved, those of their measures included, as [model.Columns] takes them.
func RowsFor(own []scenario.Row, views ...*model.View) []string {
	rows := collect(views, (*model.View).Rows)
	if slices.ContainsFunc(views, (*model.View).ShowsOwn) {
		for _, row := range own {
			rows = append(rows, row.Name)
		}
	}
	more, err := RowsOf(MeasuresFor(views...)...)
	if err != nil {
		panic(err) // a test reads the views
	}
	for _, row := range more {
		if !slices.Contains(rows, row) {
			rows = append(rows, row)
		}
	}
	return rows
}

// PlanFor prepares the measures of views for tables of a form, which must hold
// [RowsFor] them; it is nil where the views have none.
func PlanFor(table *machine.Table, views ...*model.View) (*Plan, error) {
	measures := MeasuresFor(views...)
	if len(measures) == 0 {
		return nil, nil
	}
	return NewPlan(table, measures...)
}

// Figures gives the measures of a plan of a table with one lane by their names,
// as a [Viewer] takes them.
func Figures(plan *Plan, table *machine.Table) func(name string) (Figure, bool) {
	if plan == nil {
		return func(string) (Figure, bool) { return Figure{}, false }
	}
	values, there := slices.Clone(plan.Compute(table)), slices.Clone(plan.there) // which another run with the plan may follow
	return func(name string) (Figure, bool) {
		at, ok := plan.places[name]
		if !ok || !there[at] {
			return Figure{}, false
		}
		return Figure{&plan.Heads[at], plan.Value(&plan.Heads[at], values[at])}, true
	}
}

// MeasuresFor lists the measures that views name.
func MeasuresFor(views ...*model.View) []string { return collect(views, (*model.View).Measures) }

func collect(views []*model.View, of func(*model.View) []string) []string {
	var list []string
	for _, view := range views {
		for _, name := range of(view) {
			if !slices.Contains(list, name) {
				list = append(list, name)
			}
		}
	}
	return list
}

// Needed lists the rows that tell which views a scenario has a use for and where
// one begins to look; see [Viewer.Has] and [Viewer.FirstLook].
func Needed() []string {
	rows := []string{model.FirstLook}
	for i := range model.Views {
		for _, need := range model.Views[i].Needs {
			if strings.Contains(need, ".") && !slices.Contains(rows, need) {
				rows = append(rows, need)
			}
		}
	}
	return rows
}

// Has reports whether the scenario has what a view needs.
func (v *Viewer) Has(view *model.View) bool {
	for _, need := range view.Needs {
		if strings.Contains(need, ".") {
			if !v.someValue(need) {
				return false
			}
		} else if len(v.things(need)) == 0 {
			return false
		}
	}
	_, isReported := view.Shows.(model.Reported)
	switch {
	case isReported:
		return len(v.reportedPeriods(view)) > 0
	case view.ShowsOwn():
		return len(v.document.Rows) > 0
	}
	return true
}

// FirstLook is the month in which one begins to look, where a reader has not
// said: the first in which [model.FirstLook] is highest.
func (v *Viewer) FirstLook() int {
	best := 0
	columns := v.columnsOf(model.FirstLook, nobody)
	for month := range v.table.Months {
		if v.sum(columns, month) > v.sum(columns, best) {
			best = month
		}
	}
	return best
}

func (v *Viewer) someValue(row string) bool {
	return v.hasSome(v.columns[row])
}

func (v *Viewer) hasSome(columns []int) bool {
	return slices.ContainsFunc(columns, func(column int) bool { return slices.ContainsFunc(v.table.Series(column), isSomething) })
}

// isSomething reports whether a value is there and other than zero.
func isSomething(value float64) bool { return !machine.IsAbsent(value) && value != 0 }

// things lists the instances of a scope by their index in the document.
func (v *Viewer) things(scope string) []int {
	list, ok := v.resolved.things[scope]
	if ok {
		return list
	}
	for i := range v.document.Instances {
		if v.document.Instances[i].Scope == scope {
			list = append(list, i)
		}
	}
	v.resolved.things[scope] = list
	return list
}

// nobody stands for no thing in particular: all of them.
const nobody = -1

// title is what a thing is called.
func (v *Viewer) title(instance int) string {
	return v.document.Called(instance)
}

// tenants says whose a lease is over all months: its tenant's, and another's where it is let
// again.
func (v *Viewer) tenants(lease int) string {
	if v.hasSome(v.columnsOf(model.Relet, lease)) {
		return fmt.Sprintf(model.ReletOver, v.title(lease))
	}
	return v.title(lease)
}

// tenant says whose a lease is in a month.
func (v *Viewer) tenant(lease, month int) string {
	for _, column := range v.columnsOf(model.Relet, lease) {
		if isSomething(v.table.Series(column)[month]) {
			return fmt.Sprintf(model.ReletSince, v.title(lease))
		}
	}
	return v.title(lease)
}

// place is the rank of a thing among those of its scope; zero for nobody.
func (v *Viewer) place(instance int) int {
	if instance == nobody {
		return 0
	}
	return slices.Index(v.things(v.document.Instances[instance].Scope), instance)
}

// name is the name of a thing; empty for nobody.
func (v *Viewer) name(instance int) string {
	if instance == nobody {
		return ""
	}
	return v.document.Instances[instance].Name
}

// related reports whether one thing is another, belongs to it or owns it, or
// is the only one of its scope.
func (v *Viewer) related(one, other int) bool {
	if other == nobody || model.Scenario.FindScope(v.document.Instances[one].Scope).Single {
		return true
	}
	owns := func(up, down int) bool {
		for ; down >= 0; down = v.document.Instances[down].Parent {
			if down == up {
				return true
			}
		}
		return false
	}
	return owns(one, other) || owns(other, one)
}

// Step is the length of a period.
type Step string

// The steps.
const (
	ByMonth   Step = "month"
	ByQuarter Step = "quarter"
	ByYear    Step = "year"
)

// Steps lists the steps.
var Steps = []Step{ByMonth, ByQuarter, ByYear}

// Check refuses a step that there is not.
func (s Step) Check() error {
	if !slices.Contains(Steps, s) {
		return fmt.Errorf("%q is no step; allowed is month, quarter or year", s)
	}
	return nil
}

// Periods lists the periods of the run's scenario.
func (v *Viewer) Periods(step Step) []Period {
	list, ok := v.periods[step]
	if !ok {
		list = Periods(v.table.Start, v.table.Months, step)
		v.periods[step] = list
	}
	return list
}

// monthTitle names a month: 2026-05.
func (v *Viewer) monthTitle(month int) string {
	if months := v.Periods(ByMonth); month >= 0 && month < len(months) {
		return months[month].Title
	}
	return v.table.Start.Add(month).String()
}

// Period is a month, or those of a calendar quarter or year that the scenario has.
type Period struct {
	Title string
	From  int // months of the scenario
	To    int // the first one after it
	Whole bool
}

// Named is its title, and how long it is where the scenario begins or ends within it:
// 2026 (8 months). A column of that year is not to be held against a whole one.
func (p Period) Named() string {
	switch length := p.To - p.From; {
	case p.Whole:
		return p.Title
	case length == 1:
		return p.Title + " (1 month)"
	default:
		return fmt.Sprintf("%s (%d months)", p.Title, length)
	}
}

// Periods parts the months of a scenario.
func Periods(start calendar.Month, months int, step Step) []Period {
	size := map[Step]int{ByMonth: 1, ByQuarter: 3, ByYear: 12}[step]
	var list []Period
	for from := 0; from < months; {
		month := start.Add(from)
		to := min(months, from+size-(month.Month-1)%size)
		title := month.String()
		switch step {
		case ByQuarter:
			title = fmt.Sprintf("%d Q%d", month.Year, (month.Month-1)/3+1)
		case ByYear:
			title = fmt.Sprint(month.Year)
		}
		list = append(list, Period{title, from, to, to-from == size})
		from = to
	}
	return list
}
