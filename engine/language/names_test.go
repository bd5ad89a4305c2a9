package language_test

import (
	"testing"

	"rackonomics/engine/language"
)

func TestNames(t *testing.T) {
	schema, err := language.NewSchema(language.Declarations{Scopes: scopes, Inputs: inputs, Functions: functions, Tables: tables,
		Rows: rows("line.made unit = units", "line.age 1 = 1", "plant.made unit = sum(line.made)")})
	if err != nil {
		t.Fatal(err)
	}
	before, namer := schema.RowCount(), schema.Namer()
	for name, test := range map[string]struct {
		scope, formula string
		parameters     []language.Parameter
		reductions     []language.Reduction
		want           []string // written=name
	}{
		"own, above and single": {"line", "units * plant.price * company.rate", nil, nil, []string{"units=line.units", "plant.price=plant.price", "company.rate=company.rate"}},
		"no words":              {"line", "when(true, unit(2) * months / month(1), absent)", nil, nil, nil},
		"options":               {"plant", "when(mode == mode.flow, 1, 2)", nil, nil, []string{"mode=plant.mode", "mode.flow=plant.mode"}},
		"labels are options":    {"plant", "pick(mode, batch: 1, flow: power / MW(1))", nil, nil, []string{"mode=plant.mode", "power=plant.power"}},
		"a bound name":          {"line", "vintage(made, true, 0, 2, age: lookup(survival, age, 0)) * age", nil, nil, []string{"made=line.made", "age=line.age"}},
		"in a sum":              {"plant", "sum(line.made * price)", nil, nil, []string{"line.made=line.made", "price=plant.price"}},
		"a function's, not its": {"line", "with_own(made)", nil, nil, []string{"with_own=line.with_own", "made=line.made"}},
		"twice":                 {"line", "units + units", nil, nil, []string{"units=line.units", "units=line.units"}},
		"along time":            {"line", "prev(clamp(units, unit(1), made), made)", nil, nil, []string{"units=line.units", "made=line.made", "made=line.made"}},
		"of a function":         {"line", "units * made_before", []language.Parameter{{Name: "made_before", Unit: "1"}}, nil, []string{"units=line.units"}},
		"of no scope":           {"", "x * company.rate", []language.Parameter{{Name: "x", Unit: "unit"}}, nil, []string{"company.rate=company.rate"}},
		"of a measure": {"plant", "total(made)", nil,
			[]language.Reduction{{Name: "total", Arguments: []language.Argument{{Name: "x", Shape: language.Series, Unit: "X"}}, Unit: "X"}}, []string{"made=plant.made"}},
	} {
		t.Run(name, func(t *testing.T) {
			found, err := namer.Names(test.scope, test.formula, test.parameters, test.reductions)
			if err != nil || len(found) != len(test.want) {
				t.Fatalf("found %v, %v, want %q", found, err, test.want)
			}
			for i, named := range found {
				if got := named.Text + "=" + named.Name; got != test.want[i] || test.formula[named.Offset:named.Offset+len(named.Text)] != named.Text {
					t.Errorf("%s at %d, want %s", got, named.Offset, test.want[i])
				}
			}
		})
	}
	if schema.RowCount() != before {
		t.Errorf("reading names adds %d rows", schema.RowCount()-before)
	}
	if found, err := namer.Names("line", "units +", nil, nil); err == nil {
		t.Errorf("a mistake has the names %v", found)
	}
}
