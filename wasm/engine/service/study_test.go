package service

import (
	"fmt"
	"math"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// uncertain are changes that make a scenario one of 1,000 cases, in eight blocks.
const uncertain = `"changes":[{"path":"study.lease.anthropic.share","value":{"form":"uniform","low":0.3,"high":0.7}},` +
	`{"path":"study.operator.revenue_growth","value":{"form":"normal","low":0,"high":0.1}},{"path":"study.paths","value":1000}]`

// studyRows are asked for in place of outcomes.
const studyRows = `,"rows":[{"row":"operator.operating_income","instance":"operator"}]`

func openedDesk(t failing) *Desk {
	t.Helper()
	desk := &Desk{}
	ask(t, desk, "open", `{"name":"half-the-data-center"}`)
	return desk
}

// blocksOf are the numbers of each block, of a desk that computed nothing else.
func blocksOf(t *testing.T, rows string) [][]float64 {
	t.Helper()
	answer, numbers := ask(t, openedDesk(t), "study", `{`+uncertain+rows+`,"from":0,"to":1000}`)
	if problems := problemsOf(answer); problems != "" || answer["blocks"] != 8.0 {
		t.Fatalf("the study has %v blocks: %s", answer["blocks"], problems)
	}
	var blocks [][]float64
	for _, length := range answer["lengths"].([]any) {
		blocks = append(blocks, numbers[:int(length.(float64))])
		numbers = numbers[int(length.(float64)):]
	}
	if len(blocks) != 8 || len(numbers) != 0 {
		t.Fatalf("%d blocks have numbers, and %d are left", len(blocks), len(numbers))
	}
	return blocks
}

// gathered sends blocks with the numbers of each and tells what they come to.
func gathered(t failing, desk *Desk, rows, holds string, blocks [][]float64, which []int) (map[string]any, []float64) {
	t.Helper()
	var names, lengths []string
	given := []float64{}
	for _, block := range which {
		names, lengths = append(names, fmt.Sprint(block)), append(lengths, fmt.Sprint(len(blocks[block])))
		given = append(given, blocks[block]...)
	}
	return askWith(t, desk, "gather", fmt.Sprintf(`{%s%s,"holds":[%s],"blocks":[%s],"lengths":[%s]}`, uncertain, rows, holds, strings.Join(names, ","), strings.Join(lengths, ",")), given)
}

func TestBlocksComeTogetherInAnyOrder(t *testing.T) {
	for _, rows := range []string{"", studyRows} {
		blocks := blocksOf(t, rows)
		desk := openedDesk(t)
		whole, fans := gathered(t, desk, rows, "", blocks, []int{0, 1, 2, 3, 4, 5, 6, 7})
		if whole["cases"] != 1000.0 || (rows == "") != (whole["chances"] != nil) || (rows != "") != (len(fans) == 5*60) {
			t.Fatalf("%v cases with %d numbers: %.300v", whole["cases"], len(fans), whole)
		}
		want := written(t, whole)
		rapid.Check(t, func(t *rapid.T) {
			order := rapid.Permutation([]int{0, 1, 2, 3, 4, 5, 6, 7, 3, 0}).Draw(t, "order")
			cut := rapid.IntRange(1, 9).Draw(t, "cut")
			gathered(t, desk, rows, "", blocks, order[:cut])
			in := [8]bool{}
			for _, block := range order[:cut] {
				in[block] = true
			}
			answer, numbers := gathered(t, desk, rows, ranges(in), blocks, order[cut:])
			if got := written(t, answer); got != want {
				t.Fatalf("in the order %v, cut at %d:\n%.300s\nwant %.300s", order, cut, got, want)
			}
			for i, number := range fans {
				if math.Float64bits(numbers[i]) != math.Float64bits(number) {
					t.Fatalf("in the order %v number %d is %v, not %v", order, i, numbers[i], number)
				}
			}
		})
	}
}

// ranges writes the blocks that are in.
func ranges(in [8]bool) string {
	var list []string
	for from := 0; from < len(in); from++ {
		to := from
		for to < len(in) && in[to] {
			to++
		}
		if to > from {
			list = append(list, fmt.Sprintf(`{"from":%d,"to":%d}`, from, to))
			from = to
		}
	}
	return strings.Join(list, ",")
}

// An engine that holds other blocks than the page takes it to says so.
func TestLostBlocksAreSentAgain(t *testing.T) {
	blocks := blocksOf(t, "")
	desk := openedDesk(t)
	for _, test := range []struct {
		holds string
		lost  bool
	}{{`{"from":0,"to":1}`, true}, {"", false}, {`{"from":0,"to":2}`, true}, {`{"from":0,"to":1}`, false}} {
		if answer, _ := gathered(t, desk, "", test.holds, blocks, []int{0}); (answer["lost"] == true) != test.lost {
			t.Errorf("with blocks %q the answer is %.100v", test.holds, answer)
		}
	}
}

func TestStudiesRefuse(t *testing.T) {
	for _, test := range []struct{ kind, request, mention string }{
		{"study", `{` + uncertain + `,"from":3,"to":3}`, "blocks from 3 to 3"},
		{"study", `{"changes":[],"rows":[{"row":"operator.moon","instance":"operator"}],"from":0,"to":1}`, ""},
		{"gather", `{` + uncertain + `,"holds":[],"blocks":[0],"lengths":[]}`, "1 blocks have 0 lengths"},
		{"gather", `{` + uncertain + `,"holds":[],"blocks":[0],"lengths":[5]}`, "5 numbers; 0 are left"},
		{"ranges", `{"changes":[{"path":"operator.moon","value":1}],"typed":[]}`, "moon"},
	} {
		if answer, _ := ask(t, openedDesk(t), test.kind, test.request); problemsOf(answer) == "" || !strings.Contains(problemsOf(answer), test.mention) {
			t.Errorf("%s %s says %v", test.kind, test.request, answer)
		}
	}
}

func TestRangesAreReadAsTheirFieldsAre(t *testing.T) {
	for _, test := range []struct{ path, text, want string }{
		{"lease.anthropic.share", "25 to 35", `{"change":{"form":"normal","high":0.35,"low":0.25},"median":0.3}`},
		{"lease.anthropic.share", "25 to 35 %", `{"change":{"form":"normal","high":0.35,"low":0.25},"median":0.3}`},
		{"lease.anthropic.share", "pert 20, 25, 40", `{"change":{"form":"pert","high":0.4,"low":0.2,"mode":0.25},"median":0.262762}`},
		{"lease.anthropic.share", "±10 %", `{"change":{"form":"normal","high":1.1,"low":0.9,"times":true}}`},
		{"lease.anthropic.share", "sometimes", `"sometimes" cannot be read`},
		{"lease.anthropic.moon", "1 to 2", `moon`},
		{"scenario.start", "2026-07 to 2027-01", `scenario`},
		{"operator.reported_revenue", "1 to 2 MW", `in another unit`},
	} {
		answer, _ := ask(t, openedDesk(t), "ranges", fmt.Sprintf(`{"changes":[],"typed":[{"path":%q,"text":%q}]}`, test.path, test.text))
		if got := written(t, answer["ranges"].([]any)[0]); got != test.want && (test.want[0] == '{' || !strings.Contains(strings.ReplaceAll(got, `\"`, `"`), test.want)) {
			t.Errorf("%s %q is %s, want %s", test.path, test.text, got, test.want)
		}
	}
}

func TestUncertainInputsAreTold(t *testing.T) {
	answer, _ := ask(t, openedDesk(t), "run", `{`+uncertain+`,`+shownViews+`}`)
	told := written(t, answer["document"].(map[string]any)["study"])
	for _, want := range []string{`"path":"lease.anthropic.share","text":"uniform 30 to 70 %"`, `"paths":1000`, `"form":"normal"`} {
		if !strings.Contains(told, want) {
			t.Errorf("the document's study is %s, want %s", told, want)
		}
	}
}

func TestTornadosRankInputs(t *testing.T) {
	answer, _ := ask(t, openedDesk(t), "tornado", `{`+uncertain+`}`)
	tornados, _ := answer["tornados"].([]any)
	if len(tornados) == 0 {
		t.Fatalf("no tornado: %v", answer)
	}
	bars := tornados[0].(map[string]any)["bars"].([]any)
	if first := bars[0].(map[string]any); len(bars) != 2 || first["path"] == "" || first["low"] == nil {
		t.Errorf("the bars are %v", bars)
	}
}
