// The table of entries that the engine's tests read too.
import { readFileSync } from "node:fs";
import type { Reason } from "../src/entry";
import type { NumberField } from "../src/quantity";

interface Table {
  fields: { [name: string]: NumberField & { kind?: "month" | "day" | "switch"; percent?: boolean } };
  cases: { field: string; text: string; value?: number | string | boolean; refused?: Reason; readings?: (number | string)[] }[];
}

const table = JSON.parse(readFileSync(new URL("../../engine/scenario/testdata/entries.json", import.meta.url), "utf8")) as Table;

/** Every case with its field as the page has it. */
export const entryCases = table.cases.map(({ field: name, ...rest }) => {
  const { percent, kind, ...field } = table.fields[name]!;
  return { name, kind, field: { ...field, title: name, ...(percent && { display: "percent" }) }, ...rest };
});
