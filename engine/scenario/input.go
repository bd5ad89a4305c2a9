// Package scenario holds the document that a run is made of: the things of a
// scenario (operator, sites, fleets, sources of power, leases) with their
// inputs. Every input is declared here once, with unit, bounds, default, note
// and sources; decoding, validation, the JSON Schema, the page's controls and
// the documentation all follow from that declaration. The package knows
// nothing of running a model.
package scenario

import (
	"slices"
	"strings"
)

// Scope is a kind of thing that a scenario has.
type Scope struct {
	Name   string
	Title  string
	Parent string // the scope it belongs to, named by a member of that name
	Single bool   // written as one object, not a list
	Most   int    // instances allowed
	Note   string
}

// Scopes lists the kinds of things, those that others belong to first.
var Scopes = []Scope{
	{Name: "operator", Title: "Operator", Single: true, Most: 1, Note: "The company that runs the sites and rents out compute."},
	{Name: "site", Title: "Site", Parent: "operator", Most: 8, Note: "A data centre."},
	{Name: "fleet", Title: "GPU fleet", Parent: "site", Most: 24, Note: "GPUs of one generation at a site."},
	{Name: "source", Title: "Power source", Parent: "site", Most: 24, Note: "A supply of power at a site; sources serve in the order of the scenario."},
	{Name: "tranche", Title: "Debt", Parent: "operator", Most: 12, Note: "A loan or bond of the operator."},
	{Name: "company", Title: "Company", Most: 8, Note: "A company that goes public."},
	{Name: "lease", Title: "Lease", Parent: "site", Most: 16, Note: "A tenant's contract for capacity of a site; leases are served in the order of the scenario."},
}

// Kind says what values an input takes.
type Kind string

// The kinds of inputs.
const (
	Number Kind = "number"
	Switch Kind = "switch" // true or false
	Choice Kind = "choice" // the name of an option
	Month  Kind = "month"  // written as 2026-05
	Day    Kind = "day"    // written as 2026-05-20
)

// Confidence grades a source as the fact sheet does.
type Confidence string

// Grades of confidence.
const (
	High     Confidence = "H"   // primary filing, official page or standard, or many reports that agree
	Medium   Confidence = "M"   // one reputable report
	Low      Confidence = "L"   // one blog or analyst, or in conflict with another source
	Derived  Confidence = "DER" // arithmetic from cited figures
	Estimate Confidence = "EST" // estimate without a source
)

// Source says where a value comes from. Where sources disagree on an input,
// each carries its own Value, and the page lets one switch between them.
type Source struct {
	Label      string
	URL        string
	Date       string // as precise as known: 2026, 2026-05 or 2026-05-06
	Confidence Confidence
	Value      *Value // what this source says; in a document it is always set
}

// Option is one possibility of a Choice.
type Option struct {
	Name  string `json:"name"`
	Title string `json:"title"`
}

// Input declares one input.
type Input struct {
	Name       string // scope.name
	Title      string
	Unit       string // of a Number
	Kind       Kind
	Percent    bool   // a ratio that people read in per cent
	Default    string // as text; numbers in Go syntax
	Min, Max   float64
	Step       float64 // of a slider
	Options    []Option
	MayVary    bool   // may be a profile over time
	Group      string // heading on the page
	OnlyWith   string // "basis=share": has an effect only with this option of a sibling input
	Note       string
	Sources    []Source
	Assumption bool // the default is our assumption

	standard Value // Default, as read when the program starts
}

// Scope returns the scope's name.
func (in *Input) Scope() string {
	scope, _, _ := strings.Cut(in.Name, ".")
	return scope
}

// Field returns the name without its scope, as in documents.
func (in *Input) Field() string {
	_, field, _ := strings.Cut(in.Name, ".")
	return field
}

// Inputs lists every input, in the order of the page.
var Inputs = slices.Concat(operatorInputs, taxInputs, valueInputs, siteInputs, orbitInputs, fleetInputs, sourceInputs, trancheInputs, companyInputs, leaseInputs)

var inputIndex = func() map[string]*Input {
	index := map[string]*Input{}
	for i := range Inputs {
		in := &Inputs[i]
		standard, err := in.Parse(in.Default)
		if err != nil {
			panic("default of " + in.Name + ": " + err.Error()) // a test covers every declaration
		}
		in.standard = standard
		index[in.Name] = in
	}
	return index
}()

// FindInput returns the declaration of scope.name, or nil.
func FindInput(name string) *Input { return inputIndex[name] }

// InputsOf lists the inputs of a scope.
func InputsOf(scope string) []*Input { return inputsOf[scope] }

var inputsOf = func() map[string][]*Input {
	lists := map[string][]*Input{}
	for i := range Inputs {
		scope := Inputs[i].Scope()
		lists[scope] = append(lists[scope], &Inputs[i])
	}
	return lists
}()

// FindScope returns the declaration of a scope, or nil.
func FindScope(name string) *Scope {
	for i := range Scopes {
		if Scopes[i].Name == name {
			return &Scopes[i]
		}
	}
	return nil
}
