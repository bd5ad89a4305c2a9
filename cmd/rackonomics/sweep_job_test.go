package main

import (
	"os/exec"
	"slices"
	"strings"
	"testing"

	"go.yaml.in/yaml/v3"
)

func sweepJobOf(scheduler string, more ...string) []string {
	return append([]string{"sweep-job", scheduler}, append(uncertain("--paths", "100000000", "--of", "400"), more...)...)
}

func TestSlurmScript(t *testing.T) {
	script := succeed(t, sweepJobOf("slurm", "--out", "/shared/it's", "--cores", "4", "--program", "/opt/rackonomics", "--seed", "0", "--measure", "cash.minimum")...)
	for _, want := range []string{
		"#!/bin/bash\n#SBATCH --job-name=rackonomics-half-the-data-center\n#SBATCH --array=0-399\n", "#SBATCH --cpus-per-task=4\n", "#SBATCH --requeue\n",
		`/opt/rackonomics study half-the-data-center --set 'study.lease.anthropic.price=2.2 to 4' --set 'study.lease.anthropic.share=30% to 70%' ` +
			`--measure cash.minimum --seed 0 --paths 100000000 --out '/shared/it'\''s' --of 400 --block "$SLURM_ARRAY_TASK_ID"`,
		`rackonomics merge '/shared/it'\''s'`,
	} {
		if !strings.Contains(script, want) {
			t.Errorf("%q is not in\n%s", want, script)
		}
	}
	bash, err := exec.LookPath("bash")
	if err != nil {
		t.Skip("there is no bash to read the script")
	}
	check := exec.Command(bash, "-n")
	check.Stdin = strings.NewReader(script)
	if out, err := check.CombinedOutput(); err != nil {
		t.Errorf("%v: %s", err, out)
	}
}

// kubernetesJob is what the API of batch/v1 has of a manifest:
// https://kubernetes.io/docs/reference/kubernetes-api/workload-resources/job-v1/
type kubernetesJob struct {
	APIVersion string `yaml:"apiVersion"`
	Kind       string
	Metadata   struct{ Name string }
	Spec       struct {
		CompletionMode       string `yaml:"completionMode"`
		Completions          int
		Parallelism          int
		BackoffLimitPerIndex int `yaml:"backoffLimitPerIndex"`
		Template             struct {
			Spec struct {
				RestartPolicy string `yaml:"restartPolicy"`
				Containers    []struct {
					Name, Image  string
					Command      []string
					Env          []struct{ Name, Value string }
					Resources    struct{ Requests, Limits map[string]string }
					VolumeMounts []struct {
						Name      string
						MountPath string `yaml:"mountPath"`
					} `yaml:"volumeMounts"`
				}
				Volumes []struct {
					Name                  string
					PersistentVolumeClaim struct {
						ClaimName string `yaml:"claimName"`
					} `yaml:"persistentVolumeClaim"`
				}
			}
		}
	}
}

func TestKubernetesManifest(t *testing.T) {
	text := succeed(t, sweepJobOf("kubernetes", "--image", "registry.example/rackonomics:1", "--claim", "sweeps", "--out", "a \"b\": é", "--format", "parquet")...)
	decoder := yaml.NewDecoder(strings.NewReader(text))
	decoder.KnownFields(true)
	var job kubernetesJob
	if err := decoder.Decode(&job); err != nil {
		t.Fatalf("%v in\n%s", err, text)
	}
	spec, pod := &job.Spec, &job.Spec.Template.Spec
	if job.APIVersion != "batch/v1" || job.Kind != "Job" || job.Metadata.Name != "rackonomics-half-the-data-center" ||
		spec.CompletionMode != "Indexed" || spec.Completions != 400 || spec.Parallelism != 400 || spec.BackoffLimitPerIndex != 3 || pod.RestartPolicy != "Never" {
		t.Errorf("%+v", job)
	}
	container := &pod.Containers[0]
	want := append([]string{"rackonomics", "study"}, uncertain("--paths", "100000000", "--format", "parquet", "--out", "/sweep/a \"b\": é", "--of", "400")...)
	if !slices.Equal(container.Command, want) {
		t.Errorf("the command is %q, want %q", container.Command, want)
	}
	if container.Image != "registry.example/rackonomics:1" || container.Env[0].Name != "RACKONOMICS_OF" || container.Env[0].Value != "400" || container.Resources.Requests["cpu"] != "1" {
		t.Errorf("%+v", container)
	}
	if container.VolumeMounts[0].MountPath != "/sweep" || pod.Volumes[0].PersistentVolumeClaim.ClaimName != "sweeps" || pod.Volumes[0].Name != container.VolumeMounts[0].Name {
		t.Errorf("the volume is %+v at %+v", pod.Volumes, container.VolumeMounts)
	}
}

// A scenario that is a file is found in the volume.
func TestKubernetesFindsFilesInTheVolume(t *testing.T) {
	file := writeFile(t, documentText(t, "half-the-data-center"))
	text := succeed(t, "sweep-job", "kubernetes", file, "--set", "study.lease.anthropic.price=2.2 to 4", "--of", "4", "--image", "i", "--claim", "c")
	if !strings.Contains(text, `["rackonomics", "study", "/sweep/scenario.json", `) || !strings.Contains(text, `"--out", "/sweep", "--of", "4"]`) {
		t.Error(text)
	}
}

// Kubernetes takes small letters, digits and hyphens between them.
func TestNamesOfJobs(t *testing.T) {
	for name, want := range map[string]string{
		"filed-deal": "rackonomics-filed-deal", "B_1.": "rackonomics-b-1", "é": "rackonomics",
		strings.Repeat("a", 39) + "-b": "rackonomics-" + strings.Repeat("a", 39),
	} {
		if got := (&sweepJob{name: name}).Name(); got != want {
			t.Errorf("the job of %s is %s, want %s", name, got, want)
		}
	}
}

// A link is no file, however it was written down.
func TestKubernetesTakesLinksAsTheyAre(t *testing.T) {
	link := strings.TrimSpace(succeed(t, "link", "half-the-data-center", "--set", "study.lease.anthropic.price=2.2 to 4"))
	for _, text := range []string{link, strings.TrimPrefix(link, "#"), "https://wiki.example/" + strings.Replace(link, "#", "%23", 1)} {
		if got := succeed(t, "sweep-job", "kubernetes", text, "--of", "4", "--image", "i", "--claim", "c"); !strings.Contains(got, `["rackonomics", "study", "`+text+`", `) {
			t.Errorf("%s: %s", text, got)
		}
	}
}

func TestSweepsThatCannotBe(t *testing.T) {
	for name, test := range map[string]struct {
		arguments []string
		status    int
		says      string
	}{
		"unknown scheduler": {sweepJobOf("cron"), statusUsage, `"cron"`},
		"no shares":         {append([]string{"sweep-job", "slurm"}, uncertain()...), statusUsage, "--of"},
		"too many shares":   {sweepJobOf("slurm", "--paths", "1000"), statusMistaken, "allowed is 1 to 8"},
		"no cores":          {sweepJobOf("slurm", "--cores", "0"), statusUsage, "--cores"},
		"no image":          {sweepJobOf("kubernetes", "--claim", "c"), statusUsage, "--image"},
		"no volume":         {sweepJobOf("kubernetes", "--image", "i", "--claim", "c", "--out", "/x"), statusUsage, "--out"},
		"unknown measure":   {sweepJobOf("slurm", "--measure", "x"), statusMistaken, `"x"`},
		"cases of rows":     {sweepJobOf("slurm", "--format", "parquet", "--row", "operator.cash"), statusUsage, "--row and --indices are not of single cases"},
		"nothing uncertain": {[]string{"sweep-job", "slurm", "filed-deal", "--of", "4"}, statusMistaken, "no input is uncertain"},
	} {
		if got := runCommand(t, test.arguments...); got.status != test.status || !strings.Contains(got.failures, test.says) {
			t.Errorf("%s: status %d, want %d; %q", name, got.status, test.status, got.failures)
		}
	}
	if got := runWithInput(t, smallDocument, "sweep-job", "slurm", "-", "--set", "study.fleet.f.gpus=90 to 110", "--of", "2"); got.status != statusUsage || !strings.Contains(got.failures, "standard input") {
		t.Errorf("standard input: %+v", got)
	}
}

func TestWordsOfAShell(t *testing.T) {
	for text, want := range map[string]string{"": "''", "a-b_c/d.e=f@g": "a-b_c/d.e=f@g", "2.2 to 4": "'2.2 to 4'", "it's": `'it'\''s'`, "$x": "'$x'", "é": "'é'"} {
		if got := shellWord(text); got != want {
			t.Errorf("%q is written %s, want %s", text, got, want)
		}
	}
}
