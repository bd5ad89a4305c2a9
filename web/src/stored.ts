// What this browser keeps for the reader between visits. A sandboxed frame has no storage, and a full one takes no more: then a
// choice lasts as long as the page.

/** What was kept under a name. */
export function stored(name: string): string | undefined {
  try {
    return localStorage.getItem(keyOf(name)) ?? undefined;
  } catch {
    return undefined;
  }
}

/** Keeps a text, or with undefined nothing any more; false where the browser does not let it. */
export function store(name: string, text: string | undefined): boolean {
  try {
    if (text === undefined) localStorage.removeItem(keyOf(name));
    else localStorage.setItem(keyOf(name), text);
    return true;
  } catch {
    return false;
  }
}

/** Other pages of the same host have the same storage. */
export function keyOf(name: string): string {
  return `rackonomics.${name}`;
}
