package language_test

import (
	"errors"
	"strings"
	"testing"

	"rackonomics/engine/language"
)

// Functions as a caller declares them.
var reductions = []language.Reduction{
	{Name: "total", Arguments: []language.Argument{{Name: "x", Shape: language.Series, Unit: "X"}}, Unit: "X"},
	{Name: "at", Arguments: []language.Argument{{Name: "x", Shape: language.Series, Unit: "X"}, {Name: "month", Shape: language.Scalar, Unit: "month"}}, Unit: "X"},
	{Name: "first", Arguments: []language.Argument{{Name: "condition", Shape: language.Series, Unit: "bool"}}, Unit: "month"},
	{Name: "per", Arguments: []language.Argument{{Name: "x", Shape: language.Series, Unit: "X"}, {Name: "y", Shape: language.Series, Unit: "Y"}, {Name: "rate", Shape: language.Scalar, Unit: "1"}}, Optional: 1, Unit: "X/Y"},
	{Name: "average", Arguments: []language.Argument{{Name: "x", Shape: language.Each, Unit: "X"}, {Name: "weight", Shape: language.Each, Unit: "Y"}}, Unit: "X"},
	{Name: "rates", Arguments: []language.Argument{{Name: "x", Shape: language.Series, Unit: "X"}}, Result: language.Several, Unit: "1"},
	{Name: "nearest", Arguments: []language.Argument{{Name: "values", Shape: language.Several, Unit: "X"}, {Name: "to", Shape: language.Scalar, Unit: "X"}}, Unit: "X"},
	{Name: "who", Arguments: []language.Argument{{Name: "x", Shape: language.Each, Unit: "X"}}, Result: language.Things, Unit: "1"},
}

func measuring(t *testing.T) *language.Schema {
	t.Helper()
	schema, err := language.NewSchema(language.Declarations{Scopes: scopes, Inputs: inputs, Functions: functions, Tables: tables, Rows: rows("company.profit USD = budget * months", "company.yield 1 = rate", "company.good bool = rate > 0",
		"plant.cost USD/unit = price", "line.made unit = units", "line.value USD = units * plant.price", "fund.worth USD = size")})
	if err != nil {
		t.Fatal(err)
	}
	return schema
}

func TestMeasureFormulas(t *testing.T) {
	for text, want := range map[string]struct {
		scope string
		unit  string
		shape language.Shape
	}{
		"total(profit)":                                  {"company", "USD", language.Scalar},
		"total(profit) / total(sum(line.made))":          {"company", "USD/unit", language.Scalar},
		"first(profit - sum(line.value) >= 0)":           {"company", "month", language.Scalar},
		"first(good && yield > 1)":                       {"company", "month", language.Scalar},
		"at(profit, month(3)) + at(profit, first(good))": {"company", "USD", language.Scalar},
		"per(profit, sum(line.made))":                    {"company", "USD/unit", language.Scalar},
		"per(profit * hours, 2, at(yield, month(0)))":    {"company", "USD*h", language.Scalar},
		"nearest(rates(profit), 2)":                      {"company", "1", language.Scalar},
		"average(line.value, line.made)":                 {"company", "USD", language.Scalar},
		"average(made * plant.cost, made)":               {"line", "USD", language.Scalar},    // of each line
		"average(fund.worth, fund.worth)":                {"company", "USD", language.Scalar}, // though no fund belongs to the company
		"who(fund.worth)":                                {"company", "1", language.Things},
		"total(made) * 2":                                {"line", "unit", language.Scalar},
		"total(0)":                                       {"company", "1", language.Scalar},
		"total(profit - without(line, profit))":          {"company", "USD", language.Scalar},
		"first(without(fund, company.good))":             {"line", "month", language.Scalar},
		"when(total(profit) > 0, total(profit), 0)":      {"company", "USD", language.Scalar},
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
		"profit":                               {"company", 1, "a measure is one value, and this is a series"},
		"total(profit) + profit":               {"company", 15, "a measure is one value, and this is a series"},
		"rates(profit)":                        {"company", 1, "this is several values"},
		"rates(profit) + 1":                    {"company", 1, "here is several values"},
		"who(fund.worth) * 2":                  {"company", 1, "here is the names of things"},
		"total(rates(profit))":                 {"company", 7, "total takes a series as x, and this is several values"},
		"nearest(profit, 1)":                   {"company", 9, "nearest takes several values as values, and this is a series"},
		"at(profit, month)":                    {"company", 12, "at takes one value as month, and this is a series"},
		"at(profit, 2)":                        {"company", 12, "at takes month as month, and this is a plain number"},
		"first(profit)":                        {"company", 7, "first takes a condition as condition, and this is USD"},
		"total(good)":                          {"company", 7, "total takes"},
		"per(profit)":                          {"company", 1, "per takes 2 to 3 arguments, not 1"},
		"per(profit, profit, 1, 2)":            {"company", 1, "per takes 2 to 3 arguments, not 4"},
		"total(profit) + first(good)":          {"company", 15, "USD and month do not go together"},
		"total(profitt)":                       {"company", 7, "unknown name company.profitt"},
		"total(line.made)":                     {"company", 7, "use sum(line.made)"},
		"totall(profit)":                       {"company", 1, "unknown function totall"},
		"total(budget)":                        {"company", 7, "company.budget is an input, and measures read rows; make a row of it"},
		"total(sum(line.units))":               {"company", 11, "line.units is an input"},
		"total(prev(profit))":                  {"company", 7, "cannot look from month to month; make it a row"},
		"total(next(profit))":                  {"company", 7, "cannot look from month to month"},
		"total(lag(profit, month(1)))":         {"company", 7, "cannot look from month to month"},
		"total(cum(profit))":                   {"company", 7, "cannot look from month to month"},
		"total(shock(price))":                  {"company", 7, "cannot look from month to month"},
		"total(sum(total(line.made)))":         {"company", 11, "total cannot stand within sum"},
		"average(line.made, plant.cost)":       {"company", 20, "the arguments of average are of one scope"},
		"average(total(line.made), 1)":         {"company", 9, "total cannot stand within"},
		"average(sum(line.made), line.made)":   {"company", 9, "sum cannot stand within"},
		"without(line, profit)":                {"company", 1, "a measure is one value, and this is a series"},
		"total(without(profit))":               {"company", 7, "without takes a scope and a row, not one argument"},
		"total(without(company, profit))":      {"company", 15, "without takes a scope of which there are several things"},
		"total(without(2, profit))":            {"company", 15, "without takes a scope of which there are several things"},
		"total(without(line, profit * 2))":     {"company", 28, "without takes a row of what there is one of"},
		"total(without(fund, sum(line.made)))": {"company", 21, "without takes a row of what there is one of"},
		"total(without(line, budget))":         {"company", 21, "company.budget is an input"},
	} {
		_, _, err := measuring(t).Measure(want.scope, text, reductions)
		var mistake *language.Error
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
	if _, err := language.NewSchema(language.Declarations{Scopes: scopes, Inputs: inputs, Rows: rows("company.y 1 = rate", "company.x 1 = without(line, y)")}); err == nil || !strings.Contains(err.Error(), "unknown function without") {
		t.Errorf("a row without things gives %v", err)
	}
	if _, err := language.NewSchema(language.Declarations{Scopes: scopes, Inputs: inputs, Rows: rows("company.x 1 = total(rate)")}); err == nil || !strings.Contains(err.Error(), "unknown function total") {
		t.Errorf("a row with a reduction gives %v", err)
	}
}
