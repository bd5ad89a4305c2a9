// What is taken from the engines of studies as a whole, and the workbook that comes back.
import { describe, expect, it, vi } from "vitest";
import { Pool } from "../src/engine/pool";
import { Exports } from "../src/state/exports";
import type { Scenario } from "../src/state/history";
import { workbookAmong, workbookData } from "../src/state/workbookfile";
import { base, fakeSpawn, opened, settle } from "./fixture";
import { ANSWERS, path, serve, started } from "./served";

const scenario: Scenario = { origin: { name: "small" }, base, changes: new Map([[path, 0.7]]) };
const never = new AbortController().signal;

/** What comes of a question of the exports, where the engine answers so. */
async function answered<Got>(ask: (exports: Exports) => Promise<Got>, body: unknown, numbers?: Float64Array) {
  const { spawn, newest } = fakeSpawn();
  const got = ask(new Exports(new Pool(spawn, () => 1)));
  await settle();
  newest().answer(opened);
  await settle();
  const { kind, request } = newest().asked.at(-1)!;
  newest().answer(body, numbers);
  return { got, kind, request };
}

describe("the whole scenario", () => {
  const row = { name: "site.power", title: "Power", unit: "MW", instance: "a", thing: "A" };
  const rows = (exports: Exports) => exports.rows(scenario, never, () => undefined);
  const workbook = (exports: Exports) => exports.workbook(scenario, never, () => undefined);

  it("has each row with its numbers, of the scenario with its changes", async () => {
    const body = { months: ["2026-05", "2026-06"], rows: [row, { ...row, instance: "b" }] };
    const { got, kind, request } = await answered(rows, body, Float64Array.of(1, 2, 3, 4));
    expect([kind, request]).toEqual(["rows", { of: 1, changes: [{ path, value: 0.7 }] }]);
    expect(await got).toEqual({
      months: body.months,
      rows: body.rows.map((each, at) => ({ row: each, values: Float64Array.of(2 * at + 1, 2 * at + 2) })),
    });
  });
  it("is no table of rows with more or fewer numbers than they take", async () => {
    const { got } = await answered(rows, { months: ["2026-05"], rows: [row] }, Float64Array.of(1, 2));
    await expect(got).rejects.toThrow("The engine’s answer was incomplete.");
  });
  it("is a workbook of as many bytes as the answer says", async () => {
    const numbers = new Float64Array(Uint8Array.from({ length: 16 }, (_, at) => at).buffer);
    const { got, kind } = await answered(workbook, { bytes: 11 }, numbers);
    expect(kind).toBe("workbook");
    expect(await got).toEqual(Uint8Array.from({ length: 11 }, (_, at) => at));
  });
  it("is no workbook of more bytes than came", async () => {
    const { got } = await answered(workbook, { bytes: 9 }, new Float64Array(1));
    await expect(got).rejects.toThrow("The engine’s answer was incomplete.");
  });
  it("is refused with what is wrong", async () => {
    const problems = [{ path: "months", message: "too many" }];
    expect(await (await answered(workbook, { problems })).got).toEqual({ problems });
  });
  it("is given up", async () => {
    const giving = new AbortController();
    const { spawn } = fakeSpawn();
    const got = new Exports(new Pool(spawn, () => 1)).workbook(scenario, giving.signal, () => undefined);
    giving.abort();
    expect(await got).toBeUndefined();
  });
});

describe("a workbook that comes back", () => {
  const file = new File([Uint8Array.of(1, 2, 3)], "Back.XLSX");

  it("is known by its name, and comes alone", () => {
    expect(workbookAmong([file])).toBe(file);
    expect(workbookAmong([file, file])).toBeUndefined();
    expect(workbookAmong([new File([], "mine.json")])).toBeUndefined();
  });
  it("is not read where it is too large, or not to be read", async () => {
    const large = { name: "large.xlsx", size: 2 ** 26 + 1 } as File;
    expect(await workbookData(large)).toEqual({ problems: [{ path: "", message: "It has 65 MB. Allowed: up to 64 MB." }] });
    const gone = { name: "gone.xlsx", size: 1, arrayBuffer: () => Promise.reject(new DOMException("no", "NotReadableError")) } as unknown as File;
    expect(await workbookData(gone)).toEqual({ problems: [{ path: "", message: "It cannot be read." }] });
  });
  it("is opened as the scenario that it was made of, with its changes", async () => {
    const { session, engines, newest } = await started();
    void session.openFile([file]);
    await vi.waitFor(() => expect(engines).toHaveLength(2));
    await serve(newest, { ...ANSWERS, entered: { document: "{}", changes: [{ path, value: 0.7 }] } });
    expect(newest().asked.at(-1)).toMatchObject({ kind: "entered", request: { bytes: 3 } });
    expect(newest().asked.at(-1)!.numbers).toHaveLength(1);
    const shown = () => engines[0]!;
    expect(shown().asked.at(-1)).toMatchObject({ kind: "open", request: { document: "{}" } });
    await serve(shown, { ...ANSWERS, open: { ...ANSWERS.open, base: { ...base, name: "mine" } } });
    const { present } = session.store.get().history!;
    expect([present.base.name, ...present.changes]).toEqual(["mine", [path, 0.7]]);
  });
});
