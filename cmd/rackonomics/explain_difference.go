package main

import (
	"bytes"
	"fmt"
	"math"
	"strings"
	"sync"

	"rackonomics/engine/calendar"
	"rackonomics/engine/explain"
	"rackonomics/engine/link"
	"rackonomics/engine/machine"
	"rackonomics/engine/result"
	"rackonomics/engine/scenario"
	"rackonomics/engine/session"
	"rackonomics/engine/study/compare"
)

// explainDifference tells what made the difference of a row in the period of a month, or
// of a measure, to the base without settings or to the period before.
func explainDifference(opened *session.Opened, against explain.Against, run *session.Result, reference string, month *calendar.Month, by result.Step, all bool) (*bytes.Buffer, error) {
	grow, err := growDifference(opened, against, run, reference, month, by)
	if err != nil {
		return nil, err
	}
	return fitted(all, func(depth, most int) (*bytes.Buffer, error) {
		told, err := grow(depth, most)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", reference, err)
		}
		w := &differenceWriter{out: &bytes.Buffer{}, side: map[explain.Against]string{explain.AgainstBase: "without changes", explain.AgainstPrevious: "before"}[against]}
		w.write(told.Root, explain.Difference{}, "")
		w.writeMoved(told)
		return w.out, nil
	})
}

func growDifference(opened *session.Opened, against explain.Against, run *session.Result, reference string, month *calendar.Month, by result.Step) (func(depth, most int) (*explain.Compared, error), error) {
	now, err := run.Explainer()
	if err != nil {
		return nil, err
	}
	var asked explain.Asked
	measure := reference
	if month != nil {
		measure = ""
		if asked, err = askedRow(run, reference, *month, by); err != nil {
			return nil, err
		}
	}
	base := sync.OnceValues(func() (*explain.Explainer, error) {
		without, err := session.New(opened.Base, session.AllRows).RunBase()
		if err != nil {
			return nil, err
		}
		return without.Explainer()
	})
	var between *compare.Attributing // computed once, however often a tree is grown to fit
	return func(depth, most int) (*explain.Compared, error) {
		told, err := now.Compare(against, base, measure, asked, depth, most)
		if err != nil || measure == "" {
			return told, err
		}
		if between == nil {
			if between, err = computedBetween(told, measure); err != nil {
				return nil, err
			}
		}
		if between != nil {
			between.Explain(told, between.Rounds()-1)
		}
		return told, nil
	}, nil
}

// computedBetween parts a measure whose formula does not lead to what was changed.
func computedBetween(told *explain.Compared, measure string) (*compare.Attributing, error) {
	between, err := compare.Explaining(told, measure)
	for err == nil && between != nil && !between.Done() {
		err = between.Step()
	}
	return between, err
}

// differenceWriter writes differences by indentation. Parts have the unit of the
// head above them.
type differenceWriter struct {
	out  *bytes.Buffer
	side string // the first one, in words
}

func (w *differenceWriter) write(d *explain.Difference, head explain.Difference, indent string) {
	if d.Head {
		head = *d
	}
	fmt.Fprintf(w.out, "%s%s", indent, w.line(d, head))
	if d.Repeated {
		fmt.Fprint(w.out, ", opened elsewhere here")
	}
	fmt.Fprintln(w.out)
	for _, child := range d.Children {
		w.write(child, head, indent+"    ")
	}
	if d.Cut {
		fmt.Fprintf(w.out, "%s    and more that is not shown\n", indent)
	}
}

// line is what stands on both sides and the part that it makes.
func (w *differenceWriter) line(d *explain.Difference, head explain.Difference) string {
	var text string
	switch {
	case d.Rest > 0:
		text = fmt.Sprintf("%d smaller ones", d.Rest)
	case d.From == nil && d.To == nil && d.How == "":
		text = d.Title
	case d.From == nil && d.To == nil:
		text = d.Title + " together"
	default:
		text = w.sides(d)
	}
	if part := partText(d.Part, head); part != "" {
		text += ", " + part
	}
	return text
}

func (w *differenceWriter) sides(d *explain.Difference) string {
	node, from, to := d.To, "none", "none"
	if node == nil {
		node = d.From
	}
	if d.From != nil {
		from = nodeValue(d.From)
	}
	if d.To != nil {
		to = nodeValue(d.To)
	}
	if d.Added {
		return fmt.Sprintf("%s: %s", nodeTitle(node), to)
	}
	if d.From != nil && d.To != nil && d.From.Month != d.To.Month {
		return fmt.Sprintf("%s: %s, and %s in %s", nodeTitle(node), to, from, d.From.Month)
	}
	return fmt.Sprintf("%s: %s, and %s %s", nodeTitle(node), to, from, w.side)
}

// partText is a part with its sign, in the unit of its head.
func partText(part float64, head explain.Difference) string {
	unit := head.To
	if unit == nil {
		unit = head.From
	}
	if machine.IsAbsent(part) || unit == nil {
		return ""
	}
	if unit.Text != "" { // a month or a day
		return laterText(part, unit.Unit)
	}
	text := link.Figure{Value: part, Unit: unit.Unit, Percent: unit.Percent}.Text()
	if unit.Percent { // of two percentages the difference is none
		text = strings.TrimSuffix(text, " %") + " points"
	}
	if part >= 0 {
		text = "+" + text
	}
	return text
}

// laterText is how much later a month or a day is than another.
func laterText(count float64, unit string) string {
	text := scenario.Quantity(math.Abs(count), unit, false)
	if count < 0 {
		return text + " earlier"
	}
	return text + " later"
}

func (w *differenceWriter) writeMoved(told *explain.Compared) {
	if len(told.Moved) == 0 {
		return
	}
	fmt.Fprintln(w.out, "\nWhat moved it:")
	for _, moved := range told.Moved {
		fmt.Fprintf(w.out, "    %s\n", w.line(moved, *told.Root))
	}
}
