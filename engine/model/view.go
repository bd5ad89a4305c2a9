package model

import (
	"slices"

	"rackonomics/engine/scenario"
)

// View is something to be shown of a run: which rows and measures, how they
// stand together, and what they mean there. It is plain data. How it looks, and
// in which colours, is for whoever shows it.
type View struct {
	Name  string
	Title string
	Words string // other words that people look for it by
	Note  string
	// Needs is what must be there for the view to have a meaning: scopes that
	// have a thing, and rows that are other than zero in some month.
	Needs []string
	Shows Content
	// Ties are pairs of rows that are equal in every period, as the two sides of a
	// balance sheet are.
	Ties [][2]string
	// Takes is what else is said of it, which only solving finds; nil where that is nothing.
	Takes *Takes
}

// Content is what a view shows: an [Answer], [Cells], a [Chart], a [Statement],
// [Reported], a [Split], [Events] or a [Table].
type Content interface {
	// Kind names the content for those that show it.
	Kind() string
	// names lists all that the content names.
	names() []named
}

// Role says what a line, a part or an event is, so that the same thing has the
// same colour everywhere. A line for each of several things has the role with
// the place of its thing.
type Role string

// What a lease stands for may be let again, and is then another's than the tenant's that it
// is called after.
const (
	Relet      = "lease.relet_active" // the row that tells in which months
	ReletOver  = "%s, then re-let"    // whose it is over all months
	ReletSince = "Re-let, after %s"   // whose it is in a month of those
)

// IsTenant reports whether what is made for each of several things says who the tenants are.
func (r Role) IsTenant(each string) bool { return r == Tenant && each == "lease" }

// The roles.
const (
	Plain    Role = ""
	Tenant   Role = "tenant"
	OwnUse   Role = "own use"
	Idle     Role = "idle"
	Limit    Role = "limit"
	Result   Role = "result" // the result that the answer is about
	Earnings Role = "earnings"
	Profit   Role = "profit"
	Cash     Role = "cash"
	FreeCash Role = "free cash"
	Supply   Role = "supply" // a source of power
	Demand   Role = "demand"
	Debt     Role = "debt"
	Equity   Role = "equity"
	Worth    Role = "worth"
	Market   Role = "market"
	Orbit    Role = "orbit"
	Ground   Role = "ground"
	Filing   Role = "filing" // what a company does on its way to its listing
)

// Line is a row, or an input, along time.
type Line struct {
	Row   string // the sum over its things, or their weighted mean, where Each does not say for each
	Input string
	Title string // where the row's own does not say enough
	Each  string // a scope: a line for each of its things, titled by the thing
	With  string // of these, only those that have something in this row
	Role  Role
	Less  bool // counts against the total
	Carry bool // the total begins with the line before it of its depth
	// Of are the lines that add up to this one. Without a row it is a heading over them.
	Of []Line
}

// Figure is one number, month, day or name: a measure; a row or an input in the
// month that is looked at; a month itself; what a thing is called; or a number
// that was published elsewhere.
type Figure struct {
	Measure string
	Row     string
	Input   string
	Month   Moment
	Thing   string  // a scope: the thing of it that is spoken of, or the only one there is
	Number  float64 // with a unit
	Unit    string
	Absent  string // what to say where there is no value, and of an input that is zero
	Beside  string // a measure without whose value that is not said
}

// Moment is a month of which something is said.
type Moment string

// The moments.
const (
	LookedAt  Moment = "looked at"
	LastMonth Moment = "last" // of the scenario
)

// FirstLook is the row in whose highest month a reader begins, since that
// answers what the leases are worth.
const FirstLook = "operator.lease_revenue"

// Phrase is a text in which each %s stands for a figure.
type Phrase struct {
	Text string
	Of   []Figure
}

// Answer is what is said of a scenario in words, point by point.
type Answer []Point

// Point is said in the first of several ways whose figures all have a value and
// whose condition holds, if any does.
type Point struct {
	Each string // a scope: said of each of its things, in the way that fits that one
	Ways []Sentence
}

// Sentence is one way to say it.
type Sentence struct {
	Phrase
	Where []Figure // conditions: figures that have a value, and a number above zero
}

// Cells are headline figures.
type Cells []Cell

// Cell is a figure with what it goes with.
type Cell struct {
	Title  string
	Called []Sentence // titles that say more: the first that can be said
	Figure
	Note   []Sentence // the first that can be said
	Judged bool       // below zero it is bad, from zero on good; so is what is not reached, and what is
	Lasts  Figure     // of what is judged: without a value of this it is good for a time only
}

// Chart is lines over months.
type Chart struct {
	Stack  []Line
	Total  string // the row that the stack adds up to
	Lines  []Line
	Limits []Line
	Marks  []Mark
}

// Mark is a month that is marked in a chart.
type Mark struct {
	Title   string
	Measure string
	Each    string // one for each thing of a scope, with the measure of that thing
}

// Statement is lines with their totals by month, quarter or year.
type Statement []Line

// Reported is a statement of the periods of which something was reported, with
// what is computed and how they differ. It is shown as a table.
type Reported []Line

// Split is the parts of wholes in a month.
type Split struct {
	Wholes []Whole
	Parts  []Part
}

// Whole is what is split: a column.
type Whole struct {
	Title string
	Row   string
	Of    string // the row of what there is, where that may be more
}

// Part is a part of each of the wholes.
type Part struct {
	Title string
	Each  string
	Role  Role
	Rows  []string // one a whole
}

// Events are what happens on a day or in a month.
type Events []Event

// Event happens to each thing of a scope, or once; or in each month from which
// on a row is not zero.
type Event struct {
	Title string
	Figure
	Begins string // a flow or a condition: it happens whenever that is not zero and was so the month before, and in a first month that has it
	Each   string
	Role   Role
}

// TimeLine names the view of what a time line marks.
const TimeLine = "timeline"

// Table compares figures.
type Table struct {
	Columns []string
	Rows    []TableRow
}

// TableRow is a row of a table, or one for each thing of a scope.
type TableRow struct {
	Title   string
	Row     string // titled by this row, which the cells are about
	Own     bool   // one for each row that the scenario adds to the model and each of its things, with its value; without cells
	Each    string
	With    string // of each, only those that have something in this row
	Role    Role
	Sources []scenario.Source // of what was published elsewhere
	Cells   []Figure
}

// Kind names the content.
func (Answer) Kind() string    { return "answer" }
func (Cells) Kind() string     { return "cells" }
func (Chart) Kind() string     { return "chart" }
func (Statement) Kind() string { return "statement" }
func (Reported) Kind() string  { return "table" }
func (Split) Kind() string     { return "split" }
func (Events) Kind() string    { return "events" }
func (Table) Kind() string     { return "table" }

// ShowsOwn reports whether the view shows the rows that the scenario adds.
func (v *View) ShowsOwn() bool {
	table, ok := v.Shows.(Table)
	return ok && slices.ContainsFunc(table.Rows, func(row TableRow) bool { return row.Own })
}

// Views lists every view, in the order of a reader's questions.
var Views = slices.Concat(headlineViews, operatorViews, debtViews, waterfallViews, valueViews, groupViews, siteViews, leaseViews, contractViews, rentViews, marketViews, orbitViews)

// FindView returns a view by its name, or nil.
func FindView(name string) *View {
	for i := range Views {
		if Views[i].Name == name {
			return &Views[i]
		}
	}
	return nil
}
