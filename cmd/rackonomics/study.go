package main

import (
	"bytes"
	"errors"
	"fmt"

	"github.com/spf13/cobra"

	"rackonomics/engine/estimate"
	"rackonomics/engine/scenario"
	"rackonomics/engine/study"
)

func newStudyCommand() *cobra.Command {
	var asks asking
	var months []string
	var into share
	var format, with string
	command := &cobra.Command{
		Use:   "study SCENARIO",
		Short: "Say how likely outcomes are, given what is uncertain, and what to find out first",
		Long: "Say how likely outcomes are, given what is uncertain, how far figures spread and what to find out first.\n\n" +
			"What is uncertain is the scenario's or that of --set: a range such as 2.2 to 4, or sources for what the input's own sources say. " +
			"Every figure has its sampling error. The same scenario, seed and number of cases give the same figures on any machine.\n\n" +
			"With --out a share of the cases is computed and written into a folder, one file a share; \"rackonomics merge\" puts them together. " +
			"Tasks of array jobs know their share: --block and --of default from what Slurm, Kubernetes, AWS Batch and Cloud Run set. See docs/sweeps.md.",
		Example: "  rackonomics study half-the-data-center --set 'study.lease.anthropic.price=2.2 to 4' --set 'study.lease.anthropic.share=30% to 70%'\n" +
			"  rackonomics study filed-deal --set 'study.lease.anthropic.fee=1 to 1.5bn' --row operator.free_cash_flow\n" +
			"  rackonomics study SCENARIO --paths 100000000 --out sweep --block 3 --of 400",
		Args: takes("SCENARIO"),
		RunE: func(command *cobra.Command, arguments []string) error {
			if err := checkFormat(format, "text", "json", "csv", "parquet"); err != nil {
				return err
			}
			into.lanes = format == "parquet"
			if err := into.check(command); err != nil {
				return err
			}
			if into.folder != "" && (months != nil || format == "json" || format == "csv") {
				return usageError{errors.New("--out: a share is not printed; --month and --format json or csv are for what is, and \"rackonomics merge\" takes them")}
			}
			if err := checkWith(with); err != nil {
				return err
			}
			q, err := asks.question(command, arguments[0])
			if err != nil {
				return err
			}
			q.with = with
			if into.folder != "" {
				return into.write(command, q)
			}
			return printStudy(command, q, format, months)
		},
	}
	asks.addDrawn(command)
	into.addFlags(command)
	addWith(command, &with)
	addMonths(command, &months)
	addFormat(command, &format, "text", "json", "csv", "parquet")
	return command
}

// printStudy computes all cases and prints what they come to.
func printStudy(command *cobra.Command, q *question, format string, months []string) error {
	if _, err := q.monthsOf(months, format); err != nil {
		return err
	}
	running, stop := newRun(command, q.with)
	defer stop()
	end := running.showProgress(command, q.work().Blocks())
	gathering, err := running.gather(q, estimate.Range{To: q.work().Blocks()})
	end()
	if err != nil {
		return err
	}
	running.tellRefusal(command, q)
	return printGathering(command, q, gathering, format, months)
}

func addMonths(command *cobra.Command, months *[]string) {
	command.Flags().StringArrayVar(months, "month", nil, "a `month` of rows in text, as 2026-08; one a year where none is given; may be repeated")
}

// monthsOf are the months, from the start, that text has of rows.
func (q *question) monthsOf(texts []string, format string) (months []int, err error) {
	switch {
	case len(texts) == 0:
		return pickMonths(q.document.Months), nil
	case len(q.ask.Rows) == 0:
		return nil, usageError{errors.New("--month: it is a month of rows, and none is asked for; --row names one")}
	case format != "text":
		return nil, usageError{fmt.Errorf("--month: it is for text; %s has every month", format)}
	}
	for _, text := range texts {
		month, err := monthIn(q.document, text)
		if err != nil {
			return nil, err
		}
		months = append(months, month)
	}
	return months, nil
}

// monthIn is the place of a month of --month in a scenario.
func monthIn(document *scenario.Document, text string) (int, error) {
	month, err := scenario.ReadMonth(text)
	if err != nil {
		return 0, usageError{fmt.Errorf("--month: %w", err)}
	}
	at := month.Since(document.Start)
	if at < 0 || at >= document.Months {
		return 0, fmt.Errorf("--month: %s is not a month of this scenario, which goes from %s to %s", month, document.Start, document.Start.Add(document.Months-1))
	}
	return at, nil
}

// printGathering prints what the cases of a question come to.
func printGathering(command *cobra.Command, q *question, gathering *study.Gathering, format string, texts []string) error {
	months, err := q.monthsOf(texts, format)
	if err != nil {
		return err
	}
	write, output, err := told(q, gathering, months)
	if err != nil {
		return err
	}
	return printAs(command, format, func() any { return output }, output.writeCSV, func(out *bytes.Buffer) error {
		write(out)
		return nil
	})
}

// told gives what a question comes to, as text and as data.
func told(q *question, gathering *study.Gathering, months []int) (func(*bytes.Buffer), studyOutput, error) {
	if q.ask.Kind == study.Indices {
		found, head := gathering.Found(), q.work().Heads()[0]
		return func(out *bytes.Buffer) { q.writeIndices(out, found, head) }, q.indicesAsJSON(found, head), nil
	}
	a, err := newOutcomes(q, gathering)
	if err != nil {
		return nil, studyOutput{}, err
	}
	return func(out *bytes.Buffer) { a.writeText(out, months) }, a.asJSON(), nil
}
