// A study, computed by a pool of engines: its blocks are handed out in order to whoever is free, and one engine brings together what
// they come to. What that engine holds can be lost; then all numbers that are there are sent again.
import type { Came, Origin } from "./engine";
import { EngineFailure } from "./engine";
import type { BlockRange, Change, GatherAnswer, Problem, StudyRow } from "./messages";
import type { Pool } from "./pool";

/** What is asked; without rows it is about outcomes. */
export interface Asking {
  origin: Origin;
  changes: Change[];
  rows?: StudyRow[];
}

/** How far a study is. */
export interface Going {
  blocks: number;
  of: number;
  /** By what they are computed, in words: of all engines that compute them. */
  computed: readonly string[];
}

export interface Told {
  going(going: Going): void;
  /** What the blocks that are there come to; with rows the numbers of their fans. */
  came(answer: GatherAnswer, fans: Float64Array | undefined): void;
}

/** The first estimate is of so many blocks: one has no sampling error. */
const FIRST = 2;
/** An engine that lost what it held is sent everything this many times in a row. */
const PATIENCE = 3;

/** Computes a study to its end, or until the signal comes. Tells what is wrong with the inputs, if anything. */
export function computeStudy(pool: Pool, asking: Asking, signal: AbortSignal, told: Told): Promise<Problem[] | undefined> {
  return new Computing(pool, asking, signal, told).run();
}

class Computing {
  private readonly stop = new AbortController();
  private readonly numbers = new Map<number, Float64Array>();
  private readonly computed = new Set<string>();
  private next = 0;
  private blocks = Number.POSITIVE_INFINITY;
  private problems: Problem[] | undefined;
  /** The blocks that the engine that gathers holds, and when there is enough to tell anew. */
  private held = new Set<number>();
  private due = FIRST;
  private gathering: Promise<void> | undefined;
  private readonly home = {};

  constructor(
    private readonly pool: Pool,
    private readonly asking: Asking,
    signal: AbortSignal,
    private readonly told: Told,
  ) {
    if (signal.aborted) this.stop.abort();
    signal.addEventListener("abort", () => this.stop.abort(), { once: true });
  }

  async run(): Promise<Problem[] | undefined> {
    try {
      await Promise.all(Array.from({ length: this.pool.size }, () => this.compute()));
      await this.gathering;
      if (!this.isOver && this.held.size < this.numbers.size) await this.gather();
    } finally {
      this.stop.abort();
    }
    return this.problems;
  }

  private get isOver(): boolean {
    return this.stop.signal.aborted;
  }

  private get request() {
    const { changes, rows } = this.asking;
    return { changes, ...(rows && { rows }) };
  }

  private async compute(): Promise<void> {
    while (this.next < this.blocks && !this.isOver) {
      const block = this.next++;
      const came = await this.pool.ask("study", this.asking.origin, { ...this.request, from: block, to: block + 1 }, this.stop.signal);
      if (!came || this.isWrong(came.body.problems)) return;
      this.blocks = came.body.blocks;
      this.computed.add(came.body.computed);
      if (came.body.lengths?.length) this.numbers.set(block, came.numbers!);
      this.told.going({ blocks: this.numbers.size, of: this.blocks, computed: [...this.computed] });
      if (this.numbers.size >= Math.min(this.due, this.blocks)) this.gatherSoon();
    }
  }

  private isWrong(problems: Problem[] | undefined): boolean {
    if (!problems?.length) return false;
    this.problems = problems;
    this.stop.abort();
    return true;
  }

  /** Each time when there is four times as much as before, since telling takes the longer the more there is. */
  private gatherSoon(): void {
    if (this.gathering) return;
    this.due = 4 * this.numbers.size;
    this.gathering = this.gather().finally(() => (this.gathering = undefined));
    this.gathering.catch(() => this.stop.abort());
  }

  private async gather(): Promise<void> {
    for (let times = 0; times < PATIENCE && !this.isOver; times++) {
      const came = await this.send([...this.numbers.keys()].filter((block) => !this.held.has(block)).sort((left, right) => left - right));
      if (!came || this.isWrong(came.body.problems)) return;
      if (!came.body.lost) {
        this.told.came(came.body, came.numbers);
        return;
      }
      this.held = new Set();
    }
    if (!this.isOver) throw new EngineFailure("The engine does not keep the cases of the study.");
  }

  private async send(blocks: readonly number[]): Promise<Came<"gather"> | undefined> {
    const all = blocks.map((block) => this.numbers.get(block)!);
    const request = { ...this.request, holds: ranges(this.held), blocks, lengths: all.map(({ length }) => length) };
    const came = await this.pool.ask("gather", this.asking.origin, request, this.stop.signal, { numbers: joined(all), home: this.home });
    if (came && !came.body.lost) for (const block of blocks) this.held.add(block);
    return came;
  }
}

function joined(all: readonly Float64Array[]): Float64Array {
  const numbers = new Float64Array(all.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const some of all) {
    numbers.set(some, at);
    at += some.length;
  }
  return numbers;
}

/** Block numbers as ranges, the lowest first. */
export function ranges(blocks: ReadonlySet<number>): BlockRange[] {
  const list: BlockRange[] = [];
  for (const block of [...blocks].sort((left, right) => left - right)) {
    const last = list.at(-1);
    if (last?.to === block) last.to++;
    else list.push({ from: block, to: block + 1 });
  }
  return list;
}
