package model

import "strings"

const (
	dealFlow   = "unlevered_free_cash_flow - without(lease, unlevered_free_cash_flow)"
	usedFlow   = "sum(lease.net_cash) - assets_put_to_leases"
	theDeal    = " The deal is the scenario less the same without the leases: what is spent in either is not in it."
	onAssets   = " The outlay is the assets that the leases use: their share of those at the start, at book value, and of what is bought for the sites. Without a value after the scenario."
	inTheMonth = " Over the months in which the leases deliver."
)

// The deal by itself: the scenario less the same without the leases.
var dealMeasures = func() []Measure {
	list := []Measure{
		{Name: "deal.net_present_value", Scope: "operator", Needs: "lease", Title: "Net present value of the leases", Unit: "USD",
			Formula: "npv(" + dealFlow + ", opening(yearly_discount_rate), opening(mid_month_factor) != 1)",
			Note:    "What they add to free cash flow before interest, discounted to the end of the first month, within the scenario." + theDeal},
		{Name: "deal.internal_rate_of_return", Scope: "operator", Needs: "lease", Title: "Internal rate of return of the leases", Unit: "1", Percent: true,
			Formula: "when(total(" + usedFlow + ") >= 0, " + told("irr("+usedFlow+")") + ", absent)",
			Note:    "A year, of what the tenants pay less what their revenue and their part of the sites cost, before tax. None where they do not earn the assets back within the scenario, or use none." + onAssets},
		{Name: "deal.payback", Scope: "operator", Needs: "lease", Title: "Payback of the leases", Kind: KindMonth,
			Formula: "when(total(assets_put_to_leases) > 0, payback(" + usedFlow + "), absent)",
			Note:    "The first month at whose end what the tenants pay, less its costs, has paid for the assets. None where it does not within the scenario, or they use none." + onAssets},
		{Name: "deal.multiple", Scope: "operator", Needs: "lease", Title: "Share of the assets that the leases earn back", Unit: "1", Percent: true,
			Formula: "total(sum(lease.net_cash)) / total(assets_put_to_leases)",
			Note:    "What the tenants pay, less its costs, over the assets; from 100 % on they are paid back within the scenario. Not discounted. None where the leases use no assets." + onAssets},
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
