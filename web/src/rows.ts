// The rows of the model that the headline reads month by month. A run computes these, the measures and what they need; views
// and the floor plan have rows of their own, and asking for reasons computes all.

export const SHOWN_ROWS = [
  "lease.fee_billed",
  "lease.gpus_delivered",
  "operator.lease_revenue",
  "operator.lease_revenue_needed",
  "operator.operating_income",
] as const;

export type ShownRow = (typeof SHOWN_ROWS)[number];
