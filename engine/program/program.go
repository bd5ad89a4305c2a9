// Package program is the form of a compiled model: plain data, from which a
// machine computes a table and a kernel in another language can be generated.
// It names rows, inputs and things, and refers to nothing outside itself.
package program

// Program fills the columns of a table, month by month. First comes the setup,
// once; then each pass goes over all months, in order or backward: those of the
// scenario, and after them those that contracts and loans last beyond it, in
// which only what bears on the scenario is computed. Every
// register is written by one operation, after those that it reads; so an order
// that keeps that gives the same bits.
type Program struct {
	Instances []Instance
	Registers []Register
	Constants []Constant
	Inputs    []Input
	Calendar  []Calendar
	Shocks    []Shock
	Setup     []Operation // what is the same in all months
	Passes    []Pass
	Columns   []Column // the requested ones first
	Requested int      // how many were requested
}

// Instance is one thing of a scope.
type Instance struct {
	Scope  string
	Name   string
	Parent int // index of the instance that it belongs to, or -1
}

// Register is a value a lane. It is referred to by its place in Program.Registers.
type Register struct {
	Kind Kind
	Type Type
}

// Kind says when a register gets its value, and from where.
type Kind uint8

// The kinds of registers.
const (
	FromConstant Kind = iota // before all runs, a number of the program
	FromInput                // before a run, an input that is the same in all months
	FromProfile              // each month, an input with a value for each
	FromShock                // each month, a draw of a stream
	FromCalendar             // each month, what the calendar says
	FromCarry                // each month of a pass, what the month before left
	FromSetup                // before the months, an operation of the setup
	FromPass                 // each month of a pass, an operation of it
)

func (k Kind) String() string {
	return [...]string{"constant", "input", "profile", "shock", "calendar", "carry", "setup", "pass"}[k]
}

// Steady reports whether the register has one value in all months.
func (k Kind) Steady() bool { return k == FromConstant || k == FromInput || k == FromSetup }

// Constant is a number that the program holds.
type Constant struct {
	Register int32
	Value    float64
}

// Input is an input of an instance that the program reads.
type Input struct {
	Register int32
	Name     string // scope.name
	Instance int
}

// Calendar is a calendar value: a name of the row language, or "first" and
// "last", which are true in that month of the scenario; "last" after it too.
type Calendar struct {
	Register int32
	Name     string
}

// Shock is a stream of standard normal draws.
type Shock struct {
	Register int32
	Stream   string
}

// Operation computes register Target from A, B and C, which mean what
// [Operations] says of the code.
type Operation struct {
	Code            Code
	Target, A, B, C int32
}

// Operands gives A, B and C.
func (o Operation) Operands() [3]int32 { return [3]int32{o.A, o.B, o.C} }

// Pass goes once over all months, in order or backward. In months after the
// scenario it does the first of its operations and carries only, which need none
// of the others.
type Pass struct {
	Backward   bool
	Operations []Operation
	Carries    []Carry

	OperationsBeyond, CarriesBeyond int // so many also after the scenario
}

// Carry keeps a value for the month that the pass comes to next: To is From of
// the month before, and Opening in the pass's first month. Carries are made one
// after the other; none reads what another writes.
type Carry struct{ From, To, Opening int32 }

// SetupPass stands for the setup where a pass is named.
const SetupPass = -1

// Column of the table is a row of an instance: the value that Register has at
// the end of each month of a pass, or from the setup on in all.
type Column struct {
	Row      string // scope.name
	Instance int
	Register int32
	Pass     int
	Beyond   bool // it has values after the scenario too; one without has zero there
}
