// Package link turns a scenario into the fragment of a web address and back:
//
//	#s=<version>.<payload>.<checksum>
//
// The payload is a short text of lines (see text.go), deflated against a
// dictionary that belongs to the version, in base64url without padding. The
// checksum is the CRC-32 of version and payload, so that a link that was cut or
// changed on its way is recognised. Links come from anyone: every size is
// bounded before and while decoding, and what a link says is validated as if it
// had been typed. The package knows nothing of running a scenario.
package link

import (
	"encoding/base64"
	"encoding/binary"
	"errors"
	"fmt"
	"hash/crc32"
	"strconv"

	"rackonomics/engine/scenario"
)

// Version is the version of links that this package writes and reads.
const Version = 1

// LongestFragment is how many characters a fragment may have. Teams, Confluence
// and Slack cut addresses beyond 1,500; the rest is for the page's own address.
const LongestFragment = 1400

// Bounds of what a link holds.
const (
	largestText      = 64 << 10 // bytes of the payload's text
	mostChanges      = 400
	mostFigures      = 16
	longestOfLooking = 160 // bytes of the name of a selection, an entry or a section
	// MostCompared is with how many scenarios the one that is open is compared.
	MostCompared = 3
)

// State is what a link holds: a scenario, what was changed, and what was looked at.
type State struct {
	Base        Base
	Changes     []scenario.Change // in their order
	Looking     Looking
	Fingerprint []Figure // headline figures when the link was made; see [Fingerprint]
}

// Base is what the changes of a link are made to: a shipped scenario by name
// and content hash, or a document of its own, which the link then holds whole.
type Base struct {
	Name, Hash string
	Document   *scenario.Document
}

// Looking is what was looked at.
type Looking struct {
	Month    *int   // since the start of the scenario
	Select   string // the thing
	Entry    string // of the reference
	Section  string // of the page
	Why      string // the figure that is asked about
	Step     string // of a story
	Compared []Compared
}

// Compared is another scenario that the one of a link is compared with: one that
// is shipped, or the link's own base, by name and content hash; and what was
// changed of it. There are at most [MostCompared].
type Compared struct {
	Name, Hash string
	Changes    []scenario.Change // in their order
}

// Level grades a notice.
type Level string

// Grades of notices. Error means that the link was damaged or that a part of
// it could not be used.
const (
	Info    Level = "info"
	Warning Level = "warning"
	Error   Level = "error"
)

// Notice is something that a reader of a link has to know.
type Notice struct {
	Level Level  `json:"level"`
	Text  string `json:"text"`
}

func notice(level Level, format string, args ...any) Notice {
	return Notice{level, fmt.Sprintf(format, args...)}
}

// Find returns the shipped scenario of a name and content hash.
type Find func(name, hash string) (*scenario.Document, bool)

// NewBase refers to a shipped scenario where the document is one and is shown as it
// is, and else holds the document.
func NewBase(document *scenario.Document, find Find) Base {
	base := Base{Name: document.Name, Hash: document.Hash()}
	if found, shipped := find(base.Name, base.Hash); !shipped || !document.IsShownAs(found) {
		base.Document = document
	}
	return base
}

// Encode writes a state as a fragment, "#s=…". It fails where the fragment
// would be longer than [LongestFragment], and says what takes most of it.
func Encode(state State) (string, error) {
	lines, err := writeLines(state)
	if err != nil {
		return "", err
	}
	payload := base64.RawURLEncoding.EncodeToString(deflate(joinLines(lines)))
	version := strconv.Itoa(Version)
	fragment := "#s=" + version + "." + payload + "." + checksum(version, payload)
	if len(fragment) > LongestFragment {
		return "", tooLong(len(fragment), lines)
	}
	return fragment, nil
}

func tooLong(length int, lines []line) error {
	largest := lines[0]
	for _, line := range lines {
		if len(line.text) > len(largest.text) {
			largest = line
		}
	}
	return fmt.Errorf("the link would have %d characters; at most %d are allowed, because chats and wikis cut longer ones. "+
		"Most of it is %s (%d characters before packing); share the scenario as a file instead", length, LongestFragment, largest.about, len(largest.text))
}

// checksum is six characters of base64url.
func checksum(version, payload string) string {
	sum := crc32.ChecksumIEEE([]byte(version + "." + payload))
	return base64.RawURLEncoding.EncodeToString(binary.BigEndian.AppendUint32(nil, sum))
}

const lengthOfChecksum = 6

var errNoLink = errors.New(`this is not a link of Rackonomics; such a link has "#s=" and then a version, as in #s=1.`)
