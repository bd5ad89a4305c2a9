package service

import (
	"encoding/json"
	"fmt"
	"math"
	"strings"
	"testing"

	"rackonomics/engine/explain"
	"rackonomics/engine/model"
	"rackonomics/engine/scenario"
	"rackonomics/engine/session"
	"rackonomics/scenarios"
	"rackonomics/wasm/protocol"
)

// referenceOf asks for the reference of a scenario whole.
func referenceOf(t *testing.T, name, changes string, month int) (protocol.ReferenceAnswer, []float64) {
	t.Helper()
	desk := &Desk{}
	ask(t, desk, "open", fmt.Sprintf(`{"name":%q}`, name))
	answer, numbers := ask(t, desk, "reference", fmt.Sprintf(`{"changes":[%s],"month":%d,"entries":true}`, changes, month))
	if problems := problemsOf(answer); problems != "" {
		t.Fatalf("%s: %s", name, problems)
	}
	var told protocol.ReferenceAnswer
	if err := json.Unmarshal([]byte(written(t, answer)), &told); err != nil {
		t.Fatal(err)
	}
	return told, numbers
}

// Every input, row and measure of every shipped scenario is told, with the value
// that a run has of it, and every name in a formula leads to one that is.
func TestTheReferenceHasEverythingWithItsValue(t *testing.T) {
	const month = 7
	for _, name := range scenarios.Names {
		answer, numbers := referenceOf(t, name, "", month)
		entries := map[string]protocol.Entry{}
		for _, entry := range answer.Entries {
			entries[entry.ID] = entry
			if entry.Title == "" || entry.Note == "" || entry.Name == "" {
				t.Errorf("%s: %s says too little: %+v", name, entry.ID, entry)
			}
		}
		for _, in := range model.Scenario.Inputs() {
			if entries[in.Name].Is != protocol.InputEntry {
				t.Errorf("the input %s is not told", in.Name)
			}
		}
		for i := range model.Measures {
			if entries[explain.MeasureID(&model.Measures[i])].Is != protocol.MeasureEntry {
				t.Errorf("the measure %s is not told", model.Measures[i].Name)
			}
		}
		for _, entry := range answer.Entries {
			for _, part := range append(entry.Formula, entry.When...) {
				if _, known := entries[part.Entry]; part.Entry != "" && !known {
					t.Errorf("%s names %s, which leads nowhere", entry.ID, part.Text)
				}
			}
			if entry.Is != protocol.InputEntry && len(entry.Formula) == 0 {
				t.Errorf("%s has no formula", entry.ID)
			}
		}
		checkReferenceValues(t, name, month, answer, numbers)
	}
}

func checkReferenceValues(t *testing.T, name string, month int, answer protocol.ReferenceAnswer, numbers []float64) {
	opened, err := session.OpenName(name)
	if err != nil {
		t.Fatal(err)
	}
	run, err := opened.Run(session.AllRows)
	if err != nil {
		t.Fatal(err)
	}
	rows := map[[2]string]float64{}
	for column, at := range run.Table.Program.Columns {
		rows[[2]string{at.Row, run.Document.Instances[at.Instance].Name}] = run.Table.Series(column)[month]
	}
	told := map[[2]string]protocol.Value{}
	for _, one := range answer.Values {
		told[[2]string{one.Entry, one.Thing}] = one.Value
	}
	at := 0
	for _, entry := range answer.Entries {
		for _, thing := range answer.Things {
			key := [2]string{entry.ID, thing.Name}
			switch {
			case thing.Scope != entry.Scope:
			case entry.Numbered:
				want := rows[key]
				if in := model.Scenario.FindInput(entry.ID); in != nil {
					values := run.Document.Resolve(run.Document.Find(thing.Scope, thing.Name), in, run.Table.Months)
					want = values[min(month, len(values)-1)]
				}
				if math.Float64bits(numbers[at]) != math.Float64bits(want) {
					t.Errorf("%s: %v is told as %v and is %v", name, key, numbers[at], want)
				}
				at++
			case entry.Is == protocol.RowEntry: // a month or a day
				if value, ok := told[key]; !ok || value.Number != nil || value.Row != entry.ID {
					t.Errorf("%s: %v is told as %+v", name, key, value)
				}
			}
		}
	}
	if at != len(numbers) || at == 0 {
		t.Errorf("%s: %d numbers, of which %d are of entries", name, len(numbers), at)
	}
	measures, err := run.Measures()
	if err != nil {
		t.Fatal(err)
	}
	for _, m := range measures {
		if m.Kind == model.KindThings && m.Value != nil { // told by their titles
			m.Value = titlesOf(run.Document, m.Value.(string))
		}
		value := told[[2]string{explain.MeasureID(m.Head.Measure), run.Document.Instances[m.Instance].Name}]
		number, isNumber := m.Value.(float64)
		if value.Measure != m.Name || isNumber != (value.Number != nil) || isNumber && *value.Number != number || !isNumber && m.Value != nil && value.Text != m.Value {
			t.Errorf("%s: the measure %s is told as %+v and is %v", name, m.Name, value, m.Value)
		}
	}
}

// titlesOf gives the titles of companies for their names.
func titlesOf(document *scenario.Document, names string) string {
	var titles []string
	for name := range strings.SplitSeq(names, ", ") {
		titles = append(titles, document.Called(document.Find("company", name)))
	}
	return strings.Join(titles, ", ")
}

// The reasons of a figure name entries of the reference.
func TestReasonsNameTheirEntries(t *testing.T) {
	answer, _ := referenceOf(t, "half-the-data-center", "", 0)
	known := map[string]bool{}
	for _, entry := range answer.Entries {
		known[entry.ID] = true
	}
	desk := &Desk{}
	ask(t, desk, "open", `{"name":"half-the-data-center"}`)
	for _, question := range []string{`"measure":"lease.headline_value"`, `"row":"operator.free_cash_flow","instances":["operator"],"month":9`} {
		reasons, _ := ask(t, desk, "explain", `{"changes":[],`+question+`}`)
		named := 0
		var visit func(node map[string]any)
		visit = func(node map[string]any) {
			if entry, ok := node["entry"].(string); ok {
				named++
				if !known[entry] {
					t.Errorf("%s: there is no entry %s", question, entry)
				}
			} else if node["formula"] != nil || node["path"] != nil {
				t.Errorf("%s: %v has no entry", question, node["name"])
			}
			children, _ := node["children"].([]any)
			for _, child := range children {
				visit(child.(map[string]any))
			}
		}
		visit(reasons["explanation"].(map[string]any))
		if named < 3 {
			t.Errorf("%s: only %d entries are named", question, named)
		}
	}
}
