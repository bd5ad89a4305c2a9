// Several pages at one engine: it answers one call at a time, whoever asks. Each page numbers its calls and scenarios by itself,
// so here they get other numbers. The engine keeps few scenarios open; what it has closed for another page's is opened again here.
import type { FromWorker, ToWorker } from "./messages";

type Message = Exclude<ToWorker, { start: unknown }>;
type Call = Extract<Message, { kind: unknown }>;
type Report = (message: FromWorker, transfer?: Transferable[]) => void;
/** What concerns one call. That the engine is of no more use concerns all pages, and whoever started it tells them. */
export type OfCall = Extract<FromWorker, { id: unknown }>;

interface Waiting {
  page: Page;
  call: Call;
  /** As often as it may still find its scenario closed. */
  tries: number;
}

interface Page {
  report: Report;
  number: number;
  /** What each of its scenarios was opened with, by its number for it. */
  opened: Map<number, Call>;
}

/** Scenarios of one page have numbers below this. */
const ROOM = 1_000_000;
/** An engine that closes a scenario before the next call was asked another's in between by nobody. */
const TRIES = 2;
/** The answer that a scenario is not open says nothing else. */
const LONGEST_UNOPENED = 200;

/** What only solving finds waits for all else, and is given up for it: its page asks again. */
function canWait({ kind }: Call): boolean {
  return kind === "taking";
}

/** The part of a desk that is used here. */
interface DeskLike {
  receive(message: Message): void;
}

export class Sharing {
  private readonly desk: DeskLike;
  private readonly queue: Waiting[] = [];
  private flight: (Waiting & { id: number }) | undefined;
  private lastId = 0;
  private pages = 0;

  constructor(start: (report: (message: OfCall, transfer: Transferable[]) => void) => DeskLike) {
    this.desk = start((message, transfer) => this.answered(message, transfer));
  }

  /** Takes a page in, and tells how it asks. */
  join(report: Report): (message: Message) => void {
    const page: Page = { report, number: ++this.pages, opened: new Map() };
    return (message) => this.receive(page, message);
  }

  private receive(page: Page, message: Message): void {
    if (!("cancel" in message)) {
      this.queue.push({ page, call: message, tries: TRIES });
      const { flight } = this;
      if (flight && canWait(flight.call) && !canWait(message)) this.desk.receive({ cancel: flight.id });
      this.pump();
      return;
    }
    const at = this.queue.findIndex(({ page: of, call }) => of === page && call.id === message.cancel);
    if (at >= 0) {
      this.queue.splice(at, 1);
      page.report({ id: message.cancel, cancelled: true });
    } else if (this.flight?.page === page && this.flight.call.id === message.cancel) this.desk.receive({ cancel: this.flight.id });
  }

  private pump(): void {
    if (this.flight || this.queue.length === 0) return;
    const first = this.queue.findIndex(({ call }) => !canWait(call));
    const [next] = this.queue.splice(Math.max(0, first), 1) as [Waiting];
    const { page, call } = next;
    const id = ++this.lastId;
    this.flight = { ...next, id };
    const request = JSON.parse(call.request) as { of?: number; as?: number };
    if (call.kind === "open" && request.as !== undefined) page.opened.set(request.as, call);
    for (const name of ["of", "as"] as const) if (request[name] !== undefined) request[name] += page.number * ROOM;
    this.desk.receive({ ...call, id, request: JSON.stringify(request) });
  }

  private answered(message: OfCall, transfer: Transferable[]): void {
    const { flight } = this;
    if (flight?.id !== message.id) return;
    if ("json" in message && this.reopens(flight, message.json)) return;
    if ("progress" in message) {
      flight.page.report({ ...message, id: flight.call.id });
      return;
    }
    this.flight = undefined;
    if (flight.call.id >= 0) flight.page.report({ ...message, id: flight.call.id }, transfer);
    this.pump();
  }

  /** Of a scenario that is not open any more: opens it, and asks again, before any other page. */
  private reopens({ page, call, tries }: Waiting, json: string): boolean {
    if (json.length > LONGEST_UNOPENED || !(JSON.parse(json) as { unopened?: boolean }).unopened) return false;
    const opening = page.opened.get((JSON.parse(call.request) as { of: number }).of);
    if (!opening || tries === 0) return false;
    this.flight = undefined;
    this.queue.unshift({ page, call: { ...opening, id: UNASKED }, tries: 0 }, { page, call, tries: tries - 1 });
    this.pump();
    return true;
  }
}

/** The number of a call that no page has asked. */
const UNASKED = -1;
