package excerpt_test

import (
	"strings"
	"testing"

	"rackonomics/engine/excerpt"
)

func TestTold(t *testing.T) {
	long := strings.Repeat("a", 200)
	for name, test := range map[string]struct {
		text   string
		offset int
		want   string
	}{
		"one line":               {"a + b", 4, "column 5: odd\n    a + b\n        ^"},
		"the second line":        {"a +\nb c", 6, "line 2, column 3: odd\n    b c\n      ^"},
		"lines of Windows":       {"a\r\nbc\r\nd", 4, "line 2, column 2: odd\n    bc\n     ^"},
		"characters, not bytes":  {"é = é", 5, "column 5: odd\n    é = é\n        ^"},
		"under tabs":             {"\t\tb", 2, "column 3: odd\n    \t\tb\n    \t\t^"},
		"at the end":             {"ab\ncd", 5, "line 2, column 3: odd\n    cd\n      ^"},
		"past the end":           {"ab", 9, "column 3: odd\n    ab\n      ^"},
		"before the beginning":   {"ab", -1, "column 1: odd\n    ab\n    ^"},
		"in a line that is long": {long, 120, "column 121: odd\n    …" + long[:100] + "…\n     " + strings.Repeat(" ", 50) + "^"},
	} {
		t.Run(name, func(t *testing.T) {
			if got := excerpt.At(test.text, test.offset).Told("odd"); got != test.want {
				t.Errorf("got\n%s\nwant\n%s", got, test.want)
			}
		})
	}
	if got := (excerpt.Place{}).Told("odd"); got != "odd" {
		t.Errorf("of the whole it is told %q", got)
	}
}
