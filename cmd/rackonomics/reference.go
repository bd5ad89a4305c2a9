package main

import (
	"bytes"
	_ "embed"
	"fmt"
	"os"
	"path/filepath"

	"github.com/spf13/cobra"

	"rackonomics/engine/model"
	"rackonomics/engine/result"
	"rackonomics/engine/scenario"
)

//go:generate go run . reference ../../docs/model

//go:embed reference_conventions.md
var conventions string

// The pages of the reference that are not about one scope.
const (
	overviewPage   = "README.md"
	viewsPage      = "views.md"
	situationsPage = "situations.md"
	languagePage   = "../language.md"
)

const generated = "Generated from the declarations by `make generate`; do not edit.\n"

func newReferenceCommand() *cobra.Command {
	return &cobra.Command{
		Use:    "reference FOLDER",
		Short:  "Write docs/model: every input, row, measure, view and example as Markdown, a page a scope",
		Hidden: true,
		Args:   takes("FOLDER"),
		RunE: func(_ *cobra.Command, args []string) error {
			pages, err := referencePages()
			if err != nil {
				return err
			}
			return replaceFolder(args[0], pages)
		},
	}
}

// replaceFolder leaves a folder with the pages and nothing else of their kind.
func replaceFolder(folder string, pages map[string]string) error {
	if err := os.MkdirAll(folder, 0o777); err != nil {
		return err
	}
	old, err := filepath.Glob(filepath.Join(folder, "*.md"))
	if err != nil {
		return err
	}
	for _, name := range old {
		if _, kept := pages[filepath.Base(name)]; !kept {
			if err := os.Remove(name); err != nil {
				return err
			}
		}
	}
	for name, text := range pages {
		if err := os.WriteFile(filepath.Join(folder, name), []byte(text), 0o666); err != nil {
			return err
		}
	}
	return nil
}

// referencePages are the pages of the reference by their file names.
func referencePages() (map[string]string, error) {
	a, err := newAtlas()
	if err != nil {
		return nil, err
	}
	pages := map[string]string{}
	page := func(name string, write func(*referencePage)) {
		p := &referencePage{atlas: a, name: name}
		write(p)
		pages[name] = p.out.String()
	}
	page(overviewPage, (*referencePage).overview)
	for _, scope := range model.Scenario.Scopes() {
		page(scopePage(scope.Name), func(p *referencePage) { p.scope(scope) })
	}
	page(viewsPage, (*referencePage).views)
	page(situationsPage, (*referencePage).situations)
	return pages, nil
}

func scopePage(scope string) string { return scope + ".md" }

// referencePage is a page that is being written.
type referencePage struct {
	*atlas
	name string
	out  bytes.Buffer
}

func (p *referencePage) printf(format string, args ...any) { fmt.Fprintf(&p.out, format, args...) }

// heading writes a heading that links lead to.
func (p *referencePage) heading(level int, id, title string) {
	p.printf("\n<a id=\"%s\"></a>\n\n%s %s\n", id, "######"[:level], escaped(title))
}

func (p *referencePage) overview() {
	p.printf("# The model\n\nEvery input, row, measure, view and example, by what it belongs to. %s\n", generated)
	p.printf("| page | what of | inputs | rows | measures |\n|---|---|---|---|---|\n")
	for _, scope := range model.Scenario.Scopes() {
		p.printf("| [%s](%s) | %s | %d | %d | %d |\n", escaped(scope.Title), scopePage(scope.Name), escaped(scope.Note),
			len(model.Scenario.InputsOf(scope.Name)), len(rowsOf(model.Rows, scope.Name)), len(measuresOf(scope.Name)))
	}
	p.printf("\n[Views](%s) are what is shown of a scenario, [situations](%s) what examples start from, [the language](%s) what formulas are written in.\n", viewsPage, situationsPage, languagePage)
	p.printf("\n## Contents\n\n")
	for _, scope := range model.Scenario.Scopes() {
		p.contents(scope)
	}
	p.printf("\n## Conventions\n\n%s", conventions)
	p.printf("\n## Scenario\n\nThe inputs of a scenario that belong to no thing.\n")
	for _, in := range model.Scenario.Horizon() {
		p.input(in.Name, in)
	}
	p.functions()
}

func (p *referencePage) contents(scope *scenario.Scope) {
	page := scopePage(scope.Name)
	p.printf("- [%s](%s)\n", escaped(scope.Title), page)
	for _, group := range groupsOf(scope.Name) {
		p.printf("  - inputs: [%s](%s#%s)\n", escaped(group), page, groupID(group))
	}
	for _, subject := range model.Subjects {
		if rows := rowsOf(subject.Rows, scope.Name); len(rows) > 0 {
			p.printf("  - rows: [%s](%s#%s) (%d)\n", escaped(subject.Title), page, subjectID(subject), len(rows))
		}
	}
	if measures := measuresOf(scope.Name); len(measures) > 0 {
		p.printf("  - [measures](%s#measures) (%d)\n", page, len(measures))
	}
	if examples := examplesOf(scope.Name); len(examples) > 0 {
		p.printf("  - [examples](%s#examples) (%d)\n", page, len(examples))
	}
}

func (p *referencePage) functions() {
	p.heading(2, "functions", "Functions of measures")
	p.printf("\nA measure is a formula in the language of the rows, with these functions, which make one value of rows. Of each argument and of the result stands the unit; X and Y are any. Monthly has a value each month, as rows have; several values are the rates that a flow may have; of each thing means of every instance of a scope. A measure of one thing among several carries its name behind an @.\n\n")
	p.printf("- %s: %s\n", code("without(scope, row): monthly X"), escaped("The row, of what there is one of, in the same scenario without the things of a scope: cash - without(lease, cash) is what the leases add."))
	for _, reduction := range result.Reductions {
		p.printf("- %s: %s\n", code(reduction.String()), escaped(reduction.Meaning))
	}
}

func groupID(group string) string            { return "inputs-" + anchor(group) }
func subjectID(subject model.Subject) string { return "rows-" + anchor(subject.Title) }
func measureID(m *model.Measure) string      { return "measure." + m.Name }
func exampleID(example model.Example) string { return "example." + example.Name }
func functionID(name string) string          { return "function." + name }

// groupsOf lists the headings of a scope's inputs in order of their first input.
func groupsOf(scope string) []string {
	var groups []string
	seen := map[string]bool{}
	for _, in := range model.Scenario.InputsOf(scope) {
		if !seen[in.Group] {
			seen[in.Group] = true
			groups = append(groups, in.Group)
		}
	}
	return groups
}

func rowsOf(rows []model.Row, scope string) []*model.Row {
	var list []*model.Row
	for i := range rows {
		if rows[i].Scope() == scope {
			list = append(list, &rows[i])
		}
	}
	return list
}

func measuresOf(scope string) []*model.Measure {
	var list []*model.Measure
	for i := range model.Measures {
		if model.Measures[i].Scope == scope {
			list = append(list, &model.Measures[i])
		}
	}
	return list
}

// examplesOf lists the examples whose first outcome is a row of the scope.
func examplesOf(scope string) []model.Example {
	var list []model.Example
	for _, example := range model.Examples() {
		if model.FindRow(rowOf(example.Then[0])).Scope() == scope {
			list = append(list, example)
		}
	}
	return list
}
