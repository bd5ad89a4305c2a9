package explain

import (
	"math"
	"strings"
	"testing"

	"rackonomics/engine/compile"
	"rackonomics/engine/language"
	"rackonomics/engine/machine"
	"rackonomics/engine/model"
	"rackonomics/engine/program"
	"rackonomics/engine/result"
	"rackonomics/engine/scenario"
	"rackonomics/scenarios"
)

func explainer(t *testing.T, name string, changes ...string) *Explainer {
	t.Helper()
	document, err := scenarios.Load(name)
	if err != nil {
		t.Fatal(err)
	}
	var list []scenario.Change
	for _, setting := range changes {
		change, err := model.Scenario.ParseSetting(setting)
		if err != nil {
			t.Fatal(err)
		}
		list = append(list, change)
	}
	changed, err := document.Apply(list)
	if err != nil {
		t.Fatal(err)
	}
	schema, layout, table := computed(t, changed)
	e, err := New(changed, schema, layout, table)
	if err != nil {
		t.Fatal(err)
	}
	return e
}

// computed holds every row of a document. The session, which does so for
// everybody else, explains as well and so imports this package.
func computed(t *testing.T, document *scenario.Document) (*language.Schema, language.Layout, *machine.Table) {
	t.Helper()
	schema, layout, table := tableOf(t, document)
	table.Without = map[string]*machine.Table{}
	for scope := range result.Counterparts() {
		_, _, table.Without[scope] = tableOf(t, document.Without(scope))
	}
	return schema, layout, table
}

func tableOf(t *testing.T, document *scenario.Document) (*language.Schema, language.Layout, *machine.Table) {
	t.Helper()
	must := func(err error) {
		if err != nil {
			t.Helper()
			t.Fatal(err)
		}
	}
	schema, err := model.Schema(document)
	must(err)
	layout := model.Layout(document)
	cells, err := model.Columns(schema, layout, []string{"*"})
	must(err)
	return schema, layout, tableOfCells(t, document, schema, layout, cells, result.Beyond(schema, layout, cells))
}

func tableOfCells(t *testing.T, document *scenario.Document, schema *language.Schema, layout language.Layout, cells, beyond []language.Cell) *machine.Table {
	t.Helper()
	must := func(err error) {
		if err != nil {
			t.Helper()
			t.Fatal(err)
		}
	}
	made, err := compile.Program(schema, layout, cells, beyond...)
	must(err)
	runner, err := machine.New(made, document.Start, document.Months, 1)
	must(err)
	months := runner.Reach(model.Computed(document))
	table, err := runner.Run(func(input program.Input) []float64 {
		return document.Resolve(input.Instance, model.Scenario.FindInput(input.Name), months)
	}, nil)
	must(err)
	return table
}

// An explanation that computed other numbers than the table would mislead, so
// every cell is computed both ways, those after the scenario too.
func TestEvaluatesEveryCellAsTheProgramDid(t *testing.T) {
	for _, name := range scenarios.Names {
		for _, changes := range [][]string{nil, {"operator.depreciate_new_capital=true", "operator.capital_life=1.5"}, {"scenario.months=7"}} {
			e := explainer(t, name, changes...)
			for column, at := range e.table.Program.Columns {
				for month, want := range e.table.Whole(column) {
					if !e.table.Holds(column, month) {
						break
					}
					row, _ := e.schema.RowIndex(at.Row)
					got := e.evaluate(e.schema.Expression(row), language.Place{Self: at.Instance, Iterated: -1}, month)
					if math.Float64bits(got) != math.Float64bits(want) && got == got {
						t.Fatalf("%s: %s in month %d is %v in the table and explained as %v", name, at.Row, month, want, got)
					}
				}
			}
		}
	}
}

// What nothing reads after the scenario is not in the table then, and has the value of
// its formula nonetheless: that of a program which computes it.
func TestValuesAfterTheScenarioAreThoseOfFormulas(t *testing.T) {
	absent := 0
	for _, name := range scenarios.Names {
		e := explainer(t, name)
		cells, err := model.Columns(e.schema, model.Layout(e.document), []string{"*"})
		if err != nil {
			t.Fatal(err)
		}
		whole := tableOfCells(t, e.document, e.schema, model.Layout(e.document), cells, cells)
		if whole.Computed < e.table.Computed {
			t.Fatalf("%s: %d months of %d", name, whole.Computed, e.table.Computed)
		}
		for column, at := range whole.Program.Columns {
			row, _ := e.schema.RowIndex(at.Row)
			for month := e.table.Months; month < e.table.Computed; month++ {
				if !e.table.Holds(column, month) {
					absent++
				}
				want := whole.Whole(column)[month]
				if got := e.value(cell{row, at.Instance, month}); math.Float64bits(got) != math.Float64bits(want) && (got == got || want == want) {
					t.Fatalf("%s: %s in month %d of %d is %v, explained as %v", name, at.Row, month, e.table.Months, want, got)
				}
			}
		}
	}
	if absent == 0 {
		t.Error("every table holds all months")
	}
}

// Explain grows the tree of a row of one thing in a month.
func (e *Explainer) Explain(row, instance string, month, depth, most int) (*Node, error) {
	return e.Over(Asked{Row: row, Instances: []string{instance}, Month: month, By: result.ByMonth}, depth, most)
}

func find(n *Node, name string) *Node {
	if n.Name == name {
		return n
	}
	for _, child := range n.Children {
		if found := find(child, name); found != nil {
			return found
		}
	}
	return nil
}

func leaves(n *Node, visit func(*Node)) {
	if len(n.Children) == 0 {
		visit(n)
	}
	for _, child := range n.Children {
		leaves(child, visit)
	}
}

func TestOperatingIncomeEndsInCitedInputs(t *testing.T) {
	e := explainer(t, "filed-deal")
	tree, err := e.Explain("operator.operating_income", "operator", 3, 20, 1000)
	if err != nil {
		t.Fatal(err)
	}
	fee := find(tree, "lease.fee")
	if fee == nil || fee.Value != 1250e6 || len(fee.Sources) == 0 || !strings.Contains(fee.Sources[0].Label, "S-1") || fee.Assumption {
		t.Fatalf("the fee is not explained by the filing: %+v", fee)
	}
	if find(tree, "lease.price") != nil {
		t.Error("a flat fee does not depend on the price per GPU-hour, yet that is in the explanation")
	}
	if costs := find(tree, "operator.site_costs_in_reported"); costs == nil || !costs.Assumption {
		t.Error("the estimate of the sites' part is not marked as an assumption")
	}
	if filed := find(tree, "operator.reported_non_cash_costs"); filed == nil || filed.Assumption {
		t.Error("the non-cash costs as filed are marked as an assumption")
	}
	leaves(tree, func(n *Node) {
		if n.Path == "" && !n.Repeated && n.Formula != "" && n.Value != 0 {
			t.Errorf("%s@%s in %s ends without inputs: %s", n.Name, n.Instance, n.Month, n.Formula)
		}
	})
}

func TestTellsOnlyWhatMattered(t *testing.T) {
	e := explainer(t, "filed-deal")
	tree, err := e.Explain("operator.operating_income", "operator", 3, 20, 1000)
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"lease.usage", "lease.take_or_pay", "lease.prorated", "operator.new_depreciation", "source.heat_rate"} {
		if find(tree, name) != nil {
			t.Errorf("%s made no difference, yet it is told", name)
		}
	}
	half, err := explainer(t, "filed-deal", "lease.anthropic.usage=0.4", "lease.anthropic.take_or_pay=0.7").Explain("lease.fee_billed", "anthropic", 3, 20, 1000)
	if err != nil {
		t.Fatal(err)
	}
	if find(half, "lease.take_or_pay") == nil || find(half, "lease.usage") != nil {
		t.Error("the floor of 70 % decides against a usage of 40 %, and is not what is told")
	}
}

func TestExplainsAlongTime(t *testing.T) {
	e := explainer(t, "filed-deal")
	tests := []struct {
		row, instance string
		month         int
		child, in     string
	}{
		{"lease.bills_paid", "anthropic", 4, "lease.bills_due", "2026-08"},        // paid a month later
		{"lease.fee_remaining", "anthropic", 4, "lease.fee_remaining", "2026-10"}, // looks ahead
		{"operator.cumulative_free_cash_flow", "operator", 4, "operator.free_cash_flow", "2026-09"},
	}
	for _, test := range tests {
		tree, err := e.Explain(test.row, test.instance, test.month, 1, 100)
		if err != nil {
			t.Fatal(err)
		}
		found := false
		for _, child := range tree.Children {
			found = found || child.Name == test.child && child.Month == test.in
		}
		if !found {
			t.Errorf("%s in month %d does not lead to %s in %s", test.row, test.month, test.child, test.in)
		}
	}
}

// A figure reads under "why?" as it does in the view that it was asked of.
func TestExplainsInPerCentWhatIsDeclaredSo(t *testing.T) {
	e := explainer(t, "tenant-default")
	for _, row := range []string{"tranche.loan_to_value", "operator.free_cash_flow", "operator.lease_revenue"} {
		scope, _, _ := strings.Cut(row, ".")
		tree, err := e.Explain(row, map[string]string{"tranche": "equipment", "operator": "operator"}[scope], 6, 12, 1000)
		if err != nil {
			t.Fatal(err)
		}
		var told []*Node
		for waiting := []*Node{tree}; len(waiting) > 0; waiting = waiting[1:] {
			told, waiting = append(told, waiting[0]), append(waiting, waiting[0].Children...)
		}
		for _, node := range told {
			row, in := model.FindRow(node.Name), model.Scenario.FindInput(node.Name)
			if declared := row != nil && row.Percent || in != nil && in.Percent; node.Percent != declared {
				t.Errorf("%s is in per cent: %v, declared: %v", node.Name, node.Percent, declared)
			}
		}
	}
}

// A contract that outlasts the scenario is explained by its own months, which say
// so, in which nothing else is explained.
func TestExplainsAfterTheScenario(t *testing.T) {
	e := explainer(t, "filed-deal", "scenario.months=3", "lease.anthropic.escalator=0.1")
	tree, err := e.Explain("lease.fee_remaining", "anthropic", 2, 2, 100)
	if err != nil {
		t.Fatal(err)
	}
	later := tree.Children[len(tree.Children)-1]
	if tree.After || later.Name != "lease.fee_remaining" || later.Month != "2026-08" || !later.After {
		t.Errorf("%s in %s (after: %v) leads to %s in %s (after: %v)", tree.Name, tree.Month, tree.After, later.Name, later.Month, later.After)
	}
	tree, err = e.Explain("lease.fee_remaining", "anthropic", 14, 9, 100)
	if err != nil || !tree.After || find(tree, "lease.escalator") == nil {
		t.Errorf("a month in which the fee has risen is explained by %+v, %v", tree, err)
	}
	if _, err = e.Explain("operator.revenue", "operator", 14, 9, 100); err == nil || !strings.Contains(err.Error(), "no month 14") {
		t.Errorf("what is not computed after the scenario is explained: %v", err)
	}
}

func TestCumulatedRowTellsTheEarlierSum(t *testing.T) {
	e := explainer(t, "filed-deal")
	tree, err := e.Explain("operator.cumulative_free_cash_flow", "operator", 2, 1, 100)
	if err != nil {
		t.Fatal(err)
	}
	total := 0.0
	for _, child := range tree.Children {
		total += child.Value
	}
	if math.Abs(total-tree.Value) > 1e-3 {
		t.Errorf("the parts add up to %v, the row is %v", total, tree.Value)
	}
}

func TestRefusesWhatIsNotThere(t *testing.T) {
	e := explainer(t, "no-deal")
	for _, test := range []struct {
		row, instance string
		month         int
	}{{"operator.nothing", "operator", 0}, {"operator.revenue", "memphis", 0}, {"lease.fee_billed", "anthropic", 0}, {"operator.revenue", "operator", 60}, {"operator.revenue", "operator", -1}} {
		if _, err := e.Explain(test.row, test.instance, test.month, 3, 10); err == nil {
			t.Errorf("%v was explained", test)
		}
	}
}

func TestKeepsToTheRoomGiven(t *testing.T) {
	e := explainer(t, "filed-deal")
	tree, err := e.Explain("operator.free_cash_flow", "operator", 10, 20, 15)
	if err != nil {
		t.Fatal(err)
	}
	count, cut := 0, false
	var walk func(*Node)
	walk = func(n *Node) {
		count++
		cut = cut || n.Cut
		for _, child := range n.Children {
			walk(child)
		}
	}
	walk(tree)
	if count > 16 || !cut {
		t.Errorf("%d nodes where 15 below the root are allowed, cut marked: %v", count, cut)
	}
}

// A function of the model is told as one node, which opens as a row does.
func TestExplainsFunctionsOfTheModel(t *testing.T) {
	document, err := scenarios.Load("orbital-expansion")
	if err != nil {
		t.Fatal(err)
	}
	document = document.Clone()
	document.Rows = append(document.Rows,
		scenario.Row{Name: "operator.by_hand", Unit: "USD", Formula: "(cum(server_purchases)-lag(cum(server_purchases),month(36)))*months/month(36)"},
		scenario.Row{Name: "operator.by_name", Unit: "USD", Formula: "straight_line(server_purchases,month(36))"},
		scenario.Row{Name: "operator.by_ages", Unit: "USD", Formula: "vintage(server_purchases, month_of_year == 1, 0, 9, age: pow(0.5, age))"})
	schema, layout, table := computed(t, document)
	e, err := New(document, schema, layout, table)
	if err != nil {
		t.Fatal(err)
	}
	month := table.Months - 1
	hand, err := e.Explain("operator.by_hand", "operator", month, 8, 1000)
	if err != nil {
		t.Fatal(err)
	}
	tree, err := e.Explain("operator.by_name", "operator", month, 8, 1000)
	if err != nil {
		t.Fatal(err)
	}
	if tree.Value != hand.Value || tree.Value == 0 || len(tree.Children) != 1 || tree.Formula != "straight_line(server_purchases, month(36))" {
		t.Fatalf("%+v", tree)
	}
	call := tree.Children[0]
	want := "straight_line(server_purchases, month(36))\n= vintage(cost, life) * months / life"
	if call.Value != tree.Value || call.Title != "Straight line" || call.Formula != want || call.Note == "" || call.Unit != "USD" {
		t.Errorf("the call is told as %+v", call)
	}
	if len(call.Children) == 0 || len(call.Children) != len(hand.Children) {
		t.Errorf("the call opens to %d parts, and written out there are %d", len(call.Children), len(hand.Children))
	}
	ages, err := e.Explain("operator.by_ages", "operator", month, 8, 1000)
	if err != nil {
		t.Fatal(err)
	}
	earlier := ages.Children[len(ages.Children)-1]
	if ages.Value == 0 || len(ages.Children) == 0 || !strings.HasPrefix(ages.Children[0].Title+earlier.Title, "Due of what was added to ") {
		t.Errorf("%+v is told by %+v", ages, ages.Children)
	}
}
