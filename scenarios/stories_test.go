package scenarios_test

import (
	"encoding/json"
	"maps"
	"math"
	"testing"

	"rackonomics/engine/calendar"
	"rackonomics/engine/scenario"
	"rackonomics/engine/session"
	"rackonomics/scenarios"
)

// story is a run of a shipped scenario, to be asked for its figures by month.
type story struct {
	*testing.T
	*session.Result
}

// change gives an input a value as the page would.
func change(path string, value any) scenario.Change {
	text, err := json.Marshal(value)
	if err != nil {
		panic(err)
	}
	return scenario.Change{Path: path, JSON: text}
}

func tell(t *testing.T, name string, changes ...scenario.Change) story {
	t.Helper()
	document, err := scenarios.Load(name)
	if err != nil {
		t.Fatal(err)
	}
	result, err := session.New(document, "*").Run(changes)
	if err != nil {
		t.Fatal(err)
	}
	return story{t, result}
}

// index is a month's place in the run.
func (s story) index(month string) int {
	s.Helper()
	m, err := calendar.Parse(month)
	if err != nil {
		s.Fatal(err)
	}
	return m.Since(s.Document.Start)
}

// of gives a row of an instance in a month.
func (s story) of(row, instance, month string) float64 {
	s.Helper()
	return s.between(row, instance, month, month)[0]
}

// between gives a row of an instance from one month to another, both included.
func (s story) between(row, instance, from, to string) []float64 {
	s.Helper()
	column, ok := s.Table.Column(row, instance)
	if !ok {
		s.Fatalf("there is no %s of %s", row, instance)
	}
	return s.Table.Series(column)[s.index(from) : s.index(to)+1]
}

// always demands something of every month of a row.
func (s story) always(what, row, instance, from, to string, holds func(float64) bool) {
	s.Helper()
	for i, value := range s.between(row, instance, from, to) {
		if !holds(value) {
			s.Errorf("%s: %s of %s is %v, %d months after %s", what, row, instance, value, i, from)
			return
		}
	}
}

// number gives a measure that is one.
func (s story) number(name string) float64 {
	s.Helper()
	number, ok := s.value(name).(float64)
	if !ok {
		s.Fatalf("%s is no number", name)
	}
	return number
}

// measure demands the value of a measure that is a month.
func (s story) measure(name, want string) {
	s.Helper()
	if got := s.value(name); got != want {
		s.Errorf("%s is %v, not %s", name, got, want)
	}
}

func (s story) value(name string) any {
	s.Helper()
	measures, err := s.Measures()
	if err != nil {
		s.Fatal(err)
	}
	for _, m := range measures {
		if m.Name == name {
			return m.Value
		}
	}
	s.Fatalf("there is no measure %s", name)
	return nil
}

// near demands a figure within a share of what is expected.
func (s story) near(what string, got, want, share float64) {
	s.Helper()
	if !(math.Abs(got-want) <= share*math.Abs(want)) {
		s.Errorf("%s is %v, not %v", what, got, want)
	}
}

func positive(value float64) bool { return value > 0 }
func negative(value float64) bool { return value < 0 }
func zero(value float64) bool     { return value == 0 }
func yes(value float64) bool      { return value == 1 }

func total(values []float64) (sum float64) {
	for _, value := range values {
		sum += value
	}
	return sum
}

// stories holds, for each scenario, what its paragraph claims. Figures are those
// of the contracts and filings, or arithmetic on the scenario's inputs that is
// written out here.
var stories = func() map[string]func(*testing.T) {
	all := map[string]func(*testing.T){}
	for _, part := range []map[string]func(*testing.T){storiesOfTheDeal, storiesOfTheMarket, storiesOfContracts, storiesOfOrbitAndListing} {
		maps.Copy(all, part)
	}
	return all
}()

func TestScenariosTellTheirStories(t *testing.T) {
	for _, name := range scenarios.Names {
		check, ok := stories[name]
		if !ok {
			t.Errorf("no test says what %s shows", name)
			continue
		}
		t.Run(name, check)
	}
}
