package result_test

import "testing"

const (
	spacex    = `company.spacex={"confidential_filing": "2026-04-01", "public_filing_basis": "given", "given_public_filing": "2026-05-20"}`
	anthropic = `company.anthropic={"confidential_filing": "2026-06-01", "proceeds": 60e9}`
	openai    = `company.openai={"confidential_filing": "2026-05-22"}`
)

func TestWhoListsFirst(t *testing.T) {
	m := measured(t, load(t, "no-deal"), openai, anthropic, spacex)
	m.is(t, "listing.first", "spacex")
	m.is(t, "listing.first_day", "2026-06-12")
	m.is(t, "listing.public_filing_day@spacex", "2026-05-20")
	for name, rank := range map[string]float64{"spacex": 1, "openai": 2, "anthropic": 3} {
		m.is(t, "listing.rank@"+name, rank)
		m.is(t, "listing.cost_of_delay@"+name, 0.0)
	}
	m.is(t, "listing.day@openai", "2026-09-14") // 90 days of review, 15, 7 and 1, to a Saturday
	m.is(t, "listing.day@anthropic", "2026-09-23")
}

// The source that has OpenAI file on 7 June turns the order round.
func TestTheDisputedFilingDecidesTheOrder(t *testing.T) {
	m := measured(t, load(t, "no-deal"), openai, anthropic, "company.openai.confidential_filing=2026-06-07")
	m.is(t, "listing.first", "anthropic")
	m.is(t, "listing.rank@openai", 2.0)
}

func TestCompaniesThatListOnOneDay(t *testing.T) {
	m := measured(t, load(t, "no-deal"), openai, anthropic, spacex, "company.openai.confidential_filing=2026-06-01", "company.spacex.slip=12")
	m.is(t, "listing.first", "openai, anthropic")
	m.is(t, "listing.rank@openai", 1.0)
	m.is(t, "listing.rank@anthropic", 1.0)
	m.is(t, "listing.rank@spacex", 3.0)
	m.is(t, "listing.day@spacex", "2027-06-14") // priced on a Friday
	m.near(t, "listing.cost_of_delay@spacex", 75e9*0.985*0.125*367/360, 1e-12)
	m.near(t, "listing.proceeds_lost@spacex", 75e9*0.985*0.3*367/365, 1e-9)
}
