// The link to what is open, in the address and out of it.
import { describe, expect, it, vi } from "vitest";
import { settle } from "./fixture";
import { ANSWERS, around, path, serve, started } from "./served";

describe("the link", () => {
  it("is written to the address once a drag rests, and its own writing opens nothing", async () => {
    const { session, newest } = await started();
    for (const value of [0.6, 0.7, 0.8]) session.change(path, value, "drag");
    await serve(newest, ANSWERS);
    expect(around.replaced).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(1000);
    await serve(newest, ANSWERS);
    expect(around.replaced).toHaveBeenCalledTimes(1);
    expect(around.replaced).toHaveBeenCalledWith(null, "", "#s=1.a.b");
    expect(newest().asked.findLast(({ kind }) => kind === "link")!.request["changes"]).toEqual([{ path, value: 0.8 }]);

    location.hash = "#s=1.a.b";
    const asked = newest().asked.length;
    around.listeners["hashchange"]!();
    await settle();
    expect(newest().asked).toHaveLength(asked);
  });
  it("is kept for copying where the frame may not alter its address", async () => {
    around.replaced.mockImplementation(() => {
      throw new Error("SecurityError");
    });
    const { session, newest } = await started();
    await vi.advanceTimersByTimeAsync(1000);
    await serve(newest, ANSWERS);
    expect(session.store.get()).toMatchObject({ phase: "open", link: "#s=1.a.b", notices: [] });
  });
  it("is gone from the page and the address where the state is too long for one, and the page says why", async () => {
    const { session, newest } = await started();
    await vi.advanceTimersByTimeAsync(1000);
    await serve(newest, { ...ANSWERS, link: { problems: [{ path: "", message: "too long" }] } });
    expect(session.store.get()).toMatchObject({ link: undefined, noLink: "too long" });
    expect(around.replaced).toHaveBeenLastCalledWith(null, "", "/page");
    session.change(path, 0.6);
    await serve(newest, ANSWERS);
    await vi.advanceTimersByTimeAsync(1000);
    await serve(newest, ANSWERS);
    expect(session.store.get()).toMatchObject({ link: "#s=1.a.b", noLink: undefined });
  });
  it("is copied as of now, however lately something was changed", async () => {
    const { session, newest } = await started();
    await vi.advanceTimersByTimeAsync(1000);
    await serve(newest, ANSWERS);
    session.change(path, 0.6);
    const copied = session.linkNow();
    await serve(newest, { ...ANSWERS, link: { fragment: "#s=1.newer" } });
    expect(await copied).toBe("#s=1.newer");
    expect(newest().asked.findLast(({ kind }) => kind === "link")!.request["changes"]).toEqual([{ path, value: 0.6 }]);
  });
  it("is none while the inputs are wrong, and the address stays that of the last good ones", async () => {
    const { session, newest } = await started();
    await vi.advanceTimersByTimeAsync(1000);
    await serve(newest, ANSWERS);
    session.change(path, 9);
    await serve(newest, { ...ANSWERS, run: { problems: [{ path, message: "too large" }] } });
    await vi.advanceTimersByTimeAsync(1000);
    await serve(newest, { ...ANSWERS, link: { problems: [{ path, message: "too large" }] } });
    expect(session.store.get()).toMatchObject({ link: undefined });
    expect(around.replaced).toHaveBeenLastCalledWith(null, "", "#s=1.a.b");
    await expect(session.linkNow()).rejects.toThrow(/while an input is wrong/);
  });
  it("outlives a reload that comes before it is written, and only a reload", async () => {
    const { session } = await started();
    session.change(path, 0.6);
    around.listeners["pagehide"]!();
    const left = around.stored;
    around.navigation = "reload";
    expect((await started()).session.store.get().history!.present.changes.get(path)).toBe(0.6);
    around.stored = left;
    around.navigation = "navigate";
    expect((await started()).session.store.get().history!.present.changes.size).toBe(0);
  });
  it("that comes from outside is not pushed aside by what was open, where the page is left before it opens", async () => {
    const { session } = await started();
    session.change(path, 0.6);
    location.hash = "#s=1.other";
    around.listeners["hashchange"]!();
    around.stored = "";
    around.listeners["pagehide"]!();
    expect(around.stored).toBe("");
  });
  it.each(["#main", "#/", "#_=_", "#s"])("is not taken to be in %s, which is shown no longer", async (hash) => {
    location.hash = hash;
    const { session, newest } = await started();
    expect(newest().asked[0]).toMatchObject({ request: { name: "small" } });
    expect(session.store.get().phase).toBe("open");
    await vi.advanceTimersByTimeAsync(1000);
    await serve(newest, ANSWERS);
    location.hash = hash;
    around.listeners["hashchange"]!();
    expect(around.replaced).toHaveBeenLastCalledWith(null, "", "#s=1.a.b");
  });
  it.each(["#s=1.a.b", "#s=nonsense", "#%73%3D1.a.b", "#\u200bs=1.a", "#x&s=1.a"])("is taken to be in %s", async (hash) => {
    location.hash = hash;
    expect((await started()).newest().asked[0]).toMatchObject({ request: { link: hash } });
  });
  it("is opened when the address changes", async () => {
    const { newest } = await started();
    location.hash = "#s=1.other";
    around.listeners["hashchange"]!();
    await settle();
    expect(newest().asked.at(-1)).toMatchObject({ kind: "open", request: { link: "#s=1.other" } });
  });
});
