package model

import (
	"fmt"
	"strconv"
)

// macrsTable is a column of the percentage tables of IRS Publication 946,
// Appendix A (https://www.irs.gov/publications/p946): the part of the cost in
// per cent that each tax year recovers, the year of service first.
type macrsTable struct {
	halfYear   []float64
	midQuarter [4][]float64 // by the quarter of service
}

// fiveYearProperty: 200 % declining balance, such as computers.
var fiveYearProperty = macrsTable{
	halfYear: []float64{20.00, 32.00, 19.20, 11.52, 11.52, 5.76}, // Table A-1
	midQuarter: [4][]float64{
		{35.00, 26.00, 15.60, 11.01, 11.01, 1.38}, // Table A-2
		{25.00, 30.00, 18.00, 11.37, 11.37, 4.26}, // Table A-3
		{15.00, 34.00, 20.40, 12.24, 11.30, 7.06}, // Table A-4
		{5.00, 38.00, 22.80, 13.68, 10.94, 9.58},  // Table A-5
	},
}

// fifteenYearProperty: 150 % declining balance, such as land improvements and generators.
var fifteenYearProperty = macrsTable{
	halfYear: []float64{5.00, 9.50, 8.55, 7.70, 6.93, 6.23, 5.90, 5.90, 5.91, 5.90, 5.91, 5.90, 5.91, 5.90, 5.91, 2.95}, // Table A-1
	midQuarter: [4][]float64{
		{8.75, 9.13, 8.21, 7.39, 6.65, 5.99, 5.90, 5.91, 5.90, 5.91, 5.90, 5.91, 5.90, 5.91, 5.90, 0.74}, // Table A-2
		{6.25, 9.38, 8.44, 7.59, 6.83, 6.15, 5.91, 5.90, 5.91, 5.90, 5.91, 5.90, 5.91, 5.90, 5.91, 2.21}, // Table A-3
		{3.75, 9.63, 8.66, 7.80, 7.02, 6.31, 5.90, 5.90, 5.91, 5.90, 5.91, 5.90, 5.91, 5.90, 5.91, 3.69}, // Table A-4
		{1.25, 9.88, 8.89, 8.00, 7.20, 6.48, 5.90, 5.90, 5.90, 5.91, 5.90, 5.91, 5.90, 5.91, 5.90, 5.17}, // Table A-5
	},
}

// recoveryRows makes the rows that recover the cost of a class of property. A
// row keeps what is due in each of the years to come; in January they move up.
func recoveryRows(class string, table macrsTable) []Row {
	rows := []Row{
		{Name: "operator." + class + "_first_year", Unit: "USD", Kind: Flow, Formula: class + "_basis * " + table.rate(0),
			Note: "Recovered in the year of service (IRS Pub 946, Tables A-1 to A-5)."},
		{Name: "operator." + class + "_earlier", Unit: "USD", Kind: Monthly, Formula: fmt.Sprintf("when(month_of_year == 1, prev(%[1]s_due_1), prev(%[1]s_earlier))", class),
			Note: "Recovered in this calendar year of property of earlier years."},
	}
	last := len(table.halfYear) - 1
	for year := 1; year <= last; year++ {
		moved := "0"
		if year < last {
			moved = fmt.Sprintf("prev(%s_due_%d)", class, year+1)
		}
		rows = append(rows, Row{Name: fmt.Sprintf("operator.%s_due_%d", class, year), Unit: "USD", Kind: Balance,
			Formula: fmt.Sprintf("when(month_of_year == 1, %[1]s, prev(%[2]s_due_%[3]d)) + %[2]s_basis * %[4]s", moved, class, year, table.rate(year)),
			Note:    fmt.Sprintf("Cost of the property so far that is recovered in calendar year %d from now (IRS Pub 946, Tables A-1 to A-5).", year)})
	}
	return rows
}

// rate writes the share that a year recovers, by convention and quarter.
func (t macrsTable) rate(year int) string {
	share := func(percentages []float64) string {
		return strconv.FormatFloat(percentages[year], 'f', -1, 64) + " / 100"
	}
	return fmt.Sprintf("when(mid_quarter, when(month_of_year <= 3, %s, when(month_of_year <= 6, %s, when(month_of_year <= 9, %s, %s))), %s)",
		share(t.midQuarter[0]), share(t.midQuarter[1]), share(t.midQuarter[2]), share(t.midQuarter[3]), share(t.halfYear))
}
