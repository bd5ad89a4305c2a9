package model

import (
	"slices"
	"strings"
	"sync"
)

// named is a name in a view.
type named struct {
	what nameKind
	name string
	each string // the scope of whose things one at a time is looked at; empty for all at once
}

type nameKind uint8

const (
	aRow nameKind = iota
	anInput
	aMeasure
	aScope
)

func (f Figure) names(each string) []named {
	var list []named
	for _, n := range []named{{aRow, f.Row, each}, {anInput, f.Input, each}, {aMeasure, f.Measure, each}, {aMeasure, f.Beside, each}} {
		if n.name != "" {
			list = append(list, n)
		}
	}
	return append(list, scopeNamed(f.Thing)...)
}

func scopeNamed(each string) []named {
	if each == "" {
		return nil
	}
	return []named{{aScope, each, ""}}
}

func namesOfLines(lines []Line, each string) []named {
	var list []named
	for _, line := range lines {
		within := each
		if line.Each != "" {
			within = line.Each
		}
		list = slices.Concat(list, scopeNamed(line.Each), Figure{Row: line.With}.names(within), Figure{Row: line.Row, Input: line.Input}.names(within), namesOfLines(line.Of, within), namesOfTenants(line.Role, line.Each))
	}
	return list
}

func namesOfTenants(role Role, each string) []named {
	if !role.IsTenant(each) {
		return nil
	}
	return Figure{Row: Relet}.names(each)
}

func namesOfSentences(sentences []Sentence, each string) []named {
	var list []named
	for _, sentence := range sentences {
		for _, figure := range slices.Concat(sentence.Of, sentence.Where) {
			list = append(list, figure.names(each)...)
		}
	}
	return list
}

func (a Answer) names() []named {
	var list []named
	for _, point := range a {
		list = slices.Concat(list, scopeNamed(point.Each), namesOfSentences(point.Ways, point.Each))
	}
	return list
}

func (c Cells) names() []named {
	var list []named
	for _, cell := range c {
		list = slices.Concat(list, cell.Figure.names(""), cell.Lasts.names(""), namesOfSentences(slices.Concat(cell.Called, cell.Note), ""))
	}
	return list
}

func (c Chart) names() []named {
	list := slices.Concat(namesOfLines(c.Stack, ""), namesOfLines(c.Lines, ""), namesOfLines(c.Limits, ""), Figure{Row: c.Total}.names(""))
	for _, mark := range c.Marks {
		list = slices.Concat(list, scopeNamed(mark.Each), Figure{Measure: mark.Measure}.names(mark.Each))
	}
	return list
}

func (s Statement) names() []named { return namesOfLines(s, "") }

func (r Reported) names() []named { return namesOfLines(r, "") }

func (s Split) names() []named {
	var list []named
	for _, whole := range s.Wholes {
		list = slices.Concat(list, []named{{aRow, whole.Row, ""}}, Figure{Row: whole.Of}.names(""))
	}
	for _, part := range s.Parts {
		list = slices.Concat(list, scopeNamed(part.Each), namesOfTenants(part.Role, part.Each))
		for _, row := range part.Rows {
			list = append(list, named{aRow, row, part.Each})
		}
	}
	return list
}

func (e Events) names() []named {
	var list []named
	for _, event := range e {
		list = slices.Concat(list, scopeNamed(event.Each), event.Figure.names(event.Each), Figure{Row: event.Begins}.names(event.Each))
	}
	return list
}

func (t Table) names() []named {
	var list []named
	for _, row := range t.Rows {
		list = slices.Concat(list, scopeNamed(row.Each), Figure{Row: row.With}.names(row.Each), Figure{Row: row.Row}.names(row.Each))
		for _, cell := range row.Cells {
			list = append(list, cell.names(row.Each)...)
		}
	}
	return list
}

// namesOf keeps what views name, by their addresses: a declaration does not change,
// and is asked at every tick of a slider.
var namesOf sync.Map

// foundNames is all that a view names, and what of it is asked for apart.
type foundNames struct {
	all                           []named
	rows, shown, measures, inputs []string
}

func (v *View) found() *foundNames {
	if kept, ok := namesOf.Load(v); ok {
		return kept.(*foundNames)
	}
	found := &foundNames{all: v.listNames()}
	found.rows, found.shown = rowsOf(found.all), rowsOf(v.Shows.names())
	found.measures, found.inputs = ofKind(aMeasure, found.all), ofKind(anInput, found.all)
	namesOf.Store(v, found)
	return found
}

// names lists all that the view names.
func (v *View) names() []named { return v.found().all }

func (v *View) listNames() []named {
	var list []named
	for _, need := range v.Needs {
		if strings.Contains(need, ".") {
			list = append(list, named{aRow, need, strings.Split(need, ".")[0]})
		} else {
			list = append(list, named{aScope, need, ""})
		}
	}
	for _, tie := range v.Ties {
		list = append(list, named{aRow, tie[0], ""}, named{aRow, tie[1], ""})
	}
	return append(list, v.Shows.names()...)
}

// Rows lists the rows that views read, each once, with those that weigh them:
// what a run has to compute for them, besides their measures. Nobody alters the list.
func (v *View) Rows() []string { return v.found().rows }

// ShownRows is [View.Rows] without what only decides whether there is a use for the view.
func (v *View) ShownRows() []string { return v.found().shown }

func rowsOf(names []named) []string {
	var rows []string
	for _, n := range names {
		if n.what != aRow {
			continue
		}
		list := []string{n.name}
		if row := FindRow(n.name); row != nil && row.By != "" {
			list = append(list, row.By)
			if row.Over != "" {
				list = append(list, row.Over)
			}
		}
		for _, name := range list {
			if !slices.Contains(rows, name) {
				rows = append(rows, name)
			}
		}
	}
	return slices.Clip(rows)
}

// Measures lists the measures that the view reads, each once; that of each of
// several things by the name before its @. Nobody alters the list.
func (v *View) Measures() []string { return v.found().measures }

// Inputs lists the inputs that the view shows, each once. Nobody alters the list.
func (v *View) Inputs() []string { return v.found().inputs }

func ofKind(kind nameKind, names []named) []string {
	var list []string
	for _, n := range names {
		if n.what == kind && !slices.Contains(list, n.name) {
			list = append(list, n.name)
		}
	}
	return slices.Clip(list)
}
