package language

// emitted is an operation with its code, before it is put in a batch.
type emitted struct {
	Code Code
	Op
}

// batches puts operations that share a code side by side as far as what they
// read allows, so that an interpreter decides once a batch what to do. Each
// register is written by one operation, so every order that has a result before
// its use gives the same bits. Of the codes that could go on, the one with the
// most operations does; stores, which nothing waits for, come last.
func batches(list []emitted, registers int) []Batch {
	writer := make([]int32, registers)
	for i := range writer {
		writer[i] = -1
	}
	for i, op := range list {
		if op.Code != Store {
			writer[op.Target] = int32(i)
		}
	}
	waits := make([]int8, len(list))      // for how many operations
	readers := make([][]int32, len(list)) // by the operation that they wait for
	ready := make([][]int32, Store+1)     // by code
	for i, op := range list {
		for _, register := range op.reads() {
			if from := writer[register]; from >= 0 {
				waits[i]++
				readers[from] = append(readers[from], int32(i))
			}
		}
		if waits[i] == 0 {
			ready[op.Code] = append(ready[op.Code], int32(i))
		}
	}
	var made []Batch
	ordered := make([]Op, 0, len(list))
	for len(ordered) < len(list) {
		code, begin := mostReady(ready), len(ordered)
		for at := 0; at < len(ready[code]); at++ { // grows while it is walked
			done := ready[code][at]
			ordered = append(ordered, list[done].Op)
			for _, reader := range readers[done] {
				if waits[reader]--; waits[reader] == 0 {
					ready[list[reader].Code] = append(ready[list[reader].Code], reader)
				}
			}
		}
		ready[code] = ready[code][:0]
		made = append(made, Batch{code, ordered[begin:]})
	}
	return made
}

func mostReady(ready [][]int32) Code {
	most := Store
	for code := range Store {
		if len(ready[code]) > 0 && (most == Store || len(ready[code]) > len(ready[most])) {
			most = code
		}
	}
	return most
}

// reads lists the registers that an operation reads.
func (op *emitted) reads() []int32 {
	switch op.Code {
	case Load:
		return nil
	case Store, Negate, Not, Absolute, Exponential, Logarithm, Floor, Ceiling:
		return []int32{op.A}
	case Lag:
		return []int32{op.B, op.C}
	case When:
		return []int32{op.A, op.B, op.C}
	}
	return []int32{op.A, op.B}
}
