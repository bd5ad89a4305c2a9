package kernel

import (
	"slices"

	"rackonomics/engine/machine"
	"rackonomics/engine/program"
)

// Pairs is how many pairs of lanes there are, as the module's function takes it.
func (k *Kernel) Pairs() int { return k.places.pairs }

// Fill writes what a run is given into the kernel's memory, as numbers. Where lanes are
// odd in number, the last pair has the last of them twice.
func (k *Kernel) Fill(memory []float64, from *machine.Given) {
	for i, input := range k.shape.Program.Inputs {
		k.fillInput(memory, i, k.shape.Program.Registers[input.Register].Kind == program.FromProfile, from)
	}
	for i, values := range from.Calendar {
		k.places.calendar[i].fillMonths(memory, values, k.shape.Computed)
	}
	if !k.shape.Drawn {
		return
	}
	lanes := make([]float64, k.shape.Lanes)
	for i, to := range k.places.shocks {
		for month := range k.shape.Computed {
			from.Shock(i, month, lanes)
			to.fillLanes(memory, month, lanes)
		}
	}
}

func (k *Kernel) fillInput(memory []float64, index int, isProfile bool, from *machine.Given) {
	to, values := k.places.inputs[index], from.Inputs[index]
	switch {
	case !k.shape.Varies[index] && isProfile:
		to.fillMonths(memory, values, k.shape.Computed)
	case !k.shape.Varies[index]:
		memory[to.at/single], memory[to.at/single+1] = values[0], values[0]
	case !isProfile:
		to.fillLanes(memory, 0, from.Spreads[index].Values[:k.shape.Lanes])
	default:
		spread := &from.Spreads[index]
		for month := range k.shape.Computed {
			at := 0
			if spread.Monthly && len(values) > 1 { // as the machine: an input that is given one value has it in all months
				at = month * k.shape.Lanes
			}
			to.fillLanes(memory, month, spread.Values[at:][:k.shape.Lanes])
		}
	}
}

// fillMonths writes a value a month, or the only one into each.
func (p place) fillMonths(memory []float64, values []float64, months int) {
	at, step := p.at/single, p.byMonth/single
	for month := range months {
		memory[at] = values[min(month, len(values)-1)]
		at += step
	}
}

func (p place) fillLanes(memory []float64, month int, lanes []float64) {
	at, step := (p.at+month*p.byMonth)/single, p.byPair/single
	for lane := 0; lane+1 < len(lanes); lane += 2 {
		memory[at], memory[at+1] = lanes[lane], lanes[lane+1]
		at += step
	}
	if last := len(lanes) - 1; last%2 == 0 {
		memory[at], memory[at+1] = lanes[last], lanes[last]
	}
}

// Read copies the columns of the table that are wanted from the kernel's memory, by column,
// month and lane, and settles them: what is no finite number is absent. It goes month by
// month, since what lanes leave in one month stands close together.
func (k *Kernel) Read(memory []float64, values []float64) machine.Overflow {
	if k.shape.Whole {
		return k.readPlain(memory, values)
	}
	lanes, none := k.shape.Lanes, machine.Overflow{Column: -1, Month: -1}
	columns, overflow := k.shape.Wanted(), none
	for month := range k.shape.Computed {
		for i := range columns {
			row := values[(i*k.shape.Computed+month)*lanes:][:lanes]
			if month >= k.shape.Months && !columns[i].Beyond {
				clear(row)
				continue
			}
			from := &k.places.columns[i]
			if isInfinite := from.read(row, memory[(from.at+month*from.byMonth)/single:]); isInfinite && (overflow == none || i < overflow.Column) {
				overflow = machine.Overflow{Column: i, Month: month}
			}
		}
	}
	return overflow
}

// readPlain is [Kernel.Read] of a plain run, which has the table as it is told: the months
// of a column one behind the other, as pairs without a gap.
func (k *Kernel) readPlain(memory []float64, values []float64) machine.Overflow {
	overflow, computed := machine.Overflow{Column: -1, Month: -1}, k.shape.Computed
	for i, column := range k.shape.Wanted() {
		row, from := values[i*computed:][:computed], memory[k.places.columns[i].at/single:]
		if column.Pass != program.SetupPass {
			if copyPairs(row, from, 2) == 0 {
				continue
			}
		} else if k.spread(row, from[0], column.Beyond); from[0]-from[0] == 0 {
			continue
		}
		if month := slices.IndexFunc(row, isInfinite); month >= 0 && overflow.Column < 0 {
			overflow = machine.Overflow{Column: i, Month: month}
		}
		settle(row)
	}
	return overflow
}

// spread has a value in all months; in those beyond the horizon only where it is told there.
func (k *Kernel) spread(row []float64, value float64, beyond bool) {
	for month := range row {
		row[month] = 0
		if beyond || month < k.shape.Months {
			row[month] = value
		}
	}
}

// read copies and settles the lanes of a month; it reports whether one of them is
// infinite.
func (p *place) read(row []float64, memory []float64) (isOverflow bool) {
	step := p.byPair / single
	if step == 0 {
		value := memory[0]
		if value-value != 0 {
			isOverflow, value = isInfinite(value), machine.Absent
		}
		for lane := range row {
			row[lane] = value
		}
		return isOverflow
	}
	if copyPairs(row, memory, step) == 0 {
		return false
	}
	return settle(row)
}

// copyPairs copies lanes whose pairs are so many numbers apart. It gives zero if all are
// finite, as nearly always: without a branch for each, which is dear in Go's WebAssembly,
// where every jump goes through a table.
func copyPairs(row, memory []float64, step int) (isOdd float64) {
	at := 0
	for ; len(row) > 1; row = row[2:] {
		first, second := memory[at], memory[at+1]
		row[0], row[1] = first, second
		isOdd += (first - first) + (second - second)
		at += step
	}
	if len(row) > 0 {
		row[0] = memory[at]
		isOdd += row[0] - row[0]
	}
	return isOdd
}

// settle makes what is no finite number absent, and reports whether some of it was infinite.
func settle(row []float64) (isOverflow bool) {
	for lane, value := range row {
		if value-value != 0 {
			isOverflow = isOverflow || isInfinite(value)
			row[lane] = machine.Absent
		}
	}
	return isOverflow
}

func isInfinite(value float64) bool { return value-value != 0 && value == value }
