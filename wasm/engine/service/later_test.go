//go:build !js || later

package service

import (
	"os"
	"os/exec"
	"slices"
	"strings"
	"testing"
)

// What later.wasm has besides must not come into engine.wasm by another way.
func TestEngineWasmLeavesToLaterWasmWhatWeighs(t *testing.T) {
	imported := func(tags string) []string {
		list := exec.Command("go", "list", "-deps", "-tags", tags, "rackonomics/wasm/engine")
		list.Env = append(os.Environ(), "GOOS=js", "GOARCH=wasm")
		output, err := list.Output()
		if err != nil {
			t.Fatalf("go list: %v", err)
		}
		return strings.Fields(string(output))
	}
	first, all := imported(""), imported("later")
	for _, heavy := range []string{"rackonomics/engine/campus", "rackonomics/engine/workbook", "rackonomics/engine/spreadsheet", "archive/zip", "encoding/xml"} {
		if slices.Contains(first, heavy) {
			t.Errorf("engine.wasm has %s", heavy)
		}
		if !slices.Contains(all, heavy) {
			t.Errorf("later.wasm has no %s", heavy)
		}
	}
}
