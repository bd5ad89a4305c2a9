// Command wasmdata writes a WebAssembly module of Go's linker again with fewer data
// segments. The linker begins a new one after every eight zeros, tens of thousands of
// them, whose headers compress badly and are copied one by one when the module starts;
// the zeros between them compress to nothing.
//
// Usage: wasmdata FILE
package main

import (
	"fmt"
	"os"
)

func main() {
	if len(os.Args) != 2 {
		fmt.Fprintln(os.Stderr, "usage: wasmdata FILE")
		os.Exit(2)
	}
	module, err := os.ReadFile(os.Args[1])
	if err == nil {
		module, err = join(module)
	}
	if err == nil {
		err = os.WriteFile(os.Args[1], module, 0o755)
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, "wasmdata:", err)
		os.Exit(1)
	}
}
