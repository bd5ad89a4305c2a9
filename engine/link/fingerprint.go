package link

import (
	"math"
	"slices"
	"strconv"

	"rackonomics/engine/calendar"
	"rackonomics/engine/scenario"
)

// Figure is a headline figure. A link holds its name and value only.
type Figure struct {
	Name    string
	Title   string
	Unit    string
	Percent bool // written in per cent
	InLink  bool // a link holds it
	Value   any  // float64; a month as text, 2026-05; nil where there is none
}

// Fingerprint picks the figures that belong in a link: few, and such that
// whatever moves a result moves one of them.
func Fingerprint(figures []Figure) []Figure {
	var picked []Figure
	for _, figure := range figures {
		if figure.InLink {
			picked = append(picked, figure)
		}
	}
	return picked
}

func indexOf(figures []Figure, name string) int {
	return slices.IndexFunc(figures, func(f Figure) bool { return f.Name == name })
}

// Compare tells which figures were others when the link was made, then and now.
// Numbers count as the same within a thousandth: a link holds four digits.
func Compare(then, now []Figure) []Notice {
	var notices []Notice
	for _, was := range then {
		i := indexOf(now, was.Name)
		if i < 0 || same(was.Value, now[i].Value) {
			continue
		}
		is := now[i]
		was.Unit = is.Unit
		notices = append(notices, notice(Warning, "%s: %s when the link was made, %s now.", is.Title, was.Text(), is.Text()))
	}
	return notices
}

func same(then, now any) bool {
	a, isNumber := then.(float64)
	b, isToo := now.(float64)
	if !isNumber || !isToo {
		return then == now
	}
	return a == b || math.Abs(a-b) <= 0.0011*max(math.Abs(a), math.Abs(b))
}

const none = "none"

// short writes the value for a link.
func (f Figure) short() string {
	switch value := f.Value.(type) {
	case float64:
		if !math.IsNaN(value) && !math.IsInf(value, 0) {
			return strconv.FormatFloat(value, 'g', 4, 64)
		}
	case string:
		if _, err := calendar.Parse(value); err == nil {
			return value
		}
	}
	return none
}

func readFigure(name, text string) (Figure, bool) {
	if !isMeasureName(name) {
		return Figure{}, false
	}
	if text == none {
		return Figure{Name: name}, true
	}
	if _, err := calendar.Parse(text); err == nil {
		return Figure{Name: name, Value: text}, true
	}
	number, err := strconv.ParseFloat(text, 64)
	return Figure{Name: name, Value: number}, err == nil && !math.IsNaN(number) && !math.IsInf(number, 0)
}

// Text writes the value as people read it: $1.25B, 325k GPUs, 2026-07, none.
func (f Figure) Text() string {
	number, ok := f.Value.(float64)
	if month, isMonth := f.Value.(string); isMonth {
		return month
	}
	if !ok || math.IsNaN(number) {
		return none
	}
	return scenario.Quantity(number, f.Unit, f.Percent)
}
