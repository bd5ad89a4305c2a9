package model

import (
	"path"
	"slices"
	"strings"

	"rackonomics/engine/language"
)

// Columns lists the rows whose full name matches one of the patterns, for every
// instance, in the order of the model; a pattern is a name as [path.Match] reads
// it, and may end in @instance.
func Columns(schema *language.Schema, layout language.Layout, patterns []string) []language.Cell {
	wanted := newSelection(patterns)
	var cells []language.Cell
	for row := range schema.RowCount() {
		if schema.RowHidden(row) {
			continue
		}
		instances := wanted.instances(schema.Row(row).Name)
		if instances == nil {
			continue
		}
		scope := schema.RowScope(row)
		for i, instance := range layout.Instances {
			if instance.Scope == scope && anyMatches(instances, instance.Name) {
				cells = append(cells, language.Cell{Row: row, Instance: i})
			}
		}
	}
	return cells
}

// selection is a list of patterns, parted so that plain names, which most are,
// are looked up and not compared one by one.
type selection struct {
	named map[string][]string // by row: patterns of instances
	wild  []struct{ row, instance string }
}

func newSelection(patterns []string) *selection {
	s := &selection{named: map[string][]string{}}
	for _, pattern := range patterns {
		row, instance, given := strings.Cut(pattern, "@")
		if !given {
			instance = "*"
		}
		if strings.ContainsAny(row, `*?[\`) {
			s.wild = append(s.wild, struct{ row, instance string }{row, instance})
		} else {
			s.named[row] = append(s.named[row], instance)
		}
	}
	return s
}

// instances lists the patterns of the instances for which a row is wanted.
func (s *selection) instances(row string) []string {
	list := s.named[row]
	for _, pattern := range s.wild {
		if ok, _ := path.Match(pattern.row, row); ok {
			list = append(slices.Clip(list), pattern.instance)
		}
	}
	return list
}

func anyMatches(patterns []string, name string) bool {
	return slices.ContainsFunc(patterns, func(pattern string) bool {
		ok, _ := path.Match(pattern, name)
		return ok || pattern == "*"
	})
}
