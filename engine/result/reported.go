package result

import (
	"cmp"
	"fmt"
	"slices"

	"rackonomics/engine/machine"
	"rackonomics/engine/model"
	"rackonomics/engine/scenario"
)

// actuals lists what was reported of a row of a thing, or of all its things
// together, in months that the scenario has.
func (v *Viewer) actuals(row string, thing int) []*scenario.Actual {
	declared := model.FindRow(row)
	if declared == nil || len(v.document.Actuals) == 0 {
		return nil
	}
	name := ""
	if thing != nobody && declared.Scope() == v.document.Instances[thing].Scope {
		name = v.name(thing)
	}
	var list []*scenario.Actual
	for i := range v.document.Actuals {
		if a := &v.document.Actuals[i]; a.Row == row && a.Thing == name && v.has(a) {
			list = append(list, a)
		}
	}
	return list
}

func (v *Viewer) has(a *scenario.Actual) bool {
	return a.From.Since(v.table.Start) >= 0 && a.To.Since(v.table.Start) < v.table.Months
}

// reportedOver gives what was reported of a period: for a balance what stood at
// its end, for a flow the sum of what was reported of just its months.
func (v *Viewer) reportedOver(list []*scenario.Actual, balance bool, p Period) float64 {
	if balance {
		for _, a := range list {
			if a.To.Since(v.table.Start)+1 == p.To {
				return a.Value
			}
		}
		return machine.Absent
	}
	total, from := 0.0, p.From
	for from < p.To {
		next := v.longestFrom(list, from, p.To)
		if next == nil {
			return machine.Absent
		}
		total += next.Value
		from += next.Months()
	}
	return total
}

// longestFrom finds what was reported of the most months from one on, up to another.
func (v *Viewer) longestFrom(list []*scenario.Actual, from, to int) (found *scenario.Actual) {
	for _, a := range list {
		if a.From.Since(v.table.Start) == from && from+a.Months() <= to && (found == nil || a.Months() > found.Months()) {
			found = a
		}
	}
	return found
}

// reportedLine stands below the line of a statement of whose row something was
// reported; nil where nothing was.
func (v *Viewer) reportedLine(declared model.Line, line Line, periods []Period, thing int, less bool) *Line {
	list := v.actuals(declared.Row, thing)
	if len(list) == 0 {
		return nil
	}
	reported := Line{Title: line.Title + ", reported", Unit: line.Unit, Percent: line.Percent, Depth: line.Depth, Part: Reported, Values: make([]float64, len(periods))}
	for i, period := range periods {
		reported.Values[i] = signed(v.reportedOver(list, isBalance(declared.Row), period), less)
	}
	return &reported
}

// reportedDrawn is a line of a chart by months: a flow as the mean of the months
// that it was reported of, a balance in the last of them.
func (v *Viewer) reportedDrawn(declared model.Line, line Line, periods []Period, thing int) *Line {
	list := v.actuals(declared.Row, thing)
	if len(list) == 0 {
		return nil
	}
	drawn := line
	drawn.Title, drawn.Part, drawn.Row, drawn.Values = line.Title+", reported", Reported, "", make([]float64, len(periods))
	for i, period := range periods {
		drawn.Values[i] = v.reportedOver(list, isBalance(declared.Row), period)
		for _, a := range list {
			if from := a.From.Since(v.table.Start); !isBalance(declared.Row) && machine.IsAbsent(drawn.Values[i]) && from <= period.From && period.To <= from+a.Months() {
				drawn.Values[i] = a.Value / float64(a.Months()) * float64(period.To-period.From)
			}
		}
	}
	return &drawn
}

func isBalance(row string) bool { return model.FindRow(row).Kind == model.Balance }

func signed(value float64, less bool) float64 {
	if less && value != 0 {
		return -value
	}
	return value
}

// compared is a line of [model.Reported].
type compared struct {
	Line               // what is computed
	reported []float64 // absent where nothing was
	sources  []scenario.Source
}

// report resolves what was reported beside what is computed. The differences of
// the lines below a total add up to that of the total: where not all of them were
// reported, the rest is a line of its own.
func (v *Viewer) report(shown *Shown, view *model.View, declared model.Reported) {
	periods := v.reportedPeriods(view)
	for _, period := range periods {
		shown.Columns = append(shown.Columns, period.Title+" reported", "computed", "difference")
	}
	for _, line := range v.compared(declared, periods, nobody, 0, false) {
		row := TableRow{Title: line.Title, Thing: line.Thing, Role: line.Role, Place: line.Place, Depth: line.Depth, Total: line.Total, Sources: line.sources}
		for i, number := range line.Values {
			row.Cells = append(row.Cells, line.value(line.reported[i]), v.computedIn(&line.Line, number, periods[i]), line.value(line.reported[i]-number))
		}
		shown.Rows = append(shown.Rows, row)
	}
}

func (l *Line) value(number float64) Value {
	return Value{Number: number, Unit: l.Unit, Percent: l.Percent}
}

// computedIn is what a line comes to in a period. It can be asked why where the
// period is a month, a quarter or a year of the calendar.
func (v *Viewer) computedIn(line *Line, number float64, p Period) Value {
	value := line.value(number)
	for _, step := range Steps {
		if list := Periods(v.table.Start.Add(p.From), p.To-p.From, step); line.Row != "" && len(list) == 1 && list[0].Whole {
			value.Row, value.Instances, value.Less = line.Row, line.Instances, line.Less
			value.Month, value.By = v.table.Start.Add(p.To-1).String(), step
			break
		}
	}
	return value
}

// reportedPeriods lists the months that something was reported of, each once.
func (v *Viewer) reportedPeriods(view *model.View) []Period {
	rows := view.ShownRows()
	var list []Period
	for i := range v.document.Actuals {
		a := &v.document.Actuals[i]
		p := Period{From: a.From.Since(v.table.Start), To: a.To.Since(v.table.Start) + 1, Whole: true}
		if !v.has(a) || !slices.Contains(rows, a.Row) || slices.ContainsFunc(list, func(q Period) bool { return q.From == p.From && q.To == p.To }) {
			continue
		}
		p.Title = v.periodTitle(a)
		list = append(list, p)
	}
	slices.SortFunc(list, func(a, b Period) int { return cmp.Or(a.From-b.From, a.To-b.To) })
	return list
}

// periodTitle names a calendar quarter or year as statements do.
func (v *Viewer) periodTitle(a *scenario.Actual) string {
	for _, step := range Steps {
		if list := Periods(a.From, a.Months(), step); len(list) == 1 && list[0].Whole {
			return list[0].Title
		}
	}
	return fmt.Sprintf("%s to %s", a.From, a.To)
}

// compared reads the lines of which something was reported, and those above them.
func (v *Viewer) compared(declared []model.Line, periods []Period, thing, depth int, less bool) []compared {
	var lines []compared
	var before *compared // the line before, of the same depth
	isShown := false     // which stands among the lines
	for _, d := range declared {
		for _, one := range v.each(d.Each, thing) {
			against := less != d.Less
			line := v.comparedLine(d, periods, one, depth, against)
			below := v.compared(d.Of, periods, one, depth+1, against)
			if rest := v.rest(d, &line, before, below, periods, one); rest != nil {
				below = append(below, *rest)
			}
			isWanted := len(below) > 0 || line.isReported()
			if d.Carry && isWanted && !isShown {
				lines = append(lines, *before)
			}
			if isWanted {
				lines = append(append(lines, below...), line)
			}
			before, isShown = &line, isWanted
		}
	}
	return lines
}

func (v *Viewer) comparedLine(d model.Line, periods []Period, thing, depth int, less bool) compared {
	line := compared{Line: v.line(d, periods, thing, depth, less), reported: make([]float64, len(periods))}
	list := v.actuals(d.Row, thing)
	for i, period := range periods {
		line.reported[i] = machine.Absent
		if d.Row != "" {
			line.reported[i] = signed(v.reportedOver(list, isBalance(d.Row), period), less)
		}
	}
	for _, a := range list {
		for _, source := range a.Sources {
			if !slices.Contains(line.sources, source) {
				line.sources = append(line.sources, source)
			}
		}
	}
	return line
}

func (c *compared) isReported() bool {
	return slices.ContainsFunc(c.reported, func(value float64) bool { return !machine.IsAbsent(value) })
}

// rest is what a total has beside those of its lines that were reported; nil
// where that is nothing, or nothing below it was reported.
func (v *Viewer) rest(d model.Line, total, before *compared, below []compared, periods []Period, thing int) *compared {
	addends := slices.DeleteFunc(slices.Clone(below), func(c compared) bool { return c.Depth != total.Depth+1 || c.Heading })
	if d.Carry {
		addends = append(addends, *before)
	}
	if !total.isReported() || !slices.ContainsFunc(addends, func(c compared) bool { return c.isReported() }) {
		return nil
	}
	rest := &compared{Line: Line{Title: v.restTitle(d, periods, thing, total.Depth+1), Unit: total.Unit, Depth: total.Depth + 1, Values: make([]float64, len(periods))}, reported: make([]float64, len(periods))}
	something := false
	for i := range periods {
		rest.Values[i], rest.reported[i] = total.Values[i], total.reported[i]
		for _, addend := range addends {
			if !machine.IsAbsent(addend.reported[i]) {
				rest.Values[i] -= addend.Values[i]
				rest.reported[i] -= addend.reported[i]
			}
		}
		something = something || !machine.IsAbsent(rest.reported[i]) && !(isDust(rest.Values[i], total.Unit) && isDust(rest.reported[i], total.Unit))
	}
	if !something {
		return nil
	}
	return rest
}

// restTitle names the one line that was not reported, where it is one.
func (v *Viewer) restTitle(total model.Line, periods []Period, thing, depth int) string {
	var titles []string
	for _, d := range total.Of {
		for _, one := range v.each(d.Each, thing) {
			if line := v.comparedLine(d, periods, one, depth, false); !line.empty && !line.isReported() {
				titles = append(titles, line.Title)
			}
		}
	}
	if len(titles) == 1 {
		return titles[0] + ", the rest"
	}
	return "Not reported apart"
}
