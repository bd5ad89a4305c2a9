package service

import (
	"encoding/json"
	"fmt"
	"math"
	"slices"
	"strings"
	"testing"
)

const (
	breakEven = `{"measure":"break_even.operating_income.first","target":{"number":0}}`
	noLoss    = `{"row":"operator.operating_income","instance":"operator","month":"2027-05","sense":">=","target":{"number":0}}`
	share     = `lease.anthropic.share`
	price     = `lease.anthropic.price`
)

// levers asks what would be tried, and gives the goal as a whole.
func levers(t *testing.T, desk *Desk, goal string) (map[string]any, string) {
	t.Helper()
	answer, _ := ask(t, desk, "levers", `{"changes":[],"goal":`+goal+`}`)
	if problems := problemsOf(answer); problems != "" {
		t.Fatal(problems)
	}
	return answer, written(t, answer["goal"])
}

func TestGoalsOfFigures(t *testing.T) {
	desk := &Desk{}
	ask(t, desk, "open", `{"name":"half-the-data-center"}`)
	for goal, want := range map[string]string{
		breakEven: `{"measure":"break_even.operating_income.first","sense":"<=","target":{"number":0,"text":"2031-04"}}`,
		noLoss:    noLoss,
		`{"row":"operator.operating_income","instance":"operator","month":"2027-05","target":{"number":0}}`: noLoss,
		`{"measure":"free_cash_flow.cumulative","target":{"number":0}}`:                                     `{"measure":"free_cash_flow.cumulative","sense":">=","target":{"number":0}}`,
		`{"measure":"price_per_gpu_hour","target":{"number":0}}`:                                            `{"measure":"price_per_gpu_hour","sense":">=","target":{"number":2.7}}`,
	} {
		answer, got := levers(t, desk, goal)
		var told, wanted any
		if err := json.Unmarshal([]byte(got), &told); err != nil {
			t.Fatal(err)
		}
		if err := json.Unmarshal([]byte(want), &wanted); err != nil {
			t.Fatal(err)
		}
		if fmt.Sprint(told) != fmt.Sprint(wanted) {
			t.Errorf("%s becomes %s, not %s", goal, got, want)
		}
		if paths := answer["paths"].([]any); paths[0] != share || paths[1] != price {
			t.Errorf("%s: %v are tried", goal, paths)
		}
	}
}

// What an answer says to set meets the goal when it is set, and a step beside does not.
func TestSolutionsHoldWhenTheyAreSet(t *testing.T) {
	desk := &Desk{}
	ask(t, desk, "open", `{"name":"half-the-data-center"}`)
	_, goal := levers(t, desk, breakEven)
	answer, _ := ask(t, desk, "solve", `{"changes":[],"goal":`+goal+`,"path":"`+price+`"}`)
	solved := answer["solved"].(map[string]any)
	first := solved["solutions"].([]any)[0].(map[string]any)
	reached := func(point string) bool {
		set := written(t, first[point].(map[string]any)["set"])
		answer, _ := ask(t, desk, "run", `{"changes":[{"path":"`+price+`","value":`+set+`}],"views":[{"name":"headline","by":"month"}]}`)
		cell := answer["views"].([]any)[0].(map[string]any)["cells"].([]any)[0].(map[string]any)
		return cell["value"].(map[string]any)["text"] != nil
	}
	if first["met"] != "above" || !reached("at") || reached("beside") {
		t.Errorf("%s", written(t, first))
	}
	if now := solved["now"].(map[string]any); now["met"] != false || now["best"] == nil {
		t.Errorf("now is %s", written(t, now))
	}
	answer, _ = ask(t, desk, "solve", `{"changes":[],"goal":`+goal+`,"path":"`+share+`"}`)
	solved = answer["solved"].(map[string]any)
	if len(solved["solutions"].([]any)) != 0 || solved["nearest"].(map[string]any)["set"] != 1.0 {
		t.Errorf("by the share: %s", written(t, solved))
	}
}

func TestRangesAreThoseAskedFor(t *testing.T) {
	desk := &Desk{}
	ask(t, desk, "open", `{"name":"half-the-data-center"}`)
	mapOf := func(x string) map[string]any {
		answer, _ := ask(t, desk, "map", `{"changes":[],"goal":`+noLoss+`,"x":{`+x+`},"y":{"path":"`+price+`"},"points":2}`)
		return answer
	}
	answer := mapOf(`"path":"lease.anthropic.start","low":{"number":0,"text":"2026-06"},"high":{"number":0,"text":"2026-09"}`)
	if got := written(t, answer["x"].(map[string]any)["values"]); got != `[{"text":"2026-06","unit":""},{"text":"2026-09","unit":""}]` {
		t.Errorf("the values are %s", got)
	}
	beyond := problemsOf(mapOf(`"path":"` + share + `","high":{"number":2}`))
	if !strings.HasPrefix(beyond, `lease.anthropic.share: the range from 0 % to 200 % is beyond its bounds; allowed is 0 % to 100 %`) {
		t.Error(beyond)
	}
}

func TestInputsThatCannotBeSolvedForAreRefused(t *testing.T) {
	desk := &Desk{}
	ask(t, desk, "open", `{"name":"half-the-data-center"}`)
	for path, want := range map[string]string{
		"lease.anthropic.basis": `lease.anthropic.basis: it is a choice; a goal is sought by a number, a month or a day`,
		"lease.nobody.share":    `lease.nobody.share: there is no lease named "nobody"; there are anthropic`,
	} {
		answer, _ := ask(t, desk, "solve", `{"changes":[],"goal":`+noLoss+`,"path":"`+path+`"}`)
		if got := problemsOf(answer); got != want {
			t.Errorf("%s: %s", path, got)
		}
	}
}

// Parts of a map are those of the whole, bit for bit, and the scenario's own point is
// that of a run.
func TestMapsInParts(t *testing.T) {
	desk := &Desk{}
	ask(t, desk, "open", `{"name":"half-the-data-center"}`)
	request := func(more string) string {
		return `{"changes":[],"goal":` + noLoss + `,"x":{"path":"` + share + `"},"y":{"path":"` + price + `"},"points":11` + more + `}`
	}
	answer, whole := ask(t, desk, "map", request(""))
	if len(whole) != 3*11*11 {
		t.Fatalf("%d numbers", len(whole))
	}
	var parts []float64
	for _, part := range []string{`,"from":0,"to":4`, `,"from":4,"to":5`, `,"from":5`, `,"from":11,"to":14`} {
		_, numbers := ask(t, desk, "map", request(part))
		parts = append(parts, numbers...)
	}
	for i := range whole {
		if i >= len(parts) || math.Float64bits(parts[i]) != math.Float64bits(whole[i]) {
			t.Fatalf("number %d of %d differs", i, len(parts))
		}
	}
	now := answer["now"].(map[string]any)["figure"].(map[string]any)["number"].(float64)
	explained, _ := ask(t, desk, "explain", `{"changes":[],"row":"operator.operating_income","instances":["operator"],"month":12}`)
	if run := explained["explanation"].(map[string]any)["value"]; run != now {
		t.Errorf("the scenario's own point is %v, its run %v", now, run)
	}
	moved, _ := ask(t, desk, "map", request(`,"from":11,"at_x":{"number":1},"at_y":{"number":0}`))
	if got := moved["now"].(map[string]any)["figure"].(map[string]any)["number"]; got != whole[3*10] {
		t.Errorf("at the corner it is %v, on the map %v", got, whole[3*10])
	}
}

// A plane that is nothing on a diagonal.
func TestContoursOfNumbers(t *testing.T) {
	desk := &Desk{}
	task := desk.Begin("contour", []byte(`{"of":1,"x":2,"y":3}`), []float64{0, 1, 0, 1, 2, -1, 0, 0, 1, 1, 2})
	for !task.Done() {
		task.Step()
	}
	answer, numbers := task.Answer()
	if got := written(t, answer); got != `{"lengths":[2]}` || !slices.Equal(numbers, []float64{1, 0, 0, 1}) {
		t.Errorf("%s %v", got, numbers)
	}
	answer, _ = ask(t, desk, "contour", `{"x":2,"y":2}`)
	if got := problemsOf(answer.(map[string]any)); got == "" {
		t.Error("a map without numbers is drawn")
	}
}
