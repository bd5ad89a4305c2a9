package main

import (
	"encoding/csv"
	"math"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/goccy/go-json"

	"rackonomics/engine/machine"
	"rackonomics/engine/model"
	"rackonomics/engine/session"
	"rackonomics/scenarios"
)

func runJSON(t *testing.T, arguments ...string) runOutput {
	t.Helper()
	var output runOutput
	text := succeed(t, append([]string{"run", "--format", "json"}, arguments...)...)
	if err := json.Unmarshal([]byte(text), &output); err != nil {
		t.Fatal(err)
	}
	return output
}

// series finds a row of an output.
func (r runOutput) series(t *testing.T, name, instance string) []*float64 {
	t.Helper()
	for _, row := range r.Rows {
		if row.Name == name && row.Instance == instance {
			return row.Values
		}
	}
	t.Fatalf("there is no %s@%s", name, instance)
	return nil
}

// The run-rate of the first quarter of 2026 by the registration statement: a
// loss of 2.47 billion USD a quarter without a lease, a profit of 1.28 with the
// filed fee, none with 823 million a month; 5.27 USD a GPU-hour for 325,000
// GPUs; 44 to 45 billion to the end of the contract.
func TestRunAgreesWithTheRecord(t *testing.T) {
	const month = 3 // August 2026, the second with the full fee
	for name, test := range map[string]struct {
		arguments []string
		income    float64 // a quarter's, billion USD
	}{
		"no lease":       {[]string{"no-deal"}, -2.47},
		"filed fee":      {[]string{"filed-deal"}, 1.28},
		"break-even fee": {[]string{"filed-deal", "--set", "lease.anthropic.fee=823333333"}, 0},
	} {
		t.Run(name, func(t *testing.T) {
			income := *runJSON(t, test.arguments...).series(t, "operator.operating_income", "operator")[month] * 3 / 1e9
			if math.Abs(income-test.income) > 0.0247 {
				t.Errorf("operating income is %.3f billion USD a quarter, on record are %.2f", income, test.income)
			}
		})
	}
	filed := runJSON(t, "filed-deal")
	var price float64
	for _, value := range filed.series(t, "lease.price_per_gpu_hour", "anthropic")[2:14] {
		price += *value / 12
	}
	if math.Abs(price-5.27) > 0.0527*2 { // the model may deliver somewhat less than 325,000 GPUs
		t.Errorf("the price is %.2f USD a GPU-hour, on record are 5.27", price)
	}
	if value := filed.Measures["lease.headline_value"].Value.(float64); value < 43.75e9 || value > 45.5e9 {
		t.Errorf("the lease's headline value is %.2f billion USD, on record are 44 to 45", value/1e9)
	}
}

func TestRunAsJSONIsExact(t *testing.T) {
	output := runJSON(t, "filed-deal")
	document, err := scenarios.Load("filed-deal")
	if err != nil {
		t.Fatal(err)
	}
	result, err := session.New(document, "*").Run(nil)
	if err != nil {
		t.Fatal(err)
	}
	if output.Scenario != "filed-deal" || len(output.Months) != document.Months || output.Months[0] != "2026-05" || output.Months[1] != "2026-06" {
		t.Errorf("%s with months %v", output.Scenario, output.Months)
	}
	wanted := 0
	for _, row := range model.Rows {
		for _, instance := range document.Instances {
			if strings.HasPrefix(row.Name, instance.Scope+".") {
				wanted++
			}
		}
	}
	if len(output.Rows) != wanted {
		t.Fatalf("%d rows, the model has %d for this scenario", len(output.Rows), wanted)
	}
	absent := 0
	for _, row := range output.Rows {
		column, ok := result.Table.Column(row.Name, row.Instance)
		if !ok {
			t.Fatalf("there is no %s@%s", row.Name, row.Instance)
		}
		series := result.Table.Series(column)
		if len(row.Values) != len(series) {
			t.Fatalf("%s has %d values", row.Name, len(row.Values))
		}
		for month, value := range row.Values {
			switch {
			case value == nil:
				absent++
				if !machine.IsAbsent(series[month]) {
					t.Fatalf("%s in month %d is null, not %v", row.Name, month, series[month])
				}
			case math.Float64bits(*value) != math.Float64bits(series[month]):
				t.Fatalf("%s in month %d is %v, not %v", row.Name, month, *value, series[month])
			}
		}
	}
	if absent == 0 {
		t.Error("no value is absent, though nothing is delivered after the lease")
	}
	for _, name := range []string{"break_even.operating_income.first", "break_even.free_cash_flow.lasting", "lease.enforceable_value", "price_per_gpu_hour"} {
		if measure, ok := output.Measures[name]; !ok || measure.Unit == "" {
			t.Errorf("measure %s is %v", name, measure)
		}
	}
}

func TestRunAsCSV(t *testing.T) {
	records, err := csv.NewReader(strings.NewReader(succeed(t, "run", "filed-deal", "--format", "csv"))).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	output := runJSON(t, "filed-deal")
	if !slices.Equal(records[0], append([]string{"row", "instance", "unit", "title", "thing"}, output.Months...)) {
		t.Errorf("the head is %v", records[0])
	}
	if len(records)-1 != len(output.Rows) {
		t.Fatalf("%d lines for %d rows", len(records)-1, len(output.Rows))
	}
	for i, row := range output.Rows {
		record := records[i+1]
		if !slices.Equal(record[:3], []string{row.Name, row.Instance, row.Unit}) {
			t.Fatalf("line %d begins with %v", i+1, record[:3])
		}
		if row.Name == "lease.revenue" && !slices.Equal(record[3:5], []string{"Revenue", "Anthropic"}) {
			t.Errorf("%s is called %v", row.Name, record[3:5])
		}
		for month, value := range row.Values {
			if value == nil && record[5+month] == "" {
				continue
			}
			if number, err := strconv.ParseFloat(record[5+month], 64); err != nil || value == nil || number != *value {
				t.Fatalf("%s in month %d is %q", row.Name, month, record[5+month])
			}
		}
	}
}

func TestRunPicksRows(t *testing.T) {
	names := func(patterns ...string) []string {
		arguments := []string{"filed-deal"}
		for _, pattern := range patterns {
			arguments = append(arguments, "--rows", pattern)
		}
		var list []string
		for _, row := range runJSON(t, arguments...).Rows {
			list = append(list, row.Name+"@"+row.Instance)
		}
		return list
	}
	for _, test := range []struct{ patterns, want []string }{
		{[]string{"lease.fee_billed"}, []string{"lease.fee_billed@anthropic"}},
		{[]string{"source.power_served@t*"}, []string{"source.power_served@tva"}},
		{[]string{"lease.fee_billed", "operator.revenue"}, []string{"lease.fee_billed@anthropic", "operator.revenue@operator"}},
		{[]string{"source.power_served"}, []string{"source.power_served@tva", "source.power_served@southaven", "source.power_served@shelby"}},
	} {
		if got := names(test.patterns...); !slices.Equal(slices.Sorted(slices.Values(got)), slices.Sorted(slices.Values(test.want))) {
			t.Errorf("%v gives %v, want %v", test.patterns, got, test.want)
		}
	}
}

func TestRunAsText(t *testing.T) {
	text := succeed(t, "run", "filed-deal", "--set", "lease.anthropic.fee=1e9", "--set", "scenario.months=30")
	for _, want := range []string{"The filed deal", "2026-05 to 2028-10", "as of 2026-10", "changes: 2", "Headline value of the leases", "operator.free_cash_flow", "$", "2027-05"} {
		if !strings.Contains(text, want) {
			t.Errorf("%q is missing in\n%s", want, text)
		}
	}
	if strings.Contains(text, "site.") || strings.Contains(text, "NaN") {
		t.Errorf("more than the main rows, or no numbers, in\n%s", text)
	}
	text = succeed(t, "run", "filed-deal", "--rows", "lease.price_per_gpu_hour")
	if !strings.Contains(text, "lease.price_per_gpu_hour@anthropic") || !strings.Contains(text, "–") || strings.Contains(text, "operator.revenue") {
		t.Errorf("not just the row asked for, absent after the lease:\n%s", text)
	}
}

func TestPickMonths(t *testing.T) {
	for _, test := range []struct {
		months int
		want   []int
	}{
		{1, []int{0}}, {2, []int{0, 1}}, {12, []int{0, 11}}, {13, []int{0, 12}}, {60, []int{0, 12, 24, 36, 48, 59}}, {360, []int{0, 60, 120, 180, 240, 300, 359}},
	} {
		if got := pickMonths(test.months); !slices.Equal(got, test.want) {
			t.Errorf("of %d months %v are picked, want %v", test.months, got, test.want)
		}
	}
}
