package workbook

import (
	"bytes"
	"maps"
	"math"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"rackonomics/engine/model"
	"rackonomics/engine/result"
	"rackonomics/engine/scenario"
	"rackonomics/engine/session"
	"rackonomics/engine/spreadsheet"
	"rackonomics/scenarios"
)

// failing is a test, or a property of one.
type failing interface {
	Helper()
	Fatal(...any)
}

func loaded(t failing, name string) *scenario.Document {
	t.Helper()
	document, err := scenarios.Load(name)
	if err != nil {
		t.Fatal(err)
	}
	return document
}

func writtenOf(t testing.TB, document *scenario.Document) []byte {
	t.Helper()
	var out bytes.Buffer
	if err := Write(&out, document); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

func TestSameBytes(t *testing.T) {
	document := loaded(t, "useful-life")
	if !bytes.Equal(writtenOf(t, document), writtenOf(t, document)) {
		t.Error("the same scenario has other bytes")
	}
}

func TestEveryReductionIsSaid(t *testing.T) {
	for _, reduction := range result.Reductions {
		said, ok := sayings[reduction.Name]
		if !ok || (said.formula == nil) != (said.reason != "") {
			t.Errorf("%s has neither a translation nor a reason why it has none", reduction.Name)
		}
	}
	if len(sayings) != len(result.Reductions) {
		t.Errorf("%d translations of %d reductions", len(sayings), len(result.Reductions))
	}
}

// Rates of return follow what is changed in the book, where there is one and where
// there is none.
func TestRatesOfReturnAreFormulas(t *testing.T) {
	told := map[bool]int{} // by whether there is one
	for _, name := range []string{"half-the-data-center", "useful-life", "delayed-listing", "no-deal"} {
		_, made := builtOf(t, loaded(t, name))
		for _, sheet := range made.Sheets {
			if sheet.Name != "Measures" {
				continue
			}
			for _, row := range sheet.Rows[2:] {
				if formula := row.Cells[measureFormula].Value.Text; !strings.Contains(formula, "rate_of_return(") {
					continue
				}
				value := row.Cells[measureValue]
				if how := row.Cells[measureHow].Value.Text; value.Formula == "" || !strings.HasPrefix(how, live) {
					t.Errorf("%s: %s is %q: %s", name, row.Cells[measureName].Value.Text, value.Formula, how)
				}
				told[value.Value.Kind == spreadsheet.Number]++
			}
		}
	}
	if told[true] < 3 || told[false] < 3 {
		t.Errorf("%d rates and %d absent ones show little", told[true], told[false])
	}
}

// A list of options that may be chosen from is no longer than a spreadsheet takes.
func TestOptionsFit(t *testing.T) {
	const longest = 255
	for _, in := range model.Scenario.Inputs() {
		length := 0
		for _, option := range in.Options {
			length += len(option.Name) + 1
		}
		if length > longest {
			t.Errorf("%s has %d characters of options; a spreadsheet takes %d", in.Name, length, longest)
		}
	}
}

// What is allowed is told as the values beside it are written.
func TestAllowedIsToldAsValuesAre(t *testing.T) {
	for name, want := range map[string]string{
		"site.tenant_flops_utilisation": "1 % to 100 %",
		"lease.fee":                     "0 to 50,000,000,000 USD/month",
		"operator.working_capital":      "true or false",
		"lease.start":                   "a month such as 2026-05",
	} {
		in := model.Scenario.FindInput(name)
		if got := allowedText(in); got != want {
			t.Errorf("%s: %q, not %q", name, got, want)
		}
	}
	for _, in := range model.Scenario.Inputs() {
		if text := allowedText(in); in.Percent && strings.Count(text, " %") != 2 {
			t.Errorf("%s is written in per cent, and allowed is %q", in.Name, text)
		}
	}
}

// Every row of every thing has a line with a formula in every month of the scenario
// and wherever the engine has a value after it; every formula is short enough.
func TestEveryRowIsThere(t *testing.T) {
	for _, name := range []string{"tenant-default", "orbital-expansion"} {
		document := loaded(t, name)
		b, _ := builtOf(t, document)
		for i, instance := range b.layout.Instances {
			for _, row := range model.Rows {
				if row.Scope() != instance.Scope {
					continue
				}
				at := slices.IndexFunc(b.things[i].lines, func(l *line) bool { return l.name == row.Name })
				if at < 0 {
					t.Fatalf("%s: %s of %s has no line", name, row.Name, instance.Name)
				}
				line := b.things[i].lines[at]
				for month, formula := range line.formulas {
					value := line.value(month)
					if month < b.months && (formula == "" || value.Kind == spreadsheet.Nothing) {
						t.Fatalf("%s: %s of %s has no formula in month %d", name, row.Name, instance.Name, month)
					}
				}
			}
		}
	}
}

// The lines of the statements are those that the page shows, with the same values.
func TestStatementsAreThoseOfThePage(t *testing.T) {
	document := loaded(t, "three-tenants")
	b, made := builtOf(t, document)
	var wishes []session.Wish
	for _, view := range model.Views {
		if _, ok := view.Shows.(model.Statement); ok {
			wishes = append(wishes, session.Wish{View: view.Name, By: result.ByMonth})
		}
	}
	prepared, err := session.New(document).PrepareViews(nil, wishes)
	if err != nil {
		t.Fatal(err)
	}
	run, err := prepared.Run()
	if err != nil {
		t.Fatal(err)
	}
	viewed, err := run.Views(wishes, nil)
	if err != nil {
		t.Fatal(err)
	}
	if err := made.Compute(); err != nil {
		t.Fatal(err)
	}
	values := gridOf(sheetOf(t, made, statementsName).Rows)
	lines, compared := b.statements.lines, 0
	for _, shown := range viewed.Shown {
		for _, want := range shown.Lines {
			if want.Heading || want.Part == result.Reported {
				continue
			}
			at := slices.IndexFunc(lines, func(l *line) bool { return l.title == want.Title && l.name == want.Row && l.indent == want.Depth+1 })
			if at < 0 {
				t.Fatalf("%s has no line %q", shown.Name, want.Title)
			}
			for month, value := range want.Values {
				if got := values[cellName(month, lines[at].number)].Number; math.Abs(got-value) > 1e-9*math.Abs(value)+0.01 {
					t.Fatalf("%s: %q is %v in month %d, and the page has %v", shown.Name, want.Title, got, month, value)
				}
				compared++
			}
			lines = lines[at+1:]
		}
	}
	if compared < 1000 {
		t.Errorf("only %d values were compared", compared)
	}
}

// What is written and not touched is read back as no change; the scenario that was
// written stands in the book.
func TestNothingChanged(t *testing.T) {
	for _, name := range []string{"filed-deal", "starmind"} {
		document := loaded(t, name)
		base, changes, err := Read(writtenOf(t, document))
		if err != nil || len(changes) > 0 || base.Hash() != document.Hash() {
			t.Errorf("%s: %v, %v", name, changes, err)
		}
	}
}

// Spreadsheets may save a number with fifteen digits, LibreOffice does: a value by
// date that was not touched is no change then.
func TestNumbersThatLostDigitsAreNoChange(t *testing.T) {
	const profile = `{"steps":[{"from":"2026-06","value":0.22706249999999997},{"from":"2026-08","value":0.33518749999999997}],"escalator":0.07812499999999997}`
	document := changed(loaded(t, "filed-deal"), "site.memphis.tenant_flops_utilisation", profile)
	_, made := builtOf(t, document)
	shortened := 0
	for _, sheet := range made.Sheets {
		for i := range sheet.Rows {
			for j := range sheet.Rows[i].Cells {
				cell := &sheet.Rows[i].Cells[j]
				if short, err := strconv.ParseFloat(strconv.FormatFloat(cell.Value.Number, 'g', 15, 64), 64); err == nil && sheet.Name == byDateName && short != cell.Value.Number {
					cell.Value.Number = short
					shortened++
				}
			}
		}
	}
	if shortened < 3 {
		t.Fatalf("%d numbers lost digits", shortened)
	}
	var out bytes.Buffer
	if err := made.Write(&out); err != nil {
		t.Fatal(err)
	}
	if _, changes, err := Read(out.Bytes()); err != nil || len(changes) > 0 {
		t.Errorf("read back as %v, %v", changes, err)
	}
}

// A workbook with the cells of another scenario is read back as the changes that
// make the one of the other.
func TestRandomChangesAreReadBack(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		document := changed(loaded(t, rapid.SampledFrom(scenarios.Names).Draw(t, "scenario")), "scenario.months", "2")
		with := document
		for range rapid.IntRange(0, 6).Draw(t, "changes") {
			thing := rapid.IntRange(0, len(document.Instances)-1).Draw(t, "thing")
			owner := &document.Instances[thing]
			in := rapid.SampledFrom(model.Scenario.InputsOf(owner.Scope)).Draw(t, "input")
			if document.Value(thing, in).Profile == nil {
				if next := changed(with, owner.Path(in.Field()), anyValue(t, document, in)); next.Value(thing, in).Profile == nil {
					with = next
				}
			}
		}
		b := &book{document: document, months: 2}
		sheet, other := b.inputGrid(), (&book{document: with, months: 2}).inputGrid()
		for place, value := range other {
			if strings.HasPrefix(place, spreadsheet.ColumnName(valueColumn)) {
				sheet[place] = value
			}
		}
		r := &reading{document: document, inputs: sheet}
		r.read()
		if len(r.problems) > 0 {
			t.Fatal(r.problems)
		}
		got, err := document.Apply(r.changes)
		if err != nil {
			t.Fatal(err)
		}
		for i, instance := range with.Instances {
			for _, in := range model.Scenario.InputsOf(instance.Scope) {
				if !got.Value(i, in).Equal(with.Value(i, in)) {
					t.Fatalf("%s is %v, and was set to %v", instance.Path(in.Field()), got.Value(i, in), with.Value(i, in))
				}
			}
		}
		for _, change := range r.changes { // as the command line prints and reads it
			setting, err := model.Scenario.ParseSetting(change.Setting())
			if err != nil || string(setting.JSON) != string(change.JSON) {
				t.Fatalf("%s is read as %s, %v", change.Setting(), setting.JSON, err)
			}
		}
	})
}

// inputGrid is the sheet of inputs as it is read.
func (b *book) inputGrid() spreadsheet.Grid {
	b.layout = model.Layout(b.document)
	return gridOf(b.placeInputs().sheetRows())
}

func gridOf(rows []spreadsheet.Row) spreadsheet.Grid {
	grid := spreadsheet.Grid{}
	for _, row := range rows {
		for _, cell := range row.Cells {
			if cell.Value.Kind != spreadsheet.Nothing && (cell.Value.Kind != spreadsheet.Text || cell.Value.Text != "") {
				grid[spreadsheet.Reference(cell.Column, row.Number)] = cell.Value
			}
		}
	}
	return grid
}

// A cell that holds a text is read as an entry is anywhere, by date too.
func TestTextsInCellsAreEntries(t *testing.T) {
	const share = `{"steps":[{"from":"2026-06","value":0.2},{"from":"2026-08","value":0.3}]}`
	document := changed(loaded(t, "filed-deal"), "site.memphis.tenant_flops_utilisation", share)
	b, _ := builtOf(t, document)
	inputs, byDate := b.inputGrid(), gridOf(b.inputs.byDate().Rows)
	for i := range document.Instances {
		for field, text := range map[string]string{"discount_rate": " 12 % ", "working_capital": "Yes", "fee": "1.5bn", "start": "Jul 2026", "price_basis": "FEE", "reported_revenue": "$250M a month"} {
			if at, ok := b.inputs.rowOf[inputOf{document.Instances[i].Scope + "." + field, i}]; ok {
				inputs[spreadsheet.Reference(valueColumn, at)] = spreadsheet.TextValue(text)
			}
		}
	}
	at := slices.IndexFunc(b.inputs.profiles, func(p profile) bool { return p.input.Name == "site.tenant_flops_utilisation" })
	first := b.inputs.profiles[at].row
	byDate[spreadsheet.Reference(dateOfStep, first+rowsBeforeSteps)] = spreadsheet.TextValue("Jul-26")
	byDate[spreadsheet.Reference(valueOfStep, first+rowsBeforeSteps)] = spreadsheet.TextValue("25%")
	byDate[spreadsheet.Reference(valueOfStep, first)] = spreadsheet.TextValue("5 %")
	r := &reading{document: document, inputs: inputs, byDate: byDate}
	r.read()
	got := map[string]string{}
	for _, change := range r.changes {
		got[change.Path] = string(change.JSON)
	}
	want := map[string]string{"operator.discount_rate": "0.12", "operator.working_capital": "true", "operator.reported_revenue": "250000000", "lease.anthropic.fee": "1500000000",
		"lease.anthropic.start":                 `"2026-07"`, // and the price basis is what it was
		"site.memphis.tenant_flops_utilisation": `{"steps":[{"from":"2026-07","value":0.25},{"from":"2026-08","value":0.3}],"escalator":0.05}`}
	if len(r.problems) > 0 || !maps.Equal(got, want) {
		t.Errorf("%v, %v; want %v", got, r.problems, want)
	}
	byDate[spreadsheet.Reference(valueOfStep, first+rowsBeforeSteps)] = spreadsheet.TextValue("a fifth")
	r = &reading{document: document, inputs: inputs, byDate: byDate}
	r.read()
	if wrong := `"a fifth" is not a number; allowed is 0.01 to 1 (cell ` + spreadsheet.Reference(valueOfStep, first+rowsBeforeSteps) + " of By date)"; len(r.problems) != 1 || r.problems[0].Message != wrong {
		t.Errorf("%v; want %s", r.problems, wrong)
	}
}

func TestMistakesInEntries(t *testing.T) {
	document := loaded(t, "filed-deal")
	b, _ := builtOf(t, document)
	row := func(path string) int {
		for i := range document.Instances {
			for _, in := range model.Scenario.InputsOf(document.Instances[i].Scope) {
				if document.Instances[i].Path(in.Field()) == path {
					return b.inputs.rowOf[inputOf{in.Name, i}]
				}
			}
		}
		t.Fatalf("there is no %s", path)
		return 0
	}
	for name, test := range map[string]struct {
		path  string
		value spreadsheet.Value
		want  string
	}{
		"out of bounds": {"operator.discount_rate", spreadsheet.NumberValue(7000), "out of bounds; allowed is"},
		"no number":     {"operator.discount_rate", spreadsheet.TextValue("much"), `"much" is not a number`},
		"an error":      {"operator.discount_rate", spreadsheet.NotAvailable, `"#N/A" is no value of it; allowed is`},
		"no truth":      {"operator.working_capital", spreadsheet.TextValue("perhaps"), `"perhaps" cannot be read; allowed is true or false, yes or no, on or off`},
		"no such month": {"lease.anthropic.start", spreadsheet.NumberValue(-5), "-5 is no value of it; allowed is a month"},
		"a schedule":    {"lease.anthropic.fee", spreadsheet.TextValue("1bn from 2026-05"), `allowed is 0 to 50000000000 USD/month (cell C` + strconv.Itoa(row("lease.anthropic.fee")+1) + " of Inputs)"},
		"two readings":  {"lease.anthropic.fee", spreadsheet.TextValue("1,250"), `"1,250" can be read in two ways; write 1.25 or 1250 (cell C`},
		"fixed":         {"scenario.months", spreadsheet.NumberValue(7), "it is fixed in a workbook"},
		"empty":         {"operator.discount_rate", spreadsheet.Value{}, "an empty cell is no value of it"},
	} {
		t.Run(name, func(t *testing.T) {
			grid := b.inputGrid()
			at := monthsRow
			if !strings.HasPrefix(test.path, "scenario.") {
				at = row(test.path)
			}
			grid[spreadsheet.Reference(valueColumn, at)] = test.value
			r := &reading{document: document, inputs: grid}
			r.read()
			if len(r.problems) != 1 || r.problems[0].Path != test.path || !strings.Contains(r.problems[0].Message, test.want) {
				t.Errorf("%v; want %s: %s", r.problems, test.path, test.want)
			}
		})
	}
}

// References in formulas, the sheet apart, of cells and ranges.
var references = regexp.MustCompile(`('[^']+'!)?\$?([A-Z]{1,3})\$?(\d+)(?::\$?([A-Z]{1,3})\$?(\d+))?`)

// No cell needs itself, whatever the inputs are: each branch of every formula counts,
// since a spreadsheet may follow them all.
func TestNothingIsCircular(t *testing.T) {
	names := scenarios.Names
	if testing.Short() {
		names = []string{"useful-life", "start-up"}
	}
	for _, name := range names {
		_, made := builtOf(t, loaded(t, name))
		formulas := map[string]string{}
		computedCells(made, func(sheet, place string, cell *spreadsheet.Cell) { formulas[sheet+"!"+place] = cell.Formula })
		state := map[string]int{} // 1 while it is followed, 2 when it is done
		var follow func(cell string) string
		follow = func(cell string) string {
			if state[cell] == 2 || formulas[cell] == "" {
				return ""
			}
			if state[cell] == 1 {
				return cell
			}
			state[cell] = 1
			sheet, _, _ := strings.Cut(cell, "!")
			for _, found := range references.FindAllStringSubmatch(formulas[cell], -1) {
				of := sheet
				if found[1] != "" {
					of = strings.Trim(found[1], "'!")
				}
				for _, place := range within(found) {
					if circle := follow(of + "!" + place); circle != "" {
						return circle + " < " + cell
					}
				}
			}
			state[cell] = 2
			return ""
		}
		for cell := range formulas {
			if circle := follow(cell); circle != "" {
				t.Fatalf("%s: %.600s", name, circle)
			}
		}
	}
}

// within lists the cells of a reference, a range of which lies in one row or column.
func within(found []string) (places []string) {
	if found[4] == "" {
		return []string{found[2] + found[3]}
	}
	row, _ := strconv.Atoi(found[3])
	last, _ := strconv.Atoi(found[5])
	for number := row; number <= last; number++ {
		for column := 0; column < spreadsheet.MostColumns; column++ {
			name := spreadsheet.ColumnName(column)
			if len(name) < len(found[2]) || len(name) == len(found[2]) && name < found[2] {
				continue
			}
			places = append(places, name+strconv.Itoa(number))
			if name == found[4] {
				break
			}
		}
	}
	return places
}

// A contract that would run beyond the months of the workbook cannot be entered.
func TestReachIsAllowed(t *testing.T) {
	document := loaded(t, "filed-deal")
	b, made := builtOf(t, document)
	at := document.Find("lease", "anthropic")
	row := b.inputs.rowOf[inputOf{"lease.last_month", at}]
	for _, allowed := range sheetOf(t, made, inputsName).Allowed {
		if allowed.Cell != spreadsheet.Reference(valueColumn, row) {
			continue
		}
		last, ok := spreadsheet.MonthOf(allowed.To)
		if !ok || last.Since(document.Start) >= b.computed || !strings.Contains(allowed.Otherwise, "--set") {
			t.Errorf("%v is allowed; the workbook has %d months", last, b.computed)
		}
		return
	}
	t.Error("anything may be entered")
}

func FuzzRead(f *testing.F) {
	f.Add(writtenOf(f, changed(loaded(f, "useful-life"), "scenario.months", "2")))
	f.Add([]byte("PK"))
	f.Fuzz(func(t *testing.T, data []byte) {
		base, changes, err := Read(data)
		if err == nil {
			base.Apply(changes) // may refuse, and must not fail
		}
	})
}
