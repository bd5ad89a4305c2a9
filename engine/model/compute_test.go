package model_test

import (
	"testing"
)

func TestCallsCostTheWorkSinceTheCheckpoint(t *testing.T) {
	document := hall(t, 1, bare+called+`,"interruption_rate":0`, tenMegawatts+`,"source":[{"name":"tva","site":"hall","capacity":10,"curtailable":0.4}]`)
	calls := 5.0 / 4 // 5 hours a month
	near(t, "the loss with 30 minutes of notice", 1-run(t, document).first("site.goodput", "hall"), 0.4*calls*0.15/744, 1e-9)
	sudden := run(t, document, set("site.hall.curtailment_notice", 0))
	near(t, "the loss without notice", 1-sudden.first("site.goodput", "hall"), 0.4*calls*(0.15+0.125)/744, 1e-9)
}

func TestRepairAndRetirement(t *testing.T) {
	o := run(t, hall(t, 3, bare, `,"fleet":[{"name":"h100","site":"hall","gpus":10000,"power_per_gpu":1,"failure_rate":0.091,"repair_time":14,"repair_price":5000,"last_month":"2026-02"}],
		"source":[{"name":"tva","site":"hall","capacity":20}]`))
	o.sharesPower("hall")
	working := 10000 / (1 + 0.091*14/365)
	near(t, "working GPUs", o.first("site.gpus_usable", "hall"), working, 1e-9)
	near(t, "their draw", o.first("site.power_demand", "hall"), working/1000, 1e-9)
	near(t, "repairs", o.first("site.repair_cost", "hall"), working*0.091/12*5000, 1e-9)
	if left := o.of("site.gpus_usable", "hall")[2]; left != 0 {
		t.Errorf("%v GPUs are usable after the retirement", left)
	}
	near(t, "all costs", o.first("site.cash_costs", "hall"), o.first("site.power_cost", "hall")+o.first("site.repair_cost", "hall")+o.first("site.operations_cost", "hall"), 1e-9)
}
