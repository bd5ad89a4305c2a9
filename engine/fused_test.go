package engine_test

import (
	"bufio"
	"os"
	"os/exec"
	"regexp"
	"strings"
	"testing"
)

// fusedInstruction is one of arm64 that multiplies and adds with one rounding, with
// the line of code that it comes of.
var fusedInstruction = regexp.MustCompile(`\(([^()]+:\d+)\)\s+FN?M(?:ADD|SUB)[DS]\s`)

// mayBeFused have no part in figures: where a corner of a picture stands is told to a
// hundredth of a pixel.
const mayBeFused = "/engine/campus/"

// Go may compile a*b + c to one rounding where a processor can, "possibly across
// statements" (The Go Programming Language Specification, "Floating-point
// operators"): arm64 and so Apple's can, amd64 and WebAssembly cannot, and x - x of a
// product is then what its rounding took. An explicit conversion rounds.
func TestNoProductIsFused(t *testing.T) {
	if testing.Short() {
		t.Skip("compiles the engine for another processor")
	}
	compile := exec.Command("go", "build", "-tags=noasm", "-gcflags=rackonomics/engine/...=-S", "./...")
	compile.Env = append(os.Environ(), "GOOS=linux", "GOARCH=arm64", "CGO_ENABLED=0", "GOFLAGS=")
	listing, err := compile.StderrPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := compile.Start(); err != nil {
		t.Fatal(err)
	}
	var inPictures int
	found := map[string]bool{}
	lines := bufio.NewScanner(listing)
	for lines.Scan() {
		fused := fusedInstruction.FindStringSubmatch(lines.Text())
		switch {
		case fused == nil:
		case strings.Contains(fused[1], mayBeFused):
			inPictures++
		case !found[fused[1]]:
			found[fused[1]] = true
			t.Errorf("%s: a product is added or taken away unrounded; write float64(a*b)", fused[1])
		}
	}
	if err := lines.Err(); err != nil {
		t.Fatal(err)
	}
	if err := compile.Wait(); err != nil {
		t.Fatal(err)
	}
	if inPictures == 0 {
		t.Error("nothing is fused where it may be: is the listing still read as it is written?")
	}
}
