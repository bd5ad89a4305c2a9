package scenario

import (
	"bytes"
	"fmt"
	"strconv"
	"strings"
	"unicode"
)

// An entry is a number, month, day, switch or option as a person types it. Page and command line
// read it by one rule, which testdata/entries.json shows case by case: comma,
// point, suffix and unit are read where they can be read in one way only. Documents
// are JSON and nothing else.

// longestEntry bounds what is read as an entry, in bytes.
const longestEntry = 100

// EntryError says why an entry does not count.
type EntryError struct {
	Reason   EntryReason
	Kind     Kind // of what was to be read, where it is a number
	Text     string
	Allowed  string
	Readings []string // of an ambiguous entry, each written so that it has one reading
}

// EntryReason is a kind of mistake in an entry.
type EntryReason string

// Why an entry may not count.
const (
	NotRead     EntryReason = "number" // nothing of its kind at all
	OtherUnit   EntryReason = "unit"
	NotWhole    EntryReason = "whole" // a part of what is counted
	OutOfBounds EntryReason = "range"
	Ambiguous   EntryReason = "ambiguous"
)

func (e *EntryError) Error() string {
	text := strconv.Quote(shorten(e.Text))
	switch e.Reason {
	case OtherUnit:
		return fmt.Sprintf("%s is in another unit; %s", text, e.Allowed)
	case NotWhole:
		return fmt.Sprintf("%s is not a whole number; %s", text, e.Allowed)
	case OutOfBounds:
		return fmt.Sprintf("%s is out of bounds; %s", text, e.Allowed)
	case Ambiguous:
		return fmt.Sprintf("%s can be read in two ways; write %s", text, strings.Join(e.Readings, " or "))
	}
	if e.Kind == Number {
		return fmt.Sprintf("%s is not a number; %s", text, e.Allowed)
	}
	return fmt.Sprintf("%s cannot be read; %s", text, e.Allowed)
}

// ReadEntry reads what was typed for the input, and gives it as JSON. A number
// without a unit is in the unit of documents, so 0.45 is 45 per cent. The error is
// an [EntryError].
func (in *Input) ReadEntry(text string) ([]byte, error) {
	switch in.Kind {
	case Month:
		m, err := ReadMonth(text)
		return quoted(m.String()), err
	case Day:
		day, err := readDay(text)
		return quoted(day), err
	case Number:
		number, err := in.readNumber(text)
		return []byte(formatNumber(number)), err
	case Switch:
		isOn, err := in.readSwitch(text)
		return strconv.AppendBool(nil, isOn), err
	}
	name, err := in.readOption(text)
	return quoted(name), err
}

// ReadValue reads what was typed for the input, by the rules of [Input.ReadEntry].
func (in *Input) ReadValue(text string) (Value, error) {
	entry, err := in.ReadEntry(text)
	if err != nil {
		return Value{}, err
	}
	return in.Parse(strings.Trim(string(entry), `"`))
}

// SwitchWords are what a person writes for true and false, in small letters.
var SwitchWords = map[string]bool{"true": true, "yes": true, "on": true, "1": true, "false": false, "no": false, "off": false, "0": false}

func (in *Input) readSwitch(text string) (bool, error) {
	isOn, known := SwitchWords[strings.ToLower(plainEntry(text))]
	if !known {
		return false, &EntryError{Reason: NotRead, Text: text, Allowed: "allowed is true or false, yes or no, on or off"}
	}
	return isOn, nil
}

// readOption finds an option by its name or its title, whose letters may be small or
// large, and whose words may stand apart.
func (in *Input) readOption(text string) (string, error) {
	typed := loosely(text)
	for _, option := range in.Options {
		if typed == loosely(option.Name) || typed == loosely(option.Title) {
			return option.Name, nil
		}
	}
	return "", &EntryError{Reason: NotRead, Text: text, Allowed: in.Allowed()}
}

// loosely is a name in small letters, with one sign for what may part its words.
func loosely(text string) string {
	return strings.NewReplacer("-", "_", " ", "_").Replace(strings.ToLower(plainEntry(text)))
}

func quoted(text string) []byte {
	var out bytes.Buffer
	writeText(&out, text)
	return out.Bytes()
}

// plainEntry drops what cannot be seen, and writes blanks, minus, hyphens, apostrophe
// and the wide signs of East Asian keyboards in one way.
func plainEntry(text string) string {
	return strings.TrimSpace(strings.Map(func(r rune) rune {
		switch {
		case unicode.Is(unicode.Cf, r):
			return -1
		case unicode.IsSpace(r):
			return ' '
		case strings.ContainsRune("−‐‑‒﹣", r):
			return '-'
		case r == '’':
			return '\''
		case r >= '！' && r <= '～':
			return r - '！' + '!'
		}
		return r
	}, text))
}
