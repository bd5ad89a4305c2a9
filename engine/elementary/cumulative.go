package elementary

import "math"

const (
	normalPeak     = 0.39894228040143267794 // 1/sqrt(2π)
	cumulativeNear = 0.67448975             // where the upper quartile lies
	cumulativeFar  = 5.656854249492380195   // sqrt(32)
)

// NormalCumulative returns the probability that a standard normal variable lies
// below x, by the rational approximations of W. J. Cody, "Algorithm 715: SPECFUN",
// ACM TOMS 19 (1993), function ANORM. The relative error was measured below 1e-15
// down to x = -37, so that lower tails are good to their last places as well;
// below -38.5 the probability is less than any float64 and 0 is returned.
//
//	NormalCumulative(-Inf) = 0
//	NormalCumulative(+Inf) = 1
//	NormalCumulative(NaN)  = NaN
func NormalCumulative(x float64) float64 {
	size := math.Abs(x)
	switch {
	case x != x:
		return math.NaN()
	case size <= cumulativeNear:
		return 0.5 + cumulativeCentre(x)
	case size > 40:
		if x < 0 {
			return 0
		}
		return 1
	}
	var tail float64
	if size <= cumulativeFar {
		tail = cumulativeMiddle(size)
	} else {
		tail = cumulativeTail(size)
	}
	// e**(-x²/2), of x in two parts whose squares are small or exact.
	sixteenths := float64(math.Trunc(size*16) / 16)
	rest := float64((size - sixteenths) * (size + sixteenths))
	tail = float64(tail * float64(Exp(-0.5*float64(sixteenths*sixteenths))*Exp(-0.5*rest)))
	if x < 0 {
		return tail
	}
	return 1 - tail
}

// cumulativeCentre returns Φ(x) - 1/2 for |x| ≤ 0.67448975.
func cumulativeCentre(x float64) float64 {
	r := float64(x * x)
	above := float64(6.5682337918207449113e-2*r) + 2.2352520354606839287e0
	above = float64(above*r) + 1.6102823106855587881e2
	above = float64(above*r) + 1.0676894854603709582e3
	above = float64(above*r) + 1.8154981253343561249e4
	below := r + 4.7202581904688241870e1
	below = float64(below*r) + 9.7609855173777669322e2
	below = float64(below*r) + 1.0260932208618978205e4
	below = float64(below*r) + 4.5507789335026729956e4
	return x * above / below
}

// cumulativeMiddle returns Φ(-x)/e**(-x²/2) for x from 0.67448975 to sqrt(32).
func cumulativeMiddle(x float64) float64 {
	above := float64(1.0765576773720192317e-8*x) + 3.9894151208813466764e-1
	above = float64(above*x) + 8.8831497943883759412e0
	above = float64(above*x) + 9.3506656132177855979e1
	above = float64(above*x) + 5.9727027639480026226e2
	above = float64(above*x) + 2.4945375852903726711e3
	above = float64(above*x) + 6.8481904505362823326e3
	above = float64(above*x) + 1.1602651437647350124e4
	above = float64(above*x) + 9.8427148383839780218e3
	below := x + 2.2266688044328115691e1
	below = float64(below*x) + 2.3538790178262499861e2
	below = float64(below*x) + 1.5193775994075548050e3
	below = float64(below*x) + 6.4855582982667607550e3
	below = float64(below*x) + 1.8615571640885098091e4
	below = float64(below*x) + 3.4900952721145977266e4
	below = float64(below*x) + 3.8912003286093271411e4
	below = float64(below*x) + 1.9685429676859990727e4
	return above / below
}

// cumulativeTail returns Φ(-x)/e**(-x²/2) for x beyond sqrt(32).
func cumulativeTail(x float64) float64 {
	r := 1 / float64(x*x)
	above := float64(2.307344176494017303e-2*r) + 2.1589853405795699e-1
	above = float64(above*r) + 1.274011611602473639e-1
	above = float64(above*r) + 2.2235277870649807e-2
	above = float64(above*r) + 1.421619193227893466e-3
	above = float64(above*r) + 2.9112874951168792e-5
	below := r + 1.28426009614491121e0
	below = float64(below*r) + 4.68238212480865118e-1
	below = float64(below*r) + 6.59881378689285515e-2
	below = float64(below*r) + 3.78239633202758244e-3
	below = float64(below*r) + 7.29751555083966205e-5
	return (normalPeak - float64(r*above/below)) / x
}
