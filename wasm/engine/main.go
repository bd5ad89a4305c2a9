//go:build js && wasm

// Command engine is engine.wasm: the engine behind messages. It offers
// globalThis.rackonomics.call(kind, request) → {json, numbers}, where request
// and json are JSON texts and numbers, if present, is a Float64Array. Bad input
// and even a panic come back as problems; nothing is thrown.
package main

import (
	"fmt"
	"runtime/debug"
	"syscall/js"
	"unsafe"

	"github.com/goccy/go-json"

	"rackonomics/wasm/engine/service"
)

func main() {
	// There is one thread, which each collection stops, and the heap is small: at a
	// fifth of the collections the slowest runs take two thirds of the time.
	debug.SetGCPercent(400)
	desk := &service.Desk{}
	js.Global().Set("rackonomics", map[string]any{
		"call": js.FuncOf(func(_ js.Value, args []js.Value) any {
			return call(desk, args)
		}),
	})
	select {}
}

func call(desk *service.Desk, args []js.Value) (answer any) {
	defer func() {
		if broken := recover(); broken != nil {
			answer = reply(service.Failure(fmt.Sprint(broken)), nil)
		}
	}()
	if len(args) != 2 || args[0].Type() != js.TypeString || args[1].Type() != js.TypeString {
		return reply(service.Failure("call takes a kind and a request, both texts"), nil)
	}
	response, numbers := desk.Call(args[0].String(), []byte(args[1].String()))
	return reply(response, numbers)
}

func reply(response any, numbers []float64) any {
	encoded, err := json.MarshalWithOption(response, json.DisableHTMLEscape())
	if err != nil {
		encoded = []byte(`{"problems":[{"path":"","message":"the answer could not be written"}]}`)
	}
	answer := map[string]any{"json": string(encoded)}
	if numbers != nil {
		array := js.Global().Get("Uint8Array").New(8 * len(numbers))
		if len(numbers) > 0 {
			// A view of the numbers as bytes, because the bridge copies bytes only;
			// WASM is little-endian, as typed arrays are on every browser's machine.
			js.CopyBytesToJS(array, unsafe.Slice((*byte)(unsafe.Pointer(&numbers[0])), 8*len(numbers)))
		}
		answer["numbers"] = js.Global().Get("Float64Array").New(array.Get("buffer"))
	}
	return js.ValueOf(answer)
}
