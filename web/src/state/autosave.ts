// Keeps the scenario that was changed last in this browser, as long as the reader has nothing against it. Of several tabs the one that
// changed something last has its scenario kept.
import { keyOf, store, stored } from "../stored";
import { canKeep, dropKept, type Kept, readKept, writeKept } from "./kept";
import type { Session } from "./session";
import { type State, standing } from "./state";
import { Store } from "./store";

interface Keeping {
  /** Whether the browser lets the page keep anything, and the reader too. */
  possible: boolean;
  wanted: boolean;
  kept: Kept | undefined;
  /** What is kept is another tab's. */
  elsewhere: boolean;
}

const WISH = "keep";

export class Autosave {
  readonly store: Store<Keeping>;
  /** What was there when the page was opened, however much is changed since; "damaged" where it could not be read. */
  readonly found: Kept | "damaged" | undefined;
  /** The state that was looked at last, and the base of what this page keeps. */
  private seen: State["linkOf"];
  private origin: unknown;

  constructor(private readonly session: Session) {
    const possible = canKeep();
    this.found = possible ? readKept() : undefined;
    if (this.found === "damaged") dropKept();
    const kept = this.found === "damaged" ? undefined : this.found;
    this.store = new Store<Keeping>({ possible, wanted: stored(WISH) !== "off", kept, elsewhere: false });
    if (!possible) return;
    addEventListener("storage", (event) => {
      if (event.key === keyOf(WISH)) this.store.update({ wanted: stored(WISH) !== "off" });
      if (event.key === keyOf("last")) this.another();
    });
    session.store.watch(() => void this.look());
    void this.look();
  }

  /** Forgets what is kept, and keeps nothing more until that is wanted again. */
  forget(): void {
    dropKept();
    store(WISH, "off");
    this.store.update({ wanted: false, kept: undefined, elsewhere: false });
  }

  keepAgain(): void {
    store(WISH, undefined);
    this.store.update({ wanted: true });
    this.seen = undefined;
    void this.look();
  }

  private another(): void {
    const kept = readKept();
    this.store.update({ kept: kept === "damaged" ? undefined : kept, elsewhere: kept !== undefined });
    this.origin = undefined;
  }

  /** Once there is a link to what is open, or can be none. */
  private async look(): Promise<void> {
    const state = this.session.store.get();
    const { history, linkOf } = state;
    if (!history || !this.store.get().wanted || linkOf?.scenario !== history.present || linkOf.scenario === this.seen?.scenario) return;
    this.seen = linkOf;
    const { present, past } = history;
    const isChanged = present.changes.size > 0 || present.base.shipped === false;
    if (past.length > 0 && isChanged) {
      const origin = await this.originOf(state);
      if (origin && this.session.store.get().history?.present === present) this.keep(origin, state);
    } else if (this.origin === present.origin) {
      // Every change to it was taken back.
      dropKept();
      this.origin = undefined;
      this.store.update({ kept: undefined });
    }
  }

  /** Of inputs that are wrong there is none; the last good ones stay kept. A link may leave out the story of a file. */
  private async originOf(state: State): Promise<Kept["origin"] | undefined> {
    const { story, shipped } = state.history!.present.base;
    if (state.link !== undefined && (shipped || !story)) return { link: state.link };
    if (standing(state) === "refused") return undefined;
    const document = await this.session.document();
    return document === undefined ? undefined : { document };
  }

  private keep(origin: Kept["origin"], { history }: State): void {
    const { base, changes, origin: from } = history!.present;
    const kept = { at: Date.now(), title: base.title, changed: changes.size, origin };
    const isKept = writeKept(kept);
    this.origin = isKept ? from : undefined;
    if (isKept) this.store.update({ kept, elsewhere: false });
  }
}
