package campus

import (
	"cmp"
	"slices"

	"rackonomics/engine/floor"
)

// lots say where among the usable racks of a site's halls each tenant has its own: from the month in which it comes to
// the one in which it goes it stays there, so that nobody moves when another comes or goes.
type lots struct {
	order []int     // of the tenants, along the racks
	at    []float64 // where each begins, as a ratio of the usable racks; all 0 where they follow each other without gaps
}

// lotsOf gives the lots of a site, which are found once for a plan.
func (p *Plan) lotsOf(site int) *lots {
	if len(p.lots) != len(p.Sites) {
		p.lots = make([]lots, len(p.Sites))
		for i := range p.Sites {
			p.lots[i] = parted(p.Sites[i].Shares)
		}
	}
	return &p.lots[site]
}

// stay is a tenant's time at a site, and the most that it has there.
type stay struct {
	tenant, from, to int // the months, both included
	at, most         float64
}

// parted gives each tenant, in the order in which they come, the first place that is free as long as it is there and
// holds the most that it ever has. Where there is no such place for all, they follow each other as they are named.
func parted(shares floor.Shares) lots {
	tenants := max(len(shares)-1, 0) // the last share is what is kept
	made := lots{at: make([]float64, tenants)}
	var stays []stay
	for tenant, series := range shares[:tenants] {
		made.order = append(made.order, tenant)
		s := stay{tenant: tenant, from: -1, most: largest(series)}
		for month, share := range series {
			if share > 0 {
				s.to = month
				if s.from < 0 {
					s.from = month
				}
			}
		}
		if s.from >= 0 {
			stays = append(stays, s)
		}
	}
	slices.SortStableFunc(stays, func(a, b stay) int { return cmp.Compare(a.from, b.from) })
	const rounding = 1e-9
	for i := range stays {
		s := &stays[i]
		for moved := true; moved; {
			moved = false
			for _, other := range stays[:i] {
				if s.from <= other.to && other.from <= s.to && s.at < other.at+other.most-rounding && other.at < s.at+s.most-rounding {
					s.at, moved = other.at+other.most, true
				}
			}
		}
		if s.at+s.most > 1+rounding {
			return made
		}
	}
	for _, s := range stays {
		made.at[s.tenant] = s.at
	}
	slices.SortStableFunc(made.order, func(a, b int) int { return cmp.Compare(made.at[a], made.at[b]) })
	return made
}
