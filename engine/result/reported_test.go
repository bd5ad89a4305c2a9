package result_test

import (
	"fmt"
	"math"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"rackonomics/engine/machine"
	"rackonomics/engine/model"
	"rackonomics/engine/result"
	"rackonomics/engine/session"
)

type reportedFigure struct {
	row, thing, from, to string
	value                float64
}

// reporting is a scenario of two leases of which some figures were reported, with a viewer of its run.
func reporting(t interface {
	Helper()
	Fatal(...any)
}, figures ...reportedFigure) *result.Viewer {
	t.Helper()
	var list []string
	for _, f := range figures {
		list = append(list, fmt.Sprintf(`{"row": %q, "thing": %q, "from": %q, "to": %q, "value": %.17g, "sources": [{"label": "10-Q", "date": "2026-08", "confidence": "H"}]}`, f.row, f.thing, f.from, f.to, f.value))
	}
	document, err := model.Scenario.Decode([]byte(`{"version": 1, "name": "reported", "start": "2026-02", "months": 17,
		"operator": {"reported_revenue": 3e6, "reported_operating_loss": 1e6, "reported_non_cash_costs": 5e5},
		"site": [{"name": "site"}], "fleet": [{"name": "gpus", "site": "site", "gpus": 1000, "go_live": "2025-01"}],
		"source": [{"name": "grid", "site": "site", "capacity": 10}],
		"lease": [{"name": "a", "site": "site", "basis": "gpus", "gpus": 400, "start": "2026-01", "last_month": "2027-12"},
			{"name": "b", "title": "Second", "site": "site", "basis": "gpus", "gpus": 300, "start": "2026-01", "last_month": "2027-12"}],
		"actuals": [` + strings.Join(list, ",") + `]}`))
	if err != nil {
		t.Fatal(err)
	}
	run, err := session.New(document, "*").Run(nil)
	if err != nil {
		t.Fatal(err)
	}
	return result.NewViewer(run.Document, run.Table, func(string) (result.Figure, bool) { return result.Figure{}, false })
}

func TestWhatWasReportedStandsBesideWhatIsComputed(t *testing.T) {
	viewer := reporting(t,
		reportedFigure{"operator.revenue", "", "2026-04", "2026-06", 20e6}, reportedFigure{"lease.revenue", "a", "2026-04", "2026-06", 4e6},
		reportedFigure{"operator.operating_income", "", "2026-04", "2026-06", 1e6}, reportedFigure{"operator.adjusted_ebitda", "", "2026-04", "2026-06", 3e6},
		reportedFigure{"operator.revenue", "", "2026-12", "2027-02", 5e6}, reportedFigure{"operator.revenue", "", "2026-01", "2026-03", 5e6}, // before the scenario
		reportedFigure{"site.power_cost", "", "2026-04", "2026-06", 1})
	view := model.FindView("reported")
	shown, err := viewer.Show(view, result.ByMonth, 0)
	if err != nil || !viewer.Has(view) {
		t.Fatal(err, viewer.Has(view))
	}
	if got := strings.Join(shown.Columns, ", "); got != "2026 Q2 reported, computed, difference, 2026-12 to 2027-02 reported, computed, difference" {
		t.Errorf("the columns are %s", got)
	}
	var titles []string
	for _, row := range shown.Rows {
		titles = append(titles, fmt.Sprint(row.Depth, " ", row.Title))
	}
	if got := strings.Join(titles, ", "); got != "2 a, 1 Lease revenue, 0 Revenue, 1 Cash costs, the rest, 0 Adjusted EBITDA, 1 Non-cash costs, the rest, 0 Operating income" {
		t.Errorf("the rows are %s", got)
	}
	if rows := shown.Rows; len(rows[0].Sources) != 1 || rows[0].Sources[0].Label != "10-Q" || !machine.IsAbsent(rows[0].Cells[3].Number) || rows[2].Cells[3].Number != 5e6 {
		t.Errorf("revenue of lease a is %+v", rows[0])
	}
	if got := shown.Rows[3].Cells[0].Number; got != 3e6-20e6 {
		t.Errorf("cash costs as the rest are %v", got)
	}
	if viewer := reporting(t, reportedFigure{"operator.revenue", "", "2026-01", "2026-03", 5e6}); viewer.Has(view) {
		t.Error("what was reported before the scenario is shown")
	}
}

func TestStatementsAndChartsShowWhatWasReported(t *testing.T) {
	viewer := reporting(t, reportedFigure{"operator.revenue", "", "2026-04", "2026-06", 9e6}, reportedFigure{"operator.revenue", "", "2026-07", "2026-12", 20e6},
		reportedFigure{"operator.cash", "", "2026-04", "2026-06", 7e6}, reportedFigure{"operator.site_costs", "", "2026-04", "2026-06", 2e6})
	find := func(view string, step result.Step, title string) result.Line {
		t.Helper()
		shown, err := viewer.Show(model.FindView(view), step, 0)
		if err != nil {
			t.Fatal(err)
		}
		for _, line := range shown.Lines {
			if line.Title == title && line.Part == result.Reported {
				return line
			}
		}
		t.Fatalf("%s by %s has no %s", view, step, title)
		return result.Line{}
	}
	none := machine.Absent
	for _, c := range []struct {
		view  string
		step  result.Step
		title string
		want  []float64
	}{
		{"income-statement", result.ByQuarter, "Revenue, reported", []float64{none, 9e6, none, none, none, none}},
		{"income-statement", result.ByYear, "Revenue, reported", []float64{none, none}},
		{"income-statement", result.ByQuarter, "Costs of the sites, reported", []float64{none, -2e6, none, none, none, none}},
		{"cash-flow", result.ByQuarter, "Cash at the end, reported", []float64{none, 7e6, none, none, none, none}},
		{"money", result.ByMonth, "Revenue, reported", []float64{none, none, 3e6, 3e6, 3e6, 20e6 / 6, 20e6 / 6, 20e6 / 6, 20e6 / 6, 20e6 / 6, 20e6 / 6, none, none, none, none, none, none}},
	} {
		line := find(c.view, c.step, c.title)
		for i, want := range c.want {
			if got := line.Values[i]; got != want && !(machine.IsAbsent(got) && machine.IsAbsent(want)) {
				t.Errorf("%s by %s, %s: %v, not %v", c.view, c.step, c.title, line.Values, c.want)
				break
			}
		}
	}
}

func TestDifferencesBelowATotalAddUpToIts(t *testing.T) {
	rows := []string{"operator.revenue", "operator.own_revenue", "operator.lease_revenue", "operator.adjusted_ebitda", "operator.cash_costs", "operator.non_cash_costs",
		"operator.depreciation", "operator.stock_compensation", "operator.operating_income"}
	rapid.Check(t, func(t *rapid.T) {
		var figures []reportedFigure
		for _, row := range rows {
			if rapid.Bool().Draw(t, row) {
				figures = append(figures, reportedFigure{row, "", "2026-04", "2026-06", rapid.Float64Range(-1e8, 1e8).Draw(t, "value")})
			}
		}
		if len(figures) == 0 {
			return
		}
		shown, err := reporting(t, figures...).Show(model.FindView("reported"), result.ByMonth, 0)
		if err != nil {
			t.Fatal(err)
		}
		for i, total := range shown.Rows {
			if !total.Total || machine.IsAbsent(total.Cells[2].Number) {
				continue
			}
			sums, some := [3]float64{}, false
			for j := i - 1; j >= 0 && (shown.Rows[j].Depth > total.Depth || total.Title != "Revenue" && total.Depth == 0); j-- {
				row := shown.Rows[j]
				if row.Depth <= total.Depth+1 && !machine.IsAbsent(row.Cells[2].Number) {
					for k := range sums {
						sums[k] += row.Cells[k].Number
					}
					some = some || row.Depth == total.Depth+1
				}
				if row.Depth == total.Depth {
					break
				}
			}
			for k := range sums {
				if some && math.Abs(sums[k]-total.Cells[k].Number) > 1e-3 {
					t.Fatalf("%s is %v, and what stands above it %v, in %+v", total.Title, total.Cells[k].Number, sums[k], shown.Rows)
				}
			}
		}
	})
}
