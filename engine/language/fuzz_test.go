package language_test

import (
	"errors"
	"testing"
	"unicode/utf8"

	"rackonomics/engine/compile"
	"rackonomics/engine/language"
	"rackonomics/engine/machine"
	"rackonomics/engine/program"
)

// Formulas come from strangers' documents: whatever they are, they must end in a
// mistake with its place or in a table of finite or absent values.
func FuzzNewSchema(f *testing.F) {
	for _, text := range []string{
		"units * plant.price + prev(fuzzed)", "cum(units) - lag(units, delay, unit(3))", "before(units) + next(units, 0)",
		"when(plant.mode == plant.mode.flow && !plant.open, clamp(units, 0, unit(1e9)), -unit(2))",
		"pow(company.rate, exp(log(2))) * shock(rain) / hours", "sum(line.units * price) / power", "count(line) + floor(ceil(abs(-1.5)))",
		"pick(plant.mode, batch: units, flow: absent)", "interpolate(units, unit(1): 2, unit(3): 4) + lookup(survival, month / months, 1)", "written_down(units)",
		"vintage(units, delay) + vintage(units, month_of_year == 2, 0, 5, age: lookup(survival, 1, age))", "units\n  + unit(1)", "f(a: b: c)", "pick(x, a: 1, 2)",
		"vintage(vintage(vintage(units, true, 0, 60, a: 1), true, 0, 60, a: 1), true, 0, 60, b: b)", "with_own(with_own(with_own(with_own(units))))",
		"((((", "-----1", "a.b.c.d.e", "func() {}", "1e400", "x[", "/* */ 1 // 2", "//line a:1:9999\n1+", "chan chan int", "func(){a:a:a:a:}", "`", "é + 1",
	} {
		for scope := range 3 {
			f.Add(text, "1", uint8(scope))
			f.Add(text, "unit", uint8(scope))
		}
	}
	f.Fuzz(func(t *testing.T, text, unit string, scope uint8) {
		name := []string{"line", "plant", "company"}[scope%3] + ".fuzzed"
		all := []language.Row{{Name: name, Unit: unit, Formula: text}, {Name: "line.last", Unit: "1", Formula: "cum(plant.price / plant.price)"}}
		schema, err := language.NewSchema(language.Declarations{Scopes: scopes, Inputs: inputs, Rows: all, Functions: functions, Tables: tables})
		if err != nil {
			placed(t, err, text)
			return
		}
		layout := varyingLayout()
		compiled, err := compile.Program(schema, layout, columns(schema, layout, all))
		if err != nil {
			return
		}
		runner, err := machine.New(compiled, january, months, 2)
		if err != nil {
			t.Fatal(err)
		}
		table, err := runner.Run(func(input program.Input) []float64 {
			return values[valueKey(input.Name, input.Instance)]
		}, &machine.Draws{Seed: 1})
		if err != nil {
			t.Fatal(err)
		}
		for column := range compiled.Columns {
			for _, value := range table.Series(column) {
				if value-value != 0 && !machine.IsAbsent(value) {
					t.Fatalf("%q gives %v", text, value)
				}
			}
		}
	})
}

func placed(t *testing.T, err error, text string) {
	var mistake *language.Error
	if !errors.As(err, &mistake) || mistake.Row == "" || mistake.Message == "" {
		t.Fatalf("%q: %v is no mistake with a place", text, err)
	}
	if mistake.Column < 0 || mistake.Column > utf8.RuneCountInString(text)+1 {
		t.Fatalf("%q: column %d is outside the formula", text, mistake.Column)
	}
}
