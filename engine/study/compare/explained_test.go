package compare

import (
	"math"
	"strings"
	"testing"

	"rackonomics/engine/explain"
	"rackonomics/engine/scenario"
	"rackonomics/engine/session"
)

func explainer(t *testing.T, document *scenario.Document) *explain.Explainer {
	t.Helper()
	run, err := session.New(document, session.AllRows).RunBase()
	if err != nil {
		t.Fatal(err)
	}
	made, err := run.Explainer()
	if err != nil {
		t.Fatal(err)
	}
	return made
}

// explained is why a measure differs from that of a shipped scenario, with its parts where
// its formula leads to none.
func explained(t *testing.T, name, measure string, changes ...scenario.Change) (*explain.Compared, bool) {
	t.Helper()
	base := func() (*explain.Explainer, error) { return explainer(t, load(t, name)), nil }
	told, err := explainer(t, load(t, name, changes...)).Compare(explain.AgainstBase, base, measure, explain.Asked{}, 12, 400)
	if err != nil {
		t.Fatal(err)
	}
	between, err := Explaining(told, measure)
	if err != nil {
		t.Fatal(err)
	}
	if between == nil {
		return told, false
	}
	for !between.Done() {
		if err := between.Step(); err != nil {
			t.Fatal(err)
		}
	}
	between.Explain(told, between.Rounds()-1)
	return told, true
}

// A measure's difference to the base is told by the inputs that made it, whether it is a
// month, how many months, a mean, a ratio or a sum.
func TestMeasuresAreToldByWhatWasChanged(t *testing.T) {
	fee, life := change("lease.anthropic.fee", "2e9"), change("operator.capital_life", "9")
	for _, test := range []struct {
		measure string
		changes []scenario.Change
		between bool // by computing what lies between
		moved   string
	}{
		{"break_even.operating_income.first", []scenario.Change{fee, life}, true, "lease.anthropic.fee"},
		{"break_even.operating_income.months", []scenario.Change{fee, life}, true, "lease.anthropic.fee operator.capital_life"},
		{"net_present_value", []scenario.Change{fee}, true, "lease.anthropic.fee"},
		{"net_present_value", []scenario.Change{life}, false, ""},
		{"lease.headline_value@anthropic", []scenario.Change{fee}, false, "lease.anthropic.fee"},
		{"net_present_value", []scenario.Change{change("scenario.months", "40")}, true, "Length"},
		{"break_even.operating_income.best", []scenario.Change{change("lease.anthropic", "null"), life}, true, "Lease gone: Anthropic"},
		{"break_even.operating_income.first", []scenario.Change{change("lease.anthropic", "null")}, true, ""}, // never without it
	} {
		told, between := explained(t, "filed-deal", test.measure, test.changes...)
		var moved []string
		sum := 0.0
		for _, d := range told.Moved {
			sum += d.Part
			if d.To != nil {
				moved = append(moved, d.To.Path)
			} else {
				moved = append(moved, d.Title)
			}
		}
		if got := strings.Join(moved, " "); got != test.moved || between != test.between {
			t.Errorf("%s is moved by %q (between: %v), want %q (%v)", test.measure, got, between, test.moved, test.between)
		}
		if len(told.Moved) > 0 && !(math.Abs(sum-told.Root.Part) <= 1e-9*math.Abs(sum)) {
			t.Errorf("%s: the parts come to %v of %v", test.measure, sum, told.Root.Part)
		}
	}
}

// Names have no difference that could be parted.
func TestNamesAreNotParted(t *testing.T) {
	told, between := explained(t, "delayed-listing", "listing.first", change("company.spacex.slip", "40"))
	if told.Root.From.Text == told.Root.To.Text || between || len(told.Moved) > 0 {
		t.Errorf("%q and %q, parted: %v", told.Root.From.Text, told.Root.To.Text, between)
	}
}

// Of a month the parts are told in months, with the values of the inputs.
func TestPartsOfAMonth(t *testing.T) {
	told, _ := explained(t, "filed-deal", "break_even.operating_income.first", change("lease.anthropic.fee", "2e9"))
	if root := told.Root; root.From.Text != "2026-07" || root.To.Text != "2026-05" || root.Part != -2 {
		t.Errorf("from %s to %s is %v months, want 2026-07, 2026-05 and -2", root.From.Text, root.To.Text, root.Part)
	}
	if d := told.Moved[0]; d.From.Value != 1.25e9 || d.To.Value != 2e9 || d.Part != -2 {
		t.Errorf("the fee went from %v to %v and made %v", d.From.Value, d.To.Value, d.Part)
	}
}
