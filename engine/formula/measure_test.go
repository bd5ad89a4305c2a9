package formula_test

import (
	"errors"
	"strings"
	"testing"

	"rackonomics/engine/formula"
)

// Functions as a caller declares them.
var reductions = []formula.Reduction{
	{Name: "total", Arguments: []formula.Argument{{Name: "x", Shape: formula.Series, Unit: "X"}}, Unit: "X"},
	{Name: "at", Arguments: []formula.Argument{{Name: "x", Shape: formula.Series, Unit: "X"}, {Name: "month", Shape: formula.Scalar, Unit: "month"}}, Unit: "X"},
	{Name: "first", Arguments: []formula.Argument{{Name: "condition", Shape: formula.Series, Unit: "bool"}}, Unit: "month"},
	{Name: "per", Arguments: []formula.Argument{{Name: "x", Shape: formula.Series, Unit: "X"}, {Name: "y", Shape: formula.Series, Unit: "Y"}, {Name: "rate", Shape: formula.Scalar, Unit: "1"}}, Optional: 1, Unit: "X/Y"},
	{Name: "average", Arguments: []formula.Argument{{Name: "x", Shape: formula.Each, Unit: "X"}, {Name: "weight", Shape: formula.Each, Unit: "Y"}}, Unit: "X"},
	{Name: "rates", Arguments: []formula.Argument{{Name: "x", Shape: formula.Series, Unit: "X"}}, Result: formula.Several, Unit: "1"},
	{Name: "nearest", Arguments: []formula.Argument{{Name: "values", Shape: formula.Several, Unit: "X"}, {Name: "to", Shape: formula.Scalar, Unit: "X"}}, Unit: "X"},
	{Name: "who", Arguments: []formula.Argument{{Name: "x", Shape: formula.Each, Unit: "X"}}, Result: formula.Things, Unit: "1"},
}

func measuring(t *testing.T) *formula.Schema {
	t.Helper()
	schema, err := formula.NewSchema(scopes, inputs, rows("company.profit USD = budget * months", "company.yield 1 = rate", "company.good bool = rate > 0",
		"plant.cost USD/unit = price", "line.made unit = units", "line.value USD = units * plant.price", "fund.worth USD = size"))
	if err != nil {
		t.Fatal(err)
	}
	return schema
}

func TestMeasureFormulas(t *testing.T) {
	for text, want := range map[string]struct {
		scope string
		unit  string
		shape formula.Shape
	}{
		"total(profit)":                                  {"company", "USD", formula.Scalar},
		"total(profit) / total(sum(line.made))":          {"company", "USD/unit", formula.Scalar},
		"first(profit - sum(line.value) >= 0)":           {"company", "month", formula.Scalar},
		"first(good && yield > 1)":                       {"company", "month", formula.Scalar},
		"at(profit, month(3)) + at(profit, first(good))": {"company", "USD", formula.Scalar},
		"per(profit, sum(line.made))":                    {"company", "USD/unit", formula.Scalar},
		"per(profit * hours, 2, at(yield, month(0)))":    {"company", "USD*h", formula.Scalar},
		"nearest(rates(profit), 2)":                      {"company", "1", formula.Scalar},
		"average(line.value, line.made)":                 {"company", "USD", formula.Scalar},
		"average(made * plant.cost, made)":               {"line", "USD", formula.Scalar},    // of each line
		"average(fund.worth, fund.worth)":                {"company", "USD", formula.Scalar}, // though no fund belongs to the company
		"who(fund.worth)":                                {"company", "1", formula.Things},
		"total(made) * 2":                                {"line", "unit", formula.Scalar},
		"total(0)":                                       {"company", "1", formula.Scalar},
		"when(total(profit) > 0, total(profit), 0)":      {"company", "USD", formula.Scalar},
	} {
		root, shape, err := measuring(t).Measure(want.scope, text, reductions)
		if err != nil {
			t.Errorf("%s: %v", text, err)
		} else if root.Type.Unit.String() != want.unit || shape != want.shape {
			t.Errorf("%s is %s, %s; want %s, %s", text, root.Type, shape, want.unit, want.shape)
		}
	}
}

func TestMistakesInMeasures(t *testing.T) {
	for text, want := range map[string]struct {
		scope   string
		column  int
		mention string
	}{
		"profit":                             {"company", 1, "a measure is one value, and this is a series"},
		"total(profit) + profit":             {"company", 15, "a measure is one value, and this is a series"},
		"rates(profit)":                      {"company", 1, "this is several values"},
		"rates(profit) + 1":                  {"company", 1, "here is several values"},
		"who(fund.worth) * 2":                {"company", 1, "here is the names of things"},
		"total(rates(profit))":               {"company", 7, "total takes a series as x, and this is several values"},
		"nearest(profit, 1)":                 {"company", 9, "nearest takes several values as values, and this is a series"},
		"at(profit, month)":                  {"company", 12, "at takes one value as month, and this is a series"},
		"at(profit, 2)":                      {"company", 12, "at takes month as month, and this is a plain number"},
		"first(profit)":                      {"company", 7, "first takes a condition as condition, and this is USD"},
		"total(good)":                        {"company", 7, "total takes"},
		"per(profit)":                        {"company", 1, "per takes 2 to 3 arguments, not 1"},
		"per(profit, profit, 1, 2)":          {"company", 1, "per takes 2 to 3 arguments, not 4"},
		"total(profit) + first(good)":        {"company", 15, "USD and month do not go together"},
		"total(profitt)":                     {"company", 7, "unknown name company.profitt"},
		"total(line.made)":                   {"company", 7, "use sum(line.made)"},
		"totall(profit)":                     {"company", 1, "unknown function totall"},
		"total(budget)":                      {"company", 7, "company.budget is an input, and measures read rows; make a row of it"},
		"total(sum(line.units))":             {"company", 11, "line.units is an input"},
		"total(prev(profit))":                {"company", 7, "cannot look from month to month; make it a row"},
		"total(next(profit))":                {"company", 7, "cannot look from month to month"},
		"total(lag(profit, 1))":              {"company", 7, "cannot look from month to month"},
		"total(cum(profit))":                 {"company", 7, "cannot look from month to month"},
		"total(shock(price))":                {"company", 7, "cannot look from month to month"},
		"total(sum(total(line.made)))":       {"company", 11, "total cannot stand within sum"},
		"average(line.made, plant.cost)":     {"company", 20, "the arguments of average are of one scope"},
		"average(total(line.made), 1)":       {"company", 9, "total cannot stand within"},
		"average(sum(line.made), line.made)": {"company", 9, "sum cannot stand within"},
	} {
		_, _, err := measuring(t).Measure(want.scope, text, reductions)
		var mistake *formula.Error
		if !errors.As(err, &mistake) || mistake.Column != want.column || !strings.Contains(mistake.Message, want.mention) {
			t.Errorf("%s: %v, want column %d with %q", text, err, want.column, want.mention)
		}
	}
	if _, _, err := measuring(t).Measure("shop", "1", reductions); err == nil || !strings.Contains(err.Error(), "there are company, plant, line, fund") {
		t.Errorf("of an unknown scope: %v", err)
	}
}

// Rows have a value each month, so none of the reductions is a word for them.
func TestRowsHaveNoReductions(t *testing.T) {
	if _, err := formula.NewSchema(scopes, inputs, rows("company.x 1 = total(rate)")); err == nil || !strings.Contains(err.Error(), "unknown function total") {
		t.Errorf("a row with a reduction gives %v", err)
	}
}
