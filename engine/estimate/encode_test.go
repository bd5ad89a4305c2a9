package estimate

import (
	"bytes"
	"hash/fnv"
	"math"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

func TestTallyReadsWhatItWrote(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		outputs := rapid.IntRange(1, 3).Draw(t, "outputs")
		tally, _ := New(Shape{outputs, rapid.SampledFrom([]int{0, 5, 1000}).Draw(t, "exact")})
		for _, block := range rapid.SliceOfNDistinct(rapid.IntRange(0, 70), 0, 50, rapid.ID).Draw(t, "blocks") {
			lanes := rapid.IntRange(1, 5).Draw(t, "lanes")
			values := make([][]float64, outputs)
			for i := range values {
				values[i] = rapid.SliceOfN(number(), lanes, lanes).Draw(t, "values")
			}
			if err := tally.Add(block, values); err != nil {
				t.Fatal(err)
			}
		}
		written := tally.AppendTo([]byte("before"))[len("before"):]
		read, err := Decode(written)
		if err != nil {
			t.Fatal(err)
		}
		if again := read.AppendTo(nil); !bytes.Equal(again, written) {
			t.Fatalf("written again: % x\nbefore: % x", again, written)
		}
		// It goes on as the first does.
		values := make([][]float64, outputs)
		for i := range values {
			values[i] = []float64{1, 2, math.NaN()}
		}
		if err1, err2 := tally.Add(71, values), read.Add(71, values); err1 != nil || err2 != nil ||
			!bytes.Equal(tally.AppendTo(nil), read.AppendTo(nil)) {
			t.Fatal("the two differ after another block")
		}
	})
}

func indicesOf(t interface{ Fatal(...any) }, blocks ...int) *Indices {
	x, err := NewIndices(2)
	if err != nil {
		t.Fatal(err)
	}
	for _, block := range blocks {
		rows := [][]float64{normals(1, block, 5, 1), normals(2, block, 5, 1), normals(3, block, 5, 1), normals(4, block, 5, 1)}
		rows[block%4][block%128] = math.NaN()
		if err := x.Add(block, rows[0], rows[1], rows[2:]); err != nil {
			t.Fatal(err)
		}
	}
	return x
}

func TestDecodeRefuses(t *testing.T) {
	good := tallyOf(t, 3, 0, 1, 2, 40).AppendTo(nil)
	design := indicesOf(t, 0, 1, 2, 40).AppendTo(nil)
	uneven := append([]byte{1, 2, 0, 0}, make([]byte, 2*Replicates)...)
	uneven[4+Replicates] = 1
	decode := func(from []byte) error { _, err := Decode(from); return err }
	decodeIndices := func(from []byte) error { _, err := DecodeIndices(from); return err }
	for name, test := range map[string]struct {
		decode func([]byte) error
		from   []byte
		want   string
	}{
		"nothing":             {decode, nil, "empty"},
		"another version":     {decode, []byte{9}, "version 9 of a tally: this program reads version 1"},
		"a design as a tally": {decode, design, "version 65"},
		"a tally as a design": {decodeIndices, good, "version 1 of a design"},
		"many outputs":        {decode, []byte{1, 0xff, 0xff, 3, 1}, "outputs 65535"},
		"no outputs":          {decode, zeros(1), "outputs 0"},
		"a long number":       {decode, append([]byte{1, 0x81, 0x00}, make([]byte, 40)...), "shortest form"},
		"many blocks":         {decode, append([]byte{1, 1, 0, 1, 0, 0xff, 0xff, 3}, make([]byte, 40)...), "blocks in a range 65535"},
		"a far block":         {decode, append([]byte{1, 1, 0, 1, 0x80, 0x80, 0x80, 8, 0}, make([]byte, 40)...), "block 16777216"},
		"more than all":       {decode, append(bytes.Clone(good), 0), "bytes follow"},
		"more than a design":  {decodeIndices, append(bytes.Clone(design), 0), "bytes follow"},
		"uneven outputs":      {decode, uneven, "output 1 has 1 lanes in replicate 0: the first has 0"},
		"no inputs":           {decodeIndices, []byte{65, 0, 0}, "inputs 0"},
	} {
		if err := test.decode(test.from); err == nil || !strings.Contains(err.Error(), test.want) {
			t.Errorf("%s: %v, want %q", name, err, test.want)
		}
	}
	for n := range good {
		if decode(good[:n]) == nil {
			t.Fatalf("the first %d of %d bytes were taken for a tally", n, len(good))
		}
	}
	for n := range design {
		if decodeIndices(design[:n]) == nil {
			t.Fatalf("the first %d of %d bytes were taken for a design", n, len(design))
		}
	}
}

// zeros is a version with nothing but zeros after it.
func zeros(version byte) []byte { return append([]byte{version}, make([]byte, 40)...) }

// The hash was found on amd64 and must come out alike on every processor.
func TestSameBitsEverywhere(t *testing.T) {
	run := make([]int, 200)
	for i := range run {
		run[i] = i + i/7
	}
	h := fnv.New64a()
	h.Write(tallyOf(t, 300, run...).AppendTo(nil))
	h.Write(tallyOf(t, 3000, run...).AppendTo(nil))
	x := indicesOf(t, run...)
	h.Write(x.AppendTo(nil))
	o := tallyOf(t, 300, run...).Output(1)
	found := x.Found()
	for _, e := range append(append(found.First, found.Total...), o.Mean(), o.Deviation(), o.Quantile(0.3), o.ChanceAtOrAbove(101), o.ChanceAbsent()) {
		h.Write(appendFloats(nil, e.Value, e.Error))
	}
	if got, want := h.Sum64(), uint64(0x5a2d0eb58490e7be); got != want {
		t.Errorf("hash %#x, want %#x", got, want)
	}
}

// Whatever is read has one form, and answers without fail.
func FuzzDecode(f *testing.F) {
	for _, exact := range []int{0, 4, 100} {
		tally, _ := New(Shape{Outputs: 1, Exact: exact})
		f.Add(tally.AppendTo(nil))
		for _, block := range []int{0, 1, 16, 40} {
			// A few lanes only: long inputs take the fuzzer a minute each to shorten.
			if err := tally.Add(block, [][]float64{{1, 1.5, -7, math.NaN(), 1.0001}}); err != nil {
				f.Fatal(err)
			}
		}
		f.Add(tally.AppendTo(nil))
	}
	f.Add(indicesOf(f, 0, 1, 16, 40).AppendTo(nil))
	f.Fuzz(func(t *testing.T, from []byte) {
		if tally, err := Decode(from); err == nil {
			if !bytes.Equal(tally.AppendTo(nil), from) {
				t.Fatalf("% x is written as % x", from, tally.AppendTo(nil))
			}
			for i := range tally.shape.Outputs {
				o := tally.Output(i)
				o.Mean()
				o.Quantile(0.4)
				o.ChanceAtOrAbove(1)
			}
		}
		if x, err := DecodeIndices(from); err == nil {
			if !bytes.Equal(x.AppendTo(nil), from) {
				t.Fatalf("% x is written as % x", from, x.AppendTo(nil))
			}
			x.Found()
		}
	})
}
