package compare

import (
	"math"
	"testing"

	"pgregory.net/rapid"

	"rackonomics/engine/model"
	"rackonomics/engine/scenario"
	"rackonomics/scenarios"
)

type tester interface {
	Helper()
	Fatal(args ...any)
	Fatalf(format string, args ...any)
}

func load(t tester, name string, changes ...scenario.Change) *scenario.Document {
	t.Helper()
	base, err := scenarios.Load(name)
	if err != nil {
		t.Fatal(err)
	}
	document, err := base.Apply(changes)
	if err != nil {
		t.Fatal(err)
	}
	return document
}

func change(path, value string) scenario.Change {
	return scenario.Change{Path: path, JSON: []byte(value)}
}

func attribute(t tester, from, to *scenario.Document, text string) *Attribution {
	t.Helper()
	figure, err := ParseFigure(text)
	if err != nil {
		t.Fatal(err)
	}
	answer, err := Attribute(from, to, figure)
	if err != nil {
		t.Fatal(err)
	}
	return answer
}

func total(parts []Part) (sum float64) {
	for _, p := range parts {
		sum += p.Value
	}
	return sum
}

// checkWhole checks that the parts are the whole difference, to rounding.
func checkWhole(t tester, a *Attribution) {
	t.Helper()
	scale := math.Abs(a.From) + math.Abs(a.To)
	for _, p := range a.Parts {
		scale += math.Abs(p.Value)
	}
	if off := total(a.Parts) - (a.To - a.From); math.Abs(off) > 1e-9*scale {
		t.Fatalf("the parts of %s come to %v, the difference is %v", a.Figure.Text, total(a.Parts), a.To-a.From)
	}
}

// Of a product of two numbers that both change, each has the mean of what it adds as
// the first and as the second: (x' − x)(y + y') / 2, as the price and volume variances
// of a textbook with the joint variance halved. The fee of a month is the leased share
// of the GPUs by the price of an hour, so what each number comes to is known from the
// fee as it was.
func TestProductOfTwoChanges(t *testing.T) {
	const share, price, newShare, newPrice = 0.4, 2.0, 0.5, 3.0
	fixed := []scenario.Change{change("lease.anthropic.price_basis", `"gpu_hour"`), change("lease.anthropic.usage", "1")}
	from := load(t, "half-the-data-center", append(fixed, change("lease.anthropic.share", "0.4"), change("lease.anthropic.price", "2"))...)
	to := load(t, "half-the-data-center", append(fixed, change("lease.anthropic.share", "0.5"), change("lease.anthropic.price", "3"))...)
	answer := attribute(t, from, to, "lease.fee_billed@anthropic in 2027-03")
	factor := answer.From / (share * price)
	want := map[string]float64{
		"lease.anthropic.share": factor * (newShare - share) * (price + newPrice) / 2,
		"lease.anthropic.price": factor * (newPrice - price) * (share + newShare) / 2,
	}
	if len(answer.Parts) != 2 || !answer.Exact || !(answer.From > 1e6) {
		t.Fatalf("%+v", answer)
	}
	for _, part := range answer.Parts {
		if expected := want[part.Differences[0].Path]; math.Abs(part.Value/expected-1) > 1e-9 || part.Whose != scenario.Decision {
			t.Errorf("%s makes %v, a decision: %v; expected %v", part.Differences[0].Path, part.Value, part.Whose, expected)
		}
	}
}

// The laws that define the Shapley value, of random games: the shares are the whole;
// who changes nothing has nothing; who may stand for each other have the same; and the
// shares of a sum of games are the sums of the shares.
func TestLawsOfShares(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		players := rapid.IntRange(3, 6).Draw(t, "players")
		random := map[set]float64{}
		for _, s := range allSets(players) {
			random[s] = rapid.Float64Range(-1e3, 1e3).Draw(t, "value")
		}
		without := func(s set, i int) set { return s[:i] + "\x00" + s[i+1:] }
		games := map[string]func(set) float64{
			"exact": func(s set) float64 { return random[s] },
			"null":  func(s set) float64 { return random[without(s, 1)] },
			"symmetric": func(s set) float64 {
				if s[1] != s[2] { // one of them, whichever
					s = without(s, 2).with(1)
				}
				return random[s]
			},
		}
		orders := sampledOrders(players, 3)
		shares := map[string][2][]share{}
		for name, game := range games {
			shares[name] = [2][]share{exactShares(players, game), sampledShares(players, orders, game)}
			whole := game(everyone(players)) - game(none(players))
			for _, list := range shares[name] {
				sum := 0.0
				for _, s := range list {
					sum += s.value
				}
				if math.Abs(sum-whole) > 1e-9 {
					t.Fatalf("%s: the shares come to %v of %v", name, sum, whole)
				}
			}
		}
		for _, list := range shares["null"] {
			if list[1].value != 0 || list[1].err != 0 {
				t.Fatalf("who changes nothing has %v", list[1])
			}
		}
		if s := shares["symmetric"][0]; math.Abs(s[1].value-s[2].value) > 1e-9 {
			t.Fatalf("%v and %v of who may stand for each other", s[1], s[2])
		}
		sum := exactShares(players, func(s set) float64 { return games["exact"](s) + games["null"](s) })
		for i := range sum {
			if off := sum[i].value - shares["exact"][0][i].value - shares["null"][0][i].value; math.Abs(off) > 1e-9 {
				t.Fatalf("the share of a sum is off by %v", off)
			}
		}
	})
}

// The sampled shares come to the exact ones within their error: a t of 15 degrees of
// freedom is above 8 once in a million times.
func TestSampledSharesMeetExactOnes(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		players := rapid.IntRange(2, 7).Draw(t, "players")
		weights := rapid.SliceOfN(rapid.Float64Range(0.5, 2), players, players).Draw(t, "weights")
		game := func(s set) float64 {
			product := 1.0
			for i, w := range weights {
				if s[i] == 1 {
					product *= w
				}
			}
			return product
		}
		exact, sampled := exactShares(players, game), sampledShares(players, sampledOrders(players, 4), game)
		for i := range exact {
			if off := math.Abs(exact[i].value - sampled[i].value); off > 8*sampled[i].err+1e-9 {
				t.Fatalf("%v sampled for %v", sampled[i], exact[i].value)
			}
		}
	})
}

// randomChanges draws changes of numbers of a scenario.
func randomChanges(t *rapid.T, document *scenario.Document, most int) (list []scenario.Change) {
	for range rapid.IntRange(1, most).Draw(t, "changes") {
		at := rapid.IntRange(0, len(document.Instances)-1).Draw(t, "thing")
		in := rapid.SampledFrom(model.Scenario.InputsOf(document.Instances[at].Scope)).Draw(t, "input")
		value := scenario.NumberValue(float64(rapid.IntRange(0, max(0, len(in.Options)-1)).Draw(t, "option")))
		switch in.Kind {
		case scenario.Number:
			value = scenario.NumberValue(rapid.Float64Range(in.Min, min(in.Max, 2*max(1, math.Abs(document.Value(at, in).Number)))).Draw(t, "number"))
		case scenario.Month, scenario.Day:
			value = scenario.NumberValue(document.Value(at, in).Number + float64(rapid.IntRange(-6, 6).Draw(t, "later")))
		}
		list = append(list, scenario.Change{Path: document.Instances[at].Path(in.Field()), JSON: in.Encode(value)})
	}
	return list
}

// The parts are the whole, whatever is changed, and whichever figure is asked about.
func TestPartsAreTheWhole(t *testing.T) {
	names := scenarios.Names
	if testing.Short() {
		names = []string{"filed-deal", "three-tenants"}
	}
	figures := []string{"net_present_value", "cash.minimum", "operator.operating_income in 2027", "operator.cash in 2026-12", "break_even.operating_income.first"}
	rapid.Check(t, func(t *rapid.T) {
		from := load(t, rapid.SampledFrom(names).Draw(t, "scenario"))
		changes := randomChanges(t, from, 5)
		to, err := from.Apply(changes)
		if err != nil || model.Check(to) != nil {
			t.Skip("not a scenario")
		}
		answer := attribute(t, from, to, rapid.SampledFrom(figures).Draw(t, "figure"))
		if !answer.Exact {
			t.Fatal("a few changes are not attributed exactly")
		}
		if answer.Absent == 0 {
			checkWhole(t, answer)
		} else if answer.Parts != nil {
			t.Fatal("parts of a figure that is absent")
		}
	})
}
