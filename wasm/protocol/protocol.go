// Package protocol declares the messages between the page and the engine. The
// types of the page's side, web/src/generated/protocol.ts, are written from this
// source with its comments (go generate); a test holds them to it.
//
// A call named x has a type XRequest and a type XAnswer; its handler stands in
// wasm/engine/service.
//
// Every answer is complete in itself or names what it needs. A request says
// which scenario it is about, by the number that the page opened it under, and
// with which changes; what an answer says does not depend on what was asked before. The
// numbers of a run come with the heads that they are read by. A document is told
// as the base's, which came with the scenario, and what differs from it.
package protocol

//go:generate go run ../../tools/protocoltypes ../../web/src/generated/protocol.ts

// Refusal is why a call has no answer; then there is nothing else in it.
type Refusal struct {
	Problems []Problem `json:"problems,omitempty"`
	Unopened bool      `json:"unopened,omitempty"` // no scenario of the number asked about is open here: open it again
}

// OpenRequest opens a scenario, named in exactly one of three ways.
type OpenRequest struct {
	As       int     `json:"as"` // under which number the page will speak of it
	Name     *string `json:"name,omitempty"`
	Link     *string `json:"link,omitempty"`
	Document *string `json:"document,omitempty"`
}

// OpenAnswer is what was opened.
type OpenAnswer struct {
	Refusal
	Notices  []Notice  `json:"notices,omitempty"`
	Base     *Base     `json:"base,omitempty"`
	Changes  []Change  `json:"changes,omitempty"` // that the link makes
	View     *Looking  `json:"view,omitempty"`
	Document *Document `json:"document,omitempty"` // the base's
}

// RunRequest runs a scenario with changes and shows what is open of it: views, and
// the floor. The month is the one looked at, counted from the scenario's start;
// without one it is where one begins to look. A page that will hold what comes of it
// numbers it, with a number that it never uses again, and names the number of what it
// holds: of what is as it was there the answer only says so. An engine that does not
// have that one answers all of it, as it does where none is named.
type RunRequest struct {
	Of      int        `json:"of"`
	Changes []Change   `json:"changes"`
	Views   []ViewWish `json:"views"`
	Month   *int       `json:"month,omitempty"`
	Floor   bool       `json:"floor,omitempty"`
	Heads   string     `json:"heads,omitempty"` // the name of those that the page has
	Hold    int        `json:"hold,omitempty"`  // under which number the page will hold the answer; 0 where it does not
	Held    int        `json:"held,omitempty"`  // and under which it holds an answer of this scenario
}

// RunAnswer goes with the numbers of the lines of its views: those of the first
// line of the first view, one a period, then those of the next. A heading has
// none, nor has a view that is kept. NaN stands where there is no value. After them
// come those of the plan.
type RunAnswer struct {
	Refusal
	Document  *DocumentChanges `json:"document,omitempty"`
	Month     int              `json:"month"`               // that the views are of
	HeadsName string           `json:"heads_name"`          // says what is in them: what is named alike is the same
	Heads     *Heads           `json:"heads,omitempty"`     // unless the request names just these
	Views     []View           `json:"views,omitempty"`     // those asked for that it has, in the order of the request
	Plan      *Plan            `json:"plan,omitempty"`      // of the floor, where that was asked for
	Obstacles []Problem        `json:"obstacles,omitempty"` // why things get less than they ask for, each at its path
	Computed  string           `json:"computed,omitempty"`  // by what, in words; the figures are the same whatever it was
}

// Plan is that of the floor as the scene takes it: who uses what stands there. Its
// head is engine/floor.Plan as JSON. The page hands head and numbers on as they
// are, with a colour for the role and place of each of the uses.
type Plan struct {
	Head    string  `json:"head,omitempty"`
	Kept    bool    `json:"kept,omitempty"`    // head and events are those of the answer that the request names as held
	Problem string  `json:"problem,omitempty"` // why there is none
	Events  []Event `json:"events,omitempty"`  // of the time line, in their order
}

// LinkRequest asks for the link to a scenario with changes and a view.
type LinkRequest struct {
	Of      int      `json:"of"`
	Changes []Change `json:"changes"`
	View    Looking  `json:"view"`
}

// LinkAnswer holds the fragment, "#s=…".
type LinkAnswer struct {
	Refusal
	Fragment string `json:"fragment,omitempty"`
}

// ExplainRequest asks why a row is what it is, of one thing or of several
// together, in the month, quarter or year that a month is in, counted from the
// scenario's start; or why a measure is.
type ExplainRequest struct {
	Of        int      `json:"of"`
	Changes   []Change `json:"changes"`
	Measure   string   `json:"measure,omitempty"` // then there is nothing below
	Row       string   `json:"row,omitempty"`
	Instances []string `json:"instances,omitempty"` // of the row's scope; all of it where none is named
	Month     int      `json:"month,omitempty"`
	By        Step     `json:"by,omitempty"`   // by month where it is not said
	Less      bool     `json:"less,omitempty"` // told with the other sign, as what counts against a total
	Against   Against  `json:"against,omitempty"`
}

// ExplainAnswer is a tree of reasons or, where it was asked what a number is
// against another, of what made their difference.
type ExplainAnswer struct {
	Refusal
	Explanation *Explanation `json:"explanation,omitempty"`
	Compared    *Comparison  `json:"compared,omitempty"`
}

// DocumentRequest asks for the scenario with changes as a document.
type DocumentRequest struct {
	Of      int      `json:"of"`
	Changes []Change `json:"changes"`
}

// DocumentAnswer holds the document as JSON text.
type DocumentAnswer struct {
	Refusal
	Document string `json:"document,omitempty"`
}

// Progress says how far a call is that takes long.
type Progress struct {
	Doing string  `json:"doing"` // in words: "compiling the model"
	Part  float64 `json:"part"`  // from 0 to 1, of the steps and not of the time
}
