package model

import (
	"fmt"
	"slices"
	"strings"

	"rackonomics/engine/scenario"
)

// Beside the tests of package model_test, because only tests look for mistakes in
// what is declared.

// viewChecker collects what is wrong with a view.
type viewChecker struct{ mistakes []string }

func (c *viewChecker) mistake(format string, arguments ...any) {
	c.mistakes = append(c.mistakes, fmt.Sprintf(format, arguments...))
}

// Mistakes lists what is wrong with the view: names that nothing has, amounts
// that cannot be added.
func (v *View) Mistakes() []string {
	c := &viewChecker{}
	if v.Title == "" || !strings.HasSuffix(v.Note, ".") {
		c.mistake("the title is %q and the note %q, which is no sentence", v.Title, v.Note)
	}
	for _, n := range v.names() {
		switch n.what {
		case aRow:
			c.row(n)
		case anInput:
			if Scenario.FindInput(n.name) == nil {
				c.mistake("there is no input %q", n.name)
			} else {
				c.standsFor(n, scopeOf(n.name), false)
			}
		case aMeasure:
			c.measure(n)
		case aScope:
			if Scenario.FindScope(n.name) == nil {
				c.mistake("there is no scope %q", n.name)
			}
		}
	}
	if len(c.mistakes) == 0 { // what follows reads the rows
		c.content(v.Shows)
	}
	return c.mistakes
}

func (c *viewChecker) content(shows Content) {
	switch content := shows.(type) {
	case Answer:
		for _, point := range content {
			c.sentences(point.Ways)
		}
	case Cells:
		c.cells(content)
	case Chart:
		c.chart(content)
	case Statement:
		c.lines(content)
	case Reported:
		c.lines(content)
	case Split:
		c.split(content)
	case Events:
		c.events(content)
	case Table:
		c.table(content)
	}
}

func scopeOf(name string) string {
	scope, _, _ := strings.Cut(name, ".")
	return scope
}

// measure checks that there is one of each thing looked at, or one alone.
func (c *viewChecker) measure(n named) {
	known := false
	for _, m := range Measures {
		if m.Name != n.name {
			continue
		}
		if m.Scope == n.each || n.each == "" && Scenario.FindScope(m.Scope).Single {
			return
		}
		known = true
	}
	if known {
		c.mistake("%q is no measure of one thing here", n.name)
	} else {
		c.mistake("there is no measure %q", n.name)
	}
}

func (c *viewChecker) row(n named) {
	row := FindRow(n.name)
	if row == nil {
		c.mistake("there is no row %q", n.name)
		return
	}
	c.standsFor(n, row.Scope(), row.Adds() || row.By != "" || row.Kind == Flag)
}

// standsFor checks that a name of a scope is one number where the things of
// another are looked at one at a time.
func (c *viewChecker) standsFor(n named, scope string, adds bool) {
	declared := Scenario.FindScope(scope)
	one := declared != nil && declared.Single || isAncestor(scope, n.each)
	if !one && n.each != "" && !isAncestor(n.each, scope) {
		c.mistake("%s is of no %s", n.name, n.each)
	}
	if !one && !adds {
		c.mistake("%s has several values that do not add; say of each what it is", n.name)
	}
}

// isAncestor reports whether a scope is another or one that the other belongs to.
func isAncestor(scope, of string) bool {
	for of != "" {
		if of == scope {
			return true
		}
		declared := Scenario.FindScope(of)
		if declared == nil {
			return false
		}
		of = declared.Parent
	}
	return false
}

func (c *viewChecker) phrase(p Phrase) {
	if strings.Count(p.Text, "%s") != len(p.Of) || strings.Count(p.Text, "%") != len(p.Of) {
		c.mistake("%q does not have one %%s for each of %d figures", p.Text, len(p.Of))
	}
}

func (c *viewChecker) figure(f Figure) {
	said := len(f.names(""))
	if f.Beside != "" {
		said--
	}
	if f.Month != "" {
		said++
	}
	if f.Unit != "" || said == 0 && f.Absent != "" {
		said++
	}
	if said != 1 || f.Month != "" && f.Month != LookedAt && f.Month != LastMonth {
		c.mistake("a figure is one measure, row, input, month, thing or published number, not %+v", f)
	}
}

func (c *viewChecker) sentences(ways []Sentence) {
	for i, sentence := range ways {
		c.phrase(sentence.Phrase)
		for _, figure := range slices.Concat(sentence.Of, sentence.Where) {
			c.figure(figure)
		}
		if i < len(ways)-1 && len(sentence.Of) == 0 && len(sentence.Where) == 0 {
			c.mistake("after %q nothing else is ever said", sentence.Text)
		}
	}
}

func (c *viewChecker) cells(cells Cells) {
	for _, cell := range cells {
		c.figure(cell.Figure)
		c.sentences(cell.Called)
		c.sentences(cell.Note)
		if cell.Title == "" {
			c.mistake("a cell has no title")
		}
		if !cell.Judged && cell.Lasts != (Figure{}) {
			c.mistake("%s lasts, but is not judged", cell.Title)
		}
	}
}

// unitOf is the unit of a line and of the lines below it, which share it.
func (c *viewChecker) unitOf(lines []Line) string {
	unit := ""
	for _, line := range lines {
		own := ""
		if row := FindRow(line.Row); row != nil {
			own = row.Unit
		} else if in := Scenario.FindInput(line.Input); in != nil {
			own = in.Unit
		}
		if below := c.unitOf(line.Of); line.Row != "" && below != "" && below != own {
			c.mistake("%s in %s is the total of lines in %s", line.Row, own, below)
		}
		if unit != "" && own != "" && own != unit {
			c.mistake("%s%s in %s stands with lines in %s", line.Row, line.Input, own, unit)
		}
		if own != "" {
			unit = own
		}
	}
	return unit
}

func (c *viewChecker) chart(chart Chart) {
	c.unitOf(append(append(append([]Line{{Row: chart.Total}}, chart.Stack...), chart.Lines...), chart.Limits...))
	if (len(chart.Stack) > 0) != (chart.Total != "") {
		c.mistake("a stack has a total, and a total a stack")
	}
	for _, line := range chart.Stack {
		if row := FindRow(line.Row); row == nil || !row.Adds() {
			c.mistake("%q cannot be stacked", line.Row)
		}
	}
	named := map[[2]string]string{}
	for _, line := range slices.Concat(chart.Stack, chart.Lines, chart.Limits) {
		name := [2]string{line.Each, line.Title}
		if other, ok := named[name]; ok && line.Each != "" {
			c.mistake("%s of a %s has the name that %s has", line.Row+line.Input, line.Each, other)
		}
		named[name] = line.Row + line.Input
	}
}

// lines checks that what adds up to a total can be added.
func (c *viewChecker) lines(lines []Line) {
	for i, line := range lines {
		row := FindRow(line.Row)
		switch {
		case line.Row == "" && line.Input == "" && len(line.Of) == 0:
			c.mistake("line %d shows nothing", i)
		case line.Carry && (i == 0 || len(line.Of) == 0):
			c.mistake("%s carries no line", line.Row)
		case row != nil && len(line.Of) > 0:
			if i > 0 && lines[i-1].Row == "" {
				c.mistake("%s follows a heading, whose lines seem to be its own", line.Row)
			}
			c.total(line)
		}
		c.lines(line.Of)
	}
}

func (c *viewChecker) total(line Line) {
	c.unitOf([]Line{line})
	for _, part := range line.Of {
		if row := FindRow(part.Row); row == nil || !row.Adds() || row.Kind == Monthly {
			c.mistake("%q cannot be added to %s", part.Row, line.Row)
		}
	}
}

func (c *viewChecker) split(s Split) {
	for _, whole := range s.Wholes {
		if row, of := FindRow(whole.Row), FindRow(whole.Of); of != nil && of.Unit != row.Unit {
			c.mistake("%s in %s is no part of what there is, %s in %s", whole.Row, row.Unit, whole.Of, of.Unit)
		}
	}
	for _, part := range s.Parts {
		if len(part.Rows) != len(s.Wholes) {
			c.mistake("%s%s is a part of %d wholes, not of %d", part.Title, part.Each, len(part.Rows), len(s.Wholes))
			continue
		}
		for i, name := range part.Rows {
			if row, whole := FindRow(name), FindRow(s.Wholes[i].Row); !row.Adds() || row.Unit != whole.Unit {
				c.mistake("%s in %s is no part of %s in %s", name, row.Unit, whole.Name, whole.Unit)
			}
		}
	}
}

func (c *viewChecker) events(e Events) {
	for _, event := range e {
		if begins := FindRow(event.Begins); event.Begins == "" {
			c.figure(event.Figure)
		} else if len(event.Figure.names("")) > 0 || begins != nil && begins.Kind != Flow && begins.Kind != Flag {
			c.mistake("%s is no flow or condition alone, so that it does not begin", event.Begins)
		}
		row, in := FindRow(event.Row), Scenario.FindInput(event.Input)
		if row != nil && !row.Date || in != nil && in.Kind != scenario.Month && in.Kind != scenario.Day {
			c.mistake("%s%s is neither a month nor a day", event.Row, event.Input)
		}
		if event.Title == "" {
			c.mistake("an event has no title")
		}
	}
}

func (c *viewChecker) table(t Table) {
	for _, row := range t.Rows {
		if row.Own && len(t.Columns) == 1 && len(row.Cells) == 0 {
			continue
		}
		if len(row.Cells) != len(t.Columns) {
			c.mistake("%s%s has %d cells under %d columns", row.Title, row.Each, len(row.Cells), len(t.Columns))
		}
		for _, cell := range row.Cells {
			c.figure(cell)
			if published := len(cell.names("")) == 0; published && row.Sources == nil {
				c.mistake("%s: a published number has no source", row.Title)
			}
		}
	}
}
