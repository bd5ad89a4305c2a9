package model

import "rackonomics/engine/scenario"

// usualLevers are the inputs that matter where a document does not say: what is let
// and for how much, for how long, and what the operator earns and builds without it.
var usualLevers = []string{
	"lease.share", "lease.gpus", "lease.megawatts", "lease.fee", "lease.price", "lease.price_per_kilowatt", "lease.last_month",
	"operator.reported_operating_loss", "operator.reported_revenue", "operator.capital_spending", "operator.capital_life", "operator.reported_non_cash_costs",
}

// LeversOf gives the paths of the inputs that matter in a scenario: those that it
// names, or the usual ones that have an effect in it, of one thing of each kind.
func LeversOf(document *scenario.Document) []string {
	if len(document.Levers) > 0 {
		return document.Levers
	}
	var paths []string
	for _, name := range usualLevers {
		in := Scenario.FindInput(name)
		for i := range document.Instances {
			if thing := &document.Instances[i]; thing.Scope == in.Scope() && document.HasEffect(i, in) && len(paths) < scenario.MostLevers {
				paths = append(paths, thing.Path(in.Field()))
				break
			}
		}
	}
	return paths
}
