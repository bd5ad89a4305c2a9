package campus

import (
	"testing"

	"pgregory.net/rapid"

	"rackonomics/scenarios"
)

// Stretches are all faces in their order, at most so many as there may be draw calls, and what is said to be bare is.
func TestStretchesAreThePicture(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		width := rapid.SampledFrom([]float64{0, 20, 149, 150, 151, 500}) // a twentieth of the canvas is 150 wide
		count := rapid.SampledFrom([]int{0, 1, 5, 20, 80}).Draw(t, "faces in all")
		faces := rapid.SliceOfN(rapid.Custom(func(t *rapid.T) Face {
			return Face{U: Point{width.Draw(t, "width"), 0}, V: Point{0, 50}, Pattern: rapid.SampledFrom([]Pattern{Plain, Plain, Tops}).Draw(t, "pattern"), Hatch: rapid.SampledFrom([]int{0, 0, 0, 2}).Draw(t, "hatch")}
		}), count, count).Draw(t, "faces")
		place := Place{Canvas: Canvas{500, 300, 1}}
		parts := place.Stretches(nil, faces)
		if len(parts) > mostStretches {
			t.Fatalf("%d stretches", len(parts))
		}
		at := 0
		for _, part := range parts {
			if part.From != at || part.To <= part.From {
				t.Fatalf("a stretch from %d to %d follows on %d", part.From, part.To, at)
			}
			for i := part.From; i < part.To; i++ {
				if part.Bare && (faces[i].Pattern != Plain || faces[i].Hatch != 0) {
					t.Fatalf("face %d is said to be bare", i)
				}
				if !part.Bare && faces[i].bare() && faces[i].area() >= wideShare*500*300 && len(parts)+3 <= mostStretches {
					t.Fatalf("face %d is wide and bare, and not apart", i)
				}
			}
			at = part.To
		}
		if at != len(faces) {
			t.Fatalf("%d faces of %d are in stretches", at, len(faces))
		}
	})
}

// What is painted of shipped scenarios is mostly bare, as far as it is said to be.
func TestMostOfAPictureIsBare(t *testing.T) {
	for _, name := range scenarios.Names {
		_, plan := shipped(t, name)
		place := Lay(plan, Canvas{858, 516, 1})
		var r Reading
		for month := range plan.Months {
			place.Read(plan, float64(month), &r)
			faces := place.Paint(nil, plan, &r, Style{Palette: &Light, Selected: -1})
			bare, all := 0.0, 0.0
			for _, part := range place.Stretches(nil, faces) {
				for i := part.From; i < part.To; i++ {
					all += faces[i].area()
					if part.Bare {
						bare += faces[i].area()
					}
				}
			}
			if bare < 0.75*all {
				t.Fatalf("%s, month %d: %.0f %% of what is painted is bare", name, month, 100*bare/all)
			}
		}
	}
}
