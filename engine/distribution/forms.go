package distribution

import (
	"math"
	"slices"

	"rackonomics/engine/elementary"
)

// quantile95 is the standard normal's 95 % quantile: ends of a normal range lie so
// many standard deviations from the middle.
const quantile95 = 1.6448536269514722

type uniform struct{ low, high float64 }

func (s uniform) cumulative(x float64) float64 {
	return min(max((x-s.low)/(s.high-s.low), 0), 1)
}

func (s uniform) quantile(p float64) float64 { return s.low + float64(p*(s.high-s.low)) }

type triangular struct{ low, mode, high float64 }

func (s triangular) cumulative(x float64) float64 {
	switch width := s.high - s.low; {
	case x <= s.low:
		return 0
	case x >= s.high:
		return 1
	case x <= s.mode:
		return (x - s.low) / width * ((x - s.low) / (s.mode - s.low))
	default:
		return 1 - float64((s.high-x)/width*((s.high-x)/(s.high-s.mode)))
	}
}

func (s triangular) quantile(p float64) float64 {
	width := s.high - s.low
	if float64(p*width) <= s.mode-s.low {
		return s.low + math.Sqrt(float64(p*width)*(s.mode-s.low))
	}
	return s.high - math.Sqrt(float64((1-p)*width)*(s.high-s.mode))
}

type normal struct{ mean, deviation float64 }

// newNormal returns the normal distribution with 90 % of cases from low to high.
func newNormal(low, high float64) normal {
	return normal{(low + high) / 2, (high - low) / (2 * quantile95)}
}

func (s normal) cumulative(x float64) float64 {
	return elementary.NormalCumulative((x - s.mean) / s.deviation)
}

func (s normal) quantile(p float64) float64 {
	return s.mean + float64(s.deviation*elementary.NormalQuantile(p))
}

type logNormal struct{ logarithm normal }

// newLogNormal returns the log-normal distribution with 90 % of cases from low to high.
func newLogNormal(low, high float64) logNormal {
	return logNormal{newNormal(elementary.Log(low), elementary.Log(high))}
}

func (s logNormal) cumulative(x float64) float64 {
	return s.logarithm.cumulative(elementary.Log(max(x, 0)))
}

func (s logNormal) quantile(p float64) float64 { return elementary.Exp(s.logarithm.quantile(p)) }

// discrete has values in order and the share of all cases up to each.
type discrete struct{ values, upTo []float64 }

func (s discrete) quantile(p float64) float64 {
	i, _ := slices.BinarySearch(s.upTo, p)
	return s.values[min(i, len(s.values)-1)]
}

// hazard is the month start + k in which something happens for the first time, k
// geometric from 0.
type hazard struct {
	start     float64
	logarithm float64 // of the chance that a month passes without it
}

func (s hazard) quantile(p float64) float64 {
	return s.start + max(math.Ceil(elementary.Log(1-p)/s.logarithm)-1, 0)
}
