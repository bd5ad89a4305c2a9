package model_test

import (
	"fmt"
	"math"
	"testing"

	"rackonomics/engine/compile"
	"rackonomics/engine/machine"
	"rackonomics/engine/model"
	"rackonomics/engine/program"
	"rackonomics/engine/scenario"
)

// 150,000 H100, 50,000 H200 and 20,000 GB200 at mid-2026 prices bring 0.43 to
// 0.49 billion USD in a month of 730 hours: the low and the high prices of H100
// (index SDH100RT and one-year contracts), H200 and GB200 (Spheron), multiplied out.
func TestMarketValueOfColossus1(t *testing.T) {
	for want, prices := range map[float64][3]float64{0.43e9: {2.35, 3.0, 4.5}, 0.49e9: {2.60, 3.5, 5.3}} {
		o := run(t, hall(t, 1, "", fmt.Sprintf(`,"fleet":[{"name":"h100","site":"hall","gpus":150000,"spot_price":%v},{"name":"h200","site":"hall","gpus":50000,"spot_price":%v},{"name":"gb200","site":"hall","gpus":20000,"spot_price":%v}],
			"source":[{"name":"tva","site":"hall","capacity":500}]`, prices[0], prices[1], prices[2])))
		near(t, "a month's market value", o.first("site.market_price", "hall")*o.first("site.gpus_usable", "hall")*730, want, 0.01)
	}
}

func market(t *testing.T, fleet string) *scenario.Document {
	return hall(t, 61, "", `,"fleet":[{"name":"h100","site":"hall","gpus":1000`+fleet+`}]`)
}

func TestPricePaths(t *testing.T) {
	falling := run(t, market(t, `,"spot_price":3,"price_trend":-0.4,"price_floor":1`)).of("fleet.market_price", "h100")
	for month, want := range map[int]float64{0: 3, 12: 1.8, 24: 1.08, 36: 1, 60: 1} {
		near(t, fmt.Sprintf("the price in month %d", month), falling[month], want, 1e-9)
	}
	replay := run(t, market(t, `,"price_path":"replay","price_floor":2,"spot_price":{"steps":[{"from":"2026-01","value":2.99},{"from":"2027-01","value":1.7},{"from":"2027-06","value":2.35}]}`)).of("fleet.market_price", "h100")
	for month, want := range map[int]float64{0: 2.99, 11: 2.99, 12: 1.7, 17: 2.35, 60: 2.35} {
		near(t, fmt.Sprintf("the price as given in month %d", month), replay[month], want, 0)
	}
	swinging := run(t, market(t, `,"spot_price":3,"price_trend":-0.4,"price_floor":1,"price_path":"reverting"`)).of("fleet.market_price", "h100")
	for month := range swinging {
		near(t, "the plain run of a swinging price, by its trend", swinging[month], falling[month], 0)
	}
}

// lanes runs many paths of a scenario and gives a row of an instance by month and lane.
func lanes(t *testing.T, document *scenario.Document, count int, row string, instances ...string) [][]float64 {
	t.Helper()
	schema, err := model.Schema(document)
	if err != nil {
		t.Fatal(err)
	}
	layout := model.Layout(document)
	var patterns []string
	for _, instance := range instances {
		patterns = append(patterns, row+"@"+instance)
	}
	columns, err := model.Columns(schema, layout, patterns)
	if err != nil {
		t.Fatal(err)
	}
	compiled, err := compile.Program(schema, layout, columns)
	if err != nil {
		t.Fatal(err)
	}
	runner, err := machine.New(compiled, document.Start, document.Months, count)
	if err != nil {
		t.Fatal(err)
	}
	table, err := runner.Run(func(input program.Input) []float64 {
		return document.Resolve(input.Instance, model.Scenario.FindInput(input.Name), document.Months)
	}, &machine.Draws{Seed: 1})
	if err != nil {
		t.Fatal(err)
	}
	var all [][]float64
	for i := range instances {
		all = append(all, table.Series(i))
	}
	return all
}

func spread(values []float64) (mean, deviation float64) {
	for _, value := range values {
		mean += value / float64(len(values))
	}
	for _, value := range values {
		deviation += (value - mean) * (value - mean) / float64(len(values))
	}
	return mean, math.Sqrt(deviation)
}

// The monthly Ornstein-Uhlenbeck step has the stationary variance
// s²/12/(1 - exp(-2k/12)); a swing is common to all generations.
func TestSwingsOfThePrice(t *testing.T) {
	const count = 4000
	both := lanes(t, hall(t, 60, "", `,"fleet":[{"name":"h100","site":"hall","gpus":1000,"price_path":"reverting","drop_chance":0,"price_volatility":0.3,"price_reversion":1.5},
		{"name":"gb200","site":"hall","gpus":1000,"price_path":"reverting","drop_chance":0,"price_volatility":0.6,"price_reversion":1.5}]`), count, "fleet.price_deviation", "h100", "gb200")
	_, first := spread(both[0][:count])
	near(t, "the first month's deviation", first, 0.3/math.Sqrt(12), 0.04)
	mean, deviation := spread(both[0][59*count:])
	near(t, "the deviation after five years", deviation, 0.3/math.Sqrt(12)/math.Sqrt(1-math.Exp(-2*1.5/12)), 0.04)
	if math.Abs(mean) > 4*deviation/math.Sqrt(count) {
		t.Errorf("the mean is %v, want none", mean)
	}
	for i := range both[0] {
		if math.Abs(both[1][i]-2*both[0][i]) > 1e-9 {
			t.Fatalf("path %d: the generations do not swing together: %v and %v", i, both[0][i], both[1][i])
		}
	}
}

func TestDropsAtLaunchesAndRisesAtShortages(t *testing.T) {
	const count = 20000
	for _, chance := range []float64{0.5, 2} {
		drops, rises := 0, 0
		fleet := fmt.Sprintf(`,"fleet":[{"name":"h100","site":"hall","gpus":1000,"price_path":"reverting","price_volatility":0,"drop":0.2,"drop_chance":%v,"rise":0.38,"rise_chance":%v}],
			"rows":[{"name":"fleet.threshold","unit":"1","formula":"rare(unlikely(drop_chance))"}]`, chance, chance/2)
		for _, deviation := range lanes(t, hall(t, 1, "", fleet), count, "fleet.price_deviation", "h100")[0] {
			switch {
			case deviation < 0:
				near(t, "a drop", deviation, math.Log(0.8), 1e-9)
				drops++
			case deviation > 0:
				near(t, "a rise", deviation, math.Log(1.38), 1e-9)
				rises++
			}
		}
		for what, jumps := range map[string][2]float64{"drops": {float64(drops), chance / 12 * count}, "rises": {float64(rises), chance / 24 * count}} {
			if got, expected := jumps[0], jumps[1]; math.Abs(got-expected) > 4*math.Sqrt(expected) {
				t.Errorf("%v %s, want about %v", got, what, expected)
			}
		}
		threshold := run(t, hall(t, 1, "", fleet)).first("fleet.threshold", "h100")
		near(t, "the chance beyond the threshold", math.Erfc(threshold/math.Sqrt2)/2, chance/12, 0.002)
	}
}
