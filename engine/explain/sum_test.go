package explain

import (
	"math"
	"slices"
	"strings"
	"testing"

	"rackonomics/engine/language"
	"rackonomics/engine/model"
	"rackonomics/engine/result"
	"rackonomics/scenarios"
)

// Whatever line of a view one points at, the reasons are those of the number
// that stands there, and what they are made of comes to it.
func TestEveryLineOfEveryViewIsExplainedByItsAddends(t *testing.T) {
	for _, name := range scenarios.Names {
		e := explainer(t, name)
		viewer := result.NewViewer(e.document, e.table, func(string) (result.Figure, bool) { return result.Figure{}, false })
		opened, known := 0, map[string]bool{}
		for i := range model.Views {
			view := &model.Views[i]
			if !viewer.Has(view) {
				continue
			}
			for _, step := range result.Steps {
				shown, err := viewer.Show(view, step, 0)
				if err != nil {
					t.Fatal(err)
				}
				for _, line := range shown.Lines {
					opened += expectLineExplained(t, e, shown, line, known)
				}
			}
		}
		if opened == 0 {
			t.Errorf("%s: no line has addends", name)
		}
	}
}

// expectLineExplained counts the numbers of a line that have addends.
func expectLineExplained(t *testing.T, e *Explainer, shown *result.Shown, line result.Line, known map[string]bool) int {
	if line.Row == "" || len(line.Instances) == 0 {
		return 0
	}
	opened := 0
	for i, period := range shown.Periods {
		if shown.By != result.ByYear && testing.Short() && i%6 != 0 {
			continue
		}
		root, err := e.asked(Asked{Row: line.Row, Instances: line.Instances, Month: period.To - 1, By: shown.By, Less: line.Less})
		if err != nil {
			t.Fatal(err)
		}
		if math.Float64bits(root.node.Value) != math.Float64bits(line.Values[i]) {
			t.Errorf("%s: %s in %s is %v, explained as %v", shown.Name, line.Title, period.Title, line.Values[i], root.node.Value)
		}
		if root.addends != nil {
			opened++
			expectAddends(t, e, root, known)
		}
	}
	return opened
}

// expectAddends recomputes a number from its addends, and each of those, once.
func expectAddends(t *testing.T, e *Explainer, of *pending, known map[string]bool) {
	if known[of.key] {
		return
	}
	known[of.key] = true
	parts := of.addends()
	got, scale := remade(e, of.node, parts)
	if want := of.node.Value; !(math.Abs(got-want) <= 1e-12*scale) && !(got != got && want != want) {
		t.Errorf("%s in %s is %v, and its addends come to %v", of.node.Name, of.node.Month, want, got)
	}
	for _, part := range parts {
		if part.addends != nil {
			expectAddends(t, e, part, known)
		} else if part.formula == nil {
			t.Errorf("%s in %s opens to %s, which has no reasons", of.node.Name, of.node.Month, part.node.Name)
		}
	}
}

// remade puts addends together as the row's kind says, and says how large they are.
func remade(e *Explainer, of *Node, parts []*pending) (value, scale float64) {
	row := model.FindRow(of.Name)
	if of.Formula != "" {
		nodes := make([]*Node, len(parts))
		for i, part := range parts {
			nodes[i] = part.node
		}
		return addedUp(e, of, nodes)
	}
	if len(parts) == 2 && row.Over != "" && parts[0].node.Name == row.Over {
		if parts[1].node.Value == 0 {
			return math.NaN(), 0
		}
		return parts[0].node.Value / parts[1].node.Value, 1 + math.Abs(of.Value)
	}
	isOfMonths := len(parts) > 0 && parts[0].node.Month != of.Month
	sum, weights := 0.0, 0.0
	for i := 0; i < len(parts); i++ {
		part, weight := parts[i].node, 1.0
		switch {
		case strings.HasPrefix(of.Title, "Less: "):
			return -part.Value, math.Abs(part.Value)
		case row.Kind == model.Flag:
			sum = max(sum, part.Value)
			continue
		case row.Kind == model.Monthly && isOfMonths:
			return math.NaN(), 0
		case row.By != "":
			i++
			weight = parts[i].node.Value
			if isOfMonths && model.FindRow(row.By).Kind != model.Flow {
				weight *= daysOf(e, part.Month)
			}
		case row.Kind == model.Rate && isOfMonths:
			weight = daysOf(e, part.Month)
		}
		sum, weights, scale = sum+part.Value*weight, weights+weight, scale+math.Abs(part.Value*weight)
	}
	if row.By != "" || row.Kind == model.Rate && isOfMonths {
		return sum / weights, scale / weights
	}
	return sum, scale
}

// addedUp puts operands together with the signs that they have in the formula.
func addedUp(e *Explainer, of *Node, parts []*Node) (value, scale float64) {
	row, _ := e.schema.RowIndex(of.Name)
	self := language.Place{Self: e.document.Find(e.schema.RowScope(row), of.Instance), Iterated: -1}
	terms, _ := e.terms(e.schema.Expression(row), self, 1, nil)
	signs := map[string]float64{}
	for _, t := range terms {
		signs[t.node.Name+"@"+e.document.Instances[e.relations.Resolve(t.node, t.at)].Name] += t.sign
	}
	for _, part := range parts {
		amount := signs[part.Name+"@"+part.Instance] * part.Value
		value, scale = value+amount, scale+math.Abs(amount)
	}
	return value, scale
}

func daysOf(e *Explainer, month string) float64 {
	for at := range e.table.Months {
		if m := e.table.Start.Add(at); m.String() == month {
			return float64(m.Days())
		}
	}
	return math.NaN()
}

// A period opens in what its formula adds up, or else in its months, and a month in its things.
func TestSumsOpenInOperandsMonthsAndThings(t *testing.T) {
	e := explainer(t, "three-tenants")
	for _, test := range []struct {
		asked    Asked
		month    string
		note     string
		children []string // where each is, as row@instance@month
	}{
		{Asked{Row: "operator.revenue", Month: 8, By: result.ByQuarter}, "2027 Q1", "Own business and leases. It holds for all months together as for each.", []string{"operator.own_revenue@operator@2027 Q1", "operator.lease_revenue@operator@2027 Q1"}},
		{Asked{Row: "operator.own_revenue", Month: 8, By: result.ByQuarter}, "2027 Q1", "The sum of its months.", []string{"operator.own_revenue@operator@2027-01", "operator.own_revenue@operator@2027-02", "operator.own_revenue@operator@2027-03"}},
		{Asked{Row: "operator.lease_revenue", Month: 8, By: result.ByYear}, "2027", "", []string{"lease.revenue@anthropic@2027", "lease.revenue@reflection@2027", "lease.revenue@google@2027"}},
		{Asked{Row: "operator.cash", Month: 8, By: result.ByQuarter}, "2027-03", "", nil},
		{Asked{Row: "lease.fee_billed", Month: 8, By: result.ByMonth}, "2027-01", "The sum of 3 leases.", nil},
		{Asked{Row: "lease.fee_billed", Month: 8, By: result.ByQuarter}, "2027 Q1", "The sum of its months.", []string{"lease.fee_billed@@2027-01", "lease.fee_billed@@2027-02", "lease.fee_billed@@2027-03"}},
		{Asked{Row: "operator.revenue", Month: 8, By: result.ByMonth, Less: true}, "2027-01", "It counts against the total.", []string{"operator.revenue@operator@2027-01"}},
	} {
		tree, err := e.Over(test.asked, 12, 400)
		if err != nil {
			t.Errorf("%+v: %v", test.asked, err)
			continue
		}
		var children []string
		for _, child := range tree.Children {
			children = append(children, child.Name+"@"+child.Instance+"@"+child.Month)
			if child.Formula == "" && child.Note == "" || len(child.Children) == 0 && child.Value != 0 && !child.Repeated {
				t.Errorf("%+v: %s@%s does not open: %+v", test.asked, child.Name, child.Instance, child)
			}
		}
		if tree.Month != test.month || test.note != "" && tree.Note != test.note || test.children != nil && !slices.Equal(children, test.children) || tree.Value == 0 {
			t.Errorf("%+v is told as %+v, of %q", test.asked, tree, children)
		}
	}
}

func TestRefusesWhatNoViewShows(t *testing.T) {
	e := explainer(t, "three-tenants")
	for want, asked := range map[string]Asked{
		`there is no row "operator.nothing"`:                     {Row: "operator.nothing", By: result.ByYear},
		`there is no lease named "nobody"`:                       {Row: "lease.fee_billed", Instances: []string{"nobody"}, By: result.ByYear},
		`fleet.age of several things does not add; say of which`: {Row: "fleet.age", By: result.ByMonth},
		`there is no tranche`:                                    {Row: "tranche.planned_balance", By: result.ByYear},
		`"week" is no step; allowed is month, quarter or year`:   {Row: "operator.cash", By: "week"},
		`the scenario has no month 900`:                          {Row: "operator.cash", Month: 900, By: result.ByMonth},
		`the scenario has no month -1`:                           {Row: "operator.cash", Month: -1, By: result.ByYear},
	} {
		if _, err := e.Over(asked, 3, 10); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%+v gives %v, want %s", asked, err, want)
		}
	}
}
