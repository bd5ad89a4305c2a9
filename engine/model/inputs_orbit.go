package model

import "rackonomics/engine/scenario"

// Sources on orbital computing. McCalip's calculator is under the MIT licence;
// only its figures are used.
var (
	sourceAI1       = scenario.Source{Label: "SpaceX AI1 as unveiled: 150 kW peak, 120 kW average, 70 W/kg, 250 W/m² of array, 110 m² of radiator at 1,400 W/m², 600 to 800 km", URL: "https://digg.com/ai/mxcmxpe4", Date: "2026-06-08", Confidence: scenario.Medium}
	sourceMcCalip   = scenario.Source{Label: "McCalip, orbital against terrestrial data centres: defaults of static/js/math.js", URL: "https://github.com/andrewmccalip/thoughts", Date: "2025-12-15", Confidence: scenario.High}
	sourceTuryshev  = scenario.Source{Label: "Turyshev (JPL), Orbital Data Centers: Spacecraft Constraints and Economic Viability", URL: "https://arxiv.org/abs/2604.27197", Date: "2026-04-29", Confidence: scenario.High}
	sourceJPLSizing = scenario.Source{Label: "Turyshev (JPL), break-even economics: overhead 1.25, 95 % sun, 350 K, 4,400 m² of array for a MW", URL: "http://dataverse.jpl.nasa.gov/citation?persistentId=doi:10.48577/jpl.HHDDG7", Date: "2026-03-09", Confidence: scenario.High}
	sourceLifetime  = scenario.Source{Label: "Research Viewer, life of orbital data centres: low, central and high case", URL: "https://research-viewer.pages.dev/orbital-ai-datacenters-3/pages/orbital-operational-lifetime/", Date: "2026", Confidence: scenario.Low}
	sourceEclipse   = scenario.Source{Label: "Own calculation: cylindrical shadow, circular sun-synchronous orbit at local time 18:00, mean sun; method after SatelliteAnalysis.jl", URL: "https://juliaspace.github.io/SatelliteAnalysis.jl/stable/man/eclipse_time", Date: "2026-07", Confidence: scenario.Derived}
	sourceSuncatch  = scenario.Source{Label: "Google Suncatcher: 650 km dawn-dusk orbit, parity at 200 USD/kg or less by the mid-2030s; via Jared Watkins", URL: "https://www.jaredwatkins.com/research/datacenters/orbital-compute/google-project-suncatcher/", Date: "2025-11", Confidence: scenario.High}
	sourceStarship  = scenario.Source{Label: "Starship, estimated: about 1,600 USD/kg now, 250 to 600 soon, 100 to 150 in the long term; via Teleo", URL: "https://git.livingip.xyz/teleo/teleo-codex", Date: "2026-03-21", Confidence: scenario.Medium}
	sourceFalcon    = scenario.Source{Label: "Falcon 9 list price of 67 to 70 million USD, 2,720 to 2,940 USD/kg", URL: "https://www.nextbigfuture.com/2026/02/spacex-falcon-9-true-cost-to-launch-is-about-300-per-pound-which-is-25-of-selling-price-to-customers.html", Date: "2026-02", Confidence: scenario.Medium}
	sourceView      = scenario.Source{Label: "Own calculation: how much of what both faces of a plate on edge see is the Earth, 2 (θ − ½ sin 2θ)/π with the Earth's angular radius θ", Date: "2026-07", Confidence: scenario.Estimate}
)

// An orbital site. The satellites carry the site's fleets; their mass holds
// everything, computers too; their price leaves out the GPUs, which are bought
// with the fleets.
var orbitInputs = []scenario.Input{
	{
		Name: "site.kind", Title: "Kind of site", Whose: scenario.Decision, Kind: scenario.Choice, Group: "Site", Assumption: true, Default: "terrestrial",
		Options: []scenario.Option{{Name: "terrestrial", Title: "On the ground"}, {Name: "orbital", Title: "In orbit"}},
		Note:    "On the ground, sources of power serve the site; in orbit, satellites carry the GPUs, their solar arrays and their radiators. In orbit the power usage effectiveness should be 1, as what the satellite itself draws is counted with its array.",
	},
	{
		Name: "site.satellites_from", Title: "Number of satellites", Whose: scenario.Decision, Kind: scenario.Choice, Group: "Satellites", OnlyWith: "kind=orbital", Assumption: true, Default: "gpus",
		Options: []scenario.Option{{Name: "gpus", Title: "As many as the GPUs need"}, {Name: "given", Title: "As given"}},
		Note:    "As many as power the fleets' GPUs when new, or a number of their own.",
	},
	{
		Name: "site.satellites", Title: "Satellites deployed", Whose: scenario.Decision, Unit: "satellite", Kind: scenario.Number, MayVary: true, Group: "Satellites", OnlyWith: "satellites_from=given", Assumption: true,
		Default: "0", Min: 0, Max: 1e6, Step: 100,
		Note: "All satellites launched so far, with those lost or retired since. What replaces them is launched as more satellites, with more GPUs in a fleet.",
	},
	{
		Name: "site.satellite_margin", Title: "Satellites beyond the need", Whose: scenario.Decision, Unit: "1", Kind: scenario.Number, Percent: true, Group: "Satellites", OnlyWith: "satellites_from=gpus", Assumption: true,
		Default: "0", Min: 0, Max: 2, Step: 0.01,
		Note: "More satellites than the GPUs need when new, so that power lasts while solar cells age.",
	},
	{
		Name: "site.array_area", Title: "Solar array", Whose: scenario.Decision, Unit: "m^2/satellite", Kind: scenario.Number, Group: "Satellites", OnlyWith: "kind=orbital",
		Default: "600", Min: 1, Max: 100e3, Step: 10,
		Note: "Area of one satellite's solar array.",
		Sources: []scenario.Source{
			sourceAI1.As("SpaceX AI1: 150 kW peak at 250 W/m²", scenario.Derived).With(600),
			sourceMcCalip.As("Starlink V2 mini, after McCalip", scenario.Medium).With(116),
			sourceMcCalip.As("Starlink V1, after McCalip", scenario.Medium).With(30),
			sourceMcCalip.As("Starlink V3 (speculative), after McCalip", scenario.Low).With(250),
		},
	},
	{
		Name: "site.array_power_density", Title: "Power of the solar array", Whose: scenario.World, Unit: "W/m^2", Kind: scenario.Number, Group: "Satellites", OnlyWith: "kind=orbital",
		Default: "250", Min: 10, Max: 700, Step: 5,
		Note: "Electric power of a square metre of new array facing the sun.",
		Sources: []scenario.Source{
			sourceAI1.With(250),
			sourceMcCalip.As("Starlink V2 mini, after McCalip: 27 kW from 116 m²", scenario.Derived).With(27e3 / 116.0),
			sourceJPLSizing.As("JPL, optimistic: 1,361 W/m² at 22 %, which its 4,400 m² for a MW imply", scenario.Derived).With(299.4),
			sourceTuryshev.As("JPL, base case: 1.25 MW at 95 % sun from 5,640 m²", scenario.Derived).With(233.3),
		},
	},
	{
		Name: "site.array_power_used", Title: "Part of the array's power that computers get", Whose: scenario.World, Unit: "1", Kind: scenario.Number, Percent: true, Group: "Satellites", OnlyWith: "kind=orbital",
		Default: "0.8", Min: 0.1, Max: 1, Step: 0.01,
		Note: "In sunlight, when new; the rest is for conversion, batteries, cooling pumps, attitude and radio, and becomes heat as well. The time in shadow is counted apart.",
		Sources: []scenario.Source{
			sourceAI1.As("SpaceX AI1: 120 kW average of 150 kW peak", scenario.Derived).With(0.8),
			sourceJPLSizing.As("JPL: overhead factor 1.25", scenario.Derived).With(0.8),
			sourceMcCalip.As("McCalip: nameplate power counts whole", scenario.High).With(1),
		},
	},
	{
		Name: "site.array_degradation", Title: "Ageing of the solar array", Whose: scenario.World, Unit: "1", Kind: scenario.Number, Percent: true, Group: "Satellites", OnlyWith: "kind=orbital",
		Default: "0.025", Min: 0, Max: 0.5, Step: 0.005,
		Note:    "Power lost a year, compounding.",
		Sources: []scenario.Source{sourceMcCalip.With(0.025)},
	},
	{
		Name: "site.mass_from", Title: "Mass of a satellite follows from", Whose: scenario.World, Kind: scenario.Choice, Group: "Satellites", OnlyWith: "kind=orbital", Assumption: true, Default: "specific_power",
		Options: []scenario.Option{{Name: "specific_power", Title: "Array power for each kg"}, {Name: "delivered", Title: "Mass for each kW delivered"}, {Name: "given", Title: "As given"}},
		Note:    "Makers name the array's peak power for each kg, studies the mass for each kW that the computers get. The two are not the same.",
	},
	{
		Name: "site.specific_power", Title: "Specific power", Whose: scenario.World, Unit: "W/kg", Kind: scenario.Number, Group: "Satellites", OnlyWith: "mass_from=specific_power",
		Default: "70", Min: 1, Max: 1000, Step: 0.5,
		Note: "Peak power of the solar array for each kg of the whole satellite at launch. AI1's is a claim; no satellite that has flown reaches it.",
		Sources: []scenario.Source{
			sourceAI1.With(70),
			sourceMcCalip.As("Starlink V2 mini: 27 kW of 740 kg; after McCalip", scenario.High).With(36.5),
			sourceMcCalip.As("Starlink V1: 7 kW of 283 kg; after McCalip", scenario.High).With(24.7),
			sourceMcCalip.As("Starlink V3 (speculative); after McCalip", scenario.Low).With(31.6),
			sourceMcCalip.As("International Space Station; after McCalip", scenario.Medium).With(3),
			sourceTuryshev.As("JPL, 34 kg for a delivered kW, as array power at 0.8 used and 95 % sun", scenario.Derived).With(38.7),
			sourceTuryshev.As("JPL, 59 kg for a delivered kW, as array power at 0.8 used and 95 % sun", scenario.Derived).With(22.3),
		},
	},
	{
		Name: "site.mass_per_kilowatt", Title: "Mass for each kW delivered", Whose: scenario.World, Unit: "kg/kW", Kind: scenario.Number, Group: "Satellites", OnlyWith: "mass_from=delivered",
		Default: "40", Min: 1, Max: 1000, Step: 1,
		Note: "Mass of the whole satellite for each kW that its computers get on average, over sunlight and shadow, when new.",
		Sources: []scenario.Source{
			sourceTuryshev.As("JPL: about 40 kg/kW", scenario.High).With(40),
			sourceTuryshev.As("JPL, lower end", scenario.High).With(34),
			sourceTuryshev.As("JPL, upper end", scenario.High).With(59),
			sourceTuryshev.As("JPL: array, storage and radiator alone", scenario.High).With(29.4),
		},
	},
	{
		Name: "site.satellite_mass_given", Title: "Mass of a satellite", Whose: scenario.World, Unit: "kg/satellite", Kind: scenario.Number, Group: "Satellites", OnlyWith: "mass_from=given",
		Default: "2140", Min: 1, Max: 1e6, Step: 10,
		Note: "Of the whole satellite at launch, with propellant and computers.",
		Sources: []scenario.Source{
			sourceAI1.As("SpaceX AI1: 150 kW at 70 W/kg", scenario.Derived).With(2140),
			sourceMcCalip.As("Starlink V2 mini; after McCalip", scenario.High).With(740),
		},
	},
	{
		Name: "site.satellite_loss", Title: "Satellites lost", Whose: scenario.World, Unit: "1", Kind: scenario.Number, Percent: true, Group: "Satellites", OnlyWith: "kind=orbital",
		Default: "0.01", Min: 0, Max: 0.9, Step: 0.005,
		Note:    "A year, compounding: whole satellites that fail, with all their GPUs.",
		Sources: []scenario.Source{sourceLifetime.With(0.01), sourceLifetime.With(0.005), sourceLifetime.With(0.025)},
	},
	{
		Name: "site.orbital_gpu_loss", Title: "GPUs lost in orbit", Whose: scenario.World, Unit: "1", Kind: scenario.Number, Percent: true, Group: "Satellites", OnlyWith: "kind=orbital",
		Default: "0.068", Min: 0, Max: 0.9, Step: 0.005,
		Note: "A year, compounding, on satellites that work: nobody repairs a GPU in orbit.",
		Sources: []scenario.Source{
			sourceLifetime.With(0.068), sourceLifetime.With(0.032), sourceLifetime.With(0.161),
			sourceMcCalip.As("McCalip: 9 %, from Meta's failures of GPUs and memory on the ground", scenario.High).With(0.09),
		},
	},
	{
		Name: "site.satellite_life", Title: "Life of a satellite", Whose: scenario.World, Unit: "year", Kind: scenario.Number, Group: "Satellites", OnlyWith: "kind=orbital",
		Default: "5", Min: 0.5, Max: 30, Step: 0.5,
		Note: "After it a satellite is retired with its GPUs. Whole months count. Its price and launch are charged over this life in the comparison.",
		Sources: []scenario.Source{
			sourceLifetime.With(5), sourceLifetime.With(7), sourceLifetime.With(3.5), sourceMcCalip.With(5),
		},
	},
	{
		Name: "site.sunlight_from", Title: "Time in sunlight", Whose: scenario.World, Kind: scenario.Choice, Group: "Orbit", OnlyWith: "kind=orbital", Assumption: true, Default: "altitude",
		Options: []scenario.Option{{Name: "altitude", Title: "From the altitude"}, {Name: "given", Title: "As given"}},
		Note:    "From the altitude of a dawn-dusk sun-synchronous orbit, or a share.",
	},
	{
		Name: "site.altitude", Title: "Altitude", Whose: scenario.Decision, Unit: "km", Kind: scenario.Number, Group: "Orbit", OnlyWith: "sunlight_from=altitude",
		Default: "650", Min: 400, Max: 2000, Step: 10,
		Note: "Of a circular dawn-dusk sun-synchronous orbit. Above about 1,390 km it never meets the Earth's shadow; there radiation is stronger, which is not counted.",
		Sources: []scenario.Source{
			sourceSuncatch.With(650), sourceAI1.With(600), sourceAI1.With(800), sourceMcCalip.With(550),
		},
	},
	{
		Name: "site.sunlight_given", Title: "Share of time in sunlight", Whose: scenario.World, Unit: "1", Kind: scenario.Number, Percent: true, Group: "Orbit", OnlyWith: "sunlight_from=given",
		Default: "0.955", Min: 0.1, Max: 1, Step: 0.005,
		Note: "Average over the year; batteries carry the computers through the shadow.",
		Sources: []scenario.Source{
			sourceEclipse.With(0.955), sourceJPLSizing.With(0.95), sourceMcCalip.With(0.98),
			sourceEclipse.As("Low orbit with the sun in its plane: 36 to 37 % in shadow", scenario.Derived).With(0.635),
		},
	},
	{
		Name: "site.radiator_area", Title: "Radiator", Whose: scenario.Decision, Unit: "m^2/satellite", Kind: scenario.Number, Group: "Radiators", OnlyWith: "kind=orbital",
		Default: "110", Min: 0, Max: 100e3, Step: 5,
		Note:    "Area of one satellite's radiator panels; both faces radiate.",
		Sources: []scenario.Source{sourceAI1.With(110)},
	},
	{
		Name: "site.radiator_temperature", Title: "Temperature of the radiator", Whose: scenario.Decision, Unit: "K", Kind: scenario.Number, Group: "Radiators", OnlyWith: "kind=orbital",
		Default: "342", Min: 200, Max: 600, Step: 1,
		Note: "Mean of the surface. Hotter radiators are smaller; chips limit how hot they can be.",
		Sources: []scenario.Source{
			sourceAI1.As("What AI1's 1,400 W/m² takes from two faces without any load from the surroundings", scenario.Derived).With(342),
			sourceJPLSizing.With(350),
			sourceMcCalip.As("McCalip: chips at 85 °C, 10 K warmer than the radiator", scenario.Derived).With(348.15),
		},
	},
	{
		Name: "site.radiator_emissivity", Title: "Emissivity of the radiator", Whose: scenario.World, Unit: "1", Kind: scenario.Number, Group: "Radiators", OnlyWith: "kind=orbital",
		Default: "0.9", Min: 0.05, Max: 1, Step: 0.01,
		Note:    "For thermal infrared, of both faces; it absorbs the Earth's infrared alike (Kirchhoff).",
		Sources: []scenario.Source{sourceMcCalip.With(0.9)},
	},
	{
		Name: "site.radiator_earth_view", Title: "View of the Earth from the radiator", Whose: scenario.World, Unit: "1", Kind: scenario.Number, Group: "Radiators", OnlyWith: "kind=orbital",
		Default: "0.48", Min: 0, Max: 2, Step: 0.01,
		Note: "View factors of the two faces added: how much of what each can see is the Earth.",
		Sources: []scenario.Source{
			sourceView.With(0.48),
			sourceView.As("The same at 550 km", scenario.Estimate).With(0.52),
			sourceView.As("The same at 800 km", scenario.Estimate).With(0.44),
			sourceMcCalip.As("McCalip: a floor of 5 % of the view straight down, for each face, at 550 km", scenario.Derived).With(0.085),
		},
	},
	{
		Name: "site.earth_infrared", Title: "The Earth's infrared", Whose: scenario.World, Unit: "W/m^2", Kind: scenario.Number, Group: "Radiators", OnlyWith: "kind=orbital",
		Default: "237", Min: 0, Max: 400, Step: 1,
		Note:    "Average emission of the Earth.",
		Sources: []scenario.Source{sourceMcCalip.With(237)},
	},
	{
		Name: "site.earth_albedo", Title: "The Earth's albedo", Whose: scenario.World, Unit: "1", Kind: scenario.Number, Group: "Radiators", OnlyWith: "kind=orbital",
		Default: "0.3", Min: 0, Max: 1, Step: 0.01,
		Note:    "Share of sunlight that the Earth reflects.",
		Sources: []scenario.Source{sourceMcCalip.With(0.3)},
	},
	{
		Name: "site.sunlit_earth", Title: "Sunlit part of the Earth in view", Whose: scenario.World, Unit: "1", Kind: scenario.Number, Group: "Radiators", OnlyWith: "kind=orbital", Assumption: true,
		Default: "0.05", Min: 0, Max: 1, Step: 0.01,
		Note: "As bright as if this share of the Earth in view had the sun overhead. 0.04 exactly above the line of dawn and dusk at 650 km, a little more in the seasons when the orbit leaves it.",
		Sources: []scenario.Source{
			sourceView.As("Own calculation: above the terminator at 650 km, integrated over what a plate on edge sees", scenario.Estimate).With(0.037),
		},
	},
	{
		Name: "site.radiator_absorptivity", Title: "Sunlight absorbed by the radiator", Whose: scenario.World, Unit: "1", Kind: scenario.Number, Group: "Radiators", OnlyWith: "kind=orbital", Assumption: true,
		Default: "0.15", Min: 0, Max: 1, Step: 0.01,
		Note:    "Share of the sunlight falling on it that a white radiator absorbs; it grows as the coating ages. Direct sun is taken to miss it, as it stands on edge to the sun.",
		Sources: []scenario.Source{sourceMcCalip.As("McCalip: 0.1 to 0.2 for white paint", scenario.Medium)},
	},
	{
		Name: "site.launch_price_path", Title: "Launch price", Whose: scenario.World, Kind: scenario.Choice, Group: "Launch", OnlyWith: "kind=orbital", Assumption: true, Default: "decline",
		Options: []scenario.Option{{Name: "decline", Title: "Falls by a constant share"}, {Name: "given", Title: "As given"}},
		Note:    "Exponential between two months, or a price or profile of one's own.",
	},
	{
		Name: "site.launch_price_first", Title: "Launch price at first", Whose: scenario.World, Unit: "USD/kg", Kind: scenario.Number, Group: "Launch", OnlyWith: "launch_price_path=decline",
		Default: "1600", Min: 1, Max: 100e3, Step: 50,
		Note:    "Until the decline begins.",
		Sources: []scenario.Source{sourceStarship.With(1600), sourceFalcon.With(2720), sourceFalcon.As("Falcon 9 as reported by SpaceNews", scenario.Medium).With(3600)},
	},
	{
		Name: "site.launch_price_decline_from", Title: "Decline begins", Whose: scenario.World, Kind: scenario.Month, Group: "Launch", OnlyWith: "launch_price_path=decline", Default: "2026-05", Assumption: true,
		Note: "Month with the first price.",
	},
	{
		Name: "site.launch_price_last", Title: "Launch price in the end", Whose: scenario.World, Unit: "USD/kg", Kind: scenario.Number, Group: "Launch", OnlyWith: "launch_price_path=decline",
		Default: "200", Min: 1, Max: 100e3, Step: 10,
		Note: "From the end of the decline on.",
		Sources: []scenario.Source{
			sourceSuncatch.With(200), sourceStarship.With(100), sourceStarship.With(250), sourceStarship.With(600),
		},
	},
	{
		Name: "site.launch_price_decline_until", Title: "Decline ends", Whose: scenario.World, Kind: scenario.Month, Group: "Launch", OnlyWith: "launch_price_path=decline", Default: "2035-01",
		Note:    "Month with the last price.",
		Sources: []scenario.Source{sourceSuncatch},
	},
	{
		Name: "site.launch_price_given", Title: "Launch price", Whose: scenario.World, Unit: "USD/kg", Kind: scenario.Number, MayVary: true, Group: "Launch", OnlyWith: "launch_price_path=given",
		Default: "500", Min: 0, Max: 100e3, Step: 50,
		Note: "For each kg of satellite, whoever launches it.",
		Sources: []scenario.Source{
			sourceMcCalip.With(500), sourceSuncatch.With(200), sourceStarship.With(1600), sourceFalcon.With(2940),
		},
	},
	{
		Name: "site.payload_per_launch", Title: "Payload of a launch", Whose: scenario.World, Unit: "kg/launch", Kind: scenario.Number, Group: "Launch", OnlyWith: "kind=orbital",
		Default: "100e3", Min: 100, Max: 1e6, Step: 5000,
		Note:    "Mass to orbit. Room under the fairing is not counted.",
		Sources: []scenario.Source{sourceMcCalip.As("Starship, after McCalip", scenario.High).With(100e3)},
	},
	{
		Name: "site.satellite_price", Title: "Price of a satellite", Whose: scenario.World, Unit: "USD/W", Kind: scenario.Number, Group: "Satellites", OnlyWith: "kind=orbital",
		Default: "22", Min: 0, Max: 1000, Step: 1,
		Note: "For each W of the array's peak power, without GPUs and launch. No price of AI1 is known.",
		Sources: []scenario.Source{
			sourceMcCalip.As("Starlink V2 mini, after McCalip: 590,000 USD for 27 kW", scenario.Medium).With(22),
			sourceMcCalip.As("Starlink V1, after McCalip", scenario.Medium).With(32),
			sourceMcCalip.As("Starlink V3 (speculative), after McCalip", scenario.Low).With(25),
			scenario.Source{Label: "Low end of the range in use, estimated", Confidence: scenario.Estimate}.With(10),
		},
	},
	{
		Name: "site.satellite_development", Title: "Development", Whose: scenario.World, Unit: "USD", Kind: scenario.Number, Group: "Satellites", OnlyWith: "kind=orbital",
		Default: "1e9", Min: 0, Max: 100e9, Step: 1e8,
		Note:    "Non-recurring engineering, spent evenly over the time below and expensed as it is spent (ASC 730-10-25-1).",
		Sources: []scenario.Source{sourceMcCalip.With(1e9)},
	},
	{
		Name: "site.satellite_development_time", Title: "Time of development", Whose: scenario.World, Unit: "month", Kind: scenario.Number, Group: "Satellites", OnlyWith: "kind=orbital", Assumption: true,
		Default: "12", Min: 1, Max: 120, Step: 1,
		Note: "From the start of the scenario.",
	},
	{
		Name: "site.orbital_operations_rate", Title: "Operation in orbit", Whose: scenario.World, Unit: "1", Kind: scenario.Number, Percent: true, Group: "Satellites", OnlyWith: "kind=orbital",
		Default: "0.01", Min: 0, Max: 1, Step: 0.005,
		Note: "Ground stations, control and communication: a share a year of the price of the satellites in service.",
		Sources: []scenario.Source{
			sourceMcCalip.With(0.01),
			sourceMcCalip.As("McCalip with his 9 % a year for replacing GPUs, which he takes from the satellites' price", scenario.Derived).With(0.1),
		},
	},
	{
		Name: "site.ground_capital", Title: "Data centre on the ground", Whose: scenario.World, Unit: "USD/kW", Kind: scenario.Number, Group: "Orbit against ground", OnlyWith: "kind=orbital",
		Default: "11_000", Min: 0, Max: 100e3, Step: 500,
		Note: "Building, power and cooling for each kW of the computers' maximum power, without GPUs.",
		Sources: []scenario.Source{
			scenario.Source{Label: "Cipher and Fluidstack: 9 to 11 million USD a MW; Turner & Townsend and TeraWulf within it", URL: "https://blockworks.co/news/cipher-mining-inks-3b-ai-hosting-deal-with-fluidstack", Date: "2025", Confidence: scenario.High}.With(11_000),
			sourceMcCalip.As("McCalip: 12.5 USD/W, and 1.8 USD/W of gas turbines at a PUE of 1.2", scenario.Derived).With(14_660),
			sourceTuryshev.As("JPL: infrastructure on the ground, lower end", scenario.High).With(10_000),
			sourceTuryshev.As("JPL: infrastructure on the ground, upper end", scenario.High).With(40_000),
		},
	},
	{
		Name: "site.ground_life", Title: "Life of the data centre on the ground", Whose: scenario.World, Unit: "year", Kind: scenario.Number, Group: "Orbit against ground", OnlyWith: "kind=orbital",
		Default: "14", Min: 0.5, Max: 50, Step: 0.5,
		Note:    "Its price is charged over this life.",
		Sources: []scenario.Source{sourceEpoch.With(14), sourceMcCalip.As("McCalip charges all of it to his 5 years", scenario.High).With(5)},
	},
	{
		Name: "site.ground_gpu_life", Title: "Life of GPUs on the ground", Whose: scenario.World, Unit: "year", Kind: scenario.Number, Group: "Orbit against ground", OnlyWith: "kind=orbital",
		Default: "5", Min: 0.5, Max: 15, Step: 0.5,
		Note:    "Their price is charged over this life.",
		Sources: []scenario.Source{sourceEpoch.As("Epoch AI (CC BY): IT life of 5 years; 3 and 7 as variants", scenario.High).With(5), sourceEpoch.With(3), sourceEpoch.With(7)},
	},
	{
		Name: "site.ground_gpu_repair", Title: "Repair of GPUs on the ground", Whose: scenario.World, Unit: "1", Kind: scenario.Number, Percent: true, Group: "Orbit against ground", OnlyWith: "kind=orbital", Assumption: true,
		Default: "0.03", Min: 0, Max: 0.5, Step: 0.005,
		Note:    "A share a year of the GPUs' price, which keeps all of them running.",
		Sources: []scenario.Source{scenario.Source{Label: "Estimate: 2 to 4 % of the price of IT a year", Confidence: scenario.Estimate}.With(0.03)},
	},
	{
		Name: "site.ground_effectiveness", Title: "Power usage effectiveness on the ground", Whose: scenario.World, Unit: "1", Kind: scenario.Number, Group: "Orbit against ground", OnlyWith: "kind=orbital",
		Default: "1.2", Min: 1, Max: 3, Step: 0.01,
		Note:    "Power of the facility for each unit of power of its computers.",
		Sources: []scenario.Source{sourceMcCalip.With(1.2), sourceAppliedPUE.With(1.18)},
	},
	{
		Name: "site.ground_energy_price", Title: "Price of energy on the ground", Words: "electricity tariff", Whose: scenario.World, Unit: "USD/MWh", Kind: scenario.Number, MayVary: true, Group: "Orbit against ground", OnlyWith: "kind=orbital",
		Default: "60", Min: 0, Max: 2000, Step: 1,
		Note: "All-in, or fuel alone where the price of the data centre contains the power plant.",
		Sources: []scenario.Source{
			sourceAxBrief.With(60),
			sourceMcCalip.As("McCalip: gas at 4.30 USD/MMBtu and 6,200 Btu/kWh, fuel alone", scenario.Derived).With(26.66),
		},
	},
	{
		Name: "site.ground_operations_rate", Title: "Operation on the ground without power", Whose: scenario.World, Unit: "USD/MW/year", Kind: scenario.Number, Group: "Orbit against ground", OnlyWith: "kind=orbital",
		Default: "300e3", Min: 0, Max: 10e6, Step: 1e4,
		Note:    "Staff and maintenance for each MW of the computers' maximum power.",
		Sources: []scenario.Source{sourceEpoch.As("Epoch AI (CC BY): 0.9 less 0.6 billion USD of energy, for 1 GW a year", scenario.Derived).With(300e3), sourceMcCalip.With(0)},
	},
}
