package main

import (
	"bytes"
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"github.com/spf13/pflag"

	"rackonomics/scenarios"
)

// outcome is what a command left behind.
type outcome struct {
	status        int
	out, failures string
}

func runCommand(t *testing.T, arguments ...string) outcome {
	t.Helper()
	return runWithInput(t, "", arguments...)
}

func runWithInput(t *testing.T, in string, arguments ...string) outcome {
	t.Helper()
	var out, failures bytes.Buffer
	status := execute(arguments, strings.NewReader(in), &out, &failures)
	return outcome{status, out.String(), failures.String()}
}

// succeed runs a command that must not fail or complain.
func succeed(t *testing.T, arguments ...string) string {
	t.Helper()
	got := runCommand(t, arguments...)
	if got.status != statusFine || got.failures != "" {
		t.Fatalf("rackonomics %s: status %d, %s", strings.Join(arguments, " "), got.status, got.failures)
	}
	return got.out
}

// writeFile writes a scenario's file and returns its name.
func writeFile(t *testing.T, text string) string {
	t.Helper()
	name := filepath.Join(t.TempDir(), "scenario.json")
	if err := os.WriteFile(name, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	return name
}

func documentText(t *testing.T, name string) string {
	t.Helper()
	document, err := scenarios.Load(name)
	if err != nil {
		t.Fatal(err)
	}
	return string(document.Encode())
}

const smallDocument = `{"version":1,"name":"small","start":"2026-05","months":3,"site":[{"name":"a"},{"name":"b"}],"fleet":[{"name":"f","site":"a","gpus":100}]}`

func TestStatusAndMessages(t *testing.T) {
	broken := writeFile(t, `{"version":1,"name":"x","start":"2026-05","months":0,"site":[{"name":"a","load":7}]}`)
	small := writeFile(t, smallDocument)
	damaged := strings.TrimSpace(succeed(t, "link", "filed-deal", "--set", "lease.anthropic.fee=1e9"))
	damaged = damaged[:len(damaged)-8]
	for name, test := range map[string]struct {
		arguments []string
		status    int
		failures  []string // what each line mentions
	}{
		"help":                 {[]string{"--help"}, 0, nil},
		"nothing":              {nil, 0, nil},
		"unknown command":      {[]string{"frobnicate"}, 2, []string{`there is no command "frobnicate"`, "rackonomics --help"}},
		"misspelt command":     {[]string{"rnu", "no-deal"}, 2, []string{`there is no command "rnu"; near it: run`, "rackonomics --help"}},
		"scenario alone":       {[]string{"no-deal"}, 2, []string{"no-deal is a scenario: say what to do with it, as in rackonomics run no-deal", "rackonomics --help"}},
		"unknown flag":         {[]string{"run", "no-deal", "--frob"}, 2, []string{"--frob is not known here; there are --format, --help, --rows, --set", "rackonomics run --help"}},
		"short flag":           {[]string{"run", "no-deal", "-o", "x"}, 2, []string{"-o is not known here; there are --format", "run --help"}},
		"flag without value":   {[]string{"run", "no-deal", "--rows"}, 2, []string{"--rows: its value is missing: rows to print", "run --help"}},
		"no required flag":     {[]string{"map", "no-deal", "--x", "operator.tax_rate"}, 2, []string{"--x and --y: two inputs are expected, as in rackonomics map", "map --help"}},
		"no number":            {[]string{"study", "no-deal", "--seed", "-1"}, 2, []string{`--seed: "-1" is not allowed; allowed is a whole number from 0 on`, "study --help"}},
		"no whole number":      {[]string{"map", "no-deal", "--points", "4.5"}, 2, []string{`--points: "4.5" is not allowed; allowed is a whole number`, "map --help"}},
		"neither yes nor no":   {[]string{"solve", "no-deal", "--cheapest=maybe"}, 2, []string{`--cheapest: "maybe" is not allowed; allowed is true or false`, "solve --help"}},
		"unknown flag of list": {[]string{"list", "--set", "a=b"}, 2, []string{"--set", "list --help"}},
		"no scenario":          {[]string{"run"}, 2, []string{"SCENARIO is missing, as in rackonomics run filed-deal", "run --help"}},
		"no view":              {[]string{"show", "no-deal"}, 2, []string{"VIEW is missing, as in rackonomics show", "show --help"}},
		"no row":               {[]string{"explain", "no-deal"}, 2, []string{"ROW or MEASURE is missing, as in rackonomics explain", "explain --help"}},
		"no second scenario":   {[]string{"compare", "no-deal"}, 2, []string{"a second SCENARIO is missing, as in rackonomics compare", "compare --help"}},
		"no folder":            {[]string{"merge"}, 2, []string{"FOLDER or FILE is missing, as in rackonomics merge", "merge --help"}},
		"two scenarios":        {[]string{"run", "no-deal", "no-deal"}, 2, []string{`"no-deal" is one too many: rackonomics run takes SCENARIO`, "run --help"}},
		"argument of list":     {[]string{"list", "x"}, 2, []string{`"x" is one too many: rackonomics list takes nothing behind it`, "list --help"}},
		"format":               {[]string{"run", "no-deal", "--format", "xml"}, 2, []string{"xml", "run --help"}},
		"format of inputs":     {[]string{"inputs", "--format", "csv"}, 2, []string{"text, json", "inputs --help"}},
		"set without value":    {[]string{"run", "no-deal", "--set", "lease.x"}, 2, []string{"path=value", "run --help"}},
		"bad pattern":          {[]string{"run", "no-deal", "--rows", "[a"}, 2, []string{"[a", "run --help"}},
		"bad pattern's place":  {[]string{"run", "no-deal", "--rows", "*@[a"}, 2, []string{"[a", "run --help"}},
		"short year":           {[]string{"explain", "no-deal", "operator.revenue", "07/26"}, 2, []string{`MONTH: "07/26" cannot be read; allowed is a month such as 2026-05, 05/2026 or May 2026`, "explain --help"}},
		"quarter":              {[]string{"show", "no-deal", "capacity", "--month", "Q3 2026"}, 2, []string{`--month: "Q3 2026" cannot be read; allowed is a month such as`, "show --help"}},
		"bad month":            {[]string{"explain", "no-deal", "operator.revenue", "May"}, 2, []string{"May", "explain --help"}},
		"unknown scenario":     {[]string{"run", "some-deal"}, 1, []string{"some-deal: there is no such file, and no shipped scenario"}},
		"folder":               {[]string{"run", t.TempDir()}, 1, []string{"is a directory"}},
		"set of no path":       {[]string{"run", "no-deal", "--set", "lease.x.fee=1"}, 1, []string{`lease.x.fee: there is no lease named "x"`}},
		"set of no lease":      {[]string{"run", "filed-deal", "--set", "lease.fee=1bn"}, 1, []string{`lease.fee: an object is expected here, not "1bn"; say of which lease, as lease.anthropic.fee; there are anthropic`}},
		"set where none is":    {[]string{"run", "no-deal", "--set", "lease.fee=1bn"}, 1, []string{`there is no lease named "fee", nor any other`}},
		"by no lease":          {[]string{"solve", "filed-deal", "--by", "lease.fee"}, 1, []string{`lease.fee: say of which lease, as lease.anthropic.fee`}},
		"set beyond bounds":    {[]string{"run", "filed-deal", "--set", "lease.anthropic.fee=-1"}, 1, []string{`lease.anthropic.fee: "-1" is out of bounds`}},
		"set in two ways":      {[]string{"run", "filed-deal", "--set", "lease.anthropic.fee=1,250"}, 1, []string{`lease.anthropic.fee: "1,250" can be read in two ways; write 1.25 or 1250`}},
		"set in another unit":  {[]string{"link", "filed-deal", "--set", "lease.anthropic.fee=5%"}, 1, []string{`lease.anthropic.fee: "5%" is in another unit; allowed is 0 to 50000000000 USD/month`}},
		"two mistakes":         {[]string{"run", "filed-deal", "--set", "lease.anthropic.fee=x", "--set", "tenant=1"}, 1, []string{"lease.anthropic.fee: ", "tenant: "}},
		"mistakes of a file":   {[]string{"check", broken}, 1, []string{"months: 0 is not allowed", "site.a.load: 7 is out of bounds"}},
		"running such a file":  {[]string{"run", broken}, 1, []string{"months: ", "site.a.load: "}},
		"check of no file":     {[]string{"check", "none.json"}, 1, []string{"none.json: "}},
		"no row matches":       {[]string{"run", "no-deal", "--rows", "lease.fee_biled"}, 2, []string{"near it are lease.fee_billed", "run --help"}},
		"none of its things":   {[]string{"run", "no-deal", "--rows", "tranche.*", "--rows", "lease.*"}, 1, []string{"none of"}},
		"row without a month":  {[]string{"explain", "no-deal", "operator.revenue"}, 1, []string{"say of which month this row is to be explained, as in operator.revenue 2026-05"}},
		"unknown measure":      {[]string{"explain", "no-deal", "debt.llcr"}, 1, []string{"debt.llcr: this scenario has no such measure"}},
		"measure left out":     {[]string{"explain", "no-deal", "residual_value"}, 1, []string{"residual_value: the measure is told only where"}},
		"measure of a month":   {[]string{"explain", "filed-deal", "break_even.operating_income.first", "2026-08"}, 1, []string{"break_even.operating_income.first: this is a measure, which is told without a month; leave 2026-08 out"}},
		"difference of it":     {[]string{"explain", "filed-deal", "cash.minimum", "2026-08", "--against", "base"}, 1, []string{"cash.minimum: this is a measure"}},
		"unknown row":          {[]string{"explain", "no-deal", "operator.x", "2026-05"}, 1, []string{"operator.x: "}},
		"unknown row of one":   {[]string{"explain", "no-deal", "operator.x@operator", "2026-05"}, 1, []string{"operator.x@operator: "}},
		"row of many":          {[]string{"explain", small, "site.power_demand", "2026-05"}, 1, []string{"there are a, b"}},
		"row of no instance":   {[]string{"explain", small, "site.power_demand@c", "2026-05"}, 1, []string{`"c"`}},
		"month too early":      {[]string{"explain", small, "operator.revenue", "2026-04"}, 1, []string{"2026-05 to 2026-07"}},
		"month too late":       {[]string{"explain", small, "operator.revenue", "2026-08"}, 1, []string{"2026-05 to 2026-07"}},
		"open of a name":       {[]string{"open", "filed-deal"}, 1, []string{"link: "}},
		"newer link":           {[]string{"open", "#s=2.a.b"}, 1, []string{"link: the link has version 2"}},
		"damaged link":         {[]string{"open", damaged}, 1, []string{"link: The link was cut", "link: it is not whole"}},
		"run of damaged link":  {[]string{"run", damaged}, 1, []string{"link: The link was cut", "rackonomics open"}},
		"link too long":        {[]string{"link", "no-deal", "--set", "site.memphis=" + noise(900)}, 1, []string{"link: "}},
	} {
		t.Run(name, func(t *testing.T) {
			got := runCommand(t, test.arguments...)
			lines := strings.Split(strings.TrimSuffix(got.failures, "\n"), "\n")
			if got.failures == "" {
				lines = nil
			}
			if got.status != test.status || len(lines) != len(test.failures) {
				t.Fatalf("status %d, want %d; on standard error: %q", got.status, test.status, lines)
			}
			for i, want := range test.failures {
				if !strings.Contains(lines[i], want) {
					t.Errorf("line %d is %q, want %q in it", i+1, lines[i], want)
				}
			}
		})
	}
}

// noise is a site whose note of many different letters cannot be packed.
func noise(length int) string {
	text := make([]byte, length)
	state := uint32(1)
	for i := range text {
		state = state*1664525 + 1013904223
		text[i] = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789+-"[state>>26]
	}
	return `{"note":"` + string(text) + strings.ToUpper(string(text)) + `"}`
}

type brokenWriter struct{ err error }

func (w brokenWriter) Write([]byte) (int, error) { return 0, w.err }

func TestOutputThatCannotBeWritten(t *testing.T) {
	for name, test := range map[string]struct {
		err    error
		status int
	}{
		"reader has gone": {&os.PathError{Op: "write", Path: "|1", Err: syscall.EPIPE}, statusFine},
		"disk is full":    {errors.New("no space left"), statusMistaken},
	} {
		for _, arguments := range [][]string{{"list"}, {"run", "no-deal"}, {"run", "no-deal", "--format", "json"}, {"run", "no-deal", "--format", "csv"},
			{"inputs"}, {"rows"}, {"measures"}, {"catalog"}, {"schema"}, {"link", "no-deal"}, {"explain", "no-deal", "operator.revenue", "2026-05"},
			studyOf("--measure", "net_present_value"), append([]string{"tornado"}, uncertain()...), sweepJobOf("slurm")} {
			if status := execute(arguments, strings.NewReader(""), brokenWriter{test.err}, io.Discard); status != test.status {
				t.Errorf("%s: %v ends with %d, want %d", name, arguments, status, test.status)
			}
		}
	}
}

// A month is read by one rule wherever it is typed.
func TestMonthsAreReadAsEntries(t *testing.T) {
	for _, of := range []func(month string) []string{
		func(month string) []string { return []string{"explain", "filed-deal", "operator.revenue", month} },
		func(month string) []string { return []string{"show", "filed-deal", "headline", "--month", month} },
		func(month string) []string {
			return []string{"compare", "filed-deal", "no-deal", "--of", "operator.revenue in " + month}
		},
	} {
		want := succeed(t, of("2026-07")...)
		for _, month := range []string{"Jul-26", "Jul 2026", "2026/07", "july 2026"} {
			if got := succeed(t, of(month)...); got != want {
				t.Errorf("%v: %s\nwant\n%s", of(month), got, want)
			}
		}
	}
}

func TestDocumentFromStandardInput(t *testing.T) {
	for _, arguments := range [][]string{{"run", "-"}, {"check", "-"}} {
		if got := runWithInput(t, smallDocument, arguments...); got.status != statusFine {
			t.Errorf("%v: status %d, %s", arguments, got.status, got.failures)
		}
	}
	if got := runWithInput(t, strings.Repeat(" ", 600<<10)+smallDocument, "check", "-"); got.status != statusMistaken || !strings.Contains(got.failures, "at most") {
		t.Errorf("a huge document: status %d, %s", got.status, got.failures)
	}
}

// Titles, notes and names come from anyone; a terminal would obey what is in them.
func TestTextHoldsNoControlCharacters(t *testing.T) {
	const trick = `"a\u001b]0;x\u0007\u009b2J\u007f"`
	text := strings.Replace(smallDocument, `"months":3`, `"months":3,"title":`+trick+`,"operator":{"reported_revenue":{"value":1e8,"note":`+trick+`}}`, 1)
	file := writeFile(t, text)
	wrong := writeFile(t, strings.Replace(text, `"version"`, trick+`:1,"version"`, 1))
	for _, arguments := range [][]string{{"run", file}, {"explain", file, "operator.revenue", "2026-05"}, {"run", wrong}, {"run", file, "--\x1b[2J"}} {
		got := runCommand(t, arguments...)
		if strings.ContainsAny(got.out+got.failures, "\x1b\x07\u009b\x7f") || !strings.Contains(got.out+got.failures, "\ufffd") {
			t.Errorf("%q prints %q and %q", arguments, got.out, got.failures)
		}
	}
}

// A command says what it takes in words of its own and, where it takes something, by an example.
func TestEveryCommandSaysWhatIsMissing(t *testing.T) {
	for _, command := range newRootCommand().Commands() {
		if command.Hidden {
			continue
		}
		err := command.Args(command, nil)
		if err != nil && !strings.Contains(err.Error(), " is missing, as in rackonomics "+command.Name()) {
			t.Errorf("%s: %v", command.Name(), err)
		}
	}
}

func TestEveryFlagSaysWhatIsAllowed(t *testing.T) {
	for _, command := range newRootCommand().Commands() {
		command.Flags().VisitAll(func(flag *pflag.Flag) {
			if kind := flag.Value.Type(); kind != "string" && kind != "stringArray" && flagValues[kind] == "" {
				t.Errorf("%s --%s: nothing says what a flag of type %s takes", command.Name(), flag.Name, kind)
			}
		})
	}
}
