package campus

import "math"

// withPlant adds the cooling plant in front of the halls.
func (l *layouter) withPlant(s *siteShape) {
	heat := largest(l.plan.Sites[s.site].HeatLimit)
	s.plantUnits = int(math.Ceil(heat / l.place.Block.CoolingMegawatts))
	if s.plantUnits == 0 {
		return
	}
	side := l.coolerSide()
	s.plantColumns = min(max(int(s.hallsWidth/side), 1), s.plantUnits)
	s.depth += l.place.metres.gap + float64((s.plantUnits+s.plantColumns-1)/s.plantColumns)*side + l.place.metres.yardApron
}

func (l *layouter) coolerSide() float64 {
	return math.Sqrt(plantArea * l.place.Block.CoolingMegawatts)
}

func (l *layouter) unitSide() float64 { return math.Sqrt(yardArea * l.place.Block.SourceMegawatts) }

func (l *layouter) unitsOf(source int) int {
	return int(math.Ceil(l.plan.peakOf(source) / l.place.Block.SourceMegawatts))
}

func (l *layouter) sourcesOf(site int) []int {
	var sources []int
	for i := range l.plan.Sources {
		if l.plan.Sources[i].Site == site && l.unitsOf(i) > 0 {
			sources = append(sources, i)
		}
	}
	return sources
}

// yardLine is a line of lots from west to east, of at most so many rows of units.
type yardLine struct {
	sources []int
	columns []int
	rows    int
}

// withYard adds the power yard behind the halls, in as few lines as the width allows, with the road and the margins.
func (l *layouter) withYard(s *siteShape) {
	m := l.place.metres
	s.width = s.hallsWidth + 2*m.gap
	s.depth += 2*m.gap + m.siteApron
	if l.plan.hasFloor(s.site) {
		s.depth += 2 * m.floorBar
	}
	sources := l.sourcesOf(s.site)
	if len(sources) == 0 {
		return
	}
	if len(s.shelves) > 1 {
		s.width += l.laneWidth()
	}
	each := max(min(int((s.hallsWidth+m.gap)/(l.lotWidth(1)+m.gap)), len(sources)), 1)
	for first := 0; first < len(sources); first += each {
		line := l.yardLine(sources[first:min(first+each, len(sources))], s.hallsWidth)
		s.yard = append(s.yard, line)
		s.depth += l.lineDepth(line)
	}
	s.depth += l.roadDepth()
}

// yardLine gives lots so few rows of units as the width allows.
func (l *layouter) yardLine(sources []int, width float64) yardLine {
	line := yardLine{sources: sources}
	for line.rows = 1; ; line.rows++ {
		line.columns = line.columns[:0]
		total := l.place.metres.gap * float64(len(sources)-1)
		widest := 1
		for _, source := range sources {
			columns := (l.unitsOf(source) + line.rows - 1) / line.rows
			line.columns = append(line.columns, columns)
			widest = max(widest, columns)
			total += l.lotWidth(columns)
		}
		if total <= width || widest == 1 {
			return line
		}
	}
}

func (l *layouter) lotWidth(columns int) float64 {
	return max(float64(columns)*l.unitSide(), l.place.metres.narrowestYard)
}

func (l *layouter) lineDepth(line yardLine) float64 {
	return float64(line.rows)*l.unitSide() + l.place.metres.yardApron
}

// roadDepth is that of the road along the halls, on which the busbar runs; laneWidth that of the way to the halls that
// do not stand at it.
func (l *layouter) roadDepth() float64 { return 2.5 * l.place.metres.gap }

func (l *layouter) laneWidth() float64 { return 1.6 * l.place.metres.gap }
