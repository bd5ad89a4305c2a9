package kernel

import (
	"encoding/binary"
	"math"

	"rackonomics/engine/machine"
	"rackonomics/engine/program"
)

// Pairs is how many pairs of lanes there are, as the module's function takes it.
func (k *Kernel) Pairs() int { return k.places.pairs }

// Fill writes what a run is given into the kernel's memory. Where lanes are odd in
// number, the last pair has the last of them twice.
func (k *Kernel) Fill(memory []byte, from *machine.Given) {
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

func (k *Kernel) fillInput(memory []byte, index int, isProfile bool, from *machine.Given) {
	to, values := k.places.inputs[index], from.Inputs[index]
	switch {
	case !k.shape.Varies[index] && isProfile:
		to.fillMonths(memory, values, k.shape.Computed)
	case !k.shape.Varies[index]:
		put(memory, to.at, values[0])
		put(memory, to.at+single, values[0])
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
func (p place) fillMonths(memory []byte, values []float64, months int) {
	for month := range months {
		put(memory, p.at+month*p.byMonth, values[min(month, len(values)-1)])
	}
}

func (p place) fillLanes(memory []byte, month int, lanes []float64) {
	at := p.at + month*p.byMonth
	for lane, value := range lanes {
		put(memory, at+lane/2*p.byPair+lane%2*single, value)
	}
	if last := len(lanes) - 1; last%2 == 0 {
		put(memory, at+last/2*p.byPair+single, lanes[last])
	}
}

// Read copies the requested columns of the table from the kernel's memory, by column,
// month and lane, and settles them: what is no finite number is absent.
func (k *Kernel) Read(memory []byte, values []float64) machine.Overflow {
	lanes, overflow := k.shape.Lanes, machine.Overflow{Column: -1, Month: -1}
	size := k.shape.Computed * lanes
	for i, column := range k.shape.Program.Columns[:k.shape.Program.Requested] {
		months := k.shape.Months
		if column.Beyond {
			months = k.shape.Computed
		}
		of := values[i*size:][:size]
		clear(of[months*lanes:])
		from := k.places.columns[i]
		for month := range months {
			row := of[month*lanes:][:lanes]
			at := memory[from.at+month*from.byMonth:]
			if isInfinite := from.read(row, at); isInfinite && overflow.Column < 0 {
				overflow = machine.Overflow{Column: i, Month: month}
			}
		}
	}
	return overflow
}

// read copies and settles the lanes of a month, which stand one after the other, or
// are all alike; it reports whether one of them is infinite.
func (p place) read(row []float64, memory []byte) (isInfinite bool) {
	step := single
	if p.byPair == 0 {
		step = 0
	}
	for lane := range row {
		value := get(memory, lane*step)
		if value-value != 0 {
			isInfinite = isInfinite || value == value
			value = machine.Absent
		}
		row[lane] = value
	}
	return isInfinite
}

func get(memory []byte, at int) float64 {
	return math.Float64frombits(binary.LittleEndian.Uint64(memory[at:]))
}

func put(memory []byte, at int, value float64) {
	binary.LittleEndian.PutUint64(memory[at:], math.Float64bits(value))
}
