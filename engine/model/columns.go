package model

import (
	"errors"
	"fmt"
	"path"
	"slices"
	"strings"

	"rackonomics/engine/language"
)

// Columns lists the rows whose full name matches one of the patterns, for every
// instance, in the order of the model. A pattern is a name as [path.Match] reads
// it, and may end in @instance. A pattern that no row matches is refused, as is
// an instance that none of its rows has; a row of a kind of thing that the
// scenario has none of gives no column.
func Columns(schema *language.Schema, layout language.Layout, patterns []string) ([]language.Cell, error) {
	wanted, refused := make([]pattern, len(patterns)), []error(nil)
	for i, text := range patterns {
		var err error
		if wanted[i], err = parsePattern(text); err == nil {
			err = wanted[i].check(schema, layout)
		}
		if err != nil {
			refused = append(refused, err)
		}
	}
	if refused != nil {
		return nil, errors.Join(refused...)
	}
	var columns []language.Cell
	for _, row := range schema.Rows() {
		matching := ofRow(wanted, row.Name)
		if matching == nil {
			continue
		}
		index, _ := schema.RowIndex(row.Name)
		scope := schema.RowScope(index)
		for i, instance := range layout.Instances {
			if instance.Scope == scope && slices.ContainsFunc(matching, func(p pattern) bool { return p.matchesInstance(instance.Name) }) {
				columns = append(columns, language.Cell{Row: index, Instance: i})
			}
		}
	}
	return columns, nil
}

// pattern is one pattern taken apart at its @.
type pattern struct {
	text, row, instance string
	ofInstance, plain   bool // plain: a name, as most are, which needs no matching
}

// ofRow lists the patterns that match a row.
func ofRow(patterns []pattern, name string) []pattern {
	var matching []pattern
	for _, p := range patterns {
		if p.matchesRow(name) {
			matching = append(matching, p)
		}
	}
	return matching
}

func parsePattern(text string) (pattern, error) {
	p := pattern{text: text}
	p.row, p.instance, p.ofInstance = strings.Cut(text, "@")
	p.plain = !strings.ContainsAny(p.row, `*?[\`)
	for _, part := range []string{p.row, p.instance} {
		if _, err := path.Match(part, ""); err != nil {
			return p, fmt.Errorf("%q is not a pattern: %w", text, err)
		}
	}
	return p, nil
}

func (p pattern) matchesRow(name string) bool {
	if p.plain {
		return p.row == name
	}
	ok, _ := path.Match(p.row, name)
	return ok
}

func (p pattern) matchesInstance(name string) bool {
	ok, _ := path.Match(p.instance, name)
	return ok || !p.ofInstance
}

// check refuses a pattern that matches nothing, and tells what comes near it.
func (p pattern) check(schema *language.Schema, layout language.Layout) error {
	var rows, instances []string
	scopes := map[string]bool{}
	for _, row := range schema.Rows() {
		rows = append(rows, row.Name)
		if p.matchesRow(row.Name) {
			index, _ := schema.RowIndex(row.Name)
			scopes[schema.RowScope(index)] = true
		}
	}
	if len(scopes) == 0 {
		return fmt.Errorf("no row matches %q; near it are %s", p.text, strings.Join(nearest(p.row, rows), ", "))
	}
	for _, instance := range layout.Instances {
		if scopes[instance.Scope] {
			if p.matchesInstance(instance.Name) {
				return nil
			}
			instances = append(instances, instance.Name)
		}
	}
	switch {
	case !p.ofInstance:
		return nil // a kind of thing that the scenario has none of
	case len(instances) == 0:
		return fmt.Errorf("no row matches %q; the scenario has nothing that has such rows", p.text)
	}
	return fmt.Errorf("no row matches %q; near @%s are %s", p.text, p.instance, strings.Join(nearest(p.instance, instances), ", "))
}

// nearest lists the few names that come nearest to one that is not among them.
func nearest(name string, among []string) []string {
	const few = 3
	sorted := slices.Clone(among)
	slices.SortStableFunc(sorted, func(a, b string) int { return edits(name, a) - edits(name, b) })
	return sorted[:min(few, len(sorted))]
}

// edits counts the letters to add, drop and exchange that make one name of
// another (Levenshtein, 1966).
func edits(a, b string) int {
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i := range len(a) {
		diagonal := row[0]
		row[0] = i + 1
		for j := range len(b) {
			cost := 1
			if a[i] == b[j] {
				cost = 0
			}
			diagonal, row[j+1] = row[j+1], min(row[j+1]+1, row[j]+1, diagonal+cost)
		}
	}
	return row[len(b)]
}
