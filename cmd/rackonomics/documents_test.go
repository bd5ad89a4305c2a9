package main

import (
	"os"
	"path"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// documents are what people read of the repository, by path from its root.
func documents(t *testing.T) map[string]string {
	t.Helper()
	texts := map[string]string{}
	for _, pattern := range []string{"*.md", "docs/*.md", "docs/*/*.md", "web/*/*.md"} {
		files, err := filepath.Glob("../../" + pattern)
		if err != nil {
			t.Fatal(err)
		}
		for _, file := range files {
			text, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			texts[strings.TrimPrefix(filepath.ToSlash(file), "../../")] = string(text)
		}
	}
	return texts
}

func TestEveryLinkLeadsSomewhere(t *testing.T) {
	texts := documents(t)
	if len(texts) < 15 {
		t.Fatalf("only %d documents are found", len(texts))
	}
	exists := func(name string) bool {
		_, err := os.Stat("../../" + name)
		return err == nil
	}
	for _, problem := range deadLinks(texts, exists) {
		t.Error(problem)
	}
}

func TestDeadLinksAreFound(t *testing.T) {
	texts := map[string]string{
		"README.md": "# One\n\n[file](docs/a.md), [id](docs/a.md#x.y), [heading](docs/a.md#two-words), [own](#one), [out](https://example.com/#a), `[code](no.md)`\n\n    [block](no.md)\n",
		"docs/a.md": "## Two words\n\n<a id=\"x.y\"></a><a href=\"../README.md#one\">up</a>",
	}
	exists := func(name string) bool { return texts[name] != "" || name == "docs" }
	if found := deadLinks(texts, exists); found != nil {
		t.Errorf("links that lead somewhere are refused: %q", found)
	}
	for _, dead := range []string{"[a](docs/b.md)", "[a](docs/a.md#two)", "[a](#two)", "<a href=\"a.md\">a</a>", "[a](<docs/b.md>)", "<a id=\"one\"></a><a id=\"one\"></a>"} {
		wrong := map[string]string{"README.md": texts["README.md"] + "\n" + dead + "\n", "docs/a.md": texts["docs/a.md"]}
		if found := deadLinks(wrong, exists); len(found) != 1 {
			t.Errorf("of %s is found %q", dead, found)
		}
	}
}

var (
	codeInText   = regexp.MustCompile("(?s)```.*?```|`[^`\n]*`|(?m:^    [^\n]*$)")
	headingLine  = regexp.MustCompile(`(?m)^#+ (.*)$`)
	namedPlace   = regexp.MustCompile(`<a id="([^"]*)">`)
	markdownLink = regexp.MustCompile(`\]\(<([^>]*)>\)|\]\(([^)<]*)\)|<a href="([^"]*)">`)
)

// deadLinks tells which links within the repository lead nowhere, and which
// places have a name twice.
func deadLinks(texts map[string]string, exists func(string) bool) (found []string) {
	places := map[string]int{} // how often a path#id is there
	for name, text := range texts {
		for _, id := range namedPlace.FindAllStringSubmatch(text, -1) {
			if places[name+"#"+id[1]]++; places[name+"#"+id[1]] == 2 {
				found = append(found, name+": the place "+id[1]+" is there twice")
			}
		}
	}
	for name, text := range texts {
		for _, heading := range headingLine.FindAllStringSubmatch(text, -1) {
			places[name+"#"+anchor(heading[1])]++
		}
	}
	for name, text := range texts {
		for _, match := range markdownLink.FindAllStringSubmatch(codeInText.ReplaceAllString(text, "x"), -1) {
			link := match[1] + match[2] + match[3]
			if strings.Contains(link, "://") {
				continue
			}
			file, id, fragment := strings.Cut(link, "#")
			target := name
			if file != "" {
				target = path.Join(path.Dir(name), file)
			}
			if !exists(target) {
				found = append(found, name+": "+link+" leads to no file")
			} else if fragment && places[target+"#"+id] == 0 {
				found = append(found, name+": "+link+" leads to no place of "+target)
			}
		}
	}
	return found
}

// Paths that the documents for those who work on the repository name are there.
func TestNamedPathsAreThere(t *testing.T) {
	texts := documents(t)
	named := 0
	for _, name := range []string{"CONTRIBUTING.md", "docs/architecture.md"} {
		for _, path := range namedPaths(texts[name]) {
			named++
			found, err := filepath.Glob("../../" + path)
			if err != nil || len(found) == 0 {
				t.Errorf("%s names %s, which is not there", name, path)
			}
		}
	}
	if named < 50 {
		t.Errorf("only %d paths are named", named)
	}
	for text, want := range map[string]string{
		"in `engine/model/rows_<subject>.go` and `make x`": "engine/model/rows_*.go",
		"`./engine/model -run X`, `a/b`, `tools`":          "",
		"`web/src/engine` is":                              "web/src/engine",
	} {
		if got := strings.Join(namedPaths(text), " "); got != want {
			t.Errorf("of %s the paths are %q, not %q", text, got, want)
		}
	}
}

var (
	pathInText = regexp.MustCompile("`((?:cmd|docs|engine|scenarios|tools|wasm|web)/[^` ]+)`")
	gapInPath  = regexp.MustCompile(`<[a-z]+>`)
)

// namedPaths lists the paths of the repository that a text names as code, with a
// star for a gap.
func namedPaths(text string) (paths []string) {
	for _, match := range pathInText.FindAllStringSubmatch(text, -1) {
		paths = append(paths, gapInPath.ReplaceAllString(match[1], "*"))
	}
	return paths
}
