package machine

import "rackonomics/engine/program"

// batch is a run of operations of one code, in the order in which they are done.
type batch struct {
	code       program.Code
	operations []program.Operation
}

// batches puts operations that share a code side by side as far as what they
// read allows, so that the machine decides once a batch what to do. Deciding
// costs more than doing, above all in WASM, where Go has no jump tables. Each
// register is written by one operation, so every order that has a result before
// its use gives the same bits. Of the codes that could go on, the one with the
// most operations does.
func batches(list []program.Operation, registers int) []batch {
	writer := make([]int32, registers)
	for i := range writer {
		writer[i] = -1
	}
	for i, op := range list {
		writer[op.Target] = int32(i)
	}
	waits := make([]int8, len(list))      // for how many operations
	readers := make([][]int32, len(list)) // by the operation that they wait for
	ready := make([][]int32, len(program.Operations))
	for i, op := range list {
		for operand, register := range op.Operands() {
			if !program.Operations[op.Code].Operands[operand].IsRegister() {
				continue
			}
			if from := writer[register]; from >= 0 {
				waits[i]++
				readers[from] = append(readers[from], int32(i))
			}
		}
		if waits[i] == 0 {
			ready[op.Code] = append(ready[op.Code], int32(i))
		}
	}
	var made []batch
	ordered := make([]program.Operation, 0, len(list))
	for len(ordered) < len(list) {
		code, begin := mostReady(ready), len(ordered)
		for at := 0; at < len(ready[code]); at++ { // grows while it is walked
			done := ready[code][at]
			ordered = append(ordered, list[done])
			for _, reader := range readers[done] {
				if waits[reader]--; waits[reader] == 0 {
					ready[list[reader].Code] = append(ready[list[reader].Code], reader)
				}
			}
		}
		ready[code] = ready[code][:0]
		made = append(made, batch{code, ordered[begin:]})
	}
	return made
}

func mostReady(ready [][]int32) program.Code {
	most := 0
	for code := range ready {
		if len(ready[code]) > len(ready[most]) {
			most = code
		}
	}
	return program.Code(most)
}
