// The rows of the model that the headline and the floor plan read month by month. A run computes these, the measures and
// what they need; views have rows of their own, and asking for reasons computes all.

export const SHOWN_ROWS = [
  "fleet.gpus_installed",
  "fleet.racks_installed",
  "fleet.racks_usable",
  "lease.fee_billed",
  "lease.gpus_delivered",
  "operator.lease_revenue",
  "operator.lease_revenue_needed",
  "operator.operating_income",
  "site.gpus_kept",
  "site.gpus_usable",
  "site.power_demand",
  "source.power_available",
  "source.power_served",
] as const;

export type ShownRow = (typeof SHOWN_ROWS)[number];
/** Those of one kind of thing, such as sites. */
export type ShownRowOf<Scope extends string> = Extract<ShownRow, `${Scope}.${string}`>;
