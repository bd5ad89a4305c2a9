package floorplan

import (
	"math"
	"strings"

	"rackonomics/engine/measure"
)

// Label is a piece of text over the canvas. The frame draws it as a page element: that costs scene.wasm nothing, is
// as crisp as the page's text and follows its font, where a face of Ebitengine's text/v2 would add 341 KB (brotli).
type Label struct {
	Kind  LabelKind
	Text  string
	X, Y  float64 // upper left corner, CSS pixels
	Width float64 // CSS pixels; longer text is cut with an ellipsis
}

// LabelKind says how a label looks; the frame has a style for each.
type LabelKind string

const (
	HallTitle   LabelKind = "hall-title"
	HallDetail  LabelKind = "hall-detail"
	HallPower   LabelKind = "hall-power" // right-aligned
	SourceTitle LabelKind = "source-title"
	SourcePower LabelKind = "source-power"
	Caption     LabelKind = "caption"
	Legend      LabelKind = "legend" // X, Y and Width are those of the whole legend
)

// LegendEntry explains one colour: that of a use, or of racks that are dark or absent.
type LegendEntry struct {
	Text   string
	State  State
	Colour Colour // of the use; the theme decides it for dark and absent racks
}

// Labels lists the text over the floor plan, in an order and places that do not depend on the month.
// That of the legend comes last.
func (f *Floorplan) Labels(plan *Plan, r *Reading) []Label {
	labels := make([]Label, 0, 3*len(f.Halls)+2*len(f.Sources)+5)
	add := func(kind LabelKind, text string, x, y, width float64) {
		labels = append(labels, Label{kind, text, x, y, width})
	}
	css := func(pixels int) float64 { return float64(pixels) / f.Canvas.Scale }
	for i := range f.Halls {
		hall, header := &plan.Halls[i], f.Halls[i].Header
		x, y, width := css(header.MinX), css(header.MinY), css(header.Width())
		powerWidth := widthOf(Megawatts(plan.hallPeak(i)) + " MW")
		if f.Narrow {
			add(HallTitle, hall.Title, x, y+2, width-powerWidth)
		} else {
			add(HallTitle, hall.Title, x, y+4, width-powerWidth)
			add(HallDetail, describe(hall, r.Month), x, y+20, width)
		}
		add(HallPower, Megawatts(r.HallPower[i])+" MW", x+width-powerWidth, y+map[bool]float64{true: 3, false: 5}[f.Narrow], powerWidth)
	}
	for i := range f.Sources {
		card := f.Sources[i].Card
		x, y, width := css(card.MinX)+8, css(card.MinY), css(card.Width())-16
		power := Megawatts(r.Served[i]) + " of " + Megawatts(r.Available[i]) + " MW"
		switch height := css(card.Height()); {
		case f.Narrow && height >= 16:
			add(SourceTitle, plan.Sources[i].Title, x, y+2, width*0.55)
			add(SourcePower, power, x+width*0.55, y+3, width*0.45)
		case height >= 36:
			add(SourceTitle, plan.Sources[i].Title, x, y+4, width)
			add(SourcePower, power, x, y+19, width)
		case height >= 16:
			add(SourceTitle, plan.Sources[i].Title, x, y+1, width)
		}
	}
	// Not what the sources serve: that is without satellites' own power, and with what batteries store and lose.
	total := "Site draws " + Megawatts(r.Demand) + " MW"
	if f.Narrow {
		width := css(f.Cooling.Width())
		add(Caption, "Cooling · "+strings.ToLower(total[:1])+total[1:], css(f.Cooling.MinX), css(f.Cooling.MinY)-16, width)
		add(Caption, f.splitCaption(), css(f.Split.MinX), css(f.Split.MinY)-16, width)
	} else {
		x, width := css(f.Caption.MinX), css(f.Caption.Width())-12
		add(Caption, "Cooling", x, css(f.Cooling.MinY), width)
		add(Caption, f.splitCaption(), x, css(f.Split.MinY), width)
		if count := len(f.Sources); count > 0 {
			card := f.Sources[count-1].Card
			add(Caption, total, x, css(card.MaxY)+6, css(card.Width()))
		}
	}
	return append(labels, Label{Kind: Legend, X: css(f.Legend.MinX), Y: css(f.Legend.MinY), Width: css(f.Legend.Width())})
}

// widthOf is room for a short text of bold digits and capitals in any usual font.
func widthOf(text string) float64 { return 12 + 7*float64(len(text)) }

func (f *Floorplan) splitCaption() string {
	if f.RacksPerCell > 1 {
		return "Usable; 1 cell = " + Whole(float64(f.RacksPerCell)) + " racks"
	}
	return "Usable racks by tenant"
}

// LegendEntries lists the uses with their share at the reading's month, and dark and absent racks where the plan has
// any in some month.
func (f *Floorplan) LegendEntries(plan *Plan, r *Reading) []LegendEntry {
	entries := make([]LegendEntry, 0, len(r.Split)+2)
	for use, share := range measure.Apportioned(r.Split, measure.PercentTenths) {
		entries = append(entries, LegendEntry{Text: plan.Uses[use].Title + " " + Percent(share), State: plan.stateOf(use), Colour: plan.Colours[use]})
	}
	if plan.everDark() {
		entries = append(entries, LegendEntry{Text: "Without power", State: Dark})
	}
	if plan.everAbsent() {
		entries = append(entries, LegendEntry{Text: "Not installed yet", State: Absent})
	}
	return entries
}

func (p *Plan) everDark() bool {
	for i := range p.Halls {
		for month, racks := range p.Halls[i].Racks {
			if math.Round(p.Halls[i].Usable[month]) < math.Round(racks) {
				return true
			}
		}
	}
	return false
}

func (p *Plan) everAbsent() bool {
	for i := range p.Halls {
		peak := largest(p.Halls[i].Racks)
		for _, racks := range p.Halls[i].Racks {
			if math.Round(racks) < math.Round(peak) {
				return true
			}
		}
	}
	return false
}
