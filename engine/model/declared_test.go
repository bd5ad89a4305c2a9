package model_test

import (
	"net/url"
	"slices"
	"strings"
	"testing"

	"rackonomics/engine/calendar"
	"rackonomics/engine/language"
	"rackonomics/engine/model"
	"rackonomics/engine/scenario"
)

// Every declared input is what the page, the documentation and the schema make
// of it, so each must be complete. That it is sound is checked where the schema
// is built.
func TestEveryInputIsDeclaredWell(t *testing.T) {
	for _, in := range slices.Concat(model.Scenario.Inputs(), model.Scenario.Horizon()) {
		t.Run(in.Name, func(t *testing.T) {
			for what, text := range map[string]string{"title": in.Title, "note": in.Note, "group": in.Group} {
				if strings.TrimSpace(text) == "" {
					t.Errorf("it has no %s", what)
				}
			}
			if !strings.HasSuffix(in.Note, ".") {
				t.Errorf("the note is not a sentence: %q", in.Note)
			}
			for _, option := range in.Options {
				if strings.TrimSpace(option.Title) == "" {
					t.Errorf("the option %s has no title", option.Name)
				}
			}
			if in.Whose != scenario.World && in.Whose != scenario.Decision {
				t.Errorf("whose it is, the world's or a decision, is %q", in.Whose)
			}
			if in.Kind == scenario.Number {
				checkNumber(t, in)
			}
			if isEndless := in.Kind == scenario.Month && in.Default == calendar.Last.String(); isEndless != (in.Endless != "") {
				t.Errorf("its default is the last month that can be named: %v; the words for it: %q", isEndless, in.Endless)
			}
			checkSources(t, in)
		})
	}
}

func checkNumber(t *testing.T, in *scenario.Input) {
	if _, err := language.ParseUnit(in.Unit); err != nil {
		t.Error(err)
	}
	if !(in.Step > 0) || in.Step > (in.Max-in.Min)/4 {
		t.Errorf("a slider from %v to %v cannot go by %v", in.Min, in.Max, in.Step)
	}
	if in.Percent && in.Unit != "1" && in.Unit != "1/year" {
		t.Errorf("%s is not read in per cent", in.Unit)
	}
}

func checkSources(t *testing.T, in *scenario.Input) {
	if len(in.Sources) == 0 && !in.Assumption {
		t.Errorf("the default %s has neither a source nor the mark of an assumption", in.Default)
	}
	for _, source := range in.Sources {
		if source.Label == "" || !slices.Contains([]scenario.Confidence{scenario.High, scenario.Medium, scenario.Low, scenario.Derived, scenario.Estimate}, source.Confidence) {
			t.Errorf("source %+v has no label or grade", source)
		}
		named := strings.Contains(source.Label, "; ") && source.Date != "" // the publisher, after a semicolon
		if source.URL == "" && !named && source.Confidence != scenario.Estimate && source.Confidence != scenario.Derived {
			t.Errorf("%s: only an estimate, arithmetic, or a dated page whose publisher is named needs no address", source.Label)
		}
		if u, err := url.Parse(source.URL); source.URL != "" && (err != nil || u.Scheme != "https" && u.Scheme != "http" || u.Host == "") {
			t.Errorf("%s: %q is not a web address", source.Label, source.URL)
		}
		if source.Value != nil && in.Kind == scenario.Number && source.Value.Profile == nil && (source.Value.Number < in.Min || source.Value.Number > in.Max) {
			t.Errorf("%s states %v, outside the bounds", source.Label, source.Value.Number)
		}
	}
}

func TestEveryScopeIsDeclaredWell(t *testing.T) {
	for _, scope := range model.Scenario.Scopes() {
		for what, text := range map[string]string{"title": scope.Title, "noun": scope.Noun, "plural": scope.Plural, "note": scope.Note} {
			if strings.TrimSpace(text) == "" {
				t.Errorf("%s has no %s", scope.Name, what)
			}
		}
		if !strings.HasSuffix(scope.Note, ".") {
			t.Errorf("the note of %s is not a sentence: %q", scope.Name, scope.Note)
		}
		if scope.Whose != scenario.World && scope.Whose != scenario.Decision {
			t.Errorf("whose it is that there is a %s, the world's or a decision, is %q", scope.Name, scope.Whose)
		}
		if len(model.Scenario.InputsOf(scope.Name)) == 0 {
			t.Errorf("%s has no inputs", scope.Name)
		}
	}
}
