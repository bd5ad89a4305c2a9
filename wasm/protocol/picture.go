package protocol

// PictureRequest asks for a drawing of the sites in a month, counted from the
// scenario's start, for where there is no canvas.
type PictureRequest struct {
	Of      int      `json:"of"`
	Changes []Change `json:"changes"`
	Month   int      `json:"month"`
	Colours []string `json:"colours"` // "#rrggbb" of the uses of the plan, in their order
	Width   int      `json:"width"`   // CSS pixels
	Height  int      `json:"height"`
	Dark    bool     `json:"dark,omitempty"`
	Above   bool     `json:"above,omitempty"` // seen from above
}

// PictureAnswer is the drawing and what it shows in words.
type PictureAnswer struct {
	Refusal
	SVG     string `json:"svg,omitempty"`
	Summary string `json:"summary,omitempty"`
}
