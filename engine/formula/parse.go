package formula

import (
	"errors"
	"fmt"
	"go/scanner"
	"go/token"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"
)

const (
	longestFormula = 2000 // bytes
	deepestFormula = 50   // brackets within brackets, or signs in a row
)

// calls lists the functions of the language with the arguments they take.
var calls = map[string]struct {
	code     Code
	min, max int
}{
	"min": {Minimum, 2, 8}, "max": {Maximum, 2, 8}, "clamp": {Maximum, 3, 3}, "abs": {Absolute, 1, 1},
	"pow": {Power, 2, 2}, "exp": {Exponential, 1, 1}, "log": {Logarithm, 1, 1},
	"floor": {Floor, 1, 1}, "ceil": {Ceiling, 1, 1}, "when": {When, 3, 3},
	"sum": {Sum, 1, 1}, "count": {Count, 1, 1}, "before": {Before, 1, 1},
	"prev": {Previous, 1, 2}, "next": {Next, 1, 2}, "lag": {Lag, 2, 3}, "cum": {Sum, 1, 1}, "shock": {Shock, 1, 1},
}

var binaries = map[token.Token]Code{
	token.ADD: Add, token.SUB: Subtract, token.MUL: Multiply, token.QUO: Divide,
	token.LSS: Less, token.LEQ: LessOrEqual, token.GTR: Less, token.GEQ: LessOrEqual,
	token.EQL: Equal, token.NEQ: NotEqual, token.LAND: And, token.LOR: Or,
}

// parse reads a formula without looking at what its names mean. Names of
// references and functions stay in Node.Name for the checker. Reductions are
// functions beside those of the language.
//
// Tokens and precedence are Go's own; go/parser itself, which reads all of Go,
// would add 76 KB to what the page loads of the engine.
func parse(text string, reductions ...Reduction) (*Node, error) {
	if err := bound(text); err != nil {
		return nil, err
	}
	p := &parser{text: text, reductions: reductions}
	file := token.NewFileSet().AddFile("", 1, len(text))
	p.scanner.Init(file, []byte(text), func(at token.Position, message string) { p.fail(at.Offset, "%s", message) }, 0)
	p.next()
	n := p.expression(token.LowestPrec + 1)
	if p.token == token.SEMICOLON && p.literal == "\n" { // the scanner ends the last line with it
		p.next()
	}
	if p.token != token.EOF {
		p.fail(p.offset, "%s is not expected here", p.found())
	}
	if p.mistake != nil {
		return nil, p.mistake
	}
	return n, nil
}

// parser is at one token of a formula. After a mistake it goes on with what it
// has, and only the first mistake counts.
type parser struct {
	text    string
	scanner scanner.Scanner
	offset  int
	token   token.Token
	literal string
	mistake *Error

	reductions []Reduction
}

func (p *parser) next() {
	position, found, literal := p.scanner.Scan()
	p.offset, p.token, p.literal = int(position)-1, found, literal
}

// column counts characters from 1.
func column(text string, offset int) int {
	return utf8.RuneCountInString(text[:min(max(offset, 0), len(text))]) + 1
}

func (p *parser) fail(offset int, format string, args ...any) {
	if p.mistake == nil {
		p.mistake = &Error{Column: column(p.text, offset), Message: fmt.Sprintf(format, args...)}
	}
}

// found names the present token.
func (p *parser) found() string {
	switch {
	case p.token == token.EOF, p.token == token.SEMICOLON && p.literal == "\n":
		return "the end"
	case p.literal != "":
		return p.literal
	}
	return "'" + p.token.String() + "'"
}

func (p *parser) node(code Code, offset int, args ...*Node) *Node {
	return &Node{Code: code, Column: column(p.text, offset), Args: args}
}

// expression reads operations that bind at least as strongly as least.
func (p *parser) expression(least int) *Node {
	left := p.signed()
	for p.mistake == nil && p.token.Precedence() >= least {
		operator, offset := p.token, p.offset
		code, ok := binaries[operator]
		if !ok {
			p.fail(offset, "the language has no operator %s", operator)
		}
		p.next()
		right := p.expression(operator.Precedence() + 1)
		if operator == token.GTR || operator == token.GEQ {
			left, right = right, left
		}
		left = p.node(code, offset, left, right)
	}
	return left
}

func (p *parser) signed() *Node {
	offset := p.offset
	switch p.token {
	case token.SUB:
		p.next()
		return p.node(Negate, offset, p.signed())
	case token.NOT:
		p.next()
		return p.node(Not, offset, p.signed())
	case token.ADD, token.MUL, token.AND, token.XOR, token.TILDE, token.ARROW:
		p.fail(offset, "the language has no sign %s", p.token)
	}
	return p.operand()
}

func (p *parser) operand() *Node {
	var n *Node
	offset := p.offset
	switch p.token {
	case token.LPAREN:
		p.next()
		n = p.expression(token.LowestPrec + 1)
		p.expect(token.RPAREN)
	case token.INT, token.FLOAT:
		n = p.number()
	case token.IDENT:
		n = p.node(Reference, offset)
		n.Name = p.literal
		p.next()
		if p.token == token.LPAREN {
			n = p.call(n, offset)
		}
	default:
		p.fail(offset, "a number, a name or a call is expected here, not %s", p.found())
		return p.node(Literal, offset)
	}
	for p.token == token.PERIOD {
		p.member(n, offset)
	}
	if p.token == token.LPAREN {
		p.fail(offset, "this is not a function of the language")
	}
	return n
}

func (p *parser) expect(wanted token.Token) {
	if p.token != wanted {
		p.fail(p.offset, "'%s' is expected here, not %s", wanted, p.found())
	}
	p.next()
}

// member reads the name behind a point.
func (p *parser) member(n *Node, offset int) {
	if n.Code != Reference {
		p.fail(offset, "only a name can stand before the point")
	}
	p.next()
	n.Name += "." + p.literal
	p.expect(token.IDENT)
}

func (p *parser) number() *Node {
	n := p.node(Literal, p.offset)
	value, err := strconv.ParseFloat(strings.ReplaceAll(p.literal, "_", ""), 64)
	if err != nil {
		p.fail(p.offset, "%s is not a number of the language", p.literal)
	}
	n.Value = value
	p.next()
	return n
}

// call reads the arguments of the function that n names.
func (p *parser) call(n *Node, offset int) *Node {
	p.next()
	n.Code = Literal // of a number with a unit, if the checker knows the unit
	for p.mistake == nil && p.token != token.RPAREN {
		n.Args = append(n.Args, p.expression(token.LowestPrec+1))
		if p.token != token.COMMA {
			break
		}
		p.next()
	}
	p.expect(token.RPAREN)
	known, ok := calls[n.Name]
	if i := slices.IndexFunc(p.reductions, func(r Reduction) bool { return r.Name == n.Name }); i >= 0 {
		n.Index, ok = i, true
		known.code, known.max = Reduce, len(p.reductions[i].Arguments)
		known.min = known.max - p.reductions[i].Optional
	}
	switch {
	case ok && (len(n.Args) < known.min || len(n.Args) > known.max):
		p.fail(offset, "%s takes %s, not %d", n.Name, argumentCount(known.min, known.max), len(n.Args))
	case ok:
		n.Code = known.code
	case len(n.Args) != 1:
		p.fail(offset, "unknown function %s", n.Name)
	}
	return n
}

// bound refuses what could exhaust the stack of a recursive parser, which in
// WASM ends the process without a recoverable error.
func bound(text string) error {
	if len(text) > longestFormula {
		return fmt.Errorf("a formula of %d bytes; at most %d are allowed", len(text), longestFormula)
	}
	if !utf8.ValidString(text) {
		return errors.New("the formula is not valid UTF-8")
	}
	depth, signs := 0, 0
	for i, r := range text {
		switch r {
		case '(', '[', '{':
			depth++
			signs = 0
		case ')', ']', '}':
			depth--
			signs = 0
		case '-', '+', '!', '*', '&', '^', '<', '~':
			signs++
		case ' ', '\t', '\n', '\r':
		default:
			signs = 0
		}
		if depth > deepestFormula || signs > deepestFormula {
			return &Error{Column: column(text, i), Message: fmt.Sprintf("nested deeper than %d", deepestFormula)}
		}
	}
	return nil
}

func argumentCount(least, most int) string {
	switch {
	case least == most && least == 1:
		return "one argument"
	case least == most:
		return fmt.Sprintf("%d arguments", least)
	}
	return fmt.Sprintf("%d to %d arguments", least, most)
}
