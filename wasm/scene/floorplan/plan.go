// Package floorplan computes what the scene shows of a plan (engine/floor), without drawing it: it lays the halls out as
// rows of rack cells on a canvas of any size, says which use every rack has at a month, and finds what lies under a
// point. It knows neither Ebitengine nor the browser, so that all of it is tested natively.
//
// Lengths are device pixels where they are integers (cells must fall on whole pixels, or their edges blur and their
// areas differ) and CSS pixels where a field says so.
package floorplan

import (
	"fmt"
	"strings"

	"rackonomics/engine/floor"
)

// Plan is a plan with the colours that it is drawn in.
type Plan struct {
	*floor.Plan
	Colours []Colour // of the uses
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

// SourcePeak is the most power that a source ever has available or serves, in MW.
func (p *Plan) SourcePeak(source int) float64 {
	return max(largest(p.Sources[source].Available), largest(p.Sources[source].Served))
}

// hallPeak is the most that the usable racks of a hall can ever draw, in MW.
func (p *Plan) hallPeak(hall int) float64 {
	return largest(p.Halls[hall].Usable) * p.Halls[hall].KilowattsPerRack / 1000
}

// Peaks are the most power of any source, of any hall and of all sites' demand over all months, in MW.
func (p *Plan) Peaks() (source, hall, demand float64) {
	for i := range p.Sources {
		source = max(source, largest(p.Sources[i].Served))
	}
	for i := range p.Halls {
		hall = max(hall, p.hallPeak(i))
	}
	return source, hall, largest(p.Demand)
}

// LooksLike tells whether two plans draw the same uses in the same colours, and equal halls under the same load.
func (p *Plan) LooksLike(other *Plan) bool {
	if len(p.Uses) != len(other.Uses) || len(p.Halls) != len(other.Halls) {
		return false
	}
	for use := range p.Uses {
		if p.Colours[use] != other.Colours[use] || p.Uses[use].Name != other.Uses[use].Name {
			return false
		}
	}
	for hall := range p.Halls {
		if p.Load(hall) != other.Load(hall) {
			return false
		}
	}
	return true
}
