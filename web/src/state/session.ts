// The page's state and everything that changes it. What is assumed and looked at lives in `history`
// and `view`; the rest is what the engine made of it.
import { type EngineClient, EngineFailure, type Result, type RunAnswer } from "../engine/client";
import type { Instance, Notice as EngineNotice, OpenRequest, Problem, View } from "../engine/messages";
import { instancePath, titlePath } from "../paths";
import { valueAt } from "../table";
import { documentText } from "./file";
import {
  advance, begin, changeList, endGesture, type History, redo, type Scenario, undo, withChange, withoutChange, withoutChanges, withTitle,
} from "./history";
import { documentInput } from "./inputvalues";
import { Store } from "./store";
import { belongingTo, freeName, newThing, titled, withAdded } from "./things";

/** Something to tell, with what it is made of where that is a list. */
export interface Notice extends EngineNotice {
  lines?: readonly string[];
}

export interface State {
  phase: "starting" | "open" | "failed";
  history: History | undefined;
  view: View;
  notices: readonly Notice[];
  /** The base without changes, to compare with, and the source it was computed from. */
  baseline: { source: OpenRequest; result: Result } | undefined;
  /** The newest figures that could be computed. */
  result: Result | undefined;
  /** What is wrong with the present inputs; the figures are then those of the last good ones. */
  problems: readonly Problem[];
  /** The fragment of the present state, "#s=…", once the engine has written it. */
  link: string | undefined;
  /** Why there can be no link to the present state. */
  noLink: string | undefined;
  /** The input or thing that the assumptions panel shall show and focus; `at` tells one request from the next. */
  jump: { path: string; at: number } | undefined;
  explained: Explained | undefined;
  playing: boolean;
}

/** The figure whose reasons are asked for. */
export interface Explained {
  row: string;
  instance: string;
  month: number;
}

/** Wait until a drag rests before the address changes: browsers limit how often it may. */
const LINK_DELAY = 300;

export class Session {
  readonly store = new Store<State>({
    phase: "starting", history: undefined, view: {}, notices: [], baseline: undefined, result: undefined, problems: [],
    link: undefined, noLink: undefined, jump: undefined, explained: undefined, playing: false,
  });
  private linkTimer: ReturnType<typeof setTimeout> | undefined;
  private ownHash = "";

  constructor(private readonly client: EngineClient) {}

  /** Opens what the address asks for, or the scenario named `first` where it asks for nothing. */
  async start(first: string): Promise<void> {
    addEventListener("hashchange", () => {
      if (location.hash !== this.ownHash && isLink(location.hash)) void this.open({ link: location.hash });
    });
    await this.open(isLink(location.hash) ? { link: location.hash } : { name: first });
  }

  /** Opens a scenario. What cannot be opened leaves what is open as it is, and says why. */
  async open(source: OpenRequest, file?: string): Promise<void> {
    try {
      const answer = await this.client.open(source);
      if (!answer) return;
      const problems = answer.problems ?? [];
      if (!answer.base || problems.length) {
        this.refuse([...(answer.notices ?? []), ...refusal(problems, file)]);
        return;
      }
      const scenario = { source, base: answer.base, changes: new Map(answer.changes?.map(({ path, value }) => [path, value])) };
      const { history } = this.store.get();
      this.store.update({
        phase: "open", notices: answer.notices ?? [], view: answer.view ?? {}, problems: [], explained: undefined, playing: false,
        history: history ? advance(history, scenario) : begin(scenario),
      });
      await this.refresh();
    } catch (reason) {
      this.failed(reason);
    }
  }

  /** Opens a scenario document from the reader's disk. */
  async openFile(files: readonly File[]): Promise<void> {
    const text = await documentText(files);
    if ("message" in text) this.refuse([{ level: "error", text: text.message }]);
    else await this.open({ document: text.value }, files[0]!.name);
  }

  private refuse(notices: readonly Notice[]): void {
    this.store.update({ notices, phase: this.store.get().history ? "open" : "failed" });
  }

  /** The input's value, or an instance, from now on. Changes of one gesture are undone together. */
  change(path: string, value: unknown, gesture?: string): void {
    this.go((scenario) => withChange(scenario, path, value, this.baseValue(path)), gesture);
  }

  reset(path: string): void {
    this.go((scenario) => withoutChange(scenario, path, belongingTo(path, this.things())));
  }

  /** Adds a thing and tells its path. Its name is free in the base too, so that it replaces nothing. */
  add(scope: string, title: string, parent: string | undefined): string {
    const { result, baseline } = this.store.get();
    const all = [...this.things(), ...(baseline?.result.document.instances ?? [])];
    const taken = new Set(all.filter((thing) => thing.scope === scope).map(({ name }) => name));
    const path = instancePath(scope, freeName(scope, title, taken));
    this.change(path, newThing(scope, title, parent, result!.document));
    return path;
  }

  /** Removes a thing with all that belongs to it. One that was added is then as if it had never been. */
  remove(path: string): void {
    const belonging = belongingTo(path, this.things());
    this.go((scenario) => (this.isOfBase(path) ? withChange(scenario, path, null, undefined, belonging) : withoutChange(scenario, path, belonging)));
  }

  rename(path: string, title: string): void {
    this.go((scenario) => withTitle(scenario, path, title, this.baseValue(titlePath(path))), `title ${path}`);
  }

  isOfBase(path: string): boolean {
    return this.store.get().baseline?.result.document.instances.some(({ scope, name }) => instancePath(scope, name) === path) ?? false;
  }

  /** The things of the scenario, those included that the engine has not answered for yet. */
  private things(): Instance[] {
    const { result, history } = this.store.get();
    return withAdded(result?.document.instances ?? [], history?.present.changes ?? new Map());
  }

  resetAll(): void {
    this.go(withoutChanges);
  }

  endGesture(): void {
    const { history } = this.store.get();
    if (history) this.store.update({ history: endGesture(history) });
  }

  undo(): void {
    this.travel(undo);
  }

  redo(): void {
    this.travel(redo);
  }

  look(view: Partial<View>): void {
    this.store.update({ view: { ...this.store.get().view, ...view } });
    this.linkSoon();
  }

  explain(explained: Explained | undefined): void {
    this.store.update({ explained });
  }

  jumpTo(path: string): void {
    this.store.update({ jump: { path, at: (this.store.get().jump?.at ?? 0) + 1 } });
  }

  play(playing: boolean): void {
    this.store.update({ playing });
  }

  notify(notice: Notice): void {
    const { notices } = this.store.get();
    if (!notices.some(({ text }) => text === notice.text)) this.store.update({ notices: [...notices, notice] });
  }

  dismiss(notice: Notice): void {
    this.store.update({ notices: this.store.get().notices.filter((other) => other !== notice) });
  }

  /** The whole document with the changes applied, as JSON text. */
  async document(): Promise<string | undefined> {
    const present = this.store.get().history?.present;
    return present && (await this.client.scenarioDocument(present.source, changeList(present.changes)))?.document;
  }

  explanation(explained: Explained): ReturnType<EngineClient["explain"]> {
    const present = this.store.get().history!.present;
    return this.client.explain(present.source, { ...explained, changes: changeList(present.changes) });
  }

  /** What the base has for an input; undefined for an instance, or an input of an added one. */
  baseValue(path: string): unknown {
    const { baseline, history } = this.store.get();
    return baseline && baseline.source === history?.present.source ? documentInput(baseline.result.document, path)?.value : undefined;
  }

  private go(step: (scenario: Scenario) => Scenario, gesture?: string): void {
    const { history } = this.store.get();
    if (!history) return;
    const next = advance(history, step(history.present), gesture);
    if (next === history) return;
    this.store.update({ history: next });
    void this.refresh();
  }

  private travel(step: (history: History) => History): void {
    const { history } = this.store.get();
    if (!history) return;
    const next = step(history);
    if (next === history) return;
    this.store.update({ history: next });
    void this.refresh();
  }

  /** Has the present scenario computed, and its base first where that is new. */
  private async refresh(): Promise<void> {
    const { present } = this.store.get().history!;
    this.linkSoon();
    try {
      if (this.store.get().baseline?.source !== present.source) await this.refreshBaseline(present);
      if (this.store.get().history?.present !== present) return;
      const known = this.store.get().baseline;
      if (present.changes.size === 0 && known?.source === present.source) this.show({ result: known.result });
      else this.show(await this.client.run(present.source, changeList(present.changes)));
    } catch (reason) {
      this.failed(reason);
    }
  }

  private async refreshBaseline(present: Scenario): Promise<void> {
    const answer = await this.client.baseline(present.source);
    if (!answer) return;
    if ("problems" in answer) {
      this.show(answer);
      return;
    }
    this.store.update({ baseline: { source: present.source, result: answer.result } });
  }

  private show(answer: RunAnswer | undefined): void {
    if (!answer) return;
    if ("problems" in answer) {
      this.store.update({ problems: answer.problems });
      return;
    }
    const { view, history } = this.store.get();
    const last = answer.result.table.months.length - 1;
    const month = view.month === undefined ? firstFullMonth(answer.result) : Math.min(view.month, last);
    const document = titled(answer.result.document, history!.present.changes, this.store.get().baseline?.result.document);
    const result = document === answer.result.document ? answer.result : { ...answer.result, document };
    this.store.update({ result, problems: [], view: view.month === month ? view : { ...view, month } });
  }

  private failed(reason: unknown): void {
    const text = reason instanceof EngineFailure ? reason.message : `Something went wrong: ${String(reason)}`;
    this.store.update({ phase: this.store.get().result ? "open" : "failed" });
    this.notify({ level: "error", text });
  }

  private linkSoon(): void {
    clearTimeout(this.linkTimer);
    this.linkTimer = setTimeout(() => void this.writeLink(), LINK_DELAY);
  }

  private async writeLink(): Promise<void> {
    const { history, view, phase } = this.store.get();
    if (!history || phase !== "open") return;
    try {
      const answer = await this.client.link(history.present.source, changeList(history.present.changes), view);
      if (answer?.fragment) this.linked(answer.fragment);
      else if (answer?.problems) this.unlinked(answer.problems);
    } catch (reason) {
      this.unlinked([{ path: "", message: reason instanceof Error ? reason.message : String(reason) }]);
    }
  }

  private linked(fragment: string): void {
    this.store.update({ link: fragment, noLink: undefined });
    this.ownHash = fragment;
    replaceAddress(fragment);
  }

  /** The address must not say what is no longer open. While inputs are wrong it stays with the last good ones, as the figures do. */
  private unlinked(problems: readonly Problem[]): void {
    if (problems.some(({ path }) => path !== "")) return;
    this.store.update({ link: undefined, noLink: problems.map(({ message }) => message).join(" ") });
    this.ownHash = "";
    replaceAddress(location.pathname + location.search);
  }
}

/** Why a scenario was not opened: for a file one notice with its name, and a line for each mistake. */
function refusal(problems: readonly Problem[], file: string | undefined): Notice[] {
  const lines = problems.map(({ path, message }) => (path ? `${path}: ${message}` : message));
  if (file === undefined) return lines.map((text) => ({ level: "error", text }));
  return [{ level: "error", text: `“${file}” was not opened. What was open stays.`, lines }];
}

function isLink(hash: string): boolean {
  return hash.length > 1;
}

/** A frame may be forbidden to alter its address; the copy button works all the same. */
function replaceAddress(address: string): void {
  try {
    window.history.replaceState(null, "", address);
  } catch {
    // See above.
  }
}

/** The first month in which the leases bring their most: the month that answers what they are worth. */
function firstFullMonth(result: Result): number {
  let best = 0;
  for (let month = 1; month < result.table.months.length; month++) {
    const revenue = valueAt(result, "operator.lease_revenue", "operator", month) ?? 0;
    if (revenue > (valueAt(result, "operator.lease_revenue", "operator", best) ?? 0)) best = month;
  }
  return best;
}
