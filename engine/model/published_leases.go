package model

import "rackonomics/engine/scenario"

// publishedLease is a lease as it was reported: what is needed to say what the
// tenant pays for a kilowatt or a GPU on average.
type publishedLease struct {
	title     string
	shell     bool    // without computers
	megawatts float64 // of the computers; zero where only GPUs are known
	gpus      float64 // zero where they are not published, or are the tenant's
	value     float64 // USD over the term
	years     float64
	source    scenario.Source
}

// publishedLeases are leases of 2025 and 2026 by what they are for: powered
// shells, then clouds with their GPUs. Rents are the value over the whole term,
// so that one with an escalator begins lower.
var publishedLeases = []publishedLease{
	{"Cipher for Fluidstack", true, 168, 0, 3.0e9, 10, sourceCipher},
	{"Cipher for Fluidstack, more of it", true, 39, 0, 830e6, 10, published("Cipher: 39 MW more for Fluidstack, 830 million USD", "", "", scenario.Medium)},
	{"Cipher for AWS", true, 300, 0, 5.5e9, 15, published("Cipher: 300 MW for AWS, rent from August 2026", "", "", scenario.Medium)},
	{"Applied Digital for CoreWeave", true, 250, 0, 7e9, 15, published("The Register: Applied Digital for CoreWeave, 250 MW", "https://www.theregister.com/2025/06/02/coreweave_applied_digital_nd/", "2025-06-02", scenario.High)},
	{"Applied Digital for CoreWeave, enlarged", true, 400, 0, 11e9, 15, sourceAppliedPUE.As("Applied Digital for CoreWeave, 400 MW", scenario.High)},
	{"Core Scientific for CoreWeave", true, 500, 0, 8.7e9, 12, published("Core Scientific, third option of CoreWeave (SEC exhibit)", "", "", scenario.High)},
	{"TeraWulf for Fluidstack", true, 200, 0, 3.7e9, 10, sourceTeraWulf},
	{"Crusoe for Oracle, Abilene, first year", true, 200, 0, 244.728e6, 1, published("Abilene DC 1, audited accounts of 2025 (exhibit 99.3)", "https://www.sec.gov/Archives/edgar/data/1944366/000194436626000020/exhibit993-2025abelinedc1l.htm", "", scenario.High)},
	{"Galaxy for CoreWeave, first year", true, 133, 0, 240e6, 1, published("Galaxy: 133 MW, 240 million USD in the first year", "", "", scenario.Medium)},
	{"IREN for Microsoft", false, 200, 76000, 9.7e9, 5, sourceIREN},
	{"Nscale for Anthropic", false, 460, 0, 44.6e9, 6, published("Nscale, registration statement S-1", "https://www.sec.gov/Archives/edgar/data/0002110365/000119312526395475/ck0002110365-20260918.htm", "2026-09-18", scenario.High)},
	{"SpaceX for Google, a month", false, 0, 110000, 920e6, 1.0 / 12, sourceGoogleLease},
	{"Lambda for NVIDIA", false, 0, 18000, 1.5e9, 4, published("Lambda: 18,000 GPUs rented back by NVIDIA for four years", "", "", scenario.Medium)},
}

var sourceCipher = published("Cipher for Fluidstack: 3.0 billion USD, 168 MW, 10 years", "https://blockworks.co/news/cipher-mining-inks-3b-ai-hosting-deal-with-fluidstack", "", scenario.High)

func published(label, url, date string, confidence scenario.Confidence) scenario.Source {
	return scenario.Source{Label: label, URL: url, Date: date, Confidence: confidence}
}

// hoursOfYear are those of a year of 365 days, as reports count GPU-hours.
const hoursOfYear = 8760

// row puts a published lease beside the scenario's own.
func (l publishedLease) row() TableRow {
	row := TableRow{Title: l.title + ", with GPUs", Role: Market, Sources: []scenario.Source{l.source}}
	without := "not published"
	if l.shell {
		row.Title, without = l.title+", shell", "without GPUs"
	}
	cell := func(over, under float64, unit string) {
		if under == 0 {
			row.Cells = append(row.Cells, Figure{Absent: without})
			return
		}
		row.Cells = append(row.Cells, Figure{Number: over / under, Unit: unit})
	}
	cell(l.megawatts, min(l.megawatts, 1), "MW")
	cell(l.value, 1, "USD")
	if l.years < 1 {
		cell(l.years*12, 1, "month")
	} else {
		cell(l.years, 1, "year")
	}
	cell(l.value, l.megawatts*1000*12*l.years, "USD/kW/month")
	cell(l.value, l.megawatts*l.years, "USD/MW/year")
	cell(l.value, l.gpus*hoursOfYear*l.years, "USD/GPU/h")
	return row
}
