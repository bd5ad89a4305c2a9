package model

import "rackonomics/engine/language"

// The percentage tables of IRS Publication 946, Appendix A
// (https://www.irs.gov/publications/p946).

// fiveYearRecovery: 200 % declining balance, such as computers.
var fiveYearRecovery = language.Table{Name: "five_year_recovery", Unit: "1",
	Columns: [][]float64{
		percent(20.00, 32.00, 19.20, 11.52, 11.52, 5.76), // Table A-1, half-year
		percent(35.00, 26.00, 15.60, 11.01, 11.01, 1.38), // Table A-2
		percent(25.00, 30.00, 18.00, 11.37, 11.37, 4.26), // Table A-3
		percent(15.00, 34.00, 20.40, 12.24, 11.30, 7.06), // Table A-4
		percent(5.00, 38.00, 22.80, 13.68, 10.94, 9.58),  // Table A-5
	},
	Note: "Share of the cost that each tax year recovers, the year of service first: by the half-year convention, and by the mid-quarter convention for each quarter of service (IRS Publication 946, Tables A-1 to A-5).",
}

// fifteenYearRecovery: 150 % declining balance, such as land improvements and generators.
var fifteenYearRecovery = language.Table{Name: "fifteen_year_recovery", Unit: "1",
	Columns: [][]float64{
		percent(5.00, 9.50, 8.55, 7.70, 6.93, 6.23, 5.90, 5.90, 5.91, 5.90, 5.91, 5.90, 5.91, 5.90, 5.91, 2.95), // Table A-1, half-year
		percent(8.75, 9.13, 8.21, 7.39, 6.65, 5.99, 5.90, 5.91, 5.90, 5.91, 5.90, 5.91, 5.90, 5.91, 5.90, 0.74), // Table A-2
		percent(6.25, 9.38, 8.44, 7.59, 6.83, 6.15, 5.91, 5.90, 5.91, 5.90, 5.91, 5.90, 5.91, 5.90, 5.91, 2.21), // Table A-3
		percent(3.75, 9.63, 8.66, 7.80, 7.02, 6.31, 5.90, 5.90, 5.91, 5.90, 5.91, 5.90, 5.91, 5.90, 5.91, 3.69), // Table A-4
		percent(1.25, 9.88, 8.89, 8.00, 7.20, 6.48, 5.90, 5.90, 5.90, 5.91, 5.90, 5.91, 5.90, 5.91, 5.90, 5.17), // Table A-5
	},
	Note: "Share of the cost that each tax year recovers, the year of service first: by the half-year convention, and by the mid-quarter convention for each quarter of service (IRS Publication 946, Tables A-1 to A-5).",
}

// percent gives shares of what the tables print in per cent.
func percent(printed ...float64) []float64 {
	for i := range printed {
		printed[i] /= 100
	}
	return printed
}

// recoveryRows recover the cost of property by its class, the year of service
// apart from those after it.
var recoveryRows = []Row{
	{Name: "operator.recovery_convention", Unit: "1", Kind: Monthly, Formula: "when(mid_quarter, ceil(month_of_year / 3), 0)",
		Note: "Column of the recovery tables: 0 by the half-year convention, else the quarter of service."},
	{Name: "operator.five_year_first_year", Unit: "USD", Kind: Flow, Formula: "five_year_basis * lookup(five_year_recovery, 0, recovery_convention)",
		Note: "Recovered in the year of service (IRS Pub 946, Tables A-1 to A-5)."},
	{Name: "operator.five_year_earlier", Unit: "USD", Kind: Monthly,
		Formula: `vintage(own_five_year_property * (1 - bonus_rate), month_of_year == 1, 1, 5,
    age: lookup(five_year_recovery, age, recovery_convention)) +
    sum(fleet.recovery_of_earlier_years) + sum(site.satellite_recovery_of_earlier_years)`,
		Note: "Recovered in this calendar year of property of earlier years."},
	{Name: "operator.fifteen_year_first_year", Unit: "USD", Kind: Flow,
		Formula: "fifteen_year_basis * lookup(fifteen_year_recovery, 0, recovery_convention)",
		Note:    "Recovered in the year of service (IRS Pub 946, Tables A-1 to A-5)."},
	{Name: "operator.fifteen_year_earlier", Unit: "USD", Kind: Monthly,
		Formula: `vintage(own_fifteen_year_property * (1 - bonus_rate), month_of_year == 1, 1, 15,
    age: lookup(fifteen_year_recovery, age, recovery_convention)) +
    sum(source.recovery_of_earlier_years)`,
		Note: "Recovered in this calendar year of property of earlier years."},
}
