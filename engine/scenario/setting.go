package scenario

import (
	"fmt"
	"strconv"
	"strings"
)

// ParseSetting reads "path=value" as typed on a command line: a value of an
// input is an entry as on the page ([Input.ReadEntry]), how likely each value is a
// range ([Input.ReadUncertain]), a title is a text even if it looks like something
// else; any other value is JSON. Where the value cannot be read the error is a
// [Problems].
func (s *Schema) ParseSetting(setting string) (Change, error) {
	path, value, ok := strings.Cut(setting, "=")
	if !ok || path == "" {
		return Change{}, fmt.Errorf("%q is not path=value", setting)
	}
	data := []byte(value)
	read, problem := parseTree(data)
	if in := s.uncertain(path); in != nil {
		return in.parseUncertain(path, value, read)
	}
	if in := s.settable(path); in != nil && (problem != nil || read.kind == numberTree || read.kind == textTree) {
		if problem == nil && read.kind == textTree {
			value = read.text
		}
		data, err := in.ReadEntry(value)
		if err != nil {
			return Change{}, Problems{{path, in.orRange(err, path, value)}}
		}
		return Change{path, data}, nil
	}
	isTitle := strings.HasSuffix(path, "."+titleField)
	if problem != nil || isTitle && read.kind != textTree && read.kind != nullTree {
		data = quoted(value)
	}
	return Change{path, data}, nil
}

// Setting writes the change as [Schema.ParseSetting] reads it.
func (c Change) Setting() string {
	if number, err := strconv.ParseFloat(string(c.JSON), 64); err == nil {
		return c.Path + "=" + Unmistakable(number)
	}
	return c.Path + "=" + string(c.JSON)
}

// settable finds the input that a path sets, or nil.
func (s *Schema) settable(path string) *Input {
	head, field, _ := strings.Cut(path, ".")
	if scope := s.FindScope(head); scope != nil && !scope.Single {
		_, field, _ = strings.Cut(field, ".")
	}
	return s.FindInput(head + "." + field)
}
