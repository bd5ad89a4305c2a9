package measure

import "testing"

func TestMIRRPublished(t *testing.T) {
	cases := []struct {
		flows                 []float64
		finance, reinvestment float64
		want                  float64
		tolerance             float64
	}{
		// support.microsoft.com/excel/functions/mirr-function, to 14 digits in
		// PHPOffice/PhpSpreadsheet tests/data/Calculation/Financial/MIRR.php
		{[]float64{-120000, 39000, 30000, 21000, 37000, 46000}, 0.10, 0.12, 0.12609413036591, 1e-14},
		{[]float64{-120000, 39000, 30000, 21000}, 0.10, 0.12, -0.048044655249981, 1e-14},
		{[]float64{-120000, 39000, 30000, 21000, 37000, 46000}, 0.10, 0.14, 0.13475911082830999, 1e-14},
		{[]float64{-100, 12, 14, 11}, 5.5, 5, 0.74021752686287001, 1e-14},
		{[]float64{-100, 12, 14, 11, 13, 16}, 5.5, 5, 1.8579321744785, 1e-13},
		// numpy/numpy-financial tests/test_financial.py, TestMirr, in decimal
		{[]float64{-4500, -800, 800, 800, 600, 600, 800, 800, 700, 3000}, 0.08, 0.055, 0.066597175031553548874239618, 1e-15},
		{[]float64{-120000, 39000, 30000, 21000, 37000, 46000}, 0.10, 0.12, 0.126094130365905145828421880, 1e-15},
		{[]float64{100, 200, -50, 300, -200}, 0.05, 0.06, 0.342823387842176663647819868, 1e-15},
	}
	for _, c := range cases {
		if got, ok := MIRR(c.flows, c.finance, c.reinvestment); !ok || !close(got, c.want, c.tolerance) {
			t.Errorf("MIRR(%v, %v, %v) = %v, want %v", c.flows, c.finance, c.reinvestment, got, c.want)
		}
	}
	for _, flows := range [][]float64{nil, {39000, 30000}, {-1, -2}, {0, 0}, {-1}} {
		if got, ok := MIRR(flows, 0.1, 0.12); ok {
			t.Errorf("MIRR(%v) = %v", flows, got)
		}
	}
	if _, ok := MIRR([]float64{-1, 2}, -1, 0.1); ok {
		t.Error("a finance rate of -1 has a MIRR")
	}
}
