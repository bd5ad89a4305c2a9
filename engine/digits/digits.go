// Package digits writes numbers with the digits that people read, wherever they stand: in sentences and beside pictures.
package digits

import (
	"math"
	"strconv"
	"strings"
)

var scales = []struct {
	size   float64
	letter string
}{{1e12, "T"}, {1e9, "B"}, {1e6, "M"}, {1e3, "k"}, {1, ""}}

// Three writes a number from zero with three digits and a letter for its thousands: 1.25B, 320M, 7.
func Three(number float64) string { return Of(number, 3) }

// Of writes a number as [Three] does with so many digits, three and more.
func Of(number float64, count int) string {
	size, letter := 1.0, ""
	for _, scale := range scales {
		if rounded(number, count) >= scale.size {
			size, letter = scale.size, scale.letter
			break
		}
	}
	text := rounded(number/size, count)
	for whole := 1000.0; text >= whole; whole *= 10 { // of the largest scale
		count++
		text = rounded(number/size, count)
	}
	return strconv.FormatFloat(text, 'f', -1, 64) + letter
}

// Plain writes a number from zero with so many digits and no letter, its thousands with commas between them: 4,180, 0.5.
func Plain(number float64, count int) string {
	whole, fraction, _ := strings.Cut(strconv.FormatFloat(rounded(number, count), 'f', -1, 64), ".")
	for at := len(whole) - 3; at > 0; at -= 3 {
		whole = whole[:at] + "," + whole[at:]
	}
	if fraction != "" {
		return whole + "." + fraction
	}
	return whole
}

// rounded is the number of so many digits that is nearest, the larger of two that are as near: browsers have that,
// and strconv the even one.
func rounded(number float64, count int) float64 {
	exact, _, _ := strings.Cut(strconv.FormatFloat(number, 'e', 60, 64), "e")
	if rest := exact[count+1:]; strings.TrimRight(rest, "0") == "5" {
		number = math.Nextafter(number, math.Inf(1))
	}
	nearest, _ := strconv.ParseFloat(strconv.FormatFloat(number, 'e', count-1, 64), 64)
	return nearest
}
