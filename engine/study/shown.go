package study

import "rackonomics/engine/scenario"

// provedShown finds the value of fewest digits that meets the goal where one step of its
// last digit beyond it is not met, by the full model. Where the goal begins to be met is
// known to [shownWidth] alone, and told only so: At and Beyond are Typed and Beside.
func (s *seeker) provedShown(l *line, at int) (Solution, error) {
	found := l.found[at]
	if found.touches {
		return s.proved(l, at)
	}
	solution := Solution{Above: found.high.Met, How: s.how(l, found)}
	met, not := found.low, found.high
	if solution.Above {
		met, not = not, met
	}
	digits, finest := shownDigits, s.finest(l)
	if l.whole {
		finest = 0
		if s.variables[l.at.along].Input.Kind != scenario.Number {
			digits = 17 // months and days have no rounder ones
		}
	}
	least, most := l.around(at)
	for ; digits <= 17; digits++ {
		power := finest
		if !l.whole {
			power -= digits
		}
		rounded, beside := typed(met.Value, digits, power, solution.Above)
		for range 2 { // the first may lie beyond where it begins by less than is known
			isThere, err := s.parts(l, rounded, beside, least, most, &solution)
			if err != nil || isThere {
				return solution, err
			}
			rounded, beside = typed(beside, digits, power, solution.Above)
		}
	}
	var err error
	if solution.At, err = s.confirm(l, s.within(l, met.Value), true); err == nil {
		solution.Beyond, err = s.confirm(l, s.within(l, not.Value), false)
	}
	solution.Typed, solution.Beside = solution.At, solution.Beyond
	return solution, err
}

// parts tries whether the goal is met at one value and not beside it, and keeps that.
func (s *seeker) parts(l *line, rounded, beside, least, most float64, solution *Solution) (bool, error) {
	if !s.isBetween(l, rounded, beside, least, most) {
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
