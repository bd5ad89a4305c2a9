package main

import (
	"os"
	"regexp"
	"strings"
	"testing"

	"rackonomics/engine/model"
	"rackonomics/engine/result"
)

func TestReferenceIsFresh(t *testing.T) {
	file, err := os.ReadFile("../../docs/model.md")
	if err != nil {
		t.Fatal(err)
	}
	if succeed(t, "reference") != string(file) {
		t.Error("docs/model.md is stale: run make generate")
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
	text := succeed(t, "reference")
	has := func(part string) {
		t.Helper()
		if !strings.Contains(text, part) {
			t.Errorf("the reference has no %s", part)
		}
	}
	for _, in := range model.Scenario.Inputs() {
		path := in.Name
		if in.Scope() != "operator" {
			path = in.Scope() + ".<name>." + in.Field()
		}
		has("**" + escaped(in.Title) + "** · `" + path + "`")
		has(escaped(in.Note))
		for _, source := range in.Sources {
			has("](<" + source.URL)
		}
	}
	for _, row := range model.Rows {
		has("· `" + row.Name + "` · `" + row.Unit + "` · " + row.Kind.String())
		has("\n\n" + codeBlock(row.Formula) + "\n\n" + escaped(row.Note))
		for _, source := range row.Sources() {
			if source.URL != "" {
				has("- [" + escaped(source.Label) + "](<" + source.URL + ">)")
			}
		}
	}
	for _, m := range model.Measures {
		has("**" + escaped(m.Title) + "** · `" + m.Name)
		has("\n\n`" + m.Formula + "`\n\n" + escaped(result.Undated(m.Note)))
	}
	for _, name := range []string{"`break_even.net_income.lasting` · `month`", "`debt.llcr@<tranche>` · `1`", "`npv(flow: monthly X, rate: 1, mid_month?: bool): X`"} {
		has(name)
	}
}

// Every entry of the contents leads to one heading.
func TestContentsOfTheReference(t *testing.T) {
	text := succeed(t, "reference")
	headings := map[string]int{}
	for _, match := range regexp.MustCompile(`(?m)^##+ (.*)$`).FindAllStringSubmatch(text, -1) {
		headings[anchor(match[1])]++
	}
	links := regexp.MustCompile(`(?m)^ *- \[.*\]\(#([^)]+)\)`).FindAllStringSubmatch(text, -1)
	if len(links) != len(headings) {
		t.Errorf("%d entries for %d headings", len(links), len(headings))
	}
	for _, match := range links {
		if headings[match[1]] != 1 {
			t.Errorf("#%s leads to %d headings", match[1], headings[match[1]])
		}
	}
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
