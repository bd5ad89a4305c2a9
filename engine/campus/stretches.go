package campus

import "math"

// Stretch is the faces of a picture from an index up to but not including another. Those of a bare one have neither
// pattern nor hatch.
type Stretch struct {
	From, To int
	Bare     bool
}

const (
	wideShare     = 0.05 // of the canvas: a face that covers as much is worth a draw call of its own
	mostStretches = 12   // of a picture, well below the 20 draw calls that it may take
)

// Stretches parts the faces of a picture, in their order, so that those that cover most of it and are bare are apart:
// nine tenths of what is painted is ground, and filling it by a shader that knows patterns takes four times as long where
// a processor draws. There are at most [mostStretches].
func (p *Place) Stretches(parts []Stretch, faces []Face) []Stretch {
	wide := wideShare * float64(p.Canvas.Width) * float64(p.Canvas.Height)
	from := 0
	for i := 0; i < len(faces); {
		end, isWide := i, false
		for ; end < len(faces) && faces[end].bare(); end++ {
			isWide = isWide || faces[end].area() >= wide
		}
		if isWide && len(parts)+3 <= mostStretches {
			if from < i {
				parts = append(parts, Stretch{From: from, To: i})
			}
			parts = append(parts, Stretch{From: i, To: end, Bare: true})
			from = end
		}
		i = max(end, i+1)
	}
	if from < len(faces) {
		parts = append(parts, Stretch{From: from, To: len(faces)})
	}
	return parts
}

// bare tells whether a face is of one colour.
func (f *Face) bare() bool { return f.Pattern == Plain && f.Hatch == 0 }

// area is in device pixels, also of what lies beyond the canvas.
func (f *Face) area() float64 { return math.Abs(f.U.X*f.V.Y - f.U.Y*f.V.X) }
