package language_test

import (
	"strings"
	"testing"

	"pgregory.net/rapid"

	"rackonomics/engine/language"
)

func TestUnitsAreWrittenInOneWay(t *testing.T) {
	for text, want := range map[string]string{
		"1":               "1",
		"USD":             "USD",
		"USD/GPU/h":       "USD/GPU/h",
		"USD/h/GPU":       "USD/GPU/h",
		"GPU*h":           "GPU*h",
		"h*GPU":           "GPU*h",
		"W/m^2":           "W/m^2",
		"m*m":             "m^2",
		"m^2/m":           "m",
		"m/m":             "1",
		"1/month":         "1/month",
		"1/m/m":           "1/m^2",
		"m^-2":            "1/m^2",
		"m^0":             "1",
		"1^5":             "1",
		"MWh":             "MW*h",
		"USD/MWh":         "USD/MW/h",
		"kWh^2":           "h^2*kW^2",
		"ratio":           "1",
		"USD/MW/year":     "USD/MW/year",
		"TFLOPS/GPU":      "TFLOPS/GPU",
		"USD*ratio/month": "USD/month",
	} {
		unit, err := language.ParseUnit(text)
		if err != nil || unit.String() != want {
			t.Errorf("ParseUnit(%q) = %v, %v; want %s", text, unit, err, want)
		}
	}
}

func TestUnitsThatAreNone(t *testing.T) {
	for text, mention := range map[string]string{
		"":                        `"" is not a unit`,
		"USD/":                    `"" is not a unit`,
		"/h":                      `"" is not a unit`,
		"USD h":                   "USD h",
		"2":                       `"2"`,
		"m^":                      `exponent ""`,
		"m^1.5":                   `exponent "1.5"`,
		"m^10":                    "-9 to 9",
		"m^2^2":                   `"2^2"`,
		"€":                       "€",
		"USD(5)":                  "USD(5)",
		strings.Repeat("m*", 200): "at most 100",
	} {
		if unit, err := language.ParseUnit(text); err == nil || !strings.Contains(err.Error(), mention) {
			t.Errorf("ParseUnit(%q) = %v, %v; want an error with %s", text, unit, err, mention)
		}
	}
}

func TestUnitAlgebra(t *testing.T) {
	unit := rapid.Custom(func(t *rapid.T) language.Unit {
		text := strings.Join(rapid.SliceOfN(rapid.SampledFrom([]string{"USD", "GPU", "h", "MW", "month", "MWh"}), 1, 5).Draw(t, "over"), "*")
		for _, under := range rapid.SliceOfN(rapid.SampledFrom([]string{"USD", "GPU", "h^2", "1"}), 0, 4).Draw(t, "under") {
			text += "/" + under
		}
		u, err := language.ParseUnit(text)
		if err != nil {
			t.Fatal(err)
		}
		return u
	})
	rapid.Check(t, func(t *rapid.T) {
		u, v, w := unit.Draw(t, "u"), unit.Draw(t, "v"), unit.Draw(t, "w")
		one := language.Unit{}
		n := rapid.IntRange(-4, 4).Draw(t, "n")
		product := one
		for range max(n, -n) {
			product = product.Times(u)
		}
		if n < 0 {
			product = one.Per(product)
		}
		again, err := language.ParseUnit(u.String())
		switch {
		case err != nil || !again.Equal(u):
			t.Fatalf("%v is read back as %v, %v", u, again, err)
		case !u.Times(v).Equal(v.Times(u)):
			t.Fatalf("%v times %v depends on the order", u, v)
		case !u.Times(v).Times(w).Equal(u.Times(v.Times(w))):
			t.Fatalf("%v, %v and %v: the product depends on the brackets", u, v, w)
		case !u.Times(v).Per(v).Equal(u) || !u.Per(u).Plain():
			t.Fatalf("dividing by %v does not undo multiplying by it", v)
		case !u.Power(n).Equal(product):
			t.Fatalf("%v to the %d is %v, want %v", u, n, u.Power(n), product)
		}
	})
}
