package session

import (
	"encoding/hex"
	"hash/fnv"
	"io"
	"slices"

	"rackonomics/engine/headline"
	"rackonomics/engine/model"
	"rackonomics/engine/scenario"
)

// Form says how the numbers of a run are read: which row of which instance
// stands where, for which months, and what the measures are. Runs of the same
// form differ in their numbers alone.
type Form struct {
	ID       string // of the contents: the same form has the same, wherever it is made
	Months   []string
	Rows     []FormRow
	Measures []headline.Measure // without values
}

// FormRow is the head of one row of numbers.
type FormRow struct {
	Name, Instance, Unit string
	Own                  string // title of a row that the scenario adds to the model
}

// Form returns the form of the run's numbers, [sim.Table.Requested], and of its
// measures as [Result.Measures] lists them.
func (r *Result) Form(measures []headline.Measure) *Form {
	if form := r.compiled.form; form != nil && slices.EqualFunc(form.Measures, measures, sameHead) {
		return form
	}
	form := &Form{Rows: r.formRows()}
	for month := range r.Table.Months {
		form.Months = append(form.Months, r.Table.Start.Add(month).String())
	}
	for _, m := range measures {
		m.Value = nil
		form.Measures = append(form.Measures, m)
	}
	form.ID = form.identity()
	r.compiled.form = form
	return form
}

// Measures computes the headline figures of the run.
func (r *Result) Measures() []headline.Measure { return headline.Measures(r.Table) }

func sameHead(a, b headline.Measure) bool {
	return a.Name == b.Name && a.Title == b.Title && a.Unit == b.Unit && a.Note == b.Note
}

func (r *Result) formRows() []FormRow {
	var rows []FormRow
	for _, column := range r.Table.Program.Columns[:r.Table.Program.Requested] {
		row := r.Table.Program.Schema.Row(column.Row)
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
		write(m.Name, m.Title, m.Unit, m.Note)
	}
	return hex.EncodeToString(hash.Sum(nil))
}
