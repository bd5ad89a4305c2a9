package measure

import (
	"math"
	"math/big"
	"slices"
	"testing"

	"pgregory.net/rapid"
)

func close(got, want, tolerance float64) bool {
	return math.Abs(got-want) <= tolerance
}

func closeAll(got, want []float64, tolerance float64) bool {
	return slices.EqualFunc(got, want, func(a, b float64) bool { return close(a, b, tolerance) })
}

func TestIRRPublished(t *testing.T) {
	cases := []struct {
		source    string
		flows     []float64
		want      []float64
		tolerance float64 // what the source gives digits for
	}{
		// clickhouse.com/docs/sql-reference/functions/financial-functions;
		// ClickHouse/ClickHouse docs/en/sql-reference/functions/financial-functions.md
		{"ClickHouse", []float64{-100, 39, 59, 55, 20}, []float64{0.2809484211599611}, 1e-15},
		{"ClickHouse", []float64{-100000, 25000, 25000, 25000, 25000, 25000}, []float64{0.07930826116052862}, 1e-15},
		{"ClickHouse", []float64{-100, 60, 60}, []float64{0.13066238629180732}, 1e-15},

		// PHPOffice/PhpSpreadsheet tests/data/Calculation/Financial/IRR.php,
		// the first three from the page of Excel's IRR.
		{"Excel", []float64{-70000, 12000, 15000, 18000, 21000}, []float64{-0.02124484827341}, 1e-13},
		{"Excel", []float64{-70000, 12000, 15000, 18000, 21000, 26000}, []float64{0.086630948036519995}, 1e-13},
		{"Excel", []float64{-70000, 12000, 15000, 18000}, []float64{-0.1821374641455}, 1e-13},
		{"PhpSpreadsheet", []float64{-100, 20, 24, 28.8}, []float64{-0.13618951095869}, 1e-13},
		{"PhpSpreadsheet", []float64{-100, 20, 24, 28.8, 34.56, 41.47}, []float64{0.13057575637152699}, 1e-11},

		// numpy/numpy-financial tests/test_financial.py, TestIrr
		{"numpy-financial", []float64{-150000, 15000, 25000, 35000, 45000, 60000}, []float64{0.0524}, 5e-5},
		{"numpy-financial", []float64{-100, 0, 0, 74}, []float64{-0.0955}, 5e-5},
		{"numpy-financial test_numpy_gh_6744", []float64{1, 2, 3}, nil, 0},
		{"numpy-financial test_numpy_gh_6744", []float64{-1, -2, -3}, nil, 0},
		{"numpy-financial test_gh_15", []float64{
			-3000.0, 2.3926932267015667e-07, 4.1672087103345505e-16, 5.3965110036378706e-25, 5.1962551071806174e-34,
			3.7202955645436402e-43, 1.9804961711632469e-52, 7.8393517651814181e-62, 2.3072565113911438e-71,
			5.0491839233308912e-81, 8.2159177668499263e-91, 9.9403244366963527e-101, 8.942410813633967e-111,
			5.9816122646481191e-121, 2.9750309031844241e-131, 1.1002067043497954e-141, 3.0252876563518021e-152,
			6.1854121948207909e-163, 9.4032980015353301e-174, 1.0629218520017728e-184, 8.9337141847171845e-196,
			5.5830607698467935e-207, 2.5943122036622652e-218, 8.9635842466507006e-230, 2.3027710094332358e-241,
			4.3987510596745562e-253, 6.2476630372575209e-265, 6.598046841695288e-277, 5.1811095266842017e-289,
			3.0250999925830644e-301, 1.3133070599585015e-313,
		}, []float64{-0.9999999990596069}, 1e-9},

		// D. G. Newnan, T. G. Eschenbach, J. P. Lavelle, Engineering Economic
		// Analysis, example 7A-3 (an oil well): 4.73 % and 37.20 %.
		{"Newnan", []float64{-4, 3.5, 2.5, 1.5, 0.5, -0.5, -1.5, -2.5}, []float64{0.0473, 0.3720}, 5e-5},
		// J. H. Lorie and L. J. Savage, "Three problems in rationing capital",
		// Journal of Business 28 (1955): the oil pump, 25 % and 400 %.
		{"Lorie and Savage", []float64{-1600, 10000, -10000}, []float64{0.25, 4}, 1e-14},
		// S. A. Ross et al., Corporate Finance, "Multiple IRRs"
		// (brainmass.com/…/lt-problem-multiple-irrs-39308). It factors into
		// (v-0.8)(v-0.75)(v-0.7)(v-0.6), v = 1/(1+r).
		{"Ross", []float64{-252, 1431, -3035, 2850, -1000}, []float64{1.0 / 4, 1.0 / 3, 3.0 / 7, 2.0 / 3}, 1e-11},
		// countingaccounting.com/2021/05/when-to-use-irr-internal-rate-of-return.html
		{"none though the sign changes twice", []float64{5, -4, -4, -4, -4, 17}, nil, 0},
	}
	for _, c := range cases {
		if got := IRR(c.flows); !closeAll(got, c.want, c.tolerance) {
			t.Errorf("%s: IRR(%v) = %v, want %v", c.source, c.flows, got, c.want)
		}
	}
}

// Several rates at once, as numpy-financial's issues show them: its own choice
// among them has changed.
func TestIRRSeveralPublished(t *testing.T) {
	cases := []struct {
		issue     int
		flows     []float64
		want      []float64
		tolerance float64
	}{
		{28, []float64{-50, -100, 600, 300, -100}, []float64{-0.76, 1.85}, 1e-2},
		{39, []float64{-217500.0, -217500.0, 108466.80462450592, 101129.96439328062, 93793.12416205535, 86456.28393083003,
			79119.44369960476, 71782.60346837944, 64445.76323715414, 57108.92300592884, 49772.08277470355,
			42435.24254347826, 35098.40231225296, 27761.56208102766, 20424.721849802358, 13087.88161857707,
			5751.041387351768, -1585.7988438735192, -8922.639075098821, -16259.479306324123, -23596.31953754941,
			-30933.159768774713, -38270.0, -45606.8402312253, -52943.680462450604, -60280.520693675906,
			-67617.36092490121}, []float64{-0.0180967864739624, 0.12}, 1e-14},
		{44, []float64{-1678.87, 771.96, 1814.05, 3520.30, 3552.95, 3584.99, 4789.91, -1},
			[]float64{-0.9997912604283283, 1.004269848720547}, 2e-14},
	}
	for _, c := range cases {
		if got := IRR(c.flows); !closeAll(got, c.want, c.tolerance) {
			t.Errorf("numpy-financial issue %d: IRR(%v) = %v, want %v", c.issue, c.flows, got, c.want)
		}
	}
}

// The docstring of numpy-financial's irr; where there are several, it is the
// one nearest to zero.
func TestIRRNearestPublished(t *testing.T) {
	cases := []struct {
		flows     []float64
		want      float64
		tolerance float64
	}{
		{[]float64{-100, 100, 0, -7}, -0.0833, 5e-5},
		{[]float64{-100, 100, 0, 7}, 0.06206, 5e-6},
		{[]float64{-5, 10.5, 1, -8, 1}, 0.0886, 5e-5},
		{[]float64{-5, 10.5, 1, -8, 1, 0, 0, 0}, 0.0886, 5e-5},
	}
	for _, c := range cases {
		if got, ok := Nearest(IRR(c.flows), 0); !ok || !close(got, c.want, c.tolerance) {
			t.Errorf("of IRR(%v) = %v, %v is nearest to zero, want %v", c.flows, IRR(c.flows), got, c.want)
		}
	}
	if got, ok := Nearest([]float64{-0.25, 0.75}, 0.25); !ok || got != -0.25 {
		t.Errorf("of two equally near, %v", got)
	}
	if _, ok := Nearest(nil, 0.1); ok {
		t.Error("Nearest of no rate is a rate")
	}
}

// Roots by construction: flows are the coefficients of products of (1-(1+r)v).
func TestIRRByConstruction(t *testing.T) {
	cases := []struct {
		about     string
		flows     []float64
		want      []float64
		tolerance float64
	}{
		{"double root (4-5v)²", []float64{16, -40, 25}, []float64{0.25}, 1e-15},
		{"double root (1-1.1v)², not exact in binary", []float64{1, -2.2, 1.21}, []float64{0.1}, 1e-8},
		{"triple root (4-5v)³", []float64{64, -240, 300, -125}, []float64{0.25}, 1e-5},
		{"fourfold root (4-5v)⁴", []float64{256, -1280, 2400, -2000, 625}, []float64{0.25}, 1e-3},
		{"double and single root (4-5v)²(1-2v)", []float64{16, -72, 105, -50}, []float64{0.25, 1}, 1e-14},
		{"zero rate", []float64{-3, 1, 1, 1}, []float64{0}, 0},
		{"zero rate and another (1-v)(1-2v)", []float64{1, -3, 2}, []float64{0, 1}, 1e-15},
		{"negative rates (1-0.5v)(1-0.25v)", []float64{8, -6, 1}, []float64{-0.75, -0.5}, 1e-15},
		{"outflows first after a pause", []float64{0, 0, -100, 110}, []float64{0.1}, 1e-15},
		{"touches zero from far below", []float64{-16, 40, -25.01}, nil, 0},
		{"twofold in a day", []float64{-1, 1e9}, []float64{1e9 - 1}, 1e-5},
		{"all but lost", []float64{-1e9, 1}, []float64{-1 + 1e-9}, 1e-16},
		{"lost", []float64{-1e20, 1}, nil, 0},
		{"all zero", []float64{0, 0, 0}, nil, 0},
		{"empty", nil, nil, 0},
		{"single", []float64{-1}, nil, 0},
		{"not a number", []float64{-1, math.NaN(), 3}, nil, 0},
		{"infinite", []float64{-1, math.Inf(1)}, nil, 0},
	}
	for _, c := range cases {
		if got := IRR(c.flows); !closeAll(got, c.want, c.tolerance) {
			t.Errorf("%s: IRR(%v) = %v, want %v", c.about, c.flows, got, c.want)
		}
	}
}

// A lease of 36 months: an outlay and level payments, at 1.5 % a month.
func TestIRRMonthly(t *testing.T) {
	flows := []float64{-1e9}
	for range 36 {
		flows = append(flows, 1e9*0.015/(1-math.Pow(1.015, -36)))
	}
	got := IRR(flows)
	if !closeAll(got, []float64{0.015}, 1e-15) {
		t.Errorf("IRR = %v, want 0.015", got)
	}
	if annual, ok := AnnualRate(got[0]); !ok || !close(annual, 0.195618171461533, 1e-14) { // 1.015^12 - 1
		t.Errorf("a year: %v", annual)
	}
	if _, ok := AnnualRate(-1.5); ok {
		t.Error("a rate below -1 has an annual rate")
	}
	if monthly, ok := MonthlyRate(0.195618171461533); !ok || !close(monthly, 0.015, 1e-15) {
		t.Errorf("a month: %v", monthly)
	}
}

// exactPositiveRoots counts the distinct v > 0 with Σ flows[t] vᵗ = 0 by
// Sturm's theorem in exact arithmetic.
func exactPositiveRoots(flows []int) int {
	var p []*big.Rat
	for _, flow := range flows {
		p = append(p, big.NewRat(int64(flow), 1))
	}
	for len(p) > 0 && p[0].Sign() == 0 {
		p = p[1:]
	}
	chain := [][]*big.Rat{trim(p), trim(derivative(p))}
	for len(chain[len(chain)-1]) > 0 {
		n := len(chain)
		chain = append(chain, negatedRemainder(chain[n-2], chain[n-1]))
	}
	chain = chain[:len(chain)-1]
	atZero := signChanges(chain, func(q []*big.Rat) int { return q[0].Sign() })
	atInfinity := signChanges(chain, func(q []*big.Rat) int { return q[len(q)-1].Sign() })
	return atZero - atInfinity
}

func trim(p []*big.Rat) []*big.Rat {
	for len(p) > 0 && p[len(p)-1].Sign() == 0 {
		p = p[:len(p)-1]
	}
	return p
}

func derivative(p []*big.Rat) []*big.Rat {
	var d []*big.Rat
	for i := 1; i < len(p); i++ {
		d = append(d, new(big.Rat).Mul(p[i], big.NewRat(int64(i), 1)))
	}
	return d
}

func negatedRemainder(a, b []*big.Rat) []*big.Rat {
	var r []*big.Rat
	for _, x := range a {
		r = append(r, new(big.Rat).Neg(x))
	}
	for len(r) >= len(b) {
		factor := new(big.Rat).Quo(r[len(r)-1], b[len(b)-1])
		for i := range b {
			j := len(r) - len(b) + i
			r[j] = new(big.Rat).Sub(r[j], new(big.Rat).Mul(factor, b[i]))
		}
		r = trim(r)
	}
	return r
}

func signChanges(chain [][]*big.Rat, sign func([]*big.Rat) int) (changes int) {
	last := 0
	for _, q := range chain {
		s := sign(q)
		if s*last < 0 {
			changes++
		}
		if s != 0 {
			last = s
		}
	}
	return changes
}

// For whole-number flows the rates found are as many as there are exactly,
// and each makes the net present value zero.
func TestIRRFindsEveryRoot(t *testing.T) {
	multiple := 0
	rapid.Check(t, func(t *rapid.T) {
		flows := rapid.SliceOfN(rapid.IntRange(-12, 12), 2, 16).Draw(t, "flows")
		if !slices.ContainsFunc(flows, func(f int) bool { return f != 0 }) {
			return
		}
		values := make([]float64, len(flows))
		for i, f := range flows {
			values[i] = float64(f)
		}
		got := IRR(values)
		if want := exactPositiveRoots(flows); len(got) != want {
			t.Fatalf("IRR(%v) = %v, there are %d", flows, got, want)
		}
		if len(got) > 1 {
			multiple++
		}
		checkRates(t, got, values)
	})
	if multiple < 5 && !testing.Short() {
		t.Errorf("only %d cases had more than one rate", multiple)
	}
}

func checkRates(t *rapid.T, rates, flows []float64) {
	for _, rate := range rates {
		// Weights as seen from the end where that keeps them finite.
		end := 0
		if rate < 0 {
			end = len(flows) - 1
		}
		npv, gross := 0.0, 0.0
		for i, flow := range flows {
			weight := math.Pow(1+rate, float64(end-i))
			npv += flow * weight
			gross += math.Abs(flow) * weight
		}
		if !(math.Abs(npv) <= 1e-12*gross*float64(len(flows))) {
			t.Fatalf("net present value of %v at %v is %v", flows, rate, npv)
		}
	}
	if !slices.IsSorted(rates) {
		t.Fatalf("%v are not ascending", rates)
	}
}

// Monthly flows over 30 years with many changes of sign.
func TestIRRLongNoisy(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		flows := rapid.SliceOfN(rapid.Float64Range(-1e9, 1e9), 100, 360).Draw(t, "flows")
		end := rapid.SampledFrom([]float64{-1e8, 1e8}).Draw(t, "end")
		flows[0], flows[len(flows)-1] = -5e10, end
		rates := IRR(flows)
		checkRates(t, rates, flows)
		if (len(rates)%2 == 1) != (end > 0) {
			t.Fatalf("flows end with %v and have %d rates", end, len(rates))
		}
	})
}

// Known rates are found again from their product.
func TestIRRFindsWhatFlowsWereMadeOf(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		rates := []float64{-0.5, -0.2, 0.05, 0.4, 1.5, 6}
		n := rapid.IntRange(1, len(rates)).Draw(t, "n")
		want := slices.Sorted(slices.Values(rapid.Permutation(rates).Draw(t, "rates")[:n]))
		flows := []float64{-1}
		for _, rate := range want {
			flows = timesLinear(flows, -(1 + rate))
		}
		for _, a := range rapid.SliceOfN(rapid.Float64Range(0.1, 3), 0, 4).Draw(t, "factors without a rate") {
			flows = timesLinear(flows, a)
		}
		if got := IRR(flows); !closeAll(got, want, 1e-9) {
			t.Fatalf("IRR(%v) = %v, want %v", flows, got, want)
		}
	})
}

// timesLinear multiplies a polynomial by 1 + a v.
func timesLinear(p []float64, a float64) []float64 {
	product := make([]float64, len(p)+1)
	for i, c := range p {
		product[i] += c
		product[i+1] += c * a
	}
	return product
}

var microsoft = struct {
	flows []float64
	days  []Day
}{

	[]float64{-10000, 2750, 4250, 3250, 2750},

	dates("2008-01-01", "2008-03-01", "2008-10-30", "2009-02-15", "2009-04-01"),
}

var lateJune = dates("2019-06-20", "2019-06-27", "2019-06-21", "2019-06-24", "2019-06-27", "2019-07-27")

func BenchmarkIRRLease(b *testing.B) {
	flows := make([]float64, 361)
	flows[0] = -1e9
	for m := 1; m < len(flows); m++ {
		flows[m] = 9e6
	}
	for range b.N {
		IRR(flows)
	}
}

func BenchmarkIRRThreeChanges(b *testing.B) {
	flows := make([]float64, 361)
	for m := range flows {
		flows[m] = 9e6
	}
	flows[0], flows[120], flows[360] = -1e9, -2e8, -1e8
	b.ReportMetric(float64(len(IRR(flows))), "rates")
	for range b.N {
		IRR(flows)
	}
}

func BenchmarkIRRNoisy(b *testing.B) {
	flows := make([]float64, 361)
	for m := range flows {
		flows[m] = float64(m*m*7919%1000-500) * 1e6
	}
	flows[0] = -1e9
	b.ReportMetric(float64(len(IRR(flows))), "rates")
	for range b.N {
		IRR(flows)
	}
}
