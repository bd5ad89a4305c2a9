package main

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"syscall"

	"github.com/spf13/cobra"

	"rackonomics/engine/estimate"
	"rackonomics/engine/study"
)

// share is the part of a sweep that one process computes: the block-th of so many
// runs of cases that together are all.
type share struct {
	folder    string
	block, of int
	lanes     bool // every case is written, and not what they come to
}

func (s *share) addFlags(command *cobra.Command) {
	flags := command.Flags()
	flags.StringVar(&s.folder, "out", "", "a `folder` to write a share into, in place of printing")
	flags.IntVar(&s.block, "block", 0, "which share, from 0; as the array job says where it is one")
	flags.IntVar(&s.of, "of", 1, "how many shares there are; as the array job says where it is one")
}

// check finds which share is meant.
func (s *share) check(command *cobra.Command) error {
	isBlock, isOf := command.Flags().Changed("block"), command.Flags().Changed("of")
	if s.folder == "" {
		switch {
		case isBlock || isOf:
			return usageError{errors.New("--block and --of are of a share that is written; give the folder with --out")}
		case s.lanes:
			return usageError{errors.New("--format parquet: cases are written into a folder; give it with --out")}
		}
		return nil
	}
	if err := s.fromArrayJob(isBlock, isOf, os.Getenv); err != nil {
		return usageError{err}
	}
	switch {
	case s.of < 1:
		return usageError{fmt.Errorf("--of: %d is not allowed; allowed is 1 or more", s.of)}
	case s.block < 0 || s.block >= s.of:
		return usageError{fmt.Errorf("--block: %d is not allowed; allowed is 0 to %d", s.block, s.of-1)}
	}
	return nil
}

// fromArrayJob takes from the environment what the flags leave open. Where --of is
// given, the number of a task is its share as it stands, so that some tasks of an
// array can be run again.
func (s *share) fromArrayJob(isBlock, isOf bool, environment func(string) string) (err error) {
	job := arrayJobOf(environment)
	switch {
	case isBlock && isOf:
		return nil
	case job == nil && (isBlock || isOf):
		return errors.New("--block and --of go together; only tasks of array jobs know one of them")
	case job == nil:
		return nil
	case isOf:
		s.block, err = job.index(environment)
		return err
	case isBlock:
		s.of, err = wholeIn(environment, job.count)
		return err
	}
	s.block, s.of, err = job.share(environment)
	return err
}

// blocks are those of the share.
func (s *share) blocks(work *study.Work) (estimate.Range, error) {
	if s.of > work.Blocks() {
		return estimate.Range{}, fmt.Errorf("--of: %d shares of %s cases are too many; allowed is 1 to %d, of %d cases each", s.of, countText(work.Paths()), work.Blocks(), study.BlockLanes)
	}
	return shareOf(estimate.Range{To: work.Blocks()}, s.block, s.of), nil
}

// name is that of the share's file, by which files sort in the order of shares.
func (s *share) name() string {
	digits := len(fmt.Sprint(s.of))
	if s.lanes {
		return fmt.Sprintf("cases-%0*d-of-%d.parquet", digits, s.block, s.of)
	}
	return fmt.Sprintf("share-%0*d-of-%d%s", digits, s.block, s.of, shareSuffix)
}

const shareSuffix = ".study"

// write computes the share and writes its file, unless it is there already.
func (s *share) write(command *cobra.Command, q *question) error {
	blocks, err := s.blocks(q.work())
	if err != nil {
		return err
	}
	if s.lanes {
		if err := q.checkCases(); err != nil {
			return err
		}
	}
	about, err := newManifest(q, s)
	if err != nil {
		return err
	}
	if err := s.prepareFolder(q); err != nil {
		return err
	}
	path := filepath.Join(s.folder, s.name())
	there, err := s.isThere(path, q, about)
	if err != nil {
		return err
	}
	if !there {
		running, stop := newRun(command, q.with)
		defer stop()
		end := running.showProgress(command, blocks.To-blocks.From)
		if s.lanes {
			err = running.writeCases(path, q, blocks, about)
		} else {
			err = running.writeShare(path, q, blocks, about)
		}
		end()
		if err != nil {
			return err
		}
		running.tellRefusal(command, q)
	}
	return printText(command, func(out *bytes.Buffer) error {
		fmt.Fprintf(out, "%s: %s of %s cases", path, countText(casesIn(q.work(), blocks)), countText(q.work().Paths()))
		if there {
			fmt.Fprint(out, ", there already")
		}
		fmt.Fprintln(out)
		return nil
	})
}

func casesIn(work *study.Work, blocks estimate.Range) int {
	if blocks.To == blocks.From {
		return 0
	}
	return (blocks.To-1-blocks.From)*study.BlockLanes + work.Lanes(blocks.To-1)
}

// scenarioFile is the document that a folder's shares are of.
const scenarioFile = "scenario.json"

// prepareFolder makes the folder and puts the scenario into it, by which shares
// that fail can be run again. A folder of another scenario is refused.
func (s *share) prepareFolder(q *question) error {
	if err := os.MkdirAll(s.folder, 0o777); err != nil {
		return fmt.Errorf("--out: %w", err)
	}
	path, document := filepath.Join(s.folder, scenarioFile), q.document.Encode()
	before, err := os.ReadFile(path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return writeWhole(path, func(file *os.File) error {
			_, err := file.Write(document)
			return err
		})
	case err != nil:
		return fmt.Errorf("--out: %w", err)
	case string(before) != string(document):
		return fmt.Errorf("--out: %s holds another scenario, or this one with other changes; give another folder", s.folder)
	}
	return nil
}

// isThere reports whether a share's file is there and whole. One of another
// question is refused, and one that is damaged is computed again.
func (s *share) isThere(path string, q *question, about *manifest) (bool, error) {
	var found *manifest
	var err error
	if s.lanes {
		found, err = readCases(path)
	} else {
		found, err = readManifest(path)
	}
	if err != nil {
		if !errors.Is(err, fs.ErrNotExist) && !errors.As(err, new(*damageError)) {
			return false, err
		}
		return false, nil
	}
	if differs := found.differs(about); differs != "" {
		return false, fmt.Errorf("%s is of another study: %s; give another folder", path, differs)
	}
	return true, nil
}

// writeWhole writes a file under a temporary name and gives it its own once all of
// it is on the disk: whoever finds the file finds it whole, and of two that write
// it at once one is kept.
func writeWhole(path string, write func(*os.File) error) (err error) {
	folder := filepath.Dir(path)
	file, err := os.CreateTemp(folder, "."+filepath.Base(path)+".*")
	if err != nil {
		return err
	}
	defer func() {
		if err != nil {
			file.Close()
			os.Remove(file.Name())
		}
	}()
	if err = write(file); err != nil {
		return err
	}
	if err = file.Chmod(0o644); err != nil {
		return err
	}
	if err = file.Sync(); err != nil {
		return err
	}
	if err = file.Close(); err != nil {
		return err
	}
	if err = os.Rename(file.Name(), path); err != nil {
		return err
	}
	return syncFolder(folder)
}

// syncFolder puts a rename on the disk, where the file system can do that for a
// folder; where it cannot, the file is whole all the same, or not there.
func syncFolder(folder string) error {
	opened, err := os.Open(folder)
	if err != nil {
		return err
	}
	defer opened.Close()
	if err := opened.Sync(); err != nil && !errors.Is(err, syscall.EINVAL) && !errors.Is(err, errors.ErrUnsupported) {
		return err
	}
	return nil
}
