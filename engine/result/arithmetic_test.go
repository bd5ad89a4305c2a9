package result

import (
	"fmt"
	"math"
	"strconv"
	"strings"
	"testing"

	"rackonomics/engine/compile"
	"rackonomics/engine/machine"
	"rackonomics/engine/model"
	"rackonomics/engine/program"
	"rackonomics/engine/scenario"
	"rackonomics/scenarios"
)

// Formulas that a row may have as well, of every operation.
var expressions = []struct{ scope, unit, text string }{
	{"operator", "USD", "revenue + cash - net_income"},
	{"operator", "USD", "-revenue * 2 / 3"},
	{"operator", "1", "revenue / (lease_revenue - lease_revenue)"}, // absent
	{"operator", "1", "lease_revenue / when(month < month(3), lease_revenue - lease_revenue, lease_revenue)"},
	{"operator", "bool", "revenue > USD(1e9) && !(cash < 0) || operating_income >= 0 && net_income <= operating_income"},
	{"operator", "bool", "month_of_year == 7 || days != day(31)"},
	{"operator", "USD", "min(revenue, USD(1e9), cash) + max(0, operating_income) + clamp(cash, USD(-1e9), USD(1e9)) + abs(net_income)"},
	{"operator", "1", "pow(1 + monthly_discount_rate, 7) + exp(monthly_discount_rate) + log(revenue / USD(7)) + floor(revenue / USD(7)) + ceil(revenue / USD(7))"},
	{"operator", "1", "log(operating_income / USD(1))"}, // absent for a loss
	{"operator", "USD", "when(operating_income / (cash - cash) > 0, revenue, operating_income)"},
	{"operator", "USD", "sum(lease.revenue) + sum(when(lease.active, lease.fee_billed, 0)) + sum(lease.fee_billed * (lease.gpu_hours / lease.gpu_hours))"},
	{"operator", "USD", "sum(tranche.interest) + revenue"}, // of none
	{"operator", "h", "hours * (months / month(1)) + years * h(1) / year(1) + year * h(1) / year(1)"},
	{"operator", "1", "count(lease) + count(tranche)"},
	{"lease", "USD", "before(revenue) + revenue + operator.cash"},
	{"site", "USD", "sum(lease.revenue * 2) + cash_costs"},
}

// What a measure computes of rows is to the bit what a row would have been.
func TestArithmeticIsThatOfRows(t *testing.T) {
	document, err := scenarios.Load("three-tenants")
	if err != nil {
		t.Fatal(err)
	}
	var list []model.Measure
	number := 0
	for _, e := range expressions {
		row := scenario.Row{Name: fmt.Sprintf("%s.expression_%d", e.scope, number), Unit: e.unit, Formula: e.text}
		trial := *document
		trial.Rows = append(trial.Rows[:len(trial.Rows):len(trial.Rows)], row)
		if _, err := model.Schema(&trial); err != nil {
			t.Errorf("%s: %v", e.text, err)
			continue
		}
		document.Rows, number = trial.Rows, number+1
		measured, unit := e.text, e.unit
		if unit == "bool" {
			measured, unit = "when("+e.text+", 1, 0)", "1"
		}
		for month := range document.Months {
			list = append(list, model.Measure{Name: fmt.Sprintf("%s@%d", row.Name, month), Scope: e.scope, Unit: unit, Formula: fmt.Sprintf("at(%s, month(%d))", measured, month)})
		}
	}
	table, plan := planned(t, document, list)
	for i, got := range plan.Compute(table) {
		head := plan.Heads[i]
		row, number, _ := strings.Cut(head.Measure.Name, "@")
		month, err := strconv.Atoi(number)
		if err != nil {
			t.Fatal(err)
		}
		column, ok := table.Column(row, table.Program.Instances[head.Instance].Name)
		if !ok {
			t.Fatalf("no %s", row)
		}
		if want := table.Series(column)[month] + 0; math.Float64bits(got) != math.Float64bits(want) {
			t.Errorf("%s in month %d: %v, of a row %v", head.Measure.Formula, month, got, want)
		}
	}
}

// planned runs a document with every row, and plans measures of it.
func planned(t *testing.T, document *scenario.Document, list []model.Measure) (*machine.Table, *Plan) {
	t.Helper()
	schema, err := model.Schema(document)
	if err != nil {
		t.Fatal(err)
	}
	layout := model.Layout(document)
	columns, err := model.Columns(schema, layout, []string{"*"})
	if err != nil {
		t.Fatal(err)
	}
	made, err := compile.Program(schema, layout, columns)
	if err != nil {
		t.Fatal(err)
	}
	runner, err := machine.New(made, document.Start, document.Months, 1)
	if err != nil {
		t.Fatal(err)
	}
	table, err := runner.Run(func(input program.Input) []float64 {
		return document.Resolve(input.Instance, model.Scenario.FindInput(input.Name), document.Months)
	}, nil)
	if err != nil {
		t.Fatal(err)
	}
	checked, err := check(schema, list)
	if err != nil {
		t.Fatal(err)
	}
	plan, err := newPlan(checked, table)
	if err != nil {
		t.Fatal(err)
	}
	return table, plan
}

// Between reductions there is the same arithmetic, and the branch not taken is
// not looked at.
func TestArithmeticOfValues(t *testing.T) {
	document, err := scenarios.Load("three-tenants")
	if err != nil {
		t.Fatal(err)
	}
	var list []model.Measure
	want := []float64{2, 1, 1, 12, -3, 0.5, program.Absent, 8, 4, 6}
	for i, text := range []string{"when(total(revenue) < 0, 1, 2)", "when(total(revenue) >= 0, 1, total(revenue) / (total(revenue) - total(revenue)))", "when(0 < 1 && !(1 < 0), 1, 2)",
		"size(irr(revenue)) + 3 * 4", "min(2, 5) - max(5, 2)", "total(revenue) / (total(revenue) + total(revenue))", "total(revenue) / (USD(1) * size(irr(revenue)))", "pow(2, 3)",
		"peak(when(month < month(2), 1, 0) * (size(irr(revenue)) + 4))", "count(lease) + 0 * count(tranche) + count(site) + 2"} {
		list = append(list, model.Measure{Name: fmt.Sprint("x", i), Scope: "operator", Unit: "1", Formula: text})
	}
	table, plan := planned(t, document, list)
	for i, got := range plan.Compute(table) {
		if math.Float64bits(got) != math.Float64bits(want[i]) {
			t.Errorf("%s is %v, want %v", list[i].Formula, got, want[i])
		}
	}
}
