package floorplan

import (
	"cmp"
	"math"
	"slices"
)

// cellSize is the size of a rack cell and of what lies between cells, in device pixels. It is the same in every hall,
// so that equal areas are equal numbers of racks.
type cellSize struct {
	width, height int
	gap           int // between neighbours in a row
	cold          int // aisle between the fronts of a pair of rows
	hot           int // aisle between the backs of two pairs
	crossing      int // extra gap after every block of racks in a row
}

// longestBlock is how many racks stand side by side at most before a crossing.
const longestBlock = 20

// blockOf cuts a row into blocks of like length.
func blockOf(columns int) int {
	blocks := (columns + longestBlock - 1) / longestBlock
	return (columns + blocks - 1) / blocks
}

func newCellSize(width int, depth, scale float64) cellSize {
	height := max(1, int(math.Round(float64(width)*depth)))
	return cellSize{
		width: width, height: height,
		gap:      max(1, int(math.Round(float64(width)*0.18))),
		cold:     max(2, int(math.Round(float64(height)*0.5))),
		hot:      max(1, int(math.Round(float64(height)*0.25))),
		crossing: max(int(math.Round(2*scale)), width*3/4),
	}
}

func (c cellSize) pitch() int { return c.width + c.gap }

// x is the left edge of a column within its hall, whose rows have crossings after every block columns.
func (c cellSize) x(column, block int) int { return column*c.pitch() + column/block*c.crossing }

// y is the upper edge of a row within its hall: rows 0 and 1 face each other over a cold aisle, as do 2 and 3, …
func (c cellSize) y(row int) int {
	return row/2*(2*c.height+c.cold+c.hot) + row%2*(c.height+c.cold)
}

func (c cellSize) blockWidth(columns int) int { return c.x(columns-1, blockOf(columns)) + c.width }

func (c cellSize) blockHeight(rows int) int { return c.y(rows-1) + c.height }

// columnsWithin is the greatest number of columns that fit a width, 0 if none does.
func (c cellSize) columnsWithin(width int) int {
	columns := 0
	for c.blockWidth(columns+1) <= width {
		columns++
	}
	return columns
}

// at finds the column and row at a point within a hall with crossings after every block columns. Gaps and aisles
// belong to the nearest cell, so that a pointer that moves over small cells does not flicker; crossings to none.
func (c cellSize) at(x, y, block int) (column, row int, ok bool) {
	if x < 0 || y < 0 {
		return 0, 0, false
	}
	blockPitch := c.pitch()*block + c.crossing
	inBlock := x % blockPitch / c.pitch()
	if inBlock >= block {
		return 0, 0, false
	}
	column = x/blockPitch*block + inBlock
	pair := 2*c.height + c.cold + c.hot
	row = y / pair * 2
	switch within := y % pair; {
	case within >= 2*c.height+c.cold+c.hot/2:
		row += 2
	case within >= c.height+c.cold/2:
		row++
	}
	return column, row, true
}

// arrangement is how halls stand in shelves, one above the other, at one cell size.
type arrangement struct {
	size    cellSize
	shelves []shelf
}

// shelf is a line of halls of at most rows rows each.
type shelf struct {
	first   int   // index of its first hall
	columns []int // of each hall
	rows    []int
}

func (s shelf) tallest() int {
	rows := 0
	for _, r := range s.rows {
		rows = max(rows, r)
	}
	return rows
}

// room is the place that halls must fit into, in device pixels.
type room struct {
	width, height    int
	scale            float64
	padding          int // inside a hall, around its cells
	between          int // between the halls of a shelf
	header           int // height of a hall's title
	narrowestHall    int // so that its title can be read
	corridor, toHall int // height over a shelf for the feed lines: a basis and what each hall adds
}

func (r room) shelfHeight(s shelf, size cellSize) int {
	return r.corridor + r.toHall*len(s.columns) + r.header + 2*r.padding + size.blockHeight(s.tallest())
}

// arrange finds the largest cells at which all halls fit, together with how to split the halls into shelves.
// ok is false when not even the smallest cells fit.
func arrange(cells []int, r room) (best arrangement, ok bool) {
	sizes := cellSizes(r.scale)
	splits := shelfSplits(len(cells))
	low, high := 0, len(sizes) // sizes before low do not fit, sizes from high on do
	for low < high {
		middle := (low + high) / 2
		if found, fits := fit(cells, r, sizes[middle], splits); fits {
			best, ok, high = found, true, middle
		} else {
			low = middle + 1
		}
	}
	return best, ok
}

// cellSizes lists what a rack may look like, largest first: 600 mm by 1,200 mm is usual, less deep ones fit more.
func cellSizes(scale float64) []cellSize {
	var sizes []cellSize
	for width := int(22 * scale); width >= 1; width-- {
		for _, depth := range []float64{2, 1.75, 1.5, 1.25, 1} {
			if width == 1 && depth < 1.5 {
				continue
			}
			sizes = append(sizes, newCellSize(width, depth, scale))
		}
	}
	sortByArea(sizes)
	return sizes
}

// fit tries every split of the halls into shelves at one cell size and keeps the one that leaves least room over.
func fit(cells []int, r room, size cellSize, splits [][]int) (best arrangement, ok bool) {
	highest := 0
	for _, split := range splits {
		candidate := arrangement{size: size}
		height, first := 0, 0
		for _, count := range split {
			s, fits := fillShelf(cells[first:first+count], first, r, size)
			if !fits {
				height = math.MaxInt
				break
			}
			candidate.shelves = append(candidate.shelves, s)
			height += r.shelfHeight(s, size)
			first += count
		}
		if height <= r.height && (!ok || height < highest) {
			best, ok, highest = candidate, true, height
		}
	}
	return best, ok
}

// fillShelf gives the halls of a shelf as few rows as the width allows.
func fillShelf(cells []int, first int, r room, size cellSize) (s shelf, ok bool) {
	available := r.width - (len(cells)-1)*r.between
	low, high := 1, size.rowsWithin(r.height)+1
	for low < high {
		rows := (low + high) / 2
		width := 0
		columns := make([]int, len(cells))
		for i, count := range cells {
			columns[i] = max(1, (count+rows-1)/rows)
			width += max(size.blockWidth(columns[i])+2*r.padding, r.narrowestHall)
		}
		if width <= available {
			s, ok, high = shelf{first: first, columns: columns}, true, rows
		} else {
			low = rows + 1
		}
	}
	if !ok {
		return shelf{}, false
	}
	// A small hall that is widened for its title uses the width for fewer rows.
	for i, count := range cells {
		s.columns[i] = min(max(s.columns[i], size.columnsWithin(r.narrowestHall-2*r.padding)), max(count, 1))
		s.rows = append(s.rows, (max(count, 1)+s.columns[i]-1)/s.columns[i])
	}
	return s, true
}

// rowsWithin is the greatest number of rows that fit a height.
func (c cellSize) rowsWithin(height int) int {
	rows := 0
	for c.blockHeight(rows+1) <= height {
		rows++
	}
	return rows
}

// shelfSplits lists the ways to cut a line of halls into shelves: all of them for a few halls, equal ones for many.
func shelfSplits(halls int) [][]int {
	if halls == 0 {
		return [][]int{{}}
	}
	var splits [][]int
	const few = 8
	if halls > few {
		for each := 1; each <= halls; each++ {
			var split []int
			for left := halls; left > 0; left -= each {
				split = append(split, min(each, left))
			}
			splits = append(splits, split)
		}
		return splits
	}
	for cuts := range 1 << (halls - 1) {
		split := []int{1}
		for hall := 1; hall < halls; hall++ {
			if cuts>>(hall-1)&1 == 1 {
				split = append(split, 1)
			} else {
				split[len(split)-1]++
			}
		}
		splits = append(splits, split)
	}
	return splits
}

func sortByArea(sizes []cellSize) {
	slices.SortStableFunc(sizes, func(a, b cellSize) int {
		return cmp.Compare(b.width*b.height, a.width*a.height)
	})
}
