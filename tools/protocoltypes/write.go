package main

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
)

// write gives the TypeScript of the message types that the Go files of a folder declare.
func write(folder string) (string, error) {
	files, err := parse(folder)
	if err != nil {
		return "", err
	}
	w := &writer{unions: unions(files)}
	w.line("// Written from wasm/protocol by tools/protocoltypes (make generate). Do not edit.")
	for _, declared := range types(files) {
		if err := w.declare(declared); err != nil {
			return "", fmt.Errorf("%s: %w", declared.spec.Name.Name, err)
		}
	}
	if err := w.calls(); err != nil {
		return "", err
	}
	return strings.Join(w.lines, "\n") + "\n", nil
}

func parse(folder string) ([]*ast.File, error) {
	names, err := filepath.Glob(filepath.Join(folder, "*.go"))
	if err != nil {
		return nil, err
	}
	var files []*ast.File
	for _, name := range names {
		if strings.HasSuffix(name, "_test.go") {
			continue
		}
		source, err := os.ReadFile(name)
		if err != nil {
			return nil, err
		}
		file, err := parser.ParseFile(token.NewFileSet(), name, source, parser.ParseComments)
		if err != nil {
			return nil, err
		}
		files = append(files, file)
	}
	if len(files) == 0 {
		return nil, fmt.Errorf("%s has no Go file", folder)
	}
	return files, nil
}

// declared is a type with its comment.
type declared struct {
	spec *ast.TypeSpec
	doc  string
}

func types(files []*ast.File) []declared {
	var list []declared
	for _, file := range files {
		for _, decl := range file.Decls {
			general, ok := decl.(*ast.GenDecl)
			if !ok || general.Tok != token.TYPE {
				continue
			}
			for _, spec := range general.Specs {
				list = append(list, declared{spec.(*ast.TypeSpec), general.Doc.Text()})
			}
		}
	}
	return list
}

// unions lists the texts that the constants of a text type allow.
func unions(files []*ast.File) map[string][]string {
	found := map[string][]string{}
	for _, file := range files {
		for _, decl := range file.Decls {
			general, ok := decl.(*ast.GenDecl)
			if !ok || general.Tok != token.CONST {
				continue
			}
			for _, spec := range general.Specs {
				value := spec.(*ast.ValueSpec)
				if name, ok := value.Type.(*ast.Ident); ok {
					for _, each := range value.Values {
						found[name.Name] = append(found[name.Name], each.(*ast.BasicLit).Value)
					}
				}
			}
		}
	}
	return found
}

type writer struct {
	lines  []string
	unions map[string][]string
	names  []string
}

func (w *writer) line(format string, arguments ...any) {
	w.lines = append(w.lines, fmt.Sprintf(format, arguments...))
}

// override begins the line of a comment that says the type where Go's says too little.
const override = "TypeScript: "

func (w *writer) declare(d declared) error {
	name := d.spec.Name.Name
	w.names = append(w.names, name)
	doc, stated, _ := strings.Cut(d.doc, override)
	w.line("")
	w.comment("", doc)
	if stated != "" {
		w.line("export type %s = %s;", name, strings.TrimSpace(stated))
		return nil
	}
	switch form := d.spec.Type.(type) {
	case *ast.StructType:
		return w.structure(name, form)
	case *ast.Ident:
		if texts := w.unions[name]; form.Name == "string" && texts != nil {
			w.line("export type %s = %s;", name, strings.Join(texts, " | "))
			return nil
		}
	}
	return fmt.Errorf("a message is a struct, or a text with constants, or says its type after %q", override)
}

func (w *writer) structure(name string, form *ast.StructType) error {
	var bases, members []string
	for _, field := range form.Fields.List {
		if len(field.Names) == 0 {
			bases = append(bases, field.Type.(*ast.Ident).Name)
			continue
		}
		if field.Tag == nil {
			return fmt.Errorf("%s has no json tag", field.Names[0].Name)
		}
		tag := reflect.StructTag(strings.Trim(field.Tag.Value, "`")).Get("json")
		key, options, _ := strings.Cut(tag, ",")
		kind, err := typeOf(field.Type)
		if err != nil {
			return fmt.Errorf("%s: %w", key, err)
		}
		optional := ""
		if options == "omitempty" {
			optional = "?"
		}
		if text := strings.Join(strings.Fields(field.Comment.Text()), " "); text != "" {
			members = append(members, "  /** "+text+" */")
		}
		members = append(members, fmt.Sprintf("  %s%s: %s;", key, optional, kind))
	}
	extends := ""
	if bases != nil {
		extends = " extends " + strings.Join(bases, ", ")
	}
	w.line("export interface %s%s {", name, extends)
	w.lines = append(append(w.lines, members...), "}")
	return nil
}

// calls pairs XRequest with XAnswer as the call x.
func (w *writer) calls() error {
	w.line("")
	w.line("/** Each kind of call with its request and its answer. */")
	w.line("export interface Calls {")
	for _, name := range w.names {
		call, ok := strings.CutSuffix(name, "Request")
		if !ok {
			continue
		}
		if !slices.Contains(w.names, call+"Answer") {
			return fmt.Errorf("%s has no %sAnswer", name, call)
		}
		w.line("  %s: { request: %s; answer: %sAnswer };", strings.ToLower(call), name, call)
	}
	w.line("}")
	return nil
}

func (w *writer) comment(indent, doc string) {
	text := strings.TrimSpace(doc)
	if text == "" {
		return
	}
	lines := strings.Split(text, "\n")
	if len(lines) == 1 {
		w.line("%s/** %s */", indent, text)
		return
	}
	w.line("%s/**", indent)
	for _, line := range lines {
		w.lines = append(w.lines, strings.TrimRight(indent+" * "+line, " "))
	}
	w.line("%s */", indent)
}

var plain = map[string]string{"string": "string", "int": "number", "float64": "number", "bool": "boolean", "any": "unknown"}

func typeOf(expression ast.Expr) (string, error) {
	switch form := expression.(type) {
	case *ast.Ident:
		if name, ok := plain[form.Name]; ok {
			return name, nil
		}
		if ast.IsExported(form.Name) {
			return form.Name, nil
		}
	case *ast.StarExpr:
		return typeOf(form.X)
	case *ast.ArrayType:
		element, err := typeOf(form.Elt)
		return element + "[]", err
	case *ast.MapType:
		element, err := typeOf(form.Value)
		return "{ [name: string]: " + element + " }", err
	case *ast.SelectorExpr:
		if form.Sel.Name == "Value" { // of jsontext
			return "unknown", nil
		}
	}
	return "", fmt.Errorf("no type of TypeScript for %T", expression)
}
