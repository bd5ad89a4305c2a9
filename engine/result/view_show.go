package result

import (
	"fmt"
	"math"
	"slices"
	"strings"

	"rackonomics/engine/calendar"
	"rackonomics/engine/measure"
	"rackonomics/engine/model"
	"rackonomics/engine/program"
)

// Show resolves a view; month is the one looked at, counted from the start. The
// error says which row of the view the run has not computed.
func (v *Viewer) Show(view *model.View, step Step, month int) (*Shown, error) {
	if err := v.check(view); err != nil {
		return nil, err
	}
	shown := &Shown{Name: view.Name, Title: view.Title, Note: view.Note, Kind: view.Shows.Kind(), By: step}
	switch content := view.Shows.(type) {
	case model.Answer:
		for _, point := range content {
			for _, thing := range v.each(point.Each, nobody) {
				if text := v.say(point.Ways, thing, month); text != nil {
					shown.Answer = append(shown.Answer, text)
				}
			}
		}
	case model.Cells:
		for _, cell := range content {
			shown.Cells = append(shown.Cells, v.cell(cell, month))
		}
	case model.Chart:
		v.chart(shown, content, step)
	case model.Statement:
		shown.Periods = v.Periods(step)
		shown.Lines = v.statement(content, shown.Periods, nobody, 0, false)
		tellBasis(shown.Lines, shown.Periods)
	case model.Reported:
		v.report(shown, view, content)
	case model.Split:
		shown.Split = v.split(content, month)
	case model.Events:
		shown.Events = v.events(content)
	case model.Table:
		v.compare(shown, content, month)
	}
	return shown, nil
}

// check refuses a view of which the run has not computed a row.
func (v *Viewer) check(view *model.View) error {
	if v.complete[view] {
		return nil
	}
	for _, row := range view.Rows() {
		if len(v.columns[row]) == 0 && len(v.things(model.FindRow(row).Scope())) > 0 {
			return fmt.Errorf("view %s: %s was not computed", view.Name, row)
		}
	}
	v.complete[view] = true
	return nil
}

// say finds the first sentence that can be said; none is nil.
func (v *Viewer) say(ways []model.Sentence, thing, month int) Text {
	for _, way := range ways {
		if text, ok := v.sentence(way, thing, month); ok {
			return text
		}
	}
	return nil
}

func (v *Viewer) sentence(way model.Sentence, thing, month int) (Text, bool) {
	for _, condition := range way.Where {
		if value := v.value(condition, thing, month); value.Absent() || value.Text == "" && !(value.Number > 0) {
			return nil, false
		}
	}
	words := v.wordsOf(way.Text)
	text := make(Text, 0, 2*len(way.Of)+1)
	say := func(words string) {
		if words != "" {
			text = append(text, Piece{Words: words})
		}
	}
	say(words[0])
	for i, figure := range way.Of {
		value := v.value(figure, thing, month)
		if value.Absent() {
			return nil, false
		}
		text = append(text, Piece{Value: &value})
		say(words[i+1])
	}
	return text, true
}

// wordsOf are those of a sentence around its figures.
func (v *Viewer) wordsOf(text string) []string {
	words, ok := v.words[text]
	if !ok {
		words = strings.Split(text, "%s")
		v.words[text] = words
	}
	return words
}

func (v *Viewer) cell(declared model.Cell, month int) Cell {
	cell := Cell{Title: declared.Title, Value: v.value(declared.Figure, nobody, month), Note: v.say(declared.Note, nobody, month)}
	if called := v.say(declared.Called, nobody, month); called != nil {
		cell.Title = called.String(func(value Value) string { return value.Text })
	}
	if declared.Judged {
		cell.Judgement = judge(cell.Value)
		if declared.Lasts != (model.Figure{}) && cell.Judgement == Good && v.value(declared.Lasts, nobody, month).Absent() {
			cell.Judgement = Partial
		}
	}
	return cell
}

// judge tells what to think of a figure. What is not there is bad only where
// that is what there is to say.
func judge(value Value) Judgement {
	switch {
	case value.Text != "":
		return Good
	case !value.Absent() && value.Number < 0, value.Absent() && value.Words != "":
		return Bad
	case value.Absent():
		return Unjudged
	}
	return Good
}

func (v *Viewer) chart(shown *Shown, chart model.Chart, step Step) {
	shown.Periods = v.Periods(step)
	add := func(part Part, lines []model.Line) {
		for _, line := range lines {
			for _, thing := range v.with(line.With, v.each(line.Each, nobody)) {
				drawn := v.line(line, shown.Periods, thing, 0, false)
				drawn.Part = part
				if (part == Drawn || part == Total) && line.Each == "" || !drawn.empty {
					shown.Lines = append(shown.Lines, drawn)
				}
				if reported := v.reportedDrawn(line, drawn, shown.Periods, thing); reported != nil && part != Stacked {
					shown.Lines = append(shown.Lines, *reported)
				}
			}
		}
	}
	add(Stacked, chart.Stack)
	if chart.Total != "" {
		add(Total, []model.Line{{Row: chart.Total}})
	}
	add(Drawn, chart.Lines)
	add(Bound, chart.Limits)
	for _, mark := range chart.Marks {
		for _, thing := range v.each(mark.Each, nobody) {
			v.mark(shown, mark, thing)
		}
	}
}

func (v *Viewer) mark(shown *Shown, mark model.Mark, thing int) {
	value := v.measured(mark.Measure, thing)
	at, err := calendar.Parse(value.Text)
	if month := at.Since(v.table.Start); err == nil && month >= 0 && month < v.table.Months {
		shown.Marks = append(shown.Marks, Mark{v.of(mark.Title, thing), month, value})
	}
}

// of titles something with the thing that it is of.
func (v *Viewer) of(title string, thing int) string {
	if thing == nobody {
		return title
	}
	return titled(title, v.title(thing))
}

func titled(title, thing string) string {
	if title == "" {
		return thing
	}
	return title + ", " + thing
}

// whose is what the thing of a line is called; that of figures by tenant, who the tenants are.
func (v *Viewer) whose(line model.Line, thing int) string {
	if line.Role.IsTenant(line.Each) && line.Row != "" {
		return v.tenants(thing)
	}
	return v.title(thing)
}

// oneOfSeveral names a thing of a kind of which there may be others, so that it
// can be told from them; empty for nobody.
func (v *Viewer) oneOfSeveral(thing int) string {
	if thing == nobody || model.Scenario.FindScope(v.document.Instances[thing].Scope).Single {
		return ""
	}
	return v.name(thing)
}

// each lists the things that a line is made for: those of the scope that go
// with the one looked at, or that one itself.
func (v *Viewer) each(scope string, thing int) []int {
	at := rowOf{scope, thing}
	list, ok := v.resolved.each[at]
	switch {
	case ok:
		return list
	case scope == "":
		list = []int{thing}
	default:
		list = slices.DeleteFunc(slices.Clone(v.things(scope)), func(i int) bool { return !v.related(i, thing) })
	}
	v.resolved.each[at] = list
	return list
}

// with is of things those that have something in a row, in some month; all where none is named.
func (v *Viewer) with(row string, things []int) []int {
	if row == "" {
		return things
	}
	return slices.DeleteFunc(slices.Clone(things), func(thing int) bool { return !v.hasSome(v.columnsOf(row, thing)) })
}

// line reads a line for a thing; less says that it counts against its total.
func (v *Viewer) line(declared model.Line, periods []Period, thing, depth int, less bool) Line {
	line := Line{Title: declared.Title, Role: declared.Role, Place: v.place(thing), Thing: v.oneOfSeveral(thing), Row: declared.Row, Input: declared.Input, Depth: depth,
		Total: len(declared.Of) > 0 && declared.Row != "", Carry: declared.Carry, Less: less}
	if declared.Each != "" {
		line.Title = titled(declared.Title, v.whose(declared, thing))
	}
	var values *track
	switch {
	case declared.Row != "":
		values = v.rowTrack(declared.Row, thing)
		line.Unit, line.Percent, line.Instances = values.row.Unit, values.row.Percent, values.names
		if line.Title == "" {
			line.Title = values.row.Title()
		}
	case declared.Input != "":
		in := model.Scenario.FindInput(declared.Input)
		values = &track{values: v.document.Resolve(thing, in, v.table.Months)}
		line.Unit, line.Percent, line.Instances = in.Unit, in.Percent, []string{v.name(thing)}
	default:
		line.Heading = true
		return line
	}
	line.empty = v.isEmpty(values)
	line.Values = v.overEach(values, periods)
	for i, value := range line.Values {
		line.Values[i] = signed(value, less)
	}
	return line
}

// statement reads lines, those that add up to another before it. What is zero
// or absent throughout is left out, but for lines of the first depth and what totals begin with.
func (v *Viewer) statement(declared []model.Line, periods []Period, thing, depth int, less bool) []Line {
	var lines []Line
	for i, d := range declared {
		carried := i+1 < len(declared) && declared[i+1].Carry
		for _, one := range v.with(d.With, v.each(d.Each, thing)) {
			against := less != d.Less
			line := v.line(d, periods, one, depth, against)
			below := v.statement(d.Of, periods, one, depth+1, against)
			reported := v.reportedLine(d, line, periods, one, against)
			needless := depth > 0 && len(below) == 0 && !line.Carry && !carried && line.empty && reported == nil
			switch {
			case line.Heading && len(below) > 0:
				lines = append(append(lines, line), below...)
			case line.Heading || needless:
			default:
				lines = append(append(lines, below...), line)
			}
			if reported != nil {
				lines = append(lines, *reported)
			}
		}
	}
	return lines
}

// standsFor is what a figure of several months is of them, by the row's kind, where that is not their sum.
var standsFor = map[model.RowKind]string{model.Balance: ", at the end", model.Opening: ", at the start", model.Rate: ", mean"}

// tellBasis says it behind the titles of a statement in which not all that is no sum is told of the end.
func tellBasis(lines []Line, periods []Period) {
	if !slices.ContainsFunc(periods, func(p Period) bool { return p.To-p.From > 1 }) {
		return
	}
	kindOf := func(line *Line) model.RowKind {
		if row := model.FindRow(line.Row); row != nil && row.Over == "" {
			return row.Kind
		}
		return model.Flow
	}
	isMixed := slices.ContainsFunc(lines, func(line Line) bool { return kindOf(&line) == model.Opening || kindOf(&line) == model.Rate })
	for i := range lines {
		if line := &lines[i]; isMixed && !strings.Contains(line.Title, " at the ") {
			line.Title += standsFor[kindOf(line)]
		}
	}
}

func (v *Viewer) split(declared model.Split, month int) *Split {
	split := &Split{Month: v.monthTitle(month)}
	for _, whole := range declared.Wholes {
		one := Whole{Title: whole.Title, Value: v.value(model.Figure{Row: whole.Row}, nobody, month)}
		if whole.Of != "" {
			of := v.value(model.Figure{Row: whole.Of}, nobody, month)
			one.Of = &of
		}
		split.Wholes = append(split.Wholes, one)
	}
	for _, part := range declared.Parts {
		for _, thing := range v.each(part.Each, nobody) {
			one := SplitPart{Title: v.of(part.Title, thing), Thing: v.oneOfSeveral(thing), Role: part.Role, Place: v.place(thing)}
			if part.Role.IsTenant(part.Each) {
				one.Title = v.tenant(thing, month)
			}
			for _, row := range part.Rows {
				one.Values = append(one.Values, v.value(model.Figure{Row: row}, thing, month))
			}
			split.Parts = append(split.Parts, one)
		}
	}
	split.share()
	return split
}

// share gives each part its share of the wholes, rounded so that they add up.
func (s *Split) share() {
	for i, whole := range s.Wholes {
		shares := make([]float64, len(s.Parts))
		for at, part := range s.Parts {
			shares[at] = program.Quotient(part.Values[i].Number, whole.Value.Number)
		}
		for at, share := range measure.Apportioned(shares, measure.PercentTenths) {
			s.Parts[at].Shares = append(s.Parts[at].Shares, share)
		}
	}
}

// events are in the order of the calendar; a month comes before its days.
func (v *Viewer) events(declared model.Events) []Event {
	var events []Event
	for _, d := range declared {
		for _, thing := range v.each(d.Each, nobody) {
			happens := func(when string, value Value) {
				event := Event{Title: d.Title, Role: d.Role, Place: v.place(thing), Name: v.oneOfSeveral(thing), When: when, Value: value}
				if thing != nobody {
					event.Thing = v.title(thing)
				}
				events = append(events, event)
			}
			if d.Begins != "" {
				for _, month := range v.beginnings(d.Begins, thing) {
					happens(v.monthTitle(month), v.value(model.Figure{Row: d.Begins}, thing, month))
				}
			} else if value := v.value(d.Figure, thing, 0); value.Text != "" {
				happens(value.Text, value)
			}
		}
	}
	slices.SortStableFunc(events, func(a, b Event) int { return strings.Compare(a.When, b.When) })
	return events
}

// beginnings are the months in which a row is not zero and was so the month
// before, if there was one.
func (v *Viewer) beginnings(row string, thing int) []int {
	var months []int
	before := false
	for month, now := range v.total(row, thing) {
		is := now != 0 && !math.IsNaN(now)
		if is && !before {
			months = append(months, month)
		}
		before = is
	}
	return months
}

func (v *Viewer) compare(shown *Shown, table model.Table, month int) {
	shown.Columns = table.Columns
	for _, declared := range table.Rows {
		if declared.Own {
			shown.Rows = append(shown.Rows, v.ownRows(month)...)
			continue
		}
		for _, thing := range v.with(declared.With, v.each(declared.Each, nobody)) {
			row := TableRow{Title: v.of(declared.Title, thing), Thing: v.oneOfSeveral(thing), Role: declared.Role, Place: v.place(thing), Sources: declared.Sources}
			if declared.Row != "" {
				row.Title = model.Title(declared.Row)
			}
			for _, figure := range declared.Cells {
				row.Cells = append(row.Cells, v.value(figure, thing, month))
			}
			shown.Rows = append(shown.Rows, row)
		}
	}
}

// ownRows are the rows that the scenario adds to the model, of each of their things.
func (v *Viewer) ownRows(month int) []TableRow {
	var rows []TableRow
	for _, own := range v.document.Rows {
		for _, column := range v.columns[own.Name] {
			thing := v.table.Program.Columns[column].Instance
			row := TableRow{Title: model.Title(own.Name), Thing: v.oneOfSeveral(thing)}
			if !model.Scenario.FindScope(v.document.Instances[thing].Scope).Single {
				row.Title = v.of(row.Title, thing)
			}
			row.Cells = []Value{{Number: v.at(column, month), Unit: own.Unit, Row: own.Name, Instances: []string{v.name(thing)}, Month: v.monthTitle(month)}}
			rows = append(rows, row)
		}
	}
	return rows
}
