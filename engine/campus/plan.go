// Package campus makes a picture of a plan (engine/floor), without drawing it: it lays sites out as a place with halls,
// rows of racks, power yards and cooling plants, and satellites above it; says which use every rack has at a month;
// looks at it with a camera; lists what is seen as parallelograms from the farthest to the nearest; and finds what lies
// under a point. The canvas and the SVG of it are thin layers over that list. It knows neither Ebitengine nor the
// browser, so that all of it is tested natively.
//
// Lengths are metres on the ground, device pixels on the canvas, and CSS pixels where a field says so.
package campus

import (
	"fmt"
	"strings"

	"rackonomics/engine/floor"
)

// Plan is a plan with the colours that it is drawn in.
type Plan struct {
	*floor.Plan
	Colours []Colour // of the uses

	lots []lots // of the sites
}

// Coloured gives a plan its colours: one of the form #rrggbb for each use, with a blank between two.
func Coloured(plan *floor.Plan, colours string) (*Plan, error) {
	list := strings.Fields(colours)
	if len(list) != len(plan.Uses) {
		return nil, fmt.Errorf("plan: %d colours; %d uses need one each", len(list), len(plan.Uses))
	}
	coloured := &Plan{Plan: plan, Colours: make([]Colour, len(list))}
	for i, text := range list {
		var err error
		if coloured.Colours[i], err = ParseColour(text); err != nil {
			return nil, fmt.Errorf("plan: the colour of uses[%d]: %w", i, err)
		}
	}
	return coloured, nil
}

// Colour is an opaque sRGB colour.
type Colour struct{ R, G, B uint8 }

// ParseColour reads "#rrggbb".
func ParseColour(text string) (Colour, error) {
	var digits [6]uint8
	if len(text) != 7 || text[0] != '#' {
		return Colour{}, fmt.Errorf("%q is no colour of the form #rrggbb", text)
	}
	for i := range digits {
		switch c := text[i+1]; {
		case c >= '0' && c <= '9':
			digits[i] = c - '0'
		case c >= 'a' && c <= 'f':
			digits[i] = c - 'a' + 10
		case c >= 'A' && c <= 'F':
			digits[i] = c - 'A' + 10
		default:
			return Colour{}, fmt.Errorf("%q is no colour of the form #rrggbb", text)
		}
	}
	return Colour{digits[0]<<4 | digits[1], digits[2]<<4 | digits[3], digits[4]<<4 | digits[5]}, nil
}

// siteOf gives the site of a hall.
func (p *Plan) siteOf(hall int) *floor.Site { return &p.Sites[p.Halls[hall].Site] }

// Load tells how much of their power the racks of a hall draw that are in use, as a ratio.
func (p *Plan) Load(hall int) float64 { return p.siteOf(hall).Load }

// stateOf is the state of a rack that is put to a use.
func (p *Plan) stateOf(use int) State {
	switch len(p.Uses) - use {
	case 1:
		return Idle
	case 2:
		return Kept
	default:
		return Leased
	}
}

// interpolate gives the value of a monthly series at a month that may lie between two, clamped to the series.
func interpolate(series []float64, month float64) float64 {
	last := len(series) - 1
	if last < 0 {
		return 0
	}
	if !(month > 0) { // also when month is not a number
		return series[0]
	}
	if month >= float64(last) {
		return series[last]
	}
	before := int(month)
	fraction := month - float64(before)
	return series[before] + (series[before+1]-series[before])*fraction
}

func largest(series []float64) float64 {
	peak := 0.0
	for _, value := range series {
		peak = max(peak, value)
	}
	return peak
}

// hallPeak is the most that the usable racks of a hall can ever draw, in MW.
func (p *Plan) hallPeak(hall int) float64 {
	return largest(p.Halls[hall].Usable) * p.Halls[hall].KilowattsPerRack / 1000
}

// powerPeaks are the most power that any source serves and any hall can draw over all months, in MW.
func (p *Plan) powerPeaks() (source, hall float64) {
	for i := range p.Sources {
		source = max(source, largest(p.Sources[i].Served))
	}
	for i := range p.Halls {
		hall = max(hall, p.hallPeak(i))
	}
	return source, hall
}

// servedPeak is the most power that all sources together serve in a month, in MW.
func (p *Plan) servedPeak() float64 {
	peak := 0.0
	for month := range p.Months {
		total := 0.0
		for i := range p.Sources {
			total += p.Sources[i].Served[month]
		}
		peak = max(peak, total)
	}
	return peak
}
