package explain

import (
	"fmt"
	"slices"
	"strings"

	"rackonomics/engine/language"
	"rackonomics/engine/machine"
	"rackonomics/engine/model"
	"rackonomics/engine/result"
)

// Asked is a number as views show it: a row over a period, of one thing or of
// several together.
type Asked struct {
	Row       string
	Instances []string    // the things; all of the row's scope where none is named
	Month     int         // of the scenario, in the period
	By        result.Step // how long the period is
	Less      bool        // shown with the other sign, as what counts against a total is
}

// Over grows the tree of a number, level by level, to at most depth levels below
// it and most nodes in all. One of several months or things opens in its
// addends, and each of those in what its formula reads.
func (e *Explainer) Over(asked Asked, depth, most int) (*Node, error) {
	root, err := e.asked(asked)
	if err != nil {
		return nil, err
	}
	e.grow(root, depth, most)
	return root.node, nil
}

func (e *Explainer) asked(asked Asked) (*pending, error) {
	row, ok := e.schema.RowIndex(asked.Row)
	if !ok {
		return nil, fmt.Errorf("there is no row %q", asked.Row)
	}
	things, err := e.things(e.schema.RowScope(row), asked.Instances)
	if err != nil {
		return nil, err
	}
	period, err := e.period(asked.Month, asked.By)
	if err != nil {
		return nil, err
	}
	switch declared := model.FindRow(asked.Row); {
	case declared == nil && (len(things) > 1 || period.To-period.From > 1):
		return nil, fmt.Errorf("%s is a row of the scenario's own, which is told of one thing and month", asked.Row)
	case len(things) > 1 && !declared.Adds() && declared.By == "" && declared.Kind != model.Flag:
		return nil, fmt.Errorf("%s of several things does not add; say of which", asked.Row)
	}
	for _, thing := range things {
		if column, ok := e.columns[language.Cell{Row: row, Instance: thing}]; !ok || !e.table.Holds(column, period.To-1) || len(things) > 1 && period.To > e.table.Months {
			return nil, fmt.Errorf("the scenario has no month %d", asked.Month)
		}
	}
	root := e.over(series{row, things}, period)
	if asked.Less && root.node.Value != 0 {
		root = less(root)
	}
	return root, nil
}

// things finds the instances of a scope by their names, in the order of the document.
func (e *Explainer) things(scope string, names []string) ([]int, error) {
	for _, name := range names {
		if e.document.Find(scope, name) < 0 {
			return nil, fmt.Errorf("there is no %s named %q", scope, name)
		}
	}
	var things []int
	for i := range e.document.Instances {
		thing := &e.document.Instances[i]
		if thing.Scope == scope && (len(names) == 0 || slices.Contains(names, thing.Name)) {
			things = append(things, i)
		}
	}
	if len(things) == 0 {
		return nil, fmt.Errorf("there is no %s", scope)
	}
	return things, nil
}

func (e *Explainer) period(month int, by result.Step) (result.Period, error) {
	if err := by.Check(); err != nil {
		return result.Period{}, err
	}
	if by == result.ByMonth && month >= e.table.Months && month < e.table.Computed { // where a contract goes on
		return e.month(month), nil
	}
	for _, period := range result.Periods(e.table.Start, e.table.Months, by) {
		if period.From <= month && month < period.To {
			if period.To-period.From == 1 {
				return e.month(month), nil
			}
			return period, nil
		}
	}
	return result.Period{}, fmt.Errorf("the scenario has no month %d", month)
}

// series is a row of things that are told together.
type series struct {
	row    int
	things []int
}

// over is the node of a series over a period: of one thing in one month the
// row's own, as also where one month stands for the period.
func (e *Explainer) over(s series, p result.Period) *pending {
	row := model.FindRow(e.schema.Row(s.row).Name)
	isLong := p.To-p.From > 1
	switch {
	case isLong && row.Kind == model.Balance:
		p = e.month(p.To - 1)
	case isLong && row.Kind == model.Opening:
		p = e.month(p.From)
	}
	if p.To-p.From == 1 && len(s.things) == 1 {
		return e.row(cell{s.row, s.things[0], p.From})
	}
	names := make([]string, len(s.things))
	for i, thing := range s.things {
		names[i] = e.document.Instances[thing].Name
	}
	value, err := e.viewer.Over(row.Name, names, p)
	if err != nil {
		panic(err) // the table has every row
	}
	instance := ""
	if len(names) == 1 {
		instance = names[0]
	}
	node := &Node{Name: row.Name, Instance: instance, Month: p.Title, Title: row.Title(), Unit: row.Unit, Percent: row.Percent, Value: value.Number, Note: madeAs(s, row, p)}
	if operands, ok := e.operands(s, row); ok {
		node.Formula, node.Note = laidOut(row.Formula), strings.TrimSpace(row.Note+" It holds for all months together as for each.")
		return newPending(node, &pending{addends: func() []*pending { return e.together(operands, p) }})
	}
	return newPending(node, &pending{addends: func() []*pending { return e.addends(s, row, p, value.Number) }})
}

func (e *Explainer) month(at int) result.Period {
	return result.Period{Title: e.table.Start.Add(at).String(), From: at, To: at + 1, Whole: true}
}

// madeAs says how the addends make the value, by the row's kind.
func madeAs(s series, row *model.Row, p result.Period) string {
	of, days := "its months", ", weighted by their days"
	if p.To-p.From > 12 {
		of = "its years"
	}
	if p.To-p.From == 1 {
		scope := model.Scenario.FindScope(row.Scope())
		of, days = fmt.Sprintf("%d %s", len(s.things), scope.Plural), ""
	}
	switch {
	case row.Over != "" && p.To-p.From > 1:
		return "The first of these over the second, over the whole period."
	case row.By != "" && days != "" && model.FindRow(row.By).Kind != model.Flow:
		return fmt.Sprintf("The mean of %s, weighted by what stands below each and by days.", of)
	case row.By != "":
		return fmt.Sprintf("The mean of %s, weighted by what stands below each.", of)
	case row.Kind == model.Flag:
		return fmt.Sprintf("Yes where it is so in one of %s.", of)
	case days == "" || row.Kind == model.Flow:
		return fmt.Sprintf("The sum of %s.", of)
	case row.Kind == model.Monthly:
		return "It has a meaning in one month only."
	}
	return fmt.Sprintf("The mean of %s%s.", of, days)
}

// addends are the months of a period, or its years where it is longer than one, or, of one
// month, the things; of a mean by weights each with its weight. What made no difference is
// left out.
func (e *Explainer) addends(s series, row *model.Row, p result.Period, value float64) []*pending {
	if row.Over != "" && p.To-p.From > 1 {
		return []*pending{e.over(e.rowOf(row.Over, s), p), e.over(e.rowOf(row.By, s), p)}
	}
	matters := addendMatters(row, p, value)
	var parts []*pending
	add := func(s series, p result.Period) {
		part := e.over(s, p)
		switch {
		case !matters(part.node.Value):
		case row.By == "":
			parts = append(parts, part)
		default:
			if weight := e.over(e.rowOf(row.By, s), p); isThere(weight.node.Value) && weight.node.Value != 0 {
				parts = append(parts, part, weight)
			}
		}
	}
	if p.To-p.From > 12 {
		for _, year := range result.Periods(e.table.Start, e.table.Months, result.ByYear) {
			add(s, year)
		}
		return parts
	}
	if p.To-p.From > 1 {
		for month := p.From; month < p.To; month++ {
			add(s, e.month(month))
		}
		return parts
	}
	for _, thing := range s.things {
		add(series{s.row, []int{thing}}, p)
	}
	return parts
}

// operands are the flows that a flow of one thing adds up in each month, and so over any
// period too; false where its formula does anything else.
func (e *Explainer) operands(s series, row *model.Row) ([]flow, bool) {
	if len(s.things) != 1 || row.Kind != model.Flow {
		return nil, false
	}
	terms, isSum := e.terms(e.schema.Expression(s.row), language.Place{Self: s.things[0], Iterated: -1}, 1, nil)
	if !isSum {
		return nil, false
	}
	return e.flows(terms, func(term) bool { return false })
}

// together are flows over a period, without those of which there is nothing.
func (e *Explainer) together(flows []flow, p result.Period) (parts []*pending) {
	known := map[string]bool{}
	for _, f := range flows {
		if part := e.over(f.series, p); part.node.Value != 0 && !known[part.key] {
			known[part.key] = true
			parts = append(parts, part)
		}
	}
	return parts
}

// rowOf is another row of the same things.
func (e *Explainer) rowOf(name string, s series) series {
	row, _ := e.schema.RowIndex(name)
	return series{row, s.things}
}

func isThere(value float64) bool { return !machine.IsAbsent(value) }

// addendMatters says which addends make a difference to a value: of a sum those
// other than zero, of a mean those that are there, of a condition that is met
// those that are.
func addendMatters(row *model.Row, p result.Period, value float64) func(addend float64) bool {
	isLong := p.To-p.From > 1
	switch {
	case row.Kind == model.Flag && value == 0, row.Kind == model.Monthly && isLong:
		return func(float64) bool { return true }
	case row.By != "", row.Kind == model.Rate && isLong:
		return isThere
	}
	return func(addend float64) bool { return addend != 0 }
}

// less is the node of what counts against a total.
func less(of *pending) *pending {
	node := *of.node
	node.Title, node.Value, node.Formula, node.Note = "Less: "+node.Title, -node.Value, "", "It counts against the total."
	root := newPending(&node, &pending{addends: func() []*pending { return []*pending{of} }})
	root.key += " less"
	return root
}
