// The model's kinds of things, its inputs and the shipped scenarios, as `rackonomics catalog` lists them at build time. (It lists
// the rows too, which named imports leave out: what the page says of those, the engine's explanations bring.)
import type { Source } from "./engine/messages";
import {
  inputs as declarations,
  first_month,
  horizon,
  largest_document,
  largest_workbook,
  last_month,
  printed,
  ratio_units,
  scales,
  scenarios,
  scopes,
  sections,
  switch_words,
  unit_words,
  view_words,
} from "./generated/catalog.json";

export interface InputDeclaration {
  /** `scope.input` */
  name: string;
  scope: string;
  title: string;
  /** Other words that people look for it by. */
  words?: string;
  /** "1" is a plain ratio, shown in per cent where `display` says so. */
  unit: string;
  kind: "number" | "switch" | "choice" | "month" | "day";
  display?: "percent" | "";
  default: number | boolean | string;
  min?: number;
  max?: number;
  step?: number;
  /** Counted in whole numbers. */
  whole?: boolean;
  options?: { name: string; title: string }[];
  /** What the last month that can be named means here, in words: "never". */
  endless?: string;
  /** Whether the value may change by date. */
  profile: boolean;
  /** Whether it is the world's, or someone's decision. */
  whose: "world" | "decision";
  group: string;
  /** "basis=share": shown only where the sibling input has this value. */
  when?: string;
  sources?: Source[];
}

/** A kind of thing. */
export interface Scope {
  name: string;
  title: string;
  /** What one is called in the middle of a sentence, and several. */
  noun: string;
  plural: string;
  /** The kind of thing that each belongs to and names; nothing where there is only one that it can belong to. */
  parent?: string;
  /** There is always just one, which paths do not name. */
  single: boolean;
  /** How many there may be, where it is not single. */
  most?: number;
  note: string;
  /** What a new one is given. */
  begins?: Beginning[];
  /** Whether it is the world's that there is one, or someone's decision. */
  whose: "world" | "decision";
  /** What one asks about first. */
  foremost?: boolean;
}

/** What a new thing is given of an input: a value, or a month of the scenario, the first or the last, and how many months after it. */
export interface Beginning {
  input: string;
  value?: number | boolean | string;
  from?: "start" | "end";
  later?: number;
}

/** A part of the page: views that belong together, each where the scenario has it. */
export interface Section {
  name: string;
  title: string;
  views?: string[];
  /** Other words that people look for it by. */
  words?: string;
}

export interface Catalog {
  scopes: Scope[];
  inputs: InputDeclaration[];
  /** The document's own inputs, which belong to no thing. */
  horizon: InputDeclaration[];
  scenarios: { name: string; title: string }[];
  sections: Section[];
  /** Other words that people look for views by. */
  view_words: { [view: string]: string };
  /** In bytes. */
  largest_document: number;
  largest_workbook: number;
  /** The views of the report. */
  printed: { answer: string; figures: string; site: string; charts: string[]; statement: string; table: string; width: number; height: number };
  /** The months that a scenario may name are these and those between. */
  first_month: string;
  last_month: string;
  /** The suffixes of numbers, as powers of ten. */
  scales: { [suffix: string]: number };
  /** What may stand behind plain ratios, as powers of ten. */
  ratio_units: { [unit: string]: number };
  /** Other ways to write the parts of units. */
  unit_words: { [word: string]: string };
  /** What a person writes for true and false, in small letters. */
  switch_words: { [word: string]: boolean };
}

export const catalog = {
  scopes,
  inputs: declarations,
  horizon,
  scenarios,
  sections,
  largest_document,
  largest_workbook,
  first_month,
  last_month,
  printed,
  scales,
  ratio_units,
  unit_words,
  switch_words,
  view_words,
} as Catalog;

const inputs = new Map([...catalog.inputs, ...catalog.horizon].map((input) => [input.name, input]));

export function inputOf(name: string): InputDeclaration | undefined {
  return inputs.get(name);
}

const inputsByScope = new Map(catalog.scopes.map(({ name }) => [name, catalog.inputs.filter(({ scope }) => scope === name)]));

export function inputsOf(scope: string): readonly InputDeclaration[] {
  return inputsByScope.get(scope) ?? [];
}
