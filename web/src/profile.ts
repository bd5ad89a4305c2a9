// A profile is an input that changes by date: dated steps or ramps, and a yearly escalator. Every
// function here leaves the profile it is given as it is.
import { catalog } from "./catalog";
import { addMonths, isMonth } from "./format";

export interface Step {
  from: string;
  value: number;
}

export interface Profile {
  steps: Step[];
  between?: "step" | "linear";
  /** Yearly growth, 0.03 for 3 %. */
  escalator?: number;
}

export function isProfile(value: unknown): value is Profile {
  return typeof value === "object" && value !== null && Array.isArray((value as Profile).steps);
}

/** A single number as a profile with one step. */
export function profileOf(value: number, start: string): Profile {
  return { steps: [{ from: start, value }], between: "step" };
}

/** A profile of one plain step is just its number again. */
export function simplified(profile: Profile): Profile | number {
  const [first] = profile.steps;
  return profile.steps.length === 1 && first && !profile.escalator ? first.value : profile;
}

export function withStep(profile: Profile, index: number, step: Partial<Step>): Profile {
  return { ...profile, steps: profile.steps.map((old, at) => (at === index ? { ...old, ...step } : old)) };
}

/** One more step, a month after the last one and of the same value; none where no month comes after that. */
export function withAddedStep(profile: Profile): Profile {
  const last = profile.steps.at(-1);
  if (!last || last.from >= catalog.last_month) return profile;
  return { ...profile, steps: [...profile.steps, { from: addMonths(last.from, 1), value: last.value }] };
}

/** Without one step; the last one stays, since a profile needs a value. */
export function withoutStep(profile: Profile, index: number): Profile {
  return profile.steps.length <= 1 ? profile : { ...profile, steps: profile.steps.filter((_, at) => at !== index) };
}

export function withEscalator(profile: Profile, escalator: number): Profile {
  const { escalator: _, ...rest } = profile;
  return escalator === 0 ? rest : { ...rest, escalator };
}

/** The first thing wrong with the dates: each must be a month, and later than the one before. */
export function dateProblem(profile: Profile): { index: number; message: string } | undefined {
  for (const [index, { from }] of profile.steps.entries()) {
    if (!isMonth(from)) return { index, message: `“${from}” is not a month, such as 2026-07.` };
    const before = profile.steps[index - 1];
    if (before && from <= before.from) return { index, message: `${from} must come after ${before.from}.` };
  }
  return undefined;
}
