package main

import (
	"bytes"
	"errors"
	"fmt"
	"math"
	"strings"

	"github.com/spf13/cobra"

	"rackonomics/engine/scenario"
	"rackonomics/engine/study"
)

func newMapCommand() *cobra.Command {
	var ask asked
	var x, y, format string
	var points int
	command := &cobra.Command{
		Use:   "map SCENARIO",
		Short: "Map a goal over two inputs, with the line along which it begins to be met",
		Long: "Map a goal over two inputs: as text shaded, with the line along which the goal begins to be met (#), the scenario's own point (@) and blanks where the figure is absent; " +
			"as json and csv with every figure.\n\n" +
			"Without --from and --to a number reaches three times its value, a share over all that it can be, and a month over the scenario.",
		Example: "  rackonomics map half-the-data-center --x lease.anthropic.share --y lease.anthropic.price\n" +
			"  rackonomics map filed-deal --x lease.anthropic.gpus --y lease.anthropic.fee --goal 'break_even.adjusted_ebitda.first<=2026-12' --points 21 --format csv",
		Args: takes("SCENARIO"),
		RunE: func(command *cobra.Command, arguments []string) error {
			if err := checkFormat(format, "text", "json", "csv"); err != nil {
				return err
			}
			if x == "" || y == "" {
				return usageError{errors.New("--x and --y: two inputs are expected" + example(command))}
			}
			document, err := ask.open(command, arguments[0])
			if err != nil {
				return err
			}
			ask.by = []string{x, y}
			made, err := ask.draw(document, points)
			if err != nil {
				return err
			}
			return printAs(command, format, func() any { return mapAsJSON(document, made) },
				func(out *bytes.Buffer) error { return writeMapCSV(out, made) },
				func(out *bytes.Buffer) error { return writeMap(out, made) })
		},
	}
	ask.addTo(command)
	command.Flags().StringVar(&x, "x", "", "the `input` from left to right")
	command.Flags().StringVar(&y, "y", "", "the `input` from bottom to top")
	command.Flags().StringArrayVar(&ask.from, "from", nil, "the least `value`, of x and then of y")
	command.Flags().StringArrayVar(&ask.to, "to", nil, "the greatest `value`, of x and then of y")
	command.Flags().IntVar(&points, "points", 41, "`values` of each input, 2 to 64")
	addFormat(command, &format, "text", "json", "csv")
	return command
}

func (a *asked) draw(document *scenario.Document, points int) (*study.Map, error) {
	goal, err := a.readGoal(document)
	if err != nil {
		return nil, err
	}
	variables, ranges, err := a.variables(document, (*study.Variable).MapRange)
	if err != nil {
		return nil, err
	}
	return study.NewMap(document, goal, [2]study.Variable(variables), [2][2]float64(ranges), points, points)
}

// shades go from far below the goal to far above it.
const shades = " .:-=+*%"

// writeMap draws the map a line a value of y, the greatest on top.
func writeMap(out *bytes.Buffer, m *study.Map) error {
	fmt.Fprintf(out, "%s\n\n", m.Title())
	onLine, least, most := map[[2]int]bool{}, 0.0, 0.0
	for _, line := range m.Contour {
		for _, v := range line {
			onLine[[2]int{nearestTo(m.Xs, v.X), nearestTo(m.Ys, v.Y)}] = true
		}
	}
	for _, row := range m.Points {
		for _, p := range row {
			if p.Gap == p.Gap {
				least, most = min(least, p.Gap), max(most, p.Gap)
			}
		}
	}
	own := [2]int{nearestTo(m.Xs, m.TodayX), nearestTo(m.Ys, m.Today.Value)}
	for j := len(m.Ys) - 1; j >= 0; j-- {
		var line strings.Builder
		for i := range m.Xs {
			at := [2]int{i, j}
			switch {
			case at == own:
				line.WriteByte('@')
			case onLine[at]:
				line.WriteByte('#')
			default:
				line.WriteByte(shade(m.Points[j][i], least, most))
			}
		}
		fmt.Fprintf(out, "%s| %s\n", line.String(), m.Y.Rounded(m.Ys[j]))
	}
	fmt.Fprintf(out, "%s\n%s to %s, from left to right %s\n", strings.Repeat("-", len(m.Xs)), m.X.Rounded(m.Xs[0]), m.X.Rounded(m.Xs[len(m.Xs)-1]), m.X.Path)
	fmt.Fprintf(out, "From bottom to top %s. # the goal begins to be met, @ the scenario as it is; not met %q, met %q, each from far to near or less to more; blank where there is no figure.\n",
		m.Y.Path, shades[1:len(shades)/2], shades[len(shades)/2:])
	fmt.Fprintln(out, "\nAn illustration, not advice.")
	return nil
}

// shade is the darker, the more of the goal is met: the last half of the shades only where it is.
func shade(p study.Point, least, most float64) byte {
	half := len(shades) / 2
	switch {
	case p.Gap != p.Gap:
		return ' '
	case p.Met && most > 0:
		return shades[half+min(half-1, int(p.Gap/most*float64(half)))]
	case !p.Met && least < 0:
		return shades[1+min(half-2, int((1-p.Gap/least)*float64(half-1)))]
	}
	return shades[half]
}

func nearestTo(values []float64, wanted float64) (at int) {
	for i := range values {
		if math.Abs(values[i]-wanted) < math.Abs(values[at]-wanted) {
			at = i
		}
	}
	return at
}

type mapOutput struct {
	Scenario string         `json:"scenario"`
	Goal     string         `json:"goal"`
	X        string         `json:"x"`
	Y        string         `json:"y"`
	Xs       []any          `json:"xs"`
	Ys       []any          `json:"ys"`
	Figures  [][]any        `json:"figures"` // by y, then by x; null is absent
	Met      [][]bool       `json:"met"`
	Today    []any          `json:"today"` // x, y and the figure
	Contour  [][][2]float64 `json:"contour"`
}

func mapAsJSON(document *scenario.Document, m *study.Map) mapOutput {
	output := mapOutput{Scenario: document.Name, Goal: m.Asked(), X: m.X.Path, Y: m.Y.Path, Contour: [][][2]float64{},
		Today: []any{m.X.Plain(m.TodayX), m.Y.Plain(m.Today.Value), m.FigureOf(m.Today)}}
	for _, x := range m.Xs {
		output.Xs = append(output.Xs, m.X.Plain(x))
	}
	for j, y := range m.Ys {
		var figures []any
		var met []bool
		for _, p := range m.Points[j] {
			figures, met = append(figures, m.FigureOf(p)), append(met, p.Met)
		}
		output.Ys, output.Figures, output.Met = append(output.Ys, m.Y.Plain(y)), append(output.Figures, figures), append(output.Met, met)
	}
	for _, line := range m.Contour {
		var drawn [][2]float64
		for _, v := range line {
			drawn = append(drawn, [2]float64{v.X, v.Y})
		}
		output.Contour = append(output.Contour, drawn)
	}
	return output
}

// writeMapCSV writes a line a point.
func writeMapCSV(out *bytes.Buffer, m *study.Map) error {
	records := [][]string{{m.X.Path, m.Y.Path, "figure", "met"}}
	for j, row := range m.Points {
		for i, p := range row {
			records = append(records, []string{csvCell(m.X.Plain(m.Xs[i])), csvCell(m.Y.Plain(m.Ys[j])), csvCell(m.FigureOf(p)), csvCell(p.Met)})
		}
	}
	return writeRecords(out, records)
}
