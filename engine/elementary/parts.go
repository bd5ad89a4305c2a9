package elementary

import "math"

// What Exp, Log and Pow are made of, for a kernel that writes the same steps in
// another language and must come to the same bits.
const (
	Ln2High            = ln2High
	Ln2Low             = ln2Low
	Ln2By128High       = ln2By128High
	Ln2By128Low        = ln2By128Low
	InverseLn2Times128 = inverseLn2Times128
	RoundingShift      = roundingShift
	ExpPlain           = expPlain
	ExpOverflow        = expOverflow
	ExpUnderflow       = expUnderflow
	LogOffset          = logOffset
)

// ExpTable gives 2**(i/128) for i from 0 to 127: its bits, and the bits of by how
// much of it it is larger.
func ExpTable() (list [][2]uint64) {
	for _, entry := range expTable {
		list = append(list, [2]uint64{entry.scale, math.Float64bits(entry.tail)})
	}
	return list
}

// LogTable gives the bits of 1/c, of log c and of what log c is larger, for a c near
// the middle of each of 128 intervals.
func LogTable() (list [][3]uint64) {
	for _, entry := range logTable {
		list = append(list, [3]uint64{math.Float64bits(entry.inverse), math.Float64bits(entry.log), math.Float64bits(entry.logTail)})
	}
	return list
}
