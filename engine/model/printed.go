package model

// Printed names the views of the report, which the page prints and the command line
// writes: what is said and told first, the picture of the site, the charts, the
// statement by year, and what there is room for beside. One that a scenario has no
// use for is left out. The sites are drawn in so many pixels, half as large again as on
// paper, so that the drawing's words are as small as the report's others.
var Printed = struct {
	Answer, Figures, Site string
	Charts                []string
	Statement, Table      string
	Width, Height         int
}{
	Answer: "answer", Figures: "headline", Site: "capacity",
	Charts:    []string{"money", "power"},
	Statement: "income-statement", Table: "break-even",
	Width: 1000, Height: 380,
}
