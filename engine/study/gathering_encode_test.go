package study

import (
	"bytes"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"rackonomics/engine/scenario"
)

// smallStudy is a scenario with two uncertain inputs, and a few blocks of cases.
func smallStudy(t testing.TB) *scenario.Document {
	return changed(t, "half-the-data-center", `study.lease.anthropic.price={"form":"log-normal","low":2.2,"high":4}`,
		`study.lease.anthropic.share={"form":"uniform","low":0.3,"high":0.7}`, "study.paths=1000")
}

// questions are one of each kind.
func questions(t testing.TB) []Ask {
	return []Ask{
		{Kind: Cases, Measures: []string{"net_present_value"}, Rows: []Row{{"operator.operating_income", "operator"}}, Draws: Even},
		{Kind: Indices, Measures: []string{"net_present_value"}, Draws: Random},
	}
}

// computed are the numbers of all blocks of a question.
func computed(t testing.TB, work *Work) [][]float64 {
	t.Helper()
	var blocks [][]float64
	for block := range work.Blocks() {
		numbers, err := work.Compute(block)
		if err != nil {
			t.Fatal(err)
		}
		blocks = append(blocks, slices.Clone(numbers))
	}
	return blocks
}

func gatheringOf(t testing.TB, work *Work, blocks [][]float64, which []int) *Gathering {
	t.Helper()
	g, err := NewGathering(work)
	if err != nil {
		t.Fatal(err)
	}
	for _, block := range which {
		if err := g.Add(block, blocks[block]); err != nil {
			t.Fatal(err)
		}
	}
	return g
}

// However blocks are shared out, and in whatever order their parts are written,
// read and merged, some twice, the bytes are those of one gathering of all.
func TestPartsMergeToTheSameBytes(t *testing.T) {
	document := smallStudy(t)
	for _, ask := range questions(t) {
		work, err := NewWork(document, ask)
		if err != nil {
			t.Fatal(err)
		}
		blocks := computed(t, work)
		all := make([]int, len(blocks))
		for i := range all {
			all[i] = i
		}
		want := gatheringOf(t, work, blocks, all).AppendTo(nil)
		rapid.Check(t, func(rt *rapid.T) {
			parts := make([][]int, rapid.IntRange(1, 4).Draw(rt, "parts"))
			for _, block := range rapid.Permutation(all).Draw(rt, "order") {
				at := rapid.IntRange(0, len(parts)-1).Draw(rt, "part")
				parts[at] = append(parts[at], block)
			}
			whole := gatheringOf(t, work, blocks, nil)
			for _, at := range append(rapid.Permutation(indexes(len(parts))).Draw(rt, "merged"), 0) {
				part, err := DecodeGathering(work, gatheringOf(t, work, blocks, parts[at]).AppendTo(nil))
				if err != nil {
					rt.Fatal(err)
				}
				if err := whole.Merge(part); err != nil {
					rt.Fatal(err)
				}
			}
			if !whole.Whole() || !bytes.Equal(whole.AppendTo(nil), want) {
				rt.Error("the merged bytes are not those of one gathering")
			}
		})
	}
}

func indexes(count int) []int {
	list := make([]int, count)
	for i := range list {
		list[i] = i
	}
	return list
}

func TestMergeRefusesWhatDiffers(t *testing.T) {
	document := smallStudy(t)
	var works []*Work
	for _, ask := range questions(t) {
		work, err := NewWork(document, ask)
		if err != nil {
			t.Fatal(err)
		}
		works = append(works, work)
	}
	cases, indices := gatheringOf(t, works[0], computed(t, works[0]), []int{0}), gatheringOf(t, works[1], nil, nil)
	if err := cases.Merge(indices); err == nil {
		t.Error("indices were merged into cases")
	}
	if err := indices.Merge(cases); err == nil {
		t.Error("cases were merged into indices")
	}
	if _, err := DecodeGathering(works[1], cases.AppendTo(nil)); err == nil {
		t.Error("cases were read as indices")
	}
	blocks := computed(t, works[0])
	blocks[0] = slices.Clone(blocks[0])
	blocks[0][0]++
	if err := cases.Merge(gatheringOf(t, works[0], blocks, []int{0})); err == nil {
		t.Error("a block with other values was merged")
	}
}

// FuzzDecodeGathering holds that what can be read is written again the same.
func FuzzDecodeGathering(f *testing.F) {
	document := smallStudy(f)
	var works []*Work
	for i, ask := range questions(f) {
		ask.Rows = nil // small ones are tried faster
		work, err := NewWork(document, ask)
		if err != nil {
			f.Fatal(err)
		}
		works = append(works, work)
		f.Add(i == 1, gatheringOf(f, work, computed(f, work), []int{0, 3, 7}).AppendTo(nil))
	}
	f.Fuzz(func(t *testing.T, indices bool, data []byte) {
		work := works[0]
		if indices {
			work = works[1]
		}
		g, err := DecodeGathering(work, data)
		if err != nil {
			return
		}
		if again := g.AppendTo(nil); !bytes.Equal(again, data) {
			t.Errorf("%d bytes are written again as %d others", len(data), len(again))
		}
	})
}

func TestStudiesTooLargeAreRefused(t *testing.T) {
	document := smallStudy(t)
	row := Row{"operator.operating_income", "operator"}
	for name, ask := range map[string]Ask{
		"outputs": {Kind: Cases, Rows: slices.Repeat([]Row{row}, 1000), Draws: Even},
		"nothing": {Kind: Cases, Draws: Even},
	} {
		if _, err := NewWork(document, ask); err == nil {
			t.Errorf("%s: it was not refused", name)
		}
	}
}
