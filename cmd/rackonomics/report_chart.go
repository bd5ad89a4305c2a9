package main

import (
	"fmt"
	"html/template"
	"math"
	"slices"
	"strings"

	"rackonomics/engine/machine"
	"rackonomics/engine/result"
	"rackonomics/engine/scenario"
)

// reportChart is a chart of the lines of one unit.
type reportChart struct {
	Title, Note string
	Picture     template.HTML
	Legend      []legendEntry
	Beyond      string
}

// legendEntry is a line with its value in the month looked at.
type legendEntry struct {
	Mark        template.HTML
	Name, Value string
}

// unitOf is a unit as charts are parted by it.
type unitOf struct {
	unit    string
	percent bool
}

func unitsOf(shown *result.Shown) (units []unitOf) {
	for _, line := range shown.Lines {
		if unit := (unitOf{line.Unit, line.Percent}); !line.Heading && !slices.Contains(units, unit) {
			units = append(units, unit)
		}
	}
	return units
}

// The picture's measures in its own units, and the colours of its lines in their
// order: those of Okabe and Ito, "Color Universal Design" (2008), darker where they
// are lines. Lines also differ in their dashes, and areas in the white between them.
const (
	chartWidth, chartHeight       = 760.0, 230.0
	chartLeft, chartFoot, chartIn = 62.0, 20.0, 8.0
	chartTicks                    = 4
)

var (
	areaColours = []string{"#9db4c8", "#e3b778", "#8fc9b9", "#d5b3cd", "#e6dc9a", "#b9d7e8", "#c3b3a0", "#b5aed9"}
	lineColours = []string{"#1b2027", "#0d5f9a", "#a3173f", "#0d7f73", "#8a5a00", "#6b4fb3", "#5b6570", "#c2459a"}
	lineDashes  = []string{"", "7 3", "2 3", "9 3 2 3", "4 2", "1 3"}
)

// newReportChart draws the lines of a unit month by month.
func newReportChart(shown *result.Shown, unit unitOf, month int) *reportChart {
	made := &reportChart{Title: shown.Title, Note: shown.Note}
	if len(unitsOf(shown)) > 1 {
		made.Title += ", " + scenario.UnitText(unit.unit, false)
	}
	d := &drawing{unit: unit, months: len(shown.Periods)}
	for _, line := range shown.Lines {
		if !line.Heading && line.Unit == unit.unit && line.Percent == unit.percent {
			d.lines = append(d.lines, line)
		}
	}
	d.scale()
	made.Beyond = d.beyond(shown.Periods)
	made.Picture = template.HTML(d.picture(shown.Periods))
	for i, line := range d.lines {
		made.Legend = append(made.Legend, legendEntry{d.mark(i), line.Title, d.text(line.Values[month])})
	}
	return made
}

type drawing struct {
	unit      unitOf
	months    int
	lines     []result.Line
	low, high float64
}

func (d *drawing) text(number float64) string {
	return pageText(result.Value{Number: number, Unit: d.unit.unit, Percent: d.unit.percent})
}

// marked is a number at the axis, where nothing is $0 and not $0.00 beside $50.0M.
func (d *drawing) marked(number float64) string {
	text := d.text(number)
	if number == 0 {
		return strings.Replace(text, "0.00", "0", 1)
	}
	return text
}

// reach is from the lowest to the highest of a month: what is stacked reaches as far
// as its parts together.
func (d *drawing) reach(month int) (low, high float64) {
	var below, above float64
	for _, line := range d.lines {
		switch value := line.Values[month]; {
		case machine.IsAbsent(value):
		case line.Part != result.Stacked:
			low, high = min(low, value), max(high, value)
		case value < 0:
			below += value
		default:
			above += value
		}
	}
	return min(low, below), max(high, above)
}

// monthsForOne and timesAsFar say when a month lies beyond the axis, as on the page
// (web/src/charts/axis.ts): one of so many, where the axis would reach so many times
// as far for it.
const (
	monthsForOne = 24
	timesAsFar   = 5
)

// scale sets how far the axis reaches.
func (d *drawing) scale() {
	type reached struct{ low, high float64 }
	all := make([]reached, d.months)
	for month := range all {
		all[month].low, all[month].high = d.reach(month)
	}
	slices.SortStableFunc(all, func(a, b reached) int {
		return compareNumbers(max(-a.low, a.high), max(-b.low, b.high))
	})
	span := func(list []reached) (low, high float64) {
		for _, one := range list {
			low, high = min(low, one.low), max(high, one.high)
		}
		return low, high
	}
	low, high := span(all)
	if usualLow, usualHigh := span(all[:d.months-d.months/monthsForOne]); usualHigh > usualLow && high-low >= timesAsFar*(usualHigh-usualLow) {
		low, high = usualLow, usualHigh
	}
	if high == low {
		high = low + 1
	}
	step := d.step(low, high)
	d.low, d.high = math.Floor(low/step)*step, math.Ceil(high/step)*step
}

func compareNumbers(a, b float64) int {
	switch {
	case a < b:
		return -1
	case a > b:
		return 1
	}
	return 0
}

// step is between marks of the axis: 1, 2 or 5 times a power of ten.
func (d *drawing) step(low, high float64) float64 {
	rough := (high - low) / chartTicks
	power := math.Pow(10, math.Floor(math.Log10(rough)))
	for _, times := range []float64{1, 2, 5} {
		if times*power >= rough {
			return times * power
		}
	}
	return 10 * power
}

func (d *drawing) x(month float64) float64 {
	return chartLeft + month*(chartWidth-chartLeft-chartIn)/float64(max(1, d.months-1))
}

func (d *drawing) y(value float64) float64 {
	value = min(max(value, d.low), d.high)
	return chartIn + (d.high-value)*(chartHeight-chartFoot-chartIn)/(d.high-d.low)
}

func (d *drawing) picture(periods []result.Period) string {
	var out strings.Builder
	fmt.Fprintf(&out, `<svg viewBox="0 0 %g %g" aria-hidden="true">`, chartWidth, chartHeight)
	for i, step := 0, d.step(d.low, d.high); d.low+float64(i)*step <= d.high+step/2; i++ {
		value := d.low + float64(i)*step
		if math.Abs(value) < step/2 {
			value = 0
		}
		fmt.Fprintf(&out, `<path d="M%g %.1fH%g" stroke="%s"/><text x="%g" y="%.1f" text-anchor="end">%s</text>`,
			chartLeft, d.y(value), chartWidth-chartIn, map[bool]string{true: "#5b6570", false: "#dfe3e8"}[value == 0], chartLeft-6, d.y(value)+3.5, template.HTMLEscapeString(d.marked(value)))
	}
	every := 12 * max(1, d.months/96)
	for month := 0; month < d.months; month += every {
		fmt.Fprintf(&out, `<text x="%.1f" y="%g" text-anchor="middle">%s</text>`, min(max(d.x(float64(month)), chartLeft+18), chartWidth-24), chartHeight-5, template.HTMLEscapeString(pageDate(periods[month].Title)))
	}
	d.areas(&out)
	for i, line := range d.lines {
		if line.Part != result.Stacked {
			fmt.Fprintf(&out, `<path d="%s" fill="none" %s/>`, d.path(line.Values), d.stroke(i))
		}
	}
	out.WriteString(`</svg>`)
	return out.String()
}

// areas stacks what is stacked, what is below nothing apart.
func (d *drawing) areas(out *strings.Builder) {
	above, below := make([]float64, d.months), make([]float64, d.months)
	for i, line := range d.lines {
		if line.Part != result.Stacked {
			continue
		}
		var upper, lower strings.Builder
		for month, value := range line.Values {
			stack := above
			if value < 0 {
				stack = below
			}
			from := stack[month]
			if !machine.IsAbsent(value) {
				stack[month] += value
			}
			mark := "L"
			if month == 0 {
				mark = "M"
			}
			fmt.Fprintf(&upper, "%s%.1f %.1f", mark, d.x(float64(month)), d.y(stack[month]))
			back := lower.String()
			lower.Reset()
			fmt.Fprintf(&lower, "L%.1f %.1f%s", d.x(float64(month)), d.y(from), back)
		}
		fmt.Fprintf(out, `<path d="%s%sz" fill="%s" stroke="#fff" stroke-width="0.6"/>`, upper.String(), lower.String(), d.areaColour(i))
	}
}

// path is a line, broken where there is no value.
func (d *drawing) path(values []float64) string {
	var out strings.Builder
	broken := true
	for month, value := range values {
		if machine.IsAbsent(value) {
			broken = true
			continue
		}
		mark := "L"
		if broken {
			mark = "M"
		}
		broken = false
		fmt.Fprintf(&out, "%s%.1f %.1f", mark, d.x(float64(month)), d.y(value))
	}
	return out.String()
}

// place counts the lines before one that are drawn as it is.
func (d *drawing) place(index int) (place int) {
	for _, line := range d.lines[:index] {
		if (line.Part == result.Stacked) == (d.lines[index].Part == result.Stacked) {
			place++
		}
	}
	return place
}

func (d *drawing) areaColour(index int) string {
	return areaColours[d.place(index)%len(areaColours)]
}

func (d *drawing) stroke(index int) string {
	place := d.place(index)
	return fmt.Sprintf(`stroke="%s" stroke-width="1.8" stroke-dasharray="%s"`, lineColours[place%len(lineColours)], lineDashes[place%len(lineDashes)])
}

// mark is that of the legend.
func (d *drawing) mark(index int) template.HTML {
	if d.lines[index].Part == result.Stacked {
		return template.HTML(fmt.Sprintf(`<svg viewBox="0 0 22 10" width="22" height="10" aria-hidden="true"><rect width="22" height="10" fill="%s"/></svg>`, d.areaColour(index)))
	}
	return template.HTML(fmt.Sprintf(`<svg viewBox="0 0 22 10" width="22" height="10" aria-hidden="true"><path d="M0 5h22" fill="none" %s/></svg>`, d.stroke(index)))
}

// mostSaid is how many values beyond the axis are said.
const mostSaid = 3

// beyond says what lies beyond the axis.
func (d *drawing) beyond(periods []result.Period) string {
	var found []string
	for _, line := range d.lines {
		for month, value := range line.Values {
			if value < d.low || value > d.high {
				found = append(found, fmt.Sprintf("%s %s in %s", line.Title, d.text(value), pageDate(periods[month].Title)))
			}
		}
	}
	if len(found) == 0 {
		return ""
	}
	rest := ""
	if more := len(found) - mostSaid; more > 0 {
		rest = fmt.Sprintf(" and %d more", more)
	}
	return "Beyond the axis: " + strings.Join(found[:min(mostSaid, len(found))], ", ") + rest + "."
}
