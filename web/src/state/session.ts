// The page's state and everything that changes it. What is assumed and looked at lives in `history`
// and `view`; the rest is what the engine made of it, each with the scenario that it belongs to.
import { type EngineClient, EngineFailure, isRefused, type Origin, type Plan, type Refused, type Result } from "../engine/client";
import type { Notice as EngineNotice, Explanation, Instance, Looking, Problem, Progress, Step } from "../engine/messages";
import { instancePath, titlePath } from "../paths";
import { valueAt } from "../table";
import { Address, isLink } from "./address";
import { comparedViews, isCompared, type ShownBase, type ShownOf } from "./comparison";
import { documentText } from "./file";
import {
  advance,
  begin,
  changeList,
  endGesture,
  type History,
  redo,
  type Scenario,
  undo,
  withChange,
  withoutChange,
  withoutChanges,
  withTitle,
} from "./history";
import { documentInput } from "./inputvalues";
import { askForReference, type ReferenceOf } from "./reference";
import { Store } from "./store";
import { belongingTo, freeName, newThing, withAdded } from "./things";

/** Something to tell, with what it is made of where that is a list. */
export interface Notice extends EngineNotice {
  lines?: readonly string[];
}

export interface State {
  phase: "starting" | "open" | "failed";
  history: History | undefined;
  view: Looking;
  notices: readonly Notice[];
  /** The base without changes, to compare with, and where it comes from. */
  baseline: { origin: Origin; result: Result } | undefined;
  /** The newest figures that could be computed. */
  result: Result | undefined;
  /** The scenario that they are the figures of: the present one, or while that is awaited or wrong one before it, of the same base. */
  resultOf: Scenario | undefined;
  /** What is wrong with the inputs of `problemsOf`. */
  problems: readonly Problem[];
  problemsOf: Scenario | undefined;
  /** The fragment, "#s=…", of the scenario and view in `linkOf`; undefined where there can be none, and `noLink` says why. */
  link: string | undefined;
  noLink: string | undefined;
  linkOf: { scenario: Scenario; view: Looking } | undefined;
  /** Another scenario is on its way. What is open stays until its figures are there, and cannot be operated meanwhile. */
  opening: boolean;
  /** How far the engine is with a call that takes long. */
  progress: Progress | undefined;
  /** The views that are open, by name, and the step of their lines. */
  open: ReadonlyMap<string, Step>;
  shown: ShownOf | undefined;
  /** The plan of a scenario's floor, or why there is none: of `resultOf`, or while that is awaited of one before it. */
  floor: { scenario: Scenario; plan: Plan } | { scenario: Scenario; problem: string } | undefined;
  /** The same of the base, to compare with. */
  shownBase: ShownBase | undefined;
  /** The input or thing that the assumptions panel shall show and focus; `at` tells one request from the next. */
  jump: { path: string; at: number } | undefined;
  explained: Explained | undefined;
  /** The reference of `resultOf`, or while that is awaited of one before it, of the same base. */
  reference: ReferenceOf | undefined;
  /** Counts the times that an entry of the reference was asked for, which the view names. */
  referred: number;
  playing: boolean;
}

/** The row of one thing or of several together, in the period that a month is in (the month itself where no step is said). */
export interface ExplainedRow {
  row: string;
  instances: string[];
  month: number;
  by?: Step;
  /** Told with the other sign. */
  less?: boolean;
}

/** The figure whose reasons are asked for. */
export type Explained = ExplainedRow | { measure: string };

/** Whether the figures are those of the present inputs, are still awaited, or cannot be computed. */
export function standing({ history, resultOf, problemsOf }: State): "current" | "awaited" | "refused" {
  if (resultOf === history?.present) return "current";
  return problemsOf === history?.present ? "refused" : "awaited";
}

/** Wait until a drag rests before the address changes: browsers limit how often it may. */
const LINK_DELAY = 300;

export class Session {
  readonly store = new Store<State>({
    phase: "starting",
    history: undefined,
    view: {},
    notices: [],
    baseline: undefined,
    result: undefined,
    resultOf: undefined,
    problems: [],
    problemsOf: undefined,
    link: undefined,
    noLink: undefined,
    linkOf: undefined,
    opening: false,
    progress: undefined,
    open: new Map(),
    shown: undefined,
    shownBase: undefined,
    floor: undefined,
    jump: undefined,
    explained: undefined,
    reference: undefined,
    referred: 0,
    playing: false,
  });
  private readonly address = new Address();
  private linkTimer: ReturnType<typeof setTimeout> | undefined;
  private writing: { scenario: Scenario; view: Looking; done: Promise<void> } | undefined;
  /** Of what the engine was asked for and of what is shown of it: an older answer never takes the place of a newer one. */
  private asked = 0;
  private shown = 0;
  /** Counts the times that another scenario was asked for; an older one that comes after a newer one is passed over. */
  private turn = 0;
  /** Where undo and redo have led while the scenario there is on its way. */
  private goal: History | undefined;
  private leaving = new AbortController();

  /** Some views may be open from the start. */
  constructor(
    private readonly client: EngineClient,
    open: ReadonlyMap<string, Step> = new Map(),
  ) {
    this.store.update({ open });
  }

  /** Opens what the address asks for, or the scenario named `first` where it asks for nothing. */
  async start(first: string): Promise<void> {
    this.address.watch({
      linked: (link) => void this.open({ link }),
      left: () => this.unsaved(),
    });
    const left = this.address.takeUnsaved();
    if (left) await this.openWith(left.origin, { changes: new Map(left.changes), view: left.view });
    else await this.open(isLink(location.hash) ? { link: location.hash } : { name: first });
  }

  /** Opens a scenario. What cannot be opened leaves what is open as it is, and says why. */
  open(origin: Origin, file?: string): Promise<void> {
    return this.openWith(origin, undefined, file);
  }

  private openWith(origin: Origin, instead: { changes: Scenario["changes"]; view: Looking } | undefined, file?: string): Promise<void> {
    return this.go(async () => {
      const answer = await this.client.open(origin, this.leaving.signal);
      if (!answer) return undefined;
      if (isRefused(answer)) return { refused: answer, file };
      const scenario = { origin, base: answer.base, changes: instead?.changes ?? new Map(answer.changes.map(({ path, value }) => [path, value])) };
      return { scenario, view: instead?.view ?? answer.view, notices: answer.notices, file };
    });
  }

  /** Opens a scenario document from the reader's disk. */
  async openFile(files: readonly File[]): Promise<void> {
    const text = await documentText(files);
    if ("message" in text) this.refuse([{ level: "error", text: text.message }]);
    else await this.open({ document: text.value }, files[0]!.name);
  }

  /** Goes to another base, with all that is shown of it at once: never figures of one under the name of another. */
  private async go(find: () => Promise<Destination | RefusedDestination | undefined>): Promise<void> {
    const turn = ++this.turn;
    this.leaving = new AbortController();
    this.store.update({ opening: true });
    try {
      const found = await find();
      if (!found || turn !== this.turn) return;
      if ("refused" in found) this.refuse(refusal(found.refused, found.file));
      else await this.arrive(found, turn);
    } catch (reason) {
      if (turn === this.turn) this.failed(reason, undefined);
    } finally {
      if (turn === this.turn) {
        this.goal = undefined;
        this.store.update({ opening: false });
      }
    }
  }

  /** Stays with what is open while another scenario is on its way. */
  stay(): void {
    this.turn++;
    this.goal = undefined;
    this.leaving.abort();
    this.store.update({ opening: false });
  }

  private async arrive(destination: Destination, turn: number): Promise<void> {
    const { scenario } = destination;
    const known = this.store.get().baseline;
    const base = known?.origin === scenario.origin ? known.result : await this.insist(turn, () => this.client.baseline(scenario.origin));
    if (!base) return;
    if (isRefused(base)) {
      this.refuse(refusal(base, destination.file));
      return;
    }
    const answer = scenario.changes.size === 0 ? base : await this.insist(turn, () => this.client.run(scenario.origin, changeList(scenario.changes)));
    if (!answer) return;
    const isWrong = isRefused(answer);
    const result = isWrong ? base : answer;
    const resultOf = isWrong ? { ...scenario, changes: new Map() } : scenario;
    const view = monthWithin(destination.view ?? this.store.get().view, result);
    const views = this.store.get().history && (await this.insist(turn, () => this.viewsOf(resultOf, view)));
    const { history } = this.store.get();
    if (history && !views) return;
    this.shown = ++this.asked;
    this.store.update({
      phase: "open",
      history: destination.history ?? (history ? advance(history, scenario) : begin(scenario)),
      baseline: { origin: scenario.origin, result: base },
      result,
      resultOf,
      shown: views && !isRefused(views) ? views : undefined,
      problems: isWrong ? answer.problems : [],
      problemsOf: isWrong ? scenario : undefined,
      view,
      notices: destination.notices ?? [],
      explained: undefined,
      ...(known?.origin !== scenario.origin && { reference: undefined }),
      playing: false,
    });
    this.linkSoon();
    void this.showViews();
  }

  /** Asks again where something else took this one's place, as long as it is still wanted. */
  private async insist<Got>(turn: number, ask: () => Promise<Got | undefined>): Promise<Got | undefined> {
    for (;;) {
      const answer = await ask();
      if (turn !== this.turn) return undefined;
      if (answer) return answer;
    }
  }

  private refuse(notices: readonly Notice[]): void {
    this.store.update({ notices, phase: this.store.get().history ? "open" : "failed" });
  }

  /** The input's value, or an instance, from now on. Changes of one gesture are undone together. */
  change(path: string, value: unknown, gesture?: string): void {
    this.step((scenario) => withChange(scenario, path, value, this.baseValue(path)), gesture);
  }

  reset(path: string): void {
    this.step((scenario) => withoutChange(scenario, path, belongingTo(path, this.things())));
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
    this.step((scenario) =>
      this.isOfBase(path) ? withChange(scenario, path, null, undefined, belonging) : withoutChange(scenario, path, belonging),
    );
  }

  rename(path: string, title: string): void {
    this.step((scenario) => withTitle(scenario, path, title, this.baseValue(titlePath(path))), `title ${path}`);
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
    this.step(withoutChanges);
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

  look(view: Partial<Looking>): void {
    this.store.update({ view: { ...this.store.get().view, ...view } });
    this.linkSoon();
    void this.showViews();
  }

  /** Opens a view, or has its lines go by another step. */
  openView(name: string, by: Step): void {
    this.store.update({ open: new Map(this.store.get().open).set(name, by) });
    void this.showViews();
  }

  closeView(name: string): void {
    const open = new Map(this.store.get().open);
    open.delete(name);
    this.store.update({ open });
  }

  /** Asks for the open views of what is shown, in the month looked at, unless they are there. */
  private async showViews(): Promise<void> {
    const { resultOf: scenario, view, open, shown } = this.store.get();
    if (!scenario) return;
    try {
      if (shown?.scenario !== scenario || shown.month !== (view.month ?? 0) || shown.open !== open) {
        const views = await this.viewsOf(scenario, view);
        // Where another question took its place, that one's answer is shown.
        if (!views) return;
        if (isRefused(views)) {
          this.notify({ level: "error", text: `The views could not be computed: ${views.problems.map(({ message }) => message).join(" ")}` });
          return;
        }
        // Back meanwhile to what is shown still: then the views are there as well.
        const now = this.store.get();
        if (scenario !== now.resultOf && now.shown?.scenario === now.resultOf) return;
        this.store.update({ shown: views });
      }
      await this.showBase();
    } catch (reason) {
      this.failed(reason, undefined);
    }
  }

  /** Asks for the floor's plan of what is shown, unless it is there. */
  async showFloor(): Promise<void> {
    const { resultOf: scenario, floor } = this.store.get();
    if (!scenario || floor?.scenario === scenario) return;
    try {
      const answer = await this.client.plan(scenario.origin, changeList(scenario.changes));
      if (answer)
        this.keepFloor(
          isRefused(answer) ? { scenario, problem: answer.problems.map(({ message }) => message).join(" ") } : { scenario, plan: answer },
        );
    } catch (reason) {
      this.keepFloor({ scenario, problem: reason instanceof Error ? reason.message : String(reason) });
      this.failed(reason, undefined);
    }
  }

  /** An older plan, or of another base, never takes the place of that of what is shown. */
  private keepFloor(floor: NonNullable<State["floor"]>): void {
    const { resultOf, floor: kept } = this.store.get();
    if (kept?.scenario !== resultOf && floor.scenario.origin === resultOf?.origin) this.store.update({ floor });
  }

  /** What the engine has for the open views in a scenario and the month looked at. */
  private async viewsOf(scenario: Scenario, view: Looking): Promise<ShownOf | Refused | undefined> {
    const { open } = this.store.get();
    const month = view.month ?? 0;
    const wishes = Array.from(open, ([name, by]) => ({ name, by }));
    const answer = await this.client.show(scenario.origin, changeList(scenario.changes), wishes, month);
    return answer && !isRefused(answer) ? { scenario, month, open, answer } : answer;
  }

  /** Asks for what the base has for the views that are compared with it: once for all changes. */
  private async showBase(): Promise<void> {
    const { shown, shownBase } = this.store.get();
    const views = shown ? comparedViews(shown) : [];
    if (!shown || views.every((view) => isCompared(view, shown, shownBase))) return;
    const {
      scenario: { origin },
      month,
    } = shown;
    const answer = await this.client.showBase(
      origin,
      views.map(({ name, by }) => ({ name, by })),
      month,
    );
    if (!answer || isRefused(answer) || this.store.get().shown?.scenario.origin !== origin) return;
    this.store.update({ shownBase: { origin, month, asked: new Set(views.map(({ name }) => name)), answer } });
  }

  /** Asks for the reference of what is shown, unless it is there. */
  async showReference(): Promise<void> {
    try {
      await askForReference(this.store, this.client);
    } catch (reason) {
      this.failed(reason, undefined);
    }
  }

  /** Leads to an entry of the reference; none closes the one looked at. */
  refer(entry: string): void {
    this.store.update({ explained: undefined, referred: this.store.get().referred + 1 });
    this.look({ entry });
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

  /** The whole document with the changes applied, as JSON text; undefined where the inputs are wrong, which the page says. */
  async document(): Promise<string | undefined> {
    const present = this.store.get().history?.present;
    const answer = present && (await this.client.document(present.origin, changeList(present.changes)));
    return typeof answer === "string" ? answer : undefined;
  }

  /** Why a figure of the present scenario is what it is. Undefined when the signal came first, or another question. */
  explanation(explained: Explained, signal: AbortSignal): Promise<Explanation | Refused | undefined> {
    const present = this.store.get().history!.present;
    return this.client.explain(present.origin, { ...explained, changes: changeList(present.changes) }, signal);
  }

  /** What the base has for an input; undefined for an instance, or an input of an added one. */
  baseValue(path: string): unknown {
    const { baseline, history } = this.store.get();
    return baseline && baseline.origin === history?.present.origin ? documentInput(baseline.result.document, path)?.value : undefined;
  }

  private step(change: (scenario: Scenario) => Scenario, gesture?: string): void {
    const { history } = this.store.get();
    if (history) this.move(advance(history, change(history.present), gesture));
  }

  private travel(step: (history: History) => History): void {
    const from = this.goal ?? this.store.get().history;
    if (from) this.move(step(from));
  }

  /** Makes another history the present one: at once within a base, and with its figures where it leads to another base. */
  private move(next: History): void {
    const { history } = this.store.get();
    if (next === (this.goal ?? history)) return;
    if (next.present.origin === history?.present.origin) {
      if (this.goal) {
        // Back before the other base was there.
        this.stay();
      }
      this.store.update({ history: next });
      void this.refresh();
      return;
    }
    this.goal = next;
    void this.go(async () => ({ scenario: next.present, history: next, view: undefined, notices: undefined }));
  }

  /** Has the present scenario computed. */
  private async refresh(): Promise<void> {
    const { history, baseline, resultOf } = this.store.get();
    const { present } = history!;
    const order = ++this.asked;
    this.linkSoon();
    if (resultOf === present) {
      // Back to what is shown still: what is on its way is older now.
      this.shown = order;
      this.store.update({ problems: [], problemsOf: undefined });
      void this.showViews();
      return;
    }
    try {
      const isBase = present.changes.size === 0 && baseline?.origin === present.origin;
      this.show(present, order, isBase ? baseline.result : await this.client.run(present.origin, changeList(present.changes)));
    } catch (reason) {
      this.failed(reason, present);
    }
  }

  /** What a scenario came to, unless something newer is shown already or another base is open. */
  private show(scenario: Scenario, order: number, answer: Result | Refused | undefined): void {
    const { view, history } = this.store.get();
    if (!answer || order < this.shown || history?.present.origin !== scenario.origin) return;
    this.shown = order;
    if (isRefused(answer)) this.store.update({ problems: answer.problems, problemsOf: scenario });
    else {
      this.store.update({ result: answer, resultOf: scenario, problems: [], problemsOf: undefined, view: monthWithin(view, answer) });
      void this.showViews();
    }
  }

  /** The engine could not do it. Where that was to compute a scenario, what is shown is not the figures of that one. */
  private failed(reason: unknown, scenario: Scenario | undefined): void {
    const text = reason instanceof EngineFailure ? reason.message : `Something went wrong: ${String(reason)}`;
    this.store.update({ phase: this.store.get().result ? "open" : "failed" });
    if (scenario && scenario === this.store.get().history?.present)
      this.store.update({ problems: [{ path: "", message: text }], problemsOf: scenario });
    this.notify({ level: "error", text });
  }

  private linkSoon(): void {
    clearTimeout(this.linkTimer);
    this.linkTimer = setTimeout(() => void this.writeLink(), LINK_DELAY);
  }

  /** The link to what is open now, however lately it was changed. Throws, with what to tell, where there is none. */
  async linkNow(): Promise<string> {
    for (;;) {
      const { history, view, link, linkOf, noLink } = this.store.get();
      if (linkOf && linkOf.scenario === history?.present && linkOf.view === view) {
        if (link === undefined) throw new Error(noLink);
        return link;
      }
      if (!history) throw new Error("No scenario is open.");
      await this.writeLink();
    }
  }

  /** One question about one state: two that ask for its link would else push each other aside for ever. */
  private writeLink(): Promise<void> {
    clearTimeout(this.linkTimer);
    const { history, view } = this.store.get();
    if (!history) return Promise.resolve();
    if (this.writing?.scenario === history.present && this.writing.view === view) return this.writing.done;
    const writing = { scenario: history.present, view, done: this.askForLink(history, view) };
    this.writing = writing;
    return writing.done.finally(() => {
      if (this.writing === writing) this.writing = undefined;
    });
  }

  private async askForLink(history: History, view: Looking): Promise<void> {
    const linkOf = { scenario: history.present, view };
    let answer: string | Refused | undefined;
    try {
      answer = await this.client.link(history.present.origin, changeList(history.present.changes), view);
    } catch (reason) {
      answer = { problems: [{ path: "", message: reason instanceof Error ? reason.message : String(reason) }] };
    }
    const now = this.store.get();
    if (answer === undefined || now.history?.present !== linkOf.scenario || now.view !== view) return;
    if (typeof answer === "string") {
      this.store.update({ link: answer, noLink: undefined, linkOf });
      this.address.write(answer);
    } else {
      this.unlinked(answer.problems, linkOf);
    }
  }

  /** The address must not say what is no longer open. While inputs are wrong it stays with the last good ones, as the figures do. */
  private unlinked(problems: readonly Problem[], linkOf: State["linkOf"]): void {
    const wrong = problems.filter(({ path }) => path !== "");
    if (wrong.length > 0) {
      this.store.update({ link: undefined, noLink: "There is no link while an input is wrong.", linkOf });
      return;
    }
    this.store.update({ link: undefined, noLink: problems.map(({ message }) => message).join(" "), linkOf });
    this.address.clear();
  }

  /** What the address does not say yet, for a page that is left before it does. */
  private unsaved() {
    const { history, view, linkOf } = this.store.get();
    if (!history || (linkOf?.scenario === history.present && linkOf.view === view)) return undefined;
    return { origin: history.present.origin, changes: [...history.present.changes], view };
  }
}

/** Another scenario, its base included, that is to be shown. */
interface Destination {
  scenario: Scenario;
  /** Undefined where it is a step of its own. */
  history?: History;
  view: Looking | undefined;
  notices: readonly Notice[] | undefined;
  /** Where it was a file, its name. */
  file?: string | undefined;
}

interface RefusedDestination {
  refused: Refused;
  file: string | undefined;
}

/** Why a scenario was not opened: for a file one notice with its name, and a line for each mistake. */
function refusal({ problems, notices = [] }: Refused, file: string | undefined): Notice[] {
  const lines = problems.map(({ path, message }) => (path ? `${path}: ${message}` : message));
  if (file === undefined) return [...notices, ...lines.map((text) => ({ level: "error" as const, text }))];
  return [...notices, { level: "error", text: `“${file}” was not opened. What was open stays.`, lines }];
}

/** The view with a month of the result: the one looked at as far as there is one, or the first full one. */
function monthWithin(view: Looking, result: Result): Looking {
  const month = view.month === undefined ? firstFullMonth(result) : Math.min(view.month, result.table.months.length - 1);
  return view.month === month ? view : { ...view, month };
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
