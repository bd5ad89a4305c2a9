package scenario

import "errors"

// Declaration is what a model says of its scenarios, from which [NewSchema]
// makes a schema.
type Declaration struct {
	Title         string // of a document, as the JSON Schema names it
	Start, Months Input  // the document's own inputs, scenario.start and scenario.months
	Scopes        []Scope
	Inputs        []Input // in the order of the page
	Example       Row     // one that a scenario may add, for the JSON Schema

	// MeasureScope gives the scope of whose things a study may ask a measure, and
	// whether there is such a measure.
	MeasureScope func(measure string) (scope string, known bool)
}

// Schema is what documents of a model may say: its kinds of things and their
// inputs. Decoding, validation, changes, writing and the JSON Schema follow from
// it. It does not change once it is made.
type Schema struct {
	title         string
	example       Row
	start, months *Input
	scopes        []*Scope
	inputs        []*Input
	scopeIndex    map[string]*Scope
	inputIndex    map[string]*Input
	inputsOf      map[string][]*Input
	presence      map[string]*Input // by scope that is not single
	measureScope  func(measure string) (scope string, known bool)
}

// frame is the first word of the paths of the document's own inputs.
const frame = "scenario"

// NewSchema makes a schema of a declaration. The error joins everything that is
// wrong with it, each with the name of the scope or input.
func NewSchema(declared Declaration) (*Schema, error) {
	s := &Schema{title: declared.Title, example: declared.Example, start: &declared.Start, months: &declared.Months, measureScope: declared.MeasureScope,
		scopeIndex: map[string]*Scope{}, inputIndex: map[string]*Input{}, inputsOf: map[string][]*Input{}}
	c := &checker{schema: s}
	for i := range declared.Scopes {
		c.addScope(&declared.Scopes[i])
	}
	for i := range declared.Inputs {
		c.addInput(&declared.Inputs[i])
	}
	c.addFrame()
	for _, in := range s.inputs {
		c.condition(in)
	}
	s.presence = map[string]*Input{}
	for _, scope := range s.scopes {
		if !scope.Single {
			s.presence[scope.Name] = presenceOf(scope)
		}
	}
	for _, scope := range s.scopes {
		c.beginnings(scope)
	}
	if s.measureScope == nil {
		c.fail(studyMember, "no function says which measures a study may ask about")
	}
	if c.found != nil {
		return nil, errors.Join(c.found...)
	}
	return s, nil
}

// Scopes lists the kinds of things, those that others belong to first.
func (s *Schema) Scopes() []*Scope { return s.scopes }

// Inputs lists the inputs of things, in the order of the page.
func (s *Schema) Inputs() []*Input { return s.inputs }

// Horizon lists the document's own inputs: its first month and its length.
func (s *Schema) Horizon() []*Input { return []*Input{s.start, s.months} }

// FindScope returns the declaration of a scope, or nil.
func (s *Schema) FindScope(name string) *Scope { return s.scopeIndex[name] }

// FindInput returns the declaration of scope.name, those of the horizon included, or nil.
func (s *Schema) FindInput(name string) *Input { return s.inputIndex[name] }

// InputsOf lists the inputs of a scope.
func (s *Schema) InputsOf(scope string) []*Input { return s.inputsOf[scope] }

// NamedParent is the scope whose things those of another name as the one that
// they belong to; nil where there is no such scope, or only one thing of it.
func (s *Schema) NamedParent(scope *Scope) *Scope {
	parent := s.scopeIndex[scope.Parent]
	if parent == nil || parent.Single {
		return nil
	}
	return parent
}
