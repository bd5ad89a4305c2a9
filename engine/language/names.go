package language

import (
	"cmp"
	"maps"
	"slices"
)

// Named is a place of a formula where a row, an input or a function of the model
// is named, or an option of an input.
type Named struct {
	Offset int    // in bytes
	Text   string // as written
	Name   string // in full, of an option the input's
}

// Names lists where the text of a checked formula names something, from left to
// right: of a row or a measure of a scope or, if the scope is empty, of a function
// of every scope. Parameters are a function's, reductions are those of measures.
func (s *Schema) Names(scope, formula string, parameters []Parameter, reductions []Reduction) ([]Named, error) {
	written, err := parse(formula)
	if err != nil {
		return nil, err
	}
	own := *s // which gets the hidden rows that checking makes
	own.rows, own.names = slices.Clip(s.rows), maps.Clone(s.names)
	places := map[Named]bool{}
	c := checker{schema: &own, name: scope, text: formula, scope: s.scopeIndex(scope), iterated: -1, reductions: reductions,
		named: func(at *Expression, name string) { places[Named{at.Offset, at.Text, name}] = true }}
	if parameters != nil {
		c.frame = &frame{function: &functionEntry{}, arguments: map[string]*Node{}}
	}
	for _, parameter := range parameters {
		typ, err := s.declareType(parameter.Unit)
		if err != nil {
			return nil, err
		}
		c.frame.arguments[parameter.Name] = &Node{Kind: Placeholder, Type: typ, Name: parameter.Name, size: 1}
	}
	if _, err := c.check(written); err != nil {
		return nil, err
	}
	return slices.SortedFunc(maps.Keys(places), func(a, b Named) int { return cmp.Compare(a.Offset, b.Offset) }), nil
}
