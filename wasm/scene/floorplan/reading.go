package floorplan

import (
	"math"
	"strconv"

	"rackonomics/engine/floor"
	"rackonomics/engine/measure"
)

// Reading is what the floor plan shows at one month: the state of every cell and the power that flows. Its memory is
// reused from month to month.
type Reading struct {
	Month     float64
	Halls     []Occupancy
	HallPower []float64 // MW that each hall's usable racks can draw
	Served    []float64 // MW of each source
	Available []float64
	Demand    float64   // MW
	Split     []float64 // ratio of the usable racks of each use
}

// Read fills reading with the state at a month, which may lie between two months.
func (f *Floorplan) Read(plan *Plan, month float64, reading *Reading) {
	r := reading
	r.Month = month
	r.Halls = resized(r.Halls, len(f.Halls))
	r.HallPower = resized(r.HallPower, len(plan.Halls))
	for i := range f.Halls {
		plan.Occupy(&r.Halls[i], i, month, f.RacksPerCell, f.Halls[i].Cells)
	}
	usable := 0.0
	for i, hall := range plan.Halls {
		racks := math.Round(interpolate(hall.Usable, month))
		r.HallPower[i] = racks * hall.KilowattsPerRack / 1000
		usable += racks
	}
	r.Served = resized(r.Served, len(plan.Sources))
	r.Available = resized(r.Available, len(plan.Sources))
	for i, source := range plan.Sources {
		r.Served[i] = interpolate(source.Served, month)
		r.Available[i] = interpolate(source.Available, month)
	}
	r.Demand = interpolate(plan.Demand, month)
	r.Split = r.Split[:0]
	rest := min(usable, 1) // where there is nothing, nothing is idle
	for _, series := range plan.Shares {
		share := min(interpolate(series, month), rest)
		r.Split = append(r.Split, share)
		rest -= share
	}
	r.Split = append(r.Split, rest)
}

func resized[T any](slice []T, length int) []T {
	if cap(slice) < length {
		return make([]T, length)
	}
	return slice[:length]
}

// SplitPart is the stretch of the split bar of one use.
func (f *Floorplan) SplitPart(r *Reading, use int) Rectangle {
	before := 0.0
	for _, share := range r.Split[:use] {
		before += share
	}
	at := func(share float64) int {
		return f.Split.MinX + int(math.Round(share*float64(f.Split.Width())))
	}
	return Rectangle{at(before), f.Split.MinY, at(before + r.Split[use]), f.Split.MaxY}
}

// Used tells whether the cells of a run are put to a use, if only to none; racks that are dark or absent are not.
func (r Run) Used() bool { return r.State > Dark }

// Find is what lies under a point, for a tooltip and for a click.
type Find struct {
	Text                 string
	Hall, Tenant, Source string    // names; empty when there is none
	Place                Rectangle // of a rack
}

// FindAt tells what lies under a point: a rack, a hall, a source or a part of the split.
func (f *Floorplan) FindAt(plan *Plan, r *Reading, p Point) (Find, bool) {
	if hall, cell, ok := f.CellAt(p); ok {
		return f.describeCell(plan, r, hall, cell), true
	}
	for i := range f.Halls {
		if f.Halls[i].Panel.Contains(p) {
			hall := &plan.Halls[i]
			return Find{Hall: hall.Name, Text: hall.Title + ": " + describe(hall, r.Month)}, true
		}
	}
	for i := range f.Sources {
		if f.Sources[i].Card.Contains(p) {
			source := &plan.Sources[i]
			return Find{Source: source.Name, Text: source.Title + ": serves " +
				Megawatts(r.Served[i]) + " MW of " + Megawatts(r.Available[i]) + " MW available"}, true
		}
	}
	if f.Split.Contains(p) {
		for use := range r.Split {
			if f.SplitPart(r, use).Contains(p) {
				described := &plan.Uses[use]
				return Find{Tenant: described.Name, Text: described.Title + ": " + Percent(measure.Apportioned(r.Split, measure.PercentTenths)[use]) + " of the usable racks"}, true
			}
		}
	}
	return Find{}, false
}

func (f *Floorplan) describeCell(plan *Plan, r *Reading, hall, cell int) Find {
	h := &plan.Halls[hall]
	place, _ := f.Cell(hall, cell)
	find := Find{Hall: h.Name, Place: place}
	run, _ := r.Halls[hall].At(cell)
	racks := (run.To - run.From) * f.RacksPerCell
	usable := r.Halls[hall].Usable * f.RacksPerCell
	switch {
	case run.Used():
		use := &plan.Uses[run.Use]
		find.Tenant = use.Name
		find.Text = h.Title + ", " + use.Title + ": " + Whole(float64(racks)) + " of " +
			Whole(float64(usable)) + " usable racks, " + Whole(float64(racks)*h.GPUsPerRack) + " GPUs"
	case run.State == Dark:
		find.Text = h.Title + ": " + Whole(float64(racks)) + " racks installed, still without power or cooling"
	default:
		find.Text = h.Title + ": " + Whole(float64(racks)) + " racks not installed yet"
	}
	return find
}

// describe counts a hall's racks and GPUs at a month.
func describe(h *floor.Hall, month float64) string {
	installed, usable := math.Round(interpolate(h.Racks, month)), math.Round(interpolate(h.Usable, month))
	text := Whole(installed) + " racks"
	if usable < installed {
		text = Whole(usable) + " of " + Whole(installed) + " racks usable"
	}
	return text + " · " + Whole(usable*h.GPUsPerRack) + " GPUs"
}

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
	return text + " %"
}
