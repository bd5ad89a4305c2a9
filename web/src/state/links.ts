// The link to what is open, which the address holds once a change rests.
import type { EngineClient, Refused } from "../engine/client";
import type { Looking, Problem } from "../engine/messages";
import type { Address, Unsaved } from "./address";
import { changeList, type Scenario } from "./history";
import type { State } from "./state";
import type { Store } from "./store";

/** Wait until a drag rests before the address changes: browsers limit how often it may. */
const LINK_DELAY = 300;

/** Whether the link, or that there is none, is of what is open now. */
export function isLinkPresent({ history, view, linkOf }: State): boolean {
  return linkOf !== undefined && linkOf.scenario === history?.present && linkOf.view === view;
}

export class Links {
  private timer: ReturnType<typeof setTimeout> | undefined;
  private writing: { scenario: Scenario; view: Looking; done: Promise<void> } | undefined;

  constructor(
    private readonly client: EngineClient,
    private readonly store: Store<State>,
    private readonly address: Pick<Address, "write" | "clear">,
  ) {}

  soon(): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.write(), LINK_DELAY);
  }

  /** The link to what is open now, however lately it was changed. Throws, with what to tell, where there is none. */
  async now(): Promise<string> {
    for (;;) {
      const state = this.store.get();
      const { history, link, noLink } = state;
      if (isLinkPresent(state)) {
        if (link === undefined) throw new Error(noLink);
        return link;
      }
      if (!history) throw new Error("No scenario is open.");
      await this.write();
    }
  }

  /** What the address does not say yet, for a page that is left before it does. */
  unsaved(): Unsaved | undefined {
    const state = this.store.get();
    const { history, view } = state;
    if (!history || isLinkPresent(state)) return undefined;
    return { origin: history.present.origin, changes: [...history.present.changes], view };
  }

  /** One question about one state: two that ask for its link would else push each other aside for ever. */
  private write(): Promise<void> {
    clearTimeout(this.timer);
    const { history, view } = this.store.get();
    if (!history) return Promise.resolve();
    if (this.writing?.scenario === history.present && this.writing.view === view) return this.writing.done;
    const writing = { scenario: history.present, view, done: this.ask(history.present, view) };
    this.writing = writing;
    return writing.done.finally(() => {
      if (this.writing === writing) this.writing = undefined;
    });
  }

  private async ask(scenario: Scenario, view: Looking): Promise<void> {
    const linkOf = { scenario, view };
    let answer: string | Refused | undefined;
    try {
      answer = await this.client.link(scenario.origin, changeList(scenario.changes), view);
    } catch (reason) {
      answer = { problems: [{ path: "", message: reason instanceof Error ? reason.message : String(reason) }] };
    }
    const now = this.store.get();
    if (answer === undefined || now.history?.present !== scenario || now.view !== view) return;
    if (typeof answer === "string") {
      this.store.update({ link: answer, noLink: undefined, linkOf });
      this.address.write(answer);
    } else {
      this.none(answer.problems, linkOf);
    }
  }

  /** The address must not say what is no longer open. While inputs are wrong it stays with the last good ones, as the figures do. */
  private none(problems: readonly Problem[], linkOf: State["linkOf"]): void {
    const wrong = problems.filter(({ path }) => path !== "");
    if (wrong.length > 0) {
      this.store.update({ link: undefined, noLink: "There is no link while an input is wrong.", linkOf });
      return;
    }
    this.store.update({ link: undefined, noLink: problems.map(({ message }) => message).join(" "), linkOf });
    this.address.clear();
  }
}
