package service

import (
	"fmt"
	"math"
	"slices"
	"testing"

	"rackonomics/engine/floor"
	"rackonomics/scenarios"
)

// plan asks for a plan as the page does, and reads it as the scene does.
func plan(t *testing.T, desk *Desk, changes string) *floor.Plan {
	t.Helper()
	answer, numbers := ask(t, desk, "run", `{"floor":true,"views":[],"changes":[`+changes+`]}`)
	plan, _ := answer["plan"].(map[string]any)
	head, _ := plan["head"].(string)
	read, err := floor.Decode([]byte(head), numbers)
	if err != nil {
		t.Fatalf("%v: %v", err, answer)
	}
	return read
}

func TestEveryPlanArrives(t *testing.T) {
	for _, name := range scenarios.Names {
		desk := &Desk{}
		ask(t, desk, "open", fmt.Sprintf(`{"name":%q}`, name))
		document, err := scenarios.Load(name)
		if err != nil {
			t.Fatal(err)
		}
		of := map[string]int{}
		for _, thing := range document.Instances {
			of[thing.Scope]++
		}
		if read := plan(t, desk, ""); len(read.Halls) != of["fleet"] || len(read.Sites) != of["site"] || len(read.Sources) != of["source"] {
			t.Errorf("%s: %d halls, %d sites, %d sources of %v", name, len(read.Halls), len(read.Sites), len(read.Sources), of)
		}
	}
}

// The numbers of the plan stand behind those of the views.
func TestAPlanComesWithTheViews(t *testing.T) {
	desk := &Desk{}
	ask(t, desk, "open", `{"name":"three-tenants"}`)
	_, views := ask(t, desk, "run", `{"changes":[],`+shownViews+`}`)
	views = slices.Clone(views)
	_, both := ask(t, desk, "run", `{"changes":[],"floor":true,`+shownViews+`}`)
	both = slices.Clone(both)
	answer, alone := ask(t, desk, "run", `{"changes":[],"floor":true,"views":[]}`)
	if len(views) == 0 || len(alone) == 0 || answer["views"] != nil || fmt.Sprint(both) != fmt.Sprint(slices.Concat(views, alone)) {
		t.Errorf("%d numbers of views and %d of the plan, together %d", len(views), len(alone), len(both))
	}
}

func TestAPlanFollowsTheInputs(t *testing.T) {
	desk := &Desk{}
	ask(t, desk, "open", `{"name":"orbital-expansion"}`)
	before, after := plan(t, desk, ""), plan(t, desk, `{"path":"site.orbit.load","value":0.4},{"path":"site.memphis.own_use","value":0.5}`)
	if before.Sites[0].Load != after.Sites[0].Load || after.Sites[1].Load != 0.4 {
		t.Errorf("loads of %g and %g, before %g and %g", after.Sites[0].Load, after.Sites[1].Load, before.Sites[0].Load, before.Sites[1].Load)
	}
	own := func(p *floor.Plan) float64 { return p.Sites[0].Shares[1][0] }
	if math.Abs(own(after)-own(before)/2) > 1e-12 {
		t.Errorf("half of the own use of %g is %g", own(before), own(after))
	}
}

func TestAPlanOfWrongInputsIsRefused(t *testing.T) {
	desk := &Desk{}
	ask(t, desk, "open", `{"name":"filed-deal"}`)
	if answer, numbers := ask(t, desk, "run", `{"floor":true,"views":[],"changes":[{"path":"site.memphis.load","value":2}]}`); problemsOf(answer) == "" || answer["plan"] != nil || len(numbers) > 0 {
		t.Errorf("%v with %d numbers", answer, len(numbers))
	}
}
