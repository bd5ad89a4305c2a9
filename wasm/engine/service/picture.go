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
		plan, err := campus.Coloured(floor, strings.Join(r.Colours, " "))
		if err != nil {
			return err
		}
		t.answer = drawn(plan, r)
		return nil
	})
}

func drawn(plan *campus.Plan, r protocol.PictureRequest) protocol.PictureAnswer {
	var least campus.Scale
	if r.Scale != nil {
		least = campus.Scale(*r.Scale)
	}
	place := campus.LayToScale(plan, campus.Canvas{Width: r.Width, Height: r.Height, Scale: 1}, least)
	if r.Above {
		place.Look(1)
	}
	style := campus.Style{Palette: &campus.Light, Selected: -1}
	if r.Dark {
		style.Palette = &campus.Dark
	}
	var reading campus.Reading
	place.Read(plan, float64(r.Month), &reading)
	scale := protocol.PictureScale(place.Scale(plan))
	return protocol.PictureAnswer{SVG: place.SVG(plan, &reading, style), Summary: place.Summary(plan, &reading), Scale: &scale}
}
