package kernel_test

import (
	"fmt"
	"testing"
	"time"

	"rackonomics/engine/form"
	"rackonomics/engine/machine"
	"rackonomics/engine/model"
	"rackonomics/engine/program"
	"rackonomics/engine/study"
	"rackonomics/scenarios"
)

// What a block of lanes costs the machine and a kernel, by operation of the months and
// lane, in turns, so that a machine whose speed changes tells their ratio all the same.
func BenchmarkKernelAndMachine(b *testing.B) {
	backend := newNative(b)
	for _, name := range []string{"half-the-data-center", "three-tenants", "orbital-expansion"} {
		document, err := scenarios.Load(name)
		if err != nil {
			b.Fatal(err)
		}
		months := model.Computed(document)
		for rows, patterns := range map[string][]string{"few rows": {"operator.free_cash_flow", "operator.operating_income"}, "operator's rows": {"operator.*"}} {
			compiled, err := form.Compile(document, patterns, nil)
			if err != nil {
				b.Fatal(err)
			}
			p := compiled.Program
			inputs := func(input program.Input) []float64 {
				return document.Resolve(input.Instance, model.Scenario.FindInput(input.Name), months)
			}
			for _, every := range []int{1, len(p.Inputs) / 6} {
				b.Run(fmt.Sprintf("%s/%s/%d of %d inputs by lane", name, rows, (len(p.Inputs)+every-1)/every, len(p.Inputs)), func(b *testing.B) {
					var machines [2]*machine.Machine
					for i := range machines {
						m, err := machine.New(p, document.Start, document.Months, study.BlockLanes)
						if err != nil {
							b.Fatal(err)
						}
						m.Reach(months)
						for at := 0; at < len(p.Inputs); at += every {
							input := p.Inputs[at]
							if err := m.Spread(at, around(inputs(input), p.Registers[input.Register].Kind == program.FromProfile, study.BlockLanes)); err != nil {
								b.Fatal(err)
							}
						}
						machines[i] = m
					}
					machines[1].Use(backend)
					inTurns(b, p, months, machines, inputs)
				})
			}
		}
	}
}

func inTurns(b *testing.B, p *program.Program, months int, machines [2]*machine.Machine, inputs machine.Inputs) {
	var took [2]time.Duration
	run := func() {
		for i, m := range machines {
			begun := time.Now()
			if _, err := m.Run(inputs, &machine.Draws{Seed: 1}); err != nil {
				b.Fatal(err)
			}
			took[i] += time.Since(begun)
		}
	}
	run() // compiles
	took = [2]time.Duration{}
	for b.Loop() {
		run()
	}
	if err := machines[1].Refusal(); err != nil {
		b.Fatal(err)
	}
	operations := 0
	for _, pass := range p.Passes {
		operations += len(pass.Operations)
	}
	each := float64(b.N * operations * months * study.BlockLanes)
	b.ReportMetric(float64(took[0].Nanoseconds())/each, "machine-ns/operation")
	b.ReportMetric(float64(took[1].Nanoseconds())/each, "kernel-ns/operation")
	b.ReportMetric(float64(took[0])/float64(took[1]), "machine/kernel")
}
