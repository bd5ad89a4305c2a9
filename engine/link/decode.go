package link

import (
	"encoding/base64"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"rackonomics/engine/scenario"
)

// longestPasted bounds the text in which a link is looked for.
const longestPasted = 16 << 10

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
// text that holds one. A document in it is one of the schema. It bears with what mail, chat and word processors do
// to links, see [repairs], as far as the checksum proves the repair.
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
	link := likeliest(candidates)
	if link.version != strconv.Itoa(Version) {
		return State{}, nil, fmt.Errorf("the link has version %s; this program reads version %d. Open it with a newer Rackonomics", link.version, Version)
	}
	if len(link.payload) > LongestFragment {
		return State{}, nil, fmt.Errorf("the link has %d characters; at most %d are allowed", len(link.payload), LongestFragment)
	}
	return link.read(schema)
}

// likeliest is the first that is whole, or else the first of this version: what an escape
// leaves of another may look like one.
func likeliest(candidates []found) found {
	for _, is := range []func(found) bool{found.intact, func(f found) bool { return f.version == strconv.Itoa(Version) }} {
		if at := slices.IndexFunc(candidates, is); at >= 0 {
			return candidates[at]
		}
	}
	return candidates[0]
}

// search lists the links in a text, as it is and as its repairs leave it.
func search(text string) []found {
	var list []found
	for _, repaired := range repairs(text) {
		list = append(list, scan(strings.TrimSpace(repaired))...)
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
	read := fmt.Sprintf("its scenario %q", state.Base.Name)
	if changed := len(state.Changes); changed > 0 {
		read += " and " + count(changed, "change")
	}
	switch {
	case len(f.checksum) < lengthOfChecksum && complete:
		return notice(Error, "The link was cut at its end. %s could be read; nothing seems to be missing.", capital(read))
	case len(f.checksum) < lengthOfChecksum:
		return notice(Error, "The link was cut. Only %s could be read; what came after is missing.", read)
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
