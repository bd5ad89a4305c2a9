// Package excerpt tells people where in a text a mistake is, and shows them the line.
package excerpt

import (
	"fmt"
	"strings"
	"unicode/utf8"
)

// widest is how many characters of a line can be read at once.
const widest = 100

// Place is one in a text. Line and Column, in characters, count from 1; they are zero
// where the whole is meant.
type Place struct {
	Line, Column int
	shown        string // the line, with a caret under the place
	lines        int    // of the text
}

// At is the place of a byte; one past the end is the end.
func At(text string, offset int) Place {
	offset = min(max(offset, 0), len(text))
	begin := strings.LastIndexByte(text[:offset], '\n') + 1
	line, _, _ := strings.Cut(text[begin:], "\n")
	column := utf8.RuneCountInString(text[begin:offset])
	return Place{strings.Count(text[:offset], "\n") + 1, column + 1, pointed([]rune(strings.TrimSuffix(line, "\r")), column), strings.Count(text, "\n") + 1}
}

// Told is what is wrong there, with the line below it; of a text of one line without
// its number.
func (p Place) Told(message string) string {
	switch {
	case p.Column == 0:
		return message
	case p.lines > 1:
		return fmt.Sprintf("line %d, column %d: %s\n%s", p.Line, p.Column, message, p.shown)
	}
	return fmt.Sprintf("column %d: %s\n%s", p.Column, message, p.shown)
}

// pointed writes a line, or as much of it as can be read at once, and a caret
// under one of its characters.
func pointed(line []rune, column int) string {
	column = min(column, len(line))
	from, to := 0, len(line)
	if to > widest {
		from = min(max(column-widest/2, 0), len(line)-widest)
		to = from + widest
	}
	indent := []rune("    ")
	above, below := append([]rune{}, indent...), append([]rune{}, indent...)
	if from > 0 {
		above, below = append(above, '…'), append(below, ' ')
	}
	for i := from; i < to; i++ {
		above = append(above, line[i])
		if i < column {
			blank := ' '
			if line[i] == '\t' {
				blank = '\t'
			}
			below = append(below, blank)
		}
	}
	if to < len(line) {
		above = append(above, '…')
	}
	return string(above) + "\n" + string(below) + "^"
}
