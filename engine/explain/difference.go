package explain

import (
	"errors"
	"fmt"
	"math"
	"slices"
	"strings"

	"rackonomics/engine/machine"
	"rackonomics/engine/result"
)

// Against is what a number is compared with.
type Against string

// What a number is compared with.
const (
	AgainstPrevious Against = "previous" // the month, quarter or year before
	AgainstBase     Against = "base"     // the base without changes
)

// ErrNoPeriod refuses to compare a measure with a period before.
var ErrNoPeriod = errors.New("a measure is of no month; it can be compared with the base")

// Check refuses what is neither.
func (a Against) Check() error {
	if a != AgainstPrevious && a != AgainstBase {
		return fmt.Errorf("%q is nothing to compare with. Allowed: base or previous", string(a))
	}
	return nil
}

// Difference is a number on two sides, what it makes of the difference of the
// number that is asked about, and what made it.
type Difference struct {
	From, To *Node   // without children; nil where that side has none
	Title    string  // of what has no single node
	Part     float64 // of the difference of the nearest head above, in its unit; absent of a head
	Head     bool    // what stands below counts for the difference of this one
	Added    bool    // it stands for what a month added
	How      string  // the rule by which what stands below was found
	Children []*Difference
	Rest     int  // how many smaller ones this stands for
	Repeated bool // opened elsewhere in the tree
	Cut      bool // there is more than the tree has room for
}

// Compared is the difference of a number with the inputs that made it.
type Compared struct {
	Root  *Difference
	Moved []*Difference // of a comparison with the base: the ends of the tree, however deep, the largest first

	comparison *comparison
}

// mostParts is how many operands are told one by one.
const mostParts = 12

// Compare compares a row, or a measure where one is named, with the period before or
// with what base gives: the run without changes.
func (e *Explainer) Compare(against Against, base func() (*Explainer, error), measure string, asked Asked, depth, most int) (*Compared, error) {
	if err := against.Check(); err != nil {
		return nil, err
	}
	if against == AgainstPrevious && measure != "" {
		return nil, ErrNoPeriod
	}
	if against == AgainstPrevious {
		return e.since(asked, depth, most)
	}
	was, err := base()
	if err != nil {
		return nil, err
	}
	if measure != "" {
		return e.measureAgainstBase(was, measure, depth, most)
	}
	return e.againstBase(was, asked, depth, most)
}

// since compares a number with the month, quarter or year before, in the same run.
func (e *Explainer) since(asked Asked, depth, most int) (*Compared, error) {
	now, err := e.spotOf(asked)
	if err != nil {
		return nil, err
	}
	c := newComparison(e, e, map[result.Step]int{result.ByMonth: 1, result.ByQuarter: 3, result.ByYear: 12}[asked.By])
	spots := [2]spot{1: now}
	if now.from > 0 {
		before := asked
		before.Month = now.from - 1
		if spots[0], err = e.spotOf(before); err != nil {
			return nil, err
		}
	}
	return &Compared{Root: c.tree(c.rootOf(spots, asked.Less), depth, most), comparison: c}, nil
}

// againstBase compares a number with that of the base without changes, which may have
// other things and other months.
func (e *Explainer) againstBase(base *Explainer, asked Asked, depth, most int) (*Compared, error) {
	if err := comparable(base, e); err != nil {
		return nil, err
	}
	now, err := e.spotOf(asked)
	if err != nil {
		return nil, err
	}
	c := newComparison(base, e, 0)
	spots := [2]spot{1: now}
	scope := e.schema.RowScope(now.index)
	var names []string
	for _, name := range strings.Split(now.things, "\n") {
		if base.document.Find(scope, name) >= 0 {
			names = append(names, name)
		}
	}
	asked.Month = now.from + e.table.Start.Since(base.table.Start)
	if len(asked.Instances) > 0 {
		asked.Instances = names
	}
	if was, err := base.spotOf(asked); err == nil && len(names) > 0 {
		spots[0] = was
	}
	return c.compared(c.rootOf(spots, asked.Less), depth, most), nil
}

// measureAgainstBase compares a measure with that of the base without changes.
func (e *Explainer) measureAgainstBase(base *Explainer, name string, depth, most int) (*Compared, error) {
	if err := comparable(base, e); err != nil {
		return nil, err
	}
	c := newComparison(base, e, 0)
	p := pair{kind: measurePair}
	for side, of := range c.sides {
		node, err := of.Measure(name, 0, 0)
		switch {
		case err == nil:
			p.spots[side] = spot{there: true, name: name, number: math.Float64bits(measured(node))}
		case side == 1:
			return nil, err
		}
	}
	return c.compared(p, depth, most), nil
}

// measured is the number of a measure that is one.
func measured(node *Node) float64 {
	if node.Text != "" {
		return machine.Absent
	}
	return node.Value
}

// comparable refuses runs whose own rows are others.
func comparable(base, now *Explainer) error {
	if !slices.Equal(base.document.Rows, now.document.Rows) {
		return errors.New("the base has other rows of its own, so that their formulas cannot be compared")
	}
	return nil
}

// spotOf is what is asked about, by the same rules as its reasons.
func (e *Explainer) spotOf(asked Asked) (spot, error) {
	if _, err := e.asked(asked); err != nil {
		return spot{}, err
	}
	row, _ := e.schema.RowIndex(asked.Row)
	things, err := e.things(e.schema.RowScope(row), asked.Instances)
	if err != nil {
		return spot{}, err
	}
	period, err := e.period(asked.Month, asked.By)
	if err != nil {
		return spot{}, err
	}
	return e.spot(series{row, things}, period.From, period.To), nil
}

func (c *comparison) rootOf(spots [2]spot, less bool) pair {
	if less {
		return pair{lessPair, spots}
	}
	return c.spanOf(spots)
}

func (c *comparison) compared(root pair, depth, most int) *Compared {
	return &Compared{Root: c.tree(root, depth, most), Moved: c.moved(root), comparison: c}
}

// grown is a node of the tree whose children are still to be found.
type grown struct {
	pair  pair
	node  *Difference
	scale float64 // from the unit of the pair to that of the head
	depth int
}

// tree grows level by level to at most depth levels and most nodes.
func (c *comparison) tree(root pair, depth, most int) *Difference {
	top := c.told(root)
	top.Part, top.Head = c.difference(root), true
	seen := map[pair]bool{root: true}
	waiting := []grown{{root, top, 1, 0}}
	for len(waiting) > 0 {
		g := waiting[0]
		waiting = waiting[1:]
		found := c.open(g.pair)
		if g.depth >= depth || len(found.parts) > most {
			g.node.Cut = len(found.parts) > 0
			continue
		}
		g.node.How = found.how
		for _, part := range c.ordered(found.parts, g.node) {
			child, opens := c.child(part, g.scale)
			g.node.Children = append(g.node.Children, child)
			most--
			switch {
			case !opens:
			case seen[part.pair]:
				child.Repeated = true
			default:
				seen[part.pair] = true
				scale := 1.0
				if !child.Head && part.pair.kind != addedPair {
					scale = child.Part / c.difference(part.pair)
				} else if !child.Head {
					scale = child.Part / c.value(part.pair, 1)
				}
				waiting = append(waiting, grown{part.pair, child, scale, g.depth + 1})
			}
		}
	}
	return top
}

// ordered puts the largest parts first, and the small ones of many in one.
func (c *comparison) ordered(list []part, of *Difference) []part {
	list = slices.Clone(list)
	size := func(p part) float64 {
		if !isThere(p.amount) {
			return math.Inf(1)
		}
		return math.Abs(p.amount)
	}
	total := sizeOf(list)
	list = slices.DeleteFunc(list, func(p part) bool { return size(p) <= 1e-12*total })
	slices.SortStableFunc(list, func(a, b part) int {
		if x, y := size(a), size(b); x > y {
			return -1
		} else if x < y {
			return 1
		}
		return 0
	})
	if len(list) <= mostParts+1 {
		return list
	}
	rest := part{amount: 0}
	for _, p := range list[mostParts:] {
		if isThere(p.amount) {
			rest.amount += p.amount
		}
		rest.together = append(rest.together, pair{kind: statedPair})
	}
	return append(list[:mostParts:mostParts], rest)
}

// child is the node of a part, and tells whether it may open further.
func (c *comparison) child(p part, scale float64) (child *Difference, opens bool) {
	if p.together != nil {
		child = &Difference{Part: float64(p.amount * scale)}
		if !p.together[0].spots[0].there && !p.together[0].spots[1].there {
			child.Rest = len(p.together)
			return child, false
		}
		var titles []string
		for _, member := range p.together {
			told := c.told(member)
			told.Part, told.Head = machine.Absent, true
			titles = append(titles, told.Title)
			child.Children = append(child.Children, told)
		}
		child.Title = strings.Join(titles, ", ")
		child.How = "What each of these makes cannot be told from the others: whichever is exchanged first, there is no value in between."
		return child, false
	}
	child = c.told(p.pair)
	child.Part = float64(p.amount * scale)
	if child.Head = !isThere(child.Part - child.Part); child.Head {
		child.Part = machine.Absent
	}
	return child, len(c.open(p.pair).parts) > 0
}

// told is a pair as a node, without what it makes.
func (c *comparison) told(p pair) *Difference {
	d := &Difference{From: c.node(p, 0), To: c.node(p, 1), Added: p.kind == addedPair}
	for _, node := range []*Node{d.From, d.To} {
		if node != nil {
			d.Title = node.Title
		}
	}
	return d
}
