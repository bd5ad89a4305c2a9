// The rows of the model that the page reads month by month. The engine computes these, the headline figures and what
// they need, and no others; asking for reasons has it compute all.

export const SHOWN_ROWS = [
  "fleet.racks_usable",
  "lease.fee_billed",
  "lease.gpus_delivered",
  "lease.power_demand",
  "lease.revenue",
  "operator.adjusted_ebitda",
  "operator.free_cash_flow",
  "operator.lease_revenue",
  "operator.lease_revenue_needed",
  "operator.net_income",
  "operator.operating_cash_flow",
  "operator.operating_income",
  "operator.own_revenue",
  "operator.revenue",
  "site.gpus_idle",
  "site.gpus_installed",
  "site.gpus_kept",
  "site.gpus_usable",
  "site.power_available",
  "site.power_demand",
  "site.power_idle",
  "site.power_kept",
  "source.power_available",
  "source.power_served",
] as const;

export type ShownRow = (typeof SHOWN_ROWS)[number];
/** Those of one kind of thing, such as sites. */
export type ShownRowOf<Scope extends string> = Extract<ShownRow, `${Scope}.${string}`>;
