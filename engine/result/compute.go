package result

import (
	"rackonomics/engine/machine"
	"rackonomics/engine/program"
)

// Compute gives the value of every head in each lane of a table of the plan's
// form: first the lanes of the first head. A value that there is not is
// [machine.Absent]. The values hold until the next call.
func (p *Plan) Compute(table *machine.Table) []float64 {
	p.resize(table.Lanes, table.Computed)
	loads, steps := p.loads, p.steps
	if table.Lanes > 1 {
		loads, steps = p.lanewise.loads, p.lanewise.steps
		for i := range p.lanewise.all {
			a := &p.lanewise.all[i]
			a.find(columnOf(table, a.load), p.span(a.load.whole), table.Lanes)
		}
	}
	for lane := range table.Lanes {
		p.read(loads, table, lane)
		if table.Lanes > 1 {
			for i := range p.lanewise.all {
				a := &p.lanewise.all[i]
				p.value[a.out] = a.found[lane]
			}
		}
		for i := range steps {
			p.do(&steps[i])
		}
		for i, slot := range p.results {
			value := p.value[slot]
			there := p.whens[i] < 0 || p.value[p.whens[i]] > 0
			if !there || value-value != 0 { // none is told, or it is no finite number
				value = machine.Absent
			}
			p.values[i*p.lanes+lane] = value + 0 // minus nothing is nothing
			p.there[i*p.lanes+lane] = there
		}
	}
	return p.values
}

// There reports whether a measure is told in a lane: its condition holds, as
// that GPUs have a residual value.
func (p *Plan) There(head, lane int) bool { return p.there[head*p.lanes+lane] }

func (p *Plan) resize(lanes, computed int) {
	if p.lanes == lanes && p.computed == computed {
		return
	}
	if p.computed != computed {
		p.reach(computed)
	}
	p.lanes, p.values, p.there = lanes, make([]float64, len(p.Heads)*lanes), make([]bool, len(p.Heads)*lanes)
	if lanes > 1 {
		for i := range p.lanewise.all {
			p.lanewise.all[i].found = make([]float64, lanes)
		}
		for _, load := range p.lanewise.loads {
			p.series[load.slot] = make([]float64, p.span(load.whole))
		}
	}
}

// read puts the columns of a lane into their slots: where there is one lane, as
// they are.
func (p *Plan) read(loads []load, table *machine.Table, lane int) {
	for _, load := range loads {
		column := columnOf(table, load)[:p.span(load.whole)*table.Lanes]
		if table.Lanes == 1 {
			p.series[load.slot] = column
			continue
		}
		series := p.series[load.slot]
		for month := range series {
			series[month] = column[month*table.Lanes+lane]
		}
	}
}

func columnOf(table *machine.Table, l load) []float64 {
	if l.without != "" {
		table = table.Without[l.without]
	}
	return table.Whole(l.column)
}

func (p *Plan) do(s *step) {
	switch s.do {
	case reduce:
		p.reduce(s)
	case arithmeticOfValues:
		p.value[s.out] = p.arithmetic(s)
	case spread:
		out, value := p.series[s.out], p.value[s.args[0]]
		for month := range out {
			out[month] = value
		}
	case add:
		out := p.series[s.out]
		copy(out, p.series[s.args[0]])
		for _, term := range s.args[1:] {
			for month, x := range p.series[term] {
				out[month] += x
			}
		}
	case arithmeticOfSeries:
		p.arithmeticOfSeries(s)
	}
}

func (p *Plan) arithmetic(s *step) float64 {
	if s.code == program.When {
		if p.value[s.args[0]] > 0 {
			return p.value[s.args[1]]
		}
		return p.value[s.args[2]]
	}
	return program.Operations[s.code].Apply(p.value[s.args[0]], p.value[s.args[len(s.args)-1]])
}

func (p *Plan) arithmeticOfSeries(s *step) {
	out, a, b := p.series[s.out], p.series[s.args[0]], p.series[s.args[len(s.args)-1]]
	switch s.code {
	case program.When:
		then := p.series[s.args[1]]
		for month := range out {
			if a[month] > 0 {
				out[month] = then[month]
			} else {
				out[month] = b[month]
			}
		}
	case program.Add:
		for month := range out {
			out[month] = a[month] + b[month]
		}
	case program.Multiply:
		for month := range out {
			out[month] = a[month] * b[month]
		}
	case program.Divide:
		for month := range out {
			out[month] = program.Quotient(a[month], b[month])
		}
	case program.LessOrEqual:
		for month := range out {
			out[month] = program.One(a[month] <= b[month])
		}
	default:
		apply := program.Operations[s.code].Apply
		for month := range out {
			out[month] = apply(a[month], b[month])
		}
	}
}

// reduce computes a reduction to one value or to several.
func (p *Plan) reduce(s *step) {
	a := p.gather(s)
	if s.reduction.list != nil {
		p.series[s.out] = s.reduction.list(a)
		return
	}
	p.value[s.out] = s.reduction.compute(a)
}

// gather lays out the arguments of a reduction.
func (p *Plan) gather(s *step) *arguments {
	a := &p.arguments
	a.given, a.self, a.months = len(s.args), s.self, p.span(s.whole)
	for i, slot := range s.args {
		if slots := s.each[i]; slot < 0 {
			p.eachOf[i] = p.eachOf[i][:0]
			for _, slot := range slots {
				p.eachOf[i] = append(p.eachOf[i], p.series[slot])
			}
			a.each[i] = p.eachOf[i]
			continue
		}
		a.numbers[i], a.series[i] = p.value[slot], p.series[slot]
	}
	return a
}
