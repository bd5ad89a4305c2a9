package scenario_test

import (
	"errors"
	"fmt"
	"reflect"
	"strings"
	"testing"

	"rackonomics/engine/scenario"
)

// storied is twoBakeries with a story that has every member.
var storied = strings.TrimSuffix(twoBakeries, "}") + `,"story":{"title":"Bread","steps":[
	{"title":"At first","text":"Bread *is* baked.\n\nIt [costs](https://gazette.example/wheat) {measure:chain.profit}.","month":"2026-06","view":"money",
		"sources":[{"label":"Gazette","url":"https://gazette.example/wheat","date":"2026-05","confidence":"H"}]},
	{"base":"other-bakeries","text":"More [at 60 %](set:order.hotel.share=0.6).",
		"changes":{"order.hotel.share":0.25,"order.hotel.fee":{"steps":[{"from":"2026-05","value":1}]},"order.other":null}}]}}`

// step writes a document with a story of one step.
func step(members ...string) string {
	return document(aBakery, `"story":{"steps":[{`+strings.Join(members, ",")+`}]}`)
}

func TestDecodeStory(t *testing.T) {
	d := decode(t, storied)
	if d.Story.Title != "Bread" || len(d.Story.Steps) != 2 {
		t.Fatalf("the story is %+v", d.Story)
	}
	first, second := d.Story.Steps[0], d.Story.Steps[1]
	if first.Month == nil || first.Month.String() != "2026-06" || first.View != "money" || len(first.Sources) != 1 || first.Sources[0].Confidence != scenario.High {
		t.Errorf("the first step is %+v", first)
	}
	var made []string
	for _, change := range second.Changes {
		made = append(made, change.Path+"="+string(change.JSON))
	}
	want := []string{"order.hotel.share=0.25", `order.hotel.fee={"steps":[{"from":"2026-05","value":1}]}`, "order.other=null"}
	if second.Base != "other-bakeries" || second.Month != nil || !reflect.DeepEqual(made, want) {
		t.Errorf("the second step is %+v", second)
	}
	shown, err := second.Shown(decode(t, twoBakeries), "story.steps.1")
	if err != nil || shown.Find("order", "other") >= 0 || string(d.Encode()) == string(shown.Encode()) {
		t.Errorf("what it shows is %v, %v", shown, err)
	}
	if again := decode(t, string(d.Encode())); !reflect.DeepEqual(d, again) || d.Hash() != again.Hash() {
		t.Errorf("it is written as %s", d.Encode())
	}
}

func TestDecodeStoryRefuses(t *testing.T) {
	many := func(count int, text string) string {
		return strings.TrimSuffix(strings.Repeat(text+",", count), ",")
	}
	var changes []string
	for i := range 61 {
		changes = append(changes, fmt.Sprintf(`"order.a%d.share":1`, i))
	}
	for name, test := range map[string]struct{ text, path, mention string }{
		"a list":         {document(`"story":[]`), "story", "an object is expected here"},
		"no steps":       {document(`"story":{"title":"A"}`), "story.steps", "a story has 1 to 20 steps"},
		"empty":          {document(`"story":{"steps":[]}`), "story.steps", "a story has 1 to 20 steps"},
		"too many":       {document(`"story":{"steps":[` + many(21, `{"text":"A"}`) + `]}`), "story.steps", "at most 20 are allowed"},
		"unknown":        {step(`"text":"A"`, `"prose":"B"`), "story.steps.0.prose", "this is not known here; there are title, base, text"},
		"no text":        {step(`"title":"A"`), "story.steps.0.text", "the text is missing"},
		"white text":     {step(`"text":" \n\n "`), "story.steps.0.text", "the text is missing"},
		"long text":      {step(`"text":"` + strings.Repeat("a", 4001) + `"`), "story.steps.0.text", "at most 4000 are allowed"},
		"base":           {step(`"text":"A"`, `"base":"../x"`), "story.steps.0.base", "is not a name"},
		"month":          {step(`"text":"A"`, `"month":"June"`), "story.steps.0.month", `"June" is not a month`},
		"no changes":     {step(`"text":"A"`, `"changes":[]`), "story.steps.0.changes", "an object is expected here"},
		"many changes":   {step(`"text":"A"`, `"changes":{`+strings.Join(changes, ",")+`}`), "story.steps.0.changes", "61 changes are made; at most 60 are allowed"},
		"path":           {step(`"text":"A"`, `"changes":{"a=b":1}`), "story.steps.0.changes.a=b", "is no path"},
		"changed twice":  {step(`"text":"A"`, `"changes":{"a.b":1,"a.b":2}`), "story.steps.0.changes.a.b", "this is given twice"},
		"source's value": {step(`"text":"A"`, `"sources":[{"label":"a","confidence":"H","value":1}]`), "story.steps.0.sources.0.value", "this is not known here"},
		"markup":         {step(`"text":"A [b"`), "story.steps.0.text", "has no ] at the end"},
	} {
		d, err := bakeries.Decode([]byte(test.text))
		var problems scenario.Problems
		if !errors.As(err, &problems) || d != nil {
			t.Errorf("%s: read as %v, %v", name, d, err)
			continue
		}
		if first := problems[0]; first.Path != test.path || !strings.Contains(first.Message, test.mention) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// A story changes no figure, and a document without one may be shown with that of another.
func TestADocumentIsShownWithItsStory(t *testing.T) {
	told, plain, other := decode(t, storied), decode(t, twoBakeries), decode(t, strings.Replace(storied, "At first", "Then", 1))
	if told.Hash() != plain.Hash() || told.Hash() != other.Hash() {
		t.Error("what changes no figure changes the hash, so that old links would lose their base")
	}
	if told.IsShownAs(plain) || told.IsShownAs(other) || !plain.IsShownAs(told) {
		t.Error("a document with a story is not shown as one without or with another, and one without as any")
	}
	levers := decode(t, storied)
	levers.Levers = []string{"order.hotel.share", "order.hotel.price", "bakery.memphis.load", "chain.spending"}
	if !told.IsShownAs(levers) || levers.IsShownAs(told) {
		t.Error("a document without levers is not shown with those of another that tells the same story")
	}
}

func TestAStepThatCannotBeMadeNamesItsPath(t *testing.T) {
	d := decode(t, step(`"text":"A"`, `"changes":{"bakery.memphis.load":7}`))
	_, err := d.Story.Steps[0].Shown(d, scenario.StepPath(0))
	if err == nil || !strings.HasPrefix(err.Error(), "story.steps.0.changes.bakery.memphis.load: ") {
		t.Errorf("it is %v", err)
	}
}

func TestParseProse(t *testing.T) {
	place := func(of scenario.PlaceKind, name, thing, period string) *scenario.Place {
		return &scenario.Place{Of: of, Name: name, Thing: thing, Period: period}
	}
	for text, want := range map[string][][]scenario.Piece{
		"A  b\nc":                           {{{Words: "A b c"}}},
		"A\r\n\r\n\nb":                      {{{Words: "A"}}, {{Words: "b"}}},
		"A *b* c":                           {{{Words: "A "}, {Words: "b", Emphasised: true}, {Words: " c"}}},
		`\*a\* \{b\} \[c\](d) \\ e \x`:      {{{Words: `*a* {b} [c](d) \ e \x`}}},
		"[a](https://b.example/c?d=e#f)":    {{{Words: "a", Address: "https://b.example/c?d=e#f"}}},
		`[a](https://b.example/c\(d\))`:     {{{Words: "a", Address: "https://b.example/c(d)"}}},
		"*[a](set:order.hotel.share=60 %)*": {{{Words: "a", Emphasised: true, Setting: "order.hotel.share=60 %"}}},
		"{measure:order.tips@hotel}":        {{{Place: place(scenario.MeasurePlace, "order.tips", "hotel", "")}}},
		"*{row:order.tip@hotel:2026-Q2}*":   {{{Emphasised: true, Place: place(scenario.RowPlace, "order.tip", "hotel", "2026-Q2")}}},
		"{row:order.tip}":                   {{{Place: place(scenario.RowPlace, "order.tip", "", "")}}},
		"{input:order.hotel.fee:2026-06}":   {{{Place: place(scenario.InputPlace, "order.hotel.fee", "", "2026-06")}}},
		"{reported:chain.profit:2026}":      {{{Place: place(scenario.ReportedPlace, "chain.profit", "", "2026")}}},
	} {
		got, err := scenario.ParseProse(text)
		if err != nil || !reflect.DeepEqual(got, want) {
			t.Errorf("%q is %+v, %v", text, got, err)
		}
	}
}

func TestParseProseRefuses(t *testing.T) {
	for text, mention := range map[string]string{
		"":                          "a paragraph is expected",
		"*a":                        "has no end",
		"*a\n\nb*":                  "has no end",
		"a]":                        `closes nothing; write \] for the character`,
		"a}":                        "closes nothing",
		"[a]":                       "is no link",
		"[a](b":                     "has no ) at the end of the address of a link",
		"[](https://a.example)":     "is no link",
		"[*a*](https://a.example)":  "has * in the words of a link",
		"[a](javascript:alert)":     "is no address; a link leads to https://… or sets an input",
		"[a](set:order.share)":      "sets nothing; write [words](set:path=value)",
		"[a](set:=1)":               "sets nothing",
		"[[a](https://a.example)]":  "has [ in the words of a link",
		"{measure:{row:a}}":         "has { in a place",
		"{row}":                     "its name is missing",
		"{sum:chain.profit}":        "there are {row:…}, {measure:…}, {input:…} and {reported:…}",
		"{row:chain.profit:2026-7}": "is no period; write 2026-06, 2026-Q2 or 2026",
		"{row:a.b@:2026}":           "is not the name of a thing",
		"{measure:a:2026}":          "has no period",
		"{input:a@b}":               "has its thing in it",
		strings.Repeat("*a* ", 201): "more than 400",
	} {
		if got, err := scenario.ParseProse(text); err == nil || !strings.Contains(err.Error(), mention) {
			t.Errorf("%.40q is %.100v, %v", text, got, err)
		}
	}
}

// A text that can be read has all its words, and each place is written as it was.
func FuzzParseProse(f *testing.F) {
	for _, text := range []string{"A *b* [c](https://d.example) {row:a.b@c:2026-Q2}\n\n[e](set:a.b=1)", `\*\{\\`, "*[a](set:a=b)*", "{measure:a}", "[a](https://a.example/\\(b\\))", "\xff*"} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		paragraphs, err := scenario.ParseProse(text)
		if err != nil {
			if paragraphs != nil || err.Error() == "" {
				t.Fatalf("%q is refused and is %+v", text, paragraphs)
			}
			return
		}
		for _, pieces := range paragraphs {
			for _, piece := range pieces {
				if (piece.Place == nil) == (piece.Words == "") || piece.Address != "" && piece.Setting != "" || strings.Contains(piece.Words, "\n") {
					t.Fatalf("%q has the piece %+v", text, piece)
				}
				if piece.Place == nil {
					continue
				}
				again, err := scenario.ParseProse(piece.Place.String())
				if err == nil && !reflect.DeepEqual(again[0][0].Place, piece.Place) {
					t.Fatalf("%q has the place %+v, written %s", text, piece.Place, piece.Place)
				}
			}
		}
	})
}
