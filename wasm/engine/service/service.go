// Package service answers the page's messages to the engine. It is plain Go, so
// that it is tested natively; wasm/engine only carries the bytes.
package service

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/goccy/go-json"

	"rackonomics/engine/explain"
	"rackonomics/engine/headline"
	"rackonomics/engine/link"
	"rackonomics/engine/scenario"
	"rackonomics/engine/session"
	"rackonomics/scenarios"
)

// Desk holds the scenario that the page has open.
type Desk struct {
	session   *session.Session // with the rows of the headline figures and those that the page shows
	whole     *session.Session // with every row, once a reason was asked for
	base      baseHead
	announced bool   // the form of the table has been sent
	grades    []bool // of the document as it was sent last
}

// largestRequest bounds a message before it is decoded; a document is the
// largest thing in one.
const largestRequest = 4 * scenario.LargestDocument

type problems struct {
	Problems scenario.Problems `json:"problems"`
}

// Failure is an answer that tells only what went wrong.
func Failure(message string) any {
	return problems{scenario.Problems{{Message: message}}}
}

func failed(err error) any {
	var list scenario.Problems
	if errors.As(err, &list) {
		return problems{list}
	}
	return Failure(err.Error())
}

// Call answers one message: a value to be written as JSON and, of a run, the
// numbers of its table, column by column, which hold until the next call.
func (d *Desk) Call(kind string, request []byte) (any, []float64) {
	if len(request) > largestRequest {
		return Failure(fmt.Sprintf("a message of %d bytes; at most %d are allowed", len(request), largestRequest)), nil
	}
	switch kind {
	case "open":
		return answer(request, d.open), nil
	case "link":
		return answer(request, d.link), nil
	case "explain":
		return answer(request, d.explain), nil
	case "document":
		return answer(request, d.document), nil
	case "run":
		var numbers []float64
		response := answer(request, func(r changesRequest) (any, error) {
			run, values, err := d.run(r)
			numbers = values
			return run, err
		})
		return response, numbers
	}
	return Failure(fmt.Sprintf("there is no message %q", kind)), nil
}

func answer[Request any](data []byte, handle func(Request) (any, error)) any {
	var request Request
	if err := scenario.CheckNesting(data); err != nil {
		return failed(err)
	}
	if err := json.Unmarshal(data, &request); err != nil {
		return Failure("the message cannot be read: " + err.Error())
	}
	response, err := handle(request)
	if err != nil {
		return failed(err)
	}
	return response
}

type change struct {
	Path  string          `json:"path"`
	Value json.RawMessage `json:"value"`
}

type changesRequest struct {
	Changes []change `json:"changes"`
}

func changes(list []change) []scenario.Change {
	converted := make([]scenario.Change, len(list))
	for i, c := range list {
		converted[i] = scenario.Change{Path: c.Path, JSON: c.Value}
	}
	return converted
}

func written(list []scenario.Change) []change {
	converted := make([]change, len(list))
	for i, c := range list {
		converted[i] = change{c.Path, c.JSON}
	}
	return converted
}

// openRequest names a scenario in one of three ways, and the rows that the
// answers to runs shall have, as [model.Columns] reads them, with those of the
// scenario's own. Rows that neither these nor the headline figures need are not
// computed.
type openRequest struct {
	Name     string   `json:"name"`
	Link     string   `json:"link"`
	Document string   `json:"document"`
	Rows     []string `json:"rows"`
}

type baseHead struct {
	Name    string `json:"name"`
	Title   string `json:"title"`
	About   string `json:"about"`
	AsOf    string `json:"as_of"`
	Hash    string `json:"hash"`
	Shipped bool   `json:"shipped"`
}

type opened struct {
	Notices []link.Notice `json:"notices"`
	Base    baseHead      `json:"base"`
	Changes []change      `json:"changes"`
	View    link.View     `json:"view"`
}

func (d *Desk) open(r openRequest) (any, error) {
	response := opened{Notices: []link.Notice{}, Changes: []change{}}
	var document *scenario.Document
	var err error
	switch {
	case r.Link != "":
		document, err = openLink(r.Link, &response)
	case r.Document != "":
		document, err = scenario.Decode([]byte(r.Document))
	default:
		document, err = scenarios.Load(r.Name)
	}
	if err != nil {
		return nil, err
	}
	d.session, d.whole, d.announced = session.New(document, slices.Concat(r.Rows, ownRows(document), headline.Patterns)...), nil, false
	_, shipped := scenarios.Find(document.Name, document.Hash())
	d.base = baseHead{document.Name, document.Title, document.About, document.AsOf, document.Hash(), shipped}
	response.Base = d.base
	return response, nil
}

// ownRows names the rows that the scenario adds to the model, which are shown.
func ownRows(document *scenario.Document) []string {
	var names []string
	for _, row := range document.Rows {
		names = append(names, row.Name)
	}
	return names
}

// openLink reads a link as far as it can be read, and tells where its figures
// differ from today's.
func openLink(fragment string, response *opened) (*scenario.Document, error) {
	state, notices, err := link.Decode(fragment)
	if err != nil {
		return nil, err
	}
	document, made, more, err := state.Open(scenarios.Find, scenarios.Load)
	if err != nil {
		return nil, err
	}
	response.Notices = append(append(response.Notices, notices...), more...)
	response.Changes, response.View = written(made), state.View
	result, err := session.New(document, headline.Patterns...).Run(made)
	if err == nil { // else the run that follows tells what is wrong, at its place
		response.Notices = append(response.Notices, link.Compare(state.Fingerprint, headline.Figures(result.Table))...)
	}
	return document, nil
}

var errNothingOpen = errors.New("no scenario is open")

func (d *Desk) result(list []change) (*session.Result, error) {
	if d.session == nil {
		return nil, errNothingOpen
	}
	return d.session.Run(changes(list))
}

func (d *Desk) wholeResult(list []change) (*session.Result, error) {
	if d.session == nil {
		return nil, errNothingOpen
	}
	if d.whole == nil {
		d.whole = session.New(d.session.Base(), "*")
	}
	return d.whole.Run(changes(list))
}

func (d *Desk) link(r struct {
	Changes []change  `json:"changes"`
	View    link.View `json:"view"`
}) (any, error) {
	result, err := d.result(r.Changes)
	if err != nil {
		return nil, err
	}
	fragment, err := link.Encode(link.State{Base: link.NewBase(d.session.Base(), scenarios.Find), Changes: changes(r.Changes),
		View: r.View, Fingerprint: link.Fingerprint(headline.Figures(result.Table))})
	return struct {
		Fragment string `json:"fragment"`
	}{fragment}, err
}

func (d *Desk) document(r changesRequest) (any, error) {
	if d.session == nil {
		return nil, errNothingOpen
	}
	document, err := d.session.Base().Apply(changes(r.Changes))
	if err != nil {
		return nil, err
	}
	return struct {
		Document string `json:"document"`
	}{string(document.Encode())}, nil
}

func (d *Desk) explain(r struct {
	Changes  []change `json:"changes"`
	Row      string   `json:"row"`
	Instance string   `json:"instance"`
	Month    int      `json:"month"`
}) (any, error) {
	result, err := d.wholeResult(r.Changes)
	if err != nil {
		return nil, err
	}
	explainer, err := explain.New(result.Document, result.Schema, result.Layout, result.Table)
	if err != nil {
		return nil, err
	}
	const depth, most = 12, 400
	tree, err := explainer.Explain(strings.TrimSpace(r.Row), r.Instance, r.Month, depth, most)
	if err != nil {
		return nil, err
	}
	return explanation(tree), nil
}
