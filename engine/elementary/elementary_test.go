package elementary

import (
	"encoding/binary"
	"hash/fnv"
	"math"
	"math/big"
	"math/rand/v2"
	"testing"
)

func testRandom() *rand.Rand { return rand.New(rand.NewPCG(1, 2)) }

// some is how many of n random arguments are tried: with -short one of twenty.
func some(n int) int {
	if testing.Short() {
		return (n + 19) / 20
	}
	return n
}

// uniform returns n numbers from low to high.
func uniform(r *rand.Rand, n int, low, high float64) []float64 {
	x := make([]float64, some(n))
	for i := range x {
		x[i] = low + (high-low)*r.Float64()
	}
	return x
}

// anyPositive returns n positive finite numbers with all exponents alike.
func anyPositive(r *rand.Rand, n int) []float64 {
	x := make([]float64, some(n))
	for i := range x {
		x[i] = math.Float64frombits(r.Uint64N(0x7ff << 52))
	}
	return x
}

// around returns the 2n+1 float64 next to x.
func around(x float64, n int) []float64 {
	list := []float64{x}
	down, up := x, x
	for range n {
		down, up = math.Nextafter(down, math.Inf(-1)), math.Nextafter(up, math.Inf(1))
		list = append(list, down, up)
	}
	return list
}

// checkError asserts that f is within bound units in the last place of want
// over all x, and logs the largest error.
func checkError(t *testing.T, name string, xs []float64, bound float64, f func(float64) float64, want func(*big.Float) *big.Float) {
	t.Helper()
	worst, worstX := 0.0, 0.0
	for _, x := range xs {
		if e := errorInUnits(f(x), want(toBig(x))); !(e <= worst) {
			worst, worstX = e, x
		}
	}
	t.Logf("%s: largest error %.4f units in the last place at %v, of %d", name, worst, worstX, len(xs))
	if !(worst <= bound) {
		t.Errorf("%s(%v): error of %v units in the last place, allowed %v", name, worstX, worst, bound)
	}
}

func TestExpAccuracy(t *testing.T) {
	r := testRandom()
	var xs []float64
	xs = append(xs, uniform(r, 20000, -1, 1)...)
	xs = append(xs, uniform(r, 10000, -708, 709)...)
	xs = append(xs, uniform(r, 4000, 698, 709.78)...)
	xs = append(xs, uniform(r, 4000, -745.13, -698)...) // subnormal results
	for _, x := range uniform(r, 1000, -60, 1) {
		xs = append(xs, math.Ldexp(1, int(x)), -math.Ldexp(1, int(x)))
	}
	for _, x := range []float64{0, expPlain, -expPlain, -708, expOverflow, expUnderflow, math.Ln2, -math.Ln2 / 256} {
		for _, x := range around(x, 20) {
			if x <= expOverflow && x >= expUnderflow {
				xs = append(xs, x)
			}
		}
	}
	checkError(t, "Exp", xs, 0.52, Exp, bigExp)
}

func TestLogAccuracy(t *testing.T) {
	r := testRandom()
	xs := anyPositive(r, 10000)
	xs = append(xs, uniform(r, 20000, 0.5, 2)...)
	xs = append(xs, uniform(r, 10000, 0.99, 1.01)...)
	for range 2000 {
		xs = append(xs, math.Float64frombits(1+r.Uint64N(1<<52))) // subnormal
	}
	xs = append(xs, around(1, 500)...)
	for i := range uint64(logTableSize) {
		xs = append(xs, around(math.Float64frombits(logOffset+i<<(52-logTableBits)), 4)...)
	}
	checkError(t, "Log", xs, 0.51, Log, bigLog)
}

func TestPowAccuracy(t *testing.T) {
	r := testRandom()
	type pair struct{ x, y float64 }
	var pairs []pair
	for _, x := range uniform(r, 6000, 0.5, 2) { // rates and terms
		pairs = append(pairs, pair{x, -40 + 80*r.Float64()})
	}
	for _, x := range uniform(r, 6000, 1, 1.02) {
		pairs = append(pairs, pair{x, 720 * r.Float64()})
	}
	for _, x := range anyPositive(r, 12000) { // results of all sizes
		exponent := -744 + 1453*r.Float64()
		pairs = append(pairs, pair{x, exponent / math.Log(x)})
	}
	for _, x := range around(1, 200) {
		if x != 1 {
			pairs = append(pairs, pair{x, (-700 + 1400*r.Float64()) / math.Log(x)})
		}
	}
	worst, worstPair := 0.0, pair{}
	for _, p := range pairs {
		want := bigPow(p.x, p.y)
		got := Pow(p.x, p.y)
		if math.IsInf(got, 1) && want.MantExp(nil) > 1024 {
			continue
		}
		if e := errorInUnits(got, want); !(e <= worst) {
			worst, worstPair = e, p
		}
	}
	t.Logf("Pow: largest error %.4f units in the last place at %v, of %d", worst, worstPair, len(pairs))
	if !(worst <= 0.52) {
		t.Errorf("Pow(%v, %v): error of %v units in the last place", worstPair.x, worstPair.y, worst)
	}
}

func TestPowIsExactWhereItCanBe(t *testing.T) {
	bases := []float64{1, 2, 3, 5, 7, 10, 1.5, 1.25, 0.75, 0.5, 1.0625, 12, 100, 1000, 0x1p-20, 0x1.8p-300}
	checked := 0
	for _, base := range bases {
		exact := toBig(1)
		for n := 0; n <= 400; n++ {
			value, accuracy := exact.Float64()
			if exact.MinPrec() > 53 || accuracy != big.Exact {
				break
			}
			checked++
			if got := Pow(base, float64(n)); got != value {
				t.Errorf("Pow(%v, %d) = %v, want exactly %v", base, n, got, value)
			}
			if got := Pow(-base, float64(n)); n%2 == 1 && got != -value || n%2 == 0 && got != value {
				t.Errorf("Pow(%v, %d) = %v, want exactly ±%v", -base, n, got, value)
			}
			exact.Mul(exact, toBig(base))
		}
	}
	for n := 1.0; n < 2000; n++ {
		if got := Pow(n*n, 0.5); got != n {
			t.Errorf("Pow(%v, 0.5) = %v", n*n, got)
		}
		if got := Pow(n*n*n*n, 0.25); got != n {
			t.Errorf("Pow(%v, 0.25) = %v", n*n*n*n, got)
		}
	}
	if checked < 300 {
		t.Errorf("only %d exact powers were tried", checked)
	}
}

func TestSpecialCases(t *testing.T) {
	inf, nan, negativeZero := math.Inf(1), math.NaN(), math.Copysign(0, -1)
	least, largest := math.SmallestNonzeroFloat64, math.MaxFloat64
	one := func(f func(float64) float64) func(x, _ float64) float64 {
		return func(x, _ float64) float64 { return f(x) }
	}
	exp, log, quantile := one(Exp), one(Log), one(NormalQuantile)
	cases := []struct {
		name string
		f    func(x, y float64) float64
		x, y float64
		want float64
	}{
		{"Exp", exp, inf, 0, inf},
		{"Exp", exp, -inf, 0, 0},
		{"Exp", exp, nan, 0, nan},
		{"Exp", exp, 0, 0, 1},
		{"Exp", exp, negativeZero, 0, 1},
		{"Exp", exp, least, 0, 1},
		{"Exp", exp, expOverflow, 0, 0x1.fffffffffff2ap+1023},
		{"Exp", exp, math.Nextafter(expOverflow, inf), 0, inf},
		{"Exp", exp, largest, 0, inf},
		{"Exp", exp, expUnderflow, 0, least},
		{"Exp", exp, math.Nextafter(expUnderflow, -inf), 0, 0},
		{"Exp", exp, -largest, 0, 0},

		{"Log", log, inf, 0, inf},
		{"Log", log, 0, 0, -inf},
		{"Log", log, negativeZero, 0, -inf},
		{"Log", log, -least, 0, nan},
		{"Log", log, -1, 0, nan},
		{"Log", log, -inf, 0, nan},
		{"Log", log, nan, 0, nan},
		{"Log", log, 1, 0, 0},

		{"Pow", Pow, nan, 0, 1},
		{"Pow", Pow, nan, negativeZero, 1},
		{"Pow", Pow, inf, 0, 1},
		{"Pow", Pow, 0, 0, 1},
		{"Pow", Pow, 1, nan, 1},
		{"Pow", Pow, 1, inf, 1},
		{"Pow", Pow, 1, -inf, 1},
		{"Pow", Pow, 1, largest, 1},
		{"Pow", Pow, nan, 1, nan},
		{"Pow", Pow, 2, nan, nan},
		{"Pow", Pow, -1, nan, nan},
		{"Pow", Pow, -1, inf, 1},
		{"Pow", Pow, -1, -inf, 1},
		{"Pow", Pow, -1, largest, 1},
		{"Pow", Pow, 2, inf, inf},
		{"Pow", Pow, -2, inf, inf},
		{"Pow", Pow, 0.5, inf, 0},
		{"Pow", Pow, -0.5, inf, 0},
		{"Pow", Pow, 2, -inf, 0},
		{"Pow", Pow, 0.5, -inf, inf},
		{"Pow", Pow, 0, inf, 0},
		{"Pow", Pow, 0, -inf, inf},
		{"Pow", Pow, inf, inf, inf},
		{"Pow", Pow, inf, -inf, 0},
		{"Pow", Pow, 0, 3, 0},
		{"Pow", Pow, negativeZero, 3, negativeZero},
		{"Pow", Pow, negativeZero, 2, 0},
		{"Pow", Pow, negativeZero, 0.5, 0},
		{"Pow", Pow, 0, -3, inf},
		{"Pow", Pow, negativeZero, -3, -inf},
		{"Pow", Pow, negativeZero, -2, inf},
		{"Pow", Pow, negativeZero, -0.5, inf},
		{"Pow", Pow, inf, 2, inf},
		{"Pow", Pow, inf, -2, 0},
		{"Pow", Pow, -inf, 3, -inf},
		{"Pow", Pow, -inf, 2, inf},
		{"Pow", Pow, -inf, 0.5, inf},
		{"Pow", Pow, -inf, -3, negativeZero},
		{"Pow", Pow, -inf, -2, 0},
		{"Pow", Pow, -2, 0.5, nan},
		{"Pow", Pow, -2, 0x1p-100, nan},
		{"Pow", Pow, -2, 3, -8},
		{"Pow", Pow, -2, -2, 0.25},
		{"Pow", Pow, -1, 0x1p53 - 1, -1},
		{"Pow", Pow, -1, 0x1p53 + 2, 1},
		{"Pow", Pow, 2, 0x1p-100, 1},
		{"Pow", Pow, 2, 0x1p100, inf},
		{"Pow", Pow, 2, -0x1p100, 0},
		{"Pow", Pow, 0.5, 0x1p100, 0},
		{"Pow", Pow, 0.5, -0x1p100, inf},
		{"Pow", Pow, math.Nextafter(1, 2), 0x1p63, inf},
		{"Pow", Pow, math.Nextafter(1, 0), 0x1p63, 0},
		{"Pow", Pow, 2, 1023, 0x1p1023},
		{"Pow", Pow, 2, 1024, inf},
		{"Pow", Pow, -2, 1025, -inf},
		{"Pow", Pow, 2, -1074, least},
		{"Pow", Pow, 2, -1075, 0},
		{"Pow", Pow, 2, -1100, 0},
		{"Pow", Pow, -2, -1101, negativeZero},
		{"Pow", Pow, least, 1, least},
		{"Pow", Pow, -least, 1, -least},
		{"Pow", Pow, largest, 1, largest},
		{"Pow", Pow, least, -1, inf},

		{"NormalQuantile", quantile, 0, 0, -inf},
		{"NormalQuantile", quantile, negativeZero, 0, -inf},
		{"NormalQuantile", quantile, 1, 0, inf},
		{"NormalQuantile", quantile, 0.5, 0, 0},
		{"NormalQuantile", quantile, -least, 0, nan},
		{"NormalQuantile", quantile, math.Nextafter(1, 2), 0, nan},
		{"NormalQuantile", quantile, inf, 0, nan},
		{"NormalQuantile", quantile, -inf, 0, nan},
		{"NormalQuantile", quantile, nan, 0, nan},
	}
	for _, c := range cases {
		got := c.f(c.x, c.y)
		if math.Float64bits(got) != math.Float64bits(c.want) {
			t.Errorf("%s(%v, %v) = %v (%#x), want %v (%#x)", c.name, c.x, c.y, got, math.Float64bits(got), c.want, math.Float64bits(c.want))
		}
	}
}

// Results do not fall where arguments rise. (Nothing guarantees this for an
// error above half a unit, so it is tried where neighbours have equal results.)
func TestMonotone(t *testing.T) {
	functions := []struct {
		name      string
		f         func(float64) float64
		low, high float64
		slack     float64 // units in the last place
	}{
		{"Exp", Exp, -745, 709, 0},
		{"Exp near 0", Exp, -0.01, 0.01, 0},
		{"Log", Log, 0, 1e6, 0},
		{"Log near 1", Log, 0.99, 1.01, 0},
		{"Pow of base", func(x float64) float64 { return Pow(x, 1.0/12) }, 0, 10, 0},
		{"Pow of exponent", func(x float64) float64 { return Pow(1.08, x) }, -30, 30, 0},
		// Rational approximations waver by their own error.
		{"NormalQuantile", NormalQuantile, 0, 1, 8},
	}
	for _, c := range functions {
		r := testRandom()
		for _, x := range uniform(r, 20_000, c.low, c.high) {
			last := c.f(x)
			for range 20 {
				x = math.Nextafter(x, math.Inf(1))
				y := c.f(x)
				if place := math.Nextafter(math.Abs(last), math.Inf(1)) - math.Abs(last); last-y > c.slack*place {
					t.Fatalf("%s falls at %v: %v, %v", c.name, x, last, y)
				}
				last = y
			}
		}
	}
}

// TestSameBitsEverywhere holds hashes of results over a million arguments.
// They were found on amd64 and must come out alike on every processor:
//
//	GOOS=js GOARCH=wasm go test -exec="$(go env GOROOT)/lib/wasm/go_js_wasm_exec" ./engine/elementary
//	GOAMD64=v3 go test ./engine/elementary
func TestSameBitsEverywhere(t *testing.T) {
	cases := []struct {
		name string
		call func(r *rand.Rand) float64
		want uint64
	}{
		{"Exp", func(r *rand.Rand) float64 { return Exp(-750 + float64(1465*r.Float64())) }, 0xddb96334df8dd2f8},
		{"Exp of small", func(r *rand.Rand) float64 { return Exp(-2 + 4*r.Float64()) }, 0xe9f355f517afd4ae},
		{"Exp of any bits", func(r *rand.Rand) float64 { return Exp(math.Float64frombits(r.Uint64())) }, 0x0471473ff44531e6},
		{"Log", func(r *rand.Rand) float64 { return Log(2 * r.Float64()) }, 0xa679fce8bca10e87},
		{"Log of any bits", func(r *rand.Rand) float64 { return Log(math.Float64frombits(r.Uint64())) }, 0xcedace38a87152b5},
		{"Pow", func(r *rand.Rand) float64 { return Pow(2*r.Float64(), -40+float64(80*r.Float64())) }, 0x3eafe88bb0aa85b4},
		{"Pow of any bits", func(r *rand.Rand) float64 {
			return Pow(math.Float64frombits(r.Uint64()), math.Float64frombits(r.Uint64()))
		}, 0x3f1b30dbc25f9291},
		{"NormalQuantile", func(r *rand.Rand) float64 { return NormalQuantile(r.Float64()) }, 0xbdd6e453a4ca76e2},
		{"NormalQuantile in the tails", func(r *rand.Rand) float64 {
			return NormalQuantile(math.Ldexp(r.Float64(), -r.IntN(1000)))
		}, 0xfd524546046cd602},
		{"NormalCumulative", func(r *rand.Rand) float64 { return NormalCumulative(-40 + float64(50*r.Float64())) }, 0xeda8a39b1d053acf},
	}
	for _, c := range cases {
		h := fnv.New64a()
		var b [8]byte
		r := testRandom()
		for range 100_000 {
			binary.LittleEndian.PutUint64(b[:], math.Float64bits(c.call(r)))
			h.Write(b[:])
		}
		if got := h.Sum64(); got != c.want {
			t.Errorf("%s: hash %#x, want %#x", c.name, got, c.want)
		}
	}
}

func TestNoAllocation(t *testing.T) {
	xs := uniform(testRandom(), 1000, 0, 1)
	if n := testing.AllocsPerRun(10, func() {
		for _, x := range xs {
			sink += Exp(x) + Log(x) + Pow(x, x) + NormalQuantile(x) + NormalCumulative(10*x)
		}
	}); n != 0 {
		t.Errorf("%v allocations", n)
	}
}

var sink float64

func benchmark(b *testing.B, low, high float64, f func(float64) float64) {
	xs := uniform(testRandom(), 1024, low, high)
	b.ResetTimer()
	for i := range b.N {
		sink += f(xs[i&1023])
	}
}

func BenchmarkExp(b *testing.B)     { benchmark(b, -3, 3, Exp) }
func BenchmarkMathExp(b *testing.B) { benchmark(b, -3, 3, math.Exp) }
func BenchmarkLog(b *testing.B)     { benchmark(b, 0, 3, Log) }
func BenchmarkMathLog(b *testing.B) { benchmark(b, 0, 3, math.Log) }

func BenchmarkPow(b *testing.B) {
	benchmark(b, 0, 10, func(x float64) float64 { return Pow(1.08, x) })
}

func BenchmarkMathPow(b *testing.B) {
	benchmark(b, 0, 10, func(x float64) float64 { return math.Pow(1.08, x) })
}

func BenchmarkNormalQuantile(b *testing.B) { benchmark(b, 0, 1, NormalQuantile) }

func BenchmarkNormalCumulative(b *testing.B) { benchmark(b, -4, 4, NormalCumulative) }
