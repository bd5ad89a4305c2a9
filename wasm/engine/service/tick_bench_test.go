package service

import (
	"fmt"
	"strings"
	"testing"

	"rackonomics/scenarios"
	"rackonomics/wasm/message"
	"rackonomics/wasm/protocol"
)

// A tick of a slider as the page asks for it: the views that are pinned
// (web/src/views/places.ts) and the plan of the floor, until the bytes are written,
// without what the page has.
func BenchmarkTick(b *testing.B) {
	var wishes []string
	for _, name := range []string{"answer", "headline", "break-even", "capacity", "lease-values", "sources", "own-rows", "money", "power"} {
		wishes = append(wishes, fmt.Sprintf(`{"name":%q,"by":"month"}`, name))
	}
	for _, name := range scenarios.Names {
		b.Run(name, func(b *testing.B) {
			desk := &Desk{}
			finish := func(kind, request string) any {
				task := desk.Begin(kind, []byte(request), nil)
				for !task.Done() {
					task.Step()
				}
				answer, _ := task.Answer()
				if _, err := message.Write(answer); err != nil {
					b.Fatal(err)
				}
				return answer
			}
			finish("open", fmt.Sprintf(`{"as":1,"name":%q}`, name))
			tick, heads := 0, ""
			run := func() {
				tick++
				answer := finish("run", fmt.Sprintf(`{"of":1,"changes":[{"path":"operator.reported_revenue","value":%d}],"month":2,"floor":true,"heads":%q,"hold":%d,"held":%d,"views":[%s]}`,
					100_000_000+tick, heads, tick, tick-1, strings.Join(wishes, ",")))
				heads = answer.(protocol.RunAnswer).HeadsName
			}
			run()
			b.ReportAllocs()
			for b.Loop() {
				run()
			}
		})
	}
}
