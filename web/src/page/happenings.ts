// What happens when, as the marks of a time line: what would overlap is one mark.
import type { Event } from "../engine/messages";

export interface Happening {
  title: string;
  thing?: string | undefined;
  role: Event["role"];
  place: number;
  month: number;
}

/** Of one mark, in the order of the calendar. */
export interface Mark {
  /** Where it stands: the first month of what happens. */
  month: number;
  happenings: readonly Happening[];
}

/** What happens in months that there are; things of one kind that come in the same month are told together. */
export function happeningsOf(events: readonly Event[], months: readonly string[]): Happening[] {
  const at = new Map(months.map((name, month) => [name, month]));
  const found = events.flatMap(({ title, thing, role, place, when }) => {
    const month = at.get(when.slice(0, 7));
    return month === undefined ? [] : [{ title, thing, role, place, month }];
  });
  const together: Happening[] = [];
  for (const one of found.sort((a, b) => a.month - b.month)) {
    const same = together.find(({ month, title }) => month === one.month && title === one.title);
    if (!same) together.push({ ...one });
    else if (one.thing) same.thing = same.thing ? `${same.thing}, ${one.thing}` : one.thing;
  }
  return together;
}

/** Marks that stand at least some months apart from each other. */
export function marksOf(happenings: readonly Happening[], apart: number): Mark[] {
  const marks: { month: number; happenings: Happening[] }[] = [];
  for (const one of happenings) {
    const last = marks.at(-1);
    if (last && one.month - last.month < apart) last.happenings.push(one);
    else marks.push({ month: one.month, happenings: [one] });
  }
  return marks;
}

/** The month that a mark leads to from another: the next of its own, and after the last the first again. */
export function nextOf({ happenings, month }: Mark, from: number): number {
  return happenings.find((one) => one.month > from)?.month ?? month;
}

export function wordsOf({ title, thing }: Happening): string {
  return thing ? `${title}: ${thing}` : title;
}
