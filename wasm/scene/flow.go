//go:build js && wasm

package main

import "rackonomics/wasm/scene/floorplan"

// flow is how far the pulses have moved along each feed line. It follows the month and not the clock: a pulse moves
// while the time line plays or is dragged, stands when it stands, and goes backwards with it; its speed is the power
// on the line.
type flow struct {
	plan           *floorplan.Plan
	month          float64
	sources, halls []float64 // in CSS pixels
	cooling        float64   // turns of the fans
	peak, hallPeak float64   // MW of the strongest source and hall, which set the widths
	peakDemand     float64
}

// Pixels that the pulses of the strongest line move in a month, and turns of a fan at the highest demand.
const (
	pulseStride = 120
	fanTurns    = 0.75
)

func (f *flow) advance(plan *floorplan.Plan, reading *floorplan.Reading) {
	if f.plan != plan {
		f.plan, f.month = plan, reading.Month
		f.sources = resized(f.sources, len(plan.Sources))
		f.halls = resized(f.halls, len(plan.Halls))
		f.peak, f.hallPeak, f.peakDemand = plan.Peaks()
	}
	months := reading.Month - f.month
	f.month = reading.Month
	for i, megawatts := range reading.Served {
		f.sources[i] += months * pulseStride * ratio(megawatts, f.peak)
	}
	for i, megawatts := range reading.HallPower {
		f.halls[i] += months * pulseStride * ratio(megawatts, f.hallPeak)
	}
	f.cooling += months * fanTurns * ratio(reading.Demand, f.peakDemand)
}

func ratio(part, whole float64) float64 {
	if whole <= 0 {
		return 0
	}
	return min(part/whole, 1)
}

func resized(values []float64, length int) []float64 {
	if len(values) == length {
		return values
	}
	return make([]float64, length)
}
