package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/signal"
	"runtime"
	"sync/atomic"
	"syscall"

	"github.com/spf13/cobra"
	"golang.org/x/sync/errgroup"

	"rackonomics/engine/estimate"
	"rackonomics/engine/machine"
	"rackonomics/engine/study"
	"rackonomics/wasm/native"
)

// run is the computing of a question: on how many cores, until when, and how far
// it is.
type run struct {
	ctx     context.Context
	workers int
	backend machine.Backend // nil where the machine computes operation by operation
	done    atomic.Int64    // blocks
}

// What computes cases; the figures are the same.
const (
	withKernel  = "kernel"
	withMachine = "machine"
)

func addWith(command *cobra.Command, with *string) {
	command.Flags().StringVar(with, "with", withKernel, "what computes the cases: a kernel, compiled for this processor, or the machine, operation by operation; the figures are the same")
}

// newBackend is what --with names, nil for the machine, and the function that ends it.
func newBackend(ctx context.Context, with string) (machine.Backend, func()) {
	if with == withMachine {
		return nil, func() {}
	}
	backend := native.New(ctx)
	return backend, func() { backend.Close(ctx) }
}

// computedBy says what computed cases, and where no kernel did why.
func computedBy(backend machine.Backend, refusal error) string {
	switch {
	case backend == nil:
		return "by the machine, operation by operation, as was asked"
	case refusal != nil:
		return fmt.Sprintf("by the machine, operation by operation: there is no kernel for this scenario: %v", refusal)
	}
	return "by a kernel, compiled for this processor"
}

func checkWith(with string) error {
	if with != withKernel && with != withMachine {
		return usageError{fmt.Errorf("--with: %q is not allowed; allowed is %s or %s", with, withKernel, withMachine)}
	}
	return nil
}

// newRun computes on all cores that the process may use, until it is interrupted.
// The function ends it.
func newRun(command *cobra.Command, with string) (*run, func()) {
	ctx, stop := signal.NotifyContext(command.Context(), os.Interrupt, syscall.SIGTERM)
	// A second interrupt ends the process at once.
	context.AfterFunc(ctx, stop)
	backend, end := newBackend(context.WithoutCancel(ctx), with) // blocks end by themselves
	r := &run{ctx: ctx, workers: runtime.GOMAXPROCS(0), backend: backend}
	return r, func() {
		stop()
		end()
	}
}

// tellRefusal says on standard error why cases were not computed by a kernel.
func (r *run) tellRefusal(command *cobra.Command, q *question) {
	if r.backend == nil {
		return
	}
	for _, work := range q.works {
		if err := work.Refusal(); err != nil {
			fmt.Fprintf(command.ErrOrStderr(), "There is no kernel for this scenario: %v. The machine computed its cases operation by operation, to the same figures.\n", err)
			return
		}
	}
}

// gather computes some blocks of a question. Each worker takes a run of blocks into
// a part of its own; what the parts merge to depends on the blocks alone, and so
// not on the number of workers.
func (r *run) gather(q *question, blocks estimate.Range) (*study.Gathering, error) {
	parts := make([]*study.Gathering, r.workers)
	err := r.compute(q, blocks, func(worker int, work *study.Work) (func(block int, numbers []float64) error, error) {
		part, err := study.NewGathering(work)
		if err != nil {
			return nil, err
		}
		parts[worker] = part
		return part.Add, nil
	})
	if err != nil {
		return nil, err
	}
	whole, err := study.NewGathering(q.work())
	if err != nil {
		return nil, err
	}
	for _, part := range parts {
		if part == nil {
			continue
		}
		if err := whole.Merge(part); err != nil {
			return nil, err
		}
	}
	return whole, nil
}

// compute computes blocks on all workers at once, each a run of them in ascending
// order. What takes a worker's blocks is made once the worker has its work.
func (r *run) compute(q *question, blocks estimate.Range, taker func(worker int, work *study.Work) (func(block int, numbers []float64) error, error)) error {
	workers := min(r.workers, blocks.To-blocks.From)
	if err := q.prepare(workers); err != nil {
		return err
	}
	group, ctx := errgroup.WithContext(r.ctx)
	for worker, work := range q.works[:workers] {
		group.Go(func() error {
			if r.backend != nil {
				work.Use(r.backend)
			}
			take, err := taker(worker, work)
			if err != nil {
				return err
			}
			mine := shareOf(blocks, worker, workers)
			for block := mine.From; block < mine.To && ctx.Err() == nil; block++ {
				numbers, err := work.Compute(block)
				if err != nil {
					return err
				}
				if err := take(block, numbers); err != nil {
					return err
				}
				r.done.Add(1)
			}
			return nil
		})
	}
	err := group.Wait()
	if err == nil && r.ctx.Err() != nil {
		err = errors.New("it was interrupted; nothing was written")
	}
	return err
}

// prepare makes the work of further workers.
func (q *question) prepare(workers int) error {
	for len(q.works) < workers {
		work, err := study.NewWork(q.document, q.ask)
		if err != nil {
			return err
		}
		q.works = append(q.works, work)
	}
	return nil
}

// shareOf is the i-th of so many runs that together are all blocks, of lengths that
// differ by one at most.
func shareOf(blocks estimate.Range, i, of int) estimate.Range {
	count := blocks.To - blocks.From
	return estimate.Range{From: blocks.From + count*i/of, To: blocks.From + count*(i+1)/of}
}
