package workbook

import (
	"fmt"
	"strconv"

	"rackonomics/engine/elementary"
	"rackonomics/engine/language"
	"rackonomics/engine/result"
)

// A rate of return as a formula. A spreadsheet's IRR is the rate in which its
// iteration from a guess ends, to seven digits; here the rate nearest to another is
// wanted, as the engine has it. So the present value is looked at on both sides of
// that other rate, at distances that grow, up to the first change of its sign, which
// is then halved in; months' columns serve as steps. The present value is a power
// series of what one is worth a month later.

const (
	// What one grows to in a year at the lowest and the highest rate that is told, as
	// in [result.Reductions].
	leastGrowth, mostGrowth = "0.01", "101"
	// halvings leave of the distance between two steps what rounding does.
	halvings = 48
	// corrections lead from a rate of months to that of days.
	corrections = 6
	// rates that are missed.
	nearRates = "where the present value changes its sign twice within an eighth of the distance from the discount rate, neither rate is seen"
)

// searchedRates is irr or xirr, of whose rates one is wanted; nil where a tree is
// something else.
func searchedRates(n *language.Node) *language.Node {
	if n.Kind != language.Reduce || result.Reductions[n.Index].Name != "rate_of_return" {
		return nil
	}
	rates := n.Args[0]
	for rates.Kind == language.Inlined {
		rates = rates.Args[0]
	}
	if name := result.Reductions[rates.Index].Name; rates.Kind == language.Reduce && (name == "irr" || name == "xirr") {
		return rates
	}
	return nil
}

// rateSearch is a search for one rate.
type rateSearch struct {
	*reduction
	flow *line
	key  string
	near *line // where it begins: the logarithm of what one grows to in a month
	sign *line // 1 where the present value there is below zero
}

func (r *reduction) rateOfReturn() written {
	rates := searchedRates(r.n)
	flow := (&reduction{r.b, rates, r.at, r.months}).line(0)
	s := &rateSearch{reduction: r, flow: flow, key: fmt.Sprintf("%s %p %v %d", flow.key(), r.n.Args[1], r.at, r.months)}
	s.near = s.step("Rate to begin with, a month, continuous", "near "+s.key, func(int) written {
		return written{call("LN", "1+"+s.scalar(1).within(multiplies)).text + "/12", multiplies}
	})
	s.sign = s.step("1 where the present value there is below zero", "sign "+s.key, func(int) written { return s.below(s.b.refer(s.near, 0).text) })
	lower, higher := s.side("lower", leastGrowth), s.side("higher", mostGrowth)
	found := s.step("The nearer of both", "found "+s.key, func(int) written {
		low, high, near := s.b.refer(lower, 0).text, s.b.refer(higher, 0).text, s.scalar(1)
		nearer := call("IF", near.within(adds)+"-"+low+"<="+high+"-"+near.within(multiplies), low, high).text
		return call("IF", call("ISNUMBER", low).text, call("IF", call("ISNUMBER", high).text, nearer, low).text, high)
	})
	last := found
	if result.Reductions[rates.Index].Name == "xirr" {
		last = s.dated(found)
	}
	// A power series may pass over what is absent, and so may what is made of it.
	there := call("AND", call("ISNUMBER", s.b.refer(found, 0).text).text, call("ISNUMBER", call("SUM", s.b.rangeOf(flow, s.months)).text).text)
	return call("IF", there.text, s.b.refer(last, 0).text, absent)
}

// below is 1 where the present value at a rate is below zero.
func (s *rateSearch) below(rate string) written {
	return call("IF", call("SERIESSUM", "EXP(-("+rate+"))", "0", "1", s.b.rangeOf(s.flow, s.months)).text+"<0", "1", "0")
}

// side is the nearest rate a year on one side; #N/A if there is none.
func (s *rateSearch) side(name, growth string) *line {
	b, columns := s.b, s.b.computed
	key := name + " " + s.key
	rates := s.step("Rates "+name+", a month, continuous", "rates "+key, func(month int) written {
		near := b.refer(s.near, 0).text
		return written{near + "+(LN(" + growth + ")/12-" + near + ")*" + number(distance(month, columns)), adds}
	})
	signs := s.step("1 where the present value there is below zero", "signs "+key, func(month int) written { return s.below(b.refer(rates, month).text) })
	changes := s.step("1 where that changes", "changes "+key, func(month int) written {
		before := b.refer(s.sign, 0).text
		if month > 0 {
			before = b.refer(signs, month-1).text
		}
		return call("IF", b.refer(signs, month).text+"="+before, "0", "1")
	})
	first := s.step("The first change", "first "+key, func(int) written { return call("MATCH", "1", b.rangeOf(changes, columns), "0") })
	from := s.step("From", "from "+key, func(int) written {
		place := b.refer(first, 0).text
		return call("IF", place+"=1", b.refer(s.near, 0).text, call("INDEX", b.rangeOf(rates, columns), "1", call("MAX", "1", place+"-1").text).text)
	})
	to := s.step("To", "to "+key, func(int) written { return call("INDEX", b.rangeOf(rates, columns), "1", b.refer(first, 0).text) })
	middle := s.halved(key, func() string { return b.refer(from, 0).text }, func() string { return b.refer(to, 0).text })
	return s.step("Rate "+name+", a year", "rate "+key, func(int) written {
		return call("IF", call("ISNUMBER", b.refer(first, 0).text).text, "EXP(12*"+middle()+")-1", absent)
	})
}

// distance is how far a step of so many lies from where they begin, as a part of the
// whole: each a part farther than the one before, the first about a thousandth.
func distance(step, steps int) float64 {
	growth := func(by int) float64 { return elementary.Exp(7*float64(by)/float64(steps)) - 1 }
	return growth(step+1) / growth(steps)
}

// halved halves an interval in which the sign changes, a column a step, and gives
// the middle of what is left.
func (s *rateSearch) halved(key string, from, to func() string) func() string {
	b, columns := s.b, min(s.b.computed, halvings)
	for round := range (halvings + columns - 1) / columns {
		name := strconv.Itoa(round) + " " + key
		middle := func(month int) string {
			return "(" + b.refer(b.helping["low "+name], month).text + "+" + b.refer(b.helping["high "+name], month).text + ")/2"
		}
		end := func(title, label string, moves bool, first func() string) *line {
			return s.step(title, label+name, func(month int) written {
				if month == 0 {
					return written{first(), whole}
				}
				with, without := middle(month-1), b.refer(b.helping[label+name], month-1).text
				if !moves {
					with, without = without, with
				}
				return call("IF", b.refer(b.helping["same "+name], month-1).text+"="+b.refer(s.sign, 0).text, with, without)
			})
		}
		low, high := end("From", "low ", true, from), end("To", "high ", false, to)
		s.step("1 where the present value between is below zero", "same "+name, func(month int) written { return s.below(middle(month)) })
		from, to = func() string { return b.refer(low, columns-1).text }, func() string { return b.refer(high, columns-1).text }
	}
	return func() string { return "(" + from() + "+" + to() + ")/2" }
}

// dated corrects a rate of months to that of their days, Actual/365, by Newton's
// method.
func (s *rateSearch) dated(rate *line) *line {
	b := s.b
	days := s.step("Days from the end of the first month", "days "+s.key, func(month int) written {
		if month == 0 {
			return written{"0", whole}
		}
		return written{b.refer(b.helping["days "+s.key], month-1).text + "+" + b.clock.cell("days", month), adds}
	})
	for round := range corrections {
		before, name := rate, strconv.Itoa(round)+" "+s.key
		discounts := s.step("Discount at that rate", "discounts "+name, func(month int) written {
			return call("POWER", "1+"+b.refer(before, 0).text, "0-"+b.refer(days, month).text+"/365")
		})
		rate = s.step("Rate nearer to that of days", "dated "+name, func(int) written {
			all := func(lines ...*line) string {
				ranges := make([]string, len(lines))
				for i, of := range lines {
					ranges[i] = b.rangeOf(of, s.months)
				}
				return call("SUMPRODUCT", ranges...).text
			}
			known := b.refer(before, 0).text
			return written{known + "+365*(1+" + known + ")*" + all(s.flow, discounts) + "/" + all(s.flow, discounts, days), adds}
		})
	}
	return rate
}
