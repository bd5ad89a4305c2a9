package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestThePageHasTodaysTypes(t *testing.T) {
	want, err := write("../../wasm/protocol")
	if err != nil {
		t.Fatal(err)
	}
	got, err := os.ReadFile("../../web/src/generated/protocol.ts")
	if err != nil {
		t.Fatal(err)
	}
	if string(got) != want {
		t.Error("web/src/generated/protocol.ts is not what wasm/protocol says today; run make generate")
	}
}

func TestWhatGoSaysIsSaidInTypeScript(t *testing.T) {
	tests := map[string]struct{ source, want string }{
		"members":   {"type A struct {\n\tB string `json:\"b\"` // what it is\n\tC []int `json:\"c,omitempty\"`\n\tD *A `json:\"d,omitempty\"`\n\tE map[string]bool `json:\"e\"`\n}", "export interface A {\n  /** what it is */\n  b: string;\n  c?: number[];\n  d?: A;\n  e: { [name: string]: boolean };\n}"},
		"embedding": {"type A struct {\n\tB\n\tC any `json:\"c\"`\n}\ntype B struct{}", "export interface A extends B {\n  c: unknown;\n}"},
		"constants": {"type A string\nconst (\n\tX A = \"x\"\n\tY A = \"y\"\n)", `export type A = "x" | "y";`},
		"stated":    {"// A is odd.\n//\n// TypeScript: number | null\ntype A any", "/** A is odd. */\nexport type A = number | null;"},
		"a call":    {"type RunRequest struct{}\ntype RunAnswer struct{}", "export interface Calls {\n  run: { request: RunRequest; answer: RunAnswer };\n}"},
	}
	for name, test := range tests {
		if got, err := writeSource(t, test.source); err != nil || !strings.Contains(got, test.want) {
			t.Errorf("%s: got %v\n%s\nwant in it\n%s", name, err, got, test.want)
		}
	}
	for name, source := range map[string]string{
		"a member without a tag":    "type A struct{ B string }",
		"a type without TypeScript": "type A struct{ B chan int `json:\"b\"` }",
		"a call without an answer":  "type RunRequest struct{}",
		"a text without constants":  "type A string",
	} {
		if got, err := writeSource(t, source); err == nil {
			t.Errorf("%s: no error but\n%s", name, got)
		}
	}
}

func writeSource(t *testing.T, source string) (string, error) {
	folder := t.TempDir()
	if err := os.WriteFile(filepath.Join(folder, "a.go"), []byte("package a\n\n"+source+"\n"), 0o666); err != nil {
		t.Fatal(err)
	}
	return write(folder)
}
