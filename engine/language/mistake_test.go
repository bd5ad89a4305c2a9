package language_test

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"rackonomics/engine/compile"
	"rackonomics/engine/language"
)

func TestMistakesNameRowAndColumn(t *testing.T) {
	for name, test := range map[string]struct {
		row     string
		column  int
		mention string
	}{
		"nothing":                    {"company.x 1 = ", 1, "expected"},
		"ends in the middle":         {"company.x 1 = 1 +", 4, "expected"},
		"bracket left open":          {"company.x 1 = min(1, 2", 9, "')' is expected here, not the end"},
		"bracket too many":           {"company.x 1 = 1)", 2, "expected"},
		"two numbers":                {"company.x 1 = 1 2", 3, "expected"},
		"no operator":                {"company.x 1 = rate rate", 6, "expected"},
		"word of Go":                 {"company.x 1 = rate + func", 8, "not func"},
		"strange character":          {"company.x 1 = rate # 2", 6, "#"},
		"characters, not bytes":      {"company.x 1 = é + rate +", 11, "expected"},
		"on the second line":         {"company.x 1 = rate +\n  rate *", 9, "line 2, column 9"},
		"text":                       {`company.x 1 = rate + "a"`, 8, `not "a"`},
		"character":                  {"company.x 1 = 'a'", 1, "not 'a'"},
		"imaginary number":           {"company.x 1 = 2i", 1, "not 2i"},
		"hexadecimal number":         {"company.x 1 = 0x10", 1, "0x10 is not a number"},
		"number too large":           {"company.x 1 = 1e400", 1, "1e400 is not a number"},
		"remainder":                  {"company.x 1 = 7 % 2", 3, "no operator %"},
		"bits":                       {"company.x 1 = 7 & 2", 3, "no operator &"},
		"shift":                      {"company.x 1 = 1 << 2", 3, "no operator <<"},
		"plus as a sign":             {"company.x 1 = 2 * +3", 5, "no sign +"},
		"address":                    {"company.x 1 = &rate", 1, "no sign &"},
		"pointer":                    {"company.x 1 = 2 + *rate", 5, "no sign *"},
		"index":                      {"company.x 1 = rate[0]", 5, "'[' is not expected"},
		"function written out":       {"company.x 1 = func() {}", 1, "not func"},
		"list":                       {"company.x 1 = []int{1}", 1, "not '['"},
		"method":                     {"company.x 1 = plant.sum(1)", 1, "not a function"},
		"spread":                     {"company.x 1 = min(rate...)", 9, "not '...'"},
		"point after a number":       {"company.x 1 = (1).x", 1, "only a name"},
		"point after a call":         {"company.x 1 = abs(rate).x", 1, "only a name"},
		"comparison chained":         {"company.x bool = 1 < rate < 2", 3, "here is a condition"},
		"too few arguments":          {"company.x 1 = 1 + min(2)", 5, "min takes 2 to 8 arguments, not 1"},
		"too many arguments":         {"company.x 1 = abs(1, 2)", 1, "abs takes one argument, not 2"},
		"no arguments":               {"company.x 1 = when()", 1, "when takes 3 arguments, not 0"},
		"lag without months":         {"company.x 1 = lag(rate)", 1, "lag takes 2 to 3 arguments, not 1"},
		"unknown name":               {"company.x 1 = 1 + rte", 5, "unknown name company.rte"},
		"name in another language":   {"company.x 1 = größe", 1, "unknown name company.größe"},
		"name of another scope":      {"company.x 1 = units", 1, "unknown name company.units"},
		"unknown scope":              {"company.x 1 = shop.rate", 1, "there is no scope shop"},
		"unknown name of a scope":    {"line.x 1 = plant.prize", 1, "unknown name plant.prize"},
		"unknown long name":          {"company.x 1 = a.b.c.d", 1, "unknown name a.b.c.d"},
		"calendar of a scope":        {"line.x month = plant.month", 1, "unknown name plant.month"},
		"unknown function":           {"company.x 1 = 2 * average(rate)", 5, "unknown function average"},
		"unknown function of two":    {"company.x 1 = 2 * average(rate, 1)", 5, "unknown function average"},
		"unknown unit":               {"company.x 1 = EUR(5)", 1, "unknown function EUR"},
		"unit of a name":             {"company.x USD = USD(rate)", 1, "takes a written number"},
		"unit of a unit":             {"company.x USD = USD(unit(5))", 1, "takes a written number"},
		"scope below":                {"company.x USD/unit = plant.price", 1, "use sum(plant.price)"},
		"scope beside":               {"line.x USD = fund.size", 1, "a line has no single fund"},
		"sum of units":               {"line.x unit = units + company.budget", 7, "unit and USD/month do not go together"},
		"second sum of units":        {"line.x unit = units + units + company.budget", 15, "unit and USD/month do not go together"},
		"difference of units":        {"line.x unit = units - 1", 7, "unit and a plain number"},
		"comparison of units":        {"line.x bool = units < 5", 7, "unit and a plain number"},
		"equality of units":          {"line.x bool = units == company.rate", 7, "unit and a plain number"},
		"min of units":               {"line.x unit = min(units, 3)", 1, "unit and a plain number"},
		"clamp of units":             {"line.x unit = clamp(units, 0, 1)", 1, "unit and a plain number"},
		"branches of units":          {"line.x unit = when(true, units, 1)", 1, "unit and a plain number"},
		"opening's unit":             {"line.x unit = prev(units, 1)", 1, "unit and a plain number"},
		"closing's unit":             {"line.x unit = next(units, USD(1))", 1, "unit and USD"},
		"opening's unit of a lag":    {"line.x unit = lag(units, delay, 1)", 1, "unit and a plain number"},
		"lag in plain numbers":       {"line.x unit = lag(units, 3)", 12, "lag counts months, this is a plain number"},
		"exp of a unit":              {"line.x 1 = exp(units)", 5, "take a plain number, this is unit"},
		"log of a unit":              {"line.x 1 = 2 * log(units)", 9, "take a plain number, this is unit"},
		"exponent with a unit":       {"line.x 1 = pow(2, units)", 8, "an exponent is a plain number, this is unit"},
		"unit to a name":             {"line.x 1 = pow(units, company.rate)", 1, "written whole power"},
		"unit to a half":             {"line.x 1 = pow(units, 0.5)", 1, "written whole power"},
		"unit to the tenth":          {"line.x 1 = pow(units, 10)", 1, "written whole power"},
		"not the row's unit":         {"line.x USD = units", 1, "the formula gives unit, the row is declared as USD"},
		"plain row":                  {"line.x 1 = units", 1, "the formula gives unit, the row is declared as a plain number"},
		"number in a condition row":  {"line.x bool = units", 1, "the formula gives unit, the row is declared as a condition"},
		"condition in a number row":  {"plant.x 1 = open", 1, "the formula gives a condition, the row is declared as a plain number"},
		"option in a number row":     {"plant.x 1 = mode", 1, "an option of plant.mode"},
		"sum of conditions":          {"plant.x 1 = 1 + (power > 0)", 12, "this takes numbers, and here is a condition"},
		"sign of a condition":        {"plant.x 1 = -open", 2, "this takes numbers"},
		"min of options":             {"plant.x 1 = min(mode, mode.flow)", 5, "this takes numbers"},
		"not of a number":            {"plant.x bool = !power", 2, "a condition is needed here, and this is MW"},
		"and of numbers":             {"plant.x bool = open && power", 9, "a condition is needed here, and this is MW"},
		"when of a number":           {"plant.x 1 = when(power, 1, 2)", 6, "a condition is needed here"},
		"condition against a number": {"plant.x bool = open == 1", 6, "a condition and a plain number"},
		"when of both kinds":         {"plant.x 1 = when(open, 1, true)", 1, "a plain number and a condition"},
		"unknown option":             {"plant.x bool = mode == mode.fast", 9, `plant.mode has no option "fast"; it has batch, flow`},
		"option from below":          {"line.x bool = plant.mode == plant.mode.fast", 15, `no option "fast"`},
		"option of a number":         {"line.x bool = plant.price == plant.price.high", 16, "plant.price has no options"},
		"choice against a number":    {"plant.x bool = mode == 1", 6, "an option of plant.mode and a plain number"},
		"sum of what is above":       {"line.x USD/unit = sum(plant.price)", 1, "such as sum(lease.x) in a site"},
		"sum of its own":             {"plant.x MW = sum(power)", 1, "sum needs a name of a scope"},
		"sum of what is beside":      {"plant.x USD = sum(fund.size)", 1, "sum needs a name of a scope"},
		"sum of a number":            {"plant.x 1 = sum(1)", 1, "sum needs a name of a scope"},
		"sum of a whole scope":       {"plant.x unit = sum(line)", 1, "sum needs a name of a scope"},
		"sum of conditions below":    {"company.x 1 = sum(plant.open)", 1, "sum adds numbers, this is a condition"},
		"sum of two scopes":          {"company.x 1 = sum(line.units * plant.price)", 18, "a company has no single plant"},
		"sum in a sum":               {"company.x unit = sum(plant.price / plant.price * sum(line.units))", 33, "a sum cannot stand within sum"},
		"sum in before":              {"plant.x unit = before(sum(line.units))", 8, "a sum cannot stand within sum or before"},
		"before in a sum":            {"plant.x unit = sum(line.units + before(line.units))", 18, "before cannot stand within sum"},
		"before in before":           {"line.x unit = before(before(units))", 8, "before cannot stand within sum or before"},
		"before of a condition":      {"plant.x 1 = before(open)", 1, "before adds numbers, this is a condition"},
		"cum in a sum":               {"plant.x unit = sum(cum(line.units))", 5, "cum cannot stand within sum"},
		"cum in before":              {"line.x unit = before(cum(units))", 8, "cum cannot stand within sum or before"},
		"cum of a condition":         {"plant.x 1 = cum(open)", 1, "cum adds numbers, this is a condition"},
		"prev of an input in a sum":  {"plant.x unit = sum(prev(line.units))", 5, "only a row's name can be looked at along time"},
		"prev of a term in before":   {"line.x unit = before(prev(units * 2))", 8, "make it a row"},
		"count of what is above":     {"line.x 1 = count(plant)", 1, "count takes a scope whose instances belong to a line"},
		"count of a name":            {"plant.x 1 = count(line.units)", 1, "count takes a scope"},
		"count of a number":          {"plant.x 1 = 2 + count(1)", 5, "count takes a scope"},
		"shock of a number":          {"plant.x 1 = shock(1)", 1, "shock takes the name of a stream"},
		"shock of a path":            {"plant.x 1 = shock(plant.price)", 1, "shock takes the name of a stream"},
		"mistake in an opening":      {"company.x 1 = prev(rate, rte)", 12, "unknown name company.rte"},
		"mistake in a cum":           {"company.x 1 = cum(rte)", 5, "unknown name company.rte"},
		"comment":                    {"company.x 1 = rate // half", 6, "a comment is not expected"},
		"label":                      {"company.x 1 = abs(x: rate)", 5, "the arguments of abs have no labels"},
		"label of a unit":            {"company.x USD = USD(x: 1)", 5, "the arguments of USD have no labels"},
		"label without a call":       {"company.x 1 = rate: 1", 5, "':' is not expected"},
		"absent condition":           {"company.x bool = absent", 1, "the formula gives a plain number, the row is declared as a condition"},
		"pick without options":       {"plant.x 1 = pick(mode, 1)", 1, "a value for each of its options"},
		"pick of a number":           {"plant.x 1 = pick(price, batch: 1)", 6, "pick takes a choice, and this is USD/unit"},
		"pick lacks one":             {"plant.x 1 = 1 + pick(mode, batch: 1)", 5, "pick lacks flow of plant.mode"},
		"pick twice":                 {"plant.x 1 = pick(mode, batch: 1, batch: 2)", 22, "option batch is there twice"},
		"pick one that is none":      {"plant.x 1 = pick(mode, batch: 1, fast: 2)", 22, `plant.mode has no option "fast"; it has batch, flow`},
		"pick one without a name":    {"plant.x 1 = pick(mode, batch: 1, 2)", 22, "which option of plant.mode is this for?"},
		"pick of two units":          {"plant.x 1 = pick(mode, batch: 1, flow: price)", 19, "a plain number and USD/unit do not go together"},
		"points missing":             {"company.x 1 = interpolate(rate, 1, 2)", 1, "two or more points"},
		"points of another unit":     {"company.x 1 = interpolate(rate, 0: 1, month(1): 2)", 25, "a plain number and month do not go together"},
		"points not ascending":       {"company.x 1 = interpolate(rate, 0: 1, 2: 3, 2: 4)", 31, "each larger than the one before"},
		"point at a name":            {"company.x 1 = interpolate(rate, 0: 1, rate: 3)", 25, "points stand at written numbers"},
		"values of two units":        {"company.x 1 = interpolate(rate, 0: 1, 2: USD(3))", 1, "USD and a plain number do not go together"},
		"lookup of nothing":          {"company.x 1 = lookup(rate, 1)", 8, "lookup takes the name of a table"},
		"lookup without a column":    {"company.x 1 = lookup(survival, 1)", 1, "survival has 2 columns; say which"},
		"lookup beyond":              {"company.x 1 = lookup(survival, 3, 0)", 18, "whole numbers from 0 to 2"},
		"lookup with a unit":         {"company.x 1 = lookup(survival, month, 0)", 18, "a place in a table is a plain number, this is month"},
		"vintage of three":           {"line.x unit = vintage(units, true, 1)", 1, "vintage is written"},
		"vintage of a plain life":    {"line.x unit = vintage(units, 3)", 16, "lag counts months, this is a plain number"},
		"vintage in a sum":           {"plant.x unit = sum(vintage(line.units, month(1)))", 5, "vintage cannot stand within sum"},
		"vintage of a condition":     {"plant.x 1 = vintage(open, month(1))", 9, "this takes numbers"},
		"vintage without a turn":     {"line.x unit = vintage(units, 1, 0, 1, age: 1)", 16, "a condition is needed here"},
		"vintage of many ages":       {"line.x unit = vintage(units, true, 0, 61, age: 1)", 25, "ages are written whole numbers from 0 to 60"},
		"vintage of ages backward":   {"line.x unit = vintage(units, true, 2, 1, age: 1)", 25, "the last age is less than the first"},
		"vintage with a word":        {"line.x unit = vintage(units, true, 0, 1, month: 1)", 28, `"month" cannot name an age`},
		"vintage of another unit":    {"line.x USD = vintage(units, true, 0, 1, age: age)", 1, "the formula gives unit"},
		"age elsewhere":              {"line.x unit = vintage(units * age, true, 0, 1, age: age)", 17, "unknown name line.age"},
		"function of another scope":  {"plant.x unit = with_own(unit(1))", 1, "unknown function with_own"},
		"function with too many":     {"line.x unit = 0 + with_own(units, units)", 5, "with_own takes one argument, not 2"},
		"function of another unit":   {"line.x unit = with_own(3 * plant.price)", 12, "x of with_own is unit, and this is USD/unit"},
		"function's own mistake":     {"plant.x unit = sum(0 * line.units + written_down(unit(1)))", 22, "in written_down: cum cannot stand within sum"},
		"mistake in an argument":     {"line.x unit = with_own(unit(1) + rte)", 20, "unknown name line.rte"},
		"too much unfolded":          {"line.x unit = " + strings.Repeat("interpolate(", 20) + "units" + strings.Repeat(", unit(0): units, unit(1): units)", 20), 181, "unfolds to more than 5000 operations"},
		"too many rows unfolded":     {"line.x unit = " + strings.Repeat("vintage(", 4) + "units" + strings.Repeat(", true, 0, 60, a: 1)", 4), 1, "unfolds to more than 200 rows"},
		"row's own unit":             {"company.x m^12 = 1", 0, `exponent "12"`},
		"unit that is none":          {"company.x $ = 1", 0, `"$" is not a unit`},
		"name without a scope":       {"x 1 = 1", 0, "a name is scope.name"},
		"name with a hyphen":         {"company.x-y 1 = 1", 0, "a name is scope.name"},
		"name beginning with 1":      {"company.1x 1 = 1", 0, "a name is scope.name"},
		"name too long":              {"company.x.y 1 = 1", 0, "a name is scope.name"},
		"name in an unknown scope":   {"shop.x 1 = 1", 0, `unknown scope "shop"; there are company, plant, line, fund`},
		"word of the language":       {"company.month month = 1", 0, `"month" is a word of the language`},
		"truth as a name":            {"company.true 1 = 1", 0, `"true" is a word of the language`},
		"keyword as a name":          {"company.type 1 = 1", 0, `"type" is a word of the language`},
		"name of an input":           {"company.rate 1 = 1", 0, "this name is taken"},
		"formula too long":           {"company.x 1 = " + strings.Repeat("rate+", 400) + "rate", 0, "2004 bytes; at most 2000"},
		"not UTF-8":                  {"company.x 1 = \xff", 0, "not valid UTF-8"},
		"brackets too deep":          {"company.x 1 = " + strings.Repeat("(", 51) + "1" + strings.Repeat(")", 51), 51, "nested deeper than 50"},
		"calls too deep":             {"company.x 1 = " + strings.Repeat("abs(", 51) + "1" + strings.Repeat(")", 51), 204, "nested deeper than 50"},
		"signs too many":             {"company.x 1 = " + strings.Repeat("-", 51) + "1", 51, "nested deeper than 50"},
		"signs with spaces":          {"company.x bool = " + strings.Repeat("! ", 51) + "true", 101, "nested deeper than 50"},
	} {
		t.Run(name, func(t *testing.T) {
			_, err := compute(test.row)
			name, _, _ := strings.Cut(test.row, " ")
			expectMistake(t, err, name, test.column, test.mention)
		})
	}
}

func expectMistake(t *testing.T, err error, row string, column int, mention string) {
	t.Helper()
	var mistake *language.Error
	if !errors.As(err, &mistake) {
		t.Fatalf("%v is no mistake in a row", err)
	}
	if mistake.Row != row || mistake.Column != column || !strings.Contains(mistake.Error(), mention) {
		t.Errorf("%v\nwant row %s, column %d, and %q", mistake, row, column, mention)
	}
	if text := mistake.Error(); !strings.HasPrefix(text, row+": ") || column > 0 != strings.Contains(text, fmt.Sprintf("column %d", column)) {
		t.Errorf("it reads %q", text)
	}
}

func TestMistakesShowTheLine(t *testing.T) {
	long := strings.Repeat("rate + ", 30) + "rte + " + strings.TrimSuffix(strings.Repeat("rate + ", 30), " + ")
	for name, test := range map[string]struct{ formula, want string }{
		"one line":       {"rate + rte", "company.x: column 8: unknown name company.rte\n    rate + rte\n           ^"},
		"the second":     {"rate +\n\trte * 2\n  + rate", "company.x: line 2, column 2: unknown name company.rte\n    \trte * 2\n    \t^"},
		"other letters":  {"größe", "company.x: column 1: unknown name company.größe\n    größe\n    ^"},
		"at the end":     {"rate +\n  (rate", "company.x: line 2, column 8: ')' is expected here, not the end\n      (rate\n           ^"},
		"after the end":  {"rate +\n", "company.x: line 2, column 1: a number, a name or a call is expected here, not the end\n    \n    ^"},
		"carriage":       {"rate +\r\nrte", "company.x: line 2, column 1: unknown name company.rte\n    rte\n    ^"},
		"part of a line": {long, "company.x: column 211: unknown name company.rte\n    …" + long[160:260] + "…\n" + strings.Repeat(" ", 4+1+50) + "^"},
	} {
		t.Run(name, func(t *testing.T) {
			_, err := language.NewSchema(language.Declarations{Scopes: scopes, Inputs: inputs, Rows: []language.Row{{Name: "company.x", Unit: "1", Formula: test.formula}}})
			if err == nil || err.Error() != test.want {
				t.Errorf("%v\nwant\n%s", err, test.want)
			}
		})
	}
}

func TestFunctionsAndTablesThatAreNone(t *testing.T) {
	declare := func(name, formula string, parameters ...string) language.Declarations {
		f := language.Function{Name: name, Unit: "unit", Formula: formula}
		for _, parameter := range parameters {
			f.Parameters = append(f.Parameters, language.Parameter{Name: parameter, Unit: "unit"})
		}
		return language.Declarations{Functions: []language.Function{f}}
	}
	table := func(name string, columns ...[]float64) language.Declarations {
		return language.Declarations{Tables: []language.Table{{Name: name, Unit: "1", Columns: columns}}}
	}
	twice := declare("twice", "x + x", "x")
	twice.Functions = append(twice.Functions, twice.Functions[0])
	for name, test := range map[string]struct {
		declared language.Declarations
		mention  string
	}{
		"word of the language":      {declare("abs", "x", "x"), `abs: "abs" is a word of the language`},
		"unit":                      {declare("unit", "x", "x"), `unit: "unit" is a unit`},
		"name":                      {declare("a-b", "x", "x"), "a function's name has letters"},
		"unknown scope":             {declare("shop.f", "x", "x"), `unknown scope "shop"`},
		"twice":                     {twice, "twice: this name is taken"},
		"parameter twice":           {declare("f", "x", "x", "x"), `parameter "x" has no name of its own`},
		"parameter that is a word":  {declare("f", "month", "month"), `parameter "month" has no name of its own`},
		"bare name":                 {declare("f", "x + units", "x"), "f: column 5: unknown name units: a function of no scope has its parameters"},
		"name of no single scope":   {declare("f", "x + line.units", "x"), "every scope has no single line"},
		"another unit":              {declare("f", "x * x", "x"), "f: column 1: the formula gives unit^2, the function is declared as unit"},
		"another unit within":       {declare("f", "x + 1", "x"), "f: column 3: unit and a plain number"},
		"itself":                    {declare("f", "f(x)", "x"), "f: column 1: f calls itself"},
		"syntax":                    {declare("f", "x +", "x"), "f: column 4: a number, a name or a call is expected"},
		"table without numbers":     {table("t"), "t: a table without numbers"},
		"table with uneven columns": {table("t", []float64{1, 2}, []float64{1}), "t: columns of 2 and 1 numbers"},
		"table that is a word":      {table("sum", []float64{1}), `sum: "sum" is a word of the language`},
	} {
		t.Run(name, func(t *testing.T) {
			test.declared.Scopes, test.declared.Inputs = scopes, inputs
			if _, err := language.NewSchema(test.declared); err == nil || !strings.Contains(err.Error(), test.mention) {
				t.Errorf("%v, want %q", err, test.mention)
			}
		})
	}
}

func TestFormulasAtTheBounds(t *testing.T) {
	for name, text := range map[string]string{
		"as deep as allowed":  strings.Repeat("abs(", 50) + "1" + strings.Repeat(")", 50),
		"as many signs":       strings.Repeat("- ", 50) + "1",
		"many brackets":       strings.Repeat("(1)+", 300) + "1",
		"as long as allowed":  strings.Repeat("1+", 999) + "1 ",
		"many comparisons":    "when(" + strings.Repeat("1<2&&", 300) + "true, 1, 2)",
		"signs, but few each": strings.Repeat("-1 - -1 + ", 150) + "1",
	} {
		t.Run(name, func(t *testing.T) {
			if len(text) > 2000 {
				t.Fatalf("the test's formula has %d bytes", len(text))
			}
			if _, err := compute("company.x 1 = " + text); err != nil {
				t.Error(err)
			}
		})
	}
}

func TestEveryMistakeIsReported(t *testing.T) {
	_, err := language.NewSchema(language.Declarations{Scopes: scopes, Inputs: inputs, Rows: rows("company.x USD = 1", "company.y 1 = 2", "company.z 1 = nothing", "line.w 1 = units")})
	joined, ok := err.(interface{ Unwrap() []error })
	if !ok || len(joined.Unwrap()) != 3 {
		t.Fatalf("%v\nwant three mistakes", err)
	}
	for i, row := range []string{"company.x", "company.z", "line.w"} {
		if !strings.HasPrefix(joined.Unwrap()[i].Error(), row+": column 1: ") {
			t.Errorf("mistake %d is %q, want it at %s", i, joined.Unwrap()[i], row)
		}
	}
}

func TestDuplicatesAndBadDeclarations(t *testing.T) {
	for name, test := range map[string]struct {
		scopes  []language.Scope
		inputs  []language.Input
		rows    []language.Row
		mention string
	}{
		"row twice":             {scopes, inputs, rows("line.x 1 = 1", "line.x 1 = 2"), "line.x: this name is taken"},
		"input twice":           {scopes, append(inputs[:1:1], inputs[0]), nil, "company.rate: this name is taken"},
		"same name, two scopes": {scopes, inputs, rows("line.x 1 = 1", "plant.x 1 = 2"), ""},
		"input's unit":          {scopes, []language.Input{{Name: "line.q", Unit: "?"}}, nil, `line.q: unit "?"`},
		"input's name":          {scopes, []language.Input{{Name: "line.hours", Unit: "1"}}, nil, `line.hours: "hours" is a word of the language`},
		"unknown parent":        {[]language.Scope{{Name: "a", Parent: "b"}}, nil, nil, `a: belongs to "b"`},
		"parent listed later":   {[]language.Scope{{Name: "a", Parent: "b"}, {Name: "b"}}, nil, nil, `a: belongs to "b"`},
		"parent of itself":      {[]language.Scope{{Name: "a", Parent: "a"}}, nil, nil, `a: belongs to "a"`},
	} {
		t.Run(name, func(t *testing.T) {
			_, err := language.NewSchema(language.Declarations{Scopes: test.scopes, Inputs: test.inputs, Rows: test.rows})
			switch {
			case test.mention == "" && err != nil:
				t.Error(err)
			case test.mention != "" && (err == nil || !strings.Contains(err.Error(), test.mention)):
				t.Errorf("%v, want %q", err, test.mention)
			}
		})
	}
}

func TestRowsThatNeedEachOther(t *testing.T) {
	for name, test := range map[string]struct {
		rows    []string
		mention string
	}{
		"itself":            {[]string{"company.x 1 = x + 1"}, "company.x: these rows need each other in the same month: company.x@acme → company.x@acme"},
		"two":               {[]string{"company.x 1 = y", "company.y 1 = x"}, "company.x@acme → company.y@acme → company.x@acme"},
		"not the way there": {[]string{"company.w 1 = x", "company.x 1 = y", "company.y 1 = x"}, "the same month: company.x@acme → company.y@acme → company.x@acme"},
		"through a sum":     {[]string{"plant.x unit = sum(line.y)", "line.y unit = plant.x"}, "plant.x@north → line.y@n1 → plant.x@north"},
		"in a branch":       {[]string{"company.x 1 = when(month > month(3), x, 1)"}, "company.x@acme → company.x@acme"},
		"a lag of itself":   {[]string{"company.x 1 = lag(x, month(1))"}, "company.x@acme → company.x@acme"}, // the number of months may be zero
		"an opening":        {[]string{"company.x 1 = prev(x, x)"}, "company.x@acme → company.x@acme"},
		"a hidden part":     {[]string{"company.x 1 = cum(x)"}, "company.x: these rows need each other in the same month: company.x@acme → company.x@acme"},
		"before, of siblings that look at all": {[]string{"line.x unit = before(plant.y / 2)", "plant.y unit = sum(line.x)"},
			"line.x@n2 → plant.y@north → line.x@n2"},
		"long": {chain(20), "… (21 in all)"},
		"back and ahead at once": {[]string{"company.x 1 = prev(x) + next(x)"},
			"both a month back and a month ahead, so no order of months computes them: company.x@acme"},
		"back and ahead by two": {[]string{"company.x 1 = prev(y)", "company.y 1 = next(x)"},
			"both a month back and a month ahead"},
		"back and ahead by a lag": {[]string{"company.x 1 = lag(y, month(2)) + 1", "company.y 1 = next(x)"},
			"both a month back and a month ahead"},
	} {
		t.Run(name, func(t *testing.T) {
			_, err := compute(test.rows...)
			if err == nil || !strings.Contains(err.Error(), test.mention) {
				t.Errorf("%v\nwant %q", err, test.mention)
			}
			if err != nil && strings.Contains(err.Error(), "#") {
				t.Errorf("%v names a row that no one wrote", err)
			}
		})
	}
}

// chain gives rows of which each needs the next and the last the first.
func chain(length int) (lines []string) {
	for i := range length {
		lines = append(lines, fmt.Sprintf("company.x%d 1 = x%d", i, (i+1)%length))
	}
	return lines
}

func TestLayoutsThatFitNoSchema(t *testing.T) {
	schema, err := language.NewSchema(language.Declarations{Scopes: scopes, Inputs: inputs, Rows: rows("line.x 1 = 1")})
	if err != nil {
		t.Fatal(err)
	}
	acme := language.Instance{Scope: "company", Name: "acme", Parent: -1}
	north := language.Instance{Scope: "plant", Name: "north", Parent: 0}
	for name, test := range map[string]struct {
		instances []language.Instance
		mention   string
	}{
		"no company":             {nil, "exactly one company, not 0"},
		"two companies":          {[]language.Instance{acme, acme}, "exactly one company, not 2"},
		"unknown scope":          {[]language.Instance{acme, {Scope: "shop", Name: "s", Parent: 0}}, `unknown scope "shop"`},
		"no parent":              {[]language.Instance{acme, {Scope: "plant", Name: "p", Parent: -1}}, "plant p must belong to a company listed before it"},
		"parent listed later":    {[]language.Instance{acme, {Scope: "line", Name: "l", Parent: 2}, north}, "line l must belong to a plant listed before it"},
		"parent of another kind": {[]language.Instance{acme, north, {Scope: "line", Name: "l", Parent: 0}}, "line l must belong to a plant"},
	} {
		t.Run(name, func(t *testing.T) {
			_, err := compile.Program(schema, language.Layout{Instances: test.instances}, nil)
			if err == nil || !strings.Contains(err.Error(), test.mention) {
				t.Errorf("%v, want %q", err, test.mention)
			}
		})
	}
	_, err = compile.Program(schema, layout, []language.Cell{{Row: 0, Instance: 0}})
	if err == nil || !strings.Contains(err.Error(), "line.x is not a row of acme") {
		t.Errorf("a column that is none gives %v", err)
	}
}

// Rows can come with a stranger's link: a few that each add up much of what the
// lines before them have would make millions of operations.
func TestProgramsHaveABound(t *testing.T) {
	if testing.Short() {
		t.Skip("compiling what is too large takes long")
	}
	large := language.Layout{Instances: layout.Instances[:2:2]}
	for i := range 24 {
		large.Instances = append(large.Instances, language.Instance{Scope: "line", Name: fmt.Sprint("l", i), Parent: 1})
	}
	var lines []string
	for i := range 50 {
		line := fmt.Sprintf("line.x%d unit = before(units", i)
		for j := range 120 { // no two operations are the same
			line += fmt.Sprintf("+units*%d.%d", i, 100+j)
		}
		lines = append(lines, line+")")
	}
	all := rows(lines...)
	schema, err := language.NewSchema(language.Declarations{Scopes: scopes, Inputs: inputs, Rows: all})
	if err != nil {
		t.Fatal(err)
	}
	_, err = compile.Program(schema, large, columns(schema, large, all))
	if err == nil || !strings.Contains(err.Error(), "more than 200000 operations") {
		t.Errorf("%v, want a refusal", err)
	}
}

func TestUnitsHaveABound(t *testing.T) {
	many := slicesOfInputs(30)
	text := make([]string, len(many))
	for i, in := range many {
		_, text[i], _ = strings.Cut(in.Name, ".")
	}
	_, err := language.NewSchema(language.Declarations{Scopes: scopes, Inputs: many, Rows: rows("company.x 1 = " + strings.Join(text, "*"))})
	expectMistake(t, err, "company.x", strings.Index(strings.Join(text, "*"), "*q20")+1, "more than 20 base units")
}

func slicesOfInputs(count int) (list []language.Input) {
	for i := range count {
		list = append(list, language.Input{Name: fmt.Sprintf("company.q%d", i), Unit: fmt.Sprintf("u%d", i)})
	}
	return list
}
