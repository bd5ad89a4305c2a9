package measure

import (
	"math"
	"slices"
	"testing"
	"time"

	"pgregory.net/rapid"
)

func date(text string) Day {
	day, err := time.Parse(time.DateOnly, text)
	if err != nil {
		panic(err)
	}
	return Day(day.Unix() / 86400)
}

func dates(texts ...string) []Day {
	var days []Day
	for _, text := range texts {
		days = append(days, date(text))
	}
	return days
}

func TestXIRRPublished(t *testing.T) {
	cases := []struct {
		source    string
		flows     []float64
		days      []Day
		want      []float64
		tolerance float64
	}{
		// support.microsoft.com/excel/functions/xirr-function
		{"Microsoft", microsoft.flows, microsoft.days, []float64{0.373362535}, 2e-9},
		// npmjs.com/package/financial-fns
		{"financial-fns", microsoft.flows, microsoft.days, []float64{0.3733625335188315}, 1e-15},
		{"ClickHouse", []float64{-10000, 5750, 4250, 3250},
			dates("2020-01-01", "2020-03-01", "2020-10-30", "2021-02-15"), []float64{0.6342972615260243}, 1e-15},
		// C. Flock, "11 Financial Calculations that You Can't Do in Excel",
		// part 3 (2011): Excel returns 2.98023E-09 here. Decimal arithmetic with 50
		// digits gives -0.592046674092577, so the tenth digit is the source's error.
		{"XLeratorDB", []float64{5290.5, 5290.5, 5290.5, 5290.5, 6273.2, 5417.2, 5492.05, 5486.15, -20004},
			dates("2010-04-01", "2010-04-01", "2010-04-01", "2010-04-01", "2010-11-08", "2011-02-01", "2011-03-15", "2011-05-12", "2011-08-31"),
			[]float64{-0.592046674219327}, 2e-10},

		// PHPOffice/PhpSpreadsheet tests/data/Calculation/Financial/XIRR.php, good
		// to some 1e-8, as Excel's iteration is.
		{"different numbers", []float64{4000, -46000}, dates("2015-01-04"), nil, 0},
		{"all negative", []float64{-4000, -46000}, dates("2015-01-04", "2019-06-27"), nil, 0},
		{"all positive", []float64{4000, 46000}, dates("2015-01-04", "2019-06-27"), nil, 0},
		{"dates in any order", []float64{1893.67, 139947.43, 52573.25, 48849.74, 26369.16, -273029.18},
			dates("2019-06-27", "2019-06-20", "2019-06-21", "2019-06-24", "2019-06-27", "2019-07-27"), []float64{0.137963527441025}, 1e-8},
		{"calculation #0", []float64{4000, -46000}, dates("2015-04-01", "2019-06-27"), []float64{0.77868869226873}, 1e-8},
		{"calculation #1", []float64{139947.43, 1893.67, 52573.25, 48849.74, 26369.16, -273029.18}, lateJune, []float64{0.137963527441025}, 1e-8},
		{"calculation #2", []float64{100, -110}, dates("2019-06-12", "2020-06-11"), []float64{0.09999999}, 2e-8},
		{"calculation #3", []float64{1, 1893.67, 52573.25, 48849.74, 26369.16, -273029.18},
			dates("2019-06-27", "2019-06-27", "2019-06-21", "2019-06-24", "2019-06-27", "2019-07-27"), []float64{3235.159644}, 1e-5},
		{"calculation #4", []float64{1893.67, 139947.43, 52573.25, 48849.74, 26369.16, -273029.18}, lateJune, []float64{0.15467888}, 1e-8},
		{"calculation #5", []float64{-100, 20, 40, 25}, dates("2010-01-01", "2010-04-01", "2010-10-01", "2011-02-01"), []float64{-0.197387315}, 1e-8},
		{"calculation #6", []float64{-10000, 2750, 4250, 3250, 2750, 46000},
			dates("2008-01-01", "2008-03-01", "2008-10-30", "2009-02-15", "2009-04-01", "2009-06-01"), []float64{3.434984565}, 1e-8},
		{"issue 2469", []float64{55600, -51094.83}, dates("2021-11-24", "2021-12-24"), []float64{-0.642307613}, 1e-9},
		{"one year without growth", []float64{-1000, 1000}, dates("2010-01-01", "2011-01-01"), []float64{0}, 0},
		{"one year of growth", []float64{-1000, 1100}, dates("2010-01-01", "2011-01-01"), []float64{0.1}, 1e-15},
		{"one year of decline", []float64{-1000, 900}, dates("2010-01-01", "2011-01-01"), []float64{-0.1}, 1e-15},
		{"over 100 %", []float64{-1000, 3000}, dates("2010-01-01", "2011-01-01"), []float64{2}, 1e-14},
		{"reordered", []float64{-1000, 4300, -1000, -1000, -1000},
			dates("2010-10-01", "2011-01-01", "2010-07-01", "2010-01-01", "2010-04-01"), []float64{0.1212676}, 1e-7},
		{"total loss", []float64{-1000, 0}, dates("2010-01-01", "2011-01-01"), nil, 0},
		{"readme example", []float64{-1000, -2500, -1000, 5050},
			dates("2016-01-15", "2016-02-08", "2016-04-17", "2016-08-24"), []float64{0.2504234710540838}, 1e-8},
		{"from nodejs", []float64{-10000, 3027.25, 630.68, 2018.2, 1513.62, 1765.89, 4036.33, 4036.33, 1513.62, 1513.62,
			2018.16, 1513.62, 1009.08, 1513.62, 1513.62, 1765.89, 1765.89, 22421.55},
			dates("2000-05-24", "2000-06-05", "2001-04-09", "2004-02-24", "2005-03-18", "2006-02-15", "2007-01-10",
				"2007-11-14", "2008-12-17", "2010-01-15", "2011-01-14", "2012-02-03", "2013-01-18", "2014-01-24",
				"2015-01-30", "2016-01-22", "2017-01-20", "2017-06-05"), []float64{0.2126861}, 1e-7},
		// Excel has no value for the next two; the figures are DeCampo's.
		{"issue5a", []float64{-2610, -2589, -5110, -2550, -5086, -2561, -5040, -2552, -2530, 29520},
			dates("2001-06-22", "2001-07-03", "2001-07-05", "2001-07-06", "2001-07-09", "2001-07-10", "2001-07-12",
				"2001-07-13", "2001-07-16", "2001-07-17"), []float64{-0.7640294}, 1e-7},
		{"issue5b", []float64{-2610, -2589, -5110, -2550, -5086, -2561, -5040, -2552, -2530, -9840, 38900},
			dates("2001-06-22", "2001-07-03", "2001-07-05", "2001-07-06", "2001-07-09", "2001-07-10", "2001-07-12",
				"2001-07-13", "2001-07-16", "2001-07-17", "2001-07-18"), []float64{-0.8353404}, 1e-7},
		{"large", []float64{-100, 1000}, dates("2019-12-31", "2020-03-05"), []float64{412461.6383}, 1e-3},
	}
	for _, c := range cases {
		if got := XIRR(c.flows, c.days); !closeAll(got, c.want, c.tolerance) {
			t.Errorf("%s: XIRR(%v, …) = %v, want %v", c.source, c.flows, got, c.want)
		}
	}
}

// Cases of the same file in which Excel finds one root or none, and there are
// others that its iteration does not reach.
func TestXIRRWithFarRoots(t *testing.T) {
	flows := []float64{-2236.3994659663, -47.3417585212, -46.52619316339632, 10424.74612565936, -13.077972551952}
	days := dates("2017-12-16", "2017-12-26", "2017-12-29", "2017-12-31", "2017-12-20")
	got, ok := Nearest(XIRR(flows, days), 1e16)
	if !ok || math.Abs(got-1.223853529e16) > 1e7 {
		t.Errorf("XIRR(%v) has no root near 1.22e16: %v", flows, XIRR(flows, days))
	}
	flows, days = []float64{-10000, 10000, -10000, 5}, dates("2010-01-15", "2010-04-16", "2010-07-16", "2010-10-15")
	for _, rate := range XIRR(flows, days) {
		// Three changes of sign: an odd number of roots, here a total loss.
		if rate > -0.999999 {
			t.Errorf("XIRR(%v) = %v where Excel finds none", flows, rate)
		}
	}
}

func TestXNPVAtXIRRIsZero(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(2, 40).Draw(t, "n")
		flows := rapid.SliceOfN(rapid.Float64Range(-1e6, 1e6), n, n).Draw(t, "flows")
		var days []Day
		for _, d := range rapid.SliceOfN(rapid.IntRange(0, 4000), n, n).Draw(t, "days") {
			days = append(days, Day(20000+d))
		}
		for _, rate := range XIRR(flows, days) {
			gross := make([]float64, n)
			for k := range flows {
				gross[k] = math.Abs(flows[k])
			}
			npv, ok := XNPV(rate, flows, days)
			scale, _ := XNPV(rate, gross, days)
			// One unit in the last place of 1+rate moves the term of day d by
			// d/365 units of it; near -1 that is much of the rate.
			slack := 1e-12 * (1 + 1/(1+rate))
			if ok && math.Abs(npv) > slack*scale*float64(n) {
				t.Fatalf("XNPV(%v) = %v of %v gross", rate, npv, scale)
			}
		}
	})
}

// Dated flows a year of 365 days apart are periodic flows.
func TestXIRRAgreesWithIRR(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		flows := rapid.SliceOfN(rapid.IntRange(-9, 9), 2, 12).Draw(t, "flows")
		var values []float64
		var days []Day
		for i, flow := range flows {
			values = append(values, float64(flow))
			days = append(days, Day(365*i))
		}
		irr, xirr := IRR(values), XIRR(values, days)
		if !slices.EqualFunc(irr, xirr, func(a, b float64) bool { return close(a, b, 1e-6*(1+math.Abs(a))) }) {
			t.Fatalf("IRR(%v) = %v, XIRR %v", flows, irr, xirr)
		}
	})
}
