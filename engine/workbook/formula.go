package workbook

import (
	"strconv"
	"strings"

	"rackonomics/engine/calendar"
	"rackonomics/engine/language"
	"rackonomics/engine/program"
	"rackonomics/engine/spreadsheet"
)

// binding says how tightly the outermost operation of a formula binds, so that
// brackets stand where they are needed.
type binding int

const (
	compares binding = iota
	adds
	multiplies
	negates
	whole // a name, a number, a call
)

// written is a formula, or part of one.
type written struct {
	text    string
	binding binding
}

func (w written) within(least binding) string {
	if w.binding < least {
		return "(" + w.text + ")"
	}
	return w.text
}

// call writes a function of the spreadsheet.
func call(name string, arguments ...string) written {
	return written{name + "(" + strings.Join(arguments, ",") + ")", whole}
}

const (
	absent   = "NA()" // what has no value; whatever is computed of it has none
	never    = "FALSE"
	infinity = 1 << 30
)

// number writes a number as formulas have it.
func number(x float64) string { return strconv.FormatFloat(x, 'G', -1, 64) }

// translate writes a tree as a formula of the spreadsheet in a month. Trees are
// read by the same rules as package compile emits operations.
func (b *book) translate(n *language.Node, at language.Place, month int) written {
	if part := b.parts[partOf{n, at}]; part != nil {
		return b.refer(part, month)
	}
	return b.open(n, at, month)
}

// open writes the tree itself, where parts of it stand on lines of their own.
func (b *book) open(n *language.Node, at language.Place, month int) written {
	switch n.Kind {
	case language.Literal:
		return literal(n)
	case language.Calendar:
		return b.calendar(n.Name, month)
	case language.Shock:
		return written{"0", whole}
	case language.Count:
		return written{strconv.Itoa(len(b.relations.Belonging(n.Scope, at.Self))), whole}
	case language.Reference:
		return b.reference(n, at, month)
	case language.Inlined:
		return b.translate(n.Args[0], at, month)
	case language.Sum, language.Before:
		return b.total(n, at, month)
	case language.Previous:
		return b.neighbour(n, at, month, month-1, month > 0)
	case language.Next:
		return b.neighbour(n, at, month, month+1, month+1 < b.months)
	case language.Ahead:
		return b.neighbour(n, at, month, month+1, month+1 < b.computed)
	case language.Lag:
		return b.lag(n, at, month)
	case language.Reduce:
		return b.reduce(n, at)
	}
	return b.operation(n, at, month)
}

func literal(n *language.Node) written {
	switch {
	case n.Value != n.Value:
		return written{absent, whole}
	case n.Type.Kind == language.Switch:
		return written{strings.ToUpper(strconv.FormatBool(n.Value > 0)), whole}
	case n.Value < 0:
		return written{number(n.Value), negates}
	}
	return written{number(n.Value), whole}
}

func (b *book) calendar(name string, month int) written {
	switch name {
	case "months":
		return written{"1", whole}
	case "years":
		return written{"1/12", multiplies}
	case "first_day":
		return written{b.start() + "-" + number(spreadsheet.Epoch), adds}
	}
	return written{b.clock.cell(name, month), whole}
}

// reference reads a row in this month, or an input.
func (b *book) reference(n *language.Node, at language.Place, month int) written {
	instance := b.relations.Resolve(n, at)
	if n.IsInput {
		return written{b.inputs.cell(n.Name, instance, month), whole}
	}
	return b.refer(b.lines[language.Cell{Row: n.Index, Instance: instance}], month)
}

// refer names a cell of a line, which is then needed.
func (b *book) refer(line *line, month int) written {
	b.need(line, month)
	return written{line.sheet.prefix(b.writing) + cellName(month, line.number), whole}
}

// total adds in the order of the scenario, as the program does.
func (b *book) total(n *language.Node, at language.Place, month int) written {
	places := b.relations.Terms(n, at)
	if len(places) == 0 {
		return written{"0", whole}
	}
	sum := b.translate(n.Args[0], places[0], month)
	for _, place := range places[1:] {
		sum = written{sum.within(adds) + "+" + b.translate(n.Args[0], place, month).within(multiplies), adds}
	}
	return sum
}

// neighbour reads another month; where there is none stands the value given for
// that, else zero.
func (b *book) neighbour(n *language.Node, at language.Place, month, other int, there bool) written {
	switch {
	case there:
		return b.translate(n.Args[0], at, other)
	case len(n.Args) > 1:
		return b.translate(n.Args[1], at, month)
	case n.Type.Kind == language.Switch:
		return written{never, whole}
	}
	return written{"0", whole}
}

// lag looks so many months back as a formula says; by a written number it is
// another cell.
func (b *book) lag(n *language.Node, at language.Place, month int) written {
	opening := written{"0", whole}
	if n.Type.Kind == language.Switch {
		opening.text = never
	}
	if len(n.Args) > 2 {
		opening = b.translate(n.Args[2], at, month)
	}
	if months := n.Args[1]; months.Kind == language.Literal && months.Value == months.Value {
		back := int(min(max(months.Value, 0), infinity))
		if back > month {
			return opening
		}
		return b.translate(n.Args[0], at, month-back)
	}
	back := call("INT", b.translate(n.Args[1], at, month).text).text
	now := b.translate(n.Args[0], at, month).text
	earlier := opening.text
	if month > 0 {
		line := b.lines[language.Cell{Row: n.Args[0].Index, Instance: b.relations.Resolve(n.Args[0], at)}]
		for each := range month {
			b.need(line, each)
		}
		past := line.sheet.prefix(b.writing) + "$" + cellName(0, line.number) + ":" + cellName(month-1, line.number)
		earlier = call("IF", back+">"+strconv.Itoa(month), opening.text, call("INDEX", past, "1", strconv.Itoa(month+1)+"-"+back).text).text
	}
	chosen := call("IF", back+"<1", now, earlier)
	if n.Type.Kind == language.Switch && b.mayBeAbsent(n.Args[1]) {
		return call("IFERROR", chosen.text, never)
	}
	return chosen
}

// operation writes an operation by its code.
func (b *book) operation(n *language.Node, at language.Place, month int) written {
	arguments := make([]written, len(n.Args))
	for i, arg := range n.Args {
		arguments[i] = b.translate(arg, at, month)
	}
	first, last := arguments[0], arguments[len(arguments)-1]
	switch n.Code {
	case program.Add:
		return written{first.within(adds) + "+" + last.within(multiplies), adds}
	case program.Subtract:
		return written{first.within(adds) + "-" + last.within(multiplies), adds}
	case program.Multiply:
		return written{first.within(multiplies) + "*" + last.within(negates), multiplies}
	case program.Divide:
		return quotient(n.Args[1], first, last)
	case program.Negate:
		return written{"-" + first.within(whole), negates}
	case program.Absolute:
		return call("ABS", first.text)
	case program.Floor:
		return call("INT", first.text)
	case program.Ceiling:
		return written{"-" + call("INT", "-"+first.within(whole)).text, negates}
	case program.Exponential:
		return call("EXP", first.text)
	case program.Logarithm:
		return call("LN", first.text)
	case program.Minimum:
		return call("MIN", b.sure(n.Args[0], first).text, b.sure(n.Args[1], last).text)
	case program.Maximum:
		return call("MAX", b.sure(n.Args[0], first).text, b.sure(n.Args[1], last).text)
	case program.Power:
		return b.power(n, first, last)
	case program.ExchangeDay:
		return b.exchangeDay(first, last)
	case program.When:
		return call("IF", first.text, arguments[1].text, last.text)
	case program.And:
		return call("AND", first.text, last.text)
	case program.Or:
		return call("OR", first.text, last.text)
	case program.Not:
		return call("NOT", first.text)
	}
	return b.comparison(n, first, last)
}

// quotient divides. By zero a spreadsheet has an error, which is no value; whole
// formulas turn it into #N/A where it is their own.
func quotient(denominator *language.Node, above, below written) written {
	if denominator.Kind == language.Literal && denominator.Value == 1 {
		return above
	}
	return written{above.within(multiplies) + "/" + below.within(negates), multiplies}
}

var signs = map[program.Code]string{program.Less: "<", program.LessOrEqual: "<=", program.Equal: "=", program.NotEqual: "<>"}

// comparison is false where a side is absent.
func (b *book) comparison(n *language.Node, first, last written) written {
	compared := written{b.sure(n.Args[0], first).within(adds) + signs[n.Code] + b.sure(n.Args[1], last).within(adds), compares}
	if b.mayBeAbsent(n.Args[0]) || b.mayBeAbsent(n.Args[1]) {
		return call("IFERROR", compared.text, never)
	}
	return compared
}

// sure adds zero to what may be absent, so that it is an error also for programs
// that pass errors on as texts, which they would compare and skip.
func (b *book) sure(n *language.Node, w written) written {
	if w.binding < whole || !b.mayBeAbsent(n) {
		return w
	}
	return written{w.text + "+0", adds}
}

// power takes care of what a spreadsheet sees otherwise: anything to the power
// zero is one, and one to any power.
func (b *book) power(n *language.Node, base, exponent written) written {
	raised := call("POWER", base.text, exponent.text)
	if n.Args[1].Kind == language.Literal && n.Args[1].Value != 0 {
		return raised
	}
	if b.mayBeAbsent(n.Args[1]) {
		raised = call("IF", call("IFERROR", base.within(adds)+"=1", never).text, "1", raised.text)
	}
	if b.mayBeAbsent(n.Args[1]) {
		return call("IF", call("IFERROR", exponent.within(adds)+"=0", never).text, "1", raised.text)
	}
	return call("IF", exponent.within(adds)+"=0", "1", raised.text)
}

// exchangeDay finds the next working day that is no holiday of the exchanges.
func (b *book) exchangeDay(day, from written) written {
	serial := call("INT", day.within(adds)+"+"+from.within(multiplies)).text + "+" + number(spreadsheet.Epoch)
	found := call("WORKDAY", serial+"-1", "1", b.holidays())
	last := float64(calendar.Last.Add(1).FirstDay()) + spreadsheet.Epoch
	inside := call("AND", serial+">="+number(spreadsheet.Epoch), serial+"<"+number(last))
	return call("IF", inside.text, found.text+"-"+number(spreadsheet.Epoch)+"-"+from.within(multiplies), day.text)
}
