package main

import (
	"bytes"
	"image"
	"image/color"
	"image/draw"
	"image/gif"
	"slices"
	"testing"
)

// Frames drawn one over the other are the pictures that were given.
func TestALoopShowsItsFrames(t *testing.T) {
	paint := func(areas ...image.Rectangle) *image.RGBA {
		frame := image.NewRGBA(image.Rect(0, 0, 20, 10))
		draw.Draw(frame, frame.Rect, image.NewUniform(color.RGBA{10, 20, 30, 255}), image.Point{}, draw.Src)
		for i, area := range areas {
			draw.Draw(frame, area, image.NewUniform(color.RGBA{200, uint8(90 * i), 7, 255}), image.Point{}, draw.Src)
		}
		return frame
	}
	frames := []*image.RGBA{paint(), paint(image.Rect(2, 2, 5, 6)), paint(image.Rect(4, 4, 9, 8), image.Rect(15, 0, 20, 2)), paint(image.Rect(4, 4, 9, 8), image.Rect(15, 0, 20, 2)), paint()}
	var written bytes.Buffer
	if err := write(&written, frames, 10); err != nil {
		t.Fatal(err)
	}
	read, err := gif.DecodeAll(&written)
	if err != nil {
		t.Fatal(err)
	}
	if want := []int{10, 10, 10, 10, 30}; !slices.Equal(read.Delay, want) || read.LoopCount != 0 {
		t.Errorf("shown for %v, %d times", read.Delay, read.LoopCount)
	}
	screen := image.NewRGBA(frames[0].Rect)
	for i, part := range read.Image {
		draw.Draw(screen, part.Rect, part, part.Rect.Min, draw.Over)
		if !slices.Equal(screen.Pix, frames[i].Pix) {
			t.Errorf("frame %d is another picture", i)
		}
	}
	if last := read.Image[3].Rect; last.Dx()*last.Dy() != 1 {
		t.Errorf("a frame as the one before it draws %v", last)
	}
}

// Of more colours than there may be, rare ones become the nearest of the others.
func TestRareColoursBecomeTheNearest(t *testing.T) {
	const frequent = most - 1
	frame := image.NewRGBA(image.Rect(0, 0, 3*frequent, 1))
	for x := range 3 * frequent { // each twice, and a third time with a little blue
		grey := uint8(x % frequent)
		frame.SetRGBA(x, 0, color.RGBA{grey, grey, uint8(x / (2 * frequent)), 255})
	}
	made := newColours([]*image.RGBA{frame})
	if len(made.palette) != most {
		t.Fatalf("%d colours", len(made.palette))
	}
	for at, index := range made.indices(frame) {
		grey := uint8(at % frequent)
		if got := made.palette[index]; got != color.Color(color.RGBA{grey, grey, 0, 255}) {
			t.Errorf("pixel %d is %v", at, got)
		}
	}
}

func TestFramesOfOneSizeAreNeeded(t *testing.T) {
	if err := write(&bytes.Buffer{}, []*image.RGBA{image.NewRGBA(image.Rect(0, 0, 2, 2)), image.NewRGBA(image.Rect(0, 0, 3, 2))}, 10); err == nil {
		t.Error("frames of two sizes are joined")
	}
	for _, arguments := range [][]string{{"a.gif", "10"}, {"a.gif", "1", "b.png"}, {"a.gif", "ten", "b.png"}} {
		if err := run(arguments); err == nil {
			t.Errorf("%q is taken", arguments)
		}
	}
}
