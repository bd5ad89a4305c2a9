package workbook

import (
	"cmp"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	"rackonomics/engine/model"
	"rackonomics/engine/scenario"
	"rackonomics/engine/spreadsheet"
	"rackonomics/scenarios"
)

// officeSaved has LibreOffice open workbooks, compute them and save them again.
func officeSaved(t testing.TB, office string, files map[string][]byte) map[string][]byte {
	t.Helper()
	folder := t.TempDir()
	arguments := []string{"-env:UserInstallation=file://" + filepath.Join(folder, "profile"), "--headless", "--convert-to", "xlsx", "--outdir", filepath.Join(folder, "out")}
	for name, data := range files {
		path := filepath.Join(folder, name+".xlsx")
		if err := os.WriteFile(path, data, 0o600); err != nil {
			t.Fatal(err)
		}
		arguments = append(arguments, path)
	}
	if out, err := exec.Command(office, arguments...).CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	saved := map[string][]byte{}
	for name := range files {
		data, err := os.ReadFile(filepath.Join(folder, "out", name+".xlsx"))
		if err != nil {
			t.Fatal(err)
		}
		saved[name] = data
	}
	return saved
}

// officeSheets has LibreOffice compute workbooks.
func officeSheets(t testing.TB, office string, files map[string][]byte) map[string]map[string]spreadsheet.Grid {
	t.Helper()
	computed := map[string]map[string]spreadsheet.Grid{}
	for name, data := range officeSaved(t, office, files) {
		computed[name] = everySheet(t, data)
	}
	return computed
}

func everySheet(t testing.TB, data []byte) map[string]spreadsheet.Grid {
	t.Helper()
	names, err := spreadsheet.Sheets(data)
	if err != nil {
		t.Fatal(err)
	}
	grids, err := spreadsheet.Read(data, names...)
	if err != nil {
		t.Fatal(err)
	}
	return grids
}

// findOffice finds the LibreOffice that LIBREOFFICE names, which tools/libreoffice.sh
// sets, or the one that is installed. It skips a test where there is none.
func findOffice(t testing.TB) string {
	name := cmp.Or(os.Getenv("LIBREOFFICE"), "soffice")
	office, err := exec.LookPath(name)
	if name == "none" || err != nil {
		t.Skip("NOT RECALCULATED BY LIBREOFFICE: soffice is not installed (apt-get install --no-install-recommends libreoffice-calc)")
	}
	return office
}

// LibreOffice computes every formula of every shipped scenario anew, and what it saves
// is read back as no change.
func TestLibreOfficeComputesTheSame(t *testing.T) {
	office := findOffice(t)
	names := scenarios.Names
	if testing.Short() {
		names = []string{"useful-life", "start-up"}
	}
	for _, name := range names {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			document, err := scenarios.Load(name)
			if err != nil {
				t.Fatal(err)
			}
			_, made := builtOf(t, document)
			saved := officeSaved(t, office, map[string][]byte{name: bareFile(t, made)})[name]
			t.Logf("%d cells", compare(t, name, made, everySheet(t, saved)))
			readBack(t, saved, [2]*scenario.Document{document, document})
		})
	}
}

// Scenarios of which nothing is known are computed the same, a few months long, and
// so are the months after them.
func TestLibreOfficeComputesRandomScenarios(t *testing.T) {
	t.Parallel()
	office := findOffice(t)
	count := 12
	if testing.Short() {
		count = 1
	}
	files, made := map[string][]byte{}, map[string]*spreadsheet.Book{}
	for seed := range count {
		document := anyScenario.Example(seed)
		name := fmt.Sprintf("%s %d", document.Name, seed)
		_, made[name] = builtOf(t, document)
		files[name] = bareFile(t, made[name])
	}
	computed := officeSheets(t, office, files)
	for name, sheets := range computed {
		t.Run(name, func(t *testing.T) { t.Logf("%d cells", compare(t, name, made[name], sheets)) })
	}
}

// Inputs of any kind that are changed in a workbook change every cell of it as the
// engine does in a run of its own, and what LibreOffice saves is read back as those
// changes.
func TestLibreOfficeFollowsChanges(t *testing.T) {
	t.Parallel()
	office := findOffice(t)
	count := 10
	if testing.Short() {
		count = 1
	}
	files, wanted, pairs := map[string][]byte{}, map[string]*spreadsheet.Book{}, map[string][2]*scenario.Document{}
	for seed := range count {
		pair := anyPair.Example(seed)
		name := fmt.Sprintf("%s %d", pair[0].Name, seed)
		pairs[name] = pair
		_, made := builtOf(t, pair[0])
		_, wanted[name] = builtOf(t, pair[1])
		if countMoved(made, wanted[name]) == 0 && seed < 2 {
			t.Errorf("%s: nothing moved", name)
		}
		enter(sheetOf(t, made, inputsName), sheetOf(t, wanted[name], inputsName))
		files[name] = bareFile(t, made)
	}
	for name, data := range officeSaved(t, office, files) {
		t.Run(name, func(t *testing.T) {
			t.Logf("%d cells", compare(t, name, wanted[name], everySheet(t, data)))
			readBack(t, data, pairs[name])
		})
	}
}

// readBack holds the scenario and the changes that are read from a workbook to those
// that were entered in it.
func readBack(t testing.TB, data []byte, pair [2]*scenario.Document) {
	t.Helper()
	document, changes, err := Read(data)
	if err != nil {
		t.Fatal(err)
	}
	with, err := document.Apply(changes)
	if err != nil {
		t.Fatal(err)
	}
	entered := 0
	for i := range pair[1].Instances {
		for _, in := range model.Scenario.InputsOf(pair[1].Instances[i].Scope) {
			was, want, got := pair[0].Value(i, in), pair[1].Value(i, in), with.Value(i, in)
			if got.Profile == nil {
				got.Number = unrounded(got.Number, want.Number)
			}
			if !got.Equal(want) {
				t.Errorf("%s is read back as %s; want %s", pair[1].Instances[i].Path(in.Field()), in.Encode(got), in.Encode(want))
			}
			if !was.Equal(want) {
				entered++
			}
		}
	}
	if len(changes) != entered {
		t.Errorf("%d changes are read back; want %d", len(changes), entered)
	}
}

// enter sets the values of one sheet of inputs to those of another.
func enter(into, from *spreadsheet.Sheet) {
	for i, row := range from.Rows {
		for j, cell := range row.Cells {
			if cell.Column == valueColumn && row.Number > headsRow {
				into.Rows[i].Cells[j].Value = cell.Value
			}
		}
	}
}
