package spreadsheet

import (
	"fmt"
	"strconv"
	"strings"
)

// formula is one that is computed while it is read. All of it is, the branches that
// are not taken too.
type formula struct {
	*computing
	at      located
	text    string
	next    int       // byte of the text
	missing []located // cells that have to be computed first
	err     error
}

// operand is a value, or the values of a range by rows.
type operand struct {
	Value
	list  []Value // nil for one value
	width int     // columns of a range
}

// The mistakes of formulas, besides [NotAvailable].
var (
	wrongValue  = Value{Kind: Mistake, Text: "#VALUE!"}
	byZero      = Value{Kind: Mistake, Text: "#DIV/0!"}
	noNumber    = Value{Kind: Mistake, Text: "#NUM!"}
	noReference = Value{Kind: Mistake, Text: "#REF!"}
)

// value is that of the whole formula.
func (f *formula) value() (Value, error) {
	value := f.comparison().Value
	if f.err == nil && f.next < len(f.text) {
		f.fail("an operator or the end")
	}
	if value.Kind == Nothing {
		value = NumberValue(0) // of an empty cell
	}
	return value, f.err
}

// fail keeps the first mistake, and ends the reading.
func (f *formula) fail(wanted string) operand {
	if f.err == nil {
		f.err = fmt.Errorf("%s: %q is no formula that is known here: %s was expected at byte %d", f.at.name(), f.text, wanted, f.next)
	}
	f.next = len(f.text)
	return operand{Value: wrongValue}
}

// take reads one of some signs; empty where there is none of them.
func (f *formula) take(signs ...string) string {
	for _, sign := range signs {
		if strings.HasPrefix(f.text[f.next:], sign) {
			f.next += len(sign)
			return sign
		}
	}
	return ""
}

func (f *formula) comparison() operand {
	return f.chain(f.sum, compared, "<=", ">=", "<>", "<", ">", "=")
}

func (f *formula) sum() operand { return f.chain(f.product, computed, "+", "-") }

func (f *formula) product() operand { return f.chain(f.single, computed, "*", "/") }

// chain reads operands between operators of one rank, from the left.
func (f *formula) chain(next func() operand, combine func(sign string, left, right Value) Value, signs ...string) operand {
	left := next()
	for {
		sign := f.take(signs...)
		if sign == "" {
			return left
		}
		left = operand{Value: combine(sign, left.Value, next().Value)}
	}
}

// single reads what stands between operators.
func (f *formula) single() operand {
	switch f.take("-", "(", "{", `"`) {
	case "-":
		return operand{Value: computed("-", NumberValue(0), f.single().Value)}
	case "(":
		inner := f.comparison()
		if f.take(")") == "" {
			return f.fail("a closing bracket")
		}
		return inner
	case "{":
		return operand{list: values(f.until("}")), width: 1}
	case `"`:
		return f.quoted()
	}
	if f.next < len(f.text) && (isDigit(f.text[f.next]) || f.text[f.next] == '.') {
		return f.number()
	}
	return f.named()
}

// until reads operands between commas up to a closing bracket.
func (f *formula) until(end string) (list []operand) {
	for f.take(end) == "" {
		list = append(list, f.comparison())
		if f.take(",") == "" && !strings.HasPrefix(f.text[f.next:], end) {
			f.fail("a comma or " + end)
			return list
		}
	}
	return list
}

func values(list []operand) []Value {
	made := make([]Value, len(list))
	for i, each := range list {
		made[i] = each.Value
	}
	return made
}

func (f *formula) quoted() operand {
	text, _, closed := strings.Cut(f.text[f.next:], `"`)
	if !closed {
		return f.fail("a closing quotation mark")
	}
	f.next += len(text) + 1
	return operand{Value: TextValue(text)}
}

func isDigit(c byte) bool { return '0' <= c && c <= '9' }

func (f *formula) number() operand {
	end := f.next
	for end < len(f.text) && (isDigit(f.text[end]) || f.text[end] == '.' || f.text[end] == 'E' ||
		f.text[end-1] == 'E' && (f.text[end] == '-' || f.text[end] == '+')) {
		end++
	}
	number, err := strconv.ParseFloat(f.text[f.next:end], 64)
	if err != nil {
		return f.fail("a number")
	}
	f.next = end
	return operand{Value: NumberValue(number)}
}

// named reads a function with its arguments, a truth, a cell or a range.
func (f *formula) named() operand {
	sheet := f.at.sheet
	if f.take("'") != "" {
		name, _, closed := strings.Cut(f.text[f.next:], "'!")
		if sheet = f.sheets[strings.ReplaceAll(name, "''", "'")]; !closed || sheet == nil {
			return f.fail("a sheet of the book")
		}
		f.next += len(name) + len("'!")
	}
	word := f.word()
	switch {
	case f.take("(") != "":
		function := functions[word]
		if function == nil {
			return f.fail("a function, and not " + word)
		}
		return operand{Value: function(f.until(")"))}
	case word == "TRUE" || word == "FALSE":
		return operand{Value: TruthValue(word == "TRUE")}
	}
	column, row, ok := place(word)
	if !ok {
		return f.fail("a value")
	}
	if f.take(":") == "" {
		return operand{Value: f.read(sheet, column, row)}
	}
	lastColumn, lastRow, ok := place(f.word())
	if !ok {
		return f.fail("the end of a range")
	}
	made := operand{width: lastColumn - column + 1}
	for ; row <= lastRow; row++ {
		for each := column; each <= lastColumn; each++ {
			made.list = append(made.list, f.read(sheet, each, row))
		}
	}
	return made
}

func (f *formula) word() string {
	end := f.next
	for end < len(f.text) && (isDigit(f.text[end]) || 'A' <= f.text[end] && f.text[end] <= 'Z' || f.text[end] == '$') {
		end++
	}
	word := f.text[f.next:end]
	f.next = end
	return word
}

// place reads the name of a cell, such as $C$5, as [Reference] writes it.
func place(name string) (column, row int, ok bool) {
	for i := range len(name) {
		switch c := name[i]; {
		case c == '$':
		case isDigit(c):
			row = row*10 + int(c-'0')
		case row > 0 || column > MostColumns:
			return 0, 0, false
		default:
			column = column*26 + int(c-'A') + 1
		}
	}
	return column - 1, row - 1, column > 0 && row > 0 && row <= MostRows
}

// read gives the value of a cell, or notes that it has to be computed first.
func (f *formula) read(sheet *indexed, column, row int) Value {
	cell := sheet.cell(column, row)
	switch {
	case cell == nil:
		return Value{}
	case cell.isWaiting():
		f.missing = append(f.missing, located{sheet, row, cell})
	}
	return cell.Value
}
