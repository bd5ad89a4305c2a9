package result

import (
	"rackonomics/engine/machine"
	"rackonomics/engine/program"
)

// across is the first month in which a row passes a number, for all lanes at once, as the
// table has them side by side. Most measures of a study are such, and lane by lane, copying
// the row and keeping a condition of every month, they take longer than the kernel does for
// all that they rest on.
type across struct {
	load  load
	bound float64
	below bool // the row is below the bound; else at it or above
	out   int
	found []float64 // by lane
}

// acrossLanes sorts what a plan does of several lanes: all at once, and lane by lane.
type acrossLanes struct {
	all   []across
	loads []load // of what is done lane by lane
	steps []step
}

// planAcross finds what can be done for all lanes at once.
func (p *Plan) planAcross() {
	loads, conditions := map[int]load{}, map[int]*step{}
	for _, load := range p.loads {
		loads[load.slot] = load
	}
	for i := range p.steps {
		if s := &p.steps[i]; s.do == arithmeticOfSeries {
			conditions[s.out] = s
		}
	}
	isAcross := map[int]bool{}
	for i := range p.steps {
		s := &p.steps[i]
		if s.do != reduce || s.reduction.Name != "first" {
			continue
		}
		if found, ok := p.acrossOf(conditions[s.args[0]], loads); ok {
			found.out, isAcross[i] = s.out, true
			p.lanewise.all = append(p.lanewise.all, found)
		}
	}
	p.planLanes(isAcross)
}

// acrossOf reads a condition that is a row at a number or above, or below one.
func (p *Plan) acrossOf(condition *step, loads map[int]load) (across, bool) {
	if condition == nil || len(condition.args) != 2 {
		return across{}, false
	}
	first, second := condition.args[0], condition.args[1]
	row, bound := second, first
	if condition.code == program.Less {
		row, bound = first, second
	}
	value, isNumber := p.literals[bound]
	from, isRow := loads[row]
	return across{load: from, bound: value, below: condition.code == program.Less},
		isNumber && isRow && (condition.code == program.Less || condition.code == program.LessOrEqual)
}

// planLanes keeps the steps that are left to lanes one by one, and of those that give
// series and of the loads what one of these reads.
func (p *Plan) planLanes(isAcross map[int]bool) {
	isRead := map[int]bool{}
	needed := make([]bool, len(p.steps))
	for i := len(p.steps) - 1; i >= 0; i-- { // a step comes after those that it reads
		s := &p.steps[i]
		if needed[i] = !isAcross[i] && (s.do == reduce || s.do == arithmeticOfValues || isRead[s.out]); !needed[i] {
			continue
		}
		for at, slot := range s.args {
			isRead[slot] = true
			if slot < 0 {
				for _, slot := range s.each[at] {
					isRead[slot] = true
				}
			}
		}
	}
	for i := range p.steps {
		if needed[i] {
			p.lanewise.steps = append(p.lanewise.steps, p.steps[i])
		}
	}
	for _, load := range p.loads {
		if isRead[load.slot] {
			p.lanewise.loads = append(p.lanewise.loads, load)
		}
	}
}

// find finds the months. It goes backward, so that the first is what stays.
func (a *across) find(column []float64, months, lanes int) {
	for lane := range a.found {
		a.found[lane] = machine.Absent
	}
	for month := months - 1; month >= 0; month-- {
		if row := column[month*lanes:][:lanes]; a.below {
			a.noteBelow(row, float64(month))
		} else {
			a.noteFrom(row, float64(month))
		}
	}
}

// The loops stand alone: Go's WebAssembly takes every jump within a function through a
// table of all that there are in it.

//go:noinline
func (a *across) noteFrom(row []float64, month float64) {
	found, bound := a.found[:len(row)], a.bound
	for lane, x := range row {
		if bound <= x {
			found[lane] = month
		}
	}
}

//go:noinline
func (a *across) noteBelow(row []float64, month float64) {
	found, bound := a.found[:len(row)], a.bound
	for lane, x := range row {
		if x < bound {
			found[lane] = month
		}
	}
}
