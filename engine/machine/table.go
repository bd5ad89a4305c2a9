package machine

import (
	"math"

	"rackonomics/engine/calendar"
	"rackonomics/engine/program"
)

// Table is the result of a run: a value for each column, month and lane. An
// absent value is [Absent].
type Table struct {
	Program *program.Program
	Start   calendar.Month
	Months  int
	Lanes   int
	values  []float64 // column, then month, then lane
	// Overflow is the first column and month whose value was infinite; Column
	// is -1 if there is none.
	Overflow struct{ Column, Month int }
}

// Absent is the value that a row has where it has none; see [program.Absent].
var Absent = program.Absent

// IsAbsent reports whether a value of a table is absent.
func IsAbsent(value float64) bool { return value != value }

// Series returns a column's values by month, and within a month by lane.
func (t *Table) Series(column int) []float64 {
	size := t.Months * t.Lanes
	return t.values[column*size:][:size]
}

// Requested returns the values of the requested columns, one after the other,
// as [Table.Series] has each.
func (t *Table) Requested() []float64 {
	return t.values[:t.Program.Requested*t.Months*t.Lanes]
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
	t.Overflow.Column, t.Overflow.Month = -1, -1
	for i, v := range t.values {
		if v-v == 0 {
			continue
		}
		if math.IsInf(v, 0) && t.Overflow.Column < 0 {
			t.Overflow.Column = i / (t.Months * t.Lanes)
			t.Overflow.Month = i % (t.Months * t.Lanes) / t.Lanes
		}
		t.values[i] = Absent
	}
}
