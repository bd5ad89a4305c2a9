package calendar_test

import (
	"slices"
	"testing"
	"time"

	"rackonomics/engine/calendar"
)

// published are those that NYSE and Nasdaq have published, or kept.
var published = map[int][]string{
	2011: {"01-17", "02-21", "04-22", "05-30", "07-04", "09-05", "11-24", "12-26"}, // New Year's Day was a Saturday
	2021: {"01-01", "01-18", "02-15", "04-02", "05-31", "07-05", "09-06", "11-25", "12-24"},
	2024: {"01-01", "01-15", "02-19", "03-29", "05-27", "06-19", "07-04", "09-02", "11-28", "12-25"},
	2026: {"01-01", "01-19", "02-16", "04-03", "05-25", "06-19", "07-03", "09-07", "11-26", "12-25"},
	2027: {"01-01", "01-18", "02-15", "03-26", "05-31", "06-18", "07-05", "09-06", "11-25", "12-24"},
	2028: {"01-17", "02-21", "04-14", "05-29", "06-19", "07-04", "09-04", "11-23", "12-25"},
}

func TestExchangesTradeOnAllOtherWeekdays(t *testing.T) {
	for year, closed := range published {
		for day := time.Date(year, 1, 1, 0, 0, 0, 0, time.UTC); day.Year() == year; day = day.AddDate(0, 0, 1) {
			text := day.Format(time.DateOnly)
			counted, err := calendar.ParseDay(text)
			if err != nil {
				t.Fatal(err)
			}
			open := day.Weekday() != time.Saturday && day.Weekday() != time.Sunday && !slices.Contains(closed, text[5:])
			if got := calendar.ExchangeDay(counted) == counted; got != open {
				t.Errorf("on %s, a %s, exchanges trade: %v", text, day.Weekday(), got)
			}
		}
	}
}

// A company whose pricing falls on the Thursday before a long weekend trades on
// Tuesday.
func TestExchangeDayAfterALongWeekend(t *testing.T) {
	friday, _ := calendar.ParseDay("2026-07-03")
	if got := calendar.DayText(calendar.ExchangeDay(friday)); got != "2026-07-06" {
		t.Errorf("after 3 July 2026 exchanges trade on %s", got)
	}
	if last, _ := calendar.ParseDay("2150-12-31"); calendar.ExchangeDay(last) < last {
		t.Error("the last day of all has none after it")
	}
}

func FuzzExchangeDay(f *testing.F) {
	f.Add(0)
	f.Add(13_000)
	f.Fuzz(func(t *testing.T, day int) {
		day = (day%60_000 + 60_000) % 60_000
		got := calendar.ExchangeDay(day)
		if got < day || got > day+4 || calendar.ExchangeDay(got) != got {
			t.Errorf("after day %d exchanges trade on %d", day, got)
		}
	})
}
