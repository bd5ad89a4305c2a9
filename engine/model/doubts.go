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
// they begin, or before the scenario does, and so are in no month of it.
func Doubts(document *scenario.Document) (doubts scenario.Problems) {
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
