package protocol

// Study is what a scenario is not sure of.
type Study struct {
	Uncertain    []Uncertain   `json:"uncertain"`
	Correlations []Correlation `json:"correlations"`
	Paths        int           `json:"paths"` // how many cases are drawn
}

// Uncertain is an input with how likely each of its values is.
type Uncertain struct {
	Path  string `json:"path"`
	Text  string `json:"text"`  // as it is typed, in all digits: 25 to 35 %
	Told  string `json:"told"`  // as people read it: 25 % to 35 %, or $267M at 40 % or $273M at 60 %
	Form  string `json:"form"`  // log-normal
	Words string `json:"words"` // what the form means
	Times bool   `json:"times"` // of a factor on what the scenario says, and not of a value instead of it
}

// Correlation says how far two uncertain inputs rise and fall together.
type Correlation struct {
	Of []string `json:"of"` // their paths
	Is float64  `json:"is"`
}

// RangesRequest asks what was typed for inputs means as ranges. Numbers alone are
// in per cent where the input's field shows it.
type RangesRequest struct {
	Of      int          `json:"of"`
	Changes []Change     `json:"changes"`
	Typed   []TypedRange `json:"typed"`
}

// TypedRange is what was typed for an input, or the word sources.
type TypedRange struct {
	Path string `json:"path"`
	Text string `json:"text"`
}

// RangesAnswer has what each means, in the order of the request.
type RangesAnswer struct {
	Refusal
	Ranges []Range `json:"ranges,omitempty"`
}

// Range is what a text means: the value of a change of the input's study, and the
// input's own value, which is the median unless the range is of a factor or of
// sources; or what is wrong.
type Range struct {
	Change  any    `json:"change,omitempty"`
	Median  any    `json:"median,omitempty"`
	Problem string `json:"problem,omitempty"`
}

// StudyRequest asks for the numbers of some blocks of the study of a scenario with
// changes: of the outcomes whose chances are told and of the measure that is asked
// about or, where rows are named, of these in every month.
type StudyRequest struct {
	Of      int        `json:"of"`
	Changes []Change   `json:"changes"`
	Rows    []StudyRow `json:"rows,omitempty"`
	From    int        `json:"from"`
	To      int        `json:"to"`             // before this block, or before the study's end
	With    With       `json:"with,omitempty"` // what computes the blocks, if it is not to be what is fastest
}

// With is what computes lanes; the figures are the same.
type With string

// The machine computes operation by operation.
const WithMachine With = "machine"

// StudyRow is a row of a thing.
type StudyRow struct {
	Row      string `json:"row"`
	Instance string `json:"instance"`
}

// StudyAnswer goes with the numbers of the blocks, one after the other.
type StudyAnswer struct {
	Refusal
	Blocks   int    `json:"blocks"` // of the whole study
	Lengths  []int  `json:"lengths,omitempty"`
	Computed string `json:"computed"` // by what, in words
}

// GatherRequest goes with the numbers of blocks and asks what they come to,
// together with those that the page takes the engine to hold already.
type GatherRequest struct {
	Of      int          `json:"of"`
	Changes []Change     `json:"changes"`
	Rows    []StudyRow   `json:"rows,omitempty"`
	Holds   []BlockRange `json:"holds"`
	Blocks  []int        `json:"blocks"` // whose numbers come with the request
	Lengths []int        `json:"lengths"`
}

// BlockRange is the blocks from one to before another.
type BlockRange struct {
	From int `json:"from"`
	To   int `json:"to"`
}

// GatherAnswer tells what the blocks come to. With rows it goes with the numbers of
// their fans: the lowest level of the first row month by month, then the next
// level. NaN stands where there is no value.
type GatherAnswer struct {
	Refusal
	Lost     bool         `json:"lost,omitempty"` // the engine holds other blocks, or none: all are to be sent again
	Cases    int          `json:"cases"`          // so far
	Paths    int          `json:"paths"`          // of all
	Levels   []float64    `json:"levels"`         // the shares of cases that quantiles are told of
	Asked    string       `json:"asked"`          // the measure that is asked about
	Chances  []Chance     `json:"chances,omitempty"`
	Measures []Measured   `json:"measures,omitempty"`
	Inputs   []StudyInput `json:"inputs,omitempty"` // as they are drawn
	MendedBy float64      `json:"mended_by"`        // the most that a correlation was changed by, since they contradicted each other
}

// Estimated is a figure with half the width of the band that holds the true one in
// 90 % of studies; neither where there is none.
type Estimated struct {
	Value *float64 `json:"value,omitempty"`
	Error *float64 `json:"error,omitempty"`
}

// Chance is an outcome with how likely it is.
type Chance struct {
	Measure string `json:"measure"`
	Text    string `json:"text"` // in words, with the number of cases and the error
}

// Measured is a measure over all cases.
type Measured struct {
	Name      string      `json:"name"`
	Title     string      `json:"title"`
	Unit      string      `json:"unit"`
	Percent   bool        `json:"percent,omitempty"`
	Kind      string      `json:"kind"`   // number, month, day or name
	Absent    Estimated   `json:"absent"` // the share of cases in which there is none
	Mean      Estimated   `json:"mean"`
	Quantiles []Estimated `json:"quantiles"`           // by level; of months from the start
	By        []Estimated `json:"by,omitempty"`        // of a month: the share of cases in which it has come, by month
	Influence []Influence `json:"influence,omitempty"` // of the inputs, the one worth most to know first
	OnComing  bool        `json:"on_coming,omitempty"` // influence is on whether the month comes at all
}

// Influence is how an input and a measure go together.
type Influence struct {
	Input       int       `json:"input"`
	Spread      Estimated `json:"spread"`      // the share of the variance that would go if it were known
	Correlation Estimated `json:"correlation"` // of the ranks
}

// StudyInput is an uncertain input as it is drawn.
type StudyInput struct {
	Path string  `json:"path"`
	Cut  float64 `json:"cut"` // the share of cases beyond the input's bounds, which are left out
}

// TornadoRequest asks what each uncertain input does alone to the outcomes and the
// measure that is asked about.
type TornadoRequest struct {
	Of      int      `json:"of"`
	Changes []Change `json:"changes"`
}

// TornadoAnswer has for each measure the bars of the inputs, the widest first. It
// goes with the numbers of what is followed: by how much the first of its inputs
// moves the row in each month, then the next.
type TornadoAnswer struct {
	Refusal
	Tornados []Tornado `json:"tornados,omitempty"`
	Followed Followed  `json:"followed"`
	Computed string    `json:"computed"` // by what, in words
}

// Followed is a row month by month, and the inputs that move it most from their low
// to their high, alone.
type Followed struct {
	Title string   `json:"title"`
	Unit  string   `json:"unit"`
	Paths []string `json:"paths"`
}

// Tornado is what the inputs do to a measure; it has no value where it is absent.
type Tornado struct {
	Measure string   `json:"measure"`
	Value   *float64 `json:"value,omitempty"` // as the scenario stands
	Bars    []Bar    `json:"bars"`
}

// Bar is an input from its low to its high, and the measure with each.
type Bar struct {
	Path   string   `json:"path"`
	Times  bool     `json:"times"` // low and high are factors
	Low    any      `json:"low"`
	High   any      `json:"high"`
	AtLow  *float64 `json:"at_low,omitempty"`
	AtHigh *float64 `json:"at_high,omitempty"`
}
