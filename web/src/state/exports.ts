// The whole scenario to be taken elsewhere, and a workbook that comes back: asked of the engines of studies, so that nothing which is
// shown waits for it.
import { catalog } from "../catalog";
import type { Came } from "../engine/engine";
import { EngineFailure, type Origin } from "../engine/engine";
import type { Calls, Change, Kind, Problem, Progress } from "../engine/messages";
import type { Pool } from "../engine/pool";
import { changeList, type Scenario } from "./history";

/** Every row of every thing, month by month. */
export interface EveryRow {
  months: readonly string[];
  rows: readonly { row: NonNullable<Calls["rows"]["answer"]["rows"]>[number]; values: Float64Array }[];
}

/** What a workbook was made of, and what was changed in its inputs since. */
export interface Entered {
  document: string;
  changes: readonly Change[];
}

export type Refusal = { problems: Problem[] };
/** Undefined where the signal came before the answer. */
type Asked<Got> = Promise<Got | Refusal | undefined>;
type Told = (progress: Progress | undefined) => void;

const BYTES_OF_NUMBER = Float64Array.BYTES_PER_ELEMENT;

export class Exports {
  constructor(private readonly pool: Pool) {}

  async rows({ origin, changes }: Scenario, signal: AbortSignal, progress: Told): Asked<EveryRow> {
    const request = { changes: changeList(changes) };
    return told(await this.pool.ask("rows", origin, request, signal, { progress }), ({ months, rows }, numbers) => {
      if (!months || !rows || numbers?.length !== months.length * rows.length) return undefined;
      const valuesOf = (at: number) => numbers.subarray(at * months.length, (at + 1) * months.length);
      return { months, rows: rows.map((row, at) => ({ row, values: valuesOf(at) })) };
    });
  }

  /** The file's bytes. */
  async workbook({ origin, changes }: Scenario, signal: AbortSignal, progress: Told): Asked<Uint8Array<ArrayBuffer>> {
    const request = { changes: changeList(changes) };
    return told(await this.pool.ask("workbook", origin, request, signal, { progress }), ({ bytes = 0 }, numbers) =>
      numbers && bytes > 0 && bytes <= numbers.byteLength ? new Uint8Array(numbers.buffer as ArrayBuffer, numbers.byteOffset, bytes) : undefined,
    );
  }

  /** What a workbook holds; `beside` is any scenario, as the engine is asked of one. */
  async entered(data: ArrayBuffer, beside: Origin, signal: AbortSignal): Asked<Entered> {
    const numbers = new Float64Array(Math.ceil(data.byteLength / BYTES_OF_NUMBER));
    new Uint8Array(numbers.buffer).set(new Uint8Array(data));
    const came = await this.pool.ask("entered", beside, { bytes: data.byteLength }, signal, { numbers });
    return told(came, ({ document, changes = [] }) => (document ? { document, changes } : undefined));
  }
}

function told<K extends Kind, Got>(
  came: Came<K> | undefined,
  read: (body: Calls[K]["answer"], numbers: Float64Array | undefined) => Got | undefined,
): Got | Refusal | undefined {
  if (!came) return undefined;
  const { problems } = came.body as Calls["open"]["answer"];
  if (problems?.length) return { problems };
  const got = read(came.body, came.numbers);
  if (got === undefined) throw new EngineFailure("The engine’s answer was incomplete.");
  return got;
}

const WORKBOOK = /\.xlsx$/i;
const LARGEST = catalog.largest_workbook;

/** The one file where it is a workbook, by its name. */
export function workbookAmong(files: readonly File[]): File | undefined {
  const [file] = files;
  return file && files.length === 1 && WORKBOOK.test(file.name) ? file : undefined;
}

/** What is in it, or why that is not read. */
export async function workbookData(file: File): Promise<ArrayBuffer | Refusal> {
  const refused = (message: string) => ({ problems: [{ path: "", message }] });
  const megabytes = (bytes: number) => Math.ceil(bytes / 2 ** 20).toLocaleString("en-US");
  if (file.size > LARGEST) return refused(`It has ${megabytes(file.size)} MB. Allowed: up to ${megabytes(LARGEST)} MB.`);
  try {
    return await file.arrayBuffer();
  } catch {
    return refused("It cannot be read.");
  }
}
