package main

import (
	"fmt"
	"strings"

	"rackonomics/engine/explain"
	"rackonomics/engine/model"
	"rackonomics/engine/result"
	"rackonomics/engine/scenario"
)

func (p *referencePage) scope(scope *scenario.Scope) {
	p.printf("# %s\n\n%s", escaped(scope.Title), escaped(scope.Note))
	if !scope.Single {
		p.printf(" Up to %d in a scenario.", scope.Most)
	}
	p.printf(" [All of the model](%s). %s", overviewPage, generated)
	p.printf("\n## Inputs\n")
	for _, group := range groupsOf(scope.Name) {
		p.heading(3, groupID(group), group)
		for _, in := range model.Scenario.InputsOf(scope.Name) {
			if in.Group == group {
				p.input(pathOf(scope, in), in)
			}
		}
	}
	p.printf("\n## Rows\n")
	for _, subject := range model.Subjects {
		rows := rowsOf(subject.Rows, scope.Name)
		if len(rows) == 0 {
			continue
		}
		p.heading(3, subjectID(subject), subject.Title)
		for _, row := range rows {
			p.row(row)
		}
	}
	if measures := measuresOf(scope.Name); len(measures) > 0 {
		p.heading(2, "measures", "Measures")
		p.printf("\nThe figures that a scenario is asked about, made of rows by [functions of measures](%s#functions).\n", overviewPage)
		for _, m := range measures {
			p.measure(m)
		}
	}
	p.examples(scope.Name)
}

func (p *referencePage) row(row *model.Row) {
	at := p.places[row.Name]
	p.heading(4, at.id, row.Title())
	p.printf("\n%s · %s · [%s](%s)", code(row.Name), code(row.Unit), row.Kind, kindPlace(row.Kind).href(p.name))
	if row.By != "" {
		p.printf(" by %s", list(p.name, []place{p.places[row.By]}))
		if row.Over != "" {
			p.printf(", as the quotient of the sums of %s", list(p.name, []place{p.places[row.Over], p.places[row.By]}))
		}
	}
	p.printf("\n\n<pre>%s</pre>\n\n%s\n", p.linked(p.name, p.Formula(row.Name)), escaped(row.Note))
	for i, source := range row.Sources() {
		if i == 0 {
			p.printf("\nSources:\n\n")
		}
		if source.URL == "" {
			p.printf("- %s\n", escaped(source.Label))
		} else {
			p.printf("- [%s](<%s>)\n", escaped(source.Label), source.URL)
		}
	}
	p.readBy(row.Name)
}

func kindPlace(kind model.RowKind) place {
	return place{overviewPage, "kind." + strings.ReplaceAll(kind.String(), " ", "_"), kind.String()}
}

// readBy tells who reads a row or an input, and which views show it.
func (p *referencePage) readBy(id string) {
	if readers := p.readers(id); len(readers) > 0 {
		p.printf("\nRead by %s.\n", list(p.name, readers))
	}
	p.shownBy(&explain.Entry{ID: id})
}

func (p *referencePage) shownBy(entry *explain.Entry) {
	if views := p.viewers(entry); len(views) > 0 {
		p.printf("\nShown by %s.\n", titled(p.name, views))
	}
}

// pathOf is an input's path, with a gap for the name of the thing.
func pathOf(scope *scenario.Scope, in *scenario.Input) string {
	if scope.Single {
		return in.Name
	}
	return scope.Name + ".<name>." + in.Field()
}

func (p *referencePage) input(path string, in *scenario.Input) {
	p.heading(4, p.places[in.Name].id, in.Title)
	p.printf("\n%s", code(path))
	if in.Kind == scenario.Number {
		p.printf(" · %s", code(in.Unit))
	}
	about := escaped(grouped(described(in)))
	if field, _ := in.Condition(); field != "" {
		sibling := place{p.places[in.Name].page, field, field}
		about = strings.Replace(about, "only with "+escaped(field), fmt.Sprintf("only with [%s](%s)", escaped(field), sibling.href(p.name)), 1)
	}
	p.printf("\n\n%s\n\n%s\n", about, escaped(in.Note))
	if len(in.Options) > 0 {
		p.printf("\n")
	}
	for _, option := range in.Options {
		p.printf("- %s: %s\n", code(option.Name), escaped(option.Title))
	}
	for i, source := range in.Sources {
		if i == 0 {
			p.printf("\nSources:\n\n")
		}
		p.printf("- %s\n", citation(in, source))
	}
	p.readBy(in.Name)
}

// citation is a source as an item of a list, its label linked.
func citation(in *scenario.Input, source scenario.Source) string {
	address := source.URL
	source.URL = ""
	text := source.Label + grouped(strings.TrimPrefix(cited(in, source), source.Label))
	if address == "" {
		return escaped(text)
	}
	return fmt.Sprintf("[%s](<%s>)%s", escaped(source.Label), unbracketed.Replace(address), escaped(strings.TrimPrefix(text, source.Label)))
}

func (p *referencePage) measure(m *model.Measure) {
	p.heading(4, measureID(m), m.Title)
	p.printf("\n%s · %s\n\n<pre>%s</pre>\n\n%s", code(writtenName(m)), code(result.UnitOf(m)), p.linked(p.name, p.Formula(explain.MeasureID(m))), escaped(result.Undated(m.Note)))
	if m.Needs != "" {
		p.printf(" Of scenarios with any: [%s](%s).", m.Needs, scopePage(m.Needs))
	}
	if m.When != "" {
		p.printf(" Told where <code>%s</code>.", p.linked(p.name, p.When(explain.MeasureID(m))))
	}
	if m.Source != "" {
		p.printf(" Source: %s.", escaped(m.Source))
	}
	p.printf("\n")
	p.shownBy(&explain.Entry{Measure: m})
}

// titled writes links to places by their titles, parted by commas.
func titled(from string, places []place) string {
	var links []string
	for _, to := range places {
		links = append(links, fmt.Sprintf("[%s](%s)", escaped(to.text), to.href(from)))
	}
	return strings.Join(links, ", ")
}

func (p *referencePage) functionsOfTheModel() {
	for _, function := range model.Functions {
		p.printf("\n<a id=\"%s\"></a>%s · %s\n\n<pre>%s</pre>\n\n%s\n", functionID(function.Name), code(signature(function)), code(function.Unit),
			p.linked(p.name, p.Formula(function.Name)), escaped(function.Note))
		p.readBy(function.Name)
	}
}
