package service

import (
	"math"
	"slices"

	"rackonomics/engine/explain"
	"rackonomics/engine/headline"
	"rackonomics/engine/machine"
	"rackonomics/engine/model"
	"rackonomics/engine/scenario"
	"rackonomics/engine/session"
)

type ran struct {
	Table    *tableHead             `json:"table,omitempty"`
	Document *documentHead          `json:"document,omitempty"`
	Measures map[string]measureHead `json:"measures"`
}

type tableHead struct {
	Months []string  `json:"months"`
	Rows   []rowHead `json:"rows"`
}

type rowHead struct {
	Name     string `json:"name"`
	Instance string `json:"instance"`
	Unit     string `json:"unit"`
	Own      string `json:"own,omitempty"` // title of a row that the scenario adds
}

type measureHead struct {
	Value any    `json:"value"`
	Unit  string `json:"unit"`
	Title string `json:"title"`
	Note  string `json:"note"`
}

// documentHead is the document as the page's controls show it.
type documentHead struct {
	Start     string                `json:"start"`
	Months    int                   `json:"months"`
	Instances []instanceHead        `json:"instances"`
	Values    map[string]valueState `json:"values"`
}

type instanceHead struct {
	Scope  string `json:"scope"`
	Name   string `json:"name"`
	Title  string `json:"title"`
	Parent string `json:"parent"`
}

type valueState struct {
	Value      any          `json:"value"`
	Given      bool         `json:"given"`
	Note       string       `json:"note,omitempty"`
	Sources    []sourceHead `json:"sources,omitempty"`
	Assumption bool         `json:"assumption"`
}

type sourceHead struct {
	Label      string `json:"label"`
	URL        string `json:"url,omitempty"`
	Date       string `json:"date,omitempty"`
	Value      any    `json:"value,omitempty"`
	Confidence string `json:"confidence"`
}

func (d *Desk) run(r changesRequest) (any, []float64, error) {
	result, err := d.result(r.Changes)
	if err != nil {
		return nil, nil, err
	}
	response := ran{Measures: map[string]measureHead{}}
	graded := grades(result.Document)
	if result.Fresh || !d.announced {
		response.Table = headOf(result)
	}
	if response.Table != nil || !slices.Equal(graded, d.grades) {
		response.Document = describe(result.Document)
	}
	d.announced, d.grades = true, graded
	for _, m := range headline.Measures(result.Table) {
		response.Measures[m.Name] = measureHead{m.Value, m.Unit, m.Title, m.Note}
	}
	return response, result.Table.Requested(), nil
}

func headOf(result *session.Result) *tableHead {
	head := &tableHead{}
	for month := range result.Table.Months {
		head.Months = append(head.Months, result.Table.Start.Add(month).String())
	}
	for _, column := range result.Table.Program.Columns[:result.Table.Program.Requested] {
		row := result.Schema.RowNamed(column.Row)
		entry := rowHead{Name: row.Name, Instance: result.Document.Instances[column.Instance].Name, Unit: row.Unit}
		if slices.ContainsFunc(result.Document.Rows, func(own scenario.Row) bool { return own.Name == row.Name }) {
			entry.Own = model.Title(row.Name)
		}
		head.Rows = append(head.Rows, entry)
	}
	return head
}

// grades tells of each input whether its value is given and whether it is
// assumed. While a slider moves these stay, and the page knows the value itself.
func grades(document *scenario.Document) []bool {
	var list []bool
	for i := range document.Instances {
		for _, in := range scenario.InputsOf(document.Instances[i].Scope) {
			_, given := document.Instances[i].Given[in.Field()]
			list = append(list, given, document.Assumed(i, in))
		}
	}
	return list
}

func describe(document *scenario.Document) *documentHead {
	head := &documentHead{Start: document.Start.String(), Months: document.Months, Values: map[string]valueState{}}
	for i := range document.Instances {
		thing := &document.Instances[i]
		parent := ""
		if thing.Parent >= 0 {
			parent = document.Instances[thing.Parent].Name
		}
		title := thing.Title
		if title == "" && !scenario.FindScope(thing.Scope).Single {
			title = thing.Name // people must be able to tell it from others
		}
		head.Instances = append(head.Instances, instanceHead{thing.Scope, thing.Name, title, parent})
		for _, in := range scenario.InputsOf(thing.Scope) {
			given, ok := thing.Given[in.Field()]
			head.Values[thing.Path(in.Field())] = valueState{in.Plain(document.Value(i, in)), ok, given.Note,
				sourceHeads(in, given.Sources), document.Assumed(i, in)}
		}
	}
	return head
}

func sourceHeads(in *scenario.Input, sources []scenario.Source) []sourceHead {
	var heads []sourceHead
	for _, source := range sources {
		head := sourceHead{Label: source.Label, URL: source.URL, Date: source.Date, Confidence: string(source.Confidence)}
		if source.Value != nil {
			head.Value = in.Plain(*source.Value)
		}
		heads = append(heads, head)
	}
	return heads
}

type explanationHead struct {
	Name       string             `json:"name"`
	Instance   string             `json:"instance,omitempty"`
	Month      string             `json:"month,omitempty"`
	Title      string             `json:"title"`
	Unit       string             `json:"unit"`
	Value      any                `json:"value"`
	Formula    string             `json:"formula,omitempty"`
	Note       string             `json:"note,omitempty"`
	Path       string             `json:"path,omitempty"`
	Sources    []sourceHead       `json:"sources,omitempty"`
	Assumption bool               `json:"assumption,omitempty"`
	Repeated   bool               `json:"repeated,omitempty"`
	Cut        bool               `json:"cut,omitempty"`
	Children   []*explanationHead `json:"children,omitempty"`
}

func explanation(n *explain.Node) *explanationHead {
	head := &explanationHead{Name: n.Name, Instance: n.Instance, Month: n.Month, Title: n.Title, Unit: n.Unit, Formula: n.Formula,
		Note: n.Note, Path: n.Path, Assumption: n.Assumption, Repeated: n.Repeated, Cut: n.Cut}
	switch {
	case n.Text != "":
		head.Value = n.Text
	case !machine.IsAbsent(n.Value) && !math.IsInf(n.Value, 0):
		head.Value = n.Value
	}
	if n.Path != "" {
		head.Sources = sourceHeads(scenario.FindInput(n.Name), n.Sources)
	}
	for _, child := range n.Children {
		head.Children = append(head.Children, explanation(child))
	}
	return head
}
