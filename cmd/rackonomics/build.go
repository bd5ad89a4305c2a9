package main

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"
	"os"
	"runtime/debug"
	"strings"
	"sync"
)

// buildVersion tells whether two programs compute the same: the commit that they
// were built of, or the hash of the program itself.
var buildVersion = sync.OnceValues(func() (string, error) {
	if info, ok := debug.ReadBuildInfo(); ok {
		if commit := commitOf(info.Settings); commit != "" {
			return commit, nil
		}
	}
	path, err := os.Executable()
	if err != nil {
		return "", fmt.Errorf("the program does not find itself to tell its version: %w", err)
	}
	file, err := os.Open(path)
	if err != nil {
		return "", fmt.Errorf("the program cannot be read to tell its version: %w", err)
	}
	defer file.Close()
	hash := sha256.New()
	if _, err := io.Copy(hash, file); err != nil {
		return "", fmt.Errorf("the program cannot be read to tell its version: %w", err)
	}
	return "program " + hex.EncodeToString(hash.Sum(nil)), nil
})

// commitOf tells the commit of a build with its tags, so that programs for several
// processors go together; nothing where the tree held what no commit has, or where
// the build does not know.
func commitOf(settings []debug.BuildSetting) string {
	known := map[string]string{}
	for _, setting := range settings {
		known[setting.Key] = setting.Value
	}
	if known["vcs.revision"] == "" || known["vcs.modified"] != "false" {
		return ""
	}
	return strings.TrimSpace("commit " + known["vcs.revision"] + " " + known["-tags"])
}
