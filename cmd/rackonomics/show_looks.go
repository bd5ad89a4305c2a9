package main

import (
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"rackonomics/engine/model"
)

// isByStep reports whether a view has a column for each month, quarter or year.
func isByStep(view *model.View) bool {
	switch view.Shows.(type) {
	case model.Chart, model.Statement:
		return true
	}
	return false
}

// looksAtAMonth reports whether a view tells something of one month.
func looksAtAMonth(view *model.View) bool {
	switch content := view.Shows.(type) {
	case model.Answer, model.Cells, model.Split:
		return len(view.ShownRows())+len(view.Inputs()) > 0
	case model.Table:
		ofAMonth := func(figure model.Figure) bool { return figure.Row != "" || figure.Input != "" }
		return slices.ContainsFunc(content.Rows, func(row model.TableRow) bool { return row.Own || slices.ContainsFunc(row.Cells, ofAMonth) })
	}
	return false
}

// checkLooks refuses a flag that was given and that the view does not look at.
func checkLooks(command *cobra.Command, view *model.View) error {
	for _, flag := range []struct {
		name  string
		looks func(*model.View) bool
	}{{"by", isByStep}, {"month", looksAtAMonth}} {
		if !command.Flags().Changed(flag.name) || flag.looks(view) {
			continue
		}
		var those []string
		for i := range model.Views {
			if each := &model.Views[i]; flag.looks(each) {
				those = append(those, each.Name)
			}
		}
		return usageError{fmt.Errorf("--%s: %s does not look at it; these do: %s", flag.name, view.Name, strings.Join(those, ", "))}
	}
	return nil
}
