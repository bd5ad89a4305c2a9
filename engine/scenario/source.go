package scenario

import (
	"cmp"
	"fmt"
	"slices"

	"rackonomics/engine/calendar"
	"rackonomics/engine/distribution"
)

// Confidence grades a source.
type Confidence string

// Grades of confidence.
const (
	High     Confidence = "H"   // primary filing, official page or standard, or many reports that agree
	Medium   Confidence = "M"   // one reputable report
	Low      Confidence = "L"   // one blog or analyst, or in conflict with another source
	Derived  Confidence = "DER" // arithmetic from cited figures
	Estimate Confidence = "EST" // estimate without a source
)

// grades lists them, the best first.
var grades = []Confidence{High, Medium, Low, Derived, Estimate}

// gradeWeights says how much the value of a source counts beside those of others.
// It is an assumption of ours: nobody has measured how often sources of a grade are
// right. A primary source counts as much as two reports or four estimates.
var gradeWeights = map[Confidence]float64{High: 4, Medium: 2, Derived: 2, Low: 1, Estimate: 1}

// FromSources is the spread of what sources say of an input: each value with the
// weights of the grades of those that state it, an assumption of ours (H 4, M and
// DER 2, L and EST 1). The error says so where fewer than two of the values
// differ; a source that states a value over time states none here.
func FromSources(in *Input, given []Source) (distribution.Distribution, error) {
	var points []distribution.Point
	for _, source := range given {
		if source.Value == nil || source.Value.Profile != nil {
			continue
		}
		value := source.Value.Number
		at := slices.IndexFunc(points, func(p distribution.Point) bool { return p.Value == value })
		if at < 0 {
			at = len(points)
			points = append(points, distribution.Point{Value: value})
		}
		points[at].Weight += gradeWeights[source.Confidence]
	}
	if len(points) < 2 {
		return distribution.Distribution{}, fmt.Errorf("the sources of %s state %d different values; a spread needs two or more", in.Name, len(points))
	}
	slices.SortFunc(points, func(a, b distribution.Point) int { return cmp.Compare(a.Value, b.Value) })
	return distribution.FromPoints(points), nil
}

// Source says where a value comes from. Where sources disagree on an input,
// each carries its own Value, and the page lets one switch between them.
type Source struct {
	Label      string
	URL        string
	Date       string // as precise as known: 2026, 2026-05 or 2026-05-06
	Confidence Confidence
	Value      *Value // what this source says; in a document it is always set
}

// With returns the source with the value that it gives.
func (s Source) With(value float64) Source {
	v := NumberValue(value)
	s.Value = &v
	return s
}

// On returns the source with the day that it gives, such as 2026-05-20.
func (s Source) On(day string) Source {
	count, err := calendar.ParseDay(day)
	if err != nil {
		panic(err) // sources are declared when the program starts
	}
	return s.With(float64(count))
}

// As returns the source with another label and confidence, for arithmetic on its figures.
func (s Source) As(label string, confidence Confidence) Source {
	s.Label, s.Confidence = label, confidence
	return s
}
