// Package headline reads the figures that a scenario is asked about from its
// table: the break-evens, what the lease is worth, what it would have to bring
// and what the tenant gains.
package headline

import (
	"strings"

	"rackonomics/engine/link"
	"rackonomics/engine/measure"
	"rackonomics/engine/sim"
)

// Measure is one headline figure.
type Measure struct {
	Name  string
	Title string
	Unit  string
	Note  string
	Value any // float64; a month as text; nil where there is none
}

// lines are the results whose break-even is told; they are never mixed.
var lines = []struct{ name, title string }{
	{"adjusted_ebitda", "Adjusted EBITDA"},
	{"operating_income", "Operating income"},
	{"operating_cash_flow", "Operating cash flow"},
	{"free_cash_flow", "Free cash flow"},
}

// Patterns are the rows that the measures read, as [model.Columns] takes them.
var Patterns = []string{
	"operator.adjusted_ebitda", "operator.operating_income", "operator.operating_cash_flow", "operator.free_cash_flow",
	"operator.lease_revenue_needed", "lease.fee_remaining", "lease.fee_enforceable", "lease.fee_billed",
	"lease.gpu_hours", "lease.gpus_delivered", "lease.power_demand", "lease.compute", "site.gpus_usable",
}

// Measures computes every headline figure of a table with one lane.
func Measures(table *sim.Table) []Measure {
	r := reader{table}
	var list []Measure
	for _, line := range lines {
		list = append(list, r.breakEven(line.name, line.title)...)
	}
	needed := r.total("operator.lease_revenue_needed")
	year := min(12, table.Months)
	cumulated := sum(r.total("operator.free_cash_flow"))
	return finite(append(list,
		Measure{"lease.fee_needed_for_operating_break_even", "Lease revenue needed for operating break-even", "USD/month",
			"A month's lease revenue at which operating income is zero, on average over the first 12 months.", sum(needed[:year]) / float64(year)},
		Measure{"lease.headline_value", "Headline value of the leases", "USD",
			"All contracted fees to the end of the leases, or of the scenario where that comes first.", r.total("lease.fee_remaining")[0]},
		Measure{"lease.enforceable_value", "Enforceable value of the leases", "USD",
			"The most that is owed at any time if the tenants give notice then.", largest(r.total("lease.fee_enforceable"))},
		Measure{"free_cash_flow.cumulative", "Free cash flow, cumulated", "USD",
			"To the end of the scenario.", cumulated},
		Measure{"tenant.gpus", "GPUs of the tenants", "GPU", "The most in any month.", largest(r.total("lease.gpus_delivered"))},
		Measure{"tenant.share", "Tenants' share of the GPUs", "1", "Of the usable GPUs, the most in any month.",
			largest(quotients(r.total("lease.gpus_delivered"), r.total("site.gpus_usable")))},
		Measure{"tenant.megawatts", "Power of the tenants", "MW", "Of the facility's draw, the most in any month.", largest(r.total("lease.power_demand"))},
		Measure{"tenant.compute", "Peak compute of the tenants", "PFLOPS", "Dense FP16, the most in any month.", largest(r.total("lease.compute"))},
		Measure{"price_per_gpu_hour", "Price per GPU-hour", "USD/GPU/h", "All fees billed over all GPU-hours delivered.",
			ratio(sum(r.total("lease.fee_billed")), sum(r.total("lease.gpu_hours")))},
	))
}

// Figures gives the measures as a link compares and writes them.
func Figures(table *sim.Table) []link.Figure {
	var figures []link.Figure
	for _, m := range Measures(table) {
		figures = append(figures, link.Figure{Name: m.Name, Title: m.Title, Unit: m.Unit, Value: m.Value})
	}
	return figures
}

// finite takes out the values of measures that an absent value of the table
// leaves without one.
func finite(list []Measure) []Measure {
	for i := range list {
		if value, ok := list[i].Value.(float64); ok && sim.IsAbsent(value-value) {
			list[i].Value = nil
		}
	}
	return list
}

type reader struct{ table *sim.Table }

// total adds a row over its instances, by month.
func (r reader) total(row string) []float64 {
	values := make([]float64, r.table.Months)
	for i, column := range r.table.Program.Columns {
		if name, _ := r.table.Program.Schema.RowName(column.Row); name != row {
			continue
		}
		for month, value := range r.table.Series(i) {
			values[month] += value
		}
	}
	return values
}

func (r reader) breakEven(line, title string) []Measure {
	first, lasting := measure.BreakEven(r.total("operator." + line))
	lower := strings.ToLower(title[:1]) + title[1:]
	return []Measure{
		{"break_even." + line + ".first", title + ": first month at or above zero", "month",
			"The first month in which " + lower + " is not negative.", r.month(first)},
		{"break_even." + line + ".lasting", title + ": at or above zero from", "month",
			"The first month from which " + lower + " stays at or above zero to the end of the scenario.", r.month(lasting)},
	}
}

// month writes a month as 2026-05; nil where it is not reached.
func (r reader) month(reach measure.Reach) any {
	if reach.State == measure.NotReached {
		return nil
	}
	return r.table.Start.Add(reach.Month).String()
}

func sum(values []float64) float64 {
	total := 0.0
	for _, value := range values {
		total += value
	}
	return total
}

func largest(values []float64) float64 {
	most := values[0]
	for _, value := range values {
		if value > most {
			most = value
		}
	}
	return most
}

func quotients(over, under []float64) []float64 {
	values := make([]float64, len(over))
	for i := range over {
		if under[i] != 0 {
			values[i] = over[i] / under[i]
		}
	}
	return values
}

func ratio(over, under float64) any {
	if under == 0 {
		return nil
	}
	return over / under
}
