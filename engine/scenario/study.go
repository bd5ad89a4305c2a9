package scenario

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"rackonomics/engine/distribution"
)

// Bounds of a study.
const (
	mostUncertain    = 64
	mostCorrelations = 200
	mostPoints       = 100
	fewestPaths      = 2
	mostPaths        = 1_000_000_000
	largestFactor    = 1000
)

// studyMember names the study in documents and the paths of its changes.
const studyMember = "study"

// Study is what a scenario is not sure of and asks about. Its draws follow from
// the document's seed.
type Study struct {
	Uncertain    []Uncertain
	Correlations []Correlation
	Measure      string // what is asked about, as concentration.revenue@anthropic where several have it; may be empty
	Paths        int    // how many cases are drawn, or 0 where the document does not say
}

// Uncertain is an input of which more than one value is likely.
type Uncertain struct {
	Path     string // of the input, such as lease.anthropic.share
	Instance int    // index in Document.Instances
	Input    *Input
	Times    bool // the distribution is of a factor on what the scenario says, and not of a value instead of it
	distribution.Distribution
	Note    string
	Sources []Source // of the distribution; they state no value
}

// Correlation says how far two uncertain inputs rise and fall together.
type Correlation struct {
	Of [2]string // their paths
	Is float64   // between -1 and 1, of the normal variables behind them
}

// FindUncertain returns the index of an input among the uncertain ones by its path, or -1.
func (s *Study) FindUncertain(path string) int {
	return slices.IndexFunc(s.Uncertain, func(u Uncertain) bool { return u.Path == path })
}

// without takes inputs out of the study, and their correlations with them.
func (s *Study) without(gone func(path string) bool) {
	var uncertain []Uncertain
	for _, u := range s.Uncertain {
		if !gone(u.Path) {
			uncertain = append(uncertain, u)
		}
	}
	var correlations []Correlation
	for _, c := range s.Correlations {
		if !gone(c.Of[0]) && !gone(c.Of[1]) {
			correlations = append(correlations, c)
		}
	}
	s.Uncertain, s.Correlations = uncertain, correlations
}

// locate finds the input that a path names, such as lease.anthropic.share; that of a
// thing alone, lease.anthropic, is whether there is one. Where there is none it
// says why.
func (d *Document) locate(path string) (instance int, in *Input, wrong string) {
	head, field, _ := strings.Cut(path, ".")
	scope := d.schema.FindScope(head)
	if scope == nil {
		return -1, nil, "there is no such input; its path begins with " + d.schema.scopeList()
	}
	name := scope.Name
	if !scope.Single {
		name, field, _ = strings.Cut(field, ".")
	}
	if instance = d.Find(scope.Name, name); instance < 0 {
		return -1, nil, d.lacks(scope, name)
	}
	if in = d.schema.FindInput(scope.Name + "." + field); in == nil {
		in = d.schema.presence[scope.Name]
	}
	if in == nil || in.IsPresence() && field != "" {
		return -1, nil, d.schema.lacks(scope, field)
	}
	return instance, in, ""
}

// relocate finds the things of the uncertain inputs again, once others came or went.
func (d *Document) relocate() {
	for i := range d.Study.Uncertain {
		u := &d.Study.Uncertain[i]
		u.Instance, u.Input, _ = d.locate(u.Path)
	}
}

// checkStudy lists what is wrong with the study beside the rest of the document.
func (d *Document) checkStudy() (problems Problems) {
	for _, u := range d.Study.Uncertain {
		if !u.Times && d.Value(u.Instance, u.Input).Profile != nil {
			problems = append(problems, &Problem{join(studyMember, u.Path), `the input changes over time, so that no one value can stand for it; "times" makes the distribution one of a factor on it`})
		}
	}
	for i, correlation := range d.Study.Correlations {
		for j, path := range correlation.Of {
			if d.Study.FindUncertain(path) < 0 {
				problems = append(problems, &Problem{join(correlationPath, strconv.Itoa(i)+".of."+strconv.Itoa(j)), fmt.Sprintf("%q is not uncertain in this study", shorten(path))})
			}
		}
	}
	if problem := d.checkMeasure(); problem != nil {
		problems = append(problems, problem)
	}
	return problems
}

// checkMeasure tells whether there is the measure that is asked about, and whose it is.
func (d *Document) checkMeasure() *Problem {
	if d.Study.Measure == "" {
		return nil
	}
	name, thing, named := strings.Cut(d.Study.Measure, "@")
	scope, known := d.schema.measureScope(name)
	switch owner := d.schema.FindScope(scope); {
	case !known:
		return &Problem{measurePath, fmt.Sprintf("there is no measure %q", shorten(name))}
	case owner.Single && named:
		return &Problem{measurePath, fmt.Sprintf("there is one %s alone, so that its name is left out: %s", scope, name)}
	case !owner.Single && !named:
		return &Problem{measurePath, fmt.Sprintf("say whose it is, as %s@ and a name among %s", name, owner.Plural)}
	case named && d.Find(scope, thing) < 0:
		return &Problem{measurePath, d.lacks(owner, thing)}
	}
	return nil
}

// asksOf reports whether the study asks about a measure of a thing.
func (d *Document) asksOf(thing *Instance) bool {
	name, owner, named := strings.Cut(d.Study.Measure, "@")
	scope, known := d.schema.measureScope(name)
	return known && named && scope == thing.Scope && owner == thing.Name
}

// correlationPath is where the correlations stand.
const correlationPath = studyMember + ".correlations"

func (d *decoder) study(t *tree) {
	if t == nil || !d.expect(studyMember, t, objectTree) {
		return
	}
	d.refuseOthers(studyMember, t, []string{"uncertain", "correlations", "measure", "paths"})
	d.uncertainInputs(t.get("uncertain"))
	study := &d.document.Study
	if correlations := t.get("correlations"); correlations != nil {
		study.Correlations = d.correlations(correlations)
	}
	study.Measure = d.text(join(studyMember, "measure"), t.get("measure"))
	if paths := t.get("paths"); paths != nil {
		study.Paths = d.paths(paths)
	}
	for _, problem := range d.document.checkStudy() {
		d.fail(problem.Path, "%s", problem.Message)
	}
}

// paths reads how many cases are drawn.
func (d *decoder) paths(t *tree) int {
	return int(d.whole(join(studyMember, "paths"), t, fewestPaths, mostPaths))
}

func (d *decoder) uncertainInputs(t *tree) {
	if t == nil {
		return
	}
	for at, item := range d.objects(join(studyMember, "uncertain"), t, mostUncertain, "inputs are uncertain") {
		d.uncertain(at, item)
	}
}

func (d *decoder) uncertain(at string, t *tree) {
	at = join(at, "input")
	named := t.get("input")
	if named == nil {
		d.fail(at, "the path of an input is missing, as scope.name.input")
		return
	}
	if !d.expect(at, named, textTree) {
		return
	}
	instance, in, wrong := d.document.locate(named.text)
	if wrong != "" {
		d.fail(at, "%s: %s", named.describe(), wrong)
		return
	}
	path := join(studyMember, named.text)
	uncertain := d.spread(in, path, t, "input")
	uncertain.Path, uncertain.Instance = named.text, instance
	if d.document.Study.FindUncertain(uncertain.Path) >= 0 {
		d.fail(path, "this input is listed twice")
		return
	}
	d.document.Study.Uncertain = append(d.document.Study.Uncertain, uncertain)
}

func (d *decoder) correlations(t *tree) (correlations []Correlation) {
	for path, item := range d.objects(correlationPath, t, mostCorrelations, "correlations are given") {
		correlation := d.correlation(path, item)
		same := func(other Correlation) bool {
			return other.Of == correlation.Of || other.Of == [2]string{correlation.Of[1], correlation.Of[0]}
		}
		if slices.ContainsFunc(correlations, same) {
			d.fail(path, "these two are correlated twice")
		}
		correlations = append(correlations, correlation)
	}
	return correlations
}

func (d *decoder) correlation(path string, t *tree) (correlation Correlation) {
	d.refuseOthers(path, t, []string{"of", "is"})
	switch of := t.get("of"); {
	case of == nil:
		d.fail(join(path, "of"), "the paths of two uncertain inputs are missing")
	case !d.expect(join(path, "of"), of, listTree):
	case len(of.items) != 2:
		d.fail(join(path, "of"), "%d inputs are listed; a correlation is of two", len(of.items))
	default:
		for i, item := range of.items {
			correlation.Of[i] = d.text(join(path, "of."+strconv.Itoa(i)), item)
		}
		if correlation.Of[0] == correlation.Of[1] {
			d.fail(join(path, "of"), "an input is not correlated with itself; name two")
		}
	}
	switch is := t.get("is"); {
	case is == nil:
		d.fail(join(path, "is"), "the correlation is missing; allowed is a number between -1 and 1")
	case !d.expect(join(path, "is"), is, numberTree):
	case is.number <= -1 || is.number >= 1:
		d.fail(join(path, "is"), "%s is not allowed; allowed is a number between -1 and 1, without these", is.describe())
	default:
		correlation.Is = is.number
	}
	return correlation
}

// tree is the study as in documents, or nil where there is none.
func (s *Study) tree() *tree {
	t := object()
	if len(s.Uncertain) > 0 {
		uncertain := list()
		for i := range s.Uncertain {
			item := s.Uncertain[i].tree()
			item.members = slices.Insert(item.members, 0, member{"input", text(s.Uncertain[i].Path)})
			uncertain.items = append(uncertain.items, item)
		}
		t.members = append(t.members, member{"uncertain", uncertain})
	}
	if len(s.Correlations) > 0 {
		correlations := list()
		for _, c := range s.Correlations {
			correlations.items = append(correlations.items, object(member{"of", list(text(c.Of[0]), text(c.Of[1]))}, member{"is", number(c.Is)}))
		}
		t.members = append(t.members, member{"correlations", correlations})
	}
	addText(t, "measure", s.Measure)
	if s.Paths != 0 {
		t.members = append(t.members, member{"paths", number(float64(s.Paths))})
	}
	if len(t.members) == 0 {
		return nil
	}
	return t
}

// studySchema is what a JSON Schema says of the study.
func studySchema() *tree {
	pair := object(member{"type", text("array")}, member{"items", reference("text")}, member{"minItems", number(2)}, member{"maxItems", number(2)}, describe("The paths of two uncertain inputs."))
	is := object(member{"type", text("number")}, member{"exclusiveMinimum", number(-1)}, member{"exclusiveMaximum", number(1)}, describe("Of the normal variables behind them."))
	correlation := object(closed(object(member{"of", pair}, member{"is", is}), "of", "is")...)
	study := object(
		member{"uncertain", listOf(reference("uncertain"), mostUncertain, "Inputs of which more than one value is likely.")},
		member{"correlations", listOf(correlation, mostCorrelations, "How far uncertain inputs rise and fall together.")},
		member{"measure", object(member{"$ref", text("#/$defs/text")}, describe("The measure that is asked about; of what there are several, as measure@name."))},
		member{"paths", object(wholeBetween(fewestPaths, mostPaths, "How many cases are drawn.")...)},
	)
	return object(append([]member{describe("What the scenario is not sure of, and asks about. Its draws follow from the seed.")}, closed(study)...)...)
}
