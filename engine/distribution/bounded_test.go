package distribution

import (
	"encoding/binary"
	"fmt"
	"hash/fnv"
	"math"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"gonum.org/v1/gonum/stat/distuv"
	"pgregory.net/rapid"
)

var everywhere = [2]float64{math.Inf(-1), math.Inf(1)}

func within(t testing.TB, d Distribution, bounds [2]float64, whole bool) *Bounded {
	t.Helper()
	b, err := d.Within(bounds[0], bounds[1], whole)
	if err != nil {
		t.Fatalf("%+v within %v: %v", d, bounds, err)
	}
	return &b
}

// reference is what gonum knows of a distribution.
type reference interface {
	CDF(x float64) float64
	Quantile(p float64) float64
	Mean() float64
}

// betaBetween is gonum's beta distribution from low to high.
type betaBetween struct {
	distuv.Beta
	low, high float64
}

func (b betaBetween) CDF(x float64) float64      { return b.Beta.CDF((x - b.low) / (b.high - b.low)) }
func (b betaBetween) Quantile(p float64) float64 { return b.low + (b.high-b.low)*b.Beta.Quantile(p) }
func (b betaBetween) Mean() float64              { return b.low + (b.high-b.low)*b.Beta.Mean() }

// references are the continuous forms, and gonum's of the same parameters. That of 90 %
// of cases in a range has the standard deviation that gonum's own quantile says.
func references() map[string]struct {
	distribution Distribution
	gonum        reference
} {
	deviations := 2 * distuv.UnitNormal.Quantile(0.95)
	cases := map[string]struct {
		distribution Distribution
		gonum        reference
	}{
		"uniform":    {Distribution{Form: Uniform, Low: -2, High: 5}, distuv.Uniform{Min: -2, Max: 5}},
		"triangular": {Distribution{Form: Triangular, Low: 1, High: 9, Mode: 3}, distuv.NewTriangle(1, 9, 3, nil)},
		"triangular from its mode": {Distribution{Form: Triangular, Low: 1, High: 9, Mode: 1},
			distuv.NewTriangle(1, 9, 1, nil)},
		"triangular to its mode": {Distribution{Form: Triangular, Low: 1, High: 9, Mode: 9},
			distuv.NewTriangle(1, 9, 9, nil)},
		"normal": {Distribution{Form: Normal, Low: 25, High: 35}, distuv.Normal{Mu: 30, Sigma: 10 / deviations}},
		"log-normal": {Distribution{Form: LogNormal, Low: 1e9, High: 1.5e9},
			distuv.LogNormal{Mu: (math.Log(1e9) + math.Log(1.5e9)) / 2, Sigma: math.Log(1.5) / deviations}},
		"wide log-normal": {Distribution{Form: LogNormal, Low: 0.01, High: 100},
			distuv.LogNormal{Mu: 0, Sigma: math.Log(1e4) / deviations}},
	}
	for _, mode := range []float64{10, 10.001, 12, 15, 17.3, 20, 23, 27.5, 29.999, 30} {
		d := Distribution{Form: PERT, Low: 10, High: 30, Mode: mode}
		cases[fmt.Sprintf("pert around %v", mode)] = struct {
			distribution Distribution
			gonum        reference
		}{d, betaBetween{distuv.Beta{Alpha: 1 + (mode-10)/5, Beta: 1 + (30-mode)/5}, 10, 30}}
	}
	return cases
}

// Both quantiles agree to 1e-10 of the scale of their value, and where gonum's own
// root finding is less sure, gonum's cumulative share of ours is the one asked for.
func TestQuantilesAreThoseOfGonum(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 9))
	for name, test := range references() {
		t.Run(name, func(t *testing.T) {
			b := within(t, test.distribution, everywhere, false)
			worst := 0.0
			for i := range 2000 {
				u := random.Float64()
				if i < 60 {
					u = math.Ldexp(1, -1-i%30)
				}
				if i%2 == 1 {
					u = 1 - u
				}
				got, want := b.Quantile(u), test.gonum.Quantile(u)
				worst = max(worst, min(math.Abs(got-want)/math.Abs(want), math.Abs(test.gonum.CDF(got)-u)/min(u, 1-u)))
			}
			t.Logf("largest difference %.3g", worst)
			if !(worst < 1e-10) {
				t.Errorf("quantiles differ by %v", worst)
			}
			if mean, want := test.distribution.Mean(), test.gonum.Mean(); math.Abs(mean-want) > 1e-12*math.Abs(want) {
				t.Errorf("mean %v, want %v", mean, want)
			}
			if got, want := b.Median(), test.gonum.Quantile(0.5); math.Abs(got-want) > 1e-10*math.Abs(want) || b.Cut != 0 {
				t.Errorf("median %v, want %v; cut %v", got, want, b.Cut)
			}
		})
	}
}

// A cut distribution's quantile is that of the share that the bounds leave.
func TestCutDistributionsAreRenormalised(t *testing.T) {
	for name, test := range references() {
		rapid.Check(t, func(t *rapid.T) {
			p := rapid.Float64Range(0, 0.98).Draw(t, "cut below")
			q := rapid.Float64Range(p+0.01, 1).Draw(t, "left up to")
			u := rapid.Float64Range(0.001, 0.999).Draw(t, "share")
			least, most := test.gonum.Quantile(p), test.gonum.Quantile(q)
			b, err := test.distribution.Within(least, most, false)
			if err != nil {
				t.Fatal(err)
			}
			x := b.Quantile(u)
			if x < least || x > most {
				t.Fatalf("%s: %v lies outside %v to %v", name, x, least, most)
			}
			below, above := test.gonum.CDF(least), test.gonum.CDF(most)
			if got := (test.gonum.CDF(x) - below) / (above - below); math.Abs(got-u) > 1e-8 {
				t.Fatalf("%s: %v has a share %v of what is left below it, want %v", name, x, got, u)
			}
			if want := below + 1 - above; math.Abs(b.Cut-want) > 1e-9 {
				t.Fatalf("%s: cut %v, want %v", name, b.Cut, want)
			}
		})
	}
}

// anyDistribution is any that checks, with what may stand in it.
func anyDistribution(t *rapid.T) Distribution {
	d := Distribution{Form: rapid.SampledFrom(forms).Draw(t, "form")}
	d.Low = rapid.Float64Range(-1e6, 1e6).Draw(t, "low")
	switch d.Form {
	case LogNormal:
		d.Low = math.Exp(d.Low / 1e5)
		d.High = d.Low * rapid.Float64Range(1.01, 100).Draw(t, "times")
		return d
	case Discrete:
		weight := rapid.Float64Range(0, 10)
		for _, value := range rapid.SliceOfN(rapid.Float64Range(-100, 100), 1, 9).Draw(t, "values") {
			d.Points = append(d.Points, Point{value, weight.Draw(t, "weight")})
		}
		d.Points[0].Weight++
		return d
	case Hazard:
		d.Low, d.Rate = math.Floor(d.Low/1e3), rapid.Float64Range(0.0001, 0.9999).Draw(t, "rate")
		return d
	}
	d.High = d.Low + rapid.Float64Range(1e-3, 1e6).Draw(t, "width")
	d.Mode = min(d.Low+(d.High-d.Low)*rapid.Float64Range(0, 1).Draw(t, "mode"), d.High)
	return d
}

// Whatever is described: quantiles rise, stay within bounds, are whole where they
// must be, and what a tornado takes lies around the median.
func TestQuantilesRiseWithinBounds(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := anyDistribution(t)
		whole := rapid.Bool().Draw(t, "whole")
		least, most := math.Inf(-1), math.Inf(1)
		if rapid.Bool().Draw(t, "bounded") {
			uncut, err := d.Within(least, most, whole)
			if err != nil {
				t.Fatal(err)
			}
			least = uncut.Quantile(rapid.Float64Range(0.001, 0.5).Draw(t, "from"))
			most = uncut.Quantile(rapid.Float64Range(0.5, 0.999).Draw(t, "to"))
		}
		b, err := d.Within(least, most, whole)
		if err != nil {
			t.Skip(err) // a range in which nothing lies
		}
		u := rapid.SliceOfN(rapid.Float64Range(0x1p-53, 1-0x1p-53), 2, 50).Draw(t, "shares")
		slices.Sort(u)
		before := math.Inf(-1)
		for _, share := range u {
			x := b.Quantile(share)
			if !(x >= before-1e-12*math.Abs(x)) || x < least || x > most {
				t.Fatalf("quantile %v of %+v is %v, after %v, within %v to %v", share, d, x, before, least, most)
			}
			if (whole || d.Form == Hazard) && x != math.Floor(x) {
				t.Fatalf("quantile %v of %+v is %v", share, d, x)
			}
			before = x
		}
		if m := b.Median(); b.Lowest() > m || m > b.Highest() || b.Lowest() < least || b.Highest() > most || b.Cut < 0 || b.Cut > 1 {
			t.Fatalf("%+v: %v, %v, %v, cut %v", d, b.Lowest(), m, b.Highest(), b.Cut)
		}
	})
}

// The cumulative share of a quantile is the share that it was asked for.
func TestCumulativeUndoesQuantile(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := anyDistribution(t)
		if d.Form == Discrete || d.Form == Hazard {
			t.Skip("has steps")
		}
		u := rapid.Float64Range(1e-9, 1-1e-9).Draw(t, "share")
		shape := newContinuous(&d, false)
		// The rounding of a value is a share of cases that grows as the range narrows.
		rounding := 1e-15 * max(math.Abs(d.Low), math.Abs(d.High)) / (d.High - d.Low)
		if got := shape.cumulative(shape.quantile(u)); math.Abs(got-u) > 1e-12+10*rounding {
			t.Fatalf("%+v: quantile %v has a cumulative share of %v", d, u, got)
		}
	})
}

// Two independent normals add up to one with the sum of the means and the root of
// the sum of squared deviations. Stratified in both, each of 512, at 1e-3.
func TestSumOfTwoNormals(t *testing.T) {
	const n = 512
	a := within(t, Distribution{Form: Normal, Low: 25, High: 35}, everywhere, false)
	b := within(t, Distribution{Form: Normal, Low: -4, High: 20}, everywhere, false)
	sums := make([]float64, 0, n*n)
	for i := range n {
		for j := range n {
			sums = append(sums, a.Quantile((float64(i)+0.5)/n)+b.Quantile((float64(j)+0.5)/n))
		}
	}
	slices.Sort(sums)
	want := distuv.Normal{Mu: 30 + 8, Sigma: math.Hypot(10, 24) / (2 * 1.6448536269514722)}
	for _, p := range []float64{0.05, 0.25, 0.5, 0.75, 0.95} {
		if got := sums[int(p*n*n)]; math.Abs(got-want.Quantile(p)) > 1e-3*want.Sigma {
			t.Errorf("quantile %v of the sum is %v, want %v", p, got, want.Quantile(p))
		}
	}
}

// shares returns how often each value comes among n quantiles at equal steps.
func shares(b *Bounded, n int) map[float64]float64 {
	counted := map[float64]float64{}
	for i := range n {
		counted[b.Quantile((float64(i)+0.5)/float64(n))] += 1 / float64(n)
	}
	return counted
}

func TestWholeNumbersHaveTheirShares(t *testing.T) {
	normal := distuv.Normal{Mu: 5, Sigma: 2 / (2 * 1.6448536269514722)}
	total := normal.CDF(6.5) - normal.CDF(3.5)
	for name, test := range map[string]struct {
		distribution Distribution
		bounds       [2]float64
		want         map[float64]float64
		cut          float64
	}{
		"dice": {Distribution{Form: Uniform, Low: 1, High: 6}, everywhere,
			map[float64]float64{1: 1. / 6, 2: 1. / 6, 3: 1. / 6, 4: 1. / 6, 5: 1. / 6, 6: 1. / 6}, 0},
		"dice from three on": {Distribution{Form: Uniform, Low: 1, High: 6}, [2]float64{3, 9},
			map[float64]float64{3: 0.25, 4: 0.25, 5: 0.25, 6: 0.25}, 1. / 3},
		"between bounds that are not whole": {Distribution{Form: Uniform, Low: 1, High: 6}, [2]float64{2.5, 5.9},
			map[float64]float64{3: 1. / 3, 4: 1. / 3, 5: 1. / 3}, 0.5},
		"normal": {Distribution{Form: Normal, Low: 4, High: 6}, [2]float64{4, 6}, map[float64]float64{
			4: (normal.CDF(4.5) - normal.CDF(3.5)) / total,
			5: (normal.CDF(5.5) - normal.CDF(4.5)) / total,
			6: (normal.CDF(6.5) - normal.CDF(5.5)) / total}, 1 - total},
		"triangular": {Distribution{Form: Triangular, Low: 0, High: 2, Mode: 1}, everywhere,
			map[float64]float64{0: 0.125, 1: 0.75, 2: 0.125}, 0},
		"points": {Distribution{Form: Discrete, Points: []Point{{3.2, 3}, {0.9, 1}, {2.7, 4}, {7, 8}}}, [2]float64{0, 5},
			map[float64]float64{1: 0.125, 3: 0.875}, 0.5},
	} {
		t.Run(name, func(t *testing.T) {
			b := within(t, test.distribution, test.bounds, true)
			got := shares(b, 80_000)
			for value, want := range test.want {
				if math.Abs(got[value]-want) > 1e-4 {
					t.Errorf("%v has a share of %v, want %v", value, got[value], want)
				}
			}
			if len(got) != len(test.want) || math.Abs(b.Cut-test.cut) > 1e-12 {
				t.Errorf("shares %v, cut %v; want %v, cut %v", got, b.Cut, test.want, test.cut)
			}
		})
	}
}

func TestDiscreteShares(t *testing.T) {
	d := FromPoints([]Point{{30, 2}, {10.5, 1}, {20, 5}, {25, 0}, {10.5, 2}})
	b := within(t, d, everywhere, false)
	got := shares(b, 1000)
	for value, want := range map[float64]float64{10.5: 0.3, 20: 0.5, 25: 0, 30: 0.2} {
		if math.Abs(got[value]-want) > 1e-9 {
			t.Errorf("%v has a share of %v, want %v", value, got[value], want)
		}
	}
	if b.Lowest() != 10.5 || b.Highest() != 30 || b.Median() != 20 || b.Cut != 0 || d.Mean() != 19.15 {
		t.Errorf("%v, %v, %v, cut %v, mean %v", b.Lowest(), b.Median(), b.Highest(), b.Cut, d.Mean())
	}
	if d.Points[0].Value != 30 {
		t.Error("the points of the distribution were sorted")
	}
}

func TestWhatATornadoTakes(t *testing.T) {
	for name, test := range map[string]struct {
		distribution          Distribution
		bounds                [2]float64
		whole                 bool
		lowest, median, upper float64
	}{
		"uniform":              {Distribution{Form: Uniform, Low: 1, High: 3}, everywhere, false, 1, 2, 3},
		"uniform, cut":         {Distribution{Form: Uniform, Low: 1, High: 3}, [2]float64{2, 9}, false, 2, 2.5, 3},
		"triangular":           {Distribution{Form: Triangular, Low: 1, High: 3, Mode: 2}, everywhere, false, 1, 2, 3},
		"pert":                 {Distribution{Form: PERT, Low: 1, High: 3, Mode: 2}, everywhere, false, 1, 2, 3},
		"pert, whole":          {Distribution{Form: PERT, Low: 1.2, High: 6.8, Mode: 4}, everywhere, true, 1, 4, 7},
		"normal":               {Distribution{Form: Normal, Low: 25, High: 35}, everywhere, false, 25, 30, 35},
		"normal, half of it":   {Distribution{Form: Normal, Low: -10, High: 10}, [2]float64{0, 99}, false, 10 / 1.6448536269514722 * 0.0627067779432138, 10 / 1.6448536269514722 * 0.6744897501960817, 10 / 1.6448536269514722 * 1.959963984540054},
		"log-normal":           {Distribution{Form: LogNormal, Low: 2, High: 8}, everywhere, false, 2, 4, 8},
		"log-normal, cut":      {Distribution{Form: LogNormal, Low: 0.3, High: 0.7}, [2]float64{0, 1}, false, 0.3, 0.4580765295140993, 0.7}, // the ends as they were typed
		"a month in a year":    {Distribution{Form: Uniform, Low: 433, High: 444}, [2]float64{0, 1900}, true, 433, 439, 444},
		"hazard, seldom":       {Distribution{Form: Hazard, Low: 436, Rate: 0.01}, [2]float64{0, 500}, true, 436 + 61, 500, 500},
		"hazard, once a month": {Distribution{Form: Hazard, Low: 0, Rate: 1 - 1./4096}, [2]float64{0, 500}, true, 0, 0, 4},
	} {
		t.Run(name, func(t *testing.T) {
			b := within(t, test.distribution, test.bounds, test.whole)
			for _, pair := range [][2]float64{{b.Lowest(), test.lowest}, {b.Median(), test.median}, {b.Highest(), test.upper}} {
				if math.Abs(pair[0]-pair[1]) > 1e-12*max(1, math.Abs(pair[1])) {
					t.Errorf("%v, %v, %v; want %v, %v, %v", b.Lowest(), b.Median(), b.Highest(), test.lowest, test.median, test.upper)
				}
			}
		})
	}
}

func TestNothingWithinBounds(t *testing.T) {
	for name, test := range map[string]struct {
		distribution Distribution
		bounds       [2]float64
		whole        bool
		want         string
	}{
		"beyond the ends":      {Distribution{Form: Uniform, Low: 1, High: 2}, [2]float64{3, 4}, false, "not one case in a million lies from 3 to 4"},
		"far in the tail":      {Distribution{Form: Normal, Low: 1, High: 2}, [2]float64{5, 9}, false, "from 5 to 9"},
		"negative log-normal":  {Distribution{Form: LogNormal, Low: 1, High: 2}, [2]float64{-5, 0}, false, "from -5 to 0"},
		"points elsewhere":     {Distribution{Form: Discrete, Points: []Point{{1, 1e9}, {6, 0}}}, [2]float64{5, 9}, false, "from 5 to 9"},
		"no whole number":      {Distribution{Form: Uniform, Low: 1, High: 2}, [2]float64{1.2, 1.8}, true, "nothing lies from 1.2 to 1.8"},
		"bounds reversed":      {Distribution{Form: Uniform, Low: 1, High: 2}, [2]float64{2, 1}, false, "nothing lies from 2 to 1"},
		"hazard after its end": {Distribution{Form: Hazard, Low: 10, Rate: 0.1}, [2]float64{0, 9}, false, "from 0 to 9"},
	} {
		if _, err := test.distribution.Within(test.bounds[0], test.bounds[1], test.whole); err == nil || !strings.Contains(err.Error(), test.want) {
			t.Errorf("%s: %v, want an error with %q", name, err, test.want)
		}
	}
}

// A hazard's month is low + k with k geometric: its survival is (1-h)^k, its mean
// (1-h)/h, and twelve months have the rate asked for.
func TestHazardIsGeometric(t *testing.T) {
	const n = 200_000
	for _, rate := range []float64{0.01, 0.1, 0.5, 0.9} {
		d := Distribution{Form: Hazard, Low: 436, Rate: rate}
		h := 1 - math.Pow(1-rate, 1./12)
		b := within(t, d, everywhere, true)
		got := shares(b, n)
		survival := 1.0
		for k := range 24 {
			if want := math.Pow(1-h, float64(k)); math.Abs(survival-want) > 1e-5 {
				t.Errorf("rate %v: a share %v survives %d months, want %v", rate, survival, k, want)
			}
			if k == 12 && math.Abs(1-survival-rate) > 1e-5 {
				t.Errorf("rate %v: %v within a year", rate, 1-survival)
			}
			survival -= got[436+float64(k)]
		}
		if want := 436 + (1-h)/h; math.Abs(d.Mean()-want) > 1e-9*want || math.Abs(d.MonthlyChance()-h) > 1e-12 {
			t.Errorf("rate %v: mean %v, want %v; chance %v, want %v", rate, d.Mean(), want, d.MonthlyChance(), h)
		}
	}
}

// A lease that pays a fee in each of 60 months and ends by a notice of constant
// hazard, in the month of which it still pays, is worth the fee times the sum of
// (1-h)^k, which is (1-(1-h)^60)/h.
func TestLeaseUnderConstantHazard(t *testing.T) {
	const n, months, fee = 400_000, 60, 2.5e6
	d := Distribution{Form: Hazard, Low: 436, Rate: 0.15}
	b := within(t, d, [2]float64{0, 436 + months}, true)
	mean := 0.0
	for month, share := range shares(b, n) {
		mean += share * fee * min(month-436+1, months)
	}
	h := 1 - math.Pow(1-0.15, 1./12)
	if want := fee * (1 - math.Pow(1-h, months)) / h; math.Abs(mean-want) > 1e-5*want {
		t.Errorf("the lease is worth %v, want %v", mean, want)
	}
	if want := math.Pow(1-h, months); math.Abs(b.Never-want) > 1e-12 || b.Cut != 0 {
		t.Errorf("never in %v of cases, want %v; cut %v", b.Never, want, b.Cut)
	}
}

// What would have happened before the lower bound is cut, and since each month is
// alike, the others are as if it began there.
func TestHazardBeginsAtTheLowerBound(t *testing.T) {
	early := within(t, Distribution{Form: Hazard, Low: 100, Rate: 0.2}, [2]float64{124, 300}, true)
	late := within(t, Distribution{Form: Hazard, Low: 124, Rate: 0.2}, [2]float64{0, 300}, true)
	if math.Abs(early.Cut-0.36) > 1e-12 || late.Cut != 0 || early.Never != late.Never {
		t.Errorf("cut %v and %v, never %v and %v", early.Cut, late.Cut, early.Never, late.Never)
	}
	for i := range 100 {
		if u := (float64(i) + 0.5) / 100; early.Quantile(u) != late.Quantile(u) {
			t.Errorf("quantile %v: %v and %v", u, early.Quantile(u), late.Quantile(u))
		}
	}
}

// bitsCases are one of each form, cut or whole in part.
func bitsCases(t testing.TB) []*Bounded {
	return []*Bounded{
		within(t, Distribution{Form: Uniform, Low: 0.1, High: 0.7}, everywhere, false),
		within(t, Distribution{Form: Triangular, Low: 1, High: 9, Mode: 3.3}, [2]float64{1.5, 8}, false),
		within(t, Distribution{Form: PERT, Low: 1, High: 9, Mode: 3.3}, [2]float64{1.5, 8}, false),
		within(t, Distribution{Form: PERT, Low: 0, High: 1, Mode: 1}, everywhere, false),
		within(t, Distribution{Form: Normal, Low: 25, High: 35}, [2]float64{0, 33}, false),
		within(t, Distribution{Form: LogNormal, Low: 1e9, High: 1.5e9}, [2]float64{0, 1e12}, false),
		within(t, Distribution{Form: Normal, Low: 436, High: 460}, [2]float64{430, 600}, true),
		within(t, Distribution{Form: Discrete, Points: []Point{{3, 0.1}, {1, 0.7}, {2, 0.3}}}, everywhere, false),
		within(t, Distribution{Form: Hazard, Low: 436, Rate: 0.07}, [2]float64{0, 900}, true),
	}
}

// The hash was found on amd64 and must come out alike on every processor.
func TestSameBitsEverywhere(t *testing.T) {
	h := fnv.New64a()
	for _, b := range bitsCases(t) {
		random := rand.New(rand.NewPCG(1, 2))
		for range 5000 {
			h.Write(binary.LittleEndian.AppendUint64(nil, math.Float64bits(b.Quantile(random.Float64()))))
		}
		for _, x := range []float64{b.Cut, b.Never, b.Lowest(), b.Median(), b.Highest()} {
			h.Write(binary.LittleEndian.AppendUint64(nil, math.Float64bits(x)))
		}
	}
	if got, want := h.Sum64(), uint64(0x8a776b65392bf42e); got != want {
		t.Errorf("hash %#x, want %#x", got, want)
	}
}

func TestNoAllocation(t *testing.T) {
	for i, b := range bitsCases(t) {
		if n := testing.AllocsPerRun(100, func() { b.Quantile(0.3) }); n != 0 {
			t.Errorf("case %d: %v allocations", i, n)
		}
	}
}

func BenchmarkQuantile(b *testing.B) {
	for _, form := range []Form{Uniform, Triangular, PERT, Normal, LogNormal} {
		b.Run(string(form), func(b *testing.B) {
			bounded := within(b, Distribution{Form: form, Low: 1, High: 9, Mode: 3}, everywhere, false)
			for i := range b.N {
				bounded.Quantile((float64(i%1024) + 0.5) / 1024)
			}
		})
	}
}
