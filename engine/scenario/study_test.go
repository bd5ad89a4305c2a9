package scenario_test

import (
	"bytes"
	"reflect"
	"strings"
	"testing"

	"rackonomics/engine/distribution"
	"rackonomics/engine/scenario"
)

// studied is twoBakeries with a study of inputs of every kind.
var studied = strings.TrimSuffix(twoBakeries, "}") + `,"seed":3,"study":{
	"uncertain":[
		{"input":"order.hotel.share","form":"normal","low":0.25,"high":0.35,"note":"a guess","sources":[{"label":"Gazette","confidence":"L"}]},
		{"input":"oven.deck.loaves","form":"log-normal","times":true,"low":0.8,"high":1.2},
		{"input":"order.other.start","form":"hazard","low":"2026-08","rate":0.2},
		{"input":"order.other.basis","form":"discrete","points":[{"value":"share","weight":2},{"value":"weight","weight":1}]},
		{"input":"order.other.prorated","form":"discrete","points":[{"value":true,"weight":1},{"value":false,"weight":1}]},
		{"input":"chain.spending","form":"pert","low":1e9,"mode":2e9,"high":4e9}],
	"correlations":[{"of":["order.hotel.share","chain.spending"],"is":0.6},{"of":["chain.spending","oven.deck.loaves"],"is":-0.25}],
	"measure":"chain.profit","paths":10000}}`

// study writes a document with a study of one order.
func study(members ...string) string {
	return strings.TrimSuffix(order(), "}") + `,"study":{` + strings.Join(members, ",") + "}}"
}

// uncertain writes the list of one uncertain input.
func uncertain(input string, members ...string) string {
	return `"uncertain":[{` + strings.Join(append([]string{`"input":"` + input + `"`}, members...), ",") + "}]"
}

// shareAnd writes the list of the order's share, uncertain, with more members.
func shareAnd(members ...string) string {
	return uncertain("order.hotel.share", append([]string{`"form":"uniform"`, `"low":0.2`, `"high":0.4`}, members...)...)
}

var share = shareAnd()

func TestDecodeStudy(t *testing.T) {
	d := decode(t, studied)
	s := d.Study
	if s.Measure != "chain.profit" || s.Paths != 10000 || len(s.Uncertain) != 6 || len(s.Correlations) != 2 {
		t.Fatalf("the study is %+v", s)
	}
	if c := s.Correlations[1]; c.Of != [2]string{"chain.spending", "oven.deck.loaves"} || c.Is != -0.25 {
		t.Errorf("the correlation is %+v", c)
	}
	since := func(text string) float64 { return scenario.MonthValue(month(t, text)).Number }
	for i, want := range []struct {
		path   string
		times  bool
		spread distribution.Distribution
	}{
		{"order.hotel.share", false, distribution.Distribution{Form: distribution.Normal, Low: 0.25, High: 0.35}},
		{"oven.deck.loaves", true, distribution.Distribution{Form: distribution.LogNormal, Low: 0.8, High: 1.2}},
		{"order.other.start", false, distribution.Distribution{Form: distribution.Hazard, Low: since("2026-08"), Rate: 0.2}},
		{"order.other.basis", false, distribution.Distribution{Form: distribution.Discrete, Points: []distribution.Point{{Value: 0, Weight: 2}, {Value: 2, Weight: 1}}}},
		{"order.other.prorated", false, distribution.Distribution{Form: distribution.Discrete, Points: []distribution.Point{{Value: 1, Weight: 1}, {Value: 0, Weight: 1}}}},
		{"chain.spending", false, distribution.Distribution{Form: distribution.PERT, Low: 1e9, Mode: 2e9, High: 4e9}},
	} {
		got := s.Uncertain[i]
		if got.Path != want.path || got.Times != want.times || !reflect.DeepEqual(got.Distribution, want.spread) {
			t.Errorf("%d is %+v, want %+v", i, got, want)
		}
		if path := d.Instances[got.Instance].Path(got.Input.Field()); path != want.path {
			t.Errorf("%s is taken for %s", want.path, path)
		}
	}
	if first := s.Uncertain[0]; first.Note != "a guess" || len(first.Sources) != 1 || first.Sources[0].Value != nil {
		t.Errorf("the provenance is %+v", first)
	}
}

func TestDecodeRefusesStudies(t *testing.T) {
	many := func(count int, item string) string {
		return "[" + strings.TrimSuffix(strings.Repeat(item+",", count), ",") + "]"
	}
	notice := uncertain("order.hotel.notice", `"form":"uniform"`, `"low":0`, `"high":90`)
	two := strings.TrimSuffix(share, "]") + "," + strings.TrimPrefix(notice, `"uncertain":[`)
	pair := func(is string) string {
		return `"correlations":[{"of":["order.hotel.share","order.hotel.notice"],"is":` + is + `}]`
	}
	const at = "study.order.hotel."
	for name, test := range map[string]struct {
		members string
		path    string
		mention string
	}{
		"unknown member":        {`"draws":5`, "study.draws", "this is not known here; there are uncertain, correlations, measure, paths"},
		"list of no objects":    {`"uncertain":[5]`, "study.uncertain.0", "an object is expected here, not 5"},
		"no input":              {`"uncertain":[{"form":"normal","low":0,"high":1}]`, "study.uncertain.0.input", "the path of an input is missing, as scope.name.input"},
		"input as a number":     {`"uncertain":[{"input":5}]`, "study.uncertain.0.input", "a text is expected here, not 5"},
		"scope that is none":    {uncertain("lease.a.share"), "study.uncertain.0.input", `"lease.a.share": there is no such input; its path begins with chain, bakery`},
		"thing that is none":    {uncertain("order.inn.share"), "study.uncertain.0.input", `there is no order named "inn"`},
		"input that is none":    {uncertain("order.hotel.shares"), "study.uncertain.0.input", `order has no input "shares"; of its 15 near it are share`},
		"title":                 {uncertain("order.hotel.title"), "study.uncertain.0.input", `order has no input "title"`},
		"long name":             {uncertain("order." + strings.Repeat("x", 3000) + ".share"), "study.uncertain.0.input", "there is no order named"},
		"horizon":               {uncertain("scenario.months"), "study.uncertain.0.input", "there is no such input"},
		"twice":                 {`"uncertain":[` + many(2, `{"input":"order.hotel.share","form":"uniform","low":0,"high":1}`)[1:], "study.order.hotel.share", "this input is listed twice"},
		"too many":              {`"uncertain":` + many(65, "{}"), "study.uncertain", "65 inputs are uncertain; at most 64 are allowed"},
		"no form":               {uncertain("order.hotel.share"), at + "share.form", `"" is not a form that order.share may have; allowed is one of normal, log-normal, uniform, triangular, pert, discrete`},
		"unknown form":          {uncertain("order.hotel.share", `"form":"cauchy"`), at + "share.form", `"cauchy" is not a form`},
		"hazard of a number":    {uncertain("order.hotel.share", `"form":"hazard"`), at + "share.form", `"hazard" is not a form`},
		"range of a switch":     {uncertain("order.hotel.prorated", `"form":"uniform"`), at + "prorated.form", "allowed is one of discrete"},
		"logarithm of a month":  {uncertain("order.hotel.start", `"form":"log-normal"`), at + "start.form", "allowed is one of normal, uniform, triangular, pert, discrete, hazard"},
		"factor on a month":     {uncertain("order.hotel.start", `"form":"uniform"`, `"times":true`), at + "start.times", "a factor is of a number, and order.start is none"},
		"times as a number":     {shareAnd(`"times":2`), at + "share.times", "true or false is expected here, not 2"},
		"member of another":     {shareAnd(`"mode":0.3`), at + "share.mode", "this is not known here; there are input, form, times, low, high, note, sources"},
		"low missing":           {uncertain("order.hotel.share", `"form":"normal"`, `"high":1`), at + "share.low", "this is missing; normal is 90 % of cases lie from low to high"},
		"low as a text":         {uncertain("order.hotel.share", `"form":"normal"`, `"low":"x"`, `"high":1`), at + "share.low", "a number is expected here"},
		"low as a profile":      {uncertain("order.hotel.fee", `"form":"normal"`, `"low":{"steps":[]}`, `"high":1`), at + "fee.low", "a number is expected here, not an object"},
		"month as a number":     {uncertain("order.hotel.start", `"form":"uniform"`, `"low":5`, `"high":"2027-01"`), at + "start.low", "a text is expected here, not 5; allowed is a month such as 2026-05"},
		"option that is none":   {uncertain("order.hotel.basis", `"form":"discrete"`, `"points":[{"value":"acres","weight":1}]`), at + "basis.points.0.value", `"acres" is not an option`},
		"ends the other way":    {uncertain("order.hotel.share", `"form":"uniform"`, `"low":0.4`, `"high":0.2`), at + "share", ""},
		"mode beside the ends":  {uncertain("order.hotel.share", `"form":"pert"`, `"low":0.2`, `"mode":0.5`, `"high":0.4`), at + "share", ""},
		"logarithm of nothing":  {uncertain("order.hotel.share", `"form":"log-normal"`, `"low":0`, `"high":0.2`), at + "share", ""},
		"rate above one":        {uncertain("order.hotel.start", `"form":"hazard"`, `"low":"2026-08"`, `"rate":2`), at + "start", ""},
		"all above":             {uncertain("order.hotel.share", `"form":"uniform"`, `"low":1.5`, `"high":2`), at + "share", "not one case in a million lies from 0 to 1; allowed is 0 to 1"},
		"all below":             {uncertain("order.hotel.share", `"form":"discrete"`, `"points":[{"value":-2,"weight":1},{"value":-1,"weight":1}]`), at + "share", "not one case in a million lies from 0 to 1"},
		"negative factor":       {uncertain("order.hotel.share", `"form":"uniform"`, `"times":true`, `"low":-2`, `"high":-1`), at + "share", "not one case in a million lies from 0 to 1000; allowed is 0 to 1000"},
		"no points":             {uncertain("order.hotel.share", `"form":"discrete"`, `"points":[]`), at + "share", ""},
		"too many points":       {uncertain("order.hotel.share", `"form":"discrete"`, `"points":`+many(101, "{}")), at + "share.points", "101 points are listed; at most 100 are allowed"},
		"points as a number":    {uncertain("order.hotel.share", `"form":"discrete"`, `"points":5`), at + "share.points", "a list is expected here, not 5"},
		"point as a number":     {uncertain("order.hotel.share", `"form":"discrete"`, `"points":[5]`), at + "share.points.0", "an object is expected here, not 5"},
		"correlation as a list": {`"correlations":[[]]`, "study.correlations.0", "an object is expected here"},
		"point of no value":     {uncertain("order.hotel.share", `"form":"discrete"`, `"points":[{"weight":1}]`), at + "share.points.0.value", "a value is missing"},
		"point of no weight":    {uncertain("order.hotel.share", `"form":"discrete"`, `"points":[{"value":1}]`), at + "share.points.0.weight", "a weight is missing; allowed is a number from 0 on"},
		"point of more":         {uncertain("order.hotel.share", `"form":"discrete"`, `"points":[{"value":1,"weight":1,"name":"x"}]`), at + "share.points.0.name", "there are value, weight"},
		"weight of nothing":     {uncertain("order.hotel.share", `"form":"discrete"`, `"points":[{"value":1,"weight":0}]`), at + "share", ""},
		"source with a value":   {shareAnd(`"sources":[{"label":"a","confidence":"H","value":1}]`), at + "share.sources.0.value", "this is not known here"},
		"changes over time":     {uncertain("order.hotel.fee", `"form":"uniform"`, `"low":1`, `"high":2`), at + "fee", `the input changes over time`},
		"correlated with none":  {share + "," + pair("0.5"), "study.correlations.0.of.1", `"order.hotel.notice" is not uncertain in this study`},
		"correlated twice":      {two + `,"correlations":[{"of":["order.hotel.share","order.hotel.notice"],"is":0.5},{"of":["order.hotel.notice","order.hotel.share"],"is":0.5}]`, "study.correlations.1", "correlated twice"},
		"correlated to itself":  {share + `,"correlations":[{"of":["order.hotel.share","order.hotel.share"],"is":0.5}]`, "study.correlations.0.of", "not correlated with itself"},
		"correlation of one":    {two + `,"correlations":[{"of":["order.hotel.share"],"is":0.5}]`, "study.correlations.0.of", "1 inputs are listed; a correlation is of two"},
		"correlation of none":   {`"correlations":[{"is":0.5}]`, "study.correlations.0.of", "missing"},
		"correlation unsaid":    {two + `,"correlations":[{"of":["order.hotel.share","order.hotel.notice"]}]`, "study.correlations.0.is", "the correlation is missing"},
		"correlation of 1":      {two + "," + pair("1"), "study.correlations.0.is", "1 is not allowed; allowed is a number between -1 and 1"},
		"correlation below":     {two + "," + pair("-1.5"), "study.correlations.0.is", "-1.5 is not allowed"},
		"correlation as a text": {two + "," + pair(`"half"`), "study.correlations.0.is", "a number is expected here"},
		"correlation of more":   {two + `,"correlations":[{"of":["order.hotel.share","order.hotel.notice"],"is":0.5,"rank":1}]`, "study.correlations.0.rank", "there are of, is"},
		"many correlations":     {`"correlations":` + many(201, "{}"), "study.correlations", "201 correlations are given; at most 200 are allowed"},
		"one path":              {`"paths":1`, "study.paths", "1 is not allowed; allowed is a whole number from 2 to 1000000000"},
		"part of a path":        {`"paths":2.5`, "study.paths", "whole number"},
		"measure that is none":  {`"measure":"order.tip"`, "study.measure", `there is no measure "order.tip"`},
		"measure of nobody":     {`"measure":"order.tips"`, "study.measure", "say whose it is, as order.tips@ and a name among orders"},
		"measure of a stranger": {`"measure":"order.tips@inn"`, "study.measure", `there is no order named "inn"`},
		"measure of the one":    {`"measure":"chain.profit@chain"`, "study.measure", "there is one chain alone, so that its name is left out: chain.profit"},
		"measure as a number":   {`"measure":5`, "study.measure", "a text is expected here, not 5"},
	} {
		t.Run(name, func(t *testing.T) {
			text := study(test.members)
			if name == "changes over time" {
				text = strings.Replace(text, `"bakery":"memphis"`, `"bakery":"memphis","fee":{"steps":[{"from":"2026-05","value":1}]}`, 1)
			}
			_, err := bakeries.Decode([]byte(text))
			expectProblem(t, err, test.path, test.mention)
		})
	}
}

func TestStudyReportsEveryMistake(t *testing.T) {
	_, err := bakeries.Decode([]byte(study(`"uncertain":[{"input":"order.inn.share"},{"input":"order.hotel.share","form":"x"},{"input":"order.hotel.usage","form":"uniform","low":"a","mode":1}]`,
		`"correlations":[{"of":["order.hotel.share","order.inn.share"],"is":2}]`, `"paths":0`, `"measure":1`)))
	for _, path := range []string{"study.uncertain.0.input", "study.order.hotel.share.form", "study.order.hotel.usage.low", "study.order.hotel.usage.high", "study.order.hotel.usage.mode",
		"study.correlations.0.of.1", "study.correlations.0.is", "study.paths", "study.measure"} {
		expectProblem(t, err, path, "")
	}
}

func TestStudyIsWrittenAsRead(t *testing.T) {
	d := decode(t, studied)
	written := string(d.Encode())
	plain := strings.Join(strings.Fields(written), "")
	for _, part := range []string{
		`"seed":3,`, `{"input":"order.hotel.share","form":"normal","low":0.25,"high":0.35,"note":"aguess","sources":[{"label":"Gazette","confidence":"L"}]}`,
		`{"input":"oven.deck.loaves","form":"log-normal","times":true,"low":0.8,"high":1.2}`, `"form":"hazard","low":"2026-08","rate":0.2}`,
		`"points":[{"value":"share","weight":2},{"value":"weight","weight":1}]`, `"points":[{"value":true,"weight":1},{"value":false,"weight":1}]`,
		`"low":1000000000,"mode":2000000000,"high":4000000000}],"correlations":[{"of":["order.hotel.share","chain.spending"],"is":0.6},`, `"measure":"chain.profit","paths":10000}}`,
	} {
		if !strings.Contains(plain, part) {
			t.Errorf("%s is missing in\n%s", part, written)
		}
	}
	if again := decode(t, written); !reflect.DeepEqual(d, again) {
		t.Errorf("it reads back otherwise:\n%s", again.Encode())
	}
	if bare := string(decode(t, twoBakeries).Encode()); strings.Contains(bare, "study") {
		t.Errorf("a document without a study is written as\n%s", bare)
	}
}

// paths lists the uncertain inputs and how many correlations there are.
func paths(d *scenario.Document) string {
	var list []string
	for _, u := range d.Study.Uncertain {
		list = append(list, u.Path)
		if d.Instances[u.Instance].Path(u.Input.Field()) != u.Path {
			list = append(list, "which is another's")
		}
	}
	for _, c := range d.Study.Correlations {
		list = append(list, c.Of[0]+"~"+c.Of[1])
	}
	return strings.Join(list, " ")
}

func TestApplyToStudies(t *testing.T) {
	const (
		hotel = "order.hotel.share"
		deck  = " oven.deck.loaves"
		other = " order.other.start order.other.basis order.other.prorated"
		chain = " chain.spending"
		both  = " order.hotel.share~chain.spending chain.spending~oven.deck.loaves"
	)
	const normal = `{"form":"normal","low":0.1,"high":0.2}`
	for name, test := range map[string]struct {
		changes []scenario.Change
		want    string
	}{
		"nothing":          {nil, hotel + deck + other + chain + both},
		"one more":         {[]scenario.Change{change("study.order.other.share", normal)}, hotel + deck + other + chain + " order.other.share" + both},
		"another form":     {[]scenario.Change{change("study.order.hotel.share", normal)}, hotel + deck + other + chain + both},
		"certain":          {[]scenario.Change{change("study.order.hotel.share", "null")}, "oven.deck.loaves" + other + chain + " chain.spending~oven.deck.loaves"},
		"certain before":   {[]scenario.Change{change("study.order.other.share", "null")}, hotel + deck + other + chain + both},
		"certain and back": {[]scenario.Change{change("study.order.hotel.share", "null"), change("study.order.hotel.share", normal)}, "oven.deck.loaves" + other + chain + " " + hotel + " chain.spending~oven.deck.loaves"},
		"a thing less":     {[]scenario.Change{change("order.hotel", "null")}, "oven.deck.loaves" + other + chain + " chain.spending~oven.deck.loaves"},
		"a bakery less":    {[]scenario.Change{change("bakery.memphis", "null")}, strings.TrimSpace(other) + chain},
		"a thing more":     {[]scenario.Change{change("bakery.paris", "{}"), change("oven.brick", `{"bakery":"paris"}`)}, hotel + deck + other + chain + both},
		"a thing replaced": {[]scenario.Change{change("order.hotel", `{"bakery":"austin"}`)}, hotel + deck + other + chain + both},
		"of a new thing":   {[]scenario.Change{change("order.inn", `{"bakery":"austin"}`), change("study.order.inn.share", normal)}, hotel + deck + other + chain + " order.inn.share" + both},
		"no correlations":  {[]scenario.Change{change("study.correlations", "null")}, hotel + deck + other + chain},
		"others":           {[]scenario.Change{change("study.correlations", `[{"of":["order.other.start","order.hotel.share"],"is":0.1}]`)}, hotel + deck + other + chain + " order.other.start~order.hotel.share"},
		"correlated before": {[]scenario.Change{change("study.correlations", `[{"of":["order.other.share","order.hotel.share"],"is":0.1}]`), change("study.order.other.share", normal)},
			hotel + deck + other + chain + " order.other.share order.other.share~order.hotel.share"},
		"changes over time": {[]scenario.Change{change("oven.deck.loaves", `{"steps":[{"from":"2026-05","value":1}]}`)}, hotel + deck + other + chain + both},
		"replaced as it is given over time": {[]scenario.Change{change("chain.spending", `{"steps":[{"from":"2026-05","value":1}]}`), change("study.chain.spending", "null")},
			hotel + deck + other},
	} {
		t.Run(name, func(t *testing.T) {
			base := decode(t, studied)
			before := base.Encode()
			d, err := base.Apply(test.changes)
			if err != nil {
				t.Fatal(err)
			}
			for _, d := range []*scenario.Document{d, decode(t, string(d.Encode()))} {
				if got := paths(d); strings.TrimSpace(got) != strings.TrimSpace(test.want) {
					t.Errorf("uncertain are %s\nwant          %s", got, test.want)
				}
			}
			if !bytes.Equal(base.Encode(), before) {
				t.Error("the document itself has changed")
			}
		})
	}
	d, err := decode(t, studied).Apply([]scenario.Change{change("scenario.seed", "9"), change("study.measure", `"order.tips@hotel"`), change("study.paths", "200")})
	if err != nil || d.Seed != 9 || d.Study.Measure != "order.tips@hotel" || d.Study.Paths != 200 {
		t.Errorf("seed, measure and paths are %v, %+v, %v", d.Seed, d.Study, err)
	}
	d, err = d.Apply([]scenario.Change{change("scenario.seed", "null"), change("study.measure", "null"), change("study.paths", "null")})
	if err != nil || d.Seed != 0 || d.Study.Measure != "" || d.Study.Paths != 0 {
		t.Errorf("taken away they are %v, %+v, %v", d.Seed, d.Study, err)
	}
}

func TestApplyRefusesStudies(t *testing.T) {
	for name, test := range map[string]struct {
		path, value string
		at, mention string
	}{
		"study alone":         {"study", "{}", "study", "allowed is study.correlations, study.measure, study.paths, or study. before the path of an input"},
		"unknown part":        {"study.draws", "5", "study.draws", "there is no such path; allowed is study.correlations"},
		"unknown thing":       {"study.order.inn.share", "null", "study.order.inn.share", `there is no order named "inn"`},
		"unknown input":       {"study.order.hotel.title", "null", "study.order.hotel.title", `order has no input "title"`},
		"value":               {"study.order.hotel.share", "0.5", "study.order.hotel.share", "an object is expected here, not 0.5"},
		"with its path":       {"study.order.hotel.share", `{"input":"order.hotel.share","form":"uniform","low":0,"high":1}`, "study.order.hotel.share.input", "not known here; there are form, times, low, high, note, sources"},
		"entry":               {"study.order.hotel.share", `"25 to 35 %"`, "study.order.hotel.share", "an object is expected here"},
		"sources that agree":  {"study.order.hotel.share", `"sources"`, "study.order.hotel.share", "the sources of order.share state 1 different values; a spread needs two or more"},
		"measure of nobody":   {"study.measure", `"order.tips"`, "study.measure", "say whose it is"},
		"no paths":            {"study.paths", "0", "study.paths", "whole number from 2 to 1000000000"},
		"measure as a number": {"study.measure", "5", "study.measure", "a text is expected here"},
		"correlated to none":  {"study.correlations", `[{"of":["order.hotel.share","order.hotel.notice"],"is":0.5}]`, "study.correlations.0.of.1", "is not uncertain in this study"},
		"correlations alone":  {"study.correlations", `{}`, "study.correlations", "a list is expected here"},
		"over time":           {"chain.spending", `{"steps":[{"from":"2026-05","value":1}]}`, "study.chain.spending", `"times" makes the distribution one of a factor`},
	} {
		t.Run(name, func(t *testing.T) {
			base := decode(t, studied)
			changed, err := base.Apply([]scenario.Change{change(test.path, test.value)})
			expectProblem(t, err, test.at, test.mention)
			if changed != nil {
				t.Error("something was changed all the same")
			}
		})
	}
}

func TestMeasureGoesWithItsThing(t *testing.T) {
	asked, err := decode(t, studied).Apply([]scenario.Change{change("study.measure", `"order.tips@hotel"`)})
	if err != nil {
		t.Fatal(err)
	}
	for path, want := range map[string]string{"order.hotel": "", "bakery.memphis": "", "order.other": "order.tips@hotel", "bakery.austin": "order.tips@hotel"} {
		d, err := asked.Apply([]scenario.Change{change(path, "null")})
		if err != nil || d.Study.Measure != want {
			t.Errorf("without %s the measure is %+v, %v; want %q", path, d, err, want)
		}
	}
	if chain := decode(t, studied).Without("order"); chain.Study.Measure != "chain.profit" {
		t.Errorf("the measure of the chain is %q", chain.Study.Measure)
	}
}

func TestUncertainInputsHaveABound(t *testing.T) {
	d := decode(t, document(`"bakery":[{"name":"a"},{"name":"b"},{"name":"c"},{"name":"d"},{"name":"e"},{"name":"f"},{"name":"g"},{"name":"h"}]`))
	var changes []scenario.Change
	for _, name := range []string{"a", "b", "c", "d", "e", "f", "g"} {
		changes = append(changes, change("order."+name, `{"bakery":"a"}`))
		for _, in := range bakeries.InputsOf("order") {
			if in.Kind == scenario.Number {
				changes = append(changes, change("study.order."+name+"."+in.Field(), `{"form":"uniform","times":true,"low":0.5,"high":1.5}`))
			}
		}
	}
	_, err := d.Apply(changes)
	expectProblem(t, err, "study.order.g.fee", "64 inputs are uncertain already; at most 64 are allowed")
}

// As with inputs, to move an end must not lose where the range came from.
func TestProvenanceOfARangeStays(t *testing.T) {
	for name, test := range map[string]struct {
		members string
		note    string
		sources int
	}{
		"as it was":             {"", "a guess", 1},
		"with a note":           {`,"note":"less"`, "less", 0},
		"with a source":         {`,"sources":[{"label":"Post","confidence":"M"},{"label":"Mail","confidence":"M"}]`, "", 2},
		"explicitly no sources": {`,"sources":[]`, "", 0},
	} {
		d, err := decode(t, studied).Apply([]scenario.Change{change("study.order.hotel.share", `{"form":"uniform","low":0.1,"high":0.2`+test.members+"}")})
		if err != nil {
			t.Fatal(name, err)
		}
		for _, d := range []*scenario.Document{d, decode(t, string(d.Encode()))} {
			if u := d.Study.Uncertain[0]; u.Form != distribution.Uniform || u.Note != test.note || len(u.Sources) != test.sources {
				t.Errorf("%s: %+v", name, u)
			}
		}
	}
}

func TestSpreadOfTheSources(t *testing.T) {
	points := func(points ...distribution.Point) distribution.Distribution {
		return distribution.Distribution{Form: distribution.Discrete, Points: points}
	}
	states := func(value float64, grade scenario.Confidence) scenario.Source {
		return scenario.Source{Label: "a", Confidence: grade}.With(value)
	}
	price := bakeries.FindInput("order.price")
	profile := scenario.Source{Label: "p", Confidence: scenario.High, Value: &scenario.Value{Profile: &scenario.Profile{}}}
	for name, test := range map[string]struct {
		given []scenario.Source
		want  distribution.Distribution
	}{
		"declared": {price.Sources, points(distribution.Point{Value: 2.35, Weight: 2}, distribution.Point{Value: 2.6, Weight: 4})},
		"tiers": {[]scenario.Source{states(5, scenario.Estimate), states(4, scenario.Low), states(3, scenario.Derived), states(2, scenario.Medium), states(1, scenario.High)},
			points(distribution.Point{Value: 1, Weight: 4}, distribution.Point{Value: 2, Weight: 2}, distribution.Point{Value: 3, Weight: 2}, distribution.Point{Value: 4, Weight: 1}, distribution.Point{Value: 5, Weight: 1})},
		"two agree": {[]scenario.Source{states(2, scenario.Low), states(1, scenario.High), states(2, scenario.Medium)}, points(distribution.Point{Value: 1, Weight: 4}, distribution.Point{Value: 2, Weight: 3})},
		"one of no value": {[]scenario.Source{states(2, scenario.Low), {Label: "b", Confidence: scenario.High}, profile, states(1, scenario.High)},
			points(distribution.Point{Value: 1, Weight: 4}, distribution.Point{Value: 2, Weight: 1})},
	} {
		if got, err := scenario.FromSources(price, test.given); err != nil || !reflect.DeepEqual(got, test.want) {
			t.Errorf("%s: %+v, %v; want %+v", name, got, err, test.want)
		}
	}
	for name, given := range map[string][]scenario.Source{"none": nil, "one": {states(1, scenario.High)}, "all agree": {states(1, scenario.High), states(1, scenario.Low)}, "profiles": {profile, profile}} {
		if got, err := scenario.FromSources(price, given); err == nil || !strings.Contains(err.Error(), "a spread needs two or more") {
			t.Errorf("%s: %+v, %v", name, got, err)
		}
	}
	d, err := decode(t, twoBakeries).Apply([]scenario.Change{change("study.order.hotel.price", `"sources"`)})
	if err != nil || len(d.Study.Uncertain) != 1 || len(d.Study.Uncertain[0].Points) != 2 {
		t.Errorf("typed as sources it is %+v, %v", d, err)
	}
}

func TestStudyWithoutTheThingsOfAScope(t *testing.T) {
	base := decode(t, studied)
	if got := paths(base.Without("order")); got != "oven.deck.loaves chain.spending chain.spending~oven.deck.loaves" {
		t.Errorf("without orders uncertain are %s", got)
	}
	if got := paths(base.Without("bakery")); got != "chain.spending" {
		t.Errorf("without bakeries uncertain are %s", got)
	}
	if !reflect.DeepEqual(base, decode(t, studied)) {
		t.Error("the base has changed")
	}
}

// The path of a thing alone is whether there is one, and goes with it.
func TestUncertainOfAThingAsAWhole(t *testing.T) {
	const text = `{"form":"discrete","points":[{"value":true,"weight":4},{"value":false,"weight":1}]}`
	d, err := decode(t, twoBakeries).Apply([]scenario.Change{change("study.order.other", text)})
	if err != nil {
		t.Fatal(err)
	}
	u := d.Study.Uncertain[0]
	if !u.Input.IsPresence() || d.Instances[u.Instance].Name != "other" || d.Value(u.Instance, u.Input).Number != 1 {
		t.Errorf("it is %+v", u)
	}
	again := decode(t, string(d.Encode()))
	if !bytes.Equal(again.Encode(), d.Encode()) || len(again.Study.Uncertain) != 1 {
		t.Errorf("it is written as %s", d.Encode())
	}
	for _, gone := range []string{"order.other", "bakery.austin"} {
		if without, err := d.Apply([]scenario.Change{change(gone, "null")}); err != nil || len(without.Study.Uncertain) != 0 {
			t.Errorf("without %s there is still %+v, %v", gone, without, err)
		}
	}
	for path, want := range map[string]string{"study.chain": "there is no such path", "study.order.nobody": `there is no order named "nobody"`, "study.order.other.present": `order has no input "present"`} {
		if _, err := d.Apply([]scenario.Change{change(path, text)}); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: %v, want %q", path, err, want)
		}
	}
	if _, err := d.Apply([]scenario.Change{change("order.other.present", "false")}); err == nil {
		t.Error("a document gives whether there is a thing, beside listing it")
	}
}

func TestRangesAsPeopleReadThem(t *testing.T) {
	for text, want := range map[string]string{
		"order.hotel.share=25 to 35 %":                 "25 % to 35 %",
		"order.hotel.share=pert 20, 30, 50 %":          "20 % to 50 %, most likely 30 %",
		"order.hotel.share=0.266666667 or 0.5 at 50 %": "26.7 % (50 %) or 50 % (50 %)",
		"oven.deck.loaves=±10 %":                       "0.9 × to 1.1 ×",
		"order.other.start=hazard 2026-08, 20 %":       "from 2026-08 on, 20 % a year",
		"order.other.start=2026-08 at 90 % or 2150-12": "2026-08 (90 %) or never (10 %)",
		"order.other.prorated=true at 3 or false":      "yes (75 %) or no (25 %)",
	} {
		path, value, _ := strings.Cut(text, "=")
		c, err := decode(t, twoBakeries).Schema().ParseSetting("study." + path + "=" + value)
		if err != nil {
			t.Fatal(text, err)
		}
		d, err := decode(t, twoBakeries).Apply([]scenario.Change{c})
		if err != nil {
			t.Fatal(text, err)
		}
		if got := d.Study.Uncertain[0].Told(); got != want {
			t.Errorf("%s is told as %q, want %q", text, got, want)
		}
	}
}
