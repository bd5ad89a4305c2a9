package campus

import "testing"

// advances of DejaVu Sans, which is wide and what many systems without another show, in parts of 2,048 of its size.
var advances = map[rune]float64{'W': 2025, 'M': 1767, 'G': 1587, 'A': 1401, 'O': 1612, 'm': 1995, 'w': 1675, 'a': 1255, 'e': 1260, 'g': 1300, 'n': 1298, 'o': 1253,
	'r': 842, 't': 803, 's': 1067, 'c': 1126, 'h': 1298, 'k': 1186, 'i': 569, 'l': 569, 'ü': 1298, ' ': 651, '.': 651, '%': 1946, '0': 1303, '1': 1303, '2': 1303, '4': 1303, '7': 1303, '·': 651, 'p': 1300, 'b': 1300, 'I': 604}

// No entry of the legend runs under the swatch of the next, whatever tenants are called.
func TestEntriesOfTheLegendHaveRoom(t *testing.T) {
	const font, swatch, gap = 11, 16, 6
	for _, text := range []string{"Anthropic 41.7%", "WWWW Machine Makers Mmm 41.7%", "Wagner Immobilien AG München 2.4%", "MMMMMMMM 100%", "wwwwmmmm 14.1%", "OAGO 0.1%", "Gamma 10% · a block is 20 racks"} {
		width := swatch + gap + 0.0
		for _, letter := range text {
			advance, ok := advances[letter]
			if !ok {
				t.Fatalf("the width of %q is not known here", letter)
			}
			width += advance / 2048 * font
		}
		if got := entryWidth(text); got < width {
			t.Errorf("%q has %.1f of the %.1f pixels that it takes", text, got, width)
		}
	}
}
