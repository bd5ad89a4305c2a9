package session_test

import (
	"fmt"
	"testing"

	"rackonomics/engine/compile"
	"rackonomics/engine/machine"
	"rackonomics/engine/model"
	"rackonomics/engine/program"
	"rackonomics/engine/result"
	"rackonomics/engine/scenario"
	"rackonomics/engine/session"
	"rackonomics/scenarios"
)

// The plain run of every shipped scenario with every row, as a slider's tick
// does it, each time with another value, and making the program for it.
func BenchmarkPlainRun(b *testing.B) {
	for _, name := range scenarios.Names {
		b.Run(name, func(b *testing.B) {
			s, _ := opened(b, name)
			b.ReportAllocs()
			for tick := 0; b.Loop(); tick++ {
				if _, err := s.Run(slid(tick)); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

func BenchmarkFirstRun(b *testing.B) {
	for _, name := range scenarios.Names {
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				_, result := opened(b, name)
				b.ReportMetric(float64(operationsOf(result.Table.Program)), "operations/month")
			}
		})
	}
}

// A block of paths of the founding case with the rows of its headline figures,
// as a Monte Carlo run repeats it.
func BenchmarkBlockOfLanes(b *testing.B) {
	const lanes = 128
	document, err := scenarios.Load("half-the-data-center")
	if err != nil {
		b.Fatal(err)
	}
	schema, err := model.Schema(document)
	if err != nil {
		b.Fatal(err)
	}
	layout := model.Layout(document)
	columns, err := model.Columns(schema, layout, result.Rows())
	if err != nil {
		b.Fatal(err)
	}
	compiled, err := compile.Program(schema, layout, columns)
	if err != nil {
		b.Fatal(err)
	}
	runner, err := machine.New(compiled, document.Start, document.Months, lanes)
	if err != nil {
		b.Fatal(err)
	}
	inputs := func(input program.Input) []float64 {
		return document.Resolve(input.Instance, model.Scenario.FindInput(input.Name), document.Months)
	}
	runs := 0
	for b.Loop() {
		if _, err := runner.Run(inputs, &machine.Draws{Seed: 1, Block: uint32(runs)}); err != nil {
			b.Fatal(err)
		}
		runs++
	}
	perLane := float64(b.Elapsed().Nanoseconds()) / float64(runs*lanes*document.Months)
	b.ReportMetric(perLane/float64(len(compiled.Columns)), "ns/row/month")
	b.ReportMetric(perLane/float64(operationsOf(compiled)), "ns/operation")
}

// slid is what a slider changes in a tick.
func slid(tick int) []scenario.Change {
	return []scenario.Change{{Path: "operator.reported_revenue", JSON: fmt.Append(nil, 100_000_000+tick)}}
}

func opened(b *testing.B, name string) (*session.Session, *session.Result) {
	b.Helper()
	document, err := scenarios.Load(name)
	if err != nil {
		b.Fatal(err)
	}
	s := session.New(document, "*")
	result, err := s.Run(nil)
	if err != nil {
		b.Fatal(err)
	}
	return s, result
}

// operationsOf counts those of a month.
func operationsOf(compiled *program.Program) int {
	count := 0
	for _, pass := range compiled.Passes {
		count += len(pass.Operations)
	}
	return count
}

// The views that are always open on the page (web/src/views/places.ts), as a
// slider's tick asks for them.
func BenchmarkViews(b *testing.B) {
	var wishes []session.Wish
	for _, name := range []string{"break-even", "capacity", "lease-values", "sources", "money", "power"} {
		wishes = append(wishes, session.Wish{View: name, By: result.ByMonth})
	}
	for _, name := range scenarios.Names {
		b.Run(name, func(b *testing.B) {
			s, _ := opened(b, name)
			tick := 0
			show := func() {
				tick++
				prepared, err := s.PrepareViews(slid(tick), wishes)
				if err != nil {
					b.Fatal(err)
				}
				run, err := prepared.Run()
				if err != nil {
					b.Fatal(err)
				}
				if _, err := run.Views(wishes, nil); err != nil {
					b.Fatal(err)
				}
			}
			show() // and compile the form
			b.ReportAllocs()
			for b.Loop() {
				show()
			}
		})
	}
}
