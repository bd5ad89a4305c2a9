package program

import (
	"math"

	"rackonomics/engine/calendar"
	"rackonomics/engine/elementary"
)

// Code names an operation.
type Code uint8

// The operations; [Operations] says what each means.
const (
	Add Code = iota
	Subtract
	Multiply
	Divide
	Minimum
	Maximum
	Less
	LessOrEqual
	Equal
	NotEqual
	And
	Or
	Power
	Negate
	Not
	Absolute
	Floor
	Ceiling
	Exponential
	Logarithm
	ExchangeDay
	When
	Copy
	Load
	Lag
)

// Type says what a register or column holds.
type Type uint8

// The types. A truth is 1 or 0, or absent where a lag by an absent number of
// months gives it; what is not above zero is not true.
const (
	Number Type = iota
	Truth
)

func (t Type) String() string {
	if t == Truth {
		return "truth"
	}
	return "number"
}

// Operand says what A, B or C of an operation means.
type Operand uint8

// The kinds of operands. Those that are alike have one type, which the result has too.
const (
	None          Operand = iota
	NumberOperand         // a register with a number
	TruthOperand          // a register with a truth
	AlikeOperand          // a register of either type
	ColumnOperand         // a column of the table
	MonthsOperand         // how many months from now, written in the operation
)

// IsRegister reports whether the operand names a register.
func (o Operand) IsRegister() bool {
	return o == NumberOperand || o == TruthOperand || o == AlikeOperand
}

// Meaning is an entry of the table of operations.
type Meaning struct {
	Name     string
	Operands [3]Operand
	Result   Operand // NumberOperand, TruthOperand or AlikeOperand
	Text     string  // what the result is
	// Apply computes one lane. Operations that take more than two registers or
	// read the table have none.
	Apply func(a, b float64) float64
}

// Operations is the table of operations, by [Code]. Each result is stored before
// another operation reads it, so no compiler fuses a product into a sum.
var Operations = [...]Meaning{
	Add:      {"add", numbers2, NumberOperand, "A + B", func(a, b float64) float64 { return a + b }},
	Subtract: {"subtract", numbers2, NumberOperand, "A - B", func(a, b float64) float64 { return a - b }},
	Multiply: {"multiply", numbers2, NumberOperand, "A * B", func(a, b float64) float64 { return a * b }},
	Divide:   {"divide", numbers2, NumberOperand, "A / B, absent where B is zero", Quotient},
	Minimum:  {"minimum", numbers2, NumberOperand, "the smaller of A and B, absent where one of them is", Least},
	Maximum:  {"maximum", numbers2, NumberOperand, "the larger of A and B, absent where one of them is", Greatest},
	Less: {"less", numbers2, TruthOperand, "A < B, false where one of them is absent",
		func(a, b float64) float64 { return One(a < b) }},
	LessOrEqual: {"less or equal", numbers2, TruthOperand, "A <= B, false where one of them is absent",
		func(a, b float64) float64 { return One(a <= b) }},
	Equal: {"equal", alike2, TruthOperand, "A == B, false where one of them is absent",
		func(a, b float64) float64 { return One(a == b) }},
	NotEqual: {"not equal", alike2, TruthOperand, "A != B, false where one of them is absent",
		func(a, b float64) float64 { return One(a < b || a > b) }},
	And: {"and", truths2, TruthOperand, "A and B", func(a, b float64) float64 { return One(a > 0 && b > 0) }},
	Or:  {"or", truths2, TruthOperand, "A or B", func(a, b float64) float64 { return One(a > 0 || b > 0) }},
	Power: {"power", numbers2, NumberOperand, "A to the power B, absent where that is no real number",
		elementary.Pow},
	Negate:   {"negate", numbers1, NumberOperand, "-A", func(a, _ float64) float64 { return -a }},
	Not:      {"not", [3]Operand{TruthOperand}, TruthOperand, "not A", func(a, _ float64) float64 { return One(!(a > 0)) }},
	Absolute: {"absolute", numbers1, NumberOperand, "A without its sign", func(a, _ float64) float64 { return math.Abs(a) }},
	Floor:    {"floor", numbers1, NumberOperand, "the largest whole number not above A", func(a, _ float64) float64 { return math.Floor(a) }},
	Ceiling:  {"ceiling", numbers1, NumberOperand, "the smallest whole number not below A", func(a, _ float64) float64 { return math.Ceil(a) }},
	Exponential: {"exponential", numbers1, NumberOperand, "e to the power A",
		func(a, _ float64) float64 { return elementary.Exp(a) }},
	Logarithm: {"logarithm", numbers1, NumberOperand, "the natural logarithm of A, absent where A is not above zero",
		func(a, _ float64) float64 { return elementary.Log(a) }},
	ExchangeDay: {"exchange day", numbers2, NumberOperand,
		"day A, or the first one after it on which US exchanges trade; days count from day B of the calendar", exchangeDay},
	When: {"when", [3]Operand{TruthOperand, AlikeOperand, AlikeOperand}, AlikeOperand, "B where A is true, else C", nil},
	Copy: {"copy", [3]Operand{AlikeOperand}, AlikeOperand, "A", func(a, _ float64) float64 { return a }},
	Load: {"load", [3]Operand{ColumnOperand, MonthsOperand}, AlikeOperand,
		"column A as it is B months from now, zero outside what is computed", nil},
	Lag: {"lag", [3]Operand{ColumnOperand, NumberOperand, AlikeOperand}, AlikeOperand,
		"column A as it was B months ago, C where B is less than one, zero before the first month, absent where B is", nil},
}

var (
	numbers1 = [3]Operand{NumberOperand}
	numbers2 = [3]Operand{NumberOperand, NumberOperand}
	truths2  = [3]Operand{TruthOperand, TruthOperand}
	alike2   = [3]Operand{AlikeOperand, AlikeOperand}
)

func (c Code) String() string { return Operations[c].Name }

// Absent is the value that a row has where it has none, such as a ratio with a
// zero denominator. In results it is always this one NaN.
var Absent = math.Float64frombits(0x7FF8000000000001)

// Quotient is a/b, absent where b is zero.
func Quotient(a, b float64) float64 {
	if b == 0 {
		return Absent
	}
	return a / b
}

// exchangeDay gives days beyond the calendar, and what is no day, as they are.
func exchangeDay(day, from float64) float64 {
	counted := math.Floor(day + from)
	if !(counted >= 0 && counted < float64(calendar.Last.Add(1).FirstDay())) {
		return day
	}
	return float64(calendar.ExchangeDay(int(counted))) - from
}

// Least is the smaller of two values, absent where one of them is. It is written
// with comparisons because the built-in min is slow in WASM, a runtime call.
func Least(a, b float64) float64 {
	if b < a || b != b {
		return b
	}
	return a
}

// Greatest is the larger of two values, absent where one of them is.
func Greatest(a, b float64) float64 {
	if b > a || b != b {
		return b
	}
	return a
}

// One is 1 for true and 0 for false.
func One(condition bool) float64 {
	if condition {
		return 1
	}
	return 0
}
