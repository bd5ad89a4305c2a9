package model

import (
	"slices"
	"strings"
	"sync"

	"rackonomics/engine/language"
)

// Row is a line item: what it says, how it is computed and how it reads.
type Row struct {
	Name    string // scope.name
	Unit    string // "bool" for a condition
	Kind    RowKind
	By      string // of a Rate: the row of the same scope that weighs it; the days of the months where empty
	Over    string // of a Rate by another: the flow that it is of, so that a longer period is the sum of that over the sum of By
	Percent bool   // a plain number that people read in per cent
	Date    bool   // a month or day of the calendar, counted from the start of the scenario
	Formula string
	Note    string

	title   string // where the name does not read well as a heading
	heading string // by [FindRow], as [Title] makes it
}

// RowKind says how the months of a row make a quarter or a year.
type RowKind uint8

// What a row is of its month.
const (
	unknown RowKind = iota
	Flow            // a flow of the month: months add
	Balance         // a balance at the end of the month: the last month stands
	Opening         // a balance at the start of the month: the first month stands
	Rate            // neither: the mean of the months, by days or by the row that weighs it
	Monthly         // a rate that means something in its own month only: not told of longer periods
	Flag            // a condition: true if it is in any month
)

var rowKindNames = []string{Flow: "flow", Balance: "balance", Opening: "opening balance", Rate: "rate", Monthly: "rate of its month", Flag: "condition"}

func (k RowKind) String() string { return rowKindNames[k] }

// Title is the row's heading.
func (r *Row) Title() string { return Title(r.Name) }

// Scope is the kind of thing that the row is computed for.
func (r *Row) Scope() string {
	scope, _, _ := strings.Cut(r.Name, ".")
	return scope
}

// notAmounts are the units without a "/" whose values two things do not have
// together: numbers, and times.
var notAmounts = []string{"1", "bool", "month", "day", "year", "h"}

// Adds reports whether what several things have is the sum of what each has, as
// it is of dollars and GPUs and not of prices and shares.
func (r *Row) Adds() bool {
	return !strings.Contains(r.Unit, "/") && !slices.Contains(notAmounts, r.Unit)
}

var byName = sync.OnceValue(func() map[string]*Row {
	rows := make(map[string]*Row, len(Rows))
	for i := range Rows {
		rows[Rows[i].Name] = &Rows[i]
		Rows[i].heading = headingOf(&Rows[i])
	}
	return rows
})

// FindRow returns a row of the model by its full name, or nil.
func FindRow(name string) *Row { return byName()[name] }

func languageRows() []language.Row {
	rows := make([]language.Row, len(Rows))
	for i, row := range Rows {
		rows[i] = language.Row{Name: row.Name, Unit: row.Unit, Formula: row.Formula, Note: row.Note}
	}
	return rows
}

// Title is a row's heading: the one it states, else one made of its name, as
// lease.fee_billed becomes "Fee billed".
func Title(name string) string {
	if row := FindRow(name); row != nil {
		return row.heading
	}
	return headingOf(&Row{Name: name})
}

func headingOf(row *Row) string {
	if row.title != "" {
		return row.title
	}
	_, field, _ := strings.Cut(row.Name, ".")
	words := strings.Split(field, "_")
	for i, word := range words {
		switch word {
		case "gpu", "it", "ebitda", "cfads", "dscr", "llcr", "plcr":
			words[i] = strings.ToUpper(word)
		case "nox":
			words[i] = "NOx"
		case "mwh":
			words[i] = "MWh"
		case "gpus":
			words[i] = "GPUs"
		}
	}
	title := strings.ReplaceAll(strings.Join(words, " "), "non cash", "non-cash")
	return strings.ToUpper(title[:1]) + title[1:]
}
