package compare

import (
	"cmp"
	"slices"

	"rackonomics/engine/model"
	"rackonomics/engine/scenario"
)

// MostExact is up to how many changes the attribution is exact.
const MostExact = 8

// exchange is two documents and what differs between them that may change a figure.
type exchange struct {
	from, to    *scenario.Document
	differences []scenario.Difference
	groups      [][]int      // of differences, what is exchanged together
	refused     map[set]bool // sets of differences that cannot be computed
	allowed     map[set]bool
}

func newExchange(from, to *scenario.Document) *exchange {
	e := &exchange{from: from, to: to, refused: map[set]bool{}, allowed: map[set]bool{}}
	for _, d := range from.Differences(to) {
		if d.Kind != scenario.TitleDiffers {
			e.differences = append(e.differences, d)
		}
	}
	// What decides which program is run comes last, and so changes least often.
	slices.SortStableFunc(e.differences, func(a, b scenario.Difference) int { return cmp.Compare(rank(&a), rank(&b)) })
	for i := range e.differences {
		e.groups = append(e.groups, []int{i})
	}
	return e
}

// rank is above zero where a difference is not of numbers alone.
func rank(d *scenario.Difference) int {
	if d.Kind == scenario.InputDiffers && !model.Structural(d.Input) && (d.From.Profile == nil) == (d.To.Profile == nil) && d.Name != "" {
		return 0
	}
	return 1
}

// unfold turns a set of groups into one of differences.
func (e *exchange) unfold(groups set) set {
	s := none(len(e.differences))
	for i, group := range e.groups {
		if groups[i] == 1 {
			for _, at := range group {
				s = s.with(at)
			}
		}
	}
	return s
}

// document is the first with a set of differences as the second has them.
func (e *exchange) document(s set) (*scenario.Document, error) {
	if s.size() == len(s) {
		return e.to, nil
	}
	var list []scenario.Difference
	for i := range e.differences {
		if s[i] == 1 {
			list = append(list, e.differences[i])
		}
	}
	made, err := e.from.Exchange(e.to, list)
	if err == nil {
		err = model.Check(made)
	}
	return made, err
}

func (e *exchange) isAllowed(groups set) bool {
	s := e.unfold(groups)
	if e.refused[s] {
		return false
	}
	if !e.allowed[s] {
		if _, err := e.document(s); err != nil {
			e.refused[s] = true
			return false
		}
		e.allowed[s] = true
	}
	return true
}

// join puts together what cannot be exchanged alone, until every set that is asked
// for can be computed. Both documents themselves can.
func (e *exchange) join() {
	for {
		wanted := e.wanted()
		at := slices.IndexFunc(wanted, func(s set) bool { return !e.isAllowed(s) })
		if at < 0 {
			return
		}
		e.joinFor(wanted[at])
	}
}

// wanted lists the sets of groups whose figures the attribution takes.
func (e *exchange) wanted() []set {
	if e.isExact() {
		return allSets(len(e.groups))
	}
	return sampledSets(len(e.groups), e.orders(), map[set]bool{})
}

// byRound lists the same by round, in each those that the one before does not take.
// An exact attribution has one round.
func (e *exchange) byRound() [][]set {
	if e.isExact() {
		return [][]set{e.wanted()}
	}
	sets, seen := make([][]set, len(rounds)), map[set]bool{}
	for round := range sets {
		sets[round] = sampledSets(len(e.groups), ofRound(e.orders(), round), seen)
	}
	return sets
}

func (e *exchange) isExact() bool { return len(e.groups) <= MostExact }

// orders are those in which changes are made where they are too many for all.
func (e *exchange) orders() [][][]int { return sampledOrders(len(e.groups), pairs) }

// joinFor joins two groups because of a set that cannot be: one whose absence makes
// it possible, with one whose presence does.
func (e *exchange) joinFor(s set) {
	inside, outside := -1, -1
	for i := range e.groups {
		switch {
		case s[i] == 1 && (inside < 0 || e.isAllowed(s[:i]+"\x00"+s[i+1:])):
			inside = i
		case s[i] == 0 && (outside < 0 || e.isAllowed(s.with(i))):
			outside = i
		}
	}
	e.groups[inside] = append(e.groups[inside], e.groups[outside]...)
	e.groups = slices.Delete(e.groups, outside, outside+1)
}
