package estimate

import (
	"bytes"
	"fmt"
	"math"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"rackonomics/engine/random"
)

// function is one whose indices are known.
type function struct {
	name         string
	of           func(u []float64) float64 // of inputs uniform from 0 to 1
	first, total []float64
}

// ishigami is that of T. Ishigami and T. Homma, "An importance quantification
// technique in uncertainty analysis for computer models" (1990), with a 7 and b 0.1:
// sin x1 + a sin² x2 + b x3⁴ sin x1, the inputs uniform from -π to π.
func ishigami() function {
	const a, b = 7, 0.1
	pi4 := math.Pow(math.Pi, 4)
	v1, v2, v13 := math.Pow(1+b*pi4/5, 2)/2, a*a/8.0, b*b*pi4*pi4*8/225
	v := v1 + v2 + v13
	return function{
		"Ishigami",
		func(u []float64) float64 {
			x := func(i int) float64 { return math.Pi * (2*u[i] - 1) }
			return math.Sin(x(0)) + a*math.Pow(math.Sin(x(1)), 2) + b*math.Pow(x(2), 4)*math.Sin(x(0))
		},
		[]float64{v1 / v, v2 / v, 0},
		[]float64{(v1 + v13) / v, v2 / v, v13 / v},
	}
}

// sobolG is Sobol's g-function: the product of (|4u - 2| + a) / (1 + a).
func sobolG(a ...float64) function {
	f := function{name: fmt.Sprint("g", a), of: func(u []float64) float64 {
		product := 1.0
		for i := range a {
			product *= (math.Abs(4*u[i]-2) + a[i]) / (1 + a[i])
		}
		return product
	}}
	alone := func(i int) float64 { return 1 / (3 * (1 + a[i]) * (1 + a[i])) }
	all := 1.0
	for i := range a {
		all *= 1 + alone(i)
	}
	for i := range a {
		f.first = append(f.first, alone(i)/(all-1))
		f.total = append(f.total, alone(i)*all/(1+alone(i))/(all-1))
	}
	return f
}

// What the formulas above give is what is published: UQpy's documentation of Sobol
// indices, for Ishigami's function and for that of A. Saltelli, "Making best use of
// model evaluations to compute sensitivity indices" (2002), page 11.
func TestPublishedIndices(t *testing.T) {
	for _, test := range []struct {
		function
		first, total []float64
	}{
		{ishigami(), []float64{0.31390519, 0.44241114, 0}, []float64{0.55758886, 0.44241114, 0.24368366}},
		{
			sobolG(0, 0.5, 3, 9, 99, 99),
			[]float64{0.586781190, 0.260791640, 0.0366738244, 0.00586781190, 0.0000586781190, 0.0000586781190},
			[]float64{0.690085892, 0.356173364, 0.0563335422, 0.00917057664, 0.0000920083854, 0.0000920083854},
		},
	} {
		for i := range test.first {
			if math.Abs(test.function.first[i]-test.first[i]) > 1e-8 || math.Abs(test.function.total[i]-test.total[i]) > 1e-8 {
				t.Errorf("%s, input %d: %v, %v; published %v, %v", test.name, i+1, test.function.first[i], test.function.total[i], test.first[i], test.total[i])
			}
		}
	}
}

// add puts a block of the design for f into x.
func (f function) add(x *Indices, seed uint64, block int) error {
	const lanes = 128
	inputs := len(f.first)
	draws := func(sample string) [][]float64 {
		rows := make([][]float64, inputs)
		for i := range rows {
			rows[i] = make([]float64, lanes)
			random.NewStream(seed, sample).Uniforms(uint32(block), uint32(i), rows[i])
		}
		return rows
	}
	a, b := draws("A"), draws("B")
	evaluate := func(other int) []float64 {
		values, u := make([]float64, lanes), make([]float64, inputs)
		for lane := range values {
			for i := range u {
				u[i] = a[i][lane]
				if i == other || other == inputs {
					u[i] = b[i][lane]
				}
			}
			values[lane] = f.of(u)
		}
		return values
	}
	ab := make([][]float64, inputs)
	for i := range ab {
		ab[i] = evaluate(i)
	}
	return x.Add(block, evaluate(-1), evaluate(inputs), ab)
}

// The 90 % bands hold the known indices in about 90 % of 200 studies: from 167 to
// 193 of them would by chance in 997 of 1,000 tests like this. There are 18, so that
// somewhat more is allowed.
func TestIndicesAreWithinTheirError(t *testing.T) {
	seeds, blocks := 200, 32
	least, most := 163, 196
	if testing.Short() {
		seeds, least, most = 50, 36, 50
	}
	for _, f := range []function{ishigami(), sobolG(0, 0.5, 3, 9, 99, 99)} {
		held := make([][2]int, len(f.first))
		for seed := range seeds {
			x, _ := NewIndices(len(f.first))
			for block := range blocks {
				if err := f.add(x, uint64(seed), block); err != nil {
					t.Fatal(err)
				}
			}
			found := x.Found()
			for i := range f.first {
				for k, pair := range [2]struct {
					Estimate
					truth float64
				}{{found.First[i], f.first[i]}, {found.Total[i], f.total[i]}} {
					if math.Abs(pair.Value-pair.truth) <= pair.Error {
						held[i][k]++
					}
				}
			}
		}
		t.Log(f.name, held)
		for i := range held {
			for k, kind := range [2]string{"first-order", "total"} {
				if n := held[i][k]; n < least || n > most {
					t.Errorf("%s: the band of the %s index of input %d holds it in %d of %d studies", f.name, kind, i+1, n, seeds)
				}
			}
		}
	}
}

// An output far from zero loses no digits: f(B) is taken from its mean.
func TestIndicesFarFromZero(t *testing.T) {
	near := ishigami()
	far := near
	far.of = func(u []float64) float64 { return 1e6 + near.of(u) }
	a, _ := NewIndices(3)
	b, _ := NewIndices(3)
	for block := range 32 {
		_ = near.add(a, 1, block)
		_ = far.add(b, 1, block)
	}
	for i := range 3 {
		for _, pair := range [][2]Estimate{{a.Found().First[i], b.Found().First[i]}, {a.Found().Total[i], b.Found().Total[i]}} {
			if math.Abs(pair[0].Value-pair[1].Value) > 1e-8 || math.Abs(pair[0].Error-pair[1].Error) > 1e-8 {
				t.Errorf("input %d: %v near zero, %v far from it", i+1, pair[0], pair[1])
			}
		}
	}
}

// Two lanes by hand: f(A) 1 and 3, f(B) 2 and 6, f(AB) 2 and 8. The changes are 1 and
// 5; the covariance of f(B) and them is (-2·-2 + 2·2)/1 = 8, the variance of 1, 3, 2, 6
// is 14/3, and half the mean square of the changes 26/4.
func TestIndicesByHand(t *testing.T) {
	x, _ := NewIndices(1)
	absent := math.NaN()
	if err := x.Add(3, []float64{1, absent, 3, 7}, []float64{2, 5, 6, 7}, [][]float64{{2, 5, 8, absent}}); err != nil {
		t.Fatal(err)
	}
	f := x.Found()
	if f.Lanes != 2 || f.LeftOut != 2 || math.Abs(f.First[0].Value-8/(14.0/3)) > 1e-15 || math.Abs(f.Total[0].Value-6.5/(14.0/3)) > 1e-15 ||
		f.First[0].Error == f.First[0].Error {
		t.Errorf("%+v", f)
	}
	still, _ := NewIndices(1)
	_ = still.Add(0, []float64{4, 4}, []float64{4, 4}, [][]float64{{4, 4}})
	if f := still.Found(); f.First[0].Value == f.First[0].Value || f.Total[0].Value == f.Total[0].Value {
		t.Errorf("of an output that does not vary: %+v", f)
	}
}

// 32 blocks come to what one block of all their lanes does.
func TestIndicesOfBlocksAreThoseOfTheWhole(t *testing.T) {
	const parts = 32
	rows := make([][]float64, 4)
	split, _ := NewIndices(2)
	for i := range parts {
		block := make([][]float64, len(rows))
		for k := range rows {
			block[k] = normals(uint64(k), i, float64(i), 1)
			rows[k] = append(rows[k], block[k]...)
		}
		if err := split.Add(i, block[0], block[1], block[2:]); err != nil {
			t.Fatal(err)
		}
	}
	whole, _ := NewIndices(2)
	if err := whole.Add(0, rows[0], rows[1], rows[2:]); err != nil {
		t.Fatal(err)
	}
	a, b := split.Found(), whole.Found()
	for i := range 2 {
		if math.Abs(a.First[i].Value-b.First[i].Value) > 1e-12 || math.Abs(a.Total[i].Value-b.Total[i].Value) > 1e-12 {
			t.Errorf("input %d: %v, %v in blocks; %v, %v at once", i+1, a.First[i], a.Total[i], b.First[i], b.Total[i])
		}
	}
}

func TestIndicesAreOfTheirBlocksAlone(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		set := rapid.SliceOfNDistinct(rapid.IntRange(0, 70), 1, 70, rapid.ID).Draw(t, "blocks")
		workers := []*Indices{indicesOf(t), indicesOf(t)}
		for _, block := range set {
			one := indicesOf(t, block)
			for range rapid.IntRange(1, 2).Draw(t, "times") {
				if err := workers[rapid.IntRange(0, 1).Draw(t, "worker")].Merge(one); err != nil {
					t.Fatal(err)
				}
			}
		}
		all := indicesOf(t, set...).AppendTo(nil)
		got, err := DecodeIndices(all)
		if err != nil || !bytes.Equal(got.AppendTo(nil), all) {
			t.Fatal("read otherwise than written", err)
		}
		for _, worker := range workers {
			whole := indicesOf(t, set...)
			if err := whole.Merge(worker); err != nil || !bytes.Equal(whole.AppendTo(nil), all) {
				t.Fatal("the whole changed with a part of it", err)
			}
			if err := worker.Merge(whole); err != nil || !bytes.Equal(worker.AppendTo(nil), all) {
				t.Fatal("a part has not become the whole", err)
			}
			for block := range 96 {
				if err := worker.Merge(indicesOf(t, block)); err != nil {
					t.Fatal(err)
				}
			}
			if !bytes.Equal(whole.AppendTo(nil), all) {
				t.Fatal("the whole changed with what was a part")
			}
		}
	})
}

func TestIndicesRefuse(t *testing.T) {
	row := []float64{1, 2}
	three, _ := NewIndices(3)
	for name, test := range map[string]struct {
		do   func(*Indices) error
		want string
	}{
		"inputs":           {func(x *Indices) error { return x.Add(1, row, row, [][]float64{row}) }, "samples of 1 inputs: the design has 2"},
		"uneven lanes":     {func(x *Indices) error { return x.Add(1, row, row, [][]float64{row, row[:1]}) }, "1 lanes of row 3: it has 2"},
		"other values":     {func(x *Indices) error { return x.Add(0, row, row, [][]float64{row, row}) }, "block 0 came twice"},
		"another design":   {func(x *Indices) error { return x.Merge(three) }, "3 inputs does not belong to a design with 2"},
		"overlapping part": {func(x *Indices) error { return x.Merge(indicesOf(t, 0, 1)) }, "both have block 0, only one has block 1"},
	} {
		x := indicesOf(t, 0, 2)
		before := x.AppendTo(nil)
		if err := test.do(x); err == nil || !strings.Contains(err.Error(), test.want) {
			t.Errorf("%s: %v, want %q", name, err, test.want)
		}
		if !bytes.Equal(x.AppendTo(nil), before) {
			t.Errorf("%s: it changed", name)
		}
	}
	for _, inputs := range []int{0, MaximumInputs + 1} {
		if _, err := NewIndices(inputs); err == nil {
			t.Errorf("%d inputs were taken", inputs)
		}
	}
}
