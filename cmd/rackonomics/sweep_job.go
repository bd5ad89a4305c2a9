package main

import (
	"bytes"
	"errors"
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"text/template"

	"github.com/spf13/cobra"

	"rackonomics/engine/link"
	"rackonomics/scenarios"
)

// sweepJob is what a scheduler is told of a sweep.
type sweepJob struct {
	asks    asking
	folder  string
	of      int
	cores   int
	program string
	image   string
	claim   string
	lanes   bool
	seeded  bool // by --seed

	scenario string // the SCENARIO as tasks are given it
	name     string
}

func newSweepJobCommand() *cobra.Command {
	var job sweepJob
	var format string
	command := &cobra.Command{
		Use:   "sweep-job slurm|kubernetes SCENARIO",
		Short: "Print what runs a study as an array job of Slurm or an indexed job of Kubernetes",
		Long: "Print a script for Slurm's sbatch or a manifest for kubectl apply, which runs a study in shares, each on a core or more, into one folder.\n\n" +
			"Tasks that fail or are killed are run again; shares that are there already cost nothing. \"rackonomics merge\" puts the shares together. See docs/sweeps.md.",
		Example: "  rackonomics sweep-job slurm half-the-data-center --set 'study.lease.anthropic.price=2.2 to 4' --paths 100000000 --of 400 --out /shared/sweep > sweep.sh\n" +
			"  rackonomics sweep-job kubernetes scenario.json --paths 100000000 --of 400 --image registry.example/rackonomics --claim sweeps > sweep.yaml",
		Args:      takes("slurm or kubernetes", "SCENARIO"),
		ValidArgs: []string{"slurm", "kubernetes"},
		RunE: func(command *cobra.Command, arguments []string) error {
			if err := checkFormat(format, "text", "parquet"); err != nil {
				return err
			}
			job.lanes = format == "parquet"
			write, ok := map[string]*template.Template{"slurm": slurmScript, "kubernetes": kubernetesManifest}[arguments[0]]
			if !ok {
				return usageError{fmt.Errorf("%q is no scheduler that is known; allowed is slurm or kubernetes", arguments[0])}
			}
			if err := job.prepare(command, arguments[1], arguments[0] == "kubernetes"); err != nil {
				return err
			}
			return printText(command, func(out *bytes.Buffer) error { return write.Execute(out, &job) })
		},
	}
	job.asks.addDrawn(command)
	flags := command.Flags()
	flags.IntVar(&job.of, "of", 0, "how many shares, and so tasks, there are")
	flags.StringVar(&job.folder, "out", "", "the `folder` for the shares, which all nodes see; of Kubernetes one within the volume")
	flags.IntVar(&job.cores, "cores", 1, "cores for each task")
	flags.StringVar(&job.program, "program", "rackonomics", "where the tasks find the program")
	flags.StringVar(&job.image, "image", "", "of Kubernetes: the container image that holds the program")
	flags.StringVar(&job.claim, "claim", "", "of Kubernetes: the persistent volume claim for the folder, which many nodes may write")
	flags.StringVar(&format, "format", "text", "what is kept: text, what cases come to, or parquet, each case")
	return command
}

// prepare checks that the tasks will find a question that can be asked.
func (j *sweepJob) prepare(command *cobra.Command, argument string, isKubernetes bool) error {
	q, err := j.asks.question(command, argument)
	if err != nil {
		return err
	}
	j.name, j.scenario, j.seeded = q.document.Name, argument, command.Flags().Changed("seed")
	if j.folder == "" && !isKubernetes {
		j.folder = "sweep-" + j.name
	}
	switch {
	case argument == "-":
		return usageError{errors.New("SCENARIO: tasks cannot read standard input; name a file that all nodes see, a shipped scenario or a link")}
	case j.of < 1:
		return usageError{fmt.Errorf("--of: say how many shares there are to be, of %s cases", countText(q.work().Paths()))}
	case j.cores < 1:
		return usageError{fmt.Errorf("--cores: %d is not allowed; allowed is 1 or more", j.cores)}
	case isKubernetes && (j.image == "" || j.claim == ""):
		return usageError{errors.New("--image and --claim: Kubernetes needs the image that holds the program and the volume claim for the folder")}
	case isKubernetes && filepath.IsAbs(j.folder):
		return usageError{fmt.Errorf("--out: %q is not allowed; allowed is a folder within the volume, as sweep", j.folder)}
	}
	if j.lanes {
		if err := q.checkCases(); err != nil {
			return err
		}
	}
	_, err = (&share{of: j.of}).blocks(q.work())
	return err
}

// Name is that of the job: what schedulers allow of the scenario's.
func (j *sweepJob) Name() string {
	name := strings.Trim(strings.Map(func(r rune) rune {
		if r >= 'a' && r <= 'z' || r >= '0' && r <= '9' {
			return r
		}
		return '-'
	}, strings.ToLower(j.name)), "-")
	return strings.TrimRight("rackonomics-"+name[:min(40, len(name))], "-")
}

func (j *sweepJob) Of() int        { return j.of }
func (j *sweepJob) Last() int      { return j.of - 1 }
func (j *sweepJob) Cores() int     { return j.cores }
func (j *sweepJob) Folder() string { return shellWord(j.folder) }
func (j *sweepJob) Image() string  { return yamlText(j.image) }
func (j *sweepJob) Claim() string  { return yamlText(j.claim) }

// isFile reports whether the scenario is a file, and no shipped one and no link.
func (j *sweepJob) isFile() bool {
	return !slices.Contains(scenarios.Names, j.scenario) && !link.Looks(j.scenario)
}

// Command is that of a task, as words of a shell.
func (j *sweepJob) Command() string {
	var words []string
	for _, argument := range append([]string{j.program}, j.arguments(j.scenario, j.folder)...) {
		words = append(words, shellWord(argument))
	}
	return strings.Join(words, " ")
}

// Arguments are those of a task's container, as a list of YAML.
func (j *sweepJob) Arguments() string {
	argument := j.scenario
	if j.isFile() {
		argument = "/sweep/" + filepath.ToSlash(filepath.Base(argument))
	}
	var texts []string
	for _, text := range append([]string{j.program}, j.arguments(argument, strings.TrimSuffix("/sweep/"+filepath.ToSlash(j.folder), "/"))...) {
		texts = append(texts, yamlText(text))
	}
	return "[" + strings.Join(texts, ", ") + "]"
}

func (j *sweepJob) arguments(argument, folder string) []string {
	arguments := []string{"study", argument}
	add := func(flag string, values ...string) {
		for _, value := range values {
			arguments = append(arguments, flag, value)
		}
	}
	add("--set", j.asks.settings...)
	add("--measure", j.asks.measures...)
	add("--row", j.asks.rows...)
	if j.seeded {
		add("--seed", fmt.Sprint(j.asks.seed))
	}
	if j.asks.paths != 0 {
		add("--paths", fmt.Sprint(j.asks.paths))
	}
	if j.asks.draws != "even" {
		add("--draws", j.asks.draws)
	}
	if j.asks.indices != "" {
		add("--indices", j.asks.indices)
	}
	if j.lanes {
		add("--format", "parquet")
	}
	add("--out", folder)
	add("--of", fmt.Sprint(j.of))
	return arguments
}

// yamlText writes a text as YAML reads it, whatever is in it: YAML's double-quoted
// texts are JSON's. https://yaml.org/spec/1.2.2/#13-terminology
func yamlText(text string) string {
	quoted := make([]byte, 0, len(text)+2)
	quoted = append(quoted, '"')
	for _, r := range text {
		switch {
		case r == '"' || r == '\\':
			quoted = append(quoted, '\\', byte(r))
		case r < ' ' || r == 0x7f:
			quoted = fmt.Appendf(quoted, `\u%04x`, r)
		default:
			quoted = append(quoted, string(r)...)
		}
	}
	return string(append(quoted, '"'))
}

// slurmScript runs a task for each share. Slurm itself starts a task again whose
// node went down (--requeue), and not one whose program was killed.
// https://slurm.schedmd.com/sbatch.html#OPT_requeue
var slurmScript = template.Must(template.New("slurm").Parse(`#!/bin/bash
#SBATCH --job-name={{.Name}}
#SBATCH --array=0-{{.Last}}
#SBATCH --ntasks=1
#SBATCH --cpus-per-task={{.Cores}}
#SBATCH --requeue
#SBATCH --open-mode=append
# Each task computes the share of its number. Shares that are there already cost
# nothing, so that the script can be run again as it is, or for some shares:
#   sbatch --array=3,5-7 THIS_SCRIPT
# When all are there: rackonomics merge {{.Folder}}
set -u
export GOMAXPROCS="${SLURM_CPUS_PER_TASK:-{{.Cores}}}"
{{.Command}} --block "$SLURM_ARRAY_TASK_ID"
status=$?
# A task that was killed, as where memory ran out, is queued again, three times at most.
if [ "$status" -eq 137 ] && [ "${SLURM_RESTART_COUNT:-0}" -lt 3 ]; then
  scontrol requeue "$SLURM_JOB_ID"
  sleep 60 # until Slurm takes this one away
fi
exit "$status"
`))

// kubernetesManifest runs a pod for each share. A pod that fails is run again, and a
// share that fails too often lets the others go on.
// https://kubernetes.io/docs/concepts/workloads/controllers/job/#backoff-limit-per-index
var kubernetesManifest = template.Must(template.New("kubernetes").Parse(`apiVersion: batch/v1
kind: Job
metadata:
  name: {{.Name}}
spec:
  completionMode: Indexed
  completions: {{.Of}}
  parallelism: {{.Of}}
  backoffLimitPerIndex: 3
  template:
    spec:
      restartPolicy: Never
      containers:
        - name: share
          image: {{.Image}}
          # Each pod computes the share of its JOB_COMPLETION_INDEX.
          command: {{.Arguments}}
          env:
            - name: RACKONOMICS_OF
              value: "{{.Of}}"
          resources:
            requests:
              cpu: "{{.Cores}}"
              memory: 512Mi
            limits:
              cpu: "{{.Cores}}"
          volumeMounts:
            - name: sweep
              mountPath: /sweep
      volumes:
        - name: sweep
          persistentVolumeClaim:
            claimName: {{.Claim}}
`))
