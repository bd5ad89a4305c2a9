package kernel_test

import (
	"runtime"
	"syscall"
	"testing"
	"time"

	"rackonomics/engine/form"
	"rackonomics/engine/kernel"
	"rackonomics/engine/machine"
	"rackonomics/engine/model"
	"rackonomics/engine/program"
	"rackonomics/native"
	"rackonomics/scenarios"
)

func TestTmp(t *testing.T) {
	runtime.LockOSThread()
	backend := native.New(t.Context())
	defer backend.Close(t.Context())
	for _, name := range []string{"half-the-data-center", "three-tenants"} {
		document, _ := scenarios.Load(name)
		for _, rows := range []string{"operator.*", "operator.free_cash_flow"} {
			for mode := range 3 {
				made, err := form.Compile(document, []string{rows}, nil)
				if err != nil {
					t.Fatal(err)
				}
				p := made.Program
				const lanes = 128
				months := 0
				var took [2]time.Duration
				var tables [2]*machine.Table
				for i := range 2 {
					m, _ := machine.New(p, document.Start, document.Months, lanes)
					if i == 1 {
						m.Use(backend)
					}
					months = m.Reach(model.Computed(document))
					varies := 0
					for k, in := range p.Inputs {
						values := document.Resolve(in.Instance, model.Scenario.FindInput(in.Name), months)
						isP := p.Registers[in.Register].Kind == program.FromProfile
						if mode == 0 || mode == 1 && k%12 == 0 {
							s := machine.Spread{Values: make([]float64, lanes), Monthly: isP}
							if isP {
								s.Values = make([]float64, lanes*months)
							}
							for l := range s.Values {
								s.Values[l] = values[min(l/lanes, len(values)-1)] * (1 + 0.001*float64(l%lanes))
							}
							varies++
							if err := m.Spread(k, s); err != nil {
								t.Fatal(err)
							}
						}
					}
					run := func() {
						var err error
						if tables[i], err = m.Run(func(input program.Input) []float64 {
							return document.Resolve(input.Instance, model.Scenario.FindInput(input.Name), months)
						}, &machine.Draws{Seed: 1}); err != nil {
							t.Fatal(err)
						}
					}
					run()
					took[i] = time.Hour
					for range 1 {
						begin := cpu()
						for range 20 {
							run()
						}
						took[i] = min(took[i], (cpu()-begin)/20)
					}
					if m.Refusal() != nil {
						t.Fatal(m.Refusal())
					}
				}
				same(t, tables[0], tables[1])
				ops := 0
				for _, pass := range p.Passes {
					ops += len(pass.Operations)
				}
				begin := time.Now()
				vs := make([]bool, len(p.Inputs))
				for i := range vs {
					vs[i] = true
				}
				k, err := kernel.Generate(machine.Shape{Program: p, Months: document.Months, Computed: months, Lanes: lanes, Varies: vs, Drawn: true})
				if err != nil {
					t.Fatal(err)
				}
				gen := time.Since(begin)
				begin = time.Now()
				backend.Load(k)
				per := func(d time.Duration) float64 { return float64(d.Nanoseconds()) / float64(ops*months*lanes) }
				t.Logf("%-28s %-24s mode %d: %5d ops %3d cols, module %6d, memory %8d, gen %v, compile %v; machine %v (%.3f ns), kernel %v (%.3f ns): %.1f", name, rows, mode, ops, len(p.Columns), len(k.Module), k.Size, gen, time.Since(begin), took[0], per(took[0]), took[1], per(took[1]), float64(took[0])/float64(took[1]))
			}
		}
	}
}

func cpu() time.Duration {
	var u syscall.Rusage
	syscall.Getrusage(1, &u) // RUSAGE_THREAD
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}
