# The founding scenario (scenarios/half-the-data-center.json) as an analyst would write it in NumPy, with the engine's main rows: revenue,
# adjusted EBITDA, operating income and free cash flow by month, and the months in which the last two first are not negative.
# It leaves out whatever the scenario does not use: ramps, escalation, notice, outages, debt, tax, interest, batteries, power that does not
# suffice, and every other row. Called by tools/analysts.mjs, with a question as JSON; see there for what both agree on.
import json
import sys
import time

try:
    import numpy as np
except ImportError:
    sys.exit(3)


def model(hours, x):
    """Rows by month and, where inputs are arrays, by path."""
    hours = np.asarray(hours)[:, None]
    own_costs = x["reported_revenue"] + x["reported_operating_loss"] - x["reported_non_cash_costs"] - x["site_costs_in_reported"]
    fee = x["price"] * x["share"] * x["gpus"] * hours
    first = np.minimum(x["power_demand"], x["tva_capacity"])  # sources serve in the order of the scenario
    power = (first * x["tva_price"] + (x["power_demand"] - first) * x["southaven_price"]) * hours
    site_costs = power + x["it_peak_power"] * x["operations_rate"] / 12
    ebitda = x["reported_revenue"] + fee - own_costs - site_costs
    income = ebitda - x["reported_non_cash_costs"]
    received = np.vstack([np.zeros_like(fee[:1]), fee[:-1]])  # tenants pay a month later
    cash = x["reported_revenue"] + received - own_costs - site_costs - x["capital_spending"]
    return {"revenue": x["reported_revenue"] + fee, "adjusted_ebitda": ebitda, "operating_income": income, "free_cash_flow": cash}


def first_month(row):
    """The first month that is not negative, by path; not a number where none is."""
    found = row >= 0
    return np.where(found.any(axis=0), found.argmax(axis=0), np.nan)


def paths(asked, count, generator):
    """Inputs that are uncertain by a factor: normal, 90 % of it between low and high."""
    low, high = asked["factor"]
    drawn = {name: value * generator.normal((low + high) / 2, (high - low) / 2 / 1.6448536269514722, count) for name, value in asked["inputs"].items() if name in asked["uncertain"]}
    return model(asked["hours"], {**asked["inputs"], **drawn})


def main():
    asked = json.load(sys.stdin)
    rows = [{name: row[:, 0].tolist() for name, row in model(asked["hours"], inputs).items()} for inputs in asked["cases"]]
    took, generator = [], np.random.default_rng(1)
    for _ in range(asked["rounds"]):
        begun = time.perf_counter()
        table = paths(asked, asked["paths"], generator)
        months = [first_month(table[row]) for row in ("operating_income", "free_cash_flow")]
        took.append(time.perf_counter() - begun)
    chance = float(np.mean(~np.isnan(months[0])))
    json.dump({"rows": rows, "took": took, "chance": chance, "version": "NumPy " + np.__version__}, sys.stdout)


main()
