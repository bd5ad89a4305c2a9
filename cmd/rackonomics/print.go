package main

import (
	"bytes"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/spf13/cobra"
)

// printAs writes it in the format that was asked for: as json, csv or text.
func printAs(command *cobra.Command, format string, data func() any, csv, text func(out *bytes.Buffer) error) error {
	switch format {
	case "json":
		return printJSON(command, data())
	case "csv":
		return printData(command, csv)
	}
	return printText(command, text)
}

// printData writes what a command has to say at once, for programs to read.
func printData(command *cobra.Command, write func(out *bytes.Buffer) error) error {
	return printTo(command.OutOrStdout(), write)
}

// printOut writes it to the file that --out names, or to standard output for "" and "-".
func printOut(command *cobra.Command, to string, write func(out *bytes.Buffer) error) error {
	if to == "" || to == "-" {
		return printData(command, write)
	}
	var out bytes.Buffer
	if err := write(&out); err != nil {
		return err
	}
	if err := os.WriteFile(to, out.Bytes(), 0o644); err != nil {
		return fmt.Errorf("--out: %s: %w", to, withoutPath(err))
	}
	return nil
}

// checkOut refuses a file for --out whose name says that it is of another format than
// what is written into it: one that ends in a point and a few letters which are not
// allowed. Others say nothing, as report, report.2026-12 and tmp.fA83kd.
func checkOut(to string, allowed ...string) error {
	extension := strings.ToLower(filepath.Ext(to))
	const most = 5
	letters := strings.Trim(extension, "abcdefghijklmnopqrstuvwxyz") == "."
	if !letters || len(extension) > 1+most || slices.Contains(allowed, extension) {
		return nil
	}
	return usageError{fmt.Errorf("--out: %s: %s is not what is written; allowed is %s", to, extension, strings.Join(allowed, " or "))}
}

// printText is printData for people: no line ends in blanks, which columns are filled with.
func printText(command *cobra.Command, write func(out *bytes.Buffer) error) error {
	return printTo(terminal{command.OutOrStdout()}, func(out *bytes.Buffer) error {
		var written bytes.Buffer
		err := write(&written)
		for line := range strings.Lines(written.String()) {
			text, isWhole := strings.CutSuffix(line, "\n")
			out.WriteString(strings.TrimRight(text, " "))
			if isWhole {
				out.WriteByte('\n')
			}
		}
		return err
	})
}

// writeWrapped writes a text in lines that are easily read, those after the first indented.
func writeWrapped(out *bytes.Buffer, text string) {
	const longest, indent = 100, "  "
	line := ""
	for i, word := range strings.Split(text, " ") {
		longer := line + " " + word
		switch {
		case i == 0:
			line = word
		case utf8.RuneCountInString(longer) > longest:
			fmt.Fprintln(out, line)
			line = indent + word
		default:
			line = longer
		}
	}
	fmt.Fprintln(out, line)
}

func printTo(output io.Writer, write func(out *bytes.Buffer) error) error {
	var out bytes.Buffer
	if err := write(&out); err != nil {
		return err
	}
	_, err := output.Write(out.Bytes())
	return err
}

// terminal takes control characters out of whole messages: titles and notes come
// from files and links of anyone, and a terminal obeys what it is sent.
type terminal struct{ io.Writer }

func (t terminal) Write(message []byte) (int, error) {
	if _, err := t.Writer.Write(bytes.Map(visible, message)); err != nil {
		return 0, err
	}
	return len(message), nil
}

func visible(r rune) rune {
	if unicode.IsControl(r) && r != '\n' && r != '\t' {
		return unicode.ReplacementChar
	}
	return r
}
