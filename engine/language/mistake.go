package language

import (
	"errors"
	"fmt"

	"rackonomics/engine/excerpt"
)

// Error is a mistake in a row or function, at a place of its formula or in the whole.
type Error struct {
	Row string
	excerpt.Place
	Message string
}

// mistake is one at a place of a text.
func mistake(text string, offset int, format string, args ...any) *Error {
	return &Error{Place: excerpt.At(text, offset), Message: fmt.Sprintf(format, args...)}
}

// Error tells the row, the place, what is wrong, and shows the line with a caret
// under the place.
func (e *Error) Error() string { return e.Row + ": " + e.Detail() }

// Detail is the mistake without the row's name.
func (e *Error) Detail() string { return e.Told(e.Message) }

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
