package protocol

// CompareRequest asks what differs between a scenario with changes and up to three
// others, each given whole as a document.
type CompareRequest struct {
	Of      int      `json:"of"`
	Changes []Change `json:"changes"`
	Others  []string `json:"others"`
}

// CompareAnswer lists what differs, in the order of the page.
type CompareAnswer struct {
	Refusal
	Differences []Differing `json:"differences"`
}

// Whose says whether an input is the world's or someone's decision.
type Whose string

// Whose an input is; neither where a change is of both.
const (
	OfBoth    Whose = ""
	TheWorlds Whose = "world"
	ADecision Whose = "decision"
)

// Differing is an input, a thing or a name that is not the same in all of them.
type Differing struct {
	Path   string   `json:"path"`
	Thing  string   `json:"thing,omitempty"` // what it is of
	Title  string   `json:"title"`
	Whose  Whose    `json:"whose"`
	Values []*Value `json:"values"` // of the scenario and each other; null where it has no such thing
}

// AttributeRequest asks how much of the difference of a figure, from another scenario
// to one with changes, each of what differs makes. A figure is a measure, or
// "row@thing in 2027-05", or "in 2027". Above eight changes it is sampled, and the
// samples come in rounds, after each of which there is an estimate.
type AttributeRequest struct {
	Of      int      `json:"of"`
	Changes []Change `json:"changes"`
	From    string   `json:"from"` // the other scenario as a document
	Figure  string   `json:"figure"`
	Round   int      `json:"round,omitempty"` // from 0; the last of fewer where there are fewer
}

// AttributeAnswer is the difference in parts.
type AttributeAnswer struct {
	Refusal
	Attribution *Attribution `json:"attribution,omitempty"`
	Refines     bool         `json:"refines,omitempty"` // the next round tells more of it
}

// Attribution is the difference of a figure, parted by Shapley values: the parts add
// up to it.
type Attribution struct {
	Title      string            `json:"title"`
	From       Value             `json:"from"`
	To         Value             `json:"to"`
	Difference *Value            `json:"difference,omitempty"` // none where one of them has no such figure
	Base       float64           `json:"base"`                 // the figure where it begins, as a number; of a month and a day counted by the calendar
	Parts      []AttributionPart `json:"parts"`
	Exact      bool              `json:"exact"`            // and not sampled
	Runs       int               `json:"runs"`             // scenarios that were computed
	Absent     int               `json:"absent,omitempty"` // in how many of them there is no such figure; then there are no parts
}

// AttributionPart is what a change makes of the difference.
type AttributionPart struct {
	Paths []string `json:"paths"` // that can only be exchanged together
	Title string   `json:"title"`
	Whose Whose    `json:"whose"`
	Value Value    `json:"value"`
	Error Value    `json:"error"` // standard error, of what was sampled
}
