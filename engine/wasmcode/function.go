package wasmcode

import "fmt"

// Local is a local of a function; parameters are the first ones.
type Local uint32

// Function is a function as it is being written. Values stand in locals; a local
// that was released is given again, so that there are as many as are needed at once.
type Function struct {
	module     *Module
	index      int
	export     string
	parameters []Type
	results    []Type
	locals     []Type
	free       [256][]Local // by type
	body       []byte
}

// New gives a local of a type. What is in it from an earlier use is undefined.
func (f *Function) New(t Type) Local {
	if free := f.free[t]; len(free) > 0 {
		f.free[t] = free[:len(free)-1]
		return free[len(free)-1]
	}
	return f.Fresh(t)
}

// Fresh gives a local that nothing used before: it is zero until it is set.
func (f *Function) Fresh(t Type) Local {
	f.locals = append(f.locals, t)
	return Local(len(f.parameters) + len(f.locals) - 1)
}

// Release gives locals back.
func (f *Function) Release(list ...Local) {
	for _, l := range list {
		f.free[f.typeOf(l)] = append(f.free[f.typeOf(l)], l)
	}
}

func (f *Function) typeOf(l Local) Type {
	if int(l) < len(f.parameters) {
		return f.parameters[l]
	}
	return f.locals[int(l)-len(f.parameters)]
}

// Size is how many bytes of instructions there are so far.
func (f *Function) Size() int { return len(f.body) }

// Do writes an instruction that takes all its operands from the stack.
func (f *Function) Do(i Instruction) {
	of := instructions[i]
	if of.prefix == 0 {
		f.body = append(f.body, of.code)
		return
	}
	f.body = appendUnsigned(append(f.body, of.prefix), uint64(of.code))
}

func (f *Function) doWith(i Instruction, immediate uint64) {
	f.Do(i)
	f.body = appendUnsigned(f.body, immediate)
}

// Get, Set and Tee move between a local and the stack; Tee leaves the value there.
func (f *Function) Get(l Local) { f.doWith(LocalGet, uint64(l)) }

// Set takes a value from the stack; see [Function.Get].
func (f *Function) Set(l Local) { f.doWith(LocalSet, uint64(l)) }

// Tee takes a value and leaves it; see [Function.Get].
func (f *Function) Tee(l Local) { f.doWith(LocalTee, uint64(l)) }

// I32 puts a number on the stack.
func (f *Function) I32(n int32) {
	f.Do(I32Const)
	f.body = appendSigned(f.body, int64(n))
}

// I64 puts a number on the stack.
func (f *Function) I64(n int64) {
	f.Do(I64Const)
	f.body = appendSigned(f.body, n)
}

// F64 puts a number on the stack.
func (f *Function) F64(x float64) {
	f.Do(F64Const)
	f.body = appendFloat(f.body, x)
}

// Pair puts a vector of a number, twice, on the stack.
func (f *Function) Pair(x float64) {
	f.Do(V128Const)
	f.body = appendFloat(appendFloat(f.body, x), x)
}

// Access writes a load or a store at the address on the stack plus an offset.
func (f *Function) Access(i Instruction, offset int) {
	const alignment = 3 // as a power of two: 8 bytes, and what is wider needs no more
	f.Do(i)
	if i == I32Load8Unsigned {
		f.body = append(f.body, 0)
	} else {
		f.body = append(f.body, alignment)
	}
	f.body = appendUnsigned(f.body, uint64(offset))
}

// Lane writes an instruction on one lane of a vector.
func (f *Function) Lane(i Instruction, lane byte) {
	f.Do(i)
	f.body = append(f.body, lane)
}

// Shuffle makes a vector of bytes of two, those of the first being 0 to 15.
func (f *Function) Shuffle(bytes [16]byte) {
	f.Do(I8x16Shuffle)
	f.body = append(f.body, bytes[:]...)
}

// Call calls a function of the same module.
func (f *Function) Call(other *Function) { f.doWith(Call, uint64(other.index)) }

// Begin opens a [Block], [Loop] or [If] without a result; [End] closes it.
func (f *Function) Begin(i Instruction) {
	const noResult = 0x40
	f.Do(i)
	f.body = append(f.body, noResult)
}

// Jump writes a [BranchIf] to the n-th enclosing block.
func (f *Function) Jump(i Instruction, outwards int) { f.doWith(i, uint64(outwards)) }

// Apply does an instruction on locals and keeps its result in a new one.
func (f *Function) Apply(i Instruction, operands ...Local) Local {
	of := instructions[i]
	if len(operands) != len(of.operands) {
		panic(fmt.Sprintf("instruction %d takes %d operands, not %d", i, len(of.operands), len(operands)))
	}
	for _, l := range operands {
		f.Get(l)
	}
	f.Do(i)
	return f.Keep(of.result)
}

// Keep takes a value of a type from the stack into a new local.
func (f *Function) Keep(t Type) Local {
	l := f.New(t)
	f.Set(l)
	return l
}

// encoded is the function as it stands in the code section: runs of locals of a
// type, then instructions.
func (f *Function) encoded() []byte {
	var runs []byte
	count := 0
	for from := 0; from < len(f.locals); count++ {
		to := from
		for to < len(f.locals) && f.locals[to] == f.locals[from] {
			to++
		}
		runs = append(appendUnsigned(runs, uint64(to-from)), byte(f.locals[from]))
		from = to
	}
	out := append(appendUnsigned(nil, uint64(count)), runs...)
	out = append(out, f.body...)
	return append(out, instructions[End].code)
}
