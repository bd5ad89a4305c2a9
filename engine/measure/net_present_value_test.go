package measure

import (
	"math"
	"testing"

	"pgregory.net/rapid"
)

func TestPeriodicNPVPublished(t *testing.T) {
	cases := []struct {
		source    string
		npv       func(float64, []float64) (float64, bool)
		rate      float64
		flows     []float64
		want      float64
		tolerance float64
	}{
		// ClickHouse/ClickHouse docs/en/sql-reference/functions/financial-functions.md
		{"ClickHouse", PeriodicNPV, 0.08, []float64{-40000, 5000, 8000, 12000, 30000}, 3065.2226681795255, 1e-11},
		{"ClickHouse, as Excel", ExcelNPV, 0.08, []float64{-40000, 5000, 8000, 12000, 30000}, 2838.1691372032656, 1e-11},
		// numpy/numpy-financial tests/test_financial.py, TestNpv, in decimal
		{"numpy-financial", PeriodicNPV, 0.05, []float64{-15000, 1500, 2500, 3500, 4500, 6000}, 122.894854950942692161628715, 1e-11},
		// docstring of numpy-financial's npv
		{"numpy-financial", PeriodicNPV, 0, []float64{-4000, 500, 800}, -2700, 0},
		{"numpy-financial", PeriodicNPV, 0.1, []float64{-5000, 600, 900}, -3710.743801652892561983471074, 1e-12},
		// PHPOffice/PhpSpreadsheet tests/data/Calculation/Financial/NPV.php, as
		// on the page of Excel's NPV
		{"Excel", ExcelNPV, 0.10, []float64{-10000, 3000, 4200, 6800}, 1188.4434123352, 1e-10},
		{"Excel", ExcelNPV, 0.08, []float64{8000, 9200, 10000, 12000, 14500}, 41922.061554931999, 1e-9},
		{"Excel", ExcelNPV, 0.08, []float64{8000, 9200, 10000, 12000, 14500, -9000}, 36250.534912984003, 1e-9},
		{"PhpSpreadsheet", ExcelNPV, 0.05, []float64{2000, 2400, 2900, 3500, 4100}, 12678.677633095, 1e-9},
	}
	for _, c := range cases {
		if got, ok := c.npv(c.rate, c.flows); !ok || !close(got, c.want, c.tolerance) {
			t.Errorf("%s: of %v at %v: %v, want %v", c.source, c.flows, c.rate, got, c.want)
		}
	}
}

func TestXNPVPublished(t *testing.T) {
	cases := []struct {
		source    string
		rate      float64
		flows     []float64
		days      []Day
		want      float64
		tolerance float64
	}{
		// learn.microsoft.com/office/vba/api/excel.worksheetfunction.xnpv
		{"Microsoft", 0.09, microsoft.flows, microsoft.days, 2086.6476, 5e-5},
		{"ClickHouse", 0.1, []float64{-10000, 5750, 4250, 3250},
			dates("2020-01-01", "2020-03-01", "2020-10-30", "2021-02-15"), 2506.579458169746, 1e-11},
		// PHPOffice/PhpSpreadsheet tests/data/Calculation/Financial/XNPV.php
		{"a single flow", 0.1, []float64{1000}, dates("2018-06-30"), 1000, 0},
		{"calculation #1", 0.1, []float64{0, 120000, 120000, 120000, 120000, 120000, 120000, 120000, 120000, 120000, 120000},
			dates("2018-06-30", "2018-12-31", "2019-12-31", "2020-12-31", "2021-12-31", "2022-12-31", "2023-12-31",
				"2024-12-31", "2025-12-31", "2026-12-31", "2027-12-31"), 772830.734, 5e-4},
		{"negative rate", -0.1, []float64{-100, 110}, dates("2019-12-31", "2020-12-31"), 22.257507852701, 1e-12},
		{"issue 3297", -0.6118824173, []float64{-1000000.706, 947003.58}, dates("2018-09-05", "2018-09-26"), 0, 1e-3},
	}
	for _, c := range cases {
		if got, ok := XNPV(c.rate, c.flows, c.days); !ok || !close(got, c.want, c.tolerance) {
			t.Errorf("%s: XNPV(%v, %v, …) = %v, want %v", c.source, c.rate, c.flows, got, c.want)
		}
	}
}

func TestNetPresentValueAbsent(t *testing.T) {
	absent := map[string]func() (float64, bool){
		"rate of -1":         func() (float64, bool) { return NPV(-1, []float64{1}, EndOfMonth) },
		"rate not a number":  func() (float64, bool) { return NPV(math.NaN(), []float64{1}, EndOfMonth) },
		"flow not a number":  func() (float64, bool) { return NPV(0.1, []float64{1, math.NaN()}, MidMonth) },
		"periodic rate":      func() (float64, bool) { return PeriodicNPV(-2, []float64{1}) },
		"Excel's rate":       func() (float64, bool) { return ExcelNPV(-1, []float64{1}) },
		"dated rate":         func() (float64, bool) { return XNPV(-1, []float64{1}, []Day{0}) },
		"no dated flow":      func() (float64, bool) { return XNPV(0.1, nil, nil) },
		"too few dates":      func() (float64, bool) { return XNPV(0.1, []float64{1, 2}, []Day{0}) },
		"levelised, nothing": func() (float64, bool) { return LevelisedCost(0.1, []float64{1}, []float64{0}) },
	}
	for name, f := range absent {
		if value, ok := f(); ok || value == value {
			t.Errorf("%s: %v, %v", name, value, ok)
		}
	}
	if value, ok := NPV(0.1, nil, EndOfMonth); !ok || value != 0 {
		t.Errorf("of no flows: %v, %v", value, ok)
	}
}

// Month m is discounted by (1+r)^(m/12), half a month less at mid-month.
func TestNPVTiming(t *testing.T) {
	for month := range 25 {
		flows := make([]float64, month+1)
		flows[month] = 100
		for timing, years := range map[Timing]float64{EndOfMonth: float64(month) / 12, MidMonth: (float64(month) - 0.5) / 12} {
			got, ok := NPV(0.21, flows, timing)
			if want := 100 / math.Pow(1.21, years); !ok || !close(got, want, 1e-11) {
				t.Errorf("month %d, timing %d: %v, want %v", month, timing, got, want)
			}
		}
	}
}

// npvScale returns the net present value of the flows' sizes.
func npvScale(rate float64, flows []float64) float64 {
	gross := 0.0
	for t, flow := range flows {
		gross += math.Abs(flow) * math.Pow(1+rate, -float64(t))
	}
	return gross
}

// Flows at year ends only are annual flows.
func TestNPVOfYearEndsIsPeriodic(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		annual := rapid.SliceOfN(rapid.Float64Range(-1e9, 1e9), 1, 30).Draw(t, "annual")
		rate := rapid.Float64Range(-0.5, 3).Draw(t, "rate")
		monthly := make([]float64, 12*len(annual)-11)
		for year, flow := range annual {
			monthly[12*year] = flow
		}
		want, _ := PeriodicNPV(rate, annual)
		if got, ok := NPV(rate, monthly, EndOfMonth); !ok || !close(got, want, 1e-12*npvScale(rate, annual)) {
			t.Fatalf("NPV %v, by year %v", got, want)
		}
	})
}
