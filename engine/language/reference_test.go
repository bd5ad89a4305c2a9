package language_test

import (
	"math"

	"rackonomics/engine/calendar"
	"rackonomics/engine/elementary"
	"rackonomics/engine/language"
	"rackonomics/engine/machine"
	"rackonomics/engine/program"
	"rackonomics/engine/random"
)

// reference evaluates checked formulas as doc.go defines them: one value of one
// row of one instance in one month at a time, by looking up what it reads. It
// shares nothing with the compiler and the machine, so that the two can be compared.
type reference struct {
	schema   *language.Schema
	scopes   []language.Scope
	layout   language.Layout
	start    calendar.Month
	months   int
	computed int // with those after the scenario
	inputs   func(input string, instance, month int) float64
	draws    *machine.Draws
	lane     int
	known    map[cell]float64
	pending  map[cell]bool
}

const cycle = "the compiler let a cycle pass"

type cell struct{ row, instance, month int }

// at is where a formula is evaluated: the instance, the one that sum is at, and the month.
type at struct{ self, summed, month int }

func (r *reference) row(index, instance, month int) float64 {
	c := cell{index, instance, month}
	if value, ok := r.known[c]; ok {
		return value
	}
	if r.pending[c] {
		panic(cycle)
	}
	r.pending[c] = true
	defer delete(r.pending, c)
	value := r.value(r.schema.Expression(index), at{instance, -1, month})
	r.known[c] = value
	return value
}

func (r *reference) value(n *language.Node, here at) float64 {
	arg := func(i int) float64 { return r.value(n.Args[i], here) }
	switch n.Kind {
	case language.Literal:
		return n.Value
	case language.Reference:
		return r.read(n, here, here.month)
	case language.Calendar:
		return r.calendar(n.Name, here.month)
	case language.Shock:
		return r.shock(n.Name, here)
	case language.Count:
		return float64(len(r.below(n.Scope, here.self)))
	case language.Sum:
		return total(r.below(n.Scope, here.self), func(i int) float64 { return r.value(n.Args[0], at{here.self, i, here.month}) })
	case language.Before:
		return total(r.earlier(here.self), func(i int) float64 { return r.value(n.Args[0], at{i, -1, here.month}) })
	case language.Previous:
		return r.along(n, here, here.month-1, 1)
	case language.Next:
		if here.month >= r.months-1 {
			return r.along(n, here, -1, 1)
		}
		return r.along(n, here, here.month+1, 1)
	case language.Ahead:
		return r.along(n, here, here.month+1, 1)
	case language.Lag:
		back := math.Floor(arg(1))
		switch {
		case back != back:
			return math.NaN()
		case back < 1:
			return r.along(n, here, here.month, 2)
		case back > float64(here.month):
			return r.along(n, here, -1, 2)
		}
		return r.along(n, here, here.month-int(back), 2)
	case language.Inlined:
		return arg(0)
	}
	switch n.Code {
	case program.When:
		return r.branch(n, here)
	case program.And, program.Or:
		return r.decided(n, here)
	case program.Not:
		return condition(!holds(arg(0)))
	case program.Negate, program.Absolute, program.Floor, program.Ceiling, program.Exponential, program.Logarithm:
		return single(n.Code, arg(0))
	}
	return double(n.Code, arg(0), arg(1))
}

// branch is the one that the condition leads to. Where both are the same value
// the condition may be one that could not be computed.
func (r *reference) branch(n *language.Node, here at) float64 {
	met, ok := r.attempt(n.Args[0], here)
	if met {
		return r.value(n.Args[1], here)
	}
	otherwise := r.value(n.Args[2], here)
	if !ok && math.Float64bits(r.value(n.Args[1], here)) != math.Float64bits(otherwise) {
		panic(cycle)
	}
	return otherwise
}

// decided is what two conditions give: where one decides by itself, the other may
// be one that could not be computed.
func (r *reference) decided(n *language.Node, here at) float64 {
	deciding := n.Code == program.Or
	unknown := false
	for _, arg := range n.Args {
		met, ok := r.attempt(arg, here)
		if ok && met == deciding {
			return condition(deciding)
		}
		unknown = unknown || !ok
	}
	if unknown {
		panic(cycle)
	}
	return condition(!deciding)
}

// attempt tells whether a condition is met, and false where it needs itself.
func (r *reference) attempt(n *language.Node, here at) (met, ok bool) {
	defer func() {
		if found := recover(); found != nil && found != cycle {
			panic(found)
		}
	}()
	return holds(r.value(n, here)), true
}

func single(code program.Code, a float64) float64 {
	switch code {
	case program.Negate:
		return -a
	case program.Absolute:
		return math.Abs(a)
	case program.Floor:
		return math.Floor(a)
	case program.Ceiling:
		return math.Ceil(a)
	case program.Exponential:
		return elementary.Exp(a)
	}
	return elementary.Log(a)
}

func double(code program.Code, a, b float64) float64 {
	missing := a != a || b != b
	switch code {
	case program.Add:
		return a + b
	case program.Subtract:
		return a - b
	case program.Multiply:
		return a * b
	case program.Divide:
		if b == 0 {
			return math.NaN()
		}
		return a / b
	case program.Less:
		return condition(a < b)
	case program.LessOrEqual:
		return condition(a <= b)
	case program.Equal:
		return condition(a == b)
	case program.NotEqual:
		return condition(!missing && a != b)
	case program.Power:
		return elementary.Pow(a, b)
	case program.Minimum, program.Maximum:
		switch {
		case missing:
			return math.NaN()
		case code == program.Minimum && b < a, code == program.Maximum && b > a:
			return b
		}
		return a
	}
	panic("an operation that the reference does not know")
}

// holds reports whether a condition is met; an absent one, which only a lag by an
// absent number of months gives, is not.
func holds(value float64) bool { return value > 0 }

func condition(met bool) float64 {
	if met {
		return 1
	}
	return 0
}

func total(instances []int, term func(int) float64) float64 {
	if len(instances) == 0 {
		return 0
	}
	sum := term(instances[0])
	for _, instance := range instances[1:] {
		sum += term(instance)
	}
	return sum
}

// along reads the first argument in another month; beyond the horizon stands
// the argument at opening, or zero.
func (r *reference) along(n *language.Node, here at, month, opening int) float64 {
	if month >= 0 && month < r.computed {
		return r.read(n.Args[0], here, month)
	}
	if len(n.Args) > opening {
		return r.value(n.Args[opening], here)
	}
	return 0
}

func (r *reference) read(n *language.Node, here at, month int) float64 {
	instance := here.self
	switch n.Relation {
	case language.Iterated:
		instance = here.summed
	case language.Ancestor:
		for r.layout.Instances[instance].Scope != r.scopes[n.Scope].Name {
			instance = r.layout.Instances[instance].Parent
		}
	case language.Only:
		for i := range r.layout.Instances {
			if r.layout.Instances[i].Scope == r.scopes[n.Scope].Name {
				instance = i
			}
		}
	}
	if n.IsInput {
		return r.inputs(n.Name, instance, month)
	}
	return r.row(n.Index, instance, month)
}

func (r *reference) below(scope, top int) (list []int) {
	for i, instance := range r.layout.Instances {
		for up := i; instance.Scope == r.scopes[scope].Name && up >= 0; up = r.layout.Instances[up].Parent {
			if up == top {
				list = append(list, i)
			}
		}
	}
	return list
}

func (r *reference) earlier(self int) (list []int) {
	own := r.layout.Instances[self]
	for i, instance := range r.layout.Instances[:self] {
		if instance.Scope == own.Scope && instance.Parent == own.Parent {
			list = append(list, i)
		}
	}
	return list
}

func (r *reference) calendar(name string, month int) float64 {
	date := r.start.Add(month)
	return map[string]float64{"month": float64(month), "months": 1, "year": float64(date.Year), "years": 1.0 / 12, "month_of_year": float64(date.Month),
		"days": float64(date.Days()), "hours": 24 * float64(date.Days())}[name]
}

// shock draws the lane's number of the instance's own stream; a single scope's
// stream has the bare name.
func (r *reference) shock(name string, here at) float64 {
	if r.draws == nil {
		return 0
	}
	instance := r.layout.Instances[here.self]
	for _, scope := range r.scopes {
		if scope.Name == instance.Scope && !scope.Single {
			name += "@" + instance.Scope + "." + instance.Name
		}
	}
	lanes := make([]float64, r.lane+1)
	random.NewStream(r.draws.Seed, name).Normals(r.draws.Block, uint32(here.month), lanes)
	return lanes[r.lane]
}
