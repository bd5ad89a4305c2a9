package formula

// Code names an operation, in formulas and in programs.
type Code uint8

const (
	// What a formula reads.
	Literal   Code = iota // Value
	Reference             // a row or input of an instance
	Calendar              // a name of the calendar, in Name
	Shock                 // a random stream, in Name

	// Arithmetic, one result per lane; the same codes stand in programs.
	Negate
	Not
	Add
	Subtract
	Multiply
	Divide
	Less
	LessOrEqual
	Equal
	NotEqual
	And
	Or
	Minimum
	Maximum
	Absolute
	Power
	Exponential
	Logarithm
	Floor
	Ceiling
	When

	// Relations between instances and months; the compiler dissolves them.
	Sum      // Args[0] over the instances of Scope that belong here
	Count    // instances of Scope that belong here
	Before   // Args[0] over the earlier siblings
	Previous // Args[0] a reference; Args[1] the opening value, if given
	Next     // Args[0] a reference; Args[1] the closing value, if given
	Lag      // Args[0] a reference; Args[1] months; Args[2] the opening value, if given

	// Only in measures: the reduction with Index, of Args.
	Reduce

	// Only in programs.
	Load  // column A of the table, B months from now
	Store // register A into column Target
)

// Type is the type of an expression.
type Type struct {
	Kind   InputKind
	Unit   Unit
	Choice string // the input whose option this is
	zero   bool   // a literal zero, which fits every unit
}

func (t Type) fits(want Type) bool {
	if t.Kind != want.Kind || t.Choice != want.Choice {
		return false
	}
	return t.Kind != Number || t.zero || want.zero || t.Unit.Equal(want.Unit)
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

const (
	Own      Relation = iota // the instance itself
	Ancestor                 // the one it belongs to, Steps up
	Only                     // the one instance of a single scope
	Iterated                 // the instance that sum is at
)

// Node is part of a checked formula.
type Node struct {
	Code   Code
	Args   []*Node
	Type   Type
	Column int // where it stands in the formula, from 1
	Value  float64
	Name   string // of a calendar name or a stream; before the check, as written

	// Of a Reference:
	Relation Relation
	Steps    int
	Scope    int  // index of the scope meant, also of Sum and Count
	IsInput  bool // Index counts inputs, else rows
	Index    int
}
