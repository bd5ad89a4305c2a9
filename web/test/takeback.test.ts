// Inputs that are being computed are given up: back are those whose figures are shown, and redo leads to the others.
import { describe, expect, it } from "vitest";
import { canGoBack, standing } from "../src/state/state";
import { settle } from "./fixture";
import { ANSWERS, path, serve, started } from "./served";

describe("a change that takes long", () => {
  it("is given up in the engine, and had again by redo", async () => {
    const { session, newest } = await started();
    const before = session.store.get();
    session.change(path, 0.7);
    await settle();
    expect(canGoBack(session.store.get())).toBe(true);
    const asked = newest().asked.at(-1)!;
    expect(asked.kind).toBe("run");
    session.takeBack();
    expect(newest().cancelled).toContain(asked.id);
    const { history, resultOf, notices } = session.store.get();
    expect(history!.present).toBe(before.history!.present);
    expect(resultOf).toBe(history!.present);
    expect(notices.map(({ text }) => text).join()).toMatch(/^Cancelled\..*Redo/);
    newest().report({ id: newest().cancelled.at(-1)!, cancelled: true });
    session.redo();
    await serve(newest, ANSWERS);
    expect(session.store.get().history!.present.changes.get(path)).toBe(0.7);
    expect(standing(session.store.get())).toBe("current");
  });

  it("is given up in the midst of a gesture, at what that had come to", async () => {
    const { session, newest } = await started();
    session.change(path, 0.7, "slide");
    await serve(newest, ANSWERS);
    session.change(path, 0.8, "slide");
    await settle();
    session.takeBack();
    expect(session.store.get().history!.present.changes.get(path)).toBe(0.7);
    expect(standing(session.store.get())).toBe("current");
    newest().report({ id: newest().cancelled.at(-1)!, cancelled: true });
    session.redo();
    expect(session.store.get().history!.present.changes.get(path)).toBe(0.8);
    session.undo();
    session.undo();
    expect(session.store.get().history!.present.changes.has(path)).toBe(false);
  });

  it("stays where nothing is awaited", async () => {
    const { session } = await started();
    const before = session.store.get();
    expect(canGoBack(before)).toBe(false);
    session.takeBack();
    expect(session.store.get()).toBe(before);
  });
});
