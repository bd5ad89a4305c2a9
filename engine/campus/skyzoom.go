package campus

// closestSatellite is how wide the place of a satellite is seen at most, in CSS pixels: as wide as what is said of it.
const closestSatellite = 250

// Widths of the place of a satellite in CSS pixels from which it is drawn with its accelerators, and told what it is.
const (
	showsSatelliteLamps = 70
	showsSatelliteNames = 96
)

func (s *Sky) middle() Point {
	return Point{float64(s.Field.MinX+s.Field.MaxX) / 2, float64(s.Field.MinY+s.Field.MaxY) / 2}
}

// window is where satellites are seen: not over the texts above them. Stars and the Earth are too far away to come nearer.
func (s *Sky) window() Rectangle {
	return Rectangle{s.Band.MinX, s.Field.MinY, s.Band.MaxX, s.Band.MaxY}
}

// whole is where what is seen at a point is when all satellites are seen.
func (s *Sky) whole(p Point) Point {
	return s.centre.Add(p.Minus(s.middle()).Times(1 / s.nearness))
}

// move goes nearer by a factor, with what is seen at a point staying there, and shifts the picture by a distance; both
// in device pixels. It goes no farther than to where all satellites are seen, no nearer than to one of them, and not
// beyond the field.
func (s *Sky) move(by float64, at, shift Point, scale float64) {
	kept, middle := s.whole(at), s.middle()
	nearest := min(closestSatellite*scale/s.Cell.X, float64(s.Field.Height())/s.Cell.Y)
	s.nearness = between(s.nearness*by, 1, max(nearest, 1))
	s.centre = kept.Minus(at.Add(shift).Minus(middle).Times(1 / s.nearness))
	free := (1 - 1/s.nearness) / 2
	wide, high := float64(s.Field.Width())*free, float64(s.Field.Height())*free
	s.centre = Point{between(s.centre.X, middle.X-wide, middle.X+wide), between(s.centre.Y, middle.Y-high, middle.Y+high)}
}

// cellWidth is how wide the place of a satellite is seen, in CSS pixels.
func (p *Place) cellWidth() float64 { return p.Sky.Cell.X * p.Sky.nearness / p.Canvas.Scale }

// satellites says of those that are seen from near by what they are, each under it.
func (l *labeller) satellites() {
	p, s := l.place, l.place.Sky
	if l.isWhole || s == nil || p.cellWidth() < showsSatelliteNames {
		return
	}
	cell, window, scale := s.Cell.Times(s.nearness), s.window(), p.Canvas.Scale
	for hall := range p.Halls {
		h := &p.Halls[hall]
		if !h.Flying {
			continue
		}
		for _, run := range l.reading.Halls[hall].Runs {
			title, detail := l.ofBlock(hall, run)
			for block := run.From; block < run.To; block++ {
				middle := s.Satellite(h.first + block)
				under := middle.Y + cell.Y/2 - (lineHeight+2)*scale
				if !window.Contains(middle) || under > float64(window.MaxY)-lineHeight*scale {
					continue
				}
				label := Label{Kind: SatelliteTitle, X: (middle.X - cell.X*0.48) / scale, Y: under / scale, Width: cell.X * 0.96 / scale}
				if label.X < 0 || label.X+label.Width > float64(p.Canvas.Width)/scale {
					continue
				}
				label.Text = p.fitted(title+"\t"+detail, label.Width)
				l.labels = append(l.labels, label)
			}
		}
	}
}
