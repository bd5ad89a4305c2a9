package model_test

import (
	"flag"
	"fmt"
	"math"
	"os"
	"slices"
	"strings"
	"testing"

	"rackonomics/engine/model"
	"rackonomics/engine/result"
	"rackonomics/engine/scenario"
)

//go:generate go test -run TestReconciliationDocumentIsFresh . -update

var update = flag.Bool("update", false, "write the tables of docs/reconciliation.md anew")

// comparison is one published figure beside the same figure of the engine.
type comparison struct {
	figure    string
	published float64
	rounding  float64 // half of the last digit that was published, or of "about"
	digits    int     // shown
	here      float64
	rows      string
	because   []reason // together they are what the engine has more than was published
}

// reason is a part of a difference, computed on its own.
type reason struct {
	amount float64
	why    string
}

// reconciled holds where the reasons close the gap but for rounding.
func (c comparison) reconciled() bool {
	explained := c.published
	for _, r := range c.because {
		explained += r.amount
	}
	return math.Abs(explained-c.here) <= c.rounding*(1+1e-9)
}

func (c comparison) String() string {
	number := func(value float64) string { return fmt.Sprintf("%.*f", c.digits, value) }
	var rows []string
	for row := range strings.SplitSeq(c.rows, ", ") {
		rows = append(rows, "`"+row+"`")
	}
	reasons := []string{"none beyond rounding"}
	if len(c.because) > 0 {
		reasons = nil
	}
	for _, r := range c.because {
		reasons = append(reasons, fmt.Sprintf("%+.*f: %s", c.digits, r.amount, r.why))
	}
	return fmt.Sprintf("| %s | %s | %s | %s | %s |\n", c.figure, number(c.published), number(c.here), strings.Join(rows, ", "), strings.Join(reasons, "; "))
}

// reconciliations are the tables of docs/reconciliation.md by their marks.
var reconciliations = map[string]func(t *testing.T) []comparison{
	"epoch": epoch, "mccalip": mcCalipCompared, "bernstein": bernstein, "terawulf": teraWulf, "iren": iren,
	"iren-return": irenReturn, "rents": rents, "cipher": cipher, "life": usefulLife,
}

func TestReconciliation(t *testing.T) {
	for name, of := range reconciliations {
		t.Run(name, func(t *testing.T) {
			for _, c := range of(t) {
				if !c.reconciled() {
					t.Errorf("%s: published %v, here %v, and the reasons %v do not close the gap within %v", c.figure, c.published, c.here, c.because, c.rounding)
				}
				for row := range strings.SplitSeq(c.rows, ", ") {
					if !isRow(row) {
						t.Errorf("%s names the row %s, which the model has not", c.figure, row)
					}
				}
			}
		})
	}
}

func TestReconciliationDocumentIsFresh(t *testing.T) {
	const path = "../../docs/reconciliation.md"
	file, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	fresh := string(file)
	for name, of := range reconciliations {
		begin, end := "<!-- table "+name+" -->\n", "<!-- end "+name+" -->"
		before, rest, found := strings.Cut(fresh, begin)
		_, after, closed := strings.Cut(rest, end)
		if !found || !closed {
			t.Fatalf("%s has no marks for the table %s", path, name)
		}
		table := "| | published | here | rows | difference |\n|---|--:|--:|---|---|\n"
		for _, c := range of(t) {
			table += c.String()
		}
		fresh = before + begin + table + end + after
	}
	if fresh == string(file) {
		return
	}
	if !*update {
		t.Fatalf("%s is stale: run make generate, and read what its text says of the figures", path)
	}
	if err := os.WriteFile(path, []byte(fresh), 0o666); err != nil {
		t.Fatal(err)
	}
}

func isRow(name string) bool {
	return slices.ContainsFunc(model.Rows, func(row model.Row) bool { return row.Name == name })
}

func decoded(t *testing.T, text string) *scenario.Document {
	t.Helper()
	document, err := model.Scenario.Decode([]byte(text))
	if err != nil {
		t.Fatal(err)
	}
	return document
}

// Epoch AI's gigawatt, as its model has it: what is bought for a GW of computers, and the running cost of a year.
const (
	epochServers  = 21.188e9
	epochNetwork  = 4.925e9
	epochFacility = 11.433e9 + 0.164e9 // with the utility's works
	epochLand     = 0.172e9
	epochRunning  = 0.907e9
	epochCapital  = 0.065
	epochPrice    = 83.8 // USD/MWh
	epochLoad     = 0.71
	epochPUE      = 1.14
	epochEnergy   = 1000 * epochLoad * epochPUE * 8760 * epochPrice
)

// epochOnTheBooks is Epoch's data centre as a site of an operator, over its first year.
func epochOnTheBooks(t *testing.T) outcome {
	return run(t, decoded(t, fmt.Sprintf(`{"version": 1, "name": "epoch", "start": "2027-01", "months": 12,
		"operator": {"server_life": 5, "building_life": 14},
		"site": [{"name": "gigawatt", "cooling_capacity": 1000, "load": %g, "power_usage_effectiveness": %g, "operations_rate": %g,
			"construction": {"steps": [{"from": "2027-01", "value": %g}, {"from": "2027-02", "value": 0}]}}],
		"fleet": [{"name": "gpus", "site": "gigawatt", "gpus": 1e6, "power_per_gpu": 1, "go_live": "2027-01", "gpu_price": %g}],
		"source": [{"name": "grid", "site": "gigawatt", "capacity": 1300, "price": %g}]}`,
		epochLoad, epochPUE, (epochRunning-epochEnergy)/1000, epochFacility, (epochServers+epochNetwork)/1e6, epochPrice)))
}

// epochCharged is a year of the same with its capital charged over its life, and what of it is for computers of that price.
func epochCharged(t *testing.T, computers, life float64) (all, servers float64) {
	o := run(t, orbital(t, 12, 1e6, with(nothingFails, map[string]any{
		"satellites_from": "given", "satellites": 12000, "radiator_area": 300, "load": epochLoad, "rate": epochCapital, "price": computers / 1e6,
		"ground_capital": epochFacility / 1e6, "ground_life": 14, "ground_gpu_life": life, "ground_gpu_repair": 0,
		"ground_effectiveness": epochPUE, "ground_energy_price": epochPrice, "ground_operations_rate": (epochRunning - epochEnergy) / 1000})))
	near(t, "GPUs that work", o.of("site.comparison_gpus", "leo")[11], 1e6, 1e-9)
	for month, charge := range o.of("site.ground_gpu_charge", "leo") {
		servers += charge * o.of("site.ground_gpu_cost", "leo")[month] / 1e9
	}
	return sumOf(o.of("site.ground_cost", "leo")) / 1e9, servers
}

// annuity is what a dollar over years costs a year, paid at the end of each.
func annuity(years float64) float64 {
	return epochCapital / (1 - math.Pow(1+epochCapital, -years))
}

// monthlyInAdvance is the same paid at the beginning of each month.
func monthlyInAdvance(years float64) float64 {
	month := math.Pow(1+epochCapital, 1.0/12)
	return 12 * (1 - 1/month) / (1 - math.Pow(month, -12*years))
}

func epoch(t *testing.T) []comparison {
	o := epochOnTheBooks(t)
	operator := func(row string) float64 { return sumOf(o.of("operator."+row, "operator")) / 1e9 }
	site := func(row string) float64 { return sumOf(o.of("site."+row, "gigawatt")) / 1e9 }
	bought := operator("server_purchases") + operator("building_purchases")
	straight := operator("server_depreciation") + operator("building_depreciation") + site("cash_costs")
	land := reason{-epochLand * epochCapital / 1e9, "interest on the land, for which the model has no line"}
	earlier := func(computers, life, facility float64) reason {
		return reason{(computers*(monthlyInAdvance(life)-annuity(life)) + facility*(monthlyInAdvance(14)-annuity(14))) / 1e9,
			"charges here are paid monthly in advance, there yearly in arrears"}
	}
	all := func(life, published float64) comparison {
		here, _ := epochCharged(t, epochServers+epochNetwork, life)
		return comparison{fmt.Sprintf("all a year, IT for %g years", life), published, 0.05, 2, here, "site.ground_cost, site.ground_charge, site.ground_gpu_charge",
			[]reason{land, earlier(epochServers+epochNetwork, life, epochFacility)}}
	}
	five, three, seven := all(5, 8.5), all(3, 12), all(7, 7)
	three.rounding, seven.rounding = 0.5, 0.5
	_, servers := epochCharged(t, epochServers, 5)
	capital := epochServers*annuity(5) + epochNetwork*annuity(5) + epochFacility*annuity(14) + epochLand*epochCapital
	lines := (epochServers+epochNetwork)/5 + epochFacility/14
	return []comparison{
		{"up front", 37.883, 0.0015, 3, bought, "operator.server_purchases, operator.building_purchases", []reason{{-epochLand / 1e9, "land"}}},
		{"energy a year", 0.594, 0.0005, 3, site("power_cost"), "site.power_cost, site.power_demand, site.power_cost_per_mwh", nil},
		{"operation a year, with energy", 0.907, 0.0005, 3, site("cash_costs"), "site.operations_cost, site.power_cost, site.cash_costs", nil},
		{"servers a year", 5, 0.5, 2, servers, "site.ground_gpu_charge, site.ground_gpu_cost", []reason{earlier(epochServers, 5, 0)}},
		five, three, seven,
		{"servers’ share of a year, %", 60, 0.5, 1, servers / five.here * 100, "site.ground_gpu_charge, site.ground_cost", nil},
		{"all a year on the books, IT for 5 years", 8.5, 0.05, 2, straight, "operator.server_depreciation, operator.building_depreciation, site.cash_costs",
			[]reason{{-(capital - lines) / 1e9, "straight-line depreciation has no cost of capital; that is in interest expense and in the owners' return"}}},
	}
}

func mcCalipCompared(t *testing.T) []comparison {
	o := run(t, orbital(t, 60, 1e6, mcCalip))
	sum := func(row string) float64 { return sumOf(o.of("site."+row, "leo")) }
	served := sum("comparison_gpus") / 60 / 1e6 // GW
	html := run(t, orbital(t, 60, 1e6, with(mcCalip, map[string]any{
		"satellites": 1e9 / 27000, "specific_power": 45, "launch_price_given": 1000, "satellite_price": 9, "orbital_operations_rate": 0, "satellite_development": 0})))
	// Cells that age at the end of each year, and by the month.
	yearly, monthly := 0.0, 0.0
	for month := range 60 {
		yearly += math.Pow(0.975, float64(month/12)) / 60
		monthly += math.Pow(0.975, float64(month)/12) / 60
	}
	everyHour := run(t, orbital(t, 60, 1e6, with(mcCalip, map[string]any{"ground_energy_price": 26.66})))
	everyHourServed := sumOf(everyHour.of("site.comparison_gpus", "leo")) / 60 / 1e6
	ground := sum("ground_cost") / served / 1e9
	groundEveryHour := sumOf(everyHour.of("site.ground_cost", "leo")) / everyHourServed / 1e9
	fuel := served * 1e3 * 1.2 * sumOf(realHours(o)) * 26.66 / served / 1e9
	return []comparison{
		{"satellites", 23.60, 0.005, 2, sum("satellite_cost") / 1e9, "site.satellite_cost", nil},
		{"launch", 14.70, 0.005, 2, sum("launch_cost") / 1e9, "site.launch_cost", nil},
		{"operation, GPUs replaced, development", 12.80, 0.005, 2, sum("orbital_operating_cost") / 1e9, "site.orbital_operating_cost", nil},
		{"orbit in all", 51.10, 0.01, 2, sum("orbit_cost") / 1e9, "site.orbit_cost", nil},
		{"mass, kt", 29.39, 0.01, 2, sum("mass_launched") / 1e6, "site.mass_launched", nil},
		{"launches", 294, 0.5, 0, sum("launches"), "site.launches", nil},
		{"average power, MW", 1000, 1, 1, sum("orbital_power") / 60, "site.orbital_power, site.arrays_in_service",
			[]reason{{1000 * (monthly/yearly - 1), "his cells age once a year, here every month"}}},
		{"ground in all, for a GW", 15.85, 0.02, 2, ground, "site.ground_cost", nil},
		{"ground in all, burning in every hour as orbit does", 15.85, 0.02, 2, groundEveryHour, "site.ground_cost",
			[]reason{{0.15 * fuel, "his turbines burn for 85 % of the hours, his satellites compute in all"}}},
		{"his page before its script runs", 31.2, 0.05, 2, sumOf(html.of("site.orbital_purchases", "leo")) / 1e9, "site.orbital_purchases", nil},
	}
}

// realHours lists the hours of a scenario's months.
func realHours(o outcome) []float64 {
	hours := make([]float64, o.Table.Months)
	for month := range hours {
		hours[month] = float64(o.Table.Start.Add(month).Days()) * 24
	}
	return hours
}

// bernstein buys as many racks as 35 billion USD pay for at 5.9 million each.
func bernstein(t *testing.T) []comparison {
	const racks, kilowatts, effectiveness = 5932, 132.0, 1.2
	o := run(t, decoded(t, fmt.Sprintf(`{"version": 1, "name": "bernstein", "start": "2027-01", "months": 1,
		"site": [{"name": "gigawatt", "power_usage_effectiveness": %g}],
		"fleet": [{"name": "gb200", "site": "gigawatt", "gpus": %d, "gpus_per_rack": 72, "power_per_gpu": %g, "go_live": "2027-01", "gpu_price": 47000, "infrastructure_price": 35000}],
		"source": [{"name": "grid", "site": "gigawatt", "capacity": 1300}]}`, effectiveness, racks*72, kilowatts/72)))
	of := func(row string) float64 { return o.of("fleet."+row, "gb200")[0] }
	paid, facility := of("purchases")/1e9, of("it_peak_power")*effectiveness/1e3
	implied := 1e6 / float64(racks) // kW a rack
	return []comparison{
		{"a GPU, thousand USD", 82, 0.5, 1, of("purchases") / of("gpus_added") / 1e3, "fleet.purchases, fleet.gpus_added", nil},
		{"a rack, million USD", 5.9, 0.05, 3, of("purchases") / of("racks_installed") / 1e6, "fleet.purchases, fleet.racks_installed", nil},
		{"all these racks", 35, 0.5, 2, paid, "fleet.purchases", nil},
		{"a GW of facility", 35, 0.5, 2, paid / facility, "fleet.purchases, fleet.it_peak_power",
			[]reason{{paid * (implied/(kilowatts*effectiveness) - 1), "35 billion at 5.9 million a rack gives each 169 kW of the GW; 132 kW and PUE 1.2 are 158"}}},
		{"a GW of computers", 35, 0.5, 2, paid / of("it_peak_power") * 1e3, "fleet.purchases, fleet.it_peak_power",
			[]reason{{paid * (implied/kilowatts - 1), "the same 169 kW against 132 of the rack alone"}}},
	}
}

// teraWulf is a shell of 200 MW for ten years; the tenant's computers cost the landlord nothing.
func teraWulf(t *testing.T) []comparison {
	const escalator, megawatts, rent, years = 0.03, 200.0, 3.7e9, 10.0
	growth := (math.Pow(1+escalator, years) - 1) / escalator / years // mean rent over the first
	first := rent / (megawatts * 1e3 * 12 * years) / growth
	o := run(t, decoded(t, fmt.Sprintf(`{"version": 1, "name": "terawulf", "start": "2027-01", "months": 120,
		"site": [{"name": "shell", "operations_rate": 3e5, "construction": {"steps": [{"from": "2027-01", "value": 1.8e9}, {"from": "2027-02", "value": 0}]}}],
		"fleet": [{"name": "tenants", "site": "shell", "gpus": 1e5, "power_per_gpu": 2, "go_live": "2027-01", "gpu_price": 0}],
		"source": [{"name": "grid", "site": "shell", "capacity": 300, "price": 50}],
		"lease": [{"name": "tenant", "site": "shell", "basis": "megawatts", "megawatts": 200, "start": "2027-01", "last_month": "2036-12", "cancellable": false,
			"price_basis": "kilowatt_month", "price_per_kilowatt": %.12g, "escalator": %g, "power_pass_through": 1, "accounting": "asc842"}]}`, first, escalator)))
	site := func(row string) []float64 { return o.of("site."+row, "shell") }
	income := less(plus(o.tenant("fee_billed"), o.tenant("power_recovered")), site("cash_costs"))
	year := sumOf(income) / years / 1e6
	cost := sumOf(site("operations_cost")) / years / 1e6
	mean := sumOf(o.tenant("fee_billed")) / years / 1e6
	operations := reason{0.15*mean - cost, "running costs of 0.3 million USD/MW (Epoch's) instead of 15 % of the rent"}
	return []comparison{
		{"contract, billion USD", 3.7, 0.05, 3, o.tenant("headline_value")[0] / 1e9, "lease.headline_value", nil},
		{"average rent, USD/kW-month", 154, 0.5, 2, mean * 1e6 / 12 / (megawatts * 1e3), "lease.fee_billed", nil},
		{"revenue a year as recognised, million USD", 370, 5, 1, sumOf(o.tenant("revenue")[60:72])/1e6 - sumOf(o.tenant("power_recovered")[60:72])/1e6, "lease.revenue, lease.straight_line_adjustment, lease.power_recovered", nil},
		{"net operating income a year, on average, million USD", 315, 1, 1, year, "lease.fee_billed, lease.power_recovered, site.cash_costs, site.operations_cost", []reason{operations}},
		{"net operating income in the first year, million USD", 315, 1, 1, sumOf(income[:12]) / 1e6, "lease.fee_billed, lease.power_recovered, site.cash_costs",
			[]reason{operations, {mean * (1/growth - 1), "the rent rises to its average only by the escalator"}}},
		{"net operating income over rent, %", 85, 0.5, 1, year / mean * 100, "lease.fee_billed, site.cash_costs", []reason{{operations.amount / mean * 100, "the same running costs"}}},
		{"building at 8 to 10 million USD/MW, billion USD", 1.8, 0.2, 2, sumOf(site("purchases")) / 1e9, "site.purchases", nil},
	}
}

// iren is 200 MW of computers for five years, a fifth of the fee paid in advance.
func iren(t *testing.T) []comparison {
	const rate = 0.06
	o := run(t, decoded(t, fmt.Sprintf(`{"version": 1, "name": "iren", "start": "2027-01", "months": 62,
		"operator": {"server_life": 5},
		"site": [{"name": "childress"}],
		"fleet": [{"name": "gpus", "site": "childress", "gpus": 76000, "power_per_gpu": 2.6315789473684, "go_live": "2027-01", "gpu_price": 76315.789473684}],
		"source": [{"name": "grid", "site": "childress", "capacity": 300, "price": 50}],
		"lease": [{"name": "tenant", "site": "childress", "basis": "megawatts", "megawatts": 200, "start": "2027-01", "last_month": "2031-12", "cancellable": false,
			"price_basis": "kilowatt_month", "price_per_kilowatt": 808, "prepaid_share": 0.2, "accounting": "asc606", "financing_rate": %g}]}`, rate)))
	term := sumOf(o.tenant("revenue")) / 5 / 1e9
	// The prepayment is earned back as an annuity paid in advance.
	prepaid, v := 0.2*808*200e3*60, math.Pow(1+rate, -1.0/12)
	interest := (60*prepaid*(1-v)/(1-math.Pow(v, 60)) - prepaid) / 5 / 1e9
	return []comparison{
		{"contract", 9.7, 0.05, 3, o.tenant("headline_value")[0] / 1e9, "lease.headline_value", nil},
		{"prepayment", 1.94, 0.005, 3, sumOf(o.tenant("prepayment_received")) / 1e9, "lease.prepayment_received", nil},
		{"fees a year", 1.94, 0.005, 3, sumOf(o.tenant("fee_billed")[:12]) / 1e9, "lease.fee_billed", nil},
		{"revenue a year under ASC 606", 1.94, 0.005, 3, term, "lease.revenue, lease.financing_interest",
			[]reason{{interest, "a prepayment for more than a year lends to the operator: interest at 6 %, earned back as revenue"}}},
		{"fee per GPU-hour, USD", 2.91, 0.005, 2, sumOf(o.tenant("fee_billed")) / sumOf(o.tenant("gpu_hours")), "lease.price_per_gpu_hour, lease.gpu_hours", nil},
		{"power of a GPU, kW", 2.63, 0.005, 2, o.of("site.power_per_gpu", "childress")[0] * 1e3, "site.power_per_gpu", nil},
		{"computers", 5.8, 0.05, 2, sumOf(o.of("fleet.purchases", "gpus")) / 1e9, "fleet.purchases", nil},
		{"fees over computers, a year", 0.334, 0.0005, 3, sumOf(o.tenant("fee_billed")[:12]) / sumOf(o.of("fleet.purchases", "gpus")), "lease.fee_billed, fleet.purchases", nil},
	}
}

// irenReturn is what IREN's contract returns, by the shipped scenario and by a
// plain list of its flows.
func irenReturn(t *testing.T) []comparison {
	charge := set("site.iren.operations_rate", 0.15*9.7e9/5/200)
	var list []comparison
	for _, c := range []struct {
		figure              string
		published, rounding float64 // 10 to 12 and up to 19; the others by our arithmetic
		changes             []scenario.Change
		colocation, sale    float64
	}{
		{"with colocation, %", 11, 1, nil, 130 * 200e3, 0},
		{"with colocation, GPUs sold for a fifth, %", 19, 0.5, nil, 130 * 200e3, 0.2},
		{"without colocation, %", 28.0, 0.1, []scenario.Change{charge}, 0, 0},
		{"without colocation, GPUs sold for a fifth, %", 33.6, 0.1, []scenario.Change{charge}, 0, 0.2},
	} {
		o := run(t, load(t, "iren-microsoft"), c.changes...)
		name := "internal_rate_of_return"
		if c.sale > 0 {
			name += ".with_sale"
		}
		later := irenFlow(c.colocation, c.sale)
		atOnce := append([]float64{later[0] + later[1]}, later[2:]...)
		why := reason{100 * (yearlyReturn(atOnce) - yearlyReturn(later)), "GPUs and prepayment are paid at the end of the first month, with its bill, and not a month before"}
		list = append(list, comparison{c.figure, c.published, c.rounding, 1, 100 * o.measured(name), "lease.cash_received, lease.prepayment_credit, site.operations_cost, fleet.purchases, operator.return_flow", []reason{why}})
	}
	return list
}

// measured gives a measure of the operator.
func (o outcome) measured(name string) float64 {
	o.Helper()
	plan, err := result.NewPlan(o.Table)
	if err != nil {
		o.Fatalf("%v", err)
	}
	for _, figure := range plan.Figures(o.Table) {
		if value, ok := figure.Value.(float64); ok && figure.Name == name {
			return value
		}
	}
	o.Fatalf("there is no measure %s", name)
	return 0
}

// irenFlow lists what the contract pays month by month: GPUs and prepayment, then
// 85 % of the fee less colocation and what is credited, and the sale.
func irenFlow(colocation, sale float64) []float64 {
	const contract, gpus = 9.7e9, 5.8e9
	flow := []float64{0.2*contract - gpus}
	for month := 1; month <= 60; month++ {
		bill := 0.85*contract/60 - colocation
		if month >= 25 {
			bill -= 0.2 * contract / 36
		}
		flow = append(flow, bill)
	}
	flow[60] += sale * gpus
	return flow
}

// yearlyReturn is the rate a year at which a flow that is spent first is worth nothing.
func yearlyReturn(flow []float64) float64 {
	low, high := -0.5, 0.5
	for range 200 {
		rate, worth := (low+high)/2, 0.0
		for month, amount := range flow {
			worth += amount * math.Pow(1+rate, -float64(month))
		}
		if worth > 0 {
			low = rate
		} else {
			high = rate
		}
	}
	return math.Pow(1+low, 12) - 1
}
