package protocol

// ViewWish names a view, and by what step its lines go.
type ViewWish struct {
	Name string `json:"name"`
	By   Step   `json:"by"`
}

// Step is the length of a period.
type Step string

// The steps.
const (
	ByMonth   Step = "month"
	ByQuarter Step = "quarter"
	ByYear    Step = "year"
)

// ViewHead says what a view is, before it is opened.
type ViewHead struct {
	Name  string   `json:"name"`
	Title string   `json:"title"`
	Note  string   `json:"note"`
	Kind  ViewKind `json:"kind"`
}

// ViewKind says which members of a view there are.
type ViewKind string

// The kinds of views.
const (
	AnswerView    ViewKind = "answer"    // answer
	CellsView     ViewKind = "cells"     // cells
	ChartView     ViewKind = "chart"     // lines, marks
	StatementView ViewKind = "statement" // lines
	SplitView     ViewKind = "split"     // split
	EventsView    ViewKind = "events"    // events
	TableView     ViewKind = "table"     // columns, rows
)

// Heads are what the runs of a scenario have in common while only numbers change.
type Heads struct {
	Available []ViewHead `json:"available"` // every view that the scenario has a use for
	Periods   Periods    `json:"periods"`
}

// Periods are those of a scenario by each step.
type Periods struct {
	Month   []Period `json:"month"`
	Quarter []Period `json:"quarter"`
	Year    []Period `json:"year"`
}

// View is a view with what the scenario has for it. What is kept of it is that of the
// view of the same name in the answer that the request names as held; then there is
// nothing but its name and step.
type View struct {
	ViewHead
	By      Step       `json:"by"` // the periods of its lines
	Kept    Keeping    `json:"kept,omitempty"`
	Lines   []Line     `json:"lines,omitempty"`
	Marks   []Mark     `json:"marks,omitempty"`
	Cells   []Cell     `json:"cells,omitempty"`
	Answer  [][]Piece  `json:"answer,omitempty"` // sentences
	Split   *Split     `json:"split,omitempty"`
	Events  []Event    `json:"events,omitempty"`
	Columns []string   `json:"columns,omitempty"`
	Rows    []TableRow `json:"rows,omitempty"`
	Takes   bool       `json:"takes,omitempty"` // there is more to say of it, which TakingRequest asks for
}

// Keeping says what of a view is as in the answer that the page holds.
type Keeping string

// What is kept.
const (
	KeptNothing Keeping = ""
	KeptHead    Keeping = "head" // all but the numbers of its lines
	KeptAll     Keeping = "all"  // those too, which then do not come again
)

// Period is a month, quarter or year: the scenario's months from one to before
// another.
type Period struct {
	Title string `json:"title"` // 2026-05, 2026 Q2, 2026
	From  int    `json:"from"`
	To    int    `json:"to"`
	Whole bool   `json:"whole"` // and not cut by the start or end of the scenario
}

// Role says what a line, part or event is, so that the same thing has the same
// colour everywhere.
type Role string

// The roles, as the model's views have them.
const (
	PlainRole    Role = ""
	TenantRole   Role = "tenant"
	OwnUseRole   Role = "own use"
	IdleRole     Role = "idle"
	LimitRole    Role = "limit"
	ResultRole   Role = "result"
	EarningsRole Role = "earnings"
	ProfitRole   Role = "profit"
	CashRole     Role = "cash"
	FreeCashRole Role = "free cash"
	SupplyRole   Role = "supply"
	DemandRole   Role = "demand"
	DebtRole     Role = "debt"
	EquityRole   Role = "equity"
	WorthRole    Role = "worth"
	MarketRole   Role = "market"
	OrbitRole    Role = "orbit"
	GroundRole   Role = "ground"
	FilingRole   Role = "filing"
)

// LinePart is where a line stands in a chart; a line of a statement has none, but
// for what was reported.
type LinePart string

// The parts of a chart.
const (
	NoPart       LinePart = ""
	StackPart    LinePart = "stack" // adds up to the total
	TotalPart    LinePart = "total"
	LinesPart    LinePart = "line"
	LimitPart    LinePart = "limit"
	ReportedPart LinePart = "reported" // what was reported of the line above
)

// Line is the head of a series, one value a period.
type Line struct {
	Title     string   `json:"title"`
	Unit      string   `json:"unit"`
	Percent   bool     `json:"percent,omitempty"` // a plain number that reads in per cent
	Role      Role     `json:"role"`
	Place     int      `json:"place"`               // of the thing among those of its kind
	Name      string   `json:"name,omitempty"`      // of the thing, to select it
	Row       string   `json:"row,omitempty"`       // to ask why
	Instances []string `json:"instances,omitempty"` // the things whose row it is; several are told together
	Less      bool     `json:"less,omitempty"`      // told with the other sign
	Part      LinePart `json:"part"`
	Depth     int      `json:"depth"`
	Heading   bool     `json:"heading,omitempty"` // it has no values
	Total     bool     `json:"total,omitempty"`   // the sum of the lines one deeper above it, up to one of its depth or less
	Carry     bool     `json:"carry,omitempty"`   // and of that one
}

// Mark is a month that is marked in a chart.
type Mark struct {
	Title string `json:"title"`
	Month int    `json:"month"`
	Value Value  `json:"value"` // to ask why
}

// Value is a number, or the text of a month, a day or a name; neither where
// there is none.
type Value struct {
	Number    *float64 `json:"number,omitempty"`
	Text      string   `json:"text,omitempty"`
	Words     string   `json:"words,omitempty"` // to be said where there is none
	Unit      string   `json:"unit"`
	Percent   bool     `json:"percent,omitempty"`
	Measure   string   `json:"measure,omitempty"` // what it comes from, to ask why: a measure, or a row of things in a month
	Row       string   `json:"row,omitempty"`
	Instances []string `json:"instances,omitempty"`
	Month     string   `json:"month,omitempty"`
	By        Step     `json:"by,omitempty"`    // of a row over a longer period, in which the month is
	Less      bool     `json:"less,omitempty"`  // of a row told with the other sign
	Exact     bool     `json:"exact,omitempty"` // to be told in all its digits
}

// Piece is words or a value; a sentence is pieces in turn.
type Piece struct {
	Words string `json:"words,omitempty"`
	Value *Value `json:"value,omitempty"`
}

// Cell is a headline figure.
type Cell struct {
	Title     string    `json:"title"`
	Value     Value     `json:"value"`
	Note      []Piece   `json:"note,omitempty"`
	Judgement Judgement `json:"judgement"`
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
	Month  string      `json:"month"`
	Wholes []Whole     `json:"wholes"`
	Parts  []SplitPart `json:"parts"`
}

// Whole is what is split.
type Whole struct {
	Title string `json:"title"`
	Value Value  `json:"value"`
	Of    *Value `json:"of,omitempty"` // what there is, where that may be more
}

// SplitPart is a part of each of the wholes.
type SplitPart struct {
	Title  string  `json:"title"`
	Role   Role    `json:"role"`
	Place  int     `json:"place"`
	Name   string  `json:"name,omitempty"` // of the thing, to select it
	Values []Value `json:"values"`
	Shares []Value `json:"shares"` // of the wholes
}

// Event is a day or a month on which something happens.
type Event struct {
	Title string `json:"title"`
	Thing string `json:"thing,omitempty"` // to which; none where that goes without saying
	Name  string `json:"name,omitempty"`  // of that thing, to select it
	Role  Role   `json:"role"`
	Place int    `json:"place"`
	When  string `json:"when"`  // 2026-05 or 2026-05-20
	Value Value  `json:"value"` // to ask why
}

// TableRow is a row of a table.
type TableRow struct {
	Title   string   `json:"title"`
	Name    string   `json:"name,omitempty"` // of the thing, to select it
	Role    Role     `json:"role"`
	Place   int      `json:"place"`
	Depth   int      `json:"depth,omitempty"`
	Total   bool     `json:"total,omitempty"`   // of the rows one deeper above it
	Sources []Source `json:"sources,omitempty"` // of what was published elsewhere
	Cells   []Value  `json:"cells"`
}
