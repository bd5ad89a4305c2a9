package scenario

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"math"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/goccy/go-json/jsontext"

	"rackonomics/engine/excerpt"
)

// Bounds on a document before it is decoded. Deep nesting would end a WASM
// process without a recoverable error.
const (
	LargestDocument = 512 << 10 // bytes
	deepestDocument = 12
	longestText     = 4000 // bytes of one text
	mostMembers     = 500  // of one object, so that looking for one given twice stays quick
)

// tree is a JSON value with its members in order.
type tree struct {
	kind    treeKind
	members []member
	items   []*tree
	text    string
	number  float64
}

type member struct {
	key   string
	value *tree
}

type treeKind uint8

const (
	nullTree treeKind = iota
	boolTree          // number is 0 or 1
	numberTree
	textTree
	listTree
	objectTree
)

func (k treeKind) String() string {
	return [...]string{"null", "true or false", "a number", "a text", "a list", "an object"}[k]
}

func (t *tree) get(key string) *tree {
	for _, m := range t.members {
		if m.key == key {
			return m.value
		}
	}
	return nil
}

// parseTree decodes one JSON value. It refuses what encoding/json lets pass:
// keys given twice and anything after the value.
func parseTree(data []byte) (*tree, *Problem) {
	if len(data) > LargestDocument {
		return nil, &Problem{"", fmt.Sprintf("the document has %d bytes; at most %d are allowed", len(data), LargestDocument)}
	}
	if !utf8.Valid(data) {
		return nil, &Problem{"", "the document is not valid UTF-8"}
	}
	if bytes.HasPrefix(data, []byte("\uFEFF")) {
		return nil, &Problem{"", "the document begins with a byte order mark; save it as plain UTF-8"}
	}
	if deeperThan(data, deepestDocument) {
		return nil, &Problem{"", fmt.Sprintf("the document is nested deeper than %d levels", deepestDocument)}
	}
	// That a member is given twice is told here, with its path.
	r := &treeReader{jsontext.NewDecoder(bytes.NewBuffer(data), jsontext.AllowDuplicateNames(true)), data, 0}
	root, problem := r.value("")
	if problem != nil {
		return nil, problem
	}
	if _, err := r.next(); !errors.Is(err, io.EOF) {
		return nil, r.fail("", "something follows the end of the document")
	}
	return root, nil
}

// CheckNesting refuses JSON that is nested deeper than anything this program
// writes, before a recursive decoder meets it.
func CheckNesting(data []byte) error {
	const most = 2 * deepestDocument
	if deeperThan(data, most) {
		return Problems{{"", fmt.Sprintf("the message is nested deeper than %d levels", most)}}
	}
	return nil
}

func deeperThan(data []byte, most int) bool {
	depth, quoted, escaped := 0, false, false
	for _, c := range data {
		switch {
		case escaped:
			escaped = false
		case quoted:
			escaped = c == '\\'
			quoted = c != '"'
		case c == '"':
			quoted = true
		case c == '[' || c == '{':
			if depth++; depth > most {
				return true
			}
		case c == ']' || c == '}':
			depth--
		}
	}
	return false
}

// treeReader reads a text as a tree and knows where it is in it.
type treeReader struct {
	decoder *jsontext.Decoder
	text    []byte
	at      int // where the token begins that was read last
}

func (r *treeReader) next() (jsontext.Token, error) {
	read := int(r.decoder.InputOffset())
	r.at = len(r.text) - len(bytes.TrimLeft(r.text[read:], " \t\r\n,:"))
	return r.decoder.ReadToken()
}

// fail is a mistake in the token that was read last.
func (r *treeReader) fail(path, format string, args ...any) *Problem {
	return &Problem{path, excerpt.At(string(r.text), r.at).Told(fmt.Sprintf(format, args...))}
}

// syntaxProblem is what the grammar of JSON forbids, where it does.
func (r *treeReader) syntaxProblem(path string, err error) *Problem {
	if errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF) {
		r.at = len(bytes.TrimRight(r.text, " \t\r\n"))
		return r.fail(path, "the document ends in the middle")
	}
	var found *jsontext.SyntacticError
	if errors.As(err, &found) && found.Err != nil {
		r.at, err = int(found.ByteOffset), found.Err
	}
	return r.fail(path, "this is not JSON: %s", strings.Replace(err.Error(), "invalid", "unexpected", 1))
}

func (r *treeReader) value(path string) (*tree, *Problem) {
	token, err := r.next()
	if err != nil {
		return nil, r.syntaxProblem(path, err)
	}
	switch token.Kind() {
	case jsontext.KindNull:
		return &tree{kind: nullTree}, nil
	case jsontext.KindTrue:
		return &tree{kind: boolTree, number: 1}, nil
	case jsontext.KindFalse:
		return &tree{kind: boolTree}, nil
	case jsontext.KindString:
		return r.string(token.String(), path)
	case jsontext.KindNumber:
		return r.number(token.String(), path)
	case jsontext.KindBeginObject:
		return r.object(path)
	}
	return r.list(path)
}

func (r *treeReader) string(text, path string) (*tree, *Problem) {
	if len(text) > longestText {
		return nil, r.fail(path, "a text of %d bytes; at most %d are allowed", len(text), longestText)
	}
	return &tree{kind: textTree, text: text}, nil
}

func (r *treeReader) number(text, path string) (*tree, *Problem) {
	number, err := strconv.ParseFloat(text, 64)
	if err != nil || math.IsInf(number, 0) {
		return nil, r.fail(path, "%s is not a finite number", shorten(text))
	}
	return &tree{kind: numberTree, number: number + 0, text: text}, nil // -0 becomes 0
}

func (r *treeReader) object(path string) (*tree, *Problem) {
	t := &tree{kind: objectTree}
	for r.decoder.PeekKind() != jsontext.KindEndObject {
		token, err := r.next()
		if err != nil {
			return nil, r.syntaxProblem(path, err)
		}
		key := token.String()
		if token.Kind() != jsontext.KindString || len(key) > longestText {
			return nil, r.fail(path, "a member's name is a short text")
		}
		if t.get(key) != nil {
			return nil, r.fail(join(path, shorten(key)), "this is given twice")
		}
		if len(t.members) == mostMembers {
			return nil, r.fail(path, "an object of more than %d members", mostMembers)
		}
		value, problem := r.value(join(path, shorten(key)))
		if problem != nil {
			return nil, problem
		}
		t.members = append(t.members, member{key, value})
	}
	if _, err := r.next(); err != nil {
		return nil, r.syntaxProblem(path, err)
	}
	return t, nil
}

func (r *treeReader) list(path string) (*tree, *Problem) {
	t := &tree{kind: listTree}
	for r.decoder.PeekKind() != jsontext.KindEndArray {
		item, problem := r.value(join(path, strconv.Itoa(len(t.items))))
		if problem != nil {
			return nil, problem
		}
		t.items = append(t.items, item)
	}
	if _, err := r.next(); err != nil {
		return nil, r.syntaxProblem(path, err)
	}
	return t, nil
}

func join(path, name string) string {
	if path == "" {
		return name
	}
	return path + "." + name
}

// write encodes a tree; indent is the text before each line, or none at all for
// one line.
func (t *tree) write(out *bytes.Buffer, indent string) {
	inner := ""
	if indent != "" {
		inner = indent + "  "
	}
	switch t.kind {
	case nullTree:
		out.WriteString("null")
	case boolTree:
		out.WriteString(strconv.FormatBool(t.number != 0))
	case numberTree:
		out.WriteString(formatNumber(t.number))
	case textTree:
		writeText(out, t.text)
	case listTree:
		t.writeAll(out, '[', ']', len(t.items), indent, inner, func(i int) *tree { return t.items[i] })
	case objectTree:
		t.writeAll(out, '{', '}', len(t.members), indent, inner, func(i int) *tree {
			writeText(out, t.members[i].key)
			out.WriteByte(':')
			if indent != "" {
				out.WriteByte(' ')
			}
			return t.members[i].value
		})
	}
}

func (t *tree) writeAll(out *bytes.Buffer, open, end byte, count int, indent, inner string, item func(int) *tree) {
	out.WriteByte(open)
	for i := range count {
		if i > 0 {
			out.WriteByte(',')
		}
		out.WriteString(inner)
		item(i).write(out, inner)
	}
	if count > 0 {
		out.WriteString(indent)
	}
	out.WriteByte(end)
}

func writeText(out *bytes.Buffer, text string) {
	// What it refuses, it writes with U+FFFD for what is not UTF-8.
	encoded, _ := jsontext.AppendQuote(nil, text)
	out.Write(encoded)
}

func number(n float64) *tree   { return &tree{kind: numberTree, number: n} }
func text(s string) *tree      { return &tree{kind: textTree, text: s} }
func list(i ...*tree) *tree    { return &tree{kind: listTree, items: i} }
func object(m ...member) *tree { return &tree{kind: objectTree, members: m} }
