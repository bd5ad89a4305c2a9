// What the engine says natively, on the command line, and how the page has to write it.
import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { formatCount, formatDollars, formatMonth, formatPercent, formatQuantity } from "../src/format";

const command = fileURLToPath(new URL("../../build/rackonomics", import.meta.url));

function rackonomics(...words: string[]): string {
  return execFileSync(command, words, { maxBuffer: 64e6 }).toString();
}

export interface Reference {
  months: string[];
  measures: { [name: string]: { value: number | string | null; unit: string } };
  rows: { name: string; instance: string; values: number[] }[];
}

const changed = (settings: readonly string[]) => settings.flatMap((setting) => ["--set", setting]);

/** A scenario by name or link, with these changes, "path=value". */
export function reference(scenario: string, ...settings: string[]): Reference {
  return JSON.parse(rackonomics("run", scenario, "--format", "json", ...changed(settings))) as Reference;
}

/** One row by month. */
export function referenceRow(scenario: string, row: string, instance: string, ...settings: string[]): number[] {
  const output = rackonomics("run", scenario, "--format", "json", "--rows", `${row}@${instance}`, ...changed(settings));
  const { rows } = JSON.parse(output) as Reference;
  return rows.find((found) => found.name === row && found.instance === instance)!.values;
}

export interface ReferenceView {
  title: string;
  columns: string[];
  rows: { title: string; unit?: string; depth: number; heading?: boolean; total?: boolean; values: (number | string | null)[] }[];
}

/** A view by its name and step, as the page shows it. */
export function referenceView(scenario: string, view: string, by: "month" | "quarter" | "year" | "", ...settings: string[]): ReferenceView {
  return JSON.parse(rackonomics("show", scenario, view, ...(by ? ["--by", by] : []), "--format", "json", ...changed(settings))) as ReferenceView;
}

/** The link to a scenario with these changes: "#s=…". */
export function linkTo(scenario: string, ...settings: string[]): string {
  return rackonomics("link", scenario, ...changed(settings)).trim();
}

/** The scenario's document that a link or an address with one stands for. */
export function documentOf(address: string): string {
  return rackonomics("open", new URL(address).hash);
}

/** The names of the shipped scenarios. */
export function shippedScenarios(): string[] {
  return rackonomics("list")
    .trim()
    .split("\n")
    .map((line) => line.split(/\s/)[0]!);
}

/**
 * Shipped scenarios that between them have whatever a scenario can: a share and a fee, one tenant and five, a market, a
 * default and a loan, two sites, an orbit, a permit, batteries, companies, no site at all. The others differ in their numbers, and
 * test/truth.test.ts holds those of every one.
 */
export const REPRESENTATIVE = [
  "half-the-data-center",
  "as-reported-q2",
  "december-run-rate",
  "power-capped",
  "megapacks",
  "tenant-default",
  "take-or-pay",
  "orbital-expansion",
  "delayed-listing",
  "useful-life",
];

/** A headline figure as the page shows it: its title, and all of its text. */
export interface Cell {
  title: string;
  text: string;
}

/** Runs in a page: its headline figures, as far as they can be seen. */
export function cellsShown(): Cell[] {
  const seen = (element: HTMLElement) => element.innerText.replace(/\s+/g, " ").trim();
  const figures = document.querySelectorAll<HTMLElement>("section[aria-label='Headline figures'] .figure");
  return Array.from(figures, (figure) => ({ title: seen(figure.querySelector("h2")!), text: seen(figure) }));
}

/** What each headline figure has to say in the month that the page names ("May 2026"), by a part of its title. */
export type Headline = (month: string) => { title: string; texts: string[] }[];

export function referenceHeadline(scenario: string, ...settings: string[]): Headline {
  const output = rackonomics("run", scenario, "--format", "json", "--rows", "operator.*@operator", ...changed(settings));
  const { months, measures, rows } = JSON.parse(output) as Reference;
  const number = (name: string) => measures[name]!.value as number | null;
  const first = measures["break_even.operating_income.first"]!.value as string | null;
  return (month) => {
    const at = months.findIndex((name) => formatMonth(name) === month);
    const row = (name: string) => formatDollars(rows.find((found) => found.name === `operator.${name}`)!.values[at]);
    return [
      { title: "Operating break-even", texts: [first ? formatMonth(first) : "Not reached"] },
      { title: "Operating income", texts: [row("operating_income"), `in ${month}`] },
      { title: "Lease revenue", texts: [row("lease_revenue"), `${row("lease_revenue_needed")} needed`] },
      { title: "Cumulative free cash flow", texts: [formatDollars(number("free_cash_flow.cumulative")), `to ${formatMonth(months.at(-1)!)}`] },
      {
        title: "hold",
        texts: [
          number("tenant.gpus") === null ? formatCount(null) : `${formatCount(number("tenant.gpus"))} GPUs`,
          `${formatPercent(number("tenant.share"))} of the usable, ${formatQuantity(number("tenant.megawatts"), "MW")}`,
        ],
      },
      { title: "Price", texts: [formatDollars(number("price_per_gpu_hour"))] },
    ];
  };
}

/** What of it these cells do not say. */
export function untold(headline: Headline, month: string, cells: readonly Cell[]): string[] {
  return headline(month).flatMap(({ title, texts }) => {
    const cell = cells.find((found) => found.title.includes(title));
    return texts.filter((text) => !cell?.text.includes(text)).map((text) => `${title}: “${text}” is not in “${cell?.text}”`);
  });
}
