package campus

import (
	"fmt"
	"testing"
)

// BenchmarkFrame is what the campus computes for a picture of a month that nothing was computed for: reading and faces.
// Where the racks are more than can be told apart, blocks stand for several.
func BenchmarkFrame(b *testing.B) {
	for _, racks := range []float64{5_000, 50_000, 500_000} {
		b.Run(fmt.Sprintf("racks=%g", racks), func(b *testing.B) {
			plan := testPlan(60, []testHall{{"a", racks * 0.45, racks * 0.45}, {"b", racks * 0.2, racks * 0.2}, {"c", racks * 0.35, racks * 0.3}}, []float64{0.5, 0.2, 0.1}, 0.15, 3)
			p := Lay(plan, Canvas{2000, 960, 2})
			var r Reading
			var faces []Face
			month := 0.0
			for b.Loop() {
				month += 0.01
				p.Read(plan, month, &r)
				faces = p.Paint(faces[:0], plan, &r, Style{Palette: &Light, Selected: -1})
				p.Labels(plan, &r)
			}
			b.ReportMetric(float64(len(faces)), "faces")
			b.ReportMetric(float64(p.Block.Racks), "racks/block")
		})
	}
}
