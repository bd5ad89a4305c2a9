// Package distribution says how likely each value of an uncertain input is. A
// distribution is plain data, as documents hold it, and is drawn from by its
// quantiles: the number that a share u of all cases lies below. So the same u
// gives the same bits wherever it is drawn.
package distribution

// Form names a family of distributions.
type Form string

// The forms, and what Low, High, Mode, Points and Rate mean in each.
const (
	Uniform    Form = "uniform"    // every value from Low to High alike
	Triangular Form = "triangular" // from Low to High, most likely Mode, along straight lines
	PERT       Form = "pert"       // from Low to High, most likely Mode, smooth: a beta distribution
	Normal     Form = "normal"     // 90 % of cases lie from Low to High
	LogNormal  Form = "log-normal" // 90 % of cases lie from Low to High, both above zero
	Discrete   Form = "discrete"   // one of Points
	Hazard     Form = "hazard"     // of a month: from Low on it happens with Rate a year, each month alike, until it has
)

// Distribution is how likely each value is. Values are numbers as inputs have
// them: of a month the months since [rackonomics/engine/calendar.First].
type Distribution struct {
	Form      Form
	Low, High float64
	Mode      float64
	Points    []Point
	Rate      float64 // a year, from 0 to 1: the chance that it happens within twelve months
}

// Point is a value of a discrete distribution. Weights need not add up to one.
type Point struct{ Value, Weight float64 }
