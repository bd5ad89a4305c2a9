package main

import (
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"rackonomics/scenarios"
)

var (
	cellOfPage  = regexp.MustCompile(`<t[dh][^>]*>(?:<b>)?([^<]*)`)
	unescapedAt = regexp.MustCompile(`(^|[^\\])\|`)
)

// What the tables of the page tell, those of the Markdown do.
func TestReportAsMarkdownTellsWhatThePageDoes(t *testing.T) {
	names := scenarios.Names
	if testing.Short() {
		names = []string{"half-the-data-center", "tenant-default"}
	}
	for _, name := range names {
		t.Run(name, func(t *testing.T) {
			page, text := succeed(t, "report", name), succeed(t, "report", name, "--format", "markdown")
			all := markdownCells(t, text)
			for _, cell := range cellOfPage.FindAllStringSubmatch(page, -1) {
				if want := escaped(unescapedText(cell[1])); !slices.Contains(all, want) {
					t.Errorf("the page has %q, and the Markdown has not", want)
				}
			}
			if strings.Contains(text, "<svg") || !strings.Contains(text, "#s=1.") {
				t.Error("it has a picture, or no link")
			}
		})
	}
}

// markdownCells lists the cells of all tables without what sets them off, and holds
// each table to as many cells in every line.
func markdownCells(t *testing.T, text string) (all []string) {
	t.Helper()
	columns := 0
	for _, line := range strings.Split(text, "\n") {
		if !strings.HasPrefix(line, "|") {
			columns = 0
			continue
		}
		count := len(unescapedAt.FindAllString(line, -1))
		if columns != 0 && count != columns {
			t.Errorf("%d cells where its table has %d: %s", count-1, columns-1, line)
		}
		columns = count
		for _, cell := range strings.Split(strings.Trim(line, "| "), " | ") {
			all = append(all, strings.Trim(strings.ReplaceAll(cell, "&nbsp;", ""), "* "))
		}
	}
	return append(all, "")
}

func unescapedText(text string) string {
	return strings.NewReplacer("&amp;", "&", "&#39;", "'", "&#34;", `"`, "&lt;", "<", "&gt;", ">", "&#43;", "+").Replace(text)
}

func TestReportAsMarkdownTellsChanges(t *testing.T) {
	text := succeed(t, "report", "half-the-data-center", "--set", "operator.revenue_growth=0.1", "--set", "lease.anthropic.title=<b>A | B", "--set", "lease.anthropic.price_basis=fee", "--set", "lease.anthropic.fee=823e6",
		"--page", "https://wiki.example/rackonomics.html", "--format", "markdown")
	for _, want := range []string{
		"| Growth of own revenue | 0% | **10%** | No source states it. |\n",
		`| Monthly fee, \<b\>A \| B | \$1.25B/month | **\$823M/month** | Before: [S-1 p. F-62, quoted by xix.ai](<https://xix.ai/`,
		">), May 2026, high confidence |\n",
		"[Open in Rackonomics](<https://wiki.example/rackonomics.html#s=1.",
	} {
		if !strings.Contains(text, want) {
			t.Errorf("the report has no %q", want)
		}
	}
	markdownCells(t, text)
	if plain := succeed(t, "report", "half-the-data-center", "--format", "markdown"); !strings.Contains(plain, "None: this is the scenario as it was published.") || !strings.Contains(plain, "`#s=1.") {
		t.Error("an unchanged scenario is not said to be one, or the fragment of its link is missing")
	}
}

func TestReportIsNamedAsItIsWritten(t *testing.T) {
	folder := t.TempDir()
	page, text := succeed(t, "report", "starmind"), succeed(t, "report", "starmind", "--format", "markdown")
	for name, test := range map[string]struct {
		file   string
		format []string
		want   string
	}{
		"page":                     {"a.html", nil, page},
		"by its name":              {"a.md", nil, text},
		"asked for":                {"a.txt", []string{"--format", "markdown"}, text},
		"plain text":               {"b.txt", nil, text},
		"asked for, named nothing": {"report.2026-12", []string{"--format", "markdown"}, text},
	} {
		t.Run(name, func(t *testing.T) {
			to := filepath.Join(folder, test.file)
			succeed(t, append(test.format, "report", "starmind", "--out", to)...)
			if data, err := os.ReadFile(to); err != nil || string(data) != test.want {
				t.Errorf("%s has another form: %v", test.file, err)
			}
		})
	}
	if got := runCommand(t, "report", "starmind", "--format", "pdf"); got.status != statusUsage || !strings.Contains(got.failures, "allowed is one of html, markdown") {
		t.Errorf("status %d, %q", got.status, got.failures)
	}
}

// The terms of one company's lease are no source for another's: a value that no source states is assumed.
func TestReportCitesWhatStatesAValue(t *testing.T) {
	text := succeed(t, "report", "iren-microsoft", "--format", "markdown")
	if strings.Contains(text, "S-1 p. F-62") || !strings.Contains(text, "| Last month, Microsoft | **Dec 2030** | Assumed. |") {
		t.Errorf("the end of Microsoft's lease is cited otherwise:\n%s", text)
	}
	if text := succeed(t, "report", "filed-deal", "--format", "markdown"); !strings.Contains(text, "S-1 p. F-62") {
		t.Error("the filing is cited nowhere")
	}
	if told := succeed(t, "explain", "nscale-anthropic", "fleet.it_peak_power", "2027-06", "--all"); !strings.Contains(told, "value 1.6667") {
		t.Errorf("it is not said which value the source states: %s", told)
	}
}

// What a scenario's text says holds of the scenario as it was.
func TestReportSaysOfWhatTheTextIs(t *testing.T) {
	for changes, want := range map[int]string{0: "", 1: "Without the change made here: ", 2: "Without the 2 changes made here: "} {
		arguments := []string{"report", "filed-deal", "--format", "markdown", "--set", "lease.anthropic.fee=600M", "--set", "operator.capital_life=6"}
		text := succeed(t, arguments[:4+2*changes]...)
		about := strings.Split(text, "\n")[2]
		if !strings.HasPrefix(about, want) || want == "" && strings.HasPrefix(about, "Without") {
			t.Errorf("%d changes: %q", changes, about)
		}
	}
}
