package scenarios_test

import (
	"slices"
	"testing"

	"rackonomics/engine/scenario"
	"rackonomics/engine/session"
	"rackonomics/scenarios"
)

// Every step of every story that is shipped can be told: each of its places has a
// figure, each of its links sets an input that is another then, and each address in its
// text is among its sources, with how sure that is.
func TestEveryStoryIsTold(t *testing.T) {
	told := 0
	for _, name := range scenarios.Names {
		document, err := scenarios.Load(name)
		if err != nil {
			t.Fatal(err)
		}
		for at := range document.Story.Steps {
			step, err := session.New(document).TellStep(at)
			if err != nil {
				t.Errorf("%s: %v", name, err)
				continue
			}
			told++
			for _, piece := range slices.Concat(step.Paragraphs...) {
				checkTold(t, name+" "+step.Step.Title, step, piece)
			}
		}
	}
	if told == 0 {
		t.Error("no story is shipped")
	}
}

func checkTold(t *testing.T, where string, step *session.Told, piece session.ToldPiece) {
	t.Helper()
	switch {
	case piece.Value != nil && piece.Value.Absent():
		t.Errorf("%s: there is no figure for %s", where, piece.Place)
	case piece.Sets != nil:
		set, err := step.Shown.Apply([]scenario.Change{*piece.Sets})
		if err != nil || set.Hash() == step.Shown.Hash() {
			t.Errorf("%s: %q changes nothing, %v", where, piece.Words, err)
		}
	case piece.Address != "":
		if !slices.ContainsFunc(step.Step.Sources, func(s scenario.Source) bool { return s.URL == piece.Address }) {
			t.Errorf("%s: %s is not among the sources of the step", where, piece.Address)
		}
	}
}

// figures lists what stands in the places of a step of the founding story.
func figures(t *testing.T, at int) map[string]float64 {
	t.Helper()
	document, err := scenarios.Load("half-the-data-center")
	if err != nil {
		t.Fatal(err)
	}
	step, err := session.New(document).TellStep(at)
	if err != nil {
		t.Fatal(err)
	}
	found := map[string]float64{}
	for _, piece := range slices.Concat(step.Paragraphs...) {
		if piece.Value != nil {
			found[piece.Place.String()] = piece.Value.Number
		}
	}
	return found
}

// What the words of the founding story claim beside its figures.
func TestTheFoundingStoryHolds(t *testing.T) {
	reported := figures(t, 0)
	if ebitda, income := reported["{row:operator.adjusted_ebitda}"], reported["{row:operator.operating_income}"]; !(ebitda < 0 && ebitda > -50e6 && income < -500e6) {
		t.Errorf("on 6 May the rent nearly covers cash and not depreciation: %v, %v", ebitda, income)
	}
	if income := figures(t, 1)["{row:operator.operating_income}"]; income <= 0 {
		t.Errorf("at the full fee operating income turns to %v", income)
	}
	quarter := figures(t, 2)
	for place, want := range map[string]float64{ // the release of 4 August 2026
		"{reported:operator.adjusted_ebitda:2026-Q1}": -609e6, "{reported:operator.adjusted_ebitda:2026-Q2}": 1146e6,
		"{reported:operator.operating_income:2026-Q1}": -2469e6, "{reported:operator.operating_income:2026-Q2}": -1257e6,
		"{reported:operator.capital_expenditure:2026-Q2}": 15828e6,
	} {
		if quarter[place] != want {
			t.Errorf("%s is %v, filed %v", place, quarter[place], want)
		}
	}
	if got := quarter["{row:operator.operating_income:2026-Q2}"]; got < -1258e6 || got > -1256e6 {
		t.Errorf("the quarter comes to %v out of its parts", got)
	}
	given := tell(t, "filed-deal", change("lease.anthropic.notice_given", "2026-12"))
	if last, after := given.of("lease.fee_billed", "anthropic", "2027-02"), given.of("lease.fee_billed", "anthropic", "2027-03"); !(last > 0 && after == 0) {
		t.Errorf("with notice in December the fee of February is %v, of March %v", last, after)
	}
	if places := figures(t, 4); places["{measure:orbit.parity_launch_price@orbit}"] >= places["{input:site.orbit.launch_price_first}"] {
		t.Errorf("orbit needs no lower launch price than now: %v", places)
	}
	for _, price := range []float64{22, 9} {
		free := tell(t, "orbital-expansion", change("site.orbit.satellite_price", price), change("site.orbit.launch_price_path", "given"), change("site.orbit.launch_price_given", 0))
		if orbit, ground := free.of("site.orbit_cost_per_gpu_hour", "orbit", "2027-10"), free.of("site.ground_cost_per_gpu_hour", "orbit", "2027-10"); !(orbit > ground) {
			t.Errorf("launched for nothing, with satellites at %v USD/W, orbit costs %v a GPU-hour, the ground %v", price, orbit, ground)
		}
	}
}
