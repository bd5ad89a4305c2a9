// The whole scenario to be taken elsewhere: asked of the engines of studies, so that nothing which is shown waits for it.
import { answered, type Refused } from "../engine/answered";
import type { Calls, Progress } from "../engine/messages";
import type { Pool } from "../engine/pool";
import { changeList, type Scenario } from "./history";

/** Every row of every thing, month by month. */
export interface EveryRow {
  months: readonly string[];
  rows: readonly { row: NonNullable<Calls["rows"]["answer"]["rows"]>[number]; values: Float64Array }[];
}

/** Undefined where the signal came before the answer. */
type Asked<Got> = Promise<Got | Refused | undefined>;
type Told = (progress: Progress | undefined) => void;

export class Exports {
  constructor(private readonly pool: Pool) {}

  async rows({ origin, changes }: Scenario, signal: AbortSignal, progress: Told): Asked<EveryRow> {
    const request = { changes: changeList(changes) };
    return answered(await this.pool.ask("rows", origin, request, signal, { progress }), ({ months, rows }, numbers) => {
      if (!months || !rows || numbers?.length !== months.length * rows.length) return undefined;
      const valuesOf = (at: number) => numbers.subarray(at * months.length, (at + 1) * months.length);
      return { months, rows: rows.map((row, at) => ({ row, values: valuesOf(at) })) };
    });
  }

  /** The file's bytes. */
  async workbook({ origin, changes }: Scenario, signal: AbortSignal, progress: Told): Asked<Uint8Array<ArrayBuffer>> {
    const request = { changes: changeList(changes) };
    return answered(await this.pool.ask("workbook", origin, request, signal, { progress }), ({ bytes = 0 }, numbers) =>
      numbers && bytes > 0 && bytes <= numbers.byteLength ? new Uint8Array(numbers.buffer as ArrayBuffer, numbers.byteOffset, bytes) : undefined,
    );
  }
}
