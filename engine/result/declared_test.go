package result

import (
	"strings"
	"testing"

	"rackonomics/engine/model"
	"rackonomics/engine/scenario"
)

// Declarations that would make a figure lie are refused.
func TestMistakesInDeclarations(t *testing.T) {
	schema, err := model.Schema(&scenario.Document{})
	if err != nil {
		t.Fatal(err)
	}
	for name, test := range map[string]struct {
		measure model.Measure
		mention string
	}{
		"unknown scope":        {model.Measure{Scope: "tenant", Unit: "USD", Formula: "total(revenue)"}, `unknown scope "tenant"`},
		"unknown row":          {model.Measure{Scope: "operator", Unit: "USD", Formula: "total(revenues)"}, "column 7: unknown name operator.revenues"},
		"another unit":         {model.Measure{Scope: "operator", Unit: "USD/month", Formula: "total(revenue)"}, "the formula gives USD, the measure is declared in USD/month"},
		"no unit":              {model.Measure{Scope: "operator", Formula: "total(revenue)"}, "is not a unit"},
		"a month that is none": {model.Measure{Scope: "operator", Kind: model.KindMonth, Formula: "total(revenue)"}, "the formula gives USD, the measure is declared in month"},
		"a month with a unit":  {model.Measure{Scope: "operator", Kind: model.KindMonth, Unit: "month", Formula: "first(revenue > 0)"}, "a month has no unit of its own"},
		"a day that is none":   {model.Measure{Scope: "operator", Kind: model.KindDay, Formula: "first(revenue > 0)"}, "the formula gives month, the measure is declared in day"},
		"names as a number":    {model.Measure{Scope: "operator", Unit: "1", Formula: "earliest(company.listing_day)"}, "the formula gives the names of things, and the measure is declared as a number"},
		"a number as names":    {model.Measure{Scope: "operator", Kind: model.KindThings, Formula: "total(revenue) / total(revenue)"}, "the formula gives one value, and the measure is declared as a names"},
		"a condition":          {model.Measure{Scope: "operator", Unit: "1", Formula: "total(revenue) > 0"}, "the formula gives a condition"},
		"per cent of USD":      {model.Measure{Scope: "operator", Unit: "USD", Percent: true, Formula: "total(revenue)"}, "only a plain number is read in per cent"},
		"needs no scope":       {model.Measure{Scope: "operator", Unit: "USD", Needs: "debt", Formula: "total(revenue)"}, `it needs things of "debt", which is no scope`},
		"when a number":        {model.Measure{Scope: "operator", Unit: "USD", When: "total(revenue)", Formula: "total(revenue)"}, "when it is there is told by a condition"},
		"when a series":        {model.Measure{Scope: "operator", Unit: "USD", When: "revenue > 0", Formula: "total(revenue)"}, "a measure is one value, and this is a series"},
	} {
		test.measure.Name = "x"
		if _, err := check(schema, []model.Measure{test.measure}); err == nil || !strings.HasPrefix(err.Error(), "x: ") || !strings.Contains(err.Error(), test.mention) {
			t.Errorf("%s: %v, want %q", name, err, test.mention)
		}
	}
	good := model.Measure{Name: "x", Scope: "operator", Unit: "USD", Formula: "total(revenue)"}
	if _, err := check(schema, []model.Measure{good, good}); err == nil || !strings.Contains(err.Error(), "x: this name is taken in its scope") {
		t.Errorf("of two with one name: %v", err)
	}
}

func TestDeclarationsAreComplete(t *testing.T) {
	if len(measures()) != len(model.Measures) {
		t.Fatal("measures are missing")
	}
	links := 0
	for _, m := range model.Measures {
		if m.Title == "" || !strings.HasSuffix(m.Note, ".") || strings.Contains(m.Note, "{") && !strings.Contains(Undated(m.Note), "month 11, or the last") {
			t.Errorf("%+v is incomplete", m)
		}
		if m.InLink {
			links++
		}
		for line := range strings.Lines(m.Formula) {
			if len(line) > 200 {
				t.Errorf("%s cannot be read in one breath: %s", m.Name, line)
			}
		}
	}
	if links != 4 {
		t.Errorf("a link holds %d figures", links)
	}
}

// Scopes that a measure names things of have few enough instances for a number
// to hold them, a bit each.
func TestNamesFitANumber(t *testing.T) {
	for _, m := range measures() {
		if m.Kind != model.KindThings {
			continue
		}
		if scope := model.Scenario.Scopes()[m.formula.Scope]; scope.Most > 53 {
			t.Errorf("%s names any of %d", m.Name, scope.Most)
		}
	}
}
