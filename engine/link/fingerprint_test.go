package link

import (
	"math"
	"strings"
	"testing"
)

func TestFiguresAsText(t *testing.T) {
	for _, test := range []struct {
		value any
		unit  string
		want  string
	}{
		{1.25e9, "USD", "$1.25B"},
		{-823_333_333.0, "USD/month", "−$823M/month"},
		{999_960.0, "USD", "$1M"},
		{2.6, "USD/GPU/h", "$2.6/GPU-hour"},
		{325_000.0, "GPU", "325k GPUs"},
		{0.5, "1", "0.5"},
		{0.0, "USD", "$0"},
		{math.Copysign(0, -1), "USD", "$0"},
		{4.5e13, "USD", "$45T"},
		{2e16, "USD", "$20000T"},
		{999.4, "MW", "999 MW"},
		{0.001234, "1", "0.00123"},
		{"2026-07", "month", "2026-07"},
		{nil, "month", "none"},
		{math.NaN(), "USD", "none"},
	} {
		if got := (Figure{Value: test.value, Unit: test.unit}).Text(); got != test.want {
			t.Errorf("%v %s is written %q, want %q", test.value, test.unit, got, test.want)
		}
	}
	if got := (Figure{Value: -0.0949, Unit: "1", Percent: true}).Text(); got != "−9.49 %" {
		t.Errorf("a loss of 9.49 %% a year is written %s", got)
	}
}

func TestCompare(t *testing.T) {
	now := []Figure{
		{Name: "break_even.operating_income.first", Title: "Operating income: first month", Unit: "month", Value: "2026-09"},
		{Name: "lease.headline_value", Title: "Headline value", Unit: "USD", Value: 4.4378e10},
		{Name: "tenant.share", Title: "Share", Unit: "1", Value: nil},
	}
	for name, test := range map[string]struct {
		then Figure
		want []string
	}{
		"same month":     {Figure{Name: "break_even.operating_income.first", Value: "2026-09"}, nil},
		"another month":  {Figure{Name: "break_even.operating_income.first", Value: "2026-07"}, []string{"first month", "2026-07", "2026-09"}},
		"never before":   {Figure{Name: "break_even.operating_income.first"}, []string{"none", "2026-09"}},
		"rounded number": {Figure{Name: "lease.headline_value", Value: 4.438e10}, nil},
		"another number": {Figure{Name: "lease.headline_value", Value: 4.45e10}, []string{"Headline value", "$44.5B when", "$44.4B now"}},
		"still none":     {Figure{Name: "tenant.share"}, nil},
		"none any more":  {Figure{Name: "tenant.share", Value: 0.5}, []string{"0.5", "none"}},
		"unknown figure": {Figure{Name: "gone", Value: 0.5}, nil},
	} {
		notices := Compare([]Figure{test.then}, now)
		if (len(notices) == 1) != (test.want != nil) {
			t.Errorf("%s: %v", name, notices)
			continue
		}
		for _, want := range test.want {
			if !strings.Contains(notices[0].Text, want) || notices[0].Level != Warning {
				t.Errorf("%s: %v does not say %q", name, notices[0], want)
			}
		}
	}
}

func TestFingerprintPicks(t *testing.T) {
	picked := Fingerprint([]Figure{{Name: "break_even.operating_income.first", InLink: true}, {Name: "tenant.gpus"}, {Name: "free_cash_flow.cumulative", InLink: true}})
	if len(picked) != 2 || picked[0].Name != "break_even.operating_income.first" || picked[1].Name != "free_cash_flow.cumulative" {
		t.Errorf("picked %v", picked)
	}
}
