package study

import (
	"fmt"
	"testing"

	"rackonomics/engine/scenario"
	"rackonomics/scenarios"
)

func changed(t testing.TB, name string, changes map[string]string) *scenario.Document {
	t.Helper()
	base, err := scenarios.Load(name)
	if err != nil {
		t.Fatal(err)
	}
	var list []scenario.Change
	for path, value := range changes {
		list = append(list, scenario.Change{Path: path, JSON: []byte(value)})
	}
	document, err := base.Apply(list)
	if err != nil {
		t.Fatal(err)
	}
	return document
}

func TestTry(t *testing.T) {
	document := changed(t, "half-the-data-center", map[string]string{
		"study.lease.anthropic.price": `{"form":"log-normal","low":2.2,"high":4}`,
		"study.lease.anthropic.share": `{"form":"uniform","low":0.3,"high":0.7}`,
		"study.paths":                 "2000",
	})
	work, err := NewWork(document, Ask{Kind: Cases, Measures: OddsMeasures(document), Rows: []Row{{"operator.operating_income", "operator"}}, Draws: Even})
	if err != nil {
		t.Fatal(err)
	}
	gathering, err := NewGathering(work)
	if err != nil {
		t.Fatal(err)
	}
	for block := range work.Blocks() {
		numbers, err := work.Compute(block)
		if err != nil {
			t.Fatal(err)
		}
		if err := gathering.Add(block, numbers); err != nil {
			t.Fatal(err)
		}
	}
	answer, err := gathering.Answer()
	if err != nil {
		t.Fatal(err)
	}
	chances, err := answer.Chances(document)
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range chances {
		fmt.Println(c.Text)
	}
	for _, m := range answer.Measures[:3] {
		fmt.Println(m.Head.Name, m.Quantiles, m.Influence)
	}
}
