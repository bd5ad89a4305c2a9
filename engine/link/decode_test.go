package link

import (
	"bytes"
	"compress/flate"
	"encoding/base64"
	"net/url"
	"slices"
	"strconv"
	"strings"
	"testing"

	"rackonomics/engine/model"
	"rackonomics/engine/scenario"
	"rackonomics/scenarios"
)

func TestForgivesWhatMailDoes(t *testing.T) {
	state := typical(t)
	fragment := encode(t, state)
	payload := strings.Split(fragment, ".")[1]
	standard := "#s=1." + strings.NewReplacer("-", "+", "_", "/").Replace(payload) + strings.Repeat("=", (4-len(payload)%4)%4) + "." + strings.Split(fragment, ".")[2]
	middle := len(fragment) / 2
	for name, text := range map[string]string{
		"as it is":            fragment,
		"without #":           fragment[1:],
		"address":             "https://example.org/a/index.html?x=1" + fragment,
		"other parameters":    "https://example.org/#theme=dark&" + fragment[1:] + "&embed=1",
		"in a sentence":       "Look at https://example.org/" + fragment + ". It breaks even!",
		"in brackets":         "<https://example.org/" + fragment + ">",
		"in Markdown":         "[this](https://example.org/" + fragment + ")",
		"spaces around":       "  " + fragment + "\n",
		"standard base64":     standard,
		"escaped":             url.QueryEscape("https://example.org/" + fragment),
		"escaped twice":       url.QueryEscape(url.QueryEscape(fragment)),
		"escaped base64":      strings.NewReplacer("+", "%2B", "/", "%2F").Replace(standard),
		"broken line":         fragment[:middle] + "\r\n" + fragment[middle:],
		"broken and indent":   fragment[:middle] + "\n    " + fragment[middle:] + "\nRegards",
		"broken in checksum":  fragment[:len(fragment)-3] + "\n" + fragment[len(fragment)-3:],
		"after a broken one":  "#s=1.abc.def and then " + fragment,
		"zero-width spaces":   fragment[:9] + "\u200b" + fragment[9:30] + "\u200b" + fragment[30:],
		"soft hyphens":        fragment[:30] + "\u00ad" + fragment[30:],
		"a soft hyphen first": "#\u00ads" + fragment[2:],
		"escaped unseen ones": fragment[:30] + "%E2%80%8B" + fragment[30:50] + "%C2%AD" + fragment[50:],
		"a byte order mark":   "\ufeff" + fragment,
		"quoted-printable":    quotedPrintable(fragment),
		"entities":            "&#35;s&#x3D;" + strings.NewReplacer(".", "&#46;", "-", "&#45;", "_", "&lowbar;").Replace(fragment[3:]),
		"entities of a query": "https://example.org/?x=1&amp;" + fragment[1:],
		"backslashes":         strings.NewReplacer("_", `\_`, "-", `\-`, ".", `\.`, "#", `\#`).Replace(fragment),
		"hard hyphens":        strings.ReplaceAll(fragment, "-", "\u2011"),
		"minus signs":         strings.ReplaceAll(fragment, "-", "\u2212"),
		"no-break spaces":     fragment[:30] + "\u00a0" + fragment[30:],
	} {
		got, notices, err := Decode(model.Scenario, text)
		if err != nil || notices != nil || !slices.EqualFunc(got.Changes, state.Changes, sameChange) {
			t.Errorf("%s: %v %v %v", name, got.Changes, notices, err)
		}
		if !Looks(text) {
			t.Errorf("%s: does not look like a link", name)
		}
	}
}

// quotedPrintable is a text as mail carries it, in short lines.
func quotedPrintable(text string) string {
	text = strings.ReplaceAll(text, "=", "=3D")
	var lines []string
	for len(text) > 40 {
		lines, text = append(lines, text[:40]), text[40:]
	}
	return strings.Join(append(lines, text), "=\r\n")
}

// Two hyphens become a dash, three of them another one, as they are typed or pasted.
func TestForgivesDashes(t *testing.T) {
	state := typical(t)
	for share := 0; share < 20000; share++ {
		state.Changes = []scenario.Change{{Path: "lease.anthropic.share", JSON: []byte(strconv.Itoa(share))}}
		fragment := encode(t, state)
		if !strings.Contains(fragment, "--") || strings.Contains(fragment, "---") {
			continue
		}
		for _, dash := range []string{"\u2013", "\u2014"} {
			text := strings.ReplaceAll(fragment, "--", dash)
			if got, notices, err := Decode(model.Scenario, text); err != nil || notices != nil || !slices.EqualFunc(got.Changes, state.Changes, sameChange) {
				t.Errorf("%s: %v %v %v", text, got.Changes, notices, err)
			}
		}
		return
	}
	t.Error("no link has two hyphens")
}

// What an escape leaves of a link that was cut is not taken for one of another version.
func TestACutLinkIsToldAsOne(t *testing.T) {
	fragment := encode(t, typical(t))
	cut := strings.ReplaceAll(fragment[:len(fragment)-12], "=", "=3D")
	if _, notices, err := Decode(model.Scenario, cut); err != nil || len(notices) != 1 || !strings.Contains(notices[0].Text, "was cut") {
		t.Errorf("%v %v", notices, err)
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
		state, notices, err := Decode(model.Scenario, test.text)
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
		state, notices, err := Decode(model.Scenario, wire("filed-deal 0123456789abcdef\n"+extra+"a.b=7\n"))
		if name == "open end" {
			state, notices, err = Decode(model.Scenario, wire("filed-deal 0123456789abcdef\na.b=7\n"+extra))
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
		got, notices, err := Decode(model.Scenario, fragment[:length])
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
			if _, notices, err := Decode(model.Scenario, damaged); err == nil && (len(notices) != 1 || notices[0].Level != Error) {
				t.Fatalf("%q instead of %q at %d passes: %v", letter, fragment[at], at, notices)
			}
		}
	}
}

func FuzzDecode(f *testing.F) {
	fragment := encode(f, typical(f))
	f.Add(fragment)
	f.Add(encode(f, asked(f)))
	f.Add(wire("no-deal 0123456789abcdef\nstudy.correlations=[{\"of\":[\"a\",\"b\"],\"is\":2}]\nscenario.seed=1\n"))
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
	state, notices, err := Decode(model.Scenario, text)
	if err != nil {
		return
	}
	if _, _, _, err := state.Open(scenarios.Find, scenarios.Load); err == nil && notices == nil {
		if _, err := writeLines(state); err != nil {
			t.Errorf("%q is read but cannot be written: %v", text, err)
		}
	}
}
