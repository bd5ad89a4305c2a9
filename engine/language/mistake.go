package language

import (
	"errors"
	"fmt"
	"strings"
	"unicode/utf8"
)

// Error is a mistake in a row or function. Line and Column, in characters, count
// from 1; they are zero where the whole is meant.
type Error struct {
	Row     string
	Line    int
	Column  int
	Message string
	excerpt string // the line, with a caret under the place
	lines   int    // of the formula
}

// mistake is one at a place of a text.
func mistake(text string, offset int, format string, args ...any) *Error {
	offset = min(max(offset, 0), len(text))
	begin := strings.LastIndexByte(text[:offset], '\n') + 1
	line, _, _ := strings.Cut(text[begin:], "\n")
	column := utf8.RuneCountInString(text[begin:offset])
	return &Error{Line: strings.Count(text[:offset], "\n") + 1, Column: column + 1, Message: fmt.Sprintf(format, args...),
		excerpt: pointed([]rune(strings.TrimSuffix(line, "\r")), column), lines: strings.Count(text, "\n") + 1}
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

// Error tells the row, the place, what is wrong, and shows the line with a caret
// under the place.
func (e *Error) Error() string { return e.Row + ": " + e.Detail() }

// Detail is the mistake without the row's name.
func (e *Error) Detail() string {
	if e.Column == 0 {
		return e.Message
	}
	place := fmt.Sprintf("column %d", e.Column)
	if e.lines > 1 {
		place = fmt.Sprintf("line %d, column %d", e.Line, e.Column)
	}
	return place + ": " + e.Message + "\n" + e.excerpt
}

func asError(row string, err error) error {
	var found *Error
	if errors.As(err, &found) {
		if found.Row == "" {
			found.Row = row
		}
		return found
	}
	return &Error{Row: row, Message: err.Error()}
}
