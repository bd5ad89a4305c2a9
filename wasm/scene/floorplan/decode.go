package floorplan

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
)

// Bounds of a plan. They are far above any real site and keep a hostile message from exhausting the frame.
const (
	MaximumHeadBytes = 256 << 10
	MaximumNesting   = 8
	MaximumMonths    = 1200
	MaximumTenants   = 64
	MaximumHalls     = 32
	MaximumSources   = 32
	MaximumText      = 200 // bytes of a name or a title
	MaximumRacks     = 1e7 // of a hall
	MaximumMegawatts = 1e7
)

// MaximumNumbers bounds the block of numbers that comes with a plan.
var MaximumNumbers = MaximumMonths * seriesOf(MaximumHalls, MaximumTenants, MaximumHalls, MaximumSources)

// seriesOf counts the series of a plan; Decode tells their order.
func seriesOf(halls, tenants, siteSplits, sources int) int {
	return 2*halls + (1+siteSplits)*(tenants+1) + 2*sources + 1
}

// rounding is how far a number may lie below zero or above its bound, in the unit of its series: what arithmetic in
// float64 makes of sums and differences up to the largest bound, and far less than a picture shows. Such a number is
// taken as the bound; any beyond is refused.
const rounding = 1e-6

// head is the part of a plan that is text: names, titles, colours. The numbers travel beside it in one block,
// because encoding/json takes some 23 ms for 100 KB in WebAssembly and go-json, which takes 4, would alone put
// scene.wasm over its budget; copying a block of float64 takes microseconds.
type head struct {
	Months  []string   `json:"months"`
	Tenants []headUse  `json:"tenants"`
	Kept    headUse    `json:"kept"`
	Idle    headUse    `json:"idle"`
	Halls   []headHall `json:"halls"`
	Sources []headName `json:"sources"`
	Load    float64    `json:"load"`
	// SiteSplits counts the splits of single sites.
	SiteSplits int `json:"site_splits"`
}

type headName struct {
	Name  string `json:"name"`
	Title string `json:"title"`
}

type headUse struct {
	Name   string `json:"name"`
	Title  string `json:"title"`
	Colour string `json:"colour"`
}

type headHall struct {
	Name             string  `json:"name"`
	Title            string  `json:"title"`
	GPUsPerRack      float64 `json:"gpus_per_rack"`
	KilowattsPerRack float64 `json:"kw_per_rack"`
	Split            int     `json:"split"` // 0, or the number of a site's split from 1
}

// Decode reads and checks a plan.
//
// text is a JSON object with months, tenants, kept, idle, halls, sources and load. numbers holds one series of
// len(months) values after the other: for each hall racks and usable; for each tenant its share; the kept share; the
// same again for each of the site_splits; for each source served and available (MW); the demand (MW).
//
// An error names the field, the value and what is allowed. Decode keeps no reference to text or numbers.
func Decode(text []byte, numbers []float64) (*Plan, error) {
	if len(text) > MaximumHeadBytes {
		return nil, fmt.Errorf("plan: %d bytes of text; at most %d are allowed", len(text), MaximumHeadBytes)
	}
	if err := checkNesting(text); err != nil {
		return nil, err
	}
	var h head
	decoder := json.NewDecoder(bytes.NewReader(text))
	decoder.DisallowUnknownFields()
	if err := decoder.Decode(&h); err != nil {
		return nil, fmt.Errorf("plan: %w", err)
	}
	if _, err := decoder.Token(); !errors.Is(err, io.EOF) {
		return nil, errors.New("plan: there is something after the JSON object")
	}
	if err := h.checkCounts(); err != nil {
		return nil, err
	}
	plan, err := h.plan()
	if err != nil {
		return nil, err
	}
	if err := plan.takeNumbers(numbers); err != nil {
		return nil, err
	}
	return plan, plan.checkShares()
}

// checkNesting bounds the depth before decoding, because deep nesting ends a WebAssembly process with an error of
// the host's stack that Go cannot recover.
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

func (h *head) checkCounts() error {
	for _, c := range []struct {
		field             string
		count, low, bound int
	}{
		{"months", len(h.Months), 1, MaximumMonths},
		{"tenants", len(h.Tenants), 0, MaximumTenants},
		{"halls", len(h.Halls), 0, MaximumHalls},
		{"sources", len(h.Sources), 0, MaximumSources},
		{"site_splits", h.SiteSplits, 0, MaximumHalls},
	} {
		if c.count < c.low || c.count > c.bound {
			return fmt.Errorf("plan: %s has %d entries; %d to %d are allowed", c.field, c.count, c.low, c.bound)
		}
	}
	if !within(h.Load, 0, 1) {
		return fmt.Errorf("plan: load is %g; 0 to 1 is allowed", h.Load)
	}
	return nil
}

func (h *head) plan() (*Plan, error) {
	plan := &Plan{Months: h.Months, Load: h.Load}
	for i, month := range h.Months {
		if err := checkText(fmt.Sprintf("months[%d]", i), month); err != nil {
			return nil, err
		}
	}
	for i, use := range h.Tenants {
		decoded, err := use.use(fmt.Sprintf("tenants[%d]", i))
		if err != nil {
			return nil, err
		}
		plan.Tenants = append(plan.Tenants, decoded)
	}
	var err error
	if plan.Kept, err = h.Kept.use("kept"); err != nil {
		return nil, err
	}
	if plan.Idle, err = h.Idle.use("idle"); err != nil {
		return nil, err
	}
	for i, hall := range h.Halls {
		field := fmt.Sprintf("halls[%d]", i)
		if err := errors.Join(checkText(field+".name", hall.Name), checkText(field+".title", hall.Title),
			checkRange(field+".gpus_per_rack", hall.GPUsPerRack, 0, 1e6),
			checkRange(field+".kw_per_rack", hall.KilowattsPerRack, 0, 1e6),
			checkRange(field+".split", float64(hall.Split), 0, float64(h.SiteSplits))); err != nil {
			return nil, err
		}
		plan.Halls = append(plan.Halls, Hall{
			Name: hall.Name, Title: hall.Title,
			GPUsPerRack: hall.GPUsPerRack, KilowattsPerRack: hall.KilowattsPerRack, Split: hall.Split,
		})
	}
	plan.SiteSplits = make([]Split, h.SiteSplits)
	for i, source := range h.Sources {
		field := fmt.Sprintf("sources[%d]", i)
		if err := errors.Join(checkText(field+".name", source.Name), checkText(field+".title", source.Title)); err != nil {
			return nil, err
		}
		plan.Sources = append(plan.Sources, Source{Name: source.Name, Title: source.Title})
	}
	return plan, nil
}

func (u headUse) use(field string) (Use, error) {
	if err := errors.Join(checkText(field+".name", u.Name), checkText(field+".title", u.Title)); err != nil {
		return Use{}, err
	}
	colour, err := ParseColour(u.Colour)
	if err != nil {
		return Use{}, fmt.Errorf("plan: %s.colour: %w", field, err)
	}
	return Use{Name: u.Name, Title: u.Title, Colour: colour}, nil
}

// takeNumbers cuts the block of numbers into the plan's series.
func (p *Plan) takeNumbers(numbers []float64) error {
	months := len(p.Months)
	series := seriesOf(len(p.Halls), len(p.Tenants), len(p.SiteSplits), len(p.Sources))
	if len(numbers) != series*months {
		return fmt.Errorf("plan: %d numbers; %d series of %d months need %d", len(numbers), series, months, series*months)
	}
	rest := append([]float64(nil), numbers...)
	var problem error
	take := func(field string, bound float64) []float64 {
		values := rest[:months:months]
		rest = rest[months:]
		for month, value := range values {
			if problem == nil && !within(value, -rounding, bound+rounding) {
				problem = checkRange(fmt.Sprintf("%s[%d]", field, month), value, 0, bound)
			}
			values[month] = min(max(value, 0), bound)
		}
		return values
	}
	for i := range p.Halls {
		p.Halls[i].Racks = take(fmt.Sprintf("halls[%d].racks", i), MaximumRacks)
		p.Halls[i].Usable = take(fmt.Sprintf("halls[%d].usable", i), MaximumRacks)
	}
	for i := range p.Tenants {
		p.Shares = append(p.Shares, take(fmt.Sprintf("shares[%d]", i), 1))
	}
	p.KeptShare = take("kept_share", 1)
	for i := range p.SiteSplits {
		for range p.Tenants {
			p.SiteSplits[i].Shares = append(p.SiteSplits[i].Shares, take(fmt.Sprintf("site_splits[%d]", i), 1))
		}
		p.SiteSplits[i].KeptShare = take(fmt.Sprintf("site_splits[%d]", i), 1)
	}
	for i := range p.Sources {
		p.Sources[i].Served = take(fmt.Sprintf("sources[%d].served", i), MaximumMegawatts)
		p.Sources[i].Available = take(fmt.Sprintf("sources[%d].available", i), MaximumMegawatts)
	}
	p.Demand = take("demand", MaximumMegawatts)
	return problem
}

func (p *Plan) checkShares() error {
	for _, split := range append([]Split{{p.Shares, p.KeptShare}}, p.SiteSplits...) {
		for month, sum := range split.KeptShare {
			for tenant := range split.Shares {
				sum += split.Shares[tenant][month]
			}
			if sum > 1+rounding {
				return fmt.Errorf("plan: shares and kept_share of month %d add up to %g; at most 1 is allowed", month, sum)
			}
		}
	}
	return nil
}

func checkText(field, text string) error {
	if len(text) > MaximumText {
		return fmt.Errorf("plan: %s has %d bytes; at most %d are allowed", field, len(text), MaximumText)
	}
	return nil
}

func checkRange(field string, value, low, high float64) error {
	if !within(value, low, high) {
		return fmt.Errorf("plan: %s is %g; %g to %g is allowed", field, value, low, high)
	}
	return nil
}

// within is false for NaN.
func within(value, low, high float64) bool {
	return value >= low && value <= high
}

// ParseColour reads "#rrggbb".
func ParseColour(text string) (Colour, error) {
	var digits [6]uint8
	if len(text) != 7 || text[0] != '#' {
		return Colour{}, fmt.Errorf("%q is no colour of the form #rrggbb", text)
	}
	for i := range digits {
		switch c := text[i+1]; {
		case c >= '0' && c <= '9':
			digits[i] = c - '0'
		case c >= 'a' && c <= 'f':
			digits[i] = c - 'a' + 10
		case c >= 'A' && c <= 'F':
			digits[i] = c - 'A' + 10
		default:
			return Colour{}, fmt.Errorf("%q is no colour of the form #rrggbb", text)
		}
	}
	return Colour{digits[0]<<4 | digits[1], digits[2]<<4 | digits[3], digits[4]<<4 | digits[5]}, nil
}
