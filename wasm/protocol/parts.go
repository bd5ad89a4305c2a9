package protocol

import "github.com/goccy/go-json/jsontext"

// Problem says what is wrong with one input.
type Problem struct {
	Path    string `json:"path"` // scope.instance.input; empty where no input is meant
	Message string `json:"message"`
}

// Level grades a notice.
type Level string

// The grades of notices.
const (
	Info    Level = "info"
	Warning Level = "warning"
	Error   Level = "error"
)

// Notice is something to know about what was opened.
type Notice struct {
	Level Level  `json:"level"`
	Text  string `json:"text"`
}

// Change is one departure from the base: an input's new value, or a thing that
// is added, replaced or removed (null).
type Change struct {
	Path  string         `json:"path"`
	Value jsontext.Value `json:"value"`
}

// Looking is what is looked at, as opposed to what is assumed.
type Looking struct {
	Month  *int   `json:"month,omitempty"` // counted from the scenario's start
	Select string `json:"select,omitempty"`
	Entry  string `json:"entry,omitempty"` // of the reference

	Section  string     `json:"section,omitempty"`  // of the page
	Why      string     `json:"why,omitempty"`      // the figure that is asked about
	Step     string     `json:"step,omitempty"`     // of the scenario's story
	Compared []Compared `json:"compared,omitempty"` // what it is held against, at most three
}

// Compared is another scenario that the one open is compared with: one that is
// shipped, or the base of the one open, by name and content hash; and what was
// changed of it.
type Compared struct {
	Name    string   `json:"name"`
	Hash    string   `json:"hash"`
	Changes []Change `json:"changes"`
}

// Base is the scenario that changes are made to.
type Base struct {
	Name    string `json:"name"`
	Title   string `json:"title"`
	About   string `json:"about"`
	AsOf    string `json:"as_of"`
	Hash    string `json:"hash"`
	Shipped bool   `json:"shipped"` // it is what its name opens

	Story *StoryHead `json:"story,omitempty"`
}

// StoryHead says that a scenario tells a story, before it is opened.
type StoryHead struct {
	Title string `json:"title"`
	Steps int    `json:"steps"`
}

// Document is a scenario as the page's controls show it.
type Document struct {
	Start     string                `json:"start"`
	Months    int                   `json:"months"`
	Instances []Instance            `json:"instances"`
	Values    map[string]InputValue `json:"values"` // by path
	Study     *Study                `json:"study,omitempty"`
	Levers    []string              `json:"levers"` // paths of the inputs that matter
}

// DocumentChanges is what a document has that the base has not: the start and
// length and the study in any case, the things where they are others or have other titles,
// and every value that is another or stands on other ground.
type DocumentChanges struct {
	Start     string                `json:"start"`
	Months    int                   `json:"months"`
	Instances []Instance            `json:"instances,omitempty"`
	Values    map[string]InputValue `json:"values"`
	Study     *Study                `json:"study,omitempty"`
}

// Instance is one thing of a scenario.
type Instance struct {
	Scope  string `json:"scope"`
	Name   string `json:"name"`
	Title  string `json:"title"`
	Parent string `json:"parent"`
}

// InputValue is the value of an input with its provenance.
type InputValue struct {
	Value      any      `json:"value"`
	Given      bool     `json:"given"` // and not the default
	Note       string   `json:"note,omitempty"`
	Sources    []Source `json:"sources,omitempty"`
	Assumption bool     `json:"assumption"` // no source but an estimate states it
}

// Confidence grades a source.
type Confidence string

// The grades of confidence, as scenario documents have them; none is a source
// that was not graded.
const (
	High     Confidence = "H"
	Medium   Confidence = "M"
	Low      Confidence = "L"
	Derived  Confidence = "DER"
	Estimate Confidence = "EST"
	Ungraded Confidence = ""
)

// Source says where a figure comes from.
type Source struct {
	Label      string     `json:"label"`
	URL        string     `json:"url,omitempty"`
	Date       string     `json:"date,omitempty"`
	Value      any        `json:"value,omitempty"` // that this source states, where sources disagree
	Confidence Confidence `json:"confidence,omitempty"`
}

// Against is what a number is compared with where it is asked why.
type Against string

// What a number is compared with: the month, quarter or year before, or the base
// without changes.
const (
	AgainstPrevious Against = "previous"
	AgainstBase     Against = "base"
)

// Comparison tells what made the difference of a number to another.
type Comparison struct {
	Root  Difference   `json:"root"`
	Moved []Difference `json:"moved,omitempty"` // against the base: the inputs that made it, the largest part first
}

// Difference is a row, an input or a sum on two sides, and what made it.
type Difference struct {
	Name     string    `json:"name"`            // scope.row or scope.input; empty of several together
	Entry    string    `json:"entry,omitempty"` // of the reference, where it has one
	Instance string    `json:"instance,omitempty"`
	Title    string    `json:"title"`
	Unit     string    `json:"unit"`
	Percent  bool      `json:"percent,omitempty"`
	From     *Standing `json:"from,omitempty"` // where there is one
	To       *Standing `json:"to,omitempty"`
	// Of the difference of the nearest head above, in the unit of that; of a head its own difference.
	Part     *float64     `json:"part,omitempty"`
	Head     bool         `json:"head,omitempty"`     // what stands below counts for the difference of this
	Added    bool         `json:"added,omitempty"`    // what a month added, which has no value before
	How      string       `json:"how,omitempty"`      // the rule by which what stands below was found
	Path     string       `json:"path,omitempty"`     // of an input: where its control is
	Rest     int          `json:"rest,omitempty"`     // how many smaller ones this stands for
	Askable  bool         `json:"askable,omitempty"`  // it is a row of the instance in a month of the scenario
	Repeated bool         `json:"repeated,omitempty"` // its branches stand elsewhere in the tree already
	Cut      bool         `json:"cut,omitempty"`      // it has branches that are left out, because the tree is large
	Children []Difference `json:"children,omitempty"`
}

// Standing is what stands on one side of a difference.
type Standing struct {
	Month    string `json:"month,omitempty"`
	Instance string `json:"instance,omitempty"`
	Value    any    `json:"value"` // a number, the text of an input that is none, or null
}

// Explanation is a row, an input or a sum, and what it was made of.
type Explanation struct {
	Name       string        `json:"name"`            // scope.row or scope.input
	Entry      string        `json:"entry,omitempty"` // of the reference, where it has one
	Instance   string        `json:"instance,omitempty"`
	Month      string        `json:"month,omitempty"`
	After      bool          `json:"after,omitempty"` // the month is after the scenario, where a contract or a loan goes on
	Title      string        `json:"title"`
	Unit       string        `json:"unit"`
	Percent    bool          `json:"percent,omitempty"`
	Value      any           `json:"value"` // a number, the text of an input that is none, or null
	Formula    string        `json:"formula,omitempty"`
	Note       string        `json:"note,omitempty"`
	Path       string        `json:"path,omitempty"` // of an input: where its control is
	Sources    []Source      `json:"sources,omitempty"`
	Assumption bool          `json:"assumption,omitempty"`
	Repeated   bool          `json:"repeated,omitempty"` // its branches stand elsewhere in the tree already
	Cut        bool          `json:"cut,omitempty"`      // it has branches that are left out, because the tree is large
	Askable    bool          `json:"askable,omitempty"`  // and is a row of the instance in the month, which can be asked about on its own
	Decided    []Decision    `json:"decided,omitempty"`  // of a measure: the months in which its children are told
	Children   []Explanation `json:"children,omitempty"`
}

// Decision is the month that decided the value of a reduction.
type Decision struct {
	Function string `json:"function"`
	Month    string `json:"month"`
	After    bool   `json:"after,omitempty"` // the scenario
	Which    string `json:"which"`           // "the month that counts most"
}
