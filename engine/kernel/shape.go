package kernel

import w "rackonomics/engine/wasmcode"

// shape writes the same arithmetic for one number or for a pair of lanes. Values
// stand in locals, and whole numbers have 64 bits.
type shape struct {
	*w.Function
	pair bool
	base w.Local // where the kernel's memory begins
}

func (s shape) either(one, pair w.Instruction, operands ...w.Local) w.Local {
	if s.pair {
		return s.Apply(pair, operands...)
	}
	return s.Apply(one, operands...)
}

func (s shape) number(x float64) w.Local {
	if s.pair {
		s.Pair(x)
		return s.Keep(w.V128)
	}
	s.F64(x)
	return s.Keep(w.F64)
}

func (s shape) whole(n uint64) w.Local {
	s.I64(int64(n))
	if s.pair {
		s.Do(w.I64x2Splat)
		return s.Keep(w.V128)
	}
	return s.Keep(w.I64)
}

func (s shape) add(a, b w.Local) w.Local { return s.either(w.F64Add, w.F64x2Add, a, b) }
func (s shape) subtract(a, b w.Local) w.Local {
	return s.either(w.F64Subtract, w.F64x2Subtract, a, b)
}
func (s shape) multiply(a, b w.Local) w.Local {
	return s.either(w.F64Multiply, w.F64x2Multiply, a, b)
}
func (s shape) size(a w.Local) w.Local { return s.either(w.F64Absolute, w.F64x2Absolute, a) }
func (s shape) addWhole(a, b w.Local) w.Local {
	return s.either(w.I64Add, w.I64x2Add, a, b)
}
func (s shape) subtractWhole(a, b w.Local) w.Local {
	return s.either(w.I64Subtract, w.I64x2Subtract, a, b)
}
func (s shape) and(a, b w.Local) w.Local { return s.either(w.I64And, w.V128And, a, b) }

// shift shifts whole numbers by a number of bits.
func (s shape) shift(one, pair w.Instruction, a w.Local, by int) w.Local {
	s.Get(a)
	if s.pair {
		s.I32(int32(by))
		s.Do(pair)
		return s.Keep(w.V128)
	}
	s.I64(int64(by))
	s.Do(one)
	return s.Keep(w.I64)
}

func (s shape) shiftLeft(a w.Local, by int) w.Local {
	return s.shift(w.I64ShiftLeft, w.I64x2ShiftLeft, a, by)
}

func (s shape) shiftRight(a w.Local, by int) w.Local {
	return s.shift(w.I64ShiftRightSigned, w.I64x2ShiftRightSigned, a, by)
}

// bits are those of a number, and float is the number of some bits. Of a pair both
// are the vector itself.
func (s shape) bits(a w.Local) w.Local {
	if s.pair {
		return a
	}
	return s.Apply(w.I64ReinterpretF64, a)
}

func (s shape) float(a w.Local) w.Local {
	if s.pair {
		return a
	}
	return s.Apply(w.F64ReinterpretI64, a)
}

// convert makes a number of a whole one that 32 bits hold.
func (s shape) convert(a w.Local) w.Local {
	if !s.pair {
		return s.Apply(w.F64ConvertI64Signed, a)
	}
	s.Get(a)
	s.Get(a)
	s.Shuffle([16]byte{0, 1, 2, 3, 8, 9, 10, 11, 0, 1, 2, 3, 8, 9, 10, 11})
	s.Do(w.F64x2ConvertLowI32x4Signed)
	return s.Keep(w.V128)
}

// entries reads columns of the entry of a table that the lowest seven bits of index
// name, where an entry has a power of two of bytes. Columns are 64 bits each.
func (s shape) entries(index w.Local, table, sizeBits int, columns int) []w.Local {
	found := make([]w.Local, columns)
	if !s.pair {
		address := s.entryAddress(sizeBits, func() { s.Get(index); s.Do(w.I32WrapI64) })
		for i := range found {
			s.Get(address)
			s.Access(w.F64Load, table+8*i)
			found[i] = s.Keep(w.F64)
		}
		return found
	}
	var addresses [2]w.Local
	for lane := range addresses {
		addresses[lane] = s.entryAddress(sizeBits, func() { s.Get(index); s.Lane(w.I32x4ExtractLane, byte(2*lane)) })
	}
	for i := 0; i < columns; i += 2 {
		var both [2]w.Local
		for lane, address := range addresses {
			s.Get(address)
			s.Access(w.V128Load, table+8*i)
			both[lane] = s.Keep(w.V128)
		}
		for half := 0; half < 2 && i+half < columns; half++ {
			s.Get(both[0])
			s.Get(both[1])
			s.Shuffle(halves(half))
			found[i+half] = s.Keep(w.V128)
		}
	}
	return found
}

func (s shape) entryAddress(sizeBits int, index func()) w.Local {
	index()
	s.I32(127)
	s.Do(w.I32And)
	s.I32(int32(sizeBits))
	s.Do(w.I32ShiftLeft)
	s.Get(s.base)
	s.Do(w.I32Add)
	return s.Keep(w.I32)
}

// halves takes the lower or the upper half of each of two vectors.
func halves(upper int) (bytes [16]byte) {
	for i := range 8 {
		bytes[i], bytes[8+i] = byte(8*upper+i), byte(16+8*upper+i)
	}
	return bytes
}
