package scenario_test

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"rackonomics/engine/calendar"
	"rackonomics/engine/model"
	"rackonomics/engine/scenario"
)

// checkBoth checks a law on random documents of the small schema and of the real one.
func checkBoth(t *testing.T, law func(t *rapid.T, schema *scenario.Schema)) {
	for name, schema := range map[string]*scenario.Schema{"bakeries": bakeries, "the model": model.Scenario} {
		t.Run(name, func(t *testing.T) {
			rapid.Check(t, func(t *rapid.T) { law(t, schema) })
		})
	}
}

// Random documents follow the declarations, whatever they are.

var someText = rapid.OneOf(rapid.SampledFrom([]string{"", "plain", "größer & <b>", "\"quoted\" \\ / \u2028\u2029", "🚀", "tab\tand\nline"}), rapid.StringN(0, 20, 60))

var someMonth = rapid.Custom(func(t *rapid.T) calendar.Month {
	return calendar.First.Add(rapid.IntRange(0, calendar.Last.Since(calendar.First)).Draw(t, "month"))
})

// plainValue draws what a document has as the value of an input, for JSON.
func plainValue(t *rapid.T, in *scenario.Input) any {
	switch in.Kind {
	case scenario.Switch:
		return rapid.Bool().Draw(t, in.Name)
	case scenario.Choice:
		return rapid.SampledFrom(in.Options).Draw(t, in.Name).Name
	case scenario.Month:
		return someMonth.Draw(t, in.Name).String()
	case scenario.Day:
		return calendar.DayText(rapid.IntRange(0, calendar.Last.FirstDay()+30).Draw(t, in.Name))
	}
	number := rapid.OneOf(rapid.Float64Range(in.Min, in.Max), rapid.SampledFrom([]float64{in.Min, in.Max}))
	if !in.MayVary || rapid.Bool().Draw(t, "single") {
		return number.Draw(t, in.Name)
	}
	month := calendar.First.Add(rapid.IntRange(0, 600).Draw(t, "from"))
	var steps []any
	for range rapid.IntRange(1, 4).Draw(t, "steps") {
		steps = append(steps, map[string]any{"from": month.String(), "value": number.Draw(t, in.Name)})
		month = month.Add(rapid.IntRange(1, 30).Draw(t, "later"))
	}
	profile := map[string]any{"steps": steps}
	if rapid.Bool().Draw(t, "between") {
		profile["between"] = rapid.SampledFrom([]string{"step", "linear"}).Draw(t, "way")
	}
	if rapid.Bool().Draw(t, "escalates") {
		profile["escalator"] = rapid.Float64Range(-0.5, 0.5).Draw(t, "escalator")
	}
	return profile
}

func givenValue(t *rapid.T, in *scenario.Input) any {
	value := plainValue(t, in)
	if rapid.Bool().Draw(t, "bare") {
		return value
	}
	wrapped := map[string]any{"value": value, "note": someText.Draw(t, "note")}
	if rapid.Bool().Draw(t, "sourced") {
		sources := []any{}
		for range rapid.IntRange(0, 3).Draw(t, "sources") {
			source := map[string]any{"label": "S" + someText.Draw(t, "label"), "confidence": rapid.SampledFrom([]string{"H", "M", "L", "DER", "EST"}).Draw(t, "grade"),
				"date": someText.Draw(t, "date"), "url": rapid.SampledFrom([]string{"", "https://example.org/?a=b&c", "http://localhost:80/x"}).Draw(t, "url")}
			if rapid.Bool().Draw(t, "states") {
				source["value"] = plainValue(t, in)
			}
			sources = append(sources, source)
		}
		wrapped["sources"] = sources
	}
	return wrapped
}

// instanceObject draws a thing; parents are the names of what it may belong to.
func instanceObject(t *rapid.T, schema *scenario.Schema, scope *scenario.Scope, name string, parents []string) map[string]any {
	object := map[string]any{}
	if !scope.Single {
		object["name"] = name
	}
	if parent := schema.FindScope(scope.Parent); parent != nil && !parent.Single {
		object[parent.Name] = rapid.SampledFrom(parents).Draw(t, "parent")
	}
	for _, field := range []string{"title", "note"} {
		object[field] = someText.Draw(t, field)
	}
	inputs := schema.InputsOf(scope.Name)
	for range rapid.IntRange(0, min(6, len(inputs))).Draw(t, "given") {
		in := rapid.SampledFrom(inputs).Draw(t, "input")
		object[in.Field()] = givenValue(t, in)
	}
	return object
}

// randomDocument draws a valid document as JSON.
func randomDocument(t *rapid.T, schema *scenario.Schema) []byte {
	start := calendar.First.Add(rapid.IntRange(0, calendar.Last.Since(calendar.First)-1).Draw(t, "start"))
	root := map[string]any{"version": scenario.Version, "name": "random", "start": start.String(),
		"months": rapid.IntRange(1, min(scenario.LongestHorizon, calendar.Last.Since(start))).Draw(t, "months"), "seed": rapid.Uint64Range(0, 1<<53-1).Draw(t, "seed")}
	for _, field := range []string{"title", "about", "as_of"} {
		root[field] = someText.Draw(t, field)
	}
	names := map[string][]string{}
	for _, scope := range schema.Scopes() {
		if scope.Single {
			root[scope.Name] = instanceObject(t, schema, scope, "", nil)
			continue
		}
		list := []any{}
		parents := names[scope.Parent]
		if parent := schema.FindScope(scope.Parent); parent == nil || parent.Single || len(parents) > 0 {
			for j := range rapid.IntRange(0, min(3, scope.Most)).Draw(t, scope.Name) {
				name := fmt.Sprintf("%s-%d", scope.Name, j)
				names[scope.Name] = append(names[scope.Name], name)
				list = append(list, instanceObject(t, schema, scope, name, parents))
			}
		}
		if len(list) > 1 {
			list = rapid.Permutation(list).Draw(t, "order")
		}
		root[scope.Name] = list
	}
	rows := []any{}
	for i := range rapid.IntRange(0, 3).Draw(t, "rows") {
		rows = append(rows, map[string]any{"name": fmt.Sprintf("chain.x%d", i), "unit": "1", "formula": strings.Repeat("1+", i) + "1", "note": someText.Draw(t, "note")})
	}
	root["rows"] = rows
	actuals := []any{}
	for range rapid.IntRange(0, 3).Draw(t, "actuals") {
		from := start.Add(rapid.IntRange(0, calendar.Last.Since(start)).Draw(t, "from"))
		actual := map[string]any{"row": "order.revenue", "from": from.String(), "to": from.Add(rapid.IntRange(0, min(11, calendar.Last.Since(from))).Draw(t, "long")).String(),
			"value": rapid.Float64().Draw(t, "value"), "sources": []any{map[string]any{"label": "a", "confidence": "H"}}, "note": someText.Draw(t, "note")}
		if thing := rapid.SampledFrom([]string{"", "order-0"}).Draw(t, "thing"); thing != "" {
			actual["thing"] = thing
		}
		actuals = append(actuals, actual)
	}
	root["actuals"] = actuals
	root["study"] = studyObject(t, schema, names)
	return mustJSON(root)
}

func mustJSON(value any) []byte {
	text, err := json.Marshal(value)
	if err != nil {
		panic(err)
	}
	return text
}

// uncertainObject draws how likely each value of an input is, without its path. What
// may change over time is varied by a factor, so that it may change.
func uncertainObject(t *rapid.T, in *scenario.Input) map[string]any {
	times := in.MayVary || in.Kind == scenario.Number && rapid.Bool().Draw(t, "times")
	object := map[string]any{"note": someText.Draw(t, "note")}
	if times {
		object["times"] = true
	}
	if rapid.Bool().Draw(t, "sourced") {
		object["sources"] = []any{map[string]any{"label": "a", "confidence": "L"}}
	}
	names := []string{"normal", "uniform", "triangular", "pert", "discrete"}
	switch in.Kind {
	case scenario.Switch, scenario.Choice:
		names = []string{"discrete"}
	case scenario.Month:
		names = append(names, "hazard")
	}
	form := rapid.SampledFrom(names).Draw(t, "form")
	object["form"] = form
	ends := amounts(t, in, times)
	switch form {
	case "discrete":
		points := []any{}
		for _, value := range ends {
			points = append(points, map[string]any{"value": value, "weight": rapid.Float64Range(1e-3, 1e3).Draw(t, "weight")})
		}
		object["points"] = points
	case "hazard":
		object["low"], object["rate"] = ends[0], rapid.Float64Range(1e-3, 0.999).Draw(t, "rate")
	case "triangular", "pert":
		object["mode"] = ends[1]
		fallthrough
	default:
		object["low"], object["high"] = ends[0], ends[len(ends)-1]
	}
	return object
}

// amounts draws values of an input, or factors, in their order: three where there are as many.
func amounts(t *rapid.T, in *scenario.Input, times bool) []any {
	least, most := in.Min, in.Max
	write := func(value int) any { return least + (most-least)*float64(value)/1000 }
	count := 1000
	switch {
	case times:
		least, most = 0, 10
	case in.Kind == scenario.Switch:
		return []any{false, true}
	case in.Kind == scenario.Choice:
		return []any{in.Options[0].Name}
	case in.Kind == scenario.Month:
		write = func(value int) any { return calendar.First.Add(value).String() }
	case in.Kind == scenario.Day:
		write = func(value int) any { return calendar.DayText(value) }
	}
	low := rapid.IntRange(0, count-2).Draw(t, "low")
	mode := rapid.IntRange(low+1, count-1).Draw(t, "mode")
	return []any{write(low), write(mode), write(rapid.IntRange(mode+1, count).Draw(t, "high"))}
}

// studyObject draws a study of a document with things of these names.
func studyObject(t *rapid.T, schema *scenario.Schema, names map[string][]string) map[string]any {
	uncertain, paths := []any{}, []string{}
	for _, in := range schema.Inputs() {
		things := names[in.Scope()]
		path := in.Name
		if !schema.FindScope(in.Scope()).Single {
			if len(things) == 0 {
				continue
			}
			path = in.Scope() + "." + rapid.SampledFrom(things).Draw(t, "thing") + "." + in.Field()
		}
		if len(paths) == 8 || rapid.IntRange(0, 5).Draw(t, in.Name) > 0 {
			continue
		}
		object := uncertainObject(t, in)
		object["input"] = path
		uncertain, paths = append(uncertain, object), append(paths, path)
	}
	study := map[string]any{"uncertain": uncertain, "measure": rapid.SampledFrom(measuresOf(schema, names)).Draw(t, "measure")}
	if rapid.Bool().Draw(t, "counted") {
		study["paths"] = rapid.IntRange(2, 1_000_000).Draw(t, "paths")
	}
	correlations := []any{}
	for i := 1; i < len(paths); i += 2 {
		correlations = append(correlations, map[string]any{"of": paths[i-1 : i+1], "is": rapid.Float64Range(-0.99, 0.99).Draw(t, "is")})
	}
	study["correlations"] = correlations
	return study
}

// measuresOf lists what a study may ask about: nothing, what there is one of, or what a thing has.
func measuresOf(schema *scenario.Schema, names map[string][]string) []string {
	if schema != bakeries {
		return []string{"", "break_even.operating_income.first"}
	}
	measures := []string{"", "chain.profit"}
	for _, order := range names["order"] {
		measures = append(measures, "order.tips@"+order)
	}
	return measures
}

// randomStudyChange draws a change of the study as a whole, or of one uncertain input.
func randomStudyChange(t *rapid.T, d *scenario.Document) scenario.Change {
	changes := []scenario.Change{change("study.measure", "null"), change("study.paths", "2"), change("study.paths", "null"),
		change("study.correlations", "null"), change("scenario.seed", "5"), change("scenario.seed", "null")}
	uncertain := d.Study.Uncertain
	for i, u := range uncertain {
		changes = append(changes, change("study."+u.Path, "null"))
		if i > 0 {
			changes = append(changes, scenario.Change{Path: "study.correlations", JSON: mustJSON([]any{map[string]any{"of": []string{u.Path, uncertain[0].Path}, "is": 0.5}})})
		}
	}
	return rapid.SampledFrom(changes).Draw(t, "change of the study")
}
