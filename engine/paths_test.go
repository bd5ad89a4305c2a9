package engine_test

import (
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// unkept are the folders and files that are made and not kept in the repository.
var unkept = []string{".git", "node_modules", "build", "dist", "web/src/generated/catalog.json", "web/test-results", "web/playwright-report"}

// A file system of macOS or Windows holds only one of two paths that differ by
// case alone. Imports of TypeScript name no extension, so there figures.ts is
// read where Figures.tsx is meant.
func TestNoTwoPathsDifferByCaseAlone(t *testing.T) {
	var paths []string
	root := os.DirFS("..")
	err := fs.WalkDir(root, ".", func(path string, entry fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if slices.Contains(unkept, path) || slices.Contains(unkept, filepath.Base(path)) {
			if entry.IsDir() {
				return fs.SkipDir
			}
			return nil
		}
		paths = append(paths, path)
		return nil
	})
	if err != nil || len(paths) < 100 {
		t.Fatalf("%d paths are found, %v", len(paths), err)
	}
	for _, clash := range clashes(paths) {
		t.Error(clash)
	}
}

func clashes(paths []string) (found []string) {
	seen := map[string]string{}
	for _, path := range paths {
		folded := strings.TrimSuffix(strings.TrimSuffix(strings.ToLower(path), ".ts"), ".tsx")
		if other, ok := seen[folded]; ok {
			found = append(found, other+" and "+path+" differ by case alone, or by none")
		}
		seen[folded] = path
	}
	return found
}

func TestClashesAreFound(t *testing.T) {
	if got := clashes([]string{"page/figures.ts", "page/Figures.tsx", "page/figures.test.ts", "README.md", "readme.md"}); len(got) != 2 {
		t.Errorf("%v", got)
	}
}
