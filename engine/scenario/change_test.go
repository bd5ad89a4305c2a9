package scenario_test

import (
	"bytes"
	"strings"
	"testing"

	"rackonomics/engine/scenario"
)

// A scenario with two bakeries and things of both.
const twoBakeries = `{"version":1,"name":"two","start":"2026-05","months":12,
	"bakery":[{"name":"memphis"},{"name":"austin"}],
	"oven":[{"name":"deck","bakery":"memphis","loaves":1000},{"name":"stone","bakery":"austin","loaves":500}],
	"mill":[{"name":"river","bakery":"austin","capacity":100}],
	"order":[{"name":"hotel","bakery":"memphis","share":{"value":0.5,"note":"half","sources":[{"label":"S-1","confidence":"H"}]}},{"name":"other","bakery":"austin"}]}`

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
		chain   = "chain.chain"
		memphis = " bakery.memphis<chain.chain"
		austin  = " bakery.austin<chain.chain"
		deck    = " oven.deck<bakery.memphis"
		stone   = " oven.stone<bakery.austin"
		river   = " mill.river<bakery.austin"
		hotel   = " order.hotel<bakery.memphis"
		other   = " order.other<bakery.austin"
	)
	for name, test := range map[string]struct {
		changes []scenario.Change
		want    string
	}{
		"nothing":         {nil, chain + memphis + austin + deck + stone + river + hotel + other},
		"an order more":   {[]scenario.Change{change("order.airline", `{"bakery":"austin"}`)}, chain + memphis + austin + deck + stone + river + hotel + other + " order.airline<bakery.austin"},
		"named alike":     {[]scenario.Change{change("order.airline", `{"name":"airline","bakery":"austin"}`)}, chain + memphis + austin + deck + stone + river + hotel + other + " order.airline<bakery.austin"},
		"an oven more":    {[]scenario.Change{change("oven.brick", `{"bakery":"memphis"}`)}, chain + memphis + austin + deck + stone + " oven.brick<bakery.memphis" + river + hotel + other},
		"a bakery more":   {[]scenario.Change{change("bakery.paris", `{}`)}, chain + memphis + austin + " bakery.paris<chain.chain" + deck + stone + river + hotel + other},
		"an order less":   {[]scenario.Change{change("order.hotel", `null`)}, chain + memphis + austin + deck + stone + river + other},
		"an oven less":    {[]scenario.Change{change("oven.deck", `null`)}, chain + memphis + austin + stone + river + hotel + other},
		"a bakery less":   {[]scenario.Change{change("bakery.memphis", `null`)}, chain + austin + stone + river + other},
		"other bakery":    {[]scenario.Change{change("bakery.austin", `null`)}, chain + memphis + deck + hotel},
		"no bakery":       {[]scenario.Change{change("bakery.austin", `null`), change("bakery.memphis", `null`)}, chain},
		"replaced":        {[]scenario.Change{change("order.hotel", `{"bakery":"austin"}`)}, chain + memphis + austin + deck + stone + river + " order.hotel<bakery.austin" + other},
		"bakery replaced": {[]scenario.Change{change("bakery.memphis", `{"title":"M"}`)}, chain + memphis + austin + deck + stone + river + hotel + other},
		"moved on": {[]scenario.Change{change("bakery.paris", `{}`), change("oven.deck", `{"bakery":"paris"}`), change("bakery.memphis", `null`)},
			chain + austin + " bakery.paris<chain.chain oven.deck<bakery.paris" + stone + river + other},
		"gone and back": {[]scenario.Change{change("order.hotel", `null`), change("order.hotel", `{"bakery":"memphis"}`)}, chain + memphis + austin + deck + stone + river + other + hotel},
	} {
		t.Run(name, func(t *testing.T) {
			base := decode(t, twoBakeries)
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
		"set":               {[]scenario.Change{change("order.hotel.share", "0.25")}, "order.hotel.share", 0.25, true},
		"of the chain":      {[]scenario.Change{change("chain.spending", "1e9")}, "chain.chain.spending", 1e9, true},
		"switch":            {[]scenario.Change{change("order.hotel.prorated", "false")}, "order.hotel.prorated", false, true},
		"option":            {[]scenario.Change{change("order.hotel.basis", `"loaves"`)}, "order.hotel.basis", "loaves", true},
		"month":             {[]scenario.Change{change("order.hotel.start", `"2027-01"`)}, "order.hotel.start", "2027-01", true},
		"the last counts":   {[]scenario.Change{change("order.hotel.share", "0.25"), change("order.hotel.share", "0.75")}, "order.hotel.share", 0.75, true},
		"set to its own":    {[]scenario.Change{change("order.hotel.share", "0.5")}, "order.hotel.share", 0.5, true},
		"back to default":   {[]scenario.Change{change("oven.deck.loaves", "null")}, "oven.deck.loaves", 0.0, false},
		"default of none":   {[]scenario.Change{change("order.hotel.notice", "null")}, "order.hotel.notice", 90.0, false},
		"of a new thing":    {[]scenario.Change{change("order.airline", `{"bakery":"austin"}`), change("order.airline.share", "0.1")}, "order.airline.share", 0.1, true},
		"replaced with all": {[]scenario.Change{change("order.hotel", `{"bakery":"austin"}`)}, "order.hotel.share", 0.5, false},
	} {
		t.Run(name, func(t *testing.T) {
			base := decode(t, twoBakeries)
			before := base.Encode()
			d, err := base.Apply(test.changes)
			if err != nil {
				t.Fatal(err)
			}
			if !bytes.Equal(base.Encode(), before) {
				t.Error("the document itself has changed")
			}
			part := strings.Split(test.path, ".")
			in, instance := bakeries.FindInput(part[0]+"."+part[2]), d.Find(part[0], part[1])
			if got := in.Plain(d.Value(instance, in)); got != test.want {
				t.Errorf("%s is %v, want %v", test.path, got, test.want)
			}
			if _, given := d.Instances[instance].Given[part[2]]; given != test.given {
				t.Errorf("given is %v", given)
			}
		})
	}
	d, err := decode(t, twoBakeries).Apply([]scenario.Change{change("scenario.start", `"2027-01"`), change("scenario.months", "60")})
	if err != nil || d.Start.String() != "2027-01" || d.Months != 60 {
		t.Errorf("the horizon is %v of %v, %v", d.Start, d.Months, err)
	}
}

func TestApplyToTitles(t *testing.T) {
	for name, test := range map[string]struct {
		changes []scenario.Change
		scope   string
		thing   string
		want    string
	}{
		"set":             {[]scenario.Change{change("order.hotel.title", `"Grand <Hotel>"`)}, "order", "hotel", "Grand <Hotel>"},
		"of the chain":    {[]scenario.Change{change("chain.title", `"Crumb"`)}, "chain", "chain", "Crumb"},
		"the last counts": {[]scenario.Change{change("order.hotel.title", `"A"`), change("order.hotel.title", `"B"`)}, "order", "hotel", "B"},
		"taken away":      {[]scenario.Change{change("bakery.memphis", `{"title":"M"}`), change("bakery.memphis.title", "null")}, "bakery", "memphis", ""},
		"of a new thing":  {[]scenario.Change{change("fair.spring", `{"title":"Old"}`), change("fair.spring.title", `"New"`)}, "fair", "spring", "New"},
		"with an input":   {[]scenario.Change{change("order.hotel.title", `"A"`), change("order.hotel.share", "0.1")}, "order", "hotel", "A"},
		"lost with it":    {[]scenario.Change{change("order.hotel.title", `"A"`), change("order.hotel", `{"bakery":"austin"}`)}, "order", "hotel", ""},
	} {
		t.Run(name, func(t *testing.T) {
			base := decode(t, twoBakeries)
			before := base.Encode()
			d, err := base.Apply(test.changes)
			if err != nil {
				t.Fatal(err)
			}
			for _, d := range []*scenario.Document{d, decode(t, string(d.Encode()))} {
				if got := d.Instances[d.Find(test.scope, test.thing)].Title; got != test.want {
					t.Errorf("the title is %q, want %q", got, test.want)
				}
			}
			if !bytes.Equal(base.Encode(), before) {
				t.Error("the document itself has changed")
			}
		})
	}
}

func TestApplyRefuses(t *testing.T) {
	for name, test := range map[string]struct {
		path, value string
		at, mention string
	}{
		"no path":                 {"", "1", "", "there is no such path; it begins with scenario, study, chain, bakery"},
		"unknown head":            {"hotel.share", "1", "hotel.share", "there is no such path"},
		"scenario alone":          {"scenario", "1", "scenario", "allowed is scenario.start, scenario.months, scenario.seed"},
		"scenario's name":         {"scenario.name", `"x"`, "scenario.name", "allowed is scenario.start, scenario.months, scenario.seed"},
		"scenario's rows":         {"rows.0.formula", `"1"`, "rows.0.formula", "there is no such path"},
		"start that is none":      {"scenario.start", `"soon"`, "scenario.start", `"soon" is not a month`},
		"start gone":              {"scenario.start", "null", "scenario.start", "a text is expected here, not null"},
		"too long":                {"scenario.months", "361", "scenario.months", "361 is not allowed; allowed is a whole number from 1 to 360"},
		"chain alone":             {"chain", "{}", "chain", `no input ""`},
		"chain by its name":       {"chain.chain.spending", "1", "chain.chain.spending", "no input"},
		"chain gone":              {"chain", "null", "chain", `no input ""`},
		"unknown order":           {"order.airline.share", "0.5", "order.airline.share", `there is no order named "airline"; there are hotel`},
		"input of no order":       {"order.share", `"0.5"`, "order.share", "an object is expected here, not \"0.5\"; say of which order, as order.hotel.share; there are hotel"},
		"part of no order":        {"order.fee.steps", `"x"`, "order.fee.steps", "say of which order, as order.hotel.fee"},
		"order as a text":         {"order.hotel", `"1bn"`, "order.hotel", "an object is expected here, not \"1bn\"; an input is set by its path, as order.hotel.basis"},
		"order of another name":   {"order.airline", `{"name":"school","bakery":"austin"}`, "order.airline.name", `"school" is not the name in the path`},
		"unknown input":           {"order.hotel.shares", "0.5", "order.hotel.shares", `order has no input "shares"; of its 16 near it are share`},
		"part of an input":        {"order.hotel.fee.steps", "[]", "order.hotel.fee.steps", "has no input"},
		"title as a number":       {"order.hotel.title", "5", "order.hotel.title", "a text is expected here, not 5"},
		"title of none":           {"order.airline.title", `"x"`, "order.airline.title", `there is no order named "airline"`},
		"title of a title":        {"order.hotel.title.x", `"x"`, "order.hotel.title.x", "has no input"},
		"above":                   {"order.hotel.share", "2", "order.hotel.share", "2 is out of bounds; allowed is 0 to 1"},
		"wrong type":              {"order.hotel.share", `"half"`, "order.hotel.share", "a number is expected here"},
		"not JSON":                {"order.hotel.share", "half", "order.hotel.share", "not JSON"},
		"two values":              {"order.hotel.share", "0.1 0.2", "order.hotel.share", "something follows"},
		"nothing":                 {"order.hotel.share", "", "order.hotel.share", "ends in the middle"},
		"profile of what is firm": {"order.hotel.share", `{"steps":[{"from":"2026-05","value":0.5}]}`, "order.hotel.share", "cannot change over time"},
		"scope alone":             {"order", "{}", "order.", `"" is not a name`},
		"bad name":                {"order.Big Co", `{"bakery":"austin"}`, "order.Big Co", `"Big Co" is not a name`},
		"order as a number":       {"order.airline", "5", "order.airline", "an object is expected here, not 5"},
		"order without a bakery":  {"order.airline", "{}", "order.airline.bakery", "the name of its bakery is missing"},
		"order of no bakery":      {"order.airline", `{"bakery":"paris"}`, "order.airline.bakery", `there is no bakery named "paris"`},
		"order with a mistake":    {"order.airline", `{"bakery":"austin","share":9}`, "order.airline.share", "9 is out of bounds"},
		"removing nothing":        {"order.airline", "null", "order.airline", "nothing of this name to remove"},
		"seed below zero":         {"scenario.seed", "-1", "scenario.seed", "allowed is a whole number from 0 to 9007199254740991"},
		"removing a scope":        {"order", "null", "order.", "nothing of this name to remove"},
	} {
		t.Run(name, func(t *testing.T) {
			base := decode(t, twoBakeries)
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
	_, err := decode(t, twoBakeries).Apply([]scenario.Change{change("order.hotel.share", "2"), change("order.hotel.notice", "1"), change("moon", "1"), change("order.other.share", "-1")})
	problems, ok := err.(scenario.Problems)
	if !ok || len(problems) != 3 || problems[0].Path != "order.hotel.share" || problems[1].Path != "moon" || problems[2].Path != "order.other.share" {
		t.Errorf("%v, want three problems", err)
	}
}

func TestThingsHaveABound(t *testing.T) {
	d := decode(t, twoBakeries)
	var err error
	for _, name := range []string{"c", "d", "e", "f", "g", "h"} {
		if d, err = d.Apply([]scenario.Change{change("bakery."+name, "{}")}); err != nil {
			t.Fatal(err)
		}
	}
	_, err = d.Apply([]scenario.Change{change("bakery.i", "{}")})
	expectProblem(t, err, "bakery.i", "there are 8 already; at most 8 are allowed")
	if _, err = d.Apply([]scenario.Change{change("bakery.h", `{"title":"H"}`)}); err != nil {
		t.Errorf("the last one cannot be replaced: %v", err)
	}
}

// 2150-12 stands for never in inputs, so that no scenario may reach it: neither by its start nor by its length, in
// whatever order they are set.
func TestNoScenarioReachesNever(t *testing.T) {
	d := decode(t, twoBakeries)
	for _, test := range []struct {
		changes []scenario.Change
		path    string // of the mistake; none if empty
	}{
		{[]scenario.Change{change("scenario.start", `"2149-12"`)}, ""},
		{[]scenario.Change{change("scenario.start", `"2150-01"`)}, "scenario.start"},
		{[]scenario.Change{change("scenario.start", `"2149-12"`), change("scenario.months", "13")}, "scenario.months"},
		{[]scenario.Change{change("scenario.start", `"2150-11"`), change("scenario.months", "1")}, ""},
		{[]scenario.Change{change("scenario.start", `"2150-12"`), change("scenario.months", "1")}, "scenario.months"},
	} {
		_, err := d.Apply(test.changes)
		problems, _ := err.(scenario.Problems)
		switch {
		case test.path == "" && err != nil:
			t.Errorf("%v: %v", test.changes, err)
		case test.path != "" && (len(problems) != 1 || problems[0].Path != test.path || !strings.Contains(problems[0].Message, "months from 21") || !strings.Contains(problems[0].Message, "2150-11")):
			t.Errorf("%v: %v, want a mistake at %s", test.changes, err, test.path)
		}
	}
}
