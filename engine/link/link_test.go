package link

import (
	"bytes"
	"crypto/sha256"
	"encoding/base64"
	"encoding/hex"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"rackonomics/engine/model"
	"rackonomics/engine/scenario"
	"rackonomics/scenarios"
)

// typical is what most links are: three sliders moved, a section looked at.
func typical(t testing.TB) State {
	month := 14
	return State{
		Base: shipped(t, "filed-deal"),
		Changes: []scenario.Change{
			{Path: "lease.anthropic.fee", JSON: []byte("1130000000")},
			{Path: "operator.cost_growth", JSON: []byte("0.07")},
			{Path: "site.memphis.power_usage_effectiveness", JSON: []byte("1.31")},
		},
		Looking: Looking{Month: &month, Section: "money", Select: "anthropic", Entry: "lease.fee_billed"},
		Fingerprint: []Figure{
			{Name: "break_even.operating_income.first", Value: "2026-07"},
			{Name: "lease.fee_needed_for_operating_break_even", Value: 8.233e8},
			{Name: "lease.headline_value", Value: 4.5e10},
			{Name: "free_cash_flow.cumulative", Value: nil},
		},
	}
}

// asked is a link with a study: what an analyst is not sure of, and asks.
func asked(t testing.TB) State {
	state := typical(t)
	for _, change := range [][2]string{
		{"study.operator.cost_growth", `{"form":"normal","low":0.02,"high":0.09}`},
		{"study.lease.anthropic.fee", `{"form":"log-normal","times":true,"low":0.8,"high":1.25,"note":"as the two reports"}`},
		{"study.lease.anthropic.last_month", `{"form":"hazard","low":"2026-08","rate":0.2}`},
		{"study.lease.anthropic.basis", `{"form":"discrete","points":[{"value":"share","weight":2},{"value":"gpus","weight":1}]}`},
		{"study.correlations", `[{"of":["operator.cost_growth","lease.anthropic.fee"],"is":-0.4}]`},
		{"study.measure", `"break_even.operating_income.first"`}, {"study.paths", "20000"}, {"scenario.seed", "7"},
	} {
		state.Changes = append(state.Changes, scenario.Change{Path: change[0], JSON: []byte(change[1])})
	}
	return state
}

func shipped(t testing.TB, name string) Base {
	document, err := scenarios.Load(name)
	if err != nil {
		t.Fatal(err)
	}
	return NewBase(document, scenarios.Find)
}

func encode(t testing.TB, state State) string {
	fragment, err := Encode(state)
	if err != nil {
		t.Fatal(err)
	}
	return fragment
}

// wire makes a link of a payload's text, however wrong, with a checksum that fits.
func wire(text string) string {
	payload := base64.RawURLEncoding.EncodeToString(deflate([]byte(text)))
	return "#s=1." + payload + "." + checksum("1", payload)
}

func TestDictionaryIsFrozen(t *testing.T) {
	const want = "589bd7e39cbd61584bac4a89b8e9704e1ed126a6802fa85b691aafab2eff78bc"
	if got := sha256.Sum256(dictionary); hex.EncodeToString(got[:]) != want {
		t.Errorf("the dictionary of version 1 has changed: no link that was ever made could be read. Make version 2 instead")
	}
}

func TestRoundTrip(t *testing.T) {
	profile := `{"steps":[{"from":"2026-07","value":1000000000},{"from":"2028-01","value":900000000}],"between":"linear","escalator":0.03}`
	own, err := model.Scenario.Decode([]byte(`{"version":1,"name":"own","title":"Größe \"A\" = ½\n","start":"2026-05","months":24,"site":[{"name":"a"}]}`))
	if err != nil {
		t.Fatal(err)
	}
	studied, err := model.Scenario.Decode([]byte(`{"version":2,"name":"own","start":"2026-05","months":24,"seed":9007199254740991,"site":[{"name":"a"}],` +
		`"study":{"uncertain":[{"input":"site.a.power_usage_effectiveness","form":"uniform","low":1.1,"high":1.5,"note":"½"}],"paths":500}}`))
	if err != nil {
		t.Fatal(err)
	}
	zero := 0
	for name, state := range map[string]State{
		"typical":       typical(t),
		"nothing":       {Base: shipped(t, "no-deal")},
		"first month":   {Base: shipped(t, "no-deal"), Looking: Looking{Month: &zero}},
		"text":          {Base: shipped(t, "no-deal"), Changes: []scenario.Change{{Path: "lease.x", JSON: []byte(`{"title":"a = b, \"c\" \\ ü","site":"memphis"}`)}}},
		"removed":       {Base: shipped(t, "filed-deal"), Changes: []scenario.Change{{Path: "lease.anthropic", JSON: []byte("null")}}},
		"profile":       {Base: shipped(t, "filed-deal"), Changes: []scenario.Change{{Path: "lease.anthropic.fee", JSON: []byte(profile)}}},
		"same twice":    {Base: shipped(t, "filed-deal"), Changes: []scenario.Change{{Path: "b.c", JSON: []byte("1")}, {Path: "a.b", JSON: []byte("2")}, {Path: "b.c", JSON: []byte("3")}}},
		"own document":  {Base: NewBase(own, scenarios.Find), Changes: []scenario.Change{{Path: "scenario.months", JSON: []byte("12")}}},
		"study":         asked(t),
		"comparison":    comparedAndAsked(t),
		"own study":     {Base: NewBase(studied, scenarios.Find), Changes: asked(t).Changes[:1]},
		"view's letter": {Base: shipped(t, "no-deal"), Looking: Looking{Select: "a=b ü"}},
	} {
		t.Run(name, func(t *testing.T) {
			checkRoundTrip(t, state)
		})
	}
}

// fataler is what testing.T and rapid.T share.
type fataler interface {
	Fatalf(format string, args ...any)
}

func checkRoundTrip(t fataler, state State) {
	fragment, err := Encode(state)
	if err != nil {
		t.Fatalf("encode: %v", err)
	}
	again, err := Encode(state)
	if err != nil || again != fragment {
		t.Fatalf("encoding twice gives %s and %s", fragment, again)
	}
	got, notices, err := Decode(model.Scenario, fragment)
	if err != nil || notices != nil {
		t.Fatalf("decode: %v %v", notices, err)
	}
	if got.Base.Name != state.Base.Name || got.Base.Hash != state.Base.Hash || (got.Base.Document == nil) != (state.Base.Document == nil) {
		t.Fatalf("base is %+v, want %+v", got.Base, state.Base)
	}
	if got.Base.Document != nil && !bytes.Equal(got.Base.Document.Encode(), state.Base.Document.Encode()) {
		t.Fatalf("the document is another")
	}
	if !slices.EqualFunc(got.Changes, state.Changes, sameChange) {
		t.Fatalf("changes are %s, want %s", got.Changes, state.Changes)
	}
	if fmt.Sprint(describe(got.Looking)) != fmt.Sprint(describe(state.Looking)) {
		t.Fatalf("view is %s, want %s", describe(got.Looking), describe(state.Looking))
	}
	if len(got.Fingerprint) != len(state.Fingerprint) || len(Compare(got.Fingerprint, state.Fingerprint)) > 0 {
		t.Fatalf("fingerprint is %v, want %v", got.Fingerprint, state.Fingerprint)
	}
}

func sameChange(a, b scenario.Change) bool { return a.Path == b.Path && bytes.Equal(a.JSON, b.JSON) }

func describe(v Looking) string {
	month := "no month"
	if v.Month != nil {
		month = strconv.Itoa(*v.Month)
	}
	v.Month = nil
	return fmt.Sprintf("%s %+v", month, v)
}

// comparedAndAsked is a link with all that can be looked at.
func comparedAndAsked(t testing.TB) State {
	state := typical(t)
	other := shipped(t, "no-deal")
	state.Looking.Section, state.Looking.Why, state.Looking.Step = "comparison", "operator.operating_income@operator 2026-07", "2"
	state.Looking.Compared = []Compared{
		{Name: state.Base.Name, Hash: state.Base.Hash},
		{Name: other.Name, Hash: other.Hash, Changes: state.Changes[1:]},
		{Name: other.Name, Hash: other.Hash, Changes: []scenario.Change{{Path: "lease.x", JSON: []byte(`{"title":"a = b + c"}`)}}},
	}
	return state
}

func TestRoundTripOfRandomStates(t *testing.T) {
	bases := []Base{shipped(t, "filed-deal"), shipped(t, "no-deal"), shipped(t, "half-the-data-center")}
	rapid.Check(t, func(t *rapid.T) {
		state := State{Base: rapid.SampledFrom(bases).Draw(t, "base")}
		for range rapid.IntRange(0, 20).Draw(t, "changes") {
			in := rapid.SampledFrom(model.Scenario.Inputs()).Draw(t, "input")
			path := in.Scope() + ".x-1." + in.Field()
			var json string
			switch rapid.IntRange(0, 2).Draw(t, "form") {
			case 0:
				json = strconv.FormatFloat(rapid.Float64Range(-1e12, 1e12).Draw(t, "value"), 'g', -1, 64)
			case 1:
				json = strconv.Quote(rapid.StringMatching(`[a-z0-9 =#~@.-]{0,12}`).Draw(t, "text"))
			case 2:
				json = fmt.Sprintf(`{"steps":[{"from":"2026-%02d","value":%d}]}`, rapid.IntRange(1, 12).Draw(t, "from"), rapid.Int32().Draw(t, "step"))
			}
			state.Changes = append(state.Changes, scenario.Change{Path: path, JSON: []byte(json)})
		}
		if rapid.Bool().Draw(t, "has month") {
			month := rapid.IntRange(0, scenario.LongestHorizon-1).Draw(t, "month")
			state.Looking.Month = &month
		}
		state.Looking.Section = rapid.StringMatching(`[a-z]{0,10}`).Draw(t, "section")
		for range rapid.IntRange(0, MostCompared).Draw(t, "compared") {
			other := rapid.SampledFrom(bases).Draw(t, "other")
			changes := state.Changes[:rapid.IntRange(0, len(state.Changes)).Draw(t, "of the changes")]
			state.Looking.Compared = append(state.Looking.Compared, Compared{Name: other.Name, Hash: other.Hash, Changes: changes})
		}
		for _, name := range []string{"break_even.operating_income.first", "lease.fee_needed_for_operating_break_even", "lease.headline_value", "free_cash_flow.cumulative"} {
			state.Fingerprint = append(state.Fingerprint, Figure{Name: name, Value: rapid.Float64Range(-1e13, 1e13).Draw(t, "figure")})
		}
		checkRoundTrip(t, state)
	})
}

func TestTypicalLinksAreShort(t *testing.T) {
	const most = 400
	slider := typical(t)
	two := typical(t)
	two.Changes = append(two.Changes,
		scenario.Change{Path: "lease.google", JSON: []byte(`{"title":"Google","site":"memphis","basis":"gpus","gpus":110000,"start":"2026-10","last_month":"2029-06","price_basis":"fee","fee":920000000}`)},
		scenario.Change{Path: "lease.anthropic.fee", JSON: []byte(`{"steps":[{"from":"2026-05","value":625000000},{"from":"2026-07","value":1250000000}],"escalator":0.03}`)})
	many := typical(t)
	for _, in := range model.Scenario.InputsOf("lease")[:12] {
		many.Changes = append(many.Changes, scenario.Change{Path: "lease.anthropic." + in.Field(), JSON: []byte("12345.678")})
	}
	for name, state := range map[string]State{"three sliders": slider, "second lease and a profile": two, "fifteen inputs": many} {
		fragment := encode(t, state)
		t.Logf("%s: %d characters", name, len(fragment))
		if len(fragment) > most {
			t.Errorf("%s: %d characters, at most %d were promised: %s", name, len(fragment), most, fragment)
		}
	}
}

func TestOwnDocumentKinToAShippedOneFits(t *testing.T) {
	document, err := scenarios.Load("filed-deal")
	if err != nil {
		t.Fatal(err)
	}
	changed, err := document.Apply(typical(t).Changes)
	if err != nil {
		t.Fatal(err)
	}
	state := State{Base: NewBase(changed, scenarios.Find)}
	if state.Base.Document == nil {
		t.Fatal("a changed document is taken for the shipped one")
	}
	t.Logf("%d characters", len(encode(t, state)))
	checkRoundTrip(t, state)
}

func TestTooLongSaysWhatIs(t *testing.T) {
	noise := sha256.New()
	noisy := func(n int) string {
		var text strings.Builder
		for i := range n {
			fmt.Fprintf(noise, "%d", i)
			text.WriteString(hex.EncodeToString(noise.Sum(nil)))
		}
		return text.String()
	}
	document, err := model.Scenario.Decode([]byte(`{"version":1,"name":"own","about":"` + noisy(40) + `","start":"2026-05","months":24}`))
	if err != nil {
		t.Fatal(err)
	}
	for name, test := range map[string]struct {
		state State
		want  string
	}{
		"document": {State{Base: NewBase(document, scenarios.Find)}, "the scenario itself"},
		"change":   {State{Base: shipped(t, "no-deal"), Changes: []scenario.Change{{Path: "lease.x", JSON: []byte(`"` + noisy(40) + `"`)}}}, "the change of lease.x"},
		"beyond any packing": {State{Base: shipped(t, "no-deal"), Changes: []scenario.Change{{Path: "lease.x", JSON: []byte(`"` + strings.Repeat("a", largestText) + `"`)}}},
			"the change of lease.x"},
	} {
		_, err := Encode(test.state)
		if err == nil || !strings.Contains(err.Error(), test.want) || !strings.Contains(err.Error(), "at most 1400") {
			t.Errorf("%s: %v, want the limit and %q", name, err, test.want)
		}
	}
}

func TestEncodeRefuses(t *testing.T) {
	base := shipped(t, "no-deal")
	negative := -1
	for name, state := range map[string]State{
		"no base":       {},
		"name of base":  {Base: Base{Name: "A b", Hash: base.Hash}},
		"hash of base":  {Base: Base{Name: "no-deal", Hash: "12"}},
		"path":          {Base: base, Changes: []scenario.Change{{Path: "a=b", JSON: []byte("1")}}},
		"path's line":   {Base: base, Changes: []scenario.Change{{Path: "a\nb", JSON: []byte("1")}}},
		"open text":     {Base: base, Changes: []scenario.Change{{Path: "a.b", JSON: []byte(`"1`)}}},
		"line in text":  {Base: base, Changes: []scenario.Change{{Path: "a.b", JSON: []byte("\"1\n2\"")}}},
		"empty":         {Base: base, Changes: []scenario.Change{{Path: "a.b"}}},
		"not UTF-8":     {Base: base, Changes: []scenario.Change{{Path: "a.b", JSON: []byte("\"\xff\"")}}},
		"many changes":  {Base: base, Changes: make([]scenario.Change, mostChanges+1)},
		"month":         {Base: base, Looking: Looking{Month: &negative}},
		"section":       {Base: base, Looking: Looking{Section: "a\nb"}},
		"long select":   {Base: base, Looking: Looking{Select: strings.Repeat("a", longestOfLooking+1)}},
		"compared name": {Base: base, Looking: Looking{Compared: []Compared{{Name: "a b", Hash: base.Hash}}}},
		"compared path": {Base: base, Looking: Looking{Compared: []Compared{{Name: base.Name, Hash: base.Hash, Changes: []scenario.Change{{Path: "a=b", JSON: []byte("1")}}}}}},
		"many compared": {Base: base, Looking: Looking{Compared: slices.Repeat([]Compared{{Name: base.Name, Hash: base.Hash}}, MostCompared+1)}},
		"figure's name": {Base: base, Fingerprint: []Figure{{Name: "A=b"}}},
		"many figures":  {Base: base, Fingerprint: make([]Figure, mostFigures+1)},
	} {
		if fragment, err := Encode(state); err == nil {
			t.Errorf("%s: encoded as %s", name, fragment)
		}
	}
}
