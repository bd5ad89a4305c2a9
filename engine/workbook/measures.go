package workbook

import (
	"slices"

	"rackonomics/engine/language"
	"rackonomics/engine/model"
	"rackonomics/engine/result"
	"rackonomics/engine/spreadsheet"
)

// The columns of the sheet of measures.
const (
	measureTitle = iota
	measureValue
	measureUnit
	measureHow
	measureName
	measureFormula
	measureNote
)

const live = "formula"

// measuresSheet writes every measure of the scenario: as a formula where a
// spreadsheet can say it, else as the value that the engine computed, with the
// reason.
func (b *book) measuresSheet() *spreadsheet.Sheet {
	made := &spreadsheet.Sheet{Name: b.measures.name, FreezeRows: 2, FreezeColumns: 1, PrintColumns: measureHow + 1, Columns: []spreadsheet.Column{
		{First: measureTitle, Last: measureTitle, Width: 52}, {First: measureValue, Last: measureValue, Width: 20}, {First: measureUnit, Last: measureUnit, Width: 14},
		{First: measureHow, Last: measureHow, Width: 40}, {First: measureName, Last: measureName, Width: 36}, {First: measureFormula, Last: measureFormula, Width: 50}, {First: measureNote, Last: measureNote, Width: 100}}}
	heading := spreadsheet.Style{Look: spreadsheet.Heading, Bold: true}
	made.Rows = append(made.Rows,
		spreadsheet.Row{Number: 0, Cells: []spreadsheet.Cell{textCell(0, "Measures. Those marked as values do not follow changes: run the changed scenario for them.", spreadsheet.Style{Bold: true})}},
		spreadsheet.Row{Number: 1, Cells: []spreadsheet.Cell{textCell(measureTitle, "Title", heading), textCell(measureValue, "Value", heading), textCell(measureUnit, "Unit", heading),
			textCell(measureHow, "How", heading), textCell(measureName, "Name", heading), textCell(measureFormula, "Formula of the model", heading), textCell(measureNote, "Note", heading)}})
	values := b.plan.Compute(b.table)
	for i := range b.plan.Heads {
		made.Rows = append(made.Rows, b.measureRow(i, values[i]))
	}
	return made
}

func (b *book) measureRow(index int, value float64) spreadsheet.Row {
	head, aside := &b.plan.Heads[index], spreadsheet.Style{Look: spreadsheet.Aside}
	cell := spreadsheet.Cell{Column: measureValue, Style: spreadsheet.Style{Format: measureFormat(head)}, Value: b.measureCell(head, value)}
	how := live
	b.span = b.months
	if head.Measure.Whole {
		b.span = b.computed
	}
	root, at := b.plan.Formula(index)
	condition := b.plan.Condition(index)
	switch reason := unsaidOf(head, root, condition); {
	case reason != "":
		cell.Style.Look, how = spreadsheet.Caution, "value only: "+reason
	default:
		b.writing = b.measures
		cell.Formula = b.measureFormula(head, root, condition, at)
		if searches(root) {
			how = live + "; " + nearRates
		}
	}
	return spreadsheet.Row{Number: 2 + index, Cells: []spreadsheet.Cell{textCell(measureTitle, head.Title, spreadsheet.Style{}), cell, textCell(measureUnit, shownUnit(head.Unit), spreadsheet.Style{Look: spreadsheet.Aside, Indent: 1}),
		textCell(measureHow, how, spreadsheet.Style{Look: cell.Style.Look}), textCell(measureName, head.Name, aside), textCell(measureFormula, head.Measure.Formula, aside), textCell(measureNote, head.NoteAndSource(), aside)}}
}

// measureFormula is the formula of a measure; of one that is told on a condition
// only, #N/A where that does not hold.
func (b *book) measureFormula(head *result.Head, root, condition *language.Node, at language.Place) string {
	formula := b.translate(root, at, 0)
	switch head.Kind {
	case model.KindMonth:
		formula = call("IF", call("ISNUMBER", formula.text).text, call("EDATE", b.start(), formula.text).text, absent)
	case model.KindDay:
		formula = written{b.start() + "+" + formula.within(multiplies), adds}
	}
	if condition != nil {
		formula = call("IF", b.translate(condition, at, 0).text, formula.text, absent)
	}
	return call("IFERROR", formula.text, absent).text
}

func measureFormat(head *result.Head) string {
	switch head.Kind {
	case model.KindMonth:
		return monthFormat
	case model.KindDay:
		return dayFormat
	}
	return formatOf(head.Unit, head.Percent)
}

// measureCell is the value that the engine computed, as the sheet shows it.
func (b *book) measureCell(head *result.Head, value float64) spreadsheet.Value {
	switch {
	case value != value:
		return spreadsheet.NotAvailable
	case head.Kind == model.KindMonth:
		return spreadsheet.NumberValue(spreadsheet.DayOf(b.document.Start.Add(int(value))))
	case head.Kind == model.KindDay:
		return spreadsheet.NumberValue(b.serial(0) + value)
	case head.Kind == model.KindThings:
		return spreadsheet.TextValue(b.plan.Text(head, value))
	}
	return spreadsheet.NumberValue(value)
}

// unsaid tells why a measure cannot be said as a formula; empty where it can.
func unsaidOf(head *result.Head, root, condition *language.Node) string {
	if head.Kind == model.KindThings {
		return "names of things"
	}
	if condition != nil {
		if reason := unsaid(condition); reason != "" {
			return reason
		}
	}
	return unsaid(root)
}

func unsaid(n *language.Node) string {
	switch n.Kind {
	case language.Without:
		return "it compares with the scenario without some of its things, which is another workbook"
	case language.Reduce:
		if said := sayings[result.Reductions[n.Index].Name]; said.formula == nil {
			return said.reason
		}
	}
	args := n.Args
	if rates := searchedRates(n); rates != nil {
		args = append([]*language.Node{rates.Args[0]}, n.Args[1:]...)
	}
	for _, arg := range args {
		if reason := unsaid(arg); reason != "" {
			return reason
		}
	}
	return ""
}

// searches reports whether a rate of return is searched for in a tree.
func searches(n *language.Node) bool {
	return searchedRates(n) != nil || slices.ContainsFunc(n.Args, searches)
}
