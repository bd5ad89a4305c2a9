package measure

// Day is a calendar day, as the number of days since 1970-01-01.
type Day int

// DayOf returns the day of a date in the Gregorian calendar. A day beyond the
// end of its month runs on into the next; month is 1 to 12.
//
// Algorithm: H. Hinnant, "chrono-Compatible Low-Level Date Algorithms" (2013),
// days_from_civil: years start in March, so that leap days come last.
func DayOf(year, month, day int) Day {
	if month <= 2 {
		year--
	}
	era := floorDivide(year, 400)
	yearOfEra := year - era*400
	dayOfYear := (153*((month+9)%12)+2)/5 + day - 1
	dayOfEra := yearOfEra*365 + yearOfEra/4 - yearOfEra/100 + dayOfYear
	return Day(era*146097 + dayOfEra - 719468)
}

// Date returns the day's date in the Gregorian calendar (civil_from_days).
func (d Day) Date() (year, month, day int) {
	z := int(d) + 719468
	era := floorDivide(z, 146097)
	dayOfEra := z - era*146097
	yearOfEra := (dayOfEra - dayOfEra/1460 + dayOfEra/36524 - dayOfEra/146096) / 365
	dayOfYear := dayOfEra - (365*yearOfEra + yearOfEra/4 - yearOfEra/100)
	shifted := (5*dayOfYear + 2) / 153
	day = dayOfYear - (153*shifted+2)/5 + 1
	month = (shifted+2)%12 + 1
	year = yearOfEra + era*400
	if month <= 2 {
		year++
	}
	return year, month, day
}

func floorDivide(a, b int) int {
	q := a / b
	if a%b < 0 {
		q--
	}
	return q
}

// DayCount is a convention for the fraction of a year between two days, as
// interest is charged for it.
type DayCount int

const (
	// Actual360 is the days over 360: money market, SOFR loans. ISDA 2006
	// definitions, section 4.16(e).
	Actual360 DayCount = iota
	// Actual365Fixed is the days over 365, also in leap years: XIRR. 4.16(d).
	Actual365Fixed
	// Thirty360US counts months of 30 and years of 360 days, as US corporate
	// bonds do. With the end-of-month rules for February, in this order:
	// both dates on February's last day: the second becomes the 30th; the
	// first on February's last day: it becomes the 30th; the second on a 31st
	// and the first on a 30th or 31st: the second becomes the 30th; the first
	// on a 31st: it becomes the 30th. (SIA, Standard Securities Calculation
	// Methods, 1993; OpenGamma Strata's "30U/360 EOM", Bloomberg's
	// bbldc::BasicSia30360Eom. ISDA's 30/360, 4.16(f), has no rule for
	// February, Excel's basis 0 has these.)
	Thirty360US
	// ActualActualISDA is the days in leap years over 366 plus the other days
	// over 365; the first day counts, the last does not. 4.16(b).
	ActualActualISDA
)

// YearFraction returns the fraction of a year from one day to another, by a
// convention. Where the second comes first it is negative, of the same size.
func YearFraction(convention DayCount, from, to Day) float64 {
	if to < from {
		return -YearFraction(convention, to, from)
	}
	switch convention {
	case Actual360:
		return float64(to-from) / 360
	case Thirty360US:
		return float64(thirty360US(from, to)) / 360
	case ActualActualISDA:
		return actualActualISDA(from, to)
	default:
		return float64(to-from) / 365
	}
}

func thirty360US(from, to Day) int {
	y1, m1, d1 := from.Date()
	y2, m2, d2 := to.Date()
	if isLastOfFebruary(from) {
		if isLastOfFebruary(to) {
			d2 = 30
		}
		d1 = 30
	}
	if d2 == 31 && d1 >= 30 {
		d2 = 30
	}
	d1 = min(d1, 30)
	return 360*(y2-y1) + 30*(m2-m1) + d2 - d1
}

func isLastOfFebruary(d Day) bool {
	_, month, _ := d.Date()
	_, next, _ := (d + 1).Date()
	return month == 2 && next == 3
}

func actualActualISDA(from, to Day) float64 {
	y1, _, _ := from.Date()
	y2, _, _ := to.Date()
	if y1 == y2 {
		return float64(to-from) / daysInYear(y1)
	}
	return float64(DayOf(y1+1, 1, 1)-from)/daysInYear(y1) + float64(y2-y1-1) +
		float64(to-DayOf(y2, 1, 1))/daysInYear(y2)
}

func daysInYear(year int) float64 {
	return float64(DayOf(year+1, 1, 1) - DayOf(year, 1, 1))
}
