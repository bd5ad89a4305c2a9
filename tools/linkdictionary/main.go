// Command linkdictionary prints a dictionary for links, from the inputs and
// shipped scenarios of today: what a link repeats of it costs next to nothing.
//
// The dictionary of a version is frozen once links of it are about, so this is
// run when a new version of links is made (engine/link/deflate.go), and never
// by go generate.
package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"slices"
	"strings"

	"rackonomics/engine/model"
	"rackonomics/engine/scenario"
	"rackonomics/scenarios"
)

const (
	window = 32 << 10 // how far back deflate looks
	repeat = 24       // bytes that are worth naming by their distance
)

func main() {
	dictionary := changes() + viewsAndFigures()
	// What stands nearer to the end is cheaper to name, so scenarios come before
	// it, the founding ones last; of each only what is not there yet.
	for _, name := range scenarios.Names {
		document, err := scenarios.Load(name)
		if err != nil {
			fmt.Fprintln(os.Stderr, "linkdictionary:", err)
			os.Exit(1)
		}
		dictionary = without(compact(document), dictionary) + dictionary
	}
	os.Stdout.WriteString(dictionary[max(0, len(dictionary)-window):])
}

func compact(document *scenario.Document) string {
	var out bytes.Buffer
	if err := json.Compact(&out, document.Encode()); err != nil {
		panic(err) // the engine writes JSON
	}
	return out.String() + "\n"
}

// without leaves out what the known text has in pieces of at least [repeat] bytes.
func without(text, known string) string {
	var out strings.Builder
	for at := 0; at < len(text); {
		size := repeat
		for at+size <= len(text) && strings.Contains(known, text[at:at+size]) {
			size++
		}
		if size > repeat {
			at += size - 1
			continue
		}
		out.WriteByte(text[at])
		at++
	}
	return out.String()
}

// changes lists the start of every change that a slider or list can make.
func changes() string {
	things := map[string]string{"operator": "operator", "site": "site.memphis", "fleet": "fleet.gb200-2", "source": "source.tva",
		"lease": "lease.anthropic", "tranche": "tranche.notes", "company": "company.anthropic"}
	var out strings.Builder
	out.WriteString("scenario.start=\"2026-05\"\nscenario.months=120\n")
	for _, in := range model.Scenario.Inputs() {
		fmt.Fprintf(&out, "%s.%s=%s\n", things[in.Scope()], in.Field(), example(in))
	}
	for _, path := range []string{"fleet.h100.gpus", "fleet.h200.gpus", "fleet.gb200.gpus", "source.southaven.capacity", "source.shelby.capacity",
		"lease.google.fee", "lease.google.price", "lease.google.gpus", "lease.google.share"} {
		out.WriteString(path + "=\n")
	}
	out.WriteString(`{"steps":[{"from":"2026-07","value":1000000},{"from":"2027-01","value":},{"from":"2028-01","value":}],"between":"linear","escalator":0.0}` + "\n")
	for _, change := range []string{`last_month="202`, "notice=180", "gpus=", "price=", "share=0.", "fee=1000000000"} {
		out.WriteString("lease.anthropic." + change + "\n")
	}
	return out.String()
}

func example(in *scenario.Input) string {
	switch in.Kind {
	case scenario.Choice:
		var names []string
		for _, option := range in.Options {
			names = append(names, `"`+option.Name+`"`)
		}
		return strings.Join(names, ",")
	case scenario.Month, scenario.Day:
		return `"` + in.Default[:3]
	case scenario.Switch:
		return "true"
	}
	return ""
}

// viewsAndFigures has what almost every link has.
func viewsAndFigures() string {
	names := slices.Clone(scenarios.Names)
	slices.Reverse(names)
	return "@month=12\n@chart=power\n@chart=money\n@select=google\n@select=operator\n@select=anthropic\n" +
		"~break_even.operating_income.first=2026-07\n~lease.fee_needed_for_operating_break_even=8.\n~lease.headline_value=4.\n~free_cash_flow.cumulative=-\n" +
		"e+07\ne+08\ne+09\ne+10\ne+11\n" + strings.Join(names, " \n") + " "
}
