package model_test

import (
	"strings"
	"testing"

	"rackonomics/engine/model"
	"rackonomics/engine/scenario"
	"rackonomics/engine/session"
)

// A flat fee for a share of zero was billed as nothing and stood whole in the
// headline value.
func TestAFlatFeeForNothingIsRefused(t *testing.T) {
	zero := set("lease.tenant.share", 0)
	steps := func(first, then float64) scenario.Change {
		return set("lease.tenant.gpus", map[string]any{"steps": []any{map[string]any{"from": "2026-01", "value": first}, map[string]any{"from": "2026-06", "value": then}}})
	}
	for name, test := range map[string]struct {
		changes []scenario.Change
		path    string // empty where it is allowed
	}{
		"a share of zero":       {[]scenario.Change{zero, set("lease.tenant.basis", "share")}, "lease.tenant.share"},
		"no GPUs":               {[]scenario.Change{set("lease.tenant.basis", "gpus"), set("lease.tenant.gpus", 0)}, "lease.tenant.gpus"},
		"no power":              {[]scenario.Change{set("lease.tenant.megawatts", 0)}, "lease.tenant.megawatts"},
		"no GPUs ever":          {[]scenario.Change{set("lease.tenant.basis", "gpus"), steps(0, 0)}, "lease.tenant.gpus"},
		"GPUs later":            {[]scenario.Change{set("lease.tenant.basis", "gpus"), steps(0, 1000), set("scenario.months", 1)}, ""},
		"another basis":         {[]scenario.Change{zero}, ""},
		"a fee of zero":         {[]scenario.Change{zero, set("lease.tenant.basis", "share"), set("lease.tenant.fee", 0)}, ""},
		"a fee that is not cut": {[]scenario.Change{zero, set("lease.tenant.basis", "share"), set("lease.tenant.prorated", false)}, ""},
		"a price for each":      {[]scenario.Change{zero, set("lease.tenant.basis", "share"), set("lease.tenant.price_basis", "gpu_hour")}, ""},
	} {
		document := opening(t, "site-of-200-mw")
		_, err := session.New(document, "lease.headline_value").Run(test.changes)
		problems, told := err.(scenario.Problems)
		switch {
		case test.path == "":
			if err != nil {
				t.Errorf("%s: %v", name, err)
			}
		case !told || len(problems) != 1 || problems[0].Path != test.path || !strings.Contains(problems[0].Message, "Allowed: "):
			t.Errorf("%s: %v", name, err)
		}
	}
	if err := model.Check(opening(t, "site-of-200-mw")); err != nil {
		t.Error(err)
	}
}
