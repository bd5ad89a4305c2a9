package measure

import (
	"math"
	"testing"

	"pgregory.net/rapid"
)

func TestBreakEven(t *testing.T) {
	nan := math.NaN()
	fromStart := Reach{State: FromStart}
	cases := []struct {
		about          string
		line           []float64
		first, lasting Reach
	}{
		{"never", []float64{-3, -2, -1}, Reach{}, Reach{}},
		{"from the start", []float64{0, 1, 2}, fromStart, fromStart},
		{"once and for all", []float64{-2, -1, 0, 1}, Reach{Reached, 2}, Reach{Reached, 2}},
		{"with a relapse", []float64{-2, 1, -1, 0, 1}, Reach{Reached, 1}, Reach{Reached, 3}},
		{"lost at the end", []float64{-2, 1, 1, -1}, Reach{Reached, 1}, Reach{}},
		{"from the start, with a relapse", []float64{1, -1, 2}, fromStart, Reach{Reached, 2}},
		{"from the start, lost", []float64{1, -1}, fromStart, Reach{}},
		{"in the last month", []float64{-1, -1, 0}, Reach{Reached, 2}, Reach{Reached, 2}},
		{"negative zero", []float64{-1, math.Copysign(0, -1)}, Reach{Reached, 1}, Reach{Reached, 1}},
		{"absent months", []float64{nan, 1, nan, 1}, Reach{Reached, 1}, Reach{Reached, 3}},
		{"no months", nil, Reach{}, Reach{}},
	}
	for _, c := range cases {
		if first, lasting := BreakEven(c.line); first != c.first || lasting != c.lasting {
			t.Errorf("%s: BreakEven(%v) = %v, %v, want %v, %v", c.about, c.line, first, lasting, c.first, c.lasting)
		}
	}
}

// By the words of the definition, month for month.
func TestBreakEvenDefinition(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		line := rapid.SliceOfN(rapid.Float64Range(-1, 1), 0, 12).Draw(t, "line")
		var wantFirst, wantLasting Reach
		for m := len(line) - 1; m >= 0; m-- {
			if line[m] >= 0 {
				wantFirst = reachedIn(m)
			}
			stays := true
			for _, x := range line[m:] {
				stays = stays && x >= 0
			}
			if stays {
				wantLasting = reachedIn(m)
			}
		}
		if first, lasting := BreakEven(line); first != wantFirst || lasting != wantLasting {
			t.Fatalf("BreakEven(%v) = %v, %v, want %v, %v", line, first, lasting, wantFirst, wantLasting)
		}
	})
}
