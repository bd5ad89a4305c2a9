package workbook

import (
	"strings"

	"rackonomics/engine/language"
	"rackonomics/engine/model"
	"rackonomics/engine/result"
)

// everything stands where a line is of no thing in particular.
const everything = -1

// placeStatements places the lines of the declared statements, which refer to their
// rows.
func (b *book) placeStatements() {
	b.viewer = result.NewViewer(b.document, b.table, nil)
	s := newSheet(statementsName)
	for i := range model.Views {
		view := &model.Views[i]
		if declared, ok := view.Shows.(model.Statement); ok && b.viewer.Has(view) {
			s.heading(view.Title)
			b.statement(s, declared, everything, 1, false)
		}
	}
	b.statements = s
}

// statement places lines, those that add up to another before it.
func (b *book) statement(s *sheet, declared []model.Line, thing, depth int, less bool) {
	for _, d := range declared {
		for _, one := range b.viewer.Each(d.Each, thing) {
			against := less != d.Less
			if d.Row == "" && d.Input == "" {
				s.heading(b.lineTitle(d, one))
			}
			b.statement(s, d.Of, one, depth+1, against)
			if d.Row == "" {
				continue
			}
			made := b.rowsLine(s, d, one, against)
			made.indent, made.bold = depth, len(d.Of) > 0
		}
	}
}

// rowsLine is a line that adds up a row over the things that it is of, with the
// other sign where it counts against its total.
func (b *book) rowsLine(s *sheet, d model.Line, thing int, against bool) *line {
	row := model.FindRow(d.Row)
	things := b.viewer.ThingsOf(d.Row, thing)
	index, _ := b.schema.RowIndex(d.Row)
	made := b.newLine(s, func(month int) written {
		var terms []string
		for _, each := range things {
			terms = append(terms, b.refer(b.lines[language.Cell{Row: index, Instance: each}], month).text)
		}
		switch {
		case len(terms) == 0:
			return written{"0", whole}
		case len(terms) > 1 && !row.Adds():
			return call("AVERAGE", terms...)
		case against:
			return written{"-" + strings.Join(terms, "-"), adds}
		}
		return written{strings.Join(terms, "+"), adds}
	})
	made.title, made.name, made.unit, made.format = b.lineTitle(d, thing), d.Row, row.Unit, formatOf(row.Unit, row.Percent)
	return made
}

func (b *book) lineTitle(d model.Line, thing int) string {
	title := d.Title
	if d.Each != "" {
		owner := &b.document.Instances[thing]
		of := owner.Title
		if of == "" {
			of = owner.Name
		}
		if title == "" {
			return of
		}
		return title + ", " + of
	}
	if title == "" && d.Row != "" {
		title = model.Title(d.Row)
	}
	return title
}
