package protocol

// ReferenceRequest asks for the values that everything with a name in a scenario
// with changes has in a month, counted from the scenario's start.
type ReferenceRequest struct {
	Of      int      `json:"of"`
	Changes []Change `json:"changes"`
	Month   int      `json:"month"`
	Entries bool     `json:"entries"` // that the page lacks; no change of the scenario changes them
}

// ReferenceAnswer goes with the numbers of the entries that are numbered: one of
// each thing of the entry's scope, in the order of the entries and of the things.
// NaN stands where there is no value.
type ReferenceAnswer struct {
	Refusal
	Entries []Entry      `json:"entries,omitempty"` // where the request asks for them
	Things  []Instance   `json:"things,omitempty"`
	Values  []EntryValue `json:"values,omitempty"` // of measures, and of rows that are a month or a day
}

// Entry is a row, an input, a measure or a function of the model: what it is, who
// reads it, and what the names in its formula lead to. Of an input that is not
// numbered the page has the value with the document.
type Entry struct {
	ID       string        `json:"id"` // scope.name, or that of a function; of a measure "measure.", its scope and its name
	Is       EntryKind     `json:"is"`
	Name     string        `json:"name"`
	Scope    string        `json:"scope"` // none of a function that all have
	Group    string        `json:"group"`
	Title    string        `json:"title"`
	Unit     string        `json:"unit"`
	Kind     string        `json:"kind"`         // of a row how months make a year, else of which kind the value is
	By       string        `json:"by,omitempty"` // the entry that weighs a rate
	Percent  bool          `json:"percent,omitempty"`
	Numbered bool          `json:"numbered,omitempty"`
	Note     string        `json:"note"`
	Formula  []FormulaPart `json:"formula,omitempty"`
	When     []FormulaPart `json:"when,omitempty"` // a condition without which a measure is not told
	Sources  []Source      `json:"sources,omitempty"`
	ReadBy   []string      `json:"read_by,omitempty"`  // entries
	ShownBy  []string      `json:"shown_by,omitempty"` // views
}

// EntryKind says what an entry is.
type EntryKind string

// The kinds of entries.
const (
	RowEntry      EntryKind = "row"
	InputEntry    EntryKind = "input"
	MeasureEntry  EntryKind = "measure"
	FunctionEntry EntryKind = "function"
)

// FormulaPart is a name in a formula, with its entry, or what stands between names.
type FormulaPart struct {
	Text  string `json:"text"`
	Entry string `json:"entry,omitempty"`
}

// EntryValue is the value that a thing has of an entry.
type EntryValue struct {
	Entry string `json:"entry"`
	Thing string `json:"thing"`
	Value Value  `json:"value"`
}
