package service

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"
)

// ask sends a message as the page does and reads the answer as JSON. Requests
// that name no scenario are about number 1.
func ask(t failing, desk *Desk, kind, request string) (map[string]any, []float64) {
	t.Helper()
	return askWith(t, desk, kind, request, nil)
}

// askWith is ask with numbers that go with the request.
func askWith(t failing, desk *Desk, kind, request string, given []float64) (map[string]any, []float64) {
	t.Helper()
	if body, ok := strings.CutPrefix(request, "{"); ok && !strings.Contains(request, `"of":`) && !strings.Contains(request, `"as":`) {
		number := "of"
		if kind == "open" {
			number = "as"
		}
		request = strings.Replace(`{"`+number+`":1,`+body, ",}", "}", 1)
	}
	task := desk.Begin(kind, []byte(request), given)
	for !task.Done() {
		if progress := task.Progress(); progress.Doing == "" || progress.Part < 0 || progress.Part >= 1 {
			t.Fatalf("%s: the progress is %+v", kind, progress)
		}
		task.Step()
	}
	response, numbers := task.Answer()
	encoded, err := json.Marshal(response)
	if err != nil {
		t.Fatalf("%s: the answer cannot be written: %v", kind, err)
	}
	var answer map[string]any
	if err := json.Unmarshal(encoded, &answer); err != nil {
		t.Fatal(err)
	}
	return answer, numbers
}

// failing is what tests and property tests share.
type failing interface {
	Helper()
	Fatal(...any)
	Fatalf(string, ...any)
}

// shownViews are wishes of a run.
const shownViews = `"month":3,"views":[{"name":"headline","by":"month"},{"name":"income-statement","by":"year"}]`

func problemsOf(answer map[string]any) string {
	list, _ := answer["problems"].([]any)
	var texts []string
	for _, each := range list {
		problem := each.(map[string]any)
		texts = append(texts, fmt.Sprintf("%s: %s", problem["path"], problem["message"]))
	}
	return strings.Join(texts, "; ")
}

// What can be asked the reasons of is more than what a run computes.
func TestReasonsOfRowsThatAreNotShown(t *testing.T) {
	desk := &Desk{}
	ask(t, desk, "open", `{"name":"filed-deal"}`)
	changes := `[{"path":"operator.opening_cash","value":5e9}]`
	answer, _ := ask(t, desk, "explain", `{"changes":`+changes+`,"row":"operator.opening_equity","instances":["operator"],"month":0}`)
	if value, _ := answer["explanation"].(map[string]any)["value"].(float64); value < 5e9 {
		t.Errorf("equity at the start is explained as %v", answer)
	}
}

func TestWhatHasNoTitleIsCalledByItsName(t *testing.T) {
	desk := &Desk{}
	answer, _ := ask(t, desk, "open", `{"document":"{\"version\":1,\"name\":\"own\",\"start\":\"2026-05\",\"months\":12,\"site\":[{\"name\":\"a\"},{\"name\":\"b\",\"title\":\"Second\"}]}"}`)
	var titles []string
	for _, thing := range answer["document"].(map[string]any)["instances"].([]any) {
		titles = append(titles, thing.(map[string]any)["title"].(string))
	}
	if got := strings.Join(titles, ","); got != ",a,Second" {
		t.Errorf("operator and sites are called %s", got)
	}
}

func TestTellsWhatIsAssumed(t *testing.T) {
	const path = "lease.anthropic.fee"
	desk := &Desk{}
	opened, _ := ask(t, desk, "open", `{"name":"filed-deal"}`)
	fee := opened["document"].(map[string]any)["values"].(map[string]any)[path].(map[string]any)
	if fee["assumption"] != false {
		t.Errorf("the filed fee counts as an assumption: %v", fee)
	}
	answer, _ := ask(t, desk, "run", `{"changes":[{"path":"`+path+`","value":2e9}]}`)
	values := answer["document"].(map[string]any)["values"].(map[string]any)
	if changed := values[path].(map[string]any); changed["assumption"] != true || changed["value"] != 2e9 || len(values) != 1 {
		t.Errorf("a fee that nobody reported is told as %v", values)
	}
}

func TestProblemsNameTheirPath(t *testing.T) {
	tests := []struct{ kind, request, want string }{
		{"run", `{"changes":[{"path":"lease.anthropic.share","value":1.7}]}`, "lease.anthropic.share: 1.7 is out of bounds; allowed is 0 to 1"},
		{"run", `{"changes":[{"path":"lease.nobody.share","value":0.5}]}`, `lease.nobody.share: there is no lease named "nobody"`},
		{"run", `{"changes":[{"path":"lease.anthropic.share"}]}`, "lease.anthropic.share"},
		{"run", `{"changes":7}`, "the message cannot be read"},
		{"run", ``, "the message cannot be read"},
		{"run", strings.Repeat("[", 100000), "nested deeper"},
		{"open", `{"name":"nothing"}`, `there is no scenario "nothing"`},
		{"open", `{"document":"{"}`, "the document ends in the middle"},
		{"open", `{"document":""}`, "the document is empty"},
		{"open", `{"document":" "}`, "the document is empty"},
		{"open", `{}`, "name, link or document is expected"},
		{"open", `{"link":"#s=1.x.y"}`, ""},
		{"explain", `{"changes":[],"row":"operator.nothing","instances":["operator"],"month":0}`, "operator.nothing"},
		{"dance", `{}`, "dance"},
	}
	for _, test := range tests {
		desk := &Desk{}
		ask(t, desk, "open", `{"name":"filed-deal"}`)
		answer, _ := ask(t, desk, test.kind, test.request)
		if got := problemsOf(answer); !strings.Contains(got, test.want) || got == "" && answer["notices"] == nil {
			t.Errorf("%s %.60s: problems are %q, and should tell %q", test.kind, test.request, got, test.want)
		}
	}
}

func TestNothingIsOpenYet(t *testing.T) {
	for _, kind := range []string{"run", "link", "explain", "document"} {
		answer, _ := ask(t, &Desk{}, kind, `{"changes":[]}`)
		if answer["unopened"] != true {
			t.Errorf("%s before open: %v", kind, answer)
		}
	}
}

func TestALinkBringsBackWhatWasSeen(t *testing.T) {
	desk := &Desk{}
	ask(t, desk, "open", `{"name":"filed-deal"}`)
	changes := `[{"path":"lease.anthropic.fee","value":7e8},{"path":"scenario.months","value":48}]`
	before, numbers := ask(t, desk, "run", `{"changes":`+changes+`,`+shownViews+`}`)
	seen := append([]float64(nil), numbers...)
	made, _ := ask(t, desk, "link", `{"changes":`+changes+`,"view":{"month":5,"section":"power"}}`)

	other := &Desk{}
	opened, _ := ask(t, other, "open", fmt.Sprintf(`{"link":%q}`, made["fragment"]))
	if notices := opened["notices"]; notices != nil {
		t.Errorf("an intact link gives notices: %v", notices)
	}
	again, err := json.Marshal(opened["changes"])
	if err != nil {
		t.Fatal(err)
	}
	after, numbers := ask(t, other, "run", `{"changes":`+string(again)+`,`+shownViews+`}`)
	if len(numbers) == 0 || fmt.Sprint(after["views"]) != fmt.Sprint(before["views"]) || fmt.Sprint(numbers) != fmt.Sprint(seen) {
		t.Error("the link gives other figures")
	}
	if view := opened["view"].(map[string]any); view["month"] != 5.0 || view["section"] != "power" {
		t.Errorf("the view came back as %v", view)
	}
}

func TestTheDownloadedDocumentHasTheChanges(t *testing.T) {
	desk := &Desk{}
	ask(t, desk, "open", `{"name":"filed-deal"}`)
	changes := `"changes":[{"path":"lease.anthropic.fee","value":7e8}]`
	want, _ := ask(t, desk, "run", `{`+changes+`,`+shownViews+`}`)
	document, _ := ask(t, desk, "document", `{`+changes+`}`)
	request, err := json.Marshal(map[string]any{"document": document["document"]})
	if err != nil {
		t.Fatal(err)
	}
	opened, _ := ask(t, desk, "open", string(request))
	if opened["base"].(map[string]any)["shipped"] != false {
		t.Error("a changed document counts as shipped")
	}
	got, _ := ask(t, desk, "run", `{"changes":[],`+shownViews+`}`)
	if want["views"] == nil || fmt.Sprint(got["views"]) != fmt.Sprint(want["views"]) {
		t.Error("the downloaded document gives other figures")
	}
}
