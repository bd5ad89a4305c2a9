package distribution

import "math"

// square is a matrix by rows.
type square [][]float64

func newSquare(n int) square {
	all, m := make([]float64, n*n), make(square, n)
	for i := range m {
		m[i] = all[i*n : (i+1)*n]
	}
	return m
}

// least is the eigenvalue down to which rounding explains why one is below zero.
const least = -1e-12

// semidefinite tells whether a correlation matrix is one that can be.
func semidefinite(matrix square) bool {
	values, _ := eigen(matrix)
	for _, value := range values {
		if value < least {
			return false
		}
	}
	return true
}

const (
	// mendingSteps bound how often mending projects, mendingChange is the change of
	// an entry at which it stops.
	mendingSteps  = 1000
	mendingChange = 1e-12
)

// nearestCorrelation returns the correlation matrix nearest to a symmetric one,
// whose diagonal does not count, by the sum of squared differences: N. J. Higham,
// "Computing the nearest correlation matrix — a problem from finance", IMA Journal
// of Numerical Analysis 22 (2002), algorithm 3.3, which projects in turn on the
// semidefinite matrices, with Dykstra's correction, and on those with ones in the
// diagonal.
func nearestCorrelation(matrix square) square {
	n := len(matrix)
	near, corrected, correction := newSquare(n), newSquare(n), newSquare(n)
	for i := range n {
		copy(near[i], matrix[i])
		near[i][i] = 1
	}
	for range mendingSteps {
		for i := range n {
			for j := range n {
				corrected[i][j] = near[i][j] - correction[i][j]
			}
		}
		projected := nearestSemidefinite(corrected)
		for i := range n {
			for j := range n {
				correction[i][j] = projected[i][j] - corrected[i][j]
			}
		}
		for i := range n {
			projected[i][i] = 1
		}
		change := largestDifference(projected, near)
		near = projected
		if change <= mendingChange {
			break
		}
	}
	return withOnes(nearestSemidefinite(near))
}

// nearestSemidefinite sets negative eigenvalues to zero.
func nearestSemidefinite(matrix square) square {
	values, vectors := eigen(matrix)
	nearest := newSquare(len(matrix))
	for i := range nearest {
		for j := range i + 1 {
			sum := 0.0
			for k, value := range values {
				if value > 0 {
					sum += float64(float64(value*vectors[i][k]) * vectors[j][k])
				}
			}
			nearest[i][j], nearest[j][i] = sum, sum
		}
	}
	return nearest
}

// withOnes scales a semidefinite matrix so that its diagonal is 1.
func withOnes(matrix square) square {
	scaled := newSquare(len(matrix))
	for i := range scaled {
		scaled[i][i] = 1
		for j := range i {
			scaled[i][j] = matrix[i][j] / math.Sqrt(matrix[i][i]*matrix[j][j])
			scaled[j][i] = scaled[i][j]
		}
	}
	return scaled
}

func largestDifference(x, y square) float64 {
	largest := 0.0
	for i := range x {
		for j := range x {
			largest = max(largest, math.Abs(x[i][j]-y[i][j]))
		}
	}
	return largest
}

// eigenSweeps bound how often Jacobi's method goes over all pairs. Six to ten are
// enough, since it converges quadratically in the end.
const eigenSweeps = 30

// eigen returns the eigenvalues of a symmetric matrix, in no order, and its
// eigenvectors as columns, by the cyclic method of Jacobi: G. H. Golub and
// C. F. Van Loan, "Matrix Computations" (2013), section 8.5.
func eigen(matrix square) (values []float64, vectors square) {
	n := len(matrix)
	turned, vectors := newSquare(n), newSquare(n)
	for i := range n {
		copy(turned[i], matrix[i])
		vectors[i][i] = 1
	}
	for range eigenSweeps {
		rest := 0.0
		for p := range n {
			for q := p + 1; q < n; q++ {
				rest += float64(turned[p][q] * turned[p][q])
				rotate(turned, vectors, p, q)
			}
		}
		if rest <= 1e-32 {
			break
		}
	}
	for i := range n {
		values = append(values, turned[i][i])
	}
	return values, vectors
}

// rotate turns rows and columns p and q so that the entry at p, q becomes zero.
func rotate(turned, vectors square, p, q int) {
	if turned[p][q] == 0 {
		return
	}
	half := (turned[q][q] - turned[p][p]) / (2 * turned[p][q])
	tangent := 1 / (math.Abs(half) + math.Sqrt(float64(half*half)+1))
	if half < 0 {
		tangent = -tangent
	}
	cosine := 1 / math.Sqrt(float64(tangent*tangent)+1)
	sine := tangent * cosine
	for k := range turned {
		turned[k][p], turned[k][q] = turn(turned[k][p], turned[k][q], cosine, sine)
	}
	for k := range turned {
		turned[p][k], turned[q][k] = turn(turned[p][k], turned[q][k], cosine, sine)
		vectors[k][p], vectors[k][q] = turn(vectors[k][p], vectors[k][q], cosine, sine)
	}
	turned[p][q], turned[q][p] = 0, 0
}

func turn(x, y, cosine, sine float64) (float64, float64) {
	return float64(cosine*x) - float64(sine*y), float64(sine*x) + float64(cosine*y)
}

// squareRoot returns a matrix that times its transpose is the semidefinite one.
func squareRoot(matrix square) square {
	values, root := eigen(matrix)
	for k, value := range values {
		length := math.Sqrt(max(value, 0))
		for i := range root {
			root[i][k] *= length
		}
	}
	return root
}

// dot returns the sum of the products of x's elements with the first of y.
func dot(x, y []float64) float64 {
	sum := 0.0
	for i := range x {
		sum += float64(x[i] * y[i])
	}
	return sum
}
