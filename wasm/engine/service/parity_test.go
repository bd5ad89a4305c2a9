package service

import (
	"bytes"
	"encoding/base64"
	"encoding/binary"
	"encoding/json"
	"math"
	"os"
	"os/exec"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"github.com/goccy/go-json/jsontext"

	"rackonomics/engine/model"
	"rackonomics/scenarios"
	"rackonomics/wasm/protocol"
)

// The same scenario gives the same bits natively and in the browser: every view
// of every shipped scenario, and its plan, is computed here and by engine.wasm in V8.
func TestEngineInWASMGivesTheSameBits(t *testing.T) {
	if testing.Short() {
		t.Skip("building engine.wasm takes long")
	}
	type request struct {
		Name    string              `json:"name"`
		Of      int                 `json:"of"`
		Changes []protocol.Change   `json:"changes"`
		Views   []protocol.ViewWish `json:"views"`
		Floor   bool                `json:"floor"`
	}
	var wishes []protocol.ViewWish
	for _, view := range model.Views {
		wishes = append(wishes, protocol.ViewWish{Name: view.Name, By: protocol.ByMonth})
	}
	variants := [][]protocol.Change{
		{},
		{
			{Path: "operator.revenue_growth", Value: jsontext.Value("0.37")},
			{Path: "operator.cost_growth", Value: jsontext.Value("-0.013")},
			{Path: "operator.depreciate_new_capital", Value: jsontext.Value("false")},
			{Path: "scenario.start", Value: jsontext.Value(`"2027-11"`)},
			{Path: "scenario.months", Value: jsontext.Value("181")},
		},
	}
	var cases []request
	for _, name := range scenarios.Names {
		for _, changes := range variants {
			cases = append(cases, request{name, 1, changes, wishes, true})
		}
	}
	input, err := json.Marshal(cases)
	if err != nil {
		t.Fatal(err)
	}
	lines := strings.Fields(string(runInNode(t, input)))
	if len(lines) != 2*len(cases) {
		t.Fatalf("%d lines for %d cases", len(lines), len(cases))
	}
	for i, each := range cases {
		desk := &Desk{}
		ask(t, desk, "open", `{"name":"`+each.Name+`"}`)
		answer, numbers := ask(t, desk, "run", written(t, protocol.RunRequest{Of: each.Of, Changes: each.Changes, Views: each.Views, Floor: each.Floor}))
		if len(numbers) == 0 {
			t.Fatalf("%s: %s", each.Name, problemsOf(answer))
		}
		compareBits(t, each.Name, numbers, lines[2*i])
		// What is told in texts, measures among it, but by what each computed.
		body, err := base64.StdEncoding.DecodeString(lines[2*i+1])
		var told map[string]any
		if err != nil || json.Unmarshal(body, &told) != nil {
			t.Fatalf("%s: the answer from WASM cannot be read, %v", each.Name, err)
		}
		for _, side := range []map[string]any{told, answer} {
			if by, _ := side["computed"].(string); !strings.HasPrefix(by, "operation by operation: ") {
				t.Errorf("%s is said to be computed %q, where no kernel is", each.Name, by)
			}
			delete(side, "computed")
		}
		if !reflect.DeepEqual(told, answer) {
			t.Fatalf("%s: the views are others in WASM", each.Name)
		}
	}
}

func compareBits(t *testing.T, name string, numbers []float64, encoded string) {
	t.Helper()
	data, err := base64.StdEncoding.DecodeString(encoded)
	if err != nil || len(data) != 8*len(numbers) {
		t.Fatalf("%s: %d bytes from WASM for %d numbers, %v", name, len(data), len(numbers), err)
	}
	for i, want := range numbers {
		if got := binary.LittleEndian.Uint64(data[8*i:]); got != math.Float64bits(want) {
			t.Fatalf("%s: number %d is %v natively and %v in WASM", name, i, want, math.Float64frombits(got))
		}
	}
}

func runInNode(t *testing.T, input []byte) []byte {
	t.Helper()
	node, err := exec.LookPath("node")
	if err != nil {
		t.Fatal("this test needs Node.js, as the page's build does: ", err)
	}
	root, err := exec.Command("go", "env", "GOROOT").Output()
	if err != nil {
		t.Fatal(err)
	}
	engine := filepath.Join(t.TempDir(), "engine.wasm")
	build := exec.Command("go", "build", "-trimpath", "-buildvcs=false", "-ldflags=-s -w", "-o", engine, "..")
	build.Env = append(os.Environ(), "GOOS=js", "GOARCH=wasm")
	if output, err := build.CombinedOutput(); err != nil {
		t.Fatalf("engine.wasm does not build: %v\n%s", err, output)
	}
	run := exec.Command(node, "testdata/tables.mjs", filepath.Join(strings.TrimSpace(string(root)), "lib", "wasm", "wasm_exec.js"), engine)
	run.Stdin = bytes.NewReader(input)
	var failures bytes.Buffer
	run.Stderr = &failures
	output, err := run.Output()
	if err != nil {
		t.Fatalf("engine.wasm in Node: %v\n%s", err, failures.String())
	}
	return output
}
