// What the scene draws, taken from a run's table.
import type { Result } from "./engine/client";
import { IDLE, KEPT, tenantColour } from "./palette";
import type { SceneHall, ScenePlan, SceneSource, SceneSplit } from "./scene/messages";
import type { ShownRow, ShownRowOf } from "./rows";
import { instancesOf, series, total } from "./table";

/**
 * Every hall is a fleet. A site's leases are served from all of its halls alike; where there are several sites, their
 * halls stand side by side, each split as its own site is.
 * `input` tells the present value of an input.
 */
export function scenePlan(result: Result, input: (path: string) => unknown): ScenePlan {
  const { months } = result.table;
  const sites = instancesOf(result, "site");
  const leases = instancesOf(result, "lease");
  const all = (row: ShownRowOf<"site">, names = sites.map(({ name }) => name)) => total(months.length, names.map((name) => series(result, row, name)));
  const split = (names?: string[]): SceneSplit => {
    const usable = all("site.gpus_usable", names);
    const share = (gpus: ArrayLike<number> | undefined) => usable.map((count, month) => (count > 0 ? swept((gpus?.[month] ?? Number.NaN) / count, 1) : 0));
    const none = months.map(() => 0);
    return {
      shares: leases.map(({ name, parent }) => (!names || names.includes(parent) ? share(series(result, "lease.gpus_delivered", name)) : none)),
      kept_share: share(all("site.gpus_kept", names)),
    };
  };
  const several = sites.length > 1;
  return {
    months,
    tenants: leases.map(({ name, title }, index) => ({ name, title: clipped(title), colour: tenantColour(index) })),
    kept: { title: "Operator’s own use", colour: KEPT },
    idle: { title: "Idle", colour: IDLE },
    halls: instancesOf(result, "fleet").map((fleet) => ({
      ...hall(result, fleet, input),
      split: several ? 1 + sites.findIndex(({ name }) => name === fleet.parent) : 0,
    })),
    ...split(),
    site_splits: several ? sites.map(({ name }) => split([name])) : [],
    load: numberOf(input(`site.${sites[0]?.name}.load`)) ?? 1,
    sources: instancesOf(result, "source").map((source) => supply(result, source)),
    demand: sweptSeries(all("site.power_demand")),
  };
}

function hall(result: Result, { name, title }: { name: string; title: string }, input: (path: string) => unknown): SceneHall {
  const racks = present(result, "fleet.racks_installed", name);
  // The last rack of a fleet may be partly filled, so a rack of the picture stands for slightly less than a full one.
  const most = Math.max(...racks);
  const perRack = most > 0 ? Math.max(...present(result, "fleet.gpus_installed", name)) / most : 0;
  return {
    name, title: clipped(title),
    gpus_per_rack: perRack,
    kw_per_rack: perRack * (numberOf(input(`fleet.${name}.power_per_gpu`)) ?? 0),
    racks,
    usable: present(result, "fleet.racks_usable", name),
  };
}

function supply(result: Result, { name, title }: { name: string; title: string }): SceneSource {
  return { name, title: clipped(title), served: present(result, "source.power_served", name), available: present(result, "source.power_available", name) };
}

function present(result: Result, row: ShownRow, instance: string): number[] {
  return sweptSeries(total(result.table.months.length, [series(result, row, instance)]));
}

/** How far, of the whole, a difference of large numbers may miss its bound: rounding, and nothing that is meant. */
const DUST = 1e-9;

/** Zero or the whole, where only rounding parts a value from it: what is idle of nothing is −1.8e-16. */
function swept(value: number, whole: number): number {
  if (value < 0 && value >= -DUST * whole) return 0;
  return value > whole && value <= whole * (1 + DUST) ? whole : value;
}

function sweptSeries(values: number[]): number[] {
  const most = Math.max(...values);
  return values.map((value) => swept(value, most));
}

/** The scene takes titles of at most 200 bytes, and no picture has room for as many. */
const LONGEST_TITLE = 60;

function clipped(title: string): string {
  return title.length > LONGEST_TITLE ? `${title.slice(0, LONGEST_TITLE).replace(/[\uD800-\uDBFF]$/, "")}…` : title;
}

function numberOf(value: unknown): number | undefined {
  return typeof value === "number" ? value : undefined;
}
