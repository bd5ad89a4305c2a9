package model_test

import (
	"math"
	"testing"
)

// A rise by an index is not known at the signing: revenue follows the bills.
func TestIndexIsNotStraightLined(t *testing.T) {
	fixed := run(t, siteOf200MW(t, 36, terms(map[string]any{"last_month": "2028-12", "escalator": 0.03})))
	index := run(t, siteOf200MW(t, 36, terms(map[string]any{"last_month": "2028-12", "index_growth": 0.03})))
	both := run(t, siteOf200MW(t, 36, terms(map[string]any{"last_month": "2028-12", "index_growth": 0.03, "escalator": 0.03})))
	index.same("the bills are alike", index.tenant("fee_billed"), fixed.tenant("fee_billed"))
	index.same("revenue follows the index", index.tenant("revenue"), index.tenant("fee_billed"))
	average := 100e6 * (1 + 1.03 + 1.0609) / 3
	fixed.near("revenue with a fixed rise in the first year", fixed.tenant("revenue")[0], average)
	fixed.near("and in the last", fixed.tenant("revenue")[35], average)
	for _, month := range []int{5, 17, 29} { // the average of what is fixed, and the index on top as it comes
		rise := math.Pow(1.03, float64(month/12))
		both.near("revenue with both", both.tenant("revenue")[month], average+100e6*rise*(rise-1))
	}
	for _, o := range []outcome{fixed, index, both} {
		o.leaseKeepsItsBooks("tenant")
	}
}

// 2 USD an hour for three years are 2 * 26,304 USD a GPU wherever the scenario
// ends: the hours after it are those of the calendar.
func TestHoursAfterTheScenarioAreReal(t *testing.T) {
	for months := 1; months <= 36; months++ {
		o := runLease(t, siteOf200MW(t, months, terms(map[string]any{"last_month": "2028-12", "price_basis": "gpu_hour", "price": 2, "free_months": 1})))
		o.near("the contract", o.tenant("headline_value")[0], 2*100e3*(26304-744))
		o.near("its average", o.tenant("revenue")[0], 2*100e3*744*(26304-744.)/26304)
	}
}

func TestSalesTypeTest(t *testing.T) {
	for name, test := range map[string]struct {
		changes map[string]any
		want    float64
	}{
		"short and cheap":                     {map[string]any{"last_month": "2027-12"}, 0},
		"75 % of five years":                  {map[string]any{"last_month": "2029-09"}, 1},
		"a month less":                        {map[string]any{"last_month": "2029-08"}, 0},
		"payments worth the equipment":        {map[string]any{"last_month": "2027-12", "fee": 240e6}, 1},
		"a service is no lease":               {map[string]any{"last_month": "2030-12", "accounting": "asc606"}, 0},
		"a long term that can be broken":      {map[string]any{"last_month": "2030-12", "cancellable": true}, 0},
		"value as of the start, discounted":   {map[string]any{"last_month": "2027-12", "fee": 184e6, "financing_rate": 0.059}, 0}, // 4.42 of 4.32 billion undiscounted
		"the same undiscounted would pass":    {map[string]any{"last_month": "2027-12", "fee": 184e6, "financing_rate": 0}, 1},
		"payments by usage do not count":      {map[string]any{"last_month": "2027-12", "fee": 240e6, "take_or_pay": 0.5}, 0}, // ASC 842-10-30-6
		"beyond the scenario, a term of five": {map[string]any{"last_month": "2032-12"}, 1},
	} {
		t.Run(name, func(t *testing.T) {
			lease := terms(map[string]any{"accounting": "asc842", "asset_fair_value": 48000, "asset_life": 5})
			for field, value := range test.changes {
				lease[field] = value
			}
			o := run(t, siteOf200MW(t, 12, lease))
			if got := o.tenant("sales_type")[5]; got != test.want {
				t.Errorf("%v", got)
			}
		})
	}
}
