// A scenario document from the reader's disk, as text. Files come from anyone, so the size is bounded before reading.
import { catalog } from "../catalog";

const LARGEST = catalog.largest_document;

export async function documentText(files: readonly File[]): Promise<{ value: string } | { message: string }> {
  const [file] = files;
  if (!file || files.length > 1) return { message: `${files.length} files were given. Allowed: one scenario file.` };
  const refused = (what: string) => ({ message: `“${file.name}” was not opened: ${what} What was open stays.` });
  if (file.size > LARGEST) return refused(`it has ${kilobytes(file.size)} KB. Allowed: up to ${kilobytes(LARGEST)} KB.`);
  try {
    return { value: decoded(await file.arrayBuffer()) };
  } catch (reason) {
    return refused(reason instanceof TypeError ? "it is not text in UTF-8. Allowed: a scenario as JSON." : "it cannot be read.");
  }
}

/** Strictly: a byte that is no UTF-8 is a mistake, and a byte order mark is left for the engine to name. */
function decoded(bytes: ArrayBuffer): string {
  return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
}

function kilobytes(bytes: number): string {
  return Math.ceil(bytes / 1024).toLocaleString("en-US");
}
