package language

import (
	"fmt"
	"go/ast"
	goparser "go/parser"
	"go/token"
	"reflect"
	"strconv"
	"strings"
	"testing"
)

// The language is a part of Go's expressions: what is a formula here is what
// go/parser reads as one with the same tree, and nothing else is.
func FuzzParseReadsAsGoDoes(f *testing.F) {
	for _, text := range []string{
		"a + b*c - d/e", "a - b - c", "a / b / c * d", "-a*b", "- -a", "!a && b || c", "a && b || c && !d", "a < b == c > d",
		"a <= b && c >= d != e", "(a + b) * c", "((a))", "(a).b", "a.b.c", "min(a, b, )", "min(a,\nb,\n)", "min(a\n, b)", "a +\nb", "a\n+ b", "a;", "a\n", "a b",
		"f(x)", "f(x...)", "f()(x)", "(f)(x)", "a.f(x)", "f(x).y", "when(a > 0, b, -c)", "1_000.5e3 + .5 + 0x1p-2", "0777", "0b1", "089", "1_", "2i", "'a'", "\"a\"", "`a`",
		"a | b", "a % b", "a << b", "a &^ b", "&a", "<-a", "~a", "^a", "+a", "a++", "a = b", "a := b", "a, b", "if", "func() {}", "[]int{1}", "a[0]", "a[b](c)", "a{}", "a.(b)", "*a",
		"/* c */ a // d", "//line x:9:9\na+", "a /* b", "é", "\ufeffa", "a\x00b", "#", "a.", ".a", "a..b", "a.1", "1.a", "a.if", "(", ")", "", "range", "pow(1)", "x(1, 2)", "struct{}", "chan int", "min(chan int)", "x(map[a]b)",
	} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		got, err := parse(text)
		if bound(text) != nil {
			if err == nil {
				t.Fatalf("%q is out of bounds and is read", text)
			}
			return
		}
		want, wanted := readAsGo(text)
		if (err == nil) != (wanted == nil) {
			t.Fatalf("%q: %v here, %v in Go", text, err, wanted)
		}
		if err == nil && !reflect.DeepEqual(got, want) {
			t.Fatalf("%q is another tree here than in Go", text)
		}
	})
}

func readAsGo(text string) (*Node, error) {
	expression, err := goparser.ParseExpr(text)
	if err != nil {
		return nil, err
	}
	return (&reader{text}).read(expression)
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
