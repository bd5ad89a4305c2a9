package scenario

import (
	"fmt"
	"slices"
	"strings"

	"rackonomics/engine/calendar"
)

// mostPieces bounds what a step's text is taken apart into.
const mostPieces = 400

// Piece is a part of a paragraph: words, a link, or a place for a figure.
type Piece struct {
	Words      string // of a link its label
	Emphasised bool
	Address    string // of a link to the web, with http:// or https://
	Setting    string // of a link that sets an input: path=value, as [Schema.ParseSetting] reads it
	Place      *Place
}

// Place is where a figure of the scenario stands in a text.
type Place struct {
	Of     PlaceKind
	Name   string // of the row or measure; of an input its path
	Thing  string // whose row or measure it is
	Period string // 2026-06, 2026-Q2 or 2026; the month that is looked at where empty
}

// PlaceKind says what stands in a place.
type PlaceKind string

// The kinds of places.
const (
	RowPlace      PlaceKind = "row"      // what is computed of a row
	MeasurePlace  PlaceKind = "measure"  // what a measure comes to
	InputPlace    PlaceKind = "input"    // what an input is
	ReportedPlace PlaceKind = "reported" // what was reported of a row
)

var placeKinds = []PlaceKind{RowPlace, MeasurePlace, InputPlace, ReportedPlace}

// String writes the place as in a text.
func (p *Place) String() string {
	text := string(p.Of) + ":" + p.Name
	if p.Thing != "" {
		text += "@" + p.Thing
	}
	if p.Period != "" {
		text += ":" + p.Period
	}
	return "{" + text + "}"
}

// ParseProse reads a text of paragraphs, which empty lines part. In it
//
//	*words*                     are emphasised,
//	[words](https://address)    is a link to the web,
//	[words](set:path=value)     is a link that sets an input,
//	{measure:name@thing}        is a place for a figure, as are {row:scope.name@thing:2026-Q2},
//	                            {input:scope.thing.name} and {reported:scope.name@thing:2026-Q2},
//
// and a backslash before any of * [ ] ( ) { } \ stands for the character. Nothing
// is in anything but what is emphasised. The error says where it cannot be read.
func ParseProse(text string) (paragraphs [][]Piece, err error) {
	count := 0
	for _, paragraph := range strings.Split(strings.ReplaceAll(text, "\r\n", "\n"), "\n\n") {
		paragraph = strings.Join(strings.Fields(paragraph), " ")
		if paragraph == "" {
			continue
		}
		pieces, err := parseParagraph(paragraph)
		if err != nil {
			return nil, err
		}
		if count += len(pieces); count > mostPieces {
			return nil, fmt.Errorf("a text of more than %d words and links in turn", mostPieces)
		}
		paragraphs = append(paragraphs, pieces)
	}
	if paragraphs == nil {
		return nil, fmt.Errorf("the text is missing; a paragraph is expected")
	}
	return paragraphs, nil
}

// proseReader reads a paragraph from left to right.
type proseReader struct {
	rest       string
	pieces     []Piece
	words      strings.Builder
	emphasised bool
}

func parseParagraph(paragraph string) ([]Piece, error) {
	r := &proseReader{rest: paragraph}
	for r.rest != "" {
		var err error
		switch r.rest[0] {
		case '*':
			r.end()
			r.emphasised = !r.emphasised
			r.rest = r.rest[1:]
		case '[':
			err = r.link()
		case '{':
			err = r.place()
		case ']', '}':
			return nil, fmt.Errorf("%q closes nothing; write \\%c for the character", shorten(r.rest), r.rest[0])
		default:
			r.character()
		}
		if err != nil {
			return nil, err
		}
	}
	r.end()
	if r.emphasised {
		return nil, fmt.Errorf("the emphasis in %q has no end; write another * or \\* for the character", shorten(paragraph))
	}
	return r.pieces, nil
}

// character takes one, which a backslash may stand before.
func (r *proseReader) character() {
	at := 0
	if len(r.rest) > 1 && r.rest[0] == '\\' && strings.IndexByte(`*[](){}\`, r.rest[1]) >= 0 {
		at = 1
	}
	r.words.WriteByte(r.rest[at])
	r.rest = r.rest[at+1:]
}

// end makes a piece of the words so far.
func (r *proseReader) end() {
	if r.words.Len() > 0 {
		r.pieces = append(r.pieces, Piece{Words: r.words.String(), Emphasised: r.emphasised})
		r.words.Reset()
	}
}

// until reads what stands between brackets, the opening of which comes first.
func (r *proseReader) until(closing byte, what string) (string, error) {
	inside := proseReader{rest: r.rest[1:]}
	for inside.rest != "" && inside.rest[0] != closing {
		if strings.IndexByte("*[{", inside.rest[0]) >= 0 {
			return "", fmt.Errorf("%q has %c in %s; write \\%c for the character", shorten(r.rest), inside.rest[0], what, inside.rest[0])
		}
		inside.character()
	}
	if inside.rest == "" {
		return "", fmt.Errorf("%q has no %c at the end of %s", shorten(r.rest), closing, what)
	}
	r.rest = inside.rest[1:]
	return inside.words.String(), nil
}

func (r *proseReader) link() error {
	r.end()
	all := r.rest
	label, err := r.until(']', "the words of a link")
	if err != nil {
		return err
	}
	if label == "" || !strings.HasPrefix(r.rest, "(") {
		return fmt.Errorf("%q is no link; a link is [words](https://address) or [words](set:path=value)", shorten(all))
	}
	target, err := r.until(')', "the address of a link")
	if err != nil {
		return err
	}
	piece := Piece{Words: label, Emphasised: r.emphasised}
	setting, sets := strings.CutPrefix(target, "set:")
	path, value, _ := strings.Cut(setting, "=")
	switch {
	case sets && (path == "" || value == ""):
		return fmt.Errorf("%q sets nothing; write [words](set:path=value)", shorten(all))
	case sets:
		piece.Setting = setting
	case isWebAddress(target):
		piece.Address = target
	default:
		return fmt.Errorf("%q is no address; a link leads to https://… or sets an input, as set:path=value", shorten(target))
	}
	r.pieces = append(r.pieces, piece)
	return nil
}

func (r *proseReader) place() error {
	r.end()
	all := r.rest
	inside, err := r.until('}', "a place")
	if err != nil {
		return err
	}
	place, err := parsePlace(inside)
	if err != nil {
		return fmt.Errorf("%q is no place for a figure: %w", shorten(all), err)
	}
	r.pieces = append(r.pieces, Piece{Emphasised: r.emphasised, Place: place})
	return nil
}

func parsePlace(text string) (*Place, error) {
	of, name, _ := strings.Cut(text, ":")
	name, period, dated := strings.Cut(name, ":")
	name, thing, owned := strings.Cut(name, "@")
	place := &Place{PlaceKind(of), name, thing, period}
	switch {
	case !slices.Contains(placeKinds, place.Of):
		return nil, fmt.Errorf("there are {row:…}, {measure:…}, {input:…} and {reported:…}")
	case name == "":
		return nil, fmt.Errorf("its name is missing")
	case owned && !isName(thing):
		return nil, fmt.Errorf("%q is not the name of a thing", shorten(thing))
	case owned && place.Of == InputPlace:
		return nil, fmt.Errorf("the path of an input has its thing in it, as scope.name.input")
	case dated && place.Of == MeasurePlace:
		return nil, fmt.Errorf("a measure is of the whole scenario and has no period")
	}
	if dated {
		if _, _, ok := place.Months(); !ok {
			return nil, fmt.Errorf("%q is no period; write 2026-06, 2026-Q2 or 2026", shorten(period))
		}
	}
	return place, nil
}

// Months are the first and the last of the period, where there is one.
func (p *Place) Months() (from, to calendar.Month, ok bool) {
	year, part, parted := strings.Cut(p.Period, "-")
	first, months := "01", 12
	switch {
	case parted && len(part) == 2 && part[0] == 'Q' && part[1] >= '1' && part[1] <= '4':
		first, months = [...]string{"01", "04", "07", "10"}[part[1]-'1'], 3
	case parted:
		first, months = part, 1
	}
	from, err := calendar.Parse(year + "-" + first)
	if err != nil || len(year) != 4 {
		return from, to, false
	}
	return from, from.Add(months - 1), true
}
