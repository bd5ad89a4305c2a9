package model

// What a GPU-hour costs on the market. Launches and the mood of the market are
// common to all generations of all sites; what differs is how far they move each.
var marketRows = []Row{
	{Name: "operator.market_mood", Unit: "1", Kind: Monthly, Formula: "shock(gpu_market)",
		Note: "Standard normal draw of the month; zero in the plain run."},
	{Name: "operator.market_launch", Unit: "1", Kind: Monthly, Formula: "shock(gpu_launch)",
		Note: "Standard normal draw of the month; a launch is a high one. Zero, and so no launch, in the plain run."},
	{Name: "fleet.launch_tail", Unit: "1", Kind: Monthly, Formula: "pow(-2 * log(clamp(drop_chance * year(1) / 12, 1e-12, 0.5)), 0.5)",
		Note: "For the threshold below: the chance of a launch in a month on a logarithmic scale."},
	{Name: "fleet.launch_threshold", Unit: "1", Kind: Monthly, Formula: `launch_tail - (2.515517 + 0.802853 * launch_tail + 0.010328 * launch_tail * launch_tail) / (1 +
    1.432788 * launch_tail + 0.189269 * launch_tail * launch_tail +
    0.001308 * launch_tail * launch_tail * launch_tail)`,
		Note: "Normal quantile that a draw exceeds with the chance of a launch (Abramowitz and Stegun 26.2.23, error below 0.00045)."},
	{Name: "fleet.price_deviation", Unit: "1", Kind: Monthly, Formula: `when(price_path == price_path.reverting, prev(price_deviation) * exp(-price_reversion * years) +
    price_volatility * pow(years / year(1), 0.5) * operator.market_mood +
    when(operator.market_launch > launch_threshold, log(1 - drop), 0), 0)`,
		Note: "Logarithm of the price over its trend: an Ornstein-Uhlenbeck process in monthly steps, with drops at launches."},
	{Name: "fleet.market_price", Unit: "USD/GPU/h", Kind: Rate, By: "fleet.gpus_working", Formula: `when(price_path == price_path.replay, spot_price,
    max(price_floor, spot_price * pow(1 + price_trend, month / month(12)) * exp(price_deviation)))`,
		Note: "Market price of a GPU-hour of this generation."},
	{Name: "site.market_price", Unit: "USD/GPU/h", Kind: Rate, By: "site.gpus_working", Formula: "when(gpus_working > 0, sum(fleet.gpus_working * fleet.market_price) / gpus_working, 0)",
		Note: "Average over the usable GPUs, as every generation is leased in proportion; zero without any."},
}
