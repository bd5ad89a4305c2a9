//go:build !js || later

package service

import (
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

func TestAPictureThatCannotBeIsRefused(t *testing.T) {
	desk := &Desk{}
	ask(t, desk, "open", `{"as":1,"name":"power-capped"}`)
	for request, want := range map[string]string{
		`{"of":1,"changes":[],"colours":[],"width":640,"height":480}`:  "0 colours; 3 uses need one each",
		`{"of":1,"changes":[],"colours":[],"width":0,"height":480}`:    "width is 0; 1 to 8000 pixels are allowed",
		`{"of":1,"changes":[],"colours":[],"width":640,"height":9000}`: "height is 9000",
	} {
		if answer, _ := ask(t, desk, "picture", request); !strings.Contains(problemsOf(answer), want) {
			t.Errorf("%s: %v, want %q", request, answer, want)
		}
	}
}
