// A workbook that comes back with changed inputs: read by the engines of studies.
import { catalog } from "../catalog";
import { answered, type Refused } from "../engine/answered";
import type { Origin } from "../engine/engine";
import type { Change } from "../engine/messages";
import type { Pool } from "../engine/pool";

/** What a workbook was made of, and what was changed in its inputs since. */
export interface Entered {
  document: string;
  changes: readonly Change[];
}

const BYTES_OF_NUMBER = Float64Array.BYTES_PER_ELEMENT;

/** What a workbook holds; `beside` is any scenario, as the engine is asked of one. Undefined where the signal came before the answer. */
export async function enteredIn(data: ArrayBuffer, pool: Pool, beside: Origin, signal: AbortSignal): Promise<Entered | Refused | undefined> {
  const numbers = new Float64Array(Math.ceil(data.byteLength / BYTES_OF_NUMBER));
  new Uint8Array(numbers.buffer).set(new Uint8Array(data));
  const came = await pool.ask("entered", beside, { bytes: data.byteLength }, signal, { numbers });
  return answered(came, ({ document, changes = [] }) => (document ? { document, changes } : undefined));
}

const WORKBOOK = /\.xlsx$/i;
const LARGEST = catalog.largest_workbook;

/** The one file where it is a workbook, by its name. */
export function workbookAmong(files: readonly File[]): File | undefined {
  const [file] = files;
  return file && files.length === 1 && WORKBOOK.test(file.name) ? file : undefined;
}

/** What is in it, or why that is not read. */
export async function workbookData(file: File): Promise<ArrayBuffer | Refused> {
  const refused = (message: string) => ({ problems: [{ path: "", message }] });
  const megabytes = (bytes: number) => Math.ceil(bytes / 2 ** 20).toLocaleString("en-US");
  if (file.size > LARGEST) return refused(`It has ${megabytes(file.size)} MB. Allowed: up to ${megabytes(LARGEST)} MB.`);
  try {
    return await file.arrayBuffer();
  } catch {
    return refused("It cannot be read.");
  }
}
