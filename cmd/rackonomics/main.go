// Command rackonomics is the engine at the command line: it runs, checks,
// explains and links scenarios, lists what the model has, and serves the page.
//
// Its exit status is 0, 1 where a scenario, file or link is wrong (the mistakes
// stand on standard error as "path: message", each with the line of its formula and
// a caret below, if it is in one), or 2 where the command itself is.
package main

import (
	"errors"
	"fmt"
	"io"
	"os"
	"syscall"

	"github.com/spf13/cobra"
)

// Exit statuses.
const (
	statusFine     = 0
	statusMistaken = 1
	statusUsage    = 2
)

func main() {
	os.Exit(execute(os.Args[1:], os.Stdin, os.Stdout, os.Stderr))
}

// usageError is a command that was not written as it must be, found only after
// its flags were read.
type usageError struct{ error }

// execute runs one command and returns its exit status.
func execute(arguments []string, in io.Reader, out, failures io.Writer) int {
	failures = terminal{failures}
	root := newRootCommand()
	root.SetArgs(arguments)
	root.SetIn(in)
	root.SetOut(out)
	root.SetErr(failures)
	understood := false // arguments and flags are right, and the command has begun
	root.PersistentPreRun = func(*cobra.Command, []string) { understood = true }
	command, err := root.ExecuteC()
	if _, rest, unknown := root.Find(arguments); unknown != nil {
		err = noCommand(root, rest)
	}
	switch {
	case err == nil:
		return statusFine
	case errors.Is(err, syscall.EPIPE): // the reader has seen enough, as head does
		return statusFine
	case understood && !errors.As(err, &usageError{}):
		fmt.Fprintln(failures, err)
		return statusMistaken
	}
	fmt.Fprintf(failures, "%v\nRun \"%s --help\" for usage.\n", err, command.CommandPath())
	return statusUsage
}

func newRootCommand() *cobra.Command {
	root := &cobra.Command{
		Use:   "rackonomics",
		Short: "Scenarios of AI data centres that rent out their compute",
		Long: "Scenarios of AI data centres that rent out their compute: leases, power and cash flow, month by month.\n\n" +
			"A SCENARIO is the name of a shipped one (see list), a file, - for standard input, or a link.\n" +
			"Figures illustrate; they are no advice.",
		SilenceErrors: true,
		SilenceUsage:  true,

		SuggestionsMinimumDistance: 2, // letters
	}
	root.SetFlagErrorFunc(wrongFlag)
	root.AddCommand(newListCommand(), newRunCommand(), newCheckCommand(), newExplainCommand(), newSolveCommand(), newMapCommand(), newInputsCommand(), newRowsCommand(), newMeasuresCommand(), newViewsCommand(), newShowCommand(),
		newStudyCommand(), newTornadoCommand(), newCompareCommand(), newMergeCommand(), newSweepJobCommand(),
		newProgramCommand(), newLanguageCommand(), newWorkbookCommand(), newReportCommand(), newStoryCommand(), newLinkCommand(), newOpenCommand(), newServeCommand(), newCatalogCommand(), newSchemaCommand(), newReferenceCommand())
	return root
}
