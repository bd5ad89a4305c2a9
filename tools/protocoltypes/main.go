// Command protocoltypes writes the page's types of the messages from their Go
// declaration, wasm/protocol, comments included.
//
// Usage: protocoltypes FILE
package main

import (
	"fmt"
	"os"
)

func main() {
	if len(os.Args) != 2 {
		fmt.Fprintln(os.Stderr, "usage: protocoltypes FILE")
		os.Exit(2)
	}
	text, err := write(".")
	if err == nil {
		err = os.WriteFile(os.Args[1], []byte(text), 0o666)
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, "protocoltypes:", err)
		os.Exit(1)
	}
}
