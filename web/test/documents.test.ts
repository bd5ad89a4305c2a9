// What a shipped scenario's file gives is what the page is told, value for value.
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { catalog } from "../src/catalog";
import { askThrough } from "../src/engine/runtime";
import { isProfile } from "../src/profile";
import { realEngine } from "./engine";

type Members = { [name: string]: unknown };

const isObject = (value: unknown): value is Members => typeof value === "object" && value !== null && !Array.isArray(value);
const read = (name: string) => JSON.parse(readFileSync(new URL(`../../scenarios/${name}.json`, import.meta.url), "utf8")) as Members;

/** Each value of the file by its path; a thing of a scope that has only one is called as the scope is. */
function* given(file: Members): Generator<[path: string, value: unknown]> {
  for (const { name: scope } of catalog.scopes) {
    const things = file[scope];
    for (const thing of Array.isArray(things) ? (things as Members[]) : isObject(things) ? [things] : []) {
      const at = Array.isArray(things) ? `${scope}.${String(thing["name"])}` : scope;
      for (const [field, said] of Object.entries(thing)) {
        if (!catalog.inputs.some(({ name }) => name === `${scope}.${field}`)) continue;
        const value = isObject(said) && "value" in said ? said["value"] : said;
        if (value !== undefined && !(isObject(said) && !("value" in said) && !isProfile(said))) yield [`${at}.${field}`, plain(value)];
      }
    }
  }
}

/** Steps are how values change where it is not said. */
function plain(value: unknown): unknown {
  if (!isObject(value) || value["between"] !== "step") return value;
  const { between: _, ...rest } = value;
  return rest;
}

describe("the values of a shipped scenario", async () => {
  const engine = await realEngine();
  let schedules = 0;
  for (const { name } of catalog.scenarios) {
    it(`are those of ${name}.json`, () => {
      const { document } = askThrough(engine, "open", { as: 1, name }).body as { document: { values: { [path: string]: { value: unknown } } } };
      const all = [...given(read(name))];
      expect(all.length).toBeGreaterThan(5);
      for (const [path, value] of all) {
        expect([path, document.values[path]?.value]).toEqual([path, value]);
        if (isProfile(value)) schedules++;
      }
      // Whatever else there is is of a kind that the page has a field for.
      for (const [path, { value }] of Object.entries(document.values)) {
        expect([path, isProfile(value) || ["number", "string", "boolean"].includes(typeof value)]).toEqual([path, true]);
      }
    });
  }
  it("change by date in some", () => expect(schedules).toBeGreaterThan(20));
});
