package measure

import (
	"math"

	"rackonomics/engine/elementary"
)

// exponentialSum is the function f(x) = Σ c[i] exp(-t[i] x): the net present
// value of flows c at times t, at the continuous rate x.
//
// Its zeros are found with certainty by the proof of Descartes' rule of signs
// (which holds for real exponents as well: G. J. O. Jameson, "Counting zeros
// of generalised polynomials", Mathematical Gazette 90, 2006). If c changes
// its sign between i and i+1, and s lies between t[i] and t[i+1], then
// exp(s x) f(x) has the zeros of f, and its derivative is an exponentialSum
// with one sign change less. Between two zeros of that derivative f has one
// zero at most. So the zeros of a sum without sign changes (there are none)
// lead, step by step, to the zeros of f.
type exponentialSum struct {
	coefficients []float64 // the first and the last are not zero
	times        []float64 // ascending from 0; nil stands for 0, 1, 2, …
	depth        int       // how many derivatives were taken
}

func (s exponentialSum) time(i int) float64 {
	if s.times == nil {
		return float64(i)
	}
	return s.times[i]
}

// zeros returns the zeros of s from low to high, ascending. low < 0 < high.
func (s exponentialSum) zeros(low, high float64) []float64 {
	changes, middle := s.signChanges()
	if changes == 0 {
		return nil
	}
	points := []float64{low}
	if changes > 1 {
		points = append(points, s.shiftedDerivative(middle).zeros(low, high)...)
	}
	points = append(points, high)
	return s.zerosBetween(points)
}

// signChanges returns how often the coefficients change their sign, zeros
// disregarded, and the times around the middle one of the changes.
func (s exponentialSum) signChanges() (changes int, middle float64) {
	count := func(stop int) (n int, between float64) {
		last := 0
		for i, c := range s.coefficients {
			if c == 0 {
				continue
			}
			if c*s.sign(last) < 0 {
				if n == stop {
					return n, (s.time(last) + s.time(i)) / 2
				}
				n++
			}
			last = i
		}
		return n, 0
	}
	changes, _ = count(-1)
	_, middle = count(changes / 2)
	return changes, middle
}

func (s exponentialSum) sign(i int) float64 { return math.Copysign(1, s.coefficients[i]) }

// shiftedDerivative returns the sum with coefficients c[i] (t[i] - shift),
// made smaller by a power of two so that many derivatives do not overflow.
func (s exponentialSum) shiftedDerivative(shift float64) exponentialSum {
	last := len(s.coefficients) - 1
	scale := 1.0
	for scale*s.time(last) > 1 {
		scale /= 2
	}
	derivative := exponentialSum{make([]float64, last+1), s.times, s.depth + 1}
	for i, c := range s.coefficients {
		derivative.coefficients[i] = c * ((s.time(i) - shift) * scale)
	}
	return derivative
}

// zerosBetween returns the zeros of s, given ascending points between each two
// of which it has one at most. An inner point at which s is not
// distinguishable from zero is itself a zero.
func (s exponentialSum) zerosBetween(points []float64) []float64 {
	var zeros []float64
	last := len(points) - 1
	left, leftValue, leftIsZero := points[0], s.at(points[0]), false
	for k, right := range points[1:] {
		rightValue := s.at(right)
		rightIsZero := k+1 < last && s.isZero(right, rightValue)
		middle := (left + right) / 2
		switch {
		case leftIsZero && rightIsZero && s.isZero(middle, s.at(middle)):
			// Both stand for one zero, of high multiplicity.
		case rightIsZero:
			zeros = append(zeros, right)
		case !leftIsZero && leftValue < 0 != (rightValue < 0):
			zeros = append(zeros, s.zeroIn(left, right, leftValue, rightValue))
		}
		left, leftValue, leftIsZero = right, rightValue, rightIsZero
	}
	return zeros
}

// at returns s at x times a positive number that keeps it from overflowing:
// 1 for x ≥ 0, exp(t[last] x) for x < 0.
func (s exponentialSum) at(x float64) float64 {
	sum := 0.0
	switch {
	case s.times != nil:
		origin := s.origin(x)
		for i, c := range s.coefficients {
			sum += float64(c * elementary.Exp((origin-s.times[i])*x))
		}
	case x >= 0:
		sum = polynomial(elementary.Exp(-x), s.coefficients)
	default:
		growth := elementary.Exp(x)
		for _, c := range s.coefficients {
			sum = float64(sum*growth) + c
		}
	}
	return sum
}

// origin is the time whose term at gives as it is, the others being smaller.
func (s exponentialSum) origin(x float64) float64 {
	if x < 0 {
		return s.times[len(s.times)-1]
	}
	return 0
}

// isZero reports whether value, that of s at x, is no further from zero than
// the rounding error of computing it may be: at most a few units of rounding
// of the sum of the terms' sizes, for each of the terms and each derivative
// taken (N. J. Higham, Accuracy and Stability of Numerical Algorithms, §5.1).
func (s exponentialSum) isZero(x, value float64) bool {
	units := float64(4*len(s.coefficients) + s.depth + 8)
	return math.Abs(value) <= s.sizeAt(x)*units*0x1p-53
}

// sizeAt is at of the coefficients' absolute values.
func (s exponentialSum) sizeAt(x float64) float64 {
	sum := 0.0
	switch {
	case s.times != nil:
		origin := s.origin(x)
		for i, c := range s.coefficients {
			sum += float64(math.Abs(c) * elementary.Exp((origin-s.times[i])*x))
		}
	case x >= 0:
		decay := elementary.Exp(-x)
		for i := len(s.coefficients) - 1; i >= 0; i-- {
			sum = float64(sum*decay) + math.Abs(s.coefficients[i])
		}
	default:
		growth := elementary.Exp(x)
		for _, c := range s.coefficients {
			sum = float64(sum*growth) + math.Abs(c)
		}
	}
	return sum
}

// zeroIn returns the zero of s between a and b, where its values fa and fb
// differ in sign.
func (s exponentialSum) zeroIn(a, b, fa, fb float64) float64 {
	if a < 0 && b > 0 {
		// Rates of return are small numbers: start near zero, not in the
		// middle between a total loss and the largest float64.
		f := s.at(0)
		if f == 0 {
			return 0
		}
		if f < 0 != (fb < 0) {
			a, fa, b, fb = outwards(s.at, f, b, fb)
		} else {
			b, fb, a, fa = outwards(s.at, f, a, fa)
		}
	}
	return brent(s.at, a, b, fa, fb)
}

// outwards returns a shorter interval within that from 0 to far, in steps that
// grow, at whose ends f differs in sign as it does at 0 and far.
func outwards(f func(float64) float64, atZero, far, atFar float64) (near, atNear, beyond, atBeyond float64) {
	near, atNear = 0, atZero
	for step := far * 0x1p-14; math.Abs(step) < math.Abs(far); step *= 8 {
		value := f(step)
		if value < 0 != (atNear < 0) {
			return near, atNear, step, value
		}
		near, atNear = step, value
	}
	return near, atNear, far, atFar
}

// brent returns a zero of f between a and b, where f has the values fa and fb
// of different signs, to within a unit in its last place or two: procedure
// zero of R. P. Brent, Algorithms for Minimization without Derivatives (1973),
// chapter 4. Some ten to twenty steps do; the limit only keeps it finite.
func brent(f func(float64) float64, a, b, fa, fb float64) float64 {
	c, fc := a, fa
	step, stepBefore := b-a, b-a
	for range 2000 {
		if fb < 0 == (fc < 0) {
			c, fc = a, fa
			step, stepBefore = b-a, b-a
		}
		if math.Abs(fc) < math.Abs(fb) {
			a, b, c = b, c, b
			fa, fb, fc = fb, fc, fb
		}
		tolerance := float64(0x1p-53*math.Abs(b)) + 0x1p-70
		half := (c - b) / 2
		if math.Abs(half) <= tolerance || fb == 0 {
			break
		}
		step, stepBefore = brentStep(a, b, c, fa, fb, fc, step, stepBefore, tolerance)
		a, fa = b, fb
		if math.Abs(step) > tolerance {
			b += step
		} else {
			b += math.Copysign(tolerance, half)
		}
		fb = f(b)
	}
	return b
}

// brentStep returns the next step from b and the one before it: inverse
// quadratic interpolation, or the secant, or half the interval to c.
func brentStep(a, b, c, fa, fb, fc, step, stepBefore, tolerance float64) (float64, float64) {
	half := float64((c - b) / 2)
	if math.Abs(stepBefore) < tolerance || math.Abs(fa) <= math.Abs(fb) {
		return half, half
	}
	var p, q float64
	ratio := fb / fa
	if a == c {
		p, q = float64(2*half*ratio), 1-ratio
	} else {
		qa, r := fa/fc, fb/fc
		p = float64(ratio * (float64(2*half*qa*(qa-r)) - float64((b-a)*(r-1))))
		q = float64((qa - 1) * (r - 1) * (ratio - 1))
	}
	if p > 0 {
		q = -q
	}
	p = math.Abs(p)
	limit := min(float64(3*half*q)-math.Abs(tolerance*q), math.Abs(stepBefore*q))
	if float64(2*p) < limit {
		return p / q, step
	}
	return half, half
}
