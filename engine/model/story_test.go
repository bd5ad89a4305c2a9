package model_test

import (
	"errors"
	"strings"
	"testing"

	"rackonomics/engine/model"
	"rackonomics/engine/scenario"
)

const q1Revenue = `{"row": "operator.revenue", ` + from2026Q1 + `}`

// stepOf reads the one step of a story of a scenario with two leases.
func stepOf(t *testing.T, step string) *scenario.Document {
	t.Helper()
	return letWith(t, q1Revenue+`], "story": {"steps": [`+step+`]}, "rows": [`)
}

func TestAStepSpeaksOfWhatThereIs(t *testing.T) {
	text := func(text string) string { return `{"month": "2026-03", "text": "` + text + `"}` }
	for mistake, step := range map[string]string{
		`story.steps.0.changes.lease.c.fee: there is no lease named "c"`:                   `{"text": "A", "changes": {"lease.c.fee": 1}}`,
		`story.steps.0.changes.lease.a.moon: lease has no input "moon"`:                    `{"text": "A", "changes": {"lease.a.moon": 1}}`,
		`story.steps.0.view: there is no view "mony"`:                                      `{"text": "A", "view": "mony"}`,
		`story.steps.0.month: 2027-01 is not within the scenario, 2026-01 to 2026-12`:      `{"text": "A", "month": "2027-01"}`,
		`{measure:deal.moon}: there is no measure "deal.moon"`:                             text(`{measure:deal.moon}`),
		`{measure:lease.megawatts}: say whose it is, as lease.megawatts@ and a name among`: text(`{measure:lease.megawatts}`),
		`{measure:lease.megawatts@c}: there is no lease named "c"`:                         text(`{measure:lease.megawatts@c}`),
		`{row:operator.moon}: there is no row "operator.moon"`:                             text(`{row:operator.moon}`),
		`{row:lease.price_per_gpu_hour}: say whose it is`:                                  text(`{row:lease.price_per_gpu_hour}`),
		`story.steps.0.text: 2027 is not within the scenario`:                              text(`{row:operator.revenue:2027}`),
		`{row:operator.revenue}: say of which month, quarter or year`:                      `{"text": "{row:operator.revenue}"}`,
		`{input:lease.a.moon}: lease has no input "moon"`:                                  text(`{input:lease.a.moon}`),
		`{input:lease.a.basis}: it is no number, month or day`:                             text(`{input:lease.a.basis}`),
		`{reported:operator.revenue:2026-Q2}: the scenario has no such figure`:             text(`{reported:operator.revenue:2026-Q2}`),
		`the link set:lease.a.moon=1: lease has no input "moon"`:                           text(`[a](set:lease.a.moon=1)`),
		`the link set:operator.federal_tax_rate=250 %: `:                                   text(`[a](set:operator.federal_tax_rate=250 %)`),
	} {
		document := stepOf(t, step)
		shown, err := model.CheckStep(document, &document.Story.Steps[0], scenario.StepPath(0))
		var problems scenario.Problems
		if !errors.As(err, &problems) || shown != nil || !strings.Contains(err.Error(), mistake) {
			t.Errorf("expected %q, got %v", mistake, err)
		}
	}
}

func TestAStepGivesWhatItShows(t *testing.T) {
	document := stepOf(t, `{"month": "2026-03", "view": "money", "changes": {"lease.a.gpus": 300},
		"text": "{row:operator.revenue} {row:lease.revenue} {row:lease.revenue@a:2026} {row:operator.revenue:2026-Q1} {measure:deal.net_present_value} {measure:lease.megawatts@a} {input:lease.a.start} {input:operator.federal_tax_rate:2026-05} {reported:operator.revenue:2026-Q1} [more](set:lease.a.gpus=350)"}`)
	shown, err := model.CheckStep(document, &document.Story.Steps[0], scenario.StepPath(0))
	if err != nil {
		t.Fatal(err)
	}
	gpus := model.Scenario.FindInput("lease.gpus")
	if got := shown.Value(shown.Find("lease", "a"), gpus).Number; got != 300 {
		t.Errorf("it shows %v GPUs", got)
	}
	if got := document.Value(document.Find("lease", "a"), gpus).Number; got != 400 {
		t.Errorf("its base has %v", got)
	}
}
