package scenario_test

import (
	"errors"
	"os"
	"strconv"
	"strings"
	"testing"

	"github.com/goccy/go-json"
	"pgregory.net/rapid"

	"rackonomics/engine/scenario"
)

// entryCases is the table that the page's tests read too.
type entryCases struct {
	Fields map[string]struct {
		Unit           string
		Kind           scenario.Kind
		Percent, Whole bool
		Min, Max, Step float64
	}
	Cases []struct {
		Field, Text string
		Value       any
		Refused     scenario.EntryReason
		Readings    []any
		Command     any // where the command line reads it otherwise: a number, or why it is refused
	}
}

func readEntryCases(t *testing.T) (cases entryCases) {
	t.Helper()
	data, err := os.ReadFile("testdata/entries.json")
	if err == nil {
		err = json.Unmarshal(data, &cases)
	}
	if err != nil {
		t.Fatal(err)
	}
	return cases
}

func TestReadEntry(t *testing.T) {
	cases := readEntryCases(t)
	for _, test := range cases.Cases {
		field := cases.Fields[test.Field]
		if field.Kind == "" {
			field.Kind = scenario.Number
		}
		in := scenario.Input{Name: "x." + test.Field, Unit: field.Unit, Kind: field.Kind, Percent: field.Percent, Min: field.Min, Max: field.Max, Step: field.Step}
		if in.Counted() != field.Whole {
			t.Errorf("%s: counted is %v", test.Field, in.Counted())
		}
		want := test.Value
		switch command := test.Command.(type) {
		case float64:
			want = command
		case string:
			want, test.Refused = nil, scenario.EntryReason(command)
		}
		data, err := in.ReadEntry(test.Text)
		var mistake *scenario.EntryError
		errors.As(err, &mistake)
		switch {
		case test.Readings != nil:
			if mistake == nil || mistake.Reason != scenario.Ambiguous || !sameReadings(mistake.Readings, test.Readings) {
				t.Errorf("%s %q is %s, %v; want %v asked for", test.Field, test.Text, data, err, test.Readings)
			}
		case want == nil:
			if mistake == nil || mistake.Reason != test.Refused {
				t.Errorf("%s %q is %s, %v; want it refused for its %s", test.Field, test.Text, data, err, test.Refused)
			} else if !strings.Contains(err.Error(), "allowed is ") || !strings.Contains(err.Error(), strconv.Quote(test.Text)[:min(len(test.Text), 20)]) {
				t.Errorf("%q names not the value and what is allowed", err)
			}
		default:
			var got any
			if err != nil || json.Unmarshal(data, &got) != nil || got != want {
				t.Errorf("%s %q is %s, %v; want %v", test.Field, test.Text, data, err, want)
			}
		}
	}
}

// sameReadings compares what an error names with the values of the table.
func sameReadings(named []string, want []any) bool {
	if len(named) != len(want) {
		return false
	}
	for i, text := range named {
		if number, err := strconv.ParseFloat(text, 64); any(text) != want[i] && (err != nil || any(number) != want[i]) {
			return false
		}
	}
	return true
}

func TestAmbiguousEntriesNameWhatToWrite(t *testing.T) {
	fee := bakeries.FindInput("order.fee")
	for text, want := range map[string]string{
		"1,250": `"1,250" can be read in two ways; write 1.25 or 1250`,
		"1.125": `"1.125" can be read in two ways; write 1.1250 or 1125`,
	} {
		if _, err := fee.ReadEntry(text); err == nil || err.Error() != want {
			t.Errorf("%q: %v, want %s", text, err, want)
		}
	}
}

// What an ambiguous entry is to be written as, and every number of a document, is read as just that.
func TestEveryNumberHasAWayToBeTyped(t *testing.T) {
	in := scenario.Input{Name: "x.y", Unit: "USD", Kind: scenario.Number, Min: -1e15, Max: 1e15}
	rapid.Check(t, func(t *rapid.T) {
		number := rapid.Float64Range(-1e15, 1e15).Draw(t, "number")
		if rapid.Bool().Draw(t, "thousandths") {
			number = float64(int64(number/1e9)) / 1000
		}
		text := string(mustJSON(number))
		data, err := in.ReadEntry(text)
		var mistake *scenario.EntryError
		if errors.As(err, &mistake) && mistake.Reason == scenario.Ambiguous {
			data, err = in.ReadEntry(mistake.Readings[0])
		}
		if got, parse := strconv.ParseFloat(string(data), 64); err != nil || parse != nil || got != number {
			t.Fatalf("%s is %s, %v", text, data, err)
		}
	})
}

func FuzzReadEntry(f *testing.F) {
	for _, text := range []string{"1.250,5", "$1,250m", "35 %", "5 m²", "1e9", "- $ 5", "Jul 2026", "\u200b\xff½", "5 per per"} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		for _, name := range []string{"order.fee", "order.share", "order.loaves", "order.start", "fair.opens"} {
			data, err := bakeries.FindInput(name).ReadEntry(text)
			if err == nil && !json.Valid(data) {
				t.Errorf("%s: %q is %q", name, text, data)
			}
			if len(text) > 100 && err == nil {
				t.Errorf("%s: %d bytes were read", name, len(text))
			}
		}
	})
}
