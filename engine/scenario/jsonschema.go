package scenario

import (
	"bytes"
	"fmt"
	"strings"

	"rackonomics/engine/calendar"
)

// SteepestEscalator is the most that a profile may grow or shrink in a year.
const SteepestEscalator = 0.5

// JSONSchema describes documents as a JSON Schema of draft 2020-12, for editors
// and other programs. It follows from the declarations. What a schema cannot
// say, such as that a thing belongs to another that there is, [Schema.Decode]
// still checks.
func (s *Schema) JSONSchema() []byte {
	properties := object(
		member{"$schema", reference("text")},
		member{"version", object(wholeBetween(1, Version, "Version of this format; the defaults are those of the newest.")...)},
		member{"name", reference("name")},
		member{"title", reference("text")},
		member{"about", reference("text")},
		member{"as_of", object(member{"$ref", text("#/$defs/text")}, describe("Date of the newest figure in it."))},
		member{"start", object(append(s.start.plainSchema(), describe(s.start.Note))...)},
		member{"months", object(wholeBetween(s.months.Min, s.months.Max, s.months.Note)...)},
		member{"seed", object(wholeBetween(0, largestSeed, "Seed of random draws.")...)},
	)
	definitions := object(s.commonDefinitions()...)
	for _, scope := range s.scopes {
		properties.members = append(properties.members, member{scope.Name, scope.listSchema()})
		definitions.members = append(definitions.members, member{scope.Name, s.thingSchema(scope)})
		for _, in := range s.InputsOf(scope.Name) {
			definitions.members = append(definitions.members, member{in.Name, in.valueSchema()})
		}
	}
	properties.members = append(properties.members, member{"rows", listOf(reference("row"), mostRows, "Rows that the scenario adds to the model.")},
		member{"actuals", listOf(reference("actual"), mostActuals, "What was reported, to be shown beside what is computed.")},
		member{studyMember, reference(studyMember)}, member{leversMember, leversSchema()},
		member{storyMember, reference(storyMember)})
	root := object(
		member{"$schema", text("https://json-schema.org/draft/2020-12/schema")},
		member{"title", text(s.title)},
		describe("The things of a scenario, each with those inputs that differ from their defaults."),
	)
	root.members = append(root.members, closed(properties, "version", "name", "start", "months")...)
	root.members = append(root.members, member{"$defs", definitions})
	var out bytes.Buffer
	root.write(&out, "\n")
	out.WriteByte('\n')
	return out.Bytes()
}

func describe(description string) member { return member{"description", text(description)} }

func reference(definition string) *tree { return object(member{"$ref", text("#/$defs/" + definition)}) }

// closed is what makes an object of some properties and no others.
func closed(properties *tree, required ...string) []member {
	names := list()
	for _, name := range required {
		names.items = append(names.items, text(name))
	}
	return []member{{"type", text("object")}, {"required", names}, {"properties", properties}, {"additionalProperties", &tree{kind: boolTree}}}
}

func wholeBetween(least, most float64, description string) []member {
	return []member{{"type", text("integer")}, {"minimum", number(least)}, {"maximum", number(most)}, describe(description)}
}

func listOf(items *tree, most int, description string) *tree {
	return object(member{"type", text("array")}, member{"maxItems", number(float64(most))}, member{"items", items}, describe(description))
}

func (s *Schema) commonDefinitions() []member {
	short := func(description string) *tree {
		return object(member{"$ref", text("#/$defs/text")}, member{"minLength", number(1)}, describe(description))
	}
	row := object(
		member{"name", short("scope.name, such as " + s.example.Name + ".")},
		member{"unit", short("Such as " + s.example.Unit + "; bool for a condition.")},
		member{"formula", short("In the row language, as the model's own rows.")},
		member{"note", reference("text")},
	)
	known := list()
	for _, grade := range grades {
		known.items = append(known.items, text(string(grade)))
	}
	return []member{
		{"text", object(member{"type", text("string")}, member{"maxLength", number(longestText)})},
		{"name", object(member{"type", text("string")}, member{"pattern", text("^[a-z][a-z0-9_-]{0,39}$")}, describe("Unique among its kind."))},
		{"month", object(member{"type", text("string")}, member{"pattern", text("^[0-9]{4}-(0[1-9]|1[0-2])$")},
			describe(fmt.Sprintf("A month such as 2026-05, from %s to %s.", calendar.First, calendar.Last)))},
		{"day", object(member{"type", text("string")}, member{"pattern", text("^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$")},
			describe("A day such as 2026-05-20, within the same months."))},
		{"confidence", object(member{"enum", known},
			describe("H primary source or many that agree; M one reputable report; L one blog or analyst, or in conflict; DER arithmetic from cited figures; EST estimate without a source."))},
		{"row", object(closed(row, "name", "unit", "formula")...)},
		{"actual", actualSchema()},
		{studyMember, studySchema()},
		{storyMember, storySchema()},
		{"uncertain", uncertainSchema()},
	}
}

// listSchema is the member of a document that holds the things of a scope.
func (s *Scope) listSchema() *tree {
	if s.Single {
		return reference(s.Name)
	}
	return listOf(reference(s.Name), s.Most, s.Note)
}

func (s *Schema) thingSchema(scope *Scope) *tree {
	properties := object()
	var required []string
	if !scope.Single {
		properties.members = append(properties.members, member{"name", reference("name")})
		required = append(required, "name")
	}
	properties.members = append(properties.members, member{titleField, reference("text")}, member{"note", reference("text")})
	if parent := s.NamedParent(scope); parent != nil {
		properties.members = append(properties.members, member{parent.Name, object(member{"$ref", text("#/$defs/name")}, describe("The name of its "+parent.Name+"."))})
		required = append(required, parent.Name)
	}
	for _, in := range s.InputsOf(scope.Name) {
		properties.members = append(properties.members, member{in.Field(), in.schema()})
	}
	return object(append([]member{{"title", text(scope.Title)}, describe(scope.Note)}, closed(properties, required...)...)...)
}

// schema is an input's value, bare or with its provenance.
func (in *Input) schema() *tree {
	source := sourceMembers()
	source.members = append(source.members, member{"value", object(member{"$ref", text("#/$defs/" + in.Name)}, describe("What this source says, where it is not the value used."))})
	given := object(
		member{"value", reference(in.Name)},
		member{"note", reference("text")},
		member{"sources", listOf(object(closed(source, "label", "confidence")...), mostSources, "Where the value comes from.")},
	)
	return object(
		member{"title", text(in.Title)},
		describe(in.description()),
		member{"default", in.valueTree(in.DefaultValue())},
		member{"anyOf", list(reference(in.Name), object(closed(given, "value")...))},
	)
}

// sourceMembers are those of a source that states no value of its own.
func sourceMembers() *tree {
	return object(
		member{"label", object(member{"$ref", text("#/$defs/text")}, member{"minLength", number(1)})},
		member{"url", object(member{"$ref", text("#/$defs/text")}, member{"pattern", text("^(https?://.+)?$")})},
		member{"date", reference("text")},
		member{"confidence", reference("confidence")},
	)
}

func (in *Input) description() string {
	var out strings.Builder
	out.WriteString(in.Note)
	if in.Unit != "" && in.Unit != "1" {
		out.WriteString(" Unit: " + in.Unit + ".")
	}
	if in.OnlyWith != "" {
		out.WriteString(" Has an effect only with " + in.OnlyWith + ".")
	}
	return out.String()
}

// valueSchema is an input's bare value: one, or a profile over time.
func (in *Input) valueSchema() *tree {
	plain := object(in.plainSchema()...)
	if !in.MayVary {
		return plain
	}
	step := object(member{"from", reference("month")}, member{"value", plain})
	steps := object(member{"type", text("array")}, member{"minItems", number(1)}, member{"maxItems", number(mostSteps)},
		member{"items", object(closed(step, "from", "value")...)}, describe("Values from a month on, in order of time; the first holds before it too."))
	profile := object(
		member{"steps", steps},
		member{"between", object(member{"enum", list(text("step"), text("linear"))}, member{"default", text("step")})},
		member{"escalator", object(member{"type", text("number")}, member{"minimum", number(-SteepestEscalator)}, member{"maximum", number(SteepestEscalator)},
			member{"default", number(0)}, describe("Growth a year of each step's value, on its anniversaries."))},
	)
	return object(member{"anyOf", list(plain, object(closed(profile, "steps")...))})
}

func (in *Input) plainSchema() []member {
	switch in.Kind {
	case Switch:
		return []member{{"type", text("boolean")}}
	case Month:
		return []member{{"$ref", text("#/$defs/month")}}
	case Day:
		return []member{{"$ref", text("#/$defs/day")}}
	case Choice:
		options := list()
		var titles []string
		for _, option := range in.Options {
			options.items = append(options.items, text(option.Name))
			titles = append(titles, option.Name+": "+option.Title)
		}
		return []member{{"enum", options}, describe(strings.Join(titles, "; ") + ".")}
	}
	return []member{{"type", text("number")}, {"minimum", number(in.Min)}, {"maximum", number(in.Max)}}
}
