package model_test

import (
	"fmt"
	"testing"

	"rackonomics/engine/model"
)

// quoted are the rents of published leases, as shared by those who quote them: value over power and term, or over GPU-hours.
var quoted = map[string]struct {
	rent, rounding float64
	digits         int
}{
	"Cipher for Fluidstack, shell":                   {148.8, 0.05, 1},
	"Cipher for Fluidstack, more of it, shell":       {177.4, 0.05, 1},
	"Cipher for AWS, shell":                          {101.9, 0.05, 1},
	"Applied Digital for CoreWeave, shell":           {155.6, 0.05, 1},
	"Applied Digital for CoreWeave, enlarged, shell": {152.8, 0.05, 1},
	"Core Scientific for CoreWeave, shell":           {120.8, 0.05, 1},
	"TeraWulf for Fluidstack, shell":                 {154, 0.5, 1},
	"Crusoe for Oracle, Abilene, first year, shell":  {102.0, 0.05, 1},
	"Galaxy for CoreWeave, first year, shell":        {150.4, 0.05, 1},
	"IREN for Microsoft, with GPUs":                  {808, 0.5, 1},
	"Nscale for Anthropic, with GPUs":                {1346.6, 0.05, 1},
	"SpaceX for Google, a month, with GPUs":          {11.457, 0.0005, 3},
	"Lambda for NVIDIA, with GPUs":                   {2.378, 0.0005, 3},
}

// let runs a lease of the contract's value over its term, as a flat fee. A month is told as a year of such months.
func let(t *testing.T, power, gpus, value, years float64) outcome {
	t.Helper()
	months := max(12, int(years*12+0.5))
	if gpus == 0 {
		gpus = power * 1000
	}
	if power == 0 {
		power = gpus / 1000
	}
	return run(t, decoded(t, fmt.Sprintf(`{"version": 1, "name": "let", "start": "2027-01", "months": %d,
		"site": [{"name": "site"}],
		"fleet": [{"name": "gpus", "site": "site", "gpus": %g, "power_per_gpu": %g, "go_live": "2027-01", "gpu_price": 0}],
		"source": [{"name": "grid", "site": "site", "capacity": %g}],
		"lease": [{"name": "tenant", "site": "site", "basis": "share", "share": 1, "start": "2027-01", "last_month": "%d-12", "cancellable": false,
			"price_basis": "fee", "fee": %.12g}]}`, months, gpus, power*1e3/gpus, power*2, 2026+months/12, value/(years*12))))
}

// rents holds the table that the page shows to the engine and to what others quote.
func rents(t *testing.T) []comparison {
	var list []comparison
	for _, row := range model.FindView("published-leases").Shows.(model.Table).Rows {
		if row.Each != "" {
			continue
		}
		published, ok := quoted[row.Title]
		if !ok {
			t.Errorf("%s is shown, and nobody quotes it", row.Title)
			continue
		}
		power, value, years, perKilowatt, perHour := row.Cells[0].Number, row.Cells[1].Number, row.Cells[2].Number, row.Cells[3], row.Cells[5]
		if row.Cells[2].Unit == "month" {
			years /= 12
		}
		gpus := 0.0
		if perHour.Unit != "" {
			gpus = value / (perHour.Number * 8760 * years)
		}
		o := let(t, power, gpus, value, years)
		c := comparison{row.Title + ", USD/kW-month", published.rent, published.rounding, published.digits, 0, "lease.headline_value, lease.kilowatt_months", nil}
		if power == 0 {
			c.figure, c.rows = row.Title+", USD per GPU-hour", "lease.headline_value, lease.gpu_hours_agreed"
			c.here = o.tenant("headline_value")[0] / sumOf(o.tenant("gpu_hours_agreed"))
			if real := sumOf(realHours(o)) / float64(o.Table.Months) * 12; real > 8760 {
				c.because = []reason{{published.rent * (8760/real - 1), "hours of leap years, which those who quote it do not count"}}
			}
			near(t, row.Title, perHour.Number, published.rent, published.rounding/published.rent)
		} else {
			c.here = o.tenant("headline_value")[0] / sumOf(o.tenant("kilowatt_months"))
			near(t, row.Title, perKilowatt.Number, published.rent, published.rounding/published.rent)
		}
		list = append(list, c)
	}
	return list
}

// cipher is the shell for Fluidstack: what it earns on what it costs to build, and what Google backs.
func cipher(t *testing.T) []comparison {
	const power, rent, years = 168.0, 3.0e9, 10.0
	yield := func(margin, cost float64) float64 {
		o := run(t, decoded(t, fmt.Sprintf(`{"version": 1, "name": "cipher", "start": "2027-01", "months": 120,
			"site": [{"name": "shell", "operations_rate": %.12g, "construction": {"steps": [{"from": "2027-01", "value": %g}, {"from": "2027-02", "value": 0}]}}],
			"fleet": [{"name": "tenants", "site": "shell", "gpus": 84000, "power_per_gpu": 2, "go_live": "2027-01", "gpu_price": 0}],
			"source": [{"name": "grid", "site": "shell", "capacity": 300, "price": 50}],
			"lease": [{"name": "tenant", "site": "shell", "basis": "megawatts", "megawatts": 168, "start": "2027-01", "last_month": "2036-12", "cancellable": false,
				"price_basis": "fee", "fee": %.12g, "power_pass_through": 1, "backstop": true, "backstop_share": %.12g}]}`,
			(1-margin)*rent/years/power, cost*power*1e6, rent/120, 1.4e9/rent)))
		if cost == 9 {
			near(t, "what Google backs", o.tenant("fee_guaranteed")[0], 1.4e9*119/120, 0.01)
		}
		income := less(plus(o.tenant("fee_billed"), o.tenant("power_recovered")), o.of("site.cash_costs", "shell"))
		return sumOf(income) / years / sumOf(o.of("site.purchases", "shell")) * 100
	}
	return []comparison{
		{"net operating income on cost at most, %", 16.9, 0.05, 1, yield(0.85, 9), "lease.fee_billed, lease.power_recovered, site.cash_costs, site.purchases", nil},
		{"net operating income on cost at least, %", 13.0, 0.05, 1, yield(0.80, 11), "lease.fee_billed, lease.power_recovered, site.cash_costs, site.purchases", nil},
	}
}

// usefulLife is CoreWeave's technology equipment in a straight line over other lives.
func usefulLife(t *testing.T) []comparison {
	var list []comparison
	for _, c := range []struct{ life, published float64 }{{6, 5637}, {5, 6765}, {4, 8456}, {3, 11274}} {
		o := run(t, decoded(t, fmt.Sprintf(`{"version": 1, "name": "life", "start": "2027-01", "months": 36, "operator": {"server_life": %g},
			"site": [{"name": "cloud"}], "fleet": [{"name": "gpus", "site": "cloud", "gpus": 1e6, "gpu_price": 33823, "go_live": "2027-01"}]}`, c.life)))
		list = append(list, comparison{fmt.Sprintf("depreciation a year over %g years", c.life), c.published, 0.5, 0,
			sumOf(o.of("operator.server_depreciation", "operator")[12:24]) / 1e6, "operator.server_depreciation", nil})
	}
	return list
}
