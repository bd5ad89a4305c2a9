package language_test

import (
	"math"
	"strings"
	"testing"

	"rackonomics/engine/calendar"
	"rackonomics/engine/compile"
	"rackonomics/engine/language"
	"rackonomics/engine/machine"
	"rackonomics/engine/program"
)

// The tests of this package speak of a company with plants; a plant has lines.
// Funds stand alone. Nothing of it is about data centres: the language knows no subject.
var (
	scopes = []language.Scope{
		{Name: "company", Single: true},
		{Name: "plant", Parent: "company"},
		{Name: "line", Parent: "plant"},
		{Name: "fund"},
	}
	inputs = []language.Input{
		{Name: "company.rate", Unit: "1"},
		{Name: "company.budget", Unit: "USD/month"},
		{Name: "plant.price", Unit: "USD/unit"},
		{Name: "plant.mode", Kind: language.Choice, Options: []string{"batch", "flow"}},
		{Name: "plant.open", Kind: language.Switch},
		{Name: "plant.power", Unit: "MW"},
		{Name: "line.units", Unit: "unit"},
		{Name: "line.delay", Unit: "month"},
		{Name: "fund.size", Unit: "USD"},
	}
	layout = language.Layout{Instances: []language.Instance{
		{Scope: "company", Name: "acme", Parent: -1},
		{Scope: "plant", Name: "north", Parent: 0},
		{Scope: "plant", Name: "south", Parent: 0},
		{Scope: "line", Name: "n1", Parent: 1},
		{Scope: "line", Name: "n2", Parent: 1},
		{Scope: "line", Name: "s1", Parent: 2},
		{Scope: "line", Name: "n3", Parent: 1},
		{Scope: "fund", Name: "f1", Parent: -1},
		{Scope: "fund", Name: "f2", Parent: -1},
	}}
	functions = []language.Function{
		{Name: "straight_line", Parameters: []language.Parameter{{Name: "cost", Unit: "unit"}, {Name: "life", Unit: "month"}}, Unit: "unit",
			Formula: "vintage(cost, life) * months / life", Note: "An equal part in each month of its life."},
		{Name: "written_down", Parameters: []language.Parameter{{Name: "cost", Unit: "unit"}}, Unit: "unit", Formula: "cum(cost) - cum(straight_line(cost, month(2)))"},
		{Name: "line.with_own", Parameters: []language.Parameter{{Name: "x", Unit: "unit"}}, Unit: "unit", Formula: "x + units", Note: "Of a line only."},
		{Name: "earlier", Parameters: []language.Parameter{{Name: "x", Unit: "unit"}}, Unit: "unit", Formula: "before(x)"},
		{Name: "within_budget", Parameters: []language.Parameter{{Name: "x", Unit: "USD"}}, Unit: "bool", Formula: "x <= company.budget * months"},
	}
	tables = []language.Table{
		{Name: "survival", Unit: "1", Columns: [][]float64{{1, 0.5, 0.25}, {0, 0.75, 0.125}}},
		{Name: "prices", Unit: "USD", Columns: [][]float64{{3, 5}}},
	}
	values = map[string][]float64{
		"rate@acme": {0.5}, "budget@acme": {10, 20, 30, 40}, // budget changes from month to month
		"price@north": {2}, "price@south": {3}, "mode@north": {0}, "mode@south": {1},
		"open@north": {1}, "open@south": {0}, "power@north": {7}, "power@south": {0},
		"units@n1": {10}, "units@n2": {20}, "units@s1": {30}, "units@n3": {40},
		"delay@n1": {0}, "delay@n2": {1}, "delay@s1": {2}, "delay@n3": {1.5},
		"size@f1": {100}, "size@f2": {200},
	}
	january = calendar.Month{Year: 2028, Month: 1} // a leap year
)

const months = 4

// rows reads lines such as "plant.cost USD = price * unit(2)".
func rows(lines ...string) []language.Row {
	var list []language.Row
	for _, line := range lines {
		head, text, _ := strings.Cut(line, " = ")
		name, unit, _ := strings.Cut(head, " ")
		list = append(list, language.Row{Name: name, Unit: unit, Formula: text})
	}
	return list
}

func varyingLayout() language.Layout {
	varying := layout
	varying.Varying = func(input string, instance int) bool { return len(values[valueKey(input, instance)]) > 1 }
	return varying
}

func valueKey(input string, instance int) string {
	_, field, _ := strings.Cut(input, ".")
	return field + "@" + layout.Instances[instance].Name
}

// columns lists the given rows at every instance that has them.
func columns(schema *language.Schema, layout language.Layout, wanted []language.Row) []language.Cell {
	var list []language.Cell
	for _, row := range wanted {
		index, ok := schema.RowIndex(row.Name)
		if !ok {
			continue
		}
		for i, instance := range layout.Instances {
			if instance.Scope == schema.RowScope(index) {
				list = append(list, language.Cell{Row: index, Instance: i})
			}
		}
	}
	return list
}

// compute runs rows in the world above over four months from January 2028.
func compute(lines ...string) (*machine.Table, error) {
	all := rows(lines...)
	schema, err := language.NewSchema(language.Declarations{Scopes: scopes, Inputs: inputs, Rows: all, Functions: functions, Tables: tables})
	if err != nil {
		return nil, err
	}
	layout := varyingLayout()
	compiled, err := compile.Program(schema, layout, columns(schema, layout, all))
	if err != nil {
		return nil, err
	}
	runner, err := machine.New(compiled, january, months, 1)
	if err != nil {
		return nil, err
	}
	return runner.Run(func(input program.Input) []float64 {
		return values[valueKey(input.Name, input.Instance)]
	}, nil)
}

var absent = math.NaN()

// want compares one row of one instance, written as plant.cost@north.
func want(t *testing.T, table *machine.Table, cell string, expected ...float64) {
	t.Helper()
	row, instance, _ := strings.Cut(cell, "@")
	column, ok := table.Column(row, instance)
	if !ok {
		t.Fatalf("the table has no %s", cell)
	}
	got := table.Series(column)
	for month, value := range got {
		expect := expected[min(month, len(expected)-1)]
		if value != expect && !(machine.IsAbsent(value) && expect != expect) {
			t.Errorf("%s = %v, want %v", cell, got, expected)
			return
		}
	}
}
