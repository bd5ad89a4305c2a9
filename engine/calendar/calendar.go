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

// String writes the month as 2026-05; a year has at most four digits.
func (m Month) String() string {
	digit := func(of int) byte { return '0' + byte(of%10) }
	return string([]byte{digit(m.Year / 1000), digit(m.Year / 100), digit(m.Year / 10), digit(m.Year), '-', digit(m.Month / 10), digit(m.Month)})
}

// Add returns the month n later, or earlier where n is negative.
func (m Month) Add(n int) Month {
	count := m.Year*12 + m.Month - 1 + n
	return Month{count / 12, count%12 + 1}
}

// Since counts the months from start to m.
func (m Month) Since(start Month) int { return (m.Year-start.Year)*12 + m.Month - start.Month }

// ParseDay reads a day written as 2026-05-20 and counts it from the first day
// of [First].
func ParseDay(text string) (int, error) {
	if len(text) == 10 && text[7] == '-' {
		month, err := Parse(text[:7])
		day, dayErr := strconv.ParseUint(text[8:], 10, 8)
		if err == nil && dayErr == nil && day >= 1 && int(day) <= month.Days() {
			return month.FirstDay() + int(day) - 1, nil
		}
	}
	return 0, fmt.Errorf("%q is not a day; write it as 2026-05-20, from %s-01 to %s-31", text, First, Last)
}

// FirstDay counts the first day of the month from the first day of [First].
func (m Month) FirstDay() int {
	days := 0
	for year := First.Year; year < m.Year; year++ {
		days += 337 + Month{year, 2}.Days()
	}
	for month := 1; month < m.Month; month++ {
		days += Month{m.Year, month}.Days()
	}
	return days
}

// DayText writes a day counted from the first day of [First] as 2026-05-20.
func DayText(day int) string {
	month := First
	for next := month.Add(12); next.FirstDay() <= day; next = month.Add(12) {
		month = next
	}
	for next := month.Add(1); next.FirstDay() <= day; next = month.Add(1) {
		month = next
	}
	return fmt.Sprintf("%s-%02d", month, day-month.FirstDay()+1)
}
