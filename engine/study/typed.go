package study

import (
	"math"
	"strconv"
	"strings"
)

// shownDigits is in how many digits people are told a number ([scenario.Quantity]).
const shownDigits = 3

// decimal is a number as its digits and the power of ten of the last of them.
type decimal struct {
	digits   int64
	exponent int
}

// decimalOf rounds a number to some digits, at most 17.
func decimalOf(number float64, digits int) decimal {
	text := strconv.FormatFloat(number, 'e', digits-1, 64)
	mantissa, exponent, _ := strings.Cut(text, "e")
	power, _ := strconv.Atoi(exponent)
	whole, _ := strconv.ParseInt(strings.ReplaceAll(mantissa, ".", ""), 10, 64)
	return decimal{whole, power - digits + 1}
}

func (d decimal) number() float64 {
	number, _ := strconv.ParseFloat(strconv.FormatInt(d.digits, 10)+"e"+strconv.Itoa(d.exponent), 64)
	return number
}

// typed is the nearest number of some digits on one side of a number, itself
// included, and the next of as many digits on the other. No digit is below a power
// of ten.
func typed(number float64, digits, least int, above bool) (rounded, beside float64) {
	d := decimalOf(number, digits)
	if d.exponent < least {
		d = decimal{0, least}
		if kept := decimalOf(number, 1).exponent - least + 1; kept > 0 {
			d = decimalOf(number, kept)
		}
	}
	step := int64(1)
	if !above {
		step = -1
	}
	if at := d.number(); above && at < number || !above && at > number {
		d.digits += step
	}
	return d.number(), decimal{d.digits - step, d.exponent}.number()
}

// typedNear lists short numbers near another, within bounds: a curve that touches
// its target often does so at one.
func typedNear(number, low, high float64) (values []float64) {
	for digits := 1; digits <= 10; digits++ {
		if rounded := decimalOf(number, digits).number(); rounded > low && rounded < high {
			values = append(values, rounded)
		}
	}
	if math.Abs(number) < 1 && low < 0 && high > 0 {
		values = append(values, 0)
	}
	return values
}
