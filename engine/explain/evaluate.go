package explain

import (
	"math"

	"rackonomics/engine/language"
	"rackonomics/engine/machine"
	"rackonomics/engine/model"
	"rackonomics/engine/program"
)

// value looks up a cell. The rows that the compiler made are not in the table, and
// those that nothing reads after the scenario are not there then, though they may be
// held against one of another run that is: both are evaluated.
func (e *Explainer) value(c cell) float64 {
	from := 0 // the first month that is not in the table
	if column, ok := e.columns[language.Cell{Row: c.row, Instance: c.instance}]; ok {
		if e.table.Program.Columns[column].Pass == program.SetupPass {
			return e.table.Series(column)[0]
		}
		if e.table.Holds(column, c.month) {
			return e.table.Whole(column)[c.month]
		}
		from = e.table.Months
	}
	value, known := e.evaluated[c]
	if !known {
		// Earlier months first, so that a sum over many of them does not recurse
		// as deep as there are months: a WASM stack is small.
		first := c.month
		for first > from {
			if _, done := e.evaluated[cell{c.row, c.instance, first - 1}]; done {
				break
			}
			first--
		}
		for month := first; month <= c.month; month++ {
			value = e.evaluate(e.schema.Expression(c.row), language.Place{Self: c.instance, Iterated: -1}, month)
			e.evaluated[cell{c.row, c.instance, month}] = value
		}
	}
	return value
}

// evaluate computes part of a formula from the table, as the program did.
func (e *Explainer) evaluate(n *language.Node, at language.Place, month int) float64 {
	switch n.Kind {
	case language.Literal:
		return n.Value
	case language.Calendar:
		return e.calendar(n.Name, month)
	case language.Shock:
		return 0
	case language.Count:
		return float64(len(e.relations.Belonging(n.Scope, at.Self)))
	case language.Reference:
		return e.read(n, at, month)
	case language.Without:
		return e.without(n, at, month)
	case language.Inlined:
		return e.evaluate(n.Args[0], at, month)
	case language.Sum, language.Before:
		total := 0.0
		for i, place := range e.relations.Terms(n, at) {
			term := e.evaluate(n.Args[0], place, month)
			if total += term; i == 0 {
				total = term
			}
		}
		return total
	case language.Reduce:
		return e.measures.Of(n, at)
	case language.Previous:
		return e.beyond(n, at, month, month-1, 1)
	case language.Next:
		return e.beyond(n, at, month, e.after(month), 1)
	case language.Ahead:
		return e.beyond(n, at, month, month+1, 1)
	case language.Lag:
		back := math.Floor(e.evaluate(n.Args[1], at, month))
		if back != back {
			return program.Absent
		}
		return e.beyond(n, at, month, month-int(min(max(back, 0), float64(month)+1)), 2)
	}
	if n.Code == program.When {
		if e.evaluate(n.Args[0], at, month) > 0 {
			return e.evaluate(n.Args[1], at, month)
		}
		return e.evaluate(n.Args[2], at, month)
	}
	args := [2]float64{}
	for i, arg := range n.Args {
		args[i] = e.evaluate(arg, at, month)
	}
	return program.Operations[n.Code].Apply(args[0], args[1])
}

// after is the month that next looks at, or none.
func (e *Explainer) after(month int) int {
	if month >= e.table.Months-1 {
		return -1
	}
	return month + 1
}

// beyond reads the reference in another month; where there is none stands the
// argument at opening, if there is one, else zero.
func (e *Explainer) beyond(n *language.Node, at language.Place, month, other, opening int) float64 {
	if other >= 0 && other < e.table.Computed {
		return e.read(n.Args[0], at, other)
	}
	if len(n.Args) > opening {
		return e.evaluate(n.Args[opening], at, month)
	}
	return 0
}

func (e *Explainer) read(n *language.Node, at language.Place, month int) float64 {
	instance := e.relations.Resolve(n, at)
	if !n.IsInput {
		return e.value(cell{n.Index, instance, month})
	}
	return e.input(n.Name, instance, month)
}

func (e *Explainer) calendar(name string, month int) float64 {
	return machine.Calendar(name, e.table.Start, month, e.table.Months)
}

// without looks up a row in the same scenario without the things of a scope,
// which stands in a table of its own.
func (e *Explainer) without(n *language.Node, at language.Place, month int) float64 {
	other := e.table.Without[model.Scenario.Scopes()[n.Scope].Name]
	if other == nil {
		return e.evaluate(n.Args[0], at, month)
	}
	column, ok := other.Column(n.Name, e.document.Instances[e.relations.Resolve(n.Args[0], at)].Name)
	if !ok {
		return program.Absent
	}
	return other.Series(column)[month]
}
