package kernel_test

import (
	"encoding/binary"
	"encoding/json"
	"errors"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"rackonomics/engine/form"
	"rackonomics/engine/kernel"
	"rackonomics/engine/machine"
	"rackonomics/engine/model"
	"rackonomics/engine/program"
	"rackonomics/engine/result"
	"rackonomics/engine/study"
	"rackonomics/scenarios"
)

// anchorsIn names the folder into which programs are written for tools/anchors.mjs.
const anchorsIn = "RACKONOMICS_ANCHORS"

// anchor is a program with all that it is run with, as tools/anchors.mjs reads it.
type anchor struct {
	Name       string  `json:"name"`
	Series     string  `json:"series"` // of those that differ in one thing alone
	Months     int     `json:"months"` // that are computed
	Lanes      int     `json:"lanes"`
	Operations int     `json:"operations"` // of a month
	Pairs      int     `json:"pairs"`
	Size       int     `json:"size"`     // of the memory
	Generate   float64 `json:"generate"` // milliseconds, natively, the best of some
	Kernel     string  `json:"kernel"`   // files: the module, the same program in C, the memory before a run
	C          string  `json:"c,omitempty"`
	Memory     string  `json:"memory"`
}

// caught has a machine hand over what it would have a kernel compute.
type caught struct {
	kernel *kernel.Kernel
	c      []byte
	err    error // why there is no C
	memory []float64
	took   time.Duration
}

var errCaught = errors.New("the run was only caught")

func (a *caught) Kernel(of machine.Shape) (machine.Kernel, error) {
	a.took = time.Hour
	for range 5 {
		begun := time.Now()
		made, err := kernel.Generate(of, kernel.OfHost)
		if err != nil {
			return nil, err
		}
		a.kernel, a.took = made, min(a.took, time.Since(begun))
	}
	_, a.c, a.err = kernel.C(of)
	return a, nil
}

func (a *caught) Run(given *machine.Given, _ []float64) (machine.Overflow, error) {
	a.memory = make([]float64, a.kernel.Size/8)
	for i := range len(a.kernel.Image) / 8 {
		a.memory[i] = math.Float64frombits(binary.LittleEndian.Uint64(a.kernel.Image[8*i:]))
	}
	a.kernel.Fill(a.memory, given)
	return machine.Overflow{}, errCaught
}

func (a *caught) Close() error { return nil }

// asked are the rows that the study of a scenario takes as the page asks for it.
func asked(t *testing.T, name string) []string {
	t.Helper()
	document, err := scenarios.Load(name)
	if err != nil {
		t.Fatal(err)
	}
	var measures []string
	for _, name := range append(study.OddsMeasures(document), model.AskedFirst) {
		measure, _, _ := strings.Cut(name, "@")
		measures = append(measures, measure)
	}
	rows, err := result.RowsOf(measures...)
	if err != nil {
		t.Fatal(err)
	}
	return rows
}

// caughtOf is the program of rows of a scenario, of which every input differs by lane.
func caughtOf(t *testing.T, name string, rows []string, months, lanes int) (*caught, anchor) {
	t.Helper()
	document, err := scenarios.Load(name)
	if err != nil {
		t.Fatal(err)
	}
	if months > 0 {
		longer := *document
		longer.Months = months
		document = &longer
	}
	compiled, err := form.Compile(document, rows, nil)
	if err != nil {
		t.Fatal(err)
	}
	p := compiled.Program
	m, err := machine.New(p, document.Start, document.Months, lanes)
	if err != nil {
		t.Fatal(err)
	}
	computed := m.Reach(model.Computed(document))
	inputs := func(input program.Input) []float64 {
		return document.Resolve(input.Instance, model.Scenario.FindInput(input.Name), computed)
	}
	for at, input := range p.Inputs {
		if err := m.Spread(at, around(inputs(input), p.Registers[input.Register].Kind == program.FromProfile, lanes)); err != nil {
			t.Fatal(err)
		}
	}
	a := &caught{}
	m.Use(a)
	if _, err := m.Run(inputs, &machine.Draws{Seed: 1}); !errors.Is(err, errCaught) {
		t.Fatalf("%s: no kernel: %v, %v", name, m.Refusal(), err)
	}
	told := anchor{Months: computed, Lanes: lanes, Pairs: a.kernel.Pairs(), Size: a.kernel.Size, Generate: a.took.Seconds() * 1000}
	for _, pass := range p.Passes {
		told.Operations += len(pass.Operations)
	}
	return a, told
}

// Every shipped scenario has its program in C, unless it asks on which days exchanges trade.
// tools/anchors.mjs has them written, compiles them and measures kernels against them.
func TestProgramsInC(t *testing.T) {
	folder := os.Getenv(anchorsIn)
	var list []anchor
	add := func(series, scenario, title string, rows []string, months, lanes int) {
		a, told := caughtOf(t, scenario, rows, months, lanes)
		told.Name, told.Series = title, series
		if a.err != nil {
			t.Logf("%s: %v", title, a.err)
		}
		if a.err == nil && !strings.Contains(string(a.c), `export_name("run")`) {
			t.Errorf("%s: its C has no function that runs it", title)
		}
		if folder != "" {
			told.write(t, folder, fmt.Sprint(len(list)), a)
		}
		list = append(list, told)
	}
	if folder == "" {
		for _, name := range scenarios.Names {
			add("", name, name, asked(t, name), 0, 4)
		}
		return
	}
	const founding = "half-the-data-center"
	for _, name := range []string{founding, "three-tenants", "orbital-expansion"} {
		add("C", name, name, asked(t, name), 0, study.BlockLanes)
	}
	for _, months := range []int{60, 120, 240} {
		add("months", founding, fmt.Sprintf("%d months", months), asked(t, founding), months, study.BlockLanes)
	}
	add("rows", founding, "one row", []string{"operator.free_cash_flow"}, 0, study.BlockLanes)
	add("rows", founding, "a study's rows", asked(t, founding), 0, study.BlockLanes)
	add("rows", founding, "every row", []string{"*.*"}, 0, study.BlockLanes)
	for _, lanes := range []int{32, 128, 512, 2048} {
		add("paths", founding, fmt.Sprintf("%d paths", lanes), asked(t, founding), 0, lanes)
	}
	text, err := json.Marshal(list)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(folder, "anchors.json"), text, 0o600); err != nil {
		t.Fatal(err)
	}
}

func (a *anchor) write(t *testing.T, folder, name string, of *caught) {
	t.Helper()
	memory := make([]byte, 0, 8*len(of.memory))
	for _, number := range of.memory {
		memory = binary.LittleEndian.AppendUint64(memory, math.Float64bits(number))
	}
	a.Kernel, a.Memory = name+".wasm", name+".memory"
	files := map[string][]byte{a.Kernel: of.kernel.Module, a.Memory: memory}
	if of.err == nil && a.Series == "C" {
		a.C = name + ".c"
		files[a.C] = of.c
	}
	for file, data := range files {
		if err := os.WriteFile(filepath.Join(folder, file), data, 0o600); err != nil {
			t.Fatal(err)
		}
	}
}
