package result

import (
	"fmt"
	"slices"

	"rackonomics/engine/floor"
	"rackonomics/engine/model"
)

// What the plan of a floor is made of.
const (
	hallGPUs        = "fleet.gpus_installed"
	hallRacks       = "fleet.racks_installed"
	hallUsable      = "fleet.racks_usable"
	hallWaiting     = "fleet.racks_waiting"
	leaseRacks      = "lease.racks"
	keptRacks       = "site.racks_kept"
	usableRacks     = "site.racks_usable"
	siteDemand      = "site.power_demand"
	sourceServed    = "source.power_served"
	sourceAvailable = "source.power_available"

	siteWanted      = "site.power_wanted"
	siteAvailable   = "site.power_available"
	siteHeat        = "site.it_power"
	siteHeatLimit   = "site.heat_limit"
	floorTaken      = "site.floor_taken"
	floorFree       = "site.floor_free"
	siteSatellites  = "site.satellites_in_service"
	sourceInstalled = "source.installed"
	sourcePlanned   = "source.planned"
	sourceCharged   = "source.power_charged"
	chargeBefore    = "source.charge_before_call"
	chargeAfter     = "source.charge_after_call"

	siteLoad      = "site.load"
	siteKind      = "site.kind"
	orbital       = "orbital"
	sourceKind    = "source.kind"
	sourceStorage = "source.storage"
	powerPerGPU   = "fleet.power_per_gpu"

	leaseReceived = "lease.cash_received"
	ownReceived   = "operator.own_collected"
	cashKept      = "operator.operating_cash_flow"
)

// floorLimits are the flags of what binds a site, at most one of them in a month.
var floorLimits = map[floor.Limit]string{
	floor.LimitedByPower: "site.limited_by_power", floor.LimitedByCooling: "site.limited_by_cooling",
	floor.LimitedByFloor: "site.limited_by_floor", floor.LimitedByCurtailment: "site.limited_by_curtailment",
}

// FloorRows lists the rows that have to be computed for the plan of a floor, as
// [model.Columns] takes them.
func FloorRows() []string {
	return []string{hallGPUs, hallRacks, hallUsable, hallWaiting, leaseRacks, keptRacks, usableRacks, siteDemand,
		siteWanted, siteAvailable, siteHeat, siteHeatLimit, floorTaken, floorFree, siteSatellites,
		floorLimits[floor.LimitedByPower], floorLimits[floor.LimitedByCooling], floorLimits[floor.LimitedByFloor], floorLimits[floor.LimitedByCurtailment],
		sourceInstalled, sourcePlanned, sourceServed, sourceAvailable, sourceCharged, chargeBefore, chargeAfter, leaseReceived, ownReceived, cashKept, model.Relet}
}

// Floor makes the plan of who uses what stands on the floor. Every fleet is a
// hall; a site's leases are served from all of its halls alike. The error says
// which row the run has not computed.
func (v *Viewer) Floor() (*floor.Plan, error) {
	for _, row := range FloorRows() {
		if len(v.columns[row]) == 0 && len(v.things(model.FindRow(row).Scope())) > 0 {
			return nil, fmt.Errorf("the plan of the floor: %s was not computed", row)
		}
	}
	plan := &floor.Plan{Uses: v.uses(), Shares: v.shares(nobody), Demand: v.total(siteDemand, nobody), Money: v.money()}
	for _, month := range v.Periods(ByMonth) {
		plan.Months = append(plan.Months, month.Title)
	}
	sites := v.things("site")
	for _, site := range sites {
		plan.Sites = append(plan.Sites, v.floorSite(site))
	}
	for _, fleet := range v.things("fleet") {
		plan.Halls = append(plan.Halls, v.hall(fleet, slices.Index(sites, v.document.Instances[fleet].Parent)))
	}
	for _, source := range v.things("source") {
		plan.Sources = append(plan.Sources, v.floorSource(source, slices.Index(sites, v.document.Instances[source].Parent)))
	}
	return plan, nil
}

func (v *Viewer) floorSite(site int) floor.Site {
	made := floor.Site{
		Name: v.name(site), Title: clipped(v.title(site)), Orbital: v.option(siteKind, site) == orbital,
		Load: v.input(siteLoad, site), Shares: v.shares(site),
		Wanted: v.total(siteWanted, site), Available: v.total(siteAvailable, site),
		Heat: v.total(siteHeat, site), HeatLimit: v.total(siteHeatLimit, site), Satellites: v.total(siteSatellites, site),
		FloorTaken: v.total(floorTaken, site), FloorFree: v.total(floorFree, site),
		Limit: make([]float64, v.table.Months),
	}
	for limit, row := range floorLimits {
		for month, binds := range v.total(row, site) {
			if binds != 0 {
				made.Limit[month] = float64(limit)
			}
		}
	}
	return made
}

func (v *Viewer) floorSource(source, site int) floor.Source {
	made := floor.Source{
		Name: v.name(source), Title: clipped(v.title(source)), Kind: v.option(sourceKind, source), Site: site,
		Installed: v.total(sourceInstalled, source), Planned: v.total(sourcePlanned, source), Served: v.total(sourceServed, source), Available: v.total(sourceAvailable, source),
		Charged: v.total(sourceCharged, source), Full: v.total(chargeBefore, source), Left: v.total(chargeAfter, source),
	}
	if made.Kind == floor.Battery {
		made.Storage = v.input(sourceStorage, source)
	}
	return made
}

func (v *Viewer) uses() []floor.Use {
	var uses []floor.Use
	for _, lease := range v.things("lease") {
		uses = append(uses, floor.Use{Name: v.name(lease), Title: clipped(v.tenants(lease)), Role: string(model.Tenant), Place: v.place(lease)})
	}
	return append(uses, floor.Use{Title: "Operator’s own use", Role: string(model.OwnUse)}, floor.Use{Title: "Idle", Role: string(model.Idle)})
}

// shares tells how the usable racks of a site are used, or those of all sites. A
// lease has no share of another site.
func (v *Viewer) shares(site int) floor.Shares {
	usable := v.total(usableRacks, site)
	share := func(racks []float64) []float64 {
		for month := range racks {
			if usable[month] > 0 {
				racks[month] /= usable[month]
			} else {
				racks[month] = 0
			}
		}
		return racks
	}
	var shares floor.Shares
	for _, lease := range v.things("lease") {
		if v.related(lease, site) {
			shares = append(shares, share(v.total(leaseRacks, lease)))
		} else {
			shares = append(shares, make([]float64, v.table.Months))
		}
	}
	return append(shares, share(v.total(keptRacks, site)))
}

// money is what tenants and own customers pay in, what the operations keep of it,
// and what they therefore pay out.
func (v *Viewer) money() floor.Money {
	money := floor.Money{Kept: v.total(cashKept, nobody), Paid: make([]float64, v.table.Months)}
	for _, lease := range v.things("lease") {
		money.Received = append(money.Received, v.total(leaseReceived, lease))
	}
	money.Received = append(money.Received, v.total(ownReceived, nobody))
	for month, kept := range money.Kept {
		for _, received := range money.Received {
			money.Paid[month] += received[month]
		}
		money.Paid[month] -= kept
	}
	return money
}

// hall is a fleet. Its last rack may be partly filled, so that a rack of the
// plan stands for slightly less than a full one.
func (v *Viewer) hall(fleet, site int) floor.Hall {
	hall := floor.Hall{Name: v.name(fleet), Title: clipped(v.title(fleet)), Site: site, Racks: v.total(hallRacks, fleet), Usable: v.total(hallUsable, fleet), Waiting: v.total(hallWaiting, fleet)}
	if most := slices.Max(hall.Racks); most > 0 {
		hall.GPUsPerRack = slices.Max(v.total(hallGPUs, fleet)) / most
	}
	hall.KilowattsPerRack = hall.GPUsPerRack * v.input(powerPerGPU, fleet)
	return hall
}

// total is a row of a thing by month, or added over all things that have it.
func (v *Viewer) total(row string, thing int) []float64 { return v.sums(v.columnsOf(row, thing)) }

// input is a number of a thing that is the same in all months.
func (v *Viewer) input(name string, thing int) float64 {
	return v.document.Resolve(thing, model.Scenario.FindInput(name), 1)[0]
}

// option is the name of what is chosen.
func (v *Viewer) option(name string, thing int) string {
	return model.Scenario.FindInput(name).Options[int(v.input(name, thing))].Name
}

// longestTitle is in characters; the scene has no room for as many.
const longestTitle = 60

func clipped(title string) string {
	const ellipsis = "…"
	characters := 0
	for at := range title {
		if characters == longestTitle || at > floor.MaximumText-len(ellipsis)-4 { // a character has up to 4 bytes
			return title[:at] + ellipsis
		}
		characters++
	}
	return title
}
