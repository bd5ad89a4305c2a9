package result

import (
	"math"
	"slices"
	"strings"
	"testing"

	"rackonomics/engine/calendar"
	"rackonomics/engine/language"
	"rackonomics/engine/measure"
)

var none = math.NaN()

// example is a call of a reduction: a slice for a series or several values, a
// slice of slices for each thing, else a number.
type example struct {
	of      []any
	want    any // a number, months as numbers; a slice of several
	decided int // the month that decided; -1 for none
}

// By hand, from the meaning that the reference tells. The functions of package
// measure have tests of their own against published cases.
var examples = map[string][]example{
	"opening":      {{[]any{[]float64{3, 1, 2}}, 3.0, 0}},
	"last":         {{[]any{[]float64{3, 1, 2}}, 2.0, 2}},
	"at":           {{[]any{[]float64{3, 1, 2}, 1.0}, 1.0, 1}, {[]any{[]float64{3, 1, 2}, 11.0}, 2.0, 2}, {[]any{[]float64{3, 1, 2}, none}, none, -1}, {[]any{[]float64{3, 1, 2}, -1.0}, none, -1}},
	"total":        {{[]any{[]float64{3, -5, 2.5}}, 0.5, 1}, {[]any{[]float64{3, none}}, none, 0}},
	"mean":         {{[]any{[]float64{3, 1, 8}}, 4.0, 2}, {[]any{[]float64{3, 1, 8}, 2.0}, 2.0, 0}, {[]any{[]float64{3, 1, 8}, 12.0}, 4.0, 2}},
	"average":      {{[]any{[][]float64{{2, none}, {6, 100}}, [][]float64{{30, 70}, {10, 0}}}, 3.0, 1}, {[]any{[][]float64{}, [][]float64{}}, none, -1}},
	"peak":         {{[]any{[]float64{none, 5, 9, 9}}, 9.0, 2}, {[]any{[]float64{none}}, none, -1}},
	"peak_month":   {{[]any{[]float64{none, 5, 9, 9}}, 2.0, 2}},
	"lowest":       {{[]any{[]float64{none, 5, -9, -9}}, -9.0, 2}},
	"lowest_month": {{[]any{[]float64{none, 5, -9, -9}}, 2.0, 2}},
	"first":        {{[]any{[]float64{0, 1, 0, 1}}, 1.0, 1}, {[]any{[]float64{0, none}}, none, -1}},
	"until":        {{[]any{[]float64{0, 1, 1, 0, 1}}, 2.0, 2}, {[]any{[]float64{0, 1, 1}}, none, -1}, {[]any{[]float64{0, none}}, none, -1}},
	"held":         {{[]any{[]float64{0, 1, 1, 0, 1}}, 2.0, 2}, {[]any{[]float64{0, 1, 1}}, 2.0, 2}, {[]any{[]float64{0, none}}, none, -1}},
	"lasting":      {{[]any{[]float64{0, 1, 0, 1}}, 3.0, 3}, {[]any{[]float64{0, 1, 0}}, none, -1}},

	// 1.21 a year is 1.1 half a year: a flow of 6 months later counts 1/1.1.
	"npv": {{[]any{[]float64{-10, 0, 0, 0, 0, 0, 11}, 0.21}, 0.0, 6}, {[]any{[]float64{-10, 0, 0, 0, 0, 0, 22}, 0.21, 0.0}, 10.0, 6},
		{[]any{[]float64{-10, 0, 0, 0, 0, 0, 22}, 0.21, 1.0}, 10 * math.Pow(1.21, 1.0/24), 6}},
	"irr": {{[]any{[]float64{-100, 101}}, []float64{math.Pow(1.01, 12) - 1}, 1}, {[]any{[]float64{-1600, 10000, -10000}}, []float64{math.Pow(1.25, 12) - 1, math.Pow(5, 12) - 1}, 1},
		{[]any{[]float64{1, 1}}, []float64{}, 0}},
	"xirr":           {{[]any{[]float64{-100, 110}}, []float64{math.Pow(1.1, 365.0/29) - 1}, 1}}, // from 31 January to 29 February 2028
	"mirr":           {{[]any{[]float64{-100, 50, 60}, 0.1, 0.2}, math.Sqrt((50*1.2+60)/100) - 1, 0}},
	"rate_of_return": {{[]any{[]float64{0.1, 0.5}, 0.2}, 0.1, -1}, {[]any{[]float64{}, 0.2}, none, -1}, {[]any{[]float64{-0.9999}, 0.1}, none, -1}, {[]any{[]float64{116192.8}, 0.1}, none, -1}, {[]any{[]float64{-0.5}, 0.1}, -0.5, -1}},
	"least":          {{[]any{[]float64{0.1, 0.5}}, 0.1, -1}, {[]any{[]float64{}}, none, -1}},
	"most":           {{[]any{[]float64{0.1, 0.5}}, 0.5, -1}, {[]any{[]float64{}}, none, -1}},
	"size":           {{[]any{[]float64{0.1, 0.5}}, 2.0, -1}, {[]any{[]float64{}}, 0.0, -1}},
	"payback":        {{[]any{[]float64{-10, 5, 5, 5}}, 2.0, 2}, {[]any{[]float64{-10, 5, 5, 5}, 4095.0}, none, -1}, {[]any{[]float64{-10, 8, 8, 5}, 4095.0}, none, -1}, {[]any{[]float64{-10, 18, 8, 5}, 4095.0}, 2.0, 2}, {[]any{[]float64{1, 1}}, none, -1}},
	"covered":        {{[]any{[]float64{1, -3}, []float64{-4, -4}}, 0.75, 1}, {[]any{[]float64{5, 3}, []float64{-4, 0}}, 3.0, 0}, {[]any{[]float64{5, 3}, []float64{4, -4}}, none, 0}},
	"levelised":      {{[]any{[]float64{100, 0, 0, 0, 0, 0, 11}, []float64{0, 0, 0, 0, 0, 0, 22}, 0.21}, 5.5, 0}, {[]any{[]float64{1, 1}, []float64{0, 0}, 0.1}, none, 0}},

	"lowest_dscr":       {{[]any{slices.Concat(level(9, 1), level(3, 12), level(2, 12)), level(2, 25), slices.Concat(level(0, 1), level(1, 24))}, 1.0, 13}, {[]any{level(1, 3), level(0, 3), level(0, 3)}, none, -1}},
	"lowest_dscr_month": {{[]any{slices.Concat(level(9, 1), level(3, 12), level(2, 12)), level(2, 25), slices.Concat(level(0, 1), level(1, 24))}, 13.0, 13}},
	"average_dscr":      {{[]any{slices.Concat(level(9, 1), level(3, 12), level(2, 12)), level(2, 25), slices.Concat(level(0, 1), level(1, 24))}, 1.25, 13}},
	// At 10 % a month 110 and 121 are worth 100 each; the last service is in month 2.
	"llcr": {{[]any{[]float64{0, 110, 121, 1331}, []float64{0, 1, 1, 0}, []float64{0, 160, 80, 0}, level(0.1, 4)}, 1.25, 1}, {[]any{level(1, 2), level(1, 2), level(0, 2), level(0, 2)}, none, 0}},
	"plcr": {{[]any{[]float64{0, 110, 121, 133.1}, []float64{0, 160, 80, 0}, level(0.1, 4)}, 1.875, 1}},

	"earliest":    {{[]any{[][]float64{{5, 0}, {3, 9}, {3, 9}}}, 6.0, 0}, {[]any{[][]float64{}}, none, 0}},
	"earliest_of": {{[]any{[][]float64{{5, 0}, {3, 9}, {3, 9}}}, 3.0, 0}},
	"place":       {{[]any{[][]float64{{5, 0}, {3, 9}, {3, 9}}}, 3.0, 0}}, // of the first
}

func level(value float64, n int) []float64 { return slices.Repeat([]float64{value}, n) }

func call(e example) *arguments {
	a := &arguments{given: len(e.of)}
	for i, of := range e.of {
		switch of := of.(type) {
		case float64:
			a.numbers[i] = of
		case []float64:
			a.series[i], a.months = of, max(a.months, len(of))
		case [][]float64:
			a.each[i] = of
		}
	}
	a.within = a.months
	for month := range a.months {
		a.ends = append(a.ends, measure.Day(calendar.Month{Year: 2028, Month: 1}.Add(month+1).FirstDay()-1))
	}
	return a
}

// Of a scenario of two months with a debt of three, cash flow counts to the end of
// the debt and not to the fourth month, which something else needs.
func TestProjectLifeHoldsTheDebt(t *testing.T) {
	example := examples["plcr"][0]
	a := call(example)
	a.within = 2
	i := slices.IndexFunc(Reductions, func(r Reduction) bool { return r.Name == "plcr" })
	if got := Reductions[i].compute(a); math.Abs(got-1.25) > 1e-12 {
		t.Errorf("cover is %v, want 1.25", got)
	}
}

func TestReductions(t *testing.T) {
	near := func(a, b float64) bool { return math.Abs(a-b) <= 1e-12*math.Abs(b)+1e-14 || a-a != 0 && b != b }
	seen := map[string]bool{}
	for i := range Reductions {
		r := &Reductions[i]
		if seen[r.Name] || len(examples[r.Name]) == 0 || !strings.HasSuffix(r.Meaning, ".") || len(r.Arguments) > most {
			t.Errorf("%s is there twice, has no example, no meaning or too many arguments", r)
		}
		seen[r.Name] = true
		if (r.Result == language.Several) != (r.list != nil) || (r.list != nil) == (r.compute != nil) || (r.decided != nil) != (r.deciding != "") {
			t.Errorf("%s lacks a function that its result needs", r)
		}
		for _, e := range examples[r.Name] {
			a := call(e)
			got, want := []float64{}, []float64{}
			if r.list != nil {
				got, want = r.list(a), e.want.([]float64)
			} else {
				got, want = append(got, r.compute(a)), append(want, e.want.(float64))
			}
			if !slices.EqualFunc(got, want, near) {
				t.Errorf("%s of %v is %v, want %v", r.Name, e.of, got, want)
			}
			month := -1
			if r.decided != nil {
				if found, ok := r.decided(a); ok {
					month = found
				}
			}
			if month != e.decided {
				t.Errorf("%s of %v was decided in month %d, want %d", r.Name, e.of, month, e.decided)
			}
		}
	}
	if len(seen) != len(examples) {
		t.Error("there are examples of functions that are not there")
	}
}
