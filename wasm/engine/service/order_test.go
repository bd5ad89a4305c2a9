package service

import (
	"encoding/json"
	"fmt"
	"math"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"rackonomics/engine/study/compare"
)

// No call changes what another's answer means: whatever was asked before, of
// whichever scenarios, an answer is that of a desk which was asked nothing else.
func TestAnswersDoNotDependOnWhatWasAskedBefore(t *testing.T) {
	if testing.Short() {
		t.Skip("takes long")
	}
	for _, test := range []struct {
		of                    string
		bases, changes, kinds []string
	}{
		{
			"scenarios",
			[]string{"half-the-data-center", "filed-deal", "power-capped", "no-deal", "take-or-pay", "three-tenants"},
			[]string{
				``,
				`{"path":"operator.revenue_growth","value":0.1}`,
				`{"path":"operator.depreciate_new_capital","value":false}`,
				`{"path":"scenario.months","value":24}`,
				`{"path":"lease.another","value":{"title":"Another","site":"memphis","share":0.1}}`,
				`{"path":"operator.moon","value":1}`,
			},
			[]string{"open", "run", "run", "run", "floor", "link", "explain", "reference", "document", "rows", "story", "picture", "levers", "measures", "solve", "taking", "map", "ranges", "variants"},
		},
		{
			"studies",
			[]string{"half-the-data-center", "no-deal"},
			[]string{
				`{"path":"study.operator.revenue_growth","value":{"form":"normal","low":0,"high":0.1}},{"path":"study.paths","value":200}`,
				`{"path":"study.operator.revenue_growth","value":{"form":"normal","low":0,"high":0.2}},{"path":"study.paths","value":200}`,
			},
			[]string{"open", "study", "gather", "tornado", "compare", "attribute"},
		},
	} {
		t.Run(test.of, func(t *testing.T) { checkOrders(t, test.bases, test.changes, test.kinds) })
	}
}

// alone is what desks say that were asked nothing else, by kind and request.
type alone map[string]struct {
	answer  map[string]any
	numbers []float64
}

func (a alone) ask(t failing, open, kind, request string, given []float64) (map[string]any, []float64) {
	said, ok := a[kind+request]
	if !ok {
		desk := &Desk{}
		ask(t, desk, "open", open)
		answer, numbers := askWith(t, desk, kind, request, given)
		said.answer, said.numbers = answer, slices.Clone(numbers)
		a[kind+request] = said
	}
	return said.answer, said.numbers
}

// gathering asks for what two blocks of a study come to, with their numbers.
func (a alone) gathering(t failing, open, made string) (request string, given []float64) {
	answer, given := a.ask(t, open, "study", `{`+made+`,"from":0,"to":2}`, nil)
	return `{` + made + `,"holds":[],"blocks":[0,1],"lengths":` + written(t, answer["lengths"]) + `}`, given
}

// checkOrders asks in random orders.
func checkOrders(t *testing.T, bases, changes, kinds []string) {
	known := alone{}
	rapid.Check(t, func(t *rapid.T) {
		desk := &Desk{}
		for range rapid.IntRange(3, 10).Draw(t, "calls") {
			number := rapid.IntRange(0, len(bases)-1).Draw(t, "scenario")
			open := fmt.Sprintf(`{"as":%d,"name":%q}`, number, bases[number])
			kind := rapid.SampledFrom(kinds).Draw(t, "kind")
			made := fmt.Sprintf(`"of":%d,"changes":[%s]`, number, rapid.SampledFrom(changes).Draw(t, "changes"))
			request, given := drawnRequest(t, kind, made), []float64(nil)
			switch kind {
			case "open":
				request = open
			case "floor":
				kind = "run"
			case "gather":
				request, given = known.gathering(t, open, made+drawnRows(t))
			}
			answer, numbers := askWith(t, desk, kind, request, given)
			if answer["unopened"] == true {
				ask(t, desk, "open", open)
				answer, numbers = askWith(t, desk, kind, request, given)
			}
			said, want := known.ask(t, open, kind, request, given)
			if got, want := written(t, answer), written(t, said); got != want {
				t.Fatalf("%s %s\ngives  %.300s\nalone: %.300s", kind, request, got, want)
			}
			if len(numbers) != len(want) {
				t.Fatalf("%s %s: %d numbers, alone %d", kind, request, len(numbers), len(want))
			}
			for i, number := range want {
				if math.Float64bits(numbers[i]) != math.Float64bits(number) {
					t.Fatalf("%s %s: number %d differs", kind, request, i)
				}
			}
		}
	})
}

// otherScenario is one to compare with.
const otherScenario = `{"version":2,"name":"other","start":"2026-05","months":24,"operator":{"reported_operating_loss":1e8,"revenue_growth":0.03,"cost_growth":0.01,"sofr":0.05}}`

// drawnRequest is a request of a kind about a scenario with changes.
func drawnRequest(t *rapid.T, kind, made string) string {
	const path = `"operator.reported_operating_loss"`
	switch kind {
	case "run":
		return fmt.Sprintf(`{%s,%s}`, made, shownViews)
	case "floor":
		return fmt.Sprintf(`{%s,"floor":true,%s}`, made, shownViews)
	case "link":
		return fmt.Sprintf(`{%s,"view":{"month":3}}`, made)
	case "explain":
		return fmt.Sprintf(`{%s,"row":"operator.operating_income","instances":["operator"],"month":7,"by":"year"%s}`, made, rapid.SampledFrom([]string{``, `,"against":"base"`, `,"against":"previous"`}).Draw(t, "against"))
	case "reference":
		return fmt.Sprintf(`{%s,"month":7,"entries":%t}`, made, rapid.Bool().Draw(t, "entries"))
	case "variants":
		return fmt.Sprintf(`{%s,"view":"headline","variants":[{"with":{"path":"operator.capital_spending","value":1e9}}]}`, made)
	case "story":
		of, _, _ := strings.Cut(made, ",")
		return fmt.Sprintf(`{%s}`, of)
	case "picture":
		return fmt.Sprintf(`{%s,"month":7,"colours":["#000000","#111111","#222222"],"width":400,"height":300}`, made)
	case "levers":
		return fmt.Sprintf(`{%s,"goal":%s}`, made, breakEven)
	case "solve":
		return fmt.Sprintf(`{%s,"goal":%s,"path":%s}`, made, breakEven, path)
	case "taking":
		return fmt.Sprintf(`{%s,"view":"answer"}`, made)
	case "map":
		return fmt.Sprintf(`{%s,"goal":%s,"x":{"path":%s},"y":{"path":"operator.revenue_growth"},"points":3}`, made, breakEven, path)
	case "ranges":
		return fmt.Sprintf(`{%s,"typed":[{"path":"operator.revenue_growth","text":"0 to 10 %%"}]}`, made)
	case "study":
		return fmt.Sprintf(`{%s%s,"from":0,"to":2}`, made, drawnRows(t))
	case "compare":
		return fmt.Sprintf(`{%s,"others":[%q]}`, made, otherScenario)
	case "attribute":
		return fmt.Sprintf(`{%s,"from":%q,"figure":"operator.operating_income in 2027","round":%d}`, made, otherScenario, rapid.IntRange(0, compare.Rounds-1).Draw(t, "round"))
	}
	return fmt.Sprintf(`{%s}`, made)
}

// drawnRows are those that a study is asked for in place of outcomes, or none.
func drawnRows(t *rapid.T) string {
	return rapid.SampledFrom([]string{"", studyRows}).Draw(t, "rows")
}

func written(t failing, value any) string {
	t.Helper()
	text, err := json.Marshal(value)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}
