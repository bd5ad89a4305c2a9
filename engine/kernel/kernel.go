// Package kernel writes a program as a WebAssembly module with SIMD that computes its
// table for a block of lanes, to the bits of [machine].
//
// What is the same in all lanes is computed once. Then two lanes at a time, which
// are a vector of two numbers, go through all months; what they keep from month to
// month stands close together, so that it stays near the processor. Each pass is
// straight code, without a branch but the loop over months: a truth is a mask of all
// ones or none, a choice takes bits of both sides, an absent value is any NaN. Only
// when the table is read it becomes the one NaN that is absent.
package kernel

import (
	"errors"
	"fmt"
	"slices"

	"rackonomics/engine/machine"
	"rackonomics/engine/program"
	w "rackonomics/engine/wasmcode"
)

// Names under which a module exports its memory, or imports it from [Host], and exports
// its one function, which takes where the kernel's part of the memory begins and how
// many pairs of lanes there are.
const (
	Memory = "memory"
	Run    = "run"
	Host   = "host"
)

// MemoryOf says in whose memory a kernel computes.
type MemoryOf int

// A kernel's own memory is just large enough, and begins with its part. In its host's
// it may be given any part that begins at a multiple of 16.
const (
	Own MemoryOf = iota
	OfHost
)

// Kernel is a module with what has to be known to give it inputs and to read its table.
type Kernel struct {
	Module []byte
	Size   int    // of its memory in bytes; all that it reads and writes lies within
	Image  []byte // what its memory begins with; the rest is zero before the first run
	shape  machine.Shape
	places *places
}

// Bounds of what a kernel is made for.
const (
	mostRegisters = 50_000
	mostMemory    = 1 << 30
)

// Generate writes the kernel of a shape. The error says why there is none.
func Generate(of machine.Shape, memory MemoryOf) (*Kernel, error) {
	return generate(of, memory, mostOperations)
}

// generate writes functions of no more than so many operations.
func generate(of machine.Shape, memory MemoryOf, operations int) (*Kernel, error) {
	if err := refuse(of); err != nil {
		return nil, err
	}
	bound := bind(of.Program, of.Varies, of.Drawn)
	g := &generator{shape: of, binding: bound, places: findPlaces(of, bound), module: &w.Module{}, most: operations}
	if g.places.size > mostMemory {
		return nil, fmt.Errorf("it needs %d MiB of memory, and a kernel may have %d", g.places.size>>20, mostMemory>>20)
	}
	g.functions = &functions{module: g.module, tables: g.places.tables, made: map[string]*w.Function{}}
	g.write()
	if memory == OfHost {
		g.module.HostMemory(Host, Memory, g.places.size)
	} else {
		g.module.Memory(Memory, g.places.size)
	}
	return &Kernel{Module: g.module.Bytes(), Size: g.places.size, Image: g.places.image, shape: of, places: g.places}, nil
}

// refuse says what no kernel is written for.
func refuse(of machine.Shape) error {
	p := of.Program
	if of.Whole && (of.Lanes != 1 || of.Drawn || slices.Contains(of.Varies, true)) {
		return errors.New("all columns are wanted of more than a plain run")
	}
	if len(p.Registers) > mostRegisters {
		return fmt.Errorf("it has %d registers, and a kernel is written for %d at most", len(p.Registers), mostRegisters)
	}
	for _, op := range p.Setup {
		switch {
		case !hasCode(op.Code):
			return fmt.Errorf("there is no code for %q", op.Code)
		case readsColumn(op):
			return fmt.Errorf("its setup reads column %s", p.Columns[op.A].Row)
		}
	}
	for i, pass := range p.Passes {
		for _, op := range pass.Operations {
			if !hasCode(op.Code) {
				return fmt.Errorf("there is no code for %q", op.Code)
			}
			if op.Code == program.Lag && pass.Backward && p.Columns[op.A].Pass == i {
				return fmt.Errorf("column %s is read at an earlier month by the pass that goes backward over it", p.Columns[op.A].Row)
			}
		}
	}
	return nil
}
