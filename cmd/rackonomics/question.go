package main

import (
	"cmp"
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"rackonomics/engine/model"
	"rackonomics/engine/scenario"
	"rackonomics/engine/study"
)

// asking are the flags that say what is asked of an uncertain scenario.
type asking struct {
	settings, measures, rows []string
	seed                     uint64
	paths                    int
	draws, indices           string
}

// question is a scenario with what is asked of it.
type question struct {
	document *scenario.Document
	ask      study.Ask
	works    []*study.Work // the first is there at once, others as they are needed
	with     string        // what computes them, of those that have a choice
}

func (a *asking) addWatched(command *cobra.Command) {
	addSettings(command, &a.settings)
	command.Flags().StringArrayVar(&a.measures, "measure", nil, "a `measure` to tell of, with @instance where several things have it; may be repeated")
	command.Flags().StringArrayVar(&a.rows, "row", nil, "a `row` to tell of month by month, as operator.free_cash_flow or lease.active@anthropic; may be repeated")
}

func (a *asking) addDrawn(command *cobra.Command) {
	a.addWatched(command)
	flags := command.Flags()
	flags.Uint64Var(&a.seed, "seed", 0, "seed of the draws, in place of the scenario's")
	flags.IntVar(&a.paths, "paths", 0, fmt.Sprintf("how many cases are drawn; as many as the scenario says, or %d", study.DefaultPaths))
	flags.StringVar(&a.draws, "draws", string(study.Even), "how inputs are drawn: even (scrambled Sobol points) or random")
	flags.StringVar(&a.indices, "indices", "", "tell the first-order and total indices of this `measure` in place of distributions")
}

// open opens the scenario with its changes, seed and number of cases among them.
func (a *asking) open(command *cobra.Command, argument string) (*scenario.Document, error) {
	opened, err := openWhole(command, argument, a.settings)
	if err != nil {
		return nil, err
	}
	if command.Flags().Changed("seed") {
		opened.Changes = append(opened.Changes, scenario.Change{Path: "scenario.seed", JSON: strconv.AppendUint(nil, a.seed, 10)})
	}
	if command.Flags().Changed("paths") {
		opened.Changes = append(opened.Changes, scenario.Change{Path: "study.paths", JSON: strconv.AppendInt(nil, int64(a.paths), 10)})
	}
	document, err := opened.Base.Apply(opened.Changes)
	if err != nil {
		return nil, err
	}
	tellIdleUncertain(command, document)
	return document, model.Check(document)
}

// tellIdleUncertain says on standard error which uncertain inputs have no effect in
// any case: what they depend on is another, and certain.
func tellIdleUncertain(command *cobra.Command, document *scenario.Document) {
	for _, u := range document.Study.Uncertain {
		idle := document.Idle(u.Instance, u.Input)
		if idle == nil {
			continue
		}
		field, _ := idle.Condition()
		if document.Study.FindUncertain(document.Instances[u.Instance].Path(field)) < 0 {
			fmt.Fprintf(command.ErrOrStderr(), "study.%s: %s\n", u.Path, idle.SaysIdle())
		}
	}
}

// question opens the scenario and puts what is asked of it.
func (a *asking) question(command *cobra.Command, argument string) (*question, error) {
	if a.indices != "" && len(a.measures)+len(a.rows) > 0 {
		return nil, usageError{errors.New("--indices are of the measure that it names; --measure and --row are for distributions")}
	}
	document, err := a.open(command, argument)
	if err != nil {
		return nil, err
	}
	ask := study.Ask{Kind: study.Cases, Measures: a.measures, Draws: study.Draws(a.draws)}
	if a.indices != "" {
		ask.Kind, ask.Measures = study.Indices, []string{a.indices}
	}
	if ask.Rows, err = studyRows(document, a.rows); err != nil {
		return nil, err
	}
	if len(ask.Measures) == 0 {
		ask.Measures = measuresAskedFor(document)
	}
	return newQuestion(document, ask)
}

func newQuestion(document *scenario.Document, ask study.Ask) (*question, error) {
	work, err := study.NewWork(document, ask)
	if err != nil {
		return nil, err
	}
	return &question{document: document, ask: ask, works: []*study.Work{work}}, nil
}

// work is any that computes the question.
func (q *question) work() *study.Work { return q.works[0] }

// measureAskedFor is the one that a study asks about first.
func measureAskedFor(document *scenario.Document) string {
	return cmp.Or(document.Study.Measure, model.AskedFirst)
}

// measuresAskedFor are those of a study that names none: that one, and the outcomes
// that everyone asks for.
func measuresAskedFor(document *scenario.Document) []string {
	first := measureAskedFor(document)
	others := slices.DeleteFunc(study.OddsMeasures(document), func(name string) bool { return name == first })
	return append([]string{first}, others...)
}

// studyRows finds what rows mean; one that only one thing has needs no @instance.
func studyRows(document *scenario.Document, references []string) (rows []study.Row, err error) {
	for _, reference := range references {
		name, instance, named := strings.Cut(reference, "@")
		if !named {
			if instance, err = onlyThing(document, name); err != nil {
				return nil, err
			}
		}
		rows = append(rows, study.Row{Name: name, Instance: instance})
	}
	return rows, nil
}

func onlyThing(document *scenario.Document, row string) (string, error) {
	scope, _, _ := strings.Cut(row, ".")
	var names []string
	for i := range document.Instances {
		if document.Instances[i].Scope == scope {
			names = append(names, document.Instances[i].Name)
		}
	}
	switch len(names) {
	case 0:
		return "", fmt.Errorf("%s: this scenario has no such row; \"rackonomics rows\" lists them", row)
	case 1:
		return names[0], nil
	}
	return "", fmt.Errorf("%s: say which one, as in %s@%s; there are %s", row, row, names[0], strings.Join(names, ", "))
}
