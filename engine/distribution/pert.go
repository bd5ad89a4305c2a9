package distribution

import "rackonomics/engine/elementary"

const (
	// fractionTerms of the continued fraction give the incomplete beta function to
	// a float64's last places on the side where it converges, for all shapes of PERT:
	// 24 do.
	fractionTerms = 30
	// newtonSteps from the power that the function begins with lead to its inverse:
	// 4 do.
	newtonSteps = 5
)

// pert is a beta distribution of shapes 1 + 4(mode-low)/width and 1 + 4(high-mode)/width,
// after D. G. Malcolm and others, "Application of a technique for research and
// development program evaluation", Operations Research 7 (1959).
type pert struct {
	low, high    float64
	lower, upper betaTail // seen from the lower and from the upper end
	total        float64  // logarithm of the beta function
	shareLower   float64  // of cases where lower serves
}

func newPERT(low, mode, high float64) *pert {
	width := high - low
	s := &pert{low: low, high: high}
	a := 1 + float64(4*((mode-low)/width))
	s.lower, s.upper = newBetaTail(a, 6-a), newBetaTail(6-a, a)
	below, above := elementary.Exp(s.lower.logarithmAtReach), elementary.Exp(s.upper.logarithmAtReach)
	s.total = elementary.Log(below + above)
	s.shareLower = below / (below + above)
	return s
}

func (s *pert) cumulative(x float64) float64 {
	switch from := (x - s.low) / (s.high - s.low); {
	case from <= 0:
		return 0
	case from >= 1:
		return 1
	case from <= s.lower.reach:
		return s.lower.share(from, s.total)
	}
	return 1 - s.upper.share((s.high-x)/(s.high-s.low), s.total)
}

func (s *pert) quantile(p float64) float64 {
	if p <= s.shareLower {
		return s.low + float64((s.high-s.low)*s.lower.inverse(p, s.total))
	}
	return s.high - float64((s.high-s.low)*s.upper.inverse(1-p, s.total))
}

// betaTail is the incomplete beta function of x from 0 to reach, where its continued
// fraction converges fast, for shapes a and b that add up to 6:
//
//	x^a (1-x)^b / (a (1 + d1 x/(1 + d2 x/(1 + …))))
//
// after NIST, "Digital Library of Mathematical Functions", 8.17.22.
type betaTail struct {
	a, b             float64
	terms            [fractionTerms]float64 // d1, d2, …
	reach            float64                // (a+1)/(a+b+2), as that source says
	logarithmAtReach float64
}

func newBetaTail(a, b float64) betaTail {
	t := betaTail{a: a, b: b, reach: (a + 1) / (a + b + 2)}
	for i := range t.terms {
		m := float64((i + 1) / 2)
		twice := a + float64(2*m)
		if i%2 == 0 {
			t.terms[i] = -(a + m) * (a + b + m) / (twice * (twice + 1))
		} else {
			t.terms[i] = m * (b - m) / ((twice - 1) * twice)
		}
	}
	t.logarithmAtReach = t.logarithm(elementary.Log(t.reach), 1-t.reach, t.fraction(t.reach))
	return t
}

// fraction returns a times the continued fraction.
func (t *betaTail) fraction(x float64) float64 {
	f := 1.0
	for i := fractionTerms - 1; i >= 0; i-- {
		f = 1 + float64(t.terms[i]*x)/f
	}
	return t.a * f
}

// logarithm returns that of the function, given that of x, 1-x and the fraction.
func (t *betaTail) logarithm(logX, rest, fraction float64) float64 {
	return float64(t.a*logX) + float64(t.b*elementary.Log(rest)) - elementary.Log(fraction)
}

// share returns the function's share of the total, whose logarithm is given.
func (t *betaTail) share(x, total float64) float64 {
	return elementary.Exp(t.logarithm(elementary.Log(x), 1-x, t.fraction(x)) - total)
}

// inverse returns the x at which the function is a share p of the total. Along log x
// its logarithm is concave with a slope of (1-x)/fraction, so that Newton's steps
// come from above once, and from below ever after.
func (t *betaTail) inverse(p, total float64) float64 {
	if p <= 0 {
		return 0
	}
	target := elementary.Log(p) + total
	logX := elementary.Log(t.reach) + (target-t.logarithmAtReach)/t.a
	for range newtonSteps {
		x := elementary.Exp(logX)
		fraction := t.fraction(x)
		logX -= float64((t.logarithm(logX, 1-x, fraction) - target) * ((1 - x) / fraction))
	}
	return min(elementary.Exp(logX), t.reach)
}
