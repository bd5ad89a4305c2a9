package study

import (
	"rackonomics/engine/machine"
	"rackonomics/engine/model"
	"rackonomics/engine/scenario"
)

// Attempt is what one input does for the break-even of every result.
type Attempt struct {
	Lever    model.Lever
	Variable Variable
	Solved   []*Solved // as [model.BreakEvens] lists them
}

// LeverVariables are the inputs that the scenario has of [model.Levers]: those that
// have an effect, as a factor where they change over time.
func LeverVariables(document *scenario.Document) (variables []Variable, levers []model.Lever) {
	for _, lever := range model.Levers {
		for _, name := range lever.Inputs {
			in := model.Scenario.FindInput(name)
			for i := range document.Instances {
				instance := &document.Instances[i]
				v := Variable{Path: instance.Path(in.Field()), Thing: i, Input: in}
				if instance.Scope != in.Scope() || !document.HasEffect(i, in) {
					continue
				}
				v.Times = document.Value(i, in).Profile != nil
				if low, high := v.Range(document); low == high { // a month, of a scenario of one
					continue
				}
				variables, levers = append(variables, v), append(levers, lever)
			}
		}
	}
	return variables, levers
}

// BreakEvens asks of each lever at what values every result breaks even within the
// scenario. Kernels of the backend try the values, if there is one.
func BreakEvens(document *scenario.Document, backend machine.Backend) ([]Attempt, error) {
	var goals []Goal
	for _, even := range model.BreakEvens {
		goals = append(goals, Goal{Measure: even.First, Target: float64(document.Months - 1), Sense: AtMost})
	}
	variables, levers := LeverVariables(document)
	var attempts []Attempt
	for i, v := range variables {
		low, high := v.Range(document)
		solved, err := SolveAll(document, goals, v, low, high, backend)
		if err != nil {
			return nil, err
		}
		attempts = append(attempts, Attempt{levers[i], v, solved})
	}
	return attempts, nil
}
