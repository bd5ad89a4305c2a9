package model_test

import (
	"testing"
)

// Meta lost 419 times the work of 16,384 GPUs in 54 days: 0.173 interruptions
// a GPU-year, one in 3 hours, and more than 90 per cent of the time was effective.
func TestGoodputOfLlama3(t *testing.T) {
	document := hall(t, 1, bare, `,"fleet":[{"name":"h100","site":"hall","gpus":200000,"power_per_gpu":1}],"source":[{"name":"tva","site":"hall","capacity":300}]`)
	goodput := run(t, document).first("site.goodput", "hall")
	if goodput < 0.90 || goodput > 0.95 {
		t.Errorf("goodput is %v, want somewhat more than 0.9", goodput)
	}
	between := 54 * 24 / 419.0 // hours
	near(t, "the loss", 1-goodput, (0.25/2+0.15)/between, 0.005)
	// A job of 100,000 GPUs is stopped each half hour and hardly comes forward.
	large := run(t, document, set("site.hall.job_size", 100000), set("site.hall.restart_time", 0), set("site.hall.checkpoint_interval", 0.5))
	near(t, "half the time between stops is lost", large.first("site.interruption_loss", "hall"), 0.25/0.506, 0.002)
	hopeless := run(t, document, set("site.hall.job_size", 1e6), set("site.hall.restart_time", 1))
	if got := hopeless.first("site.goodput", "hall"); got != 0 {
		t.Errorf("goodput of a job that never comes forward is %v", got)
	}
}

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

// 10,000 H100 at 989 TFLOPS for 31 days: 306,590 PFLOP/s-days at the peak.
func TestEffectiveCompute(t *testing.T) {
	o := run(t, hall(t, 1, bare+`,"interruption_rate":0`, tenMegawatts+`,"source":[{"name":"tva","site":"hall","capacity":10}],
		"lease":[{"name":"tenant","site":"hall","basis":"gpus","gpus":4000,"usage":0.5,"start":"2026-01"}]`))
	peak := 10000 * 0.989 * 31
	near(t, "the tenant at 40 % MFU, half in use", o.first("site.effective_compute_leased", "hall"), 0.4*0.5*0.4*peak, 1e-9)
	near(t, "the operator at 11 %", o.first("site.effective_compute_kept", "hall"), 0.6*0.11*peak, 1e-9)
	near(t, "what it gave up", o.first("site.effective_compute_given_up", "hall"), 0.4*0.11*peak, 1e-9)
	near(t, "utilisation", o.first("site.utilisation", "hall"), 0.8, 1e-9)
	alone := run(t, hall(t, 1, bare+`,"interruption_rate":0`, tenMegawatts+`,"source":[{"name":"tva","site":"hall","capacity":10}]`))
	near(t, "kept without a tenant", alone.first("site.effective_compute_kept", "hall"), o.first("site.effective_compute_kept", "hall")+o.first("site.effective_compute_given_up", "hall"), 1e-9)
}
