package compare

import (
	"cmp"
	"slices"

	"rackonomics/engine/model"
	"rackonomics/engine/scenario"
)

// Differing is what is not the same in some scenarios, with what each has.
type Differing struct {
	scenario.Difference
	Whose scenario.Whose
	Title string
	Cells []Cell // by scenario
}

// Cell is what a scenario has of what differs: the value of an input, or a text; of
// what differs as a whole only whether it is there.
type Cell struct {
	There bool
	Value scenario.Value
	Text  string
}

// Table lists what differs between the first of some scenarios and any other, things
// and inputs in the order of their declaration.
func Table(documents []*scenario.Document) (list []Differing) {
	first := documents[0]
	for _, other := range documents[1:] {
		for _, d := range first.Differences(other) {
			if !slices.ContainsFunc(list, func(l Differing) bool { return l.Path == d.Path && l.Kind == d.Kind }) {
				list = append(list, Differing{Difference: d, Whose: first.Schema().WhoseIs(&d), Title: titleOf(&d)})
			}
		}
	}
	slices.SortStableFunc(list, func(a, b Differing) int { return cmp.Compare(scopeRank(a.Scope), scopeRank(b.Scope)) })
	for i := range list {
		for k, document := range documents {
			list[i].Cells = append(list[i].Cells, cellOf(&list[i].Difference, document, k == 0))
		}
	}
	return list
}

func scopeRank(scope string) int {
	return slices.IndexFunc(model.Scenario.Scopes(), func(s *scenario.Scope) bool { return s.Name == scope })
}

// titleOf says what differs, beside the thing that it differs of.
func titleOf(d *scenario.Difference) string {
	switch d.Kind {
	case scenario.InputDiffers:
		return d.Input.Title
	case scenario.TitleDiffers:
		return "Name"
	case scenario.ParentDiffers:
		return "Belongs to"
	case scenario.OrderDiffers:
		return "Order of the " + model.Scenario.FindScope(d.Scope).Plural
	case scenario.RowsDiffer:
		return "Rows of its own"
	}
	return model.Scenario.FindScope(d.Scope).Title
}

func cellOf(d *scenario.Difference, document *scenario.Document, isFirst bool) (c Cell) {
	switch at := document.Find(d.Scope, d.Name); {
	case d.Input != nil:
		c.Value, c.There = document.ValueAt(d)
	case d.Kind == scenario.RowsDiffer || d.Kind == scenario.OrderDiffers:
		c.There = true
		c.Text = "its own"
		if isFirst {
			c.Text = "as it is"
		}
	case at < 0:
	case d.Kind == scenario.ParentDiffers:
		c.There, c.Text = true, document.Instances[document.Instances[at].Parent].Name
	default:
		c.There, c.Text = true, cmp.Or(document.Instances[at].Title, document.Instances[at].Name)
	}
	return c
}
