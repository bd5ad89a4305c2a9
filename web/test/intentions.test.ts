// Whatever a person asked for comes about, or is taken back by that person: nothing is lost because something else was asked meanwhile.
import { describe, expect, it, vi } from "vitest";
import { standing } from "../src/state/state";
import { base, document, opened, settle } from "./fixture";
import { ANSWERS, LINES, otherRun, path, serve, started } from "./served";

const other = { ...ANSWERS, open: { ...opened, base: { ...base, name: "other" } } };
const refused = { problems: [{ path: "", message: "It cannot be computed." }] };

/** Another scenario is on its way, and asked for its figures in the place of those of a change that came late. */
async function leaving() {
  const page = await started();
  const { session, newest } = page;
  const figures = () => newest().answer({ ...ANSWERS.run, plan: undefined }, Float64Array.from(LINES));
  session.change(path, 0.6);
  await settle();
  session.change(path, 0.7);
  void session.open({ name: "other" });
  await settle();
  figures();
  await settle();
  newest().answer(other.open);
  await settle();
  session.change(path, 0.8);
  await settle();
  figures();
  await settle();
  expect(newest().asked.at(-1)).toMatchObject({ kind: "run", request: { of: 2, changes: [] } });
  return page;
}

describe("another scenario that is on its way and not come to", () => {
  it("leaves no figures awaited, and no engine at work, when one stays", async () => {
    const { session, newest } = await leaving();
    const asked = newest().asked.at(-1)!;
    session.stay();
    expect(newest().cancelled).toContain(asked.id);
    newest().report({ id: asked.id, cancelled: true });
    await serve(newest, ANSWERS);
    expect(standing(session.store.get())).toBe("current");
    expect(session.store.get()).toMatchObject({ opening: false, history: { present: { base: { name: "small" } } } });
    expect(session.store.get().history!.present.changes.get(path)).toBe(0.8);
  });
  it("leaves no figures awaited when it cannot be computed", async () => {
    const { session, newest } = await leaving();
    newest().answer(refused);
    await serve(newest, ANSWERS);
    expect(standing(session.store.get())).toBe("current");
    expect(session.store.get().notices.map(({ text }) => text)).toEqual(["It cannot be computed."]);
  });
  it("is given up when a third is opened", async () => {
    const { session, newest } = await leaving();
    const asked = newest().asked.at(-1)!;
    void session.open({ name: "third" });
    await settle();
    expect(newest().cancelled).toContain(asked.id);
    newest().report({ id: asked.id, cancelled: true });
    await serve(newest, { ...ANSWERS, open: { ...opened, base: { ...base, name: "third" } } });
    expect(session.store.get()).toMatchObject({ opening: false, history: { present: { base: { name: "third" } } } });
  });
});

describe("a file that takes long to read", () => {
  /** A file whose text comes when it is told to. */
  async function slow(name: string) {
    let read!: (text: ArrayBuffer) => void;
    const file = new File(["{}"], name);
    vi.spyOn(file, "arrayBuffer").mockReturnValue(new Promise((come) => (read = come)));
    const page = await started();
    void page.session.openFile([file]);
    await settle();
    return { ...page, come: () => read(new TextEncoder().encode("{}").buffer as ArrayBuffer) };
  }

  it.each(["mine.json", "mine.xlsx"])("does not take the place of what was opened meanwhile (%s)", async (name) => {
    const { session, newest, come } = await slow(name);
    expect(session.store.get().opening).toBe(true);
    void session.open({ name: "other" });
    await serve(newest, other);
    come();
    await settle();
    await serve(newest, ANSWERS);
    expect(newest().asked.filter(({ kind, request }) => kind === "entered" || "document" in request)).toEqual([]);
    expect(session.store.get()).toMatchObject({ opening: false, history: { present: { base: { name: "other" } } } });
  });
  it("is not opened when one stays with what is open", async () => {
    const { session, newest, come } = await slow("mine.json");
    session.stay();
    expect(session.store.get().opening).toBe(false);
    come();
    await serve(newest, other);
    expect(session.store.get().history!.present.base.name).toBe("small");
  });
});

it("a document that two ask for is given to both", async () => {
  const { session, newest } = await started();
  const both = Promise.all([session.document(), session.document()]);
  await serve(newest, { ...ANSWERS, document: { document: "{}" } });
  await expect(both).resolves.toEqual(["{}", "{}"]);
});

it("views that are taken elsewhere are given up, and others after them are not", async () => {
  const { session, newest } = await started();
  const asking = new AbortController();
  const given = session.taken([{ name: "money", by: "month" }], asking.signal);
  const wanted = session.taken([{ name: "money", by: "year" }]);
  await settle();
  const asked = newest().asked.at(-1)!;
  asking.abort();
  await expect(given).resolves.toBeUndefined();
  expect(newest().cancelled).toContain(asked.id);
  newest().report({ id: asked.id, cancelled: true });
  await serve(newest, ANSWERS);
  expect(newest().asked.at(-1)!.request).toMatchObject({ views: [{ by: "year" }] });
  await expect(wanted).resolves.toMatchObject({ answer: { month: 1 } });
});

describe("what is selected", () => {
  const [operator, tenant] = document.instances;
  const without = { ...document, instances: [operator] };
  it.each([
    ["stays where the other scenario has a thing of that name", { ...document, instances: [operator, { ...tenant!, title: "The same" }] }, "tenant"],
    ["is let go of where it has none", without, undefined],
  ])("%s when a step of a story opens it", async (_, otherDocument, selected) => {
    const { session, newest } = await started();
    session.look({ select: "tenant" });
    await serve(newest, ANSWERS);
    void session.show({ name: "other" }, new Map(), { step: "small/2" });
    await serve(newest, { ...ANSWERS, open: { ...other.open, document: otherDocument }, run: otherRun });
    const { history, view } = session.store.get();
    expect(history!.present.base.name).toBe("other");
    expect(view).toMatchObject({ step: "small/2" });
    expect(view.select).toBe(selected);
  });
  it("is let go of by undo to a scenario without it", async () => {
    const { session, newest } = await started({ ...ANSWERS, open: { ...opened, document: without } });
    void session.open({ name: "other" });
    await serve(newest, other);
    session.look({ select: "tenant" });
    await serve(newest, ANSWERS);
    session.undo();
    await serve(newest, ANSWERS);
    expect(session.store.get().history!.present.base.name).toBe("small");
    expect(session.store.get().view.select).toBeUndefined();
  });
  it("is what a step of its own says", async () => {
    const { session, newest } = await started();
    session.look({ select: "tenant" });
    await serve(newest, ANSWERS);
    void session.show({ name: "other" }, new Map(), { step: "small/2", select: "" });
    await serve(newest, other);
    expect(session.store.get().view.select).toBe("");
  });
});
