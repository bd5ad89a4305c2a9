package calendar

import "sync"

// ExchangeDay returns the day, or the first one after it, on which the exchanges of
// the United States trade: neither a Saturday or Sunday nor a holiday of NYSE Rule
// 7.2 (https://www.nyse.com/markets/hours-calendars), which Nasdaq keeps too. Days
// count from the first day of [First], and end with [Last]. Closures out of
// mourning or by weather follow no rule and are not known.
func ExchangeDay(day int) int {
	known := holidays()
	for weekday(day) >= saturday || day < len(known) && known[day] {
		day++
	}
	return day
}

// The days of the week as [weekday] counts them.
const (
	monday   = 0
	thursday = 3
	saturday = 5
	sunday   = 6
)

// weekday counts from Monday, which the first day of [First] was.
func weekday(day int) int { return day % 7 }

// holidays marks the holidays among all days.
var holidays = sync.OnceValue(func() []bool {
	closed := make([]bool, Last.Add(1).FirstDay())
	for year := First.Year; year <= Last.Year; year++ {
		// A Saturday that ends no year closes no Friday.
		if first := (Month{year, 1}).FirstDay(); weekday(first) != saturday {
			closed[observed(first)] = true
		}
		if year >= 1998 { // Martin Luther King's birthday
			closed[Month{year, 1}.weekdayNumber(monday, 3)] = true
		}
		closed[Month{year, 2}.weekdayNumber(monday, 3)] = true   // Washington's birthday
		closed[easter(year)-2] = true                            // Good Friday
		closed[Month{year, 6}.weekdayNumber(monday, 1)-7] = true // Memorial Day
		if year >= 2022 {                                        // Juneteenth
			closed[observed(Month{year, 6}.FirstDay()+18)] = true
		}
		closed[observed(Month{year, 7}.FirstDay()+3)] = true
		closed[Month{year, 9}.weekdayNumber(monday, 1)] = true    // Labor Day
		closed[Month{year, 11}.weekdayNumber(thursday, 4)] = true // Thanksgiving
		closed[observed(Month{year, 12}.FirstDay()+24)] = true
	}
	return closed
})

// weekdayNumber is the first, second, third or fourth such day of the month.
func (m Month) weekdayNumber(day, number int) int {
	first := m.FirstDay()
	return first + (day-weekday(first)+7)%7 + 7*(number-1)
}

// observed is when a holiday of a date is kept: on the Friday before a Saturday, and
// on the Monday after a Sunday.
func observed(holiday int) int {
	switch weekday(holiday) {
	case saturday:
		return holiday - 1
	case sunday:
		return holiday + 1
	}
	return holiday
}

// easter is Easter Sunday of a year of the Gregorian calendar, by the rule of Meeus,
// Jones and Butcher (Nature, 1876).
func easter(year int) int {
	golden, century, of := year%19, year/100, year%100
	epact := (19*golden + century - century/4 - (century-(century+8)/25+1)/3 + 15) % 30
	back := (32 + 2*(century%4) + 2*(of/4) - epact - of%4) % 7
	late := (golden + 11*epact + 22*back) / 451
	count := epact + back - 7*late + 114
	return Month{year, count / 31}.FirstDay() + count%31
}
