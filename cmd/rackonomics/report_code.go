package main

import (
	"fmt"
	"strings"

	qr "github.com/piglig/go-qr"
)

// A link as a QR code (ISO/IEC 18004), by the rules of the printed page
// (web/src/page/report/qr.ts). The longer it is, the smaller are the squares of a code
// of one size: so a long link has less to spare for damage, and a larger code.
const (
	quietZone      = 4  // squares, as the standard asks for
	middlingSquare = 97 // squares of the largest code that still has the middle level of correction
	squareWide     = 0.42
	codeLeast      = 32.0 // millimetres, as the greatest
	codeGreatest   = 64.0
)

// reportCode is a QR code to be drawn.
type reportCode struct {
	Size        int    // squares of a side, the quiet zone included
	Path        string // the dark squares, as the path of an SVG that is as many units wide
	Millimetres string // how wide to print it
}

// newReportCode makes the code of an address that a telephone can open; nil for what
// none can, and for what is too long for any code.
func newReportCode(address string) *reportCode {
	if !strings.HasPrefix(address, "https://") && !strings.HasPrefix(address, "http://") {
		return nil
	}
	bytes, err := qr.MakeBytes([]byte(address))
	if err != nil {
		return nil
	}
	segments := []*qr.QrSegment{bytes}
	code, err := qr.EncodeStandardSegments(segments, qr.Medium)
	if err != nil || code.Size() > middlingSquare {
		if code, err = qr.EncodeStandardSegments(segments, qr.Low); err != nil {
			return nil
		}
	}
	size := code.Size() + 2*quietZone
	return &reportCode{size, darkPath(code), fmt.Sprintf("%.4g", min(codeGreatest, max(codeLeast, float64(size)*squareWide)))}
}

// darkPath draws runs of dark squares as one bar each.
func darkPath(code *qr.QrCode) string {
	var path strings.Builder
	for y := range code.Size() {
		for from := 0; from < code.Size(); {
			to := from + 1
			for to < code.Size() && code.Module(to, y) == code.Module(from, y) {
				to++
			}
			if code.Module(from, y) {
				fmt.Fprintf(&path, "M%d %dh%dv1h-%dz", from+quietZone, y+quietZone, to-from, to-from)
			}
			from = to
		}
	}
	return path.String()
}
