package model

import (
	"fmt"
	"strings"
)

// Shares that go to the tenant, and money for shares that comes from it.
var leaseEquityRows = []Row{
	{Name: "lease.warrants_vested", title: "Warrants that vest", Unit: "share", Kind: Flow, Formula: `when(warrant_terms != warrant_terms.none && active && month - start < floor(warrant_vesting),
    warrants * months / floor(warrant_vesting), 0)`,
		Note: "Evenly over the vesting months while the lease runs; those of months before the scenario are not counted, and what has not vested when it ends is lost."},
	{Name: "lease.warrants_exercised", Unit: "share", Kind: Flow, Formula: "when(month >= warrant_exercise, prev(warrants_outstanding) + warrants_vested, 0)",
		Note: "All that have vested by the month of exercise, later ones as they vest."},
	{Name: "lease.warrants_outstanding", Unit: "share", Kind: Balance, Formula: "prev(warrants_outstanding) + warrants_vested - warrants_exercised",
		Note: "Vested and not exercised."},
	{Name: "lease.warrant_consideration", title: "Paid to the tenant in warrants", Unit: "USD", Kind: Flow, Formula: "when(warrant_terms == warrant_terms.tenant, warrants_vested * warrant_value, 0)",
		Note: "Takes from revenue as they vest, at their fair value at the grant, without cash (ASC 606-10-32-25 and 32-25A, ASC 718; under ASC 842 a lease incentive alike)."},
	{Name: "lease.equity_paid_in", title: "Paid in for shares", Unit: "USD", Kind: Flow, Formula: "when(month == tenant_invests_in, tenant_investment, 0) + warrants_exercised * warrant_strike",
		Note: "The tenant's investment in the operator, and the strike of warrants: equity, and no part of the lease's cash."},
	{Name: "lease.circular", title: "Circular", Unit: "bool", Kind: Flag, Formula: "active && (related_party || cum(warrants_vested) > 0 || cum(equity_paid_in) > 0)",
		Note: "Rent comes from someone who holds or funds the operator's equity by this contract, or is a related party (ASC 850)."},
	{Name: "lease.circular_revenue", Unit: "USD", Kind: Flow, Formula: "when(circular, revenue, 0)",
		Note: "Revenue of such a lease."},
	{Name: "operator.warrants_granted", title: "Paid to tenants in warrants", Unit: "USD", Kind: Flow, Formula: "sum(lease.warrant_consideration)",
		Note: "Less revenue and more equity, without cash."},
	{Name: "operator.paid_in_shares", Unit: "USD", Kind: Flow, Formula: "stock_compensation + warrants_granted",
		Note: "Shares given to staff and warrants to tenants: no cash, but equity."},
}

// contracts are the contracts of several leases that a scenario may have, by the
// options of lease.contract; numbered from 1.
var contracts = []string{"a", "b", "c"}

// Leases that are parts of one contract.
var leaseContractRows = func() []Row {
	rows := []Row{contractNumber}
	for i, name := range contracts {
		rows = append(rows, Row{Name: "operator.leases_of_contract_" + name, title: "Leases of contract " + strings.ToUpper(name), Unit: "1", Kind: Monthly,
			Formula: fmt.Sprintf("sum(when(lease.contract_number == %d, 1, 0))", i+1),
			Note:    "Its parts in the scenario."})
	}
	return rows
}()

var contractNumber = Row{
	Name: "lease.contract_number", Unit: "1", Kind: Monthly, Formula: "pick(contract, alone: 0, a: 1, b: 2, c: 3)",
	Note: "Which contract the lease is a part of, none if zero: what its parts bring is told together as well.",
}
