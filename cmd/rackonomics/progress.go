package main

import (
	"fmt"
	"io"
	"os"
	"time"

	"github.com/spf13/cobra"
)

// showProgress tells on standard error how far a run of so many blocks is, if that
// is a terminal, until the function that it returns is called.
func (r *run) showProgress(command *cobra.Command, blocks int) (end func()) {
	screen := terminalOf(command.ErrOrStderr())
	if screen == nil {
		return func() {}
	}
	done, ended := make(chan struct{}), make(chan struct{})
	begun := time.Now()
	go func() {
		defer close(ended)
		tick := time.NewTicker(200 * time.Millisecond)
		defer tick.Stop()
		for {
			select {
			case <-done:
				fmt.Fprint(screen, "\r\x1b[K")
				return
			case <-tick.C:
				fmt.Fprintf(screen, "\r\x1b[K%s", progressText(int(r.done.Load()), blocks, time.Since(begun)))
			}
		}
	}()
	return func() {
		close(done)
		<-ended
	}
}

// progressText says how much is done, and how long the rest takes at that rate.
func progressText(done, of int, since time.Duration) string {
	text := fmt.Sprintf("%d %%", 100*done/of)
	if done == 0 {
		return text
	}
	left := time.Duration(float64(since) / float64(done) * float64(of-done))
	return text + ", " + left.Round(time.Second).String() + " left"
}

// terminalOf is the terminal that messages go to, or nil.
func terminalOf(output io.Writer) *os.File {
	if filtered, ok := output.(terminal); ok {
		output = filtered.Writer
	}
	file, ok := output.(*os.File)
	if !ok {
		return nil
	}
	if status, err := file.Stat(); err != nil || status.Mode()&os.ModeCharDevice == 0 {
		return nil
	}
	return file
}
