package scenarios_test

import (
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"

	"rackonomics/engine/session"
)

//go:generate go test -run TestLinksOpenForEver . -update

// A link that was sent once opens whole, says what it said, and comes to the same
// figures; where a change of the model moves them, the diff says so.
func TestLinksOpenForEver(t *testing.T) {
	text, err := os.ReadFile("links.txt")
	if err != nil {
		t.Fatal(err)
	}
	kept, err := filepath.Glob("results/links/*.txt")
	if err != nil {
		t.Fatal(err)
	}
	for line := range strings.Lines(string(text)) {
		if strings.HasPrefix(line, "#") {
			continue
		}
		name, link, _ := strings.Cut(strings.TrimSpace(line), "\t")
		file := filepath.Join("results", "links", name+".txt")
		kept = slices.DeleteFunc(kept, func(other string) bool { return other == file })
		opened, err := session.OpenLink(link)
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		if opened.Damaged() {
			t.Errorf("%s: %v", name, opened.Notices)
		}
		checkResults(t, file, results(t, opened))
		again, err := session.New(opened.Base).Link(opened.Changes, opened.Looking)
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		reopened, err := session.OpenLink(again)
		if err != nil || !reflect.DeepEqual(reopened.Changes, opened.Changes) || !reflect.DeepEqual(reopened.Looking, opened.Looking) {
			t.Errorf("%s: written again it says %+v, %v", name, reopened, err)
		}
	}
	for _, file := range kept {
		t.Errorf("scenarios/%s is of no link", filepath.ToSlash(file))
	}
}
