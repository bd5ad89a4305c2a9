package language

import (
	"math"

	"rackonomics/engine/elementary"
)

// Absent is the value that a row has where it has none, such as a ratio with a
// zero denominator. In results it is always this one NaN.
var Absent = math.Float64frombits(0x7FF8000000000001)

// Apply computes one operation of at most two arguments on one lane; those of
// one argument ignore b.
func Apply(code Code, a, b float64) float64 {
	switch code {
	case Add:
		return a + b
	case Subtract:
		return a - b
	case Multiply:
		return a * b
	case Divide:
		return Quotient(a, b)
	case Minimum:
		return Least(a, b)
	case Maximum:
		return Greatest(a, b)
	case Less:
		return Truth(a < b)
	case LessOrEqual:
		return Truth(a <= b)
	case Equal:
		return Truth(a == b)
	case NotEqual:
		return Truth(a < b || a > b)
	case And:
		return Truth(a > 0 && b > 0)
	case Or:
		return Truth(a > 0 || b > 0)
	case Power:
		return elementary.Pow(a, b)
	case Negate:
		return -a
	case Not:
		return Truth(!(a > 0))
	case Absolute:
		return math.Abs(a)
	case Floor:
		return math.Floor(a)
	case Ceiling:
		return math.Ceil(a)
	case Exponential:
		return elementary.Exp(a)
	case Logarithm:
		return elementary.Log(a)
	}
	return Absent
}

// Quotient is a/b, absent where b is zero.
func Quotient(a, b float64) float64 {
	if b == 0 {
		return Absent
	}
	return a / b
}

// Least is the smaller of two values, absent where one of them is.
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

// Truth is 1 for true and 0 for false.
func Truth(condition bool) float64 {
	if condition {
		return 1
	}
	return 0
}
