// Package scenarios holds the scenarios that are shipped, as files of this
// folder. When a shipped scenario changes, its older form moves to archive, so
// that a link to it keeps its meaning.
package scenarios

import (
	"embed"
	"fmt"
	"strings"

	"rackonomics/engine/model"
	"rackonomics/engine/scenario"
)

//go:embed *.json all:archive
var files embed.FS

// Names lists the shipped scenarios in the order in which they are offered.
var Names = []string{
	"half-the-data-center", "filed-deal", "as-reported-q2", "no-deal", "eighty-four-billion", "lease-180-days", "three-tenants",
	"tenant-leaves-2027", "gpu-price-crash", "scarcity-returns", "useful-life", "december-run-rate", "power-capped", "megapacks",
	"tenant-default", "take-or-pay", "iren-microsoft", "nscale-anthropic", "backstopped-shell", "orbital-expansion", "starmind", "delayed-listing", "start-up",
}

// Load decodes a shipped scenario.
func Load(name string) (*scenario.Document, error) {
	data, err := files.ReadFile(name + ".json")
	if err != nil {
		return nil, fmt.Errorf("there is no scenario %q; there are %s", name, strings.Join(Names, ", "))
	}
	return model.Scenario.Decode(data)
}

// Find returns the shipped scenario of a name and content hash, today's or an
// older form of it.
func Find(name, hash string) (*scenario.Document, bool) {
	document, err := Load(name)
	if err == nil && document.Hash() == hash {
		return document, true
	}
	data, err := files.ReadFile("archive/" + name + "." + hash + ".json")
	if err != nil {
		return nil, false
	}
	document, err = model.Scenario.Decode(data)
	return document, err == nil
}
