package language

import (
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

// Namer tells what formulas name.
type Namer struct {
	schema Schema // gets the hidden rows that checking makes
}

// Namer returns a namer of a schema, which it leaves as it is.
func (s *Schema) Namer() *Namer {
	own := *s
	own.rows, own.names = slices.Clone(s.rows), maps.Clone(s.names)
	return &Namer{own}
}

// Names lists where the text of a checked formula names something, from left to
// right: of a row or a measure of a scope or, if the scope is empty, of a function
// of every scope. Parameters are a function's, reductions are those of measures.
func (n *Namer) Names(scope, formula string, parameters []Parameter, reductions []Reduction) ([]Named, error) {
	written, err := parse(formula)
	if err != nil {
		return nil, err
	}
	s := &n.schema
	var places []Named
	c := checker{schema: s, name: scope, text: formula, scope: s.scopeIndex(scope), iterated: -1, reductions: reductions,
		named: func(at *Expression, name string) { places = withNamed(places, Named{at.Offset, at.Text, name}) }}
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
	return places, nil
}

// withNamed adds a place once, in order: what is checked twice is named twice.
// Sorting afterwards would make engine.wasm 5 KB larger.
func withNamed(places []Named, place Named) []Named {
	at := len(places)
	for at > 0 && places[at-1].Offset >= place.Offset {
		at--
	}
	if at < len(places) && places[at] == place {
		return places
	}
	places = append(places, place)
	for i := len(places) - 1; i > at; i-- {
		places[i], places[i-1] = places[i-1], places[i]
	}
	return places
}
