package model_test

import (
	"fmt"
	"math"
	"slices"
	"strings"
	"testing"

	"rackonomics/engine/machine"
	"rackonomics/engine/measure"
	"rackonomics/engine/model"
	"rackonomics/engine/result"
	"rackonomics/engine/scenario"
	"rackonomics/engine/session"
)

func viewerOf(run *session.Result) *result.Viewer {
	plan, err := result.NewPlan(run.Table)
	if err != nil {
		panic(err) // the run has every row
	}
	return result.NewViewer(run.Document, run.Table, result.Figures(plan, run.Table))
}

func TestViewsNameWhatThereIs(t *testing.T) {
	names := map[string]bool{}
	for i := range model.Views {
		view := &model.Views[i]
		for _, mistake := range view.Mistakes() {
			t.Errorf("%s: %s", view.Name, mistake)
		}
		if names[view.Name] || model.FindView(view.Name) != view {
			t.Errorf("%s: the name is taken", view.Name)
		}
		names[view.Name] = true
	}
}

func TestViewsThatAreMistakenAreRefused(t *testing.T) {
	fee := model.Line{Row: "lease.fee_billed"}
	for mistake, shows := range map[string]model.Content{
		`there is no row "operator.ebitda"`:                                               model.Statement{{Row: "operator.ebitda"}},
		`there is no measure "break_even.ebitda"`:                                         model.Table{Columns: []string{"a"}, Rows: []model.TableRow{{Cells: []model.Figure{{Measure: "break_even.ebitda"}}}}},
		`"debt.covenant_breached" is no measure of one thing`:                             model.Chart{Lines: []model.Line{{Row: "operator.dscr"}}, Marks: []model.Mark{{Title: "breach", Measure: "debt.covenant_breached"}}},
		`there is no input "tranche.covenant"`:                                            model.Chart{Limits: []model.Line{{Input: "tranche.covenant", Each: "tranche"}}},
		`there is no scope "tenant"`:                                                      model.Statement{{Row: "operator.cash", Each: "tenant"}},
		"tranche.loan_to_value has several values":                                        model.Chart{Lines: []model.Line{{Row: "tranche.loan_to_value"}}},
		"tranche.coverage_covenant has several values":                                    model.Chart{Limits: []model.Line{{Input: "tranche.coverage_covenant"}}},
		"fleet.age has several values":                                                    model.Statement{{Row: "fleet.age", Each: "site"}, {Row: "fleet.market_price", Each: "site"}},
		"fleet.gpus_installed is of no lease":                                             model.Statement{{Row: "fleet.gpus_installed", Each: "lease"}},
		"lease.fee_billed in USD stands with lines in MW":                                 model.Chart{Lines: []model.Line{{Row: "site.power_demand"}, fee}},
		"a stack has a total":                                                             model.Chart{Stack: []model.Line{fee}},
		"site.gpus_idle of a site has the name that site.gpus_usable has":                 model.Chart{Lines: []model.Line{{Row: "site.gpus_usable", Each: "site"}, {Row: "site.gpus_idle", Each: "site"}}},
		`"site.utilisation" cannot be stacked`:                                            model.Chart{Total: "operator.dscr", Stack: []model.Line{{Row: "site.utilisation"}}},
		"site.power_demand in MW is the total of lines in USD":                            model.Statement{{Row: "site.power_demand", Of: []model.Line{fee}}},
		`"operator.lease_revenue_needed" cannot be added`:                                 model.Statement{{Row: "operator.revenue", Of: []model.Line{{Row: "operator.lease_revenue_needed"}}}},
		"operator.revenue carries no line":                                                model.Statement{{Row: "operator.revenue", Carry: true, Of: []model.Line{fee}}},
		"operator.revenue follows a heading":                                              model.Statement{{Title: "Own", Of: []model.Line{{Row: "operator.own_revenue"}}}, {Row: "operator.revenue", Of: []model.Line{fee}}},
		"line 0 shows nothing":                                                            model.Statement{{Title: "Costs"}},
		"is a part of 1 wholes, not of 2":                                                 model.Split{Wholes: []model.Whole{{Title: "GPUs", Row: "site.gpus_usable"}, {Title: "MW", Row: "site.power_demand"}}, Parts: []model.Part{{Title: "Idle", Rows: []string{"site.gpus_idle"}}}},
		"site.power_demand in MW is no part of what there is, site.gpus_installed in GPU": model.Split{Wholes: []model.Whole{{Title: "MW", Row: "site.power_demand", Of: "site.gpus_installed"}}},
		"site.gpus_idle in GPU is no part of site.power_demand":                           model.Split{Wholes: []model.Whole{{Title: "MW", Row: "site.power_demand"}}, Parts: []model.Part{{Title: "Idle", Rows: []string{"site.gpus_idle"}}}},
		"company.delay_days is neither a month nor a day":                                 model.Events{{Title: "Delay", Figure: model.Figure{Row: "company.delay_days"}, Each: "company"}},
		"has 1 cells under 2 columns":                                                     model.Table{Columns: []string{"a", "b"}, Rows: []model.TableRow{{Cells: []model.Figure{{Row: "operator.cash"}}}}},
		"one measure, row, input, month, thing or published number":                       model.Cells{{Title: "Both", Figure: model.Figure{Row: "operator.cash", Input: "operator.opening_cash"}}},
		`"%s of %s" does not have one %s`:                                                 model.Answer{{Ways: []model.Sentence{{Phrase: model.Phrase{Text: "%s of %s", Of: []model.Figure{{Row: "operator.cash"}}}}}}},
		`after "Nothing." nothing else is ever said`:                                      model.Answer{{Ways: []model.Sentence{{Phrase: model.Phrase{Text: "Nothing."}}, {Phrase: model.Phrase{Text: "Something."}}}}},
		`there is no row "lease.share_held"`:                                              model.Answer{{Each: "lease", Ways: []model.Sentence{{Phrase: model.Phrase{Text: "%s", Of: []model.Figure{{Row: "lease.share_held"}}}}}}},
		"lease.price_per_gpu_hour is of no tranche":                                       model.Answer{{Each: "tranche", Ways: []model.Sentence{{Phrase: model.Phrase{Text: "%s", Of: []model.Figure{{Row: "lease.price_per_gpu_hour"}}}}}}},
		`there is no scope "tenants"`:                                                     model.Cells{{Title: "Held", Called: []model.Sentence{{Phrase: model.Phrase{Text: "%s holds", Of: []model.Figure{{Thing: "tenants"}}}}}, Figure: model.Figure{Measure: "tenant.gpus"}}},
		"not {Measure: Row: Input: Month:first":                                           model.Cells{{Title: "Start", Figure: model.Figure{Month: "first"}}},
		"Cash lasts, but is not judged":                                                   model.Cells{{Title: "Cash", Figure: model.Figure{Row: "operator.cash"}, Lasts: model.Figure{Measure: "cash.minimum"}}},
		"a published number has no source":                                                model.Table{Columns: []string{"a"}, Rows: []model.TableRow{{Title: "Another", Cells: []model.Figure{{Number: 1, Unit: "MW"}}}}},
		"operator.opening_cash in USD stands with lines in MW":                            model.Chart{Lines: []model.Line{{Row: "site.power_demand"}}, Limits: []model.Line{{Input: "operator.opening_cash"}}},
		`the title is "" and the note "x", which is no sentence`:                          nil,
	} {
		view := model.View{Title: "View", Note: "A view.", Shows: shows}
		if shows == nil {
			view = model.View{Note: "x", Shows: model.Cells{}}
		}
		mistakes := view.Mistakes()
		if !slices.ContainsFunc(mistakes, func(found string) bool { return strings.Contains(found, mistake) }) {
			t.Errorf("%q is not among %q", mistake, mistakes)
		}
	}
}

// No shipped scenario pays tax, has working capital or idle GPUs; these do.
func TestViewsAddUpInEverySituation(t *testing.T) {
	for i, s := range situations(t) {
		for _, changes := range [][]scenario.Change{
			{set("operator.working_capital", true), set("operator.taxes", true), set("operator.reported_revenue", 5e9)},
			{set("operator.presentation", "ifrs18"), set("operator.capitalise_interest", true)},
		} {
			run, err := s.Run(changes)
			if err != nil {
				t.Fatal(err)
			}
			outcome{&told{t, fmt.Sprintf("situation %d, %s with %s", i, s.document.Name, describe(changes))}, run}.viewsAddUp()
		}
	}
}

// viewsAddUp checks every view that the scenario has a use for, by month,
// quarter and year: stacks and statements add up to their totals, splits to the
// whole, what is tied is equal, and a longer period is what its months make.
func (o outcome) viewsAddUp() {
	o.Helper()
	viewer := viewerOf(o.Result)
	for i := range model.Views {
		view := &model.Views[i]
		if !viewer.Has(view) {
			continue
		}
		months, err := viewer.Show(view, result.ByMonth, 0)
		if err != nil {
			o.Fatalf("%v", err)
		}
		for _, step := range result.Steps {
			shown := months
			if step != result.ByMonth {
				shown, _ = viewer.Show(view, step, 0)
			}
			law := fmt.Sprintf("%s by %s", view.Name, step)
			o.stackAddsUp(law, shown)
			o.statementAddsUp(law, shown)
			o.periodsAreTheirMonths(law, months, shown)
			o.opensAsItClosed(law, shown)
		}
		for month := 0; months.Split != nil && month < o.Table.Months; month++ {
			shown, _ := viewer.Show(view, result.ByMonth, month)
			o.splitAddsUp(view.Name, shown)
		}
		for _, tie := range view.Ties {
			o.same(view.Name+": "+tie[0]+" is "+tie[1], o.total(tie[0], ""), o.total(tie[1], ""), o.total("operator.total_liabilities", ""), o.total("operator.equity", ""))
		}
	}
}

func (o outcome) stackAddsUp(law string, shown *result.Shown) {
	o.Helper()
	sum := make([]float64, len(shown.Periods))
	var parts [][]float64
	for _, line := range shown.Lines {
		switch line.Part {
		case result.Stacked:
			sum = plus(sum, line.Values)
			parts = append(parts, line.Values)
		case result.Total:
			o.same(law+": the stack adds up to "+line.Row, sum, line.Values, append(parts, dust)...)
		}
	}
}

// dust makes a tenth of a cent the least tolerance: lines that are less in every
// month are left out.
var dust = []float64{1e6}

// statementAddsUp recomputes each total from the lines above it.
func (o outcome) statementAddsUp(law string, shown *result.Shown) {
	o.Helper()
	for i, line := range shown.Lines {
		if !line.Total || line.Part != "" {
			continue
		}
		sum := make([]float64, len(shown.Periods))
		var parts [][]float64
		for j := i - 1; j >= 0; j-- {
			above := shown.Lines[j]
			if above.Part == result.Reported {
				continue
			}
			if above.Depth <= line.Depth {
				if line.Carry {
					sum = plus(sum, above.Values)
					parts = append(parts, above.Values)
				}
				break
			}
			if above.Depth == line.Depth+1 && !above.Heading {
				sum = plus(sum, above.Values)
				parts = append(parts, above.Values)
			}
		}
		o.same(fmt.Sprintf("%s: line %d, %s, is the sum of the lines above it", law, i, line.Title), line.Values, sum, append(parts, o.total("operator.total_assets", ""), dust)...)
	}
}

// opensAsItClosed checks that each period begins with what the one before ended
// with, where a total begins with an opening balance.
func (o outcome) opensAsItClosed(law string, shown *result.Shown) {
	o.Helper()
	for i, closing := range shown.Lines {
		if !closing.Carry {
			continue
		}
		j := i - 1
		for shown.Lines[j].Depth > closing.Depth || shown.Lines[j].Part == result.Reported {
			j--
		}
		opening := shown.Lines[j]
		if row := model.FindRow(opening.Row); row.Kind == model.Opening {
			last := closing.Values[:len(closing.Values)-1]
			o.same(law+": "+opening.Title+" is what the period before ended with", opening.Values[1:], last, closing.Values)
		}
	}
}

func (o outcome) periodsAreTheirMonths(law string, months, shown *result.Shown) {
	o.Helper()
	for i, line := range shown.Lines {
		if line.Heading || line.Part == result.Reported || model.FindRow(line.Row) != nil && model.FindRow(line.Row).By != "" {
			continue // nothing, or what result.TestRatesAreWeighed is about
		}
		for at, period := range shown.Periods {
			values := months.Lines[i].Values[period.From:period.To]
			want := o.madeOf(line, values, period)
			tolerance := rounding * scale(values, []float64{want})
			if got := line.Values[at]; !(math.Abs(got-want) <= tolerance) && !(machine.IsAbsent(got) && machine.IsAbsent(want)) {
				o.Errorf("%s: %s in %s is %v, and its months make %v", law, line.Title, period.Title, got, want)
				return
			}
		}
	}
}

// madeOf says what months make of a line.
func (o outcome) madeOf(line result.Line, months []float64, period result.Period) float64 {
	row := model.FindRow(line.Row)
	kind, sum, days := model.Rate, 0.0, 0.0
	if row != nil {
		kind = row.Kind
	}
	switch {
	case kind == model.Balance:
		return months[len(months)-1]
	case kind == model.Opening || len(months) == 1:
		return months[0]
	case kind == model.Monthly:
		return machine.Absent
	case kind == model.Flag:
		return slices.Max(months)
	}
	for i, value := range months {
		weight := 1.0
		if kind == model.Rate {
			weight = float64(o.Table.Start.Add(period.From + i).Days())
		}
		if kind == model.Flow || !machine.IsAbsent(value) {
			sum, days = sum+value*weight, days+weight
		}
	}
	if kind == model.Flow {
		return sum
	}
	return sum / days
}

func (o outcome) splitAddsUp(law string, shown *result.Shown) {
	o.Helper()
	for i, whole := range shown.Split.Wholes {
		sum, shares, parts := 0.0, 0.0, []float64{}
		for _, part := range shown.Split.Parts {
			sum, shares, parts = sum+part.Values[i].Number, shares+math.Round(part.Shares[i]*measure.PercentTenths), append(parts, part.Values[i].Number)
		}
		o.same(fmt.Sprintf("%s: in %s the parts of %s are the whole", law, shown.Split.Month, whole.Title), []float64{sum}, []float64{whole.Value.Number}, parts)
		if whole.Value.Number > 1e-6 {
			o.same(fmt.Sprintf("%s: in %s the shares of %s, as they are written, are one", law, shown.Split.Month, whole.Title), []float64{shares}, []float64{measure.PercentTenths})
		}
	}
}
