// Package distribution says how likely each value of an uncertain input is, and how
// inputs go together. A distribution is plain data, as documents hold it, and is
// drawn from by its quantiles: the number that a share u of all cases lies below. So
// the same u gives the same bits wherever it is drawn.
package distribution

import (
	"fmt"
	"math"

	"rackonomics/engine/elementary"
)

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

// forms are all there are, in the order in which they are told.
var forms = []Form{Uniform, Triangular, PERT, Normal, LogNormal, Discrete, Hazard}

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

// FromRange returns what a range typed in place of a number means, for an input
// whose values lie from least to most: 90 % of cases lie from low to high. Where both
// are above zero and high is at least 1.5 times low it is log-normal, since what
// may be a half more is rather so many times as large than so much larger, and never
// negative: Guesstimate and Squiggle too take a positive range as log-normal with 5 %
// of cases on either side. Where the range is narrower, where it reaches the most
// that the input can be, so that a long upper tail would be cut, or where the input
// may be negative, it is normal.
func FromRange(low, high, least, most float64) Distribution {
	d := Distribution{Form: Normal, Low: low, High: high}
	if low > 0 && high >= 1.5*low && most > high && least >= 0 {
		d.Form = LogNormal
	}
	return d
}

// FromPoints returns the distribution of cited values, weighed as the caller says.
func FromPoints(points []Point) Distribution {
	return Distribution{Form: Discrete, Points: points}
}

// Check tells what of the distribution makes no sense, if anything. The caller adds
// where it stands.
func (d *Distribution) Check() error {
	switch d.Form {
	case Uniform, Normal:
		return d.checkEnds()
	case Triangular, PERT:
		if err := d.checkEnds(); err != nil {
			return err
		}
		return d.checkMode()
	case LogNormal:
		if d.Low <= 0 {
			return fmt.Errorf("a log-normal range must lie above zero and begins at %v", d.Low)
		}
		return d.checkEnds()
	case Discrete:
		return d.checkPoints()
	case Hazard:
		return d.checkHazard()
	}
	return fmt.Errorf("%q is no form of distribution: there are %q", d.Form, forms)
}

func (d *Distribution) checkEnds() error {
	// Twice each, since ends are added and subtracted.
	if !finite(2*d.Low) || !finite(2*d.High) {
		return fmt.Errorf("a range must have two finite ends and has %v and %v", d.Low, d.High)
	}
	if d.Low >= d.High {
		return fmt.Errorf("the lower end %v must lie below the upper end %v", d.Low, d.High)
	}
	return nil
}

func (d *Distribution) checkMode() error {
	if !(d.Mode >= d.Low && d.Mode <= d.High) {
		return fmt.Errorf("the most likely value %v must lie from %v to %v", d.Mode, d.Low, d.High)
	}
	return nil
}

func (d *Distribution) checkPoints() error {
	total := 0.0
	for _, point := range d.Points {
		if !finite(point.Value) {
			return fmt.Errorf("a value must be finite and is %v", point.Value)
		}
		if !(point.Weight >= 0) || !finite(point.Weight) {
			return fmt.Errorf("the weight of %v must be zero or more and is %v", point.Value, point.Weight)
		}
		total += point.Weight
	}
	if !(total > 0) || !finite(total) {
		return fmt.Errorf("the weights of %d values add up to %v and must add up to more than zero", len(d.Points), total)
	}
	return nil
}

func (d *Distribution) checkHazard() error {
	if d.Low != math.Floor(d.Low) || !finite(d.Low) {
		return fmt.Errorf("the first month must be a whole one and is %v", d.Low)
	}
	if !(d.Rate > 0 && d.Rate < 1) {
		return fmt.Errorf("the chance within a year must lie between 0 and 1 and is %v", d.Rate)
	}
	return nil
}

func finite(x float64) bool { return !math.IsInf(x, 0) && x == x }

// Mean returns the mean of all cases, before any are cut: of a hazard the mean
// month in which it happens.
func (d *Distribution) Mean() float64 {
	switch d.Form {
	case Triangular:
		return (d.Low + d.Mode + d.High) / 3
	case PERT:
		return (d.Low + float64(4*d.Mode) + d.High) / 6
	case LogNormal:
		shape := newLogNormal(d.Low, d.High)
		return elementary.Exp(shape.logarithm.mean + float64(float64(shape.logarithm.deviation*shape.logarithm.deviation)/2))
	case Discrete:
		return weightedMean(d.Points)
	case Hazard:
		chance := d.MonthlyChance()
		return d.Low + (1-chance)/chance
	}
	return (d.Low + d.High) / 2
}

func weightedMean(points []Point) float64 {
	sum, weights := 0.0, 0.0
	for _, point := range points {
		sum += float64(point.Weight * point.Value)
		weights += point.Weight
	}
	return sum / weights
}

// MonthlyChance returns the chance that a hazard happens in a month before which it
// has not: twelve such months have the chance Rate.
func (d *Distribution) MonthlyChance() float64 { return 1 - d.monthlySurvival() }

func (d *Distribution) monthlySurvival() float64 {
	return elementary.Pow(1-d.Rate, 1.0/12)
}
