//go:build !js || later

package service

import (
	"fmt"
	"strings"

	"rackonomics/engine/campus"
	"rackonomics/engine/result"
	"rackonomics/engine/session"
	"rackonomics/wasm/protocol"
)

// largestPicture bounds the sides of a drawing, in CSS pixels.
const largestPicture = 8000

// picture draws the sites in a month.
func (d *Desk) picture(t *Task, r protocol.PictureRequest) {
	var prepared *session.Prepared
	t.step("compiling the model", func() error {
		for field, side := range map[string]int{"width": r.Width, "height": r.Height} {
			if side < 1 || side > largestPicture {
				return fmt.Errorf("%s is %d; 1 to %d pixels are allowed", field, side, largestPicture)
			}
		}
		if r.Scale != nil {
			if err := campus.Scale(*r.Scale).Check(); err != nil {
				return err
			}
		}
		of, err := d.find(r.Of)
		if err == nil {
			prepared, err = of.session.Prepare(changes(r.Changes), result.FloorRows()...)
		}
		return err
	})
	t.step("drawing", func() error {
		run, err := prepared.Run()
		if err != nil {
			return err
		}
		floor, err := run.Floor()
		if err != nil {
			return err
		}
		view := campus.View{Width: r.Width, Height: r.Height, Month: r.Month, Above: r.Above, Dark: r.Dark}
		if r.Scale != nil {
			view.Least = campus.Scale(*r.Scale)
		}
		still, err := campus.NewStill(floor, strings.Join(r.Colours, " "), view)
		if err != nil {
			return err
		}
		scale := protocol.PictureScale(still.Scale())
		t.answer = protocol.PictureAnswer{SVG: still.SVG(), Summary: still.Summary(), Scale: &scale}
		return nil
	})
}
