package campus

import (
	"math"

	"rackonomics/engine/digits"
)

// Till is where the money of the operations is shown, under the campus: what is received flows in from the west, as
// thick as it is much, what is paid flows out to the east, and between them the cash flow of the operations is a level
// that stands above zero or below it.
type Till struct {
	In, Level, Out Rectangle
	Texts          [3]Rectangle // what is said of each
}

// tillLengths are in CSS pixels.
type tillLengths struct {
	text, pipe, level float64 // heights of the text and of the thickest flow, width of the level
	in, kept          float64 // of the width: where the level stands, and how much is left for its text
}

var (
	wideTill   = tillLengths{text: 15, pipe: 20, level: 16, in: 0.44, kept: 0.3}
	narrowTill = tillLengths{text: 12, pipe: 16, level: 12, in: 0.36, kept: 0.34}
)

// till places the money over a height, and tells where it begins.
func (l *layouter) till(bottom int) (top int) {
	p := l.place
	if !l.plan.hasMoney() {
		return bottom
	}
	m := wideTill
	if p.Narrow {
		m = narrowTill
	}
	left, right := l.pixels(l.lengths.margin), p.Canvas.Width-l.pixels(l.lengths.margin)
	width := float64(right - left)
	middle := bottom - l.pixels(m.pipe)
	top = middle - l.pixels(m.text)
	level := left + int(m.in*width)
	after := level + l.pixels(m.level)
	out := after + int(m.kept*width)
	p.Till = &Till{
		In: Rectangle{left, middle, level, bottom}, Level: Rectangle{level, top, after, bottom}, Out: Rectangle{after, middle, right, bottom},
		Texts: [3]Rectangle{{left, top, level - l.pixels(4), middle}, {after + l.pixels(6), top, out, middle}, {out, top, right, middle}},
	}
	return top
}

// hasMoney tells whether any money ever moves.
func (p *Plan) hasMoney() bool {
	inflow, outflow, kept := p.moneyPeaks()
	return inflow+outflow+kept > 0
}

// moneyPeaks are the most that comes in, goes out and is kept or lost in a month, in USD.
func (p *Plan) moneyPeaks() (in, out, kept float64) {
	for month := range p.Months {
		into, outOf := 0.0, 0.0
		add := func(amount float64) {
			into += max(amount, 0)
			outOf += max(-amount, 0)
		}
		for _, series := range p.Money.Received {
			add(series[month])
		}
		add(-p.Money.Paid[month])
		in, out, kept = max(in, into), max(out, outOf), max(kept, math.Abs(p.Money.Kept[month]))
	}
	return in, out, kept
}

// readMoney fills what is received, paid and kept at a month.
func (p *Plan) readMoney(month float64, r *Reading) {
	r.Received = resized(r.Received, len(p.Money.Received))
	total := 0.0
	for use, series := range p.Money.Received {
		r.Received[use] = interpolate(series, month)
		total += accumulated(series, month)
	}
	r.Paid, r.Kept = interpolate(p.Money.Paid, month), interpolate(p.Money.Kept, month)
	r.moneyIn, r.moneyOut = moved(total, r.peaks.money)/2, moved(accumulated(p.Money.Paid, month), r.peaks.money)/2
}

// Band is a part of a flow of money, of one use; Use is -1 for what is paid to others.
type Band struct {
	Use    int
	Amount float64 // USD, above zero
	At     Rectangle
}

// Bands are the parts of what flows in or out at a month. What is paid back to a tenant flows out, and what comes from
// those who are otherwise paid flows in. They stand until they are asked for again.
func (p *Place) Bands(r *Reading, out bool) []Band {
	pipe, sign, room := p.Till.In, 1.0, &r.bands[0]
	if out {
		pipe, sign, room = p.Till.Out, -1, &r.bands[1]
	}
	bands := (*room)[:0]
	add := func(use int, amount float64) {
		if amount > 0 {
			bands = append(bands, Band{Use: use, Amount: amount})
		}
	}
	for use, amount := range r.Received {
		add(use, sign*amount)
	}
	add(-1, -sign*r.Paid)
	total := 0.0
	thickness := func(amount float64) int {
		return int(math.Round(float64(pipe.Height()) * ratio(amount, r.peaks.money)))
	}
	for i := range bands {
		from := thickness(total)
		total += bands[i].Amount
		bands[i].At = Rectangle{pipe.MinX, pipe.MaxY - thickness(total), pipe.MaxX, pipe.MaxY - from}
	}
	*room = bands
	return bands
}

// money paints the flows and the level.
func (b *painter) money() {
	till := b.place.Till
	if till == nil {
		return
	}
	const calm = 4 // money comes once a month
	distance := calm * pulseDistance * b.place.Canvas.Scale
	for _, out := range []bool{false, true} {
		pipe, moved := till.In, b.reading.moneyIn
		if out {
			pipe, moved = till.Out, b.reading.moneyOut
		}
		b.screen(Rectangle{pipe.MinX, pipe.MaxY - max(int(b.place.Canvas.Scale), 1), pipe.MaxX, pipe.MaxY}, b.Palette.Line)
		for _, band := range b.place.Bands(b.reading, out) {
			if band.At.Height() <= 0 {
				continue
			}
			colour, hatch := b.Palette.Stack, 0
			if band.Use >= 0 {
				colour, _ = b.colourOf(band.Use)
				hatch = b.plan.Hatch(band.Use)
			}
			f := face(band.At)
			f.Pattern, f.Colour, f.Hatch, f.CountU, f.Value = Flow, colour, hatch, float64(band.At.Width())/distance, moved
			b.add(f)
		}
	}
	b.level(till.Level)
}

// level paints how far the cash flow of the operations is above zero, or below it.
func (b *painter) level(box Rectangle) {
	line := max(int(b.place.Canvas.Scale), 1)
	b.screen(box, b.Palette.Wall)
	b.screen(Rectangle{box.MinX + line, box.MinY + line, box.MaxX - line, box.MaxY - line}, b.Palette.Slab)
	b.screen(b.place.LevelOf(b.reading), b.levelColour())
	zero := (box.MinY + box.MaxY) / 2
	b.screen(Rectangle{box.MinX - 2*line, zero, box.MaxX + 2*line, zero + line}, b.Palette.Ink)
}

func (b *painter) levelColour() Colour {
	if b.reading.Kept < 0 {
		return b.Palette.Limit
	}
	return b.Palette.Gain
}

// LevelOf is what is filled of the level's box: from zero, in its middle, up or down.
func (p *Place) LevelOf(r *Reading) Rectangle {
	box := p.Till.Level
	zero, half := (box.MinY+box.MaxY)/2, float64(box.Height()/2)
	far := int(math.Round(half * ratio(math.Abs(r.Kept), r.peaks.kept)))
	side := max(int(2*p.Canvas.Scale), 1)
	if r.Kept < 0 {
		return Rectangle{box.MinX + side, zero, box.MaxX - side, zero + far}
	}
	return Rectangle{box.MinX + side, zero - far, box.MaxX - side, zero}
}

// money says how much flows, and what is kept of it.
func (l *labeller) money() {
	till := l.place.Till
	if till == nil {
		return
	}
	scale, r := l.place.Canvas.Scale, l.reading
	titles := [3]string{"Received", "Operating cash", "Paid"}
	if l.place.Narrow {
		titles = [3]string{"In", "Op. cash", "Out"}
	}
	received := 0.0
	for _, amount := range r.Received {
		received += amount
	}
	for i, amount := range []float64{received, r.Kept, r.Paid} {
		room := till.Texts[i]
		label := Label{Kind: MoneyTitle, Text: titles[i] + "\t" + Dollars(amount), X: float64(room.MinX) / scale, Y: float64(room.MinY) / scale, Width: float64(room.Width()) / scale}
		if i == 1 && amount < 0 {
			label.Kind = MoneyLost
		}
		l.labels = append(l.labels, label)
	}
}

// moneyAt tells what of the money lies at a point.
func (p *Place) moneyAt(plan *Plan, r *Reading, point Point) (Find, bool) {
	if p.Till == nil {
		return Find{}, false
	}
	if p.Till.Level.Contains(point) {
		return Find{Text: "Cash flow of the operations in the month: " + Dollars(r.Kept) + ". A full box is " + Dollars(r.peaks.kept) + " to either side of zero"}, true
	}
	for _, out := range []bool{false, true} {
		for _, band := range p.Bands(r, out) {
			if !band.At.Contains(point) {
				continue
			}
			amount := Dollars(band.Amount) + " in the month"
			switch {
			case band.Use < 0 && out:
				return Find{Text: "Paid for all that runs, with interest and tax: " + amount}, true
			case band.Use < 0:
				return Find{Text: "More interest and tax come back than is paid: " + amount}, true
			case out:
				return Find{Tenant: plan.Uses[band.Use].Name, Text: "Paid back to " + plan.Uses[band.Use].Title + ": " + amount}, true
			case plan.stateOf(band.Use) == Kept:
				return Find{Text: "Own customers pay " + amount}, true
			default:
				return Find{Tenant: plan.Uses[band.Use].Name, Text: plan.Uses[band.Use].Title + " pays " + amount}, true
			}
		}
	}
	return Find{}, false
}

// Dollars writes an amount with three digits, as the page does: $1.25B, −$320M.
func Dollars(amount float64) string {
	text := "$" + digits.Three(math.Abs(amount))
	if amount < 0 && text != "$0" {
		return "−" + text
	}
	return text
}
