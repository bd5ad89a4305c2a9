package estimate

import (
	"bytes"
	"math"
	"reflect"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// blockOf returns a block of two outputs, of which one is absent at times.
func blockOf(block int) [][]float64 {
	some := normals(3, block, 100, 30)
	for i, x := range some {
		if x < 80 {
			some[i] = math.NaN()
		}
	}
	return [][]float64{normals(2, block, 0, 1), some}
}

func tallyOf(t interface{ Fatal(...any) }, exact int, blocks ...int) *Tally {
	tally, err := New(Shape{Outputs: 2, Exact: exact})
	if err != nil {
		t.Fatal(err)
	}
	for _, block := range blocks {
		if err := tally.Add(block, blockOf(block)); err != nil {
			t.Fatal(err)
		}
	}
	return tally
}

// Whatever the order, whoever computed which, and however often, the bytes are
// those of one process that went from the first block to the last.
func TestTallyIsOfItsBlocksAlone(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		exact := rapid.SampledFrom([]int{0, 200, 5000}).Draw(t, "exact")
		set := rapid.SliceOfNDistinct(rapid.IntRange(0, 90), 1, 60, rapid.ID).Draw(t, "blocks")
		want := tallyOf(t, exact)
		for block := range 91 {
			for _, b := range set {
				if b == block {
					_ = want.Add(block, blockOf(block))
				}
			}
		}

		workers := []*Tally{tallyOf(t, exact), tallyOf(t, exact), tallyOf(t, exact)}
		for _, block := range set {
			worker := workers[rapid.IntRange(0, 2).Draw(t, "worker")]
			for range rapid.IntRange(1, 2).Draw(t, "times") {
				if err := worker.Add(block, blockOf(block)); err != nil {
					t.Fatal(err)
				}
			}
		}
		got := tallyOf(t, exact)
		for _, i := range rapid.Permutation([]int{0, 1, 2, 1, 0, 2}).Draw(t, "order") {
			if err := got.Merge(workers[i]); err != nil {
				t.Fatal(err)
			}
		}
		if !bytes.Equal(got.AppendTo(nil), want.AppendTo(nil)) {
			t.Fatalf("%v otherwise than %v", got.Blocks(), want.Blocks())
		}
	})
}

// A part takes in the whole that it is of, and shares no memory with it.
func TestMergeIntoThePart(t *testing.T) {
	part, whole := tallyOf(t, 10, 1, 17), tallyOf(t, 10, 0, 1, 17, 33)
	before := whole.AppendTo(nil)
	if err := part.Merge(whole); err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(part.AppendTo(nil), before) {
		t.Error("the part has not become the whole")
	}
	for block := 40; block < 120; block++ {
		_ = part.Add(block, blockOf(block))
	}
	if !bytes.Equal(whole.AppendTo(nil), before) {
		t.Error("the whole changed with the part")
	}
}

func TestTallyRefuses(t *testing.T) {
	absent := [][]float64{{math.NaN()}, {math.NaN()}}
	other, _ := New(Shape{Outputs: 2, Exact: 11})
	wrong := tallyOf(t, 10, 7)
	_ = wrong.Add(5, blockOf(6))
	for name, test := range map[string]struct {
		do   func(*Tally) error
		want string
	}{
		"another block of the number": {func(t *Tally) error { return t.Add(5, blockOf(6)) }, "block 5 came twice"},
		"a lane less":                 {func(t *Tally) error { return t.Add(5, absent) }, "block 5 came twice"},
		"below the first":             {func(t *Tally) error { return t.Add(-1, absent) }, "from 0 to 16777215"},
		"beyond the last":             {func(t *Tally) error { return t.Add(MaximumBlocks, absent) }, "from 0 to 16777215"},
		"outputs":                     {func(t *Tally) error { return t.Add(1, absent[:1]) }, "block 1 has 1 outputs: the study has 2"},
		"no lanes":                    {func(t *Tally) error { return t.Add(1, [][]float64{{}, {}}) }, "block 1 has 0 lanes"},
		"uneven lanes":                {func(t *Tally) error { return t.Add(1, [][]float64{{1}, {1, 2}}) }, "2 lanes of row 1: it has 1"},
		"many lanes": {func(t *Tally) error {
			long := make([]float64, MaximumLanes+1)
			return t.Add(1, [][]float64{long, long})
		}, "from 1 to 4096"},
		"another shape":           {func(t *Tally) error { return t.Merge(other) }, "does not belong"},
		"part with another block": {func(t *Tally) error { return t.Merge(wrong) }, "block 5 came twice"},
		"overlap":                 {func(t2 *Tally) error { return t2.Merge(tallyOf(t, 10, 4, 5, 8, 9)) }, "both have blocks 4 to 5, only one has blocks 8 to 9"},
	} {
		tally := tallyOf(t, 10, 3, 4, 5)
		before := tally.AppendTo(nil)
		err := test.do(tally)
		if err == nil || !strings.Contains(err.Error(), test.want) {
			t.Errorf("%s: %v, want %q", name, err, test.want)
		}
		if !bytes.Equal(tally.AppendTo(nil), before) {
			t.Errorf("%s: the tally changed", name)
		}
	}
	for _, shape := range []Shape{{0, 1}, {MaximumOutputs + 1, 1}, {1, -1}, {1, MaximumExact + 1}} {
		if _, err := New(shape); err == nil || !strings.Contains(err.Error(), "it must be from") {
			t.Errorf("shape %v: %v", shape, err)
		}
	}
}

func TestBlocksAreToldAsRanges(t *testing.T) {
	tally := tallyOf(t, 10, 1, 2, 5, 9)
	if got, want := tally.Blocks(), []Range{{1, 3}, {5, 6}, {9, 10}}; !reflect.DeepEqual(got, want) {
		t.Errorf("blocks %v, want %v", got, want)
	}
}

// What is absent is counted, and a chance is of all lanes.
func TestAbsentLanesAreCounted(t *testing.T) {
	tally, _ := New(Shape{Outputs: 1, Exact: 100})
	for block := range 4 {
		_ = tally.Add(block, [][]float64{{1, 2, math.NaN(), 4}})
	}
	o := tally.Output(0)
	for name, test := range map[string][2]float64{
		"absent":      {o.ChanceAbsent().Value, 0.25},
		"at or above": {o.ChanceAtOrAbove(2).Value, 0.5},
		"at or below": {o.ChanceAtOrBelow(2).Value, 0.5},
		"mean":        {o.Mean().Value, 7.0 / 3},
		"median":      {o.Quantile(0.5).Value, 2},
		"lanes":       {float64(o.all.Lanes()), 16},
		"absent ones": {float64(o.all.absent), 4},
	} {
		if test[0] != test[1] {
			t.Errorf("%s: %v, want %v", name, test[0], test[1])
		}
	}
	// None of 16: 1 - 0.05^(1/16), Clopper and Pearson's bound.
	if e := o.ChanceAtOrAbove(5); e.Value != 0 || math.Abs(e.Error-0.1707) > 1e-4 {
		t.Errorf("a chance met in no lane: %v", e)
	}
}

func TestOneReplicateHasNoError(t *testing.T) {
	o := tallyOf(t, 10, 0, 16, 32).Output(1)
	for name, e := range map[string]Estimate{
		"mean": o.Mean(), "deviation": o.Deviation(), "quantile": o.Quantile(0.5),
		"above": o.ChanceAtOrAbove(90), "never": o.ChanceAtOrAbove(1e9), "absent": o.ChanceAbsent(),
	} {
		if e.Value != e.Value || e.Error == e.Error {
			t.Errorf("%s: %v, want a value and no error", name, e)
		}
	}
	if e := tallyOf(t, 10).Output(0).Mean(); e.Value == e.Value || e.Error == e.Error {
		t.Errorf("mean of no lane: %v", e)
	}
}

// After the first blocks, what is kept has its room.
func TestAddAllocatesLittle(t *testing.T) {
	tally := tallyOf(t, 100)
	block := 0
	values := blockOf(0)
	add := func() {
		if err := tally.Add(block, values); err != nil {
			t.Fatal(err)
		}
		block++
	}
	for range 2000 {
		add()
	}
	if n := testing.AllocsPerRun(2000, add); n > 0 {
		t.Errorf("%v allocations a block", n)
	}
}

func BenchmarkAdd(b *testing.B) {
	tally, values := tallyOf(b, 100), blockOf(0)
	b.ReportAllocs()
	for block := 0; b.Loop(); block++ {
		_ = tally.Add(block%MaximumBlocks, values)
	}
}
