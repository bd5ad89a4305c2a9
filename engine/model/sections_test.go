package model

import (
	"slices"
	"testing"
)

func TestEveryViewHasItsSection(t *testing.T) {
	var placed []string
	for _, section := range Sections {
		placed = append(placed, section.Views...)
	}
	var declared []string
	for i := range Views {
		declared = append(declared, Views[i].Name)
	}
	slices.Sort(placed)
	slices.Sort(declared)
	if !slices.Equal(placed, declared) {
		t.Errorf("in sections are %v; declared are %v", placed, declared)
	}
}
