// Package language is the row language: it parses the rows of a model, checks
// their names and units, and compiles them to a program that [engine/machine] runs.
// It knows no subject; scopes, inputs and rows come from the caller as a [Schema].
//
// A row has a name ("lease.fee_billed"), a unit ("USD"), one formula in Go
// expression syntax and a note. It is computed once for each instance of its
// scope and each month.
//
// # Names
//
// A bare name is a row or input of the same instance. scope.name reaches the
// instance that this one belongs to (site.x seen from a lease) or the only
// instance of a single scope (operator.x). choice.option is an option of a
// choice input and can be compared with it.
//
// # Time
//
//	month                months since the start of the scenario, 0 in the first
//	year                 calendar year of the month
//	month_of_year        1 in January to 12 in December, a plain number
//	hours days           real length of the calendar month (h, day)
//	months years         the same length as 1 month and 1/12 year
//	prev(x, opening)     x of the month before; opening (else zero) in the first month
//	next(x, closing)     x of the month after; closing (else zero) in the last month
//	cum(x)               sum of x from the first month to this one
//	lag(x, n, opening)   x of n months ago, n rounded down; n < 1 is this month's x
//
// # Relations
//
//	sum(scope.x …)       sum over the instances of scope that belong to this one;
//	                     names of that scope are the summed instance's, bare names this one's
//	count(scope)         how many there are
//	before(x)            sum of x over the siblings that the scenario lists earlier
//
// # Arithmetic
//
//   - - * /  < <= > >= == !=  && || !
//     min max clamp abs pow exp log floor ceil when(condition, then, otherwise)
//     USD(5) MW(1) month(12)     a number with a unit
//     shock(name)                standard normal draw of a named stream, zero in the plain run
//
// Numbers are IEEE 754 doubles. Dividing by zero gives the absent value, as do
// operations on an absent value (NaN inside the program, null in results);
// comparisons with it are false, and when() does not look at the branch it does
// not take, so when(b > 0, a/b, 0) is never absent. What overflows is reported
// as absent by the table.
//
// # Units
//
// Units multiply and divide; sums, comparisons, min, max and the branches of
// when need equal ones. A plain number has the unit 1, but 0 fits every unit.
// There are no hidden conversions: MW to kW is written x * kW(1000)/MW(1).
package language
