package study

import (
	"strings"
	"testing"

	"pgregory.net/rapid"

	"rackonomics/engine/model"
	"rackonomics/engine/result"
	"rackonomics/engine/scenario"
	"rackonomics/scenarios"
)

func answerTakes() *model.Takes { return model.FindView("answer").Takes }

func taken(t failing, document *scenario.Document) *Taking {
	t.Helper()
	taking, err := NewTaking(document, answerTakes())
	for err == nil && !taking.Done() {
		err = taking.Step()
	}
	if err != nil {
		t.Fatal(err)
	}
	return taking
}

// failing is a test or a check of a property.
type failing interface {
	Helper()
	Fatal(...any)
	Fatalf(string, ...any)
	Errorf(string, ...any)
}

func toldIn(list []result.Text) (texts []string) {
	for _, text := range list {
		texts = append(texts, text.String(func(value result.Value) string {
			switch {
			case value.Text != "":
				return value.Text
			case value.Exact:
				return scenario.Exactly(value.Number, value.Unit, value.Percent)
			}
			return scenario.Quantity(value.Number, value.Unit, value.Percent)
		}))
	}
	return texts
}

// breaksEven runs the full model, by itself, with a variable at a value.
func breaksEven(t failing, document *scenario.Document, v *Variable, value float64, even model.BreakEven) bool {
	t.Helper()
	change, err := v.Change(document, value)
	if err != nil {
		t.Fatal(err)
	}
	changed, err := document.Apply([]scenario.Change{change})
	if err != nil {
		t.Fatal(err)
	}
	measures, _, err := Plain(changed, Watch{Measures: []string{even.First}})
	if err != nil {
		t.Fatal(err)
	}
	return measures[0] == measures[0]
}

// Put in, each value that is named has each of its results break even, or cease to, and
// one step of its last digit before it does not; of what is said to bring nothing about,
// no value does.
func checkTaken(t failing, document *scenario.Document) {
	t.Helper()
	taking := taken(t, document)
	for _, lever := range taking.doings() {
		v := &taking.variables[lever.variable]
		for _, one := range lever.steps {
			for _, at := range one.results {
				even := answerTakes().Results[at]
				if is := breaksEven(t, document, v, one.at.Value, even); is == taking.areMet {
					t.Errorf("%s at %v: %s breaks even: %v", v.Path, one.at.Value, even.Row, is)
				}
				if is := breaksEven(t, document, v, one.before.Value, even); is != taking.areMet {
					t.Errorf("%s at %v, just short of %v: %s breaks even: %v", v.Path, one.before.Value, one.at.Value, even.Row, is)
				}
			}
		}
	}
	if len(taking.variables) > 0 && len(taking.Sentences()) == 0 {
		t.Errorf("%s: nothing is said", document.Name)
	}
	for _, text := range toldIn(taking.Sentences()) {
		if strings.Contains(text, "NaN") || strings.Contains(text, "absent") || !strings.HasSuffix(text, ".") {
			t.Errorf("%s: %s", document.Name, text)
		}
	}
}

func TestWhatIsTakenBringsIt(t *testing.T) {
	t.Parallel()
	for _, name := range scenarios.Names {
		if testing.Short() && name != "half-the-data-center" && name != "nscale-anthropic" && name != "three-tenants" {
			continue
		}
		document, err := scenarios.Load(name)
		if err != nil {
			t.Fatal(err)
		}
		checkTaken(t, document)
	}
}

// The same of scenarios that lie otherwise to break-even.
func TestWhatIsTakenBringsItOfRandomScenarios(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		document, err := scenarios.Load(rapid.SampledFrom(scenarios.Names).Draw(t, "scenario"))
		if err != nil {
			t.Fatal(err)
		}
		variables, _ := LeverVariables(document)
		v := rapid.SampledFrom(variables).Draw(t, "input")
		if v.Input.Kind == scenario.Number && !v.isWhole() && !v.Times {
			value := min(max(v.Today(document)*rapid.Float64Range(0.2, 5).Draw(t, "factor"), v.Input.Min), v.Input.Max)
			document = document.With(v.Thing, v.Input, scenario.NumberValue(value))
		}
		if model.Check(document) != nil {
			t.Skip("it means nothing")
		}
		checkTaken(t, document)
	})
}

// The lease of 1,000 GPUs at 1 USD brings 744,000 USD in a month of 31 days, and the
// operator loses 1.5 million without it: of operating income the price has to be 2.02,
// as 1.5e6 / 744e3 is 2.016, or own costs 744 thousand at most. At 3 USD the lease brings
// 2.232 million.
func TestWhatIsTakenInWords(t *testing.T) {
	t.Parallel()
	for name, test := range map[string]struct {
		change string
		want   []string
	}{
		"none": {"", []string{"With the price per GPU-hour alone, now $1/GPU-hour, ", " at $2.02/GPU-hour.", "With the operating loss before the lease alone, now $1.5M/month, ", " at $744k/month."}},
		"all":  {"lease.tenant.price=3", []string{"Every result breaks even in some month.", "With the price per GPU-hour alone, now $3/GPU-hour, ", " would be the first to stop breaking even, at $2.01/GPU-hour.", " would be the first to stop breaking even, at $2.24M/month."}},
	} {
		document := tiny(t)
		if path, value, changed := strings.Cut(test.change, "="); changed {
			var err error
			if document, err = document.Apply([]scenario.Change{{Path: path, JSON: []byte(value)}}); err != nil {
				t.Fatal(err)
			}
		}
		told := strings.Join(toldIn(taken(t, document).Sentences()), " ")
		for _, want := range test.want {
			if !strings.Contains(told, want) {
				t.Errorf("%s: %q is not in %s", name, want, told)
			}
		}
	}
	// What is sought by itself is sought over as much as what is said here.
	filed, err := scenarios.Load("filed-deal")
	if err != nil {
		t.Fatal(err)
	}
	loss := found(t, filed, "operator.reported_operating_loss")
	if low, high := loss.Range(filed); low != 0 || high <= loss.Today(filed) {
		t.Errorf("the operating loss is sought from %v to %v", low, high)
	}
	satellites, err := scenarios.Load("starmind") // has no lease
	if err != nil {
		t.Fatal(err)
	}
	told := toldIn(taken(t, satellites).Sentences())
	if len(told) != 1 || !strings.HasPrefix(told[0], "No lever alone brings ") || !strings.HasSuffix(told[0], " to break-even; tried: the operating loss.") {
		t.Errorf("%q", told)
	}
}
