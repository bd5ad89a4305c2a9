package workbook

import (
	"fmt"
	"math"
	"strconv"
	"strings"

	"rackonomics/engine/language"
	"rackonomics/engine/result"
)

// saying is how a reduction is said in a spreadsheet, or why it cannot be.
type saying struct {
	formula func(r *reduction) written
	reason  string
}

const everyRoot = "it is made of every rate of return, and a spreadsheet finds those near another"

// sayings has an entry for every one of [result.Reductions].
var sayings map[string]saying

func init() { // sayings translate arguments, in which there may be reductions again
	sayings = map[string]saying{
		"opening":      {formula: func(r *reduction) written { return r.inMonth(0, 0) }},
		"last":         {formula: func(r *reduction) written { return r.inMonth(0, r.months-1) }},
		"at":           {formula: (*reduction).inThat},
		"total":        {formula: func(r *reduction) written { return r.sum(0) }},
		"mean":         {formula: (*reduction).mean},
		"average":      {formula: (*reduction).average},
		"peak":         {formula: func(r *reduction) written { return extreme("MAX", r.present(0)) }},
		"peak_month":   {formula: func(r *reduction) written { return found(call("MAX", r.present(0)).text, r.present(0), 1) }},
		"lowest":       {formula: func(r *reduction) written { return extreme("MIN", r.present(0)) }},
		"lowest_month": {formula: func(r *reduction) written { return found(call("MIN", r.present(0)).text, r.present(0), 1) }},
		"first":        {formula: func(r *reduction) written { return r.firstOf(r.line(0), 1) }},
		"until":        {formula: func(r *reduction) written { return r.until() }},
		"held": {formula: func(r *reduction) written {
			return minus(call("IFERROR", r.until().text, strconv.Itoa(r.months-1)), r.firstOf(r.line(0), 2))
		}},
		"lasting":           {formula: (*reduction).lasting},
		"npv":               {formula: (*reduction).presentValue},
		"payback":           {formula: (*reduction).payback},
		"mirr":              {formula: (*reduction).modifiedRate},
		"covered":           {formula: (*reduction).covered},
		"levelised":         {formula: (*reduction).levelised},
		"lowest_dscr":       {formula: func(r *reduction) written { return extreme("MIN", r.b.rangeOf(r.yearlyCover(), r.months)) }},
		"lowest_dscr_month": {formula: (*reduction).worstYear},
		"average_dscr": {formula: func(r *reduction) written {
			return call("AVERAGE", r.b.rangeOf(r.yearlyCover(), r.months))
		}},
		"llcr": {formula: func(r *reduction) written {
			return r.lifeCover(2, 3, r.lastAbove(1))
		}},
		"plcr": {formula: func(r *reduction) written {
			return r.lifeCover(1, 2, call("MAX", strconv.Itoa(r.b.months-1), r.lastAbove(1)).text)
		}},
		"earliest_of":    {formula: (*reduction).earliest},
		"place":          {formula: (*reduction).place},
		"earliest":       {reason: "names of things"},
		"irr":            {reason: everyRoot},
		"xirr":           {reason: everyRoot},
		"rate_of_return": {formula: (*reduction).rateOfReturn},
		"least":          {reason: everyRoot},
		"most":           {reason: everyRoot},
		"size":           {reason: everyRoot},
	}
}

// reduction is one that is being written.
type reduction struct {
	b      *book
	n      *language.Node
	at     language.Place
	months int // that it goes over
}

// reduce writes a reduction.
func (b *book) reduce(n *language.Node, at language.Place) written {
	r := &reduction{b, n, at, b.span}
	return sayings[result.Reductions[n.Index].Name].formula(r)
}

// step is a line that a measure needs, of a name that tells it from others; it is
// made once.
func (r *reduction) step(title, name string, formula func(month int) written) *line {
	if known := r.b.helping[name]; known != nil {
		return known
	}
	made := r.b.newLine(r.b.helpers, formula)
	made.title, made.format = title, plainFormat
	r.b.helping[name] = made
	return made
}

// key tells lines apart.
func (l *line) key() string { return l.sheet.name + "!" + strconv.Itoa(l.number) }

// line is an argument by month: a row where it is one, else a line of its own.
func (r *reduction) line(argument int) *line { return r.b.lineOf(r, r.n.Args[argument], r.at) }

func (b *book) lineOf(r *reduction, n *language.Node, at language.Place) *line {
	for n.Kind == language.Inlined {
		n = n.Args[0]
	}
	if n.Kind == language.Reference && !n.IsInput {
		return b.lines[language.Cell{Row: n.Index, Instance: b.relations.Resolve(n, at)}]
	}
	span := r.months
	return r.step("Argument of a measure", fmt.Sprintf("of %p %v %d", n, at, span), func(month int) written {
		b.span = span
		return b.translate(n, at, month)
	})
}

// all names the months of an argument.
func (r *reduction) all(argument int) string { return r.b.rangeOf(r.line(argument), r.months) }

func (r *reduction) inMonth(argument, month int) written { return r.b.refer(r.line(argument), month) }

// scalar is an argument with one value.
func (r *reduction) scalar(argument int) written { return r.b.translate(r.n.Args[argument], r.at, 0) }

// given reports whether there is such an argument.
func (r *reduction) given(argument int) bool { return argument < len(r.n.Args) }

// sum adds an argument; absent where it is in any month.
func (r *reduction) sum(argument int) written {
	line := r.line(argument)
	if r.b.mayBeAbsent(r.n.Args[argument]) {
		of := line
		line = r.step("As a number", "number "+of.key(), func(month int) written { return written{r.b.refer(of, month).text + "+0", adds} })
	}
	return call("SUM", r.b.rangeOf(line, r.months))
}

// present names an argument without the months in which it is absent.
func (r *reduction) present(argument int) string {
	line := r.line(argument)
	if r.b.mayBeAbsent(r.n.Args[argument]) {
		of := line
		line = r.step("Where there is a value", "present "+of.key(), func(month int) written { return call("IFERROR", r.b.refer(of, month).text+"+0", `""`) })
	}
	return r.b.rangeOf(line, r.months)
}

// extreme is the highest or lowest of what there is.
func extreme(function, of string) written {
	return call("IF", "COUNT("+of+")=0", absent, call(function, of).text)
}

// found counts the months, one less than so many, to the first with a value; #N/A
// if there is none.
func found(value, in string, less int) written {
	return written{call("MATCH", value, in, "0").text + "-" + strconv.Itoa(less), adds}
}

// firstOf counts the months, one less than so many, to the first in which a
// condition holds.
func (r *reduction) firstOf(condition *line, less int) written {
	holds := r.step("1 where it holds", "holds "+condition.key(), func(month int) written {
		return call("IF", r.b.refer(condition, month).text, "1", "0")
	})
	return found("1", r.b.rangeOf(holds, r.months), less)
}

// minus is how many months there are from one to another, both counted.
func minus(until, first written) written {
	return written{until.text + "-" + first.within(multiplies), adds}
}

func (r *reduction) inThat() written {
	month := call("INT", r.scalar(1).text).text
	return call("IF", month+"<0", absent, call("INDEX", r.all(0), "1", call("MIN", month, strconv.Itoa(r.months-1)).text+"+1").text)
}

func (r *reduction) mean() written {
	if !r.given(1) {
		return written{r.sum(0).text + "/" + strconv.Itoa(r.months), multiplies}
	}
	months := call("INT", call("MIN", call("MAX", r.scalar(1).text, "1").text, strconv.Itoa(r.months)).text)
	of := r.line(0)
	sum := r.step("Sum so far", "sum "+of.key(), func(month int) written {
		if month == 0 {
			return r.b.refer(of, 0)
		}
		return written{r.b.refer(r.b.helping["sum "+of.key()], month-1).text + "+" + r.b.refer(of, month).text, adds}
	})
	return written{call("INDEX", r.b.rangeOf(sum, r.months), "1", months.text).text + "/" + months.text, multiplies}
}

// each lists the lines of an argument that is of each thing.
func (r *reduction) each(argument int) (lines []*line) {
	for _, place := range r.b.plan.Places(r.n, r.at) {
		lines = append(lines, r.b.lineOf(r, r.n.Args[argument], place))
	}
	return lines
}

func (r *reduction) average() written {
	values, weights := r.each(0), r.each(1)
	var weighted, total []string
	for i := range values {
		value, weight := values[i], weights[i]
		key := value.key() + " " + weight.key()
		above := r.step("Weighted", "weighted "+key, func(month int) written {
			return call("IFERROR", r.b.refer(value, month).text+"*"+r.b.refer(weight, month).text, "0")
		})
		below := r.step("Weight", "weight "+key, func(month int) written {
			return call("IF", call("ISNUMBER", r.b.refer(value, month).text).text, r.b.refer(weight, month).text, "0")
		})
		weighted, total = append(weighted, call("SUM", r.b.rangeOf(above, r.months)).text), append(total, call("SUM", r.b.rangeOf(below, r.months)).text)
	}
	if len(values) == 0 {
		return written{absent, whole}
	}
	return written{"(" + strings.Join(weighted, "+") + ")/(" + strings.Join(total, "+") + ")", multiplies}
}

func (r *reduction) until() written {
	holds := r.line(0)
	ended := r.step("Held until the month before", "ended "+holds.key(), func(month int) written {
		if month == 0 {
			return written{never, whole}
		}
		return call("AND", r.b.refer(holds, month-1).text, call("NOT", r.b.refer(holds, month).text).text)
	})
	return r.firstOf(ended, 2)
}

func (r *reduction) lasting() written {
	holds, last := r.line(0), r.months-1
	key := fmt.Sprintf("lasts %s %d", holds.key(), r.months)
	lasts := r.step("Holds from here to the end", key, func(month int) written {
		if month >= last {
			return r.b.refer(holds, month)
		}
		return call("AND", r.b.refer(holds, month).text, r.b.refer(r.b.helping[key], month+1).text)
	})
	return r.firstOf(lasts, 1)
}

// discounted is an argument by month at a rate a year, as at the end of the first
// month.
func (r *reduction) discounted(argument int, rate *language.Node) *line {
	of := r.line(argument)
	return r.step("Discounted", fmt.Sprintf("discounted %s %p %v", of.key(), rate, r.at), func(month int) written {
		growth := "1+" + r.b.translate(rate, r.at, 0).within(multiplies)
		return written{r.b.refer(of, month).text + "/" + call("POWER", growth, strconv.Itoa(month)+"/12").text, multiplies}
	})
}

// sumAt is the present value of an argument; absent for a rate that loses all.
func (r *reduction) sumAt(argument, rate int) written {
	sum := call("SUM", r.b.rangeOf(r.discounted(argument, r.n.Args[rate]), r.months))
	return call("IF", r.scalar(rate).within(adds)+">-1", sum.text, absent)
}

func (r *reduction) presentValue() written {
	sum := r.sumAt(0, 1)
	if !r.given(2) {
		return sum
	}
	half := call("IF", r.scalar(2).text, call("POWER", "1+"+r.scalar(1).within(multiplies), "1/24").text, "1")
	return written{sum.text + "*" + half.text, multiplies}
}

func (r *reduction) levelised() written {
	return written{r.sumAt(0, 2).text + "/" + r.sumAt(1, 2).text, multiplies}
}

func (r *reduction) payback() written {
	flow := r.line(0)
	if r.given(1) {
		flow = r.discounted(0, r.n.Args[1])
	}
	b, key := r.b, flow.key()
	sum := r.step("Paid back so far", "back "+key, func(month int) written {
		if month == 0 {
			return b.refer(flow, 0)
		}
		return written{b.refer(b.helping["back "+key], month-1).text + "+" + b.refer(flow, month).text, adds}
	})
	negative := r.step("Was below zero", "below "+key, func(month int) written {
		below := b.refer(sum, month).text + "<0"
		if month == 0 {
			return written{below, compares}
		}
		return call("OR", b.refer(b.helping["below "+key], month-1).text, below)
	})
	back := r.step("Is back", "is back "+key, func(month int) written {
		if month == 0 {
			return written{never, whole}
		}
		return call("AND", b.refer(negative, month-1).text, b.refer(sum, month).text+">=0")
	})
	return r.firstOf(back, 1)
}

func (r *reduction) modifiedRate() written {
	flow, b := r.line(0), r.b
	key := fmt.Sprintf("%s %p %v %d", flow.key(), r.n, r.at, r.months)
	out := r.step("Outflow, discounted", "out "+key, func(month int) written {
		return written{call("MIN", b.refer(flow, month).text, "0").text + "/" + call("POWER", "1+"+r.scalar(1).within(multiplies), strconv.Itoa(month)).text, multiplies}
	})
	in := r.step("Inflow, reinvested", "in "+key, func(month int) written {
		return written{call("MAX", b.refer(flow, month).text, "0").text + "*" + call("POWER", "1+"+r.scalar(2).within(multiplies), strconv.Itoa(r.months-1-month)).text, multiplies}
	})
	all := func(of *line) string {
		sum := r.step("In all", "all "+of.key(), func(int) written { return call("SUM", b.rangeOf(of, r.months)) })
		return b.refer(sum, 0).text
	}
	inflows, outflows := all(in), all(out)
	rate := call("POWER", inflows+"/(0-"+outflows+")", "1/"+strconv.Itoa(r.months-1)).text + "-1"
	there := call("AND", r.scalar(1).within(adds)+">-1", r.scalar(2).within(adds)+">-1", inflows+">0", outflows+"<0")
	return call("IF", there.text, rate, absent)
}

func (r *reduction) covered() written {
	loss := r.sum(1).text
	return call("IF", loss+"<0", "1-"+r.sum(0).text+"/"+loss, absent)
}

// yearlyCover is a line with the debt service coverage ratio of each year in its
// last month, by the rules of [measure.YearlyDSCR].
func (r *reduction) yearlyCover() *line {
	b, cash, service, owed := r.b, r.line(0), r.line(1), r.line(2)
	key := fmt.Sprintf("%s %s %s %d", cash.key(), service.key(), owed.key(), r.months)
	age := r.step("Months since there is debt", "age "+key, func(month int) written {
		there := call("IF", b.refer(owed, month).text+">0", "0", "-1")
		if month == 0 {
			return there
		}
		before := b.refer(b.helping["age "+key], month-1).text
		return call("IF", before+">=0", before+"+1", there.text)
	})
	last := r.months - 1
	counts := r.step("In a year that counts", "counts "+key, func(month int) written {
		cut := b.refer(owed, last).text + ">0"
		final := b.refer(age, last).text
		ends := b.refer(age, month).text + "<" + call("INT", "("+final+"+1)/12").text + "*12"
		return call("AND", b.refer(age, month).text+">=0", call("OR", call("NOT", cut).text, final+"<11", ends).text)
	})
	sum := func(title string, of *line) *line {
		name := title + " " + key
		return r.step(title, name, func(month int) written {
			here := call("IF", call("AND", b.refer(counts, month).text, b.refer(owed, month).text+">0").text, b.refer(of, month).text, "0")
			if month == 0 {
				return here
			}
			return written{call("IF", "MOD("+b.refer(age, month).text+",12)=0", "0", b.refer(b.helping[name], month-1).text).text + "+" + here.text, adds}
		})
	}
	available, due := sum("Cash flow of the year so far", cash), sum("Debt service of the year so far", service)
	return r.step("Debt service coverage ratio of the year", "cover "+key, func(month int) written {
		ends := "TRUE"
		if month < last {
			ends = call("OR", "MOD("+b.refer(age, month).text+",12)=11", call("NOT", b.refer(counts, month+1).text).text).text
		}
		return call("IF", call("AND", b.refer(counts, month).text, ends, b.refer(due, month).text+">0").text, call("IFERROR", b.refer(available, month).text+"/"+b.refer(due, month).text, `""`).text, `""`)
	})
}

// worstYear is the first month of the year of the lowest ratio, but for rounding.
func (r *reduction) worstYear() written {
	b, cover := r.b, r.yearlyCover()
	all := b.rangeOf(cover, r.months)
	key := cover.key()
	hit := r.step("Is the lowest", "lowest "+key, func(month int) written {
		least := call("MIN", b.rangeOf(cover, r.months)).text
		return call("IF", call("ISNUMBER", b.refer(cover, month).text).text, b.refer(cover, month).text+"<="+least+"+1E-9*"+call("ABS", least).text, never)
	})
	ends := r.firstOf(hit, 1)
	age := b.helping["age "+fmt.Sprintf("%s %s %s %d", r.line(0).key(), r.line(1).key(), r.line(2).key(), r.months)]
	return call("IF", "COUNT("+all+")=0", absent, ends.text+"-MOD("+call("INDEX", b.rangeOf(age, r.months), "1", ends.text+"+1").text+",12)")
}

// lastAbove is the last month in which an argument is above zero, else the first.
func (r *reduction) lastAbove(argument int) string {
	of := r.line(argument)
	last := r.step("Month, where it is above zero", "above "+of.key(), func(month int) written {
		return call("IF", r.b.refer(of, month).text+">0", strconv.Itoa(month), "0")
	})
	return call("MAX", r.b.rangeOf(last, r.months)).text
}

// lifeCover is the present value of cash flow up to a month, at the rates of the
// debt, over the debt, at the start of the month that begins with the most of it.
func (r *reduction) lifeCover(owed, rates int, maturity string) written {
	b, cash, rate, last := r.b, r.line(0), r.line(rates), r.months-1
	key := fmt.Sprintf("%p %v", r.n, r.at)
	ends := r.step("Last month that counts", "ends "+key, func(int) written { return written{maturity, whole} })
	value := r.step("Present value of cash flow to there", "value "+key, func(month int) written {
		later := "0"
		if month < last {
			later = b.refer(b.helping["value "+key], month+1).text
		}
		return call("IF", strconv.Itoa(month)+">"+b.refer(ends, 0).text, "0", "("+later+"+"+b.refer(cash, month).text+")/(1+"+b.refer(rate, month).text+")")
	})
	most := r.all(owed)
	peak := found(call("MAX", most).text, most, 0).text
	debt := call("MAX", most).text
	there := call("AND", debt+">0", peak+"-1<="+b.refer(ends, 0).text)
	return call("IF", there.text, call("INDEX", b.rangeOf(value, r.months), "1", peak).text+"/"+debt, absent)
}

const beyondAll = math.MaxFloat64 / 1e8

// earliest is the lowest of all things in the first month.
func (r *reduction) earliest() written {
	var list []string
	for _, line := range r.each(0) {
		list = append(list, call("IFERROR", r.b.refer(line, 0).text, number(beyondAll)).text)
	}
	if list == nil {
		return written{absent, whole}
	}
	least := call("MIN", list...).text
	return call("IF", least+"<"+number(beyondAll), least, absent)
}

// place is how many things are lower in the first month, and one.
func (r *reduction) place() written {
	lines, places := r.each(0), r.b.plan.Places(r.n, r.at)
	own := ""
	for i, place := range places {
		if place.Self == r.at.Self {
			own = r.b.refer(lines[i], 0).text
		}
	}
	terms := []string{own + "*0+1"}
	for _, line := range lines {
		terms = append(terms, call("IFERROR", "IF("+r.b.refer(line, 0).text+"<"+own+",1,0)", "0").text)
	}
	return written{strings.Join(terms, "+"), adds}
}
