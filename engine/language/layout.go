package language

import "rackonomics/engine/program"

// Instance is one thing of a scope.
type Instance = program.Instance

// Layout lists the instances of a scenario, in its order.
type Layout struct {
	Instances []Instance
	// Varying reports whether an input of an instance changes over the months;
	// nil means that none does.
	Varying func(input string, instance int) bool
	// Fixed gives the value of an input that the program is made for: in runs it
	// must be just that. Nil means that none is fixed. Choices and switches are
	// worth fixing, because what they switch off then costs nothing.
	Fixed func(input string, instance int) (float64, bool)
}

// Cell is a row of an instance; Row is its index in the schema.
type Cell struct{ Row, Instance int }
