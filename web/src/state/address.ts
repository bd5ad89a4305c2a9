// The page's address: it holds the link to what is open, and what it does not hold yet outlives a reload.
import type { Origin } from "../engine/engine";
import type { Looking } from "../engine/messages";

/** A state that the address did not say when the page was left. */
export interface Unsaved {
  origin: Origin;
  changes: [string, unknown][];
  view: Looking;
}

interface Listener {
  /** The address was altered to a link from outside. */
  linked(link: string): void;
  /** The page is being left: what is there that the address does not say? */
  left(): Unsaved | undefined;
}

const KEY = "rackonomics.unsaved";

export class Address {
  /** The fragment that the page itself wrote last. */
  private own = "";
  /** A link from outside that is on its way: the address says already what will be open. */
  private coming = "";

  watch({ linked, left }: Listener): void {
    addEventListener("hashchange", () => {
      if (location.hash === this.own) return;
      if (isLink(location.hash)) {
        this.coming = location.hash;
        linked(location.hash);
      }
      // A fragment that is no link says nothing about what is open: the address goes back to what does.
      else replace(this.own || withoutFragment());
    });
    addEventListener("pagehide", () => {
      const unsaved = this.coming === "" || this.coming !== location.hash ? left() : undefined;
      if (unsaved) store(JSON.stringify({ hash: location.hash, unsaved }));
    });
  }

  write(fragment: string): void {
    this.own = fragment;
    this.coming = "";
    replace(fragment);
  }

  clear(): void {
    this.own = "";
    this.coming = "";
    replace(withoutFragment());
  }

  /** What was unsaved when this page was left, if it is loaded again at the same address. */
  takeUnsaved(): Unsaved | undefined {
    const text = taken();
    const [navigation] = performance.getEntriesByType("navigation") as PerformanceNavigationTiming[];
    // Who opens a link anew is to see what the link says.
    if (!text || (navigation?.type !== "reload" && navigation?.type !== "back_forward")) return undefined;
    try {
      const { hash, unsaved } = JSON.parse(text) as { hash: string; unsaved: Unsaved };
      return hash === location.hash && Array.isArray(unsaved.changes) && unsaved.origin ? unsaved : undefined;
    } catch {
      return undefined;
    }
  }
}

/** Whether a fragment is meant as a link of ours, however mail and chat have escaped it, and not as the address of something else, such as #main. */
export function isLink(fragment: string): boolean {
  let text = fragment.replace(/[\u00ad\u200b-\u200f\u2060\ufeff]/g, "");
  for (let times = 0; times < 3; times++) {
    if (/[#?&;]s=/.test(text)) return true; // behind ";" where an entity stands for "#" or "&"
    text = unescaped(text);
  }
  return false;
}

function unescaped(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function withoutFragment(): string {
  return location.pathname + location.search;
}

/** A frame may be forbidden to alter its address; the copy button works all the same. */
function replace(address: string): void {
  try {
    window.history.replaceState(null, "", address);
  } catch {
    // See above.
  }
}

/** A sandboxed frame has no storage; there a reload goes back to what the address says. */
function store(text: string): void {
  try {
    sessionStorage.setItem(KEY, text);
  } catch {
    // See above.
  }
}

function taken(): string | undefined {
  try {
    const text = sessionStorage.getItem(KEY);
    sessionStorage.removeItem(KEY);
    return text ?? undefined;
  } catch {
    return undefined;
  }
}
