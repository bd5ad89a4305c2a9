// Package floor is the plan of what stands on a floor and who uses it, as the
// scene draws it: the plan's type, and how it travels from the engine to the
// scene. It knows nothing of the model, so that the scene's program does not
// hold that; engine/result makes the plan of a run.
package floor

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"slices"
)

// Plan is everything the scene shows, for every month. A series has one number
// a month. What [Decode] returns has been checked, so that its readers can rely
// on lengths and ranges.
//
// It travels as a head, this type as JSON, and beside it the series in one block
// of numbers: encoding/json takes some 23 ms for 100 KB in WebAssembly, copying
// a block of float64 microseconds.
type Plan struct {
	Months []string `json:"months"`
	// Uses are what racks are used for: the tenants' leases in their order, then
	// the operator's own use, then none.
	Uses    []Use     `json:"uses"`
	Sites   []Site    `json:"sites"`
	Halls   []Hall    `json:"halls"`
	Sources []Source  `json:"sources"`
	Shares  Shares    `json:"-"` // of all halls
	Demand  []float64 `json:"-"` // MW
	Money   Money     `json:"-"`
}

// Money is what comes in, goes out and stays of the operator's operations, in USD.
// What comes in less what goes out is what stays, which may be below zero, as each
// may be.
type Money struct {
	Received [][]float64 // for the use of racks: of each use but the last, which is none
	Paid     []float64   // for all that runs, with interest and tax, less interest received
	Kept     []float64   // cash flow of the operations
}

// Use is what a rack can be used for. Role and place say what it is, for those
// who give it a colour.
type Use struct {
	Name  string `json:"name,omitempty"` // of a tenant's lease
	Title string `json:"title"`
	Role  string `json:"role"`  // as the model's views have it
	Place int    `json:"place"` // among those of its role
}

// Shares are the ratios of usable racks by use and month. What they leave is idle:
// the last use has none.
type Shares [][]float64

// Site is a data centre, whose leases are served from all of its halls alike.
type Site struct {
	Name       string    `json:"name"`
	Title      string    `json:"title"`
	Orbital    bool      `json:"orbital,omitempty"` // its halls fly as satellites
	Load       float64   `json:"load"`              // 0 to 1: of the racks in use
	Shares     Shares    `json:"-"`
	Wanted     []float64 `json:"-"` // MW, with every working rack in use
	Available  []float64 `json:"-"` // MW that can be counted on
	Heat       []float64 `json:"-"` // MW that computers give off
	HeatLimit  []float64 `json:"-"` // MW that can be removed
	Limit      []float64 `json:"-"` // what keeps racks dark: a [Limit] a month
	Satellites []float64 `json:"-"` // in service
	FloorTaken []float64 `json:"-"` // square metres of the buildings that racks stand on
	FloorFree  []float64 `json:"-"` // square metres
}

// Limit is what binds a site in a month.
type Limit int

// The limits, as they travel.
const (
	NoLimit Limit = iota
	LimitedByPower
	LimitedByCooling
	LimitedByFloor
	LimitedByCurtailment
	limits
)

// Hall is a data hall with racks of one kind.
type Hall struct {
	Name             string    `json:"name"`
	Title            string    `json:"title"`
	Site             int       `json:"site"` // index into Plan.Sites
	GPUsPerRack      float64   `json:"gpus_per_rack"`
	KilowattsPerRack float64   `json:"kw_per_rack"`
	Racks            []float64 `json:"-"` // installed
	Usable           []float64 `json:"-"` // of these, with power and cooling
	Waiting          []float64 `json:"-"` // delivered besides, and not in service yet
}

// Source is a source of power.
type Source struct {
	Name      string    `json:"name"`
	Title     string    `json:"title"`
	Kind      string    `json:"kind"` // as the model's options have it
	Site      int       `json:"site"` // index into Plan.Sites
	Installed []float64 `json:"-"`    // MW
	Planned   []float64 `json:"-"`    // MW that would be there if nothing were late
	Served    []float64 `json:"-"`    // MW
	Available []float64 `json:"-"`    // MW

	Storage float64   `json:"storage,omitempty"` // MWh of a full battery
	Charged []float64 `json:"-"`                 // MW that charge a battery
	Full    []float64 `json:"-"`                 // MWh that are in it when a call of the grid comes; 0 without calls
	Left    []float64 `json:"-"`                 // MWh that a call leaves in it
}

// Battery is the kind of a source that stores energy.
const Battery = "battery"

// Bounds of a plan. They are far above any real site and keep a hostile message
// from exhausting the scene.
const (
	MaximumHeadBytes  = 256 << 10
	MaximumNesting    = 8
	MaximumMonths     = 1200
	MaximumUses       = 66
	MaximumSites      = 32
	MaximumHalls      = 32
	MaximumSources    = 32
	MaximumText       = 200 // bytes of a name or a title
	MaximumRacks      = 1e7 // of a hall
	MaximumMegawatts  = 1e7
	MaximumEnergy     = 1e7 // MWh
	MaximumFloor      = 1e9 // square metres
	MaximumSatellites = 1e7
	MaximumMoney      = 1e15 // USD in a month, either way
)

// MaximumNumbers bounds the block of numbers that comes with a head.
var MaximumNumbers = MaximumMonths * seriesOf(MaximumUses, MaximumSites, MaximumHalls, MaximumSources)

// seriesOf counts the series of a plan, as [Plan.visit] visits them.
func seriesOf(uses, sites, halls, sources int) int {
	return 3*halls + (1+sites)*(uses-1) + 8*sites + 7*sources + 1 + (uses - 1) + 2
}

// rounding is how far a number may lie below zero or above its bound, in the unit
// of its series: what arithmetic in float64 makes of sums and differences up to
// the largest bound, and far less than a picture shows. Such a number is taken as
// the bound; any beyond is refused.
const rounding = 1e-6

// part names a series, or series, of a plan as errors do. It is written only where
// there is something to say: plans travel at every tick of a slider.
type part struct {
	list  string // halls; empty of what there is one of
	index int    // in the list
	field string
	of    int // which of several in the field, or -1
}

func (p part) String() string {
	text := p.field
	if p.list != "" {
		text = fmt.Sprintf("%s[%d].%s", p.list, p.index, p.field)
	}
	if p.of >= 0 {
		text = fmt.Sprintf("%s[%d]", text, p.of)
	}
	return text
}

// visit calls do with each series in the order in which they travel, its name and
// the least and the largest number that are allowed in it.
func (p *Plan) visit(visit func(name part, series *[]float64, least, most float64)) {
	do := func(list string, index int, field string, series *[]float64, most float64) {
		visit(part{list, index, field, -1}, series, 0, most)
	}
	for i := range p.Halls {
		do("halls", i, "racks", &p.Halls[i].Racks, MaximumRacks)
		do("halls", i, "usable", &p.Halls[i].Usable, MaximumRacks)
		do("halls", i, "waiting", &p.Halls[i].Waiting, MaximumRacks)
	}
	p.visitShares(func(name part, shares *Shares) {
		for i := range *shares {
			name.of = i
			visit(name, &(*shares)[i], 0, 1)
		}
	})
	for i := range p.Sites {
		site := &p.Sites[i]
		do("sites", i, "wanted", &site.Wanted, MaximumMegawatts)
		do("sites", i, "available", &site.Available, MaximumMegawatts)
		do("sites", i, "heat", &site.Heat, MaximumMegawatts)
		do("sites", i, "heat_limit", &site.HeatLimit, MaximumMegawatts)
		do("sites", i, "limit", &site.Limit, float64(limits-1))
		do("sites", i, "satellites", &site.Satellites, MaximumSatellites)
		do("sites", i, "floor_taken", &site.FloorTaken, MaximumFloor)
		do("sites", i, "floor_free", &site.FloorFree, MaximumFloor)
	}
	for i := range p.Sources {
		do("sources", i, "installed", &p.Sources[i].Installed, MaximumMegawatts)
		do("sources", i, "planned", &p.Sources[i].Planned, MaximumMegawatts)
		do("sources", i, "served", &p.Sources[i].Served, MaximumMegawatts)
		do("sources", i, "available", &p.Sources[i].Available, MaximumMegawatts)
		do("sources", i, "charged", &p.Sources[i].Charged, MaximumMegawatts)
		do("sources", i, "full", &p.Sources[i].Full, MaximumEnergy)
		do("sources", i, "left", &p.Sources[i].Left, MaximumEnergy)
	}
	do("", 0, "demand", &p.Demand, MaximumMegawatts)
	for i := range p.Money.Received {
		visit(part{"", 0, "money.received", i}, &p.Money.Received[i], -MaximumMoney, MaximumMoney)
	}
	visit(part{"", 0, "money.paid", -1}, &p.Money.Paid, -MaximumMoney, MaximumMoney)
	visit(part{"", 0, "money.kept", -1}, &p.Money.Kept, -MaximumMoney, MaximumMoney)
}

// visitShares calls do with the shares of all halls, then with those of each site.
func (p *Plan) visitShares(do func(name part, shares *Shares)) {
	do(part{"", 0, "shares", -1}, &p.Shares)
	for i := range p.Sites {
		do(part{"sites", i, "shares", -1}, &p.Sites[i].Shares)
	}
}

// Encode writes a plan as [Decode] reads it, its head by a function that writes
// JSON, as the engine has one of its own, and its numbers behind those before. An error
// names the part that does not fit the rest, or breaks a bound, and adds no numbers;
// these are left for Decode to refuse.
func Encode(p *Plan, before []float64, marshal func(any) ([]byte, error)) (head string, numbers []float64, err error) {
	if err := p.checkHead(); err != nil {
		return "", before, err
	}
	numbers = slices.Grow(before, len(p.Months)*seriesOf(len(p.Uses), len(p.Sites), len(p.Halls), len(p.Sources)))
	var problems []error
	p.visitShares(func(name part, shares *Shares) {
		if len(*shares) != len(p.Uses)-1 {
			problems = append(problems, fmt.Errorf("plan: %s has %d series; one of each of %d uses but the last is needed", name, len(*shares), len(p.Uses)))
		}
	})
	if len(p.Money.Received) != len(p.Uses)-1 {
		problems = append(problems, fmt.Errorf("plan: money.received has %d series; one of each of %d uses but the last is needed", len(p.Money.Received), len(p.Uses)))
	}
	p.visit(func(name part, series *[]float64, _, _ float64) {
		if len(*series) != len(p.Months) {
			problems = append(problems, fmt.Errorf("plan: %s has %d months; the plan has %d", name, len(*series), len(p.Months)))
		}
		numbers = append(numbers, *series...)
	})
	text, err := marshal(p)
	if err := errors.Join(append(problems, err)...); err != nil {
		return "", before, err
	}
	return string(text), numbers, nil
}

// Decode reads and checks a plan. An error names the field, the value and what is
// allowed. Decode keeps no reference to head or numbers.
func Decode(head []byte, numbers []float64) (*Plan, error) {
	if len(head) > MaximumHeadBytes {
		return nil, fmt.Errorf("plan: %d bytes of text; at most %d are allowed", len(head), MaximumHeadBytes)
	}
	if err := checkNesting(head); err != nil {
		return nil, err
	}
	p := &Plan{}
	decoder := json.NewDecoder(bytes.NewReader(head))
	decoder.DisallowUnknownFields()
	if err := decoder.Decode(p); err != nil {
		return nil, fmt.Errorf("plan: %w", err)
	}
	if _, err := decoder.Token(); !errors.Is(err, io.EOF) {
		return nil, errors.New("plan: there is something after the JSON object")
	}
	if err := p.checkHead(); err != nil {
		return nil, err
	}
	if err := p.take(numbers); err != nil {
		return nil, err
	}
	return p, p.checkShares()
}

// checkNesting bounds the depth before decoding, because deep nesting ends a
// WebAssembly process with an error of the host's stack that Go cannot recover.
func checkNesting(text []byte) error {
	depth, inString, escaped := 0, false, false
	for _, c := range text {
		switch {
		case escaped:
			escaped = false
		case inString && c == '\\':
			escaped = true
		case c == '"':
			inString = !inString
		case inString:
		case c == '{' || c == '[':
			if depth++; depth > MaximumNesting {
				return fmt.Errorf("plan: nested more than %d levels deep", MaximumNesting)
			}
		case c == '}' || c == ']':
			depth--
		}
	}
	return nil
}

func (p *Plan) checkHead() error {
	for _, c := range []struct {
		field             string
		count, low, bound int
	}{
		{"months", len(p.Months), 1, MaximumMonths},
		{"uses", len(p.Uses), 2, MaximumUses},
		{"sites", len(p.Sites), 0, MaximumSites},
		{"halls", len(p.Halls), 0, MaximumHalls},
		{"sources", len(p.Sources), 0, MaximumSources},
	} {
		if c.count < c.low || c.count > c.bound {
			return fmt.Errorf("plan: %s has %d entries; %d to %d are allowed", c.field, c.count, c.low, c.bound)
		}
	}
	var problems []error
	check := func(err error) {
		if err != nil {
			problems = append(problems, err)
		}
	}
	for i, month := range p.Months {
		check(checkText("months", i, "", month))
	}
	for i, use := range p.Uses {
		check(checkTexts("uses", i, use.Name, use.Title))
		check(checkText("uses", i, ".role", use.Role))
		check(checkRange("uses", i, ".place", float64(use.Place), 0, MaximumUses))
	}
	for i, site := range p.Sites {
		check(checkTexts("sites", i, site.Name, site.Title))
		check(checkRange("sites", i, ".load", site.Load, 0, 1))
	}
	for i, hall := range p.Halls {
		check(checkTexts("halls", i, hall.Name, hall.Title))
		check(checkRange("halls", i, ".site", float64(hall.Site), 0, float64(len(p.Sites)-1)))
		check(checkRange("halls", i, ".gpus_per_rack", hall.GPUsPerRack, 0, 1e6))
		check(checkRange("halls", i, ".kw_per_rack", hall.KilowattsPerRack, 0, 1e6))
	}
	for i, source := range p.Sources {
		check(checkTexts("sources", i, source.Name, source.Title))
		check(checkText("sources", i, ".kind", source.Kind))
		check(checkRange("sources", i, ".storage", source.Storage, 0, MaximumEnergy))
		check(checkRange("sources", i, ".site", float64(source.Site), 0, float64(len(p.Sites)-1)))
	}
	return errors.Join(problems...)
}

// take cuts the block of numbers into the plan's series.
func (p *Plan) take(numbers []float64) error {
	months, series := len(p.Months), seriesOf(len(p.Uses), len(p.Sites), len(p.Halls), len(p.Sources))
	if len(numbers) != series*months {
		return fmt.Errorf("plan: %d numbers; %d series of %d months need %d", len(numbers), series, months, series*months)
	}
	rest := append([]float64(nil), numbers...)
	p.visitShares(func(_ part, shares *Shares) { *shares = make(Shares, len(p.Uses)-1) })
	p.Money.Received = make([][]float64, len(p.Uses)-1)
	var problem error
	p.visit(func(name part, series *[]float64, least, most float64) {
		*series, rest = rest[:months:months], rest[months:]
		for month, value := range *series {
			if problem == nil && !within(value, least-rounding, most+rounding) {
				problem = checkRange(name.String(), month, "", value, least, most)
			}
			(*series)[month] = min(max(value, least), most)
		}
	})
	return problem
}

func (p *Plan) checkShares() error {
	var problem error
	p.visitShares(func(name part, shares *Shares) {
		for month := range p.Months {
			sum := 0.0
			for _, share := range *shares {
				sum += share[month]
			}
			if problem == nil && sum > 1+rounding {
				problem = fmt.Errorf("plan: %s of month %d add up to %g; at most 1 is allowed", name, month, sum)
			}
		}
	})
	return problem
}

func checkTexts(list string, index int, name, title string) error {
	return errors.Join(checkText(list, index, ".name", name), checkText(list, index, ".title", title))
}

func checkText(list string, index int, field, text string) error {
	if len(text) > MaximumText {
		return fmt.Errorf("plan: %s[%d]%s has %d bytes; at most %d are allowed", list, index, field, len(text), MaximumText)
	}
	return nil
}

func checkRange(list string, index int, field string, value, low, high float64) error {
	if !within(value, low, high) {
		return fmt.Errorf("plan: %s[%d]%s is %g; %g to %g is allowed", list, index, field, value, low, high)
	}
	return nil
}

// within is false for NaN.
func within(value, low, high float64) bool {
	return value >= low && value <= high
}
