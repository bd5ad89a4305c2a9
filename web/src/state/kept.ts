// The scenario that was changed last, as this browser keeps it for the next visit: a link, which opens for ever, or the document where
// there can be none. What was kept may be damaged, or of another version of the page, and is read as what comes from outside.
import { catalog } from "../catalog";
import type { Origin } from "../engine/engine";
import { store, stored } from "../stored";
import { isLink } from "./address";

export interface Kept {
  /** When, in milliseconds since 1970. */
  at: number;
  title: string;
  /** How many changes there were. */
  changed: number;
  origin: Extract<Origin, { link: string } | { document: string }>;
}

const NAME = "last";
const VERSION = 1;
const LONGEST = { title: 200, link: 4000, document: catalog.largest_document };

/** What is kept; "damaged" where it cannot be read. What a newer page has kept is left to that. */
export function readKept(): Kept | "damaged" | undefined {
  const text = stored(NAME);
  if (text === undefined) return undefined;
  let found: unknown;
  try {
    found = JSON.parse(text);
  } catch {
    return "damaged";
  }
  const { version, at, title, changed, origin } = (found ?? {}) as Partial<Kept> & { version?: unknown };
  if (typeof version === "number" && version > VERSION) return undefined;
  const isWhole =
    version === VERSION && isCount(at) && isCount(changed) && typeof title === "string" && title.length <= LONGEST.title && isOrigin(origin);
  return isWhole ? { at, title, changed, origin } : "damaged";
}

/** False where it is not kept: it is too large, or the browser does not let it. */
export function writeKept(kept: Kept): boolean {
  const whole = { version: VERSION, ...kept, title: kept.title.slice(0, LONGEST.title) };
  return isOrigin(kept.origin) && store(NAME, JSON.stringify(whole));
}

export function dropKept(): void {
  store(NAME, undefined);
}

/** Whether the browser keeps anything for this page. */
export function canKeep(): boolean {
  return store("probe", "1") && store("probe", undefined);
}

function isCount(value: unknown): value is number {
  return typeof value === "number" && Number.isFinite(value) && value >= 0;
}

function isOrigin(origin: unknown): origin is Kept["origin"] {
  if (typeof origin !== "object" || origin === null) return false;
  const { link, document } = origin as { link?: unknown; document?: unknown };
  if (typeof link === "string") return document === undefined && link.length <= LONGEST.link && isLink(link);
  return typeof document === "string" && document.length > 0 && document.length <= LONGEST.document;
}
