package estimate

import (
	"math"
	"slices"
	"testing"

	"pgregory.net/rapid"
)

// Type 7, as R's quantile() has it by default.
func TestQuantile(t *testing.T) {
	for _, test := range []struct {
		values  []float64
		p, want float64
	}{
		{[]float64{10, 1, 3, 2, 4}, 0.9, 7.6},
		{[]float64{10, 1, 3, 2, 4}, 0.5, 3},
		{[]float64{10, 1, 3, 2, 4}, 0, 1},
		{[]float64{10, 1, 3, 2, 4}, 1, 10},
		{[]float64{1, 2, 3, 4}, 0.25, 1.75},
		{[]float64{5}, 0.3, 5},
		{[]float64{math.NaN(), 5, math.Inf(1)}, 0.3, 5},
		{nil, 0.5, math.NaN()},
		{[]float64{1, 2}, 1.5, math.NaN()},
		{[]float64{1, 2}, math.NaN(), math.NaN()},
	} {
		for _, exact := range []int{100, 0} {
			s := &Sketch{exact: exact}
			s.Add(test.values)
			got, _ := s.Quantile(test.p)
			if math.Abs(got-test.want) > 1e-14 || (got != got) != (test.want != test.want) {
				t.Errorf("quantile %v of %v, %d exact: %v, want %v", test.p, test.values, exact, got, test.want)
			}
		}
	}
}

func TestShares(t *testing.T) {
	values := []float64{-3, 0, math.Copysign(0, -1), 5, 5, 700, math.NaN(), math.Inf(-1)}
	for _, test := range []struct{ x, above, below float64 }{
		{-4, 6, 0}, {-3, 6, 1}, {-1, 5, 1}, {0, 5, 3}, {5, 3, 5}, {5.5, 1, 5}, {700, 1, 6}, {701, 0, 6},
	} {
		for _, exact := range []int{6, 5} {
			s := &Sketch{exact: exact}
			s.Add(values)
			above, off := s.AtOrAbove(test.x)
			below, _ := s.AtOrBelow(test.x)
			if above != test.above/8 || below != test.below/8 || off != 0 {
				t.Errorf("%d exact, at %v: %v above, %v below, off by %v; want %v, %v of 8", exact, test.x, above, below, off, test.above, test.below)
			}
		}
	}
	if share, off := new(Sketch).AtOrAbove(1); share == share || off == off {
		t.Errorf("share %v ± %v of nothing", share, off)
	}
}

// Whole numbers up to 1024 each have a bucket, as has a value far from others.
func TestBucketsKeepWhatLiesApart(t *testing.T) {
	s := new(Sketch)
	for i := range 3000 {
		s.Add([]float64{float64(i % 1025)})
	}
	for _, p := range []float64{0, 0.1, 0.5, 0.77, 1} {
		exact := &Sketch{exact: 3000}
		for i := range 3000 {
			exact.Add([]float64{float64(i % 1025)})
		}
		got, off := s.Quantile(p)
		if want, _ := exact.Quantile(p); got != want || off != 0 {
			t.Errorf("quantile %v: %v, off by %v; want %v", p, got, off, want)
		}
	}
}

// Of four values in the bucket at 100 the least and the largest are known; the other
// two may lie anywhere between.
func TestInsideABucket(t *testing.T) {
	s := new(Sketch)
	s.Add([]float64{100, 100.02, 300, 100.04, 100.1})
	near := func(got, want float64) bool { return math.Abs(got-want) < 1e-12 }
	for rank, want := range map[float64][2]float64{0: {100, 0}, 1: {100.05, 0.05}, 2: {100.05, 0.05}, 2.5: {100.075, 0.05}, 3: {100.1, 0}, 4: {300, 0}} {
		if got, off := s.Quantile(rank / 4); !near(got, want[0]) || !near(off, want[1]) {
			t.Errorf("rank %v: %v ± %v, want %v", rank, got, off, want)
		}
	}
	for x, want := range map[float64][2]float64{100: {1, 0}, 100.025: {0.7, 0.3}, 100.05: {0.6, 0.2}, 100.1: {0.4, 0.4}, 100.2: {0.2, 0}} {
		if got, off := s.AtOrAbove(x); !near(got, want[0]) || !near(off, want[1]) {
			t.Errorf("at or above %v: %v ± %v, want %v", x, got, off, want)
		}
	}
}

// number draws numbers of all sizes, often alike and often close.
func number() *rapid.Generator[float64] {
	return rapid.OneOf(
		rapid.Float64(),
		rapid.SampledFrom([]float64{0, math.Copysign(0, -1), math.NaN(), math.Inf(1), 1, -1, 0x1p-1074, 1e308}),
		rapid.Float64Range(99, 101), rapid.Float64Range(100, 100.12),
		rapid.Map(rapid.IntRange(-30, 30), func(i int) float64 { return float64(i) }),
	)
}

func TestSketchIsOfTheValuesAlone(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		exact := rapid.IntRange(0, 40).Draw(t, "exact")
		values := rapid.SliceOfN(number(), 0, 400).Draw(t, "values")
		whole := &Sketch{exact: exact}
		whole.Add(values)

		shuffled := rapid.Permutation(values).Draw(t, "shuffled")
		parts := []*Sketch{&Sketch{exact: exact}, &Sketch{exact: exact}, &Sketch{exact: exact}}
		for len(shuffled) > 0 {
			n := rapid.IntRange(1, len(shuffled)).Draw(t, "some")
			parts[rapid.IntRange(0, 2).Draw(t, "part")].Add(shuffled[:n])
			shuffled = shuffled[n:]
		}
		for _, i := range rapid.Permutation([]int{1, 2}).Draw(t, "order") {
			parts[0].Merge(parts[i])
		}
		if !slices.Equal(parts[0].appendTo(nil), whole.appendTo(nil)) ||
			parts[0].count != whole.count || parts[0].absent != whole.absent {
			t.Fatalf("%v otherwise than %v", parts[0], whole)
		}
	})
}

// Whatever is told from buckets is as far off as is said, at most, and a quantile no
// further than the resolution.
func TestSketchIsWithinItsError(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		values := rapid.SliceOfN(number(), 1, 600).Draw(t, "values")
		p := rapid.Float64Range(0, 1).Draw(t, "p")
		x := number().Draw(t, "x")
		exact, coarse := &Sketch{exact: 1000}, new(Sketch)
		exact.Add(values)
		coarse.Add(values)
		if exact.count == 0 || x != x {
			return
		}
		rank := p * float64(exact.count-1)
		nearest := max(math.Abs(exact.values[int(rank)]), math.Abs(exact.values[int(math.Ceil(rank))]))
		want, _ := exact.Quantile(p)
		got, off := coarse.Quantile(p)
		if (got-want)*0 == 0 && math.Abs(got-want) > off+1e-15*nearest || off > Resolution*nearest+0x1p-1032 {
			t.Fatalf("quantile %v: %v ± %v, exactly %v", p, got, off, want)
		}
		for name, share := range map[string]func(*Sketch, float64) (float64, float64){"above": (*Sketch).AtOrAbove, "below": (*Sketch).AtOrBelow} {
			want, _ := share(exact, x)
			got, off := share(coarse, x)
			if math.Abs(got-want) > off+1e-12 {
				t.Fatalf("%s %v: %v ± %v, exactly %v", name, x, got, off, want)
			}
		}
	})
}
