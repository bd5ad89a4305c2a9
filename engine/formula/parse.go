package formula

import (
	"errors"
	"fmt"
	"go/ast"
	"go/parser"
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
// references and functions stay in Node.Name for the checker.
func parse(text string) (*Node, error) {
	if err := bound(text); err != nil {
		return nil, err
	}
	expression, err := parser.ParseExpr(text)
	if err != nil {
		var list scanner.ErrorList
		if errors.As(err, &list) {
			return nil, &Error{Column: column(text, list[0].Pos.Offset), Message: list[0].Msg}
		}
		return nil, &Error{Column: 1, Message: err.Error()}
	}
	return (&reader{text}).read(expression)
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

type reader struct{ text string }

// column of an expression is where it begins, of an operation where its operator
// stands.
func (r *reader) column(at ast.Node) int {
	position := token.Pos(0)
	switch at := at.(type) {
	case *ast.BinaryExpr:
		position = at.OpPos
	default:
		position = at.Pos()
	}
	return column(r.text, int(position)-1)
}

// column counts characters from 1.
func column(text string, offset int) int {
	return utf8.RuneCountInString(text[:min(max(offset, 0), len(text))]) + 1
}

func (r *reader) fail(at ast.Node, format string, args ...any) error {
	return &Error{Column: r.column(at), Message: fmt.Sprintf(format, args...)}
}

func (r *reader) read(e ast.Expr) (*Node, error) {
	switch e := e.(type) {
	case *ast.ParenExpr:
		return r.read(e.X)
	case *ast.BasicLit:
		return r.literal(e)
	case *ast.Ident:
		return &Node{Code: Reference, Name: e.Name, Column: r.column(e)}, nil
	case *ast.SelectorExpr:
		inner, err := r.read(e.X)
		if err != nil {
			return nil, err
		}
		if inner.Code != Reference {
			return nil, r.fail(e, "only a name can stand before the point")
		}
		inner.Name += "." + e.Sel.Name
		return inner, nil
	case *ast.UnaryExpr:
		codes := map[token.Token]Code{token.SUB: Negate, token.NOT: Not}
		code, ok := codes[e.Op]
		if !ok {
			return nil, r.fail(e, "the language has no sign %s", e.Op)
		}
		return r.node(e, code, e.X)
	case *ast.BinaryExpr:
		code, ok := binaries[e.Op]
		if !ok {
			return nil, r.fail(e, "the language has no operator %s", e.Op)
		}
		if e.Op == token.GTR || e.Op == token.GEQ {
			return r.node(e, code, e.Y, e.X)
		}
		return r.node(e, code, e.X, e.Y)
	case *ast.CallExpr:
		return r.call(e)
	}
	return nil, r.fail(e, "the language has numbers, names, operators and calls of its functions; this is none of them")
}

func (r *reader) node(at ast.Expr, code Code, args ...ast.Expr) (*Node, error) {
	n := &Node{Code: code, Column: r.column(at)}
	for _, arg := range args {
		child, err := r.read(arg)
		if err != nil {
			return nil, err
		}
		n.Args = append(n.Args, child)
	}
	return n, nil
}

func (r *reader) literal(e *ast.BasicLit) (*Node, error) {
	value, err := strconv.ParseFloat(strings.ReplaceAll(e.Value, "_", ""), 64)
	if e.Kind != token.INT && e.Kind != token.FLOAT || err != nil {
		return nil, r.fail(e, "%s is not a number of the language", e.Value)
	}
	return &Node{Code: Literal, Value: value, Column: r.column(e)}, nil
}

func (r *reader) call(e *ast.CallExpr) (*Node, error) {
	name, ok := e.Fun.(*ast.Ident)
	if !ok || e.Ellipsis.IsValid() {
		return nil, r.fail(e, "this is not a function of the language")
	}
	n, err := r.node(e, Literal, e.Args...)
	if err != nil {
		return nil, err
	}
	n.Name = name.Name
	known, ok := calls[name.Name]
	if !ok { // number with a unit, if the checker knows the unit
		if len(n.Args) != 1 {
			return nil, r.fail(e, "unknown function %s", name.Name)
		}
		return n, nil
	}
	if len(n.Args) < known.min || len(n.Args) > known.max {
		return nil, r.fail(e, "%s takes %s, not %d", name.Name, argumentCount(known.min, known.max), len(n.Args))
	}
	n.Code = known.code
	return n, nil
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
