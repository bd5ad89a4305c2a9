package measure

// LevelisedCost returns the constant price per unit at which selling the
// monthly quantities (MWh, GPU-hours) pays for the monthly costs at a rate of
// return per year: the present value of the costs over the present value of
// the quantities, both at the same timing, which therefore cancels (W. Short,
// D. J. Packey, T. Holt, "A Manual for the Economic Evaluation of Energy
// Efficiency and Renewable Energy Technologies", NREL/TP-462-5173, 1995).
// Costs are positive numbers here. A nominal rate with nominal costs gives a
// nominal price, a real rate with real costs a real one.
//
// It is absent if nothing is produced, for a rate of -1 or below, and for
// numbers that are not finite.
func LevelisedCost(rate float64, costs, quantities []float64) (float64, bool) {
	cost, ok := NPV(rate, costs, EndOfMonth)
	if !ok {
		return absent(), false
	}
	quantity, ok := NPV(rate, quantities, EndOfMonth)
	if !ok {
		return absent(), false
	}
	return quotient(cost, quantity)
}
