package compile

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"gonum.org/v1/gonum/graph"
	"gonum.org/v1/gonum/graph/iterator"
	"gonum.org/v1/gonum/graph/topo"

	"rackonomics/engine/language"
)

// dependency is an edge from a cell to one that it reads.
type dependency struct {
	to   int
	when link
}

// cellGraph is the graph of the cells that are needed, as gonum sees it: an
// edge leads from a cell to what it reads. Slices, not maps, so that the order
// of everything found in it is the order of the model.
type cellGraph struct {
	needed []int // cells, in order of discovery
	edges  map[int][]dependency
}

type cellNode int

func (n cellNode) ID() int64 { return int64(n) }

func (g *cellGraph) Node(id int64) graph.Node { return cellNode(id) }

func (g *cellGraph) Nodes() graph.Nodes {
	nodes := make([]graph.Node, len(g.needed))
	for i, cell := range g.needed {
		nodes[i] = cellNode(cell)
	}
	return iterator.NewOrderedNodes(nodes)
}

func (g *cellGraph) From(id int64) graph.Nodes {
	edges := g.edges[int(id)]
	nodes := make([]graph.Node, len(edges))
	for i, edge := range edges {
		nodes[i] = cellNode(edge.to)
	}
	return iterator.NewOrderedNodes(nodes)
}

// To is part of graph.Directed; nothing here asks who reads a cell.
func (g *cellGraph) To(int64) graph.Nodes { return graph.Empty }

func (g *cellGraph) HasEdgeFromTo(from, to int64) bool {
	for _, edge := range g.edges[int(from)] {
		if edge.to == int(to) {
			return true
		}
	}
	return false
}

func (g *cellGraph) HasEdgeBetween(x, y int64) bool {
	return g.HasEdgeFromTo(x, y) || g.HasEdgeFromTo(y, x)
}

func (g *cellGraph) Edge(from, to int64) graph.Edge {
	if !g.HasEdgeFromTo(from, to) {
		return nil
	}
	return cellEdge{cellNode(from), cellNode(to)}
}

type cellEdge struct{ from, to cellNode }

func (e cellEdge) From() graph.Node         { return e.from }
func (e cellEdge) To() graph.Node           { return e.to }
func (e cellEdge) ReversedEdge() graph.Edge { return cellEdge{e.to, e.from} }

// need collects the requested cells and all that they read.
func (c *cells) need(requested []int) *cellGraph {
	g := &cellGraph{edges: map[int][]dependency{}}
	waiting := requested
	seen := make([]bool, len(c.owner))
	for len(waiting) > 0 {
		cell := waiting[0]
		waiting = waiting[1:]
		if seen[cell] {
			continue
		}
		seen[cell] = true
		g.needed = append(g.needed, cell)
		formula, at := c.root(cell)
		c.reads(formula, at, func(to int, when link) {
			g.edges[cell] = append(g.edges[cell], dependency{to, when})
			waiting = append(waiting, to)
		})
	}
	return g
}

// beyond tells which cells are computed after the scenario too: those that are
// asked for there, those that others look ahead at, and what they read there.
func (g *cellGraph) beyond(count int, asked []int) []bool {
	found := make([]bool, count)
	waiting := append([]int(nil), asked...)
	for _, cell := range g.needed {
		for _, edge := range g.edges[cell] {
			if edge.when == monthAhead {
				waiting = append(waiting, edge.to)
			}
		}
	}
	for len(waiting) > 0 {
		cell := waiting[len(waiting)-1]
		waiting = waiting[:len(waiting)-1]
		if found[cell] {
			continue
		}
		found[cell] = true
		for _, edge := range g.edges[cell] {
			if edge.when != monthAfter {
				waiting = append(waiting, edge.to)
			}
		}
	}
	return found
}

// knot is a set of cells that read one another through time, or a single cell.
type knot struct {
	cells    []int // in the order of computation within a month
	placed   map[int]bool
	members  map[int]bool
	forward  bool // some of it reads the month before
	backward bool // some of it reads the month after
}

// knots lists the strongly connected components, what is read first.
func (c *cells) knots(g *cellGraph) ([]knot, error) {
	var knots []knot
	for _, component := range topo.TarjanSCC(g) {
		k := knot{placed: map[int]bool{}, members: map[int]bool{}}
		members := make([]int, len(component))
		for i, node := range component {
			members[i] = int(node.ID())
			k.members[members[i]] = true
		}
		slices.Sort(members)
		for _, cell := range members {
			if err := c.arrange(&k, g, cell, nil); err != nil {
				return nil, err
			}
		}
		if k.forward && k.backward {
			return nil, fmt.Errorf("these rows read each other both a month back and a month ahead, so no order of months computes them: %s", c.list(k.cells))
		}
		knots = append(knots, k)
	}
	return knots, nil
}

// arrange appends a cell to its knot after all that it reads in the same month.
func (c *cells) arrange(k *knot, g *cellGraph, cell int, path []int) error {
	if k.placed[cell] {
		return nil
	}
	for i, above := range path {
		if above == cell {
			return &language.Error{Row: c.rowName(cell), Message: "these rows need each other in the same month: " + c.list(append(path[i:], cell))}
		}
	}
	path = append(path, cell)
	for _, edge := range g.edges[cell] {
		if !k.members[edge.to] {
			continue
		}
		switch edge.when {
		case monthBefore:
			k.forward = true
		case monthAfter, monthAhead:
			k.backward = true
		default:
			if err := c.arrange(k, g, edge.to, path); err != nil {
				return err
			}
		}
	}
	k.placed[cell] = true
	k.cells = append(k.cells, cell)
	return nil
}

func (c *cells) list(path []int) string {
	const most = 12
	var names []string
	for _, cell := range path {
		names = append(names, c.name(cell))
	}
	if len(names) > 2 { // a row and the hidden parts of it are one
		names = append(slices.Compact(names[:len(names)-1]), names[len(names)-1])
	}
	if len(names) > most {
		names = append(names[:most], fmt.Sprintf("… (%d in all)", len(names)))
	}
	return strings.Join(names, " → ")
}

// passes gives every cell the number of the pass over the months in which it is
// computed: even ones run forward, odd ones backward, each as full as possible.
func (c *cells) passes(g *cellGraph, knots []knot) (passOf []int, count int, err error) {
	passOf = make([]int, len(c.owner))
	for i := range passOf {
		passOf[i] = -1
	}
	fruitless := 0 // passes in a row that took nothing: what is left may have to wait for the other direction
	for left := len(knots); left > 0; count++ {
		placed := 0
		backward := count%2 == 1
		for _, k := range knots {
			if passOf[k.cells[0]] < 0 && k.fits(g, passOf, count, backward) {
				for _, cell := range k.cells {
					passOf[cell] = count
				}
				placed++
			}
		}
		left -= placed
		if placed > 0 {
			fruitless = 0
		} else if fruitless++; fruitless > 2 {
			return nil, 0, errors.New("the rows cannot be put into passes") // unreachable for a condensed graph
		}
	}
	return passOf, count, nil
}

func (k knot) fits(g *cellGraph, passOf []int, pass int, backward bool) bool {
	if k.forward && backward || k.backward && !backward {
		return false
	}
	for _, cell := range k.cells {
		for _, edge := range g.edges[cell] {
			if done := passOf[edge.to]; done >= 0 && done < pass || k.members[edge.to] {
				continue
			}
			wrong := edge.when >= monthAfter && !backward || edge.when == monthBefore && backward
			if passOf[edge.to] != pass || wrong {
				return false
			}
		}
	}
	return true
}
