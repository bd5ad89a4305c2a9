package compare

import (
	"slices"
	"testing"

	"rackonomics/engine/scenario"
)

// Of an order or of rows a scenario has what the first has, or its own.
func TestTableTellsWhoseOrderIsAsItIs(t *testing.T) {
	first := load(t, "three-tenants")
	turned := load(t, "three-tenants", change("scenario.order.lease", `["google"]`))
	added := first.Clone()
	added.Rows = append(added.Rows, scenario.Row{Name: "operator.own_row", Unit: "USD", Formula: "revenue"})
	for _, test := range []struct {
		path      string
		documents []*scenario.Document
		want      []string
	}{
		{"lease", []*scenario.Document{first, turned, load(t, "three-tenants")}, []string{"as it is", "its own", "as it is"}},
		{"rows", []*scenario.Document{first, load(t, "three-tenants"), added}, []string{"as it is", "as it is", "its own"}},
	} {
		list := Table(test.documents)
		if len(list) != 1 || list[0].Path != test.path {
			t.Fatalf("%+v", list)
		}
		var got []string
		for _, cell := range list[0].Cells {
			got = append(got, list[0].Written(cell))
		}
		if !slices.Equal(got, test.want) {
			t.Errorf("%s: %q, not %q", test.path, got, test.want)
		}
	}
}
