package estimate

import (
	"math"
	"slices"
	"strings"
	"testing"

	"gonum.org/v1/gonum/stat"
	"pgregory.net/rapid"

	"rackonomics/engine/random"
)

const sampleLanes = 128

// sampled draws the inputs of blocks, each from a stream of its own.
func sampled(seed uint64, blocks, inputs int, draw func(s random.Stream, block, month uint32, dst []float64)) [][]float64 {
	rows := make([][]float64, inputs)
	for i := range rows {
		rows[i] = make([]float64, blocks*sampleLanes)
		for block := range blocks {
			draw(random.NewStream(seed, "given"), uint32(block), uint32(i), rows[i][block*sampleLanes:][:sampleLanes])
		}
	}
	return rows
}

func sampleOf(input, output []float64, lanes int) (*Sample, error) {
	inputs, err := NewInputs([][]float64{input}, lanes)
	if err != nil {
		return nil, err
	}
	return inputs.Sample(output)
}

func TestFirstOrderOfPlainLanes(t *testing.T) {
	const seeds, blocks = 50, 64
	for _, test := range []struct {
		function
		beyond float64 // what bins cost, beside the error of sampling
	}{
		{ishigami(), 0.01}, {sobolG(0, 0.5, 3, 9, 99, 99), 0.01},
	} {
		held, checked := 0, 0
		for seed := range uint64(seeds) {
			inputs := sampled(seed, blocks, len(test.first), random.Stream.Uniforms)
			output, u := make([]float64, blocks*sampleLanes), make([]float64, len(inputs))
			for lane := range output {
				for i := range u {
					u[i] = inputs[i][lane]
				}
				output[lane] = test.of(u)
			}
			for i, input := range inputs {
				s, err := sampleOf(input, output, sampleLanes)
				if err != nil {
					t.Fatal(err)
				}
				e := s.FirstOrder(0)
				if math.Abs(e.Value-test.first[i]) <= e.Error {
					held++
				}
				if math.Abs(e.Value-test.first[i]) > 3*e.Error+test.beyond {
					t.Errorf("%s, seed %d: input %d has %v, and %v is known", test.name, seed, i+1, e, test.first[i])
				}
				checked++
			}
		}
		t.Logf("%s: %d of %d", test.name, held, checked)
		if held < checked*80/100 {
			t.Errorf("%s: the bands hold the known indices in %d of %d cases", test.name, held, checked)
		}
	}
}

// Of x and y normal with correlation r, x explains (1+r)/2 of the variance of x+y: the
// square of their correlation. A design of independent inputs could not tell that. The
// rank correlation of two normal numbers is 6/π asin(c/2) (K. Pearson, 1907).
func TestCorrelatedInputs(t *testing.T) {
	for _, r := range []float64{-0.5, 0, 0.8} {
		z := sampled(7, 200, 2, random.Stream.Normals)
		sum := make([]float64, len(z[0]))
		for lane, x := range z[0] {
			sum[lane] = x + r*x + math.Sqrt(1-r*r)*z[1][lane]
		}
		s, err := sampleOf(z[0], sum, sampleLanes)
		if err != nil {
			t.Fatal(err)
		}
		c := math.Sqrt((1 + r) / 2)
		if e := s.FirstOrder(0); math.Abs(e.Value-c*c) > 2*e.Error+0.002 || !(e.Error < 0.02) {
			t.Errorf("correlation %v: first-order index %v, want %v", r, e, c*c)
		}
		if e := s.RankCorrelation(0); math.Abs(e.Value-6/math.Pi*math.Asin(c/2)) > 2*e.Error || !(e.Error < 0.02) {
			t.Errorf("correlation %v: rank correlation %v, want %v", r, e, 6/math.Pi*math.Asin(c/2))
		}
	}
}

// An input of few values, such as a choice, has a bin for each.
func TestFirstOrderOfAChoice(t *testing.T) {
	u := sampled(9, 100, 2, random.Stream.Uniforms)
	output := make([]float64, len(u[0]))
	for lane := range output {
		u[0][lane] = math.Floor(3 * u[0][lane])
		output[lane] = 3*u[0][lane] + 6*u[1][lane]
	}
	s, _ := sampleOf(u[0], output, sampleLanes)
	// 9 · 2/3 is from the choice, 36/12 from the other.
	if e := s.FirstOrder(0); math.Abs(e.Value-6.0/9) > 2*e.Error {
		t.Errorf("%v, want %v", e, 6.0/9)
	}
}

func TestNoEffectAndNoVariation(t *testing.T) {
	z := sampled(5, 64, 2, random.Stream.Normals)
	s, _ := sampleOf(z[0], z[1], sampleLanes)
	if e := s.FirstOrder(0); math.Abs(e.Value) > 2*e.Error {
		t.Errorf("an input without effect: %v", e)
	}
	still := make([]float64, len(z[0]))
	s, _ = sampleOf(z[0], still, sampleLanes)
	if e := s.FirstOrder(0); e.Value == e.Value || s.RankCorrelation(0).Value == s.RankCorrelation(0).Value {
		t.Errorf("an output that does not vary: %v", e)
	}
	s, _ = sampleOf(still, z[1], sampleLanes)
	if e := s.FirstOrder(0); e.Value != 0 || e.Error != 0 {
		t.Errorf("an input that does not vary: %v", e)
	}
}

// Spearman's own correlation of IQ and hours of television, as Wikipedia works it
// out: -29/165. With ties, gonum's correlation of mean ranks.
func TestRankCorrelation(t *testing.T) {
	absent := math.NaN()
	for name, test := range map[string]struct {
		input, output []float64
		want          float64
	}{
		"worked out": {[]float64{106, 100, 86, 101, 99, 103, 97, 113, 112, 110}, []float64{7, 27, 2, 50, 28, 29, 20, 12, 6, 17}, -29.0 / 165},
		"rising":     {[]float64{1, 2, 3}, []float64{1, 10, 1000}, 1},
		"absent":     {[]float64{1, 2, 9, 3}, []float64{1, 10, absent, 1000}, 1},
		"falling":    {[]float64{1, 2, 3}, []float64{9, 8, -7}, -1},
		"ties":       {[]float64{1, 2, 2, 3}, []float64{1, 2, 3, 4}, stat.Correlation([]float64{1, 2.5, 2.5, 4}, []float64{1, 2, 3, 4}, nil)},
		"one":        {[]float64{1}, []float64{1}, absent},
		"none":       {nil, nil, absent},
	} {
		s, err := sampleOf(test.input, test.output, 4)
		if err != nil {
			t.Fatal(err)
		}
		if got := s.RankCorrelation(0).Value; math.Abs(got-test.want) > 1e-15 || (got != got) != (test.want != test.want) {
			t.Errorf("%s: %v, want %v", name, got, test.want)
		}
	}
	s, _ := sampleOf([]float64{1, 2, 3}, []float64{1, absent, absent}, 2)
	if lanes := len(s.values[0]); lanes != 1 {
		t.Errorf("%d lanes", lanes)
	}
}

// Of ten lanes the tenths are one each, of which no error is told; of equal inputs the
// first lanes come first.
func TestEnds(t *testing.T) {
	input, output := []float64{3, 1, 1, 1, 2, 9, 5, 5, 5, 9, 0}, []float64{0, 7, 8, 9, 0, 30, 0, 0, 0, 40, math.NaN()}
	s, _ := sampleOf(input, output, 4)
	if low, high := s.Ends(0, 0.1); low.Value != 7 || high.Value != 40 || low.Error == low.Error {
		t.Errorf("the means at the ends are %v and %v, want 7 and 40", low, high)
	}
	low, high := s.Ends(0, 0.2)
	if want := normal95 * 0.5; low.Value != 7.5 || high.Value != 35 || math.Abs(low.Error-want) > 1e-15 || math.Abs(high.Error-10*want) > 1e-14 {
		t.Errorf("the means at the ends are %v and %v, want 7.5 ± %v and 35 ± %v", low, high, want, 10*want)
	}
}

func ranksOf(values []float64) []float64 {
	list := make([]float64, len(values))
	ranks(values, new(sorter).order(values), list)
	return list
}

func TestRanks(t *testing.T) {
	some := []float64{5, 1, 5, 5, 0}
	if got, want := ranksOf(some), []float64{4, 2, 4, 4, 1}; !slices.Equal(got, want) {
		t.Errorf("ranks %v, want %v", got, want)
	}
	rapid.Check(t, func(t *rapid.T) {
		values := rapid.SliceOf(rapid.Map(rapid.IntRange(0, 9), func(i int) float64 { return float64(i) })).Draw(t, "values")
		for i, rank := range ranksOf(values) {
			below, alike := 0, 0
			for _, x := range values {
				if x < values[i] {
					below++
				} else if x == values[i] {
					alike++
				}
			}
			if want := float64(below) + float64(alike+1)/2; rank != want {
				t.Fatalf("rank of %v among %v is %v, want %v", values[i], values, rank, want)
			}
		}
	})
}

func TestSampleRefuses(t *testing.T) {
	for name, test := range map[string]struct {
		input, output []float64
		lanes         int
		want          string
	}{
		"lengths":      {[]float64{1}, nil, 1, "the input has 1 values and the output 0"},
		"lanes":        {nil, nil, 0, "from 1 to 4096"},
		"absent input": {[]float64{1, math.NaN()}, []float64{1, 1}, 1, "NaN in lane 1"},
	} {
		if _, err := sampleOf(test.input, test.output, test.lanes); err == nil || !strings.Contains(err.Error(), test.want) {
			t.Errorf("%s: %v, want %q", name, err, test.want)
		}
	}
}
