package main

import (
	"errors"
	"html"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"rackonomics/engine/language"
	"rackonomics/engine/model"
	"rackonomics/engine/result"
	"rackonomics/engine/scenario"
)

func writtenReference(t *testing.T) map[string]string {
	t.Helper()
	pages, err := referencePages()
	if err != nil {
		t.Fatal(err)
	}
	return pages
}

func TestReferenceIsFresh(t *testing.T) {
	pages := writtenReference(t)
	for name, text := range pages {
		file, err := os.ReadFile("../../docs/model/" + name)
		if err != nil || string(file) != text {
			t.Errorf("docs/model/%s is stale, %v: run make generate", name, err)
		}
	}
	files, err := filepath.Glob("../../docs/model/*")
	if err != nil || len(files) != len(pages) {
		t.Errorf("docs/model has %d files, not %d, %v: run make generate", len(files), len(pages), err)
	}
}

func TestReferenceLeavesNoOldPage(t *testing.T) {
	folder := t.TempDir()
	old := filepath.Join(folder, "leasehold.md")
	if err := os.WriteFile(old, nil, 0o666); err != nil {
		t.Fatal(err)
	}
	succeed(t, "reference", folder)
	if _, err := os.Stat(old); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("the page of a scope that is no more stays: %v", err)
	}
	if text, err := os.ReadFile(filepath.Join(folder, "lease.md")); err != nil || string(text) != writtenReference(t)["lease.md"] {
		t.Errorf("lease.md is not written: %v", err)
	}
}

func TestLanguageReferenceIsFresh(t *testing.T) {
	file, err := os.ReadFile("../../docs/language.md")
	if err != nil {
		t.Fatal(err)
	}
	if succeed(t, "language") != string(file) {
		t.Error("docs/language.md is stale: run make generate")
	}
}

func TestReferenceHasEveryInputRowAndSource(t *testing.T) {
	pages := writtenReference(t)
	has := func(page, part string) {
		t.Helper()
		if !strings.Contains(pages[page], part) {
			t.Errorf("%s has no %s", page, part)
		}
	}
	for _, in := range model.Scenario.Inputs() {
		path := in.Name
		if in.Scope() != "operator" {
			path = in.Scope() + ".<name>." + in.Field()
		}
		page := in.Scope() + ".md"
		has(page, "#### "+escaped(in.Title)+"\n\n`"+path+"`")
		has(page, escaped(in.Note))
		for _, source := range in.Sources {
			has(page, "](<"+source.URL)
		}
	}
	for _, row := range model.Rows {
		page := row.Scope() + ".md"
		has(page, "#### "+escaped(row.Title())+"\n\n`"+row.Name+"` · `"+row.Unit+"` · ["+row.Kind.String()+"]")
		has(page, escaped(row.Note))
		for _, source := range row.Sources() {
			if source.URL != "" {
				has(page, "- ["+escaped(source.Label)+"](<"+source.URL+">)")
			}
		}
	}
	for _, m := range model.Measures {
		has(m.Scope+".md", "#### "+escaped(m.Title)+"\n\n`"+m.Name)
		has(m.Scope+".md", escaped(result.Undated(m.Note)))
	}
	for _, view := range model.Views {
		has("views.md", "## "+escaped(view.Title)+"\n\n`"+view.Name+"` · "+view.Shows.Kind())
	}
	examples := 0
	for name, text := range pages {
		examples += strings.Count(text, "<a id=\"example.")
		if len(text) < 1000 {
			t.Errorf("%s has only %d bytes", name, len(text))
		}
	}
	if examples != len(model.Examples()) {
		t.Errorf("%d examples stand in the reference, not %d", examples, len(model.Examples()))
	}
	has("operator.md", "`break_even.net_income.lasting` · `month`")
	has("tranche.md", "`debt.llcr@<tranche>` · `1`")
	has("README.md", "`npv(flow: monthly X, rate: 1, mid_month?: bool): X`")
}

// A formula of the reference without its links is the formula.
func TestFormulasAreLinkedAndWhole(t *testing.T) {
	var plain strings.Builder
	for _, text := range writtenReference(t) {
		for _, block := range regexp.MustCompile(`(?s)<pre>(.*?)</pre>`).FindAllStringSubmatch(text, -1) {
			plain.WriteString("\n" + html.UnescapeString(regexp.MustCompile(`</?a[^>]*>`).ReplaceAllString(block[1], "")) + "\n")
		}
	}
	for _, row := range model.Rows {
		if !strings.Contains(plain.String(), "\n"+row.Formula+"\n") {
			t.Errorf("%s: the reference has no %s", row.Name, row.Formula)
		}
	}
	for _, m := range model.Measures {
		if !strings.Contains(plain.String(), "\n"+m.Formula+"\n") {
			t.Errorf("%s: the reference has no %s", m.Name, m.Formula)
		}
	}
}

// What the trees of the rows read is what "Read by" tells, with what the
// functions read that they call.
func TestReadersAreThoseOfTheTrees(t *testing.T) {
	a, err := newAtlas()
	if err != nil {
		t.Fatal(err)
	}
	schema, err := model.Schema(&scenario.Document{})
	if err != nil {
		t.Fatal(err)
	}
	type reading struct{ reader, name string }
	told := map[reading]bool{}
	for _, entry := range a.Entries {
		for _, reader := range a.ReadBy(entry.ID) {
			told[reading{reader, entry.ID}] = true
		}
	}
	var tells func(reader, name string) bool
	tells = func(reader, name string) bool {
		if told[reading{reader, name}] {
			return true
		}
		for _, function := range model.Functions {
			if called := (reading{reader, function.Name}); told[called] && tells(function.Name, name) {
				return true
			}
		}
		return false
	}
	read := 0
	for _, row := range model.Rows {
		index, _ := schema.RowIndex(row.Name)
		for _, name := range namesIn(schema, index, map[int]bool{}) {
			read++
			if !tells(row.Name, name) {
				t.Errorf("%s reads %s, and the reference does not tell", row.Name, name)
			}
		}
		for _, entry := range a.Entries {
			if name := entry.ID; told[reading{row.Name, name}] && row.By != name && !readsOrCalls(a, schema, row.Name, name) {
				t.Errorf("the reference tells that %s reads %s", row.Name, name)
			}
		}
	}
	if read < len(model.Rows) {
		t.Errorf("only %d names are read", read)
	}
}

// readsOrCalls reports whether a row's tree has a name, or it is a function's.
func readsOrCalls(a *atlas, schema *language.Schema, row, name string) bool {
	index, _ := schema.RowIndex(row)
	return a.places[name].page == languagePage || slices.Contains(namesIn(schema, index, map[int]bool{}), name)
}

// namesIn lists the rows and inputs that a row's tree reads, also through rows
// that were made for parts of it.
func namesIn(schema *language.Schema, index int, seen map[int]bool) (names []string) {
	seen[index] = true
	var visit func(n *language.Node)
	visit = func(n *language.Node) {
		switch {
		case n.Kind == language.Literal && strings.Contains(n.Name, "."): // an option
			names = append(names, n.Type.Choice)
		case n.Kind == language.Reference && !n.IsInput && schema.RowHidden(n.Index):
			if !seen[n.Index] {
				names = append(names, namesIn(schema, n.Index, seen)...)
			}
		case n.Kind == language.Reference:
			names = append(names, n.Name)
		}
		for _, arg := range n.Args {
			visit(arg)
		}
	}
	visit(schema.Expression(index))
	return names
}

func TestLongNumbersAreGrouped(t *testing.T) {
	for text, want := range map[string]string{
		"-100000000000 to 9999": "-100,000,000,000 to 9999",
		"12345; 0.0000001":      "12,345; 0.0000001",
		"2026-05 and 123456":    "2026-05 and 123,456",
	} {
		if got := grouped(text); got != want {
			t.Errorf("%q is written %q, want %q", text, got, want)
		}
	}
}

func TestMarkdownIsEscaped(t *testing.T) {
	for text, want := range map[string]string{
		"a_b *c* [d](e) <f>": `a\_b \*c\* \[d\](e) \<f\>`,
		"1. one":             `1\. one`,
		"- one":              `\- one`,
		"-1 to 1":            "-1 to 1",
		"0.5; $5 & `x`":      "0.5; \\$5 \\& \\`x\\`",
		"two\nlines | \\":    `two lines \| \\`,
	} {
		if got := escaped(text); got != want {
			t.Errorf("%q is written %q, want %q", text, got, want)
		}
	}
	for text, want := range map[string]string{"a | b": "`a | b`", "a`b": "``a`b``", "`": "`` ` ``"} {
		if got := code(text); got != want {
			t.Errorf("%q as code is %q, want %q", text, got, want)
		}
	}
}
