package result

import (
	"fmt"
	"strconv"

	"rackonomics/engine/calendar"
	"rackonomics/engine/language"
	"rackonomics/engine/machine"
	"rackonomics/engine/measure"
	"rackonomics/engine/model"
	"rackonomics/engine/program"
)

// Plan computes the measures of tables of one form: the things, the rows and
// the months of a scenario. Whatever two measures have in common, such as a row
// added over its instances, is computed once. It holds its memory, so that
// computing allocates nothing but what the functions of package measure do.
type Plan struct {
	Heads []Head

	instances []program.Instance
	relations *language.Relations
	start     calendar.Month
	months    int  // of the scenario
	computed  int  // with those after it
	whole     bool // of the measure that is being planned
	columns   map[rowOf]int
	without   map[string]map[rowOf]int // of the tables without the things of a scope

	steps  []step
	known  map[string]int
	value  []float64   // of a slot with one value
	series [][]float64 // of a slot with a series, or several values
	loads  []load
	// Of slots with the same number in all months.
	literals map[int]float64
	lanewise acrossLanes
	places   map[string]int // of heads, by their names
	results  []int          // by head: the slot of its value
	whens    []int          // by head: the slot of its condition, or -1
	wholes   []func()       // fill the series that no step computes and that go beyond the scenario

	arguments arguments
	eachOf    [most][][]float64

	lanes  int
	values []float64 // by head, then by lane
	there  []bool
}

// rowOf is a row of an instance.
type rowOf struct {
	row      string
	instance int
}

// load is a slot that holds a column of the table.
type load struct {
	slot, column int
	whole        bool
	without      string // the scope whose things the table is without
}

// step computes one slot.
type step struct {
	do        action
	code      program.Code // of arithmetic
	out       int
	args      []int
	reduction *Reduction
	each      [][]int // by argument: the slots of its instances
	self      int
	whole     bool // of series: it goes over the months after the scenario too
}

type action uint8

const (
	arithmeticOfValues action = iota
	arithmeticOfSeries
	spread // a value to a series
	add    // series
	reduce
)

// NewPlan prepares the measures of the tables of a form, of which this is one; it
// must hold [Rows]. With names it prepares those measures only, as a study does
// that asks for few; then the table must hold [RowsOf] them.
func NewPlan(table *machine.Table, names ...string) (*Plan, error) {
	list := measures()
	if len(names) > 0 {
		var err error
		if list, err = choose(names); err != nil {
			return nil, err
		}
	}
	return newPlan(list, table)
}

func newPlan(list []checked, table *machine.Table) (*Plan, error) {
	made := table.Program
	relations, err := language.NewRelations(schema(), language.Layout{Instances: made.Instances})
	if err != nil {
		return nil, err
	}
	months := table.Months
	p := &Plan{instances: made.Instances, relations: relations, start: table.Start, months: months, computed: months,
		columns: columnsOf(made), without: map[string]map[rowOf]int{}, known: map[string]int{}, literals: map[int]float64{}, places: map[string]int{}}
	for scope, other := range table.Without {
		p.without[scope] = columnsOf(other.Program)
	}
	p.arguments.within = months
	p.reach(months)
	for len(list) > 0 {
		group := sameScope(list)
		for _, instance := range p.of(schema().ScopeIndex(group[0].Scope)) {
			for _, m := range group {
				if err := p.add(m, instance); err != nil {
					return nil, err
				}
			}
		}
		list = list[len(group):]
	}
	p.planAcross()
	return p, nil
}

func columnsOf(made *program.Program) map[rowOf]int {
	columns := make(map[rowOf]int, len(made.Columns))
	for i, column := range made.Columns {
		columns[rowOf{column.Row, column.Instance}] = i
	}
	return columns
}

// sameScope takes the first measures that have one scope.
func sameScope(list []checked) []checked {
	for i, m := range list {
		if m.Scope != list[0].Scope {
			return list[:i]
		}
	}
	return list
}

// add plans a measure of an instance, unless what it is about is missing.
func (p *Plan) add(m checked, instance int) error {
	if m.Needs != "" && len(p.of(schema().ScopeIndex(m.Needs))) == 0 {
		return nil
	}
	at := language.Place{Self: instance, Iterated: -1}
	p.whole = m.Whole
	result, err := p.slotOfValue(m.formula, at)
	if err != nil {
		return err
	}
	when := -1
	if m.when != nil {
		if when, err = p.slotOfValue(m.when, at); err != nil {
			return err
		}
	}
	head := p.newHead(m, instance)
	p.places[head.Name] = len(p.Heads)
	p.Heads = append(p.Heads, head)
	p.results, p.whens = append(p.results, result), append(p.whens, when)
	return nil
}

// slot finds the slot that a step computes, or makes one.
func (p *Plan) slot(s step) int {
	s.whole = p.whole
	key := s.key()
	if slot, ok := p.known[key]; ok {
		return slot
	}
	slot := p.newSlot()
	p.known[key] = slot
	s.out = slot
	if s.do != arithmeticOfValues && s.do != reduce {
		p.series[slot] = make([]float64, p.span(s.whole))
	}
	p.steps = append(p.steps, s)
	return slot
}

// key tells steps apart that compute different things.
func (s *step) key() string {
	key := []byte{byte(s.do), byte(s.code)}
	if s.whole {
		key = append(key, '+')
	}
	number := func(n int) { key = append(strconv.AppendInt(key, int64(n), 36), ' ') }
	if s.reduction != nil {
		key = append(key, s.reduction.Name...)
		number(s.self)
	}
	for _, slot := range s.args {
		number(slot)
	}
	for _, slots := range s.each {
		key = append(key, '|')
		for _, slot := range slots {
			number(slot)
		}
	}
	return string(key)
}

// span is how many months a series has.
func (p *Plan) span(whole bool) int {
	if whole {
		return p.computed
	}
	return p.months
}

// ofSpan tells the constants of one span from those of the other.
func (p *Plan) ofSpan(key string) string {
	if p.whole {
		return key + " +"
	}
	return key
}

// reach makes room for so many months as are computed.
func (p *Plan) reach(months int) {
	p.computed = months
	a := &p.arguments
	a.ends, a.memory = a.ends[:0], make([]float64, 0, months)
	for month := range months {
		a.ends = append(a.ends, measure.Day(p.start.Add(month+1).FirstDay()-1))
	}
	for _, fill := range p.wholes {
		fill()
	}
	for _, s := range p.steps {
		if s.whole && s.do != arithmeticOfValues && s.do != reduce {
			p.series[s.out] = make([]float64, months)
		}
	}
}

// series is a slot of a series that no step computes.
func (p *Plan) constantSeries(key string, values func(months int) []float64) int {
	whole := p.whole
	return p.constant(p.ofSpan(key), func(slot int) {
		fill := func() { p.series[slot] = values(p.span(whole)) }
		fill()
		if whole {
			p.wholes = append(p.wholes, fill)
		}
	})
}

func (p *Plan) newSlot() int {
	p.value, p.series = append(p.value, 0), append(p.series, nil)
	return len(p.value) - 1
}

// constant is a slot that no step computes.
func (p *Plan) constant(key string, fill func(slot int)) int {
	if slot, ok := p.known[key]; ok {
		return slot
	}
	slot := p.newSlot()
	p.known[key] = slot
	fill(slot)
	return slot
}

// slotOfValue plans an expression that is one value, or several of a list.
func (p *Plan) slotOfValue(n *language.Node, at language.Place) (int, error) {
	switch n.Kind {
	case language.Literal, language.Count:
		value := n.Value
		if n.Kind == language.Count {
			value = float64(len(p.relations.Belonging(n.Scope, at.Self)))
		}
		return p.constant("value "+strconv.FormatFloat(value, 'g', -1, 64), func(slot int) { p.value[slot] = value }), nil
	case language.Reduce:
		return p.reduction(n, at)
	case language.Inlined:
		return p.slotOfValue(n.Args[0], at)
	}
	args, err := p.slots(n.Args, at, p.slotOfValue)
	if err != nil {
		return 0, err
	}
	return p.slot(step{do: arithmeticOfValues, code: n.Code, args: args}), nil
}

// slotOfSeries plans an expression that has a value each month.
func (p *Plan) slotOfSeries(n *language.Node, at language.Place) (int, error) {
	switch n.Kind {
	case language.Literal:
		slot := p.constantSeries("series "+strconv.FormatFloat(n.Value, 'g', -1, 64), func(months int) []float64 { return repeated(n.Value, months) })
		p.literals[slot] = n.Value
		return slot, nil
	case language.Calendar:
		return p.constantSeries("calendar "+n.Name, func(months int) []float64 {
			values := make([]float64, months)
			for month := range values {
				values[month] = machine.Calendar(n.Name, p.start, month, p.months)
			}
			return values
		}), nil
	case language.Reference:
		return p.column(n.Name, p.relations.Resolve(n, at))
	case language.Without:
		return p.columnWithout(n, at)
	case language.Sum, language.Before:
		return p.sum(n, at)
	case language.Inlined:
		return p.slotOfSeries(n.Args[0], at)
	case language.Reduce, language.Count:
		value, err := p.slotOfValue(n, at)
		if err != nil {
			return 0, err
		}
		return p.slot(step{do: spread, args: []int{value}}), nil
	}
	args, err := p.slots(n.Args, at, p.slotOfSeries)
	if err != nil {
		return 0, err
	}
	return p.slot(step{do: arithmeticOfSeries, code: n.Code, args: args}), nil
}

func (p *Plan) slots(nodes []*language.Node, at language.Place, slot func(*language.Node, language.Place) (int, error)) ([]int, error) {
	var slots []int
	for _, n := range nodes {
		found, err := slot(n, at)
		if err != nil {
			return nil, err
		}
		slots = append(slots, found)
	}
	return slots, nil
}

// column is a slot that holds a row of an instance.
func (p *Plan) column(row string, instance int) (int, error) {
	column, ok := p.columns[rowOf{row, instance}]
	if !ok {
		return 0, fmt.Errorf("the table has no %s of %s, which measures read", row, p.instances[instance].Name)
	}
	return p.constant(p.ofSpan("column "+strconv.Itoa(column)), func(slot int) { p.loads = append(p.loads, load{slot, column, p.whole, ""}) }), nil
}

// columnWithout is a slot that holds a row in the scenario without the things of
// a scope. Single things come first in every scenario, so that they have one place.
func (p *Plan) columnWithout(n *language.Node, at language.Place) (int, error) {
	scope := model.Scenario.Scopes()[n.Scope].Name
	if len(p.of(n.Scope)) == 0 { // it is without them
		return p.slotOfSeries(n.Args[0], at)
	}
	column, ok := p.without[scope][rowOf{n.Name, p.relations.Resolve(n.Args[0], at)}]
	if !ok {
		return 0, fmt.Errorf("the table has no %s without any %s, which measures read", n.Name, scope)
	}
	return p.constant(p.ofSpan("without "+scope+" "+strconv.Itoa(column)), func(slot int) { p.loads = append(p.loads, load{slot, column, p.whole, scope}) }), nil
}

// sum adds in the order of the instances, as the program does.
func (p *Plan) sum(n *language.Node, at language.Place) (int, error) {
	var terms []int
	for _, place := range p.relations.Terms(n, at) {
		term, err := p.slotOfSeries(n.Args[0], place)
		if err != nil {
			return 0, err
		}
		terms = append(terms, term)
	}
	switch len(terms) {
	case 0:
		return p.constantSeries("series 0", func(months int) []float64 { return make([]float64, months) }), nil
	case 1:
		return terms[0], nil
	}
	return p.slot(step{do: add, args: terms}), nil
}

func (p *Plan) reduction(n *language.Node, at language.Place) (int, error) {
	reduction := &Reductions[n.Index]
	s := step{do: reduce, reduction: reduction, each: make([][]int, len(n.Args)), self: -1}
	for i, arg := range n.Args {
		slot, err := -1, error(nil)
		switch reduction.Arguments[i].Shape {
		case language.Series:
			slot, err = p.slotOfSeries(arg, at)
		case language.Each:
			s.each[i], err = p.eachSlot(n, arg, at, &s.self)
		default:
			slot, err = p.slotOfValue(arg, at)
		}
		if err != nil {
			return 0, err
		}
		s.args = append(s.args, slot)
	}
	return p.slot(s), nil
}

// eachSlot plans an argument for every instance of the scope that it runs over.
// self is the place of the measure's own instance among them.
func (p *Plan) eachSlot(n, arg *language.Node, at language.Place, self *int) ([]int, error) {
	var slots []int
	for i, instance := range p.of(n.Scope) {
		if instance == at.Self {
			*self = i
		}
		slot, err := p.slotOfSeries(arg, p.place(instance, at))
		if err != nil {
			return nil, err
		}
		slots = append(slots, slot)
	}
	return slots, nil
}

func repeated(value float64, times int) []float64 {
	values := make([]float64, times)
	for i := range values {
		values[i] = value
	}
	return values
}
