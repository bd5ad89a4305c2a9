package measure

import (
	"encoding/binary"
	"hash/fnv"
	"math"
	"math/rand/v2"
	"testing"
)

// The hash was found on amd64 and must come out alike on every processor:
//
//	GOOS=js GOARCH=wasm go test -exec="$(go env GOROOT)/lib/wasm/go_js_wasm_exec" ./engine/measure
//	GOAMD64=v3 go test ./engine/measure
func TestSameBitsEverywhere(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	h := fnv.New64a()
	add := func(xs ...float64) {
		var b [8]byte
		for _, x := range xs {
			binary.LittleEndian.PutUint64(b[:], math.Float64bits(x))
			h.Write(b[:])
		}
	}
	for range 300 {
		n := 2 + r.IntN(60)
		flows, rates, days := make([]float64, n), make([]float64, n), make([]Day, n)
		for i := range flows {
			flows[i] = r.Float64() - 0.3
			rates[i] = r.Float64() / 16
			days[i] = Day(r.IntN(5000))
		}
		flows[0] = -float64(n) / 8
		rate := rates[1]
		first := func(x float64, _ bool) float64 { return x }
		add(first(NPV(rate, flows, MidMonth)), first(XNPV(rate, flows, days)), first(ExcelNPV(rate, flows)))
		add(IRR(flows)...)
		add(XIRR(flows, days)...)
		add(first(MIRR(flows, rate, rates[0])), DiscountedPayback(rate, flows).Months)
		debt, _ := Sculpt(flows, rates, 1.25)
		add(debt.Interest...)
		for t := range n {
			add(first(LifeCover(Loan{CFADS: flows, Rates: rates, Opening: debt.Closing}, t, n-2)))
		}
		add(first(LevelisedCost(rate, flows, rates)), first(AnnualRate(rate)), first(MonthlyRate(rate)))
	}
	if got, want := h.Sum64(), uint64(0xa03ea4244f49bbcc); got != want {
		t.Errorf("hash %#x, want %#x", got, want)
	}
}
