// Package explain says why a number is what it is: a tree of the rows that it
// was made of, each with formula, value and unit, that ends in inputs with
// their sources.
package explain

import (
	"rackonomics/engine/language"
	"rackonomics/engine/machine"
	"rackonomics/engine/model"
	"rackonomics/engine/program"
	"rackonomics/engine/result"
	"rackonomics/engine/scenario"
)

// Node is a row, input or call of a function of the model, of an instance in a
// month, or a measure, or a row of several instances or months together, and
// what it was made of.
type Node struct {
	Name       string // scope.name
	Instance   string // empty of several together
	Month      string // 2026-05, or the title of a longer period; empty for an input that does not change
	Without    string // the scope without whose things the row is computed here, where that is so
	After      bool   // the month is after the scenario, where a contract or a loan goes on
	Title      string
	Unit       string
	Value      float64 // machine.Absent where there is none
	Text       string  // the value of an input or a measure that is not a number
	Formula    string  // of a row or a measure, or of a function below its call
	Note       string
	Sources    []scenario.Source
	Assumption bool    // of an input that no source states
	Path       string  // of an input, for mending it
	Children   []*Node // what the value was made of, without what did not matter; none where it is zero for want of anything
	Repeated   bool    // explained elsewhere in the tree
	Cut        bool    // there is more than the tree has room for

	// Of a measure:
	Measure *model.Measure
	Percent bool
	Decided []Decision // the months that made its value, in which its children are told
}

// Explainer explains the numbers of one table, which must hold every row of the
// model for its scenario.
type Explainer struct {
	document  *scenario.Document
	table     *machine.Table
	schema    *language.Schema
	relations *language.Relations
	columns   map[language.Cell]int
	evaluated map[cell]float64 // what is not in the table
	inputs    map[placed][]float64
	viewer    *result.Viewer
	measures  *result.Plan // once a measure is explained
}

// cell is a row of an instance in a month.
type cell struct {
	row, instance, month int
}

// New prepares a run for explaining.
func New(document *scenario.Document, schema *language.Schema, layout language.Layout, table *machine.Table) (*Explainer, error) {
	relations, err := language.NewRelations(schema, layout)
	if err != nil {
		return nil, err
	}
	e := &Explainer{document: document, table: table, schema: schema, relations: relations,
		columns: map[language.Cell]int{}, evaluated: map[cell]float64{}, inputs: map[placed][]float64{},
		viewer: result.NewViewer(document, table, nil)}
	for i, column := range table.Program.Columns {
		if row, ok := schema.RowIndex(column.Row); ok {
			e.columns[language.Cell{Row: row, Instance: column.Instance}] = i
		}
	}
	return e, nil
}

// date names a month, and tells whether it is after the scenario.
func (e *Explainer) date(month int) (name string, after bool) {
	return e.table.Start.Add(month).String(), month >= e.table.Months
}

// pending is a node whose children are still to be found: what formula, if there
// is one, reads at a place in a month, or what adds up to it.
type pending struct {
	node    *Node
	key     string // the same for nodes that have the same children
	addends func() []*pending
	formula *language.Node
	at      language.Place
	month   int
	within  int // the row whose formula this is part of
	depth   int
}

func (e *Explainer) grow(root *pending, depth, most int) {
	seen := map[string]bool{root.key: true}
	waiting := []*pending{root}
	for len(waiting) > 0 {
		p := waiting[0]
		waiting = waiting[1:]
		found := e.parts(p)
		if p.depth >= depth || len(found) > most {
			p.node.Cut = len(found) > 0
			continue
		}
		most -= len(found)
		for _, part := range found {
			p.node.Children = append(p.node.Children, part.node)
			switch {
			case part.formula == nil && part.addends == nil: // an input, or a sum of earlier months
			case seen[part.key]:
				part.node.Repeated = true
			default:
				seen[part.key] = true
				part.depth = p.depth + 1
				waiting = append(waiting, part)
			}
		}
	}
}

func (e *Explainer) row(c cell) *pending {
	row := e.schema.Row(c.row)
	date, after := e.date(c.month)
	node := &Node{Name: row.Name, Instance: e.document.Instances[c.instance].Name, Month: date, After: after,
		Title: model.Title(row.Name), Unit: row.Unit, Percent: percent(row.Name), Value: e.value(c), Formula: laidOut(row.Formula), Note: row.Note}
	return newPending(node, &pending{formula: e.schema.Expression(c.row), at: language.Place{Self: c.instance, Iterated: -1}, month: c.month, within: c.row})
}

// percent tells whether a row reads in per cent, which no row of a scenario's own does.
func percent(name string) bool {
	row := model.FindRow(name)
	return row != nil && row.Percent
}

// call is the node of a function of the model, which opens as a row does.
func (e *Explainer) call(n *language.Node, at language.Place, month, within int) *pending {
	function := e.schema.FunctionNamed(n.Name)
	instance := at.Self
	if at.Iterated >= 0 {
		instance = at.Iterated
	}
	date, after := e.date(month)
	node := &Node{Name: n.Name, Instance: e.document.Instances[instance].Name, Month: date, After: after, Title: FunctionTitle(n.Name),
		Unit: function.Unit, Value: e.evaluate(n, at, month), Formula: n.Text + "\n= " + laidOut(function.Formula), Note: function.Note}
	p := newPending(node, &pending{formula: n.Args[0], at: at, month: month, within: within})
	p.key += " " + n.Text
	return p
}

func newPending(node *Node, p *pending) *pending {
	p.node, p.key = node, node.Name+"@"+node.Instance+"@"+node.Month
	return p
}

// laidOut is a formula in the one layout. A checked formula always has one.
func laidOut(formula string) string {
	text, err := language.Format(formula)
	if err != nil {
		return formula
	}
	return text
}

func (e *Explainer) inputNode(n *language.Node, instance, month int) *Node {
	in := e.document.Schema().FindInput(n.Name)
	thing := &e.document.Instances[instance]
	values := e.document.Resolve(instance, in, e.table.Computed)
	node := &Node{Name: in.Name, Instance: thing.Name, Title: in.Title, Unit: in.Unit, Percent: in.Percent, Note: in.Note, Value: values[0],
		Sources: e.document.Cited(instance, in), Assumption: e.document.Assumed(instance, in), Path: thing.Path(in.Field())}
	if len(values) > 1 {
		node.Value = values[month]
		node.Month, node.After = e.date(month)
	}
	if note := thing.Given[in.Field()].Note; note != "" {
		node.Note = note
	}
	value := e.document.Value(instance, in)
	switch in.Kind {
	case scenario.Choice:
		node.Text = in.Options[int(value.Number)].Title
	case scenario.Month, scenario.Day:
		node.Text = in.Plain(value).(string)
	case scenario.Switch:
		node.Text = map[bool]string{true: "yes", false: "no"}[value.Number != 0]
	}
	return node
}

// parts finds what a formula read, in the order of the formula.
func (e *Explainer) parts(p *pending) []*pending {
	if p.addends != nil {
		return p.addends()
	}
	collector := &collector{e: e, month: p.month, known: map[string]bool{}, root: p.node}
	collector.visit(p.formula, p.at, p.within)
	return collector.found
}

type collector struct {
	e     *Explainer
	month int
	known map[string]bool
	found []*pending
	root  *Node // of the measure that is explained, if one is
}

func (c *collector) add(p *pending) {
	if !c.known[p.key] {
		c.known[p.key] = true
		c.found = append(c.found, p)
	}
}

// visit walks an expression and leaves out what did not matter. within is the
// row whose expression this is.
func (c *collector) visit(n *language.Node, at language.Place, within int) {
	switch n.Kind {
	case language.Reference:
		c.reference(n, at, c.month, within)
	case language.Sum, language.Before:
		for _, there := range c.e.relations.Terms(n, at) {
			if c.e.evaluate(n.Args[0], there, c.month) != 0 {
				c.visit(n.Args[0], there, within)
			}
		}
	case language.Previous:
		c.neighbour(n, at, c.month-1, within)
	case language.Next:
		c.neighbour(n, at, c.e.after(c.month), within)
	case language.Ahead:
		c.neighbour(n, at, c.month+1, within)
	case language.Lag:
		c.lag(n, at, within)
	case language.Operation:
		if n.Code == program.When {
			c.condition(n, at, within)
			return
		}
		for _, arg := range c.decisive(n, at) {
			c.visit(arg, at, within)
		}
	case language.Reduce:
		c.reduction(n, at)
	case language.Without:
		c.add(c.e.withoutNode(n, at, c.month))
	case language.Inlined:
		c.add(c.e.call(n, at, c.month, within))
	}
}

// condition follows the branch taken. The condition itself is told where the
// branch is a mere number, for then it is the reason.
func (c *collector) condition(n *language.Node, at language.Place, within int) {
	branch := n.Args[2]
	if c.e.evaluate(n.Args[0], at, c.month) > 0 {
		branch = n.Args[1]
	}
	if branch.Kind == language.Literal {
		c.visit(n.Args[0], at, within)
	}
	c.visit(branch, at, within)
}

// decisive picks the arguments that made an operation's value: not the terms
// that are zero, not the factors that are one, of a product that is zero the
// zero, of min and max the one that it is.
func (c *collector) decisive(n *language.Node, at language.Place) []*language.Node {
	values := make([]float64, len(n.Args))
	for i, arg := range n.Args {
		values[i] = c.e.evaluate(arg, at, c.month)
	}
	value := c.e.evaluate(n, at, c.month)
	keep := func(wanted func(arg *language.Node, v float64) bool) []*language.Node {
		var kept []*language.Node
		for i, arg := range n.Args {
			if wanted(arg, values[i]) {
				kept = append(kept, arg)
			}
		}
		return kept
	}
	switch n.Code {
	case program.Add, program.Subtract:
		return keep(func(_ *language.Node, v float64) bool { return v != 0 })
	case program.Multiply, program.Divide:
		if value == 0 {
			return keep(func(_ *language.Node, v float64) bool { return v == 0 })
		}
		return keep(func(arg *language.Node, v float64) bool { return v != 1 || !arg.Type.Unit.Plain() })
	case program.Minimum, program.Maximum:
		if chosen := keep(func(_ *language.Node, v float64) bool { return v == value }); len(chosen) > 0 {
			return chosen[:1]
		}
	case program.And, program.Or:
		if decided := n.Code == program.Or; (value > 0) == decided {
			return keep(func(_ *language.Node, v float64) bool { return (v > 0) == decided })[:1]
		}
	}
	return n.Args
}

func (c *collector) lag(n *language.Node, at language.Place, within int) {
	c.visit(n.Args[1], at, within)
	if back := c.e.evaluate(n.Args[1], at, c.month); back <= float64(c.month) {
		c.reference(n.Args[0], at, c.month-max(0, int(back)), within)
	} else if len(n.Args) > 2 {
		c.visit(n.Args[2], at, within)
	}
}

func (c *collector) neighbour(n *language.Node, at language.Place, month, within int) {
	if month >= 0 && month < c.e.table.Computed {
		c.reference(n.Args[0], at, month, within)
	} else if len(n.Args) > 1 {
		c.visit(n.Args[1], at, within)
	}
}

func (c *collector) reference(n *language.Node, at language.Place, month, within int) {
	instance := c.e.relations.Resolve(n, at)
	switch {
	case n.IsInput:
		c.add(newPending(c.e.inputNode(n, instance, month), &pending{}))
	case !c.e.schema.RowHidden(n.Index):
		c.add(c.e.row(cell{n.Index, instance, month}))
	case n.Index == within: // cum or vintage, whose earlier months are told as one
		date := c.e.table.Start.Add(month).String()
		c.add(newPending(&Node{Name: n.Name, Month: date, Title: c.e.schema.Row(n.Index).Note + " to " + date,
			Unit: n.Type.Unit.String(), Value: c.e.value(cell{n.Index, instance, month})}, &pending{}))
	default:
		inner := &collector{e: c.e, month: month, known: c.known, root: c.root}
		inner.visit(c.e.schema.Expression(n.Index), language.Place{Self: instance, Iterated: -1}, n.Index)
		c.found = append(c.found, inner.found...)
	}
}

// withoutNode tells what a row would be without the things of a scope. It is
// the end of its branch: that scenario is another.
func (e *Explainer) withoutNode(n *language.Node, at language.Place, month int) *pending {
	scope := model.Scenario.Scopes()[n.Scope]
	date, after := e.date(month)
	row := model.FindRow(n.Name)
	node := &Node{Name: n.Name, Instance: e.document.Instances[e.relations.Resolve(n.Args[0], at)].Name, Month: date, After: after,
		Title: row.Title() + " without " + scope.Plural, Unit: row.Unit, Percent: row.Percent, Value: e.without(n, at, month), Without: scope.Name,
		Note: "Computed of the same scenario without them."}
	p := newPending(node, &pending{})
	p.key += " without " + scope.Name
	return p
}
