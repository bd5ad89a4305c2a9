package headline

import (
	"strings"

	"rackonomics/engine/calendar"
)

var listingRows = []string{
	"company.public_filing_day", "company.listing_day", "company.statutory_wait_binds", "company.cost_of_delay", "company.proceeds_lost",
}

// listings tells when the companies list, and who is first.
func (r *reader) listings() []Measure {
	names := r.names("company.listing_day")
	if len(names) == 0 {
		return nil
	}
	days := make([]float64, len(names))
	for i, series := range r.each("company.listing_day") {
		days[i] = series[0]
	}
	first, leaders := days[0], []string{}
	for _, day := range days {
		first = min(first, day)
	}
	for i, day := range days {
		if day == first {
			leaders = append(leaders, names[i])
		}
	}
	list := []Measure{
		{"listing.first", "Lists first", "", "The company that is listed before the others; all of them if they share the day.", strings.Join(leaders, ", ")},
		{"listing.first_day", "First listing", "day", "First day of trading.", r.day(first)},
	}
	for i, name := range names {
		of := func(row string) float64 { return r.each("company." + row)[i][0] }
		binds := "The roadshow begins later than the law demands."
		if of("statutory_wait_binds") != 0 {
			binds = "The roadshow begins on the first day that the law allows, 15 days after the public filing."
		}
		list = append(list,
			Measure{"listing.public_filing_day@" + name, "Public filing, " + name, "day", "The day on which the registration statement is public.", r.day(of("public_filing_day"))},
			Measure{"listing.day@" + name, "Listing, " + name, "day", "First day of trading. " + binds, r.day(days[i])},
			Measure{"listing.rank@" + name, "Place in the order of listings, " + name, "1", "1 is first; who shares a day shares the place.", rank(days, days[i])},
			Measure{"listing.cost_of_delay@" + name, "Cost of the delay, " + name, "USD", "Simple interest of a bridge, Actual/360, on the proceeds after the banks' share from the planned to the actual listing.", of("cost_of_delay")},
			Measure{"listing.proceeds_lost@" + name, "Proceeds lost by the delay, " + name, "USD", "By the valuation that is lost, after the banks' share.", of("proceeds_lost")})
	}
	return list
}

// rank counts who is earlier, and one.
func rank(days []float64, day float64) float64 {
	place := 1.0
	for _, other := range days {
		if other < day {
			place++
		}
	}
	return place
}

// day writes a day of the scenario as 2026-06-12.
func (r *reader) day(day float64) string {
	return calendar.DayText(r.table.Start.FirstDay() + int(day))
}
