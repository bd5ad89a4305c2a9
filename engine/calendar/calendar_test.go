package calendar_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"rackonomics/engine/calendar"
)

func TestParse(t *testing.T) {
	for text, want := range map[string]calendar.Month{
		"2026-05": {Year: 2026, Month: 5},
		"1990-01": calendar.First,
		"2150-12": calendar.Last,
		"2000-12": {Year: 2000, Month: 12},
	} {
		got, err := calendar.Parse(text)
		if err != nil || got != want {
			t.Errorf("Parse(%q) = %v, %v; want %v", text, got, err, want)
		}
		if got.String() != text {
			t.Errorf("%q is written as %q", text, got)
		}
	}
}

func TestEveryMonthIsWrittenAsItIsRead(t *testing.T) {
	for month := (calendar.Month{Year: 999, Month: 1}); month.Since(calendar.Last) <= 12; month = month.Add(1) {
		if want := fmt.Sprintf("%04d-%02d", month.Year, month.Month); month.String() != want {
			t.Fatalf("%s is written as %s", want, month)
		}
	}
}

func TestParseRefuses(t *testing.T) {
	for name, text := range map[string]string{
		"nothing":            "",
		"a year":             "2026",
		"a day":              "2026-05-01",
		"month 0":            "2026-00",
		"month 13":           "2026-13",
		"one digit":          "2026-5",
		"another separator":  "2026/05",
		"a sign":             "+026-05",
		"a minus for a zero": "2026--5",
		"a space":            " 026-05",
		"a name":             "May2026",
		"before the first":   "1989-12",
		"after the last":     "2151-01",
		"wide digits":        "２026-5",
	} {
		t.Run(name, func(t *testing.T) {
			month, err := calendar.Parse(text)
			if err == nil {
				t.Fatalf("%q was read as %v", text, month)
			}
			for _, part := range []string{"2026-05", "1990-01", "2150-12"} {
				if !strings.Contains(err.Error(), part) {
					t.Errorf("%q does not say %s", err, part)
				}
			}
		})
	}
}

// The standard library's calendar is the independent calculation.
func TestDaysAgreesWithStandardLibrary(t *testing.T) {
	for m := calendar.First; m.Since(calendar.Last) <= 0; m = m.Add(1) {
		want := time.Date(m.Year, time.Month(m.Month)+1, 0, 0, 0, 0, 0, time.UTC).Day()
		if m.Days() != want {
			t.Errorf("%v has %d days, want %d", m, m.Days(), want)
		}
	}
	if feb := (calendar.Month{Year: 2100, Month: 2}); feb.Days() != 28 {
		t.Errorf("2100 is no leap year, yet February has %d days", feb.Days())
	}
}

func TestAddAndSinceAreInverse(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		m := calendar.First.Add(rapid.IntRange(0, calendar.Last.Since(calendar.First)).Draw(t, "month"))
		n := rapid.IntRange(-1200, 1200).Draw(t, "months later")
		later := m.Add(n)
		if later.Month < 1 || later.Month > 12 || later.Since(m) != n || later.Add(-n) != m {
			t.Fatalf("%v + %d = %v, which is %d later", m, n, later, later.Since(m))
		}
	})
}

func TestDaysAreCounted(t *testing.T) {
	first := time.Date(1990, 1, 1, 0, 0, 0, 0, time.UTC)
	rapid.Check(t, func(t *rapid.T) {
		day := rapid.IntRange(0, calendar.Last.FirstDay()+30).Draw(t, "day")
		text := first.AddDate(0, 0, day).Format(time.DateOnly)
		if got := calendar.DayText(day); got != text {
			t.Fatalf("day %d is written as %s, want %s", day, got, text)
		}
		if got, err := calendar.ParseDay(text); err != nil || got != day {
			t.Fatalf("%s is day %d, %v; want %d", text, got, err, day)
		}
	})
}

func TestParseDayRefuses(t *testing.T) {
	for _, text := range []string{"", "2026-05", "2026-05-00", "2026-05-32", "2026-02-29", "2100-02-29", "2026-13-01", "2026-5-1", "2026-05-1", "2026/05/01", "1989-12-31", "2151-01-01", "2026-05-+1", " 2026-05-1"} {
		if day, err := calendar.ParseDay(text); err == nil || !strings.Contains(err.Error(), "2026-05-20") {
			t.Errorf("%q is read as day %d, %v", text, day, err)
		}
	}
	if day, err := calendar.ParseDay("2028-02-29"); err != nil || calendar.DayText(day) != "2028-02-29" {
		t.Errorf("the leap day is %d, %v", day, err)
	}
}
