package scenario

import "math"

func (d *decoder) actuals(t *tree) {
	if t == nil {
		return
	}
	for path, item := range d.objects("actuals", t, mostActuals, "figures are reported") {
		d.document.Actuals = append(d.document.Actuals, d.actual(path, item))
	}
}

func (d *decoder) actual(path string, t *tree) Actual {
	d.refuseOthers(path, t, []string{"row", "thing", "from", "to", "value", "note", "sources"})
	actual := Actual{Row: d.text(join(path, "row"), t.get("row")), Thing: d.text(join(path, "thing"), t.get("thing")),
		From: d.month(join(path, "from"), t.get("from")), To: d.month(join(path, "to"), t.get("to")), Note: d.text(join(path, "note"), t.get("note"))}
	if actual.Row == "" {
		d.fail(join(path, "row"), "this is missing")
	}
	if actual.Months() < 1 {
		d.fail(join(path, "to"), "%s is before %s, the first month", actual.To, actual.From)
	}
	switch value := t.get("value"); {
	case value == nil:
		d.fail(join(path, "value"), "this is missing")
	case d.expect(join(path, "value"), value, numberTree):
		actual.Value = value.number
		if math.IsInf(actual.Value, 0) {
			d.fail(join(path, "value"), "%s is too large for a number", value.describe())
		}
	}
	sources := t.get("sources")
	if sources == nil {
		d.fail(join(path, "sources"), "this is missing: a reported figure has a source")
		return actual
	}
	actual.Sources = d.sources(nil, join(path, "sources"), sources)
	if len(actual.Sources) == 0 {
		d.fail(join(path, "sources"), "a reported figure has a source")
	}
	return actual
}

func (a *Actual) tree() *tree {
	t := object(member{"row", text(a.Row)})
	addText(t, "thing", a.Thing)
	t.members = append(t.members, member{"from", text(a.From.String())}, member{"to", text(a.To.String())}, member{"value", number(a.Value)})
	addText(t, "note", a.Note)
	sources := list()
	for _, source := range a.Sources {
		sources.items = append(sources.items, source.tree())
	}
	t.members = append(t.members, member{"sources", sources})
	return t
}

// actualSchema is what a JSON Schema says of a reported figure.
func actualSchema() *tree {
	actual := object(
		member{"row", object(member{"$ref", text("#/$defs/text")}, member{"minLength", number(1)}, describe("The row that was reported, as scope.name."))},
		member{"thing", object(member{"$ref", text("#/$defs/name")}, describe("Whose row it is, where there are several; all together without it."))},
		member{"from", object(member{"$ref", text("#/$defs/month")}, describe("Its first month."))},
		member{"to", object(member{"$ref", text("#/$defs/month")}, describe("Its last month."))},
		member{"value", object(member{"type", text("number")}, describe("In the row's unit: the sum of a flow over these months, a balance at their end."))},
		member{"note", reference("text")},
		member{"sources", listOf(object(closed(sourceMembers(), "label", "confidence")...), mostSources, "Where it was reported.")},
	)
	return object(closed(actual, "row", "from", "to", "value", "sources")...)
}
