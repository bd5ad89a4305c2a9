package measure

import (
	"math"
	"testing"

	"pgregory.net/rapid"
)

// breakEven gives the first month in which a line is zero or more, the last one
// until it falls below, and the month from which it lasts; -1 for none.
func breakEven(line []float64) (first, until, lasting int) {
	holds := make([]float64, len(line))
	for m, x := range line {
		if x >= 0 {
			holds[m] = 1
		}
	}
	month := func(month int, ok bool) int {
		if !ok {
			return -1
		}
		return month
	}
	return month(First(holds)), month(Until(holds)), month(Lasting(holds))
}

func TestBreakEven(t *testing.T) {
	nan := math.NaN()
	cases := []struct {
		about                 string
		line                  []float64
		first, until, lasting int // -1: in no month
	}{
		{"never", []float64{-3, -2, -1}, -1, -1, -1},
		{"from the start", []float64{0, 1, 2}, 0, -1, 0},
		{"once and for all", []float64{-2, -1, 0, 1}, 2, -1, 2},
		{"with a relapse", []float64{-2, 1, -1, 0, 1}, 1, 1, 3},
		{"lost at the end", []float64{-2, 1, 1, -1}, 1, 2, -1},
		{"from the start, with a relapse", []float64{1, -1, 2}, 0, 0, 2},
		{"from the start, lost", []float64{1, -1}, 0, 0, -1},
		{"in the last month", []float64{-1, -1, 0}, 2, -1, 2},
		{"negative zero", []float64{-1, math.Copysign(0, -1)}, 1, -1, 1},
		{"absent months", []float64{nan, 1, nan, 1}, 1, 1, 3},
		{"no months", nil, -1, -1, -1},
	}
	for _, c := range cases {
		if first, until, lasting := breakEven(c.line); first != c.first || until != c.until || lasting != c.lasting {
			t.Errorf("%s: breakEven(%v) = %v, %v, %v, want %v, %v, %v", c.about, c.line, first, until, lasting, c.first, c.until, c.lasting)
		}
	}
}

// By the words of the definition, month for month.
func TestBreakEvenDefinition(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		line := rapid.SliceOfN(rapid.Float64Range(-1, 1), 0, 12).Draw(t, "line")
		wantFirst, wantUntil, wantLasting := -1, -1, -1
		for m := len(line) - 1; m >= 0; m-- {
			if line[m] >= 0 {
				wantFirst = m
				if m+1 == len(line) {
					wantUntil = -1
				} else if !(line[m+1] >= 0) {
					wantUntil = m
				}
			}
			stays := true
			for _, x := range line[m:] {
				stays = stays && x >= 0
			}
			if stays {
				wantLasting = m
			}
		}
		if first, until, lasting := breakEven(line); first != wantFirst || until != wantUntil || lasting != wantLasting {
			t.Fatalf("breakEven(%v) = %v, %v, %v, want %v, %v, %v", line, first, until, lasting, wantFirst, wantUntil, wantLasting)
		}
	})
}
