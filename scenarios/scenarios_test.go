package scenarios_test

import (
	"io/fs"
	"os"
	"path"
	"slices"
	"strings"
	"testing"

	"rackonomics/engine/scenario"
	"rackonomics/scenarios"
)

func TestEveryFileIsOffered(t *testing.T) {
	files, err := fs.Glob(os.DirFS("."), "*.json")
	if err != nil || len(files) == 0 {
		t.Fatalf("no scenario is found: %v", err)
	}
	var found []string
	for _, file := range files {
		if strings.HasSuffix(file, ".schema.json") {
			continue
		}
		name := strings.TrimSuffix(file, ".json")
		found = append(found, name)
		if !slices.Contains(scenarios.Names, name) {
			t.Errorf("%s is not listed in Names, so nobody is offered it", file)
		}
	}
	for i, name := range scenarios.Names {
		if !slices.Contains(found, name) || slices.Index(scenarios.Names, name) != i {
			t.Errorf("Names lists %s, which is no file here or listed twice", name)
		}
	}
}

func TestEveryScenarioIsWhole(t *testing.T) {
	for _, name := range scenarios.Names {
		t.Run(name, func(t *testing.T) {
			document, err := scenarios.Load(name)
			if err != nil {
				t.Fatal(err)
			}
			if document.Name != name {
				t.Errorf("the file %s.json holds a scenario named %q", name, document.Name)
			}
			if document.Title == "" || document.About == "" || document.AsOf == "" {
				t.Error("title, about or as_of is missing")
			}
			found, ok := scenarios.Find(name, document.Hash())
			if !ok || found.Hash() != document.Hash() {
				t.Errorf("it is not found by its hash %s", document.Hash())
			}
		})
	}
}

// Figures about real companies carry their source or count as assumptions. Where
// no address is known, the publisher stands after a semicolon.
func TestEverySourceIsComplete(t *testing.T) {
	for _, name := range scenarios.Names {
		document, err := scenarios.Load(name)
		if err != nil {
			t.Fatal(err)
		}
		for i := range document.Instances {
			for field, given := range document.Instances[i].Given {
				for _, source := range given.Sources {
					if source.Confidence != scenario.Estimate && (source.URL == "" && !strings.Contains(source.Label, "; ") || source.Date == "") {
						t.Errorf("%s: %s: the source %q has no address and publisher, or no date", name, document.Instances[i].Path(field), source.Label)
					}
				}
			}
		}
	}
}

func TestWhatIsNotShippedIsNotFound(t *testing.T) {
	for _, name := range []string{"", "nothing", "../scenarios/filed-deal", "archive", "archive/README", "scenario.schema", "filed-deal.json", "/etc/passwd", "filed-deal\x00"} {
		if document, err := scenarios.Load(name); err == nil {
			t.Errorf("%q loads %s", name, document.Name)
		} else if !strings.Contains(err.Error(), "filed-deal") {
			t.Errorf("%q: %v does not say what there is", name, err)
		}
		if document, ok := scenarios.Find(name, "0123456789abcdef"); ok {
			t.Errorf("%q finds %s", name, document.Name)
		}
	}
	for _, hash := range []string{"", "0000000000000000", "../no-deal"} {
		if _, ok := scenarios.Find("filed-deal", hash); ok {
			t.Errorf("a form with the hash %q is found", hash)
		}
	}
}

const toShip = `scenarios/shipped.txt does not list the form that %s.json has now. A link names the form of a scenario that it was made from, so every form that was ever shipped must stay.
If the form before it was published, copy that file from the history of the repository to scenarios/archive/<name>.<hash>.json and keep its line; if it never was, replace its line. The line to add is
%s %s`

func TestEveryFormEverShippedIsFound(t *testing.T) {
	text, err := os.ReadFile("shipped.txt")
	if err != nil {
		t.Fatal(err)
	}
	listed := map[string]bool{}
	for _, line := range strings.Split(strings.TrimSpace(string(text)), "\n") {
		if strings.HasPrefix(line, "#") {
			continue
		}
		name, hash, ok := strings.Cut(line, " ")
		if !ok || len(hash) != 16 || listed[line] {
			t.Errorf("%q is not a name and a hash, or is listed twice", line)
			continue
		}
		listed[line] = true
		document, found := scenarios.Find(name, hash)
		if !found {
			t.Errorf("%s of the hash %s was shipped, and is neither scenarios/%s.json nor scenarios/archive/%s.%s.json. Take it from the history of the repository.", name, hash, name, name, hash)
		} else if document.Hash() != hash || document.Name != name {
			t.Errorf("%s of the hash %s is found as %s %s", name, hash, document.Name, document.Hash())
		}
	}
	for _, name := range scenarios.Names {
		document, err := scenarios.Load(name)
		if err != nil {
			t.Fatal(err)
		}
		if !listed[name+" "+document.Hash()] {
			t.Errorf(toShip, name, name, document.Hash())
		}
	}
	archived, err := fs.Glob(os.DirFS("archive"), "*.json")
	if err != nil {
		t.Fatal(err)
	}
	for _, file := range archived {
		name, hash, _ := strings.Cut(strings.TrimSuffix(path.Base(file), ".json"), ".")
		if !listed[name+" "+hash] {
			t.Errorf("archive/%s is no form listed in shipped.txt", file)
		}
	}
}
