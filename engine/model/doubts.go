package model

import (
	"fmt"

	"rackonomics/engine/scenario"
)

// terms are the months from which and to which things of a scope last, with words for
// the first, the last and what comes of none between.
var terms = []struct{ scope, from, to, begins, ends, so string }{
	{"fleet", "go_live", "last_month", "it begins to run", "it ends", "it never runs"},
	{"source", "go_live", "last_month", "it begins to run", "it ends", "it never runs"},
	{"lease", "start", "last_month", "it starts", "it ends", "nothing is let by it"},
	{"tranche", "start", "maturity", "it is first drawn", "it matures", "nothing is drawn"},
}

// Doubts tells what can be computed and is hardly meant: things that are over before
// they begin, or before the scenario does, and so are in no month of it; and GPUs that
// bring more when they are older.
func Doubts(document *scenario.Document) (doubts scenario.Problems) {
	doubts = gainingByAge(document)
	for _, term := range terms {
		for i := range document.Instances {
			thing := &document.Instances[i]
			if thing.Scope != term.scope {
				continue
			}
			month := func(field string) scenario.Value {
				return document.Value(i, Scenario.FindInput(term.scope+"."+field))
			}
			from, to := month(term.from).Month(), month(term.to).Month()
			message := ""
			switch {
			case to.Since(from) < 0:
				message = fmt.Sprintf("%s in %s, before %s in %s", term.ends, to, term.begins, from)
			case to.Since(document.Start) < 0:
				message = fmt.Sprintf("%s in %s, before the scenario begins in %s", term.ends, to, document.Start)
			default:
				continue
			}
			doubts = append(doubts, &scenario.Problem{Path: thing.Path(term.to), Message: message + ", so that " + term.so})
		}
	}
	return doubts
}

// residuals are what used GPUs bring by their age, the younger first.
var residuals = []string{"residual_after_12_months", "residual_after_24_months", "residual_after_36_months", "residual_after_48_months", "residual_after_60_months"}

// gainingByAge tells of GPUs that bring more when they are older.
func gainingByAge(document *scenario.Document) (doubts scenario.Problems) {
	for i := range document.Instances {
		if document.Instances[i].Scope != "fleet" {
			continue
		}
		for at, field := range residuals[1:] {
			older, younger := Scenario.FindInput("fleet."+field), Scenario.FindInput("fleet."+residuals[at])
			value, before := document.Value(i, older).Number, document.Value(i, younger).Number
			if value > before && document.HasEffect(i, older) {
				doubts = append(doubts, &scenario.Problem{Path: document.Instances[i].Path(field), Message: fmt.Sprintf(
					"%s is more than the %s of a year before, so that used GPUs gain by ageing", scenario.Quantity(value, older.Unit, true), scenario.Quantity(before, older.Unit, true))})
			}
		}
	}
	return doubts
}
