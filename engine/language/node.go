package language

import "rackonomics/engine/program"

// Node is part of a checked formula.
type Node struct {
	Kind  NodeKind
	Code  program.Code // of an Operation
	Args  []*Node
	Type  Type
	Value float64 // of a Literal
	// Name of what is read, in full; of a Literal the word that it was written
	// as; of a Call the function.
	Name string
	Text string // of a Call: the call as written, in the formatter's layout

	// Of a Reference:
	Relation Relation
	Steps    int
	Scope    int  // index of the scope meant, also of Sum and Count
	IsInput  bool // Index counts inputs, else rows
	Index    int

	size int // nodes, counted wherever they stand
}

// NodeKind says what a node of a checked formula does.
type NodeKind uint8

// The kinds of nodes.
const (
	Literal     NodeKind = iota // Value
	Reference                   // a row or input of an instance
	Calendar                    // a name of the calendar, in Name
	Shock                       // a random stream, in Name
	Operation                   // Code on Args
	Sum                         // Args[0] over the instances of Scope that belong here
	Count                       // instances of Scope that belong here
	Before                      // Args[0] over the earlier siblings
	Previous                    // Args[0] a reference; Args[1] the opening value, if given
	Next                        // Args[0] a reference; Args[1] the closing value, if given
	Ahead                       // Args[0] a reference, which is read after the scenario too
	Lag                         // Args[0] a reference; Args[1] months; Args[2] the opening value, if given
	Inlined                     // a call of a function of the model: Args[0] is what it stands for
	Reduce                      // only in measures: the reduction with Index, of Args
	Without                     // only in measures: Args[0], a row of a single scope, in the same scenario without the things of Scope
	Placeholder                 // a parameter of a function of the model, only while the function is checked
)

// Is reports whether the node is an operation with this code.
func (n *Node) Is(code program.Code) bool { return n.Kind == Operation && n.Code == code }

// Type is the type of an expression.
type Type struct {
	Kind    InputKind
	Unit    Unit
	Choice  string // the input whose option this is
	fitsAll bool   // a literal zero or absent value, which fits every unit
}

// Fits reports whether a value of this type can stand where another is wanted.
func (t Type) Fits(want Type) bool {
	if t.Kind != want.Kind || t.Choice != want.Choice {
		return false
	}
	return t.Kind != Number || t.fitsAll || want.fitsAll || t.Unit.Equal(want.Unit)
}

// Register is the type of the register that holds such a value.
func (t Type) Register() program.Type {
	if t.Kind == Switch {
		return program.Truth
	}
	return program.Number
}

func (t Type) String() string {
	switch {
	case t.Kind == Switch:
		return "a condition"
	case t.Kind == Choice:
		return "an option of " + t.Choice
	case t.Unit.Plain():
		return "a plain number"
	}
	return t.Unit.String()
}

// Relation says whose row or input a reference means.
type Relation uint8

// The relations.
const (
	Own      Relation = iota // the instance itself
	Ancestor                 // the one it belongs to, Steps up
	Only                     // the one instance of a single scope
	Iterated                 // the instance that sum is at
)
