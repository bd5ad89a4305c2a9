package protocol

// Goal is what is sought: a measure, or a row of a thing in a month, at least, at
// most or at a target. Without a sense it is what people first ask of that figure.
type Goal struct {
	Measure  string `json:"measure,omitempty"` // with @thing where several have it; or
	Row      string `json:"row,omitempty"`
	Instance string `json:"instance,omitempty"`
	Month    string `json:"month,omitempty"`
	Sense    Sense  `json:"sense,omitempty"`
	Target   Amount `json:"target"`
}

// Sense says on which side of its target a goal is met.
type Sense string

// The senses.
const (
	AnySense Sense = ""
	AtLeast  Sense = ">="
	AtMost   Sense = "<="
	Equal    Sense = "="
)

// Amount is a number, or a month or a day as text.
type Amount struct {
	Number float64 `json:"number"`
	Text   string  `json:"text,omitempty"`
}

// Sought is what a goal asks of.
type Sought struct {
	Title   string     `json:"title"`
	Unit    string     `json:"unit"`
	Percent bool       `json:"percent,omitempty"`
	Kind    FigureKind `json:"kind"`
	// Beside is the title of the result whose break-even the goal is: then points tell
	// how far that is from zero.
	Beside string `json:"beside,omitempty"`
}

// FigureKind says what a figure is.
type FigureKind string

// The kinds of figures that can be sought.
const (
	NumberFigure FigureKind = "number"
	MonthFigure  FigureKind = "month"
	DayFigure    FigureKind = "day"
)

// LeversRequest asks what would be tried first to meet a goal in a scenario with
// changes.
type LeversRequest struct {
	Of      int      `json:"of"`
	Changes []Change `json:"changes"`
	Goal    Goal     `json:"goal"`
}

// LeversAnswer has the goal completed.
type LeversAnswer struct {
	Refusal
	Goal   *Goal    `json:"goal,omitempty"`
	Sought *Sought  `json:"sought,omitempty"`
	Paths  []string `json:"paths,omitempty"` // of inputs, in the order in which they are told
}

// MeasuresRequest asks what can be sought in a scenario with changes.
type MeasuresRequest struct {
	Of      int      `json:"of"`
	Changes []Change `json:"changes"`
}

// MeasuresAnswer lists the measures that are numbers, months or days.
type MeasuresAnswer struct {
	Refusal
	Measures []NamedMeasure `json:"measures,omitempty"`
}

// NamedMeasure is a measure, of a thing where several have it.
type NamedMeasure struct {
	Name  string `json:"name"`
	Title string `json:"title"`
}

// SolveRequest asks for every value of an input, where people would look, at which the
// goal begins or ceases to be met.
type SolveRequest struct {
	Of      int      `json:"of"`
	Changes []Change `json:"changes"`
	Goal    Goal     `json:"goal"`
	Path    string   `json:"path"`
}

// SolveAnswer has what was found, each point by a run of the whole model.
type SolveAnswer struct {
	Refusal
	Solved *Solved `json:"solved,omitempty"`
}

// Solved is for what values of an input a goal is met.
type Solved struct {
	Times      bool        `json:"times,omitempty"` // the input changes over time: its values here are factors of today's
	Low        Value       `json:"low"`
	High       Value       `json:"high"`
	Now        SolvePoint  `json:"now"`
	Solutions  []Solution  `json:"solutions"`         // by value
	Nearest    *SolvePoint `json:"nearest,omitempty"` // where it is met nowhere, unless the figure is nowhere at all
	Everywhere bool        `json:"everywhere,omitempty"`
	Computed   string      `json:"computed"` // by what values were tried, in words; the points themselves are of the plain model
}

// Solution is where a goal begins or ceases to be met.
type Solution struct {
	Met    Side       `json:"met"`
	Jumps  bool       `json:"jumps,omitempty"` // the figure jumps over the target
	At     SolvePoint `json:"at"`              // of the fewest digits with which it is met
	Beside SolvePoint `json:"beside"`          // a step of its last digit beyond, where it is not
}

// Side says where a goal is met.
type Side string

// The sides.
const (
	Above   Side = "above" // from there upwards
	Below   Side = "below" // from there downwards
	JustOne Side = "at"
)

// SolvePoint is a value of an input and what comes of it.
type SolvePoint struct {
	Value  Value  `json:"value"` // of the input
	Figure Value  `json:"figure"`
	Best   *Value `json:"best,omitempty"` // of a break-even: the result in its best month until the target
	Met    bool   `json:"met"`
	Set    any    `json:"set"` // what a document says for the value
}

// Axis is an input of a map.
type Axis struct {
	Path string   `json:"path"`
	Low  *Amount  `json:"low,omitempty"` // where people would look, if it is not said
	High *Amount  `json:"high,omitempty"`
	With []Amount `json:"with,omitempty"` // values to take in, where no range is said
}

// MapRequest asks for a goal over two inputs, some values of each, evenly spaced: of
// the rows of the grid from one to before another, in the order of Y.
type MapRequest struct {
	Of      int      `json:"of"`
	Changes []Change `json:"changes"`
	Goal    Goal     `json:"goal"`
	X       Axis     `json:"x"`
	Y       Axis     `json:"y"`
	Points  int      `json:"points"` // of each, 2 to 64
	From    int      `json:"from,omitempty"`
	To      int      `json:"to,omitempty"`   // to the end where it is none
	AtX     *Amount  `json:"at_x,omitempty"` // where the point is that is told by itself, if not where the scenario is
	AtY     *Amount  `json:"at_y,omitempty"`
}

// MapAnswer goes with three numbers a point: the figure, or of a break-even the result
// in its best month until the target; how far the goal is met, negative where it is
// not; and the figure as it is, months or days from the scenario's start. Points
// follow X first. NaN stands where there is none.
type MapAnswer struct {
	Refusal
	Sought   *Sought     `json:"sought,omitempty"`
	X        *MapAxis    `json:"x,omitempty"`
	Y        *MapAxis    `json:"y,omitempty"`
	Now      *SolvePoint `json:"now,omitempty"` // with the first rows, or where no row is asked: of the scenario as it is, or where was asked; its value is that of Y
	Computed string      `json:"computed"`      // by what, in words
}

// MapAxis is an input of a map as it was computed.
type MapAxis struct {
	Times  bool      `json:"times,omitempty"`
	Values []Value   `json:"values"`
	At     []float64 `json:"at"` // the same as numbers, of months and days by a count of their own
	Now    Value     `json:"now"`
	NowAt  float64   `json:"now_at"`
}

// ContourRequest goes with the numbers of a whole map: those of its X, of its Y, and of
// every point how far the goal is met.
type ContourRequest struct {
	Of int `json:"of"`
	X  int `json:"x"` // how many
	Y  int `json:"y"`
}

// ContourAnswer goes with the lines along which the goal begins to be met: the X and
// the Y of each vertex, one line after the other.
type ContourAnswer struct {
	Refusal
	Lengths []int `json:"lengths,omitempty"` // in vertices
}

// TakingRequest asks what is said of a view beside what its run says, which only solving
// finds: what it would take for results to be others.
type TakingRequest struct {
	Of      int      `json:"of"`
	Changes []Change `json:"changes"`
	View    string   `json:"view"`
}

// TakingAnswer has sentences like those of the view; none where there is nothing to say.
type TakingAnswer struct {
	Refusal
	Sentences [][]Piece `json:"sentences"`
}
