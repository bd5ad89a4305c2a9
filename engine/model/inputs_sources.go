package model

import "rackonomics/engine/scenario"

// Sources that several inputs share, as found by October 2026. "S-1" is SpaceX's
// registration statement (file 333-296070, 2026-05-20), read through the
// secondary reports named.
var (
	sourceKalinga      = scenario.Source{Label: "S-1 figures of the AI segment, via Kalinga", URL: "https://kalinga.ai/?p=2481", Date: "2026-05", Confidence: scenario.Medium}
	sourceStreetBrief  = scenario.Source{Label: "S-1 figures of the AI segment, via StreetBrief", URL: "https://www.streetbrief.co/article/spacex-1-starlink-funds-6-billion-ai-loss-2-trillion-valuation-compute-architecture-doesn-exist-2605/", Date: "2026-05", Confidence: scenario.Medium}
	sourceBernstein    = scenario.Source{Label: "Bernstein, cost of a GW of data centre", URL: "https://ng.investing.com/news/stock-market-news/how-much-does-a-gw-of-data-center-capacity-actually-cost-2169144", Date: "2025", Confidence: scenario.High}
	sourceEpoch        = scenario.Source{Label: "Epoch AI, data centre cost breakdown (CC BY)", URL: "https://epoch.ai/data-insights/ai-datacenter-cost-breakdown", Date: "2026-05-14", Confidence: scenario.High}
	sourceAppliedPUE   = scenario.Source{Label: "Applied Digital, design PUE 1.18", URL: "http://www.idcnova.com/html/1/59/153/3595.html", Date: "2025", Confidence: scenario.Medium}
	sourceAxBrief      = scenario.Source{Label: "AxBrief, 6 cents a kWh in Memphis", URL: "https://axbrief.com/en/article/xai-rents-gpus-to-anthropic-and-google-in-billion-dollar-infrastructure-30311", Date: "2026-06", Confidence: scenario.Medium}
	sourceAgenticDaily = scenario.Source{Label: "S-1: both sites together about 1 GW, built in 122 and 91 days; via Agentic Daily", URL: "https://agenticdaily.ai/articles/xai-burned-6-4b-in-2025-and-capex-just-doubled-to-30-8b-annualized", Date: "2026-05", Confidence: scenario.Medium}
	sourceSupermicro   = scenario.Source{Label: "Supermicro racks at Colossus: 64 GPUs each", URL: "https://servethehome.com/inside-100000-nvidia-gpu-xai-colossus-cluster-supermicro-helped-build-for-elon-musk/3", Date: "2024-10", Confidence: scenario.High}
	sourceDGX          = scenario.Source{Label: "DGX/HGX H100: 10.2 kW for 8 GPUs", URL: "https://v2-pseo-ai.pages.dev/tools/gpu-tco-analysis", Date: "2026", Confidence: scenario.High}
	sourceGraphics     = scenario.Source{Label: "Dense FP16: H100 and H200 989 TFLOPS, B200 2,250", URL: "https://aiinframap.com/tools/energy/cluster-buildout-sizer", Date: "2026", Confidence: scenario.High}
	sourceFiling       = scenario.Source{Label: "S-1 p. F-62, quoted by xix.ai", URL: "https://xix.ai/ainews/anthropics-spacex-lease-duration-divides-opinions.html", Date: "2026-05", Confidence: scenario.High}
	sourceQuarter      = scenario.Source{Label: "SpaceX 10-Q, second quarter of 2026, AI segment", URL: "https://www.sec.gov/Archives/edgar/data/1181412/000162828026052535/spcx-20260630.htm", Date: "2026-08-04", Confidence: scenario.High}
	sourceProspectus   = scenario.Source{Label: "Anthropic's draft prospectus, seen by Reuters", URL: "https://www.cnbc.com/2026/09/28/anthropics-ipo-prospectus-shows-sweeping-ai-vision-surging-costs-reuters.html", Date: "2026-09-28", Confidence: scenario.High}
	sourceLlama        = scenario.Source{Label: "Meta: Llama 3 on 16,384 H100, 466 interruptions in 54 days; via DCD", URL: "https://direct.datacenterdynamics.com/en/news/meta-report-details-hundreds-of-gpu-and-hbm3-related-interruptions-to-llama-3-training-run", Date: "2024", Confidence: scenario.High}
)
