package model_test

import (
	"fmt"
	"strings"
	"testing"

	"rackonomics/engine/language"
	"rackonomics/engine/model"
	"rackonomics/engine/scenario"
	"rackonomics/engine/session"
	"rackonomics/scenarios"
)

func TestEveryShippedScenarioRuns(t *testing.T) {
	for _, name := range scenarios.Names {
		t.Run(name, func(t *testing.T) {
			o := run(t, load(t, name))
			o.obeysTheLaws()
			o.viewsAddUp()
		})
	}
}

func TestEveryRowIsExplained(t *testing.T) {
	for _, row := range model.Rows {
		if row.Note == "" || !strings.HasSuffix(row.Note, ".") {
			t.Errorf("%s has the note %q, which is no sentence", row.Name, row.Note)
		}
		if title := model.Title(row.Name); title == "" || strings.ContainsAny(title, "_.") {
			t.Errorf("%s has the title %q", row.Name, title)
		}
	}
}

func TestTitle(t *testing.T) {
	for name, want := range map[string]string{
		"lease.fee_billed":         "Fee billed",
		"site.gpus_usable":         "Usable GPUs",
		"lease.price_per_gpu_hour": "Price per GPU-hour",
		"operator.adjusted_ebitda": "Adjusted EBITDA",
		"site.it_power":            "IT power",
		"operator.non_cash_costs":  "Non-cash costs",
		"tranche.dscr":             "Debt service coverage ratio",
		"source.nox":               "Nitrogen oxides",
		"lease.active":             "Active",
		"lease.default_ends_it":    "Default ends the lease",
	} {
		if got := model.Title(name); got != want {
			t.Errorf("%s is titled %q, want %q", name, got, want)
		}
	}
}

func TestColumns(t *testing.T) {
	document := load(t, "filed-deal")
	schema, err := model.Schema(document)
	if err != nil {
		t.Fatal(err)
	}
	layout := model.Layout(document)
	for pattern, want := range map[string]string{
		"operator.revenue":             "operator.revenue@operator",
		"fleet.racks_installed":        "fleet.racks_installed@h100 fleet.racks_installed@h200 fleet.racks_installed@gb200 fleet.racks_installed@gb200-2",
		"fleet.racks_installed@gb200*": "fleet.racks_installed@gb200 fleet.racks_installed@gb200-2",
		"lease.fee_billed@anthropic":   "lease.fee_billed@anthropic",
		"operator.own_cos*":            "operator.own_costs@operator",
		"operator.revenue@*":           "operator.revenue@operator",
		`operator.\revenue`:            "operator.revenue@operator",
		"operator.[r]evenue":           "operator.revenue@operator",
		"*.racks_installed@h200":       "fleet.racks_installed@h200",
		"tranche.interest":             "", // the scenario has no debt
	} {
		var got []string
		columns, err := model.Columns(schema, layout, []string{pattern})
		if err != nil {
			t.Errorf("%s: %v", pattern, err)
		}
		for _, column := range columns {
			got = append(got, schema.Row(column.Row).Name+"@"+layout.Instances[column.Instance].Name)
		}
		if strings.Join(got, " ") != want {
			t.Errorf("%s finds %v, want %s", pattern, got, want)
		}
	}
	if both, err := model.Columns(schema, layout, []string{"operator.revenue", "operator.revenu*"}); len(both) != 1 || err != nil {
		t.Errorf("a row that two patterns find is listed %d times, %v", len(both), err)
	}
	for pattern, want := range map[string]string{
		"operator.revenu":                `no row matches "operator.revenu"; near it are operator.revenue, `,
		"lease.fee_biled@anthropic":      "near it are lease.fee_billed, ",
		"lease.fee_billed@antropic":      `no row matches "lease.fee_billed@antropic"; near @antropic are anthropic`,
		"lease.fee_billed@anthropic@two": "near @anthropic@two are anthropic",
		"lease.fee_billed@":              "near @ are anthropic",
		"tranche.interest@notes":         "the scenario has nothing that has such rows",
		"":                               `no row matches ""`,
		"[":                              `"[" is not a pattern`,
		"*@[":                            `"*@[" is not a pattern`,
	} {
		columns, err := model.Columns(schema, layout, []string{"operator.revenue", pattern})
		if err == nil || columns != nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s gives %v and %v, want %s", pattern, columns, err, want)
		}
	}
}

// withRows adds rows to a document, each as name, unit and formula.
func withRows(document *scenario.Document, rows ...[3]string) *scenario.Document {
	changed := document.Clone()
	for _, row := range rows {
		changed.Rows = append(changed.Rows, scenario.Row{Name: row[0], Unit: row[1], Formula: row[2]})
	}
	return changed
}

func TestRowsOfAScenario(t *testing.T) {
	document := withRows(load(t, "filed-deal"),
		[3]string{"lease.discount", "USD", "fee_billed * operator.tithe"},
		[3]string{"operator.tithe", "1", "0.1"},
		[3]string{"operator.given", "USD", "cum(sum(lease.discount))"},
		[3]string{"site.late", "bool", "month > month(3) && gpus_idle == 0"},
	)
	plain, o := run(t, load(t, "filed-deal")), run(t, document)
	o.obeysTheLaws()
	billed := plain.of("lease.fee_billed", "anthropic")
	discount := o.of("lease.discount", "anthropic")
	for month := range billed {
		if discount[month] != billed[month]*0.1 {
			t.Errorf("in month %d the discount is %v of %v", month, discount[month], billed[month])
		}
	}
	o.same("the total given", o.of("operator.given", "operator"), cumulated(discount))
	// What the model computes does not change.
	for i, column := range plain.Table.Program.Columns {
		if strings.Contains(column.Row, "#") { // part of a formula
			continue
		}
		o.same(column.Row, o.of(column.Row, document.Instances[column.Instance].Name), plain.Table.Series(i))
	}
}

func TestMistakesInRowsOfAScenario(t *testing.T) {
	for name, test := range map[string]struct {
		rows          [][3]string
		path, mention string
	}{
		"formula":           {[][3]string{{"lease.x", "USD", "fee_billed +"}}, "rows.lease.x", "column 13: a number, a name or a call is expected"},
		"name":              {[][3]string{{"lease.x", "USD", "fee_build"}}, "rows.lease.x", "column 1: unknown name lease.fee_build"},
		"units":             {[][3]string{{"lease.x", "USD", "fee_billed + hours"}}, "rows.lease.x", "column 12: USD and h do not go together"},
		"the row's unit":    {[][3]string{{"lease.x", "GPU", "fee_billed"}}, "rows.lease.x", "column 1: the formula gives USD, the row is declared as GPU"},
		"unit that is none": {[][3]string{{"lease.x", "US dollars", "fee_billed"}}, "rows.lease.x", `"US dollars" is not a unit`},
		"scope":             {[][3]string{{"tenant.x", "USD", "1"}}, "rows.tenant.x", `unknown scope "tenant"`},
		"row of the model":  {[][3]string{{"lease.fee_billed", "USD", "fee"}}, "rows.lease.fee_billed", "this name is taken"},
		"input":             {[][3]string{{"lease.share", "1", "0.5"}}, "rows.lease.share", "this name is taken"},
		"given twice":       {[][3]string{{"lease.x", "1", "1"}, {"lease.x", "1", "2"}}, "rows.lease.x", "this name is taken"},
		"cycle":             {[][3]string{{"lease.x", "1", "y"}, {"lease.y", "1", "x"}}, "rows.lease.x", "need each other in the same month: lease.x@anthropic → lease.y@anthropic → lease.x@anthropic"},
		"hidden cycle":      {[][3]string{{"lease.x", "1", "cum(x)"}}, "rows.lease.x", "need each other in the same month"},
		"to and fro":        {[][3]string{{"lease.x", "1", "prev(x) + next(x)"}}, "rows", "both a month back and a month ahead"},
		"keyword":           {[][3]string{{"lease.type", "1", "1"}}, "rows.lease.type", "is a word of the language"},
	} {
		t.Run(name, func(t *testing.T) {
			_, err := session.New(withRows(load(t, "filed-deal"), test.rows...), "*").Run(nil)
			problems, ok := err.(scenario.Problems)
			if !ok || len(problems) == 0 || problems[0].Path != test.path || !strings.Contains(problems[0].Message, test.mention) {
				t.Errorf("%v\nwant at %s: %s", err, test.path, test.mention)
			}
		})
	}
	_, err := model.Schema(withRows(load(t, "no-deal"), [3]string{"lease.x", "1", "y"}, [3]string{"lease.z", "1", "w"}))
	if problems, ok := err.(scenario.Problems); !ok || len(problems) != 2 {
		t.Errorf("%v, want both mistakes", err)
	}
}

// The bound on programs must leave the model itself, with as many things as a
// scenario may have, a wide berth.
func TestLargestScenarioFits(t *testing.T) {
	document := load(t, "no-deal")
	var changes []scenario.Change
	for _, scope := range model.Scenario.Scopes() {
		count := 0
		for _, instance := range document.Instances {
			if instance.Scope == scope.Name {
				count++
			}
		}
		for i := count; !scope.Single && i < scope.Most; i++ {
			thing := map[string]any{}
			if parent := model.Scenario.FindScope(scope.Parent); parent != nil && !parent.Single {
				thing[parent.Name] = "memphis" // the most siblings in one place
			}
			changes = append(changes, set(fmt.Sprintf("%s.more-%d", scope.Name, i), thing))
		}
	}
	o := run(t, document, append(changes, set("scenario.months", 12))...)
	o.obeysTheLaws()
	if registers := len(o.Table.Program.Registers); registers > 50_000 {
		t.Errorf("the largest scenario needs %d registers, more than a quarter of what is allowed", registers)
	}
}

func TestLayout(t *testing.T) {
	document, err := load(t, "filed-deal").Apply([]scenario.Change{
		set("lease.anthropic.fee", map[string]any{"steps": []any{map[string]any{"from": "2026-05", "value": 1e9}}}),
	})
	if err != nil {
		t.Fatal(err)
	}
	layout := model.Layout(document)
	for i, instance := range document.Instances {
		if layout.Instances[i] != (language.Instance{Scope: instance.Scope, Name: instance.Name, Parent: instance.Parent}) {
			t.Errorf("%v has become %v", instance.Name, layout.Instances[i])
		}
	}
	anthropic := document.Find("lease", "anthropic")
	if !layout.Varying("lease.fee", anthropic) || layout.Varying("lease.gpus", anthropic) {
		t.Error("only the fee changes over time")
	}
}
