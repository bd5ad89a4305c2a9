package scenario_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"reflect"
	"strings"
	"testing"

	"rackonomics/engine/scenario"
)

// document writes a whole document with some members of its own.
func document(members ...string) string {
	return "{" + strings.Join(append([]string{`"version":1,"name":"try","start":"2026-05","months":12`}, members...), ",") + "}"
}

const aBakery = `"bakery":[{"name":"memphis"}]`

// order writes a document with an order with these members.
func order(members ...string) string {
	return document(aBakery, `"order":[{`+strings.Join(append([]string{`"name":"hotel","bakery":"memphis"`}, members...), ",")+`}]`)
}

func decode(t testing.TB, text string) *scenario.Document {
	t.Helper()
	d, err := bakeries.Decode([]byte(text))
	if err != nil {
		t.Fatalf("%v\nin %s", err, text)
	}
	return d
}

func TestDecodeRefuses(t *testing.T) {
	for name, test := range map[string]struct {
		text    string
		path    string
		mention string
	}{
		"nothing":                 {"", "", "the document is empty"},
		"white space":             {" \n", "", "the document is empty"},
		"reaches never":           {strings.Replace(document(), `"start":"2026-05"`, `"start":"2150-12"`, 1), "months", "the last month may be 2150-11, as 2150-12 stands for never"},
		"half":                    {`{"version":1,"name":`, "name", "ends in the middle"},
		"not JSON":                {`{"version":1,name:"try"}`, "", "not JSON"},
		"comma too many":          {`{"version":1,}`, "", "not JSON"},
		"bracket mismatch":        {`{"version":1]`, "", "not JSON"},
		"comment":                 {`{"version":1 // first` + "\n}", "", "not JSON"},
		"single quotes":           {`{'version':1}`, "", "not JSON"},
		"leading zero":            {document(`"seed":01`), "", "not JSON"},
		"plus sign":               {document(`"seed":+1`), "seed", "not JSON"},
		"not a number":            {document(`"seed":NaN`), "seed", "not JSON"},
		"infinite":                {document(`"seed":Infinity`), "seed", "not JSON"},
		"too large a number":      {document(`"seed":1e400`), "seed", "1e400 is not a finite number"},
		"bad escape":              {document(`"title":"\q"`), "title", "not JSON"},
		"bare line feed":          {document("\"title\":\"a\nb\""), "title", "not JSON"},
		"trailing object":         {document() + "{}", "", "something follows"},
		"trailing comma":          {document() + ",", "", "something follows"},
		"trailing letter":         {document() + "x", "", "something follows"},
		"trailing zero byte":      {document() + "\x00", "", "something follows"},
		"byte order mark":         {"\uFEFF" + document(), "", "byte order mark"},
		"not UTF-8":               {document("\"title\":\"\xff\""), "", "not valid UTF-8"},
		"too deep":                {document(`"rows":` + strings.Repeat("[", 12) + strings.Repeat("]", 12)), "", "nested deeper than 12"},
		"very deep":               {strings.Repeat("[", 200_000), "", "nested deeper than 12"},
		"too large":               {document(`"about":"` + strings.Repeat("a", scenario.LargestDocument) + `"`), "", "at most 524288"},
		"long text":               {document(`"about":"` + strings.Repeat("a", 4001) + `"`), "about", "4001 bytes; at most 4000"},
		"long key":                {document(`"` + strings.Repeat("a", 4001) + `":1`), "", "short text"},
		"many members":            {document(manyMembers(600)), "", "more than 500 members"},
		"long number":             {document(`"seed":` + strings.Repeat("9", 500)), "seed", "99999… is not a finite number"},
		"long fraction":           {document(`"seed":1.5` + strings.Repeat("0", 500)), "seed", "00000… is not allowed"},
		"list":                    {"[]", "", "an object is expected here, not a list"},
		"text":                    {`"try"`, "", `an object is expected here, not "try"`},
		"null":                    {"null", "", "an object is expected here, not null"},
		"key twice":               {document(`"months":13`), "months", "given twice"},
		"inner key twice":         {order(`"share":0.1,"share":0.2`), "order.0.share", "given twice"},
		"key twice by escape":     {document(`"\u006donths":13`), "months", "given twice"},
		"unknown member":          {document(`"color":"red"`), "color", "start, months"},
		"case matters":            {document(`"Months":12`), "Months", "not known here"},
		"unknown input":           {order(`"shares":0.5`), "order.hotel.shares", "not known here"},
		"input of another":        {document(`"bakery":[{"name":"memphis","share":0.5}]`), "bakery.memphis.share", "not known here"},
		"no version":              {`{"name":"try","start":"2026-05","months":12}`, "version", "missing; this program reads 1 to 2"},
		"newer version":           {`{"version":3,"name":"try","start":"2026-05","months":12}`, "version", "3 is not a version"},
		"version as text":         {`{"version":"1","name":"try","start":"2026-05","months":12}`, "version", `"1" is not a version`},
		"version and a half":      {`{"version":1.5,"name":"try","start":"2026-05","months":12}`, "version", "1.5 is not a version"},
		"no name":                 {`{"version":1,"start":"2026-05","months":12}`, "name", "a name is missing"},
		"capital name":            {`{"version":1,"name":"Try","start":"2026-05","months":12}`, "name", `"Try" is not a name`},
		"empty name":              {`{"version":1,"name":"","start":"2026-05","months":12}`, "name", `"" is not a name`},
		"name with a point":       {`{"version":1,"name":"a.b","start":"2026-05","months":12}`, "name", `"a.b" is not a name`},
		"name with a slash":       {`{"version":1,"name":"../a","start":"2026-05","months":12}`, "name", `is not a name`},
		"long name":               {`{"version":1,"name":"` + strings.Repeat("a", 41) + `","start":"2026-05","months":12}`, "name", "up to 40"},
		"name as a number":        {`{"version":1,"name":5,"start":"2026-05","months":12}`, "name", "a text is expected here, not 5"},
		"title as a list":         {document(`"title":["a"]`), "title", "a text is expected here, not a list"},
		"no start":                {`{"version":1,"name":"try","months":12}`, "start", "a month is missing; write it as 2026-05"},
		"start as a day":          {`{"version":1,"name":"try","start":"2026-05-01","months":12}`, "start", `"2026-05-01" is not a month`},
		"start too early":         {`{"version":1,"name":"try","start":"1989-12","months":12}`, "start", "from 1990-01 to 2150-12"},
		"start as a number":       {`{"version":1,"name":"try","start":2026,"months":12}`, "start", "a text is expected here, not 2026"},
		"no months":               {`{"version":1,"name":"try","start":"2026-05"}`, "months", "missing; allowed is 1 to 360"},
		"no month":                {`{"version":1,"name":"try","start":"2026-05","months":0}`, "months", "0 is not allowed; allowed is a whole number from 1 to 360"},
		"too many months":         {`{"version":1,"name":"try","start":"2026-05","months":361}`, "months", "361 is not allowed"},
		"half a month":            {`{"version":1,"name":"try","start":"2026-05","months":1.5}`, "months", "1.5 is not allowed"},
		"negative seed":           {document(`"seed":-1`), "seed", "-1 is not allowed"},
		"seed of many digits":     {document(`"seed":9007199254740993`), "seed", "from 0 to 9007199254740991"},
		"chain as a list":         {document(`"chain":[]`), "chain", "an object is expected here, not a list"},
		"chain with a name":       {document(`"chain":{"name":"crumb"}`), "chain.name", "not known here"},
		"bakeries as an object":   {document(`"bakery":{"name":"memphis"}`), "bakery", "a list is expected here, not an object"},
		"bakery as a text":        {document(`"bakery":["memphis"]`), "bakery.0", `an object is expected here, not "memphis"`},
		"bakery without a name":   {document(`"bakery":[{}]`), "bakery.0.name", "a name is missing"},
		"bakery with a bad name":  {document(`"bakery":[{"name":"New York"}]`), "bakery.0.name", `"New York" is not a name`},
		"bakery twice":            {document(`"bakery":[{"name":"memphis"},{"name":"memphis"}]`), "bakery.memphis", "given twice among bakery"},
		"too many bakeries":       {document(`"bakery":[` + strings.Repeat(`{"name":"a"},`, 99) + `{"name":"b"}]`), "bakery", "100 are listed; at most 8"},
		"order without a bakery":  {document(aBakery, `"order":[{"name":"hotel"}]`), "order.hotel.bakery", "the name of its bakery is missing"},
		"unknown bakery":          {document(aBakery, `"order":[{"name":"hotel","bakery":"london"}]`), "order.hotel.bakery", `there is no bakery named "london"`},
		"bakery that is a number": {document(aBakery, `"order":[{"name":"hotel","bakery":0}]`), "order.hotel.bakery", "a text is expected here, not 0"},
		"order in an oven":        {document(aBakery, `"oven":[{"name":"deck","bakery":"memphis"}],"order":[{"name":"hotel","oven":"deck","bakery":"memphis"}]`), "order.hotel.oven", "not known here"},

		"number as a text":      {order(`"share":"0.5"`), "order.hotel.share", `a number is expected here, not "0.5"; allowed is 0 to 1`},
		"number as null":        {order(`"share":null`), "order.hotel.share", "a number is expected here, not null"},
		"number as a list":      {order(`"share":[0.5]`), "order.hotel.share", "a number is expected here, not a list"},
		"above":                 {order(`"share":1.01`), "order.hotel.share", "1.01 is out of bounds; allowed is 0 to 1"},
		"below":                 {order(`"share":-0.01`), "order.hotel.share", "-0.01 is out of bounds"},
		"with the unit":         {order(`"fee":-5`), "order.hotel.fee", "-5 is out of bounds; allowed is 0 to 50000000000 USD/month"},
		"switch as a number":    {order(`"prorated":1`), "order.hotel.prorated", "true or false is expected here, not 1"},
		"switch as a text":      {order(`"prorated":"true"`), "order.hotel.prorated", `true or false is expected here, not "true"`},
		"unknown option":        {order(`"basis":"acres"`), "order.hotel.basis", `"acres" is not an option; allowed is one of share, loaves`},
		"option as a number":    {order(`"basis":0`), "order.hotel.basis", "a text is expected here, not 0; allowed is one of"},
		"month as a number":     {order(`"start":5`), "order.hotel.start", "a text is expected here, not 5; allowed is a month such as 2026-05"},
		"month as a word":       {order(`"start":"May"`), "order.hotel.start", `"May" is not a month`},
		"unknown in a wrapper":  {order(`"share":{"value":0.5,"comment":"a"}`), "order.hotel.share.comment", "not known here; there are value, note, sources"},
		"wrapped, above":        {order(`"share":{"value":2}`), "order.hotel.share", "2 is out of bounds"},
		"wrapped twice":         {order(`"share":{"value":{"value":0.5}}`), "order.hotel.share", "cannot change over time"},
		"note as a number":      {order(`"share":{"value":0.5,"note":1}`), "order.hotel.share.note", "a text is expected here, not 1"},
		"steps of what is firm": {order(`"share":{"steps":[{"from":"2026-05","value":0.5}]}`), "order.hotel.share", "cannot change over time; allowed is 0 to 1"},

		"profile without steps":   {order(`"fee":{}`), "order.hotel.fee.steps", "the steps are missing"},
		"no step":                 {order(`"fee":{"steps":[]}`), "order.hotel.fee.steps", "0 steps are given; allowed are 1 to 120"},
		"too many steps":          {order(`"fee":{"steps":[` + strings.Repeat("{},", 120) + `{}]}`), "order.hotel.fee.steps", "121 steps are given"},
		"steps as an object":      {order(`"fee":{"steps":{}}`), "order.hotel.fee.steps", "a list is expected here"},
		"step as a number":        {order(`"fee":{"steps":[5]}`), "order.hotel.fee.steps.0", "an object is expected here, not 5"},
		"step without a month":    {order(`"fee":{"steps":[{"value":5}]}`), "order.hotel.fee.steps.0.from", "a month is missing"},
		"step without a value":    {order(`"fee":{"steps":[{"from":"2026-05"}]}`), "order.hotel.fee.steps.0.value", "a value is missing"},
		"step with a text":        {order(`"fee":{"steps":[{"from":"2026-05","value":"5"}]}`), "order.hotel.fee.steps.0.value", `a number is expected here, not "5"`},
		"step above":              {order(`"fee":{"steps":[{"from":"2026-05","value":5},{"from":"2026-06","value":1e15}]}`), "order.hotel.fee.steps.1.value", "out of bounds; allowed is 0 to 50000000000 USD/month"},
		"step with a note":        {order(`"fee":{"steps":[{"from":"2026-05","value":5,"note":"a"}]}`), "order.hotel.fee.steps.0.note", "not known here; there are from, value"},
		"steps out of order":      {order(`"fee":{"steps":[{"from":"2026-05","value":5},{"from":"2026-04","value":5}]}`), "order.hotel.fee.steps.1.from", "2026-04 does not come after the step before it"},
		"two steps in a month":    {order(`"fee":{"steps":[{"from":"2026-05","value":5},{"from":"2026-05","value":6}]}`), "order.hotel.fee.steps.1.from", "2026-05 does not come after"},
		"unknown way between":     {order(`"fee":{"steps":[{"from":"2026-05","value":5}],"between":"smooth"}`), "order.hotel.fee.between", `"smooth" is not known; allowed is step or linear`},
		"way between as a switch": {order(`"fee":{"steps":[{"from":"2026-05","value":5}],"between":true}`), "order.hotel.fee.between", "a text is expected here, not true"},
		"steep escalator":         {order(`"fee":{"steps":[{"from":"2026-05","value":5}],"escalator":0.51}`), "order.hotel.fee.escalator", "0.51 is out of bounds; allowed is -0.5 to 0.5"},
		"escalator as a text":     {order(`"fee":{"steps":[{"from":"2026-05","value":5}],"escalator":"3%"}`), "order.hotel.fee.escalator", `a number is expected here, not "3%"`},
		"unknown in a profile":    {order(`"fee":{"steps":[{"from":"2026-05","value":5}],"ramp":3}`), "order.hotel.fee.ramp", "not known here; there are steps, between, escalator"},

		"sources as an object":     {order(`"share":{"value":0.5,"sources":{}}`), "order.hotel.share.sources", "a list is expected here"},
		"too many sources":         {order(`"share":{"value":0.5,"sources":[` + strings.Repeat("{},", 20) + `{}]}`), "order.hotel.share.sources", "21 sources are given; at most 20"},
		"source as a text":         {order(`"share":{"value":0.5,"sources":["S-1"]}`), "order.hotel.share.sources.0", `an object is expected here, not "S-1"`},
		"source without a label":   {order(`"share":{"value":0.5,"sources":[{"confidence":"H"}]}`), "order.hotel.share.sources.0.label", "a label is missing"},
		"source without a grade":   {order(`"share":{"value":0.5,"sources":[{"label":"S-1"}]}`), "order.hotel.share.sources.0.confidence", `"" is not a grade; allowed is H, M, L, DER or EST`},
		"unknown grade":            {order(`"share":{"value":0.5,"sources":[{"label":"S-1","confidence":"high"}]}`), "order.hotel.share.sources.0.confidence", `"high" is not a grade`},
		"script as an address":     {order(`"share":{"value":0.5,"sources":[{"label":"S-1","confidence":"H","url":"javascript:alert(1)"}]}`), "order.hotel.share.sources.0.url", `"javascript:alert(1)" is not a web address`},
		"data as an address":       {order(`"share":{"value":0.5,"sources":[{"label":"S-1","confidence":"H","url":"data:text/html,x"}]}`), "order.hotel.share.sources.0.url", "not a web address"},
		"address without a host":   {order(`"share":{"value":0.5,"sources":[{"label":"S-1","confidence":"H","url":"https:///a"}]}`), "order.hotel.share.sources.0.url", "not a web address"},
		"address of this server":   {order(`"share":{"value":0.5,"sources":[{"label":"S-1","confidence":"H","url":"/a"}]}`), "order.hotel.share.sources.0.url", "not a web address"},
		"source's value above":     {order(`"share":{"value":0.5,"sources":[{"label":"S-1","confidence":"H","value":2}]}`), "order.hotel.share.sources.0.value", "2 is out of bounds"},
		"source's value as a text": {order(`"share":{"value":0.5,"sources":[{"label":"S-1","confidence":"H","value":"half"}]}`), "order.hotel.share.sources.0.value", "a number is expected here"},
		"unknown in a source":      {order(`"share":{"value":0.5,"sources":[{"label":"S-1","confidence":"H","page":62}]}`), "order.hotel.share.sources.0.page", "not known here"},

		"actuals as an object":      {document(`"actuals":{}`), "actuals", "a list is expected here"},
		"too many actuals":          {document(`"actuals":[` + strings.Repeat("{},", 400) + `{}]`), "actuals", "401 figures are reported; at most 400"},
		"actual without a source":   {document(`"actuals":[{"row":"order.x","from":"2026-01","to":"2026-03","value":1}]`), "actuals.0.sources", "a reported figure has a source"},
		"actual with an empty list": {document(`"actuals":[{"row":"order.x","from":"2026-01","to":"2026-03","value":1,"sources":[]}]`), "actuals.0.sources", "a reported figure has a source"},
		"actual that ends before":   {document(`"actuals":[{"row":"order.x","from":"2026-03","to":"2026-02","value":1,"sources":[{"label":"a","confidence":"H"}]}]`), "actuals.0.to", "2026-02 is before 2026-03"},
		"actual without a value":    {document(`"actuals":[{"row":"order.x","from":"2026-01","to":"2026-03","sources":[{"label":"a","confidence":"H"}]}]`), "actuals.0.value", "this is missing"},
		"actual that is too large":  {document(`"actuals":[{"row":"order.x","from":"2026-01","to":"2026-03","value":1e999,"sources":[{"label":"a","confidence":"H"}]}]`), "actuals.0.value", "1e999"},
		"actual of nothing":         {document(`"actuals":[{"from":"2026-01","to":"2026-03","value":1,"sources":[{"label":"a","confidence":"H"}]}]`), "actuals.0.row", "this is missing"},
		"source with another value": {document(`"actuals":[{"row":"order.x","from":"2026-01","to":"2026-03","value":1,"sources":[{"label":"a","confidence":"H","value":2}]}]`), "actuals.0.sources.0.value", "not known here"},
		"rows as an object":         {document(`"rows":{}`), "rows", "a list is expected here"},
		"too many rows":             {document(`"rows":[` + strings.Repeat("{},", 200) + `{}]`), "rows", "201 rows are added; at most 200"},
		"row as a text":             {document(`"rows":["x = 1"]`), "rows.0", "an object is expected here"},
		"row without a formula":     {document(`"rows":[{"name":"order.x","unit":"1"}]`), "rows.0.formula", "this is missing"},
		"row without a unit":        {document(`"rows":[{"name":"order.x","unit":"","formula":"1"}]`), "rows.0.unit", "this is missing"},
		"row with a number":         {document(`"rows":[{"name":"order.x","unit":"1","formula":1}]`), "rows.0.formula", "a text is expected here, not 1"},
		"unknown member of a row":   {document(`"rows":[{"name":"order.x","unit":"1","formula":"1","title":"X"}]`), "rows.0.title", "not known here"},
	} {
		t.Run(name, func(t *testing.T) {
			d, err := bakeries.Decode([]byte(test.text))
			expectProblem(t, err, test.path, test.mention)
			if d != nil {
				t.Error("a document comes with the mistake")
			}
		})
	}
}

// Whoever wrote a file by hand looks for the line, which an editor counts.
func TestDecodeShowsTheLine(t *testing.T) {
	for name, test := range map[string]struct{ text, want string }{
		"a comma missing":     {"{\n  \"name\": \"é\",\n  \"title\": \"y\"\n  \"start\": 1\n}", "line 4, column 3: this is not JSON: unexpected character '\"' after object value (expecting ',' or '}')\n      \"start\": 1\n      ^"},
		"a comma too many":    {"{\n  \"months\": 12,\n}", "line 2, column 15: this is not JSON: unexpected character ',' at start of value\n      \"months\": 12,\n                  ^"},
		"a comment":           {"{ // first\n}", "line 1, column 3: this is not JSON: unexpected character '/' at start of value\n    { // first\n      ^"},
		"a word":              {"{\n\t\"seed\": yes\n}", "seed: line 2, column 10: this is not JSON: unexpected character 'y' at start of value\n    \t\"seed\": yes\n    \t        ^"},
		"an end too early":    {"{\n  \"seed\": 1,\n\n", "line 2, column 13: the document ends in the middle\n      \"seed\": 1,\n                ^"},
		"something after it":  {"{}\n\n}", "line 3, column 1: something follows the end of the document\n    }\n    ^"},
		"a member twice":      {"{\n\"seed\": 1,\n  \"seed\": 2}", "seed: line 3, column 3: this is given twice\n      \"seed\": 2}\n      ^"},
		"too large a number":  {"{\n\"seed\" : 1e999}", "seed: line 2, column 10: 1e999 is not a finite number\n    \"seed\" : 1e999}\n             ^"},
		"all in one line":     {`{"seed":01}`, "column 10: this is not JSON: unexpected character '1' after object value (expecting ',' or '}')\n    {\"seed\":01}\n             ^"},
		"too large in a list": {"{\"seed\":\n[1,\n 1e999]}", "seed.1: line 3, column 2: 1e999 is not a finite number\n     1e999]}\n     ^"},
	} {
		t.Run(name, func(t *testing.T) {
			want := test.want
			if strings.HasPrefix(want, "line") || strings.HasPrefix(want, "column") {
				want = "scenario: " + want
			}
			if _, err := bakeries.Decode([]byte(test.text)); err == nil || err.Error() != want {
				t.Errorf("got\n%v\nwant\n%s", err, want)
			}
		})
	}
}

func manyMembers(count int) string {
	members := make([]string, count)
	for i := range members {
		members[i] = fmt.Sprintf(`"m%d":1`, i)
	}
	return strings.Join(members, ",")
}

func expectProblem(t *testing.T, err error, path, mention string) {
	t.Helper()
	var problems scenario.Problems
	if !errors.As(err, &problems) || len(problems) == 0 {
		t.Fatalf("%v is no list of problems", err)
	}
	for _, problem := range problems {
		if len(problem.Path) > 300 || len(problem.Message) > 3000 {
			t.Errorf("a problem of %d bytes at a path of %d is too long to read", len(problem.Message), len(problem.Path))
		}
		if problem.Path == path && strings.Contains(problem.Message, mention) {
			return
		}
	}
	t.Errorf("%v\nwant at %q: %q", err, path, mention)
}

func TestDecodeReportsEveryMistake(t *testing.T) {
	_, err := bakeries.Decode([]byte(`{"version":3,"name":"Try","start":"May","months":0,"colour":1,
		"bakery":[{"name":"memphis","load":9}],"order":[{"name":"hotel","bakery":"london","share":"half","fee":{"steps":[{"from":"x","value":"y"}]}}],"rows":[{}]}`))
	var problems scenario.Problems
	if !errors.As(err, &problems) {
		t.Fatal(err)
	}
	paths := map[string]bool{}
	for _, problem := range problems {
		paths[problem.Path] = true
	}
	for _, path := range []string{"version", "name", "start", "months", "colour", "bakery.memphis.load", "order.hotel.bakery", "order.hotel.share",
		"order.hotel.fee.steps.0.from", "order.hotel.fee.steps.0.value", "rows.0.name", "rows.0.unit", "rows.0.formula"} {
		if !paths[path] {
			t.Errorf("no mistake is reported at %s:\n%v", path, err)
		}
	}
	if lines := strings.Split(err.Error(), "\n"); len(lines) != len(problems) {
		t.Errorf("%d problems make %d lines", len(problems), len(lines))
	}
	if _, err = bakeries.Decode([]byte(document(manyMembers(300)))); !errors.As(err, &problems) || len(problems) > 50 {
		t.Errorf("a document of nonsense has %d problems; want at most 50", len(problems))
	}
}

func TestDecode(t *testing.T) {
	d := decode(t, `{
		"version": 1.0, "name": "my-deal_2", "title": "Größe \u003cb\u003e \ud83d\ude80", "about": "", "start": "2026-05", "months": 6e1, "seed": 9007199254740991,
		"chain": {"title": "Crumb", "spending": 5e9},
		"bakery": [{"name": "memphis", "load": {"value": 0.5, "note": "a guess"}}, {"name": "austin"}],
		"oven": [{"name": "deck", "bakery": "austin", "loaves": {"steps": [{"from": "2026-05", "value": 1000}, {"from": "2027-01", "value": 2000}], "between": "linear", "escalator": 0.03}}],
		"order": [{"name": "deck", "bakery": "memphis", "basis": "loaves", "prorated": false, "start": "2026-07",
			"loaves": {"value": {"steps": [{"from": "2026-05", "value": 7}]}, "sources": [{"label": "S-1", "url": "https://example.org/a?b", "date": "2026", "confidence": "H", "value": 9}]}}]
	}`)
	if d.Name != "my-deal_2" || d.Title != "Größe <b> 🚀" || d.Months != 60 || d.Seed != 1<<53-1 || d.Start.String() != "2026-05" {
		t.Errorf("the frame is %+v", d)
	}
	var names []string
	for _, instance := range d.Instances {
		parent := "-"
		if instance.Parent >= 0 {
			parent = d.Instances[instance.Parent].Name
		}
		names = append(names, instance.Scope+"."+instance.Name+" in "+parent)
	}
	if got := strings.Join(names, ", "); got != "chain.chain in -, bakery.memphis in chain, bakery.austin in chain, oven.deck in austin, order.deck in memphis" {
		t.Errorf("the things are %s", got)
	}
	for path, want := range map[string]any{
		"chain.chain.spending": 5e9, "bakery.memphis.load": 0.5, "bakery.austin.load": 0.85,
		"order.deck.basis": "loaves", "order.deck.prorated": false, "order.deck.start": "2026-07", "order.deck.take_or_pay": 1.0,
	} {
		part := strings.Split(path, ".")
		in := bakeries.FindInput(part[0] + "." + part[2])
		if got := in.Plain(d.Value(d.Find(part[0], part[1]), in)); got != want {
			t.Errorf("%s is %v, want %v", path, got, want)
		}
	}
	loaves := d.Instances[d.Find("order", "deck")].Given["loaves"]
	if len(loaves.Sources) != 1 || loaves.Sources[0].Value == nil || loaves.Sources[0].Value.Number != 9 || loaves.Value.Profile == nil {
		t.Errorf("the order's GPUs are %+v", loaves)
	}
	if ramp := d.Value(d.Find("oven", "deck"), bakeries.FindInput("oven.loaves")).Profile; ramp == nil || !ramp.Linear || ramp.Escalator != 0.03 || len(ramp.Steps) != 2 {
		t.Errorf("the oven's profile is %+v", ramp)
	}
}

func TestSourceWithoutAValueStatesTheOneUsed(t *testing.T) {
	d := decode(t, order(`"share":{"value":0.25,"sources":[{"label":"S-1","confidence":"H"}]}`))
	source := d.Instances[d.Find("order", "hotel")].Given["share"].Sources[0]
	if source.Value == nil || source.Value.Number != 0.25 {
		t.Errorf("the source states %v", source.Value)
	}
}

// The standard library's decoder is the independent reading of JSON.
func FuzzDecode(f *testing.F) {
	for _, text := range []string{
		document(), document(aBakery), order(`"share":0.3,"prorated":true,"start":"2026-07"`), order(`"basis":"loaves","loaves":{"steps":[{"from":"2026-05","value":1}],"between":"linear","escalator":0.1}`),
		order(`"share":{"value":0.5,"note":"n","sources":[{"label":"S","confidence":"H","url":"https://a.b","value":0.4}]}`),
		document(`"rows":[{"name":"order.x","unit":"USD","formula":"fee_billed * 2","note":"n"}]`),
		document(`"actuals":[{"row":"order.x","thing":"hotel","from":"2026-01","to":"2026-03","value":-1.5,"note":"n","sources":[{"label":"a","url":"https://a.example","date":"2026","confidence":"H"}]}]`),
		storied, studied, strings.Replace(studied, "normal", "hazard", 1), strings.Replace(studied, "0.25", "-3", 1), `{"version":1,"version":1}`, "[[[[", "\"\\ud800\"", "{}{}", "\uFEFF{}", "1e999",
	} {
		f.Add([]byte(text))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		d, err := bakeries.Decode(data)
		if err != nil {
			var problems scenario.Problems
			if !errors.As(err, &problems) || len(problems) == 0 || d != nil {
				t.Fatalf("%v is no list of problems", err)
			}
			return
		}
		if !json.Valid(data) {
			t.Fatalf("%q was read, and is no JSON", data)
		}
		written := d.Encode()
		again, err := bakeries.Decode(written)
		if err != nil {
			t.Fatalf("%v\nwritten from %q as %s", err, data, written)
		}
		if !reflect.DeepEqual(d, again) || d.Hash() != again.Hash() || !bytes.Equal(written, again.Encode()) {
			t.Fatalf("%q is written as %s, which reads otherwise", data, written)
		}
	})
}
