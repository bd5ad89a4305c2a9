// Package engine_test keeps the promises that hold for every package under engine:
// the same scenario gives the same bits everywhere, and the engine reaches nothing
// but its arguments.
package engine_test

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path"
	"slices"
	"strconv"
	"strings"
	"testing"
	"testing/fstest"
)

// elementaryFolder is the one place whose own versions replace the functions of
// package math whose last bit depends on the processor.
const elementaryFolder = "elementary"

// forbiddenImports are packages, and everything under them, that would tie the
// engine to a browser, a machine, a clock or a global random source, or turn the
// direction of the repository's imports round.
var forbiddenImports = []string{
	"syscall", "os", "net", "time", "math/rand",
	"github.com/hajimehoshi/ebiten", "github.com/parquet-go", "rackonomics/wasm", "rackonomics/cmd",
}

// allowedImports lie under a forbidden one and only take text apart.
var allowedImports = []string{"net/url"}

// enginePackages says what each package of the engine may import of the others.
// Imports point one way: from the subject's readers to the ground.
var enginePackages = map[string]string{
	"calendar": "", "digits": "", "elementary": "", "excerpt": "", "floor": "", "near": "", "program": "calendar elementary",
	"campus":       "digits floor measure",
	"distribution": "elementary", "estimate": "elementary", "measure": "elementary", "random": "elementary", "shapley": "", "wasmcode": "",
	"language":       "excerpt program",
	"compile":        "language program",
	"machine":        "calendar program random",
	"kernel":         "calendar elementary machine program wasmcode",
	"scenario":       "calendar digits distribution excerpt near",
	"model":          "language near scenario",
	"link":           "calendar scenario",
	"result":         "calendar floor language machine measure model program scenario",
	"form":           "compile language machine model program result scenario",
	"session":        "explain floor form language link machine model result scenario study ../scenarios",
	"study":          "calendar distribution elementary estimate form machine model program random result scenario",
	"study/cheapest": "machine scenario study",
	"study/compare":  "calendar explain machine model random result scenario shapley study",
	"spreadsheet":    "calendar elementary",
	"palette":        "floor model",
	"workbook":       "calendar campus digits elementary floor form language machine model palette program result scenario spreadsheet",
	"explain":        "language machine model program result scenario shapley",
}

// inexactFunctions are the functions of package math that Go does not promise to
// round alike on every processor; the others are exact by IEEE 754 or pick bits apart.
var inexactFunctions = strings.Fields(`
	Acos Acosh Asin Asinh Atan Atan2 Atanh Cbrt Cos Cosh Erf Erfc Erfcinv Erfinv Exp Exp2 Expm1
	Gamma Hypot J0 J1 Jn Lgamma Log Log10 Log1p Log2 Pow Pow10 Sin Sincos Sinh Tan Tanh Y0 Y1 Yn`)

func TestEngineIsPure(t *testing.T) {
	found, files, err := impurities(os.DirFS("."))
	if err != nil {
		t.Fatal(err)
	}
	if files == 0 {
		t.Fatal("no Go file was looked at")
	}
	for _, impurity := range found {
		t.Error(impurity)
	}
}

func TestArchitectureTellsEveryPackage(t *testing.T) {
	text, err := os.ReadFile("../docs/architecture.md")
	if err != nil {
		t.Fatal(err)
	}
	for name := range enginePackages {
		if !strings.Contains(string(text), "`engine/"+name+"`") {
			t.Errorf("docs/architecture.md does not tell what engine/%s is", name)
		}
	}
}

func TestImpuritiesAreFound(t *testing.T) {
	for name, test := range map[string]struct {
		file, source string
		want         []string // one a finding, in order: what it must mention
	}{
		"pure":                  {"machine/a.go", `import "math"; var a = math.Sqrt(2) + math.Floor(math.Pi)`, nil},
		"clock":                 {"machine/a.go", `import "time"; var a = time.Now()`, []string{"time"}},
		"browser":               {"link/a.go", `import "syscall/js"; var a js.Value`, []string{"syscall/js"}},
		"file under os":         {"a.go", `import _ "os/exec"`, []string{"os/exec"}},
		"network":               {"a.go", `import _ "net/http"`, []string{"net/http"}},
		"address parser":        {"a.go", `import _ "net/url"`, nil},
		"canvas":                {"a.go", `import _ "github.com/hajimehoshi/ebiten/v2/vector"`, []string{"ebiten"}},
		"upward import":         {"a.go", `import _ "rackonomics/wasm/scene/other"`, []string{"rackonomics/wasm"}},
		"against the order":     {"machine/a.go", `import _ "rackonomics/engine/language"`, []string{"rackonomics/engine/language"}},
		"in the order":          {"machine/a.go", `import _ "rackonomics/engine/program"`, nil},
		"package of no place":   {"upstart/a.go", `import _ "rackonomics/engine/program"`, []string{"upstart"}},
		"outside the engine":    {"machine/a.go", `import _ "rackonomics/scenarios"`, []string{"rackonomics/scenarios"}},
		"similar name":          {"a.go", `import _ "netting/timeline"`, nil},
		"inexact call":          {"risk/a.go", `import "math"; var a = math.Exp(1)`, []string{"math.Exp"}},
		"inexact value":         {"risk/a.go", `import "math"; var a = math.Pow`, []string{"math.Pow"}},
		"renamed":               {"risk/a.go", `import m "math"; var a = m.Log1p(1)`, []string{"math.Log1p"}},
		"dot import":            {"risk/a.go", `import . "math"; var a = Sin(1)`, []string{"dot"}},
		"another package's Exp": {"measure/a.go", `import math "rackonomics/engine/elementary"; var a = math.Exp(1)`, nil},
		"goroutine":             {"machine/a.go", `func f() { go f() }`, []string{"goroutine"}},
		"two at once":           {"machine/a.go", `import ("math"; "os"); var a = math.Tanh(float64(os.Getpid()))`, []string{"os", "math.Tanh"}},
		"elementary":            {"elementary/a.go", `import "math"; var a = math.Exp(1)`, nil},
		"clock in elementary":   {"elementary/a.go", `import "time"; var a time.Time`, []string{"time"}},
		"no second elementary":  {"machine/elementary/a.go", `import "math"; var a = math.Exp(1)`, []string{"math.Exp"}},
		"not Go":                {"machine/a.go", `var = 1`, []string{"expected"}},
		"test file":             {"machine/a_test.go", `import ("math"; "os"); var a = math.Exp(float64(os.Getpid()))`, nil},
	} {
		t.Run(name, func(t *testing.T) {
			found, _, err := impurities(fstest.MapFS{test.file: {Data: []byte("package p; " + test.source)}})
			if err != nil {
				t.Fatal(err)
			}
			if len(found) != len(test.want) {
				t.Fatalf("found %q, want %d", found, len(test.want))
			}
			for i, want := range test.want {
				if !strings.Contains(found[i], want) || !strings.HasPrefix(found[i], test.file+":1:") {
					t.Errorf("found %q, want the place and %q", found[i], want)
				}
			}
		})
	}
}

// impurities reads every Go file of the tree but the tests, and tells where one
// breaks a rule, with place and reason. It also tells how many files it read.
func impurities(tree fs.FS) (found []string, files int, err error) {
	positions := token.NewFileSet()
	err = fs.WalkDir(tree, ".", func(name string, entry fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if entry.IsDir() && entry.Name() == "testdata" {
			return fs.SkipDir
		}
		if entry.IsDir() || path.Ext(name) != ".go" || strings.HasSuffix(name, "_test.go") {
			return nil
		}
		source, err := fs.ReadFile(tree, name)
		if err != nil {
			return err
		}
		file, err := parser.ParseFile(positions, name, source, parser.SkipObjectResolution)
		if err != nil {
			found = append(found, err.Error())
			return nil
		}
		files++
		report := func(node ast.Node, format string, arguments ...any) {
			found = append(found, fmt.Sprintf("%s: %s", positions.Position(node.Pos()), fmt.Sprintf(format, arguments...)))
		}
		mathName := checkImports(file, report)
		checkDirection(file, path.Dir(name), report)
		checkCode(file, mathName, path.Dir(name) == elementaryFolder, report)
		return nil
	})
	return found, files, err
}

type reporter func(node ast.Node, format string, arguments ...any)

// checkImports reports forbidden imports and returns the name by which the file
// knows package math, or "".
func checkImports(file *ast.File, report reporter) (mathName string) {
	for _, spec := range file.Imports {
		imported, err := strconv.Unquote(spec.Path.Value)
		if err != nil {
			report(spec, "the import path %s cannot be read", spec.Path.Value)
			continue
		}
		isForbidden := func(root string) bool {
			return imported == root || strings.HasPrefix(imported, root+"/")
		}
		if slices.ContainsFunc(forbiddenImports, isForbidden) && !slices.Contains(allowedImports, imported) {
			report(spec, "engine must not import %s: its results may depend on nothing but the scenario", imported)
		}
		if imported != "math" {
			continue
		}
		mathName = "math"
		if spec.Name != nil {
			mathName = spec.Name.Name
		}
		if mathName == "." {
			report(spec, "math must not be a dot import: its calls could not be checked")
		}
	}
	return mathName
}

// checkDirection reports imports of this repository that the table of packages
// does not allow.
func checkDirection(file *ast.File, folder string, report reporter) {
	allowed, known := enginePackages[folder]
	for _, spec := range file.Imports {
		imported, _ := strconv.Unquote(spec.Path.Value)
		if !strings.HasPrefix(imported, "rackonomics/") || slices.ContainsFunc(forbiddenImports, func(root string) bool { return strings.HasPrefix(imported, root+"/") }) {
			continue
		}
		name, inEngine := strings.CutPrefix(imported, "rackonomics/engine/")
		if !inEngine {
			name = "../" + strings.TrimPrefix(imported, "rackonomics/")
		}
		switch {
		case !known:
			report(spec, "%s has no place in the table of the engine's packages and imports %s", folder, imported)
		case !slices.Contains(strings.Fields(allowed), name):
			report(spec, "%s must not import %s: it may import %q", folder, imported, allowed)
		}
	}
}

// checkCode reports goroutines and, unless the file may have them, inexact functions.
func checkCode(file *ast.File, mathName string, mayBeInexact bool, report reporter) {
	ast.Inspect(file, func(node ast.Node) bool {
		switch node := node.(type) {
		case *ast.GoStmt:
			report(node, "engine must not start a goroutine: callers share out the work")
		case *ast.SelectorExpr:
			qualifier, ok := node.X.(*ast.Ident)
			if ok && qualifier.Name == mathName && !mayBeInexact && slices.Contains(inexactFunctions, node.Sel.Name) {
				report(node, "math.%s differs between processors: use engine/%s", node.Sel.Name, elementaryFolder)
			}
		}
		return true
	})
}
