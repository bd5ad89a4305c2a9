package digits

import "testing"

func TestThree(t *testing.T) {
	for _, test := range []struct {
		number float64
		want   string
	}{
		{0, "0"}, {0.01234, "0.0123"}, {7, "7"}, {999.4, "999"}, {999.5, "1k"}, {1250, "1.25k"}, {999_499, "999k"}, {999_500, "1M"},
		{320e6, "320M"}, {1.2345e9, "1.23B"}, {1e12, "1T"}, {1234.5e12, "1234T"},
	} {
		if got := Three(test.number); got != test.want {
			t.Errorf("%g is %s, want %s", test.number, got, test.want)
		}
	}
}
