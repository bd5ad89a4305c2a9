package study

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"rackonomics/engine/calendar"
	"rackonomics/engine/model"
	"rackonomics/engine/result"
	"rackonomics/engine/scenario"
)

// Sentences tell what was found, figures in their places: none where the scenario has no
// lever.
func (t *Taking) Sentences() (list []result.Text) {
	if len(t.variables) == 0 {
		return nil
	}
	if t.areMet {
		list = append(list, words(t.takes.All))
	}
	var not []result.Text
	levers := t.doings()
	for _, one := range levers {
		if len(one.steps) == 0 {
			not = append(not, t.nameOfAny(one.variable))
		} else {
			list = append(list, t.lever(one))
		}
	}
	none := t.none()
	switch {
	case t.areMet && len(not) > 0:
		list = append(list, begun(filled(t.takes.Kept, listed(not, "or"))))
	case len(not) == len(levers):
		return []result.Text{filled(t.takes.Nothing, t.results(none), listed(not, "or"))}
	case len(not) > 0:
		list = append(list, begun(filled(t.takes.Not, listed(not, "or"))))
	}
	if len(none) > 0 && !t.areMet {
		list = append(list, filled(t.takes.None, t.results(none)))
	}
	return list
}

// lever tells what a lever does.
func (t *Taking) lever(one doing) result.Text {
	v := &t.variables[one.variable]
	patterns := []string{t.takes.At, t.takes.More, t.takes.First}
	if v.Input.Kind != scenario.Number {
		patterns = []string{t.takes.In, t.takes.MoreIn, t.takes.FirstIn}
	}
	var clauses []result.Text
	for i, each := range one.steps {
		pattern := patterns[min(i, 1)]
		if t.areMet {
			pattern = patterns[2]
		}
		value := figure(v.figure(each.at.Value, true))
		if v.Times {
			value = filled(t.takes.Times, value)
		}
		clauses = append(clauses, filled(pattern, t.results(each.results), value))
	}
	if v.Times {
		return filled(t.takes.Varying, t.name(one.variable), listed(clauses, "and"))
	}
	today := v.Today(t.document)
	isAlike := func(each step) bool { return decimalOf(today, shownDigits).number() == each.at.Value }
	return filled(t.takes.With, t.name(one.variable), figure(v.figure(today, slices.ContainsFunc(one.steps, isAlike))), listed(clauses, "and"))
}

// name is a lever's, with the thing where there are several of its kind.
func (t *Taking) name(variable int) result.Text {
	lever, thing := &t.levers[variable], t.variables[variable].Thing
	if t.document.Count(t.document.Instances[thing].Scope) == 1 {
		if lever.Alone != "" && t.document.Count("lease") == 0 {
			return words(lever.Alone)
		}
		return words(lever.Title)
	}
	return filled(lever.Of, figure(result.Value{Text: t.document.Called(thing)}))
}

// nameOfAny is the name of what does it for no thing that has it.
func (t *Taking) nameOfAny(variable int) result.Text {
	lever := &t.levers[variable]
	if variable+1 < len(t.levers) && t.levers[variable+1].Title == lever.Title {
		return filled(lever.Of, words("any tenant"))
	}
	return t.name(variable)
}

// results lists results in the middle of a sentence.
func (t *Taking) results(list []int) result.Text {
	var titles []result.Text
	for _, at := range list {
		titles = append(titles, words(inSentence(model.Title(t.takes.Results[at].Row))))
	}
	return listed(titles, "and")
}

// begun is a text as the beginning of a sentence.
func begun(text result.Text) result.Text {
	first, size := utf8.DecodeRuneInString(text[0].Words)
	text[0].Words = string(unicode.ToUpper(first)) + text[0].Words[size:]
	return text
}

// inSentence is a title in the middle of a sentence: abbreviations keep their capitals.
func inSentence(title string) string {
	first, size := utf8.DecodeRuneInString(title)
	if second, _ := utf8.DecodeRuneInString(title[size:]); unicode.IsUpper(second) {
		return title
	}
	return string(unicode.ToLower(first)) + title[size:]
}

// figure is a value of the variable to be shown.
func (v *Variable) figure(number float64, isExact bool) result.Value {
	switch v.Input.Kind {
	case scenario.Month:
		return result.Value{Text: scenario.NumberValue(number).Month().String(), Exact: isExact}
	case scenario.Day:
		return result.Value{Text: calendar.DayText(int(number)), Exact: isExact}
	}
	if v.Times {
		return result.Value{Number: number, Unit: "1", Exact: isExact}
	}
	return result.Value{Number: number, Unit: v.Input.Unit, Percent: v.Input.Percent, Exact: isExact}
}

func words(text string) result.Text         { return result.Text{{Words: text}} }
func figure(value result.Value) result.Text { return result.Text{{Value: &value}} }

// filled puts texts in the places of a pattern.
func filled(pattern string, of ...result.Text) (text result.Text) {
	for i, part := range strings.Split(pattern, "%s") {
		if i > 0 {
			text = append(text, of[i-1]...)
		}
		text = append(text, words(part)...)
	}
	return joined(text)
}

// listed lists texts: one, two or three.
func listed(list []result.Text, last string) (text result.Text) {
	for i, one := range list {
		switch {
		case i > 0 && i == len(list)-1:
			text = append(text, words(" "+last+" ")...)
		case i > 0:
			text = append(text, words(", ")...)
		}
		text = append(text, one...)
	}
	return text
}

// joined puts words together that follow each other.
func joined(text result.Text) (whole result.Text) {
	for _, piece := range text {
		last := len(whole) - 1
		switch {
		case piece.Value == nil && piece.Words == "":
		case piece.Value == nil && last >= 0 && whole[last].Value == nil:
			whole[last].Words += piece.Words
		default:
			whole = append(whole, piece)
		}
	}
	return whole
}
