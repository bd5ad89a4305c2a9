package random

import (
	"encoding/binary"
	"hash/fnv"
	"math"
	"math/bits"
	"slices"
	"strings"
	"testing"

	"gonum.org/v1/gonum/stat"
	"pgregory.net/rapid"
)

func newSobol(t testing.TB, seed uint64, replicate uint32, dimensions int) *Sobol {
	t.Helper()
	s, err := NewSobol(seed, replicate, dimensions)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// unscrambled returns a coordinate of a point of the sequence itself, times 2**32.
func (s *Sobol) unscrambled(index uint32, dimension int) uint32 {
	return bits.Reverse32(s.dimensions[dimension].point(index))
}

// points returns n points, a slice for each dimension.
func (s *Sobol) points(n int) [][]float64 {
	all := make([][]float64, s.Dimensions())
	for dimension := range all {
		all[dimension] = make([]float64, n)
		s.Points(0, dimension, all[dimension])
	}
	return all
}

// The first points that the program sobol.cc of Joe and Kuo prints for five
// dimensions. It goes by Gray code, point n being that of index n ^ n>>1.
func TestFirstSobolPoints(t *testing.T) {
	s := newSobol(t, 0, 0, 5)
	for n, want := range [][5]float64{
		{0, 0, 0, 0, 0},
		{0.5, 0.5, 0.5, 0.5, 0.5},
		{0.75, 0.25, 0.25, 0.25, 0.75},
		{0.25, 0.75, 0.75, 0.75, 0.25},
		{0.375, 0.375, 0.625, 0.875, 0.375},
		{0.875, 0.875, 0.125, 0.375, 0.875},
		{0.625, 0.125, 0.875, 0.625, 0.625},
		{0.125, 0.625, 0.375, 0.125, 0.125},
		{0.1875, 0.3125, 0.9375, 0.4375, 0.5625},
		{0.6875, 0.8125, 0.4375, 0.9375, 0.0625},
		{0.9375, 0.0625, 0.6875, 0.1875, 0.3125},
		{0.4375, 0.5625, 0.1875, 0.6875, 0.8125},
	} {
		for dimension, x := range want {
			if got := float64(s.unscrambled(uint32(n^n>>1), dimension)) * 0x1p-32; got != x {
				t.Errorf("point %d, dimension %d: %v, want %v", n, dimension, got, x)
			}
		}
	}
}

// The hash is of the 1,024 points in 100 dimensions that sobol.cc printed for the
// tests of Sobol.jl (test/results/exp_results_100), each as 32 bits.
func TestSobolPointsOfHundredDimensions(t *testing.T) {
	s := newSobol(t, 0, 0, 100)
	h := fnv.New64a()
	for n := range uint32(1024) {
		for dimension := range s.Dimensions() {
			h.Write(binary.LittleEndian.AppendUint32(nil, s.unscrambled(n^n>>1, dimension)))
		}
	}
	if got, want := h.Sum64(), uint64(0x2d1b8b7fa91a8125); got != want {
		t.Errorf("hash %#x, want %#x", got, want)
	}
}

// Every line has a polynomial of its own and odd first numbers below 2**i, in the
// order of degrees: what makes each dimension a (0,1)-sequence.
func TestEveryLineOfDirectionNumbers(t *testing.T) {
	lines := strings.Split(strings.TrimSuffix(joeKuo, "\n"), "\n")
	if len(lines) != MaxDimensions-1 {
		t.Fatalf("%d lines, want %d", len(lines), MaxDimensions-1)
	}
	seen := map[string]bool{}
	for _, line := range lines {
		fields := strings.Fields(line)
		if name := fields[0] + " " + fields[1]; seen[name] {
			t.Errorf("the polynomial %s is there twice", name)
		} else {
			seen[name] = true
		}
		for i, v := range directionNumbers(line) {
			if bits.TrailingZeros32(v) != 31-i {
				t.Errorf("%s: direction number %d is %#x", line, i, v)
			}
		}
	}
}

func TestDimensionsOfSobol(t *testing.T) {
	for _, dimensions := range []int{-1, 0, MaxDimensions + 1} {
		if _, err := NewSobol(1, 0, dimensions); err == nil || !strings.Contains(err.Error(), "1 to 160") {
			t.Errorf("%d dimensions: %v", dimensions, err)
		}
	}
	if few, many := newSobol(t, 7, 3, 5), newSobol(t, 7, 3, MaxDimensions); !slices.Equal(few.points(64)[4], many.points(64)[4]) {
		t.Error("more dimensions change the fifth")
	}
}

// A point is the same whether it is computed alone or with others, also where the
// index begins again.
func TestSobolPointDependsOnItsIndexOnly(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s, err := NewSobol(rapid.Uint64().Draw(t, "seed"), rapid.Uint32().Draw(t, "replicate"), 8)
		if err != nil {
			t.Fatal(err)
		}
		dimension := rapid.IntRange(0, 7).Draw(t, "dimension")
		first := rapid.OneOf(rapid.Uint32(), rapid.Just(uint32(math.MaxUint32-20))).Draw(t, "first")
		all := make([]float64, rapid.IntRange(1, 65).Draw(t, "points"))
		s.Points(first, dimension, all)
		alone := make([]float64, 1)
		for i, x := range all {
			if s.Points(first+uint32(i), dimension, alone); alone[0] != x {
				t.Fatalf("point %d is %v, alone %v", first+uint32(i), x, alone[0])
			}
			if !(x > 0 && x < 1) || 1-(1-x) != x {
				t.Fatalf("point %d is %v", first+uint32(i), x)
			}
		}
	})
}

// The first 2**m points have one in each interval of 2**-m, in every dimension
// and for every aligned run of 2**m points.
func TestScrambledPointsAreStratified(t *testing.T) {
	s := newSobol(t, 20261128, 1, MaxDimensions)
	for _, m := range []int{1, 4, 10} {
		n := 1 << m
		run := make([]float64, n)
		for dimension := range s.Dimensions() {
			s.Points(uint32(5*n), dimension, run)
			seen := make([]bool, n)
			for _, x := range run {
				seen[int(x*float64(n))] = true
			}
			if slices.Contains(seen, false) {
				t.Fatalf("dimension %d: %d points leave one of %d intervals empty", dimension, n, n)
			}
		}
	}
}

// Scrambling keeps how evenly points fill the rectangles of each two dimensions:
// an elementary rectangle holds as many of a net's points as it does unscrambled,
// counted over rectangles.
func TestScramblingKeepsNets(t *testing.T) {
	const m, dimensions = 8, 12
	s := newSobol(t, 99, 0, dimensions)
	scrambled := s.points(1 << m)
	for a := range dimensions {
		for b := range a {
			for split := range m + 1 {
				before, after := make([]int, 1<<m), make([]int, 1<<m)
				for i := range 1 << m {
					before[rectangle(float64(s.unscrambled(uint32(i), a))*0x1p-32, float64(s.unscrambled(uint32(i), b))*0x1p-32, split, m)]++
					after[rectangle(scrambled[a][i], scrambled[b][i], split, m)]++
				}
				slices.Sort(before)
				slices.Sort(after)
				if !slices.Equal(before, after) {
					t.Fatalf("dimensions %d and %d, split %d: rectangles hold %v, unscrambled %v", a, b, split, after, before)
				}
			}
		}
	}
}

// rectangle numbers the elementary rectangles of 2**-split by 2**-(m-split).
func rectangle(x, y float64, split, m int) int {
	return int(x*float64(int(1)<<split))<<(m-split) + int(y*float64(int(1)<<(m-split)))
}

// smooth is a function of five variables with mean 1.
func smooth(point func(dimension int) float64) float64 {
	product := 1.0
	for dimension := range 5 {
		product *= 1 + (math.Exp(point(dimension))-(math.E-1))/float64(dimension+2)
	}
	return product
}

// At 4,096 points the error of the mean of a smooth function of five variables is
// less than a five-hundredth of that of random points, and falls by more than ten
// from 512 points on, where random points' falls by 2.8. Both are root mean squares over
// 64 replicates.
func TestSobolIntegratesBetterThanRandom(t *testing.T) {
	const replicates = 64
	sobolError := func(n int) float64 {
		bias, sum := 0.0, 0.0
		for replicate := range uint32(replicates) {
			points := newSobol(t, 5, replicate, 5).points(n)
			mean := 0.0
			for i := range n {
				mean += smooth(func(d int) float64 { return points[d][i] }) / float64(n)
			}
			bias += (mean - 1) / replicates
			sum += (mean - 1) * (mean - 1)
		}
		if math.Abs(bias) > 4*math.Sqrt(sum)/replicates {
			t.Errorf("the mean over replicates of %d points is off by %v", n, bias)
		}
		return math.Sqrt(sum / replicates)
	}
	randomError := func(n int) float64 {
		sum := 0.0
		u := make([]float64, 5*n)
		for replicate := range uint32(replicates) {
			NewStream(5, "plain").Uniforms(replicate, 0, u)
			mean := 0.0
			for i := range n {
				mean += smooth(func(d int) float64 { return u[5*i+d] }) / float64(n)
			}
			sum += (mean - 1) * (mean - 1)
		}
		return math.Sqrt(sum / replicates)
	}
	few, many, plain := sobolError(512), sobolError(4096), randomError(4096)
	t.Logf("error at 512 points %.3g, at 4,096 %.3g; random at 4,096 %.3g, %.0f times as much", few, many, plain, plain/many)
	if plain < 500*many || few < 10*many {
		t.Errorf("error at 512 points %.3g, at 4,096 %.3g; random at 4,096 %.3g", few, many, plain)
	}
}

// Replicates are unbiased: one point of each, and pairs of dimensions, replicates
// and neighbours, are as independent uniforms are.
func TestReplicatesAreUnbiased(t *testing.T) {
	const n = 20_000
	coordinate := func(seed uint64, index uint32, dimension int) []float64 {
		values := make([]float64, n)
		for replicate := range values {
			newSobol(t, seed, uint32(replicate), dimension+1).Points(index, dimension, values[replicate:replicate+1])
		}
		return values
	}
	base := coordinate(1, 0, 0)
	for name, other := range map[string][]float64{
		"next dimension": coordinate(1, 0, 1),
		"another seed":   coordinate(2, 0, 0),
		"next replicate": append(slices.Clone(base[1:]), base[0]),
	} {
		if c := stat.Correlation(base, other, nil); math.Abs(c) > 4/math.Sqrt(n) {
			t.Errorf("correlation with %s: %v", name, c)
		}
		if d := kolmogorovSmirnov(slices.Clone(other)); d > 1.95 {
			t.Errorf("%s lies %v from uniform", name, d)
		}
	}
	// Point 3's upper half is the opposite of point 2's by the net; below it,
	// where in its quarter it lies is independent.
	second, third := coordinate(1, 2, 2), coordinate(1, 3, 2)
	for i := range second {
		if second[i] < 0.5 == (third[i] < 0.5) {
			t.Fatalf("points 2 and 3 are %v and %v", second[i], third[i])
		}
		second[i], third[i] = math.Mod(second[i], 0.25), math.Mod(third[i], 0.25)
	}
	if c := stat.Correlation(second, third, nil); math.Abs(c) > 4/math.Sqrt(n) {
		t.Errorf("correlation of points within their quarters: %v", c)
	}
}

// The hash was found on amd64 and must come out alike on every processor.
func TestSobolSameBitsEverywhere(t *testing.T) {
	h := fnv.New64a()
	var b [8]byte
	for _, coordinates := range newSobol(t, 20261128, 2, MaxDimensions).points(500) {
		for _, x := range coordinates {
			binary.LittleEndian.PutUint64(b[:], math.Float64bits(x))
			h.Write(b[:])
		}
	}
	if got, want := h.Sum64(), uint64(0xb2a4bc5f1af4089b); got != want {
		t.Errorf("hash %#x, want %#x", got, want)
	}
}

func TestSobolNoAllocation(t *testing.T) {
	s := newSobol(t, 1, 0, 3)
	dst := make([]float64, 128)
	if n := testing.AllocsPerRun(100, func() { s.Points(77, 2, dst) }); n != 0 {
		t.Errorf("%v allocations", n)
	}
}

func BenchmarkSobolPoints(b *testing.B) {
	dst := make([]float64, 128)
	s := newSobol(b, 1, 0, 3)
	b.SetBytes(int64(8 * len(dst)))
	for i := range b.N {
		s.Points(uint32(128*i), 2, dst)
	}
}

func BenchmarkNewSobol(b *testing.B) {
	for range b.N {
		newSobol(b, 1, 0, 20)
	}
}
