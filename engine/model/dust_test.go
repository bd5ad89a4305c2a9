package model_test

import (
	"math"
	"os"
	"slices"
	"testing"

	"rackonomics/engine/model"
	"rackonomics/scenarios"
)

// counted are the units of what stands, works or is used: a ten-millionth of a
// millionth of it is what rounding leaves where there is nothing.
var counted = []string{"GPU", "rack", "satellite", "MW", "PFLOPS"}

func TestNothingIsLeftOfWhatIsGone(t *testing.T) {
	dusty, err := os.ReadFile("testdata/last-satellite.json")
	if err != nil {
		t.Fatal(err)
	}
	runs := map[string]outcome{"last-satellite": run(t, decoded(t, string(dusty)))}
	for _, name := range scenarios.Names {
		runs[name] = run(t, load(t, name))
	}
	for name, o := range runs {
		for i, column := range o.Table.Program.Columns {
			row := model.FindRow(column.Row)
			if row == nil || row.Kind != model.Balance && row.Kind != model.Rate || !slices.Contains(counted, row.Unit) {
				continue
			}
			series := o.Table.Series(i)
			for month, value := range series {
				if value != 0 && math.Abs(value) < 1e-13*scale(series) {
					t.Errorf("%s: %s@%s is %v in month %d", name, row.Name, o.Document.Instances[column.Instance].Name, value, month)
					break
				}
			}
		}
	}
}
