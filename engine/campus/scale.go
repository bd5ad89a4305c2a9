package campus

import "fmt"

// Scale says how much of a plan the lengths of a picture stand for: the larger a number, the coarser the picture. A
// picture that has no such thing has 0 there. Pictures with the same scale can be held against each other.
type Scale struct {
	Metres           float64 // of ground to a CSS pixel
	BlockRacks       float64 // that a block in a hall stands for
	SourceMegawatts  float64 // of a unit of a power yard
	CoolingMegawatts float64 // of a cooling unit
	SatelliteRacks   float64 // that a satellite of the picture stands for
	SatellitesAcross float64 // to a CSS pixel, side by side
	SatellitesDown   float64 // to a CSS pixel, one under the other
	CableMegawatts   float64 // to a CSS pixel of the width of a cable
	FlowDollars      float64 // in a month, of the thickest flow of money
	KeptDollars      float64 // in a month, of the level's box to either side of zero
}

// each visits the numbers with their names, as who asks for them writes them, and what each may be at most: more than a
// plan within its bounds comes to on any canvas.
func (s *Scale) each(visit func(name string, number *float64, most float64)) {
	visit("metres", &s.Metres, 1e4)
	visit("block_racks", &s.BlockRacks, 1e9)
	visit("source_megawatts", &s.SourceMegawatts, 1e9)
	visit("cooling_megawatts", &s.CoolingMegawatts, 1e9)
	visit("satellite_racks", &s.SatelliteRacks, 1e9)
	visit("satellites_across", &s.SatellitesAcross, 1e3)
	visit("satellites_down", &s.SatellitesDown, 1e3)
	visit("cable_megawatts", &s.CableMegawatts, 1e9)
	visit("flow_dollars", &s.FlowDollars, 1e18)
	visit("kept_dollars", &s.KeptDollars, 1e18)
}

// Check refuses numbers below zero and such as no picture has.
func (s Scale) Check() (err error) {
	s.each(func(name string, number *float64, most float64) {
		if err == nil && !(*number >= 0 && *number <= most) {
			err = fmt.Errorf("scale.%s is %g; 0 to %g are allowed", name, *number, most)
		}
	})
	return err
}

// Coarser takes of each number the larger one.
func (s Scale) Coarser(other Scale) Scale {
	var others []float64
	other.each(func(_ string, number *float64, _ float64) { others = append(others, *number) })
	s.each(func(_ string, number *float64, _ float64) { *number, others = max(*number, others[0]), others[1:] })
	return s
}

// Scale is that of the picture of a plan: that which was asked for where nothing needs a coarser one.
func (p *Place) Scale(plan *Plan) Scale {
	var r Reading
	r.findPeaks(plan, p)
	s := Scale{
		BlockRacks: float64(p.Block.Racks), SourceMegawatts: p.Block.SourceMegawatts, CoolingMegawatts: p.Block.CoolingMegawatts,
		FlowDollars: r.peaks.money, KeptDollars: r.peaks.kept,
	}
	perPixel := func(number, pixels, asked float64) float64 {
		const rounding = 1 + 1e-12 // what was asked for, made a length and told again
		if own := number / pixels; own > asked*rounding {
			return own
		}
		return asked
	}
	if len(p.Grounds) > 0 {
		s.Metres = perPixel(p.Canvas.Scale, p.wholeScale, p.least.Metres)
		s.CableMegawatts = perPixel(r.peaks.served, p.cablePixels(), p.least.CableMegawatts)
	}
	if p.Sky != nil {
		s.SatelliteRacks = float64(p.Sky.Racks)
		s.SatellitesAcross, s.SatellitesDown = perPixel(p.Canvas.Scale, p.Sky.Cell.X, p.least.SatellitesAcross), perPixel(p.Canvas.Scale, p.Sky.Cell.Y, p.least.SatellitesDown)
	}
	return s.Coarser(p.least)
}

// cablePixels is how wide a cable is at most when all of the campus is seen, in CSS pixels.
func (p *Place) cablePixels() float64 { return p.widestCable() * p.wholeScale / p.Canvas.Scale }

// longest is how long a thing is in the picture at most of which a CSS pixel shows so many; without bound where none are
// asked for.
func (p *Place) longest(asked float64) float64 { return p.Canvas.Scale / asked }
