// Package language is the row language: what is written. It parses the rows of a
// model, resolves their names, checks their units and says where a mistake is.
// It knows no subject; what formulas are about comes from the caller as
// [Declarations]. What is checked becomes a program in engine/compile.
//
// A row has a name ("lease.fee_billed"), a unit ("USD"), one formula in Go
// expression syntax and a note. It is computed once for each instance of its
// scope and each month. [Words] and [Builtins] list what the language itself
// has; docs/language.md shows them.
//
// # Names
//
// A bare name is a row or input of the same instance. scope.name reaches the
// instance that this one belongs to (site.x seen from a lease) or the only
// instance of a single scope (operator.x). choice.option is an option of a
// choice input and can be compared with it. A call of another name than the
// language's own is that of a [Function] of the model, or a number with a unit:
// USD(5).
//
// # Values
//
// Numbers are IEEE 754 doubles. Dividing by zero gives the absent value, as do
// operations on an absent value (NaN inside the program, null in results);
// comparisons with it are false, and when() does not look at the branch it does
// not take, so when(b > 0, a/b, 0) is never absent, nor at its condition where both
// branches are the same number: a row that reads itself only there needs nothing.
// What overflows is reported as absent by the table.
//
// # Units
//
// Units multiply and divide; sums, comparisons, min, max and the branches of
// when need equal ones. A plain number has the unit 1, but 0 fits every unit, as
// absent does. There are no hidden conversions: MW to kW is written
// x * kW(1000)/MW(1).
package language
