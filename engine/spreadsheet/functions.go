package spreadsheet

import (
	"cmp"
	"math"

	"rackonomics/engine/calendar"
	"rackonomics/engine/elementary"
)

// finite is a number, or the mistake of one that is none.
func finite(number float64) Value {
	if math.IsNaN(number) || math.IsInf(number, 0) {
		return noNumber
	}
	return NumberValue(number)
}

// numberOf is a value as a number; a mistake where it is none.
func numberOf(v Value) (float64, *Value) {
	switch v.Kind {
	case Text:
		return 0, &wrongValue
	case Mistake:
		return 0, &v
	}
	return v.Number, nil
}

// computed is what an operator makes of two values.
func computed(sign string, left, right Value) Value {
	a, mistake := numberOf(left)
	if mistake != nil {
		return *mistake
	}
	b, mistake := numberOf(right)
	switch {
	case mistake != nil:
		return *mistake
	case sign == "+":
		return finite(a + b)
	case sign == "-":
		return finite(a - b)
	case sign == "*":
		return finite(a * b)
	case b == 0:
		return byZero
	}
	return finite(a / b)
}

// compared is whether two values compare so. Numbers come before texts, and texts
// before truths.
func compared(sign string, left, right Value) Value {
	for _, each := range []Value{left, right} {
		if each.Kind == Mistake {
			return each
		}
	}
	order := cmp.Or(cmp.Compare(max(left.Kind, Number), max(right.Kind, Number)), cmp.Compare(left.Number, right.Number), cmp.Compare(left.Text, right.Text))
	holds := map[string]bool{"<": order < 0, "<=": order <= 0, "=": order == 0, "<>": order != 0, ">": order > 0, ">=": order >= 0}
	return TruthValue(holds[sign])
}

// functions are those that formulas may have.
var functions = map[string]func(arguments []operand) Value{
	"NA": func([]operand) Value { return NotAvailable },
	"IF": func(a []operand) Value {
		condition, mistake := numberOf(a[0].Value)
		switch {
		case mistake != nil:
			return *mistake
		case condition != 0:
			return a[1].Value
		}
		return a[2].Value
	},
	"IFERROR": func(a []operand) Value {
		if a[0].Kind == Mistake {
			return a[1].Value
		}
		return a[0].Value
	},
	"ISNUMBER": func(a []operand) Value { return TruthValue(a[0].Kind == Number) },
	"NOT":      of(func(x ...float64) Value { return TruthValue(x[0] == 0) }),
	"ABS":      of(func(x ...float64) Value { return NumberValue(math.Abs(x[0])) }),
	"INT":      of(func(x ...float64) Value { return NumberValue(math.Floor(x[0])) }),
	"EXP":      of(func(x ...float64) Value { return finite(elementary.Exp(x[0])) }),
	"LN":       of(func(x ...float64) Value { return finite(elementary.Log(x[0])) }),
	"POWER":    of(func(x ...float64) Value { return finite(elementary.Pow(x[0], x[1])) }),
	"MOD":      of(func(x ...float64) Value { return finite(x[0] - float64(x[1]*math.Floor(x[0]/x[1]))) }),
	"YEAR":     ofMonth(func(month calendar.Month) int { return month.Year }),
	"MONTH":    ofMonth(func(month calendar.Month) int { return month.Month }),
	"EDATE":    of(func(x ...float64) Value { return later(x[0], x[1]) }),
	"WORKDAY":  workday,

	"SUM":     gathered(func(x []float64) Value { return finite(total(x)) }),
	"COUNT":   count,
	"AVERAGE": gathered(func(x []float64) Value { return computed("/", finite(total(x)), NumberValue(float64(len(x)))) }),
	"MIN":     gathered(func(x []float64) Value { return extreme(x, func(a, b float64) float64 { return min(a, b) }) }),
	"MAX":     gathered(func(x []float64) Value { return extreme(x, func(a, b float64) float64 { return max(a, b) }) }),
	"AND": gathered(func(x []float64) Value {
		return TruthValue(extreme(x, func(a, b float64) float64 { return a * b }).Number != 0)
	}),
	"OR": gathered(func(x []float64) Value {
		return TruthValue(extreme(x, func(a, b float64) float64 { return math.Abs(a) + math.Abs(b) }).Number != 0)
	}),
	"SUMPRODUCT": sumOfProducts,
	"SERIESSUM":  powerSeries,
	"INDEX":      index,
	"MATCH":      match,
}

// of is a function of numbers.
func of(function func(x ...float64) Value) func([]operand) Value {
	return func(arguments []operand) Value {
		numbers := make([]float64, len(arguments))
		for i, each := range arguments {
			number, mistake := numberOf(each.Value)
			if mistake != nil {
				return *mistake
			}
			numbers[i] = number
		}
		return function(numbers...)
	}
}

// gathered is a function of all numbers of its arguments. Of a range it passes over
// what is none.
func gathered(function func(x []float64) Value) func([]operand) Value {
	return func(arguments []operand) Value {
		var numbers []float64
		for _, each := range arguments {
			if each.list == nil {
				number, mistake := numberOf(each.Value)
				if mistake != nil {
					return *mistake
				}
				numbers = append(numbers, number)
			}
			for _, value := range each.list {
				switch value.Kind {
				case Mistake:
					return value
				case Number:
					numbers = append(numbers, value.Number)
				}
			}
		}
		return function(numbers)
	}
}

func total(numbers []float64) (sum float64) {
	for _, number := range numbers {
		sum += number
	}
	return sum
}

// extreme folds numbers; 0 where there is none.
func extreme(numbers []float64, fold func(a, b float64) float64) Value {
	if len(numbers) == 0 {
		return NumberValue(0)
	}
	found := numbers[0]
	for _, number := range numbers[1:] {
		found = fold(found, number)
	}
	return NumberValue(found)
}

func count(arguments []operand) Value {
	numbers := 0
	for _, value := range arguments[0].list {
		if value.Kind == Number {
			numbers++
		}
	}
	return NumberValue(float64(numbers))
}

// sumOfProducts takes what is no number as zero.
func sumOfProducts(arguments []operand) Value {
	sum := 0.0
	for i := range arguments[0].list {
		product := 1.0
		for _, each := range arguments {
			value := each.list[i]
			if value.Kind == Mistake {
				return value
			}
			if value.Kind != Number {
				value.Number = 0
			}
			product *= value.Number
		}
		sum += product
	}
	return finite(sum)
}

// powerSeries adds coefficients times powers of a number: from the power 0 on, each
// the next.
func powerSeries(arguments []operand) Value {
	x, mistake := numberOf(arguments[0].Value)
	if mistake != nil {
		return *mistake
	}
	sum, coefficients := 0.0, arguments[3].list
	for i := len(coefficients) - 1; i >= 0; i-- {
		number, mistake := numberOf(coefficients[i])
		if mistake != nil {
			return *mistake
		}
		sum = float64(sum*x) + number
	}
	return finite(sum)
}

// index is a value of a range by its row and column, of which one may be left out
// where the range has one row or column.
func index(arguments []operand) Value {
	row, mistake := numberOf(arguments[1].Value)
	if mistake != nil {
		return *mistake
	}
	column := 1.0
	if len(arguments) > 2 {
		if column, mistake = numberOf(arguments[2].Value); mistake != nil {
			return *mistake
		}
	}
	of := arguments[0]
	if !(row >= 1 && column >= 1 && int(column) <= of.width && int(row) <= len(of.list)/of.width) {
		return noReference
	}
	return of.list[(int(row)-1)*of.width+int(column)-1]
}

// match is the place of a value in a list: of the same where the last argument is 0,
// else of the last that is not above it, in one that ascends.
func match(arguments []operand) Value {
	wanted := arguments[0].Value
	if wanted.Kind == Mistake {
		return wanted
	}
	found, sign := 0, "="
	if arguments[2].Number != 0 {
		sign = "<="
	}
	for i, value := range arguments[1].list {
		if value.Kind == wanted.Kind && compared(sign, value, wanted).Number > 0 {
			if found = i + 1; sign == "=" {
				break
			}
		}
	}
	if found == 0 {
		return NotAvailable
	}
	return NumberValue(float64(found))
}

func ofMonth(function func(month calendar.Month) int) func([]operand) Value {
	return of(func(x ...float64) Value {
		month, ok := MonthOf(x[0])
		if !ok {
			return noNumber
		}
		return NumberValue(float64(function(month)))
	})
}

// later is the same day so many months later, or the last day of that month.
func later(day, months float64) Value {
	month, ok := MonthOf(day)
	if !ok || !(math.Abs(months) < float64(calendar.Last.Since(calendar.First))) {
		return noNumber
	}
	there := month.Add(int(months))
	return NumberValue(DayOf(there) + min(math.Floor(day)-DayOf(month), float64(there.Days()-1)))
}

// workday is the first day after another that is neither on a weekend nor among the
// holidays.
func workday(arguments []operand) Value {
	day, mistake := numberOf(arguments[0].Value)
	if mistake != nil {
		return *mistake
	}
	const week, working = 7, 5 // of which the first day known here is the first
	closed := map[float64]bool{}
	for _, holiday := range arguments[2].list {
		closed[holiday.Number] = true
	}
	for day = math.Floor(day) + 1; closed[day] || math.Mod(day-Epoch+week, week) >= working; {
		day++
	}
	return NumberValue(day)
}
