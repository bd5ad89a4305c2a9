package model_test

import (
	"testing"

	"pgregory.net/rapid"

	"rackonomics/engine/scenario"
)

// A deferral moves cash and nothing else, and all of it is repaid by the end of a
// lease whose tenant pays.
func TestADeferralMovesCashAlone(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		lease := anyTerms(t, false)
		delete(lease, "default_month")
		lease["standstill"], lease["standstill_from"] = "none", siteStart.Add(rapid.IntRange(-3, 30).Draw(t, "from")).String()
		lease["standstill_months"], lease["deferral_months"] = rapid.IntRange(0, 12).Draw(t, "for"), rapid.IntRange(1, 24).Draw(t, "over")
		lease["relet"] = false // whose bills come after
		document := siteOf200MW(t, 70, lease)
		plain := runLease(t, document)
		deferred, err := document.Apply([]scenario.Change{set("lease.tenant.standstill", "deferred")})
		if err != nil {
			t.Fatal(err)
		}
		o := runLease(t, deferred)
		for _, row := range []string{"fee_billed", "invoiced", "revenue", "bad_debt", "straight_line_asset", "prepayment_unused", "gpus_at_work"} {
			o.same(row+" is what it was", o.tenant(row), plain.tenant(row))
		}
		o.atMost("cash comes no earlier", cumulated(o.tenant("cash_received")), cumulated(plain.tenant("cash_received")))
		// A deposit that goes back may leave next to nothing of large sums, which are rounded as such.
		o.same("and all of it", cumulated(o.tenant("cash_received"))[69:], cumulated(plain.tenant("cash_received"))[69:], o.tenant("cash_received"), cumulated(plain.tenant("cash_received")))
	})
}
