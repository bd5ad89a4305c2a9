package main

import (
	"bytes"
	"fmt"
	"strings"
)

// writeMarkdown writes what the report has but its charts, for which Markdown has no
// words. Titles come from anyone's files and links, so nothing of them is markup.
func (r *report) writeMarkdown(out *bytes.Buffer) error {
	fmt.Fprintf(out, "# %s\n\n%s\n\n", escaped(r.Title), escaped(r.About))
	if r.AsOf != "" {
		fmt.Fprintf(out, "Figures as of %s. ", escaped(r.AsOf))
	}
	fmt.Fprint(out, "**An illustration from public reports and stated assumptions, not advice.**\n")
	if len(r.Answer) > 0 {
		fmt.Fprint(out, "\n## Answer\n\n")
		for _, sentence := range r.Answer {
			fmt.Fprintf(out, "- %s\n", escaped(sentence))
		}
	}
	r.writeFigures(out)
	if r.Site != nil {
		r.Site.writeMarkdown(out, r.Site.Title+", "+r.Month)
	}
	if r.Table != nil {
		r.Table.writeMarkdown(out, r.Table.Title)
	}
	if r.Statement != nil {
		r.Statement.writeMarkdown(out, r.Statement.Title+" by year")
	}
	r.writeAssumptions(out)
	r.writeLink(out)
	return nil
}

func (r *report) writeFigures(out *bytes.Buffer) {
	var lines [][]string
	for _, cell := range r.Cells {
		lines = append(lines, []string{escaped(cell.Title), "**" + escaped(cell.Value) + "**", escaped(cell.Note)})
	}
	writeMarkdownTable(out, "Figures, "+r.Month, []string{"Figure", "Value", "Note"}, lines, ":---")
}

// writeMarkdown writes the table under a title.
func (t *reportTable) writeMarkdown(out *bytes.Buffer, title string) {
	head := []string{escaped(t.First)}
	for _, text := range t.Head {
		head = append(head, escaped(text))
	}
	var lines [][]string
	for _, row := range t.Rows {
		line := []string{strings.Repeat("&nbsp;&nbsp;", row.Depth) + emphasised(row.Title, row.Strong)}
		for _, cell := range row.Cells {
			line = append(line, emphasised(cell, row.Strong))
		}
		lines = append(lines, line)
	}
	writeMarkdownTable(out, title, head, lines, "---:")
	if t.Left > 0 {
		fmt.Fprintf(out, "\nYears left out, which the page has: %d.\n", t.Left)
	}
}

func emphasised(text string, strong bool) string {
	if text = escaped(text); strong && text != "" {
		return "**" + text + "**"
	}
	return text
}

func (r *report) writeAssumptions(out *bytes.Buffer) {
	var changed, given [][]string
	for _, one := range r.Changed {
		sources := citations(one.Sources)
		if sources == "" {
			sources = "No source states it."
		}
		changed = append(changed, []string{escaped(one.Title), escaped(one.Before), "**" + escaped(one.Now) + "**", sources})
	}
	for _, one := range r.Given {
		given = append(given, []string{escaped(one.Title), "**" + escaped(one.Value) + "**", citations(one.Sources)})
	}
	if len(changed) == 0 {
		fmt.Fprintf(out, "\n## Changed assumptions\n\n%s\n", r.Unchanged)
	}
	writeMarkdownTable(out, "Changed assumptions", []string{"Assumption", "Before", "Here", "Sources: label, date, confidence"}, changed, ":---")
	writeMarkdownTable(out, "Assumptions that the scenario rests on", []string{"Assumption", "Value", "Source: label, date, confidence"}, given, ":---")
	if r.GivenLeft > 0 {
		fmt.Fprintf(out, "\nAssumptions left out, which the page lists with their sources: %d.\n", r.GivenLeft)
	}
	if r.Default != "" {
		fmt.Fprintf(out, "\n%s\n", escaped(r.Default))
	}
}

// citations writes sources behind each other, since not every wiki has lines in cells.
func citations(sources []statedSource) string {
	var list []string
	for _, source := range sources {
		label := escaped(source.Label)
		if source.URL != "" {
			label = fmt.Sprintf("[%s](<%s>)", label, unbracketed.Replace(source.URL))
		}
		list = append(list, strings.Join(present(source.Lead+label, escaped(source.Rest)), ", "))
	}
	return strings.Join(list, "; ")
}

func (r *report) writeLink(out *bytes.Buffer) {
	fmt.Fprint(out, "\n## Open and try it\n\n")
	if r.Whole {
		fmt.Fprintf(out, "[Open in Rackonomics](<%s>)\n", unbracketed.Replace(r.Link))
	} else {
		fmt.Fprintf(out, "Put this behind the address of the page: %s\n", code(r.Link))
	}
	fmt.Fprintf(out, "\nScenario %s, content %.12s; figures of one month are of %s. Computed by Rackonomics.\n", code(r.Name), r.Hash, r.Month)
}

// writeMarkdownTable writes cells that are Markdown; nothing where there are none.
// What stands behind the first column is set as mark says.
func writeMarkdownTable(out *bytes.Buffer, title string, head []string, lines [][]string, mark string) {
	if len(lines) == 0 {
		return
	}
	columns := len(head)
	for _, line := range lines {
		columns = max(columns, len(line))
	}
	marks := []string{":---"}
	for len(marks) < columns {
		marks = append(marks, mark)
	}
	fmt.Fprintf(out, "\n## %s\n\n", escaped(title))
	for _, line := range append([][]string{head, marks}, lines...) {
		line = append(line, make([]string, columns-len(line))...)
		fmt.Fprintf(out, "| %s |\n", strings.Join(line, " | "))
	}
}
