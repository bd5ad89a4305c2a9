//go:build js && wasm

// Command engine is engine.wasm: the engine behind the messages of wasm/protocol.
// With the tag "later" it is later.wasm, which answers the calls of
// [protocol.Later] too. It offers globalThis.rackonomics with
//
//	begin(kind, request, numbers)  takes up a call and does its first steps; the request
//	                               is a JSON text, and some calls take a Float64Array with it
//	step()                         does the call's next steps
//	drop()                         forgets the call
//	rest()                         does what makes later answers come sooner, for some milliseconds
//	                               while nothing is asked; true where there is more to do
//
// begin and step return where the call stands: {progress} as a JSON text while
// there is more to do, or {json, numbers}, its answer as a JSON text and, where it
// has numbers, a Float64Array. Bad input and even a panic come back as an answer
// with problems; nothing is thrown.
package main

import (
	"errors"
	"fmt"
	"runtime/debug"
	"syscall/js"
	"time"
	"unsafe"

	"rackonomics/wasm/browser"
	"rackonomics/wasm/engine/service"
	"rackonomics/wasm/message"
)

func main() {
	// There is one thread, which each collection stops, and the heap is small: at a
	// fifth of the collections the slowest runs take two thirds of the time.
	debug.SetGCPercent(400)
	desk := &service.Desk{Kernels: browser.New()}
	var task *service.Task
	js.Global().Set("rackonomics", map[string]any{
		"begin": js.FuncOf(func(_ js.Value, arguments []js.Value) any {
			if len(arguments) < 2 || arguments[0].Type() != js.TypeString || arguments[1].Type() != js.TypeString {
				return reply(service.Refusal(errors.New("begin takes a kind and a request, both texts")), nil)
			}
			return guarded(func() any {
				var numbers []float64
				if len(arguments) > 2 && arguments[2].Truthy() {
					numbers = received(arguments[2])
				}
				task = desk.Begin(arguments[0].String(), []byte(arguments[1].String()), numbers)
				return proceed(task)
			})
		}),
		"step": js.FuncOf(func(js.Value, []js.Value) any {
			if task == nil || task.Done() {
				return reply(service.Refusal(errors.New("no call is under way")), nil)
			}
			return guarded(func() any { return proceed(task) })
		}),
		"drop": js.FuncOf(func(js.Value, []js.Value) any {
			task = nil
			return nil
		}),
		"rest": js.FuncOf(func(js.Value, []js.Value) (more any) {
			defer func() {
				if recover() != nil { // what is not made sooner comes all the same
					more = false
				}
			}()
			return desk.Rest()
		}),
	})
	select {}
}

// guarded makes an answer of a panic too.
func guarded(do func() any) (state any) {
	defer func() {
		if broken := recover(); broken != nil {
			state = reply(service.Refusal(fmt.Errorf("%v", broken)), nil)
		}
	}()
	return do()
}

// stretch is how long steps follow one another before the host hears where the call
// stands: short for it, and long for most calls, which so cross the border once.
const stretch = 5 * time.Millisecond

// proceed does steps of a task and tells where it stands.
func proceed(task *service.Task) any {
	for begun := time.Now(); !task.Done() && time.Since(begun) < stretch; {
		task.Step()
	}
	if task.Done() {
		return reply(task.Answer())
	}
	return map[string]any{"progress": encode(task.Progress())}
}

// written is the memory of the answer that was written last.
var written = make([]byte, 0, 32<<10)

// encode writes an answer as JSON. The text holds until the next; js.ValueOf copies it.
func encode(answer any) string {
	encoded, err := message.Append(written[:0], answer)
	if err != nil {
		return `{"problems":[{"path":"","message":"the answer could not be written"}]}`
	}
	written = encoded
	return unsafe.String(unsafe.SliceData(written), len(written))
}

// received copies what a Float64Array holds.
func received(array js.Value) []float64 {
	numbers := make([]float64, array.Get("length").Int())
	bytes := bytesClass.New(array.Get("buffer"), array.Get("byteOffset"), array.Get("byteLength"))
	js.CopyBytesToGo(bytesOf(numbers), bytes)
	return numbers
}

// bytesOf is a view of numbers as bytes, because the bridge copies bytes only; WASM
// is little-endian, as typed arrays are on every browser's machine.
func bytesOf(numbers []float64) []byte {
	if len(numbers) == 0 {
		return nil
	}
	return unsafe.Slice((*byte)(unsafe.Pointer(&numbers[0])), 8*len(numbers))
}

// The classes of typed arrays.
var (
	bytesClass   = js.Global().Get("Uint8Array")
	numbersClass = js.Global().Get("Float64Array")
)

func reply(response any, numbers []float64) any {
	answer := map[string]any{"json": encode(response)}
	if numbers != nil {
		array := bytesClass.New(8 * len(numbers))
		js.CopyBytesToJS(array, bytesOf(numbers))
		answer["numbers"] = numbersClass.New(array.Get("buffer"))
	}
	return js.ValueOf(answer)
}
