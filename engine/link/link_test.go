package link

import (
	"bytes"
	"compress/flate"
	"crypto/sha256"
	"encoding/base64"
	"encoding/hex"
	"fmt"
	"net/url"
	"slices"
	"strconv"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"rackonomics/engine/scenario"
	"rackonomics/scenarios"
)

// typical is what most links are: three sliders moved, a chart looked at.
func typical(t testing.TB) State {
	month := 14
	return State{
		Base: shipped(t, "filed-deal"),
		Changes: []scenario.Change{
			{Path: "lease.anthropic.fee", JSON: []byte("1130000000")},
			{Path: "operator.cost_growth", JSON: []byte("0.07")},
			{Path: "site.memphis.power_usage_effectiveness", JSON: []byte("1.31")},
		},
		View: View{Month: &month, Chart: "money", Select: "anthropic"},
		Fingerprint: []Figure{
			{Name: "break_even.operating_income.first", Value: "2026-07"},
			{Name: "lease.fee_needed_for_operating_break_even", Value: 8.233e8},
			{Name: "lease.headline_value", Value: 4.5e10},
			{Name: "free_cash_flow.cumulative", Value: nil},
		},
	}
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
	own, err := scenario.Decode([]byte(`{"version":1,"name":"own","title":"Größe \"A\" = ½\n","start":"2026-05","months":24,"site":[{"name":"a"}]}`))
	if err != nil {
		t.Fatal(err)
	}
	zero := 0
	for name, state := range map[string]State{
		"typical":       typical(t),
		"nothing":       {Base: shipped(t, "no-deal")},
		"first month":   {Base: shipped(t, "no-deal"), View: View{Month: &zero}},
		"text":          {Base: shipped(t, "no-deal"), Changes: []scenario.Change{{Path: "lease.x", JSON: []byte(`{"title":"a = b, \"c\" \\ ü","site":"memphis"}`)}}},
		"removed":       {Base: shipped(t, "filed-deal"), Changes: []scenario.Change{{Path: "lease.anthropic", JSON: []byte("null")}}},
		"profile":       {Base: shipped(t, "filed-deal"), Changes: []scenario.Change{{Path: "lease.anthropic.fee", JSON: []byte(profile)}}},
		"same twice":    {Base: shipped(t, "filed-deal"), Changes: []scenario.Change{{Path: "b.c", JSON: []byte("1")}, {Path: "a.b", JSON: []byte("2")}, {Path: "b.c", JSON: []byte("3")}}},
		"own document":  {Base: NewBase(own, scenarios.Find), Changes: []scenario.Change{{Path: "scenario.months", JSON: []byte("12")}}},
		"view's letter": {Base: shipped(t, "no-deal"), View: View{Select: "a=b ü"}},
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
	got, notices, err := Decode(fragment)
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
	if fmt.Sprint(describe(got.View)) != fmt.Sprint(describe(state.View)) {
		t.Fatalf("view is %s, want %s", describe(got.View), describe(state.View))
	}
	if len(got.Fingerprint) != len(state.Fingerprint) || len(Compare(got.Fingerprint, state.Fingerprint)) > 0 {
		t.Fatalf("fingerprint is %v, want %v", got.Fingerprint, state.Fingerprint)
	}
}

func sameChange(a, b scenario.Change) bool { return a.Path == b.Path && bytes.Equal(a.JSON, b.JSON) }

func describe(v View) string {
	month := "no month"
	if v.Month != nil {
		month = strconv.Itoa(*v.Month)
	}
	return fmt.Sprintf("%s/%q/%q", month, v.Chart, v.Select)
}

func TestRoundTripOfRandomStates(t *testing.T) {
	bases := []Base{shipped(t, "filed-deal"), shipped(t, "no-deal"), shipped(t, "half-the-data-center")}
	rapid.Check(t, func(t *rapid.T) {
		state := State{Base: rapid.SampledFrom(bases).Draw(t, "base")}
		for range rapid.IntRange(0, 20).Draw(t, "changes") {
			in := rapid.SampledFrom(scenario.Inputs).Draw(t, "input")
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
			state.View.Month = &month
		}
		state.View.Chart = rapid.StringMatching(`[a-z]{0,10}`).Draw(t, "chart")
		for _, name := range fingerprint {
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
	for _, in := range scenario.InputsOf("lease")[:12] {
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
	document, err := scenario.Decode([]byte(`{"version":1,"name":"own","about":"` + noisy(40) + `","start":"2026-05","months":24}`))
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
		"month":         {Base: base, View: View{Month: &negative}},
		"chart":         {Base: base, View: View{Chart: "a\nb"}},
		"long select":   {Base: base, View: View{Select: strings.Repeat("a", longestOfView+1)}},
		"figure's name": {Base: base, Fingerprint: []Figure{{Name: "A=b"}}},
		"many figures":  {Base: base, Fingerprint: make([]Figure, mostFigures+1)},
	} {
		if fragment, err := Encode(state); err == nil {
			t.Errorf("%s: encoded as %s", name, fragment)
		}
	}
}

func TestForgivesWhatMailDoes(t *testing.T) {
	state := typical(t)
	fragment := encode(t, state)
	payload := strings.Split(fragment, ".")[1]
	standard := "#s=1." + strings.NewReplacer("-", "+", "_", "/").Replace(payload) + strings.Repeat("=", (4-len(payload)%4)%4) + "." + strings.Split(fragment, ".")[2]
	middle := len(fragment) / 2
	for name, text := range map[string]string{
		"as it is":           fragment,
		"without #":          fragment[1:],
		"address":            "https://example.org/a/index.html?x=1" + fragment,
		"other parameters":   "https://example.org/#theme=dark&" + fragment[1:] + "&embed=1",
		"in a sentence":      "Look at https://example.org/" + fragment + ". It breaks even!",
		"in brackets":        "<https://example.org/" + fragment + ">",
		"in Markdown":        "[this](https://example.org/" + fragment + ")",
		"spaces around":      "  " + fragment + "\n",
		"standard base64":    standard,
		"escaped":            url.QueryEscape("https://example.org/" + fragment),
		"escaped twice":      url.QueryEscape(url.QueryEscape(fragment)),
		"escaped base64":     strings.NewReplacer("+", "%2B", "/", "%2F").Replace(standard),
		"broken line":        fragment[:middle] + "\r\n" + fragment[middle:],
		"broken and indent":  fragment[:middle] + "\n    " + fragment[middle:] + "\nRegards",
		"broken in checksum": fragment[:len(fragment)-3] + "\n" + fragment[len(fragment)-3:],
		"after a broken one": "#s=1.abc.def and then " + fragment,
	} {
		got, notices, err := Decode(text)
		if err != nil || notices != nil || !slices.EqualFunc(got.Changes, state.Changes, sameChange) {
			t.Errorf("%s: %v %v %v", name, got.Changes, notices, err)
		}
		if !Looks(text) {
			t.Errorf("%s: does not look like a link", name)
		}
	}
}

func TestRefusesWhatIsNoLink(t *testing.T) {
	bomb := flateOf(strings.Repeat("a", 1<<20))
	for name, test := range map[string]struct{ text, want string }{
		"empty":                 {"", "not a link"},
		"a name":                {"filed-deal", "not a link"},
		"another fragment":      {"https://example.org/#top", "not a link"},
		"a word before":         {"#items=1.abc.def", "not a link"},
		"newer version":         {"#s=2.abc.def", "version 2"},
		"far version":           {"#s=99999.abc.def", "version 99999"},
		"nothing after version": {"#s=1", "damaged"},
		"garbage":               {"#s=1.AAAAAAAAAAAA.aaaaaa", "damaged"},
		"long":                  {"#s=1." + strings.Repeat("A", LongestFragment+1), "at most"},
		"long text":             {strings.Repeat("x", longestPasted+1), "not a link"},
		"bomb":                  {"#s=1." + bomb + "." + checksum("1", bomb), "damaged"},
		"bad document":          {wire(`{"version":1,"name":"A"}` + "\n"), "cannot be used"},
		"bad hash":              {wire("filed-deal 123\n"), "cannot be used"},
		"path as name":          {wire("../x 0123456789abcdef\n"), "cannot be used"},
		"no line":               {wire(""), "cannot be used"},
	} {
		state, notices, err := Decode(test.text)
		if err == nil || !strings.Contains(err.Error(), test.want) {
			t.Errorf("%s: %+v %v %v, want an error with %q", name, state, notices, err, test.want)
		}
	}
}

func flateOf(text string) string {
	var out bytes.Buffer
	writer, _ := flate.NewWriterDict(&out, flate.BestCompression, dictionary)
	_, _ = writer.Write([]byte(text))
	_ = writer.Close()
	return base64.RawURLEncoding.EncodeToString(out.Bytes())
}

// A link with a fitting checksum may still have been made by anyone.
func TestUnknownPartsAreTold(t *testing.T) {
	for name, extra := range map[string]string{
		"view":            "@zoom=3\n",
		"month":           "@month=-1\n",
		"figure":          "~a.b=many\n",
		"path":            "Lease.X=1\n",
		"no value":        "lease.x=\n",
		"no sign":         "lease.x\n",
		"empty line":      "\n",
		"open end":        "lease.x=1",
		"raw text":        "lease.x=\"a\tb\"\n",
		"not UTF-8":       "lease.x=\"\xff\"\n",
		"endless figures": strings.Repeat("~a.b=1\n", mostFigures+1),
		"endless changes": strings.Repeat("a.b=1\n", mostChanges+1),
	} {
		state, notices, err := Decode(wire("filed-deal 0123456789abcdef\n" + extra + "a.b=7\n"))
		if name == "open end" {
			state, notices, err = Decode(wire("filed-deal 0123456789abcdef\na.b=7\n" + extra))
		}
		if err != nil || len(notices) != 1 || notices[0].Level != Error || state.Base.Name != "filed-deal" {
			t.Errorf("%s: %+v %v %v", name, state, notices, err)
		}
		if len(state.Changes) > mostChanges || len(state.Fingerprint) > mostFigures {
			t.Errorf("%s: %d changes, %d figures", name, len(state.Changes), len(state.Fingerprint))
		}
	}
}

// However far a link is cut, what is read is true, and that it was cut is said.
func TestCutLinks(t *testing.T) {
	state := typical(t)
	fragment := encode(t, state)
	var bases, changes int
	for length := len("#s=1"); length < len(fragment); length++ {
		got, notices, err := Decode(fragment[:length])
		if err != nil {
			if !strings.Contains(err.Error(), "damaged") {
				t.Errorf("cut to %d: %v", length, err)
			}
			continue
		}
		if len(notices) != 1 || notices[0].Level != Error || !strings.Contains(notices[0].Text, "cut") {
			t.Fatalf("cut to %d: notices are %v", length, notices)
		}
		if got.Base != state.Base || len(got.Changes) > len(state.Changes) || !slices.EqualFunc(got.Changes, state.Changes[:len(got.Changes)], sameChange) {
			t.Fatalf("cut to %d: read %+v", length, got)
		}
		bases++
		changes = max(changes, len(got.Changes))
	}
	if bases == 0 || changes < len(state.Changes) {
		t.Errorf("of all cut links %d had a base and at most %d changes were read", bases, changes)
	}
}

func TestChangedLinksAreRecognised(t *testing.T) {
	fragment := encode(t, typical(t))
	for at := len("#s=1."); at < len(fragment); at++ {
		if fragment[at] == '.' {
			continue
		}
		for _, letter := range "Az0_" {
			if byte(letter) == fragment[at] {
				continue
			}
			damaged := fragment[:at] + string(letter) + fragment[at+1:]
			if _, notices, err := Decode(damaged); err == nil && (len(notices) != 1 || notices[0].Level != Error) {
				t.Fatalf("%q instead of %q at %d passes: %v", letter, fragment[at], at, notices)
			}
		}
	}
}

func TestOpen(t *testing.T) {
	state := typical(t)
	known, _ := scenarios.Load("filed-deal")
	older := state
	older.Base.Hash = "0123456789abcdef"
	unknown := state
	unknown.Base.Name = "gone"
	partly := state
	partly.Changes = append(slices.Clone(state.Changes),
		scenario.Change{Path: "lease.nobody.fee", JSON: []byte("1")},
		scenario.Change{Path: "lease.anthropic.fee", JSON: []byte("-1")},
		scenario.Change{Path: "lease.anthropic.notice", JSON: []byte("[[[")},
		scenario.Change{Path: "lease.anthropic.notice", JSON: []byte("30")})
	for name, test := range map[string]struct {
		state   State
		changes int
		notices []string // what each mentions
		fails   bool
	}{
		"as made":          {state: state, changes: 3},
		"older form":       {state: older, changes: 3, notices: []string{"another form"}},
		"unknown scenario": {state: unknown, fails: true},
		"impossible changes": {state: partly, changes: 4,
			notices: []string{"lease.nobody.fee", "lease.anthropic.fee", "lease.anthropic.notice"}},
	} {
		t.Run(name, func(t *testing.T) {
			document, changes, notices, err := test.state.Open(scenarios.Find, scenarios.Load)
			if test.fails {
				if err == nil || !strings.Contains(err.Error(), "gone") {
					t.Fatalf("error is %v", err)
				}
				return
			}
			if err != nil || document.Hash() != known.Hash() || len(changes) != test.changes || len(notices) != len(test.notices) {
				t.Fatalf("%d changes, notices %v, %v", len(changes), notices, err)
			}
			for i, want := range test.notices {
				if !strings.Contains(notices[i].Text, want) {
					t.Errorf("notice %q does not mention %s", notices[i].Text, want)
				}
			}
			if _, err := document.Apply(changes); err != nil {
				t.Error(err)
			}
		})
	}
}

// A link of version 1 as it was first made, with a document of its own so that
// it does not depend on the shipped ones.
func TestFirstLinkStaysReadable(t *testing.T) {
	const first = "#s=1.wnqWR355Ht4zIoxMMI87SFTCumAV4kTEytRExBpUAz3T2lhYQoaogyQiQ_REZIw92UD0kJImAAEAAP__.zTuGIw"
	state, notices, err := Decode(first)
	if err != nil || notices != nil {
		t.Fatal(notices, err)
	}
	document, changes, notices, err := state.Open(scenarios.Find, scenarios.Load)
	if err != nil || notices != nil {
		t.Fatal(notices, err)
	}
	changed, err := document.Apply(changes)
	if err != nil {
		t.Fatal(err)
	}
	lease := changed.Find("lease", "tenant")
	fee := changed.Value(lease, scenario.FindInput("lease.fee"))
	if document.Name != "own" || changed.Months != 24 || fee.Number != 1.1e9 || *state.View.Month != 3 || state.View.Chart != "money" ||
		state.View.Select != "tenant" || len(state.Fingerprint) != 1 || state.Fingerprint[0].Value != "2026-07" {
		t.Errorf("it reads as %+v, fee %v", state, fee)
	}
}

func FuzzDecode(f *testing.F) {
	fragment := encode(f, typical(f))
	f.Add(fragment)
	f.Add(fragment[:len(fragment)/2])
	f.Add("https://example.org/%23s%3D1.abc.def")
	f.Add(wire("filed-deal 0123456789abcdef\na.b=[[[[\n@month=3\n~a=1e999\n"))
	f.Add(wire(`{"version":1,"name":"own","start":"2026-05","months":24}` + "\n"))
	f.Fuzz(func(t *testing.T, text string) {
		checkDecode(t, text)
		checkDecode(t, wire(text))
	})
}

// checkDecode holds for any text: what is read without a notice can be written again.
func checkDecode(t *testing.T, text string) {
	state, notices, err := Decode(text)
	if err != nil {
		return
	}
	if _, _, _, err := state.Open(scenarios.Find, scenarios.Load); err == nil && notices == nil {
		if _, err := writeLines(state); err != nil {
			t.Errorf("%q is read but cannot be written: %v", text, err)
		}
	}
}
