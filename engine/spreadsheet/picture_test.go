package spreadsheet

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"io"
	"math"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"
)

// drawn is the drawing of the first sheet as it is written.
func drawn(t *testing.T, picture Picture) string {
	t.Helper()
	book := &Book{Title: "t", Sheets: []*Sheet{{Name: "One", Rows: []Row{{Cells: []Cell{{Value: TextValue("x")}}}}, Pictures: []Picture{picture}}}}
	var out bytes.Buffer
	if err := book.Write(&out); err != nil {
		t.Fatal(err)
	}
	file, err := excelize.OpenReader(bytes.NewReader(out.Bytes()))
	if err != nil {
		t.Fatal(err)
	}
	if text, err := file.GetCellValue("One", "A1"); err != nil || text != "x" {
		t.Errorf("%q, %v", text, err)
	}
	parts, err := zip.NewReader(bytes.NewReader(out.Bytes()), int64(out.Len()))
	if err != nil {
		t.Fatal(err)
	}
	part, err := parts.Open("xl/drawings/drawing1.xml")
	if err != nil {
		t.Fatal(err)
	}
	text, err := io.ReadAll(part)
	if err != nil {
		t.Fatal(err)
	}
	for decoder := xml.NewDecoder(bytes.NewReader(text)); ; {
		if _, err := decoder.Token(); err == io.EOF {
			return string(text)
		} else if err != nil {
			t.Fatal(err)
		}
	}
}

func TestAPictureIsWrittenAsShapes(t *testing.T) {
	square := []Corner{{10, 20}, {30, 20}, {30, 40}, {10, 40}}
	text := drawn(t, Picture{Title: "A & B", Description: `<"of" it>`, Row: 3, Column: 1, Width: 200, Height: 100, Shapes: []Shape{
		{Outlines: [][]Corner{square}, Fill: "112233", Opacity: 0.25},
		{Outlines: [][]Corner{square}, Line: "445566", Opacity: 1},
		{Outlines: [][]Corner{square}, Fill: "112233", Hatch: Rising, HatchInk: "010203", Opacity: 1},
		{Outlines: [][]Corner{square}, Fill: "112233", Fades: Upwards, Opacity: 1},
	}})
	for _, part := range []string{
		`<xdr:col>1</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>3</xdr:row>`, `<xdr:ext cx="1905000" cy="952500"/>`,
		`<a:off x="95250" y="190500"/><a:ext cx="190500" cy="190500"/>`, `<a:path w="400" h="400"><a:moveTo><a:pt x="0" y="0"/></a:moveTo><a:lnTo><a:pt x="400" y="0"/></a:lnTo>`,
		`<a:srgbClr val="112233"><a:alpha val="25000"/></a:srgbClr>`, `<a:noFill/><a:ln w="9525"><a:solidFill><a:srgbClr val="445566"/></a:solidFill><a:prstDash val="sysDash"/></a:ln>`,
		`<a:pattFill prst="wdUpDiag"><a:fgClr><a:srgbClr val="010203"/></a:fgClr><a:bgClr><a:srgbClr val="112233"/></a:bgClr></a:pattFill>`, `<a:lin ang="16200000" scaled="0"/>`,
	} {
		if !strings.Contains(text, part) {
			t.Errorf("nothing says %s in\n%s", part, text)
		}
	}
	seen := map[string]bool{}
	for _, id := range regexp.MustCompile(`cNvPr id="(\d+)"`).FindAllStringSubmatch(text, -1) {
		if seen[id[1]] {
			t.Errorf("two things have the identifier %s", id[1])
		}
		seen[id[1]] = true
	}
	if len(seen) != 5 {
		t.Errorf("%d things are drawn", len(seen))
	}
}

// A text that turns about the middle of its box has its baseline begin where it was
// to begin.
func TestTextsBeginWhereTheyAreTo(t *testing.T) {
	place := regexp.MustCompile(`<a:xfrm rot="(-?\d+)"><a:off x="(-?\d+)" y="(-?\d+)"/><a:ext cx="(\d+)" cy="(\d+)"/></a:xfrm><a:prstGeom`)
	for _, slope := range []float64{0, 0.24, -0.5, 1} {
		writing := Writing{At: Corner{100, 50}, Slope: slope, Size: 11, Bold: "Title", Plain: "of it", BoldInk: "000000", PlainInk: "111111"}
		found := place.FindStringSubmatch(drawn(t, Picture{Title: "t", Width: 200, Height: 100, Writing: []Writing{writing}}))
		if found == nil {
			t.Fatal("no text is drawn")
		}
		var numbers [5]float64
		for i := range numbers {
			numbers[i], _ = strconv.ParseFloat(found[i+1], 64)
		}
		angle := numbers[0] / 60_000 * math.Pi / 180
		if math.Abs(math.Tan(angle)-slope) > 1e-4 {
			t.Errorf("slope %v is an angle of %v", slope, angle)
		}
		left, top, width, height := numbers[1]/perPixel, numbers[2]/perPixel, numbers[3]/perPixel, numbers[4]/perPixel
		// The start of the baseline as it was before the box turned, and turned.
		x, y := -width/2, 0.93*11-height/2
		at := Corner{left + width/2 + x*math.Cos(angle) - y*math.Sin(angle), top + height/2 + x*math.Sin(angle) + y*math.Cos(angle)}
		if math.Hypot(at.X-100, at.Y-50) > 0.05 {
			t.Errorf("with slope %v the text begins at %v", slope, at)
		}
	}
}
