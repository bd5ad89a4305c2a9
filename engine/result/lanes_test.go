package result_test

import (
	"math"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"rackonomics/engine/compile"
	"rackonomics/engine/machine"
	"rackonomics/engine/model"
	"rackonomics/engine/program"
	"rackonomics/engine/result"
	"rackonomics/engine/scenario"
	"rackonomics/engine/session"
	"rackonomics/scenarios"
)

// blocks runs a scenario in a block of lanes and plans its measures.
func blocks(t testing.TB, document *scenario.Document, lanes int) (*machine.Table, *result.Plan) {
	t.Helper()
	table := tableOfLanes(t, document, lanes)
	table.Without = map[string]*machine.Table{}
	for scope := range result.Counterparts() {
		table.Without[scope] = tableOfLanes(t, document.Without(scope), lanes)
	}
	plan, err := result.NewPlan(table)
	if err != nil {
		t.Fatal(err)
	}
	return table, plan
}

func tableOfLanes(t testing.TB, document *scenario.Document, lanes int) *machine.Table {
	t.Helper()
	schema, err := model.Schema(document)
	if err != nil {
		t.Fatal(err)
	}
	layout := model.Layout(document)
	columns, err := model.Columns(schema, layout, result.Rows())
	if err != nil {
		t.Fatal(err)
	}
	made, err := compile.Program(schema, layout, columns, result.Beyond(schema, layout, columns)...)
	if err != nil {
		t.Fatal(err)
	}
	runner, err := machine.New(made, document.Start, document.Months, lanes)
	if err != nil {
		t.Fatal(err)
	}
	months := runner.Reach(model.Computed(document))
	table, err := runner.Run(func(input program.Input) []float64 {
		return document.Resolve(input.Instance, model.Scenario.FindInput(input.Name), months)
	}, nil)
	if err != nil {
		t.Fatal(err)
	}
	return table
}

// A lane's measures are those of a table that has that lane alone.
func TestMeasuresOfEveryLane(t *testing.T) {
	const lanes = 5
	document := load(t, "tenant-default")
	table, plan := blocks(t, document, lanes)
	for column := range table.Program.Columns { // no shipped scenario is random
		for i := range table.Whole(column) {
			table.Whole(column)[i] *= 1 + 0.1*float64(i%lanes) + 0.01*float64(column%7)
		}
	}
	values, differ := plan.Compute(table), 0
	for lane := range lanes {
		alone, one := blocks(t, document, 1)
		for column := range alone.Program.Columns {
			for month := range alone.Computed {
				alone.Whole(column)[month] = table.Whole(column)[month*lanes+lane]
			}
		}
		for i, want := range one.Compute(alone) {
			got := values[i*lanes+lane]
			if math.Float64bits(got) != math.Float64bits(want) || plan.There(i, lane) != one.There(i, 0) {
				t.Errorf("%s is %v in lane %d, and %v alone", plan.Heads[i].Name, got, lane, want)
			}
			if lane > 0 && math.Float64bits(got) != math.Float64bits(values[i*lanes]) {
				differ++
			}
		}
	}
	if differ == 0 {
		t.Error("the lanes do not differ, so that this test says nothing")
	}
}

// Whatever stands in a table, absent values and zeros among it, a lane's measures are those
// that it has alone: what is found for all lanes at once is what is found lane by lane.
func TestMeasuresOfAnyLanes(t *testing.T) {
	const lanes = 3
	document := load(t, "half-the-data-center")
	table, plan := blocks(t, document, lanes)
	alone, one := blocks(t, document, 1)
	rapid.Check(t, func(t *rapid.T) {
		kinds := rapid.SliceOfN(rapid.SampledFrom([]float64{program.Absent, 0, math.Copysign(0, -1), -1, 1, -2.5e9, 3e8}), 7, 97).Draw(t, "values")
		for column := range table.Program.Columns {
			for i := range table.Whole(column) {
				table.Whole(column)[i] = kinds[(i*31+column*17)%len(kinds)]
			}
		}
		values := plan.Compute(table)
		for lane := range lanes {
			for column := range alone.Program.Columns {
				for month := range alone.Computed {
					alone.Whole(column)[month] = table.Whole(column)[month*lanes+lane]
				}
			}
			for i, want := range one.Compute(alone) {
				if got := values[i*lanes+lane]; math.Float64bits(got) != math.Float64bits(want) {
					t.Fatalf("%s is %v in lane %d, and %v alone", plan.Heads[i].Name, got, lane, want)
				}
			}
		}
	})
}

// A plan serves tables of any number of lanes, one after the other.
func TestPlanServesBlocksOfAnySize(t *testing.T) {
	document := load(t, "three-tenants")
	one, plan := blocks(t, document, 1)
	want := append([]float64{}, plan.Compute(one)...)
	many, _ := blocks(t, document, 3)
	for column := range many.Program.Columns {
		for i := range many.Whole(column) {
			many.Whole(column)[i] *= 2
		}
	}
	if got := len(plan.Compute(many)); got != 3*len(want) {
		t.Errorf("%d values for 3 lanes of %d measures", got, len(want))
	}
	for i, got := range plan.Compute(one) {
		if math.Float64bits(got) != math.Float64bits(want[i]) {
			t.Errorf("%s is %v, and was %v before a block of lanes", plan.Heads[i].Name, got, want[i])
		}
	}
}

// Nothing is allocated in a run but what the search for rates of return takes,
// where there are any.
func TestComputingAllocatesNothing(t *testing.T) {
	for _, name := range scenarios.Names {
		table, plan := blocks(t, load(t, name), 1)
		most := 0.0
		rates, _ := plan.Find("internal_rate_of_return.count")
		if _, isLet := plan.Find("deal.internal_rate_of_return"); isLet || plan.Compute(table)[rates] > 0 {
			most = 60
		}
		if count := testing.AllocsPerRun(10, func() { plan.Compute(table) }); count > most {
			t.Errorf("%s: %v allocations", name, count)
		}
	}
}

func TestTableWithoutTheRowsIsRefused(t *testing.T) {
	run, err := session.New(load(t, "filed-deal"), "operator.cash").Run(nil)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := result.NewPlan(run.Table); err == nil || !strings.Contains(err.Error(), "the table has no operator.adjusted_ebitda") {
		t.Errorf("a table of one row gives %v", err)
	}
}

// A study asks for few measures: they are those of the whole, made of their own
// rows only.
func TestSomeMeasuresOnly(t *testing.T) {
	names := []string{"debt.llcr", "free_cash_flow.cumulative"}
	rows, err := result.RowsOf(names...)
	if err != nil || len(rows) > 12 {
		t.Fatalf("%v are made of %v, %v", names, rows, err)
	}
	document := load(t, "tenant-default")
	run, err := session.New(document, rows...).Run(nil)
	if err != nil {
		t.Fatal(err)
	}
	plan, err := result.NewPlan(run.Table, names...)
	if err != nil {
		t.Fatal(err)
	}
	all, told := measured(t, document), 0
	for i, value := range plan.Compute(run.Table) {
		if !strings.HasPrefix(plan.Heads[i].Name, "debt.llcr") && plan.Heads[i].Name != "free_cash_flow.cumulative" {
			t.Errorf("%s was not asked for", plan.Heads[i].Name)
		}
		all.is(t, plan.Heads[i].Name, value)
		told++
	}
	if told < 3 {
		t.Errorf("%d measures of all debt, each debt and cash flow", told)
	}
	if _, err := result.RowsOf("debt.lcr"); err == nil || !strings.Contains(err.Error(), `no measure "debt.lcr"`) {
		t.Errorf("a name that matches nothing gives %v", err)
	}
	if _, err := result.NewPlan(run.Table, "debt.lcr"); err == nil {
		t.Error("a plan is made for a name that matches nothing")
	}
}

// What measures take of a block of paths, a path.
func BenchmarkMeasuresOfLanes(b *testing.B) {
	const lanes = 128
	table, plan := blocks(b, load(b, "half-the-data-center"), lanes)
	for b.Loop() {
		plan.Compute(table)
	}
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N*lanes), "ns/lane")
}
