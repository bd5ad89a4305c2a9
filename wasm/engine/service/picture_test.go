//go:build !js || later

package service

import (
	"fmt"
	"strings"
	"testing"
)

func TestAMonthIsDrawn(t *testing.T) {
	desk := &Desk{}
	ask(t, desk, "open", `{"as":1,"name":"power-capped"}`)
	answer, _ := ask(t, desk, "picture", `{"of":1,"changes":[],"month":30,"colours":["#3277b8","#8793a3","#c4cad2"],"width":640,"height":480,"dark":true}`)
	if svg, _ := answer["svg"].(string); !strings.HasPrefix(svg, "<svg ") || !strings.Contains(svg, `"#3277b8"`) {
		t.Errorf("%.200s", svg)
	}
	if summary, _ := answer["summary"].(string); !strings.Contains(summary, "power is the limit") {
		t.Error(summary)
	}
}

// A drawing tells its scale, which is that asked for where one is, and every number of it has the name that it is asked by.
func TestADrawingHasTheScaleAskedFor(t *testing.T) {
	desk := &Desk{}
	ask(t, desk, "open", `{"as":1,"name":"orbital-expansion"}`)
	draw := func(scale string) map[string]any {
		t.Helper()
		answer, _ := ask(t, desk, "picture", `{"of":1,"changes":[],"month":30,"colours":["#3277b8","#8793a3","#c4cad2","#112233"],"width":640,"height":480,"scale":`+scale+`}`)
		told, _ := answer["scale"].(map[string]any)
		if told == nil {
			t.Fatal(problemsOf(answer))
		}
		return told
	}
	own := draw(`{}`)
	for name, value := range own {
		number := value.(float64)
		if number <= 0 {
			t.Errorf("%s is %g", name, number)
		}
		// A coarser one of a thing needs a coarser one of no other that is of amounts.
		if asked := 2 * number; strings.HasSuffix(name, "dollars") || strings.HasSuffix(name, "megawatts") {
			if told := draw(fmt.Sprintf(`{%q:%g}`, name, asked)); told[name] != asked {
				t.Errorf("%s of %g was asked for, and it is %v", name, asked, told[name])
			}
		}
	}
}

func TestAPictureThatCannotBeIsRefused(t *testing.T) {
	desk := &Desk{}
	ask(t, desk, "open", `{"as":1,"name":"power-capped"}`)
	for request, want := range map[string]string{
		`{"of":1,"changes":[],"colours":[],"width":640,"height":480}`:                               "0 colours; 3 uses need one each",
		`{"of":1,"changes":[],"colours":[],"width":0,"height":480}`:                                 "width is 0; 1 to 8000 pixels are allowed",
		`{"of":1,"changes":[],"colours":[],"width":640,"height":9000}`:                              "height is 9000",
		`{"of":1,"changes":[],"colours":[],"width":640,"height":480,"scale":{"flow_dollars":-1}}`:   "scale.flow_dollars is -1; 0 to 1e+18 are allowed",
		`{"of":1,"changes":[],"colours":[],"width":640,"height":480,"scale":{"metres":1e300}}`:      "scale.metres is 1e+300; 0 to 10000 are allowed",
		`{"of":1,"changes":[],"colours":[],"width":640,"height":480,"scale":{"metres":"as large"}}`: "scale",
	} {
		if answer, _ := ask(t, desk, "picture", request); !strings.Contains(problemsOf(answer), want) {
			t.Errorf("%s: %v, want %q", request, answer, want)
		}
	}
}
