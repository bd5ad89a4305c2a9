package workbook

import (
	"fmt"
	"slices"

	"rackonomics/engine/campus"
	"rackonomics/engine/floor"
	"rackonomics/engine/model"
	"rackonomics/engine/palette"
	"rackonomics/engine/spreadsheet"
)

// The names of sheets that no formula reads by name.
const (
	overviewName   = "Overview"
	measuresName   = "Measures"
	statementsName = "Statements"
	chartsName     = "Charts"
	helpersName    = "Steps of measures"
)

// The size of the picture in pixels, and the rows that it covers: of 20 pixels, the
// height of 15 points that rows have.
const (
	pictureWidth, pictureHeight = 1120, 560
	pictureRows                 = pictureHeight/20 + 1
)

// overview is the first sheet: what this is, the sites as the page draws them, and
// what the other sheets hold.
func (b *book) overview(others []*spreadsheet.Sheet) (*spreadsheet.Sheet, error) {
	made := &spreadsheet.Sheet{Name: overviewName, Columns: []spreadsheet.Column{{First: 0, Last: 0, Width: 34}, {First: 1, Last: 1, Width: 126}}, PagesWide: 1, PrintColumns: 2}
	say := func(column int, text string, style spreadsheet.Style) {
		made.Rows = append(made.Rows, spreadsheet.Row{Number: len(made.Rows), Cells: []spreadsheet.Cell{textCell(column, text, style)}})
	}
	aside := spreadsheet.Style{Look: spreadsheet.Aside}
	say(0, b.document.Title, spreadsheet.Style{Bold: true})
	say(0, "An illustration from public reports and stated assumptions, not advice. Formulas are live: change inputs, and all other sheets follow.", aside)
	picture, month, err := b.picture()
	if err != nil {
		return nil, err
	}
	if picture != nil {
		caution := spreadsheet.Style{Look: spreadsheet.Caution}
		say(0, fmt.Sprintf("The sites in %s, drawn from the inputs as they were when this workbook was written. The picture does not follow changes.", month), caution)
		told := &made.Rows[len(made.Rows)-1]
		told.Cells = append(told.Cells, spreadsheet.Cell{Column: 1, Style: caution})
		picture.Row = len(made.Rows)
		made.Pictures = append(made.Pictures, *picture)
		for range pictureRows {
			made.Rows = append(made.Rows, spreadsheet.Row{Number: len(made.Rows)})
		}
	}
	say(0, "Sheets", spreadsheet.Style{Look: spreadsheet.Heading, Bold: true})
	for _, sheet := range others {
		row := spreadsheet.Row{Number: len(made.Rows), Cells: []spreadsheet.Cell{textCell(0, sheet.Name, spreadsheet.Style{}), textCell(1, b.holds(sheet), aside)}}
		made.Rows = append(made.Rows, row)
	}
	return made, nil
}

// holds says what a sheet holds; a sheet of a thing is called as a formula calls it.
func (b *book) holds(sheet *spreadsheet.Sheet) string {
	for _, thing := range b.things {
		if thing.name == sheet.Name {
			return thing.title + ", every row of the model by month"
		}
	}
	return sheetTexts[sheet.Name]
}

// sheetTexts say what the sheets hold that are not of a thing.
var sheetTexts = map[string]string{
	inputsName: "what may be changed, with unit, bounds, source, date and tier", byDateName: "inputs that change over time, by month",
	measuresName: "figures of the whole scenario", statementsName: "what is earned, owned and paid, by month", chartsName: "money and power over time",
	helpersName: "what measures are made of", clockName: "dates, days and hours of the months", holidaysName: "days on which exchanges are closed",
	scenarioName: "the scenario as it was, by which changes are found",
}

// picture draws the sites in the month of [telling]; nil where nothing ever stands.
func (b *book) picture() (picture *spreadsheet.Picture, month string, err error) {
	plan, err := b.viewer.Floor()
	if err != nil {
		return nil, "", err
	}
	at, ok := telling(plan)
	if !ok {
		return nil, "", nil
	}
	still, err := campus.NewStill(plan, palette.OfUses(plan.Uses), campus.View{Width: pictureWidth, Height: pictureHeight, Month: at})
	if err != nil {
		return nil, "", err
	}
	drawing := still.Drawing()
	made := pictureOf(&drawing)
	made.Title, made.Description = "The sites", still.Summary()
	return made, plan.Months[at], nil
}

// telling finds the first of the months in which the most racks are let, or where
// none ever are, can be used; not ok where there never are any.
func telling(plan *floor.Plan) (month int, ok bool) {
	let, usable := make([]float64, len(plan.Months)), make([]float64, len(plan.Months))
	for i := range plan.Months {
		for hall := range plan.Halls {
			usable[i] += plan.Halls[hall].Usable[i]
		}
		for use, shares := range plan.Shares {
			if plan.Uses[use].Role == string(model.Tenant) {
				let[i] += float64(shares[i] * usable[i])
			}
		}
	}
	for _, racks := range [][]float64{let, usable} {
		if most := slices.Max(racks); most > 0 {
			return slices.Index(racks, most), true
		}
	}
	return 0, false
}
