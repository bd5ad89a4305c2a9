package model_test

import (
	"math"
	"slices"
	"strconv"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"rackonomics/engine/calendar"
	"rackonomics/engine/model"
	"rackonomics/engine/scenario"
	"rackonomics/engine/session"
	"rackonomics/scenarios"
)

// extremes are the values of an input to try: the bounds of a number, every
// option, both positions of a switch, and dates far off and near.
func extremes(in *scenario.Input, start calendar.Month) (values []any) {
	switch in.Kind {
	case scenario.Switch:
		return []any{true, false}
	case scenario.Choice:
		for _, option := range in.Options {
			values = append(values, option.Name)
		}
		return values
	case scenario.Month:
		return []any{calendar.First.String(), start.Add(7).String(), calendar.Last.String()}
	case scenario.Day:
		return []any{calendar.DayText(0), calendar.DayText(start.Add(7).FirstDay()), calendar.DayText(calendar.Last.FirstDay())}
	}
	return []any{in.Min, in.Max}
}

// sampled reports whether the i-th of the many inputs is looked at: with -short
// one of twenty.
func sampled(i int) bool { return !testing.Short() || i%20 == 0 }

// Whatever a slider can be moved to must give a table that holds together, or be
// refused in words.
func TestEveryInputAtItsExtremes(t *testing.T) {
	tried := map[string]bool{}
	for _, name := range scenarios.Names {
		document := load(t, name)
		shorter, err := document.Apply([]scenario.Change{set("scenario.months", 24)})
		if err != nil {
			t.Fatal(err)
		}
		s := session.New(shorter, "*")
		for i := range shorter.Instances {
			thing := shorter.Instances[i].Scope + "." + shorter.Instances[i].Name
			if tried[thing] && shorter.Instances[i].Scope != "lease" { // the scenarios differ in their leases
				continue
			}
			tried[thing] = true
			for n, in := range model.Scenario.InputsOf(shorter.Instances[i].Scope) {
				if !sampled(i + n) {
					continue
				}
				for _, value := range extremes(in, document.Start) {
					changes := []scenario.Change{set(shorter.Instances[i].Path(in.Field()), value)}
					result, err := s.Run(changes)
					if err != nil {
						if _, clear := err.(scenario.Problems); !clear {
							t.Errorf("%s with %s: %v", name, describe(changes), err)
						}
						continue
					}
					outcome{&told{t, name + " with " + describe(changes)}, result}.obeysTheLaws()
				}
			}
		}
	}
}

// told says before each failure what was tried.
type told struct {
	tester
	situation string
}

func (t *told) Errorf(format string, args ...any) {
	t.tester.Helper()
	t.tester.Errorf("%s: "+format, append([]any{t.situation}, args...)...)
}

func TestLawsHoldWhateverIsChanged(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		document, changes := anyScenario(t)
		o := run(t, document, changes...)
		o.obeysTheLaws()
		o.viewsAddUp()
	})
}

// anyScenario draws a shipped scenario with more things, and changes of any of its inputs.
func anyScenario(t *rapid.T) (*scenario.Document, []scenario.Change) {
	document := load(t, rapid.SampledFrom(scenarios.Names).Draw(t, "scenario"))
	changes := []scenario.Change{set("scenario.months", rapid.IntRange(1, 40).Draw(t, "months"))}
	var err error
	for range rapid.IntRange(0, 3).Draw(t, "more things") {
		scope := rapid.SampledFrom(model.Scenario.Scopes()).Draw(t, "scope")
		if scope.Single {
			continue
		}
		thing := map[string]any{}
		if parent := model.Scenario.FindScope(scope.Parent); parent != nil && !parent.Single {
			if !document.Has(parent.Name) {
				continue
			}
			thing[parent.Name] = first(document, parent.Name)
		}
		changes = append(changes, set(scope.Name+"."+rapid.SampledFrom([]string{"a", "b", "c"}).Draw(t, "name"), thing))
	}
	if document, err = document.Apply(changes); err != nil {
		t.Fatal(err)
	}
	changes = nil
	for range rapid.IntRange(1, 12).Draw(t, "changes") {
		instance := rapid.SampledFrom(document.Instances).Draw(t, "thing")
		in := rapid.SampledFrom(model.Scenario.InputsOf(instance.Scope)).Draw(t, "input")
		changes = append(changes, set(instance.Path(in.Field()), likely(t, in, document.Start)))
	}
	if changed, err := document.Apply(changes); err == nil && model.Check(changed) != nil {
		t.Skip("refused in words")
	}
	return document, changes
}

// first names the first thing of a scope.
func first(document *scenario.Document, scope string) string {
	for _, instance := range document.Instances {
		if instance.Scope == scope {
			return instance.Name
		}
	}
	return ""
}

// likely draws a value, more often of the size of the default than of the bounds.
func likely(t *rapid.T, in *scenario.Input, start calendar.Month) any {
	values := extremes(in, start)
	if in.Kind == scenario.Month {
		return start.Add(rapid.IntRange(-20, 60).Draw(t, in.Name)).String()
	}
	if in.Kind != scenario.Number {
		return rapid.SampledFrom(values).Draw(t, in.Name)
	}
	usual := max(math.Abs(in.DefaultValue().Number), 4*in.Step)
	number := rapid.OneOf(rapid.Float64Range(max(in.Min, -3*usual), min(in.Max, 3*usual)), rapid.Float64Range(in.Min, in.Max), rapid.SampledFrom([]float64{in.Min, in.Max}))
	if !in.MayVary || rapid.Bool().Draw(t, "steady") {
		return number.Draw(t, in.Name)
	}
	month := start.Add(rapid.IntRange(-30, 10).Draw(t, "from"))
	var steps []any
	for range rapid.IntRange(1, 3).Draw(t, "steps") {
		steps = append(steps, map[string]any{"from": month.String(), "value": number.Draw(t, in.Name)})
		month = month.Add(rapid.IntRange(1, 20).Draw(t, "later"))
	}
	return map[string]any{"steps": steps, "between": rapid.SampledFrom([]string{"step", "linear"}).Draw(t, "between"), "escalator": rapid.Float64Range(-0.5, 0.5).Draw(t, "escalator")}
}

// situation is a scenario in which some inputs matter, with a session of its own,
// so that trying an input does not compile anything.
type situation struct {
	document *scenario.Document
	*session.Session
}

// situations are the shipped scenarios and variations of them in which inputs
// matter that elsewhere do not: where a tenant uses little, where GPUs are
// missing, where there are things that no shipped scenario has.
func situations(t *testing.T) (list []situation) {
	add := func(document *scenario.Document, changes ...scenario.Change) {
		changed, err := document.Apply(changes)
		if err != nil {
			t.Fatal(err)
		}
		list = append(list, situation{changed, session.New(changed, "*")})
	}
	for _, name := range scenarios.Names {
		add(load(t, name))
	}
	filed := load(t, "filed-deal")
	var oneMore []scenario.Change
	for _, scope := range model.Scenario.Scopes() {
		thing := map[string]any{}
		if parent := model.Scenario.FindScope(scope.Parent); parent != nil && !parent.Single {
			thing[parent.Name] = "memphis"
		}
		if !scope.Single {
			oneMore = append(oneMore, set(scope.Name+".probe", thing))
		}
	}
	add(filed, oneMore...)
	add(filed, set("lease.anthropic.usage", 0.5), set("lease.anthropic.take_or_pay", 0.2))
	add(filed, set("lease.anthropic.gpus", 1e6))
	add(filed, set("site.memphis.own_use", 0.3))
	add(filed, // an operator that builds with borrowed money
		set("operator.depreciate_new_capital", true), set("operator.taxes", true), set("operator.opening_cash", 20e9), set("operator.cash_yield", 0.04), set("operator.opening_fixed_assets", 10e9),
		set("lease.anthropic.default_probability", 0.02),
		set("site.memphis.construction", 2e8), set("site.memphis.staff", 300), set("operator.group_shares", 1e9),
		set("fleet.b300", map[string]any{"site": "memphis", "gpus": 1e5, "go_live": "2026-09", "gpu_price": 5e4, "failure_rate": 0.09, "repair_price": 1e4}),
		set("source.gas", map[string]any{"site": "memphis", "kind": "turbine", "capacity": 100, "go_live": "2026-09", "capital_cost": 1500}),
		set("tranche.loan", map[string]any{"commitment": 5e9, "draw_months": 12, "rate_basis": "floating", "repayment": "annuity", "grace": 6, "start": "2026-08", "maturity": "2029-08", "refinanced_share": 0.5}),
		set("tranche.bond", map[string]any{"commitment": 10e9, "start": "2026-08"}))
	add(filed, // a battery that carries the site through the grid operator's calls, and ends too soon
		set("site.memphis.curtailment", 600), set("source.tva.curtailable", 1), set("source.southaven.capacity", 400),
		set("source.battery", map[string]any{"site": "memphis", "kind": "battery", "capacity": 150, "storage": 300, "go_live": "2026-09", "capital_cost": 300}))
	add(filed, // a hall that is paid for by milestones while it is built
		set("site.memphis.construction_shape", "milestones"), set("site.memphis.construction_total", 2e9),
		set("site.memphis.construction_start", "2026-07"), set("site.memphis.construction_months", 12))
	add(filed, // a lease that is signed long before it starts, and cannot be left
		set("lease.anthropic.start", "2027-01"), set("lease.anthropic.cancellable", false), set("lease.anthropic.prepaid_share", 0.2),
		set("lease.anthropic.accounting", "asc842"), set("lease.anthropic.asset_fair_value", 1e6), set("lease.anthropic.tenant_revenue", 4e9),
		set("lease.anthropic.renewal_months", 12))
	add(filed, // a lease of all terms that others lack
		set("scenario.months", 40), set("lease.anthropic.cancellable", false), set("lease.anthropic.start", "2026-08"), set("lease.anthropic.prepaid_share", 0.2), set("lease.anthropic.prepayment_credited", "schedule"),
		set("lease.anthropic.prepayment_credit_from", 8), set("lease.anthropic.prepayment_credit_months", 10), set("lease.anthropic.rent_start", "delivery"), set("fleet.h100.go_live", "2026-10"),
		set("lease.anthropic.last_month", "2028-12"), set("lease.anthropic.standstill", "deferred"), set("lease.anthropic.standstill_from", "2027-06"), set("lease.anthropic.residual_guarantor", "vendor"),
		set("lease.anthropic.renewal_months", 3), set("lease.anthropic.warrant_terms", "tenant"), set("lease.anthropic.warrant_exercise", "2027-01"), set("lease.anthropic.tenant_investment", 1e9),
		set("lease.anthropic.tokens_per_gpu_second", 500), set("site.memphis.own_use", 0.5))
	add(filed, set("lease.anthropic.last_month", "2027-12"), set("lease.anthropic.renewal_months", 6), set("lease.anthropic.residual_guarantor", "tenant"), set("lease.anthropic.residual_trigger", "end"))
	add(filed, set("site.memphis.kind", "orbital"), set("fleet.h100.gpu_price", 3e4), set("fleet.h100.failure_rate", 0.09))
	add(filed, set("company.spacex", map[string]any{"slip": 6}))
	return list
}

// onlyRandom lists the inputs that the plain run does not show: they move the
// draws, which are zero there.
var onlyRandom = []string{"fleet.price_volatility", "fleet.price_reversion", "fleet.drop_chance", "fleet.drop", "fleet.rise_chance", "fleet.rise"}

// An input that changes nothing misleads whoever moves it.
func TestEveryInputMatters(t *testing.T) {
	list := situations(t)
	for i, in := range model.Scenario.Inputs() {
		if !sampled(i) {
			continue
		}
		matters := slices.ContainsFunc(list, func(s situation) bool { return s.matters(t, in) })
		if random := slices.Contains(onlyRandom, in.Name); matters == random {
			t.Errorf("%s: changes some row is %v, listed as random only is %v", in.Name, matters, random)
		}
	}
}

// matters reports whether some value of the input of some instance gives
// another table than the value it has.
func (s situation) matters(t *testing.T, in *scenario.Input) bool {
	for i := range s.document.Instances {
		instance := &s.document.Instances[i]
		if instance.Scope != in.Scope() {
			continue
		}
		setting := enabling(t, instance, in)
		before, err := s.Run(setting)
		if err != nil {
			t.Fatal(err)
		}
		was := slices.Clone(before.Table.Requested())
		for _, value := range extremes(in, s.document.Start) {
			after, err := s.Run(append(setting, set(instance.Path(in.Field()), value)))
			if err == nil && !slices.EqualFunc(was, after.Table.Requested(), func(a, b float64) bool {
				return math.Float64bits(a) == math.Float64bits(b)
			}) {
				return true
			}
		}
	}
	return false
}

// enabling sets the siblings with which alone the input has an effect.
func enabling(t *testing.T, instance *scenario.Instance, in *scenario.Input) (changes []scenario.Change) {
	for in.OnlyWith != "" {
		field, options := in.Condition()
		in = model.Scenario.FindInput(in.Scope() + "." + field)
		value := scenario.NumberValue(min(in.Max, 6)) // of a number that has to be more than zero
		if options != nil {
			var err error
			if value, err = in.Parse(options[0]); err != nil {
				t.Fatal(err)
			}
		}
		changes = append(changes, set(instance.Path(field), in.Plain(value)))
	}
	return changes
}

// Whoever types an option by its name or title, in letters of either case, means that one.
func TestOptionsAreReadByNameAndTitle(t *testing.T) {
	for _, in := range model.Scenario.Inputs() {
		for _, option := range in.Options {
			for _, text := range []string{option.Name, option.Title, strings.ToUpper(option.Name), strings.ReplaceAll(option.Name, "_", " ")} {
				if got, err := in.ReadEntry(text); err != nil || string(got) != strconv.Quote(option.Name) {
					t.Errorf("%s: %q is %s, %v; want %s", in.Name, text, got, err, option.Name)
				}
			}
		}
	}
}
