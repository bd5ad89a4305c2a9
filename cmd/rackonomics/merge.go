package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"rackonomics/engine/estimate"
	"rackonomics/engine/study"
)

func newMergeCommand() *cobra.Command {
	var months []string
	var format, into string
	command := &cobra.Command{
		Use:   "merge FOLDER | FILE...",
		Short: "Put the shares of a study together and print what they come to",
		Long: "Put together the shares that \"rackonomics study --out\" wrote, and print what the whole study comes to, as \"rackonomics study\" does.\n\n" +
			"The order of the files, and that some came twice, make no difference. Files that do not belong together are refused; " +
			"of shares that are missing it prints the commands that compute them.",
		Example: "  rackonomics merge sweep\n" +
			"  rackonomics merge sweep --format json\n" +
			"  rackonomics merge sweep --out whole.study",
		Args: takes("FOLDER or FILE", "[FILE...]"),
		RunE: func(command *cobra.Command, arguments []string) error {
			if err := checkFormat(format, "text", "json", "csv"); err != nil {
				return err
			}
			if err := checkOut(into, shareSuffix); err != nil {
				return err
			}
			paths, err := sharesIn(arguments)
			if err != nil {
				return err
			}
			merged, err := mergeShares(paths)
			if err != nil {
				return err
			}
			if err := merged.missing(); err != nil {
				return err
			}
			if into != "" {
				if err := merged.write(into); err != nil {
					return err
				}
			}
			return printGathering(command, merged.question, merged.gathering, format, months)
		},
	}
	command.Flags().StringVar(&into, "out", "", "a `file` to write the whole study into, which merge reads again")
	addMonths(command, &months)
	addFormat(command, &format, "text", "json", "csv")
	return command
}

// sharesIn lists the files named, and of folders the shares in them.
func sharesIn(arguments []string) (paths []string, err error) {
	for _, argument := range arguments {
		status, err := os.Stat(argument)
		switch {
		case errors.Is(err, fs.ErrNotExist):
			return nil, fmt.Errorf("%s: there is no such file or folder", argument)
		case err != nil:
			return nil, err
		case !status.IsDir():
			paths = append(paths, argument)
			continue
		}
		entries, err := os.ReadDir(argument)
		if err != nil {
			return nil, err
		}
		before := len(paths)
		for _, entry := range entries {
			if name := entry.Name(); strings.HasSuffix(name, shareSuffix) && !strings.HasPrefix(name, ".") {
				paths = append(paths, filepath.Join(argument, name))
			}
		}
		if len(paths) == before {
			return nil, fmt.Errorf("%s: there is no share in it, which is a file that ends in %s", argument, shareSuffix)
		}
	}
	return paths, nil
}

// merged is what shares come to together.
type merged struct {
	*question
	gathering *study.Gathering
	first     string // the first file
	manifest  manifest
	of        int // how many shares there are to be, or 1 where only whole studies came
}

// mergeShares reads shares one after the other, so that only one is in memory
// beside what they come to.
func mergeShares(paths []string) (*merged, error) {
	m := &merged{of: 1}
	for _, path := range paths {
		read, err := readShare(path)
		if err == nil {
			err = m.take(path, read)
		}
		if err != nil {
			return nil, fmt.Errorf("%s: %w", path, withoutPath(err))
		}
	}
	return m, nil
}

func (m *merged) take(path string, read *shareRead) (err error) {
	if m.question == nil {
		m.first, m.manifest = path, read.manifest
		if m.question, err = read.question(); err != nil {
			return err
		}
		if m.gathering, err = study.NewGathering(m.work()); err != nil {
			return err
		}
	}
	if differs := read.manifest.differs(&m.manifest); differs != "" {
		return fmt.Errorf("it does not belong to %s: %s", m.first, strings.Replace(differs, "that of the others", "there", 1))
	}
	if read.Of > 1 && m.of > 1 && read.Of != m.of {
		return fmt.Errorf("it is one of %d shares, and others are of %d; merge those of one sweep", read.Of, m.of)
	}
	m.of = max(m.of, read.Of)
	part, err := study.DecodeGathering(m.work(), read.sums)
	if err != nil {
		return err
	}
	if want, got := read.blocks(m.work()), part.Blocks(); !slices.Equal(want, got) {
		return fmt.Errorf("it has %v; share %d of %d is %v", got, read.Block, read.Of, want)
	}
	return m.gathering.Merge(part)
}

// blocks are those that a share has.
func (m *manifest) blocks(work *study.Work) []estimate.Range {
	return []estimate.Range{shareOf(estimate.Range{To: work.Blocks()}, m.Block, m.Of)}
}

// missing tells the shares that are not there, and how to compute them.
func (m *merged) missing() error {
	if m.gathering.Whole() {
		return nil
	}
	var lacking []int
	for block := range m.of {
		share := shareOf(estimate.Range{To: m.work().Blocks()}, block, m.of)
		if !slices.ContainsFunc(m.gathering.Blocks(), func(r estimate.Range) bool { return r.From <= share.From && share.To <= r.To }) {
			lacking = append(lacking, block)
		}
	}
	folder := filepath.Dir(m.first)
	var text strings.Builder
	fmt.Fprintf(&text, "of %d shares, 0 to %d, these are missing: %s. Compute them with", m.of, m.of-1, numbersText(lacking))
	const most = 10
	for _, block := range lacking[:min(most, len(lacking))] {
		fmt.Fprintf(&text, "\n  rackonomics study %s%s --out %s --block %d --of %d", shellWord(filepath.Join(folder, scenarioFile)), m.flags(), shellWord(folder), block, m.of)
	}
	if len(lacking) > most {
		fmt.Fprintf(&text, "\nand so on; or run those tasks of the array job again: sbatch --array=%s", ranges(lacking, ",", "-"))
	}
	return errors.New(text.String())
}

// flags are those of "rackonomics study" that ask the question of the shares, but
// for what it asks without being told.
func (m *merged) flags() string {
	var flags strings.Builder
	switch {
	case m.ask.Kind == study.Indices:
		fmt.Fprintf(&flags, " --indices %s", shellWord(m.ask.Measures[0]))
	case !slices.Equal(m.ask.Measures, measuresAskedFor(m.document)):
		for _, measure := range m.ask.Measures {
			fmt.Fprintf(&flags, " --measure %s", shellWord(measure))
		}
	}
	for _, row := range m.ask.Rows {
		fmt.Fprintf(&flags, " --row %s", shellWord(row.Name+"@"+row.Instance))
	}
	if m.ask.Draws != study.Even {
		fmt.Fprintf(&flags, " --draws %s", m.ask.Draws)
	}
	return flags.String()
}

// numbersText tells ascending numbers as people do: "3, 5 to 7".
func numbersText(numbers []int) string { return ranges(numbers, ", ", " to ") }

func ranges(numbers []int, between, to string) string {
	var parts []string
	for from := 0; from < len(numbers); {
		last := from
		for last+1 < len(numbers) && numbers[last+1] == numbers[last]+1 {
			last++
		}
		part := strconv.Itoa(numbers[from])
		if last > from {
			part += to + strconv.Itoa(numbers[last])
		}
		parts = append(parts, part)
		from = last + 1
	}
	return strings.Join(parts, between)
}

// shellWord writes an argument so that a shell reads it as one.
func shellWord(text string) string {
	plain := func(r rune) bool {
		return r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= '0' && r <= '9' || strings.ContainsRune("_@%+=:,./-", r)
	}
	if text != "" && strings.IndexFunc(text, func(r rune) bool { return !plain(r) }) < 0 {
		return text
	}
	return "'" + strings.ReplaceAll(text, "'", `'\''`) + "'"
}

// write writes the whole study as the one share of one.
func (m *merged) write(path string) error {
	about := m.manifest
	about.Block, about.Of = 0, 1
	return writeSums(path, m.question, m.gathering, &about)
}
