package protocol

// StoryRequest asks for the story of a scenario as it was opened, whatever is
// changed: each step says all that it shows.
type StoryRequest struct {
	Of int `json:"of"`
}

// StoryAnswer is the story with the figures of each step.
type StoryAnswer struct {
	Refusal
	Story *Story `json:"story,omitempty"`
}

// Story is a scenario told in steps.
type Story struct {
	Title string      `json:"title"`
	Steps []StoryStep `json:"steps"`
}

// StoryStep is what is told, and what is shown beside it.
type StoryStep struct {
	Title      string       `json:"title"`
	Base       string       `json:"base,omitempty"` // the shipped scenario that is shown; else the story's own
	Changes    []Change     `json:"changes"`        // of the base
	View       string       `json:"view,omitempty"`
	Month      *int         `json:"month,omitempty"` // counted from the start of what is shown
	Paragraphs [][]StoryBit `json:"paragraphs"`
	Sources    []Source     `json:"sources,omitempty"`
}

// StoryBit is words, a link or a figure. A link leads to an address or makes a change.
type StoryBit struct {
	Words      string  `json:"words,omitempty"`
	Emphasised bool    `json:"emphasised,omitempty"`
	Address    string  `json:"address,omitempty"`
	Sets       *Change `json:"sets,omitempty"`
	Value      *Value  `json:"value,omitempty"`
}
