package session

import (
	"cmp"
	"fmt"
	"slices"

	"rackonomics/engine/link"
	"rackonomics/engine/model"
	"rackonomics/engine/scenario"
	"rackonomics/engine/study"
)

// studyFigures are what a link holds of a study's answer: what its first block
// comes to, which is the same bits everywhere and computed at once. A study that
// cannot be asked, as of a loan that is no longer there, has none; who asks it is
// told why.
func studyFigures(document *scenario.Document) ([]link.Figure, error) {
	if len(document.Study.Uncertain) == 0 {
		return nil, nil
	}
	asked := cmp.Or(document.Study.Measure, model.AskedFirst)
	work, err := study.NewWork(document, study.Ask{Kind: study.Cases, Measures: []string{asked}, Draws: study.Even})
	if err != nil {
		return nil, nil
	}
	numbers, err := work.Compute(0)
	if err != nil {
		return nil, err
	}
	head, cases := work.Heads()[0], len(numbers)
	told := slices.DeleteFunc(slices.Clone(numbers), func(value float64) bool { return value != value })
	figures := []link.Figure{{Name: "study.told", Title: fmt.Sprintf("%s, share of the first %d cases that have it", head.Title, cases), Unit: "1", Percent: true,
		InLink: true, Value: float64(len(told)) / float64(cases)}}
	if len(told) > 0 {
		slices.Sort(told)
		figures = append(figures, link.Figure{Name: "study.median", Title: fmt.Sprintf("%s, median of the first %d cases", head.Title, cases), Unit: head.Unit,
			Percent: head.Percent, InLink: true, Value: work.Value(0, told[len(told)/2])})
	}
	return figures, nil
}
