package language

import (
	"fmt"
	"go/token"
	"strings"

	"rackonomics/engine/program"
)

// Builtin is a function of the language: all that there is to know of it. What
// it gives is checked and made of the operations of [program.Operations] and the
// forms of [Node], so a program has no functions.
type Builtin struct {
	Name    string
	Call    string // how it is written
	Meaning string
	least   int // arguments
	most    int
	labels  bool // whether arguments may have labels
	check   func(c *checker, call *Expression) (*Node, error)
}

// Builtins is the table of the language's functions, in reading order.
var Builtins []Builtin

// builtinNamed finds them by name. Both are set when the program starts,
// as the functions' checks call the checker, which looks functions up.
var builtinNamed = map[string]*Builtin{}

func init() {
	Builtins = []Builtin{
		{"min", "min(x, y, …)", "the smallest, absent where one of them is", 2, 8, false, folded(program.Minimum)},
		{"max", "max(x, y, …)", "the largest, absent where one of them is", 2, 8, false, folded(program.Maximum)},
		{"clamp", "clamp(x, low, high)", "x, at least low and at most high", 3, 3, false, folded(program.Maximum, program.Minimum)},
		{"abs", "abs(x)", "x without its sign", 1, 1, false, plain(program.Absolute, same)},
		{"floor", "floor(x)", "the largest whole number not above x", 1, 1, false, plain(program.Floor, same)},
		{"ceil", "ceil(x)", "the smallest whole number not below x", 1, 1, false, plain(program.Ceiling, same)},
		{"pow", "pow(x, n)", "x to the power n; a unit only to a whole written power", 2, 2, false, plain(program.Power, power)},
		{"exp", "exp(x)", "e to the power x", 1, 1, false, plain(program.Exponential, plainNumber)},
		{"log", "log(x)", "the natural logarithm of x", 1, 1, false, plain(program.Logarithm, plainNumber)},
		{"exchange_day", "exchange_day(x)", "the day, or the first one after it on which US exchanges trade, of days counted from the first of the scenario", 1, 1, false, (*checker).exchangeDay},
		{"when", "when(condition, then, otherwise)", "then where the condition is true, else otherwise; the branch not taken does not matter", 3, 3, false, plain(program.When, branch)},
		{"pick", "pick(choice, option: x, …)", "the x of the option that a choice has; every option must be there once", 2, 33, true, (*checker).pick},
		{"interpolate", "interpolate(x, x1: y1, x2: y2, …)", "the line through points at written, ascending x; the first and last y beyond them", 3, 33, true, (*checker).interpolate},
		{"lookup", "lookup(table, row, column)", "a number of a table; rows and columns count from 0, and the column is left out where there is one only; absent beyond them", 2, 3, false, (*checker).lookup},
		{"sum", "sum(scope.x …)", "the sum over the instances of a scope that belong to this one; names of that scope are the summed instance's, bare names this one's", 1, 1, false, (*checker).sum},
		{"count", "count(scope)", "how many instances of a scope belong to this one", 1, 1, false, (*checker).count},
		{"before", "before(x)", "the sum of x over the siblings that the scenario lists earlier", 1, 1, false, (*checker).before},
		{"prev", "prev(x, opening)", "x of the month before; opening, else zero, in the first month", 1, 2, false, neighbour(Previous)},
		{"next", "next(x, closing)", "x of the month after; closing, else zero, in the last month", 1, 2, false, neighbour(Next)},
		{"ahead", "ahead(x)", "x of the month after, which is computed after the last month too, as long as a contract or a loan runs; then zero", 1, 1, false, neighbour(Ahead)},
		{"lag", "lag(x, months, opening)", "x of so many months ago, rounded down; less than one is this month's x; opening, else zero, before the first month", 2, 3, false, (*checker).lag},
		{"cum", "cum(x)", "the sum of x from the first month to this one", 1, 1, false, (*checker).cumulate},
		{"vintage", "vintage(added, life) or vintage(added, turn, first, last, age: share)",
			"what was added in the last life months, this one included; or what is due of all that was added: " +
				"of each addition the share of its age, from the first age to the last, where ages are counted by " +
				"the months since in which turn is true and shares are those of the month of the addition",
			2, 5, true, (*checker).vintage},
		{"shock", "shock(name)", "a standard normal draw of the named stream, zero in the plain run", 1, 1, false, (*checker).shock},
	}
	for i := range Builtins {
		builtinNamed[Builtins[i].Name] = &Builtins[i]
	}
}

// called checks a call of a function of the language.
func (f *Builtin) called(c *checker, call *Expression) (*Node, error) {
	if count := len(call.Args); count < f.least || count > f.most {
		return nil, c.fail(call, "%s takes %s, not %d", f.Name, argumentCount(f.least, f.most), count)
	}
	if !f.labels {
		if err := c.unlabelled(call); err != nil {
			return nil, err
		}
	}
	return f.check(c, call)
}

func (c *checker) unlabelled(call *Expression) error {
	for _, label := range call.Labels {
		if label != nil {
			return c.fail(label, "the arguments of %s have no labels", call.Text)
		}
	}
	return nil
}

func argumentCount(least, most int) string {
	switch {
	case least == most && least == 1:
		return "one argument"
	case least == most:
		return fmt.Sprintf("%d arguments", least)
	}
	return fmt.Sprintf("%d to %d arguments", least, most)
}

// exchangeDay counts days as the calendar does while it looks.
func (c *checker) exchangeDay(call *Expression) (*Node, error) {
	args, err := c.operands(call.Args)
	if err != nil {
		return nil, err
	}
	first, err := c.made(call, Node{Kind: Calendar, Name: "first_day", Type: Type{Kind: Number, Unit: unitOf("day")}})
	if err != nil {
		return nil, err
	}
	return c.operation(program.ExchangeDay, alike, call, args[0], operand{first, call})
}

// operator is an entry of the table of signs and operators.
type operator struct {
	code    program.Code
	rule    rule
	swapped bool // the right side comes first
}

var unaries = map[token.Token]operator{token.SUB: {program.Negate, same, false}, token.NOT: {program.Not, conditions, false}}

var binaries = map[token.Token]operator{
	token.ADD: {program.Add, alike, false}, token.SUB: {program.Subtract, alike, false},
	token.MUL: {program.Multiply, product, false}, token.QUO: {program.Divide, quotient, false},
	token.LSS: {program.Less, comparison, false}, token.LEQ: {program.LessOrEqual, comparison, false},
	token.GTR: {program.Less, comparison, true}, token.GEQ: {program.LessOrEqual, comparison, true},
	token.EQL: {program.Equal, equality, false}, token.NEQ: {program.NotEqual, equality, false},
	token.LAND: {program.And, conditions, false}, token.LOR: {program.Or, conditions, false},
}

// operand is an argument of an operation, with where it is written.
type operand struct {
	*Node
	at *Expression
}

// rule gives an operation's type, or says why its arguments do not fit it.
type rule func(c *checker, at *Expression, args []operand) (Type, error)

// plain checks a function that is one operation.
func plain(code program.Code, rule rule) func(c *checker, call *Expression) (*Node, error) {
	return func(c *checker, call *Expression) (*Node, error) {
		args, err := c.operands(call.Args)
		if err != nil {
			return nil, err
		}
		return c.operation(code, rule, call, args...)
	}
}

// folded checks a function that is operations of two arguments, one after the
// other from the left; the last code goes on for whatever is left.
func folded(codes ...program.Code) func(c *checker, call *Expression) (*Node, error) {
	return func(c *checker, call *Expression) (*Node, error) {
		args, err := c.operands(call.Args)
		if err != nil {
			return nil, err
		}
		if err := c.numbers(args); err != nil {
			return nil, err
		}
		joined := args[0]
		for i, arg := range args[1:] {
			if joined.Node, err = c.operation(codes[min(i, len(codes)-1)], alike, call, joined, arg); err != nil {
				return nil, err
			}
		}
		return joined.Node, nil
	}
}

func (c *checker) numbers(args []operand) error {
	for _, arg := range args {
		if arg.Type.Kind != Number {
			return c.fail(arg.at, "this takes numbers, and here is %s", arg.Type)
		}
	}
	return nil
}

// same: a number, whose unit the result has.
func same(c *checker, _ *Expression, args []operand) (Type, error) {
	return args[0].Type, c.numbers(args)
}

// alike: numbers of one unit, which the result has.
func alike(c *checker, at *Expression, args []operand) (Type, error) {
	if err := c.numbers(args); err != nil {
		return Type{}, err
	}
	return c.join(at, args[0].Type, args[1].Type)
}

// comparison: numbers of one unit; gives a condition.
func comparison(c *checker, at *Expression, args []operand) (Type, error) {
	_, err := alike(c, at, args)
	return Type{Kind: Switch}, err
}

// equality: two of one type, options and conditions too; gives a condition.
func equality(c *checker, at *Expression, args []operand) (Type, error) {
	_, err := c.join(at, args[0].Type, args[1].Type)
	return Type{Kind: Switch}, err
}

// product: numbers, whose units multiply.
func product(c *checker, at *Expression, args []operand) (Type, error) {
	a, b := args[0].Type, args[1].Type
	typ := Type{Kind: Number, Unit: a.Unit.Times(b.Unit), fitsAll: a.fitsAll || b.fitsAll}
	return c.bounded(at, typ, c.numbers(args))
}

// quotient: numbers, whose units divide.
func quotient(c *checker, at *Expression, args []operand) (Type, error) {
	typ := Type{Kind: Number, Unit: args[0].Type.Unit.Per(args[1].Type.Unit), fitsAll: args[0].Type.fitsAll}
	return c.bounded(at, typ, c.numbers(args))
}

func (c *checker) bounded(at *Expression, typ Type, err error) (Type, error) {
	if err == nil && len(typ.Unit.factors) > mostFactors {
		err = c.fail(at, "a product of more than %d base units", mostFactors)
	}
	return typ, err
}

// plainNumber: a number without a unit.
func plainNumber(c *checker, _ *Expression, args []operand) (Type, error) {
	if err := c.numbers(args); err != nil {
		return Type{}, err
	}
	if !args[0].Type.Unit.Plain() {
		return Type{}, c.fail(args[0].at, "exp and log take a plain number, this is %s", args[0].Type)
	}
	return Type{Kind: Number}, nil
}

// conditions: gives one.
func conditions(c *checker, _ *Expression, args []operand) (Type, error) {
	for _, arg := range args {
		if arg.Type.Kind != Switch {
			return Type{}, c.fail(arg.at, "a condition is needed here, and this is %s", arg.Type)
		}
	}
	return Type{Kind: Switch}, nil
}

// branch: a condition and two of one type, which the result has.
func branch(c *checker, at *Expression, args []operand) (Type, error) {
	if _, err := conditions(c, at, args[:1]); err != nil {
		return Type{}, err
	}
	return c.join(at, args[1].Type, args[2].Type)
}

// power: a number with a unit to a whole written power, a plain number to any.
func power(c *checker, at *Expression, args []operand) (Type, error) {
	if err := c.numbers(args); err != nil {
		return Type{}, err
	}
	base, exponent := args[0].Type, args[1]
	if !exponent.Type.Unit.Plain() {
		return Type{}, c.fail(exponent.at, "an exponent is a plain number, this is %s", exponent.Type)
	}
	if base.Unit.Plain() {
		return Type{Kind: Number}, nil
	}
	value, ok := written(exponent.at)
	if !ok || value != float64(int(value)) || value > 9 || value < -9 {
		return Type{}, c.fail(at, "%s can only be taken to a written whole power from -9 to 9", base)
	}
	return c.bounded(at, Type{Kind: Number, Unit: base.Unit.Power(int(value))}, nil)
}

// written is the value of a number that stands in the formula itself.
func written(e *Expression) (float64, bool) {
	sign := 1.0
	if e.Kind == Unary && e.Token == token.SUB {
		sign, e = -1, e.Args[0]
	}
	if e.Kind != Written {
		return 0, false
	}
	value, err := number(e.Text)
	return sign * value, err == nil
}

// join gives the common type of two expressions that must agree.
func (c *checker) join(at *Expression, a, b Type) (Type, error) {
	if !a.Fits(b) {
		return Type{}, c.fail(at, "%s and %s do not go together", a, b)
	}
	if a.fitsAll {
		return b, nil
	}
	return a, nil
}

// neighbour checks prev, next and ahead.
func neighbour(kind NodeKind) func(c *checker, call *Expression) (*Node, error) {
	return func(c *checker, call *Expression) (*Node, error) {
		args, err := c.operands(call.Args)
		if err != nil {
			return nil, err
		}
		typ := args[0].Type
		if len(args) > 1 {
			if typ, err = c.join(call, typ, args[1].Type); err != nil {
				return nil, err
			}
		}
		return c.along(kind, typ, call, args)
	}
}

func (c *checker) lag(call *Expression) (*Node, error) {
	args, err := c.operands(call.Args)
	if err != nil {
		return nil, err
	}
	if err := c.months(args[1]); err != nil {
		return nil, err
	}
	typ := args[0].Type
	if len(args) > 2 {
		if typ, err = c.join(call, typ, args[2].Type); err != nil {
			return nil, err
		}
	}
	return c.along(Lag, typ, call, args)
}

func (c *checker) months(arg operand) error {
	if !arg.Type.Fits(Type{Unit: unitOf("month")}) {
		return c.fail(arg.at, "lag counts months, this is %s", arg.Type)
	}
	return nil
}

// along makes a look along time. What is looked at becomes a row of its own,
// because only rows have a past.
func (c *checker) along(kind NodeKind, typ Type, call *Expression, args []operand) (*Node, error) {
	if args[0].Kind != Reference || args[0].IsInput {
		if c.iterated >= 0 || c.siblings {
			return nil, c.fail(call, "within sum and before, only a row's name can be looked at along time; make it a row")
		}
		hidden, err := c.hide(call, args[0].Node, "")
		if err != nil {
			return nil, err
		}
		args[0].Node = hidden
	}
	return c.made(call, Node{Kind: kind, Type: typ}, args...)
}

// cumulate turns cum(x) into a hidden row that adds x to its own previous value.
func (c *checker) cumulate(call *Expression) (*Node, error) {
	if err := c.atTop(call); err != nil {
		return nil, err
	}
	args, err := c.operands(call.Args)
	if err != nil {
		return nil, err
	}
	if args[0].Type.Kind != Number {
		return nil, c.fail(call, "cum adds numbers, this is %s", args[0].Type)
	}
	return c.accumulate(call, args[0])
}

func (c *checker) accumulate(call *Expression, x operand) (*Node, error) {
	total := &Node{Type: x.Type}
	self, err := c.hide(call, total, "Sum")
	if err != nil {
		return nil, err
	}
	b := &assembly{c: c, at: call}
	sum := b.op(program.Add, alike, b.previous(operand{self, call}), x)
	if b.err != nil {
		return nil, b.err
	}
	return self, c.fill(call, total, sum.Node)
}

// atTop refuses a function that makes rows within sum and before, where a row of
// another instance would be needed.
func (c *checker) atTop(call *Expression) error {
	if c.iterated >= 0 || c.siblings {
		return c.fail(call, "%s cannot stand within sum or before; make it a row", call.Text)
	}
	return nil
}

func (c *checker) shock(call *Expression) (*Node, error) {
	arg := call.Args[0]
	if arg.Kind != Name || !isIdentifier(arg.Text) {
		return nil, c.fail(call, "shock takes the name of a stream")
	}
	return c.made(call, Node{Kind: Shock, Name: arg.Text, Type: Type{Kind: Number}})
}

func (c *checker) count(call *Expression) (*Node, error) {
	scope := -1
	if arg := call.Args[0]; arg.Kind == Name {
		scope = c.schema.scopeIndex(arg.Text)
	}
	if scope < 0 || c.schema.distance(scope, c.scope) < 1 {
		return nil, c.fail(call, "count takes a scope whose instances belong to %s", c.here())
	}
	return c.made(call, Node{Kind: Count, Scope: scope, Type: Type{Kind: Number}})
}

func (c *checker) sum(call *Expression) (*Node, error) {
	if c.iterated >= 0 || c.siblings {
		return nil, c.fail(call, "a sum cannot stand within sum or before; make it a row")
	}
	scope := c.belonging(call.Args[0])
	if scope < 0 {
		return nil, c.fail(call, "sum needs a name of a scope whose instances belong to %s, such as sum(lease.x) in a site", c.here())
	}
	c.iterated = scope
	args, err := c.operands(call.Args)
	c.iterated = -1
	if err != nil {
		return nil, err
	}
	if args[0].Type.Kind != Number {
		return nil, c.fail(call, "sum adds numbers, this is %s; use when(…, 1, 0)", args[0].Type)
	}
	return c.made(call, Node{Kind: Sum, Scope: scope, Type: args[0].Type}, args...)
}

// belonging finds the scope below this one that a written expression names.
func (c *checker) belonging(e *Expression) int {
	if e.Kind == Name {
		head, _, selected := strings.Cut(e.Text, ".")
		if scope := c.schema.scopeIndex(head); selected && scope >= 0 && c.schema.distance(scope, c.scope) >= 1 {
			return scope
		}
	}
	for _, arg := range e.Args {
		if scope := c.belonging(arg); scope >= 0 {
			return scope
		}
	}
	return -1
}

func (c *checker) before(call *Expression) (*Node, error) {
	if err := c.atTop(call); err != nil {
		return nil, err
	}
	c.siblings = true
	args, err := c.operands(call.Args)
	c.siblings = false
	if err != nil {
		return nil, err
	}
	if args[0].Type.Kind != Number {
		return nil, c.fail(call, "before adds numbers, this is %s", args[0].Type)
	}
	return c.made(call, Node{Kind: Before, Type: args[0].Type}, args...)
}
