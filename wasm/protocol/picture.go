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

	// Scale is one that the drawing is no finer than; none asks for as large as there is room for.
	Scale *PictureScale `json:"scale,omitempty"`
}

// PictureScale says how much of the sites the lengths of a drawing stand for: the larger a number, the coarser the
// drawing, and 0 where it has no such thing, or none is asked for. Drawings with the same scale can be held against each
// other.
type PictureScale struct {
	Metres           float64 `json:"metres"`            // of ground to a CSS pixel
	BlockRacks       float64 `json:"block_racks"`       // that a block in a hall stands for
	SourceMegawatts  float64 `json:"source_megawatts"`  // of a unit of a power yard
	CoolingMegawatts float64 `json:"cooling_megawatts"` // of a cooling unit
	SatelliteRacks   float64 `json:"satellite_racks"`   // that a satellite stands for
	SatellitesAcross float64 `json:"satellites_across"` // to a CSS pixel, side by side
	SatellitesDown   float64 `json:"satellites_down"`   // to a CSS pixel, one under the other
	CableMegawatts   float64 `json:"cable_megawatts"`   // to a CSS pixel of the width of a cable
	FlowDollars      float64 `json:"flow_dollars"`      // in a month, of the thickest flow of money
	KeptDollars      float64 `json:"kept_dollars"`      // in a month, of the level's box to either side of zero
}

// PictureAnswer is the drawing and what it shows in words.
type PictureAnswer struct {
	Refusal
	SVG     string `json:"svg,omitempty"`
	Summary string `json:"summary,omitempty"`

	// Scale is that of the drawing: the one asked for, or where it needs that a coarser one.
	Scale *PictureScale `json:"scale,omitempty"`
}
