package scenario_test

import (
	"encoding/json"
	"slices"
	"strings"
	"testing"

	"rackonomics/engine/model"
	"rackonomics/engine/scenario"
)

// spoil changes one input of the declaration.
func spoil(name string, change func(in *scenario.Input)) func(*scenario.Declaration) {
	return func(d *scenario.Declaration) {
		at := slices.IndexFunc(d.Inputs, func(in scenario.Input) bool { return in.Name == name })
		change(&d.Inputs[at])
	}
}

func spoilScope(name string, change func(scope *scenario.Scope)) func(*scenario.Declaration) {
	return func(d *scenario.Declaration) {
		at := slices.IndexFunc(d.Scopes, func(scope scenario.Scope) bool { return scope.Name == name })
		change(&d.Scopes[at])
	}
}

func onlyWith(condition string) func(*scenario.Input) {
	return func(in *scenario.Input) { in.OnlyWith = condition }
}

func begin(beginning scenario.Beginning) func(*scenario.Scope) {
	return func(scope *scenario.Scope) { scope.Begins = []scenario.Beginning{beginning} }
}

func TestNewSchemaRefuses(t *testing.T) {
	for name, test := range map[string]struct {
		spoil   func(*scenario.Declaration)
		mention string
	}{
		"condition on nothing":      {spoil("order.share", onlyWith("bais=share")), `order.share: only with "bais=share": order has no input "bais"`},
		"condition on a stranger":   {spoil("order.share", onlyWith("load=share")), `order has no input "load"`},
		"condition without options": {spoil("order.share", onlyWith("basis")), `order.share: only with "basis": "" is not an option`},
		"condition on no option":    {spoil("order.share", onlyWith("basis=shares")), `"shares" is not an option; allowed is one of share, loaves, weight`},
		"more than no number":       {spoil("order.share", onlyWith("basis>0")), `order.share: only with "basis>0": order.basis is no number`},
		"second option is none":     {spoil("order.share", onlyWith("basis=share|acres")), `"acres" is not an option`},
		"condition on a number":     {spoil("order.share", onlyWith("usage=1")), "order.usage is neither a choice nor a switch"},
		"condition on a month":      {spoil("order.share", onlyWith("start=2026-05")), "order.start is neither a choice nor a switch"},
		"position that is none":     {spoil("order.crust", onlyWith("prorated=yes")), `"yes" is neither true nor false`},
		"condition on itself":       {spoil("order.crust", onlyWith("crust=true")), "go round in a circle"},
		"conditions in a circle":    {spoil("order.prorated", onlyWith("crust=true")), "order.prorated: only with \"crust=true\": the conditions go round in a circle"},

		"input without a scope": {spoil("order.share", func(in *scenario.Input) { in.Name = "cake.share" }), `cake.share: there is no scope "cake"`},
		"input twice":           {spoil("order.usage", func(in *scenario.Input) { in.Name = "order.share" }), "order.share: this input is declared twice"},
		"input named title":     {spoil("order.usage", func(in *scenario.Input) { in.Name = "order.title" }), `order.title: documents use the member "title" for something else`},
		"input named value":     {spoil("order.usage", func(in *scenario.Input) { in.Name = "order.value" }), "for something else"},
		"input named a scope":   {spoil("order.usage", func(in *scenario.Input) { in.Name = "order.bakery" }), "for something else"},
		"input with a dash":     {spoil("order.usage", func(in *scenario.Input) { in.Name = "order.in-use" }), `"in-use" is not a word`},
		"unknown kind":          {spoil("order.usage", func(in *scenario.Input) { in.Kind = "colour" }), `order.usage: "colour" is not a kind of input`},
		"default out of bounds": {spoil("order.usage", func(in *scenario.Input) { in.Default = "1.5" }), "order.usage: the default: 1.5 is out of bounds; allowed is 0 to 1"},
		"default that is none":  {spoil("order.start", func(in *scenario.Input) { in.Default = "soon" }), `order.start: the default: "soon" is not a month`},
		"no default":            {spoil("order.basis", func(in *scenario.Input) { in.Default = "" }), `order.basis: the default: "" is not an option`},
		"no bounds":             {spoil("order.usage", func(in *scenario.Input) { in.Max = 0 }), "order.usage: from 0 to 0 there is no number"},
		"a switch with a unit":  {spoil("order.crust", func(in *scenario.Input) { in.Unit = "1" }), "order.crust: unit, bounds, step, per cent and change over time belong to numbers"},
		"a month over time":     {spoil("order.start", func(in *scenario.Input) { in.MayVary = true }), "belong to numbers"},
		"a choice of nothing":   {spoil("order.basis", func(in *scenario.Input) { in.Options = nil }), "order.basis: it has 0 options"},
		"a number of options":   {spoil("order.usage", func(in *scenario.Input) { in.Options = []scenario.Option{{Name: "a"}} }), "order.usage: it has 1 options"},
		"option twice":          {spoil("order.basis", func(in *scenario.Input) { in.Options[1].Name = "share" }), `order.basis: the option "share" is declared twice`},
		"option of two words":   {spoil("order.basis", func(in *scenario.Input) { in.Options[1].Name = "all of it" }), `the option "all of it" is not a word`},

		"scope twice":          {spoilScope("mill", func(s *scenario.Scope) { s.Name = "oven" }), "oven: this scope is declared twice"},
		"scope named rows":     {spoilScope("fair", func(s *scenario.Scope) { s.Name = "rows" }), "rows: documents use this name for something else"},
		"scope named scenario": {spoilScope("fair", func(s *scenario.Scope) { s.Name = "scenario" }), "for something else"},
		"scope with a point":   {spoilScope("fair", func(s *scenario.Scope) { s.Name = "a.b" }), `"a.b" is not a word`},
		"parent after it":      {spoilScope("bakery", func(s *scenario.Scope) { s.Parent = "order" }), `bakery: its parent "order" is not declared before it`},
		"none allowed":         {spoilScope("fair", func(s *scenario.Scope) { s.Most = 0 }), "fair: at most 0 are allowed"},
		"several single ones":  {spoilScope("chain", func(s *scenario.Scope) { s.Most = 2 }), "chain: at most 2 are allowed"},

		"begins with nothing":        {spoilScope("order", begin(scenario.Beginning{Input: "sharing", From: scenario.FromDefault})), `order: a new one is given "sharing", which is no input of it`},
		"begins with a wrong value":  {spoilScope("order", begin(scenario.Beginning{Input: "share", From: scenario.FromText, Text: "7"})), "order.share: what a new one is given: 7 is out of bounds"},
		"begins nowhere":             {spoilScope("order", begin(scenario.Beginning{Input: "share"})), `order.share: a new one is given what "" means`},
		"begins with a month as one": {spoilScope("order", begin(scenario.Beginning{Input: "share", From: scenario.FromStart})), "order.share: a new one is given a month of the scenario, and this is no month"},

		"no measures":              {func(d *scenario.Declaration) { d.MeasureScope = nil }, "study: no function says which measures a study may ask about"},
		"start of another name":    {func(d *scenario.Declaration) { d.Start.Name = "scenario.begin" }, "scenario.begin: the document's own input scenario.start is of kind month"},
		"length of another kind":   {func(d *scenario.Declaration) { d.Months.Kind = scenario.Month }, "scenario.months is of kind number"},
		"longer than can be":       {func(d *scenario.Declaration) { d.Months.Max = 1000 }, "scenario.months: 1 to 1000 months are beyond what can be computed, 1 to 360"},
		"no month":                 {func(d *scenario.Declaration) { d.Months.Min = 0 }, "0 to 360 months are beyond"},
		"start's default is wrong": {func(d *scenario.Declaration) { d.Start.Default = "x" }, `scenario.start: the default: "x" is not a month`},
	} {
		t.Run(name, func(t *testing.T) {
			declared := bakeryTrade()
			test.spoil(&declared)
			schema, err := scenario.NewSchema(declared)
			if schema != nil || err == nil || !strings.Contains(err.Error(), test.mention) {
				t.Errorf("%v\nwant %s", err, test.mention)
			}
		})
	}
}

func TestNewSchemaReportsEveryMistake(t *testing.T) {
	declared := bakeryTrade()
	spoil("order.share", onlyWith("bais=share"))(&declared)
	spoil("order.usage", func(in *scenario.Input) { in.Default = "2" })(&declared)
	spoilScope("fair", func(s *scenario.Scope) { s.Most = 0 })(&declared)
	_, err := scenario.NewSchema(declared)
	if err == nil || len(strings.Split(err.Error(), "\n")) != 3 {
		t.Errorf("%v, want three mistakes", err)
	}
}

func TestFind(t *testing.T) {
	for _, in := range bakeries.Inputs() {
		if bakeries.FindInput(in.Name) != in || !slices.Contains(bakeries.InputsOf(in.Scope()), in) {
			t.Errorf("%s is not found", in.Name)
		}
	}
	for _, in := range bakeries.Horizon() {
		if bakeries.FindInput(in.Name) != in || slices.Contains(bakeries.Inputs(), in) {
			t.Errorf("%s is not found, or listed as a thing's", in.Name)
		}
	}
	for _, scope := range bakeries.Scopes() {
		if bakeries.FindScope(scope.Name) != scope {
			t.Errorf("%s is not found", scope.Name)
		}
	}
	if bakeries.FindInput("order.nothing") != nil || bakeries.FindInput("lease.share") != nil || bakeries.FindScope("") != nil || bakeries.InputsOf("moon") != nil {
		t.Error("something is found that is not declared")
	}
}

// The months that a document may have are those of its schema.
func TestShorterHorizon(t *testing.T) {
	declared := bakeryTrade()
	declared.Months.Max, declared.Months.Default = 24, "12"
	schema := newSchema(declared)
	d, err := schema.Decode([]byte(document()))
	if err != nil {
		t.Fatal(err)
	}
	_, err = d.Apply([]scenario.Change{change("scenario.months", "25")})
	expectProblem(t, err, "scenario.months", "25 is not allowed; allowed is a whole number from 1 to 24")
	_, err = schema.Decode([]byte(strings.Replace(document(), `"months":12`, `"months":25`, 1)))
	expectProblem(t, err, "months", "25 is not allowed; allowed is a whole number from 1 to 24")
}

// A document of one schema is nothing to another.
func TestSchemasDoNotMix(t *testing.T) {
	_, err := model.Scenario.Decode([]byte(twoBakeries))
	expectProblem(t, err, "bakery", "this is not known here; there are")
	_, err = decode(t, twoBakeries).Apply([]scenario.Change{change("lease.anthropic.share", "0.5")})
	expectProblem(t, err, "lease.anthropic.share", "it begins with scenario, study, chain, bakery, oven, mill, fair, order")
}

func TestJSONSchemaFollowsTheDeclaration(t *testing.T) {
	var schema struct {
		Title      string
		Properties map[string]struct{ Description string }
		Defs       map[string]struct {
			Title      string
			Required   []string
			Properties map[string]json.RawMessage
		} `json:"$defs"`
	}
	if err := json.Unmarshal(bakeries.JSONSchema(), &schema); err != nil {
		t.Fatal(err)
	}
	if schema.Title != "Bakeries" || schema.Properties["start"].Description != "When it begins." || schema.Properties["months"].Description != "How long it lasts." {
		t.Errorf("title and horizon are %q, %+v", schema.Title, schema.Properties)
	}
	for _, scope := range bakeries.Scopes() {
		if _, listed := schema.Properties[scope.Name]; !listed || schema.Defs[scope.Name].Title != scope.Title {
			t.Errorf("%s is not described", scope.Name)
		}
		for _, in := range bakeries.InputsOf(scope.Name) {
			if _, listed := schema.Defs[scope.Name].Properties[in.Field()]; !listed {
				t.Errorf("%s is not described", in.Name)
			}
		}
	}
	if !slices.Equal(schema.Defs["order"].Required, []string{"name", "bakery"}) || len(schema.Defs["chain"].Required) != 0 || !slices.Equal(schema.Defs["fair"].Required, []string{"name"}) {
		t.Errorf("required are %v, %v and %v", schema.Defs["order"].Required, schema.Defs["chain"].Required, schema.Defs["fair"].Required)
	}
	if _, listed := schema.Defs["lease"]; listed {
		t.Error("the JSON Schema describes another model")
	}
}
