package workbook

import (
	"fmt"
	"strings"

	"rackonomics/engine/spreadsheet"
)

// names gives every row of the model a name for its months of the scenario: as
// operator.cash, and of one of several things as lease.anthropic.fee.
func (b *book) names() (list []spreadsheet.Name) {
	taken := map[string]bool{}
	for i, sheet := range b.things {
		owner := &b.document.Instances[i]
		for _, line := range sheet.lines {
			if !line.model {
				continue
			}
			_, field, _ := strings.Cut(line.name, ".")
			name := strings.ReplaceAll(owner.Path(field), "-", "_")
			for number := 2; taken[name]; number++ {
				name = fmt.Sprintf("%s_%d", strings.ReplaceAll(owner.Path(field), "-", "_"), number)
			}
			taken[name] = true
			list = append(list, spreadsheet.Name{Name: name, To: fixedRange(line, b.months)})
		}
	}
	return list
}

// sheetName is the name of a thing's sheet, which no other has and which is not
// longer than a spreadsheet allows.
func (b *book) sheetName(instance int) string {
	owner := &b.document.Instances[instance]
	name := owner.Scope
	if !b.relations.Single(instance) {
		name += " " + owner.Name
	}
	shortened := name[:min(len(name), spreadsheet.LongestName)]
	for number := 2; b.isTaken(shortened); number++ {
		suffix := fmt.Sprintf("~%d", number)
		shortened = name[:min(len(name), spreadsheet.LongestName-len(suffix))] + suffix
	}
	return shortened
}

func (b *book) isTaken(name string) bool {
	for _, sheet := range b.things {
		if sheet.name == name {
			return true
		}
	}
	return false
}
