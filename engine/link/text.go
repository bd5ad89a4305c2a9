package link

import (
	"bytes"
	"errors"
	"fmt"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"rackonomics/engine/scenario"
)

// The payload's text, each line ending in a newline, so that of a cut link the
// whole lines are known to be whole:
//
//	filed-deal 0123456789abcdef          the base: name and content hash, or
//	{"version":1,…}                      a document in compact JSON
//	lease.anthropic.fee=1000000000       changes in their order: path=JSON
//	@month=12                            the view
//	@select=anthropic
//	@entry=lease.fee_billed
//	+no-deal 0123456789abcdef            a scenario to compare with: name and hash,
//	+lease.anthropic.fee=1200000000      and its changes
//	~lease.headline_value=4.375e+10      the fingerprint

// line is one line of the payload's text, with words for what it is.
type line struct {
	text, about string
}

const (
	letters = "abcdefghijklmnopqrstuvwxyz"
	digits  = "0123456789"
)

// The forms of what a line names, written out because package regexp costs
// engine.wasm 90 KB.
func isScenarioName(text string) bool { return isWord(text, letters+digits+"_-", 40) }
func isMeasureName(text string) bool  { return isWord(text, letters+digits+"_.", 64) }
func isPath(text string) bool         { return isWord(text, letters+digits+"_-.", 128) }
func isHash(text string) bool         { return len(text) == 16 && strings.Trim(text, digits+"abcdef") == "" }

func isWord(text, allowed string, longest int) bool {
	return text != "" && len(text) <= longest && strings.Contains(letters, text[:1]) && strings.Trim(text, allowed) == ""
}

func writeLines(state State) ([]line, error) {
	base, err := baseLine(state.Base)
	if err != nil {
		return nil, err
	}
	lines := []line{base}
	changes, err := changeLines("", state.Changes)
	if err != nil {
		return nil, err
	}
	lines = append(lines, changes...)
	view, err := lookingLines(state.Looking)
	if err != nil {
		return nil, err
	}
	lines = append(lines, view...)
	if len(state.Fingerprint) > mostFigures {
		return nil, fmt.Errorf("there are %d headline figures; a link holds at most %d", len(state.Fingerprint), mostFigures)
	}
	for _, figure := range state.Fingerprint {
		if !isMeasureName(figure.Name) {
			return nil, fmt.Errorf("%q is not the name of a headline figure", figure.Name)
		}
		lines = append(lines, line{"~" + figure.Name + "=" + figure.short(), "the headline figures"})
	}
	if size := len(joinLines(lines)); size > largestText {
		return nil, tooLong(size, lines)
	}
	return lines, nil
}

func changeLines(mark string, changes []scenario.Change) ([]line, error) {
	if len(changes) > mostChanges {
		return nil, fmt.Errorf("there are %d changes; a link holds at most %d", len(changes), mostChanges)
	}
	var lines []line
	for _, change := range changes {
		if !isPath(change.Path) {
			return nil, fmt.Errorf("%q is not a path of a scenario", change.Path)
		}
		value, err := compact(change.JSON)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", change.Path, err)
		}
		lines = append(lines, line{mark + change.Path + "=" + string(value), "the change of " + change.Path})
	}
	return lines, nil
}

func comparedLines(list []Compared) ([]line, error) {
	if len(list) > MostCompared {
		return nil, fmt.Errorf("there are %d scenarios to compare with; a link holds at most %d", len(list), MostCompared)
	}
	var lines []line
	for _, other := range list {
		if !isScenarioName(other.Name) || !isHash(other.Hash) {
			return nil, fmt.Errorf("%q and %q are not the name and content hash of a scenario to compare with", other.Name, other.Hash)
		}
		changes, err := changeLines("+", other.Changes)
		if err != nil {
			return nil, err
		}
		lines = append(append(lines, line{"+" + other.Name + " " + other.Hash, "the scenario compared with"}), changes...)
	}
	return lines, nil
}

func joinLines(lines []line) []byte {
	var text bytes.Buffer
	for _, line := range lines {
		text.WriteString(line.text)
		text.WriteByte('\n')
	}
	return text.Bytes()
}

func baseLine(base Base) (line, error) {
	if base.Document == nil {
		if !isScenarioName(base.Name) || !isHash(base.Hash) {
			return line{}, fmt.Errorf("%q and %q are not the name and content hash of a scenario", base.Name, base.Hash)
		}
		return line{base.Name + " " + base.Hash, "the scenario's name"}, nil
	}
	text, err := compact(base.Document.Encode())
	return line{string(text), "the scenario itself, which is not one of those shipped"}, err
}

func lookingLines(view Looking) ([]line, error) {
	var lines []line
	if view.Month != nil {
		if *view.Month < 0 || *view.Month >= scenario.LongestHorizon {
			return nil, fmt.Errorf("%d is not a month of a scenario", *view.Month)
		}
		lines = append(lines, line{"@month=" + strconv.Itoa(*view.Month), "the month"})
	}
	for _, part := range view.names() {
		if *part.value == "" {
			continue
		}
		if !fitsView(*part.value) {
			return nil, fmt.Errorf("the %s of the view is a name of up to %d characters", part.name, longestOfLooking)
		}
		lines = append(lines, line{"@" + part.name + "=" + *part.value, "the view"})
	}
	compared, err := comparedLines(view.Compared)
	return append(lines, compared...), err
}

// nameLooked is a name that is looked at, by what the lines of a link call it.
type nameLooked struct {
	name  string
	value *string
}

func (v *Looking) names() []nameLooked {
	return []nameLooked{{"select", &v.Select}, {"entry", &v.Entry},
		{"section", &v.Section}, {"why", &v.Why}, {"step", &v.Step}}
}

func fitsView(name string) bool {
	return name != "" && len(name) <= longestOfLooking && utf8.ValidString(name) && !strings.ContainsFunc(name, unicode.IsControl)
}

// compact takes the space between the parts of a JSON value out, in one pass
// and without recursion, so that nesting cannot harm. It does not check more
// than that the value fits a line; [scenario.Document.Apply] does.
func compact(json []byte) ([]byte, error) {
	short := make([]byte, 0, len(json))
	quoted, escaped := false, false
	for _, c := range json {
		switch {
		case quoted && c < ' ':
			return nil, errors.New("this is not JSON: a text holds a control character")
		case !quoted && (c == ' ' || c == '\n' || c == '\r' || c == '\t'):
			continue
		case !quoted && c < ' ':
			return nil, errors.New("this is not JSON: it holds a control character")
		case escaped:
			escaped = false
		case quoted && c == '\\':
			escaped = true
		case c == '"':
			quoted = !quoted
		}
		short = append(short, c)
	}
	if len(short) == 0 || quoted || !utf8.Valid(short) {
		return nil, errors.New("this is not JSON")
	}
	return short, nil
}

// readLines reads the payload's text. Lost counts the lines after the first
// that could not be used; the error says why there is no base.
func readLines(schema *scenario.Schema, text []byte) (state State, lost int, err error) {
	lines := strings.Split(string(text), "\n")
	last := len(lines) - 1
	if lines[last] != "" { // cut before its newline
		lost++
	}
	lines = lines[:last]
	if len(lines) == 0 {
		return State{}, lost, errors.New("not even the name of its scenario is left")
	}
	if state.Base, err = readBase(schema, lines[0]); err != nil {
		return State{}, lost, err
	}
	for _, line := range lines[1:] {
		if !state.readLine(line) {
			lost++
		}
	}
	return state, lost, nil
}

func readBase(schema *scenario.Schema, text string) (Base, error) {
	if name, hash, ok := strings.Cut(text, " "); ok && isScenarioName(name) && isHash(hash) {
		return Base{Name: name, Hash: hash}, nil
	}
	if !strings.HasPrefix(text, "{") {
		return Base{}, errors.New("the name of its scenario cannot be read")
	}
	document, err := schema.Decode([]byte(text))
	if err != nil {
		return Base{}, fmt.Errorf("its scenario cannot be used: %w", err)
	}
	return Base{Name: document.Name, Hash: document.Hash(), Document: document}, nil
}

func (s *State) readLine(text string) bool {
	if other, ok := strings.CutPrefix(text, "+"); ok {
		return s.Looking.readCompared(other)
	}
	name, value, ok := strings.Cut(text, "=")
	if !ok || value == "" || !utf8.ValidString(text) {
		return false
	}
	switch text[0] {
	case '@':
		return s.Looking.read(name[1:], value)
	case '~':
		figure, ok := readFigure(name[1:], value)
		if !ok || len(s.Fingerprint) == mostFigures {
			return false
		}
		s.Fingerprint = append(s.Fingerprint, figure)
		return true
	}
	return readChange(&s.Changes, name, value)
}

func readChange(changes *[]scenario.Change, path, value string) bool {
	if !isPath(path) || len(*changes) == mostChanges {
		return false
	}
	json, err := compact([]byte(value))
	if err != nil {
		return false
	}
	*changes = append(*changes, scenario.Change{Path: path, JSON: json})
	return true
}

// readCompared reads a scenario to compare with, or a change of the one read last.
func (v *Looking) readCompared(text string) bool {
	if name, hash, ok := strings.Cut(text, " "); ok && isScenarioName(name) && isHash(hash) {
		if len(v.Compared) == MostCompared {
			return false
		}
		v.Compared = append(v.Compared, Compared{Name: name, Hash: hash})
		return true
	}
	path, value, ok := strings.Cut(text, "=")
	return ok && len(v.Compared) > 0 && utf8.ValidString(value) && readChange(&v.Compared[len(v.Compared)-1].Changes, path, value)
}

func (v *Looking) read(name, value string) bool {
	if name == "month" {
		month, err := strconv.Atoi(value)
		if err != nil || month < 0 || month >= scenario.LongestHorizon {
			return false
		}
		v.Month = &month
		return true
	}
	for _, part := range v.names() {
		if part.name == name && fitsView(value) {
			*part.value = value
			return true
		}
	}
	return name == "chart" && fitsView(value) // of older links; nothing is shown by it
}
