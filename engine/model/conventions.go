package model

import "strings"

// Source is where a convention is written down.
type Source struct {
	Label string // as notes name it
	URL   string // empty where no page is known that everybody may read
}

// conventions are the sources that notes of rows name, the more particular
// before the more general. Where a standard itself is not open to everybody the
// address is that of a page that quotes or explains it.
var conventions = []Source{
	{"ASC 230", "https://dart.deloitte.com/USDART/home/codification/presentation/asc230-10/roadmap-statement-cash-flow/chapter-3-format-presentation/3-1-form-content-statement-cash"},
	{"ASC 326-20", ""},
	{"ASC 360-10-35", "https://dart.deloitte.com/USDART/home/codification/presentation/asc205-20/roadmap-disposals-long-lived-assets-discontinued-operations/chapter-2-long-lived-assets-classified/2-4-testing-long-lived-assets"},
	{"ASC 360", "https://dart.deloitte.com/USDART/home/codification/presentation/asc205-20/roadmap-disposals-long-lived-assets-discontinued-operations"},
	{"ASC 450", ""},
	{"ASC 470-50", ""},
	{"ASC 606-10-25-3", "https://dart.deloitte.com/USDART/home/publications/archive/deloitte-publications/industry/technology/technology-alerts-challenges-associated-with-applying/termination-rights"},
	{"ASC 606", "https://viewpoint.pwc.com/dt/us/en/pwc/accounting_guides/revenue_from_contrac/revenue_from_contrac_US/About_this_guide.html"},
	{"ASC 718", ""},
	{"ASC 740", ""},
	{"ASC 850", ""},
	{"ASC 835-20", "https://viewpoint.pwc.com/dt/us/en/pwc/accounting_guides/property_plant_equip/property_plant_equip_US/chapter_1_capitaliza_US/13_capitalized_inter_US.html"},
	{"ASC 835-30", "http://www.journalofaccountancy.com/issues/2015/jun/fasb-presentation-of-debt-issuance-costs.html"},
	{"ASC 842", "https://dart.deloitte.com/USDART/home/codification/broad-transactions/asc842-10/roadmap-leasing"},
	{"IFRS 16", "https://bcajonline.org/journal/determining-the-lease-term-for-cancellable-leases/"},
	{"IFRS 18", "https://dart.deloitte.com/USDART/home/publications/deloitte/additional-deloitte-guidance/roadmap-ifrs-us-gaap-comparison/chapter-4-presentation/4-3-statement-cash-flows"},
	{"IRC 163", "https://old.govregs.com/uscode/title26_subtitleA_chapter1_subchapterB_partVI_section163"},
	{"IRC 168", ""},
	{"IRC 165", ""},
	{"IRC 1245", ""},
	{"IRC 172", "https://uscode-io.netlify.app/26/172"},
	{"IRC 263A", ""},
	{"Pub 946", "https://www.irs.gov/publications/p946"},
	{"T.D. 9905", ""},
	{"NYSE Rule 7.2", "https://www.nyse.com/markets/hours-calendars"},
	{"15 U.S.C. 77f", "https://dart.deloitte.com/USDART/home/accounting/sec/sec-material-supplement/jobs-act/frequently-asked-questions/emerging-growth-companies-title-i/confidential-submission-process-for-emerging-growth"},
	{"40 CFR 98", ""},
	{"NREL/TP-462-5173", ""},
}

// Sources lists what the row's note cites, each once.
func (r *Row) Sources() []Source { return cited(r.Note) }

func cited(note string) []Source {
	var list []Source
	for _, source := range conventions {
		found := false
		for at := strings.Index(note, source.Label); at >= 0; at = strings.Index(note, source.Label) {
			end := at + len(source.Label)
			for end < len(note) && !strings.ContainsRune(" ,;:)(", rune(note[end])) {
				end++
			}
			if !found {
				list = append(list, Source{strings.TrimRight(note[at:end], "."), source.URL})
			}
			found = true
			note = note[:at] + note[end:]
		}
	}
	return list
}
