package scenario_test

import (
	"strings"
	"testing"
)

func TestParseSetting(t *testing.T) {
	for setting, want := range map[string]string{
		"order.hotel.share=0.25":        "0.25",
		"order.hotel.share=2.5e-1":      "0.25",
		"order.hotel.share=25 %":        "0.25",
		"order.hotel.fee=1,5":           "1.5",
		"order.hotel.fee=$1.25bn/month": "1250000000",
		"order.hotel.fee=null":          "null",
		"order.hotel.start=Jul 2026":    `"2026-07"`,
		`order.hotel.start="2026-07"`:   `"2026-07"`,
		"scenario.start=07/2026":        `"2026-07"`,
		"scenario.months=60 months":     "60",
		"order.hotel.none=1,5":          `"1,5"`,
		"order.hotel.basis=loaves":      `"loaves"`,
		`order.hotel.basis="loaves"`:    `"loaves"`,
		"order.hotel.start=2026-05":     `"2026-05"`,
		"order.hotel.prorated=true":     "true",
		"order.hotel.prorated=yes":      "true",
		"order.hotel.prorated=ON":       "true",
		"order.hotel.prorated=1":        "true",
		"order.hotel.prorated= no":      "false",
		"order.hotel.prorated=off":      "false",
		"order.hotel.basis=LOAVES":      `"loaves"`,
		"order.hotel=null":              "null",
		`order.hotel={"bakery":"a=b"}`:  `{"bakery":"a=b"}`,
		"order.hotel.title=Grand Hotel": `"Grand Hotel"`,
		`order.hotel.title="Grand"`:     `"Grand"`,
		"order.hotel.title=2027":        `"2027"`,
		"order.hotel.title=true":        `"true"`,
		"order.hotel.title=null":        "null",

		"study.order.hotel.share=25 to 35 %":          `{"form":"normal","low":0.25,"high":0.35}`,
		`study.order.hotel.share="25 to 35 %"`:        `{"form":"normal","low":0.25,"high":0.35}`,
		"study.order.hotel.price=±10 %":               `{"form":"normal","times":true,"low":0.9,"high":1.1}`,
		"study.order.hotel.price= Sources ":           `"sources"`,
		`study.order.hotel.price="sources"`:           `"sources"`,
		"study.order.hotel.start=Jul 2026 to 01/2027": `{"form":"uniform","low":"2026-07","high":"2027-01"}`,
		"study.order.hotel.basis=share or weight":     `{"form":"discrete","points":[{"value":"share","weight":1},{"value":"weight","weight":1}]}`,
		"study.order.hotel.prorated=yes or no":        `{"form":"discrete","points":[{"value":true,"weight":1},{"value":false,"weight":1}]}`,
		"study.order.hotel.prorated=true or false":    `{"form":"discrete","points":[{"value":true,"weight":1},{"value":false,"weight":1}]}`,
		"study.order.hotel=true at 80 % or false":     `{"form":"discrete","points":[{"value":true,"weight":0.8},{"value":false,"weight":0.2}]}`,
		"study.chain.spending=1 to 4 bn":              `{"form":"log-normal","low":1000000000,"high":4000000000}`,
		"study.order.hotel.share=null":                "null",
		`study.order.hotel.share={"form":"normal"}`:   `{"form":"normal"}`,
		"study.order.hotel.none=25 to 35 %":           `"25 to 35 %"`,
		"study.measure=chain.profit":                  `"chain.profit"`,
		"study.paths=1000":                            "1000",
		"study.correlations=null":                     "null",
		"scenario.seed=7":                             "7",
	} {
		got, err := bakeries.ParseSetting(setting)
		path, _, _ := strings.Cut(setting, "=")
		if err != nil || got.Path != path || string(got.JSON) != want {
			t.Errorf("%s is %s = %s, %v; want %s", setting, got.Path, got.JSON, err, want)
		}
	}
	for _, setting := range []string{"", "order.hotel.share", "=5"} {
		if got, err := bakeries.ParseSetting(setting); err == nil || !strings.Contains(err.Error(), "is not path=value") {
			t.Errorf("%q is %v, %v", setting, got, err)
		}
	}
	for setting, want := range map[string]string{
		"order.hotel.fee=1,250":             `order.hotel.fee: "1,250" can be read in two ways; write 1.25 or 1250`,
		"order.hotel.fee=1.250":             `order.hotel.fee: "1.250" can be read in two ways; write 1.25 or 1250`,
		"order.hotel.fee=5o":                `order.hotel.fee: "5o" is not a number; allowed is 0 to 50000000000 USD/month`,
		"order.hotel.prorated=maybe":        `order.hotel.prorated: "maybe" cannot be read; allowed is true or false, yes or no, on or off`,
		"order.hotel.basis=acres":           `order.hotel.basis: "acres" cannot be read; allowed is one of share, loaves, weight`,
		"order.hotel.basis=":                `order.hotel.basis: "" cannot be read; allowed is one of share, loaves, weight`,
		"order.hotel.fee=5%":                `order.hotel.fee: "5%" is in another unit; allowed is 0 to 50000000000 USD/month`,
		"order.hotel.minimum_term=2.5":      `order.hotel.minimum_term: "2.5" is not a whole number; allowed is whole numbers from 0 to 360 month`,
		"order.hotel.start=soon":            `order.hotel.start: "soon" cannot be read; allowed is a month such as 2026-05, 05/2026 or May 2026, from 1990-01 to 2150-12`,
		"order.hotel.share=25 to 35 %":      `order.hotel.share: "25 to 35 %" is a range and not one value; write study.order.hotel.share=25 to 35 %`,
		"order.hotel.price=±10 %":           `order.hotel.price: "±10 %" is a range and not one value; write study.order.hotel.price=±10 %`,
		"scenario.start=2026-07 to 2027-01": `scenario.start: "2026-07 to 2027-01" cannot be read; allowed is a month such as 2026-05, 05/2026 or May 2026, from 1990-01 to 2150-12`,
		"study.order.hotel.share=0.5": `study.order.hotel.share: "0.5" cannot be read; allowed is LOW to HIGH; ±10 %; times LOW to HIGH; sources; normal LOW to HIGH; log-normal LOW to HIGH; uniform LOW to HIGH; ` +
			`triangular LOW, MODE, HIGH; pert LOW, MODE, HIGH; discrete VALUE or VALUE, each with or without at WEIGHT`,
		"study.order.hotel.prorated=true": `study.order.hotel.prorated: "true" cannot be read; allowed is sources; discrete VALUE or VALUE, each with or without at WEIGHT`,
		"study.order.hotel=signed":        `study.order.hotel: "signed" cannot be read; allowed is sources; discrete VALUE or VALUE, each with or without at WEIGHT`,
		"study.order.hotel.start=soon": `study.order.hotel.start: "soon" cannot be read; allowed is LOW to HIGH; sources; normal LOW to HIGH; uniform LOW to HIGH; triangular LOW, MODE, HIGH; pert LOW, MODE, HIGH; ` +
			`discrete VALUE or VALUE, each with or without at WEIGHT; hazard FIRST MONTH, RATE`,
		"scenario.months=361": `scenario.months: "361" is out of bounds; allowed is whole numbers from 1 to 360 month`,
	} {
		if got, err := bakeries.ParseSetting(setting); err == nil || err.Error() != want {
			t.Errorf("%q is %v, %v; want %s", setting, got, err, want)
		}
	}
}
