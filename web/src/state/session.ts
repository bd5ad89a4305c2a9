// What a person may do with the page: open scenarios, change what they assume, look at what comes of it.
import { catalog } from "../catalog";
import { answered } from "../engine/answered";
import { type Asked, type EngineClient, isRefused, type Reasons, type Refused, type Result } from "../engine/client";
import type { Origin } from "../engine/engine";
import type { Instance, Looking, Piece, Step, Story, TypedRange, ViewWish } from "../engine/messages";
import type { Pool } from "../engine/pool";
import { instancePath } from "../paths";
import { Address, isLink } from "./address";
import { Arrival, type Find } from "./arrival";
import { baseValue, freeNameNow, isOfBase, withBaseValue, withDuplicate, withMoved, withoutThing, withThingsTitle, withValues } from "./edits";
import { asked } from "./explained";
import { Figures } from "./figures";
import { documentText } from "./file";
import { advance, backTo, changeList, endGesture, equal, type History, redo, type Scenario, undo, withoutChanges } from "./history";
import { inputLayers } from "./inputvalues";
import { Links } from "./links";
import { failed, notify } from "./notices";
import { askForReference } from "./reference";
import { BEGINNING, canGoBack, type Explained, type Notice, type State, type Taking } from "./state";
import { Store } from "./store";
import { Studies } from "./studies";
import { newThing } from "./things";
import { type Ranged, withoutRange, withRanges } from "./uncertainty";
import { enteredIn, workbookAmong, workbookData } from "./workbookfile";

/** Views that were asked for to be taken elsewhere, and the scenario that they are of. */
export interface Taken {
  scenario: Scenario;
  answer: Result;
}

/** What is shown of a scenario in the place of what its link holds. */
interface Instead {
  changes: Scenario["changes"];
  view?: Looking;
}

export class Session {
  readonly store: Store<State>;
  private readonly figures: Figures;
  private readonly links: Links;
  private readonly arrival: Arrival;
  private readonly studies: Studies;
  private readonly turns: { [kind: string]: Promise<unknown> } = {};

  /** Some views may be open from the start. */
  constructor(
    private readonly client: EngineClient,
    readonly pool: Pool,
    open: ReadonlyMap<string, Step> = new Map(),
    private readonly address: Pick<Address, "watch" | "write" | "clear" | "takeUnsaved"> = new Address(),
  ) {
    this.store = new Store<State>({ ...BEGINNING, open });
    this.figures = new Figures(client, this.store);
    this.links = new Links(client, this.store, this.address);
    this.arrival = new Arrival(this.store, this.figures, () => this.refresh());
    this.studies = new Studies(pool, this.store);
  }

  /** Opens what the address asks for, or the scenario named `first` where it asks for nothing. */
  async start(first: string): Promise<void> {
    this.address.watch({
      linked: (link) => void this.open({ link }),
      left: () => this.links.unsaved(),
    });
    const left = this.address.takeUnsaved();
    if (left) await this.openWith(left.origin, { changes: new Map(left.changes), view: left.view });
    else if (isLink(location.hash)) await this.open({ link: location.hash });
    else {
      this.store.update({ unasked: true });
      await this.open({ name: first });
    }
  }

  /** Opens a scenario. What cannot be opened leaves what is open as it is, and says why. */
  open(origin: Origin, file?: string): Promise<void> {
    return this.openWith(origin, undefined, file);
  }

  private openWith(origin: Origin, instead: Instead | undefined, file?: string): Promise<void> {
    return this.arrival.go((signal) => this.find(origin, signal, instead, file));
  }

  private async find(origin: Origin, signal: AbortSignal, instead: Instead | undefined, file: string | undefined): ReturnType<Find> {
    const answer = await this.client.open(origin, signal);
    if (!answer) return undefined;
    if (isRefused(answer)) return { refused: answer, file };
    const scenario = { origin, base: answer.base, changes: instead?.changes ?? new Map(answer.changes.map(({ path, value }) => [path, value])) };
    return { scenario, view: instead?.view ?? answer.view, notices: answer.notices, file };
  }

  /** Opens a scenario document from the reader's disk, or what was entered in a workbook. */
  openFile(files: readonly File[]): Promise<void> {
    const workbook = workbookAmong(files);
    return this.arrival.go((signal) => (workbook ? this.findEntered(workbook, signal) : this.findFile(files, signal)));
  }

  private async findFile(files: readonly File[], signal: AbortSignal): ReturnType<Find> {
    const text = await documentText(files);
    if ("message" in text) return { refused: { problems: [{ path: "", ...text }] }, file: undefined };
    return this.find({ document: text.value }, signal, undefined, files[0]!.name);
  }

  private async findEntered(workbook: File, signal: AbortSignal): ReturnType<Find> {
    const data = await workbookData(workbook);
    const beside = this.store.get().history?.present.origin ?? { name: catalog.scenarios[0]!.name };
    const entered = "problems" in data ? data : await enteredIn(data, this.pool, beside, signal);
    if (!entered) return undefined;
    if ("problems" in entered) return { refused: entered, file: workbook.name };
    const changes = new Map(entered.changes.map(({ path, value }) => [path, value]));
    return this.find({ document: entered.document }, signal, { changes }, workbook.name);
  }

  /** Stays with what is open while another scenario is on its way. */
  stay(): void {
    this.arrival.stay();
  }

  /**
   * The input's value, or an instance, from now on. Changes of one gesture are undone together. An input that has a value is certain,
   * unless the range is of a factor on it.
   */
  change(path: string, value: unknown, gesture?: string): void {
    this.changeAll(new Map([[path, value]]), gesture);
  }

  /** Several inputs at once, which are undone together. */
  changeAll(values: ReadonlyMap<string, unknown>, gesture?: string): void {
    this.step((scenario, state) => withValues(state, scenario, values), gesture);
  }

  /** As the base has it, and as sure; of the path of a range the range alone. */
  reset(path: string): void {
    this.step((scenario, state) => withBaseValue(state, scenario, path));
  }

  /** Asks one after the other where each answer is wanted: of a kind of question the engine answers the latest only. */
  private inTurn<Got>(kind: string, ask: () => Promise<Got>): Promise<Got> {
    const answered = (this.turns[kind] ?? Promise.resolve()).then(ask);
    this.turns[kind] = answered.catch(() => undefined);
    return answered;
  }

  /**
   * Has inputs uncertain, as it was typed, in one step. Tells what is wrong with the texts, in their order; what is wrong with one changes
   * nothing of it.
   */
  range(typed: TypedRange[]): Promise<(string | undefined)[]> {
    const { history } = this.store.get();
    return this.inTurn("range", () => this.rangeNow(typed, history?.present.origin));
  }

  private async rangeNow(typed: TypedRange[], origin: Origin | undefined): Promise<(string | undefined)[]> {
    const isOpen = () => this.store.get().history?.present.origin === origin;
    const nothing = typed.map(() => undefined);
    if (!origin || !isOpen()) return nothing;
    const answer = await this.client.ranges(origin, changeList(this.store.get().history!.present.changes), typed);
    if (!answer || !isOpen()) return nothing;
    if (isRefused(answer)) return typed.map(() => answer.problems.map(({ message }) => message).join(" "));
    const read = answer.flatMap(({ change, median }, at): Ranged[] =>
      change === undefined ? [] : [{ path: typed[at]!.path, change, ...(median !== undefined && { median }) }],
    );
    this.step((scenario) => withRanges(scenario, read, (path) => this.baseValue(path)));
    return answer.map(({ problem }) => problem);
  }

  /** Has an input certain, at the value that it has. */
  makeCertain(path: string): void {
    this.step((scenario, state) => withoutRange(scenario, path, inputLayers(state).base));
  }

  /** Adds a thing and tells its path. */
  add(scope: string, title: string, parent: string | undefined): string {
    const path = instancePath(scope, freeNameNow(this.store.get(), scope, title));
    this.change(path, newThing(scope, title, parent, this.store.get().result!.document));
    return path;
  }

  /** Adds a thing with the inputs of another, right behind it, and tells its path. */
  duplicate(thing: Instance, title: string): string {
    const state = this.store.get();
    const name = freeNameNow(state, thing.scope, title);
    this.step((scenario) => withDuplicate(state, scenario, thing, name, title));
    return instancePath(thing.scope, name);
  }

  /** Has a thing stand some places further on among its kind. */
  reorder(thing: Instance, by: number): void {
    this.step((scenario, state) => withMoved(state, scenario, thing, by));
  }

  /** Removes a thing with all that belongs to it. One that was added is then as if it had never been. */
  remove(path: string): void {
    this.step((scenario, state) => withoutThing(state, scenario, path));
  }

  rename(path: string, title: string): void {
    this.step((scenario, state) => withThingsTitle(state, scenario, path, title), `title ${path}`);
  }

  isOfBase(path: string): boolean {
    return isOfBase(this.store.get(), path);
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

  /** Gives up computing the present inputs, and goes back to those whose figures are shown. */
  takeBack(): void {
    const { history, resultOf } = this.store.get();
    if (!history || !resultOf || !canGoBack(this.store.get())) return;
    this.figures.giveUp();
    this.move(backTo(history, resultOf));
    this.notify({ level: "info", text: "Cancelled. Inputs and figures are those from before; Redo brings the change back." });
  }

  look(view: Partial<Looking>): void {
    this.store.update({ view: { ...this.store.get().view, ...view } });
    if (view.month === undefined) this.links.soon();
    else this.refresh();
  }

  /** Looks no more at a part of what is looked at. */
  lookAway(part: keyof Looking): void {
    const { [part]: _, ...view } = this.store.get().view;
    this.store.update({ view });
    this.links.soon();
  }

  /** Opens a view, or has its lines go by another step. */
  openView(name: string, by: Step): void {
    this.store.update({ open: new Map(this.store.get().open).set(name, by) });
    void this.figures.refresh();
  }

  closeView(name: string): void {
    const open = new Map(this.store.get().open);
    open.delete(name);
    this.store.update({ open });
  }

  /** Has the plan of the floor computed with every run, or no more. */
  openFloor(openFloor: boolean): void {
    this.store.update({ openFloor });
    void this.figures.refresh();
  }

  /** Has the chances of the scenario computed for as long as they are looked at. */
  openStudy(openStudy: boolean): void {
    this.store.update({ openStudy });
  }

  /** Stops computing cases, and goes on with them. */
  cancelStudy(): void {
    this.studies.cancel();
  }

  goOnWithStudy(): void {
    this.studies.goOn();
  }

  /** A chart comes into sight, or leaves it: the lines of those in sight have fans where the scenario is uncertain. */
  see(view: string, isSeen: boolean): void {
    const inSight = new Set(this.store.get().inSight);
    if (isSeen) inSight.add(view);
    else inSight.delete(view);
    this.store.update({ inSight });
  }

  /** Asks for the reference of what is shown, unless it is there. */
  async showReference(signal?: AbortSignal): Promise<void> {
    try {
      await askForReference(this.store, this.client, signal);
    } catch (reason) {
      failed(this.store, reason);
    }
  }

  /** Leads to an entry of the reference; none closes the one looked at. */
  refer(entry: string): void {
    this.store.update({ explained: undefined, referred: this.store.get().referred + 1 });
    this.look({ entry });
    this.linkWhy(undefined);
  }

  /** Nothing closes the question. Of a point of a map it is asked over the map, which stays. */
  explain(explained: Explained | undefined): void {
    const { explained: before, taking } = this.store.get();
    const staysOpen = (explained ?? before)?.besides !== undefined;
    this.store.update({ explained, taking: staysOpen ? taking : undefined, sharing: undefined });
    this.linkWhy(explained);
  }

  /** Asks what it would take for a figure to be another; nothing closes the question. */
  take(taking: Taking | undefined): void {
    this.store.update({ taking, explained: undefined, sharing: undefined });
    this.linkWhy(undefined);
  }

  /** A link leads to what is asked. */
  private linkWhy(explained: Explained | undefined): void {
    const { view } = this.store.get();
    const next = asked(view, explained);
    if ((next.why ?? "") !== (view.why ?? "")) this.look({ why: next.why ?? "" });
  }

  /** Shows what can be taken elsewhere; nothing closes that. */
  share(sharing: State["sharing"]): void {
    this.store.update({ sharing, explained: undefined, taking: undefined });
    this.linkWhy(undefined);
  }

  jumpTo(path: string): void {
    this.store.update({ jump: { path, at: (this.store.get().jump?.at ?? 0) + 1 } });
  }

  play(playing: boolean): void {
    this.store.update({ playing });
  }

  notify(notice: Notice): void {
    notify(this.store, notice);
  }

  dismiss(notice: Notice): void {
    this.store.update({ notices: this.store.get().notices.filter((other) => other !== notice) });
  }

  /** The whole document with the changes applied, as JSON text; undefined where the inputs are wrong, which the page says. */
  async document(): Promise<string | undefined> {
    const { history } = this.store.get();
    if (!history) return undefined;
    const { origin, changes } = history.present;
    const answer = await this.inTurn("document", () => this.client.document(origin, changeList(changes)));
    return typeof answer === "string" ? answer : undefined;
  }

  /** Views of the scenario that is shown, in the month looked at, whatever is open; undefined where there are none. */
  taken(views: ViewWish[], signal?: AbortSignal): Promise<Taken | undefined> {
    return this.inTurn("taken", () => this.askTaken(views, signal));
  }

  private async askTaken(views: ViewWish[], signal?: AbortSignal): Promise<Taken | undefined> {
    const { resultOf: scenario, view } = this.store.get();
    const month = view.month ?? 0;
    const answer = scenario && (await this.client.taken(scenario.origin, changeList(scenario.changes), views, month, signal));
    return answer && !isRefused(answer) ? { scenario, answer } : undefined;
  }

  /** What else is said of a view, after all else: asked of the engines of studies or, in an embed, of that of what is shown. */
  async needs({ origin, changes }: Scenario, view: string, signal: AbortSignal): Asked<Piece[][]> {
    const made = changeList(changes);
    if (this.pool.size === 0) return this.client.taking(origin, made, view, signal);
    const came = await this.pool.ask("taking", origin, { changes: made, view }, signal, { last: true });
    return answered(came, ({ sentences }) => sentences);
  }

  /** Why a figure of the present scenario is what it is. Undefined when the signal came first, or another question. */
  explanation(explained: Explained, signal: AbortSignal): Promise<Reasons | Refused | undefined> {
    const present = this.store.get().history!.present;
    const { against, besides = [], ...of } = explained;
    const changes = new Map([...present.changes, ...besides.map(({ path, value }) => [path, value] as const)]);
    return this.client.explain(present.origin, { ...of, ...(against && { against }), changes: changeList(changes) }, signal);
  }

  /** What the base has for an input; undefined for an instance, or an input of an added one. */
  baseValue(path: string): unknown {
    return baseValue(this.store.get(), path);
  }

  /** The story that a scenario tells, as it was opened. Undefined when the signal came first, or another question. */
  story(origin: Origin, signal: AbortSignal): Promise<Story | Refused | undefined> {
    return this.client.story(origin, signal);
  }

  /** Shows a scenario with just these changes and what is looked at: a step of its own, back from which undo leads. What is selected stays. */
  async show(origin: Origin, changes: Scenario["changes"], view: Looking): Promise<void> {
    this.stay();
    const { history, view: before } = this.store.get();
    if (history?.present.origin !== origin)
      return this.openWith(origin, { changes, view: { ...(before.select && { select: before.select }), ...view } });
    this.step((scenario) => (equal(changeList(scenario.changes), changeList(changes)) ? scenario : { ...scenario, changes }));
    this.look(view);
  }

  private step(change: (scenario: Scenario, state: State) => Scenario, gesture?: string): void {
    const state = this.store.get();
    if (state.history) this.move(advance(state.history, change(state.history.present, state), gesture));
  }

  private travel(step: (history: History) => History): void {
    const from = this.arrival.goal ?? this.store.get().history;
    if (from) this.move(step(from));
  }

  /** Makes another history the present one: at once within a base, and with its figures where it leads to another base. */
  private move(next: History): void {
    const { history } = this.store.get();
    if (next === (this.arrival.goal ?? history)) return;
    if (next.present.origin === history?.present.origin) {
      // Back before the other base was there.
      if (this.arrival.goal) this.stay();
      this.store.update({ history: next });
      this.refresh();
      return;
    }
    this.arrival.goal = next;
    void this.arrival.go(async () => ({ scenario: next.present, history: next, view: undefined, notices: undefined }));
  }

  /** Has what is open computed, and its link written. */
  private refresh(): void {
    this.links.soon();
    void this.figures.refresh();
  }

  /** The link to what is open now, however lately it was changed. Throws, with what to tell, where there is none. */
  linkNow(): Promise<string> {
    return this.links.now();
  }
}
