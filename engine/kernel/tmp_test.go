package kernel_test

import (
	"runtime"
	"syscall"
	"testing"
	"time"

	"rackonomics/engine/form"
	"rackonomics/engine/machine"
	"rackonomics/engine/model"
	"rackonomics/engine/program"
	"rackonomics/engine/study"
	"rackonomics/scenarios"
)

func cpu() time.Duration {
	var u syscall.Rusage
	syscall.Getrusage(1, &u)
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}

func TestTmp(b *testing.T) {
	runtime.LockOSThread()
	backend := newNative(b)
	for _, name := range []string{"half-the-data-center", "orbital-expansion"} {
		document, err := scenarios.Load(name)
		if err != nil {
			b.Fatal(err)
		}
		months := model.Computed(document)
		compiled, err := form.Compile(document, []string{"operator.free_cash_flow", "operator.operating_income"}, nil)
		if err != nil {
			b.Fatal(err)
		}
		p := compiled.Program
		inputs := func(input program.Input) []float64 {
			return document.Resolve(input.Instance, model.Scenario.FindInput(input.Name), months)
		}
		for _, every := range []int{1, len(p.Inputs) / 6} {
			m, _ := machine.New(p, document.Start, document.Months, study.BlockLanes)
			m.Reach(months)
			for at := 0; at < len(p.Inputs); at += every {
				input := p.Inputs[at]
				m.Spread(at, around(inputs(input), p.Registers[input.Register].Kind == program.FromProfile, study.BlockLanes))
			}
			operations := 0
			for _, pass := range p.Passes {
				operations += len(pass.Operations)
			}
			for i := 1; i < 2; i++ {
				if i == 1 {
					m.Use(backend)
				}
				m.Run(inputs, &machine.Draws{Seed: 1})
				best := time.Hour
				n := 10 + 60*i
				for range 8 {
					begun := cpu()
					for range n {
						m.Run(inputs, &machine.Draws{Seed: 1})
					}
					best = min(best, (cpu()-begun)/time.Duration(n))
				}
				b.Logf("%s %d of %d: with kernel %d: %.3f ms, %.3f ns", name, len(p.Inputs)/every, len(p.Inputs), i, float64(best)/1e6, float64(best.Nanoseconds())/float64(operations*months*128))
			}
		}
	}
}
