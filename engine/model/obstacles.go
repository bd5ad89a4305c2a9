package model

import (
	"fmt"
	"strings"

	"rackonomics/engine/scenario"
)

// ObstacleRows are the rows that [Obstacles] reads.
var ObstacleRows = []string{"lease.gpus_agreed", "lease.gpus_contracted", "lease.gpus_delivered", "site.gpus_offered_outside_calls", "site.gpus_offered_in_call"}

// Obstacles says of things that get less than they ask for why, with the numbers,
// each at the path of the thing. Series gives a row of a thing by month; none where
// there is no such row.
func Obstacles(document *scenario.Document, series func(row, thing string) []float64) (found []*scenario.Problem) {
	for i := range document.Instances {
		if document.Instances[i].Scope != "lease" {
			continue
		}
		o := &leaseObstacle{document: document, at: i, series: series}
		if message := o.message(); message != "" {
			found = append(found, &scenario.Problem{Path: "lease." + document.Instances[i].Name, Message: message})
		}
	}
	return found
}

type leaseObstacle struct {
	document *scenario.Document
	at       int
	series   func(row, thing string) []float64
}

// least is the part of a GPU from which on it counts.
const least = 0.5

// message is empty where a lease gets all that it asks for.
func (o *leaseObstacle) message() string {
	lease := &o.document.Instances[o.at]
	contracted, delivered := o.series("lease.gpus_contracted", lease.Name), o.series("lease.gpus_delivered", lease.Name)
	first, short, months, gets := -1, -1, 0, false
	for m := range min(len(contracted), len(delivered)) {
		if contracted[m] < least {
			continue
		}
		if first < 0 {
			first = m
		}
		gets = gets || delivered[m] >= least
		if delivered[m] < contracted[m]-least {
			months++
			if short < 0 || delivered[m]/contracted[m] < delivered[short]/contracted[short] {
				short = m
			}
		}
	}
	switch {
	case first < 0:
		return o.neverAsks()
	case !gets:
		return o.why(first) + " nothing is left for this lease."
	case short >= 0:
		return fmt.Sprintf("%s this lease gets %s of %s GPUs then%s.", o.why(short), scenario.Grouped(delivered[short]), scenario.Grouped(contracted[short]), alsoIn(months-1))
	}
	return ""
}

func alsoIn(months int) string {
	switch months {
	case 0:
		return ""
	case 1:
		return ", and less than all in another month"
	}
	return fmt.Sprintf(", and less than all in %d other months", months)
}

// neverAsks says why a lease asks for nothing in any month.
func (o *leaseObstacle) neverAsks() string {
	value := func(field string) scenario.Value { return o.document.Value(o.at, Scenario.FindInput("lease."+field)) }
	start, last, end := value("start").Month(), value("last_month").Month(), o.document.Start.Add(o.document.Months-1)
	switch {
	case start.Since(end) > 0:
		return fmt.Sprintf("It begins in %s, after the scenario ends with %s.", start, end)
	case last.Since(o.document.Start) < 0:
		return fmt.Sprintf("It ends with %s, before the scenario begins in %s.", last, o.document.Start)
	case last.Since(start) < 0:
		return fmt.Sprintf("It ends with %s, before it begins in %s.", last, start)
	}
	site := o.site()
	if agreed := o.series("lease.gpus_agreed", o.document.Instances[o.at].Name); len(agreed) > 0 && agreed[len(agreed)-1] < least {
		return fmt.Sprintf("It comes to no GPU: that is what it asks for of what stands at %s.", site)
	}
	return ""
}

// why says what keeps GPUs from a lease in a month, before the words on what it gets:
// that there are none, that others hold them, both, or that the grid operator calls.
func (o *leaseObstacle) why(month int) string {
	site := o.document.Instances[o.document.Instances[o.at].Parent].Name
	offered := o.series("site.gpus_offered_outside_calls", site)
	if len(offered) <= month || offered[month] < least {
		return fmt.Sprintf("%s has no GPUs to let in %s, with power and cooling and beside own use:", o.site(), o.month(month))
	}
	holders, held := o.before(month)
	contracted := o.series("lease.gpus_contracted", o.document.Instances[o.at].Name)
	if inCall := o.series("site.gpus_offered_in_call", site); contracted[month] < offered[month]-held+least && len(inCall) > month {
		left := "no"
		if inCall[month] >= least {
			left = scenario.Grouped(inCall[month])
		}
		return fmt.Sprintf("%s has %s GPUs to let in the hours of %s in which the grid operator calls: on average", o.site(), left, o.month(month))
	}
	if held < least {
		return fmt.Sprintf("%s has %s GPUs to let in %s:", o.site(), scenario.Grouped(offered[month]), o.month(month))
	}
	if held < offered[month]-least {
		return fmt.Sprintf("Of %s GPUs that %s has to let in %s, leases that come first (%s) hold %s:", scenario.Grouped(offered[month]), o.site(), o.month(month), strings.Join(holders, ", "), scenario.Grouped(held))
	}
	until := month
	for until+1 < len(offered) {
		if _, next := o.before(until + 1); next < offered[until+1]-least {
			break
		}
		until++
	}
	return fmt.Sprintf("%s is let whole to %s until %s, %s GPUs:", o.site(), strings.Join(holders, ", "), o.month(until), scenario.Grouped(offered[month]))
}

// before tells who comes before a lease at its site in a month, and how many GPUs
// they are due.
func (o *leaseObstacle) before(month int) (holders []string, held float64) {
	for i := range o.at {
		other := &o.document.Instances[i]
		if other.Scope != "lease" || other.Parent != o.document.Instances[o.at].Parent {
			continue
		}
		if due := o.series("lease.gpus_contracted", other.Name); len(due) > month && due[month] >= least {
			holders, held = append(holders, o.document.Called(i)), held+due[month]
		}
	}
	return holders, held
}

func (o *leaseObstacle) site() string {
	return o.document.Called(o.document.Instances[o.at].Parent)
}

func (o *leaseObstacle) month(at int) string { return o.document.Start.Add(at).String() }
