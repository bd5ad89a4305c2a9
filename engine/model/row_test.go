package model_test

import (
	"regexp"
	"strings"
	"testing"

	"rackonomics/engine/model"
)

// What a row says of itself decides how it is summed over months and things.
func TestEveryRowSaysHowItAddsUp(t *testing.T) {
	for i := range model.Rows {
		row := &model.Rows[i]
		weight := model.FindRow(row.By)
		switch {
		case row.Kind < model.Flow || row.Kind > model.Flag:
			t.Errorf("%s has no kind", row.Name)
		case (row.Unit == "bool") != (row.Kind == model.Flag):
			t.Errorf("%s is a %s in %q", row.Name, row.Kind, row.Unit)
		case row.Kind == model.Flow && !row.Adds():
			t.Errorf("%s is a flow of %s, which does not add", row.Name, row.Unit)
		case row.Percent && row.Unit != "1":
			t.Errorf("%s is read in per cent and has the unit %s", row.Name, row.Unit)
		case row.Date && (row.Kind != model.Balance || row.Unit != "month" && row.Unit != "day"):
			t.Errorf("%s is a date and a %s of %s", row.Name, row.Kind, row.Unit)
		case row.By != "" && (row.Kind != model.Rate || weight == nil || weight.Scope() != row.Scope() || !weight.Adds()):
			t.Errorf("%s, a %s, is weighed by %s", row.Name, row.Kind, row.By)
		}
	}
}

// A price or a share is no amount: no sum of months has a meaning.
func TestPricesAndSharesAreNeverSummed(t *testing.T) {
	for i := range model.Rows {
		row := &model.Rows[i]
		if (strings.Contains(row.Unit, "/") || row.Unit == "1") && (row.Adds() || row.Kind == model.Flow) {
			t.Errorf("%s in %s would be summed", row.Name, row.Unit)
		}
	}
}

var citation = regexp.MustCompile(`\b(ASC|IRC|IFRS|CFR|U\.S\.C\.|Pub|T\.D\.) ?\d+`)

func TestEveryCitationOfANoteIsASource(t *testing.T) {
	for i := range model.Rows {
		row := &model.Rows[i]
		sources := row.Sources()
		for _, found := range citation.FindAllString(row.Note, -1) {
			known := false
			for _, source := range sources {
				known = known || strings.Contains(source.Label, found)
			}
			if !known {
				t.Errorf("%s cites %s, which has no entry among the conventions", row.Name, found)
			}
		}
		for _, source := range sources {
			if !strings.Contains(row.Note, source.Label) || source.URL != "" && !strings.HasPrefix(source.URL, "http") {
				t.Errorf("%s has the source %+v", row.Name, source)
			}
		}
	}
}

func TestSourceNamesTheParagraph(t *testing.T) {
	sources := model.FindRow("operator.operating_cash_flow").Sources()
	if len(sources) != 1 || sources[0].Label != "ASC 230-10-45-25" || !strings.Contains(sources[0].URL, "asc230-10") {
		t.Errorf("got %+v", sources)
	}
}
