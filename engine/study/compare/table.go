package compare

import (
	"cmp"
	"slices"
	"strings"

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
	Idle  bool // an input that has no effect there
}

// Table lists what differs between the first of some scenarios and any other, things
// and inputs in the order of their declaration.
func Table(documents []*scenario.Document) (list []Differing) {
	first := documents[0]
	for _, other := range documents[1:] {
		for _, d := range first.Differences(other) {
			if !slices.ContainsFunc(list, func(l Differing) bool { return l.Path == d.Path && l.Kind == d.Kind }) {
				list = append(list, NewDiffering(&d, documents))
			}
		}
	}
	slices.SortStableFunc(list, func(a, b Differing) int { return cmp.Compare(scopeRank(a.Scope), scopeRank(b.Scope)) })
	return list
}

// NewDiffering tells what some scenarios have of a difference.
func NewDiffering(d *scenario.Difference, documents []*scenario.Document) Differing {
	made := Differing{Difference: *d, Whose: documents[0].Schema().WhoseIs(d), Title: titleOf(d)}
	for _, document := range documents {
		made.Cells = append(made.Cells, cellOf(d, document, documents[0]))
	}
	return made
}

// Texts are what the scenarios have, as people read it, numbers in as many digits as tell
// them apart.
func (d *Differing) Texts() []string {
	var amounts []float64
	for _, cell := range d.Cells {
		if d.IsNumber(cell) {
			amounts = append(amounts, cell.Value.Number)
		}
	}
	texts := make([]string, len(d.Cells))
	var numbers []string
	if d.Input != nil {
		numbers = scenario.Apart(amounts, d.Input.Unit, d.Input.Percent)
	}
	for i, cell := range d.Cells {
		switch {
		case !cell.There:
			texts[i] = "–"
		case d.IsNumber(cell):
			texts[i], numbers = numbers[0], numbers[1:]
		default:
			texts[i] = d.Written(cell)
		}
	}
	return texts
}

// IsNumber reports whether a scenario has one number, the same in all months.
func (d *Differing) IsNumber(cell Cell) bool {
	return d.Input != nil && d.Input.Kind == scenario.Number && cell.There && cell.Value.Profile == nil
}

// Written is what a scenario has of what differs, as people read it.
func (d *Differing) Written(cell Cell) string {
	in := d.Input
	switch {
	case !cell.There:
		return ""
	case in == nil:
		return cell.Text
	case cell.Value.Profile != nil:
		return writtenProfile(in, cell.Value.Profile)
	case in.Kind == scenario.Number:
		return scenario.Quantity(cell.Value.Number, in.Unit, in.Percent)
	case in.Kind == scenario.Choice:
		return in.Options[int(cell.Value.Number)].Title
	case in.Kind == scenario.Switch && cell.Value.Number != 0:
		return "yes"
	case in.Kind == scenario.Switch:
		return "no"
	}
	return strings.Trim(string(in.Encode(cell.Value)), `"`)
}

func writtenProfile(in *scenario.Input, p *scenario.Profile) string {
	var steps []string
	for _, step := range p.Steps {
		steps = append(steps, step.From.String()+": "+scenario.Quantity(step.Value, in.Unit, in.Percent))
	}
	text := strings.Join(steps, ", ")
	if p.Linear {
		text += ", straight lines between"
	}
	if p.Escalator != 0 {
		text += ", " + scenario.Quantity(p.Escalator, "1", true) + " more each year"
	}
	return text
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

func cellOf(d *scenario.Difference, document, first *scenario.Document) (c Cell) {
	switch at := document.Find(d.Scope, d.Name); {
	case d.Input != nil:
		c.Value, c.There = document.ValueAt(d)
		c.Idle = at >= 0 && document.Idle(at, d.Input) != nil
	case d.Kind == scenario.RowsDiffer || d.Kind == scenario.OrderDiffers:
		c.There, c.Text = true, "as it is"
		if slices.ContainsFunc(first.Differences(document), func(other scenario.Difference) bool { return other.Kind == d.Kind && other.Path == d.Path }) {
			c.Text = "its own"
		}
	case at < 0:
	case d.Kind == scenario.ParentDiffers:
		c.There, c.Text = true, document.Instances[document.Instances[at].Parent].Name
	default:
		c.There, c.Text = true, document.Called(at)
	}
	return c
}
