// Opening a scenario, and changing it.
import { describe, expect, it, vi } from "vitest";
import type { Session } from "../src/state/session";
import { standing } from "../src/state/state";
import { base, opened, run, settle } from "./fixture";
import { ANSWERS, otherRun, path, serve, started } from "./served";

describe("starting", () => {
  it("opens the first scenario, at the month in which the leases bring most", async () => {
    const { session, newest } = await started();
    expect(newest().asked[0]).toMatchObject({ kind: "open", request: { name: "small" } });
    expect(session.store.get()).toMatchObject({ phase: "open", view: { month: 1 }, problems: [] });
  });
  it("opens a link, and looks at what the link looks at", async () => {
    location.hash = "#s=1.given.link";
    const { session, newest } = await started({ ...ANSWERS, open: { ...opened, changes: [{ path, value: 0.7 }], view: { month: 2 } } });
    expect(newest().asked[0]).toMatchObject({ kind: "open", request: { link: "#s=1.given.link" } });
    expect(session.store.get().view.month).toBe(2);
    expect(session.store.get().history!.present.changes.get(path)).toBe(0.7);
  });
  it("says what is wrong with a link that cannot be read, and opens nothing in its place", async () => {
    location.hash = "#s=1.torn";
    const { session, newest } = await started({ ...ANSWERS, open: { problems: [{ path: "", message: "the link is damaged." }] } });
    expect(session.store.get()).toMatchObject({ phase: "failed", history: undefined, notices: [{ level: "error", text: "The link is damaged." }] });
    expect(newest().asked).toHaveLength(1);
  });
  it("passes on what could be read of a damaged link", async () => {
    location.hash = "#s=1.part";
    const notices = [{ level: "warning", text: "One change could not be read." }];
    const { session } = await started({ ...ANSWERS, open: { ...opened, notices } });
    expect(session.store.get()).toMatchObject({ phase: "open", notices });
  });
});

describe("a file", () => {
  it("is opened as a document", async () => {
    const { session, newest } = await started();
    void session.openFile([new File(["{}"], "mine.json")]);
    await vi.waitFor(() => expect(newest().asked.at(-1)).toMatchObject({ kind: "open", request: { document: "{}" } }));
    await serve(newest, { ...ANSWERS, open: { ...ANSWERS.open, base: { ...base, name: "mine", shipped: false } } });
    expect(session.store.get().history!.present.base.name).toBe("mine");
  });
  it("that is refused leaves what is open, and every mistake with its path", async () => {
    const { session, newest } = await started();
    void session.openFile([new File(["{}"], "mine.json")]);
    await vi.waitFor(() => expect(newest().asked.at(-1)).toMatchObject({ kind: "open" }));
    await vi.waitFor(() => expect(newest().asked.at(-1)!.request).toHaveProperty("document"));
    await serve(newest, {
      ...ANSWERS,
      open: {
        problems: [
          { path: "months", message: "missing" },
          { path: "", message: "odd" },
        ],
      },
    });
    const { history, notices, phase } = session.store.get();
    expect(history!.present.base.name).toBe("small");
    expect(phase).toBe("open");
    expect(notices).toEqual([{ level: "error", text: "“mine.json” was not opened. What was open stays.", lines: ["months: missing", "Odd"] }]);
  });
});

describe("an input that is uncertain", () => {
  const told = { path, text: "25 to 35 %", told: "25 % to 35 %", form: "normal", words: "" };
  const range = { form: "normal", low: 0.25, high: 0.35 };
  it.each([
    [false, "is certain once it has a value"],
    [true, "stays so where the range is of a factor"],
  ])("with a factor %s %s, by itself or with others", async (times) => {
    const study = { uncertain: [{ ...told, times }], correlations: [], paths: 100 };
    const uncertain = {
      open: { ...opened, changes: [{ path: `study.${path}`, value: range }] },
      run: { ...run, document: { ...run.document, study } },
    };
    for (const change of [
      (session: Session) => session.change(path, 0.4),
      (session: Session) => session.changeAll(new Map([["operator.growth", 0.1] as const, [path, 0.4] as const])),
    ]) {
      const { session } = await started({ ...ANSWERS, ...uncertain });
      change(session);
      const { changes } = session.store.get().history!.present;
      expect(changes.get(path)).toBe(0.4);
      expect(changes.has(`study.${path}`)).toBe(times);
      session.undo();
      expect(Object.fromEntries(session.store.get().history!.present.changes)).toEqual({ [`study.${path}`]: range });
    }
  });
});

describe("changing", () => {
  it("asks for the newest inputs and shows what came of them", async () => {
    const { session, newest } = await started();
    session.change(path, 0.9);
    await serve(newest, { ...ANSWERS, run: otherRun });
    expect(session.store.get().shown!.answer.views[0]!.title).toBe("Other");
    expect(standing(session.store.get())).toBe("current");
  });
  it("keeps the last good figures beside what is wrong", async () => {
    const { session, newest } = await started();
    const good = session.store.get().result;
    session.change(path, 9);
    const problems = [{ path, message: "too large" }];
    await serve(newest, { ...ANSWERS, run: { problems } });
    expect(session.store.get()).toMatchObject({ problems, phase: "open" });
    expect(standing(session.store.get())).toBe("refused");
    expect(session.store.get().result).toBe(good);
    session.undo();
    await serve(newest, ANSWERS);
    expect(session.store.get().problems).toEqual([]);
  });
  it("leaves nothing of a change that was taken back before it was computed", async () => {
    const { session, newest } = await started();
    const base = session.store.get().result;
    session.change(path, 0.9);
    await settle();
    session.reset(path);
    expect(standing(session.store.get())).toBe("current");
    await serve(newest, { ...ANSWERS, run: otherRun });
    expect(session.store.get().result).toBe(base);
    expect(standing(session.store.get())).toBe("current");
  });
  it("says so when the engine fails, and counts no older figures as those of the inputs", async () => {
    const { session, newest } = await started();
    session.change(path, 0.9);
    await settle();
    for (let times = 0; times < 2; times++) {
      newest().report({ fatal: "boom" });
      await settle();
      newest().answer(ANSWERS.open);
      await settle();
    }
    expect(standing(session.store.get())).toBe("refused");
    expect(
      session.store
        .get()
        .notices.map(({ text }) => text)
        .join(),
    ).toMatch(/could not compute/);
  });
  it("keeps what is open until the figures of another scenario are there", async () => {
    const { session, newest } = await started();
    void session.open({ name: "other" });
    await settle();
    newest().answer({ ...opened, base: { ...base, name: "other" } });
    await settle();
    expect(session.store.get()).toMatchObject({ opening: true, history: { present: { base: { name: "small" } } } });
    await serve(newest, ANSWERS);
    expect(session.store.get()).toMatchObject({ opening: false, history: { present: { base: { name: "other" } } } });
  });
  it("stays with what is open when one does not want to wait for another", async () => {
    const { session, newest } = await started();
    const asked = newest().asked.length;
    void session.open({ name: "other" });
    await settle();
    session.stay();
    expect(newest().cancelled).toEqual([newest().asked[asked]!.id]);
    expect(session.store.get().opening).toBe(false);
    await serve(newest, { ...ANSWERS, open: { ...ANSWERS.open, base: { ...base, name: "other" } } });
    expect(session.store.get().history!.present.base.name).toBe("small");
  });
  it("goes back across scenarios", async () => {
    const { session, newest } = await started();
    void session.open({ name: "other" });
    await serve(newest, { ...ANSWERS, open: { ...ANSWERS.open, base: { ...base, name: "other" } } });
    expect(session.store.get().history!.present.base.name).toBe("other");
    session.undo();
    await serve(newest, ANSWERS);
    expect(session.store.get().history!.present.base.name).toBe("small");
    expect(session.store.get().baseline!.origin).toEqual({ name: "small" });
  });
});

describe("the order of things", () => {
  const leases = ["a", "b", "c"].map((name) => ({ scope: "lease", name, title: name.toUpperCase(), parent: "north" }));
  const orderAfter = async (deed: (session: Session) => void) => {
    const open = { ...opened, document: { ...opened.document, instances: [...opened.document.instances.slice(0, 1), ...leases] } };
    const { session } = await started({ ...ANSWERS, open });
    deed(session);
    return session.store.get().history!.present.changes.get("scenario.order.lease");
  };
  it.each([
    ["c", -1, ["a", "c", "b"]],
    ["a", 1, ["b", "a", "c"]],
    ["a", 2, ["b", "c", "a"]],
    ["a", -1, undefined],
    ["c", 1, undefined],
  ] as const)("with %s moved by %i is %j", async (name, by, order) =>
    expect(await orderAfter((session) => session.reorder(leases.find((lease) => lease.name === name)!, by))).toEqual(order),
  );
  it.each([
    ["a", ["a", "a-copy", "b", "c"]],
    ["c", undefined], // behind the last is where what is added stands
  ] as const)("has the duplicate of %s right behind it: %j", async (name, order) => {
    const lease = leases.find((each) => each.name === name)!;
    expect(await orderAfter((session) => session.duplicate(lease, `${lease.title} copy`))).toEqual(order);
  });
});
