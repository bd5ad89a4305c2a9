package measure

import (
	"math"
	"math/big"
	"slices"
	"testing"

	"pgregory.net/rapid"
)

func level(value float64, n int) []float64 {
	return slices.Repeat([]float64{value}, n)
}

// The capital recovery factors that EnergySystemsModellingLab/MUSE2 tests in
// src/finance.rs: what a loan of 1 needs as level service.
var capitalRecovery = []struct {
	years  int
	rate   float64
	factor float64
}{
	{10, 0.05, 0.1295045749654567},
	{5, 0.03, 0.2183545714005762},
	{10, 0, 0.1},
}

func TestSculptLevelService(t *testing.T) {
	for _, c := range capitalRecovery {
		debt, ok := Sculpt(level(1.3*c.factor, c.years), level(c.rate, c.years), 1.3)
		if !ok || !close(debt.Amount, 1, 1e-14) {
			t.Errorf("%d years at %v: %v", c.years, c.rate, debt.Amount)
		}
	}
}

// The present value in exact rational arithmetic.
func TestSculptExact(t *testing.T) {
	cfads := []int64{20_000_000, 25_000_000, 28_000_000, 30_000_000, 32_000_000}
	want, growth := new(big.Rat), big.NewRat(1, 1)
	var flows []float64
	for _, c := range cfads {
		growth.Mul(growth, big.NewRat(106, 100))
		service := new(big.Rat).Quo(big.NewRat(c, 1), big.NewRat(130, 100))
		want.Add(want, service.Quo(service, growth))
		flows = append(flows, float64(c))
	}
	exact, _ := want.Float64()
	debt, ok := Sculpt(flows, level(0.06, 5), 1.3)
	if !ok || !close(debt.Amount, exact, 1e-7) {
		t.Errorf("debt %v, exactly %v", debt.Amount, exact)
	}
}

func TestSculptRefuses(t *testing.T) {
	for name, f := range map[string]func() (SculptedDebt, bool){
		"DSCR of zero":      func() (SculptedDebt, bool) { return Sculpt([]float64{1}, []float64{0}, 0) },
		"negative DSCR":     func() (SculptedDebt, bool) { return Sculpt([]float64{1}, []float64{0}, -1) },
		"too few rates":     func() (SculptedDebt, bool) { return Sculpt([]float64{1, 2}, []float64{0}, 1) },
		"rate of -1":        func() (SculptedDebt, bool) { return Sculpt([]float64{1}, []float64{-1}, 1) },
		"CFADS not finite":  func() (SculptedDebt, bool) { return Sculpt([]float64{math.Inf(1)}, []float64{0}, 1) },
		"rate not a number": func() (SculptedDebt, bool) { return Sculpt([]float64{1}, []float64{math.NaN()}, 1) },
	} {
		if _, ok := f(); ok {
			t.Errorf("%s is accepted", name)
		}
	}
}

// Sculpted debt is repaid in full, interest is that on the opening balance,
// and DSCR and LLCR are the target in every period.
func TestSculptRepays(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(1, 240).Draw(t, "n")
		cfads := rapid.SliceOfN(rapid.Float64Range(-1e6, 1e8), n, n).Draw(t, "cfads")
		rates := rapid.SliceOfN(rapid.Float64Range(0, 0.05), n, n).Draw(t, "rates")
		dscr := rapid.Float64Range(1, 3).Draw(t, "dscr")
		debt, ok := Sculpt(cfads, rates, dscr)
		if !ok || debt.Closing[n-1] != 0 {
			t.Fatalf("not repaid: %v", debt.Closing[n-1])
		}
		opening, scale := slices.Insert(slices.Clone(debt.Closing[:n-1]), 0, debt.Amount), 1+debt.Amount+1e8
		covered := make([]float64, n)
		for p := range n {
			covered[p] = max(cfads[p], 0)
			if !close(debt.Interest[p], opening[p]*rates[p], 1e-13*scale) {
				t.Fatalf("period %d: interest %v on %v at %v", p, debt.Interest[p], opening[p], rates[p])
			}
			if !close(opening[p]-debt.Principal[p], debt.Closing[p], 1e-13*scale) {
				t.Fatalf("period %d: principal %v", p, debt.Principal[p])
			}
		}
		for p := range n {
			ratio, _ := DSCR(covered[p], debt.Service[p])
			if debt.Service[p] > 1 && !close(ratio, dscr, 1e-12) || debt.Service[p] == 0 && ratio == ratio {
				t.Fatalf("period %d: DSCR %v, target %v", p, ratio, dscr)
			}
		}
		for p := range n {
			ratio, _ := LifeCover(Loan{CFADS: covered, Rates: rates, Opening: opening}, p, n-1)
			if opening[p] > 1 && !close(ratio, dscr, 1e-10) {
				t.Fatalf("period %d: LLCR %v, target %v", p, ratio, dscr)
			}
		}
	})
}

func equalWithAbsent(got, want []float64, tolerance float64) bool {
	return slices.EqualFunc(got, want, func(a, b float64) bool { return a != a && b != b || close(a, b, tolerance) })
}

func TestDSCR(t *testing.T) {
	nan := math.NaN()
	cfads, service := []float64{150, 100, 80, -20, 50}, []float64{100, 0, 100, 40, -5}
	var ratios, none []float64
	for p := range cfads {
		ratio, ok := DSCR(cfads[p], service[p])
		if ok != (ratio == ratio) {
			t.Errorf("period %d: %v, %v", p, ratio, ok)
		}
		ratios, none = append(ratios, ratio), append(none, nan)
	}
	if !equalWithAbsent(ratios, []float64{1.5, nan, 0.8, -0.5, nan}, 1e-15) {
		t.Errorf("DSCR = %v", ratios)
	}
	if period, ok := LowestPeriod(ratios); !ok || period != 3 {
		t.Errorf("the lowest in period %d", period)
	}
	if ratio, ok := Mean(ratios); !ok || !close(ratio, 0.6, 1e-15) {
		t.Errorf("average %v", ratio)
	}
	if _, ok := LowestPeriod(none); ok {
		t.Error("a minimum without debt service")
	}
	if _, ok := Mean(none); ok {
		t.Error("an average without debt service")
	}
	if period, _ := LowestPeriod([]float64{2, 1.3 + 1e-12, 1.3}); period != 1 {
		t.Errorf("of two that differ by rounding the later one, %d", period)
	}
}

// Two and a half years of debt that is drawn in the third month.
func TestYearlyDSCR(t *testing.T) {
	nan := math.NaN()
	opening := append([]float64{0, 0, 0}, level(100, 30)...)
	cfads, service := level(3, len(opening)), level(2, len(opening))
	for name, test := range map[string]struct {
		months int
		repaid []int // months that begin without debt
		want   []float64
	}{
		"whole years":         {27, nil, []float64{1.5, 1.5}},
		"half a year more":    {33, nil, []float64{1.5, 1.5}}, // it is cut short
		"repaid in that year": {33, []int{32}, []float64{1.5, 1.5, 1.5}},
		"less than a year":    {8, nil, []float64{1.5}},
		"no debt":             {3, nil, nil},
	} {
		owed := slices.Clone(opening[:test.months])
		for _, month := range test.repaid {
			owed[month] = 0
		}
		got, first := YearlyDSCR(cfads[:test.months], service[:test.months], owed, nil)
		if !slices.Equal(got, test.want) || test.want != nil && first != 3 {
			t.Errorf("%s: %v from month %d, want %v", name, got, first, test.want)
		}
	}
	if got, _ := YearlyDSCR(cfads, level(0, len(opening)), opening, nil); !equalWithAbsent(got, []float64{nan, nan}, 0) {
		t.Errorf("without debt service: %v", got)
	}
	memory := make([]float64, 0, 3)
	if got, _ := YearlyDSCR(cfads, service, opening, memory); &got[0] != &memory[:1][0] {
		t.Error("memory is made where there is room")
	}
}

// Three level flows of 1,000 at 10 % on 2,000 of debt: the case of many tests
// of LLCR, 1000 (1 - 1.1^-3)/0.1/2000.
func TestLLCR(t *testing.T) {
	nan := math.NaN()
	cfads, rates := level(1000, 4), level(0.1, 4)
	opening := []float64{2000, 1400, 740, 0}
	pv := func(n int) float64 { return 1000 * (1 - math.Pow(1.1, -float64(n))) / 0.1 }
	loan := Loan{CFADS: cfads, Rates: rates, Opening: opening}
	covers := func(maturity int) (ratios []float64) {
		for period := range opening {
			ratio, _ := LifeCover(loan, period, maturity)
			ratios = append(ratios, ratio)
		}
		return ratios
	}
	if got := covers(2); !equalWithAbsent(got, []float64{pv(3) / 2000, pv(2) / 1400, pv(1) / 740, nan}, 1e-14) {
		t.Errorf("LLCR = %v", got)
	}
	if got := covers(3); !equalWithAbsent(got, []float64{pv(4) / 2000, pv(3) / 1400, pv(2) / 740, nan}, 1e-14) {
		t.Errorf("PLCR = %v", got)
	}
	for service, want := range map[[4]float64]int{{1, 1, 1, 0}: 2, {0, 0, 0, 5}: 3, {}: 0} {
		if got := Maturity(service[:]); got != want {
			t.Errorf("the last of %v is %d, want %d", service, got, want)
		}
	}
}

// A plant that costs 1 and makes 1 a year has its capital recovery factor as
// levelised cost (published for MUSE2, see above).
func TestLevelisedCost(t *testing.T) {
	for _, c := range capitalRecovery {
		costs, quantities := make([]float64, 12*c.years+1), make([]float64, 12*c.years+1)
		costs[0] = 1
		for year := 1; year <= c.years; year++ {
			quantities[12*year] = 1
		}
		if got, ok := LevelisedCost(c.rate, costs, quantities); !ok || !close(got, c.factor, 1e-14) {
			t.Errorf("%d years at %v: %v, want %v", c.years, c.rate, got, c.factor)
		}
	}
}

// Selling at the levelised cost makes the net present value zero.
func TestLevelisedCostBreaksEven(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(1, 180).Draw(t, "n")
		costs := rapid.SliceOfN(rapid.Float64Range(0, 1e9), n, n).Draw(t, "costs")
		quantities := rapid.SliceOfN(rapid.Float64Range(1, 1e6), n, n).Draw(t, "quantities")
		rate := rapid.Float64Range(0, 0.5).Draw(t, "rate")
		price, ok := LevelisedCost(rate, costs, quantities)
		profit, gross := make([]float64, n), 0.0
		for m := range profit {
			profit[m] = price*quantities[m] - costs[m]
			gross += costs[m]
		}
		if npv, _ := NPV(rate, profit, MidMonth); !ok || math.Abs(npv) > 1e-10*(1+gross) {
			t.Fatalf("at %v the net present value is %v", price, npv)
		}
	})
}
