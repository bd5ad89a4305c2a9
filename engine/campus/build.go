package campus

// build places the chosen shapes on the land.
func (l *layouter) build(shapes []siteShape, beside bool) {
	p := l.place
	p.Grounds = p.Grounds[:0]
	depth, width := 0.0, 0.0
	for _, shape := range shapes {
		depth, width = max(depth, shape.depth), max(width, shape.width)
	}
	x, y := 0.0, 0.0
	for i := range shapes {
		shape := &shapes[i]
		land := Area{x, y, x + shape.width, y + shape.depth}
		if beside {
			land.MaxY = y + depth
			x = land.MaxX + 2*p.metres.gap
		} else {
			land.MaxX = x + width
			y = land.MaxY + 2*p.metres.gap
		}
		l.site(shape, land)
	}
	p.land = Area{}
	for i := range p.Grounds {
		p.land.MaxX, p.land.MaxY = max(p.land.MaxX, p.Grounds[i].Land.MaxX), max(p.land.MaxY, p.Grounds[i].Land.MaxY)
	}
}

// site places, from the north: the yard, the road, the halls, the cooling plant, the bar of the floor, the
// site's name.
func (l *layouter) site(shape *siteShape, land Area) {
	p, m := l.place, l.place.metres
	ground := Ground{Site: shape.site, Land: land, Halls: shape.halls, Sources: l.sourcesOf(shape.site)}
	ground.Apron = Area{land.MinX + m.gap, land.MaxY - m.siteApron - m.gap/2, land.MaxX - m.gap, land.MaxY - m.gap/2}
	x, y := land.MinX+m.gap, land.MinY+m.gap
	if len(shape.yard) > 0 && len(shape.shelves) > 1 {
		ground.Lane = x + l.laneWidth()/3
		x += l.laneWidth()
	}
	for _, line := range shape.yard {
		y = l.yard(line, x, y, shape.hallsWidth)
	}
	if len(shape.yard) > 0 {
		ground.Road = Area{min(x, land.MinX+m.gap), y, x + shape.hallsWidth, y + l.roadDepth()}
		y = ground.Road.MaxY
		for _, source := range ground.Sources {
			p.Sources[source].Cable[1].Y = ground.bus()
		}
	}
	for i, s := range shape.shelves {
		l.shelf(shape, &ground, s, x, y, i == 0)
		y += l.shelfDepth(s)
	}
	if shape.plantUnits > 0 {
		side := l.coolerSide()
		rows := (shape.plantUnits + shape.plantColumns - 1) / shape.plantColumns
		y += m.gap
		ground.Plant = Yard{Units: shape.plantUnits, Columns: shape.plantColumns, Side: side,
			Lot: Area{x, y, x + float64(shape.plantColumns)*side, y + float64(rows)*side}}
		ground.Plant.Apron = Area{x, ground.Plant.Lot.MaxY, x + shape.hallsWidth, ground.Plant.Lot.MaxY + m.yardApron}
		y = ground.Plant.Apron.MaxY
	}
	if l.plan.hasFloor(shape.site) {
		ground.Floor = Area{x, y + m.floorBar/2, x + shape.hallsWidth, y + 1.5*m.floorBar}
	}
	p.Grounds = append(p.Grounds, ground)
}

// yard places the lots of a line from west to east, over all of a width, and tells where it ends in the south. Their
// cables go south from their eastern ends.
func (l *layouter) yard(line yardLine, x, y, width float64) (end float64) {
	p, m := l.place, l.place.metres
	spare := width - m.gap*float64(len(line.sources)-1)
	equal := spare / float64(len(line.sources))
	for _, columns := range line.columns {
		spare -= l.lotWidth(columns)
		if l.lotWidth(columns) > equal {
			equal = 0 // as one needs more, each gets a part of what is left
		}
	}
	end = y + l.lineDepth(line)
	for i, source := range line.sources {
		width := l.lotWidth(line.columns[i]) + max(spare, 0)/float64(len(line.sources))
		if equal > 0 {
			width = equal
		}
		yard := Yard{Units: l.unitsOf(source), Columns: line.columns[i], Side: l.unitSide()}
		yard.Lot = Area{x, y, x + width, end - m.yardApron}
		yard.Apron = Area{x, yard.Lot.MaxY, x + width - m.gap/2, end}
		east := x + width - m.gap*0.2
		p.Sources[source] = YardPlace{Yard: yard, Cable: Cable{{east, yard.Lot.MaxY}, {east, end}}}
		x += width + m.gap
	}
	return end
}

// shelf places the halls of a shelf. Those at the road have their cables from the busbar on it; to the others cables
// come along the corridor behind them, that to the easternmost farthest in the north, so that no two cross.
func (l *layouter) shelf(shape *siteShape, ground *Ground, s shelf, x, y float64, atRoad bool) {
	p, m := l.place, l.place.metres
	spare := shape.hallsWidth - m.gap*float64(len(s.halls)-1)
	for _, columns := range s.columns {
		spare -= l.hallWidth(columns)
	}
	for i, hall := range s.halls {
		width := l.hallWidth(s.columns[i])
		if i == len(s.halls)-1 && spare < shape.hallsWidth/8 {
			width += spare // shelves end alike
		}
		north := y + m.corridor
		place := HallPlace{Blocks: l.blocks[hall], Ground: len(p.Grounds), Columns: s.columns[i],
			Building: Area{x, north, x + width, north + 2*m.wall + p.size.rows((l.blocks[hall]+s.columns[i]-1)/max(s.columns[i], 1))}}
		place.left, place.top = x+(width-p.size.width(s.columns[i]))/2, north+m.wall
		place.Apron = Area{x, place.Building.MaxY, x + width, place.Building.MaxY + m.hallApron}
		if i == len(s.halls)-1 {
			place.Apron.MaxX = ground.Land.MaxX
		}
		down := x + min(width/2, 2.5*m.gap)
		switch lane := y + m.corridor*(float64(len(s.halls)-1-i)+0.5)/float64(len(s.halls)); {
		case ground.Road.Depth() == 0:
		case atRoad:
			place.Cable = Cable{{down, ground.bus()}, {down, north}}
		default:
			place.Cable = Cable{{ground.Lane, lane}, {down, lane}, {down, north}}
		}
		p.Halls[hall] = place
		x += width + m.gap
	}
}

// bus is where the busbar runs along the road, as a distance to the south.
func (g *Ground) bus() float64 { return (g.Road.MinY + g.Road.MaxY) / 2 }
