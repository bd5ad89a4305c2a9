package explain

import (
	"cmp"
	"slices"

	"rackonomics/engine/machine"
	"rackonomics/engine/scenario"
)

// Change is what was changed against the base and cannot be changed by parts.
type Change struct {
	Differences []scenario.Difference // mostly one
	Title       string
	Part        float64 // of the measure's difference
}

// Documents are those of the base and of the run that is compared with it.
func (c *Compared) Documents() (base, now *scenario.Document) {
	return c.comparison.sides[0].document, c.comparison.sides[1].document
}

// LeadsToInputs reports whether what moved a number is told by inputs. A month, a mean or a
// rate of return has a formula that parts nothing: its difference is that of whole runs.
func (c *Compared) LeadsToInputs() bool {
	if from, to := c.Root.From, c.Root.To; machine.IsAbsent(c.Root.Part) { // a month, or nothing on a side
		return from == nil || to == nil || from.Text == to.Text
	}
	return !slices.ContainsFunc(c.Moved, func(d *Difference) bool {
		return d.Rest == 0 && cmp.Or(d.To, d.From, &Node{}).Path == ""
	})
}

// ByChanges tells what moved a measure by what was changed, where its formula does not
// lead there. Their parts sum to the whole.
func (c *Compared) ByChanges(changes []Change, whole float64) {
	c.Root.Part, c.Moved = whole, nil
	for _, change := range changes {
		told := c.comparison.changed(&change)
		told.Part = change.Part
		c.Moved = append(c.Moved, told)
	}
}

// changed tells an input with its value on both sides, in the first month in which they
// differ; of anything else only what it is.
func (c *comparison) changed(change *Change) *Difference {
	d := &change.Differences[0]
	p := pair{kind: inputPair}
	for side, e := range c.sides {
		at := e.document.Find(d.Scope, d.Name)
		if d.Kind != scenario.InputDiffers || at < 0 || len(change.Differences) > 1 {
			return &Difference{Title: change.Title}
		}
		p.spots[side] = spot{there: true, name: d.Input.Name, instance: at}
	}
	first, later := p, c.sides[1].table.Start.Since(c.sides[0].table.Start)
	for month := range c.sides[1].table.Months {
		p.spots[0].from, p.spots[1].from = min(max(0, month+later), c.sides[0].table.Months-1), month
		if c.value(p, 0) != c.value(p, 1) {
			return c.told(p)
		}
	}
	return c.told(first)
}
