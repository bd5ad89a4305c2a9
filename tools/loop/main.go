// Command loop joins pictures into an animation that any page shows: loop OUTPUT.gif HUNDREDTHS FRAME.png …, each frame
// for so many hundredths of a second and the last three times as long. `make pictures` runs it.
package main

import (
	"cmp"
	"fmt"
	"image"
	"image/color"
	"image/draw"
	"image/gif"
	"image/png"
	"io"
	"os"
	"slices"
	"strconv"
)

func main() {
	if err := run(os.Args[1:]); err != nil {
		fmt.Fprintln(os.Stderr, "loop:", err)
		os.Exit(1)
	}
}

func run(arguments []string) error {
	if len(arguments) < 3 {
		return fmt.Errorf("%d arguments; an output, a time and at least one frame are needed", len(arguments))
	}
	delay, err := strconv.Atoi(arguments[1])
	if err != nil || delay < 2 {
		return fmt.Errorf("a frame of %q hundredths of a second; whole numbers from 2 on are allowed", arguments[1])
	}
	var frames []*image.RGBA
	for _, name := range arguments[2:] {
		frame, err := readFrame(name)
		if err != nil {
			return err
		}
		frames = append(frames, frame)
	}
	output, err := os.Create(arguments[0])
	if err != nil {
		return err
	}
	if err := write(output, frames, delay); err != nil {
		return err
	}
	return output.Close()
}

func readFrame(name string) (*image.RGBA, error) {
	file, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	defer file.Close()
	decoded, err := png.Decode(file)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	frame := image.NewRGBA(image.Rectangle{Max: decoded.Bounds().Size()})
	draw.Draw(frame, frame.Rect, decoded, decoded.Bounds().Min, draw.Src)
	return frame, nil
}

// write has each frame say only what is not as in the one before: what stays is transparent.
func write(to io.Writer, frames []*image.RGBA, delay int) error {
	size := frames[0].Rect
	colours := newColours(frames)
	loop := &gif.GIF{Config: image.Config{ColorModel: colours.palette, Width: size.Dx(), Height: size.Dy()}}
	var before []uint8
	for i, frame := range frames {
		if frame.Rect != size {
			return fmt.Errorf("frame %d is %v large; the first is %v", i, frame.Rect.Size(), size.Size())
		}
		now := colours.indices(frame)
		shown := changes(now, before, size)
		before = now
		loop.Image = append(loop.Image, &image.Paletted{Pix: shown.pixels, Stride: shown.area.Dx(), Rect: shown.area, Palette: colours.palette})
		loop.Delay = append(loop.Delay, delay)
		loop.Disposal = append(loop.Disposal, gif.DisposalNone)
	}
	loop.Delay[len(frames)-1] *= 3
	return gif.EncodeAll(to, loop)
}

// most is how many colours there are, with that of what stays as it is, which comes first.
const most = 256

// colours are the most frequent ones of all frames, and the nearest of them to any.
type colours struct {
	palette color.Palette
	index   map[color.RGBA]uint8
}

func newColours(frames []*image.RGBA) *colours {
	counts := map[color.RGBA]int{}
	for _, frame := range frames {
		for at := 0; at < len(frame.Pix); at += 4 {
			counts[color.RGBA{frame.Pix[at], frame.Pix[at+1], frame.Pix[at+2], 255}]++
		}
	}
	list := make([]color.RGBA, 0, len(counts))
	for colour := range counts {
		list = append(list, colour)
	}
	slices.SortFunc(list, func(a, b color.RGBA) int {
		return cmp.Or(counts[b]-counts[a], cmp.Compare(a.R, b.R), cmp.Compare(a.G, b.G), cmp.Compare(a.B, b.B))
	})
	made := &colours{palette: color.Palette{color.RGBA{}}, index: map[color.RGBA]uint8{}}
	for _, colour := range list {
		if len(made.palette) < most {
			made.index[colour] = uint8(len(made.palette))
			made.palette = append(made.palette, colour)
		} else {
			made.index[colour] = uint8(1 + made.palette[1:].Index(colour))
		}
	}
	return made
}

func (c *colours) indices(frame *image.RGBA) []uint8 {
	indices := make([]uint8, len(frame.Pix)/4)
	for i := range indices {
		at := 4 * i
		indices[i] = c.index[color.RGBA{frame.Pix[at], frame.Pix[at+1], frame.Pix[at+2], 255}]
	}
	return indices
}

// part is what is drawn of a frame.
type part struct {
	area   image.Rectangle
	pixels []uint8
}

// changes are the least rectangle with all that differs from the frame before, a pixel at least.
func changes(now, before []uint8, size image.Rectangle) part {
	if before == nil {
		return part{size, now}
	}
	area := image.Rectangle{}
	for i := range now {
		if now[i] != before[i] {
			x, y := i%size.Dx(), i/size.Dx()
			area = area.Union(image.Rect(x, y, x+1, y+1))
		}
	}
	if area.Empty() {
		area = image.Rect(0, 0, 1, 1)
	}
	made := part{area: area}
	for y := area.Min.Y; y < area.Max.Y; y++ {
		for x := area.Min.X; x < area.Max.X; x++ {
			at, index := y*size.Dx()+x, uint8(0)
			if now[at] != before[at] {
				index = now[at]
			}
			made.pixels = append(made.pixels, index)
		}
	}
	return made
}
