package model

import "strings"

const (
	dealFlow   = "unlevered_free_cash_flow - without(lease, unlevered_free_cash_flow)"
	theDeal    = " The deal is the scenario less the same without the leases: what is spent in either is not in it."
	inTheMonth = " Over the months in which the leases deliver."
)

// The deal by itself: the scenario less the same without the leases.
var dealMeasures = func() []Measure {
	list := []Measure{
		{Name: "deal.net_present_value", Scope: "operator", Needs: "lease", Title: "Net present value of the leases", Unit: "USD",
			Formula: "npv(" + dealFlow + ", opening(yearly_discount_rate), opening(mid_month_factor) != 1)",
			Note:    "What they add to free cash flow before interest, discounted to the end of the first month, within the scenario." + theDeal},
		{Name: "deal.internal_rate_of_return", Scope: "operator", Needs: "lease", Title: "Internal rate of return of the leases", Unit: "1", Percent: true,
			Formula: "nearest(irr(" + dealFlow + "), opening(yearly_discount_rate))",
			Note:    "A year. None where the leases cost nothing before they pay: what has been sunk in GPUs is no outlay of the deal." + theDeal},
		{Name: "deal.payback", Scope: "operator", Needs: "lease", Title: "Payback of the leases", Kind: KindMonth,
			Formula: "payback(" + dealFlow + ")",
			Note:    "The first month at whose end what they cost has come back. None where they cost nothing before they pay, or it does not come back." + theDeal},
	}
	for _, line := range resultLines {
		_, row, _ := strings.Cut(line.Row, ".")
		name, title := "deal."+row, Title(line.Row)
		without := "when(gpus_let > 0, without(lease, " + row + "), 0)"
		list = append(list,
			Measure{Name: name + ".without", Scope: "operator", Needs: "lease", Title: title + " without the leases", Unit: "USD", Formula: "total(" + without + ")",
				Note: "What it would be if nothing were let." + inTheMonth},
			Measure{Name: name + ".added", Scope: "operator", Needs: "lease", Title: title + " that the leases add", Unit: "USD",
				Formula: "total(when(gpus_let > 0, " + row + " - without(lease, " + row + "), 0))",
				Note:    "The scenario less the same without the leases." + inTheMonth},
			Measure{Name: name + ".with", Scope: "operator", Needs: "lease", Title: title + " with the leases", Unit: "USD", Formula: "total(when(gpus_let > 0, " + row + ", 0))",
				Note: "What it is." + inTheMonth},
			Measure{Name: name + ".covered", Scope: "operator", Needs: "lease", Title: title + ": share of the loss that the leases cover", Unit: "1", Percent: true,
				Formula: "covered(when(gpus_let > 0, " + row + ", 0), " + without + ")",
				Note:    "What they add over the loss without them; from 100 % on they break even. Absent without a loss." + inTheMonth})
	}
	return list
}()
