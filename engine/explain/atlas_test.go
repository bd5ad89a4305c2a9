package explain

import (
	"slices"
	"strings"
	"testing"

	"rackonomics/engine/model"
	"rackonomics/engine/scenario"
)

func atlasOf(t *testing.T, own ...scenario.Row) *Atlas {
	t.Helper()
	schema, err := model.Schema(&scenario.Document{Rows: own})
	if err != nil {
		t.Fatal(err)
	}
	atlas, err := NewAtlas(schema, own)
	if err != nil {
		t.Fatal(err)
	}
	return atlas
}

func (a *Atlas) entry(id string) *Entry {
	return a.Entries[slices.IndexFunc(a.Entries, func(e *Entry) bool { return e.ID == id })]
}

// Whatever is declared has an entry of its own, and whatever a formula names leads
// to one, which tells that it is read there.
func TestEveryNameOfAFormulaLeadsToAnEntry(t *testing.T) {
	own := scenario.Row{Name: "operator.double", Unit: "USD", Formula: "2*revenue", Note: "Twice."}
	atlas := atlasOf(t, own)
	if want := len(model.Scenario.Horizon()) + len(model.Scenario.Inputs()) + len(model.Rows) + 1 + len(model.Functions) + len(model.Measures); len(atlas.Entries) != want {
		t.Errorf("%d entries for %d declarations", len(atlas.Entries), want)
	}
	ids := map[string]bool{}
	for _, e := range atlas.Entries {
		if ids[e.ID] {
			t.Errorf("two entries are %s", e.ID)
		}
		ids[e.ID] = true
	}
	named := 0
	for _, e := range atlas.Entries {
		for _, part := range slices.Concat(atlas.Formula(e.ID), atlas.When(e.ID)) {
			if part.Entry == "" {
				continue
			}
			named++
			if !ids[part.Entry] {
				t.Errorf("%s names %s, which leads to %q", e.ID, part.Text, part.Entry)
			}
			if !slices.Contains(atlas.ReadBy(part.Entry), e.ID) {
				t.Errorf("%s reads %s, which does not tell", e.ID, part.Entry)
			}
		}
		if e.Row != nil && !e.Own && written(atlas.Formula(e.ID)) != e.Row.Formula {
			t.Errorf("%s: %q is not its formula", e.ID, written(atlas.Formula(e.ID)))
		}
	}
	if named < len(model.Rows) {
		t.Errorf("only %d names lead anywhere", named)
	}
	if text := written(atlas.Formula(own.Name)); text != "2 * revenue" || !slices.Contains(atlas.ReadBy("operator.revenue"), own.Name) {
		t.Errorf("a row of the scenario's own is told as %q, and of revenue that it is read by %v", text, atlas.ReadBy("operator.revenue"))
	}
}

func written(formula []FormulaPart) string {
	var text strings.Builder
	for _, part := range formula {
		text.WriteString(part.Text)
	}
	return text.String()
}

// A measure may have the name of a row. Each is told to be shown by the views that
// name it as what it is.
func TestARowAndAMeasureOfOneNameAreTwoEntries(t *testing.T) {
	atlas := atlasOf(t)
	shows := func(id, view string) bool {
		return slices.ContainsFunc(atlas.ShownBy(atlas.entry(id)), func(v *model.View) bool { return v.Name == view })
	}
	both := 0
	for i := range model.Measures {
		m := &model.Measures[i]
		if model.FindRow(m.Name) == nil {
			continue
		}
		for j := range model.Views {
			view := &model.Views[j]
			both++
			if shows(MeasureID(m), view.Name) != slices.Contains(view.Measures(), m.Name) || shows(m.Name, view.Name) != slices.Contains(view.Rows(), m.Name) {
				t.Errorf("the view %s is told of %s as what it does not show of it", view.Name, m.Name)
			}
		}
	}
	if both == 0 {
		t.Error("no measure has the name of a row")
	}
}
