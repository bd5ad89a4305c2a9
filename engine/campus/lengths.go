package campus

// lengths are those of one of the two layouts, in CSS pixels.
type lengths struct {
	margin, bar, barGap, legend, caption float64
	line                                 float64 // of the legend's text
	hallLabel, yardLabel, siteLabel      float64 // heights that labels in front of things need
	narrowestHall, narrowestYard         float64 // so that their labels can be read
	gap, corridor                        float64
	floorBar                             float64 // depth of the bar of a site's floor
	sky                                  float64 // of the height, where there is ground too
	tools                                float64 // height that buttons over the canvas take of a campus, or of what is said of the sky, that fills its width
}

var (
	wideLengths = lengths{margin: 12, bar: 12, barGap: 6, legend: 22, line: 16, caption: 0,
		hallLabel: 19, yardLabel: 18, siteLabel: 17, narrowestHall: 100, narrowestYard: 84, gap: 8, corridor: 9, floorBar: 7, sky: 0.31}
	narrowLengths = lengths{margin: 8, bar: 12, barGap: 4, legend: 54, line: 14, caption: 16,
		hallLabel: 15, yardLabel: 14, siteLabel: 14, narrowestHall: 60, narrowestYard: 52, gap: 5, corridor: 5, floorBar: 5, sky: 0.27, tools: 28}
)

const (
	// narrowBelow is the width in CSS pixels under which a phone's lengths hold.
	narrowBelow = 640
	// maximumBlocks bounds the picture; above it, a block stands for several racks.
	maximumBlocks = 16_000
	// leastPitch is how far apart blocks are at least, in CSS pixels, so that they can be told from each other.
	leastPitch = 1.8
	// Square metres for each megawatt.
	yardArea, plantArea = 5, 1.4
	mostUnits           = 20 // of a source
	mostCoolers         = 48
)

// metres are the lengths of a layout on the ground, at the scale at which it is seen.
type metres struct {
	hallApron, yardApron, siteApron, gap, corridor, wall, floorBar, narrowestHall, narrowestYard float64
}

func (l *layouter) metresAt(scale float64) {
	camera := facing(0)
	across := func(css float64) float64 { return css * l.place.Canvas.Scale / scale / camera.turnCosine }
	along := func(css float64) float64 {
		return css * l.place.Canvas.Scale / scale / (camera.turnCosine * camera.riseSine)
	}
	m := l.lengths
	l.place.metres = metres{
		hallApron: along(m.hallLabel), yardApron: along(m.yardLabel), siteApron: along(m.siteLabel),
		gap: across(m.gap), corridor: along(m.corridor), wall: across(m.gap / 3), floorBar: along(m.floorBar),
		narrowestHall: across(m.narrowestHall), narrowestYard: across(m.narrowestYard),
	}
}
