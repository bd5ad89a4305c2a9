package explain

import (
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"rackonomics/engine/model"
	"rackonomics/engine/program"
	"rackonomics/engine/result"
	"rackonomics/engine/scenario"
	"rackonomics/scenarios"
)

// anyChange is a change of an input that stands with the rest, near its default.
func anyChange(t *rapid.T, document *scenario.Document) (scenario.Change, bool) {
	thing := rapid.IntRange(0, len(document.Instances)-1).Draw(t, "thing")
	owner := &document.Instances[thing]
	in := rapid.SampledFrom(model.Scenario.InputsOf(owner.Scope)).Draw(t, "input")
	var value string
	switch in.Kind {
	case scenario.Switch:
		value = fmt.Sprint(rapid.Bool().Draw(t, "switch"))
	case scenario.Choice:
		value = strconv.Quote(rapid.SampledFrom(in.Options).Draw(t, "option").Name)
	case scenario.Month:
		value = strconv.Quote(document.Start.Add(rapid.IntRange(0, 40).Draw(t, "month")).String())
	case scenario.Day:
		return scenario.Change{}, false
	default:
		near := in.DefaultValue().Number
		if near == 0 {
			near = math.Min(in.Max, 1)
		}
		number := near * float64(rapid.IntRange(0, 40).Draw(t, "tenths")) / 16
		if in.Counted() {
			number = math.Floor(number)
		}
		value = fmt.Sprint(math.Min(math.Max(number, in.Min), in.Max))
	}
	return scenario.Change{Path: owner.Path(in.Field()), JSON: []byte(value)}, true
}

// anyChanged is a shipped scenario with some changes, among them other months, and
// leases fewer.
func anyChanged(t *rapid.T, base *scenario.Document) *scenario.Document {
	document := base
	apply := func(c scenario.Change) {
		with, err := document.Apply([]scenario.Change{c})
		if err == nil && model.Check(with) == nil && model.Computed(with) <= 200 {
			document = with
		}
	}
	for range rapid.IntRange(1, 12).Draw(t, "changes") {
		if change, ok := anyChange(t, document); ok {
			apply(change)
		}
	}
	if rapid.IntRange(0, 3).Draw(t, "moves") == 0 {
		apply(scenario.Change{Path: "scenario.start", JSON: []byte(strconv.Quote(document.Start.Add(rapid.IntRange(-20, 20).Draw(t, "start")).String()))})
		apply(scenario.Change{Path: "scenario.months", JSON: []byte(strconv.Itoa(rapid.IntRange(3, 90).Draw(t, "months")))})
	}
	for i := range base.Instances {
		if thing := &base.Instances[i]; thing.Scope == "lease" && rapid.IntRange(0, 5).Draw(t, "removes") == 0 {
			apply(scenario.Change{Path: "lease." + thing.Name, JSON: []byte("null")})
		}
	}
	return document
}

func explainerOf(t *testing.T, document *scenario.Document) *Explainer {
	schema, layout, table := computed(t, document)
	e, err := New(document, schema, layout, table)
	if err != nil {
		t.Fatal(err)
	}
	return e
}

// bases holds the shipped scenarios.
func bases(t *testing.T) map[string]*Explainer {
	held := map[string]*Explainer{}
	for _, name := range scenarios.Names {
		held[name] = explainer(t, name)
	}
	return held
}

// Whatever number is compared, in the same run or with the base, what each node is
// made of comes to its difference, to rounding, all the way down; and so do the
// ends that are reached.
func TestWhatMadeADifferenceSumsToIt(t *testing.T) {
	held := bases(t)
	opened, leaves, together := 0, 0, 0
	rapid.Check(t, func(rt *rapid.T) {
		base := held[rapid.SampledFrom(scenarios.Names).Draw(rt, "scenario")]
		changed := explainerOf(t, anyChanged(rt, base.document))
		for range 12 {
			row := &model.Rows[rapid.IntRange(0, len(model.Rows)-1).Draw(rt, "row")]
			asked := Asked{Row: row.Name, By: rapid.SampledFrom(result.Steps).Draw(rt, "step"), Month: rapid.IntRange(0, changed.table.Months-1).Draw(rt, "month"), Less: rapid.IntRange(0, 9).Draw(rt, "less") == 0}
			if things, err := changed.things(row.Scope(), nil); err != nil {
				continue
			} else if !row.Adds() && row.By == "" {
				asked.Instances = changed.names(things[:1])
			}
			for _, against := range []Against{AgainstBase, AgainstPrevious} {
				c, root := compareForTest(rt, changed, base, asked, against)
				o, g := expectSums(rt, c, root, asked, against)
				opened, together = opened+o, together+g
				if against == AgainstBase && isThere(c.difference(root)) && len(c.open(root).parts) > 0 {
					leaves += expectEnds(rt, c, root, asked)
				}
			}
		}
	})
	t.Logf("%d differences opened, %d parts told together, %d ends", opened, together, leaves)
	if opened == 0 || leaves == 0 {
		t.Error("nothing was compared")
	}
}

func compareForTest(t *rapid.T, e, base *Explainer, asked Asked, against Against) (*comparison, pair) {
	now, err := e.spotOf(asked)
	if err != nil {
		t.Fatal(err)
	}
	var told *Compared
	if against == AgainstBase {
		told, err = e.againstBase(base, asked, 8, 300)
	} else {
		told, err = e.since(asked, 8, 300)
	}
	if err != nil {
		t.Fatal(err)
	}
	spots := [2]spot{1: now}
	c := newComparison(base, e, 0)
	if against == AgainstPrevious {
		c = newComparison(e, e, map[result.Step]int{result.ByMonth: 1, result.ByQuarter: 3, result.ByYear: 12}[asked.By])
		if now.from == 0 {
			return c, c.rootOf(spots, asked.Less)
		}
		asked.Month = now.from - 1
		spots[0], err = e.spotOf(asked)
	} else {
		asked.Month = now.from + e.table.Start.Since(base.table.Start)
		spots[0], err = base.spotOf(asked)
	}
	if err != nil {
		spots[0] = spot{}
	}
	root := c.rootOf(spots, asked.Less)
	if spots[0].there && told.Root.From != nil && isThere(c.difference(root)) && told.Root.Part != c.difference(root) {
		t.Fatalf("%+v against %s differs by %v and is told as %v", asked, against, c.difference(root), told.Root.Part)
	}
	expectToldSums(t, told.Root, asked, against)
	return c, root
}

// expectToldSums holds a tree as it is told to its sums.
func expectToldSums(t *rapid.T, d *Difference, asked Asked, against Against) {
	if !isThere(d.Part) || len(d.Children) == 0 || d.Title != "" && d.From == nil && d.To == nil {
		return
	}
	sum, scale := 0.0, math.Abs(d.Part)
	if d.Head && d.From != nil && d.To != nil {
		scale += 1e-4 * (math.Abs(d.From.Value) + math.Abs(d.To.Value))
	}
	// Of two values that are nearly equal, rounding is much of the difference.
	if d.From != nil && d.To != nil && d.From.Value != d.To.Value {
		scale += 1e-6 * math.Abs(d.Part) * (math.Abs(d.From.Value) + math.Abs(d.To.Value)) / math.Abs(d.To.Value-d.From.Value)
	}
	for _, child := range d.Children {
		if !isThere(child.Part) {
			return
		}
		sum, scale = sum+child.Part, scale+math.Abs(child.Part)
		expectToldSums(t, child, asked, against)
	}
	if !(math.Abs(sum-d.Part) <= 1e-6*scale) {
		t.Fatalf("%+v against %s: %s is told to make %v, and what it is made of %v", asked, against, d.Title, d.Part, sum)
	}
}

// expectSums opens a number to some depth and adds.
func expectSums(t *rapid.T, c *comparison, root pair, asked Asked, against Against) (opened, together int) {
	seen := map[pair]bool{}
	level := []pair{root}
	for range 6 {
		var next []pair
		for _, p := range level {
			if seen[p] || len(seen) > 300 {
				continue
			}
			seen[p] = true
			found := c.open(p)
			d := c.difference(p)
			if p.kind == addedPair {
				d = c.value(p, 1)
			}
			if len(found.parts) == 0 {
				if p.kind == cellPair && isThere(d) && math.Abs(d) >= 1e-4 && math.Abs(d) > 1e-12*(math.Abs(c.value(p, 0))+math.Abs(c.value(p, 1))) {
					t.Fatalf("%+v against %s: %s differs by %v for no reason", asked, against, c.told(p).Title, d)
				}
				continue
			}
			opened++
			sum := 0.0
			for _, part := range found.parts {
				sum += part.amount
				if part.together != nil {
					together++
				} else {
					next = append(next, part.pair)
				}
			}
			if most := rounding(c, p); isThere(d) && !(math.Abs(sum-d) <= most) && !math.IsInf(most, 0) {
				t.Fatalf("%+v against %s: %s (%s) differs by %v, and what made it by %v: %s, %s", asked, against, c.told(p).Title, found.how, d, sum, toldParts(c, found.parts), c.sides[1].document.Name)
			}
		}
		level = next
	}
	return opened, together
}

// rounding bounds what rounding leaves of a pair and its parts, and of what it reads.
func rounding(c *comparison, p pair) float64 {
	values := func(p pair) (size float64) {
		for side := range p.spots {
			if v := c.value(p, side); isThere(v) {
				size += math.Abs(v)
			}
		}
		return size
	}
	scale, read := values(p), 0.0
	for _, part := range c.open(p).parts {
		scale += math.Abs(part.amount)
		if part.together == nil {
			read += values(part.pair)
		}
	}
	return 1e-9*scale + 1e-14*read
}

func toldParts(c *comparison, list []part) string {
	var text []string
	for _, p := range list {
		text = append(text, fmt.Sprintf("%s %v (%v to %v)", c.told(p.pair).Title, p.amount, c.value(p.pair, 0), c.value(p.pair, 1)))
	}
	return strings.Join(text, "; ")
}

// expectEnds adds the ends of a tree, and holds what is an input to having moved, and
// what is passed on the way to its parts.
func expectEnds(t *rapid.T, c *comparison, root pair, asked Asked) int {
	passed, _ := c.followed(root)
	for _, p := range passed {
		expectAdds(t, c, p)
	}
	sum, scale := 0.0, 0.0
	ends := c.moved(root)
	for _, end := range ends {
		sum, scale = sum+end.Part, scale+math.Abs(end.Part)
		if end.From != nil && end.To != nil && end.To.Path != "" && end.From.Value == end.To.Value && end.From.Instance == end.To.Instance {
			t.Fatalf("%+v: %s did not move", asked, end.To.Path)
		}
	}
	// Less than a hundredth of a cent is what rounding leaves of dollars (engine/result).
	if d := c.difference(root); math.Abs(d) >= 1e-4 && !(math.Abs(sum-d) <= 1e-6*(scale+math.Abs(c.value(root, 0))+math.Abs(c.value(root, 1)))) {
		t.Fatalf("%+v differs by %v, and its ends make %v", asked, d, sum)
	}
	return len(ends)
}

// expectAdds holds what a walk passes to its parts, where each is there and there is
// more than rounding leaves.
func expectAdds(t interface{ Fatalf(string, ...any) }, c *comparison, p pair) {
	parts := c.open(p).parts
	if c.isEnd(p) || c.adds(p) || math.Abs(c.difference(p)) <= rounding(c, p) || slices.ContainsFunc(parts, func(of part) bool { return !isThere(of.amount) }) {
		return
	}
	t.Fatalf("%s differs by %v in month %d, and what made it: %s", c.told(p).Title, c.difference(p), p.spots[1].from, toldParts(c, parts))
}

// A balance that goes on has its opening and all that was added to it for parts.
func TestWhatMadeABalanceFromItsOpeningOn(t *testing.T) {
	base, changed := explainer(t, "filed-deal"), explainer(t, "filed-deal", "operator.opening_cash=30e9", "lease.anthropic.fee=1.4e9")
	told, err := changed.againstBase(base, Asked{Row: "operator.cash", Month: 20, By: result.ByMonth}, 1, 100)
	if err != nil {
		t.Fatal(err)
	}
	parts := map[string]float64{}
	for _, child := range told.Root.Children {
		parts[child.Title] = child.Part
	}
	if want := 30e9 - base.input("operator.opening_cash", 0, 0); told.Root.How != howSinceStart || len(parts) < 2 || parts["Cash at the start"] != want {
		t.Errorf("of %v the opening makes %v: %v", told.Root.Part, want, parts)
	}
}

// More operands than are exchanged in every order are exchanged by argument: of
// a × b, sums of five that moved by one from zero and from one, the parts are
// (5-0) × (5+10)/2 and (10-5) × (0+5)/2, and each of five has a fifth of that.
func TestManyOperandsArePartedByArgument(t *testing.T) {
	b := &binder{}
	product := &bound{kind: operationBound, code: program.Multiply}
	for side := range 2 {
		sum := &bound{kind: sumBound}
		for i := range 5 {
			from := float64(side)
			sum.args = append(sum.args, &bound{kind: operandBound, operand: len(b.operands)})
			b.operands = append(b.operands, operand{pair: stated("", fmt.Sprint(side, i), from, from+1), value: [2]float64{from, from + 1}})
		}
		product.args = append(product.args, sum)
	}
	var into parts
	b.attribute(product, 1, &into)
	want := [2]float64{7.5, 2.5}
	if len(into.list) != 10 {
		t.Fatalf("%d parts", len(into.list))
	}
	for i, part := range into.list {
		if math.Abs(part.amount-want[i/5]) > 1e-12 {
			t.Errorf("%d: %v, not %v", i, part.amount, want[i/5])
		}
	}
}

// What runs backward in time leads to rows after the scenario, of which a battery reads
// others than a plant.
func TestWhatMadeADifferenceAfterTheScenario(t *testing.T) {
	base, changed := explainer(t, "scarcity-returns"), explainer(t, "scarcity-returns", "source.own-plant.kind=battery")
	for month := range changed.table.Months {
		spots := [2]spot{}
		for side, e := range []*Explainer{base, changed} {
			spot, err := e.spotOf(Asked{Row: "tranche.cfads_value_to_maturity", Instances: []string{"notes"}, Month: month, By: result.ByMonth})
			if err != nil {
				t.Fatal(err)
			}
			spots[side] = spot
		}
		c := newComparison(base, changed, 0)
		order, _ := c.followed(c.rootOf(spots, false))
		for _, p := range order {
			expectAdds(t, c, p)
		}
	}
}

// Measures too, wherever their parts can be told.
func TestWhatMadeAMeasureAnotherSumsToIt(t *testing.T) {
	held := bases(t)
	parted, whole := 0, 0
	rapid.Check(t, func(rt *rapid.T) {
		base := held[rapid.SampledFrom(scenarios.Names).Draw(rt, "scenario")]
		changed := explainerOf(t, anyChanged(rt, base.document))
		if _, err := changed.Measure("", 0, 0); err == nil {
			rt.Fatal("a measure without a name")
		}
		for range 8 {
			i := rapid.IntRange(0, len(changed.measures.Heads)-1).Draw(rt, "measure")
			head := &changed.measures.Heads[i]
			if !changed.measures.There(i, 0) {
				continue
			}
			told, err := changed.measureAgainstBase(base, head.Name, 6, 200)
			if err != nil {
				rt.Fatal(err)
			}
			expectToldSums(rt, told.Root, Asked{Row: head.Name}, AgainstBase)
			if isThere(told.Root.Part) && told.Root.Part != 0 {
				whole++
				if len(told.Moved) > 0 {
					parted++
				}
			}
		}
	})
	t.Logf("%d measures of %d parted", parted, whole)
	if parted == 0 {
		t.Error("no measure was parted")
	}
}

// A base that is shorter, longer or of another time compares, and has none of several
// things after its end.
func TestBaseOfOtherMonthsCompares(t *testing.T) {
	for _, name := range []string{"half-the-data-center", "as-reported-q2"} {
		for _, setting := range []string{"scenario.months=7", "scenario.start=2028-01"} {
			one, other := explainer(t, name), explainer(t, name, setting)
			for _, sides := range [][2]*Explainer{{one, other}, {other, one}} {
				compared := 0
				for i := range model.Measures {
					told, err := sides[1].measureAgainstBase(sides[0], model.Measures[i].Name, 12, 400)
					if err == nil && told.Root.From != nil {
						compared++
					}
				}
				if compared == 0 {
					t.Errorf("%s with %s has no measure that compares", name, setting)
				}
			}
		}
	}
	base, now := explainer(t, "half-the-data-center", "scenario.months=7"), explainer(t, "half-the-data-center")
	told, err := now.againstBase(base, Asked{Row: "fleet.gpus_installed", Month: 20, By: result.ByMonth}, 8, 300)
	if err != nil || told.Root.From != nil || told.Root.To == nil {
		t.Errorf("%v, %+v", err, told)
	}
}
