package kernel

import (
	"math"

	"rackonomics/engine/elementary"
	w "rackonomics/engine/wasmcode"
)

// functions are those that operations call, made when the first one does. They
// take where the memory begins and one or two operands. Those of pairs do what
// [elementary] does, step by step, where that takes no branch; of anything else
// they ask the function of one number, lane by lane.
type functions struct {
	module *w.Module
	tables tables
	made   map[string]*w.Function
}

// tables says where the numbers that functions read stand in memory.
type tables struct{ exp, log, days int }

const (
	expEntryBits = 4 // an entry takes 16 bytes
	logEntryBits = 5 // and here 32, of which the last 8 are empty
)

func (fs *functions) named(name string, make func() *w.Function) *w.Function {
	if fs.made[name] == nil {
		fs.made[name] = make()
	}
	return fs.made[name]
}

func (fs *functions) pairOf(operands int) shape {
	f := fs.module.Function("", []w.Type{w.I32, w.V128, w.V128}[:1+operands], w.V128)
	return shape{f, true, 0}
}

func (fs *functions) oneOf(operands int) shape {
	f := fs.module.Function("", []w.Type{w.I32, w.F64, w.F64}[:1+operands], w.F64)
	return shape{f, false, 0}
}

// eachLane has the function of one number compute both lanes, from the parameters.
func (s shape) eachLane(one *w.Function, operands int) {
	for lane := range byte(2) {
		s.Get(s.base)
		for i := range operands {
			s.Get(w.Local(1 + i))
			s.Lane(w.F64x2ExtractLane, lane)
		}
		s.Call(one)
		if lane == 0 {
			s.Do(w.F64x2Splat)
		} else {
			s.Lane(w.F64x2ReplaceLane, 1)
		}
	}
}

// unless leaves with the lanes computed one by one where a mask is not true in both.
func (s shape) unless(mask w.Local, one *w.Function, operands int) {
	s.Get(mask)
	s.Do(w.I64x2AllTrue)
	s.Do(w.I32EqualZero)
	s.Begin(w.If)
	s.eachLane(one, operands)
	s.Do(w.Return)
	s.Do(w.End)
}

// giveIf returns a number where the condition on the stack holds.
func (s shape) giveIf(x float64) {
	s.Begin(w.If)
	s.F64(x)
	s.Do(w.Return)
	s.Do(w.End)
}

func (fs *functions) exp() *w.Function {
	return fs.named("exp", func() *w.Function {
		one := fs.expOfOne()
		s := fs.pairOf(1)
		x := w.Local(1)
		s.unless(s.Apply(w.F64x2Less, s.size(x), s.number(elementary.ExpPlain)), one, 1)
		scale, t, _ := fs.expParts(s, x, s.number(0))
		s.Get(s.add(scale, s.multiply(scale, t)))
		return s.Function
	})
}

func (fs *functions) expOfOne() *w.Function {
	s := fs.oneOf(1)
	x := w.Local(1)
	s.Get(s.Apply(w.F64NotEqual, x, x))
	s.giveIf(math.NaN())
	s.Get(s.Apply(w.F64Greater, x, s.number(elementary.ExpOverflow)))
	s.giveIf(math.Inf(1))
	s.Get(s.Apply(w.F64Less, x, s.number(elementary.ExpUnderflow)))
	s.giveIf(0)
	s.Get(fs.expOfSum(s, x, s.number(0)))
	return s.Function
}

// expParts is e**(x+tail) as scale (1 + t), up to the exponent of scale, which is
// right where |x| is below [elementary.ExpPlain]; k is the whole number of its 128ths.
func (fs *functions) expParts(s shape, x, tail w.Local) (scale, t, k w.Local) {
	shift := s.number(elementary.RoundingShift)
	shifted := s.add(s.multiply(x, s.number(elementary.InverseLn2Times128)), shift)
	k = s.shiftRight(s.shiftLeft(s.bits(shifted), 13), 13)
	kFloat := s.subtract(shifted, shift)
	r := s.subtract(x, s.multiply(kFloat, s.number(elementary.Ln2By128High)))
	r = s.subtract(r, s.multiply(kFloat, s.number(elementary.Ln2By128Low)))
	r = s.add(r, tail)

	entry := s.entries(k, fs.tables.exp, expEntryBits, 2)
	r2 := s.multiply(r, r)
	t = s.add(entry[1], r)
	t = s.add(t, s.multiply(r2, s.add(s.number(0.5), s.multiply(r, s.number(1.0/6)))))
	t = s.add(t, s.multiply(s.multiply(r2, r2), s.add(s.number(1.0/24), s.multiply(r, s.number(1.0/120)))))
	bits := s.addWhole(s.bits(entry[0]), s.shiftLeft(s.shiftRight(k, 7), 52))
	return s.float(bits), t, k
}

// expOfSum is e**(x+tail) of one number, also where the result is near the limits
// of what a number can be.
func (fs *functions) expOfSum(s shape, x, tail w.Local) w.Local {
	scale, t, k := fs.expParts(s, x, tail)
	result := s.add(scale, s.multiply(scale, t))
	s.Get(s.Apply(w.F64Less, s.size(x), s.number(elementary.ExpPlain)))
	s.Do(w.I32EqualZero)
	s.Begin(w.If)
	s.Get(s.Apply(w.I64GreaterSigned, k, s.whole(0)))
	s.Begin(w.If)
	large := s.float(s.subtractWhole(s.bits(scale), s.whole(1009<<52)))
	s.Get(s.multiply(s.number(0x1p1009), s.add(large, s.multiply(large, t))))
	s.Set(result)
	s.Do(w.Else)
	small := s.float(s.addWhole(s.bits(scale), s.whole(1022<<52)))
	part := s.multiply(small, t)
	y := s.add(small, part)
	s.Get(s.Apply(w.F64Less, y, s.number(1)))
	s.Begin(w.If)
	low := s.add(s.subtract(small, y), part)
	high := s.add(s.number(1), y)
	low = s.add(s.add(s.subtract(s.number(1), high), y), low)
	s.Get(s.subtract(s.add(high, low), s.number(1)))
	s.Set(y)
	s.Do(w.End)
	s.Get(s.multiply(s.number(0x1p-1022), y))
	s.Set(result)
	s.Do(w.End)
	s.Do(w.End)
	return result
}

func (fs *functions) log() *w.Function {
	return fs.named("log", func() *w.Function {
		one := fs.logOfOne()
		s := fs.pairOf(1)
		s.unless(s.isPlainBase(1), one, 1)
		s.Get(s.add(fs.logParts(s, 1)))
		return s.Function
	})
}

// isPlainBase masks what is positive, normal and finite.
func (s shape) isPlainBase(x w.Local) w.Local {
	least := s.Apply(w.F64x2GreaterOrEqual, x, s.number(0x1p-1022))
	return s.and(least, s.Apply(w.F64x2Less, x, s.number(math.Inf(1))))
}

func (fs *functions) logOfOne() *w.Function {
	s := fs.oneOf(1)
	x := w.Local(1)
	s.Get(s.Apply(w.F64Equal, x, s.number(0)))
	s.giveIf(math.Inf(-1))
	s.Get(s.Apply(w.F64GreaterOrEqual, x, s.number(0)))
	s.Do(w.I32EqualZero)
	s.giveIf(math.NaN())
	s.Get(s.Apply(w.F64Equal, x, s.number(math.Inf(1))))
	s.giveIf(math.Inf(1))
	bits := s.bits(x)
	s.normalised(bits)
	s.Get(s.add(fs.logParts(s, bits)))
	return s.Function
}

// normalised makes bits of a subnormal number those that logParts takes.
func (s shape) normalised(bits w.Local) {
	s.Get(s.Apply(w.I64LessUnsigned, bits, s.whole(1<<52)))
	s.Begin(w.If)
	s.Get(s.subtractWhole(s.bits(s.multiply(s.float(bits), s.number(0x1p52))), s.whole(52<<52)))
	s.Set(bits)
	s.Do(w.End)
}

// logParts is log x as a sum that is still to be rounded.
func (fs *functions) logParts(s shape, bits w.Local) (sum3, low w.Local) {
	offset := s.subtractWhole(bits, s.whole(elementary.LogOffset))
	entry := s.entries(s.shift(w.I64ShiftRightUnsigned, w.I64x2ShiftRightUnsigned, offset, 45), fs.tables.log, logEntryBits, 3)
	inverse, log, logTail := entry[0], entry[1], entry[2]
	k := s.convert(s.shiftRight(offset, 52))
	zBits := s.subtractWhole(bits, s.and(offset, s.whole(0xfff<<52)))

	zHigh := s.float(s.and(s.addWhole(zBits, s.whole(1<<31)), s.whole(^uint64(1<<32-1))))
	zLow := s.subtract(s.float(zBits), zHigh)
	rHigh := s.subtract(s.multiply(zHigh, inverse), s.number(1))
	rLow := s.multiply(zLow, inverse)
	r := s.add(rHigh, rLow)

	sum1 := s.add(s.multiply(k, s.number(elementary.Ln2High)), log)
	sum2 := s.add(sum1, r)
	halfHigh := s.multiply(s.number(-0.5), rHigh)
	squareHigh := s.multiply(rHigh, halfHigh)
	sum3 = s.add(sum2, squareHigh)
	low1 := s.add(s.multiply(k, s.number(elementary.Ln2Low)), logTail)
	low2 := s.add(s.subtract(sum1, sum2), r)
	low3 := s.add(s.subtract(rHigh, r), rLow)
	low4 := s.multiply(rLow, s.add(s.multiply(s.number(-0.5), r), halfHigh))
	low5 := s.add(s.subtract(sum2, sum3), squareHigh)

	low = s.add(s.add(s.add(s.add(s.add(low1, low2), low3), low4), low5), s.logSeries(r))
	return sum3, low
}

// logSeries is what log(1+r) is larger than r - r²/2.
func (s shape) logSeries(r w.Local) w.Local {
	term := func(of, next float64) w.Local {
		return s.subtract(s.number(of), s.multiply(r, s.number(next)))
	}
	r2 := s.multiply(r, r)
	p := s.add(term(1.0/7, 1.0/8), s.multiply(r2, s.number(1.0/9)))
	p = s.add(term(1.0/5, 1.0/6), s.multiply(r2, p))
	p = s.add(term(1.0/3, 1.0/4), s.multiply(r2, p))
	return s.multiply(s.multiply(r, r2), p)
}

// rounded is the sum of two parts, and what its rounding leaves out.
func (s shape) rounded(sum, rest w.Local) (high, tail w.Local) {
	high = s.add(sum, rest)
	return high, s.add(s.subtract(sum, high), rest)
}

// product is y log x in two parts, as rounded gives those of the logarithm.
func (s shape) product(logHigh, logTail, y w.Local) (high, low w.Local) {
	yHigh, yLow := s.split(y)
	lHigh, lLow := s.split(logHigh)
	lLow = s.add(lLow, logTail)
	return s.multiply(yHigh, lHigh), s.add(s.multiply(yLow, lHigh), s.multiply(y, lLow))
}

func (s shape) split(x w.Local) (high, low w.Local) {
	high = s.float(s.and(s.bits(x), s.whole(^uint64(1<<27-1))))
	return high, s.subtract(x, high)
}

func (fs *functions) pow() *w.Function {
	return fs.named("pow", func() *w.Function {
		one := fs.powOfOneMade()
		s := fs.pairOf(2)
		logHigh, logTail := fs.logsOfPlain(s, 1)
		fs.powOfLogs(s, one, logHigh, logTail)
		return s.Function
	})
}

// logs gives the logarithms of two bases, rounded and what that leaves out, for
// [functions.powWithLogs]; a NaN where a base is not positive, normal and finite.
func (fs *functions) logs() *w.Function {
	return fs.named("logs", func() *w.Function {
		f := fs.module.Function("", []w.Type{w.I32, w.V128}, w.V128, w.V128)
		s := shape{f, true, 0}
		high, tail := fs.logsOfPlain(s, 1)
		s.Get(high)
		s.Get(tail)
		return f
	})
}

func (fs *functions) logsOfPlain(s shape, x w.Local) (high, tail w.Local) {
	high, tail = s.rounded(fs.logParts(s, x))
	return s.Apply(w.V128Or, high, s.Apply(w.V128Not, s.isPlainBase(x))), tail
}

// powWithLogs takes bases, exponents and what [functions.logs] gives of the bases,
// which is the same in all months where the bases are.
func (fs *functions) powWithLogs() *w.Function {
	return fs.named("pow with logs", func() *w.Function {
		one := fs.powOfOneMade()
		f := fs.module.Function("", []w.Type{w.I32, w.V128, w.V128, w.V128, w.V128}, w.V128)
		fs.powOfLogs(shape{f, true, 0}, one, 3, 4)
		return f
	})
}

// powOfLogs leaves the power of the first two parameters. One test sends all special
// cases away: exponents that are no number or too large make the product one that is
// not small, as bases without a logarithm do; small ones come to 1, as they should.
func (fs *functions) powOfLogs(s shape, one *w.Function, logHigh, logTail w.Local) {
	high, low := s.product(logHigh, logTail, 2)
	s.unless(s.Apply(w.F64x2Less, s.size(high), s.number(elementary.ExpPlain)), one, 2)
	scale, t, _ := fs.expParts(s, high, low)
	s.Get(s.add(scale, s.multiply(scale, t)))
}

func (fs *functions) powOfOneMade() *w.Function { return fs.named("pow of one", fs.powOfOne) }

func (fs *functions) powOfOne() *w.Function {
	s := fs.oneOf(2)
	x, y := w.Local(1), w.Local(2)
	bits := s.bits(x)
	sign := s.whole(0)
	s.powSpecial(x, y, bits, sign)
	s.normalised(bits)
	logHigh, logTail := s.rounded(fs.logParts(s, bits))
	high, low := s.product(logHigh, logTail, y)
	signed := func(value w.Local) {
		s.Get(s.float(s.either(w.I64Or, w.V128Or, s.bits(value), sign)))
		s.Do(w.Return)
	}
	s.Get(s.Apply(w.F64Greater, high, s.number(elementary.ExpOverflow+1)))
	s.Begin(w.If)
	signed(s.number(math.Inf(1)))
	s.Do(w.End)
	s.Get(s.Apply(w.F64Less, high, s.number(elementary.ExpUnderflow-1)))
	s.Begin(w.If)
	signed(s.number(0))
	s.Do(w.End)
	signed(fs.expOfSum(s, high, low))
	return s.Function
}

// powSpecial returns the power of operands that have no logarithm or a size that is
// not moderate, and leaves the bits of a positive base and the sign of the result.
func (s shape) powSpecial(x, y, bits, sign w.Local) {
	zero, one, infinity := s.number(0), s.number(1), s.number(math.Inf(1))
	either := func(a, b w.Local) { s.Get(s.Apply(w.I32Or, a, b)) }
	either(s.Apply(w.F64Equal, y, zero), s.Apply(w.F64Equal, x, one))
	s.giveIf(1)
	either(s.Apply(w.F64NotEqual, x, x), s.Apply(w.F64NotEqual, y, y))
	s.giveIf(math.NaN())

	size, base := s.size(y), s.size(x)
	rises := s.Apply(w.F64Greater, y, zero)
	s.Get(s.Apply(w.F64Equal, size, infinity))
	s.Begin(w.If)
	s.Get(s.Apply(w.F64Equal, x, s.number(-1)))
	s.giveIf(1)
	s.giveEnd(s.Apply(w.F64Greater, base, one), rises, sign)
	s.Do(w.End)

	isWhole := s.Apply(w.F64Equal, s.Apply(w.F64Floor, size), size) // as every number from 2**53 on
	odd := s.oddSign(size, isWhole)

	either(s.Apply(w.F64Equal, x, zero), s.Apply(w.F64Equal, base, infinity))
	s.Begin(w.If)
	s.Get(s.and(odd, bits))
	s.Set(sign)
	s.giveEnd(s.Apply(w.F64NotEqual, x, zero), rises, sign)
	s.Do(w.End)

	s.Get(s.Apply(w.F64Less, x, zero))
	s.Begin(w.If)
	s.Get(isWhole)
	s.Do(w.I32EqualZero)
	s.giveIf(math.NaN())
	s.Get(odd)
	s.Set(sign)
	s.Get(s.bits(base))
	s.Set(bits)
	s.Do(w.End)

	s.Get(s.Apply(w.F64Less, size, s.number(0x1p-65)))
	s.giveIf(1)
	s.Get(s.Apply(w.F64GreaterOrEqual, size, s.number(0x1p63)))
	s.Begin(w.If)
	s.Get(s.Apply(w.F64Equal, base, one))
	s.giveIf(1)
	s.giveEnd(s.Apply(w.F64Greater, base, one), rises, sign)
	s.Do(w.End)
}

// oddSign is the bit of a sign where an exponent of that size is odd, so that its power
// keeps the base's, else zero; all from 2**53 on are even.
func (s shape) oddSign(size, isWhole w.Local) w.Local {
	s.Get(size)
	s.Do(w.I64TruncateF64Unsigned)
	parity := s.Keep(w.I64)
	s.Get(s.Apply(w.I64ShiftLeft, parity, s.whole(63)))
	s.Get(isWhole)
	s.Do(w.I64ExtendI32Unsigned)
	s.I64(63)
	s.Do(w.I64ShiftLeft)
	s.Do(w.I64And)
	odd := s.Keep(w.I64)
	s.Get(s.Apply(w.F64GreaterOrEqual, size, s.number(0x1p53)))
	s.Begin(w.If)
	s.I64(0)
	s.Set(odd)
	s.Do(w.End)
	return odd
}

// giveEnd returns infinity where two conditions are the same, else zero, with a sign.
func (s shape) giveEnd(a, b, sign w.Local) {
	s.Get(a)
	s.Get(b)
	s.isSame()
	s.Begin(w.If)
	s.Get(s.float(s.Apply(w.I64Or, s.bits(s.number(math.Inf(1))), sign)))
	s.Do(w.Return)
	s.Do(w.End)
	s.Get(s.float(sign))
	s.Do(w.Return)
}

// isSame compares two conditions on the stack.
func (s shape) isSame() {
	s.Do(w.I32Subtract)
	s.Do(w.I32EqualZero)
}

// exchangeDay takes the day and the first one of two lanes; see [program.ExchangeDay].
func (fs *functions) exchangeDay(days int) *w.Function {
	return fs.named("exchange day", func() *w.Function {
		one := fs.exchangeDayOfOne(days)
		s := fs.pairOf(2)
		s.eachLane(one, 2)
		return s.Function
	})
}

func (fs *functions) exchangeDayOfOne(days int) *w.Function {
	s := fs.oneOf(2)
	day, from := w.Local(1), w.Local(2)
	counted := s.Apply(w.F64Floor, s.add(day, from))
	s.Get(s.Apply(w.I32And, s.Apply(w.F64GreaterOrEqual, counted, s.number(0)), s.Apply(w.F64Less, counted, s.number(float64(days)))))
	s.Do(w.I32EqualZero)
	s.Begin(w.If)
	s.Get(day)
	s.Do(w.Return)
	s.Do(w.End)
	at := s.Apply(w.I32TruncateF64Signed, counted)
	s.Get(s.Apply(w.I32Add, at, s.base))
	s.Access(w.I32Load8Unsigned, fs.tables.days)
	s.Get(at)
	s.Do(w.I32Add)
	s.Do(w.F64ConvertI32Signed)
	s.Get(from)
	s.Do(w.F64Subtract)
	return s.Function
}
