package campus

import (
	"math"
	"testing"

	"pgregory.net/rapid"
)

// What is seen at a point is found again there, at any height and from any side.
func TestGroundUndoesProject(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c := facing(rapid.Float64Range(0, 1).Draw(t, "from above"))
		c.fit(Area{0, 0, rapid.Float64Range(1, 1000).Draw(t, "width"), rapid.Float64Range(1, 1000).Draw(t, "depth")}, 3, Rectangle{10, 20, 900, 600}, math.Inf(1))
		x, y, z := rapid.Float64Range(-500, 1500).Draw(t, "x"), rapid.Float64Range(-500, 1500).Draw(t, "y"), rapid.Float64Range(0, 20).Draw(t, "z")
		if gotX, gotY := c.Ground(c.Project(x, y, z), z); math.Abs(gotX-x) > 1e-6 || math.Abs(gotY-y) > 1e-6 {
			t.Fatalf("%g, %g is found at %g, %g", x, y, gotX, gotY)
		}
	})
}

// The turns are those of the angles that their halves' tangents say.
func TestTheCameraIsTurnedAsMeant(t *testing.T) {
	angle := func(sine, cosine float64) float64 { return math.Atan2(sine, cosine) * 180 / math.Pi }
	for fromAbove, want := range map[float64][2]float64{0: {22, 38}, 1: {0, 90}} {
		c := facing(fromAbove)
		if turn, rise := angle(c.turnSine, c.turnCosine), angle(c.riseSine, c.riseCosine); math.Abs(turn-want[0]) > 0.1 || math.Abs(rise-want[1]) > 0.1 {
			t.Errorf("at %g it is turned by %g° and %g° over the horizon, want %v", fromAbove, turn, rise, want)
		}
	}
}

// On its way the camera shows all of the campus at every step, and comes to it without a jump.
func TestTheTurnIsSmooth(t *testing.T) {
	p := Lay(testPlan(1, colossus, []float64{0.5}, 0.5, 3), Canvas{1000, 520, 1})
	corner := func() Point { return p.Camera.Project(p.land.MaxX, p.land.MaxY, 0) }
	p.Look(0)
	before := corner()
	const steps = 200
	for step := 1; step <= steps; step++ {
		p.Look(float64(step) / steps)
		low, high := p.Camera.bounds(p.land, 2*p.size.height)
		if low.X < float64(p.Room.MinX)-1 || high.X > float64(p.Room.MaxX)+1 || low.Y < float64(p.Room.MinY)-1 || high.Y > float64(p.Room.MaxY)+1 {
			t.Fatalf("at step %d the campus is seen from %v to %v, in a room of %v", step, low, high, p.Room)
		}
		if now := corner(); math.Abs(now.X-before.X)+math.Abs(now.Y-before.Y) > 16 {
			t.Fatalf("at step %d a corner jumps from %v to %v", step, before, now)
		} else {
			before = now
		}
	}
	if p.Camera.Slope() != 0 {
		t.Errorf("from above labels slope by %g", p.Camera.Slope())
	}
}
