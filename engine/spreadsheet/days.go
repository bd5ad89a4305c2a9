package spreadsheet

import (
	"math"

	"rackonomics/engine/calendar"
)

// Epoch is the number by which a spreadsheet knows the first day of
// [calendar.First], 1 January 1990.
const Epoch = 32874

// DayOf is the number of a month's first day in a spreadsheet.
func DayOf(month calendar.Month) float64 { return float64(month.FirstDay()) + Epoch }

// MonthOf is the month of a day as a spreadsheet counts days.
func MonthOf(serial float64) (calendar.Month, bool) {
	day := math.Floor(serial) - Epoch
	if !(day >= 0 && day < float64(calendar.Last.Add(1).FirstDay())) {
		return calendar.Month{}, false
	}
	const shortest = 28
	month := calendar.First.Add(int(day) / (shortest + 4))
	for float64(month.Add(1).FirstDay()) <= day {
		month = month.Add(1)
	}
	return month, true
}
