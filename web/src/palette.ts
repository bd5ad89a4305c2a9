// Colours that mean the same thing everywhere: in the scene, the charts and the tables. The tenants' begin with Okabe and
// Ito, "Color Universal Design" (2008), in quieter tones, and differ in lightness where a colour-blind eye sees no other
// difference. There is one for each lease that a scenario may have; how far apart they stay, test/palette.test.ts holds.

const TENANTS = [
  "#3277b8", "#d9822b", "#2a9d8a", "#a8558f", "#d3b93a", "#5fb3d9", "#8a6d4f", "#5846a8",
  "#4d6926", "#d36e7a", "#23625e", "#dda5b3", "#813887", "#84cb78", "#9b84d3", "#ada679",
];

/** Capacity that the operator uses itself. */
export const KEPT = "#8793a3";
/** Capacity that is delivered and unused. */
export const IDLE = "#c4cad2";

/** The colour of the lease that stands at this place of the document. */
export function tenantColour(index: number): string {
  return TENANTS[index % TENANTS.length]!;
}

/** Lines of the income and cash-flow statement; they also differ in dash and width. */
export const LINES = {
  revenue: "#555f6b",
  adjusted_ebitda: "#1f6f9f",
  operating_income: "#a3173f",
  operating_cash_flow: "#0d7f73",
  free_cash_flow: "#b06a12",
} as const;

/** The same on dark ground. */
export const LINES_ON_DARK: { [line in keyof typeof LINES]: string } = {
  revenue: "#b3bdc8",
  adjusted_ebitda: "#6bb8e6",
  operating_income: "#ff7f9d",
  operating_cash_flow: "#4cc9b8",
  free_cash_flow: "#f0ae5c",
};

/** What cannot be exceeded, such as the power available. */
export const LIMIT = "#3d454e";
export const LIMIT_ON_DARK = "#d5dae0";
