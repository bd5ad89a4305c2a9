package main

import (
	"runtime/debug"
	"strings"
	"testing"
)

func TestVersionOfABuild(t *testing.T) {
	revision, tags := debug.BuildSetting{Key: "vcs.revision", Value: "1a2b"}, debug.BuildSetting{Key: "-tags", Value: "noasm"}
	clean, changed := debug.BuildSetting{Key: "vcs.modified", Value: "false"}, debug.BuildSetting{Key: "vcs.modified", Value: "true"}
	for name, test := range map[string]struct {
		settings []debug.BuildSetting
		want     string
	}{
		"commit":       {[]debug.BuildSetting{tags, revision, clean}, "commit 1a2b noasm"},
		"without tags": {[]debug.BuildSetting{revision, clean}, "commit 1a2b"},
		"changed":      {[]debug.BuildSetting{tags, revision, changed}, ""},
		"maybe so":     {[]debug.BuildSetting{tags, revision}, ""},
		"unknown":      {[]debug.BuildSetting{tags}, ""},
	} {
		if got := commitOf(test.settings); got != test.want {
			t.Errorf("%s: %q, want %q", name, got, test.want)
		}
	}
	if version, err := buildVersion(); err != nil || !strings.HasPrefix(version, "commit ") && !strings.HasPrefix(version, "program ") {
		t.Errorf("%q, %v", version, err)
	}
}
