package elementary

import "math"

// NormalQuantile returns the x below which a standard normal variable lies
// with probability p: algorithm PPND16 of M. J. Wichura, "Algorithm AS 241:
// The Percentage Points of the Normal Distribution", Applied Statistics 37
// (1988), which is good to about one part in 1e16. With this package's
// rounding the error was measured below 7 units in the last place.
// NormalQuantile(1-p) = -NormalQuantile(p) wherever 1-p is exact.
//
//	NormalQuantile(0)              = -Inf
//	NormalQuantile(1)              = +Inf
//	NormalQuantile(p < 0 or p > 1) = NaN
//	NormalQuantile(NaN)            = NaN
func NormalQuantile(p float64) float64 {
	q := p - 0.5
	if math.Abs(q) <= 0.425 {
		return quantileCentre(q)
	}
	r := p
	if q > 0 {
		r = 1 - p
	}
	if !(r > 0) {
		if r == 0 {
			return q * math.Inf(1)
		}
		return math.NaN()
	}
	r = math.Sqrt(-Log(r))
	var x float64
	if r <= 5 {
		x = quantileMiddle(r - 1.6)
	} else {
		x = quantileTail(r - 5)
	}
	if q < 0 {
		return -x
	}
	return x
}

// quantileCentre serves |p - 1/2| = |q| ≤ 0.425.
func quantileCentre(q float64) float64 {
	r := 0.180625 - float64(q*q)
	above := polynomial7(r,
		3.3871328727963666080e0, 1.3314166789178437745e2, 1.9715909503065514427e3, 1.3731693765509461125e4,
		4.5921953931549871457e4, 6.7265770927008700853e4, 3.3430575583588128105e4, 2.5090809287301226727e3)
	below := polynomial7(r,
		1, 4.2313330701600911252e1, 6.8718700749205790830e2, 5.3941960214247511077e3,
		2.1213794301586595867e4, 3.9307895800092710610e4, 2.8729085735721942674e4, 5.2264952788528545610e3)
	return q * above / below
}

// quantileMiddle serves sqrt(-log p) = r + 1.6 ≤ 5.
func quantileMiddle(r float64) float64 {
	above := polynomial7(r,
		1.42343711074968357734e0, 4.63033784615654529590e0, 5.76949722146069140550e0, 3.64784832476320460504e0,
		1.27045825245236838258e0, 2.41780725177450611770e-1, 2.27238449892691845833e-2, 7.74545014278341407640e-4)
	below := polynomial7(r,
		1, 2.05319162663775882187e0, 1.67638483018380384940e0, 6.89767334985100004550e-1,
		1.48103976427480074590e-1, 1.51986665636164571966e-2, 5.47593808499534494600e-4, 1.05075007164441684324e-9)
	return above / below
}

// quantileTail serves sqrt(-log p) = r + 5 beyond.
func quantileTail(r float64) float64 {
	above := polynomial7(r,
		6.65790464350110377720e0, 5.46378491116411436990e0, 1.78482653991729133580e0, 2.96560571828504891230e-1,
		2.65321895265761230930e-2, 1.24266094738807843860e-3, 2.71155556874348757815e-5, 2.01033439929228813265e-7)
	below := polynomial7(r,
		1, 5.99832206555887937690e-1, 1.36929880922735805310e-1, 1.48753612908506148525e-2,
		7.86869131145613259100e-4, 1.84631831751005468180e-5, 1.42151175831644588870e-7, 2.04426310338993978564e-15)
	return above / below
}

// polynomial7 returns c0 + c1 x + … + c7 x⁷ by Horner's rule. The coefficients
// are arguments so that the compiler inlines them.
func polynomial7(x, c0, c1, c2, c3, c4, c5, c6, c7 float64) float64 {
	s := float64(c7*x) + c6
	s = float64(s*x) + c5
	s = float64(s*x) + c4
	s = float64(s*x) + c3
	s = float64(s*x) + c2
	s = float64(s*x) + c1
	return float64(s*x) + c0
}
