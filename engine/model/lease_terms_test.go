package model_test

import (
	"math"
	"testing"

	"pgregory.net/rapid"
)

// contract is a lease from its terms alone, month by month in a plain loop, with
// nothing of the model's rows: the other half of a check. Months are counted from
// the start of the scenario, fees are in dollars.
type contract struct {
	start, last                  int
	day                          int // of the first month
	ramp, free, reduced          int
	reducedFee, escalator, index float64
	discount                     bool
	byTheHour                    bool
	cancellable, within          bool
	minimum                      int
	notice                       float64 // days
	prepaid                      float64
	before                       int
	renewal                      int
	renewalPrice                 float64
	monthly, hourly, gpus        float64
	delay                        int
}

func (c contract) days(month int) float64 { return float64(siteStart.Add(month).Days()) }

// use is what the tenant has of the month: capacity by time, in the measure that
// the price is in.
func (c contract) use(month int) float64 {
	share := 1.0
	if c.ramp > 0 {
		share = math.Min(1, float64(month-c.start+1)/float64(c.ramp))
	}
	if month == c.start {
		share *= math.Max(1, c.days(month)-float64(c.day)+1) / c.days(month)
	}
	if c.byTheHour {
		share *= 24 * c.days(month) * c.gpus
	}
	return share
}

func (c contract) due(month int) float64 {
	switch age := month - c.start; {
	case age < c.free:
		return 0
	case age < c.free+c.reduced:
		return c.reducedFee
	}
	return 1
}

// fixed is the fee of a month as signed, without the index.
func (c contract) fixed(month int) float64 {
	if month < c.start || month > c.last+c.renewal {
		return 0
	}
	price := c.monthly
	if c.byTheHour {
		price = c.hourly
	}
	if month > c.last {
		price *= c.renewalPrice
	}
	return price * c.use(month) * c.due(month) * math.Pow(1+c.escalator, c.anniversaries(month))
}

func (c contract) anniversaries(month int) float64 { return math.Floor(float64(month-c.start) / 12) }

func (c contract) fee(month int) float64 {
	return c.fixed(month) * math.Pow(1+c.index, c.anniversaries(month))
}

// remaining are the fees from a month to the end of the term agreed, with none of
// a renewal; in the renewal, to its end.
func (c contract) remaining(month int) (sum float64) {
	last := c.last
	if month > c.last {
		last += c.renewal
	}
	for ; month <= last; month++ {
		if month >= c.start {
			sum += c.fee(month)
		}
	}
	return sum
}

// bound is the first month after those in which both sides are bound.
func (c contract) bound() int {
	if !c.cancellable {
		return c.last + 1
	}
	notice := int(math.Floor(c.notice*12/365 + 0.5))
	months := c.minimum + notice
	if c.within {
		months = max(c.minimum, notice)
	}
	return min(c.last+1, c.start+months)
}

// accounted is the use that the fixed fee is spread over: all of it, less where a
// fee is reduced for a ramp.
func (c contract) accounted(month int) float64 {
	if !c.discount && month-c.start >= c.free {
		return c.use(month) * c.due(month)
	}
	return c.use(month)
}

// revenue of a month of the agreed term under ASC 842: the fixed fee of the months
// in which both sides are bound evenly over their use, the index as it comes.
func (c contract) revenue(month int) float64 {
	if month < c.start || month >= c.bound() {
		return c.fee(month)
	}
	fees, use := 0.0, 0.0
	for m := max(0, c.start); m < c.bound(); m++ {
		fees += c.fixed(m)
		use += c.accounted(m)
	}
	if use == 0 {
		return c.fee(month) - c.fixed(month)
	}
	return fees/use*c.accounted(month) + c.fee(month) - c.fixed(month)
}

func anyContract(t *rapid.T) (contract, map[string]any) {
	some := func(name string, values ...int) int { return rapid.SampledFrom(values).Draw(t, name) }
	rate := func(name string) float64 { return rapid.SampledFrom([]float64{-0.1, 0, 1e-8, 0.03, 0.2}).Draw(t, name) }
	c := contract{start: rapid.IntRange(-15, 40).Draw(t, "start"), day: some("day", 1, 1, 15, 31), ramp: some("ramp", 0, 5, 40), free: some("free", 0, 0, 3, 30),
		reduced: some("reduced", 0, 2, 18, 60), reducedFee: rapid.SampledFrom([]float64{0, 0.5, 1}).Draw(t, "reduced fee"), escalator: rate("escalator"), index: rate("index"),
		discount: rapid.Bool().Draw(t, "discount"), byTheHour: rapid.Bool().Draw(t, "by the hour"), cancellable: rapid.Bool().Draw(t, "cancellable"), within: rapid.Bool().Draw(t, "within"),
		minimum: some("minimum", 0, 3, 12, 50), notice: float64(some("notice", 0, 30, 90, 400)), prepaid: rapid.SampledFrom([]float64{0, 0.2, 1}).Draw(t, "prepaid"), before: some("before", 0, 6, 60),
		renewal: some("renewal", 0, 0, 20), renewalPrice: 0.7, monthly: 100e6, hourly: 2, gpus: 100e3}
	c.last = c.start + rapid.IntRange(0, 70).Draw(t, "length")
	basis := "fee"
	if c.byTheHour {
		basis = "gpu_hour"
	}
	return c, map[string]any{"basis": "gpus", "gpus": c.gpus, "start": siteStart.Add(c.start).String(), "last_month": siteStart.Add(c.last).String(), "start_day": c.day, "delivery_ramp": c.ramp,
		"free_months": c.free, "reduced_months": c.reduced, "reduced_fee": c.reducedFee, "escalator": c.escalator, "index_growth": c.index, "reduced_fee_is_discount": c.discount,
		"price_basis": basis, "fee": c.monthly, "price": c.hourly, "cancellable": c.cancellable, "notice_within_minimum": c.within, "minimum_term": c.minimum, "notice": c.notice,
		"prepaid_share": c.prepaid, "prepaid_before": c.before, "renewal_months": c.renewal, "renewal_price": c.renewalPrice, "accounting": "asc842", "payment_delay": 0}
}

// Whatever the scenario's months, a lease is worth its own, is prepaid by them and
// is earned over them.
func TestLeasesByTheirTermsAlone(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c, lease := anyContract(t)
		o := runLease(t, siteOf200MW(t, rapid.IntRange(1, 60).Draw(t, "months"), lease))
		months := o.Table.Months
		headline, prepaid, revenue := make([]float64, months), make([]float64, months), make([]float64, months)
		for month := range months {
			headline[month], revenue[month] = c.remaining(month), c.revenue(month)
			if c.start >= 0 && month == max(0, c.start-c.before) {
				prepaid[month] = c.prepaid * c.remaining(month)
			}
		}
		o.same("the fees to the end of the term", o.tenant("headline_value"), headline)
		o.same("what is prepaid", o.tenant("prepayment_received"), prepaid)
		agreed := min(months, max(0, c.last+1)) // a renewal is a term of its own
		o.same("revenue", o.tenant("revenue")[:agreed], revenue[:agreed], headline)
		renewal := 0.0
		for month := max(0, c.last+1); month <= c.last+c.renewal; month++ {
			renewal += c.fee(month)
		}
		o.same("the fees of the renewal", o.tenant("renewal_value")[:1], []float64{renewal})
	})
}
