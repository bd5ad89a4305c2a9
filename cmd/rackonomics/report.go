package main

import (
	"bytes"
	_ "embed"
	"fmt"
	"html/template"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"rackonomics/engine/session"
)

//go:embed report.html
var reportPage string

var reportTemplate = template.Must(template.New("report").Parse(reportPage))

// reportExtensions are how names of files end, by format.
var reportExtensions = map[string][]string{"html": {".html", ".htm"}, "markdown": {".md", ".markdown", ".txt"}}

func newReportCommand() *cobra.Command {
	var settings []string
	var month, to, page, format string
	command := &cobra.Command{
		Use:   "report SCENARIO",
		Short: "Write a scenario as a report: three pages of HTML, or Markdown to paste into a wiki",
		Long: "Write a scenario as a report for those who decide and move no slider: the answer with its figures and\n" +
			"the sites as the page draws them; charts and the statement by year; what was changed, on which assumptions and\n" +
			"sources it rests, and the link. It is one HTML file, to be opened, mailed or printed; the page prints the same with\n" +
			"“Print the report”. With --page it has the link as a QR code too. As Markdown, for a wiki, it has no pictures.",
		Example: "  rackonomics report filed-deal --out filed-deal.html\n" +
			"  rackonomics report filed-deal --out filed-deal.md\n" +
			"  rackonomics report filed-deal --set lease.anthropic.fee=823e6 --page https://wiki.example/rackonomics.html --out mine.html",
		Args: takes("SCENARIO"),
		RunE: func(command *cobra.Command, arguments []string) error {
			if err := checkFormat(format, "html", "markdown"); err != nil {
				return err
			}
			allowed := slices.Concat(reportExtensions["html"], reportExtensions["markdown"])
			switch {
			case command.Flags().Changed("format"):
				allowed = reportExtensions[format]
			case slices.Contains(reportExtensions["markdown"], strings.ToLower(filepath.Ext(to))):
				format = "markdown"
			}
			if err := checkOut(to, allowed...); err != nil {
				return err
			}
			opened, err := openWhole(command, arguments[0], settings)
			if err != nil {
				return err
			}
			made, err := newReport(opened, month, strings.TrimRight(page, "#"))
			if err != nil {
				return err
			}
			write := func(out *bytes.Buffer) error { return reportTemplate.Execute(out, made) }
			if format == "markdown" {
				write = made.writeMarkdown
			}
			return printOut(command, to, write)
		},
	}
	addSettings(command, &settings)
	command.Flags().StringVar(&month, "month", "", "the `month` that figures of one month are of, as 2026-08; where none is given that of the link, or else the one with the most lease revenue")
	command.Flags().StringVar(&to, "out", "", "the `file` to write, as Markdown where its name ends in .md or .txt; standard output where none is given")
	addFormat(command, &format, "html", "markdown")
	command.Flags().StringVar(&page, "page", "", "the `address` of the page, for the link to be a whole one")
	return command
}

// report is what the template is filled with.
type report struct {
	Title, About, AsOf, Name, Hash string
	Month                          string
	Answer                         []string
	Cells                          []reportCell
	Sites                          *reportSites // nil where there is none to draw
	Site, Table, Statement         *reportTable
	Charts                         []*reportChart
	Changed                        []changedAssumption
	Unchanged                      string // what is said where nothing is changed
	Given                          []givenAssumption
	GivenLeft                      int
	Default                        string // what is not given
	Link                           string
	Whole                          bool // the link is an address
	Code                           *reportCode
}

// ofUnchanged comes before the text of a scenario that is changed, whose figures are those without the changes.
func ofUnchanged(changes int) string {
	switch changes {
	case 0:
		return ""
	case 1:
		return "Without the change made here: "
	}
	return fmt.Sprintf("Without the %d changes made here: ", changes)
}

// newReport computes what the report has. Its link opens at its month, where one is asked for.
func newReport(opened *session.Opened, month, page string) (*report, error) {
	from := session.New(opened.Base)
	run, viewed, err := viewPrinted(from, opened, month)
	if err != nil {
		return nil, err
	}
	document := run.Document
	made := &report{Title: document.Title, About: document.About, AsOf: pageDate(document.AsOf), Name: document.Name, Hash: opened.Base.Hash(),
		Month: pageDate(document.Start.Add(viewed.Month).String()), Changed: changedAssumptions(opened, document)}
	if made.About != "" {
		made.About = ofUnchanged(len(made.Changed)) + made.About
	}
	made.Unchanged = "None: this is the scenario as it was written."
	if opened.Shipped() {
		made.Unchanged = "None: this is the scenario as it was published."
	}
	made.Given, made.GivenLeft = givenAssumptions(opened.Base, document)
	made.Default = defaultAssumptions(document)
	if err := made.show(viewed.Shown, viewed.Month, document); err != nil {
		return nil, err
	}
	if made.Sites, err = drawnSites(from, opened.Changes, viewed.Month); err != nil {
		return nil, err
	}
	looking := opened.Looking
	if month != "" {
		looking.Month = &viewed.Month
	}
	if made.Link, err = from.Link(opened.Changes, looking); err != nil {
		return nil, fmt.Errorf("link: %w", err)
	}
	made.Link, made.Whole = page+made.Link, page != ""
	made.Code = newReportCode(made.Link)
	return made, nil
}
