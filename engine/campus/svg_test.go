package campus

import (
	"encoding/xml"
	"errors"
	"io"
	"strings"
	"testing"
)

// A drawing is well formed whatever things are called, shows every face of the canvas's picture, and says the legend.
func TestTheDrawingShowsThePicture(t *testing.T) {
	plan := testPlan(1, colossus, []float64{0.5, 0.2}, 0.2, 3)
	plan.Halls[0].Title, plan.Uses[0].Title = "<Hall> & \"co\"", "A<b>&c"
	plan.Uses[1].Place = 1
	p := Lay(plan, Canvas{1000, 480, 1})
	var r Reading
	p.Read(plan, 0, &r)
	style := Style{Palette: &Dark, Selected: -1}
	drawing := p.SVG(plan, &r, style)
	groups, text := 0, ""
	decoder := xml.NewDecoder(strings.NewReader(drawing))
	for {
		token, err := decoder.Token()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			t.Fatal(err)
		}
		switch token := token.(type) {
		case xml.StartElement:
			if token.Name.Local == "g" {
				groups++
			}
		case xml.CharData:
			text += string(token)
		}
	}
	if faces := len(p.Paint(nil, plan, &r, style)); groups != faces {
		t.Errorf("%d faces are drawn, of %d", groups, faces)
	}
	for _, entry := range p.LegendEntries(plan, &r) {
		if !strings.Contains(text, entry.Text) {
			t.Errorf("nothing says %q", entry.Text)
		}
	}
	if !strings.Contains(drawing, `<linearGradient id="fade`+Dark.Heat.Hexadecimal()[1:]+`" x1="0" y1="0" x2="0" y2="1"><stop stop-color="`+Dark.Heat.Hexadecimal()) ||
		!strings.Contains(drawing, `fill="url(#fade`+Dark.Heat.Hexadecimal()[1:]+`)"`) {
		t.Error("heat has no colour")
	}
	if !strings.Contains(drawing, "url(#hatch1)") {
		t.Error("the second tenant has no hatch")
	}
	if len(drawing) > 400_000 {
		t.Errorf("the drawing has %d bytes", len(drawing))
	}
}

func TestTheSummarySaysWhoseRacksAndWhy(t *testing.T) {
	plan := testPlan(1, colossus, []float64{0.5}, 0.5, 1)
	plan.Sites[0].Limit[0] = 1
	p := Lay(plan, Canvas{1000, 480, 1})
	var r Reading
	p.Read(plan, 0, &r)
	summary := p.Summary(plan, &r)
	for _, part := range []string{"2026-01. Usable racks: Tenant 0 50%, Own use 50%, Idle 0%", "gb200b: 1,300 of 1,528 racks", "Memphis: power is the limit: 450 of 400 MW", "Cooling: 280 of 600 MW"} {
		if !strings.Contains(summary, part) {
			t.Errorf("%q does not say %q", summary, part)
		}
	}
}
