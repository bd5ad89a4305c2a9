package main

import (
	"fmt"
	"strconv"
)

// arrayJob is how a scheduler tells the tasks of an array job which they are, by
// environment variables.
type arrayJob struct {
	name        string
	task        string // the number of the task
	count       string // how many tasks there are
	first, last string // of the tasks' numbers; empty where they begin at 0 without gaps
}

// arrayJobs are those that are known. Kubernetes does not tell how many tasks there
// are; the manifest of "rackonomics sweep-job kubernetes" does.
//
//   - https://kubernetes.io/docs/concepts/workloads/controllers/job/#completion-mode
//   - https://slurm.schedmd.com/job_array.html
//   - https://docs.aws.amazon.com/batch/latest/userguide/job_env_vars.html
//   - https://cloud.google.com/run/docs/container-contract#jobs-env-vars
var arrayJobs = []arrayJob{
	{name: "Slurm", task: "SLURM_ARRAY_TASK_ID", count: "SLURM_ARRAY_TASK_COUNT", first: "SLURM_ARRAY_TASK_MIN", last: "SLURM_ARRAY_TASK_MAX"},
	{name: "Kubernetes", task: "JOB_COMPLETION_INDEX", count: "RACKONOMICS_OF"},
	{name: "AWS Batch", task: "AWS_BATCH_JOB_ARRAY_INDEX", count: "AWS_BATCH_JOB_ARRAY_SIZE"},
	{name: "Cloud Run", task: "CLOUD_RUN_TASK_INDEX", count: "CLOUD_RUN_TASK_COUNT"},
}

// arrayJobOf finds the scheduler that a task runs under, or nil.
func arrayJobOf(environment func(string) string) *arrayJob {
	for i := range arrayJobs {
		if environment(arrayJobs[i].task) != "" {
			return &arrayJobs[i]
		}
	}
	return nil
}

// index is the task's number as it is.
func (j *arrayJob) index(environment func(string) string) (int, error) {
	return wholeIn(environment, j.task)
}

// share is which of how many shares is the task's. Tasks whose numbers have gaps
// are some of a larger array, run again: which shares theirs are is not known.
func (j *arrayJob) share(environment func(string) string) (block, of int, err error) {
	if block, err = j.index(environment); err != nil {
		return 0, 0, err
	}
	if of, err = wholeIn(environment, j.count); err != nil {
		return 0, 0, fmt.Errorf("%w; give --of", err)
	}
	if j.first == "" {
		return block, of, nil
	}
	first, err := wholeIn(environment, j.first)
	if err != nil {
		return 0, 0, err
	}
	last, err := wholeIn(environment, j.last)
	if err != nil {
		return 0, 0, err
	}
	if last-first+1 != of {
		return 0, 0, fmt.Errorf("%s: the array has %d tasks between %d and %d, so that it does not say which share is this one's; give --of", j.name, of, first, last)
	}
	return block - first, of, nil
}

func wholeIn(environment func(string) string, name string) (int, error) {
	number, err := strconv.Atoi(environment(name))
	if err != nil || number < 0 {
		return 0, fmt.Errorf("%s: %q is not allowed; allowed is a whole number", name, environment(name))
	}
	return number, nil
}
