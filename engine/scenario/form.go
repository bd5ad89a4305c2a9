package scenario

import (
	"fmt"
	"slices"
	"strings"

	"rackonomics/engine/calendar"
	"rackonomics/engine/distribution"
)

// form says what documents and entries have of a form of distribution.
type form struct {
	name    distribution.Form
	members []string // what it has in a document besides its name
	kinds   []Kind   // of inputs that may have it; a factor may have what a number may
	parts   parts    // what follows its name in an entry
	about   string
}

// parts says how the parts of a distribution are written one after the other.
type parts string

const (
	asRange  parts = "LOW to HIGH"
	asThree  parts = "LOW, MODE, HIGH"
	asPoints parts = "VALUE or VALUE, each with or without at WEIGHT"
	asHazard parts = "FIRST MONTH, RATE"
)

// forms lists them in the order in which they are offered.
var forms = []form{
	{distribution.Normal, []string{"low", "high"}, []Kind{Number, Month, Day}, asRange, "90 % of cases lie from low to high"},
	{distribution.LogNormal, []string{"low", "high"}, []Kind{Number}, asRange, "90 % of cases lie from low to high, both above zero"},
	{distribution.Uniform, []string{"low", "high"}, []Kind{Number, Month, Day}, asRange, "every value from low to high is equally likely"},
	{distribution.Triangular, []string{"low", "mode", "high"}, []Kind{Number, Month, Day}, asThree, "from low to high, most likely mode, along straight lines"},
	{distribution.PERT, []string{"low", "mode", "high"}, []Kind{Number, Month, Day}, asThree, "from low to high, most likely mode, smooth"},
	{distribution.Discrete, []string{"points"}, []Kind{Number, Switch, Choice, Month, Day}, asPoints, "one of some values, each as likely as its weight"},
	{distribution.Hazard, []string{"low", "rate"}, []Kind{Month}, asHazard, "from low on it happens with this chance a year, each month alike, until it has"},
}

func findForm(name distribution.Form) *form {
	at := slices.IndexFunc(forms, func(f form) bool { return f.name == name })
	if at < 0 {
		return nil
	}
	return &forms[at]
}

// formsOf lists the names of the forms that an input may have.
func (in *Input) formsOf() string {
	var names []string
	for _, f := range forms {
		if slices.Contains(f.kinds, in.Kind) {
			names = append(names, string(f.name))
		}
	}
	return strings.Join(names, ", ")
}

// end is the part of a distribution that a member names, where that is a value.
func end(d *distribution.Distribution, member string) *float64 {
	switch member {
	case "low":
		return &d.Low
	case "mode":
		return &d.Mode
	case "high":
		return &d.High
	}
	return nil
}

// spread reads how likely each value of an input is. What stands in the object
// besides that is known too.
func (d *decoder) spread(in *Input, path string, t *tree, known ...string) Uncertain {
	u := Uncertain{Input: in}
	u.Note, u.Sources = d.provenance(nil, path, t)
	if times := t.get("times"); times != nil && d.expect(join(path, "times"), times, boolTree) {
		u.Times = times.number != 0
		if u.Times && in.Kind != Number {
			d.fail(join(path, "times"), "a factor is of a number, and %s is none", in.Name)
			return u
		}
	}
	u.Form = distribution.Form(d.text(join(path, "form"), t.get("form")))
	form := findForm(u.Form)
	if form == nil || !slices.Contains(form.kinds, in.Kind) {
		d.fail(join(path, "form"), "%q is not a form that %s may have; allowed is one of %s", shorten(string(u.Form)), in.Name, in.formsOf())
		return u
	}
	d.refuseOthers(path, t, slices.Concat(known, []string{"form", "times"}, form.members, []string{"note", "sources"}))
	before := len(d.problems)
	for _, name := range form.members {
		at, part := join(path, name), t.get(name)
		switch {
		case part == nil:
			d.fail(at, "this is missing; %s is %s", form.name, form.about)
		case name == "points":
			d.points(&u, at, part)
		case name == "rate":
			if d.expect(at, part, numberTree) {
				u.Rate = part.number
			}
		default:
			*end(&u.Distribution, name) = d.amount(&u, at, part)
		}
	}
	if len(d.problems) == before {
		d.checkSpread(&u, path)
	}
	return u
}

// checkSpread refuses a distribution that is none, or hardly any of whose values
// can be.
func (d *decoder) checkSpread(u *Uncertain, path string) {
	if _, err := u.Bounded(); err != nil {
		d.fail(path, "%v", err)
	}
}

// Bounded is the distribution within what the input can be, or a factor on it. The
// error says what of it makes no sense, and what is allowed.
func (u *Uncertain) Bounded() (distribution.Bounded, error) {
	of := u.Input
	if u.Times {
		of = u.Input.factor()
	}
	bounded, err := u.Within(of.Min, of.most(), of.Kind != Number || of.Counted())
	if err != nil {
		return bounded, fmt.Errorf("%s; %s", strings.ReplaceAll(err.Error(), "\n", "; "), of.Allowed())
	}
	return bounded, nil
}

// most is the largest number that a value of the input can be; the smallest is Min,
// which is zero for all but numbers.
func (in *Input) most() float64 {
	switch in.Kind {
	case Switch:
		return 1
	case Choice:
		return float64(len(in.Options) - 1)
	case Month:
		return MonthValue(calendar.Last).Number
	case Day:
		return float64(calendar.Last.Add(1).FirstDay() - 1)
	}
	return in.Max
}

// amount reads a value as the input's own, but for its bounds, or a factor.
func (d *decoder) amount(u *Uncertain, path string, t *tree) float64 {
	if u.Input.Kind != Number {
		return d.value(u.Input, path, t).Number
	}
	if !d.expect(path, t, numberTree) {
		return 0
	}
	return t.number
}

func (d *decoder) points(u *Uncertain, path string, t *tree) {
	for at, item := range d.objects(path, t, mostPoints, "points are listed") {
		d.refuseOthers(at, item, []string{"value", "weight"})
		var point distribution.Point
		if value := item.get("value"); value == nil {
			d.fail(join(at, "value"), "a value is missing")
		} else {
			point.Value = d.amount(u, join(at, "value"), value)
		}
		if weight := item.get("weight"); weight == nil {
			d.fail(join(at, "weight"), "a weight is missing; allowed is a number from 0 on")
		} else if d.expect(join(at, "weight"), weight, numberTree) {
			point.Weight = weight.number
		}
		u.Points = append(u.Points, point)
	}
}

// Words says what the form means: 90 % of cases lie from low to high.
func (u *Uncertain) Words() string { return findForm(u.Form).about }

// tree is the distribution as in a document, without the input's path.
func (u *Uncertain) tree() *tree {
	t := object(member{"form", text(string(u.Form))})
	if u.Times {
		t.members = append(t.members, member{"times", &tree{kind: boolTree, number: 1}})
	}
	for _, name := range findForm(u.Form).members {
		part := number(u.Rate)
		if value := end(&u.Distribution, name); value != nil {
			part = u.amountTree(*value)
		} else if name == "points" {
			part = u.pointsTree()
		}
		t.members = append(t.members, member{name, part})
	}
	addProvenance(t, u.Note, u.Sources, (*Source).tree)
	return t
}

func (u *Uncertain) amountTree(value float64) *tree {
	if u.Times {
		return number(value)
	}
	return u.Input.valueTree(NumberValue(value))
}

func (u *Uncertain) pointsTree() *tree {
	points := list()
	for _, point := range u.Points {
		points.items = append(points.items, object(member{"value", u.amountTree(point.Value)}, member{"weight", number(point.Weight)}))
	}
	return points
}

// uncertainSchema is what a JSON Schema says of an uncertain input.
func uncertainSchema() *tree {
	value := object(member{"type", list(text("number"), text("string"), text("boolean"))}, describe("As the input's own values are written; with times, a factor."))
	point := object(closed(object(member{"value", value}, member{"weight", object(member{"type", text("number")}, member{"minimum", number(0)})}), "value", "weight")...)
	parts := map[string]*tree{"low": value, "mode": value, "high": value, "points": listOf(point, mostPoints, "Weights need not add up to one."),
		"rate": object(member{"type", text("number")}, member{"exclusiveMinimum", number(0)}, member{"exclusiveMaximum", number(1)}, describe("The chance that it happens within twelve months."))}
	any := list()
	for _, f := range forms {
		properties := object(
			member{"input", object(member{"$ref", text("#/$defs/text")}, describe("Its path, as scope.name.input; of what there is one of, as scope.input."))},
			member{"form", object(member{"const", text(string(f.name))}, describe(f.sentence()))},
			member{"times", object(member{"type", text("boolean")}, describe("The distribution is of a factor on what the scenario says, and not of a value instead of it."))})
		for _, name := range f.members {
			properties.members = append(properties.members, member{name, parts[name]})
		}
		properties.members = append(properties.members, member{"note", reference("text")},
			member{"sources", listOf(object(closed(sourceMembers(), "label", "confidence")...), mostSources, "Where the distribution comes from.")})
		any.items = append(any.items, object(closed(properties, append([]string{"input", "form"}, f.members...)...)...))
	}
	return object(member{"anyOf", any})
}

// sentence is what the form means.
func (f *form) sentence() string { return strings.ToUpper(f.about[:1]) + f.about[1:] + "." }
