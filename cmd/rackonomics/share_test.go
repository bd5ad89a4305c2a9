package main

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"rackonomics/engine/estimate"
	"rackonomics/engine/study"
)

// asks is a small question, by its flags.
func asks(t testing.TB, changes ...string) *question {
	t.Helper()
	command := newStudyCommand()
	flags := append(uncertain("--paths", "1000", "--measure", "net_present_value"), changes...)
	a := &asking{}
	command.ResetFlags()
	a.addDrawn(command)
	if err := command.ParseFlags(flags); err != nil {
		t.Fatal(err)
	}
	q, err := a.question(command, flags[0])
	if err != nil {
		t.Fatal(err)
	}
	return q
}

// shared writes a study in so many shares and gives their files.
func shared(t *testing.T, of int, more ...string) (files []string) {
	t.Helper()
	folder := t.TempDir()
	for block := range of {
		files = append(files, shareIn(t, folder, block, of, more...))
	}
	return files
}

// shareIn writes one share into a folder and gives its file.
func shareIn(t *testing.T, folder string, block, of int, more ...string) string {
	t.Helper()
	succeed(t, studyOf(append([]string{"--measure", "net_present_value", "--out", folder, "--block", fmt.Sprint(block), "--of", fmt.Sprint(of)}, more...)...)...)
	return filepath.Join(folder, (&share{block: block, of: of}).name())
}

func readAll(t *testing.T, path string) []byte {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// Whatever the number of workers and shares, and in whatever order and how often
// shares come, the bytes are the same.
func TestSharesMergeToTheBytesOfOneProcess(t *testing.T) {
	whole := readAll(t, shared(t, 1)[0])
	for _, workers := range []int{1, 2, 4} {
		q := asks(t)
		about, err := newManifest(q, &share{of: 1})
		if err != nil {
			t.Fatal(err)
		}
		path := filepath.Join(t.TempDir(), "share")
		running := &run{ctx: t.Context(), workers: workers}
		if err := running.writeShare(path, q, estimate.Range{To: q.work().Blocks()}, about); err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal(readAll(t, path), whole) {
			t.Errorf("%d workers write other bytes", workers)
		}
	}
	printed := succeed(t, studyOf("--measure", "net_present_value")...)
	for _, of := range []int{1, 3, 7} {
		files := shared(t, of)
		slices.Reverse(files)
		merged := filepath.Join(t.TempDir(), "merged")
		for name, arguments := range map[string][]string{
			"folder":         {filepath.Dir(files[0])},
			"backward":       files,
			"twice":          append(slices.Clone(files), files[0], files[of-1]),
			"with the whole": append(slices.Clone(files), merged),
		} {
			if name == "with the whole" {
				if err := os.WriteFile(merged, whole, 0o600); err != nil {
					t.Fatal(err)
				}
			}
			if got := succeed(t, append([]string{"merge", "--out", merged}, arguments...)...); got != printed {
				t.Errorf("%d shares, %s: it prints\n%s", of, name, got)
			}
			if !bytes.Equal(readAll(t, merged), whole) {
				t.Errorf("%d shares, %s: the merged bytes are others", of, name)
			}
		}
	}
}

func TestIndicesMerge(t *testing.T) {
	folder, flags := t.TempDir(), []string{"--indices", "net_present_value", "--draws", "random"}
	for _, block := range []string{"1", "0"} {
		succeed(t, studyOf(append(slices.Clone(flags), "--out", folder, "--block", block, "--of", "2")...)...)
	}
	for _, format := range []string{"text", "json", "csv"} {
		if got, want := succeed(t, "merge", folder, "--format", format), succeed(t, studyOf(append(slices.Clone(flags), "--format", format)...)...); got != want {
			t.Errorf("%s: merge prints\n%s", format, got)
		}
	}
}

// What merge says is missing can be computed as it says.
func TestMergeTellsWhatIsMissing(t *testing.T) {
	files := shared(t, 7, "--row", "operator.cash", "--draws", "random")
	folder := filepath.Dir(files[0])
	for _, block := range []int{2, 3, 6} {
		if err := os.Remove(files[block]); err != nil {
			t.Fatal(err)
		}
	}
	got := runCommand(t, "merge", folder)
	lines := strings.Split(strings.TrimSpace(got.failures), "\n")
	if got.status != statusMistaken || got.out != "" || len(lines) != 4 || lines[0] != "of 7 shares, 0 to 6, these are missing: 2 to 3, 6. Compute them with" {
		t.Fatalf("%+v", got)
	}
	if want := "  rackonomics study " + folder + "/scenario.json --measure net_present_value --row operator.cash@operator --draws random --out " + folder + " --block 2 --of 7"; lines[1] != want {
		t.Errorf("%q, want %q", lines[1], want)
	}
	for _, line := range lines[1:] {
		succeed(t, strings.Fields(line)[1:]...)
	}
	succeed(t, "merge", folder)
}

func TestMergeRefusesWhatDoesNotBelongTogether(t *testing.T) {
	files := shared(t, 3)
	other := func(of int, more ...string) string { return shareIn(t, t.TempDir(), 1, of, more...) }
	changed := func(change func([]byte) []byte) string {
		path := filepath.Join(t.TempDir(), "changed.study")
		if err := os.WriteFile(path, change(readAll(t, files[1])), 0o600); err != nil {
			t.Fatal(err)
		}
		return path
	}
	for name, test := range map[string]struct{ file, says string }{
		"seed":     {other(3, "--seed", "1"), "its seed is 1, there 0"},
		"scenario": {other(3, "--set", "lease.anthropic.deposit=1e6"), "its scenario is "},
		"paths":    {other(3, "--paths", "999"), "its paths is 999, there 1000"},
		"draws":    {other(3, "--draws", "random"), "its draws is random, there even"},
		"measure":  {other(3, "--measure", "cash.minimum"), "its measures is "},
		"row":      {other(3, "--row", "operator.cash"), "its rows is "},
		"shares":   {other(7), "it is one of 7 shares, and others are of 3"},
		"version":  {changed(rewritten(t, func(m *manifest) { m.Version = "commit 0" })), "its version is commit 0, there "},
		"block":    {changed(rewritten(t, func(m *manifest) { m.Block = 2 })), "it has [blocks 2 to 4]; share 2 of 3 is [blocks 5 to 7]"},
		"cut":      {changed(func(data []byte) []byte { return data[:len(data)-100] }), "it is not whole"},
		"damaged":  {changed(func(data []byte) []byte { data[len(data)/2]++; return data }), "its checksum is another"},
		"no share": {changed(func([]byte) []byte { return []byte("{}") }), "it is no share of a study"},
		"none":     {filepath.Join(t.TempDir(), "none"), "no such file"},
		"empty":    {t.TempDir(), "there is no share in it"},
	} {
		got := runCommand(t, "merge", files[0], test.file, files[2])
		if got.status != statusMistaken || got.out != "" || !strings.HasPrefix(got.failures, test.file+": ") || !strings.Contains(got.failures, test.says) {
			t.Errorf("%s: status %d, %q", name, got.status, got.failures)
		}
	}
}

// rewritten changes a file's manifest, and puts the checksum right.
func rewritten(t *testing.T, change func(*manifest)) func([]byte) []byte {
	return func(data []byte) []byte {
		read, err := decodeShare(data)
		if err != nil {
			t.Fatal(err)
		}
		q, err := read.question()
		if err != nil {
			t.Fatal(err)
		}
		part, err := study.DecodeGathering(q.work(), read.sums)
		if err != nil {
			t.Fatal(err)
		}
		change(&read.manifest)
		if data, err = encodeShare(q, part, &read.manifest); err != nil {
			t.Fatal(err)
		}
		return data
	}
}

func TestSharesThatAreThereAreKept(t *testing.T) {
	folder := t.TempDir()
	arguments := studyOf("--measure", "net_present_value", "--out", folder, "--block", "1", "--of", "3")
	path := filepath.Join(folder, "share-1-of-3.study")
	if got := succeed(t, arguments...); got != path+": 384 of 1,000 cases\n" {
		t.Errorf("%q", got)
	}
	first := readAll(t, path)
	if got := succeed(t, arguments...); got != path+": 384 of 1,000 cases, there already\n" {
		t.Errorf("%q", got)
	}
	if err := os.WriteFile(path, first[:len(first)-1], 0o600); err != nil {
		t.Fatal(err)
	}
	if got := succeed(t, arguments...); strings.Contains(got, "already") || !bytes.Equal(readAll(t, path), first) {
		t.Errorf("a damaged share: %q", got)
	}
	for name, test := range map[string]struct {
		more []string
		says string
	}{
		"another question": {[]string{"--draws", "random"}, "is of another study: its draws is even, that of the others random"},
		"another scenario": {[]string{"--seed", "1"}, "holds another scenario"},
		"too many shares":  {[]string{"--of", "9"}, "allowed is 1 to 8"},
	} {
		if got := runCommand(t, append(slices.Clone(arguments), test.more...)...); got.status != statusMistaken || !strings.Contains(got.failures, test.says) {
			t.Errorf("%s: status %d, %q", name, got.status, got.failures)
		}
	}
	left, err := os.ReadDir(folder)
	if err != nil || len(left) != 2 {
		t.Errorf("%v, %v", left, err)
	}
}

func TestInterruptedSharesLeaveNothing(t *testing.T) {
	ctx, stop := context.WithCancel(t.Context())
	stop()
	q, folder := asks(t), t.TempDir()
	about, err := newManifest(q, &share{of: 1})
	if err != nil {
		t.Fatal(err)
	}
	running := &run{ctx: ctx, workers: 2}
	for _, write := range []func(string, *question, estimate.Range, *manifest) error{running.writeShare, running.writeCases} {
		if err := write(filepath.Join(folder, "x"), q, estimate.Range{To: 8}, about); err == nil || !strings.Contains(err.Error(), "it was interrupted") {
			t.Error(err)
		}
	}
	if left, err := os.ReadDir(folder); err != nil || len(left) != 0 {
		t.Errorf("%v, %v", left, err)
	}
}

func TestSharesAreAllBlocks(t *testing.T) {
	for _, of := range []int{1, 3, 7, 79} {
		next := 0
		for i := range of {
			share := shareOf(estimate.Range{To: 79}, i, of)
			if share.From != next || share.To-share.From < 79/of || share.To-share.From > 79/of+1 {
				t.Errorf("share %d of %d is %v", i, of, share)
			}
			next = share.To
		}
		if next != 79 {
			t.Errorf("%d shares end at %d", of, next)
		}
	}
}

func TestSharesOfArrayJobs(t *testing.T) {
	for name, test := range map[string]struct {
		flags       share
		isBlock     bool
		isOf        bool
		environment string
		want        share
		says        string
	}{
		"none":               {share{of: 1}, false, false, "", share{of: 1}, ""},
		"flags":              {share{block: 2, of: 5}, true, true, "JOB_COMPLETION_INDEX=1", share{block: 2, of: 5}, ""},
		"Kubernetes":         {share{of: 1}, false, false, "JOB_COMPLETION_INDEX=3 RACKONOMICS_OF=8", share{block: 3, of: 8}, ""},
		"Kubernetes, no of":  {share{of: 1}, false, false, "JOB_COMPLETION_INDEX=3", share{}, "give --of"},
		"Kubernetes and of":  {share{of: 9}, false, true, "JOB_COMPLETION_INDEX=3", share{block: 3, of: 9}, ""},
		"Slurm":              {share{of: 1}, false, false, "SLURM_ARRAY_TASK_ID=6 SLURM_ARRAY_TASK_MIN=5 SLURM_ARRAY_TASK_MAX=7 SLURM_ARRAY_TASK_COUNT=3", share{block: 1, of: 3}, ""},
		"Slurm with gaps":    {share{of: 1}, false, false, "SLURM_ARRAY_TASK_ID=5 SLURM_ARRAY_TASK_MIN=5 SLURM_ARRAY_TASK_MAX=9 SLURM_ARRAY_TASK_COUNT=3", share{}, "give --of"},
		"Slurm, some again":  {share{of: 9}, false, true, "SLURM_ARRAY_TASK_ID=5 SLURM_ARRAY_TASK_MIN=5 SLURM_ARRAY_TASK_MAX=7 SLURM_ARRAY_TASK_COUNT=2", share{block: 5, of: 9}, ""},
		"Slurm, block given": {share{block: 2, of: 1}, true, false, "SLURM_ARRAY_TASK_ID=5 SLURM_ARRAY_TASK_COUNT=4", share{block: 2, of: 4}, ""},
		"AWS Batch":          {share{of: 1}, false, false, "AWS_BATCH_JOB_ARRAY_INDEX=0 AWS_BATCH_JOB_ARRAY_SIZE=2", share{of: 2}, ""},
		"Cloud Run":          {share{of: 1}, false, false, "CLOUD_RUN_TASK_INDEX=1 CLOUD_RUN_TASK_COUNT=2", share{block: 1, of: 2}, ""},
		"no number":          {share{of: 1}, false, false, "CLOUD_RUN_TASK_INDEX=x CLOUD_RUN_TASK_COUNT=2", share{}, `CLOUD_RUN_TASK_INDEX: "x"`},
		"of alone":           {share{of: 3}, false, true, "", share{}, "go together"},
		"block alone":        {share{of: 1}, true, false, "", share{}, "go together"},
	} {
		set := map[string]string{}
		for _, pair := range strings.Fields(test.environment) {
			key, value, _ := strings.Cut(pair, "=")
			set[key] = value
		}
		got := test.flags
		err := got.fromArrayJob(test.isBlock, test.isOf, func(name string) string { return set[name] })
		if (test.says == "") != (err == nil) || err != nil && !strings.Contains(err.Error(), test.says) {
			t.Errorf("%s: %v", name, err)
		} else if err == nil && got != test.want {
			t.Errorf("%s: %+v, want %+v", name, got, test.want)
		}
	}
	t.Setenv("CLOUD_RUN_TASK_INDEX", "1")
	t.Setenv("CLOUD_RUN_TASK_COUNT", "3")
	if got := succeed(t, studyOf("--out", t.TempDir())...); !strings.Contains(got, "share-1-of-3.study") {
		t.Errorf("%q", got)
	}
}

func TestSharesThatCannotBe(t *testing.T) {
	for _, flags := range []string{"--block 3 --of 3", "--block -1 --of 3", "--block 0 --of 0", "--of 3"} {
		got := runCommand(t, studyOf(append([]string{"--out", t.TempDir()}, strings.Fields(flags)...)...)...)
		if got.status != statusUsage || !strings.Contains(got.failures, "--block") && !strings.Contains(got.failures, "--of") {
			t.Errorf("%s: status %d, %q", flags, got.status, got.failures)
		}
	}
}

// FuzzDecodeShare holds that no file, whatever its checksum, does worse than be
// refused, and that one that is read tells of no more than it holds.
func FuzzDecodeShare(f *testing.F) {
	q := asks(f)
	gathering, err := (&run{ctx: f.Context(), workers: 1}).gather(q, estimate.Range{To: 2})
	if err != nil {
		f.Fatal(err)
	}
	data, err := encodeShare(q, gathering, &manifest{Version: "v", Scenario: q.document.Hash(), Name: q.document.Name, Kind: study.Cases,
		Measures: q.ask.Measures, Draws: q.ask.Draws, Paths: q.work().Paths(), Of: 8})
	if err != nil {
		f.Fatal(err)
	}
	f.Add(data[:len(data)-checksumLength])
	f.Add([]byte(shareHead + "{}\n"))
	f.Fuzz(func(t *testing.T, content []byte) {
		read, err := decodeShare(withChecksum(content))
		if err != nil {
			return
		}
		if len(read.document)+len(read.sums) > len(content) {
			t.Errorf("%d bytes hold a document of %d and sums of %d", len(content), len(read.document), len(read.sums))
		}
		if part, err := study.DecodeGathering(q.work(), read.sums); err == nil && !bytes.Equal(part.AppendTo(nil), read.sums) {
			t.Error("the sums are written again as others")
		}
	})
}
