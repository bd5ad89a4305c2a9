package service

import (
	"context"
	"math"
	"slices"
	"strings"
	"testing"

	"rackonomics/engine/machine"
	"rackonomics/wasm/native"
)

// A run says the same whether a kernel computed it or the machine, but for what it was
// computed by, and that it says of each: a new form by the machine, until the desk has
// rested.
func TestAKernelChangesNoAnswer(t *testing.T) {
	backend := native.New(t.Context())
	defer backend.Close(context.Background())
	notYet := computedBy(backend, machine.ErrNotYet)
	for name, ofLeases := range map[string]string{ // with an input that leaves the scenario without leases as it was
		"half-the-data-center": `"lease.anthropic.share","value":0.4`,
		"orbital-expansion":    `"operator.revenue_growth","value":0.07`, // none: its leases vary by month
		"take-or-pay":          `"operator.revenue_growth","value":0.07`,
	} {
		desks := [2]*Desk{{}, {Kernels: backend}}
		for _, desk := range desks {
			ask(t, desk, "open", `{"as":0,"name":"`+name+`"}`)
		}
		for _, run := range []struct {
			changes, computed string
			rests             bool
		}{
			{``, notYet, true},
			{`{"path":` + ofLeases + `}`, byKernel, false},
			{`{"path":"operator.revenue_growth","value":0.1}`, byKernel, true},
			{`{"path":"operator.revenue_growth","value":0.02}`, byKernel, false},
			{`{"path":"scenario.months","value":24}`, notYet, false},
			{`{"path":"scenario.months","value":24},{"path":"operator.revenue_growth","value":-0.1}`, notYet, true},
			{`{"path":"scenario.months","value":24},{"path":"operator.revenue_growth","value":0.1}`, byKernel, false},
			{``, byKernel, false},
		} {
			var answers [2]map[string]any
			var numbers [2][]float64
			for i, desk := range desks {
				answers[i], numbers[i] = askWith(t, desk, "run", `{"of":0,"changes":[`+run.changes+`],"floor":true,`+shownViews+`}`, nil)
				numbers[i] = slices.Clone(numbers[i])
			}
			if told := answers[1]["computed"]; told != run.computed {
				t.Errorf("%s with [%s] was computed %v; expected %q", name, run.changes, told, run.computed)
			}
			if told, _ := answers[0]["computed"].(string); !strings.Contains(told, noHost) {
				t.Errorf("without a backend it was computed %q", told)
			}
			delete(answers[0], "computed")
			delete(answers[1], "computed")
			if written(t, answers[0]) != written(t, answers[1]) || !slices.EqualFunc(numbers[0], numbers[1], func(a, b float64) bool { return math.Float64bits(a) == math.Float64bits(b) }) {
				t.Errorf("%s with [%s]: a kernel changes the answer", name, run.changes)
			}
			ask(t, desks[1], "link", `{"of":0,"changes":[`+run.changes+`]}`) // as the page does, which computes other rows
			for run.rests && desks[1].Rest() {
			}
		}
	}
}
