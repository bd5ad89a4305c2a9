package random

import (
	"encoding/binary"
	"hash/fnv"
	"math"
	"slices"
	"testing"

	"gonum.org/v1/gonum/stat"
	"pgregory.net/rapid"

	"rackonomics/engine/elementary"
)

// The vectors for philox4x32 with 10 rounds in Random123's file
// tests/kat_vectors.
func TestPhiloxKnownAnswers(t *testing.T) {
	cases := []struct {
		counter [4]uint32
		key     [2]uint32
		want    [4]uint32
	}{
		{
			[4]uint32{0, 0, 0, 0},
			[2]uint32{0, 0},
			[4]uint32{0x6627e8d5, 0xe169c58d, 0xbc57ac4c, 0x9b00dbd8},
		}, {
			[4]uint32{0xffffffff, 0xffffffff, 0xffffffff, 0xffffffff},
			[2]uint32{0xffffffff, 0xffffffff},
			[4]uint32{0x408f276d, 0x41c83b0e, 0xa20bc7c6, 0x6d5451fd},
		}, {
			[4]uint32{0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344},
			[2]uint32{0xa4093822, 0x299f31d0},
			[4]uint32{0xd16cfe09, 0x94fdcceb, 0x5001e420, 0x24126ea1},
		},
	}
	for _, c := range cases {
		w0, w1, w2, w3 := philox4x32(c.counter[0], c.counter[1], c.counter[2], c.counter[3], c.key[0], c.key[1])
		if got := [4]uint32{w0, w1, w2, w3}; got != c.want {
			t.Errorf("philox4x32(%x, %x) = %x, want %x", c.counter, c.key, got, c.want)
		}
	}
}

func TestNameHash(t *testing.T) {
	for _, name := range []string{"", "a", "foobar", "market.price", "Größe"} {
		h := fnv.New64a()
		h.Write([]byte(name))
		if got := fnv1a(name); got != h.Sum64() {
			t.Errorf("fnv1a(%q) = %#x, want %#x", name, got, h.Sum64())
		}
	}
}

// A lane's number is the same whatever else is asked for, and before or after.
func TestNumberDependsOnItsPlaceOnly(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		seed := rapid.Uint64().Draw(t, "seed")
		name := rapid.String().Draw(t, "name")
		block := rapid.Uint32().Draw(t, "block")
		month := rapid.Uint32().Draw(t, "month")
		lanes := rapid.IntRange(0, 65).Draw(t, "lanes")
		fewer := rapid.IntRange(0, lanes).Draw(t, "fewer")

		all := make([]float64, lanes)
		NewStream(seed, name).Normals(block, month, all)
		s := NewStream(seed, name)
		s.Normals(block+1, month, make([]float64, 7))
		s.Uniforms(block, month+1, make([]float64, 3))
		some := make([]float64, fewer)
		s.Normals(block, month, some)
		if !slices.Equal(some, all[:fewer]) {
			t.Fatalf("first %d of %d lanes: %v, asked alone %v", fewer, lanes, all[:fewer], some)
		}

		uniforms := make([]float64, lanes)
		s.Uniforms(block, month, uniforms)
		for lane, u := range uniforms {
			if !(u > 0 && u < 1) || 1-(1-u) != u {
				t.Fatalf("lane %d: uniform %v", lane, u)
			}
			if all[lane] != elementary.NormalQuantile(u) {
				t.Fatalf("lane %d: normal %v is not the quantile of %v", lane, all[lane], u)
			}
		}
	})
}

func TestExtremeUniforms(t *testing.T) {
	if got := uniform(0, 0); got != 0x1p-53 {
		t.Errorf("least uniform %v", got)
	}
	if got := uniform(math.MaxUint32, math.MaxUint32); got != 1-0x1p-53 {
		t.Errorf("largest uniform %v", got)
	}
	if got := elementary.NormalQuantile(0x1p-53); !(got > -8.3 && got < -8.2) {
		t.Errorf("least normal %v", got)
	}
}

// draws returns n numbers in blocks of lanes over months.
func draws(s Stream, n int, fill func(s Stream, block, month uint32, dst []float64)) []float64 {
	const lanes, months = 128, 180
	all := make([]float64, 0, n+lanes)
	for i := uint32(0); len(all) < n; i++ {
		chunk := all[len(all) : len(all)+lanes]
		fill(s, i/months, i%months, chunk)
		all = all[:len(all)+lanes]
	}
	return all[:n]
}

// kolmogorovSmirnov returns sqrt(n) times the largest distance between the
// empirical distribution of u and the uniform one. It exceeds 1.95 once in
// 1,000 times (M. A. Stephens, JASA 69, 1974).
func kolmogorovSmirnov(u []float64) float64 {
	slices.Sort(u)
	n, distance := float64(len(u)), 0.0
	for i, x := range u {
		distance = max(distance, float64(i+1)/n-x, x-float64(i)/n)
	}
	return distance * math.Sqrt(n)
}

func TestDistribution(t *testing.T) {
	const n = 400_000
	seeds := uint64(5)
	if testing.Short() {
		seeds = 1
	}
	for seed := range seeds {
		normals := draws(NewStream(seed, "market.price"), n, Stream.Normals)
		mean, deviation := stat.MeanStdDev(normals, nil)
		skew, kurtosis := stat.Skew(normals, nil), stat.ExKurtosis(normals, nil)
		// Four standard errors each.
		if math.Abs(mean) > 4/math.Sqrt(n) || math.Abs(deviation-1) > 4/math.Sqrt(2*n) ||
			math.Abs(skew) > 4*math.Sqrt(6.0/n) || math.Abs(kurtosis) > 4*math.Sqrt(24.0/n) {
			t.Errorf("seed %d: mean %v, deviation %v, skew %v, excess kurtosis %v", seed, mean, deviation, skew, kurtosis)
		}
		uniforms := draws(NewStream(seed, "market.price"), n, Stream.Uniforms)
		if d := kolmogorovSmirnov(uniforms); d > 1.95 {
			t.Errorf("seed %d: uniforms lie %v from uniform", seed, d)
		}
		for i, x := range normals {
			normals[i] = math.Erfc(-x/math.Sqrt2) / 2
		}
		if d := kolmogorovSmirnov(normals); d > 1.95 {
			t.Errorf("seed %d: normals lie %v from normal", seed, d)
		}
	}
}

// Streams of other names and seeds, other blocks, next months and next lanes
// are uncorrelated.
func TestIndependence(t *testing.T) {
	const n = 200_000
	base := draws(NewStream(1, "market.price"), n, Stream.Normals)
	others := map[string][]float64{
		"another name":  draws(NewStream(1, "market.pricf"), n, Stream.Normals),
		"a longer name": draws(NewStream(1, "market.price2"), n, Stream.Normals),
		"another seed":  draws(NewStream(2, "market.price"), n, Stream.Normals),
		"a high seed":   draws(NewStream(1|1<<63, "market.price"), n, Stream.Normals),
		"next block": draws(NewStream(1, "market.price"), n, func(s Stream, block, month uint32, dst []float64) {
			s.Normals(block+1_000_000, month, dst)
		}),
		"next month": draws(NewStream(1, "market.price"), n, func(s Stream, block, month uint32, dst []float64) {
			s.Normals(block, month+1, dst)
		}),
		"next lane": append(base[1:n:n], 0),
	}
	for name, other := range others {
		if c := stat.Correlation(base, other, nil); math.Abs(c) > 4/math.Sqrt(n) {
			t.Errorf("correlation with %s: %v", name, c)
		}
		squares := func(x []float64) []float64 {
			s := make([]float64, len(x))
			for i := range x {
				s[i] = x[i] * x[i]
			}
			return s
		}
		if c := stat.Correlation(squares(base), squares(other), nil); math.Abs(c) > 4/math.Sqrt(n) {
			t.Errorf("correlation of squares with %s: %v", name, c)
		}
	}
}

// The hash was found on amd64 and must come out alike on every processor.
func TestSameBitsEverywhere(t *testing.T) {
	h := fnv.New64a()
	var b [8]byte
	for _, x := range draws(NewStream(20260501, "market.price"), 100_000, Stream.Normals) {
		binary.LittleEndian.PutUint64(b[:], math.Float64bits(x))
		h.Write(b[:])
	}
	if got, want := h.Sum64(), uint64(0xe46173c9f5cc9024); got != want {
		t.Errorf("hash %#x, want %#x", got, want)
	}
}

func TestNoAllocation(t *testing.T) {
	dst := make([]float64, 128)
	if n := testing.AllocsPerRun(100, func() {
		s := NewStream(1, "market.price")
		s.Normals(0, 0, dst)
		s.Uniforms(0, 0, dst)
	}); n != 0 {
		t.Errorf("%v allocations", n)
	}
}

func BenchmarkNormals(b *testing.B) {
	dst := make([]float64, 128)
	s := NewStream(1, "market.price")
	b.SetBytes(int64(8 * len(dst)))
	for i := range b.N {
		s.Normals(uint32(i), 0, dst)
	}
}

func BenchmarkUniforms(b *testing.B) {
	dst := make([]float64, 128)
	s := NewStream(1, "market.price")
	b.SetBytes(int64(8 * len(dst)))
	for i := range b.N {
		s.Uniforms(uint32(i), 0, dst)
	}
}
