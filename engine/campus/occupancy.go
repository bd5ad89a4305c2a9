package campus

import "math"

// State is what a rack cell shows.
type State uint8

const (
	Absent    State = iota // to be installed in a later month: outline only
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
	Runs              []Run // without gaps from the first cell to the last; empty runs are left out
}

// Occupy fills occupancy, whose memory it reuses, with the state of a hall's cells at a month, which may lie between
// two months. Tenants follow each other in contiguous runs, then what is kept, idle, dark and absent.
//
// The border between two uses is the cumulative share times the usable cells, rounded: so the counts always add up,
// each border is within half a cell of the exact one, and a tenant that starts or ends at a hall's first or last
// usable cell is within half a cell of its share. (Half a cell for each of three or more uses and a right sum cannot
// be had together: three thirds of one rack.)
func (p *Plan) Occupy(occupancy *Occupancy, hall int, month float64, racksPerCell, cells int) {
	h := &p.Halls[hall]
	toCells := func(racks float64, bound int) int {
		return min(int(math.Round(racks/float64(racksPerCell))), bound)
	}
	occupancy.Installed = toCells(interpolate(h.Racks, month), cells)
	occupancy.Usable = toCells(interpolate(h.Usable, month), occupancy.Installed)
	occupancy.Runs = occupancy.Runs[:0]
	usable := float64(occupancy.Usable)
	from, share := 0, 0.0
	until := func(state State, use, to int) {
		if to > from {
			occupancy.Runs = append(occupancy.Runs, Run{State: state, Use: use, From: from, To: to})
			from = to
		}
	}
	for use, series := range p.siteOf(hall).Shares {
		share += interpolate(series, month)
		until(p.stateOf(use), use, min(int(math.Round(share*usable)), occupancy.Usable))
	}
	until(Idle, len(p.Uses)-1, occupancy.Usable)
	until(Unpowered, 0, occupancy.Installed)
	until(Absent, 0, cells)
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
