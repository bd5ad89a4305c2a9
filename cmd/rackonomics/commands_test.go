package main

import (
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/goccy/go-json"

	"rackonomics/engine/link"
	"rackonomics/engine/model"
	"rackonomics/engine/scenario"
	"rackonomics/scenarios"
)

func TestListNamesEveryScenario(t *testing.T) {
	lines := strings.Split(strings.TrimSpace(succeed(t, "list")), "\n")
	if len(lines) != len(scenarios.Names) {
		t.Fatalf("%d lines", len(lines))
	}
	for i, name := range scenarios.Names {
		if !strings.HasPrefix(lines[i], name+" ") || !strings.Contains(lines[i], "as of 20") {
			t.Errorf("line %d is %q", i+1, lines[i])
		}
	}
}

func TestCheckPassesShippedScenarios(t *testing.T) {
	for _, name := range scenarios.Names {
		if out := succeed(t, "check", writeFile(t, documentText(t, name))); !strings.Contains(out, "no mistakes") {
			t.Errorf("%s: %s", name, out)
		}
	}
}

func TestCheckFindsMistakesInRows(t *testing.T) {
	got := runCommand(t, "check", writeFile(t, strings.Replace(smallDocument, `"months":3`, `"months":3,"rows":[{"name":"site.x","unit":"USD","formula":"power_demand"}]`, 1)))
	if got.status != statusMistaken || !strings.HasPrefix(got.failures, "rows.site.x: ") {
		t.Errorf("status %d, %q", got.status, got.failures)
	}
	got = runCommand(t, "check", writeFile(t, strings.Replace(smallDocument, `"months":3`, `"months":3,"rows":[{"name":"operator.x","unit":"1","formula":"pow(1e300, 2)"}]`, 1)))
	if got.status != statusMistaken || !strings.HasPrefix(got.failures, "operator.x@operator: ") {
		t.Errorf("overflow: status %d, %q", got.status, got.failures)
	}
}

// What can be computed and is hardly meant is told, and is no mistake.
func TestCheckTellsWhatIsHardlyMeant(t *testing.T) {
	thing := func(scope, members string) string {
		return writeFile(t, strings.Replace(smallDocument, `"months":3`, `"months":3,"`+scope+`":[{"name":"x",`+members+`}]`, 1))
	}
	aged := func(share string) string {
		return writeFile(t, strings.Replace(smallDocument, `"gpus":100}`, `"gpus":100,"residual_basis":"given","residual_after_60_months":`+share+`}`, 1))
	}
	for name, want := range map[string]string{
		thing("lease", `"site":"a","start":"2025-01","last_month":"2026-04"`):    "lease.x.last_month: it ends in 2026-04, before the scenario begins in 2026-05, so that nothing is let by it\n",
		thing("lease", `"site":"a","start":"2026-07","last_month":"2026-06"`):    "lease.x.last_month: it ends in 2026-06, before it starts in 2026-07, so that nothing is let by it\n",
		thing("tranche", `"start":"2031-07","maturity":"2031-06"`):               "tranche.x.maturity: it matures in 2031-06, before it is first drawn in 2031-07, so that nothing is drawn\n",
		thing("source", `"site":"a","go_live":"2026-07","last_month":"2026-06"`): "source.x.last_month: it ends in 2026-06, before it begins to run in 2026-07, so that it never runs\n",
		aged("0.2"): "fleet.f.residual_after_60_months: 20 % is more than the 18 % of a year before, so that used GPUs gain by ageing\n",
		aged("0.1"): "",
		thing("lease", `"site":"a","start":"2025-01","last_month":"2026-05"`): "",
		thing("tranche", `"start":"2031-06","maturity":"2031-06"`):            "",
	} {
		if got := runCommand(t, "check", name); got.status != statusFine || got.failures != want || !strings.Contains(got.out, "no mistakes") {
			t.Errorf("status %d, %q; want %q", got.status, got.failures, want)
		}
	}
}

func TestInputsAndRowsAreListedWhole(t *testing.T) {
	text := succeed(t, "inputs")
	var inputs []inputEntry
	if err := json.Unmarshal([]byte(succeed(t, "inputs", "--format", "json")), &inputs); err != nil || len(inputs) != len(everyInput()) {
		t.Fatalf("%d inputs, %v", len(inputs), err)
	}
	for i, in := range everyInput() {
		if !strings.Contains(text, in.Name+"  "+in.Title) || !strings.Contains(text, in.Note) {
			t.Errorf("the text has no %s", in.Name)
		}
		got := inputs[i]
		if got.Name != in.Name || got.Unit != in.Unit || got.Note != in.Note || len(got.Sources) != len(in.Sources) || got.Default == nil ||
			(got.Min != nil) != (in.Kind == scenario.Number) || (len(got.Options) > 0) != (in.Kind == scenario.Choice) {
			t.Errorf("%s is listed as %+v", in.Name, got)
		}
		for _, source := range in.Sources {
			if !strings.Contains(text, source.URL) {
				t.Errorf("the text of %s does not cite %s", in.Name, source.URL)
			}
		}
	}
	text = succeed(t, "measures")
	for _, want := range []string{"net_present_value  USD\n    = npv(", "debt.covenant_breached@<tranche>  month\n    = first(covenant_breached)\n", "At the end of month 11, or the last."} {
		if !strings.Contains(text, want) {
			t.Errorf("the measures have no %q", want)
		}
	}
	var measures []measureEntry
	if err := json.Unmarshal([]byte(succeed(t, "measures", "--format", "json")), &measures); err != nil || len(measures) != len(model.Measures) || measures[0].Kind != "month" || measures[0].Unit != "month" {
		t.Errorf("%d measures, %v", len(measures), err)
	}
	text = succeed(t, "rows")
	var rows []rowEntry
	if err := json.Unmarshal([]byte(succeed(t, "rows", "--format", "json")), &rows); err != nil || len(rows) != len(model.Rows) {
		t.Fatalf("%d rows, %v", len(rows), err)
	}
	for i, row := range model.Rows {
		if !strings.Contains(text, row.Name+"  "+row.Unit+"\n    = "+strings.ReplaceAll(row.Formula, "\n", "\n    ")+"\n    "+row.Note) {
			t.Errorf("the text has no %s", row.Name)
		}
		if got := rows[i]; got.Name != row.Name || got.Unit != row.Unit || got.Formula != row.Formula || got.Note != row.Note || got.Title == "" {
			t.Errorf("%s is listed as %+v", row.Name, got)
		}
	}
}

// A document may leave out just what is listed with a default.
func TestWhatHasNoDefaultIsAskedFor(t *testing.T) {
	text := succeed(t, "inputs")
	for path, member := range map[string]string{"scenario.start": `"start":"2026-05",`, "scenario.months": `"months":3,`} {
		got := runCommand(t, "check", writeFile(t, strings.Replace(smallDocument, member, "", 1)))
		_, about, _ := strings.Cut(text, path+"  ")
		if listed := strings.Split(about, "\n")[1]; got.status != statusMistaken || !strings.Contains(listed, "no default: every scenario says it") || strings.Contains(listed, "assumption") {
			t.Errorf("%s: check says %q, and it is listed with %q", path, got.failures, listed)
		}
	}
}

func TestCatalogHasWhatThePageNeeds(t *testing.T) {
	text := succeed(t, "catalog")
	var listed catalog
	if err := json.Unmarshal([]byte(text), &listed); err != nil {
		t.Fatal(err)
	}
	if len(listed.Inputs) != len(model.Scenario.Inputs()) || len(listed.Rows) != len(model.Rows) || len(listed.Scenarios) != len(scenarios.Names) {
		t.Fatalf("%d inputs, %d rows, %d scenarios", len(listed.Inputs), len(listed.Rows), len(listed.Scenarios))
	}
	for i, scope := range model.Scenario.Scopes() {
		entry := listed.Scopes[i]
		if entry.Name != scope.Name || entry.Title != scope.Title || entry.Noun != scope.Noun || entry.Plural != scope.Plural || entry.Single != scope.Single ||
			entry.Most != scope.Most || len(entry.Begins) != len(scope.Begins) {
			t.Errorf("%s is listed as %+v", scope.Name, entry)
		}
		for _, given := range entry.Begins {
			if (given.Value == nil) == (given.From == "") {
				t.Errorf("a new %s is given %+v, which is no value or two", scope.Noun, given)
			}
		}
	}
	if len(listed.Horizon) != 2 || listed.Horizon[0].Name != "scenario.start" || listed.Horizon[1].Name != "scenario.months" || listed.Horizon[1].Max == nil {
		t.Errorf("the horizon is %+v", listed.Horizon)
	}
	for i, entry := range listed.Scenarios {
		if entry.Name != scenarios.Names[i] || entry.Title == "" {
			t.Errorf("scenario %+v", entry)
		}
	}
	for _, want := range []string{`"default":"share"`, `"default":true`, `"display":"percent"`, `"when":"basis=share"`, `"profile":true`, `"options":[{"name":"share"`, `"confidence":"DER"`,
		`{"input":"maturity","from":"start","later":60}`, `{"input":"price","value":2.81}`, `"plural":"loans or bonds"`} {
		if !strings.Contains(text, want) {
			t.Errorf("%s is not in it", want)
		}
	}
}

func TestExplainsAMeasure(t *testing.T) {
	text := succeed(t, "explain", "filed-deal", "break_even.operating_income.first")
	for _, want := range []string{"break_even.operating_income.first: 2026-07\n", "  = first(operating_income >= 0)\n", "first is told in 2026-07, the month found\n",
		"    operator.operating_income in 2026-07: $426M\n"} {
		if !strings.Contains(text, want) {
			t.Errorf("%q is not in\n%s", want, text)
		}
	}
	if text := succeed(t, "explain", "filed-deal", "break_even.operating_income.first", "--all"); !strings.Contains(text, "source: ") {
		t.Errorf("%q is not in\n%s", "source: ", text)
	}
	if text := succeed(t, "explain", "filed-deal", "tenant.share"); !strings.HasPrefix(text, "tenant.share: 95.6 %\n") {
		t.Errorf("a share is written %.30s", text)
	}
}

// Part of a formula has no name in the model; the compiler's own is told nowhere.
func TestExplainsPartsOfFormulasByTheirTitles(t *testing.T) {
	text := succeed(t, "explain", "filed-deal", "operator.new_depreciation", "2028-01", "--set", "operator.capital_spending=1bn", "--against", "base")
	if strings.Contains(text, "#") || !strings.Contains(text, "Depreciation of new investment, a part of it in 2028-01: ") {
		t.Errorf("got:\n%.500s", text)
	}
}

// A contract leads to months after the scenario, in which nothing else is told.
func TestExplainsAMonthAfterTheScenario(t *testing.T) {
	for _, command := range [][]string{
		{"lease.fee_remaining@anthropic", "2026-07"}, {"lease.fee_remaining@anthropic", "2028-07"}} {
		text := succeed(t, append([]string{"explain", "filed-deal", "--set", "scenario.months=3"}, command...)...)
		if !strings.Contains(text, ", after the scenario: $") || strings.Contains(text, "2026-07, after") {
			t.Errorf("%s: got:\n%.800s", command, text)
		}
	}
	if text := succeed(t, "explain", "tenant-default", "debt.dscr.minimum", "--set", "scenario.months=12"); !strings.Contains(text, "lowest_dscr is told in 2027-09, after the scenario, ") {
		t.Errorf("got:\n%.300s", text)
	}
	if got := runCommand(t, "explain", "filed-deal", "operator.revenue", "2028-07", "--set", "scenario.months=3"); !strings.Contains(got.failures, "2028-07 is not a month of this scenario") {
		t.Errorf("%+v", got)
	}
}

func TestExplainsAYearByWhatItAddsUpAndByItsMonths(t *testing.T) {
	text := succeed(t, "explain", "filed-deal", "operator.operating_income", "2027-03", "--by", "year", "--all")
	if !strings.HasPrefix(text, "operator.operating_income in 2027: ") || !strings.Contains(text, " It holds for all months together as for each.\n") || !strings.Contains(text, "\n    operator.adjusted_ebitda in 2027: ") {
		t.Errorf("got:\n%.2000s", text)
	}
	text = succeed(t, "explain", "filed-deal", "operator.own_revenue", "2027-03", "--by", "year", "--all")
	if !strings.Contains(text, "\n  The sum of its months.\n") || strings.Count(text, "\n    operator.own_revenue in 2027-") != 12 {
		t.Errorf("got:\n%.2000s", text)
	}
	if got := runCommand(t, "explain", "filed-deal", "operator.cash", "2027-03", "--by", "week"); !strings.Contains(got.failures, "allowed is month, quarter or year") || got.status != statusUsage {
		t.Errorf("%+v", got)
	}
}

func TestExplainsTheDifferenceToTheBaseAndToThePeriodBefore(t *testing.T) {
	row := []string{"explain", "filed-deal", "operator.operating_income", "2026-08"}
	text := succeed(t, append(row, "--against", "base", "--set", "lease.anthropic.fee=1.4bn", "--set", "operator.revenue_growth=0")...)
	if !strings.HasPrefix(text, "operator.operating_income in 2026-08: $576M, and $426M without changes, +$150M\n") ||
		!strings.HasSuffix(text, "\nWhat moved it:\n    lease.anthropic.fee: $1.4B/month, and $1.25B/month without changes, +$150M\n") {
		t.Errorf("against the base it is explained as %s", text)
	}
	if text := succeed(t, append(row, "--against", "previous", "--by", "year")...); text != "operator.operating_income in 2026: $1.28B, and none before\n" {
		t.Errorf("the first year is explained as %s", text)
	}
	if text := succeed(t, "explain", "filed-deal", "operator.cash", "2027-02", "--against", "previous"); !strings.Contains(text, "\n    operator.investing_cash_flow in 2027-02: −$5.28B, −$5.28B\n") {
		t.Errorf("cash is explained as %s", text)
	}
	if text := succeed(t, "explain", "filed-deal", "cash.minimum", "--against", "base", "--set", "lease.anthropic.fee=1.4bn"); !strings.Contains(text, "lowest: ") || !strings.Contains(text, "What moved it") {
		t.Errorf("the lowest cash is explained as %s", text)
	}
	for _, test := range []struct{ against, want string }{{"previous", "a measure is of no month"}, {"moon", "Allowed: base or previous"}} {
		if got := runCommand(t, "explain", "filed-deal", "cash.minimum", "--against", test.against); !strings.Contains(got.failures, test.want) {
			t.Errorf("against %s: %s", test.against, got.failures)
		}
	}
}

func TestExplainFitsAScreenUnlessAsked(t *testing.T) {
	short := succeed(t, "explain", "filed-deal", "operator.free_cash_flow", "2027-03")
	if lines := strings.Count(short, "\n"); lines > 50 || !strings.Contains(short, "more that is not shown") {
		t.Errorf("%d lines, or nothing is said of the rest", lines)
	}
	if all := succeed(t, "explain", "filed-deal", "operator.free_cash_flow", "2027-03", "--all"); strings.Count(all, "\n") <= 50 || strings.Contains(all, "more that is not shown") {
		t.Error("--all does not tell everything")
	}
}

func TestExplainEndsInCitedInputs(t *testing.T) {
	text := succeed(t, "explain", "filed-deal", "lease.fee_billed@anthropic", "2026-05")
	for _, want := range []string{
		"lease.fee_billed@anthropic in 2026-05: $625M\n", "  = (fee_contracted - shortfall_credit - fee_not_due) * ", "lease.anthropic.fee: $1.25B/month", "lease.anthropic.reduced_fee: 50 % (assumption)",
		"https://xix.ai/ainews/anthropics-spacex-lease-duration-divides-opinions.html",
	} {
		if !strings.Contains(text, want) {
			t.Errorf("%q is not in\n%s", want, text)
		}
	}
	if short := succeed(t, "explain", "filed-deal", "lease.fee_billed", "2026-05"); short != text {
		t.Error("without the name of the only lease the explanation is another")
	}
	if changed := succeed(t, "explain", "filed-deal", "lease.fee_billed", "2026-05", "--set", "lease.anthropic.fee=1e9"); !strings.Contains(changed, "in 2026-05: $500M\n") {
		t.Errorf("with another fee:\n%s", changed)
	}
}

var fragmentPattern = regexp.MustCompile(`^#s=1\.[A-Za-z0-9_-]+\.[A-Za-z0-9_-]{6}\n$`)

func TestLinksLeadBack(t *testing.T) {
	settings := []string{"--set", "lease.anthropic.fee=1.1e9", "--set", "lease.anthropic.last_month=2028-01", "--set", "operator.cost_growth=0.05"}
	changed := append([]string{"filed-deal"}, settings...)
	fragment := succeed(t, append([]string{"link"}, changed...)...)
	if !fragmentPattern.MatchString(fragment) || len(fragment) > 400 {
		t.Fatalf("the fragment is %q", fragment)
	}
	address := "https://example.org/rackonomics/" + strings.TrimSpace(fragment)
	if a, b := succeed(t, append([]string{"run", "--format", "csv"}, changed...)...), succeed(t, "run", "--format", "csv", address); a != b {
		t.Error("the link runs to other figures than the changes it was made of")
	}
	document := succeed(t, "open", address)
	file := writeFile(t, document)
	if a, b := succeed(t, "run", "--format", "csv", file), succeed(t, "run", "--format", "csv", address); a != b {
		t.Error("the document runs to other figures than the link it was opened from")
	}
	if again := succeed(t, "link", address); again != fragment {
		t.Errorf("the link of a link is %s, not %s", again, fragment)
	}
	if other := succeed(t, "link", address, "--set", "lease.anthropic.fee=1e9"); other == fragment {
		t.Error("a change of a link's scenario changes nothing")
	}
	if opened := succeed(t, "open", strings.TrimSpace(succeed(t, "link", file))); opened != document {
		t.Error("the document of a file's link is not the file's")
	}
	if a, b := succeed(t, "link", "filed-deal"), succeed(t, "link", writeFile(t, documentText(t, "filed-deal"))); a != b {
		t.Error("a file with a shipped scenario is not linked to by name")
	}
}

// A title is a change as an input's value is, and moves no figure.
func TestTitlesAreChanges(t *testing.T) {
	for setting, want := range map[string]string{
		"lease.anthropic.title=Anthropic PBC": "Anthropic PBC",
		"site.memphis.title=2027":             "2027",
		`operator.title="<xAI> & Co"`:         "<xAI> & Co",
	} {
		fragment := strings.TrimSpace(succeed(t, "link", "filed-deal", "--set", setting))
		document, err := model.Scenario.Decode([]byte(succeed(t, "open", fragment)))
		if err != nil {
			t.Fatal(err)
		}
		if !slices.ContainsFunc(document.Instances, func(thing scenario.Instance) bool { return thing.Title == want }) {
			t.Errorf("nothing is called %q in the document of %s", want, setting)
		}
		if a, b := succeed(t, "run", "--format", "json", fragment), succeed(t, "run", "--format", "json", "filed-deal"); a != b {
			t.Errorf("%s moves a figure", setting)
		}
	}
}

func TestOpenOfDamagedLinkPrintsWhatIsLeft(t *testing.T) {
	fragment := strings.TrimSpace(succeed(t, "link", "filed-deal", "--set", "lease.anthropic.fee=1.1e9", "--set", "lease.anthropic.notice=30"))
	got := runCommand(t, "open", fragment[:len(fragment)-10])
	document, err := model.Scenario.Decode([]byte(got.out))
	if got.status != statusMistaken || err != nil || document.Name != "filed-deal" {
		t.Fatalf("status %d, %v, %s", got.status, err, got.failures)
	}
	fee := document.Value(document.Find("lease", "anthropic"), model.Scenario.FindInput("lease.fee"))
	if fee.Number != 1.1e9 {
		t.Errorf("the fee is %v", fee.Number)
	}
}

func TestLinksTellThenAndNow(t *testing.T) {
	document, err := scenarios.Load("filed-deal")
	if err != nil {
		t.Fatal(err)
	}
	fragment, err := link.Encode(link.State{Base: link.Base{Name: "filed-deal", Hash: "0123456789abcdef"},
		Fingerprint: []link.Figure{{Name: "break_even.operating_income.first", Value: "2027-03"}, {Name: "lease.headline_value", Value: 1e9}}})
	if err != nil {
		t.Fatal(err)
	}
	got := runCommand(t, "run", fragment)
	lines := strings.Split(strings.TrimSpace(got.failures), "\n")
	if got.status != statusFine || len(lines) != 3 {
		t.Fatalf("status %d, %q", got.status, lines)
	}
	for i, want := range []string{document.Title, "2027-03 when the link was made", "$1B when the link was made"} {
		if !strings.Contains(lines[i], want) {
			t.Errorf("line %d is %q, want %q", i+1, lines[i], want)
		}
	}
}

func TestSchemaFileIsFresh(t *testing.T) {
	file, err := os.ReadFile("../../scenarios/schema/scenario.schema.json")
	if err != nil {
		t.Fatal(err)
	}
	if succeed(t, "schema") != string(file) {
		t.Error("scenarios/schema/scenario.schema.json is stale: run make generate")
	}
}

func TestSchemaFollowsTheDeclarations(t *testing.T) {
	type node map[string]any
	var schema struct {
		Schema     string          `json:"$schema"`
		Required   []string        `json:"required"`
		Properties map[string]node `json:"properties"`
		Defs       map[string]node `json:"$defs"`
	}
	text := succeed(t, "schema")
	if err := json.Unmarshal([]byte(text), &schema); err != nil {
		t.Fatal(err)
	}
	if schema.Schema != "https://json-schema.org/draft/2020-12/schema" || strings.Join(schema.Required, " ") != "version name start months" {
		t.Errorf("%s requires %v", schema.Schema, schema.Required)
	}
	for _, match := range regexp.MustCompile(`"#/\$defs/([^"]+)"`).FindAllStringSubmatch(text, -1) {
		if schema.Defs[match[1]] == nil {
			t.Errorf("%s is referred to and not there", match[1])
		}
	}
	for _, scope := range model.Scenario.Scopes() {
		if schema.Properties[scope.Name] == nil || schema.Defs[scope.Name]["additionalProperties"] != false {
			t.Errorf("scope %s is missing or open", scope.Name)
		}
	}
	for _, in := range model.Scenario.Inputs() {
		properties := schema.Defs[in.Scope()]["properties"].(map[string]any)
		property, ok := properties[in.Field()].(map[string]any)
		if !ok || property["title"] != in.Title || !strings.HasPrefix(property["description"].(string), in.Note) || property["default"] == nil {
			t.Errorf("%s is %v", in.Name, property)
		}
		value := schema.Defs[in.Name]
		forms, varies := value["anyOf"].([]any)
		if varies != in.MayVary {
			t.Errorf("%s: a profile is allowed: %v", in.Name, varies)
		}
		if varies {
			value = forms[0].(map[string]any)
		}
		switch in.Kind {
		case scenario.Number:
			if value["type"] != "number" || value["minimum"] != in.Min || value["maximum"] != in.Max {
				t.Errorf("%s is %v", in.Name, value)
			}
		case scenario.Switch:
			if value["type"] != "boolean" {
				t.Errorf("%s is %v", in.Name, value)
			}
		case scenario.Choice:
			if names, _ := value["enum"].([]any); len(names) != len(in.Options) || names[0] != in.Options[0].Name {
				t.Errorf("%s is %v", in.Name, value)
			}
		case scenario.Month, scenario.Day:
			if value["$ref"] != "#/$defs/"+string(in.Kind) {
				t.Errorf("%s is %v", in.Name, value)
			}
		}
	}
}

func TestProgram(t *testing.T) {
	text := succeed(t, "program", "filed-deal", "--rows", "lease.fee_billed", "--set", "lease.anthropic.fee=9e8")
	for _, want := range []string{" registers: ", "= lease.fee@anthropic (input)\n", "= multiply ", "pass 0, each month forward, the first ", "columns: ", "c0:lease.fee_billed@anthropic = n"} {
		if !strings.Contains(text, want) {
			t.Errorf("the listing lacks %q:\n%s", want, text)
		}
	}
	if all := succeed(t, "program", "filed-deal"); len(all) < 3*len(text) {
		t.Errorf("the program of all rows has %d bytes, that of one %d", len(all), len(text))
	}
	if got := runCommand(t, "program", "filed-deal", "--rows", "lease.nothing"); got.status != statusUsage || !strings.Contains(got.failures, `no row matches "lease.nothing"`) {
		t.Errorf("%+v", got)
	}
}

func TestLongFormulasAreLaidOut(t *testing.T) {
	text := succeed(t, "explain", "filed-deal", "lease.tenant_cash_paid", "2026-09")
	want := "\n  = when(in_default && month - floor(payment_delay) < default_month, 0,\n        lag("
	if !strings.Contains(text, want) {
		t.Errorf("the formula is not broken after 0:\n%s", text)
	}
}
