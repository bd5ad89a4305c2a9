package study

import "slices"

// edge is a side of a cell of a grid: from a corner to the right, or upwards.
type edge struct {
	i, j   int
	upward bool
}

// Contour draws where a function of a grid is nothing, by marching squares: the
// function is taken as straight along each side of a cell, so that the line is off
// by the function's curvature over a cell. Segments that share a side are joined.
// Cells with an absent corner have none; a cell whose opposite corners are alike is
// decided by the mean of the four. Zero counts as above.
func Contour(xs, ys []float64, at func(i, j int) float64) (lines [][]Vertex) {
	next := map[edge][]edge{} // at most two
	var order []edge
	join := func(a, b edge) {
		for _, each := range [][2]edge{{a, b}, {b, a}} {
			if next[each[0]] == nil {
				order = append(order, each[0])
			}
			next[each[0]] = append(next[each[0]], each[1])
		}
	}
	for j := range len(ys) - 1 {
		for i := range len(xs) - 1 {
			for _, pair := range crossed(i, j, at) {
				join(pair[0], pair[1])
			}
		}
	}
	seen := map[edge]bool{}
	follow := func(from edge) {
		if seen[from] {
			return
		}
		var line []Vertex
		for here, more := from, true; more; {
			seen[here] = true
			line = append(line, vertex(xs, ys, here, at))
			onward := slices.IndexFunc(next[here], func(e edge) bool { return !seen[e] })
			if more = onward >= 0; more {
				here = next[here][onward]
			} else if len(line) > 2 && slices.Contains(next[here], from) {
				line = append(line, line[0])
			}
		}
		lines = append(lines, line)
	}
	for _, from := range order { // lines with ends first, then those that close
		if len(next[from]) == 1 {
			follow(from)
		}
	}
	for _, from := range order {
		follow(from)
	}
	return lines
}

// crossed lists the pairs of sides of a cell that the contour joins.
func crossed(i, j int, at func(i, j int) float64) [][2]edge {
	corners := [4]float64{at(i, j), at(i+1, j), at(i+1, j+1), at(i, j+1)} // round the cell
	sides := [4]edge{{i, j, false}, {i + 1, j, true}, {i, j + 1, false}, {i, j, true}}
	var cut []edge
	for k := range corners {
		if corners[k] != corners[k] {
			return nil
		}
		if (corners[k] >= 0) != (corners[(k+1)%4] >= 0) {
			cut = append(cut, sides[k])
		}
	}
	switch len(cut) {
	case 2:
		return [][2]edge{{cut[0], cut[1]}}
	case 4:
		mean := (corners[0] + corners[1] + corners[2] + corners[3]) / 4
		if (mean >= 0) == (corners[0] >= 0) {
			return [][2]edge{{cut[0], cut[1]}, {cut[2], cut[3]}}
		}
		return [][2]edge{{cut[3], cut[0]}, {cut[1], cut[2]}}
	}
	return nil
}

// vertex is where the function is nothing along a side.
func vertex(xs, ys []float64, e edge, at func(i, j int) float64) Vertex {
	i, j := e.i+1, e.j
	if e.upward {
		i, j = e.i, e.j+1
	}
	from, to := at(e.i, e.j), at(i, j)
	part := from / (from - to)
	return Vertex{xs[e.i] + float64((xs[i]-xs[e.i])*part), ys[e.j] + float64((ys[j]-ys[e.j])*part)}
}
