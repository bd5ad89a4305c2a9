package scenario

import (
	"fmt"
	"strings"
)

// The paths of the study's own parts that changes set; any other is of an input.
const (
	measurePath = studyMember + ".measure"
	pathsPath   = studyMember + ".paths"
)

// sourcesWord as the distribution of an input means that of its sources' values.
const sourcesWord = "sources"

// setStudy sets a part of the study, or takes it away.
func (d *Document) setStudy(path, input string, value *tree) Problems {
	r := decoder{document: d}
	after := d.Study
	isGone := value.kind == nullTree
	switch path {
	case correlationPath:
		after.Correlations = nil
		if !isGone {
			after.Correlations = r.correlations(value)
		}
	case measurePath:
		after.Measure = ""
		if !isGone {
			after.Measure = r.text(path, value)
		}
	case pathsPath:
		after.Paths = 0
		if !isGone {
			after.Paths = r.paths(value)
		}
	default:
		return d.setUncertain(path, input, value)
	}
	if r.problems == nil {
		d.Study = after
	}
	return r.problems
}

// setUncertain says how likely each value of an input is, or that it is certain.
func (d *Document) setUncertain(path, input string, value *tree) Problems {
	if !strings.Contains(input, ".") {
		return Problems{{path, fmt.Sprintf("there is no such path; allowed is %s, %s, %s, or %s. before the path of an input", correlationPath, measurePath, pathsPath, studyMember)}}
	}
	instance, in, wrong := d.locate(input)
	if wrong != "" {
		return Problems{{path, wrong}}
	}
	if value.kind == nullTree {
		d.Study.without(func(other string) bool { return other == input })
		return nil
	}
	uncertain, problems := d.readUncertain(instance, in, path, value)
	if problems != nil {
		return problems
	}
	uncertain.Path, uncertain.Instance = input, instance
	if at := d.Study.FindUncertain(input); at >= 0 {
		before := &d.Study.Uncertain[at]
		if uncertain.Sources == nil && uncertain.Note == "" {
			uncertain.Note, uncertain.Sources = before.Note, before.Sources
		}
		*before = uncertain
		return nil
	}
	if len(d.Study.Uncertain) >= mostUncertain {
		return Problems{{path, fmt.Sprintf("%d inputs are uncertain already; at most %d are allowed", len(d.Study.Uncertain), mostUncertain)}}
	}
	d.Study.Uncertain = append(d.Study.Uncertain, uncertain)
	return nil
}

// readUncertain reads a distribution, or finds that of the values of the input's sources.
func (d *Document) readUncertain(instance int, in *Input, path string, value *tree) (Uncertain, Problems) {
	r := decoder{document: d}
	if value.kind == textTree && value.text == sourcesWord {
		spread, err := FromSources(in, d.Sources(instance, in))
		if err != nil {
			return Uncertain{}, Problems{{path, err.Error()}}
		}
		return Uncertain{Input: in, Distribution: spread}, nil
	}
	if !r.expect(path, value, objectTree) {
		return Uncertain{}, r.problems
	}
	uncertain := r.spread(in, path, value)
	return uncertain, r.problems
}

// uncertain finds the input of which a path says how likely each value is, or nil.
func (s *Schema) uncertain(path string) *Input {
	input, ok := strings.CutPrefix(path, studyMember+".")
	if !ok {
		return nil
	}
	if scope, name, named := strings.Cut(input, "."); named && !strings.Contains(name, ".") && s.presence[scope] != nil {
		return s.presence[scope]
	}
	return s.settable(input)
}

// parseUncertain reads what was typed as how likely each value of the input is. What
// is an object, a list or null in JSON stays as it is.
func (in *Input) parseUncertain(path, value string, read *tree) (Change, error) {
	switch {
	case read == nil:
	case read.kind == objectTree || read.kind == listTree || read.kind == nullTree:
		return Change{path, []byte(value)}, nil
	case read.kind == textTree:
		value = read.text
	}
	data, err := in.ReadUncertain(value)
	if err != nil {
		return Change{}, Problems{{path, err.Error()}}
	}
	return Change{path, data}, nil
}

// orRange is why an entry does not count, or how to write it where it is a range.
func (in *Input) orRange(err error, path, value string) string {
	if _, _, noRange := in.ReadRange(value); noRange != nil || in.Scope() == frame {
		return err.Error()
	}
	return fmt.Sprintf("%q is a range and not one value; write %s=%s", shorten(value), join(studyMember, path), shorten(value))
}
