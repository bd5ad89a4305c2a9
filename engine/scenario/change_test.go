package scenario_test

import (
	"bytes"
	"reflect"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"rackonomics/engine/model"
	"rackonomics/engine/scenario"
)

// A scenario with two sites and things of both.
const twoSites = `{"version":1,"name":"two","start":"2026-05","months":12,
	"site":[{"name":"memphis"},{"name":"austin"}],
	"fleet":[{"name":"h100","site":"memphis","gpus":1000},{"name":"b200","site":"austin","gpus":500}],
	"source":[{"name":"grid","site":"austin","capacity":100}],
	"lease":[{"name":"tenant","site":"memphis","share":{"value":0.5,"note":"half","sources":[{"label":"S-1","confidence":"H"}]}},{"name":"other","site":"austin"}]}`

func change(path, value string) scenario.Change {
	return scenario.Change{Path: path, JSON: []byte(value)}
}

// things lists every thing with what it belongs to, in the order of the document.
func things(d *scenario.Document) string {
	var list []string
	for _, instance := range d.Instances {
		text := instance.Scope + "." + instance.Name
		if instance.Parent >= 0 {
			text += "<" + d.Instances[instance.Parent].Scope + "." + d.Instances[instance.Parent].Name
		}
		list = append(list, text)
	}
	return strings.Join(list, " ")
}

func TestApplyToThings(t *testing.T) {
	const (
		operator = "operator.operator"
		memphis  = " site.memphis<operator.operator"
		austin   = " site.austin<operator.operator"
		h100     = " fleet.h100<site.memphis"
		b200     = " fleet.b200<site.austin"
		grid     = " source.grid<site.austin"
		tenant   = " lease.tenant<site.memphis"
		other    = " lease.other<site.austin"
	)
	for name, test := range map[string]struct {
		changes []scenario.Change
		want    string
	}{
		"nothing":       {nil, operator + memphis + austin + h100 + b200 + grid + tenant + other},
		"a lease more":  {[]scenario.Change{change("lease.google", `{"site":"austin"}`)}, operator + memphis + austin + h100 + b200 + grid + tenant + other + " lease.google<site.austin"},
		"named alike":   {[]scenario.Change{change("lease.google", `{"name":"google","site":"austin"}`)}, operator + memphis + austin + h100 + b200 + grid + tenant + other + " lease.google<site.austin"},
		"a fleet more":  {[]scenario.Change{change("fleet.b300", `{"site":"memphis"}`)}, operator + memphis + austin + h100 + b200 + " fleet.b300<site.memphis" + grid + tenant + other},
		"a site more":   {[]scenario.Change{change("site.paris", `{}`)}, operator + memphis + austin + " site.paris<operator.operator" + h100 + b200 + grid + tenant + other},
		"a lease less":  {[]scenario.Change{change("lease.tenant", `null`)}, operator + memphis + austin + h100 + b200 + grid + other},
		"a fleet less":  {[]scenario.Change{change("fleet.h100", `null`)}, operator + memphis + austin + b200 + grid + tenant + other},
		"a site less":   {[]scenario.Change{change("site.memphis", `null`)}, operator + austin + b200 + grid + other},
		"other site":    {[]scenario.Change{change("site.austin", `null`)}, operator + memphis + h100 + tenant},
		"no site":       {[]scenario.Change{change("site.austin", `null`), change("site.memphis", `null`)}, operator},
		"replaced":      {[]scenario.Change{change("lease.tenant", `{"site":"austin"}`)}, operator + memphis + austin + h100 + b200 + grid + " lease.tenant<site.austin" + other},
		"site replaced": {[]scenario.Change{change("site.memphis", `{"title":"M"}`)}, operator + memphis + austin + h100 + b200 + grid + tenant + other},
		"moved on": {[]scenario.Change{change("site.paris", `{}`), change("fleet.h100", `{"site":"paris"}`), change("site.memphis", `null`)},
			operator + austin + " site.paris<operator.operator fleet.h100<site.paris" + b200 + grid + other},
		"gone and back": {[]scenario.Change{change("lease.tenant", `null`), change("lease.tenant", `{"site":"memphis"}`)}, operator + memphis + austin + h100 + b200 + grid + other + tenant},
	} {
		t.Run(name, func(t *testing.T) {
			base := decode(t, twoSites)
			before := base.Encode()
			changed, err := base.Apply(test.changes)
			if err != nil {
				t.Fatal(err)
			}
			if got := things(changed); got != test.want {
				t.Errorf("there are %s\nwant      %s", got, test.want)
			}
			if !bytes.Equal(base.Encode(), before) {
				t.Error("the document itself has changed")
			}
			// What the changed document is written as has the same things.
			if again := decode(t, string(changed.Encode())); things(again) != test.want {
				t.Errorf("it reads back as %s", things(again))
			}
		})
	}
}

func TestApplyToInputs(t *testing.T) {
	for name, test := range map[string]struct {
		changes []scenario.Change
		path    string
		want    any
		given   bool
	}{
		"set":               {[]scenario.Change{change("lease.tenant.share", "0.25")}, "lease.tenant.share", 0.25, true},
		"of the operator":   {[]scenario.Change{change("operator.capital_spending", "1e9")}, "operator.operator.capital_spending", 1e9, true},
		"switch":            {[]scenario.Change{change("lease.tenant.prorated", "false")}, "lease.tenant.prorated", false, true},
		"option":            {[]scenario.Change{change("lease.tenant.basis", `"gpus"`)}, "lease.tenant.basis", "gpus", true},
		"month":             {[]scenario.Change{change("lease.tenant.start", `"2027-01"`)}, "lease.tenant.start", "2027-01", true},
		"the last counts":   {[]scenario.Change{change("lease.tenant.share", "0.25"), change("lease.tenant.share", "0.75")}, "lease.tenant.share", 0.75, true},
		"set to its own":    {[]scenario.Change{change("lease.tenant.share", "0.5")}, "lease.tenant.share", 0.5, true},
		"back to default":   {[]scenario.Change{change("fleet.h100.gpus", "null")}, "fleet.h100.gpus", 0.0, false},
		"default of none":   {[]scenario.Change{change("lease.tenant.notice", "null")}, "lease.tenant.notice", 90.0, false},
		"of a new thing":    {[]scenario.Change{change("lease.google", `{"site":"austin"}`), change("lease.google.share", "0.1")}, "lease.google.share", 0.1, true},
		"replaced with all": {[]scenario.Change{change("lease.tenant", `{"site":"austin"}`)}, "lease.tenant.share", 0.5, false},
	} {
		t.Run(name, func(t *testing.T) {
			base := decode(t, twoSites)
			before := base.Encode()
			d, err := base.Apply(test.changes)
			if err != nil {
				t.Fatal(err)
			}
			if !bytes.Equal(base.Encode(), before) {
				t.Error("the document itself has changed")
			}
			part := strings.Split(test.path, ".")
			in, instance := model.Scenario.FindInput(part[0]+"."+part[2]), d.Find(part[0], part[1])
			if got := in.Plain(d.Value(instance, in)); got != test.want {
				t.Errorf("%s is %v, want %v", test.path, got, test.want)
			}
			if _, given := d.Instances[instance].Given[part[2]]; given != test.given {
				t.Errorf("given is %v", given)
			}
		})
	}
	d, err := decode(t, twoSites).Apply([]scenario.Change{change("scenario.start", `"2027-01"`), change("scenario.months", "60")})
	if err != nil || d.Start.String() != "2027-01" || d.Months != 60 {
		t.Errorf("the horizon is %v of %v, %v", d.Start, d.Months, err)
	}
}

func TestApplyRefuses(t *testing.T) {
	for name, test := range map[string]struct {
		path, value string
		at, mention string
	}{
		"no path":                 {"", "1", "", "there is no such path; it begins with scenario, operator, site"},
		"unknown head":            {"tenant.share", "1", "tenant.share", "there is no such path"},
		"scenario alone":          {"scenario", "1", "scenario", "scenario.start or scenario.months"},
		"scenario's name":         {"scenario.name", `"x"`, "scenario.name", "scenario.start or scenario.months"},
		"scenario's rows":         {"rows.0.formula", `"1"`, "rows.0.formula", "there is no such path"},
		"start that is none":      {"scenario.start", `"soon"`, "scenario.start", `"soon" is not a month`},
		"start gone":              {"scenario.start", "null", "scenario.start", "a text is expected here, not null"},
		"too long":                {"scenario.months", "361", "scenario.months", "361 is not allowed; allowed is a whole number from 1 to 360"},
		"operator alone":          {"operator", "{}", "operator", `no input ""`},
		"operator by its name":    {"operator.operator.capital_spending", "1", "operator.operator.capital_spending", "no input"},
		"operator gone":           {"operator", "null", "operator", `no input ""`},
		"unknown lease":           {"lease.google.share", "0.5", "lease.google.share", `there is no lease named "google"`},
		"lease of another name":   {"lease.google", `{"name":"openai","site":"austin"}`, "lease.google.name", `"openai" is not the name in the path`},
		"unknown input":           {"lease.tenant.shares", "0.5", "lease.tenant.shares", `a lease has no input "shares"; there are title, basis, share`},
		"part of an input":        {"lease.tenant.fee.steps", "[]", "lease.tenant.fee.steps", "has no input"},
		"title as a number":       {"lease.tenant.title", "5", "lease.tenant.title", "a text is expected here, not 5"},
		"title of none":           {"lease.google.title", `"x"`, "lease.google.title", `there is no lease named "google"`},
		"title of a title":        {"lease.tenant.title.x", `"x"`, "lease.tenant.title.x", "has no input"},
		"above":                   {"lease.tenant.share", "2", "lease.tenant.share", "2 is out of bounds; allowed is 0 to 1"},
		"wrong type":              {"lease.tenant.share", `"half"`, "lease.tenant.share", "a number is expected here"},
		"not JSON":                {"lease.tenant.share", "half", "lease.tenant.share", "not JSON"},
		"two values":              {"lease.tenant.share", "0.1 0.2", "lease.tenant.share", "something follows"},
		"nothing":                 {"lease.tenant.share", "", "lease.tenant.share", "ends in the middle"},
		"profile of what is firm": {"lease.tenant.share", `{"steps":[{"from":"2026-05","value":0.5}]}`, "lease.tenant.share", "cannot change over time"},
		"scope alone":             {"lease", "{}", "lease.", `"" is not a name`},
		"bad name":                {"lease.Big Co", `{"site":"austin"}`, "lease.Big Co", `"Big Co" is not a name`},
		"lease as a number":       {"lease.google", "5", "lease.google", "an object is expected here, not 5"},
		"lease without a site":    {"lease.google", "{}", "lease.google.site", "the name of its site is missing"},
		"lease of no site":        {"lease.google", `{"site":"paris"}`, "lease.google.site", `there is no site named "paris"`},
		"lease with a mistake":    {"lease.google", `{"site":"austin","share":9}`, "lease.google.share", "9 is out of bounds"},
		"removing nothing":        {"lease.google", "null", "lease.google", "nothing of this name to remove"},
		"removing a scope":        {"lease", "null", "lease.", "nothing of this name to remove"},
	} {
		t.Run(name, func(t *testing.T) {
			base := decode(t, twoSites)
			before := base.Encode()
			changed, err := base.Apply([]scenario.Change{change(test.path, test.value)})
			expectProblem(t, err, test.at, test.mention)
			if changed != nil || !bytes.Equal(base.Encode(), before) {
				t.Error("something was changed all the same")
			}
		})
	}
}

func TestApplyReportsEveryMistake(t *testing.T) {
	_, err := decode(t, twoSites).Apply([]scenario.Change{change("lease.tenant.share", "2"), change("lease.tenant.notice", "1"), change("moon", "1"), change("lease.other.share", "-1")})
	problems, ok := err.(scenario.Problems)
	if !ok || len(problems) != 3 || problems[0].Path != "lease.tenant.share" || problems[1].Path != "moon" || problems[2].Path != "lease.other.share" {
		t.Errorf("%v, want three problems", err)
	}
}

func TestThingsHaveABound(t *testing.T) {
	d := decode(t, twoSites)
	var err error
	for _, name := range []string{"c", "d", "e", "f", "g", "h"} {
		if d, err = d.Apply([]scenario.Change{change("site."+name, "{}")}); err != nil {
			t.Fatal(err)
		}
	}
	_, err = d.Apply([]scenario.Change{change("site.i", "{}")})
	expectProblem(t, err, "site.i", "there are 8 already; at most 8 are allowed")
	if _, err = d.Apply([]scenario.Change{change("site.h", `{"title":"H"}`)}); err != nil {
		t.Errorf("the last one cannot be replaced: %v", err)
	}
}

// Moving a slider must not lose where the figure came from.
func TestProvenanceStays(t *testing.T) {
	share := model.Scenario.FindInput("lease.share")
	for name, test := range map[string]struct {
		value   string
		note    string
		sources int
		assumed bool
	}{
		"as it was":             {"0.5", "half", 1, false},
		"another value":         {"0.4", "half", 1, true},
		"with a note":           {`{"value":0.4,"note":"less"}`, "less", 0, true},
		"with a source":         {`{"value":0.4,"sources":[{"label":"Press","confidence":"M"}]}`, "", 1, false},
		"with an estimate":      {`{"value":0.4,"sources":[{"label":"Guess","confidence":"EST"}]}`, "", 1, true},
		"a source for another":  {`{"value":0.4,"sources":[{"label":"Press","confidence":"M","value":0.3}]}`, "", 1, true},
		"explicitly no sources": {`{"value":0.4,"sources":[]}`, "", 0, true},
	} {
		t.Run(name, func(t *testing.T) {
			d, err := decode(t, twoSites).Apply([]scenario.Change{change("lease.tenant.share", test.value)})
			if err != nil {
				t.Fatal(err)
			}
			for _, d := range []*scenario.Document{d, decode(t, string(d.Encode()))} {
				instance := d.Find("lease", "tenant")
				given := d.Instances[instance].Given["share"]
				if given.Note != test.note || len(given.Sources) != test.sources || d.Assumed(instance, share) != test.assumed {
					t.Errorf("note %q, %d sources, assumed %v", given.Note, len(given.Sources), d.Assumed(instance, share))
				}
			}
		})
	}
	d, err := decode(t, twoSites).Apply([]scenario.Change{change("lease.tenant.share", "0.4"), change("lease.tenant.share", "0.5")})
	if err != nil || d.Assumed(d.Find("lease", "tenant"), share) {
		t.Errorf("moved away and back, the sourced value counts as assumed (%v)", err)
	}
}

func TestAssumed(t *testing.T) {
	d := decode(t, `{"version":1,"name":"a","start":"2026-05","months":1,"site":[{"name":"s","power_usage_effectiveness":1.18}],
		"lease":[{"name":"l","site":"s","notice":90,"fee":1250000000,"price":2.35,"escalator":0.02,"usage":1}]}`)
	for path, want := range map[string]bool{
		"lease.share":                    true,  // the default is our assumption
		"lease.minimum_term":             false, // the default has a source
		"lease.notice":                   false, // given as the default, which has a source
		"lease.usage":                    true,  // given as the default, which is an assumption
		"lease.price":                    false, // another declared source states it
		"lease.escalator":                true,  // nobody states it
		"site.power_usage_effectiveness": false, // a source states it, though not the default
	} {
		in := model.Scenario.FindInput(path)
		instance := d.Find(in.Scope(), map[string]string{"lease": "l", "site": "s"}[in.Scope()])
		if got := d.Assumed(instance, in); got != want {
			t.Errorf("%s: assumed is %v, want %v", path, got, want)
		}
	}
}

func TestRandomChangesKeepTheDocumentValid(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		base, err := model.Scenario.Decode(randomDocument(t))
		if err != nil {
			t.Fatal(err)
		}
		d := base
		for range rapid.IntRange(1, 8).Draw(t, "changes") {
			next, err := d.Apply([]scenario.Change{randomChange(t, d)})
			if err != nil {
				t.Fatal(err)
			}
			d = next
		}
		again, err := model.Scenario.Decode(d.Encode())
		if err != nil {
			t.Fatalf("%v\nin %s", err, d.Encode())
		}
		if !reflect.DeepEqual(d, again) {
			t.Fatalf("the changed document reads back otherwise:\n%s\n%s", d.Encode(), again.Encode())
		}
	})
}

// randomChange draws a change that is allowed.
func randomChange(t *rapid.T, d *scenario.Document) scenario.Change {
	instance := rapid.SampledFrom(d.Instances).Draw(t, "thing")
	scope := model.Scenario.FindScope(instance.Scope)
	switch rapid.IntRange(0, 4).Draw(t, "kind of change") {
	case 0:
		return scenario.Change{Path: "scenario.months", JSON: mustJSON(rapid.IntRange(1, 360).Draw(t, "months"))}
	case 1:
		if !scope.Single {
			return change(instance.Scope+"."+instance.Name, "null")
		}
	case 2:
		if !scope.Single {
			parents := map[string][]string{}
			for _, other := range d.Instances {
				parents[other.Scope] = append(parents[other.Scope], other.Name)
			}
			name := rapid.SampledFrom([]string{instance.Name, "new"}).Draw(t, "name")
			return scenario.Change{Path: scope.Name + "." + name, JSON: mustJSON(instanceObject(t, scope, name, parents[scope.Parent]))}
		}
	}
	in := rapid.SampledFrom(model.Scenario.InputsOf(instance.Scope)).Draw(t, "input")
	value := mustJSON(givenValue(t, in))
	if rapid.IntRange(0, 5).Draw(t, "unset") == 0 {
		value = []byte("null")
	}
	return scenario.Change{Path: instance.Path(in.Field()), JSON: value}
}

func TestParseSetting(t *testing.T) {
	for setting, want := range map[string]string{
		"lease.tenant.share=0.25":        "0.25",
		"lease.tenant.share=2.5e-1":      "2.5e-1",
		"lease.tenant.basis=gpus":        `"gpus"`,
		`lease.tenant.basis="gpus"`:      `"gpus"`,
		"lease.tenant.start=2026-05":     `"2026-05"`,
		"lease.tenant.prorated=true":     "true",
		"lease.tenant=null":              "null",
		`lease.tenant={"site":"a=b"}`:    `{"site":"a=b"}`,
		"lease.tenant.basis=":            `""`,
		"lease.tenant.basis=<a> & \"b\"": `"<a> & \"b\""`,
	} {
		got, err := scenario.ParseSetting(setting)
		path, _, _ := strings.Cut(setting, "=")
		if err != nil || got.Path != path || string(got.JSON) != want {
			t.Errorf("%s is %s = %s, %v; want %s", setting, got.Path, got.JSON, err, want)
		}
	}
	for _, setting := range []string{"", "lease.tenant.share", "=5"} {
		if got, err := scenario.ParseSetting(setting); err == nil || !strings.Contains(err.Error(), "is not path=value") {
			t.Errorf("%q is %v, %v", setting, got, err)
		}
	}
}
