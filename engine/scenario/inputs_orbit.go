package scenario

// An orbital site.
var orbitInputs = []Input{
	{
		Name: "site.kind", Title: "Kind of site", Kind: Choice, Group: "Site", Default: "terrestrial",
		Options: []Option{{"terrestrial", "On the ground"}, {"orbital", "In orbit"}},
		Note:    "On the ground, sources of power serve the site; in orbit, satellites carry the GPUs, their solar arrays and their radiators.",
	},
}
