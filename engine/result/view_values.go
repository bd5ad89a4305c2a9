package result

import (
	"fmt"
	"math"
	"slices"
	"strings"

	"rackonomics/engine/calendar"
	"rackonomics/engine/machine"
	"rackonomics/engine/model"
	"rackonomics/engine/program"
	"rackonomics/engine/scenario"
)

// Value is one number, month, day or name with what is needed to read it.
type Value struct {
	Number    float64 // absent where there is none; see [Value.Absent]
	Text      string  // of a month, a day or a name
	Words     string  // to be said where there is no value
	Unit      string
	Percent   bool
	Measure   string // or what it comes from, to be asked why
	Row       string
	Input     string
	Instances []string // whose row or input it is; a row of several is told together
	Month     string   // of a row
	By        Step     // of a row over a longer period, in which the month is
	Less      bool     // of a row told with the other sign
	Exact     bool     // to be told in all its digits, since another number would not do
}

// Absent reports whether there is no value.
func (v Value) Absent() bool { return v.Text == "" && machine.IsAbsent(v.Number) }

// track is what stands behind a line: columns of a row, or an input of a thing.
type track struct {
	row     *model.Row
	columns []int
	weights []int // columns of the row that weighs it
	over    []int // and of the flow that it is of
	names   []string
	values  []float64
}

// rowTrack finds the columns of a row for a thing: its own, those of what
// belongs to it, or of what it belongs to.
func (v *Viewer) rowTrack(name string, thing int) *track {
	at := rowOf{name, thing}
	found, ok := v.tracks[at]
	if !ok {
		row := model.FindRow(name)
		found = &track{row: row, columns: v.columnsOf(name, thing), weights: v.columnsOf(row.By, thing), over: v.columnsOf(row.Over, thing)}
		found.names = v.names(found.columns)
		v.tracks[at] = found
	}
	return found
}

func (v *Viewer) columnsOf(row string, thing int) []int {
	list, ok := v.columnOf[rowOf{row, thing}]
	if ok {
		return list
	}
	for _, column := range v.columns[row] {
		if v.related(v.table.Program.Columns[column].Instance, thing) {
			list = append(list, column)
		}
	}
	v.columnOf[rowOf{row, thing}] = list
	return list
}

// ThingsOf lists the things whose row a line of a thing adds up, in the order of
// the document; of no thing, -1, all that have the row.
func (v *Viewer) ThingsOf(row string, thing int) (things []int) {
	for _, column := range v.columnsOf(row, thing) {
		things = append(things, v.table.Program.Columns[column].Instance)
	}
	return things
}

// Each lists the things that a line declared for each of a scope is made for,
// where it stands below a line of a thing, or of none, -1.
func (v *Viewer) Each(scope string, thing int) []int { return v.each(scope, thing) }

// isDust reports whether an amount is what rounding leaves of dollars that come
// to nothing: less than a hundredth of a cent.
func isDust(value float64, unit string) bool { return unit == "USD" && math.Abs(value) < 1e-4 }

// isEmpty reports whether there is nothing in any month.
func (v *Viewer) isEmpty(s *track) bool {
	for _, column := range s.columns {
		if slices.ContainsFunc(v.table.Series(column), func(value float64) bool { return isSomething(value) && !isDust(value, s.row.Unit) }) {
			return false
		}
	}
	return !slices.ContainsFunc(s.values, isSomething)
}

// over gives the value of a period.
func (v *Viewer) over(s *track, p Period) float64 {
	if s.row == nil {
		return v.mean(func(month int) float64 { return s.values[min(month, len(s.values)-1)] }, p)
	}
	at := func(month int) float64 { return v.sum(s.columns, month) }
	switch {
	case len(s.columns) == 0:
		return machine.Absent
	case s.row.Over != "" && p.To-p.From > 1:
		return program.Quotient(v.sumOver(s.over, p), v.sumOver(s.weights, p))
	case s.row.By != "":
		return v.weighted(s, p)
	case s.row.Kind == model.Flow:
		return v.sumOver(s.columns, p)
	case s.row.Kind == model.Balance:
		return at(p.To - 1)
	case s.row.Kind == model.Opening:
		return at(p.From)
	case s.row.Kind == model.Flag:
		return v.any(s.columns, p)
	case s.row.Kind == model.Monthly && p.To-p.From > 1:
		return machine.Absent
	}
	return v.mean(at, p)
}

// sumOver adds columns over a period.
func (v *Viewer) sumOver(columns []int, p Period) float64 {
	total := 0.0
	for month := p.From; month < p.To; month++ {
		total += v.sum(columns, month)
	}
	return total
}

func (v *Viewer) at(column, month int) float64 { return v.table.Series(column)[month] }

func (v *Viewer) sum(columns []int, month int) float64 {
	total := 0.0
	for _, column := range columns {
		total += v.at(column, month)
	}
	return total
}

// sums is [Viewer.sum] of every month.
func (v *Viewer) sums(columns []int) []float64 {
	totals := v.newSeries()
	for _, column := range columns {
		for month, value := range v.table.Series(column) {
			totals[month] += value
		}
	}
	return totals
}

// newSeries is room for a value a month, zero. Many are taken together: a view has
// dozens of lines.
func (v *Viewer) newSeries() []float64 {
	months := v.table.Months
	if len(v.room) < months {
		v.room = make([]float64, 32*months)
	}
	series := v.room[:months:months]
	v.room = v.room[months:]
	return series
}

// overEach gives the values of periods, as [Viewer.over] each: of months by the column,
// where a month is no more than a sum.
func (v *Viewer) overEach(s *track, periods []Period) []float64 {
	isByMonth := len(periods) == v.table.Months
	for i, period := range periods {
		isByMonth = isByMonth && period.From == i && period.To == i+1
	}
	switch {
	case !isByMonth || s.row == nil || len(s.columns) == 0 || s.row.Kind == model.Flag:
	case s.row.By == "":
		return v.sums(s.columns)
	case len(s.columns) == 1:
		return slices.Clone(v.table.Series(s.columns[0]))
	}
	values := make([]float64, len(periods))
	for i, period := range periods {
		values[i] = v.over(s, period)
	}
	return values
}

func (v *Viewer) any(columns []int, p Period) float64 {
	for _, column := range columns {
		if slices.ContainsFunc(v.table.Series(column)[p.From:p.To], isSomething) {
			return 1
		}
	}
	return 0
}

func (v *Viewer) days(month int) float64 { return float64(v.table.Start.Add(month).Days()) }

// mean is that of the months which have a value, by their days.
func (v *Viewer) mean(at func(month int) float64, p Period) float64 {
	if p.To-p.From == 1 {
		return at(p.From)
	}
	total, days := 0.0, 0.0
	for month := p.From; month < p.To; month++ {
		if value := at(month); !machine.IsAbsent(value) {
			total += float64(value * v.days(month))
			days += v.days(month)
		}
	}
	return program.Quotient(total, days)
}

// weighted is the mean over months and things by another row; what that gives
// no weight is not there.
func (v *Viewer) weighted(s *track, p Period) float64 {
	if p.To-p.From == 1 && len(s.columns) == 1 {
		return v.at(s.columns[0], p.From)
	}
	flows := model.FindRow(s.row.By).Kind == model.Flow
	total, weights := 0.0, 0.0
	for i, column := range s.columns {
		for month := p.From; month < p.To; month++ {
			value, weight := v.at(column, month), v.at(s.weights[i], month)
			if machine.IsAbsent(value) || machine.IsAbsent(weight) {
				continue
			}
			if !flows {
				weight *= v.days(month)
			}
			total += float64(value * weight)
			weights += weight
		}
	}
	return program.Quotient(total, weights)
}

// value reads a figure for a thing; a row or an input in a month.
func (v *Viewer) value(figure model.Figure, thing, month int) Value {
	value := v.found(figure, thing, month)
	if figure.Input != "" && figure.Absent != "" && value.Number == 0 {
		value.Number = machine.Absent
	}
	if value.Absent() && (figure.Beside == "" || !v.measured(figure.Beside, thing).Absent()) {
		value.Words = figure.Absent
	}
	return value
}

func (v *Viewer) found(figure model.Figure, thing, month int) Value {
	switch {
	case figure.Measure != "":
		return v.measured(figure.Measure, thing)
	case figure.Input != "":
		return v.entered(figure.Input, thing, month)
	case figure.Thing != "":
		return v.called(figure.Thing, thing)
	case figure.Month == model.LastMonth:
		return Value{Number: machine.Absent, Text: v.monthTitle(v.table.Months - 1)}
	case figure.Month == model.LookedAt:
		return Value{Number: machine.Absent, Text: v.monthTitle(month)}
	case figure.Row == "":
		return published(figure)
	}
	s := v.rowTrack(figure.Row, thing)
	value := Value{Number: v.over(s, Period{From: month, To: month + 1}), Unit: s.row.Unit, Percent: s.row.Percent,
		Row: figure.Row, Instances: s.names, Month: v.monthTitle(month)}
	if s.row.Date {
		return v.Dated(value)
	}
	return value
}

// called is the title of the one thing of a scope; none where there are several.
func (v *Viewer) called(scope string, thing int) Value {
	value := Value{Number: machine.Absent}
	if things := v.each(scope, thing); len(things) == 1 {
		value.Text = v.title(things[0])
	}
	return value
}

// published is a number from elsewhere; none without a unit.
func published(figure model.Figure) Value {
	if figure.Unit == "" {
		return Value{Number: machine.Absent}
	}
	return Value{Number: figure.Number, Unit: figure.Unit}
}

// Dated writes a month or a day counted from the start of the scenario; none
// where no scenario can have it, as in the calendar's last month, which stands
// for never.
func (v *Viewer) Dated(value Value) Value {
	count := value.Number
	value.Number = machine.Absent
	from, to := calendar.First.Since(v.table.Start), calendar.Last.Since(v.table.Start)-1
	if value.Unit == "day" {
		from, to = -v.table.Start.FirstDay(), calendar.Last.Add(1).FirstDay()-1-v.table.Start.FirstDay()
	}
	switch {
	case !(count >= float64(from) && count <= float64(to)):
	case value.Unit == "day":
		value.Text = calendar.DayText(v.table.Start.FirstDay() + int(count))
	default:
		value.Text = v.table.Start.Add(int(count)).String()
	}
	return value
}

// names lists the things that columns are of.
func (v *Viewer) names(columns []int) []string {
	names := make([]string, len(columns))
	for i, column := range columns {
		names[i] = v.name(v.table.Program.Columns[column].Instance)
	}
	return names
}

func (v *Viewer) measured(name string, thing int) Value {
	if thing != nobody {
		name += "@" + v.name(thing)
	}
	if figure, ok := v.figure(name); ok {
		return v.Told(figure)
	}
	return Value{Number: machine.Absent, Measure: name}
}

// Told is a measure of the run as views show it.
func (v *Viewer) Told(figure Figure) Value {
	value := Value{Number: machine.Absent, Unit: figure.Unit, Percent: figure.Percent, Measure: figure.Name}
	switch found := figure.Value.(type) {
	case float64:
		value.Number = found
	case string:
		value.Text = found
		if figure.Kind == model.KindThings {
			value.Text = v.titled(model.Scenario.Scopes()[figure.scope].Name, found)
		}
	}
	return value
}

// titled puts titles in the place of the names of things.
func (v *Viewer) titled(scope, names string) string {
	list := strings.Split(names, ", ")
	for i, name := range list {
		if thing := v.document.Find(scope, name); thing >= 0 {
			list[i] = v.title(thing)
		}
	}
	return strings.Join(list, ", ")
}

func (v *Viewer) entered(name string, thing, month int) Value {
	in := model.Scenario.FindInput(name)
	instance := thing
	if thing == nobody { // the only one of its scope
		instance = v.things(in.Scope())[0]
	}
	values := v.document.Resolve(instance, in, v.table.Months)
	value := Value{Number: values[min(month, len(values)-1)], Unit: in.Unit, Percent: in.Percent, Input: name, Instances: []string{v.name(instance)}}
	if in.Kind == scenario.Month || in.Kind == scenario.Day {
		value.Unit = string(in.Kind)
		return v.Dated(value)
	}
	return value
}

// Over gives a row over a period, by its kind: of the things named, or of all of
// its scope where none is. The error says what the run has not.
func (v *Viewer) Over(row string, instances []string, p Period) (Value, error) {
	declared := model.FindRow(row)
	if declared == nil || len(v.columns[row]) == 0 {
		return Value{}, fmt.Errorf("the run has no %s", row)
	}
	for _, name := range instances {
		if v.document.Find(declared.Scope(), name) < 0 {
			return Value{}, fmt.Errorf("there is no %s %s", declared.Scope(), name)
		}
	}
	s := &track{row: declared, columns: v.named(row, instances), weights: v.named(declared.By, instances), over: v.named(declared.Over, instances)}
	value := Value{Number: v.over(s, p), Unit: declared.Unit, Percent: declared.Percent, Row: row, Instances: v.names(s.columns)}
	if declared.Date {
		value = v.Dated(value)
	}
	return value, nil
}

// named lists the columns of a row for things, or for all where none is named.
func (v *Viewer) named(row string, instances []string) []int {
	if len(instances) == 0 {
		return v.columns[row]
	}
	return slices.DeleteFunc(slices.Clone(v.columns[row]), func(column int) bool {
		return !slices.Contains(instances, v.name(v.table.Program.Columns[column].Instance))
	})
}

// RowsOver lists the rows that a row is told by over a period: itself, what weighs
// it and what it is of.
func RowsOver(row string) []string {
	rows := []string{row}
	if declared := model.FindRow(row); declared != nil {
		for _, other := range []string{declared.By, declared.Over} {
			if other != "" {
				rows = append(rows, other)
			}
		}
	}
	return rows
}

// Measured is a measure, of a thing where one is named.
func (v *Viewer) Measured(name, thing string) Value {
	if declared := model.FindMeasure(name); thing != "" && declared != nil && !model.Scenario.FindScope(declared.Scope).Single {
		name += "@" + thing
	}
	if figure, ok := v.figure(name); ok {
		return v.Told(figure)
	}
	return Value{Number: machine.Absent, Measure: name}
}

// Entered is the input of a path in a month. The error is a [scenario.Problem].
func (v *Viewer) Entered(path string, month int) (Value, error) {
	instance, in, err := v.document.Locate(path)
	if err != nil {
		return Value{}, err
	}
	return v.entered(in.Name, instance, max(0, month)), nil
}
