package cheapest

import (
	"math"
	"strings"
	"testing"

	"rackonomics/engine/model"
	"rackonomics/engine/scenario"
	"rackonomics/engine/study"
	"rackonomics/scenarios"
)

func load(t *testing.T, name string) *scenario.Document {
	t.Helper()
	document, err := scenarios.Load(name)
	if err != nil {
		t.Fatal(err)
	}
	return document
}

func input(t *testing.T, document *scenario.Document, path string, spread float64) Input {
	t.Helper()
	variable, err := study.Find(document, path, false)
	if err != nil {
		t.Fatal(err)
	}
	low, high := variable.Range(document)
	return Input{Variable: variable, Low: low, High: high, Spread: spread}
}

// Operating income of May is linear in the price p and in the loss L: a change of p by
// its distance s brings a = h g s USD in h hours with g GPUs, one of L by its distance b
// USD. A lack of D costs least at a cost of D²/(a² + b²), of which the price moves by
// a D/(a² + b²) distances and the loss by b D/(a² + b²).
func TestCheapestOfALine(t *testing.T) {
	t.Parallel()
	document := load(t, "half-the-data-center")
	goal := study.Goal{Row: study.Row{Name: "operator.operating_income", Instance: "operator"}, Sense: study.AtLeast}
	_, rows, err := study.Plain(document, study.Watch{Rows: []study.Row{goal.Row}})
	if err != nil {
		t.Fatal(err)
	}
	const a, b = 31 * 24 * 165e3 * 1.5, 2e8
	lack := -rows[0][0]
	found, err := Find(document, goal, []Input{input(t, document, "lease.anthropic.price", 1.5), input(t, document, "operator.reported_operating_loss", b)}, nil)
	if err != nil {
		t.Fatal(err)
	}
	if want := lack * lack / (a*a + b*b); found.Cost < want*(1-1e-9) || found.Cost > want*1.01 { // of three digits
		t.Errorf("it costs %v, by hand %v", found.Cost, want)
	}
	price, loss := (found.Values[0]-2.42)/1.5, (823333333-found.Values[1])/b
	if math.Abs(price/loss/(a/b)-1) > 0.05 {
		t.Errorf("the price moves by %v and the loss by %v distances, by hand they are as %v to 1", price, loss, a/b)
	}
	if !found.After.Met || found.Short.Point.Met || found.Short.Share < 0.95 {
		t.Errorf("%+v", found)
	}
}

func TestNothingHasToChangeOrNothingDoes(t *testing.T) {
	t.Parallel()
	document := load(t, "half-the-data-center")
	inputs := []Input{input(t, document, "lease.anthropic.price", 0), input(t, document, "lease.anthropic.share", 0)}
	goal := study.Goal{Row: study.Row{Name: "operator.operating_income", Instance: "operator"}, Sense: study.AtLeast, Target: -1e12}
	found, err := Find(document, goal, inputs, nil)
	if err != nil || found.Cost != 0 || !strings.Contains(found.Sentence(), "nothing has to change") {
		t.Errorf("%v, %v", found, err)
	}
	goal.Target = 1e15
	if _, err := Find(document, goal, inputs, nil); err != errNone {
		t.Errorf("%v, want that none was found", err)
	}
	if _, err := Find(document, goal, inputs[:1], nil); err == nil {
		t.Error("one input is accepted")
	}
}

// Together levers cost no more than the dearest of them alone.
func TestTogetherIsCheaper(t *testing.T) {
	if testing.Short() {
		t.Skip("takes long")
	}
	t.Parallel()
	document := load(t, "half-the-data-center")
	goal := study.Goal{Measure: model.BreakEvens[2].First, Sense: study.AtMost, Target: 59}
	price, share := input(t, document, "lease.anthropic.price", 1), input(t, document, "lease.anthropic.share", 0.1)
	found, err := Find(document, goal, []Input{price, share}, nil)
	if err != nil {
		t.Fatal(err)
	}
	alone, err := study.Solve(document, goal, price.Variable, price.Low, price.High, nil)
	if err != nil {
		t.Fatal(err)
	}
	if change := alone.Solutions[0].Typed.Value - 2.42; found.Cost >= change*change {
		t.Errorf("together it costs %v, the price alone %v", found.Cost, change*change)
	}
}
