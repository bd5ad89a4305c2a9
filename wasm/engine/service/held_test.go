package service

import (
	"encoding/json"
	"fmt"
	"math"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"rackonomics/engine/scenario"
	"rackonomics/engine/session"
	"rackonomics/wasm/protocol"
)

// page holds what runs answered, as the page's client does.
type page struct {
	number int
	heads  *protocol.Heads
	name   string
	views  []protocol.View
	values map[string][]float64 // of each view
	plan   *protocol.Plan
}

// read takes an answer in, and gives it as it would have come whole, numbers included.
func (p *page) read(t failing, number int, answer protocol.RunAnswer, numbers []float64) (protocol.RunAnswer, []float64) {
	if answer.Heads != nil {
		p.heads, p.name = answer.Heads, answer.HeadsName
	}
	if p.name != answer.HeadsName {
		t.Fatalf("the answer has the heads %s; the page has %s", answer.HeadsName, p.name)
	}
	whole, values, all := answer, map[string][]float64{}, []float64{}
	whole.Views = slices.Clone(answer.Views)
	for i, view := range answer.Views {
		at := slices.IndexFunc(p.views, func(was protocol.View) bool { return was.Name == view.Name })
		if view.Kept != protocol.KeptNothing {
			whole.Views[i] = p.views[at]
		}
		of := p.values[view.Name]
		if view.Kept != protocol.KeptAll {
			count := numbersOf(whole.Views[i], p.heads)
			of, numbers = slices.Clone(numbers[:count]), numbers[count:]
		}
		values[view.Name] = of
		all = append(all, of...)
	}
	if answer.Plan != nil && answer.Plan.Kept {
		whole.Plan = p.plan
	}
	whole.Heads = p.heads
	p.number, p.views, p.values, p.plan = number, whole.Views, values, whole.Plan
	return whole, append(all, numbers...)
}

func numbersOf(view protocol.View, heads *protocol.Heads) (count int) {
	periods := map[protocol.Step]int{protocol.ByMonth: len(heads.Periods.Month), protocol.ByQuarter: len(heads.Periods.Quarter), protocol.ByYear: len(heads.Periods.Year)}[view.By]
	for _, line := range view.Lines {
		if !line.Heading {
			count += periods
		}
	}
	return count
}

func ran(t failing, desk *Desk, request protocol.RunRequest) (any, []float64) {
	text, err := json.Marshal(request)
	if err != nil {
		t.Fatal(err)
	}
	task := desk.Begin("run", text, nil)
	for !task.Done() {
		task.Step()
	}
	return task.Answer()
}

// wholes are answers of desks that are asked nothing else, and to which nothing is held.
type wholes map[string]struct {
	told    string
	numbers []float64
}

func (w wholes) run(t failing, base *scenario.Document, request protocol.RunRequest) (string, []float64) {
	key := written(t, request)
	whole, ok := w[key]
	if !ok {
		answer, numbers := ran(t, &Desk{opened: []*opened{{as: 1, session: session.New(base)}}}, request)
		whole.told, whole.numbers = written(t, answer), slices.Clone(numbers)
		w[key] = whole
	}
	return whole.told, whole.numbers
}

// What a page makes of answers that name what it holds is what it would be told whole,
// bit for bit, whatever it looks at and whichever answers never reached it.
func TestWhatIsKeptIsWhatWouldHaveComeWhole(t *testing.T) {
	changes := [][]protocol.Change{
		nil,
		{{Path: "lease.anthropic.share", Value: []byte("0.4")}},
		{{Path: "lease.anthropic.share", Value: []byte("0.41")}},
		{{Path: "operator.reported_operating_loss", Value: []byte("1e8")}},
		{{Path: "operator.revenue_growth", Value: []byte("0.02")}},
		{{Path: "scenario.start", Value: []byte(`"2026-06"`)}},
		{{Path: "scenario.months", Value: []byte("24")}},
		{{Path: "lease.anthropic", Value: []byte("null")}},
		{{Path: "operator.cost_growth", Value: []byte("99")}}, // refused
	}
	wishes := []protocol.ViewWish{{Name: "answer", By: protocol.ByMonth}, {Name: "headline", By: protocol.ByMonth}, {Name: "money", By: protocol.ByMonth},
		{Name: "capacity", By: protocol.ByMonth}, {Name: "income-statement", By: protocol.ByYear}, {Name: "income-statement", By: protocol.ByQuarter}, {Name: "break-even", By: protocol.ByMonth}}
	known := wholes{}
	rapid.Check(t, func(t *rapid.T) {
		desk, shown := &Desk{}, &page{}
		ask(t, desk, "open", `{"as":1,"name":"half-the-data-center"}`)
		made := rapid.SampledFrom(changes)
		now := made.Draw(t, "changes")
		for hold := range rapid.IntRange(2, 8).Draw(t, "runs") {
			if rapid.Bool().Draw(t, "something changes") { // what is as it was is kept whole
				now = made.Draw(t, "changes")
			}
			request := protocol.RunRequest{Of: 1, Changes: now, Floor: rapid.Bool().Draw(t, "floor")}
			month := rapid.IntRange(0, 3).Draw(t, "month")
			request.Month = &month
			from := rapid.IntRange(0, 2).Draw(t, "from")
			request.Views = wishes[from:rapid.IntRange(from, len(wishes)).Draw(t, "to")]
			told, numbers := known.run(t, desk.opened[0].session.Base(), request)
			request.Hold, request.Held, request.Heads = hold+1, shown.number, shown.name
			got, brought := ran(t, desk, request)
			answer, ok := got.(protocol.RunAnswer)
			if !ok {
				if said := written(t, got); said != told {
					t.Fatalf("refused by %s; whole by %s", said, told)
				}
				continue
			}
			if rapid.IntRange(0, 4).Draw(t, "is lost") == 0 {
				continue // the page knows nothing of it
			}
			whole, all := shown.read(t, hold+1, answer, brought)
			if got := written(t, whole); got != told {
				t.Fatalf("%s\nthe page has  %s\nit would come %s", written(t, request), got, told)
			}
			if !slices.EqualFunc(all, numbers, func(a, b float64) bool { return math.Float64bits(a) == math.Float64bits(b) }) {
				t.Fatalf("%s: the page has other numbers than would come", written(t, request))
			}
		}
	})
}

// Of a view that is as it was nothing comes again, of one with other figures only these, and all of one that has other lines.
func TestAViewIsKeptAsFarAsItIsAsBefore(t *testing.T) {
	desk := &Desk{}
	ask(t, desk, "open", `{"as":1,"name":"half-the-data-center"}`)
	for i, test := range []struct {
		changes string
		want    any
	}{
		{``, nil},
		{``, "all"},
		{`{"path":"lease.anthropic.share","value":0.4}`, "head"},
		{`{"path":"lease.anthropic.share","value":0.4}`, "all"},
		{`{"path":"lease.anthropic","value":null}`, nil},
		{`{"path":"lease.anthropic.share","value":0.41}`, nil},
	} {
		answer, _ := ask(t, desk, "run", fmt.Sprintf(`{"of":1,"changes":[%s],"hold":%d,"held":%d,"views":[{"name":"money","by":"month"}]}`, test.changes, i+1, i))
		view := answer["views"].([]any)[0].(map[string]any)
		if view["kept"] != test.want {
			t.Errorf("run %d with [%s]: %v is kept, not %v", i, test.changes, view["kept"], test.want)
		}
	}
}

// A number that names no answer, or one of a scenario that was opened again, keeps nothing.
func TestAnAnswerThatIsNotHeldKeepsNothing(t *testing.T) {
	desk := &Desk{}
	open := func() { ask(t, desk, "open", `{"as":1,"name":"half-the-data-center"}`) }
	run := func(hold, held int) map[string]any {
		answer, _ := ask(t, desk, "run", fmt.Sprintf(`{"of":1,"changes":[],"hold":%d,"held":%d,%s}`, hold, held, shownViews))
		return answer["views"].([]any)[0].(map[string]any)
	}
	open()
	for _, test := range []struct {
		does       func()
		hold, held int
		want       any
	}{
		{func() {}, 1, 7, nil},
		{func() {}, 2, 1, "all"},
		{func() {}, 3, 1, nil},
		{func() {}, 0, 3, "all"},
		{func() {}, 4, 3, "all"},
		{func() {}, 5, 0, nil},
		{open, 6, 5, nil},
	} {
		test.does()
		if view := run(test.hold, test.held); view["kept"] != test.want || test.want == nil && view["title"] == "" {
			t.Errorf("held under %d with %d: %v is kept, not %v", test.hold, test.held, view["kept"], test.want)
		}
	}
}
