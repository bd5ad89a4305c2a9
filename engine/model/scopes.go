package model

import (
	"fmt"
	"slices"

	"rackonomics/engine/scenario"
)

// Scenario is the schema of the model's scenarios: their kinds of things and
// their inputs.
var Scenario = newScenario()

func newScenario() *scenario.Schema {
	schema, err := scenario.NewSchema(scenario.Declaration{
		Title: "Rackonomics scenario",
		Start: scenario.Input{
			Name: "scenario.start", Title: "First month", Whose: scenario.Decision, Kind: scenario.Month, Group: "Horizon", Default: "2026-05", Assumption: true,
			Note: "The month from which the scenario is computed.",
		},
		Months: scenario.Input{
			Name: "scenario.months", Title: "Length", Whose: scenario.Decision, Unit: "month", Kind: scenario.Number, Group: "Horizon", Assumption: true,
			Default: "60", Min: 1, Max: scenario.LongestHorizon, Step: 1,
			Note: "The months that are shown, in which break-even is looked for and which what the operator earns and returns is made of. " +
				fmt.Sprintf("Leases and loans are computed to their own end, at most %d years from the start.", LongestReach/12),
		},
		Scopes: scopes,
		Inputs: slices.Concat(operatorInputs, ownComputeInputs, waterfallInputs, taxInputs, valueInputs, groupInputs, siteInputs, siteCostInputs, orbitInputs, fleetInputs, sourceInputs, trancheInputs, companyInputs,
			leaseInputs, leaseStandstillInputs, leaseEquityInputs, tenantInputs, creditInputs),
		Example: scenario.Row{Name: "lease.discount", Unit: "USD or GPU*h"},
		MeasureScope: func(name string) (scope string, known bool) {
			measure := FindMeasure(name)
			if measure == nil {
				return "", false
			}
			return measure.Scope, true
		},
	})
	if err != nil {
		panic(err) // a test reads the declaration
	}
	return schema
}

// never is the default of a month in which something happens: not within any scenario.
const never = "2150-12"

// scopes lists the kinds of things, those that others belong to first. What a
// new one begins with is what one asks about first, and where the default is
// nothing, something to see.
var scopes = []scenario.Scope{
	{
		Name: "operator", Title: "Operator", Whose: scenario.Decision, Noun: "operator", Plural: "operators", Single: true,
		Note: "The company that runs the sites and rents out compute.",
	},
	{
		Name: "site", Title: "Site", Whose: scenario.Decision, Noun: "site", Plural: "sites", Parent: "operator", Most: 8,
		Note: "A data centre.",
	},
	{
		Name: "fleet", Title: "GPU fleet", Whose: scenario.Decision, Noun: "GPU fleet", Plural: "GPU fleets", Parent: "site", Most: 24,
		Note:   "GPUs of one generation at a site.",
		Begins: []scenario.Beginning{{Input: "gpus", From: scenario.FromText, Text: "10000"}},
	},
	{
		Name: "source", Title: "Power source", Whose: scenario.Decision, Noun: "power source", Plural: "power sources", Parent: "site", Most: 24,
		Note:   "A supply of power at a site; sources serve in the order of the scenario.",
		Begins: []scenario.Beginning{{Input: "capacity", From: scenario.FromText, Text: "100"}},
	},
	{
		Name: "tranche", Title: "Debt", Whose: scenario.Decision, Noun: "loan or bond", Plural: "loans or bonds", Parent: "operator", Most: 12,
		Note: "A loan or bond of the operator.",
		Begins: []scenario.Beginning{
			{Input: "commitment", From: scenario.FromText, Text: "1e9"},
			{Input: "start", From: scenario.FromStart},
			{Input: "maturity", From: scenario.FromStart, Later: 60},
		},
	},
	{
		Name: "company", Title: "Company", Whose: scenario.World, Noun: "company", Plural: "companies", Parent: "operator", Most: 8,
		Note: "A company that goes public.",
	},
	{
		Name: "lease", Title: "Lease", Whose: scenario.Decision, Noun: "lease", Plural: "leases", Parent: "site", Most: 16, Foremost: true,
		Note: "A tenant's contract for capacity of a site; leases are served in the order of the scenario.",
		Begins: []scenario.Beginning{
			{Input: "share", From: scenario.FromDefault},
			{Input: "price", From: scenario.FromDefault},
			{Input: "start", From: scenario.FromStart},
			{Input: "last_month", From: scenario.FromEnd},
		},
	},
}
