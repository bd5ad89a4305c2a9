package study

import (
	"math"
	"slices"

	"rackonomics/engine/machine"
	"rackonomics/engine/scenario"
)

// Surface computes a goal at values of two inputs. It holds its memory.
type Surface struct {
	X, Y   Variable
	seeker *seeker
}

// NewSurface prepares the model in lanes.
func NewSurface(document *scenario.Document, goal Goal, variables [2]Variable) (*Surface, error) {
	s, err := newSeeker(document, variables[:], []Goal{goal})
	return &Surface{variables[0], variables[1], s}, err
}

// Move goes over to another document, whose programs are kept where it differs from
// the one before in numbers alone. It reports false where it cannot; the surface is
// then of no more use.
func (s *Surface) Move(document *scenario.Document, goal Goal, variables [2]Variable) (bool, error) {
	if variables != [2]Variable{s.X, s.Y} {
		return false, nil
	}
	for i := range variables {
		if err := variables[i].checkVaried(document); err != nil {
			return false, err
		}
	}
	asked, err := newAim(document, goal)
	if err != nil {
		return false, err
	}
	watch, places, besides := watchOf([]*aim{asked})
	if !slices.Equal(watch.Measures, s.seeker.watch.Measures) || !slices.Equal(watch.Rows, s.seeker.watch.Rows) {
		return false, nil
	}
	s.seeker.document, s.seeker.aims, s.seeker.places, s.seeker.besides = document, []*aim{asked}, places, besides
	return s.seeker.lanes.move(document)
}

// Use has points computed by the kernels of a backend; see [Lanes.Use].
func (s *Surface) Use(backend machine.Backend) { s.seeker.lanes.Use(backend) }

// Refusal says why some points were not computed by a kernel; see [Lanes.Refusal].
func (s *Surface) Refusal() error { return s.seeker.lanes.Refusal() }

// Points gives those at every x for the first y, then for the next.
func (s *Surface) Points(xs, ys []float64) ([]Point, error) {
	var places []place
	for _, y := range ys {
		for _, x := range xs {
			places = append(places, place{[]float64{x, y}, 1})
		}
	}
	return s.seeker.compute(places, -1)
}

// mapMultiple is how far a number is mapped that is no share: a few times today's
// value, since a map of [rangeMultiple] times it would show today in a corner.
const mapMultiple = 3

// MapRange is over what a variable is mapped if nobody says: its [Variable.Range] where
// that has a length of its own, or else from and to mapMultiple times today's value.
// Some values are taken in, with room beyond them.
func (v *Variable) MapRange(document *scenario.Document, including ...float64) (low, high float64) {
	low, high = v.Range(document)
	if v.Input.Kind != scenario.Number || v.Input.Percent && v.Input.Max-v.Input.Min <= 1 && !v.Times {
		return low, high
	}
	reach := mapMultiple * math.Abs(v.Today(document))
	if reach == 0 {
		return low, high
	}
	for _, value := range including {
		reach = max(reach, float64(1.25*math.Abs(value)))
	}
	reach = typedAbove(reach)
	if v.isWhole() {
		reach = math.Ceil(reach)
	}
	return max(low, -reach), min(high, reach)
}

// typedAbove is the next number of two digits.
func typedAbove(number float64) float64 {
	d := decimalOf(number, moreDigits)
	if d.number() < number {
		d.digits++
	}
	return d.number()
}
