package machine

import (
	"math"

	"rackonomics/engine/calendar"
	"rackonomics/engine/program"
)

// Table is the result of a run: a value for each column, month and lane; from a
// [Kernel] the requested columns alone. An absent value is [Absent].
type Table struct {
	Program   *program.Program
	Start     calendar.Month
	Months    int // of the scenario
	Computed  int // with those after it, in which columns have values that are said to go beyond
	Lanes     int
	values    []float64 // column, then month, then lane
	requested []float64 // where there are months after the scenario
	// Without are the tables of the same scenario without the things of a scope, by its name.
	Without  map[string]*Table
	Overflow Overflow
}

// Overflow is the first column and month whose value was infinite; Column is -1 if
// there is none.
type Overflow struct{ Column, Month int }

// Absent is the value that a row has where it has none; see [program.Absent].
var Absent = program.Absent

// IsAbsent reports whether a value of a table is absent.
func IsAbsent(value float64) bool { return value != value }

// Series returns a column's values by month of the scenario, and within a month
// by lane.
func (t *Table) Series(column int) []float64 { return t.Whole(column)[:t.Months*t.Lanes] }

// Whole is [Table.Series] with the months after the scenario.
func (t *Table) Whole(column int) []float64 {
	size := t.Computed * t.Lanes
	return t.values[column*size:][:size]
}

// Holds reports whether a column has a value in a month: those of the scenario,
// and after them where it goes on.
func (t *Table) Holds(column, month int) bool {
	return month >= 0 && (month < t.Months || month < t.Computed && t.Program.Columns[column].Beyond)
}

// Requested returns the values of the requested columns, one after the other,
// as [Table.Series] has each.
func (t *Table) Requested() []float64 {
	if t.Computed == t.Months {
		return t.values[:t.Program.Requested*t.Months*t.Lanes]
	}
	t.requested = t.requested[:0]
	for column := range t.Program.Requested {
		t.requested = append(t.requested, t.Series(column)...)
	}
	return t.requested
}

// Column finds a row of an instance.
func (t *Table) Column(row string, instance string) (int, bool) {
	for i, column := range t.Program.Columns {
		if column.Row == row && t.Program.Instances[column.Instance].Name == instance {
			return i, true
		}
	}
	return 0, false
}

// settle makes what is not a finite number the one absent value: the bits of a
// NaN are not the same on every processor.
func (t *Table) settle() {
	t.Overflow = Overflow{-1, -1}
	for i, v := range t.values {
		if v-v == 0 {
			continue
		}
		if math.IsInf(v, 0) && t.Overflow.Column < 0 {
			t.Overflow.Column = i / (t.Computed * t.Lanes)
			t.Overflow.Month = i % (t.Computed * t.Lanes) / t.Lanes
		}
		t.values[i] = Absent
	}
}
