package estimate

import (
	"math"
	"testing"
)

// Of an answer that is the sum of independent parts with deviations 4 and 3, 16/25 of
// the variance goes with the first, and the deviation falls from 5 to 3.
func TestWhatToFindOut(t *testing.T) {
	absent := math.NaN()
	got := WhatToFindOut([]Estimate{{absent, absent}, {9.0 / 25, 0.01}, {-0.01, 0.02}, {16.0 / 25, 0.05}, {16.0 / 25, absent}, {1.02, 0.04}})
	want := []Knowing{
		{5, Estimate{1, 0.04}, Estimate{1, math.Sqrt(0.02) / 2}},
		{3, Estimate{16.0 / 25, 0.05}, Estimate{2.0 / 5, (math.Sqrt(0.41) - math.Sqrt(0.31)) / 2}},
		{4, Estimate{16.0 / 25, absent}, Estimate{2.0 / 5, absent}},
		{1, Estimate{9.0 / 25, 0.01}, Estimate{1.0 / 5, (math.Sqrt(0.65) - math.Sqrt(0.63)) / 2}},
		{2, Estimate{0, 0.02}, Estimate{0, (1 - math.Sqrt(0.99)) / 2}},
		{0, Estimate{absent, absent}, Estimate{absent, absent}},
	}
	for i := range want {
		if got[i].Input != want[i].Input || !near(got[i].Variance, want[i].Variance) || !near(got[i].Deviation, want[i].Deviation) {
			t.Errorf("place %d: %+v, want %+v", i, got[i], want[i])
		}
	}
}

func near(a, b Estimate) bool {
	alike := func(x, y float64) bool { return math.Abs(x-y) < 1e-14 || x != x && y != y }
	return alike(a.Value, b.Value) && alike(a.Error, b.Error)
}
