package kernel

import "rackonomics/engine/machine"

// GenerateCut is [Generate] with functions of no more than so many operations.
func GenerateCut(of machine.Shape, operations int) (*Kernel, error) {
	return generate(of, Own, operations)
}
