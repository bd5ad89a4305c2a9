package machine_test

import (
	"math"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"rackonomics/engine/calendar"
	"rackonomics/engine/compile"
	"rackonomics/engine/language"
	"rackonomics/engine/machine"
	"rackonomics/engine/program"
	"rackonomics/engine/random"
)

// What a row computes is tested beside package language, against a second
// evaluator; here is what belongs to the machine.

// A farm has fields; rain falls on each, wind on the farm.
func compiled(t testing.TB, rows ...language.Row) *program.Program {
	t.Helper()
	schema, err := language.NewSchema(language.Declarations{
		Scopes: []language.Scope{{Name: "farm", Single: true}, {Name: "field", Parent: "farm"}},
		Inputs: []language.Input{{Name: "farm.price", Unit: "USD"}, {Name: "field.yield", Unit: "1"}, {Name: "field.wait", Unit: "month"}}, Rows: rows})
	if err != nil {
		t.Fatal(err)
	}
	layout := language.Layout{
		Instances: []language.Instance{{Scope: "farm", Name: "farm", Parent: -1}, {Scope: "field", Name: "east", Parent: 0}, {Scope: "field", Name: "west", Parent: 0}},
		Varying:   func(input string, _ int) bool { return input == "farm.price" },
	}
	var columns []language.Cell
	for i, row := range rows {
		for instance := range layout.Instances {
			if strings.HasPrefix(row.Name, layout.Instances[instance].Scope+".") {
				columns = append(columns, language.Cell{Row: i, Instance: instance})
			}
		}
	}
	made, err := compile.Program(schema, layout, columns)
	if err != nil {
		t.Fatal(err)
	}
	return made
}

var may = calendar.Month{Year: 2026, Month: 5}

func constant(values ...float64) machine.Inputs {
	return func(program.Input) []float64 { return values }
}

func TestNewRefusesEmptyRuns(t *testing.T) {
	made := compiled(t, language.Row{Name: "farm.x", Unit: "1", Formula: "1"})
	for name, size := range map[string][2]int{"no month": {0, 1}, "no lane": {1, 0}, "less than no month": {-3, 1}, "less than no lane": {1, -1}} {
		if _, err := machine.New(made, may, size[0], size[1]); err == nil || !strings.Contains(err.Error(), "at least one month and one lane") {
			t.Errorf("%s: %v, want a refusal", name, err)
		}
	}
	if _, err := machine.New(made, may, 1, 1); err != nil {
		t.Error(err)
	}
}

func TestInputsHaveOneValueOrOneForEachMonth(t *testing.T) {
	steady := compiled(t, language.Row{Name: "field.x", Unit: "1", Formula: "yield"})
	varying := compiled(t, language.Row{Name: "farm.x", Unit: "USD", Formula: "price"})
	for name, test := range map[string]struct {
		program *program.Program
		values  []float64
		mention string
	}{
		"one":                    {steady, []float64{1}, ""},
		"one of a varying input": {varying, []float64{1}, ""},
		"each month":             {varying, []float64{1, 2, 3}, ""},
		"none":                   {varying, nil, "farm.price has 0 values for 3 months"},
		"too few":                {varying, []float64{1, 2}, "farm.price has 2 values for 3 months"},
		"too many":               {varying, []float64{1, 2, 3, 4}, "farm.price has 4 values for 3 months"},
		"changes unannounced":    {steady, []float64{1, 2, 3}, "field.yield has 3 values for 3 months"},
	} {
		t.Run(name, func(t *testing.T) {
			runner, err := machine.New(test.program, may, 3, 2)
			if err != nil {
				t.Fatal(err)
			}
			_, err = runner.Run(constant(test.values...), nil)
			if test.mention == "" && err != nil || test.mention != "" && (err == nil || !strings.Contains(err.Error(), test.mention)) {
				t.Errorf("%v, want %q", err, test.mention)
			}
		})
	}
}

func TestTable(t *testing.T) {
	made := compiled(t, language.Row{Name: "farm.x", Unit: "USD", Formula: "price * 2"}, language.Row{Name: "field.y", Unit: "1", Formula: "1"})
	runner, err := machine.New(made, may, 3, 2)
	if err != nil {
		t.Fatal(err)
	}
	table, err := runner.Run(constant(1, 2, 3), nil)
	if err != nil {
		t.Fatal(err)
	}
	if got := table.Series(0); !equal(got, []float64{2, 2, 4, 4, 6, 6}) {
		t.Errorf("by month and lane the row is %v", got)
	}
	for cell, want := range map[[2]string]int{{"farm.x", "farm"}: 0, {"field.y", "east"}: 1, {"field.y", "west"}: 2} {
		if column, ok := table.Column(cell[0], cell[1]); !ok || column != want {
			t.Errorf("%v is column %d, %v; want %d", cell, column, ok, want)
		}
	}
	for _, cell := range [][2]string{{"farm.x", "east"}, {"farm.z", "farm"}, {"farm.price", "farm"}, {"", ""}} {
		if column, ok := table.Column(cell[0], cell[1]); ok {
			t.Errorf("%v is found as column %d", cell, column)
		}
	}
}

func equal(got, want []float64) bool {
	for i := range want {
		if len(got) != len(want) || math.Float64bits(got[i]) != math.Float64bits(want[i]) {
			return false
		}
	}
	return true
}

func TestOverflowIsNamed(t *testing.T) {
	for name, test := range map[string]struct {
		formula       string
		column, month int
	}{
		"none":                 {"month / months", -1, -1},
		"in the third month":   {"exp(400 * month / months)", 0, 2},
		"below":                {"-exp(400 * month / months)", 0, 2},
		"in the first":         {"exp(1000)", 0, 0},
		"absent is none":       {"1 / (month / months)", -1, -1},
		"infinite less itself": {"exp(1000) - exp(1000)", -1, -1}, // absent: what is in between is not kept
		"root of a negative":   {"pow(-2, 0.5)", -1, -1},
	} {
		t.Run(name, func(t *testing.T) {
			runner, err := machine.New(compiled(t, language.Row{Name: "farm.x", Unit: "1", Formula: test.formula}), may, 4, 3)
			if err != nil {
				t.Fatal(err)
			}
			for range 2 { // a run forgets the one before
				table, err := runner.Run(constant(1), nil)
				if err != nil {
					t.Fatal(err)
				}
				if table.Overflow.Column != test.column || table.Overflow.Month != test.month {
					t.Errorf("overflow is said to be in column %d, month %d; want %d, %d", table.Overflow.Column, table.Overflow.Month, test.column, test.month)
				}
				for _, value := range table.Series(0) {
					if math.IsInf(value, 0) || value != value && math.Float64bits(value) != math.Float64bits(machine.Absent) {
						t.Errorf("%v (%x) is neither finite nor the absent value", value, math.Float64bits(value))
					}
				}
			}
		})
	}
}

func TestOverflowIsForgotten(t *testing.T) {
	runner, err := machine.New(compiled(t, language.Row{Name: "field.x", Unit: "1", Formula: "exp(yield)"}), may, 1, 1)
	if err != nil {
		t.Fatal(err)
	}
	for _, test := range []struct {
		yield  float64
		column int
	}{{1000, 0}, {0, -1}, {1000, 0}} {
		table, err := runner.Run(constant(test.yield), nil)
		if err != nil {
			t.Fatal(err)
		}
		if table.Overflow.Column != test.column {
			t.Errorf("with %v the overflow is in column %d, want %d", test.yield, table.Overflow.Column, test.column)
		}
	}
}

func TestCalendar(t *testing.T) {
	january := calendar.Month{Year: 2027, Month: 12}
	for name, want := range map[string][]float64{ // December 2027 to March 2028, a leap year
		"month": {0, 1, 2, 3}, "year": {2027, 2028, 2028, 2028}, "days": {31, 31, 29, 31}, "hours": {744, 744, 696, 744},
		"months": {1, 1, 1, 1}, "years": {1.0 / 12, 1.0 / 12, 1.0 / 12, 1.0 / 12}, "month_of_year": {12, 1, 2, 3}, "first": {1, 0, 0, 0}, "last": {0, 0, 0, 1},
	} {
		for month := range want {
			if got := machine.Calendar(name, january, month, 4); got != want[month] {
				t.Errorf("%s of month %d is %v, want %v", name, month, got, want[month])
			}
		}
	}
}

var weather = []language.Row{
	{Name: "field.rain", Unit: "1", Formula: "shock(rain)"},
	{Name: "field.again", Unit: "1", Formula: "shock(rain)"},
	{Name: "field.sun", Unit: "1", Formula: "shock(sun)"},
	{Name: "farm.wind", Unit: "1", Formula: "shock(wind)"},
	{Name: "field.wind", Unit: "1", Formula: "farm.wind"},
	{Name: "farm.rain", Unit: "1", Formula: "sum(field.rain)"},
}

// Columns of the weather.
const (
	rainEast = iota
	rainWest
	againEast
	_
	sunEast
	_
	wind
	windEast
	windWest
	rainOfAll
)

func TestShocksAreZeroInThePlainRun(t *testing.T) {
	runner, err := machine.New(compiled(t, weather...), may, 4, 2)
	if err != nil {
		t.Fatal(err)
	}
	for _, draws := range []*machine.Draws{nil, {Seed: 5}, nil} { // also after a run that drew
		table, err := runner.Run(constant(1), draws)
		if err != nil {
			t.Fatal(err)
		}
		for column := range table.Program.Columns {
			for _, value := range table.Series(column) {
				if (value == 0) != (draws == nil) {
					t.Fatalf("column %d is %v with draws %v", column, table.Series(column), draws)
				}
			}
		}
	}
}

func TestShocksBelongToTheirStreams(t *testing.T) {
	const months, lanes = 4, 5
	runner, err := machine.New(compiled(t, weather...), may, months, lanes)
	if err != nil {
		t.Fatal(err)
	}
	table, err := runner.Run(constant(1), &machine.Draws{Seed: 7, Block: 3})
	if err != nil {
		t.Fatal(err)
	}
	expected := func(stream string) []float64 {
		values := make([]float64, months*lanes)
		for month := range months {
			random.NewStream(7, stream).Normals(3, uint32(month), values[month*lanes:][:lanes])
		}
		return values
	}
	for column, stream := range map[int]string{
		rainEast: "rain@field.east", rainWest: "rain@field.west", againEast: "rain@field.east", sunEast: "sun@field.east",
		wind: "wind", windEast: "wind", windWest: "wind",
	} {
		if !equal(table.Series(column), expected(stream)) {
			t.Errorf("column %d is not stream %s", column, stream)
		}
	}
	seen := map[float64]bool{}
	for _, column := range []int{rainEast, rainWest, sunEast, wind} {
		for _, value := range table.Series(column) {
			if seen[value] {
				t.Errorf("%v was drawn twice", value)
			}
			seen[value] = true
		}
	}
	for i, value := range table.Series(rainOfAll) {
		if value != table.Series(rainEast)[i]+table.Series(rainWest)[i] {
			t.Errorf("a sum over the fields does not add what fell on each")
		}
	}
}

func TestBlocksDoNotDependOnEachOther(t *testing.T) {
	made := compiled(t, append([]language.Row{
		{Name: "field.stock", Unit: "1", Formula: "max(0, prev(stock, yield) + rain) + next(hope)"},
		{Name: "field.hope", Unit: "1", Formula: "next(hope) * 0.5 + sun"},
		{Name: "field.late", Unit: "1", Formula: "lag(stock, wait)"},
	}, weather...)...)
	rapid.Check(t, func(t *rapid.T) {
		months, lanes := rapid.IntRange(1, 6).Draw(t, "months"), rapid.IntRange(1, 4).Draw(t, "lanes")
		blocks := rapid.SliceOfN(rapid.Uint32Range(0, 3), 1, 8).Draw(t, "blocks, in any order")
		seed := rapid.Uint64Range(0, 2).Draw(t, "seed")
		runner, err := machine.New(made, may, months, lanes)
		if err != nil {
			t.Fatal(err)
		}
		for _, block := range blocks {
			seed := seed + uint64(rapid.IntRange(0, 1).Draw(t, "other seed"))
			table, err := runner.Run(constant(1), &machine.Draws{Seed: seed, Block: block})
			if err != nil {
				t.Fatal(err)
			}
			alone, err := machine.New(made, may, months, lanes)
			if err != nil {
				t.Fatal(err)
			}
			again, err := alone.Run(constant(1), &machine.Draws{Seed: seed, Block: block})
			if err != nil {
				t.Fatal(err)
			}
			for column := range made.Columns {
				if !equal(table.Series(column), again.Series(column)) {
					t.Fatalf("block %d of seed %d is %v after others and %v alone", block, seed, table.Series(column), again.Series(column))
				}
			}
		}
	})
}

// Lanes that draw nothing are all the same.
func TestLanesOfAPlainRunAreAlike(t *testing.T) {
	made := compiled(t, language.Row{Name: "field.x", Unit: "1", Formula: "lag(cum(yield * 0.1 + exp(shock(rain))), wait) / farm.n"},
		language.Row{Name: "farm.n", Unit: "1", Formula: "count(field)"})
	one, err := machine.New(made, may, 12, 1)
	if err != nil {
		t.Fatal(err)
	}
	many, err := machine.New(made, may, 12, 7)
	if err != nil {
		t.Fatal(err)
	}
	single, _ := one.Run(constant(2), nil)
	block, _ := many.Run(constant(2), nil)
	for column := range made.Columns {
		for i, value := range block.Series(column) {
			if math.Float64bits(value) != math.Float64bits(single.Series(column)[i/7]) {
				t.Fatalf("lane %d of column %d differs from the single run", i%7, column)
			}
		}
	}
}

func TestRunAllocatesNothing(t *testing.T) {
	made := compiled(t, append([]language.Row{
		{Name: "field.x", Unit: "1", Formula: "lag(cum(yield), wait) + next(x) + pow(2, exp(rain))"},
		{Name: "farm.y", Unit: "USD", Formula: "prev(y) + price * sum(field.x)"},
	}, weather...)...)
	runner, err := machine.New(made, may, 24, 8)
	if err != nil {
		t.Fatal(err)
	}
	values := []float64{1}
	inputs := func(program.Input) []float64 { return values }
	for name, draws := range map[string]*machine.Draws{"plain": nil, "drawn": {Seed: 1, Block: 2}} {
		if count := testing.AllocsPerRun(20, func() {
			if _, err := runner.Run(inputs, draws); err != nil {
				t.Fatal(err)
			}
		}); count != 0 {
			t.Errorf("the %s run allocates %v times", name, count)
		}
	}
}

// The machine writes out what the most frequent operations do; the table of
// operations says what they mean.
func TestOperationsAreThoseOfTheTable(t *testing.T) {
	edges := []float64{0, math.Copysign(0, -1), 1, -1, 0.3, -7.5, 1e300, math.Inf(1), math.Inf(-1), program.Absent}
	for code, meaning := range program.Operations {
		if meaning.Apply == nil {
			continue
		}
		made := &program.Program{
			Instances: []program.Instance{{Scope: "farm", Name: "farm", Parent: -1}},
			Registers: []program.Register{{Kind: program.FromInput}, {Kind: program.FromInput}, {Kind: program.FromSetup}},
			Inputs:    []program.Input{{Register: 0, Name: "a"}, {Register: 1, Name: "b"}},
			Setup:     []program.Operation{{Code: program.Code(code), Target: 2, A: 0, B: 1}},
			Columns:   []program.Column{{Row: "farm.x", Register: 2, Pass: program.SetupPass}},
		}
		for _, lanes := range []int{1, 3} {
			runner, err := machine.New(made, may, 1, lanes)
			if err != nil {
				t.Fatal(err)
			}
			for _, a := range edges {
				for _, b := range edges {
					table, err := runner.Run(func(input program.Input) []float64 { return map[string][]float64{"a": {a}, "b": {b}}[input.Name] }, nil)
					if err != nil {
						t.Fatal(err)
					}
					want := meaning.Apply(a, b)
					if want-want != 0 {
						want = program.Absent
					}
					if got := table.Series(0)[lanes-1]; math.Float64bits(got) != math.Float64bits(want) {
						t.Errorf("%s of %v and %v is %v in a run of %d lanes, and %v by the table", meaning.Name, a, b, got, lanes, want)
					}
				}
			}
		}
	}
}

// What a run is given decides its table: of the same it is there already, of
// anything else it is computed, whatever ran before.
func TestATableIsOfWhatItsRunWasGiven(t *testing.T) {
	made := compiled(t, language.Row{Name: "farm.x", Unit: "USD", Formula: "price * (1 + shock(rain))"})
	reused, err := machine.New(made, may, 3, 2)
	if err != nil {
		t.Fatal(err)
	}
	given := []float64{1, 2, 3} // one slice, written over, as callers may
	draws := []*machine.Draws{nil, nil, nil, {Seed: 1, Block: 1}, {Seed: 1, Block: 2}}
	rapid.Check(t, func(t *rapid.T) {
		for range 20 {
			given[rapid.IntRange(0, 2).Draw(t, "month")] = rapid.SampledFrom([]float64{0, math.Copysign(0, -1), 1, 5, machine.Absent}).Draw(t, "price")
			drawn := rapid.SampledFrom(draws).Draw(t, "draws")
			got, err := reused.Run(constant(given...), drawn)
			if err != nil {
				t.Fatal(err)
			}
			fresh, err := machine.New(made, may, 3, 2)
			if err != nil {
				t.Fatal(err)
			}
			want, err := fresh.Run(constant(given...), drawn)
			if err != nil {
				t.Fatal(err)
			}
			for i, value := range want.Series(0) {
				if math.Float64bits(got.Series(0)[i]) != math.Float64bits(value) {
					t.Fatalf("value %d is %g, and of a machine that ran nothing before %g", i, got.Series(0)[i], value)
				}
			}
		}
	})
}
