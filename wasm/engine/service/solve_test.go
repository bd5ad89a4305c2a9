package service

import (
	"encoding/json"
	"math"
	"testing"
)

const breakEven = `{"measure":"break_even.operating_income.first","target":{"number":0}}`

func TestZZ(t *testing.T) {
	desk := &Desk{}
	ask(t, desk, "open", `{"name":"half-the-data-center"}`)
	answer, _ := ask(t, desk, "levers", `{"changes":[],"goal":`+breakEven+`}`)
	show(t, answer)
	goal, _ := json.Marshal(answer["goal"])
	for _, path := range answer["paths"].([]any) {
		answer, _ := ask(t, desk, "solve", `{"changes":[],"goal":`+string(goal)+`,"path":"`+path.(string)+`"}`)
		show(t, answer)
	}
	answer, numbers := ask(t, desk, "map", `{"changes":[],"goal":`+string(goal)+`,"x":{"path":"lease.anthropic.share"},"y":{"path":"lease.anthropic.price"},"points":41}`)
	t.Log(len(numbers), numbers[:9], math.NaN())
	show(t, answer["now"])
	answer, _ = ask(t, desk, "levers", `{"changes":[],"goal":{"row":"operator.lease_revenue","instance":"operator","month":"2026-12","target":{"number":0}}}`)
	show(t, answer)
}

func show(t *testing.T, v any) {
	text, _ := json.Marshal(v)
	t.Log(string(text))
}
