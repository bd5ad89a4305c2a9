package model_test

import (
	"encoding/json"
	"fmt"
	"math"
	"slices"
	"strings"

	"rackonomics/engine/machine"
	"rackonomics/engine/model"
	"rackonomics/engine/result"
	"rackonomics/engine/scenario"
	"rackonomics/engine/session"
	"rackonomics/scenarios"
)

// tester is what *testing.T and *rapid.T share.
type tester interface {
	Helper()
	Errorf(format string, args ...any)
	Fatalf(format string, args ...any)
}

func load(t tester, name string) *scenario.Document {
	t.Helper()
	document, err := scenarios.Load(name)
	if err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	return document
}

func set(path string, value any) scenario.Change {
	text, err := json.Marshal(value)
	if err != nil {
		panic(err)
	}
	return scenario.Change{Path: path, JSON: text}
}

// outcome is a run of every row, to be asked for series.
type outcome struct {
	tester
	*session.Result
}

func run(t tester, document *scenario.Document, changes ...scenario.Change) outcome {
	t.Helper()
	result, err := session.New(document, "*").Run(changes)
	if err != nil {
		t.Fatalf("%v", err)
	}
	return outcome{t, result}
}

// of gives a row of an instance by month.
func (o outcome) of(row, instance string) []float64 {
	o.Helper()
	column, ok := o.Table.Column(row, instance)
	if !ok {
		o.Fatalf("the table has no %s of %s", row, instance)
	}
	return o.Table.Series(column)
}

// instances lists the names of a scope's instances that belong to one of a name.
func (o outcome) instances(scope, parent string) (names []string) {
	for _, instance := range o.Document.Instances {
		if instance.Scope == scope && (parent == "" || instance.Parent >= 0 && o.Document.Instances[instance.Parent].Name == parent) {
			names = append(names, instance.Name)
		}
	}
	return names
}

// total adds a row over the instances that belong to a parent, or over all.
func (o outcome) total(row, parent string) []float64 {
	o.Helper()
	scope, _, _ := strings.Cut(row, ".")
	sum := make([]float64, o.Table.Months)
	for _, instance := range o.instances(scope, parent) {
		for month, value := range o.of(row, instance) {
			sum[month] += value
		}
	}
	return sum
}

func combine(f func(a, b float64) float64, a, b []float64) []float64 {
	out := make([]float64, len(a))
	for i := range a {
		out[i] = f(a[i], b[i])
	}
	return out
}

func plus(a, b []float64) []float64 {
	return combine(func(a, b float64) float64 { return a + b }, a, b)
}
func less(a, b []float64) []float64 {
	return combine(func(a, b float64) float64 { return a - b }, a, b)
}

func cumulated(a []float64) []float64 {
	sum, out := 0.0, make([]float64, len(a))
	for i, value := range a {
		sum += value
		out[i] = sum
	}
	return out
}

func near(t tester, what string, got, want, tolerance float64) {
	t.Helper()
	if !(math.Abs(got-want) <= tolerance*math.Abs(want)) {
		t.Errorf("%s is %.4g, want %.4g within %g %%", what, got, want, 100*tolerance)
	}
}

// scale is the size of the figures compared, for a tolerance of rounding alone.
func scale(series ...[]float64) float64 {
	size := 1e-9
	for _, values := range series {
		for _, value := range values {
			if math.Abs(value) > size { // not so of an absent value
				size = math.Abs(value)
			}
		}
	}
	return size
}

const rounding = 1e-9

func (o outcome) same(law string, a, b []float64, parts ...[]float64) {
	o.Helper()
	tolerance := rounding * scale(append(parts, a, b)...)
	for month := range a {
		if !(math.Abs(a[month]-b[month]) <= tolerance) && !(machine.IsAbsent(a[month]) && machine.IsAbsent(b[month])) {
			o.Errorf("%s: in month %d %v is not %v", law, month, a[month], b[month])
			return
		}
	}
}

func (o outcome) atMost(law string, a, b []float64, parts ...[]float64) {
	o.Helper()
	tolerance := rounding * scale(append(parts, a, b)...)
	for month := range a {
		if !(a[month] <= b[month]+tolerance) {
			o.Errorf("%s: in month %d %v exceeds %v", law, month, a[month], b[month])
			return
		}
	}
}

// mayBeAbsent lists the rows that have no value where there is nothing to divide
// by; their notes tell the reader.
var mayBeAbsent = func() map[string]bool {
	rows := map[string]bool{}
	for _, row := range model.Rows {
		rows[row.Name] = strings.Contains(row.Note, "bsent ")
	}
	return rows
}()

// obeysTheLaws checks what holds in every month of every scenario, whatever its
// subject; the tests of each subject say more of it.
func (o outcome) obeysTheLaws() {
	o.Helper()
	o.isFinite()
	o.comparesWithNoLeases()
	for _, site := range o.instances("site", "") {
		if kind := model.Scenario.FindInput("site.kind"); kind.Plain(o.Document.Value(o.Document.Find("site", site), kind)) == "terrestrial" {
			o.sharesPower(site)
		}
		o.sharesItsGPUs(site, make([]float64, o.Table.Months))
	}
	for _, lease := range o.instances("lease", "") {
		o.leaseKeepsItsBooks(lease)
	}
	o.addsUp()
	o.tenantsAddUp()
	o.stacksUp()
	o.closesItsBooks()
}

// comparesWithNoLeases holds the tables without leases to runs from which the leases were taken out one by one.
func (o outcome) comparesWithNoLeases() {
	o.Helper()
	if !o.Document.Has("lease") {
		return
	}
	var changes []scenario.Change
	for _, thing := range o.Document.Instances {
		if thing.Scope == "lease" {
			changes = append(changes, scenario.Change{Path: "lease." + thing.Name, JSON: []byte("null")})
		}
	}
	rows := result.Counterparts()["lease"]
	removed, err := session.New(o.Document, rows...).Run(changes)
	if err != nil {
		o.Fatalf("%v", err)
	}
	other := o.Table.Without["lease"]
	for _, row := range rows {
		column, _ := removed.Table.Column(row, "operator")
		at, ok := other.Column(row, "operator")
		if !ok || !slices.EqualFunc(removed.Table.Series(column), other.Series(at), func(a, b float64) bool { return a == b || a != a && b != b }) {
			o.Errorf("%s without leases is not what it is with all of them removed", row)
		}
	}
}

func (o outcome) isFinite() {
	o.Helper()
	if o.Table.Overflow.Column >= 0 {
		name := o.Table.Program.Columns[o.Table.Overflow.Column].Row
		if !mayBeAbsent[name] { // over next to nothing a ratio may be too large
			o.Errorf("%s overflows", name)
		}
	}
	for i, column := range o.Table.Program.Columns {
		name := column.Row
		for month, value := range o.Table.Series(i) {
			if machine.IsAbsent(value) && !mayBeAbsent[name] {
				o.Errorf("%s@%s is absent in month %d", name, o.Document.Instances[column.Instance].Name, month)
				break
			}
		}
	}
}

func (o outcome) sharesItsGPUs(site string, zero []float64) {
	o.Helper()
	working := o.of("site.gpus_working", site)
	usable, leased := o.of("site.gpus_usable", site), o.of("site.gpus_leased", site)
	kept, idle := o.of("site.gpus_kept", site), o.of("site.gpus_idle", site)
	o.same("leased, kept and idle GPUs are the usable ones", plus(plus(leased, kept), idle), usable, working)
	o.same("the site's leased GPUs are those delivered", leased, o.total("lease.gpus_delivered", site), working)
	o.same("the site's GPUs are its fleets'", o.of("site.gpus_installed", site), o.total("fleet.gpus_installed", site))
	o.atMost("no more GPUs are usable than installed", usable, o.of("site.gpus_installed", site))
	o.atMost("no more GPUs work than are usable", o.of("site.gpus_at_work", site), usable, working)
	o.atMost("the tenants draw no more than the site", o.total("lease.power_demand", site), o.of("site.power_demand", site), o.of("site.power_wanted", site))
	parts := plus(plus(o.total("lease.power_demand", site), o.of("site.power_kept", site)), o.of("site.power_idle", site))
	o.same("the tenants', the own and the idle MW are the site's", parts, o.of("site.power_demand", site), o.of("site.power_wanted", site))
	for _, row := range []string{"site.gpus_leased", "site.gpus_kept", "site.gpus_idle", "site.gpus_usable"} {
		o.atMost(row+" is not negative", zero, o.of(row, site), working)
	}
}

// value gives an input by month, as formulas read it.
func (o outcome) value(scope, instance, field string) []float64 {
	values := o.Document.Resolve(o.Document.Find(scope, instance), model.Scenario.FindInput(scope+"."+field), o.Table.Months)
	out := make([]float64, o.Table.Months)
	for month := range out {
		out[month] = values[min(month, len(values)-1)]
	}
	return out
}

// addsUp checks what has been added up since the start.
func (o outcome) addsUp() {
	o.Helper()
	own := func(row string) []float64 { return o.of("operator."+row, "operator") }
	o.same("cumulative operating cash flow", own("cumulative_operating_cash_flow"), cumulated(own("operating_cash_flow")))
	o.same("cumulative free cash flow", own("cumulative_free_cash_flow"), cumulated(own("free_cash_flow")), own("cumulative_operating_cash_flow"))
}

// tenantsAddUp checks that what is told of each tenant and of the rest is all there is.
func (o outcome) tenantsAddUp() {
	o.Helper()
	earned, paid := slices.Clone(o.operator("leases_ebitda")), o.total("lease.net_cash", "")
	for _, site := range o.instances("site", "") {
		let := o.total("lease.share_of_usable", site)
		for month, cost := range o.of("site.cash_costs", site) {
			earned[month] -= cost * (1 - let[month])
			paid[month] -= cost * (1 - let[month])
		}
	}
	own := less(o.operator("own_revenue"), o.operator("own_costs"))
	o.same("leases, own business and idle sites are all EBITDA", plus(earned, own), o.operator("adjusted_ebitda"), own, o.operator("site_costs"), cumulated(o.operator("revenue")))
	o.same("leases and idle sites are their cash flow", paid, o.operator("lease_cfads"), o.operator("site_costs"), o.operator("tenant_deposits"), o.operator("lease_cash_received"))
	for _, lease := range o.instances("lease", "") {
		o.atMost("no expected loss exceeds the exposure", o.of("lease.expected_loss", lease), o.of("lease.exposure", lease))
	}
}

func describe(changes []scenario.Change) string {
	var list []string
	for _, change := range changes {
		list = append(list, fmt.Sprintf("%s = %s", change.Path, change.JSON))
	}
	return strings.Join(list, ", ")
}
