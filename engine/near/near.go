// Package near finds what a person most probably meant by a name that there is not.
package near

import (
	"slices"
	"strings"
)

// few is how many are told.
const few = 3

// Names lists the few names that come nearest to one that is not among them: those whose
// words begin with its letters, as power_usage_effectiveness with pue, and those that have
// it as a word, before those that it is a misspelling of.
func Names(name string, among []string) []string {
	sorted := slices.Clone(among)
	slices.SortStableFunc(sorted, func(a, b string) int {
		if kin := kinship(name, a) - kinship(name, b); kin != 0 {
			return kin
		}
		return edits(name, a) - edits(name, b)
	})
	return sorted[:min(few, len(sorted))]
}

func kinship(name, other string) int {
	words := strings.FieldsFunc(other, func(r rune) bool { return r == '_' || r == '-' || r == '.' })
	initials := ""
	for _, word := range words {
		initials += word[:1]
	}
	if len(words) > 1 && initials == name || slices.Contains(words, name) {
		return 0
	}
	return 1
}

// edits counts the letters to add, drop and exchange that make one name of
// another (Levenshtein, 1966).
func edits(a, b string) int {
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i := range len(a) {
		diagonal := row[0]
		row[0] = i + 1
		for j := range len(b) {
			cost := 1
			if a[i] == b[j] {
				cost = 0
			}
			diagonal, row[j+1] = row[j+1], min(row[j+1]+1, row[j]+1, diagonal+cost)
		}
	}
	return row[len(b)]
}
