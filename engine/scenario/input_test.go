package scenario_test

import (
	"math"
	"net/url"
	"regexp"
	"slices"
	"strings"
	"testing"

	"rackonomics/engine/language"
	"rackonomics/engine/scenario"
)

// Every declared input is what the page, the documentation and the schema make
// of it, so each must be complete and sound.
func TestEveryInputIsDeclaredWell(t *testing.T) {
	word := regexp.MustCompile(`^[a-z][a-z0-9]*(_[a-z0-9]+)*$`)
	seen := map[string]bool{}
	for i := range scenario.Inputs {
		in := &scenario.Inputs[i]
		t.Run(in.Name, func(t *testing.T) {
			if seen[in.Name] {
				t.Error("declared twice")
			}
			seen[in.Name] = true
			if scenario.FindInput(in.Name) != in || scenario.FindScope(in.Scope()) == nil || !word.MatchString(in.Field()) {
				t.Errorf("scope %q and field %q cannot be found", in.Scope(), in.Field())
			}
			if slices.Contains([]string{"name", "title", "note", "value", "sources", "steps"}, in.Field()) || scenario.FindScope(in.Field()) != nil {
				t.Error("documents use this member for something else")
			}
			if strings.TrimSpace(in.Title) == "" || strings.TrimSpace(in.Note) == "" || strings.TrimSpace(in.Group) == "" {
				t.Errorf("title %q, group %q or note %q is missing", in.Title, in.Group, in.Note)
			}
			if !strings.HasSuffix(in.Note, ".") {
				t.Errorf("the note is not a sentence: %q", in.Note)
			}
			if _, err := in.Parse(in.Default); err != nil {
				t.Errorf("the default: %v", err)
			}
			checkNumberInput(t, in)
			checkOptions(t, in)
			checkOnlyWith(t, in)
			checkSources(t, in)
		})
	}
}

func checkNumberInput(t *testing.T, in *scenario.Input) {
	if in.Kind != scenario.Number {
		if in.Unit != "" || in.MayVary || in.Percent || in.Min != 0 || in.Max != 0 || in.Step != 0 {
			t.Error("unit, bounds, step, per cent and variation belong to numbers")
		}
		return
	}
	if _, err := language.ParseUnit(in.Unit); err != nil {
		t.Error(err)
	}
	if !(in.Min < in.Max) || math.IsInf(in.Min, 0) || math.IsInf(in.Max, 0) {
		t.Errorf("the bounds are %v to %v", in.Min, in.Max)
	}
	if !(in.Step > 0) || in.Step > (in.Max-in.Min)/4 {
		t.Errorf("a slider from %v to %v cannot go by %v", in.Min, in.Max, in.Step)
	}
	if in.Percent && in.Unit != "1" && in.Unit != "1/year" {
		t.Errorf("%s is not read in per cent", in.Unit)
	}
}

func checkOptions(t *testing.T, in *scenario.Input) {
	if (in.Kind == scenario.Choice) != (len(in.Options) > 1) {
		t.Errorf("a %s with %d options", in.Kind, len(in.Options))
	}
	names := map[string]bool{}
	for _, option := range in.Options {
		if names[option.Name] || option.Name == "" || option.Title == "" {
			t.Errorf("option %q, titled %q, is given twice or empty", option.Name, option.Title)
		}
		names[option.Name] = true
	}
}

func checkOnlyWith(t *testing.T, in *scenario.Input) {
	if in.OnlyWith == "" {
		return
	}
	field, option, ok := strings.Cut(in.OnlyWith, "=")
	sibling := scenario.FindInput(in.Scope() + "." + field)
	if !ok || sibling == nil || sibling == in {
		t.Fatalf("%q names no sibling", in.OnlyWith)
	}
	if sibling.Kind == scenario.Number {
		t.Errorf("%s is a number, not a choice or switch", sibling.Name)
	}
	for _, each := range strings.Split(option, "|") {
		if _, err := sibling.Parse(each); err != nil {
			t.Errorf("%q: %v", in.OnlyWith, err)
		}
	}
}

func checkSources(t *testing.T, in *scenario.Input) {
	neutral := in.DefaultValue().Number == 0 || in.DefaultValue().Number == in.Min // such as no discount, or the first day
	if len(in.Sources) == 0 && !in.Assumption && in.Kind == scenario.Number && !neutral {
		t.Errorf("the default %s has neither a source nor the mark of an assumption", in.Default)
	}
	for _, source := range in.Sources {
		if source.Label == "" || !slices.Contains([]scenario.Confidence{scenario.High, scenario.Medium, scenario.Low, scenario.Derived, scenario.Estimate}, source.Confidence) {
			t.Errorf("source %+v has no label or grade", source)
		}
		if source.URL == "" && source.Confidence != scenario.Estimate && source.Confidence != scenario.Derived {
			t.Errorf("%s: only an estimate or arithmetic needs no address", source.Label)
		}
		if u, err := url.Parse(source.URL); source.URL != "" && (err != nil || u.Scheme != "https" && u.Scheme != "http" || u.Host == "") {
			t.Errorf("%s: %q is not a web address", source.Label, source.URL)
		}
		if source.Value != nil && in.Kind == scenario.Number && source.Value.Profile == nil && (source.Value.Number < in.Min || source.Value.Number > in.Max) {
			t.Errorf("%s states %v, outside the bounds", source.Label, source.Value.Number)
		}
	}
}

func TestScopesComeAfterWhatTheyBelongTo(t *testing.T) {
	seen := map[string]bool{}
	for _, scope := range scenario.Scopes {
		if scope.Parent != "" && !seen[scope.Parent] {
			t.Errorf("%s is listed before %s", scope.Name, scope.Parent)
		}
		if seen[scope.Name] || scope.Title == "" || scope.Note == "" || scope.Most < 1 {
			t.Errorf("%+v is declared badly", scope)
		}
		if len(scenario.InputsOf(scope.Name)) == 0 {
			t.Errorf("%s has no inputs", scope.Name)
		}
		seen[scope.Name] = true
	}
}

func TestFindNothing(t *testing.T) {
	if scenario.FindInput("lease.nothing") != nil || scenario.FindInput("") != nil || scenario.FindScope("") != nil || scenario.InputsOf("moon") != nil {
		t.Error("something is found that is not declared")
	}
}
