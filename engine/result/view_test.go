package result_test

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"strings"
	"testing"

	"rackonomics/engine/calendar"
	"rackonomics/engine/model"
	"rackonomics/engine/result"
	"rackonomics/engine/scenario"
	"rackonomics/engine/session"
	"rackonomics/scenarios"
)

// viewed runs a scenario for views alone, which shows that what they say they
// need is enough.
func viewed(t *testing.T, name string, settings []string, views ...*model.View) *result.Viewer {
	t.Helper()
	document, err := scenarios.Load(name)
	if err != nil {
		t.Fatal(err)
	}
	var changes []scenario.Change
	for _, setting := range settings {
		change, err := model.Scenario.ParseSetting(setting)
		if err != nil {
			t.Fatal(err)
		}
		changes = append(changes, change)
	}
	run, err := session.New(document, append(result.RowsFor(document.Rows, views...), result.Needed()...)...).Run(changes)
	if err != nil {
		t.Fatal(err)
	}
	plan, err := result.PlanFor(run.Table, views...)
	if err != nil {
		t.Fatal(err)
	}
	return result.NewViewer(run.Document, run.Table, result.Figures(plan, run.Table))
}

func show(t *testing.T, name string, settings []string, view *model.View, step result.Step, month int) *result.Shown {
	t.Helper()
	shown, err := viewed(t, name, settings, view).Show(view, step, month)
	if err != nil {
		t.Fatal(err)
	}
	return shown
}

func lineOf(t *testing.T, shown *result.Shown, row string) result.Line {
	t.Helper()
	i := slices.IndexFunc(shown.Lines, func(line result.Line) bool { return line.Row == row })
	if i < 0 {
		t.Fatalf("%s has no %s", shown.Name, row)
	}
	return shown.Lines[i]
}

func near(t *testing.T, what string, got, want float64) {
	t.Helper()
	if !(math.Abs(got-want) <= 1e-9*math.Abs(want)) {
		t.Errorf("%s is %v, want %v", what, got, want)
	}
}

// A ratio of a year is that of the year's amounts, not the mean of the months'.
func TestRatesAreWeighed(t *testing.T) {
	view := &model.View{Name: "cover", Shows: model.Statement{{Row: "operator.dscr"}, {Row: "operator.cfads"}, {Row: "operator.debt_service"},
		{Row: "lease.price_per_gpu_hour"}, {Row: "lease.fee_billed"}, {Row: "lease.relet_revenue"}, {Row: "lease.gpu_hours"}}}
	shown := show(t, "tenant-default", nil, view, result.ByYear, 0)
	of := func(row string, year int) float64 { return lineOf(t, shown, row).Values[year] }
	for year := 1; year < 5; year++ { // whole years with debt service in every month
		near(t, "DSCR", of("operator.dscr", year), of("operator.cfads", year)/of("operator.debt_service", year))
		near(t, "price", of("lease.price_per_gpu_hour", year), (of("lease.fee_billed", year)+of("lease.relet_revenue", year))/of("lease.gpu_hours", year))
	}
	// Notes pay interest twice a year, and the cash of all months pays it.
	notes := show(t, "eighty-four-billion", nil, view, result.ByYear, 0)
	near(t, "DSCR of notes", lineOf(t, notes, "operator.dscr").Values[1], lineOf(t, notes, "operator.cfads").Values[1]/lineOf(t, notes, "operator.debt_service").Values[1])
	three := show(t, "three-tenants", nil, view, result.ByYear, 0)
	hours, fees := lineOf(t, three, "lease.gpu_hours").Values[1], lineOf(t, three, "lease.fee_billed").Values[1]
	near(t, "mean price of three tenants", lineOf(t, three, "lease.price_per_gpu_hour").Values[1], fees/hours)
}

// Power is drawn through the hours of a month, so a price of it is weighed by both.
func TestPricesOfPowerAreWeighedByHours(t *testing.T) {
	view := &model.View{Name: "power", Shows: model.Statement{{Row: "site.power_cost_per_mwh"}, {Row: "site.power_cost"}, {Row: "site.power_demand"}}}
	shown := show(t, "three-tenants", []string{"scenario.start=2027-01", "source.tva.demand_charge=20"}, view, result.ByYear, 0)
	of := func(row string) float64 { return lineOf(t, shown, row).Values[0] }
	near(t, "the price of a MWh in a year", of("site.power_cost_per_mwh"), of("site.power_cost")/(of("site.power_demand")*8760))
}

func TestPeriods(t *testing.T) {
	for _, test := range []struct {
		start  calendar.Month
		months int
		step   result.Step
		want   string
	}{
		{calendar.Month{Year: 2026, Month: 5}, 4, result.ByMonth, "2026-05 0-1 true, 2026-06 1-2 true, 2026-07 2-3 true, 2026-08 3-4 true"},
		{calendar.Month{Year: 2026, Month: 5}, 9, result.ByQuarter, "2026 Q2 (2 months) 0-2 false, 2026 Q3 2-5 true, 2026 Q4 5-8 true, 2027 Q1 (1 month) 8-9 false"},
		{calendar.Month{Year: 2026, Month: 12}, 14, result.ByYear, "2026 (1 month) 0-1 false, 2027 1-13 true, 2028 (1 month) 13-14 false"},
		{calendar.Month{Year: 2026, Month: 1}, 12, result.ByYear, "2026 0-12 true"},
	} {
		var list []string
		for _, p := range result.Periods(test.start, test.months, test.step) {
			list = append(list, fmt.Sprintf("%s %d-%d %v", p.Named(), p.From, p.To, p.Whole))
		}
		if got := strings.Join(list, ", "); got != test.want {
			t.Errorf("%d months from %s by %s: %s, want %s", test.months, test.start, test.step, got, test.want)
		}
	}
}

// What a run has not computed is no zero.
func TestRowsThatWereNotComputedAreRefused(t *testing.T) {
	viewer := viewed(t, "no-deal", nil, model.FindView("break-even"))
	if _, err := viewer.Show(model.FindView("balance-sheet"), result.ByYear, 0); err == nil || !strings.Contains(err.Error(), "was not computed") {
		t.Errorf("got %v", err)
	}
}

func TestViewsOfWhatAScenarioHas(t *testing.T) {
	has := func(name string, view string) bool {
		v := model.FindView(view)
		return viewed(t, name, nil, v).Has(v)
	}
	for view, in := range map[string][2]string{
		"debt": {"tenant-default", "filed-deal"}, "orbit": {"orbital-expansion", "filed-deal"}, "listings": {"delayed-listing", "filed-deal"}, "leases": {"filed-deal", "no-deal"},
	} {
		if !has(in[0], view) || has(in[1], view) {
			t.Errorf("%s: %s has it is %v, %s is %v", view, in[0], has(in[0], view), in[1], has(in[1], view))
		}
	}
}

// written is a value in plain digits.
func written(v result.Value) string {
	if v.Text != "" {
		return v.Text
	}
	return fmt.Sprintf("%.4g %s", v.Number, v.Unit)
}

// Leases may bring less than the GPUs would in own use, and may begin after the
// scenario: nothing is covered or added then.
func TestAnswerOfLeasesThatBringLess(t *testing.T) {
	for _, test := range []struct {
		settings []string
		want     []string
	}{
		{nil, []string{"While the leases run, they cover 0.5639 1 of the operating loss that there would be without them.",
			"The leases turn an operating cash flow of -7.525e+09 USD into 3.622e+10 USD."}},
		{[]string{"lease.anthropic.fee=0.1e9", "operator.own_revenue_per_gpu_hour=2"}, []string{"While the leases run, they change operating income by -1.398e+10 USD."}},
		{[]string{"lease.anthropic.fee=0.1e9", "operator.own_revenue_per_gpu_hour=0.1", "operator.compute_bound_share=0.5"}, []string{"While the leases run, they change operating income by -2.101e+09 USD."}},
		{[]string{"operator.own_revenue_per_gpu_hour=50"}, []string{"While the leases run, they change operating income by -3.945e+11 USD."}},
		{[]string{"lease.anthropic.start=2035-01"}, nil},
	} {
		var said []string
		for _, text := range show(t, "filed-deal", test.settings, model.FindView("answer"), result.ByMonth, 2).Answer {
			if sentence := text.String(written); strings.HasPrefix(sentence, "While the leases") || strings.HasPrefix(sentence, "The leases") || strings.HasPrefix(sentence, "They ") {
				said = append(said, sentence)
			}
		}
		if !slices.Equal(said, test.want) {
			t.Errorf("%q: said %q, want %q", test.settings, said, test.want)
		}
	}
}

func TestAnswerSaysWhatIsSo(t *testing.T) {
	months := map[string]int{"scarcity-returns": 17}
	for name, want := range map[string][]string{
		"filed-deal": {
			"Operating income of a month reaches zero in 2026-07 and holds it for 6 month, to 2026-12; over 12 months it reaches zero in 2027-04 and does not stay there.",
			"Let to Anthropic then: 3.25e+05 GPU, for a fee of 1.25e+09 USD, 5.17 USD/GPU/h.",
		},
		"half-the-data-center": {"Operating income does not reach zero within the scenario; in the best 12 months, to 2028-02, the leases bring it 0.355 1 of the way there."},
		"no-deal": {"Operating income does not reach zero within the scenario, to 2031-04.", "Nothing is let.",
			"In 2026-07 operating income is -8.239e+08 USD; a lease revenue of 8.239e+08 USD is needed to break even."},
		"three-tenants": {"Let to Reflection AI then: 1.8e+04 GPU, for a fee of 1.5e+08 USD, 11.2 USD/GPU/h.", "Let to Google then: no GPUs."},
		"useful-life":   {"Operating income is at or above zero from 2026-07 on; over 12 months it is from 2027-06 on.", "In 2026-09 operating income is 3.357e+07 USD."},
		"start-up":      {"Operating income of a month reaches zero in 2026-10, is below it again in 2 month after 2027-09, and stays at or above it from 2029-03; over 12 months it does from 2027-09."},
		// The notes are due long after the scenario, when nothing pays for them any more.
		"as-reported-q2": {"In the worst 12 months, to 2026-12, or as many as there are, the company's cash flow covers all debt service 6.043 1 times.", "First to list: SpaceX, on 2026-06-12."},
		// The scenario begins with the notes, in July.
		"eighty-four-billion": {"In the worst 12 months, to 2026-12, or as many as there are, the company's cash flow covers all debt service 5.732 1 times."},
		"scarcity-returns":    {"Let again after Anthropic then: 3.25e+05 GPU, for 1.808e+09 USD, 7.477 USD/GPU/h."},
		"delayed-listing": {"First to list: SpaceX, on 2026-06-12.",
			"OpenAI lists 182 day late, on 2027-09-22: 8.738e+09 USD of proceeds are lost, and bridging until then costs 3.691e+09 USD."},
		"tenant-default": {"A covenant of Loan on the equipment (assumed) is first broken in 2028-01."},
	} {
		var said []string
		for _, text := range show(t, name, nil, model.FindView("answer"), result.ByMonth, cmp.Or(months[name], 2)).Answer {
			said = append(said, text.String(written))
		}
		for _, sentence := range want {
			if !slices.Contains(said, sentence) {
				t.Errorf("%s: %q is not among %q", name, sentence, said)
			}
		}
	}
}

func TestHeadlineCells(t *testing.T) {
	for name, want := range map[string]string{
		"filed-deal":           "Operating break-even partial by the month; for , to 2026-12, Anthropic holds",
		"half-the-data-center": "Operating break-even bad  of the way in the best 12 months, to 2028-02, Anthropic holds",
		"take-or-pay":          "Operating break-even good by the month; over 12 months from 2027-04, Tenants hold",
		"no-deal":              "Operating break-even bad within the scenario, to 2031-04, Tenants hold",
		"three-tenants":        "Operating break-even partial by the month; for , to 2027-12, Tenants hold",
	} {
		cells := show(t, name, nil, model.FindView("headline"), result.ByMonth, 2).Cells
		first := cells[0]
		got := fmt.Sprintf("%s %s %s, %s", first.Title, first.Judgement, first.Note.String(func(v result.Value) string { return v.Text }), cells[4].Title)
		if got != want {
			t.Errorf("%s: %q, want %q", name, got, want)
		}
	}
}

// The scenario's own rows are shown, each of its things, and no other scenario has the view.
func TestOwnRows(t *testing.T) {
	document, err := scenarios.Load("three-tenants")
	if err != nil {
		t.Fatal(err)
	}
	own := model.FindView("own-rows")
	for _, rows := range [][]scenario.Row{nil, {{Name: "lease.hourly_discount", Unit: "USD", Formula: "fee_billed * 2"}, {Name: "operator.half_of_cash", Unit: "USD", Formula: "cash / 2"}}} {
		document.Rows = rows
		opened := session.New(document)
		wishes := []session.Wish{{View: own.Name, By: result.ByMonth}}
		prepared, err := opened.PrepareViews(nil, wishes, "lease.fee_billed")
		if err != nil {
			t.Fatal(err)
		}
		run, err := prepared.Run()
		if err != nil {
			t.Fatal(err)
		}
		month := 3
		viewed, err := run.Views(wishes, &month)
		if err != nil || len(viewed.Shown) != min(1, len(rows)) {
			t.Fatalf("%d views of %d own rows, %v", len(viewed.Shown), len(rows), err)
		}
		if len(rows) == 0 {
			continue
		}
		var titles []string
		for _, row := range viewed.Shown[0].Rows {
			titles = append(titles, row.Title)
		}
		if got := strings.Join(titles, "; "); got != "Hourly discount, Anthropic; Hourly discount, Reflection AI; Hourly discount, Google; Half of cash" {
			t.Errorf("own rows are %q", got)
		}
		cell := viewed.Shown[0].Rows[1].Cells[0]
		fee, err := result.NewViewer(run.Document, run.Table, nil).Over("lease.fee_billed", cell.Instances, result.Period{From: month, To: month + 1})
		if err != nil || cell.Number != 2*fee.Number || cell.Unit != "USD" || cell.Month != "2026-08" || fee.Number == 0 {
			t.Errorf("%+v is not twice %g, %v", cell, fee.Number, err)
		}
	}
}

func TestEventsComeInTheOrderOfTheCalendar(t *testing.T) {
	shown := show(t, "delayed-listing", nil, model.FindView("listings"), result.ByMonth, 0)
	if len(shown.Events) == 0 || !slices.IsSortedFunc(shown.Events, func(a, b result.Event) int { return strings.Compare(a.When, b.When) }) {
		t.Errorf("got %+v", shown.Events)
	}
	for _, event := range shown.Events {
		if len(event.When) != len("2026-05-20") || event.Thing == "" {
			t.Errorf("got %+v", event)
		}
	}
}

// A month that never comes is no event.
func TestEventsThatNeverHappenAreLeftOut(t *testing.T) {
	view := &model.View{Name: "ends", Shows: model.Events{{Title: "Default", Figure: model.Figure{Input: "lease.default_month"}, Each: "lease"}}}
	if shown := show(t, "filed-deal", nil, view, result.ByMonth, 0); len(shown.Events) != 0 {
		t.Errorf("got %+v", shown.Events)
	}
	if shown := show(t, "tenant-default", nil, view, result.ByMonth, 0); len(shown.Events) != 1 || shown.Events[0].When != "2027-04" {
		t.Errorf("got %+v", shown.Events)
	}
}

// What begins is an event in each month that has it and comes after one that had
// not, for every scenario and every thing.
func TestWhatBeginsIsAnEventWheneverItDoes(t *testing.T) {
	timeline := model.FindView(model.TimeLine).Shows.(model.Events)
	begun := 0
	for _, name := range scenarios.Names {
		opened := openedAs(t, name)
		run, err := opened.RunRows(nil, session.AllRows)
		if err != nil {
			t.Fatal(err)
		}
		wanted := map[string]int{}
		for _, declared := range timeline {
			for i, column := range run.Table.Program.Columns {
				if column.Row != declared.Begins {
					continue
				}
				before := 0.0
				for month, value := range run.Table.Series(i) {
					if value != 0 && before == 0 {
						wanted[fmt.Sprint(declared.Title, " ", run.Document.Instances[column.Instance].Name, " ", month)]++
						begun++
					}
					before = value
				}
			}
		}
		viewer := result.NewViewer(run.Document, run.Table, nil)
		months := viewer.Periods(result.ByMonth)
		var only model.Events
		for _, declared := range timeline {
			if declared.Begins != "" {
				only = append(only, declared)
			}
		}
		shown, err := viewer.Show(&model.View{Name: "begins", Shows: only}, result.ByMonth, 0)
		if err != nil {
			t.Fatal(err)
		}
		for _, event := range shown.Events {
			month := slices.IndexFunc(months, func(p result.Period) bool { return p.Title == event.When })
			key := fmt.Sprint(event.Title, " ", event.Value.Instances[0], " ", month)
			if wanted[key]--; wanted[key] < 0 || event.Value.Number == 0 {
				t.Errorf("%s: %s is in no row", name, key)
			}
		}
		for key, missing := range wanted {
			if missing != 0 {
				t.Errorf("%s: %s is missing", name, key)
			}
		}
	}
	if begun < 30 {
		t.Errorf("only %d things begin", begun)
	}
}

// A tenant that draws nothing leaves its place, and so its colour, to itself.
func TestPlaceIsThatOfTheThing(t *testing.T) {
	places := func(settings ...string) map[string]int {
		found := map[string]int{}
		for _, line := range show(t, "three-tenants", settings, model.FindView("power"), result.ByMonth, 0).Lines {
			if line.Role == model.Tenant {
				found[line.Instances[0]] = line.Place
			}
		}
		return found
	}
	all := places()
	var second string
	for name, place := range all {
		if place == 1 {
			second = name
		}
	}
	without := places("lease."+second+".start=2100-01", "lease."+second+".last_month=2100-12")
	if len(all) != 3 || len(without) != 2 {
		t.Fatalf("%v, and without %s %v", all, second, without)
	}
	for name, place := range without {
		if all[name] != place {
			t.Errorf("%s moves from place %d to %d", name, all[name], place)
		}
	}
}

// Whoever asks why a line is what it is has to be told of the row's own thing.
func TestLinesNameTheThingOfTheirRow(t *testing.T) {
	for _, line := range show(t, "orbital-expansion", []string{"lease.in-orbit=null"}, model.FindView("tenant"), result.ByYear, 0).Lines {
		want := "anthropic"
		if strings.HasPrefix(line.Row, "operator.") {
			want = "operator"
		}
		if !line.Heading && !slices.Equal(line.Instances, []string{want}) {
			t.Errorf("%s is of %q", line.Row, line.Instances)
		}
	}
	for _, line := range show(t, "three-tenants", nil, model.FindView("billed"), result.ByYear, 0).Lines {
		if len(line.Instances) != 3 {
			t.Errorf("%s of all tenants is of %q", line.Row, line.Instances)
		}
	}
}

// Once the capacity is let again who pays is not whom the lease is called after.
func TestWhatIsLetAgainIsAnothers(t *testing.T) {
	tenantOf := func(setting string, month int) string {
		return show(t, "tenant-leaves-2027", []string{setting}, model.FindView("capacity"), result.ByMonth, month).Split.Parts[0].Title
	}
	for _, test := range []struct {
		setting string
		month   int
		want    string
	}{
		{"lease.anthropic.relet=true", 0, "Anthropic"},
		{"lease.anthropic.relet=true", 40, "Re-let, after Anthropic"},
		{"lease.anthropic.relet=false", 40, "Anthropic"},
	} {
		if got := tenantOf(test.setting, test.month); got != test.want {
			t.Errorf("%s, month %d: %q has the capacity, want %q", test.setting, test.month, got, test.want)
		}
	}
	for _, view := range []string{"income-statement", "cash-flow", "power", "money"} {
		for setting, want := range map[string]bool{"lease.anthropic.relet=true": true, "lease.anthropic.relet=false": false} {
			shown := show(t, "tenant-leaves-2027", []string{setting}, model.FindView(view), result.ByYear, 0)
			told := slices.ContainsFunc(shown.Lines, func(line result.Line) bool { return strings.HasSuffix(line.Title, "Anthropic, then re-let") })
			if told != want {
				t.Errorf("%s with %s: a line is said to be re-let: %v", view, setting, told)
			}
		}
	}
	plan, _ := planned(t, openedAs(t, "tenant-leaves-2027"))
	if got := plan.Uses[0].Title; got != "Anthropic, then re-let" {
		t.Errorf("the plan of the floor has %q", got)
	}
}

// Any one input of the group shows it: shares or net debt alone changed nothing that was seen.
func TestGroupIsToldByAnyOfItsInputs(t *testing.T) {
	view := model.FindView("sum-of-the-parts")
	if viewed(t, "filed-deal", nil, view).Has(view) {
		t.Error("a scenario without a group has its view")
	}
	for _, setting := range []string{"operator.other_segments_value=-1e9", "operator.other_segments_net_debt=1e9", "operator.group_shares=1e9"} {
		if !viewed(t, "filed-deal", []string{setting}, view).Has(view) {
			t.Errorf("%s: nothing of it is shown", setting)
		}
	}
}

// What is selected by its name is marked wherever that stands: what is nobody's,
// or of the operator, of which there is one, has none.
func TestWhatIsOfAThingNamesIt(t *testing.T) {
	tenants := map[string]bool{"anthropic": true, "reflection": true, "google": true}
	arrive := map[string]bool{"gb300": true} // another of its kind came before the scenario
	counted := func(view string, month int) map[string]int {
		found := map[string]int{}
		shown := show(t, "three-tenants", nil, model.FindView(view), result.ByYear, month)
		for _, line := range shown.Lines {
			found[line.Thing]++
		}
		for _, row := range shown.Rows {
			found[row.Thing]++
		}
		for _, event := range shown.Events {
			found[event.Name]++
		}
		if shown.Split != nil {
			for _, part := range shown.Split.Parts {
				found[part.Thing]++
			}
		}
		return found
	}
	for _, view := range []string{"power", "tenant", "timeline", "capacity", "billed"} {
		found := counted(view, 0)
		for name := range found {
			if name != "" && !tenants[name] && !(view == "timeline" && arrive[name]) {
				t.Errorf("%s has something of %q", view, name)
			}
		}
		if view == "billed" && (len(found) != 1 || found[""] == 0) {
			t.Errorf("lines of all tenants together are of %v", found)
		}
		if view != "billed" && len(found) < len(tenants) {
			t.Errorf("%s has only lines of %v", view, found)
		}
	}
	for _, line := range show(t, "half-the-data-center", nil, model.FindView("billed"), result.ByYear, 0).Lines {
		if line.Thing != "" {
			t.Errorf("%s of all tenants, of which there is one, is of %q", line.Title, line.Thing)
		}
	}
}

// Of a year a stock is told at its end and a rate as its mean; where a statement has both, each line says which.
func TestStatementsSayWhatAYearsFigureIs(t *testing.T) {
	for _, test := range []struct {
		scenario, view string
		step           result.Step
		want, not      []string
	}{
		{"three-tenants", "sites", result.ByYear, []string{"Installed racks, at the end", "Usable racks, mean", "Cash received"}, []string{"Installed racks", "Usable racks"}},
		{"three-tenants", "sites", result.ByMonth, []string{"Installed racks", "Usable racks"}, []string{"Installed racks, at the end"}},
		{"three-tenants", "leases", result.ByQuarter, []string{"Fees to the end of the term, at the start", "Receivable at the start"}, []string{"Fees to the end of the term"}},
		{"filed-deal", "balance-sheet", result.ByYear, []string{"Total assets"}, []string{"Total assets, at the end"}},
	} {
		titles := map[string]bool{}
		for _, line := range show(t, test.scenario, nil, model.FindView(test.view), test.step, 0).Lines {
			titles[line.Title] = true
		}
		for _, title := range test.want {
			if !titles[title] {
				t.Errorf("%s of %s by %s has no line %q", test.view, test.scenario, test.step, title)
			}
		}
		for _, title := range test.not {
			if titles[title] {
				t.Errorf("%s of %s by %s has a line %q", test.view, test.scenario, test.step, title)
			}
		}
	}
}
