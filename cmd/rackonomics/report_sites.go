package main

import (
	"html/template"

	"rackonomics/engine/campus"
	"rackonomics/engine/model"
	"rackonomics/engine/palette"
	"rackonomics/engine/result"
	"rackonomics/engine/scenario"
	"rackonomics/engine/session"
)

// reportSites is the sites in a month as the page draws them, and what they show in words.
type reportSites struct {
	Picture template.HTML
	Summary string
}

// drawnSites draws the sites; nil where the scenario has none.
func drawnSites(from *session.Session, changes []scenario.Change, month int) (*reportSites, error) {
	run, err := from.RunRows(changes, result.FloorRows()...)
	if err != nil {
		return nil, err
	}
	plan, err := run.Floor()
	if err != nil || len(plan.Sites) == 0 {
		return nil, err
	}
	still, err := campus.NewStill(plan, palette.OfUses(plan.Uses), campus.View{Width: model.Printed.Width, Height: model.Printed.Height, Month: month})
	if err != nil {
		return nil, err
	}
	return &reportSites{template.HTML(still.SVG()), still.Summary()}, nil
}
