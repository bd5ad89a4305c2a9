package distribution

import (
	"fmt"
	"math"
	"slices"

	"rackonomics/engine/elementary"
)

// Pair states how two inputs go together: R is the correlation of their normal
// scores, the normal quantiles of what each is drawn with. So R does not depend on
// the inputs' distributions; the rank correlation of their values is a little less,
// 6/π arcsin(R/2).
type Pair struct {
	A, B int // the inputs, counted from 0
	R    float64
}

// Correlation makes independent draws of inputs go together as stated: a Gaussian
// copula.
type Correlation struct {
	// Mended says that what was stated contradicts itself, as three inputs each of
	// which falls when another rises do, and that the nearest correlations that
	// can be are used in its place.
	Mended bool
	// Largest is the largest change of a correlation by that, of those not stated
	// as well.
	Largest float64

	groups []group
}

// group is inputs that pairs join, with the correlations used between them.
type group struct {
	inputs []int
	matrix square
	factor square // lower triangular, times its transpose the matrix
}

// mostCorrelated bounds a group, and with it how long mending takes.
const mostCorrelated = 50

// Correlate returns the correlation of n inputs in which the pairs have the stated
// coefficients and all others 0. A coefficient outside (-1, 1), an input that is not
// there or correlated with itself, a pair stated twice and more than 50 inputs that
// pairs join are errors.
func Correlate(pairs []Pair, n int) (Correlation, error) {
	stated := map[[2]int]float64{}
	for i, pair := range pairs {
		low, high := min(pair.A, pair.B), max(pair.A, pair.B)
		_, twice := stated[[2]int{low, high}]
		switch {
		case low < 0 || high >= n:
			return Correlation{}, fmt.Errorf("correlation %d is of inputs %d and %d, of %d", i+1, low, high, n)
		case low == high:
			return Correlation{}, fmt.Errorf("correlation %d is of an input with itself", i+1)
		case twice:
			return Correlation{}, fmt.Errorf("correlation %d is stated a second time", i+1)
		case !(pair.R > -1 && pair.R < 1):
			return Correlation{}, fmt.Errorf("correlation %d must lie between -1 and 1 and is %v", i+1, pair.R)
		}
		stated[[2]int{low, high}] = pair.R
	}
	var c Correlation
	for _, inputs := range joined(pairs, n) {
		if len(inputs) > mostCorrelated {
			return Correlation{}, fmt.Errorf("%d inputs are correlated with each other, at most %d can be", len(inputs), mostCorrelated)
		}
		c.join(inputs, stated)
	}
	return c, nil
}

// joined returns the inputs that pairs join, directly or through others, in order.
func joined(pairs []Pair, n int) (groups [][]int) {
	first := make([]int, n) // the first input of each one's group
	for i := range first {
		first[i] = i
	}
	for range pairs { // as far as a chain of all pairs reaches
		for _, pair := range pairs {
			lowest := min(first[pair.A], first[pair.B])
			first[pair.A], first[pair.B] = lowest, lowest
		}
	}
	members := make([][]int, n)
	for i, f := range first {
		members[f] = append(members[f], i)
	}
	for _, inputs := range members {
		if len(inputs) > 1 {
			groups = append(groups, inputs)
		}
	}
	return groups
}

// join adds a group, mended where it has to be.
func (c *Correlation) join(inputs []int, stated map[[2]int]float64) {
	matrix := newSquare(len(inputs))
	for i, a := range inputs {
		matrix[i][i] = 1
		for j, b := range inputs[:i] {
			matrix[i][j] = stated[[2]int{b, a}]
			matrix[j][i] = matrix[i][j]
		}
	}
	if !semidefinite(matrix) {
		mended := nearestCorrelation(matrix)
		c.Mended, c.Largest = true, max(c.Largest, largestDifference(mended, matrix))
		matrix = mended
	}
	c.groups = append(c.groups, group{inputs, matrix, lowerFactor(matrix)})
}

// Coefficient returns the correlation that is used between the normal scores of two
// inputs.
func (c *Correlation) Coefficient(a, b int) float64 {
	if a == b {
		return 1
	}
	for _, g := range c.groups {
		row, column := -1, -1
		for i, input := range g.inputs {
			if input == a {
				row = i
			}
			if input == b {
				column = i
			}
		}
		if row >= 0 && column >= 0 {
			return g.matrix[row][column]
		}
	}
	return 0
}

// Apply makes independent uniforms in (0, 1), one an input, go together in place;
// each stays uniform. An input that goes with none before it keeps its number bit by
// bit. The scratch is as long as u.
func (c *Correlation) Apply(u, scratch []float64) {
	for g := range c.groups {
		c.groups[g].apply(u, scratch)
	}
}

func (g *group) apply(u, scratch []float64) {
	for i, input := range g.inputs {
		scratch[i] = elementary.NormalQuantile(u[input])
	}
	for i, input := range g.inputs {
		row := g.factor[i][:i+1]
		if row[i] == 1 {
			continue
		}
		score := dot(row, scratch)
		u[input] = min(max(elementary.NormalCumulative(score), 0x1p-53), 1-0x1p-53)
	}
}

// lowerFactor returns the lower triangular factor of a positive semidefinite matrix
// with a diagonal of ones, that of Cholesky. Inputs that follow from others leave
// pivots near zero, whose rounding Cholesky's own method would magnify; so the rows
// of a root by eigenvalues are made orthogonal by the modified method of Gram and
// Schmidt, whose triangle is good to the last places in any case (Å. Björck,
// "Numerical Methods for Least Squares Problems" (1996), section 2.4).
func lowerFactor(matrix square) square {
	root := squareRoot(matrix)
	factor := newSquare(len(matrix))
	for j, direction := range root {
		length := math.Sqrt(dot(direction, direction))
		if length == 0 {
			continue
		}
		for k := range direction {
			direction[k] /= length
		}
		factor[j][j] = length
		for i := j + 1; i < len(root); i++ {
			factor[i][j] = dot(direction, root[i])
			for k := range direction {
				root[i][k] -= float64(factor[i][j] * direction[k])
			}
		}
	}
	for i, row := range factor {
		correlated := func(r float64) bool { return r != 0 }
		if !slices.ContainsFunc(matrix[i][:i], correlated) {
			clear(row)
			row[i] = 1 // exactly, so that its draws are not touched
		}
	}
	return factor
}
