package model_test

import (
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"rackonomics/engine/calendar"
	"rackonomics/engine/model"
	"rackonomics/engine/scenario"
)

// listing runs the filed deal with one company.
func listing(t tester, company map[string]any, changes ...scenario.Change) outcome {
	t.Helper()
	return run(t, load(t, "filed-deal"), append([]scenario.Change{set("company.issuer", company)}, changes...)...)
}

// date reads a row of days since the scenario's start as a date.
func (o outcome) date(row, company string) string {
	o.Helper()
	return calendar.DayText(o.Document.Start.FirstDay() + int(o.of(row, company)[0]))
}

// No plan makes the roadshow begin sooner than 15 days after the public filing.
func TestNobodyListsSoonerThanTheLawAllows(t *testing.T) {
	document := load(t, "no-deal")
	rapid.Check(t, func(t *rapid.T) {
		company := map[string]any{
			"public_filing_basis": "given", "given_public_filing": calendar.DayText(13000 + rapid.IntRange(0, 900).Draw(t, "public")),
			"days_to_roadshow": rapid.IntRange(0, 40).Draw(t, "days to roadshow"), "roadshow": rapid.IntRange(1, 30).Draw(t, "roadshow"),
			"shutdown": rapid.IntRange(0, 60).Draw(t, "shutdown"), "slip": rapid.IntRange(0, 12).Draw(t, "slip"),
		}
		o := run(t, document, set("company.issuer", company))
		at := func(row string) float64 { return o.of("company."+row, "issuer")[0] }
		public, confidential := at("public_filing_day"), float64(calendar.Month{Year: 2026, Month: 6}.FirstDay()-o.Document.Start.FirstDay())
		if public < confidential {
			t.Errorf("public on day %v, confidential only on day %v", public, confidential)
		}
		if wait := at("roadshow_day") - public; wait < 15 {
			t.Errorf("the roadshow begins %v days after the public filing", wait)
		}
		if days := at("listing_day") - public; days < 15+float64(company["roadshow"].(int)) {
			t.Errorf("the listing is %v days after the public filing", days)
		}
		start := o.Document.Start.FirstDay()
		earliest := float64(calendar.ExchangeDay(start+int(public)+15) - start)
		if (at("statutory_wait_binds") != 0) != (at("roadshow_day") == earliest) {
			t.Errorf("the law binds: %v, with the roadshow on day %v and the filing on day %v", at("statutory_wait_binds"), at("roadshow_day"), public)
		}
		for _, row := range []string{"public_filing_day", "roadshow_day", "pricing_day", "listing_day", "planned_listing_day"} {
			if day := start + int(at(row)); calendar.ExchangeDay(day) != day {
				t.Errorf("%s is %s, when exchanges are closed", row, calendar.DayText(day))
			}
		}
		if at("delay_days") < 0 || at("value_kept") > 1 || at("cost_of_delay") < 0 {
			t.Errorf("a delay of %v days keeps %v of the value and costs %v", at("delay_days"), at("value_kept"), at("cost_of_delay"))
		}
	})
}

// Preset 11: a listing of 75 billion USD slips by 3, 6 or 12 months.
func TestCostOfDelay(t *testing.T) {
	for slip, days := range map[int]float64{0: 0, 3: 91, 6: 182, 12: 365} {
		for _, rate := range []float64{0.125, 0.0535, 0.0665} {
			o := listing(t, map[string]any{"public_filing_basis": "given", "given_public_filing": "2026-06-02", "slip": slip, "bridge_rate": rate, "underwriting_spread": 0.02, "haircut": 0.3})
			want := 75e9 * 0.98 * rate * days / 360
			closeTo(t, "the cost", o.of("company.cost_of_delay", "issuer")[0], want, 1e-12)
			paid, received, months := 0.0, 0.0, 0
			for month, interest := range o.of("company.bridge_interest", "issuer") {
				paid += interest
				if cash := o.of("company.proceeds_received", "issuer")[month]; cash != 0 {
					received, months = received+cash, months+1
					if at := o.Document.Start.Add(month).String(); at != o.date("company.listing_day", "issuer")[:7] {
						t.Errorf("the proceeds come in %s, the listing is on %s", at, o.date("company.listing_day", "issuer"))
					}
				}
			}
			closeTo(t, "the interest of all months", paid, want, 1e-12)
			kept := 1 - 0.3*days/365
			closeTo(t, "the proceeds", received, 75e9*0.98*kept, 1e-12)
			if months != 1 {
				t.Errorf("the proceeds come in %d months", months)
			}
			closeTo(t, "the valuation", o.of("company.valuation_at_listing", "issuer")[0], 1.77e12*kept, 1e-12)
			closeTo(t, "the proceeds lost", o.of("company.proceeds_lost", "issuer")[0], 75e9*0.98*(1-kept), 1e-9)
		}
	}
}

// The offer price of the record times the shares are the proceeds of the record.
func TestDefaultProceedsAreThoseOfSpaceX(t *testing.T) {
	closeTo(t, "555.6 million shares at 135 USD", model.Scenario.FindInput("company.proceeds").DefaultValue().Number, 555.6e6*135, 0.001)
}

// On the filing date of OpenAI sources disagree, and both are kept.
func TestSourcesOfTheFilingDateDisagree(t *testing.T) {
	stated := map[string]bool{}
	in := model.Scenario.FindInput("company.confidential_filing")
	for _, source := range in.Sources {
		if strings.HasPrefix(source.Label, "OpenAI") {
			stated[in.Plain(*source.Value).(string)] = true
		}
	}
	if !stated["2026-05-22"] || !stated["2026-06-07"] {
		t.Errorf("for OpenAI the sources state %v", stated)
	}
}

// There may be no company or several, each by itself.
func TestCompaniesStandByThemselves(t *testing.T) {
	document := load(t, "no-deal")
	document.Rows = append(document.Rows, scenario.Row{Name: "company.raised_before", Unit: "USD", Formula: "before(net_proceeds) / (1 + operator.discount_rate)"})
	o := run(t, document)
	if names := o.instances("company", ""); names != nil {
		t.Fatalf("there are companies %v", names)
	}
	first := map[string]any{"proceeds": 10e9, "underwriting_spread": 0}
	o = run(t, document, set("company.one", first), set("company.two", map[string]any{}), set("company.three", map[string]any{"proceeds": 0}))
	closeTo(t, "raised before the first", o.of("company.raised_before", "one")[0]+1, 1, 0)
	closeTo(t, "raised before the second", o.of("company.raised_before", "two")[0], 10e9/1.1, 1e-12)
	closeTo(t, "raised before the third", o.of("company.raised_before", "three")[0], (10e9+75e9*0.985)/1.1, 1e-12)
}

// Nothing of the rest of a scenario knows of a company that passes nothing on.
func TestACompanyChangesNothingElse(t *testing.T) {
	without, with := run(t, load(t, "filed-deal")), listing(t, map[string]any{"slip": 3})
	for _, row := range model.Rows {
		scope, _, _ := strings.Cut(row.Name, ".")
		for _, name := range without.instances(scope, "") {
			with.same(row.Name, with.of(row.Name, name), without.of(row.Name, name))
		}
	}
}

// trading is the day, or the first one after it, that is neither in a weekend nor
// on the exchanges' lists of holidays from June 2026 to 2028.
func trading(day time.Time) time.Time {
	for day.Weekday() == time.Saturday || day.Weekday() == time.Sunday || strings.Contains(`2026-06-19 2026-07-03 2026-09-07 2026-11-26 2026-12-25
		2027-01-01 2027-01-18 2027-02-15 2027-03-26 2027-05-31 2027-06-18 2027-07-05 2027-09-06 2027-11-25 2027-12-24
		2028-01-17 2028-02-21 2028-04-14 2028-05-29 2028-06-19 2028-07-04 2028-09-04 2028-11-23 2028-12-25`, day.Format(time.DateOnly)) {
		day = day.AddDate(0, 0, 1)
	}
	return day
}

// The calendar's own dates agree with the standard library's.
func TestDatesAreThoseOfTheCalendar(t *testing.T) {
	filed := time.Date(2026, 6, 1, 0, 0, 0, 0, time.UTC)
	for review := 0; review < 900; review += 37 {
		o := listing(t, map[string]any{"review": review}, set("scenario.months", 1))
		day := filed
		for _, days := range []int{review, 15, 7, 1} { // the review, the wait, the roadshow, and the night
			day = trading(day.AddDate(0, 0, days))
		}
		want := day.Format(time.DateOnly)
		if got := o.date("company.listing_day", "issuer"); got != want {
			t.Fatalf("with a review of %d days the listing is on %s, want %s", review, got, want)
		}
	}
}

// A listing on the first day of a month belongs to that month, and one on the
// last day too.
func TestListingAtTheEdgeOfAMonth(t *testing.T) {
	for public, month := range map[string]int{"2026-06-05": 1, "2026-06-08": 2} { // listed on 30 June and 1 July
		o := listing(t, map[string]any{"public_filing_basis": "given", "given_public_filing": public})
		for _, at := range []int{0, 1, 2, 3} {
			if listed := o.of("company.listed", "issuer")[at] != 0; listed != (at >= month) {
				t.Errorf("public on %s: listed by the end of month %d: %v", public, at, listed)
			}
			if paid := o.of("company.proceeds_received", "issuer")[at] != 0; paid != (at == month) {
				t.Errorf("public on %s: the proceeds come in month %d: %v", public, at, paid)
			}
		}
	}
}
