package main

import (
	"html"
	"image"
	"image/color"
	"image/draw"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/makiuchi-d/gozxing"
	"github.com/makiuchi-d/gozxing/qrcode"
)

var darkBar = regexp.MustCompile(`M(\d+) (\d+)h(\d+)v1h-(\d+)z`)

// photographed draws a code's path as a camera would see it, some pixels a square.
func photographed(t *testing.T, size int, path string) image.Image {
	t.Helper()
	const pixels = 4
	picture := image.NewGray(image.Rect(0, 0, size*pixels, size*pixels))
	draw.Draw(picture, picture.Bounds(), image.NewUniform(color.White), image.Point{}, draw.Src)
	bars := darkBar.FindAllStringSubmatch(path, -1)
	if strings.Join(darkBar.FindAllString(path, -1), "") != path {
		t.Fatalf("the path has other things than bars: %.80s", path)
	}
	for _, bar := range bars {
		var at [4]int
		for i := range at {
			at[i], _ = strconv.Atoi(bar[i+1])
		}
		if at[2] != at[3] {
			t.Fatalf("%s is no bar", bar[0])
		}
		square := image.Rect(at[0]*pixels, at[1]*pixels, (at[0]+at[2])*pixels, (at[1]+1)*pixels)
		draw.Draw(picture, square, image.NewUniform(color.Black), image.Point{}, draw.Src)
	}
	return picture
}

// decodedBy reads a picture with a decoder that shares nothing with the encoder.
func decodedBy(t *testing.T, picture image.Image) string {
	t.Helper()
	bitmap, err := gozxing.NewBinaryBitmapFromImage(picture)
	if err != nil {
		t.Fatal(err)
	}
	read, err := qrcode.NewQRCodeReader().Decode(bitmap, map[gozxing.DecodeHintType]any{gozxing.DecodeHintType_PURE_BARCODE: true})
	if err != nil {
		t.Fatalf("the code cannot be read: %v", err)
	}
	return read.GetText()
}

func TestReportCodeIsRead(t *testing.T) {
	long := "https://wiki.example/rackonomics.html#s=1." + strings.Repeat("wipomZZiapaY", 300)
	for name, test := range map[string]struct {
		address     string
		none        bool
		millimetres string
	}{
		"short":                          {address: "http://a.example/#s=1.A", millimetres: "32"},
		"of middling length":             {address: long[:666], millimetres: "44.1"}, // ISO/IEC 18004, table 7: the most of 20-M, 97 squares
		"of less correction":             {address: long[:858], millimetres: "44.1"}, // 667 take 101 squares by M, and 858 are the most of 20-L
		"with letters beyond ASCII":      {address: "https://wiki.example/Geschäft#s=1.A", millimetres: "32"},
		"the longest that a code holds":  {address: long[:2953], millimetres: "64"}, // 40-L
		"longer than any code":           {address: long[:2954], none: true},
		"no address":                     {address: "#s=1.A", none: true},
		"a file, which no telephone has": {address: "file:///home/me/rackonomics.html#s=1.A", none: true},
	} {
		t.Run(name, func(t *testing.T) {
			code := newReportCode(test.address)
			if test.none != (code == nil) {
				t.Fatalf("code %v; none is %t", code, test.none)
			}
			if code == nil {
				return
			}
			if read := decodedBy(t, photographed(t, code.Size, code.Path)); read != test.address {
				t.Errorf("it reads %q; want %q", read, test.address)
			}
			if code.Millimetres != test.millimetres {
				t.Errorf("%d squares are %s mm wide; want %s", code.Size, code.Millimetres, test.millimetres)
			}
		})
	}
}

// What the file shows is the link that it names.
func TestReportShowsItsLinkAsCode(t *testing.T) {
	page := succeed(t, "report", "half-the-data-center", "--set", "operator.revenue_growth=0.1", "--page", "https://wiki.example/rackonomics.html")
	shown := regexp.MustCompile(`aria-label="The link as a QR code" viewBox="0 0 (\d+) `).FindStringSubmatch(page)
	path := regexp.MustCompile(`<path d="([^"]+)" fill="#000"`).FindStringSubmatch(page)
	link := regexp.MustCompile(`<a href="(https://wiki\.example/rackonomics\.html#s=1\.[^"]+)"`).FindStringSubmatch(page)
	if shown == nil || path == nil || link == nil {
		t.Fatal("the report has no code, or no link")
	}
	size, _ := strconv.Atoi(shown[1])
	if read, want := decodedBy(t, photographed(t, size, path[1])), html.UnescapeString(link[1]); read != want {
		t.Errorf("the code reads %q; the link is %q", read, want)
	}
	if strings.Contains(succeed(t, "report", "half-the-data-center"), "QR code") {
		t.Error("there is a code of a link that is no address")
	}
}
