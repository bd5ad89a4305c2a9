package session

import (
	"encoding/hex"
	"hash/fnv"
	"io"
	"slices"

	"rackonomics/engine/model"
	"rackonomics/engine/result"
	"rackonomics/engine/scenario"
)

// Form says how the numbers of a run are read: which row of which instance
// stands where, for which months, and what the measures are. Runs of the same
// form differ in their numbers alone.
type Form struct {
	ID       string // of the contents: the same form has the same, wherever it is made
	Months   []string
	Rows     []FormRow
	Measures []*result.Head
}

// FormRow is the head of one row of numbers.
type FormRow struct {
	Name, Instance, Unit string
	Own                  string // title of a row that the scenario adds to the model
}

// Form returns the form of the run's numbers, [machine.Table.Requested], and of its
// measures as [Result.Measures] lists them: those that are told depend on the
// numbers.
func (r *Result) Form(measures []result.Figure) *Form {
	if form := r.compiled.form; form != nil && slices.EqualFunc(form.Measures, measures, isHeadOf) {
		return form
	}
	form := &Form{Rows: r.formRows()}
	for month := range r.Table.Months {
		form.Months = append(form.Months, r.Table.Start.Add(month).String())
	}
	for _, m := range measures {
		form.Measures = append(form.Measures, m.Head)
	}
	form.ID = form.identity()
	r.compiled.form = form
	return form
}

func isHeadOf(head *result.Head, figure result.Figure) bool { return head == figure.Head }

func (r *Result) formRows() []FormRow {
	var rows []FormRow
	for _, column := range r.Table.Program.Columns[:r.Table.Program.Requested] {
		index, _ := r.Schema.RowIndex(column.Row)
		row := r.Schema.Row(index)
		entry := FormRow{Name: row.Name, Instance: r.Document.Instances[column.Instance].Name, Unit: row.Unit}
		if slices.ContainsFunc(r.Document.Rows, func(own scenario.Row) bool { return own.Name == row.Name }) {
			entry.Own = model.Title(row.Name)
		}
		rows = append(rows, entry)
	}
	return rows
}

// identity hashes everything that the form says. FNV, since a form identifies
// itself to the page that asked for it and to nobody else.
func (f *Form) identity() string {
	hash := fnv.New128a()
	write := func(texts ...string) {
		for _, text := range texts {
			io.WriteString(hash, text)
			hash.Write([]byte{0})
		}
		hash.Write([]byte{1})
	}
	write(f.Months...)
	for _, row := range f.Rows {
		write(row.Name, row.Instance, row.Unit, row.Own)
	}
	for _, m := range f.Measures {
		write(m.Name, m.Title, m.Unit, m.NoteAndSource())
	}
	return hex.EncodeToString(hash.Sum(nil))
}
