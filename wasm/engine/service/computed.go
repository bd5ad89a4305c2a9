package service

import (
	"fmt"

	"rackonomics/engine/machine"
	"rackonomics/wasm/protocol"
)

// What computed lanes and runs, as it is told beside their figures.
const (
	byKernel  = "by code generated for this scenario, with SIMD"
	byMachine = "operation by operation: %s; the figures are the same"
	noHost    = "no generated code is run here"
)

// computedBy says what computed lanes, and of those that no kernel computed why.
func computedBy(backend machine.Backend, refusal error) string {
	switch {
	case backend == nil:
		return fmt.Sprintf(byMachine, noHost)
	case refusal != nil:
		return fmt.Sprintf(byMachine, refusal)
	}
	return byKernel
}

// backend is what computes lanes that are asked for with something.
func (d *Desk) backend(with protocol.With) (machine.Backend, error) {
	switch with {
	case "":
		return d.Kernels, nil
	case protocol.WithMachine:
		return interpreted{}, nil
	}
	return nil, fmt.Errorf("%q computes nothing; allowed is %s, or nothing for what is fastest", with, protocol.WithMachine)
}

// interpreted makes no kernel.
type interpreted struct{}

func (interpreted) Kernel(machine.Shape) (machine.Kernel, error) {
	return nil, fmt.Errorf("as was asked")
}
