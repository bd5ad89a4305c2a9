package near

import (
	"slices"
	"testing"
)

func TestNames(t *testing.T) {
	among := []string{"load", "power_usage_effectiveness", "floor_area", "price", "launch_price_path", "launch_price_first", "fee", "floor"}
	for name, want := range map[string][]string{
		"pue":          {"power_usage_effectiveness"},
		"laod":         {"load"},
		"fe":           {"fee"},
		"floor_aera":   {"floor_area"},
		"price":        {"price", "launch_price_path", "launch_price_first"},
		"area":         {"floor_area"},
		"launch-price": {"launch_price_path"},
	} {
		got := Names(name, among)
		if len(got) != few || !slices.Equal(got[:len(want)], want) {
			t.Errorf("%q: near it are %q, want %q first", name, got, want)
		}
	}
	if got := Names("x", []string{"y"}); !slices.Equal(got, []string{"y"}) {
		t.Errorf("of one: %q", got)
	}
}
