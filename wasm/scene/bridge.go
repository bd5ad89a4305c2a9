//go:build js && wasm

package main

import (
	"fmt"
	"syscall/js"
	"unsafe"

	"rackonomics/engine/campus"
	"rackonomics/engine/floor"
)

// The frame's script and this program meet in globalThis.rackonomicsScene. The script puts the functions there that
// this program calls (ready, failed, refused, drawn, rest, labels, labelText, legendText, told, hover,
// outline, pick); this program adds those that the script calls
// (plan, month, theme, select, view, move, pointer, stillness, coarseness).
var scene = js.Global().Get("rackonomicsScene")

// postFailure says that the scene cannot run here at all.
func postFailure(message string) { scene.Call("failed", message) }

// postRefusal says that the present plan cannot be drawn; another one can.
func postRefusal(message string) { scene.Call("refused", message) }

// postDrawn says that the present plan is on the canvas.
func postDrawn() { scene.Call("drawn") }

// postRest says that there is nothing to draw until something is said again.
func postRest() { scene.Call("rest") }

// recoverAsFailure turns a panic into a message: a panic that escapes would end the program without a word.
func recoverAsFailure() {
	if reason := recover(); reason != nil {
		postFailure(fmt.Sprint(reason))
	}
}

// listen installs the functions that the frame's script calls. Each gives undefined, or the text of an error.
func listen(game *game) {
	install := func(name string, arguments int, act func(arguments []js.Value) error) {
		scene.Set(name, js.FuncOf(func(_ js.Value, given []js.Value) (result any) {
			defer func() {
				if reason := recover(); reason != nil {
					result = name + ": " + fmt.Sprint(reason)
				}
			}()
			if len(given) != arguments {
				return fmt.Sprintf("%s takes %d arguments; %d were given", name, arguments, len(given))
			}
			if err := act(given); err != nil {
				return err.Error()
			}
			return nil
		}))
	}
	install("plan", 3, func(given []js.Value) error {
		taken := false
		defer func() {
			if !taken { // what is refused leaves no plan, and not the one before in its place
				game.dropPlan()
			}
		}()
		plan, err := readPlan(given[0], given[1], given[2])
		if err != nil {
			return err
		}
		game.setPlan(plan)
		taken = true
		return nil
	})
	install("month", 1, func(given []js.Value) error { return game.setMonth(given[0].Float()) })
	install("theme", 1, func(given []js.Value) error { return game.setTheme(given[0].String()) })
	install("select", 1, func(given []js.Value) error {
		if given[0].Type() == js.TypeString {
			game.selectTenant(given[0].String())
		} else {
			game.selectTenant("")
		}
		return nil
	})
	install("view", 1, func(given []js.Value) error {
		game.look(given[0].Bool())
		return nil
	})
	install("move", 6, func(given []js.Value) error {
		game.move(given[0].Float(), campus.Point{X: given[1].Float(), Y: given[2].Float()}, campus.Point{X: given[3].Float(), Y: given[4].Float()}, given[5].Bool())
		return nil
	})
	install("pointer", 3, func(given []js.Value) error {
		game.pointer(given[0].Float(), given[1].Float(), given[2].String())
		return nil
	})
	install("coarseness", 1, func(given []js.Value) error {
		game.setCoarseness(given[0].Bool())
		return nil
	})
	install("stillness", 1, func(given []js.Value) error {
		game.setStillness(given[0].Bool())
		return nil
	})
}

func readPlan(head, block, colours js.Value) (*campus.Plan, error) {
	text, err := copyText(head)
	if err != nil {
		return nil, err
	}
	numbers, err := copyNumbers(block)
	if err != nil {
		return nil, err
	}
	plan, err := floor.Decode(text, numbers)
	if err != nil {
		return nil, err
	}
	list, err := copyText(colours)
	if err != nil {
		return nil, err
	}
	return campus.Coloured(plan, string(list))
}

// copyText copies a Uint8Array of UTF-8. (The length of a JavaScript string cannot be asked for before it is copied.)
func copyText(bytes js.Value) ([]byte, error) {
	if bytes.Length() > floor.MaximumHeadBytes {
		return nil, fmt.Errorf("plan: %d bytes of text; at most %d are allowed", bytes.Length(), floor.MaximumHeadBytes)
	}
	text := make([]byte, bytes.Length())
	js.CopyBytesToGo(text, bytes)
	return text, nil
}

// copyNumbers copies a Uint8Array that views a Float64Array. Both sides of WebAssembly are little-endian.
func copyNumbers(bytes js.Value) ([]float64, error) {
	length := bytes.Length()
	if length%8 != 0 || length/8 > floor.MaximumNumbers {
		return nil, fmt.Errorf("plan: %d bytes of numbers; whole numbers of 8 bytes are allowed, at most %d", length, floor.MaximumNumbers)
	}
	numbers := make([]float64, length/8)
	if length > 0 {
		js.CopyBytesToGo(unsafe.Slice((*byte)(unsafe.Pointer(&numbers[0])), length), bytes)
	}
	return numbers, nil
}

// postLabels hands over the texts over the canvas, flat: kind, text, x, y, width and slope of each label; then form,
// text, colour and thickness of each entry of the legend.
func postLabels(labels []campus.Label, legend []campus.LegendEntry, palette *campus.Palette) {
	flat := make([]any, 0, 6*len(labels))
	for _, label := range labels {
		flat = append(flat, string(label.Kind), label.Text, label.X, label.Y, label.Width, label.Slope)
	}
	entries := make([]any, 0, 4*len(legend))
	for _, entry := range legend {
		fill, colour := entry.Colours(palette)
		form := "solid"
		switch {
		case entry.Thickness > 0:
			form = "line"
		case fill != colour:
			form = "outline"
		case entry.Hatch > 0:
			form = fmt.Sprint("solid hatch-", entry.Hatch)
		}
		entries = append(entries, form, entry.Text, colour.Hexadecimal(), entry.Thickness)
	}
	scene.Call("labels", flat, entries)
}

// postChangedTexts hands over the few texts that a month changes, by the index of their label or legend entry.
func postChangedTexts(labels, labelsBefore []campus.Label, legend, legendBefore []campus.LegendEntry) {
	for i := range labels {
		if labels[i].Text != labelsBefore[i].Text {
			scene.Call("labelText", i, labels[i].Text)
		}
	}
	for i := range legend {
		if legend[i].Text != legendBefore[i].Text {
			scene.Call("legendText", i, legend[i].Text)
		}
	}
}

// postWords says in words what a month shows.
func postWords(words string) { scene.Call("told", words) }

func textOrNull(text string) any {
	if text == "" {
		return nil
	}
	return text
}

// postHover hands over what lies under the pointer, and the corners of the rack there in CSS pixels (none: no rack).
func postHover(find campus.Find, x, y, scale float64) {
	scene.Call("hover", textOrNull(find.Text), textOrNull(find.Hall), textOrNull(find.Tenant), x, y)
	corners := []any{}
	if find.Outline != ([4]campus.Point{}) {
		for _, corner := range find.Outline {
			corners = append(corners, corner.X/scale, corner.Y/scale)
		}
	}
	scene.Call("outline", corners)
}

func postPick(find campus.Find) {
	scene.Call("pick", textOrNull(find.Hall), textOrNull(find.Tenant), textOrNull(find.Source))
}
