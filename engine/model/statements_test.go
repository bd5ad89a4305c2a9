package model_test

import (
	"math"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"rackonomics/engine/model"
	"rackonomics/engine/scenario"
)

// drawn draws a value of an input as a document has it; numbers up to a bound
// that keeps a test in figures that a company could have.
func drawn(t *rapid.T, name string, most float64, start int) any {
	in := model.Scenario.FindInput(name)
	switch in.Kind {
	case scenario.Switch:
		return rapid.Bool().Draw(t, name)
	case scenario.Choice:
		return rapid.SampledFrom(in.Options).Draw(t, name).Name
	case scenario.Month:
		return scenario.MonthValue(load(t, "no-deal").Start.Add(start + rapid.IntRange(0, 50).Draw(t, name))).Month().String()
	}
	return rapid.OneOf(rapid.Float64Range(in.Min, min(in.Max, most)), rapid.SampledFrom([]float64{in.Min, min(in.Max, most)})).Draw(t, name)
}

// someTranche draws a loan or bond on any terms.
func someTranche(t *rapid.T, name string) scenario.Change {
	thing := map[string]any{}
	for _, in := range model.Scenario.InputsOf("tranche") {
		if in.Field() == "maturity" {
			thing[in.Field()] = drawn(t, in.Name, 0, 10)
		} else if rapid.Bool().Draw(t, "given") {
			thing[in.Field()] = drawn(t, in.Name, 20e9, -10)
		}
	}
	return set("tranche."+name, thing)
}

// someCompany draws an operator with debt, taxes and investment of any kind.
func someCompany(t *rapid.T) outcome {
	changes := []scenario.Change{set("scenario.months", rapid.IntRange(1, 60).Draw(t, "months"))}
	for _, in := range model.Scenario.InputsOf("operator") {
		switch in.Group {
		case "Own business", "Investment", "Financing", "Waterfall", "Tax":
			if in.Kind != scenario.Day && rapid.Bool().Draw(t, "given") {
				changes = append(changes, set("operator."+in.Field(), drawn(t, in.Name, 20e9, 0)))
			}
		}
	}
	for _, name := range []string{"senior", "junior", "bond"}[:rapid.IntRange(0, 3).Draw(t, "tranches")] {
		changes = append(changes, someTranche(t, name))
	}
	return run(t, load(t, rapid.SampledFrom([]string{"filed-deal", "no-deal"}).Draw(t, "scenario")), changes...)
}

func (o outcome) operator(row string) []float64 {
	o.Helper()
	return o.of("operator."+row, "operator")
}

// before gives a balance at the start of each month.
func before(closing []float64, opening float64) []float64 {
	return append([]float64{opening}, closing[:len(closing)-1]...)
}

func (o outcome) given(input string) float64 { return o.value("operator", "operator", input)[0] }

// closesItsBooks checks what every set of accounts must show.
func (o outcome) closesItsBooks() {
	o.Helper()
	zero := make([]float64, o.Table.Months)
	assets, debt := o.operator("total_assets"), o.operator("total_debt")
	size := [][]float64{assets, debt, o.operator("equity"), cumulated(o.operator("revenue"))}
	o.same("assets are liabilities and equity", assets, plus(o.operator("total_liabilities"), o.operator("equity")), size...)
	o.same("the check says so", o.operator("balance_check"), zero, size...)
	o.same("direct and indirect operating cash flow agree", o.operator("operating_cash_flow"), o.operator("operating_cash_flow_indirect"),
		o.operator("net_income"), o.operator("revenue"), o.operator("debt_interest"), assets)
	change := less(o.operator("cash"), before(o.operator("cash"), o.given("opening_cash")))
	flows := plus(plus(o.operator("operating_cash_flow"), o.operator("investing_cash_flow")), o.operator("financing_cash_flow"))
	o.same("cash changes by the three cash flows", change, flows, o.operator("cash"), debt)
	o.atMost("depreciation takes no more than there is", zero, o.operator("fixed_assets"), cumulated(o.operator("depreciation")))
	o.ownsWhatItBought()
	o.atMost("the assets of the start are not written down below zero", zero, o.operator("opening_assets_left"), cumulated(o.operator("depreciation")))
	o.atMost("no more interest is capitalised than incurred", o.operator("capitalised_interest"), o.operator("debt_interest"), debt)
	o.same("capitalised interest is under construction or live", cumulated(o.operator("capitalised_interest")),
		plus(cumulated(o.operator("interest_gone_live")), o.operator("interest_in_construction")))
	for _, name := range o.instances("tranche", "") {
		o.repaysItsDebt(name, zero)
		o.keepsToItsTerms(name)
	}
	o.paysOut()
}

// ownsWhatItBought checks that what was paid for is depreciated, retired or still
// on the books, where retired is sold or lost, and that nothing is there of what
// has been retired; and the same of what tax recovers.
func (o outcome) ownsWhatItBought() {
	o.Helper()
	books := less(cumulated(o.operator("own_capital_expenditure")), cumulated(o.operator("new_depreciation")))
	books = plus(books, less(cumulated(o.operator("building_purchases")), cumulated(o.operator("building_depreciation"))))
	books = plus(books, less(cumulated(o.operator("capitalised_interest")), cumulated(o.operator("interest_depreciation"))))
	books = plus(books, o.operator("opening_assets_left"))
	for _, pool := range []struct{ scope, bought, depreciation, retired, book, standing string }{
		{"fleet", "gone_live", "depreciation", "book_retired", "book_value", "gpus_installed"},
		{"source", "purchases", "depreciation", "book_retired", "book_value", "installed"},
		{"site", "orbital_purchases", "satellite_depreciation", "satellite_book_retired", "satellite_book_value", "satellites_in_service"},
	} {
		for _, name := range o.instances(pool.scope, "") {
			row := func(field string) []float64 { return o.of(pool.scope+"."+field, name) }
			cost, book := cumulated(row(pool.bought)), row(pool.book)
			o.same(pool.scope+" "+name+": the cost is depreciated, retired or on the books", cost,
				plus(plus(cumulated(row(pool.depreciation)), cumulated(row(pool.retired))), book))
			o.atMost(pool.scope+" "+name+": nothing is on the books twice", make([]float64, len(cost)), book, cost)
			for month, standing := range row(pool.standing) {
				if standing == 0 && !(math.Abs(book[month]) <= rounding*scale(cost)) {
					o.Errorf("%s %s: %v is on the books of nothing in month %d", pool.scope, name, book[month], month)
					break
				}
			}
			books = plus(books, book)
		}
	}
	for _, name := range o.instances("fleet", "") {
		waiting := o.of("fleet.waiting_cost", name)
		o.same("fleet "+name+": what is paid waits, runs or was given up", cumulated(o.of("fleet.purchases", name)),
			plus(plus(waiting, cumulated(o.of("fleet.gone_live", name))), cumulated(o.of("fleet.waiting_retired", name))))
		books = plus(books, waiting)
	}
	bought := plus(cumulated(o.operator("asset_purchases")), cumulated(o.operator("capitalised_interest")))
	recovered := plus(cumulated(o.operator("tax_depreciation")), cumulated(o.operator("tax_basis_retired")))
	took := plus(cumulated(o.operator("depreciation")), cumulated(o.operator("book_retired")))
	o.same("fixed assets are the books of all", o.operator("fixed_assets"), books, bought, took)
	o.same("what is retired is sold or lost", cumulated(o.operator("book_retired")), plus(cumulated(o.operator("disposal_loss")), cumulated(o.operator("disposal_proceeds"))))
	opening := o.given("opening_fixed_assets") * (1 - o.given("opening_tax_basis"))
	o.same("books and tax differ by what they took off", less(o.operator("fixed_asset_difference"), less(recovered, took)),
		slices.Repeat([]float64{opening}, o.Table.Months), recovered, bought, took)
}

func (o outcome) repaysItsDebt(name string, zero []float64) {
	o.Helper()
	tranche := func(row string) []float64 { return o.of("tranche."+row, name) }
	opening := o.value("tranche", name, "opening_balance")
	balance, owed := tranche("balance"), plus(opening, cumulated(plus(tranche("draw"), tranche("interest_added"))))
	o.same("what is owed is drawn and not repaid", balance, less(owed, cumulated(plus(tranche("repaid"), tranche("prepaid")))), owed)
	o.atMost("a balance is not negative", zero, balance, owed)
	o.atMost("no prepayment is negative", zero, tranche("prepaid"), owed)
	o.atMost("no draw is negative", zero, tranche("draw"), owed)
	o.same("interest is paid, added or payable", cumulated(tranche("interest")),
		plus(plus(cumulated(tranche("interest_paid")), cumulated(tranche("interest_added"))), tranche("interest_payable")), owed)
	o.same("issue costs are amortised or left", cumulated(tranche("issue_cost")), plus(cumulated(tranche("issue_cost_amortised")), tranche("issue_cost_left")), owed)
	maturity := int(tranche("last_due")[0])
	for month := max(0, maturity); month < len(balance); month++ {
		for _, row := range []string{"balance", "interest_payable", "issue_cost_left"} {
			if left := tranche(row)[month]; math.Abs(left) > rounding*scale(owed) {
				o.Errorf("%s of %s is %v in month %d, after maturity in month %d", row, name, left, month, maturity)
			}
		}
	}
	if commitment := o.value("tranche", name, "commitment")[0]; o.value("tranche", name, "amount_basis")[0] == 0 && o.value("tranche", name, "drawing")[0] != 2 && tranche("drawn")[len(balance)-1] > commitment*(1+rounding) {
		o.Errorf("%v of %v is drawn", tranche("drawn")[len(balance)-1], commitment)
	}
}

func TestBooksOfAnyCompanyClose(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) { someCompany(t).closesItsBooks() })
}

// Presentation and the choice of depreciation move figures between lines, not cash.
func TestPresentationMovesNoCash(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		tranche := someTranche(t, "loan")
		cash := func(presentation string) outcome {
			return run(t, load(t, "filed-deal"), tranche, set("operator.presentation", presentation), set("operator.cash_yield", 0.04), set("operator.opening_cash", 16e9))
		}
		gaap, ifrs := cash("us_gaap"), cash("ifrs18")
		gaap.same("cash", gaap.operator("cash"), ifrs.operator("cash"), gaap.operator("total_debt"))
		gaap.same("net income", gaap.operator("net_income"), ifrs.operator("net_income"), gaap.operator("revenue"))
		moved := less(plus(ifrs.operator("financing_cash_flow"), ifrs.operator("investing_cash_flow")), plus(gaap.operator("financing_cash_flow"), gaap.operator("investing_cash_flow")))
		ifrs.same("what leaves operations enters elsewhere", less(gaap.operator("operating_cash_flow"), ifrs.operator("operating_cash_flow")), moved, gaap.operator("revenue"), gaap.operator("total_debt"))
	})
}

// The founding question is about results before financing and tax: without debt
// and with taxes off every line below operating income repeats it.
func TestFoundingScenariosHaveNoFinancing(t *testing.T) {
	for _, name := range []string{"half-the-data-center", "filed-deal", "no-deal"} {
		o := run(t, load(t, name))
		o.closesItsBooks()
		o.same("net income", o.operator("net_income"), o.operator("operating_income"), o.operator("revenue"))
		o.same("non-cash costs", less(o.operator("non_cash_costs"), o.operator("new_depreciation")), o.value("operator", "operator", "reported_non_cash_costs"))
	}
}

// Customers pay after 73 days and suppliers are paid after 36.5: 2.4 and 1.2
// months of 365/12 days. Revenue of 100, then 150, leaves 40 each month.
func TestOwnWorkingCapital(t *testing.T) {
	document, err := model.Scenario.Decode([]byte(`{"version":1,"name":"late","start":"2027-01","months":3,
		"operator":{"reported_revenue":{"steps":[{"from":"2027-01","value":100},{"from":"2027-02","value":150}]},"reported_operating_loss":-40,"reported_non_cash_costs":0,
			"capital_spending":0,"opening_fixed_assets":0,"working_capital":true,"days_sales_outstanding":73,"days_payable_outstanding":36.5}}`))
	if err != nil {
		t.Fatal(err)
	}
	o := run(t, document)
	o.closesItsBooks()
	for row, want := range map[string][]float64{
		"own_receivables":          {240, 360, 360},
		"own_payables":             {72, 132, 132}, // costs of 60, then 110
		"own_collected":            {100, 30, 150}, // nothing jumps in the first month
		"own_paid":                 {60, 50, 110},
		"operating_income":         {40, 40, 40},
		"operating_cash_flow":      {40, -20, 40},
		"cash":                     {40, 20, 60},
		"cfads":                    {40, -20, 40},
		"unlevered_free_cash_flow": {40, -20, 40},
		"opening_equity":           {168, 168, 168},
		"equity":                   {208, 248, 288},
		"total_assets":             {280, 380, 420},
	} {
		o.same(row, o.operator(row), want)
	}
	o = run(t, document, set("operator.working_capital", false))
	o.closesItsBooks()
	o.same("who is paid in the month", o.operator("operating_cash_flow"), o.operator("operating_income"))
}

// A company that buys 6 billion USD of assets on a loan, month by month on paper.
func TestStatementsOfASmallCompany(t *testing.T) {
	document, err := model.Scenario.Decode([]byte(`{"version":1,"name":"small","start":"2027-01","months":3,
		"operator":{"reported_revenue":100,"reported_operating_loss":-40,"reported_non_cash_costs":20,"stock_compensation_share":0.25,
			"capital_spending":0,"opening_cash":50,"opening_fixed_assets":1000,"equity_raised":{"steps":[{"from":"2027-01","value":0},{"from":"2027-02","value":7}]}},
		"tranche":[{"name":"loan","opening_balance":600,"rate":0.12,"repayment":"amortising","maturity":"2027-06"}]}`))
	if err != nil {
		t.Fatal(err)
	}
	o := run(t, document)
	o.closesItsBooks()
	for row, want := range map[string][]float64{
		"adjusted_ebitda":     {60, 60, 60}, // 100 less cash costs of 100 - 40 - 20
		"operating_income":    {40, 40, 40}, // less 15 of depreciation and 5 of shares
		"interest_expense":    {6, 5, 4},    // 1 % of 600, 500, 400
		"net_income":          {34, 35, 36},
		"operating_cash_flow": {54, 55, 56},
		"financing_cash_flow": {-100, -93, -93},
		"cash":                {4, -34, -71},
		"fixed_assets":        {985, 970, 955},
		"total_debt":          {500, 400, 300},
		"equity":              {450 + 39, 450 + 39 + 47, 450 + 39 + 47 + 48},
		"total_assets":        {989, 970, 955},
		"total_liabilities":   {500, 434, 371},
		"cfads":               {60, 60, 60},
		"dscr":                {60. / 106, 60. / 105, 60. / 104},
	} {
		o.same(row, o.operator(row), want)
	}
}

// What tenants have paid stands on the line that its nature demands: 25 % of 1,200
// prepaid, less the first month's credit of 25, is a contract liability (ASC
// 606-10-45-2) if it cannot be taken back and a refund liability (606-10-32-10)
// if it can; a deposit is neither. Rent of a free month is no receivable yet
// (606-10-45-1): 11 months of 100 over 12.
func TestTenantsBalancesAreClassified(t *testing.T) {
	for name, test := range map[string]struct {
		changes map[string]any
		want    map[string]float64 // million USD at the end of January
	}{
		"cannot be cancelled": {map[string]any{"prepaid_share": 0.25, "deposit": 30e6}, map[string]float64{"contract_liabilities": 275, "tenant_deposits": 30}},
		"can be cancelled":    {map[string]any{"prepaid_share": 0.25, "deposit": 30e6, "cancellable": true}, map[string]float64{"refund_liabilities": 275, "tenant_deposits": 30}},
		"a free month":        {map[string]any{"free_months": 1}, map[string]float64{"accrued_rent": 1100. / 12}},
		"billed":              {map[string]any{"payment_delay": 1}, map[string]float64{"receivables": 100}},
	} {
		t.Run(name, func(t *testing.T) {
			o := run(t, siteOf200MW(t, 12, terms(test.changes)))
			o.closesItsBooks()
			for _, row := range []string{"receivables", "accrued_rent", "contract_liabilities", "refund_liabilities", "tenant_deposits"} {
				o.near(row, o.operator(row)[0], test.want[row]*1e6)
			}
		})
	}
}
