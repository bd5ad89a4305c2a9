package model

// What a GPU-hour costs on the market. Launches and the mood of the market are
// common to all generations of all sites; what differs is how far they move each.
var marketRows = []Row{
	{Name: "operator.market_mood", Unit: "1", Kind: Monthly, Formula: "shock(gpu_market)",
		Note: "Standard normal draw of the month; zero in the plain run."},
	{Name: "operator.market_launch", Unit: "1", Kind: Monthly, Formula: "shock(gpu_launch)",
		Note: "Standard normal draw of the month; a launch is a high one, a shortage a low one. Zero, and so neither, in the plain run."},
	{Name: "fleet.price_jump", Unit: "1", Kind: Monthly, Formula: `when(operator.market_launch > rare(unlikely(drop_chance)), log(1 - drop),
    when(operator.market_launch < -rare(unlikely(rise_chance)), log(1 + rise), 0))`,
		Note: "Logarithm of what a launch leaves of the price, or a shortage makes of it, in this month."},
	{Name: "fleet.price_deviation", Unit: "1", Kind: Monthly, Formula: `when(price_path == price_path.reverting, prev(price_deviation) * exp(-price_reversion * years) +
    price_volatility * pow(years / year(1), 0.5) * operator.market_mood + price_jump, 0)`,
		Note: "Logarithm of the price over its trend: an Ornstein-Uhlenbeck process in monthly steps, with drops at launches and rises at shortages."},
	{Name: "fleet.market_price", Unit: "USD/GPU/h", Kind: Rate, By: "fleet.gpus_working", Formula: `when(price_path == price_path.replay, spot_price,
    max(price_floor, spot_price * pow(1 + price_trend, month / month(12)) * exp(price_deviation)))`,
		Note: "Market price of a GPU-hour of this generation."},
	{Name: "site.market_price", Unit: "USD/GPU/h", Kind: Rate, By: "site.gpus_working", Formula: "when(gpus_working > 0, sum(fleet.gpus_working * fleet.market_price) / gpus_working, 0)",
		Note: "Average over the usable GPUs, as every generation is leased in proportion; zero without any."},
}
