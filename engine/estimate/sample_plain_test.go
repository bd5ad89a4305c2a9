package estimate

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"testing"

	"pgregory.net/rapid"
)

// plainPairs are the lanes of one input and one output in which the output is there,
// compared without anything in common with others.
type plainPairs struct{ input, output []float64 }

func plainRanks(values []float64) []float64 {
	order := make([]int, len(values))
	for i := range order {
		order[i] = i
	}
	slices.SortFunc(order, func(a, b int) int { return cmp.Or(cmp.Compare(values[a], values[b]), cmp.Compare(a, b)) })
	list := make([]float64, len(values))
	for from := 0; from < len(order); {
		to := from + 1
		for to < len(order) && values[order[to]] == values[order[from]] {
			to++
		}
		for _, i := range order[from:to] {
			list[i] = float64(from+1+to) / 2
		}
		from = to
	}
	return list
}

func (p *plainPairs) firstOrder() float64 {
	n := len(p.output)
	bins := max(2, min(mostBins, int(math.Sqrt(float64(n))/2)))
	var groups [mostBins]moments
	for lane, rank := range plainRanks(p.input) {
		groups[min(bins-1, int((rank-0.5)/float64(n)*float64(bins)))].join(moments{count: 1, mean: p.output[lane]})
	}
	var all moments
	within, used := 0.0, 0
	for i := range groups {
		if groups[i].count > 0 {
			all.join(groups[i])
			within += groups[i].squares
			used++
		}
	}
	if n <= used || all.squares == 0 {
		return math.NaN()
	}
	return 1 - within/float64(n-used)/all.variance()
}

func (p *plainPairs) rankCorrelation() float64 {
	x, y := plainRanks(p.input), plainRanks(p.output)
	middle := float64(len(x)+1) / 2
	xx, yy, xy := 0.0, 0.0, 0.0
	for i := range x {
		dx, dy := x[i]-middle, y[i]-middle
		xx += float64(dx * dx)
		yy += float64(dy * dy)
		xy += float64(dx * dy)
	}
	return xy / math.Sqrt(xx*yy)
}

// What many comparisons have in common changes no bit of any.
func TestSamplesAreThoseOfOneInputAndOneOutput(t *testing.T) {
	number := rapid.OneOf(rapid.Map(rapid.IntRange(-3, 3), func(i int) float64 { return float64(i) }), rapid.Just(math.Copysign(0, -1)),
		rapid.Float64Range(-1e3, 1e3), rapid.Float64Range(-1e308, 1e308))
	rapid.Check(t, func(t *rapid.T) {
		lanes, blockLanes := rapid.IntRange(0, 200).Draw(t, "lanes"), rapid.IntRange(1, 9).Draw(t, "lanes of a block")
		column := func(of *rapid.Generator[float64], what string) []float64 {
			return rapid.SliceOfN(of, lanes, lanes).Draw(t, what)
		}
		inputs := [][]float64{column(number, "input"), column(number, "other input")}
		compared, err := NewInputs(inputs, blockLanes)
		if err != nil {
			t.Fatal(err)
		}
		absent := rapid.OneOf(number, rapid.Just(math.NaN()), rapid.Just(math.Inf(1)))
		for i, of := range []*rapid.Generator[float64]{number, absent, absent, number} {
			output := column(of, fmt.Sprintf("output %d", i))
			sample, err := compared.Sample(output)
			if err != nil {
				t.Fatal(err)
			}
			for at, input := range inputs {
				var parts [1 + Replicates]plainPairs
				for lane, y := range output {
					replicate, _ := replicateOf(lane / blockLanes)
					for _, part := range []int{0, 1 + replicate} {
						if p := &parts[part]; y-y == 0 {
							p.input, p.output = append(p.input, input[lane]), append(p.output, y)
						}
					}
				}
				for what, figures := range map[string][2]Estimate{
					"first order":      {sample.FirstOrder(at), estimateOf(func(part int) float64 { return parts[part].firstOrder() })},
					"rank correlation": {sample.RankCorrelation(at), estimateOf(func(part int) float64 { return parts[part].rankCorrelation() })},
				} {
					if !sameBits(figures[0].Value, figures[1].Value) || !sameBits(figures[0].Error, figures[1].Error) {
						t.Fatalf("%s of input %d and output %d: %v, alone %v", what, at, i, figures[0], figures[1])
					}
				}
			}
		}
	})
}

func sameBits(a, b float64) bool { return math.Float64bits(a) == math.Float64bits(b) }
