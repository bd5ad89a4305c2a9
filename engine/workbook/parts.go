package workbook

import (
	"slices"

	"rackonomics/engine/language"
)

// A formula that grows too long, or too deep, for a spreadsheet is cut: parts of it
// become lines of their own below those of its thing. Both bounds are well below
// what a spreadsheet allows, 8,192 characters and 64 levels, since the names of
// later months are longer and brackets count as levels here.
const (
	longestText = 2500
	deepestText = 30
	leastPart   = 60 // characters that are worth a line
)

// partOf is a part of a formula at a place.
type partOf struct {
	node *language.Node
	at   language.Place
}

// placeParts finds the parts of all formulas.
func (b *book) placeParts() {
	b.planning = true
	for _, sheet := range b.things {
		b.writing = sheet
		for _, line := range slices.Clone(sheet.lines) {
			if line.root != nil {
				b.cut(line, line.root, line.at)
			}
		}
	}
	b.planning = false
}

// children lists what a node's formula contains.
func (b *book) children(n *language.Node, at language.Place) []partOf {
	var list []partOf
	if n.Kind == language.Sum || n.Kind == language.Before {
		for _, place := range b.relations.Terms(n, at) {
			list = append(list, partOf{n.Args[0], place})
		}
		return list
	}
	for _, arg := range n.Args {
		list = append(list, partOf{arg, at})
	}
	return list
}

// cut makes lines of the longest parts of a formula until it is short enough.
func (b *book) cut(of *line, n *language.Node, at language.Place) {
	if b.fits(n, at) {
		return
	}
	children := b.children(n, at)
	for _, child := range children {
		b.cut(of, child.node, child.at)
	}
	length := func(p partOf) int { return len(b.sample(p)) }
	slices.SortStableFunc(children, func(a, c partOf) int { return length(c) - length(a) })
	for _, child := range children {
		if b.fits(n, at) || length(child) < leastPart {
			return
		}
		b.makePart(of, child)
	}
}

// sample is a part of a formula in a month in the middle of the scenario.
func (b *book) sample(p partOf) string { return b.translate(p.node, p.at, max(b.months-2, 0)).text }

func (b *book) fits(n *language.Node, at language.Place) bool {
	text := b.sample(partOf{n, at})
	depth, deepest := 0, 0
	for i := range len(text) {
		switch text[i] {
		case '(':
			depth++
			deepest = max(deepest, depth)
		case ')':
			depth--
		}
	}
	return len(text) <= longestText && deepest <= deepestText
}

func (b *book) makePart(of *line, part partOf) {
	if b.parts[part] != nil || part.node.Kind == language.Reference {
		return
	}
	sheet := of.sheet
	made := b.newLine(sheet, func(month int) written { return b.marked(part.node, b.open(part.node, part.at, month)) })
	made.title, made.unit, made.note = "Part of "+of.title, part.node.Type.Unit.String(), "Cut, since a spreadsheet bounds the length of a formula."
	made.level = 1
	made.format = plainFormat
	b.parts[part] = made
}
