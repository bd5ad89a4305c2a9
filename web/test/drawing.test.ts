// Drawings that are held against each other: to the coarsest scale that any of them needs.
import { describe, expect, it, vi } from "vitest";
import type { Refused } from "../src/engine/answered";
import type { PictureScale } from "../src/engine/messages";
import { type Drawing, FINEST, toOneScale } from "../src/state/drawing";

/** Draws no finer than asked, nor than its own scale, which may depend on what is asked. */
function drawer(own: Partial<PictureScale> | ((asked: PictureScale) => Partial<PictureScale>)) {
  return vi.fn(async (asked: PictureScale): Promise<Drawing | Refused | undefined> => {
    const scale = { ...asked };
    for (const [of, number] of Object.entries(typeof own === "function" ? own(asked) : own)) {
      scale[of as keyof PictureScale] = Math.max(scale[of as keyof PictureScale], number);
    }
    return { address: "", summary: "", scale };
  });
}

describe("drawings to one scale", () => {
  it("are drawn to the coarsest of each length, and at once where that is known", async () => {
    const small = drawer({ metres: 0.1, flow_dollars: 5 });
    const large = drawer({ metres: 0.3, flow_dollars: 2, satellite_racks: 7 });
    const common = { ...FINEST, metres: 0.3, flow_dollars: 5, satellite_racks: 7 };
    const made = await toOneScale([small, large]);
    expect(made?.scale).toEqual(common);
    expect(made?.drawings).toEqual([common, common].map((scale) => ({ address: "", summary: "", scale })));
    const asked = small.mock.calls.length;
    await toOneScale([small, large], common);
    expect(small.mock.calls.length).toBe(asked + 1);
  });

  it("follow one that what is asked makes coarser still", async () => {
    const wider = drawer(({ block_racks }) => ({ metres: block_racks > 1 ? 0.4 : 0.2 }));
    expect((await toOneScale([wider, drawer({ block_racks: 5 })]))?.scale).toEqual({ ...FINEST, metres: 0.4, block_racks: 5 });
  });

  it("are drawn without one that is refused, and not at all where one is given up", async () => {
    const refused = async () => ({ problems: [{ path: "", message: "no" }] });
    const made = await toOneScale([drawer({ metres: 2 }), refused]);
    expect(made?.scale.metres).toBe(2);
    expect(made?.drawings[1]).toEqual(await refused());
    expect(await toOneScale([drawer({ metres: 2 }), async () => undefined])).toBeUndefined();
  });

  it("are none where each needs a coarser one than all", async () => {
    await expect(toOneScale([drawer(({ metres }) => ({ metres: 2 * metres + 1 }))])).rejects.toThrow("No scale suits all");
  });
});
