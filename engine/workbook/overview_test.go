package workbook

import (
	"math/rand/v2"
	"strings"
	"testing"

	"rackonomics/engine/campus"
	"rackonomics/engine/floor"
	"rackonomics/engine/model"
	"rackonomics/engine/palette"
	"rackonomics/engine/spreadsheet"
)

func TestTheOverviewListsTheOtherSheetsAndShowsTheSites(t *testing.T) {
	for _, name := range []string{"half-the-data-center", "orbital-expansion"} {
		b, made := builtOf(t, loaded(t, name))
		overview := made.Sheets[0]
		listed := map[string]string{}
		for _, row := range overview.Rows {
			if len(row.Cells) == 2 {
				listed[row.Cells[0].Value.Text] = row.Cells[1].Value.Text
			}
		}
		for _, sheet := range made.Sheets[1:] {
			if listed[sheet.Name] == "" {
				t.Errorf("%s: nothing says what is on the sheet %s", name, sheet.Name)
			}
		}
		if len(overview.Pictures) != 1 {
			t.Fatalf("%s: %d pictures", name, len(overview.Pictures))
		}
		plan, err := b.viewer.Floor()
		if err != nil {
			t.Fatal(err)
		}
		at, _ := telling(plan)
		if !strings.HasPrefix(overview.Pictures[0].Description, plan.Months[at]+". Usable racks: ") {
			t.Errorf("%s: %s", name, overview.Pictures[0].Description)
		}
		if caption := overview.Rows[2].Cells[0]; !strings.Contains(caption.Value.Text, plan.Months[at]) || caption.Style.Look != spreadsheet.Caution {
			t.Errorf("%s: %v", name, caption)
		}
	}
}

func TestThePictureIsOfTheMonthInWhichTheMostRacksAreLet(t *testing.T) {
	hall := func(usable ...float64) []floor.Hall { return []floor.Hall{{Usable: usable}} }
	uses := []floor.Use{{Role: string(model.Tenant)}, {Role: string(model.OwnUse)}, {Role: string(model.Idle)}}
	for _, test := range []struct {
		shares floor.Shares
		halls  []floor.Hall
		month  int
		ok     bool
	}{
		{floor.Shares{{0.5, 1, 0.9}, {0.5, 0, 0.1}}, hall(10, 4, 10), 2, true},
		{floor.Shares{{0.5, 0.5, 0.25}, {0, 0, 0}}, hall(10, 10, 20), 0, true},
		{floor.Shares{{0, 0, 0}, {1, 1, 1}}, hall(0, 7, 7), 1, true},
		{floor.Shares{{0, 0, 0}, {0, 0, 0}}, hall(0, 0, 0), 0, false},
	} {
		month, ok := telling(&floor.Plan{Months: make([]string, 3), Uses: uses, Shares: test.shares, Halls: test.halls})
		if month != test.month || ok != test.ok {
			t.Errorf("%v of %v: month %d, %v", test.shares, test.halls, month, ok)
		}
	}
}

// Faces of one look are drawn together: in another order than that of the drawing,
// and yet every place looks as it does there. No two polygons of a shape overlap.
func TestShapesShowWhatFacesDo(t *testing.T) {
	b, _ := builtOf(t, loaded(t, "orbital-expansion"))
	plan, err := b.viewer.Floor()
	if err != nil {
		t.Fatal(err)
	}
	coloured, err := campus.Coloured(plan, palette.OfUses(plan.Uses))
	if err != nil {
		t.Fatal(err)
	}
	place := campus.Lay(coloured, campus.Canvas{Width: 700, Height: 500, Scale: 1})
	var reading campus.Reading
	place.Read(coloured, float64(len(plan.Months)/2), &reading)
	drawing := place.Drawing(coloured, &reading, campus.Style{Palette: &campus.Light, Selected: -1})
	together := pictureOf(&drawing).Shapes
	var apart []spreadsheet.Shape
	for i := range drawing.Faces {
		one := &shapes{Drawing: &drawing, made: &spreadsheet.Picture{}}
		one.face(&drawing.Faces[i])
		apart = append(apart, one.made.Shapes...)
	}
	if len(together)*5 > len(apart) {
		t.Errorf("%d shapes are left of %d", len(together), len(apart))
	}
	for _, shape := range together {
		for i, outline := range shape.Outlines {
			for _, other := range shape.Outlines[:i] {
				if overlap(outline, other) {
					t.Fatalf("%v and %v are of one shape", outline, other)
				}
			}
		}
	}
	legend := place.Legend
	random := rand.New(rand.NewPCG(1, 2))
	for range 20_000 {
		at := spreadsheet.Corner{X: random.Float64() * 700, Y: random.Float64() * float64(legend.MinY)}
		want, ok := seen(apart, at)
		got, alike := seen(together, at)
		if ok && alike && want != got {
			t.Fatalf("at %v is %v, want %v", at, got, want)
		}
	}
}

// look is what two shapes that look the same share.
type look struct {
	fill, line string
	opacity    float64
	hatch      spreadsheet.Hatch
}

// seen is how the uppermost opaque shapes look at a point, with what is seen
// through; not ok within a tenth of a pixel of a side, where rounding decides.
func seen(shapes []spreadsheet.Shape, at spreadsheet.Corner) (looks [4]look, ok bool) {
	found := 0
	for i := len(shapes) - 1; i >= 0 && found < len(looks); i-- {
		shape := &shapes[i]
		for _, outline := range shape.Outlines {
			switch depth := inside(outline, at); {
			case depth > -0.1 && depth < 0.1:
				return looks, false
			case depth > 0:
				looks[found] = look{shape.Fill, shape.Line, shape.Opacity, shape.Hatch}
				found++
				if shape.Line == "" && shape.Opacity == 1 && shape.Fades == spreadsheet.NoFade {
					return looks, true
				}
			}
		}
	}
	return looks, true
}

// inside is how far a point lies within a convex polygon, or less than zero.
func inside(polygon []spreadsheet.Corner, at spreadsheet.Corner) float64 {
	least, turn := 1e9, 0.0
	for i, from := range polygon {
		to, next := polygon[(i+1)%len(polygon)], polygon[(i+2)%len(polygon)]
		turn += (to.X-from.X)*(next.Y-to.Y) - (to.Y-from.Y)*(next.X-to.X)
	}
	for i, from := range polygon {
		to := polygon[(i+1)%len(polygon)]
		x, y := to.X-from.X, to.Y-from.Y
		length := max(abs(x)+abs(y), 1e-9)
		side := (x*(at.Y-from.Y) - y*(at.X-from.X)) / length
		if turn < 0 {
			side = -side
		}
		least = min(least, side)
	}
	return least
}

func abs(value float64) float64 { return max(value, -value) }
