package digits

import "testing"

func TestThree(t *testing.T) {
	for _, test := range []struct {
		number float64
		want   string
	}{
		{0, "0"}, {0.01234, "0.0123"}, {7, "7"}, {999.4, "999"}, {999.5, "1k"}, {1250, "1.25k"}, {999_499, "999k"}, {999_500, "1M"},
		{320e6, "320M"}, {1.2345e9, "1.23B"}, {1e12, "1T"}, {1234.5e12, "1235T"}, {1.125e9, "1.13B"}, {1.115, "1.11"}, {0.125, "0.125"}, {1005, "1k"}, {1.005, "1"},
	} {
		if got := Three(test.number); got != test.want {
			t.Errorf("%g is %s, want %s", test.number, got, test.want)
		}
	}
}

func TestMoreDigits(t *testing.T) {
	for _, test := range []struct {
		number float64
		count  int
		want   string
	}{
		{1.2501e9, 5, "1.2501B"}, {1.25e9, 5, "1.25B"}, {999_999, 5, "1M"}, {999_994, 5, "999.99k"}, {1234.5e12, 5, "1234.5T"}, {0.1 + 0.2, 15, "0.3"},
	} {
		if got := Of(test.number, test.count); got != test.want {
			t.Errorf("%g in %d digits is %s, want %s", test.number, test.count, got, test.want)
		}
	}
}

func TestPlain(t *testing.T) {
	for _, test := range []struct {
		number float64
		count  int
		want   string
	}{
		{0, 3, "0"}, {0.5, 3, "0.5"}, {999.4, 3, "999"}, {999.5, 3, "1,000"}, {4179.6, 3, "4,180"}, {4179.6, 5, "4,179.6"}, {123, 3, "123"},
		{1234567, 7, "1,234,567"}, {100000, 3, "100,000"},
	} {
		if got := Plain(test.number, test.count); got != test.want {
			t.Errorf("%g in %d digits is %s, want %s", test.number, test.count, got, test.want)
		}
	}
}
