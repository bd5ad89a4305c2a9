package language

import (
	"go/ast"
	goparser "go/parser"
	"go/token"
	"reflect"
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
		if strings.ContainsAny(text, ":`\r") || strings.Contains(text, "//") || strings.Contains(text, "/*") {
			return // labels are the language's own; comments and raw texts are none of it, and are refused
		}
		want, wanted := readAsGo(strings.ReplaceAll(text, "\n", " "))
		if (err == nil) != (wanted == nil) {
			t.Fatalf("%q: %v here, %v in Go", text, err, wanted)
		}
		if err == nil && !reflect.DeepEqual(got, want) {
			t.Fatalf("%q is another tree here than in Go", text)
		}
	})
}

func readAsGo(text string) (*Expression, error) {
	expression, err := goparser.ParseExpr(text)
	if err != nil {
		return nil, err
	}
	return (&reader{text}).read(expression)
}

type reader struct{ text string }

// offset of an expression is where it begins, of an operation where its operator
// stands.
func (r *reader) offset(at ast.Node) int {
	if operation, ok := at.(*ast.BinaryExpr); ok {
		return int(operation.OpPos) - 1
	}
	return int(at.Pos()) - 1
}

func (r *reader) fail(at ast.Node, format string, args ...any) error {
	return mistake(r.text, r.offset(at), format, args...)
}

func (r *reader) read(e ast.Expr) (*Expression, error) {
	switch e := e.(type) {
	case *ast.ParenExpr:
		return r.read(e.X)
	case *ast.BasicLit:
		_, err := number(e.Value)
		if e.Kind != token.INT && e.Kind != token.FLOAT || err != nil {
			return nil, r.fail(e, "%s is not a number of the language", e.Value)
		}
		return &Expression{Kind: Written, Text: e.Value, Offset: r.offset(e)}, nil
	case *ast.Ident:
		return &Expression{Kind: Name, Text: e.Name, Offset: r.offset(e)}, nil
	case *ast.SelectorExpr:
		inner, err := r.read(e.X)
		if err != nil {
			return nil, err
		}
		if inner.Kind != Name {
			return nil, r.fail(e, "only a name can stand before the point")
		}
		inner.Text += "." + e.Sel.Name
		return inner, nil
	case *ast.UnaryExpr:
		if _, ok := unaries[e.Op]; !ok {
			return nil, r.fail(e, "the language has no sign %s", e.Op)
		}
		return r.made(&Expression{Kind: Unary, Token: e.Op, Offset: r.offset(e)}, e.X)
	case *ast.BinaryExpr:
		if _, ok := binaries[e.Op]; !ok {
			return nil, r.fail(e, "the language has no operator %s", e.Op)
		}
		return r.made(&Expression{Kind: Binary, Token: e.Op, Offset: r.offset(e)}, e.X, e.Y)
	case *ast.CallExpr:
		name, ok := e.Fun.(*ast.Ident)
		if !ok || e.Ellipsis.IsValid() {
			return nil, r.fail(e, "this is not a function of the language")
		}
		return r.made(&Expression{Kind: Call, Text: name.Name, Offset: r.offset(e)}, e.Args...)
	}
	return nil, r.fail(e, "the language has numbers, names, operators and calls of its functions; this is none of them")
}

func (r *reader) made(e *Expression, args ...ast.Expr) (*Expression, error) {
	for _, arg := range args {
		child, err := r.read(arg)
		if err != nil {
			return nil, err
		}
		e.Args = append(e.Args, child)
	}
	return e, nil
}
