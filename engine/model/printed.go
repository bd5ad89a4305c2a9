package model

// Printed names the views of the report, which the page prints and the command line
// writes: what is said and told first, the picture of the site, the charts, the
// statement by year, and what there is room for beside. One that a scenario has no
// use for is left out.
var Printed = struct {
	Answer, Figures, Site string
	Charts                []string
	Statement, Table      string
}{
	Answer: "answer", Figures: "headline", Site: "capacity",
	Charts:    []string{"money", "power"},
	Statement: "income-statement", Table: "break-even",
}
