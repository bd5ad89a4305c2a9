package campus

import "rackonomics/engine/floor"

// View is how a still is looked at: its size in CSS pixels, the month (an index), the
// scale that it is at least as coarse as, from above or at an angle, in light or dark colours.
type View struct {
	Width, Height int
	Month         int
	Least         Scale
	Above, Dark   bool
}

// Still is the picture of one month, for where nothing moves: documents, workbooks
// and pages without a canvas.
type Still struct {
	plan    *Plan
	place   *Place
	reading Reading
	style   Style
}

// NewStill lays a plan out in the colours of its uses (as [Coloured] takes them) and
// reads the month. Colours that are none are an error.
func NewStill(of *floor.Plan, colours string, view View) (*Still, error) {
	plan, err := Coloured(of, colours)
	if err != nil {
		return nil, err
	}
	s := &Still{plan: plan, style: Style{Palette: &Light, Selected: -1}}
	s.place = LayToScale(plan, Canvas{Width: view.Width, Height: view.Height, Scale: 1}, view.Least)
	if view.Above {
		s.place.Look(1)
	}
	if view.Dark {
		s.style.Palette = &Dark
	}
	s.place.Read(plan, float64(view.Month), &s.reading)
	return s, nil
}

// SVG is the picture as a document of its own.
func (s *Still) SVG() string { return s.place.SVG(s.plan, &s.reading, s.style) }

// Drawing is the picture as shapes and texts.
func (s *Still) Drawing() Drawing { return s.place.Drawing(s.plan, &s.reading, s.style) }

// Summary is what the picture shows, in words.
func (s *Still) Summary() string { return s.place.Summary(s.plan, &s.reading) }

// Scale is the picture's, for one beside it to be as coarse as.
func (s *Still) Scale() Scale { return s.place.Scale(s.plan) }
