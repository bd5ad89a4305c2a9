package language

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"
)

// Unit is a product of base units with integer exponents; the zero Unit is the
// plain ratio "1".
type Unit struct {
	factors []factor // sorted by name, no zero exponent
}

type factor struct {
	name     string
	exponent int
}

// A unit that grows with every product would make checking a formula slow.
const (
	longestUnit = 100 // bytes
	mostFactors = 20  // base units in one product
)

// derived units are shorthands; they are the product, not a conversion.
var derived = map[string]Unit{
	"MWh":   {[]factor{{"MW", 1}, {"h", 1}}},
	"kWh":   {[]factor{{"h", 1}, {"kW", 1}}},
	"ratio": {},
}

// ParseUnit reads a unit such as "USD/GPU/h", "W/m^2" or "1".
func ParseUnit(text string) (Unit, error) {
	if len(text) > longestUnit {
		return Unit{}, fmt.Errorf("a unit of %d bytes; at most %d are allowed", len(text), longestUnit)
	}
	unit := Unit{}
	rest, sign := text, 1
	for {
		end := strings.IndexAny(rest, "*/")
		term := rest
		if end >= 0 {
			term = rest[:end]
		}
		parsed, err := parseUnitTerm(term)
		if err != nil {
			return Unit{}, fmt.Errorf("unit %q: %w", text, err)
		}
		unit = unit.times(parsed, sign)
		if end < 0 {
			return unit, nil
		}
		sign = 1
		if rest[end] == '/' {
			sign = -1
		}
		rest = rest[end+1:]
	}
}

func parseUnitTerm(term string) (Unit, error) {
	name, power, raised := strings.Cut(term, "^")
	exponent := 1
	if raised {
		n, err := strconv.Atoi(power)
		if err != nil || n < -9 || n > 9 {
			return Unit{}, fmt.Errorf("exponent %q is not a whole number from -9 to 9", power)
		}
		exponent = n
	}
	if name == "1" {
		return Unit{}, nil
	}
	if !isIdentifier(name) {
		return Unit{}, fmt.Errorf("%q is not a unit", term)
	}
	if known, ok := derived[name]; ok {
		return Unit{}.times(known, exponent), nil
	}
	return Unit{[]factor{{name, exponent}}}.normal(), nil
}

func isIdentifier(name string) bool {
	for i, r := range name {
		letter := r == '_' || r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z'
		if !letter && (i == 0 || r < '0' || r > '9') {
			return false
		}
	}
	return name != ""
}

func (u Unit) times(v Unit, power int) Unit {
	factors := slices.Clone(u.factors)
	for _, f := range v.factors {
		factors = append(factors, factor{f.name, f.exponent * power})
	}
	return Unit{factors}.normal()
}

func (u Unit) normal() Unit {
	slices.SortStableFunc(u.factors, func(a, b factor) int { return cmp.Compare(a.name, b.name) })
	merged := u.factors[:0]
	for _, f := range u.factors {
		if last := len(merged) - 1; last >= 0 && merged[last].name == f.name {
			merged[last].exponent += f.exponent
		} else {
			merged = append(merged, f)
		}
	}
	merged = slices.DeleteFunc(merged, func(f factor) bool { return f.exponent == 0 })
	return Unit{merged}
}

// Times returns u·v.
func (u Unit) Times(v Unit) Unit { return u.times(v, 1) }

// Per returns u/v.
func (u Unit) Per(v Unit) Unit { return u.times(v, -1) }

// Power returns u to the n-th.
func (u Unit) Power(n int) Unit { return Unit{}.times(u, n) }

// Equal reports whether u and v are the same product of base units.
func (u Unit) Equal(v Unit) bool { return slices.Equal(u.factors, v.factors) }

// Plain reports whether u is the ratio "1".
func (u Unit) Plain() bool { return len(u.factors) == 0 }

// String writes positive exponents first: "USD/GPU/h".
func (u Unit) String() string {
	var over, under []string
	for _, f := range u.factors {
		exponent := max(f.exponent, -f.exponent)
		text := f.name
		if exponent > 1 {
			text += "^" + strconv.Itoa(exponent)
		}
		if f.exponent > 0 {
			over = append(over, text)
		} else {
			under = append(under, text)
		}
	}
	if len(over) == 0 {
		over = []string{"1"}
	}
	return strings.Join(append([]string{strings.Join(over, "*")}, under...), "/")
}
