package main

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"reflect"
	"strings"

	"github.com/goccy/go-json"

	"rackonomics/engine/estimate"
	"rackonomics/engine/model"
	"rackonomics/engine/study"
)

// manifest says what a file of a sweep is of. What the files of one sweep have in
// common stands before Block.
type manifest struct {
	Version  string      `json:"version"` // of the program, see [buildVersion]
	Name     string      `json:"name"`    // of the scenario
	Seed     uint64      `json:"seed"`
	Paths    int         `json:"paths"`
	Scenario string      `json:"scenario"` // the hash of the document, seed and paths included
	Kind     study.Kind  `json:"kind"`
	Measures []string    `json:"measures,omitempty"`
	Rows     []rowAsked  `json:"rows,omitempty"`
	Draws    study.Draws `json:"draws"`

	Block int `json:"block"`
	Of    int `json:"of"`

	// The lengths of what follows, in bytes; of cases none does.
	Document int `json:"document_bytes,omitempty"`
	Sums     int `json:"sums_bytes,omitempty"`
}

type rowAsked struct {
	Name     string `json:"name"`
	Instance string `json:"instance"`
}

func newManifest(q *question, s *share) (*manifest, error) {
	version, err := buildVersion()
	if err != nil {
		return nil, err
	}
	m := &manifest{Version: version, Name: q.document.Name, Scenario: q.document.Hash(), Seed: q.document.Seed,
		Kind: q.ask.Kind, Measures: q.ask.Measures, Draws: q.ask.Draws, Paths: q.work().Paths(), Block: s.block, Of: s.of}
	for _, row := range q.ask.Rows {
		m.Rows = append(m.Rows, rowAsked(row))
	}
	return m, nil
}

// ask is the question that a manifest states.
func (m *manifest) ask() study.Ask {
	ask := study.Ask{Kind: m.Kind, Measures: m.Measures, Draws: m.Draws}
	for _, row := range m.Rows {
		ask.Rows = append(ask.Rows, study.Row(row))
	}
	return ask
}

// differs names the first thing that two files of one sweep must have in common
// and these have not; empty where they belong together.
func (m *manifest) differs(other *manifest) string {
	mine, others := reflect.ValueOf(m).Elem(), reflect.ValueOf(other).Elem()
	for i := range mine.NumField() {
		name, _, _ := strings.Cut(mine.Type().Field(i).Tag.Get("json"), ",")
		if name == "block" {
			break
		}
		a, b := mine.Field(i).Interface(), others.Field(i).Interface()
		if !reflect.DeepEqual(a, b) {
			return fmt.Sprintf("its %s is %v, that of the others %v", name, a, b)
		}
	}
	return ""
}

// A file of a share is a line that says what it is; a line with the manifest as
// JSON; the document; the sums, as [study.Gathering.AppendTo] writes them; and a
// line with the SHA-256 of all that, in hex. The same cases of the same question
// make the same bytes.
const (
	shareHead      = "rackonomics study 1\n"
	longestHead    = 1 << 20
	largestShare   = 1 << 32 // bytes
	checksumLength = 2*sha256.Size + 1
)

// damageError is what is wrong with a file that is not whole.
type damageError struct{ text string }

func (e *damageError) Error() string { return e.text }

func damaged(format string, values ...any) error {
	return &damageError{fmt.Sprintf(format, values...)}
}

// writeShare computes some blocks and writes what they come to.
func (r *run) writeShare(path string, q *question, blocks estimate.Range, about *manifest) error {
	gathering, err := r.gather(q, blocks)
	if err != nil {
		return err
	}
	return writeSums(path, q, gathering, about)
}

func writeSums(path string, q *question, gathering *study.Gathering, about *manifest) error {
	data, err := encodeShare(q, gathering, about)
	if err != nil {
		return err
	}
	return writeWhole(path, func(file *os.File) error {
		_, err := file.Write(data)
		return err
	})
}

func encodeShare(q *question, gathering *study.Gathering, about *manifest) ([]byte, error) {
	document, sums := q.document.Encode(), gathering.AppendTo(nil)
	head := *about
	head.Document, head.Sums = len(document), len(sums)
	line, err := json.Marshal(head)
	if err != nil {
		return nil, err
	}
	return withChecksum(bytes.Join([][]byte{[]byte(shareHead), line, []byte("\n"), document, sums}, nil)), nil
}

// withChecksum ends a file's content.
func withChecksum(content []byte) []byte {
	sum := sha256.Sum256(content)
	return append(hex.AppendEncode(bytes.Clone(content), sum[:]), '\n')
}

// shareRead is a file of a share taken apart.
type shareRead struct {
	manifest
	document, sums []byte
}

// decodeShare takes a file apart. It allocates a few times the bytes that are there.
func decodeShare(data []byte) (*shareRead, error) {
	rest, ok := bytes.CutPrefix(data, []byte(shareHead))
	if !ok {
		return nil, damaged("it is no share of a study: it does not begin with %q", strings.TrimSpace(shareHead))
	}
	line, rest, ok := bytes.Cut(rest, []byte("\n"))
	if !ok || len(line) > longestHead || len(rest) < checksumLength {
		return nil, damaged("it is not whole: it ends in its head")
	}
	if !bytes.Equal(data, withChecksum(data[:len(data)-checksumLength])) {
		return nil, damaged("it is not whole: its checksum is another")
	}
	var read shareRead
	decoder := json.NewDecoder(bytes.NewReader(line))
	decoder.DisallowUnknownFields()
	if err := decoder.Decode(&read.manifest); err != nil {
		return nil, fmt.Errorf("its manifest cannot be read: %w", err)
	}
	rest = rest[:len(rest)-checksumLength]
	m := &read.manifest
	switch {
	case m.Document < 0 || m.Sums < 0 || m.Document > len(rest) || m.Sums != len(rest)-m.Document:
		return nil, fmt.Errorf("its manifest tells of %d and %d bytes; %d follow", m.Document, m.Sums, len(rest))
	case m.Of < 1 || m.Block < 0 || m.Block >= m.Of || m.Of > estimate.MaximumBlocks:
		return nil, fmt.Errorf("its manifest tells of share %d of %d", m.Block, m.Of)
	}
	read.document, read.sums = rest[:m.Document], rest[m.Document:]
	return &read, nil
}

// question is what the share is of.
func (s *shareRead) question() (*question, error) {
	document, err := model.Scenario.Decode(s.document)
	if err != nil {
		return nil, err
	}
	if err := model.Check(document); err != nil {
		return nil, err
	}
	q, err := newQuestion(document, s.ask())
	if err != nil {
		return nil, err
	}
	if document.Hash() != s.Scenario || document.Seed != s.Seed || document.Name != s.Name || q.work().Paths() != s.Paths {
		return nil, errors.New("its scenario is not that of its manifest")
	}
	return q, nil
}

// readShare reads the file of a share.
func readShare(path string) (*shareRead, error) {
	status, err := os.Stat(path)
	if err != nil {
		return nil, err
	}
	if status.Size() > largestShare {
		return nil, fmt.Errorf("it has %d bytes; at most %d are read", status.Size(), int64(largestShare))
	}
	data, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	return decodeShare(data)
}

func readManifest(path string) (*manifest, error) {
	read, err := readShare(path)
	if err != nil {
		if errors.Is(err, fs.ErrNotExist) {
			return nil, err
		}
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	return &read.manifest, nil
}
