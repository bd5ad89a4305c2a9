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
// were built of, with its build tags, so that programs for several processors go
// together; where the tree held what no commit has, the hash of the program itself.
var buildVersion = sync.OnceValues(func() (string, error) {
	settings := map[string]string{}
	if info, ok := debug.ReadBuildInfo(); ok {
		for _, setting := range info.Settings {
			settings[setting.Key] = setting.Value
		}
	}
	if commit := settings["vcs.revision"]; commit != "" && settings["vcs.modified"] == "false" {
		return strings.TrimSpace("commit " + commit + " " + settings["-tags"]), nil
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
