// Package floorplan computes what the scene shows, without drawing it: it reads a plan of halls, tenants and power
// sources, lays the halls out as rows of rack cells on a canvas of any size, says which use every rack has at a
// month, and finds what lies under a point. It knows neither Ebitengine nor the browser, so that all of it is tested
// natively.
//
// Lengths are device pixels where they are integers (cells must fall on whole pixels, or their edges blur and their
// areas differ) and CSS pixels where a field says so.
package floorplan

// Plan is everything the scene shows, for every month. It is checked by Decode, so that the rest of the package can
// rely on lengths and ranges.
type Plan struct {
	Months  []string
	Tenants []Use // leases in their order; what the operator keeps is in Kept
	Kept    Use   // racks the operator uses itself
	Idle    Use   // racks with power that nobody uses
	Halls   []Hall
	Shares  [][]float64 // [tenant][month], ratio of the usable racks of all halls
	// KeptShare is the ratio of the usable racks that the operator uses, by month. What remains is idle.
	KeptShare []float64
	// SiteSplits are the splits of single sites, where there are several.
	SiteSplits []Split
	Load       float64 // 0…1: how bright the racks in use are lit
	Sources    []Source
	Demand     []float64 // MW by month
}

// Use is what a rack can be used for: a tenant's lease, the operator's own work, or nothing.
type Use struct {
	Name, Title string
	Colour      Colour
}

// Split is who uses the usable racks of some halls; see Plan.Shares and Plan.KeptShare.
type Split struct {
	Shares    [][]float64
	KeptShare []float64
}

// splitOf gives the split of a hall.
func (p *Plan) splitOf(h *Hall) Split {
	if h.Split == 0 {
		return Split{p.Shares, p.KeptShare}
	}
	return p.SiteSplits[h.Split-1]
}

// Hall is a data hall with racks of one kind.
type Hall struct {
	Name, Title      string
	GPUsPerRack      float64
	KilowattsPerRack float64
	Split            int       // how it is split: 0 as the plan as a whole, else as SiteSplits[Split-1]
	Racks            []float64 // installed racks by month
	Usable           []float64 // of these, racks with power and cooling, by month
}

// Source is a source of power.
type Source struct {
	Name, Title string
	Served      []float64 // MW by month
	Available   []float64 // MW by month
}

// Colour is an opaque sRGB colour.
type Colour struct{ R, G, B uint8 }

// interpolate gives the value of a monthly series at a month that may lie between two, clamped to the series.
func interpolate(series []float64, month float64) float64 {
	last := len(series) - 1
	if last < 0 {
		return 0
	}
	if !(month > 0) { // also when month is not a number
		return series[0]
	}
	if month >= float64(last) {
		return series[last]
	}
	before := int(month)
	fraction := month - float64(before)
	return series[before] + (series[before+1]-series[before])*fraction
}

func largest(series []float64) float64 {
	peak := 0.0
	for _, value := range series {
		peak = max(peak, value)
	}
	return peak
}

// Peak is the most power that a source ever has available or serves, in MW.
func (s *Source) Peak() float64 { return max(largest(s.Available), largest(s.Served)) }

// peakPower is the most that the hall's usable racks can ever draw, in MW.
func (h *Hall) peakPower() float64 { return largest(h.Usable) * h.KilowattsPerRack / 1000 }

// Peaks are the most power of any source, of any hall and of the whole site's demand over all months, in MW.
func (p *Plan) Peaks() (source, hall, demand float64) {
	for i := range p.Sources {
		source = max(source, largest(p.Sources[i].Served))
	}
	for i := range p.Halls {
		hall = max(hall, p.Halls[i].peakPower())
	}
	return source, hall, largest(p.Demand)
}

// LooksLike tells whether two plans use the same colours in the same places of the tenants' order, and the same load.
func (p *Plan) LooksLike(other *Plan) bool {
	if len(p.Tenants) != len(other.Tenants) || p.Load != other.Load {
		return false
	}
	for use := range len(p.Tenants) + 2 {
		if p.Use(use).Colour != other.Use(use).Colour || p.Use(use).Name != other.Use(use).Name {
			return false
		}
	}
	return true
}
