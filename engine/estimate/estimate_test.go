package estimate

import (
	"math"
	"testing"

	"gonum.org/v1/gonum/stat/distuv"

	"rackonomics/engine/random"
)

func TestStudentQuantiles(t *testing.T) {
	for i, got := range student95 {
		want := distuv.StudentsT{Mu: 0, Sigma: 1, Nu: float64(i + 1)}.Quantile(0.95)
		if math.Abs(got-want) > 1e-6 {
			t.Errorf("%d degrees of freedom: %v, gonum has %v", i+1, got, want)
		}
	}
}

// The error of a mean of figures is the textbook's: of 1, 2, 3 the standard
// deviation is 1, its error 1/√3, and Student's t with 2 degrees of freedom 2.92.
func TestErrorOfFigures(t *testing.T) {
	absent := math.NaN()
	for name, test := range map[string]struct {
		figures []float64
		want    float64
	}{
		"three":                   {[]float64{1, 2, 3}, 2.919986 / math.Sqrt(3)},
		"two, one of them absent": {[]float64{1, absent}, absent},
		"absent ones between":     {[]float64{absent, 1, math.Inf(1), 2, absent, 3}, 2.919986 / math.Sqrt(3)},
		"alike":                   {[]float64{7, 7, 7}, 0},
		"none":                    {nil, absent},
		"beyond float64":          {[]float64{1e300, -1e300}, absent},
	} {
		got := errorOf(func(r int) float64 {
			if r < len(test.figures) {
				return test.figures[r]
			}
			return absent
		})
		if math.Abs(got-test.want) > 1e-12 || (got != got) != (test.want != test.want) {
			t.Errorf("%s: %v, want %v", name, got, test.want)
		}
	}
}

// normals returns a block of normal numbers.
func normals(seed uint64, block int, mean, deviation float64) []float64 {
	lanes := make([]float64, 128)
	random.NewStream(seed, "test").Normals(uint32(block), 0, lanes)
	for i := range lanes {
		lanes[i] = mean + float64(deviation*lanes[i])
	}
	return lanes
}

// The 90 % bands of 200 studies hold the truth in about 90 % of them: from 167 to
// 193 of them would by chance in 997 of 1,000 tests like this.
func TestBandsHoldTheTruth(t *testing.T) {
	const seeds, blocks = 200, 48
	for _, exact := range []int{1 << 10, 16} {
		held := map[string]int{}
		for seed := range uint64(seeds) {
			tally, _ := New(Shape{Outputs: 1, Exact: exact})
			for block := range blocks {
				if err := tally.Add(block, [][]float64{normals(seed, block, 10, 2)}); err != nil {
					t.Fatal(err)
				}
			}
			o := tally.Output(0)
			for _, figure := range []struct {
				name  string
				truth float64
				Estimate
			}{
				{"mean", 10, o.Mean()},
				{"deviation", 2, o.Deviation()},
				{"median", 10, o.Quantile(0.5)},
				{"quantile", 10 + 2*1.6448536269514722, o.Quantile(0.95)},
				{"above", 0.15865525393145707, o.ChanceAtOrAbove(12)},
				{"below", 0.022750131948179195, o.ChanceAtOrBelow(6)},
			} {
				if math.Abs(figure.Value-figure.truth) <= figure.Error {
					held[figure.name]++
				}
			}
		}
		for name, n := range held {
			// In buckets the band of a quantile or a chance is wider, by what they may be off.
			most := 193
			if exact == 16 && name != "mean" && name != "deviation" {
				most = 200
			}
			if n < 167 || n > most {
				t.Errorf("with %d values exact the band of %s holds the truth in %d of %d studies", exact, name, n, seeds)
			}
		}
		t.Log(exact, held)
	}
}
