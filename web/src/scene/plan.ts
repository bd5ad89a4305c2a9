import type { ScenePlan, Series } from "./messages";

/**
 * A plan as the scene takes it: the texts as JSON, the series one after the other in one block of numbers
 * (order: floorplan.Decode). Numbers as JSON would keep the frame busy for milliseconds at every tick of a slider.
 * A series with the wrong number of months is refused here, where its name is still known.
 */
export function encodePlan(plan: ScenePlan): { head: string; numbers: Float64Array<ArrayBuffer> } {
  const { months, tenants, kept, idle, halls, sources, load } = plan;
  const series: [name: string, values: Series][] = [];
  for (const hall of halls) series.push([`${hall.name}: racks`, hall.racks], [`${hall.name}: usable`, hall.usable]);
  const siteSplits = plan.site_splits ?? [];
  for (const { shares, kept_share } of [plan, ...siteSplits]) {
    if (shares.length !== tenants.length) {
      throw new Error(`scene: ${shares.length} shares for ${tenants.length} tenants`);
    }
    shares.forEach((share, index) => series.push([`share ${index}`, share]));
    series.push(["kept_share", kept_share]);
  }
  for (const source of sources) {
    series.push([`${source.name}: served`, source.served], [`${source.name}: available`, source.available]);
  }
  series.push(["demand", plan.demand]);

  const numbers = new Float64Array(series.length * months.length);
  series.forEach(([name, values], index) => {
    if (values.length !== months.length) {
      throw new Error(`scene: ${name} has ${values.length} months; the plan has ${months.length}`);
    }
    numbers.set(values, index * months.length);
  });
  const head = JSON.stringify({
    months,
    tenants: tenants.map(({ name, title, colour }) => ({ name, title, colour })),
    kept: { title: kept.title, colour: kept.colour },
    idle: { title: idle.title, colour: idle.colour },
    halls: halls.map(({ name, title, gpus_per_rack, kw_per_rack, split }) => ({ name, title, gpus_per_rack, kw_per_rack, split: split ?? 0 })),
    site_splits: siteSplits.length,
    sources: sources.map(({ name, title }) => ({ name, title })),
    load,
  });
  return { head, numbers };
}
