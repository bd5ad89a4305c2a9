package link

import (
	"net/url"
	"strconv"
	"strings"
)

// repairs are a text as it is and after each step of undoing what is done to links on
// their way, without what is invisible. Which of them holds the link its checksum tells.
func repairs(text string) []string {
	texts := []string{unseen.Replace(text)}
	for _, undo := range []func(string) string{unescaped, unescaped, withoutEntities, withoutQuotedPrintable, withoutBackslashes, spaces.Replace, enDashes.Replace, emDashes.Replace} {
		last := texts[len(texts)-1]
		if undone := unseen.Replace(undo(last)); undone != last {
			texts = append(texts, undone)
		}
	}
	return texts
}

// unseen is what programs put into long words to break them, and takes up no
// room: zero-width characters, soft hyphens, direction marks. None can be in a link.
// Hyphens that do not break, and signs that look like one, stand for it.
var unseen = strings.NewReplacer("\u00ad", "", "\u200b", "", "\u200c", "", "\u200d", "", "\u200e", "", "\u200f", "",
	"\u202a", "", "\u202b", "", "\u202c", "", "\u202d", "", "\u202e", "", "\u2060", "", "\ufeff", "", "\u180e", "",
	"\u2010", "-", "\u2011", "-", "\u2212", "-")

var spaces = strings.NewReplacer(" ", "", "\u00a0", "", "\u202f", "", "\t", "", "\r", "", "\n", "")

// Word processors make dashes of hyphens: of two an en dash or, as three make it in
// others, an em dash.
var (
	enDashes = strings.NewReplacer("\u2013", "--", "\u2014", "--")
	emDashes = strings.NewReplacer("\u2013", "--", "\u2014", "---")
)

// unescaped resolves percent signs, which some programs escape once more.
func unescaped(text string) string {
	if plain, err := url.PathUnescape(text); err == nil {
		return plain
	}
	return text
}

// withoutEntities resolves character references of HTML, as far as a link has such characters.
func withoutEntities(text string) string {
	text = strings.NewReplacer("&amp;", "&", "&num;", "#", "&equals;", "=", "&period;", ".", "&lowbar;", "_", "&hyphen;", "-", "&shy;", "").Replace(text)
	return eachAfter(text, "&#", func(rest string) (string, int) {
		const longest = 8
		number, _, ended := strings.Cut(rest[:min(len(rest), longest)], ";")
		digits, base := number, 10
		if hexadecimal, isHexadecimal := strings.CutPrefix(strings.ToLower(number), "x"); isHexadecimal {
			digits, base = hexadecimal, 16
		}
		code, err := strconv.ParseUint(digits, base, 21)
		if !ended || err != nil {
			return "", 0
		}
		return string(rune(code)), len(number) + len(";")
	})
}

// withoutQuotedPrintable takes out the escapes and line breaks of mail (RFC 2045, §6.7).
func withoutQuotedPrintable(text string) string {
	text = strings.NewReplacer("=\r\n", "", "=\n", "").Replace(text)
	return eachAfter(text, "=", func(rest string) (string, int) {
		if len(rest) < 2 {
			return "", 0
		}
		code, err := strconv.ParseUint(rest[:2], 16, 8)
		if err != nil {
			return "", 0
		}
		return string([]byte{byte(code)}), 2
	})
}

// withoutBackslashes takes out those that Markdown editors put before what they would else
// read as markup.
func withoutBackslashes(text string) string { return strings.ReplaceAll(text, "\\", "") }

// eachAfter replaces each mark with what follows it by what the function reads of that:
// a text and how much it takes; nothing where it takes none.
func eachAfter(text, mark string, read func(rest string) (string, int)) string {
	var out strings.Builder
	for {
		before, rest, found := strings.Cut(text, mark)
		out.WriteString(before)
		if !found {
			return out.String()
		}
		read, taken := read(rest)
		if taken == 0 {
			read = mark
		}
		out.WriteString(read)
		text = rest[taken:]
	}
}
