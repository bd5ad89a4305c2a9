package distribution

import (
	"encoding/binary"
	"hash/fnv"
	"math"
	"math/rand/v2"
	"strings"
	"testing"

	"gonum.org/v1/gonum/mat"
	"gonum.org/v1/gonum/stat"
	"pgregory.net/rapid"

	"rackonomics/engine/elementary"
)

func correlate(t testing.TB, pairs []Pair, n int) *Correlation {
	t.Helper()
	c, err := Correlate(pairs, n)
	if err != nil {
		t.Fatal(err)
	}
	return &c
}

// draw returns the uniforms of n inputs in so many cases, an input a slice.
func draw(c *Correlation, n, cases int) [][]float64 {
	random := rand.New(rand.NewPCG(3, 4))
	drawn, u, scratch := make([][]float64, n), make([]float64, n), make([]float64, n)
	for range cases {
		for i := range u {
			u[i] = (float64(random.Uint64()>>12) + 0.5) * 0x1p-52
		}
		c.Apply(u, scratch)
		for i := range u {
			drawn[i] = append(drawn[i], u[i])
		}
	}
	return drawn
}

// Normal scores have the stated correlations, ranks those that follow from them, and
// each input stays uniform.
func TestStatedCorrelationsAreReproduced(t *testing.T) {
	const n, cases = 7, 200_000
	pairs := []Pair{{0, 4, 0.7}, {4, 2, -0.5}, {6, 5, 0.95}}
	c := correlate(t, pairs, n)
	if c.Mended || c.Largest != 0 {
		t.Errorf("mended by %v", c.Largest)
	}
	want := map[[2]int]float64{{0, 4}: 0.7, {2, 4}: -0.5, {5, 6}: 0.95}
	drawn := draw(c, n, cases)
	for a := range n {
		if mean, variance := stat.MeanVariance(drawn[a], nil); math.Abs(mean-0.5) > 4/math.Sqrt(12*cases) || math.Abs(variance-1./12) > 1e-3 {
			t.Errorf("input %d has mean %v and variance %v", a, mean, variance)
		}
		for b := range a {
			r := want[[2]int{b, a}]
			if c.Coefficient(a, b) != r || c.Coefficient(b, a) != r {
				t.Errorf("inputs %d and %d: coefficient %v, want %v", b, a, c.Coefficient(a, b), r)
			}
			if got := stat.Correlation(scores(drawn[a]), scores(drawn[b]), nil); math.Abs(got-r) > 4/math.Sqrt(cases) {
				t.Errorf("normal scores of %d and %d: %v, want %v", b, a, got, r)
			}
			if got, rank := stat.Correlation(drawn[a], drawn[b], nil), 6/math.Pi*math.Asin(r/2); math.Abs(got-rank) > 4/math.Sqrt(cases) {
				t.Errorf("ranks of %d and %d: %v, want %v", b, a, got, rank)
			}
		}
	}
	for i, alone := range map[int][]float64{0: drawn[0], 1: drawn[1], 2: drawn[2], 3: drawn[3], 5: drawn[5]} {
		for k, u := range draw(correlate(t, nil, n), n, 100)[i] {
			if alone[k] != u {
				t.Fatalf("input %d, which goes with none before it, was %v and is %v", i, u, alone[k])
			}
		}
	}
}

func scores(u []float64) []float64 {
	normal := make([]float64, len(u))
	for i, p := range u {
		normal[i] = elementary.NormalQuantile(p)
	}
	return normal
}

// The examples of N. J. Higham's "The nearest correlation matrix" (2013), the first
// from his paper of 2002, to the digits printed in the tests of M. Croucher's
// nearest_correlation and in NAG's documentation of G02AAF.
func TestNearestCorrelationOfHigham(t *testing.T) {
	for name, test := range map[string]struct{ matrix, want square }{
		"three": {
			square{{1, 1, 0}, {1, 1, 1}, {0, 1, 1}},
			square{{1, 0.76068985, 0.15729811}, {0.76068985, 1, 0.76068985}, {0.15729811, 0.76068985, 1}},
		},
		"tridiagonal": {
			square{{2, -1, 0, 0}, {-1, 2, -1, 0}, {0, -1, 2, -1}, {0, 0, -1, 2}},
			square{
				{1, -0.8084125, 0.1915875, 0.10677505},
				{-0.8084125, 1, -0.65623269, 0.1915875},
				{0.1915875, -0.65623269, 1, -0.8084125},
				{0.10677505, 0.1915875, -0.8084125, 1},
			},
		},
	} {
		got := nearestCorrelation(test.matrix)
		if d := largestDifference(got, test.want); d > 6e-9 {
			t.Errorf("%s: %v, want %v", name, got, test.want)
		}
		if !semidefinite(got) {
			t.Errorf("%s: %v is not semidefinite", name, got)
		}
	}
}

// Three inputs that each go strongly against the others cannot be: with equal
// coefficients of -0.9 the nearest are -1/2, by symmetry and since 1+2r is the least
// eigenvalue. A pair beside them stays as it is.
func TestContradictionIsMended(t *testing.T) {
	c := correlate(t, []Pair{{0, 1, -0.9}, {1, 3, -0.9}, {3, 0, -0.9}, {2, 4, 0.3}}, 5)
	if !c.Mended || math.Abs(c.Largest-0.4) > 1e-10 {
		t.Errorf("mended %v by %v, want by 0.4", c.Mended, c.Largest)
	}
	for _, pair := range [][2]int{{0, 1}, {1, 3}, {0, 3}} {
		if got := c.Coefficient(pair[0], pair[1]); math.Abs(got+0.5) > 1e-10 {
			t.Errorf("coefficient %v of %v, want -0.5", got, pair)
		}
	}
	if c.Coefficient(2, 4) != 0.3 || c.Coefficient(0, 2) != 0 || c.Coefficient(2, 2) != 1 {
		t.Errorf("coefficients %v, %v, %v", c.Coefficient(2, 4), c.Coefficient(0, 2), c.Coefficient(2, 2))
	}
	for _, u := range draw(c, 5, 1000) {
		for _, x := range u {
			if !(x > 0 && x < 1) {
				t.Fatalf("drew %v", x)
			}
		}
	}
}

// A chain of strong correlations whose ends have none contradicts itself as well,
// and then correlations that nobody stated change.
func TestUnstatedCorrelationsAreMended(t *testing.T) {
	c := correlate(t, []Pair{{0, 1, 0.9}, {1, 2, 0.9}}, 3)
	if !c.Mended || c.Coefficient(0, 2) <= 0.1 || c.Largest < c.Coefficient(0, 2) {
		t.Errorf("mended %v by %v, ends have %v", c.Mended, c.Largest, c.Coefficient(0, 2))
	}
}

// Correlations of whatever data can be, and are used bit by bit, also where an
// input follows from others; the factor gives the matrix back.
func TestValidCorrelationsAreUntouched(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(2, 8).Draw(t, "inputs")
		data := mat.NewDense(n+rapid.IntRange(-1, 3).Draw(t, "more"), n, nil)
		rows, _ := data.Dims()
		for i := range rows {
			for j := range n {
				data.Set(i, j, float64(rapid.IntRange(-1000, 1000).Draw(t, "entry")))
			}
		}
		var gram mat.Dense
		gram.Mul(data.T(), data)
		var pairs []Pair
		for i := range n {
			for j := range i {
				r := gram.At(i, j) / math.Sqrt(gram.At(i, i)*gram.At(j, j))
				if !(math.Abs(r) < 1) {
					t.Skip("an input is another's multiple")
				}
				pairs = append(pairs, Pair{i, j, r})
			}
		}
		c, err := Correlate(pairs, n)
		if err != nil || c.Mended || c.Largest != 0 {
			t.Fatalf("%v, mended %v by %v", err, c.Mended, c.Largest)
		}
		for _, pair := range pairs {
			if c.Coefficient(pair.A, pair.B) != pair.R {
				t.Fatalf("%v became %v", pair, c.Coefficient(pair.A, pair.B))
			}
		}
		for _, g := range c.groups {
			for i := range g.inputs {
				if got := dot(g.factor[i], g.factor[i]); math.Abs(got-1) > 1e-12 {
					t.Fatalf("draws of an input have variance %v", got)
				}
				for j := range i {
					if got := dot(g.factor[i], g.factor[j]); math.Abs(got-g.matrix[i][j]) > 2e-12 {
						t.Fatalf("the factor gives %v back as %v", g.matrix[i][j], got)
					}
				}
			}
		}
	})
}

// Whatever is stated, what is used can be, no matrix of our attempts is nearer, and
// Largest is the largest difference.
func TestMendedIsValidAndNear(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(2, 7).Draw(t, "inputs")
		stated := newSquare(n)
		var pairs []Pair
		for i := range n {
			stated[i][i] = 1
			for j := range i {
				r := rapid.Float64Range(-0.999, 0.999).Draw(t, "r")
				pairs = append(pairs, Pair{i, j, r})
				stated[i][j], stated[j][i] = r, r
			}
		}
		c, err := Correlate(pairs, n)
		if err != nil {
			t.Fatal(err)
		}
		used := newSquare(n)
		for i := range n {
			for j := range n {
				used[i][j] = c.Coefficient(i, j)
			}
		}
		if !semidefinite(used) || largestDifference(used, stated) != c.Largest || c.Mended != (c.Largest > 0) {
			t.Fatalf("%v becomes %v, mended %v by %v", stated, used, c.Mended, c.Largest)
		}
		// The nearest point of a convex set sees every other at a right angle or more.
		other := withOnes(nearestSemidefinite(stated))
		angle := 0.0
		for i := range n {
			for j := range n {
				angle += (stated[i][j] - used[i][j]) * (other[i][j] - used[i][j])
			}
		}
		if angle > 1e-7 {
			t.Fatalf("%v is nearer to %v than %v: %v", other, stated, used, angle)
		}
	})
}

// The eigenvalues are those of gonum, and the vectors put the matrix together again.
func TestEigenvaluesAreThoseOfGonum(t *testing.T) {
	random := rand.New(rand.NewPCG(5, 6))
	for _, n := range []int{1, 2, 5, 20} {
		matrix, dense := newSquare(n), mat.NewSymDense(n, nil)
		for i := range n {
			for j := range i + 1 {
				matrix[i][j] = 2*random.Float64() - 1
				matrix[j][i] = matrix[i][j]
				dense.SetSym(i, j, matrix[i][j])
			}
		}
		values, vectors := eigen(matrix)
		var reference mat.EigenSym
		if !reference.Factorize(dense, false) {
			t.Fatal("gonum finds no eigenvalues")
		}
		for _, want := range reference.Values(nil) {
			nearest := math.Inf(1)
			for _, value := range values {
				nearest = min(nearest, math.Abs(value-want))
			}
			if nearest > 1e-12 {
				t.Errorf("eigenvalue %v of %d is missed by %v", want, n, nearest)
			}
		}
		for i := range n {
			for j := range n {
				sum := 0.0
				for k, value := range values {
					sum += value * vectors[i][k] * vectors[j][k]
				}
				if math.Abs(sum-matrix[i][j]) > 1e-12 {
					t.Errorf("entry %d, %d of %d is %v and comes back as %v", i, j, n, matrix[i][j], sum)
				}
			}
		}
	}
}

func TestWrongCorrelations(t *testing.T) {
	var all []Pair
	for i := range mostCorrelated {
		all = append(all, Pair{i, i + 1, 0.1})
	}
	for name, test := range map[string]struct {
		pairs []Pair
		want  string
	}{
		"of one":          {[]Pair{{0, 1, 0.5}, {2, 1, 1}}, "correlation 2 must lie between -1 and 1 and is 1"},
		"of minus one":    {[]Pair{{0, 1, -1}}, "is -1"},
		"no number":       {[]Pair{{0, 1, math.NaN()}}, "NaN"},
		"with itself":     {[]Pair{{1, 1, 0.5}}, "with itself"},
		"of no input":     {[]Pair{{1, 60, 0.5}}, "of inputs 1 and 60, of 60"},
		"below the first": {[]Pair{{1, -1, 0.5}}, "-1"},
		"twice":           {[]Pair{{1, 2, 0.5}, {2, 1, 0.4}}, "correlation 2 is stated a second time"},
		"too many":        {all, "51 inputs"},
	} {
		if _, err := Correlate(test.pairs, 60); err == nil || !strings.Contains(err.Error(), test.want) {
			t.Errorf("%s: %v, want an error with %q", name, err, test.want)
		}
	}
}

// The hash was found on amd64 and must come out alike on every processor.
func TestCorrelatedSameBitsEverywhere(t *testing.T) {
	h := fnv.New64a()
	c := correlate(t, []Pair{{0, 1, -0.9}, {1, 3, -0.8}, {3, 0, -0.7}, {2, 4, 0.3}, {5, 1, 0.6}}, 6)
	for _, input := range draw(c, 6, 2000) {
		for _, u := range input {
			h.Write(binary.LittleEndian.AppendUint64(nil, math.Float64bits(u)))
		}
	}
	if got, want := h.Sum64(), uint64(0x827045dade6a23c4); got != want {
		t.Errorf("hash %#x, want %#x", got, want)
	}
}

func TestCorrelatingAllocatesNothing(t *testing.T) {
	c := correlate(t, []Pair{{0, 1, -0.9}, {1, 2, 0.3}}, 4)
	u, scratch := []float64{0.1, 0.2, 0.3, 0.4}, make([]float64, 4)
	if n := testing.AllocsPerRun(100, func() { c.Apply(u, scratch) }); n != 0 {
		t.Errorf("%v allocations", n)
	}
}

func BenchmarkApply(b *testing.B) {
	c := correlate(b, []Pair{{0, 1, 0.5}, {1, 2, 0.3}, {3, 4, 0.3}}, 20)
	u, scratch := make([]float64, 20), make([]float64, 20)
	for range b.N {
		for i := range u {
			u[i] = 0.3
		}
		c.Apply(u, scratch)
	}
}

func BenchmarkMending(b *testing.B) {
	random := rand.New(rand.NewPCG(7, 8))
	for _, n := range []int{5, 20, mostCorrelated} {
		var pairs []Pair
		for i := range n {
			for j := range i {
				pairs = append(pairs, Pair{i, j, 1.8*random.Float64() - 0.9})
			}
		}
		b.Run(string(rune('0'+n/10))+string(rune('0'+n%10)), func(b *testing.B) {
			for range b.N {
				correlate(b, pairs, n)
			}
		})
	}
}
