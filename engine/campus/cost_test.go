package campus

import (
	"fmt"
	"testing"
)

// BenchmarkFrame is what the campus computes for a picture between two months: reading and faces. Where the racks are
// more than can be told apart, blocks stand for several. In a month in which only pulses move most of a picture is taken
// over from that before; where nothing is kept all of it is painted, as in the first.
func BenchmarkFrame(b *testing.B) {
	for _, racks := range []float64{5_000, 50_000, 500_000} {
		for _, anew := range []bool{false, true} {
			b.Run(fmt.Sprintf("racks=%g/anew=%t", racks, anew), func(b *testing.B) {
				plan := testPlan(60, []testHall{{"a", racks * 0.45, racks * 0.45}, {"b", racks * 0.2, racks * 0.2}, {"c", racks * 0.35, racks * 0.3}}, []float64{0.5, 0.2, 0.1}, 0.15, 3)
				p := Lay(plan, Canvas{2000, 960, 2})
				var r Reading
				var faces []Face
				month := 0.0
				for b.Loop() {
					month += 0.01
					if anew {
						for i := range p.kept {
							p.kept[i].by.plan = nil
						}
					}
					p.Read(plan, month, &r)
					faces = p.Paint(faces[:0], plan, &r, Style{Palette: &Light, Selected: -1})
				}
				standing := 0
				for _, stretch := range p.Standing() {
					standing += stretch[1] - stretch[0]
				}
				b.ReportMetric(float64(len(faces)), "faces")
				b.ReportMetric(float64(len(faces)-standing), "looked-at")
				b.ReportMetric(float64(p.Block.Racks), "racks/block")
			})
		}
	}
}
