// Getting figures out of the page: clipboard, files, and tables as text.

/** False where the clipboard is not allowed, as in a sandboxed frame; the caller then shows the text to be selected. */
export async function copyText(text: string): Promise<boolean> {
  // Trying where the frame's policy forbids it would leave an error on the console.
  const policy = (document as { featurePolicy?: { allowsFeature(name: string): boolean } }).featurePolicy;
  if (policy && !policy.allowsFeature("clipboard-write")) return false;
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}

export function downloadText(name: string, text: string, type: string): void {
  const address = URL.createObjectURL(new Blob([text], { type }));
  downloadAddress(name, address);
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

export function downloadAddress(name: string, address: string): void {
  const anchor = document.createElement("a");
  anchor.href = address;
  anchor.download = name;
  anchor.click();
}

export type Cell = string | number;

/** Tab-separated, as spreadsheets take it from the clipboard. */
export function tabSeparated(rows: readonly (readonly Cell[])[]): string {
  return rows.map((row) => row.map((cell) => cellText(cell).replace(/[\t\r\n]+/g, " ")).join("\t")).join("\n");
}

/** RFC 4180. Semicolons are quoted too, because spreadsheets of some languages part cells there. */
export function commaSeparated(rows: readonly (readonly Cell[])[]): string {
  const quoted = (text: string) => (/[",;\t\r\n]/.test(text) ? `"${text.replace(/"/g, '""')}"` : text);
  return rows.map((row) => row.map((cell) => quoted(cellText(cell))).join(",")).join("\r\n") + "\r\n";
}

/** A text that a spreadsheet would take for a formula is kept a text; titles come from anyone's files. */
function cellText(cell: Cell): string {
  if (typeof cell === "number") return Number.isFinite(cell) ? String(cell) : "";
  return /^\s*[=+\-@＝＋－＠]|^[\t\r\n]/.test(cell) ? `'${cell}` : cell;
}
