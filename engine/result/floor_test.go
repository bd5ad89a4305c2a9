package result_test

import (
	"encoding/json"
	"maps"
	"math"
	"slices"
	"strconv"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"rackonomics/engine/floor"
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
	Fatal(args ...any)
}

// planned makes the plan of the floor from a run of the rows that it says it
// needs, and sends it as the scene receives it. Beside it stands a run of every row.
func planned(t tester, opened *session.Session, settings ...string) (*floor.Plan, *session.Result) {
	t.Helper()
	var changes []scenario.Change
	for _, setting := range settings {
		change, err := model.Scenario.ParseSetting(setting)
		if err != nil {
			t.Fatal(err)
		}
		changes = append(changes, change)
	}
	prepared, err := opened.Prepare(changes, result.FloorRows()...)
	if err != nil {
		t.Fatal(err)
	}
	run, err := prepared.Run()
	if err != nil {
		t.Fatal(err)
	}
	plan, err := run.Floor()
	if err != nil {
		t.Fatal(err)
	}
	head, numbers, err := floor.Encode(plan, nil, json.Marshal)
	if err != nil {
		t.Fatal(err)
	}
	arrived, err := floor.Decode([]byte(head), numbers)
	if err != nil {
		t.Fatal(settings, err)
	}
	all, err := opened.RunRows(changes, session.AllRows)
	if err != nil {
		t.Fatal(err)
	}
	return arrived, all
}

func openedAs(t tester, name string) *session.Session {
	t.Helper()
	document, err := scenarios.Load(name)
	if err != nil {
		t.Fatal(err)
	}
	return session.New(document)
}

// counted holds a plan against the rows of a run.
type counted struct {
	tester
	*floor.Plan
	run *session.Result
}

func (c counted) of(row, instance string) []float64 {
	column, ok := c.run.Table.Column(row, instance)
	if !ok {
		c.Fatal("the table has no " + row + " of " + instance)
	}
	return c.run.Table.Series(column)
}

// total adds a row over the things that belong to a site, or to any.
func (c counted) total(row, site string) []float64 {
	total := make([]float64, len(c.Months))
	for i, column := range c.run.Table.Program.Columns {
		thing := c.run.Document.Instances[column.Instance]
		isOf := site == "" || thing.Name == site || thing.Parent >= 0 && c.run.Document.Instances[thing.Parent].Name == site
		if column.Row != row || !isOf {
			continue
		}
		for month, value := range c.run.Table.Series(i) {
			total[month] += value
		}
	}
	return total
}

// same compares series up to what the order of sums leaves.
func (c counted) same(what string, got, want []float64) {
	c.Helper()
	size := math.Abs(slices.MaxFunc(want, func(a, b float64) int { return int(math.Copysign(1, math.Abs(a)-math.Abs(b))) }))
	for month := range want {
		if !(math.Abs(got[month]-want[month]) <= 1e-9*max(size, 1)) {
			c.Errorf("%s in month %d is %v in the plan and %v in the table", what, month, got[month], want[month])
			return
		}
	}
}

func times(shares, racks []float64) []float64 {
	product := make([]float64, len(shares))
	for month := range shares {
		product[month] = shares[month] * racks[month]
	}
	return product
}

// agrees counts everything that a plan shows against the rows.
func (c counted) agrees() {
	c.Helper()
	c.splits("all sites", c.Shares, "")
	var halls []string
	for i, site := range c.Sites {
		c.splits(site.Name, site.Shares, site.Name)
		racks, usable := make([]float64, len(c.Months)), make([]float64, len(c.Months))
		for _, hall := range c.Halls {
			if hall.Site != i {
				continue
			}
			halls = append(halls, hall.Name)
			c.same("installed racks of "+hall.Name, hall.Racks, c.of("fleet.racks_installed", hall.Name))
			c.same("racks that wait of "+hall.Name, hall.Waiting, c.of("fleet.racks_waiting", hall.Name))
			c.same("usable racks of "+hall.Name, hall.Usable, c.of("fleet.racks_usable", hall.Name))
			c.same("the most GPUs of "+hall.Name, []float64{slices.Max(hall.Racks) * hall.GPUsPerRack}, []float64{slices.Max(c.of("fleet.gpus_installed", hall.Name))})
			c.same("the most power of "+hall.Name, []float64{slices.Max(hall.Racks) * hall.KilowattsPerRack / 1000}, []float64{slices.Max(c.of("fleet.it_peak_power", hall.Name))})
			dark := slices.Clone(hall.Racks)
			for month := range dark {
				dark[month] -= hall.Usable[month]
			}
			c.same("dark racks of "+hall.Name, dark, c.of("fleet.racks_dark", hall.Name))
			for month := range racks {
				racks[month] += hall.Racks[month]
				usable[month] += hall.Usable[month]
			}
		}
		c.same("installed racks of "+site.Name, racks, c.total("fleet.racks_installed", site.Name))
		c.same("usable racks of "+site.Name, usable, c.of("site.racks_usable", site.Name))
		load := c.run.Document.Resolve(c.run.Document.Find("site", site.Name), model.Scenario.FindInput("site.load"), 1)
		for row, series := range map[string][]float64{"power_wanted": site.Wanted, "power_available": site.Available, "it_power": site.Heat, "heat_limit": site.HeatLimit, "satellites_in_service": site.Satellites, "floor_taken": site.FloorTaken, "floor_free": site.FloorFree} {
			c.same(row+" of "+site.Name, series, c.of("site."+row, site.Name))
		}
		c.limits(site)
		c.same("the load of "+site.Name, []float64{site.Load}, load)
	}
	if len(halls) != len(c.Halls) {
		c.Errorf("of %d halls only %v are of a site", len(c.Halls), halls)
	}
	served := make([]float64, len(c.Months))
	for _, source := range c.Sources {
		c.same("what "+source.Name+" serves", source.Served, c.of("source.power_served", source.Name))
		c.same("what is installed of "+source.Name, source.Installed, c.of("source.installed", source.Name))
		c.same("what "+source.Name+" has", source.Available, c.of("source.power_available", source.Name))
		c.same("what charges "+source.Name, source.Charged, c.of("source.power_charged", source.Name))
		c.same("what is in "+source.Name, source.Full, c.of("source.charge_before_call", source.Name))
		c.same("what a call leaves in "+source.Name, source.Left, c.of("source.charge_after_call", source.Name))
		if full := slices.Max(source.Full); full > source.Storage*(1+1e-9) {
			c.Errorf("%s holds %v MWh of %v", source.Name, full, source.Storage)
		}
		for month := range served {
			served[month] += source.Served[month]
		}
	}
	c.same("what the sources serve", served, c.total("site.power_served", ""))
	c.same("what the sites draw", c.Demand, c.total("site.power_demand", ""))
	c.money()
}

// money holds what is received, paid and kept against the direct method of the
// cash flow statement.
func (c counted) money() {
	c.Helper()
	for use, series := range c.Money.Received {
		if name := c.Uses[use].Name; name == "" {
			c.same("what own customers pay", series, c.total("operator.own_collected", ""))
		} else {
			c.same("what "+name+" pays", series, c.of("lease.cash_received", name))
		}
	}
	c.same("what the operations keep", c.Money.Kept, c.total("operator.operating_cash_flow", ""))
	paid := make([]float64, len(c.Months))
	for row, sign := range map[string]float64{"own_paid": 1, "running_costs": 1, "operating_interest_paid": 1, "tax_paid": 1, "operating_interest_received": -1} {
		for month, value := range c.total("operator."+row, "") {
			paid[month] += sign * value
		}
	}
	c.same("what is paid", c.Money.Paid, paid)
}

// limits holds what binds a site against its flags.
func (c counted) limits(site floor.Site) {
	c.Helper()
	for limit, row := range map[floor.Limit]string{floor.LimitedByPower: "power", floor.LimitedByCooling: "cooling", floor.LimitedByFloor: "floor", floor.LimitedByCurtailment: "curtailment"} {
		binds := make([]float64, len(c.Months))
		for month := range binds {
			if site.Limit[month] == float64(limit) {
				binds[month] = 1
			}
		}
		c.same("that "+row+" limits "+site.Name, binds, c.of("site.limited_by_"+row, site.Name))
	}
}

// splits counts the racks of each holder, which with the idle ones are all.
func (c counted) splits(of string, shares floor.Shares, site string) {
	c.Helper()
	usable := c.total("site.racks_usable", site)
	idle := slices.Repeat([]float64{1}, len(c.Months))
	for use, series := range shares {
		for month, share := range series {
			idle[month] -= share
		}
		if name := c.Uses[use].Name; name == "" {
			c.same("racks in own use of "+of, times(series, usable), c.total("site.racks_kept", site))
		} else if lease := c.run.Document.Instances[c.run.Document.Find("lease", name)]; site == "" || c.run.Document.Instances[lease.Parent].Name == site {
			c.same("racks of "+name+" of "+of, times(series, usable), c.of("lease.racks", name))
		} else {
			c.same("racks of "+name+" of "+of, series, make([]float64, len(c.Months)))
		}
	}
	c.same("idle racks of "+of, times(idle, usable), c.total("site.racks_idle", site))
}

func TestThePlanOfTheFloorIsWhatTheTableSays(t *testing.T) {
	for _, name := range scenarios.Names {
		t.Run(name, func(t *testing.T) {
			plan, run := planned(t, openedAs(t, name))
			counted{t, plan, run}.agrees()
		})
	}
}

func TestThePlanOfAnyFloorIsWhatTheTableSays(t *testing.T) {
	opened := map[string]*session.Session{} // which keep what they compiled
	for _, name := range []string{"three-tenants", "orbital-expansion", "power-capped"} {
		opened[name] = openedAs(t, name)
	}
	rapid.Check(t, func(t *rapid.T) {
		name := rapid.SampledFrom(slices.Sorted(maps.Keys(opened))).Draw(t, "scenario")
		number := func(path string, low, high float64) string {
			return path + "=" + strconv.FormatFloat(rapid.Float64Range(low, high).Draw(t, path), 'f', 12, 64)
		}
		whole := func(path string, low, high int) string {
			return path + "=" + strconv.Itoa(rapid.IntRange(low, high).Draw(t, path))
		}
		settings := []string{
			`lease.another={"site":"memphis"}`, number("lease.another.share", 0, 1),
			`fleet.another={"site":"memphis"}`, whole("fleet.another.gpus", 0, 3e5), number("fleet.another.power_per_gpu", 0.05, 3), number("fleet.another.failure_rate", 0, 2),
			`site.elsewhere={}`, number("site.elsewhere.load", 0.05, 1), number("site.elsewhere.own_use", 0, 1),
			`fleet.there={"site":"elsewhere"}`, whole("fleet.there.gpus", 0, 3e5), whole("fleet.there.gpus_per_rack", 1, 576),
			`source.there={"site":"elsewhere"}`, number("source.there.capacity", 0, 500),
			number("source.there.curtailable", 0, 1), number("site.elsewhere.curtailment", 0, 1000),
			`source.battery={"site":"elsewhere","kind":"battery"}`, number("source.battery.capacity", 0, 200), number("source.battery.storage", 0, 2000),
			`lease.there={"site":"elsewhere"}`, number("lease.there.share", 0, 1),
			number("site.memphis.load", 0.05, 1), number("site.memphis.own_use", 0, 1),
		}
		plan, run := planned(t, opened[name], settings...)
		counted{t, plan, run}.agrees()
	})
}

func TestUsesHaveRoleAndPlace(t *testing.T) {
	plan, _ := planned(t, openedAs(t, "three-tenants"))
	var got []string
	for _, use := range plan.Uses {
		got = append(got, strings.Join([]string{use.Name, use.Title, use.Role, strconv.Itoa(use.Place)}, "/"))
	}
	want := "anthropic/Anthropic/tenant/0 reflection/Reflection AI/tenant/1 google/Google/tenant/2 /Operator’s own use/own use/0 /Idle/idle/0"
	if strings.Join(got, " ") != want {
		t.Errorf("%s, want %s", strings.Join(got, " "), want)
	}
}

// A title of any length is one that the scene takes.
func TestLongTitlesAreCut(t *testing.T) {
	for title, want := range map[string]string{
		strings.Repeat("x", 60):  strings.Repeat("x", 60),
		strings.Repeat("x", 61):  strings.Repeat("x", 60) + "…",
		strings.Repeat("🚀", 48):  strings.Repeat("🚀", 48),
		strings.Repeat("🚀", 60):  strings.Repeat("🚀", 49) + "…",
		strings.Repeat("Ω", 60):  strings.Repeat("Ω", 60),
		"Colossus · Halle 1 <b>": "Colossus · Halle 1 <b>",
	} {
		document, err := scenarios.Load("three-tenants")
		if err != nil {
			t.Fatal(err)
		}
		document.Instances[document.Find("lease", "google")].Title = title
		run, err := session.New(document, result.FloorRows()...).Run(nil)
		if err != nil {
			t.Fatal(err)
		}
		plan, err := run.Floor()
		if err != nil {
			t.Fatal(err)
		}
		if got := plan.Uses[2].Title; got != want || len(got) > floor.MaximumText {
			t.Errorf("%q of %d bytes, want %q", got, len(got), want)
		}
	}
}

// A scenario may have no more of anything than the scene takes.
func TestEveryScenarioHasRoomInAPlan(t *testing.T) {
	for scope, most := range map[string]int{"lease": floor.MaximumUses - 2, "site": floor.MaximumSites, "fleet": floor.MaximumHalls, "source": floor.MaximumSources} {
		if allowed := model.Scenario.FindScope(scope).Most; allowed > most {
			t.Errorf("%d things of %s are allowed, and %d in a plan", allowed, scope, most)
		}
	}
	if scenario.LongestHorizon > floor.MaximumMonths {
		t.Errorf("a scenario may have %d months, a plan %d", scenario.LongestHorizon, floor.MaximumMonths)
	}
	for _, input := range []string{"site.load", "fleet.power_per_gpu"} {
		if model.Scenario.FindInput(input).MayVary {
			t.Errorf("%s may vary by month, and has one value in a plan", input)
		}
	}
}

// What a run has not computed is no zero.
func TestAFloorOfOtherRowsIsRefused(t *testing.T) {
	document, err := scenarios.Load("three-tenants")
	if err != nil {
		t.Fatal(err)
	}
	rows := slices.DeleteFunc(result.FloorRows(), func(row string) bool { return row == "site.racks_kept" })
	run, err := session.New(document, rows...).Run(nil)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := run.Floor(); err == nil || !strings.Contains(err.Error(), "site.racks_kept was not computed") {
		t.Errorf("error %v", err)
	}
}

// Whatever the plan shows by month stands in a table of the section that has the picture.
func TestWhatThePlanShowsStandsInATable(t *testing.T) {
	shown := map[string]bool{}
	for _, section := range model.Sections {
		if section.Name != "floor" {
			continue
		}
		for _, name := range section.Views {
			for _, row := range model.FindView(name).ShownRows() {
				shown[row] = true
			}
		}
	}
	for _, row := range result.FloorRows() {
		if !shown[row] {
			t.Errorf("%s is drawn, and no table of the sites has it", row)
		}
	}
}
