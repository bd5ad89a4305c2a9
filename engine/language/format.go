package language

import (
	"go/token"
	"strings"
	"unicode/utf8"
)

// widest is how many characters a line of the one layout has at most, if it can
// be broken at all.
const widest = 100

// Format writes a formula in the one layout that source, reference and
// explanations have: in one line if that is short enough, else broken at its
// outermost operators and arguments, with as much in a line as there is room for.
func Format(formula string) (string, error) {
	e, err := parse(formula)
	if err != nil {
		return "", err
	}
	return layout(e), nil
}

func layout(e *Expression) string {
	w := &writer{}
	w.write(e, indentation, 0)
	return w.String()
}

const indentation = 4

// writer lays out an expression.
type writer struct {
	strings.Builder
	column int // where the next character goes
	start  int // where the first one went in this line
}

func (w *writer) text(text string) {
	w.WriteString(text)
	w.column += utf8.RuneCountInString(text)
}

func (w *writer) line(indent int) {
	if w.column == w.start { // nothing in it yet
		return
	}
	w.WriteString("\n" + strings.Repeat(" ", indent))
	w.column, w.start = indent, indent
}

// fits reports whether a text has room in the line, with what must follow it there.
func (w *writer) fits(text string, tail int) bool {
	return w.column+utf8.RuneCountInString(text)+tail <= widest
}

// write lays out an expression whose further lines are indented, and that so
// many characters must follow in its last line.
func (w *writer) write(e *Expression, indent, tail int) {
	if text := flat(e); w.fits(text, tail) {
		w.text(text)
		return
	}
	switch e.Form {
	case Unary:
		w.text(e.Token.String())
		w.bracketed(e.Args[0], signNeedsBrackets(e), indent, tail)
	case Binary:
		w.chain(e, indent, tail)
	case Call:
		w.text(e.Text + "(")
		for i, arg := range e.Args {
			end := tail + 1
			if i < len(e.Args)-1 {
				end = 1
			}
			w.argument(e, i, indent, end)
			if arg != e.Args[len(e.Args)-1] {
				w.text(",")
			}
		}
		w.text(")")
	default:
		w.text(flat(e))
	}
}

// argument lays out one of a call, with its label.
func (w *writer) argument(call *Expression, i, indent, tail int) {
	label := labelOf(call, i)
	whole := label + flat(call.Args[i])
	switch {
	case i == 0 && w.fits(whole, tail):
	case i > 0 && w.fits(" "+whole, tail):
		w.text(" ")
	case i > 0:
		w.line(indent)
	}
	w.text(label)
	w.write(call.Args[i], indent+indentation, tail)
}

// chain lays out operations of one precedence, broken after their operators.
func (w *writer) chain(e *Expression, indent, tail int) {
	var operations []*Expression // the last one first
	first := e
	for first.Form == Binary && first.Token.Precedence() == e.Token.Precedence() {
		operations = append(operations, first)
		first = first.Args[0]
	}
	room := func(operation int) int { // what follows an operand
		if operation < 0 {
			return tail
		}
		return 1 + len(operations[operation].Token.String())
	}
	last := len(operations) - 1
	w.bracketed(first, needsBrackets(operations[last], first, false), indent, room(last))
	for i := last; i >= 0; i-- {
		operand := operations[i].Args[1]
		brackets := needsBrackets(operations[i], operand, true)
		w.text(" " + operations[i].Token.String())
		if text := " " + enclosed(flat(operand), brackets); w.fits(text, room(i-1)) {
			w.text(text)
			continue
		}
		w.line(indent)
		w.bracketed(operand, brackets, indent+indentation, room(i-1))
	}
}

func (w *writer) bracketed(e *Expression, brackets bool, indent, tail int) {
	if !brackets {
		w.write(e, indent, tail)
		return
	}
	w.text("(")
	w.write(e, indent, tail+1)
	w.text(")")
}

// flat writes an expression in one line.
func flat(e *Expression) string {
	switch e.Form {
	case Unary:
		return e.Token.String() + enclosed(flat(e.Args[0]), signNeedsBrackets(e))
	case Binary:
		return enclosed(flat(e.Args[0]), needsBrackets(e, e.Args[0], false)) + " " + e.Token.String() + " " +
			enclosed(flat(e.Args[1]), needsBrackets(e, e.Args[1], true))
	case Call:
		args := make([]string, len(e.Args))
		for i, arg := range e.Args {
			args[i] = labelOf(e, i) + flat(arg)
		}
		return e.Text + "(" + strings.Join(args, ", ") + ")"
	}
	return e.Text
}

func labelOf(call *Expression, i int) string {
	if call.Labels == nil || call.Labels[i] == nil {
		return ""
	}
	return flat(call.Labels[i]) + ": "
}

func enclosed(text string, brackets bool) string {
	if brackets {
		return "(" + text + ")"
	}
	return text
}

// needsBrackets reports whether an operand of an operation would be read
// otherwise without them.
func needsBrackets(e, operand *Expression, right bool) bool {
	if operand.Form != Binary {
		return false
	}
	inner, outer := operand.Token.Precedence(), e.Token.Precedence()
	return inner < outer || right && inner == outer
}

// signNeedsBrackets: -(-x) without them would be the token of another language.
func signNeedsBrackets(e *Expression) bool {
	operand := e.Args[0]
	return operand.Form == Binary || operand.Form == Unary && operand.Token == token.SUB && e.Token == token.SUB
}
