// Package digits writes numbers with the digits that people read, wherever they stand: in sentences and beside pictures.
package digits

import "strconv"

// Three writes a number from zero with three digits and a letter for its thousands: 1.25B, 320M, 7.
func Three(number float64) string {
	letter := ""
	for _, scale := range []struct {
		size   float64
		letter string
	}{{1e12, "T"}, {1e9, "B"}, {1e6, "M"}, {1e3, "k"}} {
		if number >= scale.size*0.9995 {
			number, letter = number/scale.size, scale.letter
			break
		}
	}
	if number >= 999.5 {
		return strconv.FormatFloat(number, 'f', 0, 64) + letter
	}
	text := strconv.FormatFloat(number, 'g', 3, 64)
	exact, _ := strconv.ParseFloat(text, 64)
	return strconv.FormatFloat(exact, 'f', -1, 64) + letter
}
