package campus

import (
	"math"
	"strconv"

	"rackonomics/engine/floor"
)

// Reading is what the campus shows at a month: the state of every block and the power that flows. Its memory is
// reused from month to month.
type Reading struct {
	Month       float64
	Halls       []Occupancy
	Arrivals    []Arrival // at each hall
	HallPower   []float64 // MW that each hall's usable racks can draw
	Installed   []float64 // MW of each source
	Planned     []float64 // MW that each would have if nothing were late
	Served      []float64
	Available   []float64
	Charged     []float64 // MW that charge each battery
	Full, Left  []float64 // MWh in each battery when a call of the grid comes, and when it ends
	HallMoved   []float64 // how far pulses on the cable of each hall have moved since the start
	SourceMoved []float64
	Moved       float64   // of the busbars
	Heat        []float64 // MW of each site
	HeatLimits  []float64
	Limits      []int     // what binds each site in the month told: a [floor.Limit]
	Satellites  []float64 // in service, of each site
	FloorTaken  []float64 // square metres, of each site
	FloorLater  []float64 // that will be taken besides in a later month
	FloorFree   []float64 // that are free, those that will be taken later among them
	Wanted      []float64 // MW, of each site with every working rack in use
	Firm        []float64 // MW that each site can count on
	Demand      float64   // MW
	Split       []float64 // ratio of the usable racks of each use

	Received []float64 // USD that each use but the last brings
	Paid     float64   // USD
	Kept     float64   // USD that the operations keep; below zero what they lose

	moneyIn, moneyOut float64 // how far pulses have moved

	peaks peaks
	flows flows
	bands [2][]Band // in and out
}

// peaks are the most that a plan ever has, or a coarser scale shows, against which a month is drawn. They are found once
// for a plan.
type peaks struct {
	of                           *Plan
	at                           *Place
	source, hall, served, demand float64 // MW: of one source, of one hall, of all sources together, of all that is wanted
	money, kept                  float64 // USD: that flows one way in a month; that is kept or lost
}

func (r *Reading) findPeaks(plan *Plan, p *Place) {
	if r.peaks.of == plan && r.peaks.at == p {
		return
	}
	source, hall := plan.powerPeaks()
	in, out, kept := plan.moneyPeaks()
	r.peaks = peaks{
		of: plan, at: p, source: source, hall: hall, demand: largest(plan.Demand),
		served: max(plan.servedPeak(), p.least.CableMegawatts*p.cablePixels()), money: max(in, out, p.least.FlowDollars), kept: max(kept, p.least.KeptDollars),
	}
}

const (
	limitedByPower   = int(floor.LimitedByPower)
	limitedByCooling = int(floor.LimitedByCooling)
	limitedByFloor   = int(floor.LimitedByFloor)
)

// MonthTold is the month whose figures are told while the picture is at a month that may lie between two: the last that
// came, as the page around it has. No month has the figures of a moment between two.
func MonthTold(month float64) float64 { return math.Floor(month) }

// pulseStride is how many pulses of the strongest line pass in a month.
const pulseStride = 4

// Read fills reading with the state at a month, which may lie between two months.
func (p *Place) Read(plan *Plan, month float64, reading *Reading) {
	r := reading
	r.Month = month
	r.findPeaks(plan, p)
	r.Halls = resized(r.Halls, len(p.Halls))
	r.Arrivals = resized(r.Arrivals, len(p.Halls))
	for i := range p.Halls {
		r.Arrivals[i] = plan.arriving(i, month)
		plan.Occupy(&r.Halls[i], i, month, p.RacksPerBlock(i), p.Halls[i].Blocks)
	}
	p.readPower(plan, month, r)
	p.readSites(plan, month, r)
	plan.readMoney(month, r)
	usable := 0.0
	for i := range plan.Halls {
		usable += math.Round(interpolate(plan.Halls[i].Usable, month))
	}
	r.Split = r.Split[:0]
	rest := min(usable, 1) // where there is nothing, nothing is idle
	for _, series := range plan.Shares {
		share := min(interpolate(series, month), rest)
		r.Split = append(r.Split, share)
		rest -= share
	}
	r.Split = append(r.Split, rest)
}

// RacksPerBlock is how many racks of the plan a block, or a satellite, of a hall stands for.
func (p *Place) RacksPerBlock(hall int) int {
	if p.Halls[hall].Flying {
		return p.Sky.Racks
	}
	return p.Block.Racks
}

func (p *Place) readPower(plan *Plan, month float64, r *Reading) {
	r.HallPower, r.HallMoved = resized(r.HallPower, len(plan.Halls)), resized(r.HallMoved, len(plan.Halls))
	for i, hall := range plan.Halls {
		r.HallPower[i] = math.Round(interpolate(hall.Usable, month)) * hall.KilowattsPerRack / 1000
		r.HallMoved[i] = moved(accumulated(hall.Usable, month)*hall.KilowattsPerRack/1000, r.peaks.hall)
	}
	count := len(plan.Sources)
	r.Planned = resized(r.Planned, count)
	r.Installed, r.Served, r.Available, r.SourceMoved = resized(r.Installed, count), resized(r.Served, count), resized(r.Available, count), resized(r.SourceMoved, count)
	r.Charged, r.Full, r.Left = resized(r.Charged, count), resized(r.Full, count), resized(r.Left, count)
	for i, source := range plan.Sources {
		r.Charged[i] = interpolate(source.Charged, month)
		r.Full[i], r.Left[i] = interpolate(source.Full, month), interpolate(source.Left, month)
		r.Installed[i] = interpolate(source.Installed, month)
		r.Planned[i] = interpolate(source.Planned, month)
		r.Served[i] = interpolate(source.Served, month)
		r.Available[i] = interpolate(source.Available, month)
		r.SourceMoved[i] = moved(accumulated(source.Served, month), r.peaks.source)
	}
	r.Demand = interpolate(plan.Demand, month)
	r.Moved = moved(accumulated(plan.Demand, month), r.peaks.demand)
}

func (p *Place) readSites(plan *Plan, month float64, r *Reading) {
	count := len(plan.Sites)
	r.Heat, r.HeatLimits, r.Limits, r.Satellites, r.Wanted, r.Firm = resized(r.Heat, count), resized(r.HeatLimits, count), resized(r.Limits, count), resized(r.Satellites, count), resized(r.Wanted, count), resized(r.Firm, count)
	r.FloorTaken, r.FloorLater, r.FloorFree = resized(r.FloorTaken, count), resized(r.FloorLater, count), resized(r.FloorFree, count)
	for i, site := range plan.Sites {
		r.FloorTaken[i], r.FloorFree[i] = interpolate(site.FloorTaken, month), interpolate(site.FloorFree, month)
		most := largest(site.FloorTaken[min(max(int(math.Ceil(month)), 0), len(site.FloorTaken)-1):])
		r.FloorLater[i] = min(max(most-r.FloorTaken[i], 0), r.FloorFree[i])
		r.Heat[i] = interpolate(site.Heat, month)
		r.HeatLimits[i] = interpolate(site.HeatLimit, month)
		r.Limits[i] = int(interpolate(site.Limit, MonthTold(month)))
		r.Satellites[i] = interpolate(site.Satellites, month)
		r.Wanted[i] = interpolate(site.Wanted, month)
		r.Firm[i] = interpolate(site.Available, month)
	}
}

// moved is how far pulses have gone by so many megawatts times months.
func moved(sent, peak float64) float64 {
	if peak <= 0 {
		return 0
	}
	return pulseStride * sent / peak
}

// accumulated adds up a monthly series from its start to a month, which may lie between two.
func accumulated(series []float64, month float64) float64 {
	whole := min(max(math.Floor(month), 0), float64(len(series)-1))
	total := 0.0
	for _, value := range series[:int(whole)] {
		total += value
	}
	return total + float64(min(max(month-whole, 0), 1)*series[int(whole)])
}

func resized[T any](slice []T, length int) []T {
	if cap(slice) < length {
		return make([]T, length)
	}
	return slice[:length]
}

// SplitPart is the stretch of the split bar of one use.
func (p *Place) SplitPart(r *Reading, use int) Rectangle {
	before := 0.0
	for _, share := range r.Split[:use] {
		before += share
	}
	at := func(share float64) int {
		return p.Split.MinX + int(math.Round(share*float64(p.Split.Width())))
	}
	return Rectangle{at(before), p.Split.MinY, at(before + r.Split[use]), p.Split.MaxY}
}

// Used tells whether the cells of a run are put to a use, if only to none; racks that are dark or absent are not.
func (r Run) Used() bool { return r.State > Unpowered }

// Whole writes a number without decimals and with commas between thousands.
func Whole(value float64) string {
	digits := strconv.FormatFloat(math.Round(value), 'f', 0, 64)
	first := 0
	if digits[0] == '-' {
		first = 1
	}
	for i := len(digits) - 3; i > first; i -= 3 {
		digits = digits[:i] + "," + digits[i:]
	}
	return digits
}

// Megawatts writes a power with three sensible digits, without its unit.
func Megawatts(value float64) string {
	switch {
	case value < 0.05:
		return "0"
	case value < 9.95:
		return strconv.FormatFloat(value, 'f', 1, 64)
	default:
		return Whole(value)
	}
}

// Percent writes a ratio as per cent, with a decimal only where it says something.
func Percent(ratio float64) string {
	text := strconv.FormatFloat(ratio*100, 'f', 1, 64)
	if n := len(text) - 2; text[n:] == ".0" {
		text = text[:n]
	}
	return text + "%"
}
