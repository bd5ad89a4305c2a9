package explain

import (
	"math"
	"slices"

	"rackonomics/engine/machine"
)

// mostFollowed bounds the pairs that a walk to the ends of a tree opens.
const mostFollowed = 40000

// mostCancelling bounds, in differences of the number that is asked about, what the
// parts of a pair come to without their signs. Where they all but cancel out, what
// each makes says nothing, and the pair itself is an end.
const mostCancelling = 1e4

// mostMoved is how many ends are told.
const mostMoved = 40

// moved walks the whole tree below a number, where every branch is taken once
// however often it stands there, and gathers its ends: the inputs that moved, and
// what opens no further. Their parts sum to the difference of the number.
func (c *comparison) moved(root pair) []*Difference {
	if !isThere(c.difference(root)) {
		return nil
	}
	factor := map[pair]float64{root: 1}
	weight := map[pair]float64{}
	ends := &ends{c: c, index: map[string]int{}}
	most := 0.0
	order, followed := c.followed(root)
	for i := len(order) - 1; i >= 0; i-- {
		p := order[i]
		f, isRoot := factor[p]
		if !isRoot {
			f = weight[p] / c.difference(p)
		}
		if !isRoot && (!isThere(f-f) || !c.adds(p)) {
			ends.add(p, weight[p])
			continue
		}
		size := sizeOf(c.open(p).parts)
		if isRoot {
			most = mostCancelling * max(size, math.Abs(c.difference(root)))
		} else if !(math.Abs(f)*size <= most) {
			ends.add(p, weight[p])
			continue
		}
		for _, part := range c.open(p).parts {
			amount := float64(f * part.amount)
			switch {
			case !isThere(amount):
			case part.together != nil:
				ends.addTogether(part, amount)
			case !followed[part.pair] || c.isEnd(part.pair):
				ends.add(part.pair, amount)
			default:
				weight[part.pair] += amount
			}
		}
	}
	return ends.sorted()
}

// adds tells whether the parts of a pair come to its difference, as far as rounding
// lets them. Where one of them is absent, or all but cancels out below, they do not.
func (c *comparison) adds(p pair) bool {
	sum := 0.0
	for _, part := range c.open(p).parts {
		sum += part.amount
	}
	scale := sizeOf(c.open(p).parts) + math.Abs(c.value(p, 0)) + math.Abs(c.value(p, 1))
	return math.Abs(sum-c.difference(p)) <= 1e-9*scale
}

// sizeOf adds parts without their signs.
func sizeOf(list []part) (size float64) {
	for _, part := range list {
		if isThere(part.amount) {
			size += math.Abs(part.amount)
		}
	}
	return size
}

// isEnd tells whether a walk ends at a pair.
func (c *comparison) isEnd(p pair) bool {
	d := c.difference(p)
	return len(c.open(p).parts) == 0 || !isThere(d) || d == 0
}

// followed lists pairs so that each comes after all that it is made of, as far as
// [mostFollowed] reaches. The walk keeps its own stack, since that of WASM is small.
func (c *comparison) followed(root pair) (order []pair, seen map[pair]bool) {
	type visit struct {
		pair pair
		next int
	}
	seen = map[pair]bool{root: true}
	stack := []visit{{pair: root}}
	for len(stack) > 0 {
		top := &stack[len(stack)-1]
		parts := c.open(top.pair).parts
		if top.next == len(parts) {
			order = append(order, top.pair)
			stack = stack[:len(stack)-1]
			continue
		}
		part := parts[top.next]
		top.next++
		if part.together == nil && isThere(part.amount) && !seen[part.pair] && len(seen) < mostFollowed {
			seen[part.pair] = true
			stack = append(stack, visit{pair: part.pair})
		}
	}
	return order, seen
}

// ends gathers the ends of a walk; an input is one in all its months.
type ends struct {
	c     *comparison
	index map[string]int
	list  []*Difference
	size  []float64 // of the largest part of each, whose values are told
}

func (e *ends) add(p pair, amount float64) {
	if amount == 0 {
		return
	}
	told := e.c.told(p)
	key := told.Title
	for _, node := range []*Node{told.From, told.To} {
		if node != nil {
			key = node.Name + "@" + node.Instance
		}
	}
	e.put(key, told, amount)
}

func (e *ends) addTogether(p part, amount float64) {
	told, _ := e.c.child(p, 1)
	told.Children = nil
	e.put(told.Title, told, amount)
}

func (e *ends) put(key string, told *Difference, amount float64) {
	at, ok := e.index[key]
	if !ok {
		at = len(e.list)
		e.index[key] = at
		told.Part = 0
		e.list, e.size = append(e.list, told), append(e.size, 0)
	}
	if size := math.Abs(amount); size > e.size[at] {
		told.Part = e.list[at].Part
		e.list[at], e.size[at] = told, size
	}
	e.list[at].Part += amount
}

func (e *ends) sorted() []*Difference {
	slices.SortStableFunc(e.list, func(a, b *Difference) int {
		x, y := math.Abs(a.Part), math.Abs(b.Part)
		switch {
		case x > y || machine.IsAbsent(y):
			return -1
		case x < y:
			return 1
		}
		return 0
	})
	if len(e.list) > mostMoved {
		rest := &Difference{Rest: len(e.list) - mostMoved}
		for _, d := range e.list[mostMoved:] {
			rest.Part += d.Part
		}
		e.list = append(e.list[:mostMoved], rest)
	}
	return e.list
}
