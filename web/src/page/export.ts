// Getting figures out of the page: clipboard, files, and tables as text; and what the place where the page stands allows of that.

/**
 * False where the clipboard is not allowed, as in a sandboxed frame; the caller then shows the text to be selected. What is HTML too,
 * editors take as that which show what they hold, and others as the text.
 */
export async function copyText(text: string | Promise<string>, html?: Promise<string>): Promise<boolean> {
  // Trying where the frame's policy forbids it would leave an error on the console.
  const policy = (document as { featurePolicy?: { allowsFeature(name: string): boolean } }).featurePolicy;
  if (policy && !policy.allowsFeature("clipboard-write")) return false;
  try {
    if (typeof text === "string" || typeof ClipboardItem === "undefined") await navigator.clipboard.writeText(await text);
    // The clipboard is open only in answer to a press, so a text that comes later is promised to it at once.
    else
      await navigator.clipboard.write([
        new ClipboardItem({ "text/plain": blob(text, "text/plain"), ...(html && { "text/html": blob(html, "text/html") }) }),
      ]);
    return true;
  } catch {
    return false;
  }
}

async function blob(text: Promise<string>, type: string): Promise<Blob> {
  return new Blob([await text], { type });
}

/** Why the clipboard is closed, as far as a page can know. */
export function clipboardRefusal(): string {
  if (window.parent !== window) return "This frame may not use the clipboard.";
  return window.isSecureContext
    ? "The browser does not let this page use the clipboard."
    : "Browsers let only pages with an https address use the clipboard.";
}

/**
 * Whether it is certain that a download, or a link that opens a new window, leads to something. A page cannot read the
 * flags of its own sandbox, and what a sandbox forbids fails without a word to the script. What can be known: an opaque
 * origin, which but for files from a disk means a sandbox; and the elements of the frames around, as long as each of
 * them belongs to the same origin. In all other frames it is tried, and what was asked for is shown beside.
 */
export function isSurelyAllowed(permission: "allow-downloads" | "allow-modals" | "allow-popups"): boolean {
  if (window.origin === "null" && location.protocol !== "file:") return false;
  for (let view: Window = window; view !== view.parent; view = view.parent) {
    const frame = view.frameElement;
    if (!frame || (frame.hasAttribute("sandbox") && !(frame as HTMLIFrameElement).sandbox.contains(permission))) return false;
  }
  return true;
}

/** What is saved as a file: a text or bytes of a type, or a picture by its address. */
export type Content = { text: string; type: string } | { bytes: Uint8Array<ArrayBuffer>; type: string } | { picture: string };

/** Without this at its beginning, Excel reads a file of CSV in the old code page of its system. */
const BYTE_ORDER_MARK = "\ufeff";

export function download(name: string, content: Content): void {
  const address =
    "picture" in content
      ? content.picture
      : URL.createObjectURL(new Blob(["bytes" in content ? content.bytes : fileText(content)], { type: content.type }));
  const anchor = document.createElement("a");
  anchor.href = address;
  anchor.download = name;
  anchor.click();
  if (address.startsWith("blob:")) setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

export function fileText({ text, type }: { text: string; type: string }): string {
  return type === "text/csv" ? BYTE_ORDER_MARK + text : text;
}

export type Cell = string | number;

/** Tab-separated, as spreadsheets take it from the clipboard. */
export function tabSeparated(rows: readonly (readonly Cell[])[]): string {
  return rows.map((row) => row.map((cell) => cellText(cell).replace(/[\t\r\n]+/g, " ")).join("\t")).join("\n");
}

/** RFC 4180. Semicolons are quoted too, because spreadsheets of some languages part cells there. */
export function commaSeparated(rows: readonly (readonly Cell[])[]): string {
  const quoted = (text: string) => (/[",;\t\r\n]/.test(text) ? `"${text.replace(/"/g, '""')}"` : text);
  return `${rows.map((row) => row.map((cell) => quoted(cellText(cell))).join(",")).join("\r\n")}\r\n`;
}

/** A text that a spreadsheet would take for a formula is kept a text; titles come from anyone's files. */
function cellText(cell: Cell): string {
  if (typeof cell === "number") return Number.isFinite(cell) ? String(cell) : "";
  return /^\s*[=+\-@＝＋－＠]|^[\t\r\n]/.test(cell) ? `'${cell}` : cell;
}
