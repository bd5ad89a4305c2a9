package workbook

import (
	"slices"
	"strings"
	"testing"

	"rackonomics/engine/calendar"
	"rackonomics/engine/model"
	"rackonomics/engine/spreadsheet"
)

// What a row says of the calendar stands as a date beside its count, and the count says
// that it is none of a time.
func TestMonthsOfTheCalendarAreDates(t *testing.T) {
	b, made := builtOf(t, loaded(t, "delayed-listing"))
	grids, seen := gridsOf(made), map[string]int{}
	for i, thing := range b.things {
		for at, line := range thing.lines {
			row := model.FindRow(line.name)
			if row == nil || !row.Date {
				if strings.Contains(line.unit, firstIsZero) {
					t.Errorf("%s is a count and no date of the calendar", line.name)
				}
				continue
			}
			date := thing.lines[at+1]
			if line.unit != row.Unit+firstIsZero || date.unit != "date" || !slices.Contains([]string{monthFormat, dayFormat}, date.format) {
				t.Fatalf("%s of %s in %q has no date beside it: %q", line.name, b.layout.Instances[i].Name, line.unit, date.unit)
			}
			count, shown := line.value(0).Number, grids[thing.name][cellName(0, date.number)]
			want := spreadsheet.NumberValue(b.serial(0) + count)
			if row.Unit == "month" {
				want = spreadsheet.NumberValue(spreadsheet.DayOf(b.document.Start.Add(int(count))))
				if int(count) >= calendar.Last.Since(b.document.Start) { // never
					want = spreadsheet.NotAvailable
					seen["never"]++
				}
			}
			if shown != want {
				t.Errorf("%s of %s is %v, and its date is %v, not %v", line.name, b.layout.Instances[i].Name, count, shown, want)
			}
			seen[row.Unit]++
		}
	}
	if seen["month"] < 3 || seen["day"] < 3 || seen["never"] == 0 {
		t.Errorf("too little was seen: %v", seen)
	}
}
