package scenario_test

import "rackonomics/engine/scenario"

// bakeries is a small model of another trade, so that nothing in the package can
// lean on the one that it was made for. It has every kind of scope and of input.
var bakeries = newSchema(bakeryTrade())

// bakeryTrade returns the declaration afresh, so that a test may spoil it.
func bakeryTrade() scenario.Declaration {
	gazette := scenario.Source{Label: "Bakers' Gazette", URL: "https://gazette.example/wheat", Date: "2026-05", Confidence: scenario.High}
	return scenario.Declaration{
		Title: "Bakeries",
		Start: scenario.Input{Name: "scenario.start", Title: "First month", Kind: scenario.Month, Default: "2026-05", Note: "When it begins."},
		Months: scenario.Input{Name: "scenario.months", Title: "Length", Kind: scenario.Number, Unit: "month", Default: "12", Min: 1, Max: 360, Step: 1,
			Note: "How long it lasts."},
		Scopes: []scenario.Scope{
			{Name: "chain", Title: "Chain", Noun: "chain", Plural: "chains", Single: true, Note: "The company."},
			{Name: "bakery", Title: "Bakery", Noun: "bakery", Plural: "bakeries", Parent: "chain", Most: 8, Note: "A place with ovens."},
			{Name: "oven", Title: "Oven", Noun: "oven", Plural: "ovens", Parent: "bakery", Most: 24, Note: "Bakes.",
				Begins: []scenario.Beginning{{Input: "loaves", From: scenario.FromText, Text: "1000"}}},
			{Name: "mill", Title: "Mill", Noun: "mill", Plural: "mills", Parent: "bakery", Most: 24, Note: "Grinds."},
			{Name: "fair", Title: "Fair", Noun: "fair", Plural: "fairs", Most: 8, Note: "Belongs to nobody."},
			{Name: "order", Title: "Order", Noun: "order", Plural: "orders", Parent: "bakery", Most: 16, Note: "Somebody's daily bread.",
				Begins: []scenario.Beginning{{Input: "share", From: scenario.FromDefault}, {Input: "start", From: scenario.FromStart},
					{Input: "last_month", From: scenario.FromStart, Later: 60}}},
		},
		Inputs: []scenario.Input{
			{Name: "chain.spending", Kind: scenario.Number, Unit: "USD/month", MayVary: true, Default: "2_500_000_000", Min: 0, Max: 100e9, Step: 1e7},
			{Name: "bakery.load", Kind: scenario.Number, Unit: "1", Percent: true, Default: "0.85", Min: 0.05, Max: 1, Step: 0.01, Assumption: true},
			{Name: "bakery.waste", Kind: scenario.Number, Unit: "1", Default: "1.2", Min: 1, Max: 3, Step: 0.01, Assumption: true, Sources: []scenario.Source{gazette.With(1.18)}},
			{Name: "oven.loaves", Kind: scenario.Number, Unit: "loaf", MayVary: true, Default: "0", Min: 0, Max: 10e6, Step: 1000},
			{Name: "mill.capacity", Kind: scenario.Number, Unit: "kg", MayVary: true, Default: "0", Min: 0, Max: 20000, Step: 10},
			{Name: "fair.opens", Kind: scenario.Day, Default: "2026-06-01", Sources: []scenario.Source{gazette.On("2026-06-02")}},
			{Name: "order.basis", Kind: scenario.Choice, Default: "share",
				Options: []scenario.Option{{Name: "share", Title: "Share"}, {Name: "loaves", Title: "Loaves"}, {Name: "weight", Title: "Weight"}}},
			{Name: "order.share", Kind: scenario.Number, Unit: "1", Percent: true, Default: "0.5", Min: 0, Max: 1, Step: 0.01, OnlyWith: "basis=share", Assumption: true},
			{Name: "order.loaves", Kind: scenario.Number, Unit: "loaf", MayVary: true, Default: "0", Min: 0, Max: 10e6, Step: 1000, OnlyWith: "basis=loaves|weight"},
			{Name: "order.start", Kind: scenario.Month, Default: "2026-05"},
			{Name: "order.last_month", Kind: scenario.Month, Default: "2029-05", Sources: []scenario.Source{gazette}},
			{Name: "order.notice", Kind: scenario.Number, Unit: "day", Default: "90", Min: 0, Max: 3650, Step: 1, Sources: []scenario.Source{gazette.With(90)}},
			{Name: "order.minimum_term", Kind: scenario.Number, Unit: "month", Default: "3", Min: 0, Max: 360, Step: 1, Sources: []scenario.Source{gazette}},
			{Name: "order.fee", Kind: scenario.Number, Unit: "USD/month", MayVary: true, Default: "1250e6", Min: 0, Max: 50e9, Step: 1e7},
			{Name: "order.price", Kind: scenario.Number, Unit: "USD/loaf", MayVary: true, Default: "2.6", Min: 0, Max: 100, Step: 0.01,
				Sources: []scenario.Source{gazette.With(2.6), gazette.As("Millers' Post", scenario.Medium).With(2.35)}},
			{Name: "order.escalator", Kind: scenario.Number, Unit: "1", Percent: true, Default: "0", Min: -0.5, Max: 0.5, Step: 0.005},
			{Name: "order.usage", Kind: scenario.Number, Unit: "1", Percent: true, MayVary: true, Default: "1", Min: 0, Max: 1, Step: 0.01, Assumption: true},
			{Name: "order.take_or_pay", Kind: scenario.Number, Unit: "1", Percent: true, Default: "1", Min: 0, Max: 1, Step: 0.01},
			{Name: "order.prorated", Kind: scenario.Switch, Default: "true"},
			{Name: "order.crust", Kind: scenario.Switch, Default: "false", OnlyWith: "prorated=true"},
			{Name: "order.crust_share", Kind: scenario.Number, Unit: "1", Default: "0.1", Min: 0, Max: 1, Step: 0.1, OnlyWith: "crust=true"},
		},
		Example: scenario.Row{Name: "order.tip", Unit: "USD"},
		MeasureScope: func(name string) (scope string, known bool) {
			scope, known = map[string]string{"chain.profit": "chain", "order.tips": "order"}[name]
			return scope, known
		},
	}
}

func newSchema(declared scenario.Declaration) *scenario.Schema {
	schema, err := scenario.NewSchema(declared)
	if err != nil {
		panic(err)
	}
	return schema
}
