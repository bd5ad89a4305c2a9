package link

import (
	"encoding/base64"
	"fmt"
	"net/url"
	"strconv"
	"strings"

	"rackonomics/engine/scenario"
)

// longestPasted bounds the text in which a link is looked for.
const longestPasted = 16 << 10

// unseen is what programs put into long words to break them, and takes up no
// room: zero-width characters, soft hyphens, direction marks. None can be in a link.
var unseen = strings.NewReplacer("\u00ad", "", "\u200b", "", "\u200c", "", "\u200d", "", "\u200e", "", "\u200f", "",
	"\u202a", "", "\u202b", "", "\u202c", "", "\u202d", "", "\u202e", "", "\u2060", "", "\ufeff", "", "\u180e", "")

var spaces = strings.NewReplacer(" ", "", "\u00a0", "", "\u202f", "", "\t", "", "\r", "", "\n", "")

// found is a link as it stood in a text.
type found struct {
	version, payload, checksum string
}

// intact reports whether the checksum fits.
func (f found) intact() bool { return f.checksum == checksum(f.version, f.payload) }

// Looks reports whether a text may be a link rather than a name.
func Looks(text string) bool {
	return len(text) <= longestPasted && len(search(text)) > 0
}

// Decode reads a link: a fragment with or without "#", a whole address, or a
// text that holds one. A document in it is one of the schema. It bears with what mail and chat do to links, percent
// signs and broken lines, as far as the checksum proves the repair.
//
// Of a damaged link it gives what can be read, with notices of level [Error].
// The error says why nothing can be: it is no link, of another version, or not
// even its scenario is known.
func Decode(schema *scenario.Schema, text string) (State, []Notice, error) {
	if len(text) > longestPasted {
		return State{}, nil, fmt.Errorf("a text of %d characters is not a link", len(text))
	}
	candidates := search(text)
	if len(candidates) == 0 {
		return State{}, nil, errNoLink
	}
	link := candidates[0]
	for _, candidate := range candidates {
		if candidate.intact() {
			link = candidate
			break
		}
	}
	if link.version != strconv.Itoa(Version) {
		return State{}, nil, fmt.Errorf("the link has version %s; this program reads version %d. Open it with a newer Rackonomics", link.version, Version)
	}
	if len(link.payload) > LongestFragment {
		return State{}, nil, fmt.Errorf("the link has %d characters; at most %d are allowed", len(link.payload), LongestFragment)
	}
	return link.read(schema)
}

// search lists the links in a text: without what takes up no room, with percent
// signs resolved, and with the breaks of lines taken out.
func search(text string) []found {
	texts := []string{unseen.Replace(text)}
	for range 2 { // some programs escape what is escaped already
		unescaped, err := url.PathUnescape(texts[len(texts)-1])
		if err != nil || unescaped == texts[len(texts)-1] {
			break
		}
		texts = append(texts, unseen.Replace(unescaped))
	}
	var list []found
	for _, text := range append(texts, spaces.Replace(texts[len(texts)-1])) {
		list = append(list, scan(strings.TrimSpace(text))...)
	}
	return list
}

// scan finds s=<version>.<payload>.<checksum>, as far as it is there, at the
// start of a text or after the characters that lead in a parameter. What ends a
// link is any character that cannot be in it, so that text around does no harm.
func scan(text string) []found {
	const most = 8
	var list []found
	for at := 0; len(list) < most; {
		next := strings.Index(text[at:], "s=")
		if next < 0 {
			break
		}
		at += next + len("s=")
		if before := at - len("s="); before > 0 && !strings.Contains("#?&", text[before-1:before]) {
			continue
		}
		version, rest := span(text[at:], digits)
		if version == "" || len(version) > 9 {
			continue
		}
		link := found{version: version}
		if rest, ok := strings.CutPrefix(rest, "."); ok {
			payload, rest := span(rest, base64Letters)
			link.payload = normal(payload)
			if rest, ok := strings.CutPrefix(rest, "."); ok {
				checksum, _ := span(rest, base64Letters)
				link.checksum = shorten(normal(checksum), lengthOfChecksum)
			}
		}
		list = append(list, link)
	}
	return list
}

// base64Letters are those of every form of base64.
const base64Letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ" + letters + digits + "-_+/="

// span cuts what a text begins with of the allowed letters.
func span(text, allowed string) (head, rest string) {
	rest = strings.TrimLeft(text, allowed)
	return text[:len(text)-len(rest)], rest
}

// normal writes other forms of base64 as base64url without padding.
func normal(text string) string {
	return strings.NewReplacer("+", "-", "/", "_", "=", "").Replace(text)
}

func shorten(text string, most int) string { return text[:min(len(text), most)] }

func (f found) read(schema *scenario.Schema) (State, []Notice, error) {
	payload := f.payload
	if len(payload)%4 == 1 {
		payload = payload[:len(payload)-1] // six bits make no byte
	}
	data, err := base64.RawURLEncoding.DecodeString(payload)
	if err != nil {
		return State{}, nil, fmt.Errorf("the link is damaged: %w", err)
	}
	text, whole := inflate(data)
	state, lost, err := readLines(schema, text)
	if err != nil {
		if f.intact() && whole {
			return State{}, nil, fmt.Errorf("the link cannot be used: %w", err)
		}
		return State{}, nil, fmt.Errorf("the link is damaged: %w", err)
	}
	if f.intact() && whole && lost == 0 {
		return state, nil, nil
	}
	return state, []Notice{f.damage(state, whole && lost == 0)}, nil
}

// damage says what is wrong with a link, and what of it could be read.
func (f found) damage(state State, complete bool) Notice {
	read := fmt.Sprintf("its scenario %q and %s", state.Base.Name, count(len(state.Changes), "change"))
	switch {
	case len(f.checksum) < lengthOfChecksum && complete:
		return notice(Error, "The link was cut at its end. %s could be read; nothing seems to be missing.", capital(read))
	case len(f.checksum) < lengthOfChecksum:
		return notice(Error, "The link was cut. Only %s could be read; what came after them is missing.", read)
	case f.intact():
		return notice(Error, "The link holds something that this program does not know. Only %s could be read.", read)
	}
	return notice(Error, "The link is damaged: its checksum does not fit. Only %s could be read, and they may be wrong; compare them with where the link comes from.", read)
}

func count(n int, what string) string {
	if n == 1 {
		return "1 " + what
	}
	return strconv.Itoa(n) + " " + what + "s"
}

func capital(text string) string { return strings.ToUpper(text[:1]) + text[1:] }
