package session_test

import (
	"testing"

	"rackonomics/engine/scenario"
	"rackonomics/engine/session"
	"rackonomics/scenarios"
)

// The plain run of every shipped scenario with every row, as a slider's tick
// does it, and making the program for it.
func BenchmarkPlainRun(b *testing.B) {
	for _, name := range scenarios.Names {
		b.Run(name, func(b *testing.B) {
			s, _ := opened(b, name)
			b.ReportAllocs()
			for b.Loop() {
				if _, err := s.Run([]scenario.Change{}); err != nil {
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
				b.ReportMetric(float64(operations(result)), "operations/month")
			}
		})
	}
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

func operations(result *session.Result) int {
	count := 0
	for _, pass := range result.Table.Program.Passes {
		for _, batch := range pass.Batches {
			count += len(batch.Ops)
		}
	}
	return count
}
