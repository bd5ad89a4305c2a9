package model

import (
	"slices"

	"rackonomics/engine/scenario"
)

// Check refuses what its inputs allow one by one and together means nothing. The
// error is a [scenario.Problems].
func Check(document *scenario.Document) error {
	var found scenario.Problems
	for i := range document.Instances {
		if document.Instances[i].Scope == "lease" {
			found = append(found, feeForNothing(document, i)...)
		}
	}
	if found == nil {
		return nil
	}
	return found
}

// feeForNothing finds a flat fee for no capacity: cut in proportion to what is
// delivered it is never billed, and would stand in the headline value whole.
func feeForNothing(document *scenario.Document, lease int) scenario.Problems {
	value := func(field string) scenario.Value {
		return document.Value(lease, Scenario.FindInput("lease."+field))
	}
	is := func(field, option string) bool {
		wanted, err := Scenario.FindInput("lease." + field).Parse(option)
		return err == nil && value(field).Equal(wanted)
	}
	isZero := func(field string) bool { // whatever the horizon
		given := value(field)
		if given.Profile == nil {
			return given.Number == 0
		}
		return !slices.ContainsFunc(given.Profile.Steps, func(step scenario.Step) bool { return step.Value != 0 })
	}
	if !is("price_basis", "fee") || !is("prorated", "true") || isZero("fee") {
		return nil
	}
	for _, field := range []string{"share", "gpus", "megawatts"} {
		if is("basis", field) && isZero(field) {
			return scenario.Problems{{Path: document.Instances[lease].Path(field),
				Message: "0 leaves nothing to deliver, so that the flat fee is never billed. Allowed: more, a fee of 0, or a fee that is not cut in proportion"}}
		}
	}
	return nil
}
