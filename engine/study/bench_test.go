package study

import (
	"fmt"
	"testing"

	"rackonomics/engine/scenario"
	"rackonomics/scenarios"
)

// uncertainOf has the first inputs of a scenario that are numbers other than zero
// lie a tenth to both sides.
func uncertainOf(b *testing.B, document *scenario.Document, most int) *scenario.Document {
	var settings []string
	for i := range document.Instances {
		thing := &document.Instances[i]
		for _, in := range document.Schema().InputsOf(thing.Scope) {
			value := document.Value(i, in)
			if in.Kind == scenario.Number && len(settings) < most && (value.Profile != nil || value.Number != 0) {
				settings = append(settings, "study."+thing.Path(in.Field())+`={"times":true,"form":"uniform","low":0.9,"high":1.1}`)
			}
		}
	}
	return with(b, document, settings...)
}

// What a case costs, with few and with many inputs uncertain.
func BenchmarkCases(b *testing.B) {
	for _, name := range []string{"half-the-data-center", "three-tenants", "orbital-expansion"} {
		base, err := scenarios.Load(name)
		if err != nil {
			b.Fatal(err)
		}
		measures := []string{"break_even.operating_income.first", "net_present_value"}
		for _, most := range []int{6, 64} {
			b.Run(fmt.Sprintf("%s/%d_uncertain", name, most), func(b *testing.B) {
				work, err := NewWork(uncertainOf(b, base, most), Ask{Kind: Cases, Measures: measures, Draws: Even})
				if err != nil {
					b.Fatal(err)
				}
				for i := 0; b.Loop(); i++ {
					if _, err := work.Compute(i % (work.Blocks() - 1)); err != nil {
						b.Fatal(err)
					}
				}
				b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N*BlockLanes), "ns/case")
				b.ReportMetric(float64(b.N*BlockLanes)/b.Elapsed().Seconds(), "cases/s")
			})
		}
	}
}

// How much farther off random draws are than even ones, of as many cases: the ratio
// of the sampling errors of a mean.
func BenchmarkEvenDraws(b *testing.B) {
	base, err := scenarios.Load("half-the-data-center")
	if err != nil {
		b.Fatal(err)
	}
	document := with(b, uncertainOf(b, base, 6), "study.paths=4096")
	var errors [2]float64
	for b.Loop() {
		for i, draws := range []Draws{Even, Random} {
			errors[i] = answered(b, document, Ask{Kind: Cases, Measures: []string{"net_present_value"}, Draws: draws}).Measures[0].Mean.Error
		}
	}
	b.ReportMetric(errors[1]/errors[0], "random/even")
}
