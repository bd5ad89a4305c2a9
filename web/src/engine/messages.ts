// What the engine is asked and what it answers (wasm/engine). One declaration for the page, the
// worker and the tests.

/** Where a figure comes from. `EST`, or no source at all, makes the figure an assumption. */
export interface Source {
  label: string;
  url?: string;
  date?: string;
  /** The value this source states, where sources disagree and one can switch between them. */
  value?: unknown;
  confidence?: "H" | "M" | "L" | "DER" | "EST" | "";
}

/** What is wrong with one input; `path` is `scope.instance.input`. */
export interface Problem {
  path: string;
  message: string;
}

/** One departure from the base scenario: an input's new value, or an instance added or removed (null). */
export interface Change {
  path: string;
  value: unknown;
}

/** What is looked at, as opposed to what is assumed. `month` counts from the scenario's start. */
export interface View {
  month?: number;
  chart?: string;
  select?: string;
}

export interface Notice {
  level: "info" | "warning" | "error";
  text: string;
}

export interface Base {
  name: string;
  title: string;
  about: string;
  as_of: string;
  hash: string;
  shipped: boolean;
}

/** Exactly one of the three. */
export type OpenRequest = { name: string } | { link: string } | { document: string };

export interface OpenResponse {
  problems?: Problem[];
  notices?: Notice[];
  base?: Base;
  changes?: Change[];
  view?: View;
}

export interface TableHead {
  months: string[];
  /** `own` is the title of a row that the scenario adds to the model. */
  rows: { name: string; instance: string; unit: string; own?: string }[];
}

export interface Instance {
  scope: string;
  name: string;
  title: string;
  parent: string;
}

export interface InputValue {
  value: unknown;
  given: boolean;
  note?: string;
  sources?: Source[];
  assumption: boolean;
}

export interface DocumentHead {
  start: string;
  months: number;
  instances: Instance[];
  values: { [path: string]: InputValue };
}

export interface Measure {
  value: number | string | boolean | null;
  unit: string;
  title: string;
  note: string;
}

export type Measures = { [name: string]: Measure };

/** `table` and `document` are sent only when they differ from the last ones that were sent. */
export interface RunResponse {
  problems?: Problem[];
  table?: TableHead;
  document?: DocumentHead;
  measures?: Measures;
}

export interface Explanation {
  /** `scope.row` or `scope.input`. */
  name: string;
  instance?: string;
  month?: string;
  title: string;
  unit: string;
  /** A text for inputs that are not numbers. */
  value: number | string | null;
  formula?: string;
  note?: string;
  /** Of an input: where its control is. */
  path?: string;
  sources?: Source[];
  assumption?: boolean;
  /** Its branches stand elsewhere in the tree already. */
  repeated?: boolean;
  /** It has branches that are left out, because the tree is large. */
  cut?: boolean;
  children?: Explanation[];
}

/** Each kind of call with its request and its answer. */
export interface Calls {
  open: { request: OpenRequest; response: OpenResponse };
  run: { request: { changes: Change[] }; response: RunResponse };
  link: { request: { changes: Change[]; view: View }; response: { fragment?: string; problems?: Problem[] } };
  explain: {
    request: { changes: Change[]; row: string; instance: string; month: number };
    response: Explanation & { problems?: Problem[] };
  };
  document: { request: { changes: Change[] }; response: { document?: string; problems?: Problem[] } };
}

export type Kind = keyof Calls;

/** Page to worker. `start` comes once and first. */
export type ToWorker = { start: WebAssembly.Module } | { id: number; kind: Kind; request: string };

/** Worker to page. `fatal` means that this worker is of no more use. */
export type FromWorker = { ready: true } | { fatal: string } | { id: number; json: string; numbers?: Float64Array };
