package main

import (
	"encoding/xml"
	"html"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"rackonomics/engine/model"
	"rackonomics/engine/result"
	"rackonomics/engine/session"
	"rackonomics/scenarios"
)

// wellFormed reads a page as HTML that is closed as XML is, and gives its texts.
func wellFormed(t *testing.T, page string) (texts []string) {
	t.Helper()
	decoder := xml.NewDecoder(strings.NewReader(page))
	decoder.Entity = xml.HTMLEntity
	for {
		token, err := decoder.Token()
		if err == io.EOF {
			return texts
		}
		if err != nil {
			t.Fatalf("the report is not well formed: %v", err)
		}
		if text, ok := token.(xml.CharData); ok {
			texts = append(texts, strings.TrimSpace(string(text)))
		}
	}
}

// The report of every shipped scenario has what its views tell, and nothing is
// loaded from elsewhere.
func TestReportTellsWhatTheViewsDo(t *testing.T) {
	names := scenarios.Names
	if testing.Short() {
		names = []string{"half-the-data-center", "starmind"}
	}
	for _, name := range names {
		t.Run(name, func(t *testing.T) {
			page := succeed(t, "report", name, "--month", succeedMonth(t, name))
			texts := wellFormed(t, page)
			for _, view := range []string{model.Printed.Figures, model.Printed.Statement} {
				for _, figure := range writtenFigures(t, name, view) {
					if !strings.Contains(page, html.EscapeString(figure)) && !slices.Contains(texts, figure) {
						t.Errorf("%s has %s, and the report has not", view, figure)
					}
				}
			}
			if found := regexp.MustCompile(`(?i)<script|<link|<img|@import|url\([^#]|\son\w+=`).FindString(page); found != "" {
				t.Errorf("the report has %s", found)
			}
			if hasSites := runCommand(t, "show", name, model.Printed.Site).status == 0; hasSites != strings.Contains(page, `class="sites" role="img" aria-label="`) {
				t.Errorf("the scenario has sites: %v, and the report draws them: %v", hasSites, !hasSites)
			}
			if strings.Count(page, `<section class="page"`) != 3 || !strings.Contains(page, "#s=1.") {
				t.Error("it has no three pages with the link")
			}
		})
	}
}

// writtenFigures are those of a view in its first month, as the page writes them.
func writtenFigures(t *testing.T, name, view string) (figures []string) {
	t.Helper()
	document, err := scenarios.Load(name)
	if err != nil {
		t.Fatal(err)
	}
	shown, _, err := show(&session.Opened{Base: document}, model.FindView(view), result.ByYear, succeedMonth(t, name))
	if err != nil {
		t.Fatal(err)
	}
	for _, cell := range shown.Cells {
		figures = append(figures, pageText(cell.Value))
	}
	for _, line := range shown.Lines {
		if !line.Heading {
			figures = append(figures, pageAmount(result.Value{Number: line.Values[0], Unit: line.Unit, Percent: line.Percent}))
		}
	}
	if len(figures) == 0 {
		t.Errorf("%s has no figures", view)
	}
	return figures
}

// succeedMonth is the first month of a scenario.
func succeedMonth(t *testing.T, name string) string {
	t.Helper()
	document, err := scenarios.Load(name)
	if err != nil {
		t.Fatal(err)
	}
	return document.Start.String()
}

// A reader of a small file would take xAI's loss, which is the default, for that of the file.
func TestReportTellsDefaults(t *testing.T) {
	for _, format := range []string{"html", "markdown"} {
		for given, want := range map[string]bool{`"months":3`: true, `"months":3,"operator":{"reported_operating_loss":0}`: false} {
			text := succeed(t, "report", writeFile(t, strings.Replace(smallDocument, `"months":3`, given, 1)), "--format", format)
			if !strings.Contains(text, "Inputs that the scenario does not give, which are at the model’s defaults: ") || strings.Contains(text, "Operating loss before the lease: ") != want {
				t.Errorf("%s with %s: of the loss it is not said whether it is given", format, given)
			}
		}
	}
}

func TestReportTellsChanges(t *testing.T) {
	page := succeed(t, "report", "half-the-data-center", "--set", "operator.revenue_growth=0.1", "--set", "lease.anthropic.title=<b>A & B", "--set", "study.operator.revenue_growth=0 to 20%",
		"--page", "https://wiki.example/rackonomics.html")
	texts := wellFormed(t, page)
	for _, want := range []string{"Growth of own revenue", "0%", "10%", "Range of operator.revenue_growth", "0 % to 20 %", "Share of the site, <b>A & B"} {
		if !slices.Contains(texts, want) {
			t.Errorf("the report has no %q", want)
		}
	}
	if strings.Contains(page, "<b>A &") || !strings.Contains(page, `href="https://wiki.example/rackonomics.html#s=1.`) || !strings.Contains(page, "3 assumptions are changed against that scenario") {
		t.Error("a title is markup, or the link is not that of the page, or the changes are not counted")
	}
	link := regexp.MustCompile(`#s=1\.[\w.-]+`).FindString(page)
	if again := succeed(t, "report", link, "--page", "https://wiki.example/rackonomics.html"); again != page {
		t.Error("the report of its link is another")
	}
}

// Only a shipped scenario is one that was published.
func TestReportOfWhatIsUnchanged(t *testing.T) {
	for name, test := range map[string]struct{ scenario, want string }{
		"shipped": {"starmind", "None: this is the scenario as it was published."},
		"a file":  {writeFile(t, smallDocument), "None: this is the scenario as it was written."},
	} {
		t.Run(name, func(t *testing.T) {
			for _, format := range []string{"html", "markdown"} {
				if got := succeed(t, "report", test.scenario, "--format", format); !strings.Contains(got, test.want) || strings.Count(got, "None: this is") != 1 {
					t.Errorf("as %s it does not say %q", format, test.want)
				}
			}
		})
	}
}

func TestReportIsWritten(t *testing.T) {
	name := filepath.Join(t.TempDir(), "report.html")
	succeed(t, "report", "starmind", "--out", name)
	data, err := os.ReadFile(name)
	if err != nil || string(data) != succeed(t, "report", "starmind") {
		t.Errorf("the file is another than what is printed: %v", err)
	}
	for name, test := range map[string]struct {
		arguments []string
		want      string
	}{
		"no folder": {[]string{"report", "starmind", "--out", "/no/such/folder/x.html"}, "--out: /no/such/folder/x.html: no such file"},
		"no format": {[]string{"report", "starmind", "--out", "x.PDF"}, "--out: x.PDF: .pdf is not what is written; allowed is .html or .htm or .md or .markdown or .txt"},
		"another":   {[]string{"report", "starmind", "--out", "x.md", "--format", "html"}, "--out: x.md: .md is not what is written; allowed is .html or .htm"},
		"no month":  {[]string{"report", "starmind", "--month", "1999-01"}, "--month: "},
	} {
		t.Run(name, func(t *testing.T) {
			if got := runCommand(t, test.arguments...); got.status != statusMistaken && got.status != statusUsage || !strings.Contains(got.failures, test.want) {
				t.Errorf("status %d, %q; want %q", got.status, got.failures, test.want)
			}
		})
	}
}
