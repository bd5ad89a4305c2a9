package workbook

import (
	"slices"

	"rackonomics/engine/language"
	"rackonomics/engine/program"
)

// absence knows which rows may have no value, so that only what compares such a
// row is guarded.
type absence struct {
	schema *language.Schema
	rows   []bool
}

func newAbsence(schema *language.Schema) *absence {
	a := &absence{schema, make([]bool, schema.RowCount())}
	for changed := true; changed; {
		changed = false
		for row := range a.rows {
			if !a.rows[row] && a.mayBeAbsent(schema.Expression(row)) {
				a.rows[row], changed = true, true
			}
		}
	}
	return a
}

// mayBeAbsent reports whether an expression can have no value.
func (a *absence) mayBeAbsent(n *language.Node) bool {
	if n.Type.Kind == language.Switch {
		return false // conditions are guarded where they are made
	}
	switch n.Kind {
	case language.Literal:
		return n.Value != n.Value
	case language.Reference:
		return !n.IsInput && a.rows[n.Index]
	case language.Reduce, language.Without:
		return true
	}
	if failsItself(n) {
		return true
	}
	for _, arg := range n.Args {
		if a.mayBeAbsent(arg) {
			return true
		}
	}
	return false
}

// failsItself reports whether an operation has no value for some numbers.
func failsItself(n *language.Node) bool {
	if n.Kind != language.Operation {
		return false
	}
	switch n.Code {
	case program.Divide:
		return n.Args[1].Kind != language.Literal || n.Args[1].Value == 0
	case program.Power, program.Logarithm, program.Exponential:
		return true
	}
	return false
}

// fails reports whether the formula of an expression itself can be an error other
// than #N/A, as by dividing by zero.
func fails(n *language.Node) bool {
	return failsItself(n) || slices.ContainsFunc(n.Args, fails)
}

// marked is a whole formula with the mark of an absent value, #N/A, in the place of
// any other error.
func (b *book) marked(n *language.Node, formula written) written {
	if !fails(n) || n.Type.Kind == language.Switch {
		return formula
	}
	return call("IFERROR", formula.text, absent)
}
