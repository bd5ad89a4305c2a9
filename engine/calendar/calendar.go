// Package calendar counts months of the Gregorian calendar. The model's months
// are calendar months with their real days and hours.
package calendar

import (
	"fmt"
	"strconv"
)

// Month is one calendar month.
type Month struct {
	Year  int
	Month int // 1 to 12
}

// First and Last bound the months that scenarios may name.
var (
	First = Month{1990, 1}
	Last  = Month{2150, 12}
)

// Parse reads a month written as 2026-05.
func Parse(text string) (Month, error) {
	if len(text) == 7 && text[4] == '-' {
		year, yearErr := strconv.ParseUint(text[:4], 10, 16)
		month, monthErr := strconv.ParseUint(text[5:], 10, 8)
		m := Month{int(year), int(month)}
		if yearErr == nil && monthErr == nil && month >= 1 && month <= 12 && m.Since(First) >= 0 && m.Since(Last) <= 0 {
			return m, nil
		}
	}
	return Month{}, fmt.Errorf("%q is not a month; write it as 2026-05, from %s to %s", text, First, Last)
}

// Days returns how many days the month has.
func (m Month) Days() int {
	switch m.Month {
	case 4, 6, 9, 11:
		return 30
	case 2:
		if m.Year%4 == 0 && (m.Year%100 != 0 || m.Year%400 == 0) {
			return 29
		}
		return 28
	}
	return 31
}

// String writes the month as 2026-05.
func (m Month) String() string { return fmt.Sprintf("%04d-%02d", m.Year, m.Month) }

// Add returns the month n later, or earlier where n is negative.
func (m Month) Add(n int) Month {
	count := m.Year*12 + m.Month - 1 + n
	return Month{count / 12, count%12 + 1}
}

// Since counts the months from start to m.
func (m Month) Since(start Month) int { return (m.Year-start.Year)*12 + m.Month - start.Month }
