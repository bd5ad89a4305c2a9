package scenario

import (
	"fmt"
	"strconv"
	"strings"

	"rackonomics/engine/calendar"
)

var monthNames = []string{"january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"}

// dateParts splits "15 Jul. 2026" at its blanks, points, commas, slashes, hyphens and
// apostrophes, of which two may stand together, and Jul2026 where letters end.
func dateParts(text string) []string {
	if len(text) > longestEntry {
		return nil
	}
	const separators = "-/.,' "
	var parts []string
	text = strings.ReplaceAll(strings.ToLower(plainEntry(text)), "–", "-")
	if name := strings.TrimLeft(text, "abcdefghijklmnopqrstuvwxyz"); name != text && isDigits(name) {
		text = strings.TrimSuffix(text, name) + "-" + name
	}
	for text != "" {
		end := strings.IndexAny(text, separators)
		if end < 0 {
			return append(parts, text)
		}
		parts, text = append(parts, text[:end]), text[end+1:]
		if text == "" || end == 0 {
			return nil
		}
		if strings.IndexByte(separators, text[0]) >= 0 {
			text = text[1:]
		}
		if text == "" {
			return nil
		}
	}
	return parts
}

// ReadMonth reads 2026-07, Jul 2026, July 2026, 07/2026 and, as spreadsheets write
// months, Jul-26: beside a name two digits are a year of this century. The error is
// an [EntryError].
func ReadMonth(text string) (calendar.Month, error) {
	if parts := dateParts(text); len(parts) == 2 {
		year, month := parts[0], parts[1]
		if !isYear(year) {
			year, month = month, year
		}
		if isDigits(year) && len(year) == 2 && !isDigits(month) {
			year = "20" + year
		}
		if number := monthNumber(month); number > 0 && isYear(year) {
			if m, err := calendar.Parse(fmt.Sprintf("%s-%02d", year, number)); err == nil {
				return m, nil
			}
		}
	}
	return calendar.Month{}, &EntryError{Reason: NotRead, Text: text, Allowed: fmt.Sprintf("allowed is a month such as 2026-05, 05/2026 or May 2026, from %s to %s", calendar.First, calendar.Last)}
}

// ReadDay reads a day as an entry, and counts it from the first of [calendar.First].
// The error is an [EntryError].
func ReadDay(text string) (int, error) {
	written, err := readDay(text)
	if err != nil {
		return 0, err
	}
	return calendar.ParseDay(written)
}

// readDay reads 2026-07-15, 15 Jul 2026, July 15, 2026 and 15.07.2026; of numbers
// between slashes only what can be one day.
func readDay(text string) (string, error) {
	fail := &EntryError{Reason: NotRead, Text: text, Allowed: fmt.Sprintf("allowed is a day such as 2026-05-20 or 20 May 2026, from %s-01 to %s-31", calendar.First, calendar.Last)}
	parts := dateParts(text)
	if len(parts) != 3 {
		return "", fail
	}
	var days []string
	add := func(year, month, day string) {
		number, err := strconv.Atoi(day)
		if !isYear(year) || !isDigits(day) || err != nil {
			return
		}
		written := fmt.Sprintf("%s-%02d-%02d", year, monthNumber(month), number)
		if _, err := calendar.ParseDay(written); err == nil && (len(days) == 0 || days[0] != written) {
			days = append(days, written)
		}
	}
	add(parts[0], parts[1], parts[2])
	add(parts[2], parts[1], parts[0])
	if isName := !isDigits(parts[0]); isName || !strings.Contains(text, ".") {
		add(parts[2], parts[0], parts[1])
	}
	switch len(days) {
	case 1:
		return days[0], nil
	case 2:
		return "", &EntryError{Reason: Ambiguous, Text: text, Readings: days}
	}
	return "", fail
}

func isYear(text string) bool { return len(text) == 4 && isDigits(text) }

// monthNumber gives 7 for 7, 07, jul and july, and 0 for what is no month.
func monthNumber(text string) int {
	if isDigits(text) && len(text) <= 2 {
		number, _ := strconv.Atoi(text)
		if number <= 12 {
			return number
		}
		return 0
	}
	for i, name := range monthNames {
		if len(text) >= 3 && strings.HasPrefix(name, text) || text == "sept" && name == "september" {
			return i + 1
		}
	}
	return 0
}
