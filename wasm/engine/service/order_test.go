package service

import (
	"encoding/json"
	"fmt"
	"math"
	"slices"
	"testing"

	"pgregory.net/rapid"
)

// No call changes what another's answer means: whatever was asked before, of
// whichever scenarios, an answer is that of a desk which was asked nothing else.
func TestAnswersDoNotDependOnWhatWasAskedBefore(t *testing.T) {
	bases := []string{"half-the-data-center", "filed-deal", "power-capped", "no-deal", "take-or-pay", "three-tenants"}
	changes := []string{
		``,
		`{"path":"operator.revenue_growth","value":0.1}`,
		`{"path":"operator.depreciate_new_capital","value":false}`,
		`{"path":"scenario.months","value":24}`,
		`{"path":"lease.another","value":{"title":"Another","site":"memphis","share":0.1}}`,
		`{"path":"operator.moon","value":1}`,
	}
	type alone struct {
		text    string
		numbers []float64
	}
	known := map[string]alone{} // what a desk says that was asked nothing else
	rapid.Check(t, func(t *rapid.T) {
		desk := &Desk{}
		for range rapid.IntRange(3, 10).Draw(t, "calls") {
			number := rapid.IntRange(0, len(bases)-1).Draw(t, "scenario")
			open := fmt.Sprintf(`{"as":%d,"name":%q}`, number, bases[number])
			kind := rapid.SampledFrom([]string{"open", "run", "run", "run", "floor", "link", "explain", "reference", "document", "levers", "solve", "map"}).Draw(t, "kind")
			made := fmt.Sprintf(`"of":%d,"changes":[%s]`, number, rapid.SampledFrom(changes).Draw(t, "changes"))
			request := map[string]string{
				"open":      open,
				"run":       fmt.Sprintf(`{%s,%s}`, made, shownViews),
				"floor":     fmt.Sprintf(`{%s,"floor":true,%s}`, made, shownViews),
				"link":      fmt.Sprintf(`{%s,"view":{"month":3}}`, made),
				"explain":   fmt.Sprintf(`{%s,"row":"operator.operating_income","instances":["operator"],"month":7,"by":"year"}`, made),
				"reference": fmt.Sprintf(`{%s,"month":7,"entries":%t}`, made, rapid.Bool().Draw(t, "entries")),
				"levers":    fmt.Sprintf(`{%s,"goal":%s}`, made, breakEven),
				"solve":     fmt.Sprintf(`{%s,"goal":%s,"path":"operator.reported_operating_loss"}`, made, breakEven),
				"map":       fmt.Sprintf(`{%s,"goal":%s,"x":{"path":"operator.reported_operating_loss"},"y":{"path":"operator.revenue_growth"},"points":3}`, made, breakEven),
				"document":  fmt.Sprintf(`{%s}`, made),
			}[kind]
			if kind == "floor" {
				kind = "run"
			}
			answer, numbers := ask(t, desk, kind, request)
			if answer["unopened"] == true {
				ask(t, desk, "open", open)
				answer, numbers = ask(t, desk, kind, request)
			}
			want, ok := known[kind+request]
			if !ok {
				fresh := &Desk{}
				ask(t, fresh, "open", open)
				answer, numbers := ask(t, fresh, kind, request)
				want = alone{written(t, answer), slices.Clone(numbers)}
				known[kind+request] = want
			}
			if got := written(t, answer); got != want.text {
				t.Fatalf("%s %s\ngives  %.300s\nalone: %.300s", kind, request, got, want.text)
			}
			if len(numbers) != len(want.numbers) {
				t.Fatalf("%s %s: %d numbers, alone %d", kind, request, len(numbers), len(want.numbers))
			}
			for i, number := range want.numbers {
				if math.Float64bits(numbers[i]) != math.Float64bits(number) {
					t.Fatalf("%s %s: number %d differs", kind, request, i)
				}
			}
		}
	})
}

func written(t failing, value any) string {
	t.Helper()
	text, err := json.Marshal(value)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}
