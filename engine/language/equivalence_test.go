package language_test

import (
	"fmt"
	"math"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"rackonomics/engine/compile"
	"rackonomics/engine/language"
	"rackonomics/engine/machine"
	"rackonomics/engine/program"
)

// The same inputs in every scope, so that a name of any unit is always at hand.
var everyInput = func() (list []language.Input) {
	for _, scope := range scopes {
		list = append(list,
			language.Input{Name: scope.Name + ".ratio", Unit: "1"},
			language.Input{Name: scope.Name + ".money", Unit: "USD"},
			language.Input{Name: scope.Name + ".delay", Unit: "month"},
			language.Input{Name: scope.Name + ".on", Kind: language.Switch},
			language.Input{Name: scope.Name + ".colour", Kind: language.Choice, Options: []string{"red", "blue"}})
	}
	return list
}()

// A function for each unit, and a table.
var everyFunction = func() (list []language.Function) {
	for _, unit := range []string{"1", "USD", "month"} {
		list = append(list, language.Function{Name: "trend_" + inputNamed[unit], Unit: unit, Formula: "x * when(growth < 0, 1, growth) + company." + inputNamed[unit],
			Parameters: []language.Parameter{{Name: "x", Unit: unit}, {Name: "growth", Unit: "1"}}})
	}
	return list
}()

var steps = []language.Table{{Name: "steps", Unit: "1", Columns: [][]float64{{1, 2, 3, 4}, {5, 6, 7, 8}}}}

var inputNamed = map[string]string{"1": "ratio", "USD": "money", "month": "delay", "bool": "on"}

// writer writes random formulas that the language allows.
type writer struct {
	*rapid.T
	rows     []language.Row // their names and units; the formulas come after another
	row      int
	scope    string
	summed   string // the scope that the enclosing sum runs over
	siblings bool   // within before
	fuel     int
}

func (w *writer) pick(label string, count int) int {
	return rapid.IntRange(0, count-1).Draw(w.T, label)
}

func (w *writer) inner() bool { return w.summed != "" || w.siblings }

// reach lists how names of scopes are written here.
func (w *writer) reach() map[string]string {
	prefixes := map[string]string{w.scope: "", "company": "company."}
	if w.scope == "line" {
		prefixes["plant"] = "plant."
	}
	if w.scope == "company" {
		prefixes["company"] = ""
	}
	if w.summed != "" {
		prefixes[w.summed] = w.summed + "."
	}
	return prefixes
}

// name writes a reference to an input, or to a row before the limit.
func (w *writer) name(unit string, limit int, rowsOnly bool) (string, bool) {
	var names []string
	reach := w.reach()
	for _, row := range w.rows[:limit] {
		scope, field, _ := strings.Cut(row.Name, ".")
		if prefix, ok := reach[scope]; ok && row.Unit == unit {
			names = append(names, prefix+field)
		}
	}
	if !rowsOnly {
		for _, scope := range []string{"company", "plant", "line", "fund"} {
			if prefix, ok := reach[scope]; ok {
				names = append(names, prefix+inputNamed[unit])
			}
		}
	}
	if len(names) == 0 {
		return "", false
	}
	return names[w.pick("name", len(names))], true
}

func (w *writer) atom(unit string) string {
	number := rapid.SampledFrom([]string{"0", "1", "2", "0.5", "3", "-1", "1e200"}).Draw(w.T, "number")
	switch w.pick("atom", 3) {
	case 0:
		switch unit {
		case "1":
			return number
		case "bool":
			return rapid.SampledFrom([]string{"true", "false", "(colour == colour.red)", "(colour != colour.blue)"}).Draw(w.T, "truth")
		}
		return unit + "(" + number + ")"
	case 1:
		switch unit {
		case "1":
			return rapid.SampledFrom([]string{"(hours / h(24))", "(days / day(1))", "(year / year(1000))", "(years / year(1))", "month_of_year", "shock(rain)", "shock(sun)"}).Draw(w.T, "calendar")
		case "month":
			return rapid.SampledFrom([]string{"month", "months"}).Draw(w.T, "calendar")
		}
	}
	name, _ := w.name(unit, w.row, false)
	return name
}

func (w *writer) formula(unit string) string {
	w.fuel--
	if w.fuel <= 0 {
		return w.atom(unit)
	}
	if unit == "bool" {
		return w.truth()
	}
	a := func() string { return w.formula(unit) }
	switch w.pick("form", 24) {
	case 0, 1:
		return "(" + a() + " + " + a() + ")"
	case 2:
		return "(" + a() + " - " + a() + ")"
	case 3:
		return "(" + a() + " * " + w.formula("1") + ")"
	case 4:
		return "(" + a() + " / " + w.formula("1") + ")"
	case 5:
		return "max(" + a() + ", " + a() + ", " + a() + ")"
	case 6:
		return "min(" + a() + ", " + a() + ")"
	case 7:
		return rapid.SampledFrom([]string{"abs", "floor", "ceil"}).Draw(w.T, "function") + "(" + a() + ")"
	case 8:
		return "clamp(" + a() + ", " + a() + ", " + a() + ")"
	case 9:
		return "when(" + w.formula("bool") + ", " + a() + ", " + a() + ")"
	case 10:
		return "-(" + a() + ")"
	case 11:
		if unit == "1" {
			call := rapid.SampledFrom([]string{"exp(?)", "log(?)", "pow(?, 2)", "pow(2, ?)"}).Draw(w.T, "function")
			return strings.Replace(call, "?", a(), 1)
		}
		return "(pow(" + w.formula("1") + ", " + w.formula("1") + ") * " + w.atom(unit) + ")"
	case 18:
		order := rapid.Permutation([]string{"red", "blue"}).Draw(w.T, "order")
		return "pick(colour, " + order[0] + ": " + a() + ", " + order[1] + ": " + a() + ")"
	case 19:
		return "interpolate(" + w.formula("month") + ", month(-2): " + a() + ", 0: " + a() + ", month(3): " + a() + ")"
	case 20:
		if w.inner() {
			return w.atom(unit)
		}
		return "vintage(" + w.atom(unit) + ", " + w.truth() + ", 1, 3, age: age / 2 + lookup(steps, age, 0 + " + w.formula("1") + "))"
	case 21:
		if w.inner() {
			return w.atom(unit)
		}
		return "vintage(" + w.atom(unit) + ", " + w.formula("month") + ")"
	case 22:
		return "trend_" + map[string]string{"1": "ratio", "USD": "money", "month": "delay"}[unit] + "(" + a() + ", " + w.formula("1") + ")"
	case 23:
		return rapid.SampledFrom([]string{"absent", "(0 * absent)"}).Draw(w.T, "absent")
	case 12:
		return w.sum(unit)
	case 13:
		return w.before(unit)
	}
	return w.along(unit)
}

func (w *writer) truth() string {
	switch w.pick("form", 6) {
	case 0:
		return "(" + w.formula("bool") + " && " + w.formula("bool") + ")"
	case 1:
		return "(" + w.formula("bool") + " || !" + w.formula("bool") + ")"
	case 2:
		return w.along("bool")
	}
	unit := rapid.SampledFrom([]string{"1", "USD", "month"}).Draw(w.T, "unit")
	return "(" + w.formula(unit) + rapid.SampledFrom([]string{" < ", " <= ", " > ", " >= ", " == ", " != "}).Draw(w.T, "sign") + w.formula(unit) + ")"
}

func (w *writer) sum(unit string) string {
	below := map[string][]string{"company": {"plant", "line"}, "plant": {"line"}}[w.scope]
	if w.inner() || below == nil {
		return w.atom(unit)
	}
	scope := below[w.pick("scope", len(below))]
	if unit == "1" && w.pick("count", 4) == 0 {
		return "count(" + scope + ")"
	}
	w.summed = scope
	defer func() { w.summed = "" }()
	return "sum(" + scope + "." + inputNamed[unit] + " + " + w.formula(unit) + ")"
}

func (w *writer) before(unit string) string {
	if w.inner() {
		return w.atom(unit)
	}
	w.siblings = true
	defer func() { w.siblings = false }()
	return "before(" + w.formula(unit) + ")"
}

// along looks at another month: of any row back in time, of the rows above ahead.
func (w *writer) along(unit string) string {
	function := rapid.SampledFrom([]string{"prev", "prev", "next", "ahead", "lag", "cum"}).Draw(w.T, "function")
	if function == "cum" && (unit == "bool" || w.inner()) {
		function = "prev"
	}
	limit := map[string]int{"prev": len(w.rows), "next": w.row + w.pick("itself", 2), "ahead": w.row + w.pick("itself also", 2), "lag": w.row, "cum": w.row}[function]
	argument, ok := w.name(unit, limit, w.inner())
	if !ok {
		return w.atom(unit)
	}
	if !w.inner() && w.pick("expression", 2) == 0 {
		argument = w.formula(unit)
	}
	if function == "cum" {
		return "cum(" + argument + ")"
	}
	if function == "lag" {
		argument += ", " + w.formula("month")
	}
	if function != "ahead" && w.pick("opening", 2) == 0 {
		argument += ", " + w.formula(unit)
	}
	return function + "(" + argument + ")"
}

func randomRows(t *rapid.T) []language.Row {
	list := make([]language.Row, rapid.IntRange(1, 8).Draw(t, "rows"))
	for i := range list {
		scope := rapid.SampledFrom([]string{"company", "plant", "plant", "line", "line", "fund"}).Draw(t, "scope")
		list[i] = language.Row{Name: fmt.Sprintf("%s.r%d", scope, i), Unit: rapid.SampledFrom([]string{"1", "USD", "month", "bool"}).Draw(t, "unit")}
	}
	for i := range list {
		scope, _, _ := strings.Cut(list[i].Name, ".")
		w := &writer{T: t, rows: list, row: i, scope: scope, fuel: rapid.IntRange(0, 12).Draw(t, "fuel")}
		list[i].Formula = w.formula(list[i].Unit)
	}
	return list
}

func randomLayout(t *rapid.T) language.Layout {
	list := []language.Instance{{Scope: "company", Name: "acme", Parent: -1}}
	plants := rapid.IntRange(0, 3).Draw(t, "plants")
	for i := range plants {
		list = append(list, language.Instance{Scope: "plant", Name: fmt.Sprint("p", i), Parent: 0})
	}
	for i := range rapid.IntRange(0, min(5, 5*plants)).Draw(t, "lines") {
		list = append(list, language.Instance{Scope: "line", Name: fmt.Sprint("l", i), Parent: 1 + rapid.IntRange(0, plants-1).Draw(t, "plant")})
	}
	for i := range rapid.IntRange(0, 2).Draw(t, "funds") {
		list = append(list, language.Instance{Scope: "fund", Name: fmt.Sprint("f", i), Parent: -1})
	}
	return language.Layout{Instances: list}
}

// randomInputs gives some inputs a value for each month.
func randomInputs(t *rapid.T, layout language.Layout, months int) map[string][]float64 {
	given := map[string][]float64{}
	for i, instance := range layout.Instances {
		for _, in := range everyInput {
			if !strings.HasPrefix(in.Name, instance.Scope+".") {
				continue
			}
			value := rapid.OneOf(rapid.SampledFrom([]float64{0, 1, 2, -1, 0.5, 1e300}), rapid.Float64Range(-100, 100))
			count := 1
			if in.Kind != language.Number {
				value = rapid.SampledFrom([]float64{0, 1})
			} else if rapid.Bool().Draw(t, "varies") {
				count = months
			}
			given[fmt.Sprint(in.Name, i)] = rapid.SliceOfN(value, count, count).Draw(t, in.Name)
		}
	}
	return given
}

func TestProgramsComputeWhatFormulasMean(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		all, layout := randomRows(t), randomLayout(t)
		months, lanes := rapid.IntRange(1, 5).Draw(t, "months"), rapid.IntRange(1, 5).Draw(t, "lanes")
		computed := months + rapid.IntRange(0, 3).Draw(t, "months after the scenario")
		given := randomInputs(t, layout, computed)
		layout.Varying = func(input string, instance int) bool { return len(given[fmt.Sprint(input, instance)]) > 1 }
		if rapid.Bool().Draw(t, "fixed") { // what is fixed is folded into the program, and must give the same bits
			layout.Fixed = func(input string, instance int) (float64, bool) {
				list := given[fmt.Sprint(input, instance)]
				return list[0], len(list) == 1
			}
		}
		schema, err := language.NewSchema(language.Declarations{Scopes: scopes, Inputs: everyInput, Rows: all, Functions: everyFunction, Tables: steps})
		if err != nil && strings.Contains(err.Error(), "unfolds to more than") {
			t.Skip(err) // functions within functions
		}
		if err != nil {
			t.Fatalf("%v\n%v", err, all)
		}
		requested := columns(schema, layout, all)
		var beyond []language.Cell
		if len(requested) > 0 && rapid.Bool().Draw(t, "something is asked for after the scenario") {
			beyond = requested[rapid.IntRange(0, len(requested)-1).Draw(t, "asked for"):]
		}
		compiled, err := compile.Program(schema, layout, requested, beyond...)
		if err != nil {
			if !strings.Contains(err.Error(), "no order of months") {
				t.Fatal(err) // same-month cycles are not written
			}
			t.Skip(err)
		}
		var draws *machine.Draws
		if rapid.Bool().Draw(t, "draws") {
			draws = &machine.Draws{Seed: rapid.Uint64().Draw(t, "seed"), Block: rapid.Uint32().Draw(t, "block")}
		}
		if err := compiled.Verify(); err != nil {
			t.Fatal(err)
		}
		table := runWith(t, compiled, given, months, computed, lanes, draws)
		for lane := range lanes {
			ref := &reference{schema: schema, scopes: scopes, layout: layout, start: january, months: months, computed: computed, draws: draws, lane: lane,
				known: map[cell]float64{}, pending: map[cell]bool{},
				inputs: func(input string, instance, month int) float64 {
					list := given[fmt.Sprint(input, instance)]
					return list[min(month, len(list)-1)]
				}}
			for i, column := range compiled.Columns {
				row, _ := schema.RowIndex(column.Row)
				count := months
				if column.Beyond {
					count = computed
				}
				for month := range count {
					want := ref.row(row, column.Instance, month)
					if want-want != 0 {
						want = machine.Absent
					}
					got := table.Whole(i)[month*lanes+lane]
					if math.Float64bits(got) != math.Float64bits(want) {
						t.Fatalf("%s@%s in month %d, lane %d, is %v, want %v", column.Row, layout.Instances[column.Instance].Name, month, lane, got, want)
					}
				}
			}
		}
		sameWhateverIsRequested(t, schema, layout, requested, given, table, draws)
		sameInTheOneLayout(t, all, layout, compiled, beyond)
	})
}

func listing(p *program.Program) (lines []string) {
	p.Describe(func(line string) { lines = append(lines, line) })
	return lines
}

// sameInTheOneLayout compiles the rows once more as the formatter writes them.
func sameInTheOneLayout(t *rapid.T, all []language.Row, layout language.Layout, compiled *program.Program, beyond []language.Cell) {
	formatted := slices.Clone(all)
	for i := range formatted {
		text, err := language.Format(formatted[i].Formula)
		if err != nil {
			t.Fatal(err)
		}
		for _, line := range strings.Split(text, "\n") {
			if len(line) > 100 {
				t.Fatalf("a line of %d characters:\n%s", len(line), text)
			}
		}
		formatted[i].Formula = text
	}
	schema, err := language.NewSchema(language.Declarations{Scopes: scopes, Inputs: everyInput, Rows: formatted, Functions: everyFunction, Tables: steps})
	if err != nil {
		t.Fatal(err)
	}
	again, err := compile.Program(schema, layout, columns(schema, layout, formatted), beyond...)
	if err != nil {
		t.Fatal(err)
	}
	if !slices.Equal(listing(again), listing(compiled)) { // not the programs themselves: an absent constant is not equal to itself
		t.Fatalf("another program is made of\n%v\nthan of\n%v", formatted, all)
	}
}

// sameWhateverIsRequested runs one lane of some of the columns.
func sameWhateverIsRequested(t *rapid.T, schema *language.Schema, layout language.Layout, requested []language.Cell, given map[string][]float64, whole *machine.Table, draws *machine.Draws) {
	if len(requested) == 0 {
		return
	}
	some := rapid.Permutation(requested).Draw(t, "some")[:rapid.IntRange(0, len(requested)).Draw(t, "count")]
	compiled, err := compile.Program(schema, layout, some)
	if err != nil {
		t.Fatal(err)
	}
	for i, cell := range some {
		if column := compiled.Columns[i]; column.Row != schema.Row(cell.Row).Name || column.Instance != cell.Instance {
			t.Fatalf("columns %v do not begin with those requested, %v", compiled.Columns, some)
		}
	}
	part := runWith(t, compiled, given, whole.Months, whole.Computed, 1, draws)
	for i, column := range some {
		all := whole.Series(slices.Index(requested, column))
		for month, got := range part.Series(i) {
			if want := all[month*whole.Lanes]; math.Float64bits(got) != math.Float64bits(want) {
				t.Fatalf("column %v in month %d is %v alone, and %v among all", column, month, got, want)
			}
		}
	}
}

// runWith runs a program twice on one machine, first with other inputs and
// draws, so that whatever stays behind would show.
func runWith(t *rapid.T, compiled *program.Program, given map[string][]float64, months, computed, lanes int, draws *machine.Draws) *machine.Table {
	runner, err := machine.New(compiled, january, months, lanes)
	if err != nil {
		t.Fatal(err)
	}
	reached := runner.Reach(computed) // fewer where nothing goes beyond
	key := func(input program.Input) string {
		return fmt.Sprint(input.Name, input.Instance)
	}
	if _, err = runner.Run(func(program.Input) []float64 { return []float64{1} }, &machine.Draws{Seed: 1}); err != nil {
		t.Fatal(err)
	}
	table, err := runner.Run(func(input program.Input) []float64 {
		list := given[key(input)]
		return list[:min(len(list), reached)]
	}, draws)
	if err != nil {
		t.Fatal(err)
	}
	return table
}
