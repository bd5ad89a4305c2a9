// What the browser keeps of the scenario that was changed last, with the browser's storage as a map.
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { whenWords } from "../src/format";
import { Autosave } from "../src/state/autosave";
import { begin, type Scenario } from "../src/state/history";
import { canKeep, type Kept, readKept, writeKept } from "../src/state/kept";
import type { Session } from "../src/state/session";
import { BEGINNING, type State } from "../src/state/state";
import { Store } from "../src/state/store";
import { base, settle } from "./fixture";

let kept: Map<string, string>;
let refuses: boolean;
let heard: (event: { key: string }) => void;

beforeEach(() => {
  kept = new Map();
  refuses = false;
  const checked = <Value>(value: Value) => {
    if (refuses) throw new DOMException("denied", "SecurityError");
    return value;
  };
  vi.stubGlobal("localStorage", {
    getItem: (key: string) => checked(kept.get(key) ?? null),
    setItem: (key: string, text: string) => checked(kept.set(key, text)),
    removeItem: (key: string) => checked(kept.delete(key)),
  });
  vi.stubGlobal("addEventListener", (_: string, listener: typeof heard) => (heard = listener));
});
afterEach(() => vi.unstubAllGlobals());

const KEY = "rackonomics.last";
const one: Kept = { at: 1795883375721, title: "Small", changed: 2, origin: { link: "#s=1.a.b" } };

describe("what was kept", () => {
  it.each([one, { ...one, origin: { document: "{}" } }, { ...one, changed: 0 }])("is read as it was: %o", (scenario) => {
    expect(writeKept(scenario)).toBe(true);
    expect(readKept()).toEqual(scenario);
  });
  const text = JSON.stringify({ version: 1, ...one });
  it.each([
    ["torn", text.slice(0, 40)],
    ["nothing", ""],
    ["null", "null"],
    ["a list", "[]"],
    ["of no version", JSON.stringify(one)],
    ["of another version", JSON.stringify({ ...one, version: "1" })],
    ["without a time", text.replace('"at":1795883375721', '"at":"now"')],
    ["with a title that is markup of great length", JSON.stringify({ version: 1, ...one, title: "<b>".repeat(200) })],
    ["with a link that is none", text.replace("#s=1", "javascript:1")],
    ["with a link of great length", text.replace("#s=1", `#s=${"1".repeat(5000)}`)],
    ["with a document of great length", JSON.stringify({ version: 1, ...one, origin: { document: "x".repeat(600_000) } })],
    ["with two origins", JSON.stringify({ version: 1, ...one, origin: { ...one.origin, document: "{}" } })],
    ["by the name of a scenario, which may mean another by now", JSON.stringify({ version: 1, ...one, origin: { name: "small" } })],
  ])("and is %s is told to be damaged", (_, stored) => {
    kept.set(KEY, stored);
    expect(readKept()).toBe("damaged");
  });
  it("by a newer page is left alone", () => {
    kept.set(KEY, JSON.stringify({ version: 2, scenario: {} }));
    expect(readKept()).toBeUndefined();
    expect(kept.has(KEY)).toBe(true);
  });
  it("is nothing where there is no storage, and nothing throws", () => {
    refuses = true;
    expect([canKeep(), readKept(), writeKept(one)]).toEqual([false, undefined, false]);
  });
  it("leaves nothing behind that only tried whether it can be", () => {
    expect(canKeep()).toBe(true);
    expect(kept.size).toBe(0);
  });
});

/** A session that is in a state, with a link to it unless it is too long for one. */
function sessionIn(changes: [string, unknown][], { past = 1, link = "#s=1.now", title = "Small", of = {} } = {}) {
  const present: Scenario = { origin: ORIGIN, base: { ...base, title, ...of }, changes: new Map(changes) };
  const history = { ...begin(present), past: Array.from({ length: past }, () => present) };
  return { history, resultOf: present, link: link || undefined, noLink: link ? undefined : "too long", linkOf: { scenario: present, view: {} } };
}
const ORIGIN = { name: "small" };

function autosave(state: Partial<State>) {
  const store = new Store<State>({ ...BEGINNING, ...state });
  const session = { store, document: async () => '{"whole":1}' } as unknown as Session;
  return { store, autosave: new Autosave(session) };
}

describe("keeping", () => {
  it("begins with the first change, as its link, and goes on", async () => {
    const { store } = autosave(sessionIn([], { past: 0 }));
    await settle();
    expect(readKept()).toBeUndefined();
    store.update(sessionIn([["a.b.c", 1]]));
    await settle();
    expect(readKept()).toMatchObject({ title: "Small", changed: 1, origin: { link: "#s=1.now" } });
    store.update(sessionIn([["a.b.c", 2]], { link: "#s=1.then" }));
    await settle();
    expect(readKept()).toMatchObject({ origin: { link: "#s=1.then" } });
  });
  it("does not take a link that was only opened for work", async () => {
    writeKept(one);
    autosave(sessionIn([["a.b.c", 1]], { past: 0 }));
    await settle();
    expect(readKept()).toEqual(one);
  });
  it("takes the document where there can be no link", async () => {
    autosave(sessionIn([["a.b.c", 1]], { link: "" }));
    await settle();
    expect(readKept()).toMatchObject({ origin: { document: '{"whole":1}' } });
  });
  it.each([
    [true, { link: "#s=1.now" }],
    [false, { document: '{"whole":1}' }],
  ])("takes the document where a link may leave out its story: of a shipped one %s", async (shipped, origin) => {
    autosave(sessionIn([["a.b.c", 1]], { of: { shipped, story: { title: "A story", steps: 2 } } }));
    await settle();
    expect(readKept()).toMatchObject({ origin });
  });
  it("lets go of what was taken back, and not of it when another scenario is looked at", async () => {
    const { store } = autosave(sessionIn([["a.b.c", 1]]));
    await settle();
    const other = sessionIn([], { title: "Other" });
    other.history.present = other.linkOf.scenario = { ...other.history.present, origin: { name: "other" } };
    store.update(other);
    await settle();
    expect(readKept()).toMatchObject({ title: "Small" });
    store.update(sessionIn([["a.b.c", 3]]));
    await settle();
    store.update(sessionIn([], { past: 0 }));
    await settle();
    expect(readKept()).toBeUndefined();
  });
  it("stops when it is forgotten, until it is wanted again", async () => {
    const { store, autosave: keeping } = autosave(sessionIn([["a.b.c", 1]]));
    await settle();
    keeping.forget();
    store.update(sessionIn([["a.b.c", 2]]));
    await settle();
    expect(readKept()).toBeUndefined();
    expect(autosave({}).autosave.store.get().wanted, "in the next visit too").toBe(false);
    keeping.keepAgain();
    await settle();
    expect(readKept()).toMatchObject({ changed: 1 });
  });
  it("says where another tab's is the one that is kept", async () => {
    const { autosave: keeping } = autosave(sessionIn([["a.b.c", 1]]));
    await settle();
    writeKept({ ...one, title: "Elsewhere" });
    heard({ key: KEY });
    expect(keeping.store.get()).toMatchObject({ elsewhere: true, kept: { title: "Elsewhere" } });
  });
  it("drops what is damaged, and says that it was", () => {
    kept.set(KEY, "{");
    expect(autosave({}).autosave.found).toBe("damaged");
    expect(kept.has(KEY)).toBe(false);
  });
  it("is not said to be where the browser does not let it", async () => {
    refuses = true;
    const { autosave: keeping } = autosave(sessionIn([["a.b.c", 1]]));
    await settle();
    expect(keeping.store.get()).toMatchObject({ possible: false, kept: undefined });
  });
});

describe("when it was", () => {
  const now = new Date(2026, 10, 28, 9, 5);
  it.each([
    [new Date(2026, 10, 28, 0, 4), "today at 00:04"],
    [new Date(2026, 10, 27, 23, 59), "yesterday at 23:59"],
    [new Date(2026, 10, 1, 12, 0), "on 1 Nov 2026"],
    [new Date(2025, 10, 28, 9, 5), "on 28 Nov 2025"],
  ])("%s is %s", (then, words) => expect(whenWords(then, now)).toBe(words));
});
