// What is taken elsewhere belongs together: figures and the link beside them.
import { afterEach, describe, expect, it, vi } from "vitest";
import { hostAddress } from "../src/embed/address";
import { EngineClient } from "../src/engine/client";
import { Pool } from "../src/engine/pool";
import { linkOf } from "../src/page/report/gather";
import { Session } from "../src/state/session";
import { answering, base, document, run } from "./fixture";

afterEach(() => vi.unstubAllGlobals());

describe("the link beside figures", () => {
  it("is none where the inputs are others by the time that it is there", async () => {
    vi.stubGlobal("location", { href: "https://r.example/#s=1.before" });
    const spawn = answering({
      open: () => ({ base, view: {}, document }),
      run: ({ month }) => ({ ...run, views: [], plan: undefined, month: month ?? 1 }),
      link: () => ({ fragment: "#s=1.now" }),
    });
    const session = new Session(new EngineClient(spawn), new Pool(spawn, () => 0), new Map(), hostAddress);
    await session.open({ name: "small" });
    const taken = await session.taken([]);
    expect(await linkOf(session, taken!.scenario)).toEqual({ address: "https://r.example/#s=1.now" });
    session.change("lease.tenant.share", 0.6);
    expect(await linkOf(session, taken!.scenario)).toEqual({ none: "The inputs were changed meanwhile." });
    expect(await linkOf(session)).toEqual({ address: "https://r.example/#s=1.now" });
    session.undo();
    expect(await linkOf(session, taken!.scenario)).toEqual({ address: "https://r.example/#s=1.now" });
  });
});
