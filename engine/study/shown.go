package study

import (
	"math"

	"rackonomics/engine/scenario"
)

// shownWidth is the relative width at which what lies between two values is known well
// enough to try those of few digits.
const shownWidth = 2e-4

// keepCrossings keeps the intervals in which the goal begins or ceases to be met, to be
// divided by the full model: that takes some ten runs of one lane, and a block of lanes
// costs a hundred. Peaks between which it may be met are for lanes.
func (l *line) keepCrossings(open []interval) (peaks []interval) {
	for _, each := range open {
		if each.mid != nil {
			peaks = append(peaks, each)
		} else {
			l.keep(each.low, each.high)
		}
	}
	return peaks
}

// provedShown finds the value of fewest digits that meets the goal where one step of its
// last digit beyond it is not met, by the full model. What is told is that alone: At and
// Beyond are Typed and Beside, and how the figure comes to its target is not looked at.
func (s *seeker) provedShown(l *line, at int) (solution Solution, err error) {
	found := l.found[at]
	if found.touches {
		return s.proved(l, at)
	}
	solution.Above = found.high.Met
	met, not := found.low, found.high
	if solution.Above {
		met, not = not, met
	}
	if met, not, err = s.bisect(l, met, not, shownWidth); err != nil {
		return solution, err
	}
	digits := shownDigits
	if l.whole && s.variables[l.at.along].Input.Kind != scenario.Number {
		digits = mostDigits // months and days have no rounder ones
	}
	for ; digits <= mostDigits; digits++ {
		isThere, err := s.findShown(l, at, met.Value, digits, &solution)
		if err != nil || isThere {
			return solution, err
		}
		if digits == shownDigits {
			if met, not, err = s.bisect(l, met, not, 0); err != nil {
				return solution, err
			}
		}
	}
	if solution.At, err = s.confirm(l, met.Value, true); err == nil {
		solution.Beyond, err = s.confirm(l, not.Value, false)
	}
	solution.Typed, solution.Beside = solution.At, solution.Beyond
	return solution, err
}

// mostDigits tell any number.
const mostDigits = 17

// bisect divides an interval at one end of which the goal is met, by the full model, to a
// relative width or until nothing is between.
func (s *seeker) bisect(l *line, met, not Point, width float64) (Point, Point, error) {
	for {
		size := max(math.Abs(met.Value), math.Abs(not.Value))
		middle := met.Value + float64((not.Value-met.Value)/2)
		if l.whole {
			middle = math.Floor(middle)
		}
		apart := math.Abs(not.Value - met.Value)
		if apart <= max(width*size, dust) || middle == min(met.Value, not.Value) || middle == max(met.Value, not.Value) {
			return met, not, nil
		}
		point, err := s.plain(l, middle)
		if err != nil {
			return met, not, err
		}
		if point.Met {
			met = point
		} else {
			not = point
		}
	}
}

// findShown tries the values of so many digits next to one that meets the goal: the first
// may lie beyond where that begins by less than is known.
func (s *seeker) findShown(l *line, at int, met float64, digits int, solution *Solution) (bool, error) {
	finest := 0
	if !l.whole {
		finest = s.finest(l) - digits
	}
	least, most := l.around(at)
	value := met
	for range 3 {
		rounded, beside := typed(value, digits, finest, solution.Above)
		if isThere, err := s.parts(l, rounded, beside, least, most, solution); err != nil || isThere {
			return isThere, err
		}
		value = beside
	}
	return false, nil
}

// parts tries whether the goal is met at one value and not beside it, and keeps that.
func (s *seeker) parts(l *line, rounded, beside, least, most float64, solution *Solution) (bool, error) {
	if rounded > most || rounded < least || s.within(l, rounded) != rounded || s.within(l, beside) != beside {
		return false, nil
	}
	at, err := s.plain(l, rounded)
	if err != nil || !at.Met {
		return false, err
	}
	next, err := s.plain(l, beside)
	if err != nil || next.Met {
		return false, err
	}
	solution.At, solution.Typed, solution.Beyond, solution.Beside = at, at, next, next
	return true, nil
}
