package protocol

// VariantsRequest asks what the figures of a view of cells would be if a scenario
// with changes were otherwise in one thing: what each change does, and what each
// value that a source states would do.
type VariantsRequest struct {
	Of       int       `json:"of"`
	Changes  []Change  `json:"changes"`
	View     string    `json:"view"`
	Month    *int      `json:"month,omitempty"` // looked at, as in RunRequest
	Variants []Variant `json:"variants"`
}

// Variant is the scenario with one thing otherwise, in exactly one of two ways.
type Variant struct {
	Without string  `json:"without,omitempty"` // the path of a change that is not made, nor what cannot be made without it
	With    *Change `json:"with,omitempty"`    // a change that is made besides
}

// VariantsAnswer has the figures of the scenario itself and of each variant.
type VariantsAnswer struct {
	Refusal
	Now      []Cell         `json:"now,omitempty"`
	Variants []VariantCells `json:"variants,omitempty"`
}

// VariantCells are the figures of a variant, or why it has none.
type VariantCells struct {
	Cells    []Cell    `json:"cells,omitempty"`
	Problems []Problem `json:"problems,omitempty"`
}
