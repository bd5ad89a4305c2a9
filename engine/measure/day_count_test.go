package measure

import (
	"testing"
	"time"

	"pgregory.net/rapid"
)

// The standard library's calendar is the reference.
func TestDayOf(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		days := rapid.IntRange(-800_000, 3_000_000).Draw(t, "days")
		want := time.Unix(0, 0).UTC().AddDate(0, 0, days)
		year, month, day := Day(days).Date()
		if year != want.Year() || month != int(want.Month()) || day != want.Day() {
			t.Fatalf("day %d: %d-%d-%d, want %v", days, year, month, day, want)
		}
		if got := DayOf(year, month, day); got != Day(days) {
			t.Fatalf("DayOf(%d, %d, %d) = %d, want %d", year, month, day, got, days)
		}
	})
	if got := DayOf(2026, 2, 31); got != DayOf(2026, 3, 3) {
		t.Errorf("31 February 2026 is day %d", got)
	}
}

func simple360(y1, m1, d1, y2, m2, d2 int) float64 {
	return float64(360*(y2-y1)+30*(m2-m1)+d2-d1) / 360
}

func TestYearFractionPublished(t *testing.T) {
	cases := []struct {
		source     string
		convention DayCount
		from, to   string
		want       float64
		tolerance  float64
	}{
		// OpenGamma/Strata modules/basics/src/test/java/com/opengamma/strata/basics/date/DayCountTest.java
		{"Strata ACT_360", Actual360, "2011-12-28", "2012-02-28", 62.0 / 360, 0},
		{"Strata ACT_360", Actual360, "2011-12-28", "2016-02-28", (62.0 + 366 + 365 + 365 + 365) / 360, 0},
		{"Strata ACT_360", Actual360, "2012-02-29", "2012-03-28", 28.0 / 360, 0},
		{"Strata ACT_365F", Actual365Fixed, "2011-12-28", "2012-02-29", 63.0 / 365, 0},
		{"Strata ACT_365F", Actual365Fixed, "2011-12-28", "2016-03-01", (64.0 + 366 + 365 + 365 + 365) / 365, 0},
		{"Strata ACT_365F", Actual365Fixed, "2012-03-01", "2012-03-28", 27.0 / 365, 0},
		{"Strata ACT_ACT_ISDA", ActualActualISDA, "2011-12-28", "2012-02-28", 4.0/365 + 58.0/366, 1e-15},
		{"Strata ACT_ACT_ISDA", ActualActualISDA, "2011-12-28", "2012-02-29", 4.0/365 + 59.0/366, 1e-15},
		{"Strata ACT_ACT_ISDA", ActualActualISDA, "2011-12-28", "2012-03-01", 4.0/365 + 60.0/366, 1e-15},
		{"Strata ACT_ACT_ISDA", ActualActualISDA, "2011-12-28", "2016-02-28", 4.0/365 + 58.0/366 + 4, 1e-15},
		{"Strata ACT_ACT_ISDA", ActualActualISDA, "2011-12-28", "2016-03-01", 4.0/365 + 60.0/366 + 4, 1e-15},
		{"Strata ACT_ACT_ISDA", ActualActualISDA, "2012-02-29", "2012-03-29", 29.0 / 366, 0},
		{"Strata ACT_ACT_ISDA", ActualActualISDA, "2012-03-01", "2012-03-28", 27.0 / 366, 0},

		// The examples of ISDA's memorandum of 1998, in QuantLib's tests:
		// lballabio/quantlib-old QuantLib-SWIG/Guile/test/daycounters.scm
		{"ISDA 1998", ActualActualISDA, "2003-11-01", "2004-05-01", 0.497724380567, 1e-12},
		{"ISDA 1998", ActualActualISDA, "1999-02-01", "1999-07-01", 0.410958904110, 1e-12},
		{"ISDA 1998", ActualActualISDA, "1999-07-01", "2000-07-01", 1.001377348600, 1e-11},
		{"ISDA 1998", ActualActualISDA, "2002-08-15", "2003-07-15", 0.915068493151, 1e-12},
		{"ISDA 1998", ActualActualISDA, "2003-07-15", "2004-01-15", 0.504004790778, 1e-12},
		{"ISDA 1998", ActualActualISDA, "1999-07-30", "2000-01-30", 0.503892506924, 1e-12},
		{"ISDA 1998", ActualActualISDA, "2000-01-30", "2000-06-30", 0.415300546448, 1e-12},

		// Strata, data provider "30U360", column EOM.
		{"Strata 30U/360", Thirty360US, "2011-12-28", "2012-02-28", simple360(2011, 12, 28, 2012, 2, 28), 0},
		{"Strata 30U/360", Thirty360US, "2011-12-28", "2012-02-29", simple360(2011, 12, 28, 2012, 2, 29), 0},
		{"Strata 30U/360", Thirty360US, "2011-12-28", "2016-03-01", simple360(2011, 12, 28, 2016, 3, 1), 0},
		{"Strata 30U/360", Thirty360US, "2012-02-28", "2012-03-28", simple360(2012, 2, 28, 2012, 3, 28), 0},
		{"Strata 30U/360", Thirty360US, "2012-02-29", "2012-03-28", simple360(2012, 2, 30, 2012, 3, 28), 0},
		{"Strata 30U/360", Thirty360US, "2012-02-29", "2012-03-30", simple360(2012, 2, 30, 2012, 3, 30), 0},
		{"Strata 30U/360", Thirty360US, "2012-02-29", "2012-03-31", simple360(2012, 2, 30, 2012, 3, 30), 0},
		{"Strata 30U/360", Thirty360US, "2012-02-29", "2013-02-28", simple360(2012, 2, 30, 2013, 2, 30), 0},
		{"Strata 30U/360", Thirty360US, "2011-02-28", "2012-02-28", simple360(2011, 2, 30, 2012, 2, 28), 0},
		{"Strata 30U/360", Thirty360US, "2011-02-28", "2012-02-29", simple360(2011, 2, 30, 2012, 2, 30), 0},
		{"Strata 30U/360", Thirty360US, "2012-02-29", "2016-02-29", simple360(2012, 2, 30, 2016, 2, 30), 0},
		{"Strata 30U/360", Thirty360US, "2012-05-30", "2013-08-29", simple360(2012, 5, 30, 2013, 8, 29), 0},
		{"Strata 30U/360", Thirty360US, "2012-05-29", "2013-08-31", simple360(2012, 5, 29, 2013, 8, 31), 0},
		{"Strata 30U/360", Thirty360US, "2012-05-30", "2013-08-31", simple360(2012, 5, 30, 2013, 8, 30), 0},
		{"Strata 30U/360", Thirty360US, "2012-05-31", "2013-08-30", simple360(2012, 5, 30, 2013, 8, 30), 0},
		{"Strata 30U/360", Thirty360US, "2012-05-31", "2013-08-31", simple360(2012, 5, 30, 2013, 8, 30), 0},

		// PHPOffice/PhpSpreadsheet tests/data/Calculation/DateTime/DAYS360.php,
		// the US method, and YEARFRAC.php, bases 0, 2 and 3.
		{"DAYS360", Thirty360US, "2007-01-01", "2007-12-31", 360.0 / 360, 0},
		{"DAYS360", Thirty360US, "2007-01-01", "2007-02-28", 57.0 / 360, 0},
		{"DAYS360", Thirty360US, "2007-01-31", "2007-03-01", 31.0 / 360, 0},
		{"DAYS360", Thirty360US, "2007-01-31", "2007-03-31", 60.0 / 360, 0},
		{"DAYS360", Thirty360US, "1960-12-19", "2008-06-28", 17109.0 / 360, 0},
		{"DAYS360", Thirty360US, "2000-02-28", "2000-03-31", 33.0 / 360, 0},
		{"DAYS360", Thirty360US, "2000-02-29", "2000-03-31", 30.0 / 360, 0},
		{"YEARFRAC 0", Thirty360US, "2007-01-01", "2007-01-10", 0.025, 1e-15},
		{"YEARFRAC 0", Thirty360US, "1982-12-07", "2008-06-28", 25.558333333333302, 1e-13},
		{"YEARFRAC 2", Actual360, "2007-01-01", "2007-12-31", 1.01111111111111, 1e-14},
		{"YEARFRAC 2", Actual360, "1960-12-19", "2008-06-28", 48.216666666666697, 1e-13},
		{"YEARFRAC 3", Actual365Fixed, "2007-01-01", "2008-07-01", 1.4986301369863, 1e-13},
		{"YEARFRAC 3", Actual365Fixed, "1960-12-19", "2008-06-28", 47.556164383561601, 1e-13},
	}
	for _, c := range cases {
		if got := YearFraction(c.convention, date(c.from), date(c.to)); !close(got, c.want, c.tolerance) {
			t.Errorf("%s: from %s to %s: %v, want %v", c.source, c.from, c.to, got, c.want)
		}
		if got := YearFraction(c.convention, date(c.to), date(c.from)); !close(got, -c.want, c.tolerance) {
			t.Errorf("%s: from %s back to %s: %v, want %v", c.source, c.to, c.from, got, -c.want)
		}
	}
}
