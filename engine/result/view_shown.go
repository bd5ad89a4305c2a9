package result

import (
	"rackonomics/engine/model"
	"rackonomics/engine/scenario"
)

// Shown is a view with what a run has for it. What its kind does not have is empty.
type Shown struct {
	Name  string
	Title string
	Note  string
	Kind  string
	By    Step // of its lines

	Periods []Period // of lines
	Lines   []Line   // of a chart or a statement
	Marks   []Mark
	Cells   []Cell
	Answer  []Text
	Split   *Split
	Events  []Event
	Columns []string // of a table
	Rows    []TableRow
}

// Part is where a line stands in a chart.
type Part string

// The parts of a chart; a line of a statement has none.
const (
	Stacked  Part = "stack"
	Total    Part = "total"
	Drawn    Part = "line"
	Bound    Part = "limit"
	Reported Part = "reported" // what was reported of the row of the line above; in a statement too
)

// Line is a series of values, one a period.
type Line struct {
	Title     string
	Unit      string
	Percent   bool
	Role      model.Role
	Place     int    // of the thing among those of its scope
	Thing     string // whose line it is, by its name; empty where it is nobody's, or of a thing without others of its kind
	Row       string
	Input     string
	Instances []string // the things whose row it is; several are told together
	Less      bool     // told with the other sign, as what counts against a total
	Part      Part
	Depth     int
	Heading   bool      // it has no values
	Total     bool      // the sum of the lines one deeper above it, up to one of its depth or less
	Carry     bool      // and of that one
	Values    []float64 `json:"-"` // which travel beside what else there is to tell

	empty bool // zero or absent in all months
}

// Mark is a month that is marked.
type Mark struct {
	Title string
	Month int
	Value Value // the month as it was measured
}

// Text is words and figures in turn.
type Text []Piece

// Piece is a word or a figure.
type Piece struct {
	Words string
	Value *Value
}

// Cell is a headline figure.
type Cell struct {
	Title     string
	Value     Value
	Note      Text
	Judgement Judgement
}

// Judgement is whether a figure is good.
type Judgement string

// The judgements.
const (
	Unjudged Judgement = ""
	Good     Judgement = "good"
	Partial  Judgement = "partial" // good for a time
	Bad      Judgement = "bad"
)

// Split is the parts of wholes in a month.
type Split struct {
	Month  string
	Wholes []Whole
	Parts  []SplitPart
}

// Whole is what is split.
type Whole struct {
	Title string
	Value Value
	Of    *Value // what there is, where that may be more
}

// SplitPart is a part of each of the wholes.
type SplitPart struct {
	Title  string
	Thing  string // as [Line.Thing]
	Role   model.Role
	Place  int
	Values []Value
	Shares []float64 // of the wholes, in tenths of a per cent that add up; absent where a whole is zero
}

// Event is a day or a month on which something happens.
type Event struct {
	Title string
	Thing string // to which, by its title; empty where that goes without saying
	Name  string // as [Line.Thing]
	Role  model.Role
	Place int
	When  string // 2026-05 or 2026-05-20
	Value Value
}

// TableRow is a row of a table.
type TableRow struct {
	Title   string
	Thing   string // as [Line.Thing]
	Role    model.Role
	Place   int
	Depth   int
	Total   bool              // the sum of the rows one deeper above it, and of the one before those if it carries it
	Sources []scenario.Source // of what was published elsewhere
	Cells   []Value
}
