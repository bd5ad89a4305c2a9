package model_test

import (
	"strings"
	"testing"

	"rackonomics/engine/language"
	"rackonomics/engine/model"
)

// Formulas stand in the source as the reference and explanations show them, and
// none is longer than can be read at once.
func TestFormulasStandInTheOneLayout(t *testing.T) {
	check := func(name, formula string) {
		laidOut, err := language.Format(formula)
		switch {
		case err != nil:
			t.Errorf("%s: %v", name, err)
		case laidOut != formula:
			t.Errorf("%s stands as\n%s\nand its layout is\n%s", name, formula, laidOut)
		case strings.Count(formula, "\n") > 2:
			t.Errorf("%s has more than three lines; make parts of it rows or functions:\n%s", name, formula)
		}
	}
	for _, row := range model.Rows {
		check(row.Name, row.Formula)
	}
	for _, function := range model.Functions {
		check(function.Name, function.Formula)
	}
}
