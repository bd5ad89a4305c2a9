package campus

import (
	"math"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"rackonomics/engine/result"
	"rackonomics/engine/scenario"
	"rackonomics/engine/session"
	"rackonomics/scenarios"
)

func TestDollarsAreWrittenAsElsewhere(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		amount := rapid.Float64Range(-1, 1).Draw(t, "part") * rapid.SampledFrom([]float64{0, 1, 1e3, 1e6, 1e9, 1e12, 1e15}).Draw(t, "size")
		if got, want := Dollars(amount), scenario.Quantity(amount, "USD", false); got != want {
			t.Fatalf("%g is %s and elsewhere %s", amount, got, want)
		}
	})
}

// In every month of every shipped scenario flows are as thick as the rows say, of whose colours, and the level stands
// where the cash flow of the operations does.
func TestTheMoneyIsThatOfTheTable(t *testing.T) {
	for _, name := range scenarios.Names {
		run, plan := shipped(t, name)
		for _, canvas := range []Canvas{{2000, 960, 2}, {390, 460, 1}} {
			moneyAgrees(t, name, plan, run, Lay(plan, canvas))
		}
	}
}

func moneyAgrees(t *testing.T, name string, plan *Plan, run *session.Result, p *Place) {
	t.Helper()
	viewer := result.NewViewer(run.Document, run.Table, nil)
	of := func(row string, month int, things ...string) float64 {
		value, err := viewer.Over(row, things, result.Period{From: month, To: month + 1})
		if err != nil {
			t.Fatal(err)
		}
		return value.Number
	}
	if p.Till == nil {
		t.Fatalf("%s: there is no money", name)
	}
	var r Reading
	for month := range plan.Months {
		p.Read(plan, float64(month), &r)
		kept := of("operator.operating_cash_flow", month)
		paid := of("operator.own_paid", month) + of("operator.running_costs", month) + of("operator.operating_interest_paid", month) -
			of("operator.operating_interest_received", month) + of("operator.tax_paid", month)
		want := map[int]float64{-1: -paid}
		for use := range plan.Uses[:len(plan.Uses)-1] {
			if lease := plan.Uses[use].Name; lease != "" {
				want[use] = of("lease.cash_received", month, lease)
			} else {
				want[use] = of("operator.own_collected", month)
			}
		}
		near := func(what string, got, want float64) {
			if math.Abs(got-want) > 1e-6*max(r.peaks.money, r.peaks.kept, 1) {
				t.Fatalf("%s, month %d: %s is %g, in the table %g", name, month, what, got, want)
			}
		}
		net, height := 0.0, map[bool]int{}
		for _, out := range []bool{false, true} {
			sign := map[bool]float64{false: 1, true: -1}[out]
			total := 0.0
			for _, band := range p.Bands(&r, out) {
				near("a flow", sign*band.Amount, want[band.Use])
				net += sign * band.Amount
				total += band.Amount
				height[out] += band.At.Height()
			}
			pipe := p.Till.In
			if out {
				pipe = p.Till.Out
			}
			if exact := total / max(r.peaks.money, 1) * float64(pipe.Height()); math.Abs(float64(height[out])-exact) > 0.51 {
				t.Fatalf("%s, month %d: %d pixels for %g", name, month, height[out], exact)
			}
		}
		near("what flows in less what flows out", net, kept)
		near("what is kept", r.Kept, kept)
		level, zero := p.LevelOf(&r), (p.Till.Level.MinY+p.Till.Level.MaxY)/2
		exact := kept / max(r.peaks.kept, 1) * float64(p.Till.Level.Height()/2)
		if drawn := float64(2*zero - level.MinY - level.MaxY); math.Abs(drawn-exact) > 0.51 {
			t.Fatalf("%s, month %d: the level is %g above zero, not %g", name, month, drawn, exact)
		}
		if summary := p.Summary(plan, &r); !strings.Contains(summary, ": "+scenario.Quantity(kept, "USD", false)+".") {
			t.Fatalf("%s, month %d: %q does not say %g", name, month, summary, kept)
		}
	}
}

// A flow tells whose it is, and selects the tenant; the level says its scale.
func TestFlowsOfMoneyAreFound(t *testing.T) {
	plan := testPlan(2, colossus, []float64{0.5, 0.2}, 0.3, 1)
	copy(plan.Money.Received[0], []float64{40e6, 80e6})
	copy(plan.Money.Received[1], []float64{20e6, -10e6})
	copy(plan.Money.Received[2], []float64{10e6, 10e6})
	copy(plan.Money.Paid, []float64{100e6, 50e6})
	copy(plan.Money.Kept, []float64{-30e6, 30e6})
	p := Lay(plan, Canvas{1000, 480, 1})
	at := func(month float64, in Rectangle, part float64) Find {
		var r Reading
		p.Read(plan, month, &r)
		find, _ := p.FindAt(plan, &r, Point{float64(in.MinX) + 3, float64(in.MaxY) - part*float64(in.Height())})
		return find
	}
	for _, test := range []struct {
		month        float64
		in           Rectangle
		part         float64
		text, tenant string
	}{
		{0, p.Till.In, 0.2, "Tenant 0 pays $40M in the month", "tenant0"},
		{0, p.Till.In, 0.5, "Tenant 1 pays $20M", "tenant1"},
		{0, p.Till.In, 0.65, "Own customers pay $10M", ""},
		{0, p.Till.Out, 0.9, "Paid for all that runs, with interest and tax: $100M", ""},
		{1, p.Till.Out, 0.05, "Paid back to Tenant 1: $10M", "tenant1"},
		{0, p.Till.Level, 0.5, "−$30M. A full box is $30M", ""},
		{0.5, p.Till.Level, 0.5, "in the month: $0.", ""},
	} {
		if find := at(test.month, test.in, test.part); !strings.Contains(find.Text, test.text) || find.Tenant != test.tenant {
			t.Errorf("%g at %g of %v: %+v", test.month, test.part, test.in, find)
		}
	}
}

// Where nothing is ever paid, the campus has the room.
func TestWithoutMoneyThereIsNoTill(t *testing.T) {
	plan := testPlan(1, colossus, nil, 1, 1)
	without := Lay(plan, Canvas{1000, 480, 1})
	plan.Money.Kept[0] = 1
	with := Lay(plan, Canvas{1000, 480, 1})
	if without.Till != nil || with.Till == nil || with.Room.Height() >= without.Room.Height() || without.Suits(plan, without.Canvas) {
		t.Errorf("%v %v", without.Till, with.Till)
	}
}
