package service

import (
	"rackonomics/engine/calendar"
	"rackonomics/engine/machine"
	"rackonomics/engine/model"
	"rackonomics/engine/scenario"
	"rackonomics/engine/session"
	"rackonomics/engine/study"
	"rackonomics/wasm/protocol"
)

// checked is the scenario of the page's number with changes, which can be computed.
func (d *Desk) checked(as int, list []protocol.Change) (*scenario.Document, error) {
	document, err := d.changed(as, list)
	if err == nil {
		err = model.Check(document)
	}
	return document, err
}

func (d *Desk) levers(t *Task, r protocol.LeversRequest) {
	t.step("looking for what would change it", func() error {
		document, err := d.checked(r.Of, r.Changes)
		if err != nil {
			return err
		}
		asked, err := newAsked(document, r.Goal)
		if err != nil {
			return err
		}
		goal, sought := asked.told(r.Goal), asked.sought()
		answer := protocol.LeversAnswer{Goal: &goal, Sought: &sought}
		variables, _ := study.LeverVariables(document)
		for _, variable := range variables {
			answer.Paths = append(answer.Paths, variable.Path)
		}
		t.answer = answer
		return nil
	})
}

func (d *Desk) measures(t *Task, r protocol.MeasuresRequest) {
	d.everyRow(t, r.Of, r.Changes, "listing the measures", func(run *session.Result) error {
		figures, err := run.Measures()
		answer := protocol.MeasuresAnswer{}
		for _, figure := range figures {
			if figure.Kind != model.KindThings {
				answer.Measures = append(answer.Measures, protocol.NamedMeasure{Name: figure.Name, Title: figure.TitleIn(run.Document)})
			}
		}
		t.answer = answer
		return err
	})
}

// asked is a goal of a document.
type asked struct {
	document *scenario.Document
	goal     study.Goal
	of       study.Sought
}

// newAsked reads a goal, and completes one without a sense.
func newAsked(document *scenario.Document, g protocol.Goal) (*asked, error) {
	what := g.Measure
	if what == "" {
		what = g.Row + "@" + g.Instance + " in " + g.Month
	}
	sense, target := string(g.Sense), g.Target.Text
	if target == "" {
		target = scenario.Unmistakable(g.Target.Number)
	}
	var goal study.Goal
	var err error
	if g.Sense == protocol.AnySense {
		goal, err = study.NaturalGoal(document, what)
	} else {
		goal, err = study.ParseGoal(document, what+" "+sense+" "+target)
	}
	if err != nil {
		return nil, err
	}
	of, err := goal.Sought(document)
	return &asked{document, goal, of}, err
}

// told is the goal as it was read.
func (a *asked) told(g protocol.Goal) protocol.Goal {
	g.Sense, g.Target = protocol.Sense(a.goal.Sense), protocol.Amount{Number: a.goal.Target}
	if text := a.figure(a.goal.Target).Text; text != "" {
		g.Target = protocol.Amount{Text: text}
	}
	return g
}

func (a *asked) sought() protocol.Sought {
	return protocol.Sought{Title: a.of.Title, Unit: a.of.Unit, Percent: a.of.Percent, Kind: protocol.FigureKind(a.of.Kind), Beside: a.of.Beside}
}

// figure tells a value of what is sought.
func (a *asked) figure(figure float64) protocol.Value {
	switch {
	case machine.IsAbsent(figure - figure):
		return protocol.Value{Unit: a.of.Unit, Percent: a.of.Percent}
	case a.of.Kind == model.KindMonth:
		return protocol.Value{Text: a.document.Start.Add(int(figure)).String()}
	case a.of.Kind == model.KindDay:
		return protocol.Value{Text: calendar.DayText(a.document.Start.FirstDay() + int(figure))}
	}
	return protocol.Value{Number: &figure, Unit: a.of.Unit, Percent: a.of.Percent}
}

// best tells the result in its best month, of a break-even.
func (a *asked) best(p study.Point) *protocol.Value {
	if a.of.Beside == "" || machine.IsAbsent(p.Gap-p.Gap) {
		return nil
	}
	return &protocol.Value{Number: &p.Gap, Unit: "USD", Month: a.document.Start.Add(p.Month).String()}
}

// point tells a value of a variable and what comes of it.
func (a *asked) point(v *study.Variable, p study.Point) protocol.SolvePoint {
	return protocol.SolvePoint{Value: inputOf(v, p.Value), Figure: a.figure(p.Figure), Best: a.best(p), Met: a.goal.Meets(p),
		Set: v.Input.Plain(v.Value(a.document, p.Value))}
}

// inputOf tells a value of a variable; of a factor the factor.
func inputOf(v *study.Variable, number float64) protocol.Value {
	if v.Times {
		return protocol.Value{Number: &number, Unit: "1"}
	}
	if text, isText := v.Input.Plain(scenario.NumberValue(number)).(string); isText {
		return protocol.Value{Text: text}
	}
	return protocol.Value{Number: &number, Unit: v.Input.Unit, Percent: v.Input.Percent}
}

// numberOf reads a value of a variable.
func numberOf(v *study.Variable, amount protocol.Amount) (float64, error) {
	if amount.Text == "" {
		return amount.Number, nil
	}
	value, err := v.Input.Parse(amount.Text)
	if err != nil {
		return 0, scenario.Problems{{Path: v.Path, Message: err.Error()}}
	}
	return value.Number, nil
}

func (d *Desk) solve(t *Task, r protocol.SolveRequest) {
	var document *scenario.Document
	var asked *asked
	var solving *study.Solving
	t.step("compiling the model", func() (err error) {
		if document, err = d.checked(r.Of, r.Changes); err != nil {
			return err
		}
		if asked, err = newAsked(document, r.Goal); err != nil {
			return err
		}
		variable, err := study.FindEither(document, r.Path)
		if err != nil {
			return err
		}
		low, high := variable.Range(document)
		if solving, err = study.NewSolving(document, []study.Goal{asked.goal}, variable, low, high); err == nil {
			solving.Use(d.Kernels)
		}
		return err
	})
	t.repeat("trying values", func() (bool, error) {
		err := solving.Step()
		if err == nil && solving.Done() {
			one := solving.Solved()[0]
			solved := asked.solved(one)
			solved.Computed = computedBy(d.Kernels, one.Refusal)
			t.answer = protocol.SolveAnswer{Solved: &solved}
		}
		return solving.Done(), err
	})
}

func (a *asked) solved(s *study.Solved) protocol.Solved {
	v := &s.Variable
	told := protocol.Solved{Times: v.Times, Low: inputOf(v, s.Low), High: inputOf(v, s.High), Now: a.point(v, s.Today), Everywhere: s.Everywhere,
		Solutions: []protocol.Solution{}}
	for i := range s.Solutions {
		one := &s.Solutions[i]
		met := protocol.Below
		switch {
		case one.How == study.Touches || a.goal.Sense == study.At:
			met = protocol.JustOne
		case one.Above:
			met = protocol.Above
		}
		told.Solutions = append(told.Solutions, protocol.Solution{Met: met, Jumps: one.How == study.Jumps, At: a.point(v, one.Typed), Beside: a.point(v, one.Beside)})
	}
	if s.Nearest != nil {
		nearest := a.point(v, *s.Nearest)
		told.Nearest = &nearest
	}
	return told
}
