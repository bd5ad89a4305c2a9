package language

import (
	"fmt"
	"go/scanner"
	"go/token"
	"strconv"
	"strings"
	"unicode/utf8"
)

const (
	longestFormula = 2000 // bytes
	deepestFormula = 50   // brackets within brackets, or signs in a row
)

// Expression is a formula, or part of one, as it is written.
type Expression struct {
	Kind   Writing
	Offset int         // where it begins, of an operation where its operator stands; in bytes
	Token  token.Token // the operator
	Text   string      // a number as written, a name with its points, or the function called
	Args   []*Expression
	Labels []*Expression // of a call whose arguments have labels: one for each, nil where there is none
}

// Writing says what an expression looks like.
type Writing uint8

// The kinds of expressions.
const (
	Written Writing = iota // a number
	Name
	Unary
	Binary
	Call
)

// parse reads a formula without looking at what its names mean.
//
// Tokens and precedence are Go's own; go/parser itself, which reads all of Go,
// would add 76 KB to what the page loads of the engine. A line break is white
// space, wherever it stands.
func parse(text string) (*Expression, error) {
	if err := bound(text); err != nil {
		return nil, err
	}
	p := &parser{text: text}
	file := token.NewFileSet().AddFile("", 1, len(text))
	p.scanner.Init(file, []byte(text), func(at token.Position, message string) { p.fail(at.Offset, "%s", message) }, scanner.ScanComments)
	p.next()
	e := p.expression(token.LowestPrec + 1)
	if p.token != token.EOF {
		p.fail(p.offset, "%s is not expected here", p.found())
	}
	if p.mistake != nil {
		return nil, p.mistake
	}
	return e, nil
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
}

func (p *parser) next() {
	for {
		position, found, literal := p.scanner.Scan()
		p.offset, p.token, p.literal = int(position)-1, found, literal
		if found != token.SEMICOLON || literal != "\n" { // which the scanner makes of the end of a line
			return
		}
	}
}

func (p *parser) fail(offset int, format string, args ...any) {
	if p.mistake == nil {
		p.mistake = mistake(p.text, offset, format, args...)
	}
}

// found names the present token.
func (p *parser) found() string {
	switch {
	case p.token == token.EOF:
		return "the end"
	case p.token == token.COMMENT:
		return "a comment"
	case p.literal != "":
		return p.literal
	}
	return "'" + p.token.String() + "'"
}

// expression reads operations that bind at least as strongly as least.
func (p *parser) expression(least int) *Expression {
	left := p.signed()
	for p.mistake == nil && p.token.Precedence() >= least {
		operator, offset := p.token, p.offset
		if _, ok := binaries[operator]; !ok {
			p.fail(offset, "the language has no operator %s", operator)
		}
		p.next()
		right := p.expression(operator.Precedence() + 1)
		left = &Expression{Kind: Binary, Offset: offset, Token: operator, Args: []*Expression{left, right}}
	}
	return left
}

func (p *parser) signed() *Expression {
	operator, offset := p.token, p.offset
	switch operator {
	case token.SUB, token.NOT:
		p.next()
		return &Expression{Kind: Unary, Offset: offset, Token: operator, Args: []*Expression{p.signed()}}
	case token.ADD, token.MUL, token.AND, token.XOR, token.TILDE, token.ARROW:
		p.fail(offset, "the language has no sign %s", operator)
	}
	return p.operand()
}

func (p *parser) operand() *Expression {
	begin := p.offset
	e := &Expression{Kind: Written, Offset: begin, Text: p.literal}
	switch p.token {
	case token.LPAREN:
		p.next()
		e = p.expression(token.LowestPrec + 1)
		p.expect(token.RPAREN)
	case token.INT, token.FLOAT:
		if _, err := number(e.Text); err != nil {
			p.fail(p.offset, "%s is not a number of the language", p.literal)
		}
		p.next()
	case token.IDENT:
		e.Kind = Name
		p.next()
		if p.token == token.LPAREN {
			p.call(e)
		}
	default:
		p.fail(p.offset, "a number, a name or a call is expected here, not %s", p.found())
		return e
	}
	for p.token == token.PERIOD {
		p.member(e, begin)
	}
	if p.token == token.LPAREN {
		p.fail(begin, "this is not a function of the language")
	}
	return e
}

func number(text string) (float64, error) {
	return strconv.ParseFloat(strings.ReplaceAll(text, "_", ""), 64)
}

func (p *parser) expect(wanted token.Token) {
	if p.token != wanted {
		p.fail(p.offset, "'%s' is expected here, not %s", wanted, p.found())
	}
	p.next()
}

// member reads the name behind a point.
func (p *parser) member(e *Expression, begin int) {
	if e.Kind != Name {
		p.fail(begin, "only a name can stand before the point")
	}
	p.next()
	e.Text += "." + p.literal
	p.expect(token.IDENT)
}

// call reads the arguments of the function that e names, each of which may have
// a label: label: argument.
func (p *parser) call(e *Expression) {
	p.next()
	e.Kind = Call
	for p.mistake == nil && p.token != token.RPAREN {
		arg := p.expression(token.LowestPrec + 1)
		if p.token == token.COLON {
			p.next()
			if e.Labels == nil {
				e.Labels = make([]*Expression, len(e.Args))
			}
			e.Labels = append(e.Labels, arg)
			arg = p.expression(token.LowestPrec + 1)
		} else if e.Labels != nil {
			e.Labels = append(e.Labels, nil)
		}
		e.Args = append(e.Args, arg)
		if p.token != token.COMMA {
			break
		}
		p.next()
	}
	p.expect(token.RPAREN)
}

// bound refuses what could exhaust the stack of a recursive parser, which in
// WASM ends the process without a recoverable error.
func bound(text string) error {
	if len(text) > longestFormula {
		return fmt.Errorf("a formula of %d bytes; at most %d are allowed", len(text), longestFormula)
	}
	if !utf8.ValidString(text) {
		return fmt.Errorf("the formula is not valid UTF-8")
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
			return mistake(text, i, "nested deeper than %d", deepestFormula)
		}
	}
	return nil
}
