package scenario

import (
	"bytes"
	"fmt"
	"hash/fnv"
	"slices"

	"rackonomics/engine/calendar"
)

// Encode writes the document as indented JSON that [Schema.Decode] reads back to the
// same document. Members stand in the order of their declarations.
func (d *Document) Encode() []byte {
	var out bytes.Buffer
	d.shown().write(&out, "\n")
	out.WriteByte('\n')
	return out.Bytes()
}

// Hash identifies the document's content, whatever its layout: the 64-bit FNV-1a
// hash of its compact form, in hex. It tells forms of a shipped scenario apart
// and guards nothing, so it need not resist forgery. What only says how a scenario
// is shown, and changes no figure, is left out, so that a link keeps its meaning
// and opens with today's way of showing it.
func (d *Document) Hash() string {
	hash := fnv.New64a()
	hash.Write(d.tree().json())
	return fmt.Sprintf("%016x", hash.Sum64())
}

// json writes a tree on one line.
func (t *tree) json() []byte {
	var out bytes.Buffer
	t.write(&out, "")
	return out.Bytes()
}

// shown is the document with what says how it is shown.
func (d *Document) shown() *tree {
	root := d.tree()
	if levers := d.leversTree(); levers != nil {
		root.members = append(root.members, member{leversMember, levers})
	}
	if story := d.Story.tree(); story != nil {
		root.members = append(root.members, member{storyMember, story})
	}
	return root
}

// IsShownAs reports whether the document says nothing of its own on how it is shown,
// which its hash leaves out, or the same as another of that hash.
func (d *Document) IsShownAs(other *Document) bool {
	return (len(d.Levers) == 0 || slices.Equal(d.Levers, other.Levers)) &&
		(len(d.Story.Steps) == 0 || d.Story.tellsAs(&other.Story))
}

// tree is what figures follow from, and what is told of them.
func (d *Document) tree() *tree {
	root := object(member{"version", number(float64(d.Version))}, member{"name", text(d.Name)})
	addText(root, "title", d.Title)
	addText(root, "about", d.About)
	addText(root, "as_of", d.AsOf)
	root.members = append(root.members, member{"start", text(d.Start.String())}, member{"months", number(float64(d.Months))})
	if d.Seed != 0 {
		root.members = append(root.members, member{"seed", number(float64(d.Seed))})
	}
	for _, scope := range d.schema.scopes {
		instances := list()
		for i := range d.Instances {
			if d.Instances[i].Scope == scope.Name {
				instances.items = append(instances.items, d.instanceTree(i))
			}
		}
		switch {
		case scope.Single:
			if len(instances.items[0].members) > 0 {
				root.members = append(root.members, member{scope.Name, instances.items[0]})
			}
		case len(instances.items) > 0:
			root.members = append(root.members, member{scope.Name, instances})
		}
	}
	if len(d.Rows) > 0 {
		rows := list()
		for _, row := range d.Rows {
			t := object(member{"name", text(row.Name)}, member{"unit", text(row.Unit)}, member{"formula", text(row.Formula)})
			addText(t, "note", row.Note)
			rows.items = append(rows.items, t)
		}
		root.members = append(root.members, member{"rows", rows})
	}
	if len(d.Actuals) > 0 {
		actuals := list()
		for i := range d.Actuals {
			actuals.items = append(actuals.items, d.Actuals[i].tree())
		}
		root.members = append(root.members, member{"actuals", actuals})
	}
	if study := d.Study.tree(); study != nil {
		root.members = append(root.members, member{studyMember, study})
	}
	return root
}

func addText(t *tree, key, value string) {
	if value != "" {
		t.members = append(t.members, member{key, text(value)})
	}
}

// instanceTree writes an instance as in a document.
func (d *Document) instanceTree(index int) *tree {
	instance := &d.Instances[index]
	t := object()
	if !instance.single {
		addText(t, "name", instance.Name)
	}
	addText(t, titleField, instance.Title)
	addText(t, "note", instance.Note)
	if parent := d.schema.NamedParent(d.schema.FindScope(instance.Scope)); parent != nil {
		addText(t, parent.Name, d.Instances[instance.Parent].Name)
	}
	for _, in := range d.schema.InputsOf(instance.Scope) {
		if given, ok := instance.Given[in.Field()]; ok {
			t.members = append(t.members, member{in.Field(), in.givenTree(given)})
		}
	}
	return t
}

func (in *Input) givenTree(given Given) *tree {
	value := in.valueTree(given.Value)
	if given.Note == "" && given.Sources == nil {
		return value
	}
	t := object(member{"value", value})
	addProvenance(t, given.Note, given.Sources, func(source *Source) *tree { return in.sourceTree(source, given.Value) })
	return t
}

// addProvenance writes where something comes from, the sources each by a function.
func addProvenance(t *tree, note string, sources []Source, write func(*Source) *tree) {
	addText(t, "note", note)
	if sources == nil {
		return
	}
	written := list()
	for i := range sources {
		written.items = append(written.items, write(&sources[i]))
	}
	t.members = append(t.members, member{"sources", written})
}

// tree is the source without what it says.
func (s *Source) tree() *tree {
	t := object(member{"label", text(s.Label)})
	addText(t, "url", s.URL)
	addText(t, "date", s.Date)
	addText(t, "confidence", string(s.Confidence))
	return t
}

// sourceTree leaves out the value of a source that states just the value used.
func (in *Input) sourceTree(source *Source, used Value) *tree {
	t := source.tree()
	if source.Value != nil && !source.Value.Equal(used) {
		t.members = append(t.members, member{"value", in.valueTree(*source.Value)})
	}
	return t
}

// Encode writes a value as JSON, as a document has it.
func (in *Input) Encode(v Value) []byte { return in.valueTree(v).json() }

func (in *Input) valueTree(v Value) *tree {
	if v.Profile != nil {
		return v.Profile.tree()
	}
	switch in.Kind {
	case Switch:
		return &tree{kind: boolTree, number: v.Number}
	case Choice:
		return text(in.Options[int(v.Number)].Name)
	case Month:
		return text(v.Month().String())
	case Day:
		return text(calendar.DayText(int(v.Number)))
	}
	return number(v.Number)
}

func (p *Profile) tree() *tree {
	steps := list()
	for _, step := range p.Steps {
		steps.items = append(steps.items, object(member{"from", text(step.From.String())}, member{"value", number(step.Value)}))
	}
	t := object(member{"steps", steps})
	if p.Linear {
		t.members = append(t.members, member{"between", text("linear")})
	}
	if p.Escalator != 0 {
		t.members = append(t.members, member{"escalator", number(p.Escalator)})
	}
	return t
}
