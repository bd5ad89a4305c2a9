package scenario

import "rackonomics/engine/calendar"

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
