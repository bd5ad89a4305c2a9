package formula

import "fmt"

// cells numbers every row of every instance, and finds what each reads.
type cells struct {
	schema    *Schema
	layout    Layout
	scopeOf   []int   // of an instance
	instances [][]int // of a scope
	ordinal   []int   // of an instance within its scope
	first     []int   // number of a row's first cell
	owner     []Column
	below     map[[2]int][]int
}

// place is where a formula is evaluated: its instance, and the one sum is at.
type place struct{ self, iterated int }

// link says when the cell read is needed.
type link uint8

const (
	sameMonth link = iota
	monthBefore
	monthAfter
)

func newCells(s *Schema, layout Layout) (*cells, error) {
	c := &cells{schema: s, layout: layout, instances: make([][]int, len(s.scopes)), below: map[[2]int][]int{}}
	for i, instance := range layout.Instances {
		scope := s.scopeIndex(instance.Scope)
		if scope < 0 {
			return nil, fmt.Errorf("%s: unknown scope %q", instance.Name, instance.Scope)
		}
		parent := s.scopeIndex(s.scopes[scope].Parent)
		if parent >= 0 && (instance.Parent < 0 || instance.Parent >= i || c.scopeOf[instance.Parent] != parent) {
			return nil, fmt.Errorf("%s %s must belong to a %s listed before it", instance.Scope, instance.Name, s.scopes[parent].Name)
		}
		c.scopeOf = append(c.scopeOf, scope)
		c.ordinal = append(c.ordinal, len(c.instances[scope]))
		c.instances[scope] = append(c.instances[scope], i)
	}
	for i, scope := range s.scopes {
		if scope.Single && len(c.instances[i]) != 1 {
			return nil, fmt.Errorf("there must be exactly one %s, not %d", scope.Name, len(c.instances[i]))
		}
	}
	for row := range s.rows {
		c.first = append(c.first, len(c.owner))
		for _, instance := range c.instances[s.rows[row].scope] {
			c.owner = append(c.owner, Column{row, instance})
		}
	}
	return c, nil
}

func (c *cells) cell(row, instance int) int { return c.first[row] + c.ordinal[instance] }

func (c *cells) name(cell int) string {
	owner := c.owner[cell]
	return c.schema.rows[owner.Row].Name + "@" + c.layout.Instances[owner.Instance].Name
}

// resolve finds the instance that a reference means.
func (c *cells) resolve(n *Node, at place) int {
	switch n.Relation {
	case Ancestor:
		instance := at.self
		for range n.Steps {
			instance = c.layout.Instances[instance].Parent
		}
		return instance
	case Only:
		return c.instances[n.Scope][0]
	case Iterated:
		return at.iterated
	}
	return at.self
}

// belonging lists the instances of a scope at or below an instance, in order.
func (c *cells) belonging(scope, instance int) []int {
	key := [2]int{scope, instance}
	if list, ok := c.below[key]; ok {
		return list
	}
	var list []int
	for _, candidate := range c.instances[scope] {
		for up := candidate; up >= 0; up = c.layout.Instances[up].Parent {
			if up == instance {
				list = append(list, candidate)
				break
			}
		}
	}
	c.below[key] = list
	return list
}

// siblingsBefore lists the instances of the same scope and parent listed earlier.
func (c *cells) siblingsBefore(instance int) []int {
	var list []int
	for _, candidate := range c.instances[c.scopeOf[instance]] {
		if candidate == instance {
			break
		}
		if c.layout.Instances[candidate].Parent == c.layout.Instances[instance].Parent {
			list = append(list, candidate)
		}
	}
	return list
}

// reads calls found for every cell that a formula reads at a place.
func (c *cells) reads(n *Node, at place, found func(cell int, when link)) {
	switch n.Code {
	case Reference:
		if !n.IsInput {
			found(c.cell(n.Index, c.resolve(n, at)), sameMonth)
		}
		return
	case Sum:
		for _, instance := range c.belonging(n.Scope, at.self) {
			c.reads(n.Args[0], place{at.self, instance}, found)
		}
		return
	case Before:
		for _, instance := range c.siblingsBefore(at.self) {
			c.reads(n.Args[0], place{instance, -1}, found)
		}
		return
	case Previous, Next, Lag:
		cell := c.cell(n.Args[0].Index, c.resolve(n.Args[0], at))
		switch n.Code {
		case Next:
			found(cell, monthAfter)
		case Lag:
			found(cell, sameMonth)
			found(cell, monthBefore)
		default:
			found(cell, monthBefore)
		}
		for _, arg := range n.Args[1:] {
			c.reads(arg, at, found)
		}
		return
	}
	for _, arg := range n.Args {
		c.reads(arg, at, found)
	}
}
