package protocol

// Later names the calls that are answered by later.wasm alone: they need much that
// a first view does not.
type Later string

// The calls of later.wasm.
const (
	Workbook Later = "workbook"
	Entered  Later = "entered"
	Picture  Later = "picture"
)

// RowsRequest asks for every row of the model in every month.
type RowsRequest struct {
	Of      int      `json:"of"`
	Changes []Change `json:"changes"`
}

// RowsAnswer goes with the numbers of its rows: those of the first row, one a
// month, then those of the next. NaN stands where there is no value.
type RowsAnswer struct {
	Refusal
	Months []string     `json:"months,omitempty"` // 2026-05
	Rows   []RowOfThing `json:"rows,omitempty"`
}

// RowOfThing says what a row is, and of which thing.
type RowOfThing struct {
	Name     string `json:"name"`
	Title    string `json:"title"`
	Unit     string `json:"unit"`
	Instance string `json:"instance"`
	Thing    string `json:"thing"` // as people call it
}

// WorkbookRequest asks for the scenario with changes as a spreadsheet with live
// formulas.
type WorkbookRequest struct {
	Of      int      `json:"of"`
	Changes []Change `json:"changes"`
}

// WorkbookAnswer goes with the file: its bytes, eight of them a number, as they lie
// in the memory of a Float64Array. The last number may hold some that are none.
type WorkbookAnswer struct {
	Refusal
	Bytes int `json:"bytes,omitempty"`
}

// EnteredRequest goes with a workbook, packed as that of a [WorkbookAnswer], and
// asks for what was changed in its inputs. It is of no scenario that is open.
type EnteredRequest struct {
	Of    int `json:"of"`
	Bytes int `json:"bytes"`
}

// EnteredAnswer holds the document that the workbook was made of, as JSON text, and
// what was changed in it since.
type EnteredAnswer struct {
	Refusal
	Document string   `json:"document,omitempty"`
	Changes  []Change `json:"changes,omitempty"`
}
