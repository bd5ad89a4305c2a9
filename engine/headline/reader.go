package headline

import (
	"slices"

	"rackonomics/engine/machine"
	"rackonomics/engine/measure"
)

// reader finds series in a table by the names of their rows.
type reader struct {
	table   *machine.Table
	columns map[string][]int // by row, in the order of the scenario
}

func newReader(table *machine.Table) *reader {
	r := &reader{table, make(map[string][]int, len(Patterns))}
	for i, column := range table.Program.Columns {
		r.columns[column.Row] = append(r.columns[column.Row], i)
	}
	return r
}

// of lists a row's columns, one an instance.
func (r *reader) of(row string) []int { return r.columns[row] }

// each lists a row's series, one an instance.
func (r *reader) each(row string) [][]float64 {
	var list [][]float64
	for _, column := range r.of(row) {
		list = append(list, r.table.Series(column))
	}
	return list
}

// names lists the instances that a row has.
func (r *reader) names(row string) []string {
	var list []string
	for _, column := range r.of(row) {
		list = append(list, r.table.Program.Instances[r.table.Program.Columns[column].Instance].Name)
	}
	return list
}

// total adds a row over its instances, by month.
func (r *reader) total(row string) []float64 {
	values := make([]float64, r.table.Months)
	for _, series := range r.each(row) {
		for month, value := range series {
			values[month] += value
		}
	}
	return values
}

// firstYear is the number of months in the scenario's first year.
func (r *reader) firstYear() int { return min(12, r.table.Months) }

// date writes a month as 2026-05.
func (r *reader) date(month int) string { return r.table.Start.Add(month).String() }

// month writes a month as 2026-05; nil where it is not reached.
func (r *reader) month(reach measure.Reach) any {
	if reach.State == measure.NotReached {
		return nil
	}
	return r.date(reach.Month)
}

// firstTrue writes the first month in which a flag is set; nil where none is.
func (r *reader) firstTrue(flags []float64) any {
	month := slices.IndexFunc(flags, func(flag float64) bool { return flag != 0 })
	if month < 0 {
		return nil
	}
	return r.date(month)
}

// defined gives a value to a measure, or none.
func defined(value float64, ok bool) any {
	if !ok {
		return nil
	}
	return value
}

func sum(values []float64) float64 {
	total := 0.0
	for _, value := range values {
		total += value
	}
	return total
}

func largest(values []float64) float64 {
	most := values[0]
	for _, value := range values {
		if value > most {
			most = value
		}
	}
	return most
}

// least is the smallest of the values that there are; nil where there is none.
func least(values []float64) any {
	var found any
	for _, value := range values {
		if smallest, ok := found.(float64); !machine.IsAbsent(value) && (!ok || value < smallest) {
			found = value
		}
	}
	return found
}

func quotients(over, under []float64) []float64 {
	values := make([]float64, len(over))
	for i := range over {
		if under[i] != 0 {
			values[i] = over[i] / under[i]
		}
	}
	return values
}

func ratio(over, under float64) any {
	if under == 0 {
		return nil
	}
	return over / under
}
