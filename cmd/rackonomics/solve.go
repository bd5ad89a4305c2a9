package main

import (
	"bytes"
	"encoding/csv"
	"errors"
	"fmt"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"rackonomics/engine/machine"
	"rackonomics/engine/model"
	"rackonomics/engine/scenario"
	"rackonomics/engine/study"
)

// asked are the flags that say what is sought.
type asked struct {
	settings, by, from, to []string
	goal                   string
}

func (a *asked) addTo(command *cobra.Command) {
	addSettings(command, &a.settings)
	command.Flags().StringVar(&a.goal, "goal", "", "a `goal`: a measure, or a row of a thing in a month, then >=, <= or = and a target; without one operating income breaks even within the scenario")
}

func newSolveCommand() *cobra.Command {
	var ask asked
	var format, with string
	var isCheapest bool
	command := &cobra.Command{
		Use:   "solve SCENARIO",
		Short: "Find what would have to be different for a goal to be met",
		Long: "Find every value of an input at which a goal begins or ceases to be met.\n\n" +
			"Without a goal and an input it says whether the operator breaks even, on each of its five results and by which capacity let, price, start of the lease and operating loss before it. " +
			"With two inputs it gives the solutions in the second for values of the first. " +
			"With --cheapest it changes two to six inputs together, where a change costs its square in units of how far the input may plausibly be off; " +
			"that distance may stand behind the input, as in lease.anthropic.price:0.5. " +
			"Each answer is proved: the whole model is run at it and one step beside.",
		Example: "  rackonomics solve half-the-data-center\n" +
			"  rackonomics solve filed-deal --goal 'break_even.operating_income.first<=2026-12' --by lease.anthropic.fee\n" +
			"  rackonomics solve filed-deal --goal 'operator.operating_income in 2027-05 >= 0' --by lease.anthropic.fee --from 100M --to 2B\n" +
			"  rackonomics solve half-the-data-center --by lease.anthropic.share --by lease.anthropic.price --format csv\n" +
			"  rackonomics solve half-the-data-center --cheapest --by lease.anthropic.share --by lease.anthropic.price",
		Args: takes("SCENARIO"),
		RunE: func(command *cobra.Command, arguments []string) error {
			if err := checkFormat(format, "text", "json", "csv"); err != nil {
				return err
			}
			if err := checkWith(with); err != nil {
				return err
			}
			document, err := ask.open(command, arguments[0])
			if err != nil {
				return err
			}
			backend, end := newBackend(command.Context(), with)
			defer end()
			if isCheapest {
				change, err := ask.findCheapest(document, backend)
				if err != nil {
					return err
				}
				return printCheapest(command, format, document, change, computedBy(backend, change.Refusal()))
			}
			answer, err := ask.answer(document, backend)
			if err != nil {
				return err
			}
			return printAs(command, format, func() any { return answer.asJSON(document) }, answer.writeCSV, answer.write)
		},
	}
	ask.addTo(command)
	command.Flags().BoolVar(&isCheapest, "cheapest", false, "change the inputs together, as little as does")
	command.Flags().StringArrayVar(&ask.by, "by", nil, "an `input` that may be different, as lease.anthropic.price; may be repeated")
	command.Flags().StringArrayVar(&ask.from, "from", nil, "the least `value` of the input; repeated as --by is")
	command.Flags().StringArrayVar(&ask.to, "to", nil, "the greatest `value` of the input; repeated as --by is")
	addWith(command, &with)
	addFormat(command, &format, "text", "json", "csv")
	return command
}

// open opens the scenario with its changes made.
func (a *asked) open(command *cobra.Command, argument string) (*scenario.Document, error) {
	opened, err := openWhole(command, argument, a.settings)
	if err != nil {
		return nil, err
	}
	return opened.Base.Apply(opened.Changes)
}

// answered is what the command has found, in one of three forms.
type answered struct {
	headline string
	solved   []*study.Solved
	frontier *study.Frontier
	backend  machine.Backend // by which values were tried, if there is one
}

// each lists all solved, also those of a frontier.
func (a *answered) each() []*study.Solved {
	if a.frontier != nil {
		return a.frontier.Solved
	}
	return a.solved
}

// computed says what tried the values, and where some had no kernel why.
func (a *answered) computed() string {
	for _, solved := range a.each() {
		if solved.Refusal != nil {
			return computedBy(a.backend, solved.Refusal)
		}
	}
	return computedBy(a.backend, nil)
}

func (a *asked) answer(document *scenario.Document, backend machine.Backend) (*answered, error) {
	if len(a.by) == 0 && a.goal == "" {
		if a.from != nil || a.to != nil {
			return nil, usageError{errors.New("--from and --to: say of which input, with --by")}
		}
		return breakEvens(document, backend)
	}
	goal, err := a.readGoal(document)
	if err != nil {
		return nil, err
	}
	variables, ranges, err := a.variables(document, solvedOver)
	if err != nil {
		return nil, err
	}
	switch {
	case len(a.by) == 2:
		frontier, err := study.SolveFrontier(document, goal, [2]study.Variable(variables), [2][2]float64(ranges), frontierValues, backend)
		return &answered{frontier: frontier, backend: backend}, err
	case len(a.by) > 2:
		return nil, usageError{fmt.Errorf("--by: %d inputs; allowed is one, or two for a frontier", len(a.by))}
	}
	found := &answered{backend: backend}
	for i, variable := range variables {
		solved, err := study.Solve(document, goal, variable, ranges[i][0], ranges[i][1], backend)
		if err != nil {
			return nil, err
		}
		found.solved = append(found.solved, solved)
	}
	return found, nil
}

// frontierValues is for how many values of the first input a frontier is solved.
const frontierValues = 25

func breakEvens(document *scenario.Document, backend machine.Backend) (*answered, error) {
	attempts, err := study.BreakEvens(document, backend)
	if err != nil {
		return nil, err
	}
	found := &answered{headline: study.Headline(attempts), backend: backend}
	for i := range model.BreakEvens { // what each result takes, one after the other
		for _, attempt := range attempts {
			found.solved = append(found.solved, attempt.Solved[i])
		}
	}
	return found, nil
}

func (a *asked) readGoal(document *scenario.Document) (study.Goal, error) {
	text := a.goal
	if text == "" {
		text = "break_even.operating_income.first<=" + document.Start.Add(document.Months-1).String()
	}
	return study.ParseGoal(document, text)
}

// usualRange is over what a variable goes if nobody says; of what is said, its low end is taken in.
type usualRange func(v *study.Variable, document *scenario.Document, low ...float64) (from, to float64)

// solvedOver is that of what is solved for, where any value may be the one.
func solvedOver(v *study.Variable, document *scenario.Document, _ ...float64) (from, to float64) {
	return v.Range(document)
}

// variables finds what --by names, or the levers, and the range of each.
func (a *asked) variables(document *scenario.Document, usual usualRange) (variables []study.Variable, ranges [][2]float64, err error) {
	if len(a.from) > max(1, len(a.by)) || len(a.to) > max(1, len(a.by)) {
		return nil, nil, usageError{errors.New("--from and --to: at most one for each --by")}
	}
	for _, path := range a.by {
		variable, err := study.FindEither(document, path)
		if err != nil {
			return nil, nil, err
		}
		variables = append(variables, variable)
	}
	if len(a.by) == 0 {
		variables, _ = study.LeverVariables(document)
	}
	for i := range variables {
		low, high := usual(&variables[i], document)
		if i < len(a.from) {
			if low, err = variables[i].Read(a.from[i]); err != nil {
				return nil, nil, fmt.Errorf("--from: %w", err)
			}
			_, high = usual(&variables[i], document, low)
		}
		if i < len(a.to) {
			if high, err = variables[i].Read(a.to[i]); err != nil {
				return nil, nil, fmt.Errorf("--to: %w", err)
			}
		}
		ranges = append(ranges, [2]float64{low, high})
	}
	return variables, ranges, nil
}

// write tells the answer in sentences.
func (a *answered) write(out *bytes.Buffer) error {
	if a.headline != "" {
		fmt.Fprintf(out, "%s\n\n", a.headline)
	}
	for i, solved := range a.solved {
		if i > 0 && solved.Asked() != a.solved[i-1].Asked() {
			fmt.Fprintln(out)
		}
		fmt.Fprintln(out, solved.Sentence())
	}
	if f := a.frontier; f != nil {
		fmt.Fprintf(out, "For each %s:\n", f.First.Path)
		for i, solved := range f.Solved {
			fmt.Fprintf(out, "%s: %s\n", f.First.Text(f.Values[i]), solved.Sentence())
		}
	}
	fmt.Fprintf(out, "\nEach solution is proved by the whole model, at it and one step beside; values were tried %s. An illustration, not advice.\n", a.computed())
	return nil
}

type solveOutput struct {
	Scenario string         `json:"scenario"`
	Answer   string         `json:"answer,omitempty"`
	Computed string         `json:"computed"` // by what values were tried
	Solved   []solvedOutput `json:"solved"`
}

type solvedOutput struct {
	Goal       string           `json:"goal"`
	Input      string           `json:"input"`
	Factor     bool             `json:"factor,omitempty"` // the values are factors of today's
	First      string           `json:"first_input,omitempty"`
	FirstValue any              `json:"first_value,omitempty"`
	From       any              `json:"from"`
	To         any              `json:"to"`
	Today      pointOutput      `json:"today"`
	Solutions  []solutionOutput `json:"solutions"`
	Nearest    *pointOutput     `json:"nearest,omitempty"`
	Everywhere bool             `json:"everywhere,omitempty"`
	Sentence   string           `json:"sentence"`
}

type solutionOutput struct {
	Met    string         `json:"met"` // above, below or at the value
	How    study.Crossing `json:"how"`
	At     pointOutput    `json:"at"`
	Beyond pointOutput    `json:"beyond"`
	Typed  pointOutput    `json:"typed"`
	Beside pointOutput    `json:"beside"`
}

type pointOutput struct {
	Value  any  `json:"value"`
	Figure any  `json:"figure"` // null is absent
	Met    bool `json:"met"`
	// Gap is how far the figure is on the side that meets the goal; of a break-even
	// what the result has in its best month.
	Gap any `json:"gap"`
}

func (a *answered) asJSON(document *scenario.Document) solveOutput {
	output := solveOutput{Scenario: document.Name, Answer: a.headline, Computed: a.computed(), Solved: []solvedOutput{}}
	for _, solved := range a.solved {
		output.Solved = append(output.Solved, solvedAsJSON(solved))
	}
	if f := a.frontier; f != nil {
		for i, solved := range f.Solved {
			one := solvedAsJSON(solved)
			one.First, one.FirstValue = f.First.Path, f.First.Plain(f.Values[i])
			output.Solved = append(output.Solved, one)
		}
	}
	return output
}

func solvedAsJSON(s *study.Solved) solvedOutput {
	v := &s.Variable
	point := func(p study.Point) pointOutput {
		return pointOutput{v.Plain(p.Value), s.FigureOf(p), p.Met, orNil(p.Gap)}
	}
	output := solvedOutput{Goal: s.Asked(), Input: v.Path, Factor: v.Times, From: v.Plain(s.Low), To: v.Plain(s.High),
		Today: point(s.Today), Solutions: []solutionOutput{}, Everywhere: s.Everywhere, Sentence: s.Sentence()}
	output.Today.Met = s.Meets(s.Today)
	for _, each := range s.Solutions {
		output.Solutions = append(output.Solutions, solutionOutput{side(each), each.How, point(each.At), point(each.Beyond), point(each.Typed), point(each.Beside)})
	}
	if s.Nearest != nil {
		nearest := point(*s.Nearest)
		nearest.Met = s.Meets(*s.Nearest)
		output.Nearest = &nearest
	}
	return output
}

// orNil is nil of what is absent.
func orNil(value float64) any {
	if machine.IsAbsent(value) {
		return nil
	}
	return value
}

// side says where the goal is met.
func side(s study.Solution) string {
	switch {
	case s.How == study.Touches:
		return "at"
	case s.Above:
		return "above"
	}
	return "below"
}

// writeCSV writes a line a solution; one without any has its nearest value, if there is one.
func (a *answered) writeCSV(out *bytes.Buffer) error {
	output := a.asJSON(&scenario.Document{})
	records := [][]string{{"goal", "first_input", "first_value", "input", "met", "how", "value", "figure", "beyond", "typed", "typed_figure", "beside", "beside_figure"}}
	for _, solved := range output.Solved {
		head := []string{solved.Goal, solved.First, csvCell(solved.FirstValue), solved.Input}
		for _, s := range solved.Solutions {
			records = append(records, append(head[:4:4], s.Met, string(s.How), csvCell(s.At.Value), csvCell(s.At.Figure), csvCell(s.Beyond.Value),
				csvCell(s.Typed.Value), csvCell(s.Typed.Figure), csvCell(s.Beside.Value), csvCell(s.Beside.Figure)))
		}
		switch {
		case solved.Everywhere:
			records = append(records, append(head[:4:4], "everywhere", "", "", "", "", "", "", "", ""))
		case solved.Nearest != nil:
			records = append(records, append(head[:4:4], "nowhere", "nearest", csvCell(solved.Nearest.Value), csvCell(solved.Nearest.Figure), "", "", "", "", ""))
		case len(solved.Solutions) == 0:
			records = append(records, append(head[:4:4], "nowhere", "", "", "", "", "", "", "", ""))
		}
	}
	return writeRecords(out, records)
}

func writeRecords(out *bytes.Buffer, records [][]string) error {
	return csv.NewWriter(out).WriteAll(records)
}

// csvCell writes a value; an absent one is empty.
func csvCell(value any) string {
	switch v := value.(type) {
	case nil:
		return ""
	case float64:
		return plain(v)
	case bool:
		return strconv.FormatBool(v)
	}
	return strings.TrimSpace(fmt.Sprint(value))
}
