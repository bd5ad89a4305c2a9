package scenario

import (
	"math"
	"slices"
	"strconv"
	"strings"

	"rackonomics/engine/calendar"
)

// given reads a value, bare or wrapped with its provenance.
func (d *decoder) given(in *Input, path string, t *tree) Given {
	if t.kind != objectTree || t.get("value") == nil {
		return Given{Value: d.value(in, path, t)}
	}
	d.refuseOthers(path, t, []string{"value", "note", "sources"})
	given := Given{Value: d.value(in, path, t.get("value"))}
	given.Note, given.Sources = d.provenance(in, path, t)
	for i := range given.Sources {
		if given.Sources[i].Value == nil {
			given.Sources[i].Value = &given.Value
		}
	}
	return given
}

// provenance reads where something comes from; only an input's sources state values.
func (d *decoder) provenance(in *Input, path string, t *tree) (note string, sources []Source) {
	if given := t.get("sources"); given != nil {
		sources = d.sources(in, join(path, "sources"), given)
	}
	return d.text(join(path, "note"), t.get("note")), sources
}

func (d *decoder) value(in *Input, path string, t *tree) Value {
	if t.kind == objectTree {
		if !in.MayVary {
			d.fail(path, "this cannot change over time; %s", in.Allowed())
			return in.DefaultValue()
		}
		return Value{Profile: d.profile(in, path, t)}
	}
	kinds := map[Kind]treeKind{Number: numberTree, Switch: boolTree, Choice: textTree, Month: textTree, Day: textTree}
	if t.kind != kinds[in.Kind] {
		d.fail(path, "%s is expected here, not %s; %s", kinds[in.Kind], t.describe(), in.Allowed())
		return in.DefaultValue()
	}
	written := t.text
	if t.kind == boolTree {
		written = strconv.FormatBool(t.number != 0)
	}
	v, err := in.Parse(written)
	if err != nil {
		d.fail(path, "%v", err)
		return in.DefaultValue()
	}
	return v
}

func (d *decoder) profile(in *Input, path string, t *tree) *Profile {
	d.refuseOthers(path, t, []string{"steps", "between", "escalator"})
	profile := &Profile{}
	if between := t.get("between"); between != nil && d.expect(path+".between", between, textTree) {
		profile.Linear = between.text == "linear"
		if !profile.Linear && between.text != "step" {
			d.fail(path+".between", "%s is not known; allowed is step or linear", between.describe())
		}
	}
	if escalator := t.get("escalator"); escalator != nil && d.expect(path+".escalator", escalator, numberTree) {
		profile.Escalator = escalator.number
		if math.Abs(profile.Escalator) > SteepestEscalator {
			d.fail(path+".escalator", "%s is out of bounds; allowed is -0.5 to 0.5 a year", escalator.describe())
		}
	}
	steps := t.get("steps")
	if steps == nil {
		d.fail(path+".steps", "the steps are missing")
		steps = list()
	}
	if d.expect(path+".steps", steps, listTree) {
		d.steps(in, path+".steps", profile, steps)
	}
	if len(profile.Steps) == 0 {
		profile.Steps = []Step{{From: calendar.First, Value: in.Min}} // only where a mistake was noted
	}
	return profile
}

func (d *decoder) steps(in *Input, path string, profile *Profile, t *tree) {
	if len(t.items) == 0 || len(t.items) > mostSteps {
		d.fail(path, "%d steps are given; allowed are 1 to %d", len(t.items), mostSteps)
		return
	}
	for i, item := range t.items {
		at := join(path, strconv.Itoa(i))
		if !d.expect(at, item, objectTree) {
			continue
		}
		d.refuseOthers(at, item, []string{"from", "value"})
		step := Step{From: d.month(at+".from", item.get("from"))}
		if value := item.get("value"); value == nil {
			d.fail(at+".value", "a value is missing")
		} else if d.expect(at+".value", value, numberTree) {
			step.Value = value.number
			if err := in.checkNumber(step.Value); err != nil {
				d.fail(at+".value", "%v", err)
			}
		}
		if i > 0 && len(profile.Steps) > 0 && step.From.Since(profile.Steps[len(profile.Steps)-1].From) <= 0 {
			d.fail(at+".from", "%s does not come after the step before it", step.From)
		}
		profile.Steps = append(profile.Steps, step)
	}
}

func (d *decoder) sources(in *Input, path string, t *tree) []Source {
	sources := []Source{}
	for at, item := range d.objects(path, t, mostSources, "sources are given") {
		sources = append(sources, d.source(in, at, item))
	}
	return sources
}

// source reads a source; only that of an input may state a value of its own.
func (d *decoder) source(in *Input, path string, t *tree) Source {
	known := []string{"label", "url", "date", "confidence"}
	if in != nil {
		known = append(known, "value")
	}
	d.refuseOthers(path, t, known)
	source := Source{
		Label: d.text(path+".label", t.get("label")), URL: d.text(path+".url", t.get("url")),
		Date: d.text(path+".date", t.get("date")), Confidence: Confidence(d.text(path+".confidence", t.get("confidence"))),
	}
	if source.Label == "" {
		d.fail(path+".label", "a label is missing")
	}
	if source.URL != "" {
		if !isWebAddress(source.URL) {
			d.fail(path+".url", "%s is not a web address", t.get("url").describe())
		}
	}
	if !slices.Contains(grades, source.Confidence) {
		d.fail(path+".confidence", "%q is not a grade; allowed is H, M, L, DER or EST", shorten(string(source.Confidence)))
	}
	if value := t.get("value"); in != nil && value != nil {
		v := d.value(in, path+".value", value)
		source.Value = &v
	}
	return source
}

// isWebAddress allows what may stand in a link of the page: http or https and a
// host, without spaces or control characters.
func isWebAddress(address string) bool {
	rest, ok := strings.CutPrefix(address, "https://")
	if !ok {
		rest, ok = strings.CutPrefix(address, "http://")
	}
	host, _, _ := strings.Cut(rest, "/")
	odd := func(r rune) bool { return r <= ' ' || r == 0x7f || strings.ContainsRune("\\\"<>`{}|^", r) }
	return ok && host != "" && !strings.ContainsAny(host, "@?#") && !strings.ContainsFunc(address, odd)
}
