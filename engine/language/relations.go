package language

import "fmt"

// Relations finds the instances of a layout that a formula's names mean.
type Relations struct {
	schema    *Schema
	layout    Layout
	scopeOf   []int   // of an instance
	instances [][]int // of a scope
	ordinal   []int   // of an instance within its scope
	below     map[[2]int][]int
}

// Place is where a formula is evaluated: at an instance, and within sum at the
// instance that is summed over, else -1.
type Place struct{ Self, Iterated int }

// NewRelations checks that a layout fits what the schema's scopes
// demand: one instance of a single scope, and each belonging to one listed before it.
func NewRelations(s *Schema, layout Layout) (*Relations, error) {
	r := &Relations{schema: s, layout: layout, instances: make([][]int, len(s.scopes)), below: map[[2]int][]int{}}
	for i, instance := range layout.Instances {
		scope := s.scopeIndex(instance.Scope)
		if scope < 0 {
			return nil, fmt.Errorf("%s: unknown scope %q", instance.Name, instance.Scope)
		}
		parent := s.scopeIndex(s.scopes[scope].Parent)
		if parent >= 0 && (instance.Parent < 0 || instance.Parent >= i || r.scopeOf[instance.Parent] != parent) {
			return nil, fmt.Errorf("%s %s must belong to a %s listed before it", instance.Scope, instance.Name, s.scopes[parent].Name)
		}
		r.scopeOf = append(r.scopeOf, scope)
		r.ordinal = append(r.ordinal, len(r.instances[scope]))
		r.instances[scope] = append(r.instances[scope], i)
	}
	for i, scope := range s.scopes {
		if scope.Single && len(r.instances[i]) != 1 {
			return nil, fmt.Errorf("there must be exactly one %s, not %d", scope.Name, len(r.instances[i]))
		}
	}
	return r, nil
}

// OfScope lists the instances of a scope, in order.
func (r *Relations) OfScope(scope int) []int { return r.instances[scope] }

// Resolve finds the instance that a reference means.
func (r *Relations) Resolve(n *Node, at Place) int {
	switch n.Relation {
	case Ancestor:
		instance := at.Self
		for range n.Steps {
			instance = r.layout.Instances[instance].Parent
		}
		return instance
	case Only:
		return r.instances[n.Scope][0]
	case Iterated:
		return at.Iterated
	}
	return at.Self
}

// Belonging lists the instances of a scope at or below an instance, in order.
func (r *Relations) Belonging(scope, instance int) []int {
	key := [2]int{scope, instance}
	if list, ok := r.below[key]; ok {
		return list
	}
	var list []int
	for _, candidate := range r.instances[scope] {
		for up := candidate; up >= 0; up = r.layout.Instances[up].Parent {
			if up == instance {
				list = append(list, candidate)
				break
			}
		}
	}
	r.below[key] = list
	return list
}

// Before lists the instances of the same scope and parent listed earlier.
func (r *Relations) Before(instance int) []int {
	var list []int
	for _, candidate := range r.instances[r.scopeOf[instance]] {
		if candidate == instance {
			break
		}
		if r.layout.Instances[candidate].Parent == r.layout.Instances[instance].Parent {
			list = append(list, candidate)
		}
	}
	return list
}

// Terms lists the places that a sum or before adds over, in their order.
func (r *Relations) Terms(n *Node, at Place) []Place {
	instances := r.Before(at.Self)
	if n.Kind == Sum {
		instances = r.Belonging(n.Scope, at.Self)
	}
	places := make([]Place, len(instances))
	for i, instance := range instances {
		places[i] = Place{at.Self, instance}
		if n.Kind == Before {
			places[i] = Place{instance, -1}
		}
	}
	return places
}

// Single reports whether an instance is the one of its scope that there can be.
func (r *Relations) Single(instance int) bool { return r.schema.scopes[r.scopeOf[instance]].Single }

// Instances lists the instances of a row's scope, in order.
func (r *Relations) Instances(row int) []int { return r.instances[r.schema.rows[row].scope] }

// Ordinal is the place of an instance among those of its scope.
func (r *Relations) Ordinal(instance int) int { return r.ordinal[instance] }
