package wasmcode

import (
	"encoding/binary"
	"math"
	"slices"
	"testing"

	"github.com/tetratelabs/wazero"
	"pgregory.net/rapid"
)

// vector128 is a value of type V128.
type vector128 [2]uint64

func pair(a, b float64) vector128 {
	return vector128{math.Float64bits(a), math.Float64bits(b)}
}

// bytesOf is a value as it stands in memory.
func bytesOf(value any) []byte {
	switch value := value.(type) {
	case int32:
		return binary.LittleEndian.AppendUint32(nil, uint32(value))
	case int64:
		return binary.LittleEndian.AppendUint64(nil, uint64(value))
	case uint64:
		return binary.LittleEndian.AppendUint64(nil, value)
	case float64:
		return binary.LittleEndian.AppendUint64(nil, math.Float64bits(value))
	case vector128:
		return binary.LittleEndian.AppendUint64(binary.LittleEndian.AppendUint64(nil, value[0]), value[1])
	}
	panic(value)
}

// stores are how results get into memory, in which tests look at them. A whole
// number goes there through the instructions that make a vector of it.
func (f *Function) store(t Type) {
	switch t {
	case I32:
		f.Do(I64ExtendI32Unsigned)
		f.Do(F64ReinterpretI64)
		f.Access(F64Store, 0)
	case I64:
		f.Do(F64ReinterpretI64)
		f.Access(F64Store, 0)
	case F64:
		f.Access(F64Store, 0)
	case V128:
		f.Access(V128Store, 0)
	}
}

// computed runs a function that leaves a value of a type on the stack, with some
// values in memory from address 16 on, 16 bytes each, and gives what address 0 has.
func computed(t testing.TB, result Type, memory []any, write func(m *Module, f *Function)) []byte {
	t.Helper()
	m := &Module{}
	m.Memory("memory", 1000)
	f := m.Function("run", nil)
	f.I32(0)
	write(m, f)
	f.store(result)
	ctx := t.Context()
	runtime := wazero.NewRuntime(ctx)
	defer runtime.Close(ctx)
	module, err := runtime.Instantiate(ctx, m.Bytes())
	if err != nil {
		t.Fatal(err)
	}
	if size := module.Memory().Size(); size != PageSize {
		t.Errorf("the memory has %d bytes", size)
	}
	for i, value := range memory {
		module.Memory().Write(uint32(16+16*i), bytesOf(value))
	}
	if _, err := module.ExportedFunction("run").Call(ctx); err != nil {
		t.Fatal(err)
	}
	found, _ := module.Memory().Read(0, map[Type]uint32{I32: 4, I64: 8, F64: 8, V128: 16}[result])
	return slices.Clone(found)
}

// fetch puts the n-th of those values on the stack.
func (f *Function) fetch(n int, t Type) {
	f.I32(int32(16 + 16*n))
	switch t {
	case I32:
		f.Access(F64Load, 0)
		f.Do(I64ReinterpretF64)
		f.Do(I32WrapI64)
	case I64:
		f.Access(F64Load, 0)
		f.Do(I64ReinterpretF64)
	case F64:
		f.Access(F64Load, 0)
	case V128:
		f.Access(V128Load, 0)
	}
}

var nan = math.NaN()

const all = math.MaxUint64

// Each instruction that takes its operands from the stack, by what it must come to.
func TestInstructionsDoWhatTheyAreNamed(t *testing.T) {
	for name, test := range map[string]struct {
		do       Instruction
		operands []any
		want     any
	}{
		"i32 zero":               {I32EqualZero, []any{int32(0)}, int32(1)},
		"i32 less unsigned":      {I32LessUnsigned, []any{int32(1), int32(-1)}, int32(1)},
		"i64 less unsigned":      {I64LessUnsigned, []any{int64(-1), int64(1)}, int32(0)},
		"i64 greater":            {I64GreaterSigned, []any{int64(-1), int64(1)}, int32(0)},
		"equal":                  {F64Equal, []any{nan, nan}, int32(0)},
		"not equal":              {F64NotEqual, []any{nan, nan}, int32(1)},
		"less":                   {F64Less, []any{1.0, 2.0}, int32(1)},
		"greater":                {F64Greater, []any{1.0, 2.0}, int32(0)},
		"at least":               {F64GreaterOrEqual, []any{1.0, 2.0}, int32(0)},
		"i32 add":                {I32Add, []any{int32(7), int32(-9)}, int32(-2)},
		"i32 subtract":           {I32Subtract, []any{int32(7), int32(-9)}, int32(16)},
		"i32 multiply":           {I32Multiply, []any{int32(7), int32(-9)}, int32(-63)},
		"i32 and":                {I32And, []any{int32(12), int32(10)}, int32(8)},
		"i32 or":                 {I32Or, []any{int32(12), int32(10)}, int32(14)},
		"i32 shift":              {I32ShiftLeft, []any{int32(3), int32(4)}, int32(48)},
		"i64 add":                {I64Add, []any{int64(7), int64(-9)}, int64(-2)},
		"i64 subtract":           {I64Subtract, []any{int64(7), int64(-9)}, int64(16)},
		"i64 and":                {I64And, []any{int64(12), int64(10)}, int64(8)},
		"i64 or":                 {I64Or, []any{int64(12), int64(10)}, int64(14)},
		"i64 shift left":         {I64ShiftLeft, []any{int64(3), int64(40)}, int64(3 << 40)},
		"i64 shift right":        {I64ShiftRightSigned, []any{int64(-16), int64(2)}, int64(-4)},
		"i64 shift right, zeros": {I64ShiftRightUnsigned, []any{int64(-1), int64(60)}, int64(15)},
		"size":                   {F64Absolute, []any{-2.5}, 2.5},
		"floor":                  {F64Floor, []any{-2.5}, -3.0},
		"add":                    {F64Add, []any{2.5, 4.0}, 6.5},
		"subtract":               {F64Subtract, []any{2.5, 4.0}, -1.5},
		"multiply":               {F64Multiply, []any{2.5, 4.0}, 10.0},
		"wrap":                   {I32WrapI64, []any{int64(1<<40 + 5)}, int32(5)},
		"extend":                 {I64ExtendI32Signed, []any{int32(-5)}, int64(-5)},
		"extend unsigned":        {I64ExtendI32Unsigned, []any{int32(-5)}, int64(1<<32 - 5)},
		"convert i32":            {F64ConvertI32Signed, []any{int32(-5)}, -5.0},
		"convert i64":            {F64ConvertI64Signed, []any{int64(-5)}, -5.0},
		"bits":                   {I64ReinterpretF64, []any{1.0}, int64(0x3ff << 52)},
		"float":                  {F64ReinterpretI64, []any{int64(0x3ff << 52)}, 1.0},
		"truncate":               {I32TruncateF64Signed, []any{-2.7}, int32(-2)},
		"truncate NaN":           {I32TruncateF64Signed, []any{nan}, int32(0)},
		"truncate unsigned":      {I64TruncateF64Unsigned, []any{-2.7}, int64(0)},
		"i32 splat":              {I32x4Splat, []any{int32(3)}, vector128{3<<32 | 3, 3<<32 | 3}},
		"i64 splat":              {I64x2Splat, []any{int64(3)}, vector128{3, 3}},
		"splat":                  {F64x2Splat, []any{1.5}, pair(1.5, 1.5)},
		"equal lanes":            {F64x2Equal, []any{pair(1, nan), pair(1, nan)}, vector128{all, 0}},
		"not equal lanes":        {F64x2NotEqual, []any{pair(1, nan), pair(1, nan)}, vector128{0, all}},
		"less lanes":             {F64x2Less, []any{pair(1, 2), pair(2, 2)}, vector128{all, 0}},
		"greater lanes":          {F64x2Greater, []any{pair(2, 2), pair(1, 2)}, vector128{all, 0}},
		"at most lanes":          {F64x2LessOrEqual, []any{pair(2, 3), pair(2, 2)}, vector128{all, 0}},
		"at least lanes":         {F64x2GreaterOrEqual, []any{pair(2, 1), pair(2, 2)}, vector128{all, 0}},
		"not":                    {V128Not, []any{vector128{all, 5}}, vector128{0, ^uint64(5)}},
		"and":                    {V128And, []any{vector128{12, 1}, vector128{10, 3}}, vector128{8, 1}},
		"and not":                {V128AndNot, []any{vector128{12, 1}, vector128{10, 2}}, vector128{4, 1}},
		"or":                     {V128Or, []any{vector128{12, 1}, vector128{10, 2}}, vector128{14, 3}},
		"bits of both":           {V128BitSelect, []any{pair(1, 2), pair(3, 4), vector128{all, 0}}, pair(1, 4)},
		"ceiling lanes":          {F64x2Ceiling, []any{pair(1.5, -1.5)}, pair(2, -1)},
		"floor lanes":            {F64x2Floor, []any{pair(1.5, -1.5)}, pair(1, -2)},
		"least unsigned":         {I32x4MinimumUnsigned, []any{vector128{1<<63 | 7, 9}, vector128{5<<32 | 8, 3}}, vector128{5<<32 | 7, 3}},
		"multiply four":          {I32x4Multiply, []any{vector128{3<<32 | 2, 5}, vector128{7<<32 | 6, 1 << 32}}, vector128{21<<32 | 12, 0}},
		"all true":               {I64x2AllTrue, []any{vector128{1, 1 << 40}}, int32(1)},
		"not all true":           {I64x2AllTrue, []any{vector128{1, 0}}, int32(0)},
		"shift lanes left":       {I64x2ShiftLeft, []any{vector128{3, 5}, int32(4)}, vector128{48, 80}},
		"shift lanes right":      {I64x2ShiftRightSigned, []any{vector128{all, 80}, int32(4)}, vector128{all, 5}},
		"shift lanes, zeros":     {I64x2ShiftRightUnsigned, []any{vector128{all, 80}, int32(60)}, vector128{15, 0}},
		"add whole lanes":        {I64x2Add, []any{vector128{3, 5}, vector128{4, all}}, vector128{7, 4}},
		"subtract whole lanes":   {I64x2Subtract, []any{vector128{3, 5}, vector128{4, 1}}, vector128{all, 4}},
		"size of lanes":          {F64x2Absolute, []any{pair(-1, 2)}, pair(1, 2)},
		"negate lanes":           {F64x2Negate, []any{pair(-1, 2)}, pair(1, -2)},
		"add lanes":              {F64x2Add, []any{pair(1, 2), pair(3, 8)}, pair(4, 10)},
		"subtract lanes":         {F64x2Subtract, []any{pair(1, 2), pair(3, 8)}, pair(-2, -6)},
		"multiply lanes":         {F64x2Multiply, []any{pair(1, 2), pair(3, 8)}, pair(3, 16)},
		"divide lanes":           {F64x2Divide, []any{pair(1, 2), pair(4, 8)}, pair(0.25, 0.25)},
		"smaller: second if so":  {F64x2PseudoMinimum, []any{pair(1, nan), pair(0, 1)}, pair(0, nan)},
		"larger: second if so":   {F64x2PseudoMaximum, []any{pair(1, 5), pair(2, nan)}, pair(2, 5)},
		"truncate lanes":         {I32x4TruncateF64x2UnsignedZero, []any{pair(2.9, nan)}, vector128{2, 0}},
		"truncate far lanes":     {I32x4TruncateF64x2UnsignedZero, []any{pair(-1, 1e300)}, vector128{(1<<32 - 1) << 32, 0}},
		"convert lanes":          {F64x2ConvertLowI32x4Signed, []any{vector128{7<<32 | (1<<32 - 1), 0}}, pair(-1, 7)},
	} {
		t.Run(name, func(t *testing.T) {
			of := instructions[test.do]
			got := computed(t, of.result, test.operands, func(_ *Module, f *Function) {
				for i, operand := range of.operands {
					f.fetch(i, operand)
				}
				f.Do(test.do)
			})
			if !slices.Equal(got, bytesOf(test.want)) {
				t.Errorf("%x, want %x", got, bytesOf(test.want))
			}
			if len(test.operands) != len(of.operands) {
				t.Errorf("%d operands, and the table has %d", len(test.operands), len(of.operands))
			}
		})
	}
}

func TestInstructionsWithImmediates(t *testing.T) {
	memory := []any{pair(1.5, -2), vector128{0x0706050403020100, 0x0f0e0d0c0b0a0908}}
	for name, test := range map[string]struct {
		result Type
		write  func(m *Module, f *Function)
		want   any
	}{
		"numbers":        {F64, func(_ *Module, f *Function) { f.F64(-0.1) }, -0.1},
		"whole numbers":  {I64, func(_ *Module, f *Function) { f.I64(math.MinInt64) }, int64(math.MinInt64)},
		"short ones":     {I32, func(_ *Module, f *Function) { f.I32(-65) }, int32(-65)},
		"pairs":          {V128, func(_ *Module, f *Function) { f.Pair(0.1) }, pair(0.1, 0.1)},
		"one twice":      {V128, func(_ *Module, f *Function) { f.I32(0); f.Access(V128Load64Splat, 24) }, pair(-2, -2)},
		"a byte":         {I32, func(_ *Module, f *Function) { f.I32(30); f.Access(I32Load8Unsigned, 5) }, int32(3)},
		"second of two":  {F64, func(_ *Module, f *Function) { f.fetch(0, V128); f.Lane(F64x2ExtractLane, 1) }, -2.0},
		"third of four":  {I32, func(_ *Module, f *Function) { f.fetch(1, V128); f.Lane(I32x4ExtractLane, 2) }, int32(0x0b0a0908)},
		"another second": {V128, func(_ *Module, f *Function) { f.fetch(0, V128); f.F64(9); f.Lane(F64x2ReplaceLane, 1) }, pair(1.5, 9)},
		"shuffled": {V128, func(_ *Module, f *Function) {
			f.fetch(0, V128)
			f.fetch(1, V128)
			f.Shuffle([16]byte{8, 9, 10, 11, 12, 13, 14, 15, 31, 30, 29, 28, 27, 26, 25, 24})
		}, vector128{math.Float64bits(-2), 0x08090a0b0c0d0e0f}},
		"another function": {F64, func(m *Module, f *Function) {
			half := m.Function("", []Type{F64}, F64)
			half.Get(0)
			half.F64(0.5)
			half.Do(F64Multiply)
			f.F64(3)
			f.Call(half)
		}, 1.5},
		"loop": {I32, func(_ *Module, f *Function) { // 1 + 2 + … + 200
			sum, n := f.New(I32), f.New(I32)
			f.Begin(Loop)
			f.I32(1)
			f.Get(n)
			f.Do(I32Add)
			f.Tee(n)
			f.Get(sum)
			f.Do(I32Add)
			f.Set(sum)
			f.Get(n)
			f.I32(200)
			f.Do(I32LessUnsigned)
			f.Jump(BranchIf, 0)
			f.Do(End)
			f.Get(sum)
		}, int32(20100)},
		"either way": {F64, func(_ *Module, f *Function) {
			l := f.New(F64)
			f.I32(0)
			f.Begin(If)
			f.F64(1)
			f.Set(l)
			f.Do(Else)
			f.F64(2)
			f.Set(l)
			f.Do(End)
			f.Get(l)
		}, 2.0},
		"released locals are given again, of their type": {F64, func(_ *Module, f *Function) {
			a := f.New(F64)
			f.F64(4)
			f.Set(a)
			b := f.Apply(F64Multiply, a, a)
			f.Release(a)
			f.New(I32)
			if again := f.New(F64); again != a {
				panic("another local")
			}
			if fresh := f.Fresh(F64); fresh == a {
				panic("no fresh local")
			}
			f.Get(b)
		}, 16.0},
	} {
		t.Run(name, func(t *testing.T) {
			if got := computed(t, test.result, memory, test.write); !slices.Equal(got, bytesOf(test.want)) {
				t.Errorf("%x, want %x", got, bytesOf(test.want))
			}
		})
	}
}

func TestWrongNumberOfOperandsIsAFault(t *testing.T) {
	defer func() {
		if recover() == nil {
			t.Error("an addition of one operand was written")
		}
	}()
	f := (&Module{}).Function("", []Type{F64})
	f.Apply(F64Add, 0)
}

// Numbers come out of LEB128 as they went in, and in no more bytes than they need;
// binary.Varint has another form of signed ones.
func TestNumbersAreWrittenInLEB128(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.Int64().Draw(t, "n")
		out := appendSigned(nil, n)
		var got int64
		for i, b := range out {
			got |= int64(b&0x7f) << (7 * i)
			if last := i == len(out)-1; last != (b&0x80 == 0) {
				t.Fatalf("% x", out)
			}
		}
		if shift := 64 - 7*len(out); shift > 0 {
			got = got << shift >> shift
		}
		if got != n {
			t.Fatalf("%d is written as % x", n, out)
		}
		if len(out) > 1 {
			if shorter := 64 - 7*(len(out)-1); n<<shorter>>shorter == n {
				t.Fatalf("%d is written as % x, a byte too long", n, out)
			}
		}
	})
}
