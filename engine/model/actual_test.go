package model_test

import (
	"errors"
	"strings"
	"testing"

	"rackonomics/engine/scenario"
	"rackonomics/engine/session"
)

// letWith is a scenario of two leases with reported figures.
func letWith(t *testing.T, actuals string) *scenario.Document {
	t.Helper()
	return decoded(t, `{"version": 1, "name": "reported", "start": "2026-01", "months": 12,
		"site": [{"name": "site"}], "fleet": [{"name": "gpus", "site": "site", "gpus": 1000, "go_live": "2025-01"}],
		"source": [{"name": "grid", "site": "site", "capacity": 10}],
		"lease": [{"name": "a", "site": "site", "basis": "gpus", "gpus": 400, "start": "2026-01", "last_month": "2027-12"},
			{"name": "b", "site": "site", "basis": "gpus", "gpus": 400, "start": "2026-01", "last_month": "2027-12"}],
		"actuals": [`+actuals+`]}`)
}

const from2026Q1 = `"from": "2026-01", "to": "2026-03", "value": 1, "sources": [{"label": "10-Q", "confidence": "H"}]`

func TestReportedFiguresAreOfWhatThereIs(t *testing.T) {
	for mistake, actual := range map[string]string{
		`actuals.0.row: "operator.ebitda" is no flow or balance of the model`:          `{"row": "operator.ebitda", ` + from2026Q1 + `}`,
		`actuals.0.row: "lease.price_per_gpu_hour" is no flow or balance of the model`: `{"row": "lease.price_per_gpu_hour", ` + from2026Q1 + `}`,
		`actuals.0.thing: there is one operator alone`:                                 `{"row": "operator.revenue", "thing": "operator", ` + from2026Q1 + `}`,
		`actuals.0.thing: there is no lease named "c"`:                                 `{"row": "lease.revenue", "thing": "c", ` + from2026Q1 + `}`,
		`actuals.0.thing: say whose lease.notice_months it is, as they do not add up`:  `{"row": "lease.notice_months", ` + from2026Q1 + `}`,
		`actuals.1.row: operator.revenue is reported twice for the same months`:        `{"row": "operator.revenue", ` + from2026Q1 + `}, {"row": "operator.revenue", ` + from2026Q1 + `}`,
	} {
		_, err := session.New(letWith(t, actual), "*").Run(nil)
		var problems scenario.Problems
		if !errors.As(err, &problems) || !strings.Contains(err.Error(), mistake) {
			t.Errorf("expected %q, got %v", mistake, err)
		}
	}
}

func TestReportedFiguresGoWithTheirThing(t *testing.T) {
	document := letWith(t, `{"row": "lease.revenue", "thing": "a", `+from2026Q1+`}, {"row": "lease.revenue", "thing": "b", `+from2026Q1+`}, {"row": "lease.revenue", `+from2026Q1+`}`)
	o := run(t, document, scenario.Change{Path: "lease.a", JSON: []byte("null")})
	if left := o.Document.Actuals; len(left) != 2 || left[0].Thing != "b" || left[1].Thing != "" {
		t.Errorf("without lease a there is %+v", left)
	}
	if len(document.Actuals) != 3 {
		t.Error("the base lost a figure")
	}
}
