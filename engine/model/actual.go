package model

import (
	"fmt"
	"strconv"

	"rackonomics/engine/scenario"
)

// ActualRow returns the row that a reported figure is of, or nil where no
// figure of months can be one of it: of flows and balances alone it is known
// what they come to over months.
func ActualRow(name string) *Row {
	row := FindRow(name)
	if row == nil || row.Kind != Flow && row.Kind != Balance || row.Date {
		return nil
	}
	return row
}

// actualProblems lists what is wrong with the reported figures of a document.
func actualProblems(document *scenario.Document) (problems scenario.Problems) {
	type key struct{ row, thing, from, to string }
	seen := map[key]bool{}
	for i := range document.Actuals {
		a := &document.Actuals[i]
		fail := func(field, format string, args ...any) {
			problems = append(problems, &scenario.Problem{Path: "actuals." + strconv.Itoa(i) + "." + field, Message: fmt.Sprintf(format, args...)})
		}
		row := ActualRow(a.Row)
		if row == nil {
			fail("row", "%q is no flow or balance of the model", a.Row)
			continue
		}
		switch scope := Scenario.FindScope(row.Scope()); {
		case a.Thing == "" && !scope.Single && !row.Adds():
			fail("thing", "say whose %s it is, as they do not add up", a.Row)
		case a.Thing != "" && scope.Single:
			fail("thing", "there is one %s alone, so that its name is left out", scope.Name)
		case a.Thing != "" && document.Find(scope.Name, a.Thing) < 0:
			fail("thing", "there is no %s named %q", scope.Name, a.Thing)
		}
		k := key{a.Row, a.Thing, a.From.String(), a.To.String()}
		if seen[k] {
			fail("row", "%s is reported twice for the same months", a.Row)
		}
		seen[k] = true
	}
	return problems
}
