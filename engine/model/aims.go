package model

// Aim is the least that people first ask of a figure.
type Aim struct {
	Figures []string // rows and measures
	Least   float64
}

// Aims are those of figures that have one by what they mean, whatever a scenario comes
// to. A month or a day is asked to come within the scenario; of any other figure a
// study asks for more than there is.
var Aims = []Aim{
	{Figures: rowsOfLines(resultLines), Least: 0},
	{Figures: []string{"free_cash_flow.cumulative", "net_present_value", "net_present_value.with_sale", "deal.net_present_value", "cash.minimum"}, Least: 0},
	// What is put in comes back.
	{Figures: []string{"deal.multiple", "equity.multiple"}, Least: 1},
	// The least that covenants on single projects commonly ask for.
	{Figures: []string{"debt.dscr.minimum", "debt.dscr_12_months.minimum", "debt.llcr", "debt.plcr"}, Least: 1.2},
}

func rowsOfLines(lines []Line) (rows []string) {
	for _, line := range lines {
		rows = append(rows, line.Row)
	}
	return rows
}
