// Who has how much of the sites in one month: what the scene draws, as numbers.
import type { Result } from "./engine/client";
import { IDLE, KEPT, tenantColour } from "./palette";
import type { ShownRowOf } from "./rows";
import { instancesOf, valueAt } from "./table";

export interface Holder {
  /** The lease's name; "kept" and "idle" for what is not leased. */
  key: string;
  title: string;
  colour: string;
  /** Undefined, as everything here, where the table has no value. */
  gpus: number | undefined;
  racks: number | undefined;
  /** Share of the usable GPUs; undefined where none are usable. */
  share: number | undefined;
  megawatts: number | undefined;
}

export interface Supply {
  title: string;
  served: number | undefined;
  available: number | undefined;
}

export interface Capacity {
  holders: Holder[];
  usable: number | undefined;
  installed: number | undefined;
  racks: number | undefined;
  demand: number | undefined;
  available: number | undefined;
  supplies: Supply[];
}

/** Sums over all sites of the scenario. */
export function capacityAt(result: Result, month: number): Capacity {
  const sum = (row: ShownRowOf<"site" | "fleet">) =>
    instancesOf(result, row.split(".")[0]!).reduce<number | undefined>((all, { name }) => plus(all, valueAt(result, row, name, month)), 0);
  const usable = sum("site.gpus_usable");
  const racks = sum("fleet.racks_usable");
  const holder = (key: string, title: string, colour: string, gpus: number | undefined, megawatts: number | undefined): Holder => {
    const share = usable !== undefined && usable > 0 && gpus !== undefined ? gpus / usable : undefined;
    return { key, title, colour, gpus, racks: usable === 0 ? 0 : times(share, racks), share, megawatts };
  };
  const leases = instancesOf(result, "lease").map(({ name, title }, index) =>
    holder(name, title, tenantColour(index), valueAt(result, "lease.gpus_delivered", name, month), valueAt(result, "lease.power_demand", name, month)),
  );
  return {
    holders: [
      ...leases,
      holder("kept", "Operator’s own use", KEPT, sum("site.gpus_kept"), sum("site.power_kept")),
      holder("idle", "Idle", IDLE, sum("site.gpus_idle"), sum("site.power_idle")),
    ],
    usable,
    installed: sum("site.gpus_installed"),
    racks,
    demand: sum("site.power_demand"),
    available: sum("site.power_available"),
    supplies: instancesOf(result, "source").map(({ name, title }) => ({
      title,
      served: valueAt(result, "source.power_served", name, month),
      available: valueAt(result, "source.power_available", name, month),
    })),
  };
}

/** Of what is absent the sum and the product are absent too. */
function plus(a: number | undefined, b: number | undefined): number | undefined {
  return a === undefined || b === undefined ? undefined : a + b;
}

function times(a: number | undefined, b: number | undefined): number | undefined {
  return a === undefined || b === undefined ? undefined : a * b;
}
