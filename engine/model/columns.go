package model

import (
	"errors"
	"fmt"
	"path"
	"slices"
	"strings"

	"rackonomics/engine/language"
	"rackonomics/engine/near"
)

// Columns lists the rows whose full name matches one of the patterns, for every
// instance, in the order of the model. A pattern is a name as [path.Match] reads
// it, and may end in @instance. A pattern that no row matches is refused, as is
// an instance that none of its rows has; a row of a kind of thing that the
// scenario has none of gives no column.
func Columns(schema *language.Schema, layout language.Layout, patterns []string) ([]language.Cell, error) {
	matching, err := matchingPatterns(schema, layout, patterns)
	if err != nil {
		return nil, err
	}
	var columns []language.Cell
	for row, wanted := range matching {
		if wanted == nil {
			continue
		}
		scope := schema.RowScope(row)
		for i, instance := range layout.Instances {
			if instance.Scope == scope && slices.ContainsFunc(wanted, func(p pattern) bool { return p.matchesInstance(instance.Name) }) {
				columns = append(columns, language.Cell{Row: row, Instance: i})
			}
		}
	}
	return columns, nil
}

// matchingPatterns lists, for each row of the schema, the patterns that match it.
func matchingPatterns(schema *language.Schema, layout language.Layout, patterns []string) ([][]pattern, error) {
	matching, refused := make([][]pattern, schema.RowCount()), []error(nil)
	for _, text := range patterns {
		p, err := parsePattern(text)
		if err != nil {
			refused = append(refused, err)
			continue
		}
		rows := p.rows(schema)
		if err := p.check(schema, layout, rows); err != nil {
			refused = append(refused, err)
		}
		for _, row := range rows {
			matching[row] = append(matching[row], p)
		}
	}
	return matching, errors.Join(refused...)
}

// pattern is one pattern taken apart at its @.
type pattern struct {
	text, row, instance string
	ofInstance, plain   bool // plain: a name, as most are, which needs no matching
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

// rows lists the rows that match, by their index; a name is looked up, since there
// are hundreds of both and nearly all patterns are names.
func (p pattern) rows(schema *language.Schema) []int {
	if p.plain {
		if row, ok := schema.RowIndex(p.row); ok {
			return []int{row}
		}
		return nil
	}
	var rows []int
	for _, row := range schema.Rows() {
		if ok, _ := path.Match(p.row, row.Name); ok {
			index, _ := schema.RowIndex(row.Name)
			rows = append(rows, index)
		}
	}
	return rows
}

func (p pattern) matchesInstance(name string) bool {
	ok, _ := path.Match(p.instance, name)
	return ok || !p.ofInstance
}

// check refuses a pattern that matches nothing, and tells what comes near it.
func (p pattern) check(schema *language.Schema, layout language.Layout, rows []int) error {
	if len(rows) == 0 {
		return fmt.Errorf("no row matches %q; near it are %s", p.text, strings.Join(near.Names(p.row, rowNames(schema)), ", "))
	}
	if !p.ofInstance {
		return nil // a kind of thing that the scenario has none of gives no column
	}
	scopes := map[string]bool{}
	for _, row := range rows {
		scopes[schema.RowScope(row)] = true
	}
	var instances []string
	for _, instance := range layout.Instances {
		if scopes[instance.Scope] {
			if p.matchesInstance(instance.Name) {
				return nil
			}
			instances = append(instances, instance.Name)
		}
	}
	if len(instances) == 0 {
		return fmt.Errorf("no row matches %q; the scenario has nothing that has such rows", p.text)
	}
	return fmt.Errorf("no row matches %q; near @%s are %s", p.text, p.instance, strings.Join(near.Names(p.instance, instances), ", "))
}

func rowNames(schema *language.Schema) []string {
	var names []string
	for _, row := range schema.Rows() {
		names = append(names, row.Name)
	}
	return names
}
