package campus

import (
	"math"

	"rackonomics/engine/floor"
)

// State is what a rack cell shows.
type State uint8

// The states, from what is least there to what is most.
const (
	Absent    State = iota // to come in a later month: outline only
	Waiting                // delivered, not in service yet
	Unpowered              // installed, without power, cooling or a place
	Idle                   // with power, unused
	Kept                   // used by the operator
	Leased                 // used by a tenant
)

// Run is a stretch of rack cells of a hall in one state, from index From up to but not including To.
type Run struct {
	State    State
	Use      int // index into Plan.Uses; only of a run that is idle, kept or leased
	From, To int
}

// Occupancy is the state of the cells of one hall at one month.
type Occupancy struct {
	Installed, Usable int   // in cells
	Waiting           int   // besides those installed
	Runs              []Run // without gaps from the first cell to the last; empty runs are left out

	before, after []Run // of the months around one that lies between two
}

// Occupy fills occupancy, whose memory it reuses, with the state of a hall's cells at a month, which may lie between
// two months. Each tenant has its lot of the usable cells, what is kept and what is idle has the rest, then come those
// that are dark, those that wait and those that are absent.
func (p *Plan) Occupy(occupancy *Occupancy, hall int, month float64, racksPerCell, cells int) {
	o := occupancy
	o.Installed, o.Usable, o.Waiting = p.cellsAt(hall, month, racksPerCell, cells)
	whole := min(max(math.Floor(month), 0), float64(len(p.Months)-1))
	part := min(max(month-whole, 0), 1)
	if next := whole + 1; part > 0 && next < float64(len(p.Months)) {
		o.before = p.runsOf(o.before[:0], hall, whole, racksPerCell, cells)
		o.after = p.runsOf(o.after[:0], hall, next, racksPerCell, cells)
		o.Runs = p.passing(o.Runs[:0], o.before, o.after, part)
		return
	}
	o.Runs = p.runsOf(o.Runs[:0], hall, whole, racksPerCell, cells)
}

// cellsAt is how many cells of a hall are installed, how many of these usable, and how many wait besides.
func (p *Plan) cellsAt(hall int, month float64, racksPerCell, cells int) (installed, usable, waiting int) {
	toCells := func(racks []float64, bound int) int {
		return min(int(math.Round(interpolate(racks, month)/float64(racksPerCell))), bound)
	}
	installed = toCells(p.Halls[hall].Racks, cells)
	return installed, toCells(p.Halls[hall].Usable, installed), toCells(p.Halls[hall].Waiting, cells-installed)
}

// runsOf lists the runs of a whole month.
//
// How many cells a use has is the difference of two borders, each of which is the cumulative share times the usable
// cells, rounded: so the counts always add up, and a use is within one cell of its share, the first within half a cell.
// (Half a cell for each of three or more uses and a right sum cannot be had together: three thirds of one rack.)
func (p *Plan) runsOf(runs []Run, hall int, month float64, racksPerCell, cells int) []Run {
	installed, usable, waiting := p.cellsAt(hall, month, racksPerCell, cells)
	shares := p.siteOf(hall).Shares
	var counts [floor.MaximumUses]int
	share, border := 0.0, 0
	for use, series := range shares {
		share += interpolate(series, month)
		to := max(min(int(math.Round(share*float64(usable))), usable), border)
		counts[use], border = to-border, to
	}
	kept := len(shares) - 1
	unlet := counts[kept]
	w := runWriter{runs: runs}
	rest := func(to int) { // what is kept comes before what is idle
		some := min(unlet, max(to-w.from, 0))
		unlet -= some
		w.until(Kept, kept, w.from+some)
		w.until(Idle, kept+1, to)
	}
	lots, left := p.lotsOf(p.Halls[hall].Site), border-unlet
	for _, use := range lots.order {
		if counts[use] > 0 {
			rest(min(int(math.Round(lots.at[use]*float64(usable))), usable-left))
			w.until(Leased, use, w.from+counts[use])
			left -= counts[use]
		}
	}
	rest(usable)
	w.until(Unpowered, 0, installed)
	w.until(Waiting, 0, installed+waiting)
	w.until(Absent, 0, cells)
	return w.runs
}

// runWriter adds runs one after the other.
type runWriter struct {
	runs []Run
	from int // where the next begins
}

func (w *runWriter) until(state State, use, to int) {
	if to <= w.from {
		return
	}
	if last := len(w.runs) - 1; last >= 0 && w.runs[last].alike(Run{State: state, Use: use}) {
		w.runs[last].To = to
	} else {
		w.runs = append(w.runs, Run{State: state, Use: use, From: w.from, To: to})
	}
	w.from = to
}

// followsAfter is the part of the time between two months after which the front of what comes follows that of what goes.
const followsAfter = 0.4

// passing lists the runs between two months, a part of the way from the one to the other. A front goes over the cells
// that change, row by row, and leaves them dark; a second follows it, behind which they are what they will be. Where cells
// are left without use the fronts go backwards, so that what is used shrinks from its end.
func (p *Plan) passing(runs, before, after []Run, part float64) []Run {
	var changing, passed [2]int // cells, and those of these before a stretch, over which fronts go forwards and backwards
	eachCommon(before, after, func(a, b Run, from, to int) {
		if !a.alike(b) {
			changing[backwards(a, b)] += to - from
		}
	})
	w := runWriter{runs: runs}
	eachCommon(before, after, func(a, b Run, from, to int) {
		if a.alike(b) {
			w.until(a.State, a.Use, to)
			return
		}
		way := backwards(a, b)
		front := func(part float64) int { // the cell that it has come to
			far := int(math.Round(min(max(part, 0), 1) * float64(changing[way])))
			if way == 1 {
				far = changing[way] - far
			}
			return min(from-passed[way]+far, to)
		}
		out, in := front(part/(1-followsAfter)), front((part-followsAfter)/(1-followsAfter))
		passed[way] += to - from
		dark := p.darker(a, b)
		if way == 1 {
			w.until(a.State, a.Use, out)
			w.until(dark.State, dark.Use, in)
			w.until(b.State, b.Use, to)
		} else {
			w.until(b.State, b.Use, in)
			w.until(dark.State, dark.Use, out)
			w.until(a.State, a.Use, to)
		}
	})
	return w.runs
}

// backwards is 1 where cells are left without use, and else 0.
func backwards(before, after Run) int {
	if after.State <= Idle && after.State < before.State {
		return 1
	}
	return 0
}

// darker is what lies between two uses: idle, or what is less.
func (p *Plan) darker(a, b Run) Run {
	least := Run{State: Idle, Use: len(p.Uses) - 1}
	for _, run := range []Run{a, b} {
		if run.State < least.State {
			least = run
		}
	}
	return least
}

// alike tells whether the cells of two runs look the same.
func (r Run) alike(other Run) bool { return r.State == other.State && r.Use == other.Use }

// eachCommon calls do for each longest stretch of cells that lies in one run of each of two lists of the same cells.
func eachCommon(before, after []Run, do func(a, b Run, from, to int)) {
	from := 0
	for i, j := 0, 0; i < len(before) && j < len(after); {
		to := min(before[i].To, after[j].To)
		do(before[i], after[j], from, to)
		if from = to; before[i].To == to {
			i++
		}
		if after[j].To == to {
			j++
		}
	}
}

// At gives the run that a cell belongs to.
func (o *Occupancy) At(cell int) (Run, bool) {
	for _, run := range o.Runs {
		if cell >= run.From && cell < run.To {
			return run, true
		}
	}
	return Run{}, false
}

// Alike counts the cells that are in the state and the use of a run, in all runs of the hall.
func (o *Occupancy) Alike(run Run) int {
	count := 0
	for _, other := range o.Runs {
		if other.alike(run) {
			count += other.To - other.From
		}
	}
	return count
}
