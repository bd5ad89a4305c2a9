package language

// Op is one operation on registers: Target = Code(A, B, C), with the code of
// its [Batch]. Load, Lag and Store use Target, A and B as [Code] says.
type Op struct{ Target, A, B, C int32 }

// Batch is a run of operations of one code, in the order in which they are done.
type Batch struct {
	Code Code
	Ops  []Op
}

// Program is a compiled model: plain data, from which a kernel in another
// language can be generated. A register is a block of lanes; registers named
// by Constants and Inputs are set before the run, the calendar's and the
// shocks' before each month.
type Program struct {
	Schema    *Schema
	Layout    Layout
	Registers int
	Constants []ConstantSlot
	Inputs    []InputSlot
	Shocks    []ShockSlot
	Calendar  []CalendarSlot
	Setup     []Batch // what does not change from month to month, run once
	Steady    []Op    // stores of what the setup leaves, the same in all months
	Passes    []Pass
	Columns   []Column // of the table, the requested ones first
	Requested int      // how many were requested
}

// ConstantSlot is a number written in a formula.
type ConstantSlot struct {
	Register int32
	Value    float64
}

// InputSlot is an input of an instance that the program reads.
type InputSlot struct {
	Register int32
	Input    int // index for [Schema.Input]
	Instance int
	Varying  bool // set again each month
}

// ShockSlot is a stream of standard normal draws.
type ShockSlot struct {
	Register int32
	Stream   string
}

// CalendarSlot is a calendar value: a name of the language, or "first" and
// "last", which are 1 in that month of the scenario and else 0.
type CalendarSlot struct {
	Register int32
	Name     string
}

// Pass goes once over all months, in order or backward.
type Pass struct {
	Backward bool
	Batches  []Batch
	Carries  []Carry
}

// Carry keeps a value for the month that the pass comes to next: To is From of
// the month before, and Opening in the pass's first month.
type Carry struct{ From, To, Opening int32 }

// Column of the table: a row of an instance.
type Column struct{ Row, Instance int }

// Instance is one thing of a scope.
type Instance struct {
	Scope  string
	Name   string
	Parent int // index of the instance that it belongs to, or -1
}

// Layout lists the instances of a scenario, in its order.
type Layout struct {
	Instances []Instance
	// Varying reports whether an input of an instance changes over the months;
	// nil means that none does.
	Varying func(input string, instance int) bool
	// Fixed gives the value of an input that the program is made for: in runs it
	// must be just that. Nil means that none is fixed. Choices and switches are
	// worth fixing, because what they switch off then costs nothing.
	Fixed func(input string, instance int) (float64, bool)
}
