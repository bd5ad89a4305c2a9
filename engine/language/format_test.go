package language

import (
	"reflect"
	"strings"
	"testing"
	"unicode/utf8"
)

func TestFormat(t *testing.T) {
	for name, test := range map[string]struct{ written, want string }{
		"spaces":               {"a+b *  c", "a + b * c"},
		"brackets that matter": {"(a+b)*c-(d-e)/(f/g)", "(a + b) * c - (d - e) / (f / g)"},
		"brackets that do not": {"((a*b)+(c))-(-(d))", "a * b + c - -d"},
		"signs":                {"- -a - -(-(b)) && !!(c<d)", "-(-a) - -(-b) && !!(c < d)"},
		"line breaks":          {"when(\n\ta,\n\tb,\n\tc,\n)", "when(a, b, c)"},
		"labels":               {"pick( kind,grid:a+b , gas : c )", "pick(kind, grid: a + b, gas: c)"},
		"comparisons":          {"a>b||c>=d", "a > b || c >= d"},
		"numbers":              {"1_000*2.50e3", "1_000 * 2.50e3"},
		"a long sum": {"net_income + deferred_tax + tax_payable - prev(tax_payable) + non_cash_interest + depreciation + stock_compensation",
			"net_income + deferred_tax + tax_payable - prev(tax_payable) + non_cash_interest + depreciation +\n" +
				"    stock_compensation"},
		"a long product": {"(first_summand_of_many + second_summand_of_many) * (third_summand_of_many + fourth_summand_of_many) / divisor",
			"(first_summand_of_many + second_summand_of_many) *\n" +
				"    (third_summand_of_many + fourth_summand_of_many) / divisor"},
		"a long call": {"when(in_default && month - floor(payment_delay) < default_month, 0, lag(invoiced - backstop_billed, payment_delay))",
			"when(in_default && month - floor(payment_delay) < default_month, 0,\n" +
				"    lag(invoiced - backstop_billed, payment_delay))"},
		"a call in a long call": {"when(residual_basis == residual_basis.none, zero, clamp(one_of_the_bounds_that_are_long, another_of_the_bounds_that_are_long, the_last_of_the_bounds))",
			"when(residual_basis == residual_basis.none, zero, clamp(one_of_the_bounds_that_are_long,\n" +
				"    another_of_the_bounds_that_are_long, the_last_of_the_bounds))"},
		"a head without room": {"when(residual_basis == residual_basis.none_of_them_all_together, zero_that_is_a_name, clamp(one_of_the_bounds_that_are_long, another_of_the_bounds_that_are_long, the_last_of_the_bounds))",
			"when(residual_basis == residual_basis.none_of_them_all_together, zero_that_is_a_name,\n" +
				"    clamp(one_of_the_bounds_that_are_long, another_of_the_bounds_that_are_long,\n" +
				"    the_last_of_the_bounds))"},
		"long labels": {"pick(launch_price_path, given: launch_price_given_by_the_scenario, falling: launch_price_first * decline, flat: launch_price_first)",
			"pick(launch_price_path, given: launch_price_given_by_the_scenario,\n" +
				"    falling: launch_price_first * decline, flat: launch_price_first)"},
		"what cannot be broken": {"a + " + strings.Repeat("x", 120) + " + b", "a +\n    " + strings.Repeat("x", 120) + " +\n    b"},
	} {
		t.Run(name, func(t *testing.T) {
			got, err := Format(test.written)
			if err != nil || got != test.want {
				t.Errorf("%v\n%s\nwant\n%s", err, got, test.want)
			}
			if again, err := Format(got); err != nil || again != got {
				t.Errorf("%v\n%s\nis laid out again as\n%s", err, got, again)
			}
		})
	}
	if _, err := Format("a +"); err == nil {
		t.Error("half a formula is laid out")
	}
}

// What is laid out means what was written, and is laid out as it is.
func FuzzFormat(f *testing.F) {
	for _, text := range []string{
		"a + b*c - d/e", "a - (b - c)", "- -a*b", "!(a && b) || c", "(a < b) == (c > d)", "f(x, y: z, -1)", "pick(a, b: c, d: e)", "f()", "a.b.c",
		strings.Repeat("when(aaaaaaaaaaaaaaaaaaaaaaa, bbbbbbbbbbbbbbbbbb + ", 6) + "c" + strings.Repeat(", 0)", 6),
		"(" + strings.Repeat("summand + ", 20) + "1) * (" + strings.Repeat("factor * ", 20) + "-2) / f(" + strings.Repeat("argument, ", 20) + "x)",
		"-(" + strings.Repeat("summand - ", 20) + "1)", "f(label: " + strings.Repeat("summand - ", 20) + "1)", "a\n+\nb",
	} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		tree, err := parse(text)
		if err != nil {
			return
		}
		formatted := layout(tree)
		if bound(formatted) != nil {
			return // spaces and line breaks have made it too long to be read
		}
		again, err := parse(formatted)
		if err != nil {
			t.Fatalf("%q is laid out as\n%s\nwhich is no formula: %v", text, formatted, err)
		}
		if !reflect.DeepEqual(placeless(tree), placeless(again)) {
			t.Fatalf("%q is laid out as\n%s\nwhich means something else", text, formatted)
		}
		if twice := layout(again); twice != formatted {
			t.Fatalf("%q is laid out as\n%s\nand that as\n%s", text, formatted, twice)
		}
		for _, line := range strings.Split(formatted, "\n") {
			if utf8.RuneCountInString(line) > widest && hasRoom(line) {
				t.Fatalf("%q is laid out with a line of %d characters:\n%s", text, utf8.RuneCountInString(line), formatted)
			}
		}
	})
}

// hasRoom reports whether a line could have been broken.
func hasRoom(line string) bool {
	return strings.Contains(strings.TrimSpace(line), ", ") || strings.Contains(strings.TrimSpace(line), " + ")
}

// placeless is a tree without where its parts stand.
func placeless(e *Expression) *Expression {
	if e == nil {
		return nil
	}
	bare := *e
	bare.Offset = 0
	bare.Args, bare.Labels = nil, nil
	for _, arg := range e.Args {
		bare.Args = append(bare.Args, placeless(arg))
	}
	for _, label := range e.Labels {
		bare.Labels = append(bare.Labels, placeless(label))
	}
	return &bare
}
