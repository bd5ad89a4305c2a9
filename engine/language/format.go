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
// explanations have: in one line if that is short enough, else with as much in a
// line as there is room for. Lines end behind operators and commas; a part that
// fits into a line of its own is not broken, and one that does not begins in the
// present line if its head, such as when with its condition, fits there.
func Format(formula string) (string, error) {
	e, err := parse(formula)
	if err != nil {
		return "", err
	}
	return layout(e), nil
}

func layout(e *Expression) string {
	w := &writer{}
	w.write(e, 0)
	return w.String()
}

const indentation = 4 // of all lines but the first

// writer lays out an expression.
type writer struct {
	strings.Builder
	column int // where the next character goes
	start  int // where the first one of this line went
}

func (w *writer) text(text string) {
	w.WriteString(text)
	w.column += utf8.RuneCountInString(text)
}

func (w *writer) line() {
	w.WriteString("\n" + strings.Repeat(" ", indentation))
	w.column, w.start = indentation, indentation
}

// fits reports whether a text has room behind a column, with what must follow it
// in the same line.
func fits(column int, text string, tail int) bool {
	return column+utf8.RuneCountInString(text)+tail <= widest
}

// part parts an expression with something before it from what stands in the line.
func (w *writer) part(gap, before string, e *Expression, brackets bool, tail int) {
	whole := before + enclosed(flat(e), brackets)
	begin := w.column + len(gap)
	switch {
	case fits(begin, whole, tail):
	case fits(indentation, whole, tail), !fits(begin, before+head(e, brackets), 0):
		if w.column > w.start {
			w.line()
			gap = ""
		}
	}
	w.text(gap + before)
	w.bracketed(e, brackets, tail)
}

// head is as much of an expression as must stand in the line that it begins in.
func head(e *Expression, brackets bool) string {
	if brackets {
		return "(" + head(e, false)
	}
	switch {
	case e.Kind == Unary:
		return e.Token.String() + head(e.Args[0], signNeedsBrackets(e))
	case e.Kind == Binary:
		first := e.Args[0]
		if first.Kind == Binary && first.Token.Precedence() == e.Token.Precedence() {
			return head(first, false)
		}
		return enclosed(flat(first), needsBrackets(e, first, false)) + " " + e.Token.String()
	case e.Kind == Call && len(e.Args) > 1:
		return e.Text + "(" + labelOf(e, 0) + flat(e.Args[0]) + ","
	}
	return flat(e)
}

// write lays out an expression that so many characters must follow in its last
// line.
func (w *writer) write(e *Expression, tail int) {
	if text := flat(e); fits(w.column, text, tail) {
		w.text(text)
		return
	}
	switch e.Kind {
	case Unary:
		w.text(e.Token.String())
		w.bracketed(e.Args[0], signNeedsBrackets(e), tail)
	case Binary:
		w.chain(e, tail)
	case Call:
		w.text(e.Text + "(")
		for i, arg := range e.Args {
			gap, end := " ", 1
			if i == 0 {
				gap = ""
			} else {
				w.text(",")
			}
			if i == len(e.Args)-1 {
				end = tail + 1
			}
			w.part(gap, labelOf(e, i), arg, false, end)
		}
		w.text(")")
	default:
		w.text(flat(e))
	}
}

// chain lays out operations of one precedence.
func (w *writer) chain(e *Expression, tail int) {
	var operations []*Expression // the last one first
	first := e
	for first.Kind == Binary && first.Token.Precedence() == e.Token.Precedence() {
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
	w.bracketed(first, needsBrackets(operations[last], first, false), room(last))
	for i := last; i >= 0; i-- {
		operand := operations[i].Args[1]
		brackets := needsBrackets(operations[i], operand, true)
		w.text(" " + operations[i].Token.String())
		w.part(" ", "", operand, brackets, room(i-1))
	}
}

func (w *writer) bracketed(e *Expression, brackets bool, tail int) {
	if !brackets {
		w.write(e, tail)
		return
	}
	w.text("(")
	w.write(e, tail+1)
	w.text(")")
}

// flat writes an expression in one line.
func flat(e *Expression) string {
	switch e.Kind {
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
	if operand.Kind != Binary {
		return false
	}
	inner, outer := operand.Token.Precedence(), e.Token.Precedence()
	return inner < outer || right && inner == outer
}

// signNeedsBrackets: -(-x) without them would be the token of another language.
func signNeedsBrackets(e *Expression) bool {
	operand := e.Args[0]
	return operand.Kind == Binary || operand.Kind == Unary && operand.Token == token.SUB && e.Token == token.SUB
}
