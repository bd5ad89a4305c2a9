package service

import (
	"cmp"
	"fmt"
	"math"
	"slices"

	"rackonomics/engine/estimate"
	"rackonomics/engine/machine"
	"rackonomics/engine/model"
	"rackonomics/engine/scenario"
	"rackonomics/engine/study"
	"rackonomics/wasm/message"
	"rackonomics/wasm/protocol"
)

// studied is a study that is kept for its next blocks. It can be lost at any time.
type studied struct {
	of        *opened
	asked     string // the changes and rows
	document  *scenario.Document
	measure   string // that is asked about
	work      *study.Work
	backend   machine.Backend // that the work uses
	gathering *study.Gathering
}

// uses has the next blocks computed by the kernels of a backend. A work that uses it
// already keeps those that it has.
func (s *studied) uses(backend machine.Backend) {
	if s.backend != backend {
		s.backend = backend
		s.work.Use(backend)
	}
}

// mostStudied bounds them: one of outcomes and one of fans.
const mostStudied = 2

// mostCases bounds a study in a page, which computes some thousands a second.
const mostCases = 1_000_000

// mostBlocks bounds the blocks of one call.
const mostBlocks = 1024

// prepare finds the study of a scenario with changes, or makes it.
func (d *Desk) prepare(as int, list []protocol.Change, rows []protocol.StudyRow) (*studied, error) {
	of, err := d.find(as)
	if err != nil {
		return nil, err
	}
	key, err := message.Write(protocol.StudyRequest{Changes: list, Rows: rows})
	if err != nil {
		return nil, err
	}
	asked := string(key)
	if at := slices.IndexFunc(d.studied, func(s *studied) bool { return s.of == of && s.asked == asked }); at >= 0 {
		found := d.studied[at]
		d.studied = slices.Insert(slices.Delete(d.studied, at, at+1), 0, found)
		return found, nil
	}
	document, err := d.changed(as, list)
	if err != nil {
		return nil, err
	}
	made := &studied{of: of, asked: asked, document: document}
	ask := study.Ask{Kind: study.Cases, Draws: study.Even}
	for _, row := range rows {
		ask.Rows = append(ask.Rows, study.Row{Name: row.Row, Instance: row.Instance})
	}
	if rows == nil {
		ask.Measures, made.measure = askedMeasures(document)
	}
	if err := made.begin(d, ask); err != nil {
		return nil, err
	}
	if made.work.Paths() > mostCases {
		return nil, scenario.Problems{{Path: "study.paths", Message: fmt.Sprintf("%d cases are more than a page computes; allowed are %d here, and any number by \"rackonomics study\" or a sweep", made.work.Paths(), mostCases)}}
	}
	if len(d.studied) == mostStudied {
		d.studied = d.studied[:mostStudied-1]
	}
	d.studied = slices.Insert(d.studied, 0, made)
	return made, nil
}

// begin prepares the work, from that of the same question of the scenario with other
// changes if there is one, which then is no more.
func (s *studied) begin(d *Desk, ask study.Ask) (err error) {
	at := slices.IndexFunc(d.studied, func(other *studied) bool { return other.of == s.of && other.work.Asks(ask) })
	if at < 0 {
		s.work, err = study.NewWork(s.document, ask)
		return err
	}
	before := d.studied[at]
	d.studied = slices.Delete(d.studied, at, at+1)
	if s.work, err = before.work.Next(s.document); err == nil {
		s.backend = before.backend
	}
	return err
}

// askedMeasures are the outcomes of a scenario and the measure that it asks about.
func askedMeasures(document *scenario.Document) (names []string, measure string) {
	names = study.OddsMeasures(document)
	measure = cmp.Or(document.Study.Measure, model.AskedFirst)
	if !slices.Contains(names, measure) {
		names = append(names, measure)
	}
	return names, measure
}

func (d *Desk) study(t *Task, r protocol.StudyRequest) {
	if r.From < 0 || r.To <= r.From || r.To-r.From > mostBlocks {
		t.refuse(fmt.Errorf("blocks from %d to %d; allowed are 1 to %d of them", r.From, r.To, mostBlocks))
		return
	}
	var s *studied
	backend, err := d.backend(r.With)
	if err != nil {
		t.refuse(err)
		return
	}
	answer := protocol.StudyAnswer{Lengths: []int{}}
	numbers := []float64{}
	t.step("preparing the cases", func() (err error) {
		if s, err = d.prepare(r.Of, r.Changes, r.Rows); err == nil {
			s.uses(backend)
		}
		return err
	})
	for block := r.From; block < r.To; block++ {
		t.step("computing cases", func() error {
			answer.Blocks = s.work.Blocks()
			if block < answer.Blocks {
				values, err := s.work.Compute(block)
				if err != nil {
					return err
				}
				numbers = append(numbers, values...)
				answer.Lengths = append(answer.Lengths, len(values))
			}
			answer.Computed = computedBy(backend, s.work.Refusal())
			t.answer, t.numbers = answer, numbers
			return nil
		})
	}
}

func (d *Desk) gather(t *Task, r protocol.GatherRequest) {
	var s *studied
	isLost := false
	t.step("preparing the cases", func() (err error) {
		if s, err = d.prepare(r.Of, r.Changes, r.Rows); err != nil {
			return err
		}
		if len(r.Holds) == 0 || s.gathering == nil {
			if s.gathering, err = study.NewGathering(s.work); err != nil {
				return err
			}
		}
		isLost = !slices.EqualFunc(s.gathering.Blocks(), r.Holds, func(a estimate.Range, b protocol.BlockRange) bool { return a.From == b.From && a.To == b.To })
		return nil
	})
	t.step("bringing cases together", func() error {
		if isLost {
			return nil
		}
		return s.add(r, t.given)
	})
	t.step("telling the chances", func() error {
		if isLost {
			t.answer = protocol.GatherAnswer{Lost: true, Levels: study.Levels[:]}
			return nil
		}
		answer, err := s.gathering.Answer()
		if err != nil {
			return err
		}
		chances, err := answer.Chances(s.document)
		if err != nil {
			return err
		}
		t.answer = gatherAnswer(s.document, answer, chances, s.measure)
		if r.Rows != nil {
			t.numbers = fans(answer.Fans)
		}
		return nil
	})
}

// add takes in the blocks that come with a request.
func (s *studied) add(r protocol.GatherRequest, numbers []float64) error {
	if len(r.Blocks) != len(r.Lengths) {
		return fmt.Errorf("%d blocks have %d lengths", len(r.Blocks), len(r.Lengths))
	}
	for i, block := range r.Blocks {
		length := r.Lengths[i]
		if length < 0 || length > len(numbers) {
			return fmt.Errorf("block %d has %d numbers; %d are left", block, length, len(numbers))
		}
		if err := s.gathering.Add(block, numbers[:length]); err != nil {
			return err
		}
		numbers = numbers[length:]
	}
	return nil
}

// fans are the quantiles of rows by level and month, one row after the other.
func fans(list []study.Fan) []float64 {
	numbers := []float64{}
	for _, fan := range list {
		for level := range study.Levels {
			for month := range fan.Quantiles {
				numbers = append(numbers, fan.Quantiles[month][level].Value)
			}
		}
	}
	return numbers
}

func gatherAnswer(document *scenario.Document, a *study.Answer, chances []study.Chance, asked string) protocol.GatherAnswer {
	told := protocol.GatherAnswer{Cases: a.Cases, Paths: a.Paths, Levels: study.Levels[:], Asked: asked, MendedBy: a.MendedBy}
	for _, c := range chances {
		told.Chances = append(told.Chances, protocol.Chance{Measure: c.Measure, Text: c.Text})
	}
	for i := range a.Measures {
		told.Measures = append(told.Measures, measured(document, &a.Measures[i]))
	}
	for _, in := range a.Inputs {
		told.Inputs = append(told.Inputs, protocol.StudyInput{Path: in.Path, Cut: in.Cut})
	}
	return told
}

func measured(document *scenario.Document, m *study.Measured) protocol.Measured {
	told := protocol.Measured{Name: m.Head.Name, Title: m.Head.TitleIn(document), Unit: m.Head.Unit, Percent: m.Head.Percent, Kind: string(m.Head.Kind),
		Absent: estimated(m.Absent), Mean: estimated(m.Mean), Quantiles: estimatedAll(m.Quantiles[:]), By: estimatedAll(m.By), OnComing: m.OnComing}
	for _, i := range m.Influence {
		told.Influence = append(told.Influence, protocol.Influence{Input: i.Input, Spread: estimated(i.Knowing.Variance), Correlation: estimated(i.Correlation)})
	}
	return told
}

func estimatedAll(list []estimate.Estimate) []protocol.Estimated {
	told := []protocol.Estimated{}
	for _, e := range list {
		told = append(told, estimated(e))
	}
	return told
}

func estimated(e estimate.Estimate) protocol.Estimated {
	return protocol.Estimated{Value: there(e.Value), Error: there(e.Error)}
}

// there is a number, or nil where there is none.
func there(number float64) *float64 {
	if math.IsNaN(number) || math.IsInf(number, 0) {
		return nil
	}
	return &number
}

func (d *Desk) tornado(t *Task, r protocol.TornadoRequest) {
	t.step("moving each input alone", func() error {
		document, err := d.changed(r.Of, r.Changes)
		if err != nil {
			return err
		}
		names, _ := askedMeasures(document)
		tornado, err := study.NewTornado(document, study.Watch{Measures: names, Rows: []study.Row{{Name: model.FollowedFirst, Instance: model.FindRow(model.FollowedFirst).Scope()}}}, d.Kernels)
		if err != nil {
			return err
		}
		answer := protocol.TornadoAnswer{Tornados: []protocol.Tornado{}, Computed: computedBy(d.Kernels, tornado.Refusal)}
		answer.Followed, t.numbers = followed(document, tornado)
		for i, name := range names {
			told := protocol.Tornado{Measure: name, Value: there(tornado.Measures[i]), Bars: []protocol.Bar{}}
			for _, bar := range tornado.Ranked(i) {
				told.Bars = append(told.Bars, barOf(document, &bar, i))
			}
			answer.Tornados = append(answer.Tornados, told)
		}
		t.answer = answer
		return nil
	})
}

// followed tells how the inputs that move it most move the row, month by month.
func followed(document *scenario.Document, tornado *study.Tornado) (told protocol.Followed, numbers []float64) {
	row := model.FindRow(model.FollowedFirst)
	told, numbers = protocol.Followed{Title: row.Title(), Unit: row.Unit, Paths: []string{}}, []float64{}
	for _, bar := range tornado.RankedOver(0) {
		told.Paths = append(told.Paths, document.Study.Uncertain[bar.Input].Path)
		for month := range document.Months {
			numbers = append(numbers, bar.Moves(0, month))
		}
	}
	return told, numbers
}

func barOf(document *scenario.Document, bar *study.Bar, measure int) protocol.Bar {
	u := &document.Study.Uncertain[bar.Input]
	end := func(number float64) any {
		if u.Times {
			return number
		}
		return u.Input.Plain(scenario.NumberValue(number))
	}
	return protocol.Bar{Path: u.Path, Times: u.Times, Low: end(bar.Low), High: end(bar.High), AtLow: there(bar.AtLow[measure]), AtHigh: there(bar.AtHigh[measure])}
}
