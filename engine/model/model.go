// Package model is the model itself: its kinds of things, their inputs and its
// rows, one file a subject, and how a scenario's things become the instances that
// the rows are computed for. It knows nothing of how they are run.
package model

import (
	"errors"
	"slices"
	"sync"

	"rackonomics/engine/language"
	"rackonomics/engine/scenario"
)

// Subject is rows that are read together.
type Subject struct {
	Title string
	Rows  []Row
}

// Subjects list every row of the model, in reading order.
var Subjects = []Subject{
	{"Racks, power drawn and cost", fleetRows},
	{"GPUs that wait for service or power", waitingRows},
	{"GPUs that are replaced", replacementRows},
	{"What a site can use, and who uses it", siteRows},
	{"Compute", computeRows},
	{"What capital costs a month", capitalChargeRows},
	{"Power", powerRows},
	{"The price of a GPU-hour", marketRows},
	{"Orbit", orbitRows},
	{"Term: when a lease begins and ends, and why", leaseTermRows},
	{"Capacity: agreed, ready and delivered", leaseCapacityRows},
	{"What is owed", leaseFeeRows},
	{"What is put off or not owed", leaseStandstillRows},
	{"What the contract still brings", leaseRemainderRows},
	{"Bills, payments, prepayment and deposit", leaseCashRows},
	{"Revenue, and the balances that it leaves", leaseRevenueRows},
	{"Residual-value guarantee", leaseGuaranteeRows},
	{"Warrants, and equity from tenants", leaseEquityRows},
	{"Contracts of several leases", leaseContractRows},
	{"The tenant's side", tenantRows},
	{"Rent, as deals are quoted", rentRows},
	{"Own business on own compute", ownComputeRows},
	{"Income statement", incomeStatementRows},
	{"Fixed assets", assetRows},
	{"Useful life and return on capital", slices.Concat(usefulLifeRows, capitalReturnRows)},
	{"Fixed assets: retirement and sale", disposalRows},
	{"Fixed assets: are they recovered", impairmentRows},
	{"Debt of the company", debtRows},
	{"Debt: size and plan", debtSizingRows},
	{"Debt: drawn, owed and paid", debtBalanceRows},
	{"Debt: GPU fleets as collateral", collateralRows},
	{"Debt: cover and covenants", debtCoverRows},
	{"Waterfall, reserves and trap", waterfallRows},
	{"What blocks distributions", lockUpRows},
	{"Distributions, and how long cash lasts", distributionRows},
	{"What hangs on each tenant", creditRows},
	{"Tax: what is placed in service", propertyRows},
	{"Tax: recovery", recoveryRows},
	{"Tax: taxable income, current and deferred tax", incomeTaxRows},
	{"Tax: instalments", instalmentRows},
	{"Cash flow statement and balance sheet", cashAndBalanceRows},
	{"Value", valueRows},
	{"Value of the group", groupRows},
	{"Listing", listingRows},
	{"What measures are made of", measureRows},
	{"Results over several months", windowRows},
}

// Rows lists the rows of all subjects.
var Rows = func() (rows []Row) {
	for _, subject := range Subjects {
		rows = append(rows, subject.Rows...)
	}
	return rows
}()

// Schema joins the model's rows with those that the scenario adds. The error is
// a [scenario.Problems]: mistakes in added rows have the path rows.<name>.
func Schema(document *scenario.Document) (*language.Schema, error) {
	schema := ownSchema()
	if len(document.Rows) > 0 {
		var err error
		if schema, err = extended(document); err != nil {
			return nil, err
		}
	}
	if problems := actualProblems(document); len(problems) > 0 {
		return nil, problems
	}
	return schema, nil
}

// extended has the rows that a document adds.
func extended(document *scenario.Document) (*language.Schema, error) {
	rows := languageRows()
	for _, row := range document.Rows {
		rows = append(rows, language.Row(row))
	}
	schema, err := language.NewSchema(language.Declarations{Scopes: languageScopes(), Inputs: languageInputs(), Rows: rows, Functions: Functions, Tables: Tables})
	if err != nil {
		return nil, AsProblems(err)
	}
	return schema, nil
}

// ownSchema is that of the model alone, which most scenarios share: reading the
// rows takes longer than compiling them.
var ownSchema = sync.OnceValue(func() *language.Schema {
	schema, err := language.NewSchema(language.Declarations{Scopes: languageScopes(), Inputs: languageInputs(), Rows: languageRows(), Functions: Functions, Tables: Tables})
	if err != nil {
		panic(err) // a test reads the rows
	}
	return schema
})

// AsProblems gives an error of compiling a scenario the form of a scenario's
// mistakes, each with its path.
func AsProblems(err error) scenario.Problems {
	list := []error{err}
	if joined, ok := err.(interface{ Unwrap() []error }); ok {
		list = joined.Unwrap()
	}
	var found scenario.Problems
	for _, each := range list {
		problem := &scenario.Problem{Path: "rows", Message: each.Error()}
		var inRow *language.Error
		if errors.As(each, &inRow) {
			problem.Path = "rows." + inRow.Row
			problem.Message = inRow.Detail()
		}
		found = append(found, problem)
	}
	return found
}

func languageScopes() []language.Scope {
	var list []language.Scope
	for _, scope := range Scenario.Scopes() {
		list = append(list, language.Scope{Name: scope.Name, Parent: scope.Parent, Single: scope.Single})
	}
	return list
}

func languageInputs() []language.Input {
	var list []language.Input
	for _, in := range Scenario.Inputs() {
		declared := language.Input{Name: in.Name, Unit: in.Unit}
		switch in.Kind {
		case scenario.Switch:
			declared.Kind = language.Switch
		case scenario.Choice:
			declared.Kind = language.Choice
			for _, option := range in.Options {
				declared.Options = append(declared.Options, option.Name)
			}
		case scenario.Month:
			declared.Unit = "month"
		case scenario.Day:
			declared.Unit = "day"
		}
		list = append(list, declared)
	}
	return list
}

// Layout lists the scenario's things as instances.
func Layout(document *scenario.Document) language.Layout {
	layout := language.Layout{}
	for _, instance := range document.Instances {
		layout.Instances = append(layout.Instances, language.Instance{Scope: instance.Scope, Name: instance.Name, Parent: instance.Parent})
	}
	layout.Varying = func(input string, instance int) bool {
		return document.Value(instance, Scenario.FindInput(input)).Profile != nil
	}
	layout.Fixed = func(input string, instance int) (float64, bool) {
		in := Scenario.FindInput(input)
		if !Structural(in) {
			return 0, false
		}
		value := document.Value(instance, in)
		return value.Number, value.Profile == nil
	}
	return layout
}

// Structural reports whether an input decides which rows matter, so that a
// program is made for its value: switches and choices do.
func Structural(in *scenario.Input) bool {
	return in.Kind == scenario.Switch || in.Kind == scenario.Choice
}
