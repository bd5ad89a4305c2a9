package scenario_test

import (
	"errors"
	"reflect"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"rackonomics/engine/calendar"
	"rackonomics/engine/distribution"
	"rackonomics/engine/model"
	"rackonomics/engine/scenario"
)

// between is a distribution by its form and ends.
func between(form distribution.Form, low, high float64) distribution.Distribution {
	return distribution.Distribution{Form: form, Low: low, High: high}
}

func most(form distribution.Form, low, mode, high float64) distribution.Distribution {
	return distribution.Distribution{Form: form, Low: low, Mode: mode, High: high}
}

// oneOf is a discrete distribution of values and weights by turns.
func oneOf(numbers ...float64) distribution.Distribution {
	d := distribution.Distribution{Form: distribution.Discrete}
	for i := 0; i < len(numbers); i += 2 {
		d.Points = append(d.Points, distribution.Point{Value: numbers[i], Weight: numbers[i+1]})
	}
	return d
}

func since(t testing.TB, text string) float64 { return scenario.MonthValue(month(t, text)).Number }

func day(t testing.TB, text string) float64 {
	count, err := calendar.ParseDay(text)
	if err != nil {
		t.Fatal(err)
	}
	return float64(count)
}

func TestReadRange(t *testing.T) {
	const normal, logNormal, uniform = distribution.Normal, distribution.LogNormal, distribution.Uniform
	july, january := since(t, "2026-07"), since(t, "2027-01")
	for _, test := range []struct {
		input, text string
		want        distribution.Distribution
		times       bool
	}{
		{"order.share", "25 to 35 %", between(normal, 0.25, 0.35), false},
		{"order.share", "25-35 %", between(normal, 0.25, 0.35), false},
		{"order.share", "25 – 35 %", between(normal, 0.25, 0.35), false},
		{"order.share", "25—35%", between(normal, 0.25, 0.35), false},
		{"order.share", "25 % to 35 %", between(normal, 0.25, 0.35), false},
		{"order.share", "0.25 to 0.35", between(normal, 0.25, 0.35), false},
		{"order.share", "0,25..0,35", between(normal, 0.25, 0.35), false},
		{"order.share", "normal 25 to 35 percent", between(normal, 0.25, 0.35), false},
		{"order.share", "Uniform 25 to 35 %", between(uniform, 0.25, 0.35), false},
		{"order.share", "triangular 25, 30, 35 %", most(distribution.Triangular, 0.25, 0.3, 0.35), false},
		{"order.share", "PERT 25;30;35 %", most(distribution.PERT, 0.25, 0.3, 0.35), false},
		{"order.share", "log-normal 2 to 4 %", between(logNormal, 0.02, 0.04), false},
		{"order.share", "lognormal 2 to 4 %", between(logNormal, 0.02, 0.04), false},
		{"order.fee", "1.0 to 1.5 B$", between(logNormal, 1e9, 1.5e9), false},
		{"order.fee", "$1.0B to 1.5B", between(logNormal, 1e9, 1.5e9), false},
		{"order.fee", "$1.0 to $1.4B", between(normal, 1e9, 1.4e9), false},
		{"order.fee", "1.0..1.5bn", between(logNormal, 1e9, 1.5e9), false},
		{"order.fee", "900 M to 1.5 B $/month", between(logNormal, 9e8, 1.5e9), false},
		{"order.fee", "1e9-1.5e9", between(logNormal, 1e9, 1.5e9), false},
		{"order.fee", "1e+9-15e+8", between(logNormal, 1e9, 1.5e9), false},
		{"order.escalator", "-5 to -3 %", between(normal, -0.05, -0.03), false},
		{"order.escalator", "−5–−3 %", between(normal, -0.05, -0.03), false},
		{"order.escalator", "-5-3 %", between(normal, -0.05, 0.03), false},
		{"order.escalator", "-5--3 %", between(normal, -0.05, -0.03), false},
		{"order.escalator", "-5 - -3 %", between(normal, -0.05, -0.03), false},
		{"order.price", "2.4-2.6 $/loaf", between(normal, 2.4, 2.6), false},
		{"order.price", "pert 2, 2.5, 4", most(distribution.PERT, 2, 2.5, 4), false},
		{"order.price", "2.6 or 3.5 or 4", oneOf(2.6, 1, 3.5, 1, 4, 1), false},
		{"order.price", "2.6 at 40 % or 3.5 at 60 %", oneOf(2.6, 0.4, 3.5, 0.6), false},
		{"order.price", "2.6 at 40 % or 3.5", oneOf(2.6, 0.4, 3.5, 0.6), false},
		{"order.price", "2.6 at 3 or 3.5", oneOf(2.6, 3, 3.5, 1), false},
		{"order.price", "2.6 or 3.5 at 0 %", oneOf(2.6, 1, 3.5, 0), false},
		{"order.price", "discrete 2.6", oneOf(2.6, 1), false},
		{"order.price", "±10 %", between(normal, 0.9, 1.1), true},
		{"order.price", "+-7 %", between(normal, 0.93, 1.07), true},
		{"order.price", "+/- 30 %", between(logNormal, 0.7, 1.3), true},
		{"order.price", "times 80 to 110 %", between(normal, 0.8, 1.1), true},
		{"order.price", "times log-normal 0.8 to 1.2", between(logNormal, 0.8, 1.2), true},
		{"order.price", "Times 0.5 or 2 at 3", oneOf(0.5, 1, 2, 3), true},
		{"order.notice", "30 to 90 days", between(logNormal, 30, 90), false},
		{"order.start", "2026-07 to 2027-01", between(uniform, july, january), false},
		{"order.start", "Jul 2026 to Jan 2027", between(uniform, july, january), false},
		{"order.start", "2026-07-2027-01", between(uniform, july, january), false},
		{"order.start", "07/2026 – 01/2027", between(uniform, july, january), false},
		{"order.start", "normal 2026-07 to 2027-01", between(normal, july, january), false},
		{"order.start", "triangular 2026-07, Oct 2026, 2027-01", most(distribution.Triangular, july, since(t, "2026-10"), january), false},
		{"order.start", "Jul 2026 or Jan 2027 at 2", oneOf(july, 1, january, 2), false},
		{"order.start", "Jul 2026 at 90 % or Never", oneOf(july, 0.9, since(t, "2150-12"), 0.1), false},
		{"order.start", "hazard 2026-07, 20 %", distribution.Distribution{Form: distribution.Hazard, Low: july, Rate: 0.2}, false},
		{"fair.opens", "15 Jul 2026 to 2026-08-01", between(uniform, day(t, "2026-07-15"), day(t, "2026-08-01")), false},
		{"fair.opens", "pert Jul 15, 2026; Jul 20, 2026; Aug 1, 2026", most(distribution.PERT, day(t, "2026-07-15"), day(t, "2026-07-20"), day(t, "2026-08-01")), false},
		{"order.basis", "share or weight at 3", oneOf(0, 1, 2, 3), false},
		{"order.prorated", "true at 9 or false", oneOf(1, 9, 0, 1), false},
	} {
		in := bakeries.FindInput(test.input)
		got, times, err := in.ReadRange(test.text)
		if err != nil || times != test.times || !reflect.DeepEqual(got, test.want) {
			t.Errorf("%s %q is %+v, %v, %v; want %+v", test.input, test.text, got, times, err, test.want)
			continue
		}
		written := in.RangeText(got, times)
		if again, factor, err := in.ReadRange(written); err != nil || factor != times || !reflect.DeepEqual(got, again) {
			t.Errorf("%s %q is written as %q, which is %+v, %v, %v", test.input, test.text, written, again, factor, err)
		}
	}
}

func TestReadRangeRefuses(t *testing.T) {
	for _, test := range []struct{ input, text, mention string }{
		{"order.share", "", `"" cannot be read; allowed is LOW to HIGH; ±10 %`},
		{"order.share", "30 %", `"30 %" cannot be read; allowed is`},
		{"order.share", "25 to", `"25 to" cannot be read`},
		{"order.share", "25 to 350 %", `"350 %" is out of bounds; allowed is 0 to 1`},
		{"order.share", "25 to 35", `"25" is out of bounds; allowed is 0 to 1`},
		{"order.share", "0.25 to soon", `"soon" is not a number; allowed is 0 to 1`},
		{"order.share", "35 to 25 %", "allowed is 0 to 1"},
		{"order.share", "30 to 30 %", "allowed is 0 to 1"},
		{"order.share", "triangular 25, 35 %", `"25, 35 %" cannot be read; allowed is`},
		{"order.share", "pert 25, 40, 35 %", "allowed is 0 to 1"},
		{"order.share", "hazard 25 %, 20 %", "cannot be read"},
		{"order.share", "±150 %", `"150 %" is out of bounds; allowed is 0 to 1`},
		{"order.price", "±0.3", `"0.3" cannot be read; allowed is LOW to HIGH; ±10 %`},
		{"order.share", "±ten", `"ten" is not a number`},
		{"order.share", "times 1 to 2000", `"2000" is out of bounds; allowed is 0 to 1000`},
		{"order.share", "25 or 35", `"25" is out of bounds`},
		{"order.share", "25 % at much or 35 %", `"much" is not a number`},
		{"order.fee", "1,000 to 2 M$", `"1,000 m$" can be read in two ways`},
		{"order.fee", "1 to 2 kg", `"1 kg" is in another unit; allowed is 0 to 50000000000 USD/month`},
		{"order.fee", "2 B to 1", "must lie below"},
		{"order.notice", "30.5 to 90", `"30.5" is not a whole number`},
		{"order.start", "25 to 35", `"25" cannot be read; allowed is a month such as 2026-05, 05/2026 or May 2026`},
		{"order.start", "±10 %", "cannot be read; allowed is LOW to HIGH; sources"},
		{"fair.opens", "2026-07-15 or never", `"never" cannot be read; allowed is a day`},
		{"order.start", "log-normal 2026-07 to 2027-01", `"log-normal 2026-07" cannot be read`},
		{"order.start", "hazard 2026-07", `"2026-07" cannot be read; allowed is`},
		{"order.start", "hazard 2026-07, 200 %", `"200 %" is out of bounds`},
		{"order.basis", "share to weight", `"share to weight" cannot be read; allowed is sources; discrete VALUE or VALUE`},
		{"order.basis", "share or acres", `"acres" cannot be read; allowed is one of share, loaves, weight`},
		{"order.price", strings.Repeat("1 or ", 100) + "1", "cannot be read"},
		{"order.price", strings.Repeat("1", 5000), "cannot be read"},
	} {
		got, times, err := bakeries.FindInput(test.input).ReadRange(test.text)
		if err == nil || !strings.Contains(err.Error(), test.mention) {
			t.Errorf("%s %.40q is %+v, %v, %v; want %s", test.input, test.text, got, times, err, test.mention)
		}
	}
}

func TestRangeText(t *testing.T) {
	for _, test := range []struct {
		input, want string
		spread      distribution.Distribution
		times       bool
	}{
		{"order.share", "25 to 35 %", between(distribution.Normal, 0.25, 0.35), false},
		{"order.share", "29.000000000000004 to 57 %", between(distribution.LogNormal, 0.29000000000000004, 0.57), false},
		{"order.share", "uniform 0 to 100 %", between(distribution.Uniform, 0, 1), false},
		{"order.share", "triangular 5, 12.5, 50 %", most(distribution.Triangular, 0.05, 0.125, 0.5), false},
		{"order.fee", "1 to 1.5 B", between(distribution.LogNormal, 1e9, 1.5e9), false},
		{"order.fee", "1 to 1.1250 M", between(distribution.Normal, 1e6, 1.125e6), false},
		{"order.fee", "log-normal 1 to 1.1 B", between(distribution.LogNormal, 1e9, 1.1e9), false},
		{"order.fee", "pert 0, 900, 1200", most(distribution.PERT, 0, 900, 1200), false},
		{"order.fee", "times 0.9 to 1.1", between(distribution.Normal, 0.9, 1.1), true},
		{"order.price", "2.5 or 3.1250", oneOf(2.5, 1, 3.125, 1), false},
		{"order.price", "2.5 at 4 or 3 at 0.5", oneOf(2.5, 4, 3, 0.5), false},
		{"order.price", "discrete 1e-7", oneOf(1e-7, 1), false},
		{"order.escalator", "-5 to -0.5 %", between(distribution.Normal, -0.05, -0.005), false},
		{"order.start", "2026-07 to 2027-01", between(distribution.Uniform, since(t, "2026-07"), since(t, "2027-01")), false},
		{"order.start", "hazard 2026-07, 20 %", distribution.Distribution{Form: distribution.Hazard, Low: since(t, "2026-07"), Rate: 0.2}, false},
		{"order.start", "2026-07 at 9 or never at 1", oneOf(since(t, "2026-07"), 9, since(t, "2150-12"), 1), false},
		{"fair.opens", "normal 2026-07-15 to 2026-08-01", between(distribution.Normal, day(t, "2026-07-15"), day(t, "2026-08-01")), false},
		{"order.basis", "share or weight", oneOf(0, 1, 2, 1), false},
		{"order.prorated", "true at 9 or false at 1", oneOf(1, 9, 0, 1), false},
	} {
		if got := bakeries.FindInput(test.input).RangeText(test.spread, test.times); got != test.want {
			t.Errorf("%s: %+v is written as %q, want %q", test.input, test.spread, got, test.want)
		}
	}
}

// Whatever a study may say of an input within its bounds, the page can show it as a text that is read as the same.
func TestARangeReadsBackFromItsText(t *testing.T) {
	inputs := append(model.Scenario.Inputs()[:len(model.Scenario.Inputs()):len(model.Scenario.Inputs())], bakeries.Inputs()...)
	rapid.Check(t, func(t *rapid.T) {
		in := rapid.SampledFrom(inputs).Draw(t, "input")
		spread, times := someSpread(t, in)
		text := in.RangeText(spread, times)
		again, factor, err := in.ReadRange(text)
		if err != nil || factor != times || !reflect.DeepEqual(again, spread) {
			t.Fatalf("%s: %+v is written as %q, which is %+v, %v, %v", in.Name, spread, text, again, factor, err)
		}
	})
}

// someSpread draws a distribution that an input may have, all within its bounds.
func someSpread(t *rapid.T, in *scenario.Input) (spread distribution.Distribution, times bool) {
	least, most, whole := in.Min, in.Max, in.Kind != scenario.Number || in.Counted()
	switch {
	case in.Kind == scenario.Switch:
		most = 1
	case in.Kind == scenario.Choice:
		most = float64(len(in.Options) - 1)
	case in.Kind == scenario.Month || in.Kind == scenario.Day:
		most = float64(calendar.Last.Since(calendar.First))
	case rapid.Bool().Draw(t, "times"):
		times, least, most, whole = true, 0, 1000, false
	}
	amount := func(name string) float64 {
		if whole {
			return float64(rapid.IntRange(int(least), int(most)).Draw(t, name))
		}
		return rapid.OneOf(rapid.Float64Range(least, most), rapid.Map(rapid.IntRange(0, 1000), func(part int) float64 { return least + (most-least)*float64(part)/1000 })).Draw(t, name)
	}
	forms := []distribution.Form{distribution.Normal, distribution.LogNormal, distribution.Uniform, distribution.Triangular, distribution.PERT, distribution.Discrete, distribution.Hazard}
	spread.Form = rapid.SampledFrom(forms).Draw(t, "form")
	switch spread.Form {
	case distribution.Discrete:
		for range rapid.IntRange(1, 5).Draw(t, "points") {
			spread.Points = append(spread.Points, distribution.Point{Value: amount("value"), Weight: rapid.SampledFrom([]float64{1, 0.4, 2.125, 1e-9}).Draw(t, "weight")})
		}
	case distribution.Hazard:
		spread.Low, spread.Rate = amount("low"), rapid.Float64Range(0.001, 0.999).Draw(t, "rate")
	default:
		spread.Low, spread.High = amount("low"), amount("high")
		if spread.Form == distribution.Triangular || spread.Form == distribution.PERT {
			spread.Mode = amount("mode")
		}
	}
	uncertain := scenario.Uncertain{Input: in, Times: times, Distribution: spread}
	_, err := uncertain.Bounded()
	if err != nil || !mayHave(in, spread.Form) {
		t.Skip("no distribution")
	}
	return spread, times
}

// mayHave says by the errors of a document whether inputs like this have a form.
func mayHave(in *scenario.Input, form distribution.Form) bool {
	switch in.Kind {
	case scenario.Switch, scenario.Choice:
		return form == distribution.Discrete
	case scenario.Month:
		return form != distribution.LogNormal
	case scenario.Day:
		return form != distribution.LogNormal && form != distribution.Hazard
	}
	return form != distribution.Hazard
}

func FuzzReadRange(f *testing.F) {
	for _, text := range []string{"25 to 35 %", "1.0 to 1.5 B$", "-5--3", "1e-5-2e-5", "2026-07 to 2027-01", "hazard 2026-08, 0.2", "±10 %", "times 0.8..1.2", "pert 2, 2.5, 4", "2.6 at 2 or 3.5", "share or loaves", "sources", "–", " to ", " or ", "at at"} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		for _, name := range []string{"order.share", "order.fee", "order.escalator", "order.notice", "order.start", "fair.opens", "order.basis", "order.prorated"} {
			in := bakeries.FindInput(name)
			spread, times, err := in.ReadRange(text)
			if err != nil {
				if spread.Form != "" || times || err.Error() == "" {
					t.Fatalf("%s %q is refused and is %+v", name, text, spread)
				}
				var mistake *scenario.EntryError
				if errors.As(err, &mistake) && mistake.Allowed == "" && mistake.Readings == nil {
					t.Fatalf("%s %q: %v does not say what is allowed", name, text, err)
				}
				continue
			}
			written := in.RangeText(spread, times)
			if again, factor, err := in.ReadRange(written); err != nil || factor != times || !reflect.DeepEqual(again, spread) {
				t.Fatalf("%s %q is %+v, written as %q, which is %+v, %v", name, text, spread, written, again, err)
			}
		}
	})
}
