// What a goal would take, in sentences: for which values of an input it is met, or why it is not.
import type { Amount, Goal, Solution, Solved, SolvePoint, Sought, Value } from "./engine/messages";
import { displayOf, formatDate, formatMonth, formatQuantity } from "./format";
import { exactly } from "./quantity";

/** Words or a figure, in turn. */
export type Told = string | { figure: string };

const figure = (text: string): Told => ({ figure: text });

/** A value of an input; of one that changes over time how many times today's. */
export function inputText(value: Value, times: boolean | undefined): string {
  return times ? `${exactly(value)} times` : exactly(value);
}

/** The same in three digits, for what is not to be typed again. */
function roughly(value: Value, times: boolean | undefined): string {
  if (value.number === undefined || times) return inputText(value, times);
  return formatQuantity(value.number, value.unit, displayOf(value));
}

/** What comes of a value: of a break-even the result in its best month, or else the figure. */
export function outcome({ figure: value, best, met }: SolvePoint): Told[] {
  if (best?.number !== undefined) {
    const text = `${formatQuantity(best.number, best.unit)} in ${formatMonth(best.month ?? "")}`;
    return met ? [figure(text)] : [figure(text), " at best"];
  }
  if (value.text) return [figure(formatDate(value.text))];
  return value.number === undefined ? ["absent"] : [figure(formatQuantity(value.number, value.unit, displayOf(value)))];
}

/** Where a goal is met by an input, as the rest of a sentence that begins with the input's title. */
export function solvedWords(solved: Solved): Told[] {
  const { times, low, high, now, solutions, nearest, everywhere } = solved;
  const text = (value: Value) => figure(roughly(value, times));
  const range = [text(low), " to ", text(high)];
  const today: Told[] = times ? [] : [" (now ", text(now.value), ")"];
  if (everywhere) return ["any value from ", ...range, " does", ...today, "."];
  if (solutions.length === 0 && !nearest) return ["no value from ", ...range, " does: the figure is absent at each", ...today, "."];
  if (nearest && solutions.length === 0) {
    // A figure that an input does not move has no nearest value.
    const isUnmoved = nearest.value.number === now.value.number && nearest.value.text === now.value.text;
    const place: Told[] = isUnmoved ? ["as it is now, "] : [text(nearest.value), ", "];
    return ["no value from ", ...range, " does; the nearest is ", ...place, "with ", ...outcome(nearest), "."];
  }
  return [...whereMet(solved), ...today, ".", ...besideWords(solutions[0]!, solutions.length > 1, times)];
}

/** "$6.72/GPU-hour and above", "from 20% to 45%". */
function whereMet({ solutions, times }: Solved): Told[] {
  const parts: Told[][] = [];
  for (let at = 0; at < solutions.length; at++) {
    const one = solutions[at]!;
    const next = solutions[at + 1];
    const value = figure(inputText(one.at.value, times));
    const isDate = one.at.value.text !== undefined;
    if (one.met === "at" && one.jumps) parts.push(["passed over between ", value, " and ", figure(inputText(one.beside.value, times))]);
    else if (one.met === "at") parts.push(["at ", value]);
    else if (one.met === "below") parts.push([value, isDate ? " and earlier" : " and below"]);
    else if (next?.met === "below") {
      parts.push(["from ", value, " to ", figure(inputText(next.at.value, times))]);
      at++;
    } else parts.push([value, isDate ? " and later" : " and above"]);
  }
  return parts.flatMap((part, at) => [...(at === 0 ? [] : [at === parts.length - 1 ? " or " : ", "]), ...part]);
}

/** What comes of the first value, where the goal is a figure, and beside it. */
function besideWords({ met, jumps, at, beside }: Solution, isOneOfMany: boolean, times: boolean | undefined): Told[] {
  const says = (point: SolvePoint): Told[] => [" At ", figure(inputText(point.value, times)), " it is ", ...outcome(point), "."];
  if (met !== "at") return says(beside);
  if (jumps) return [...says(at), ...says(beside)];
  return isOneOfMany ? says(at) : [" There it is ", ...outcome(at), "."];
}

/** A sentence as text alone. */
export function plainly(told: readonly Told[]): string {
  return told.map((part) => (typeof part === "string" ? part : part.figure)).join("");
}

/** What is sought, as a title: "Operating income in May 2027". */
export function soughtTitle({ title, beside }: Sought, { month }: Goal): string {
  if (beside) return `${beside} breaks even`;
  return month ? `${title} in ${formatMonth(month)}` : title;
}

/** The whole goal: "Operating income breaks even by Apr 2031", "Price at least $2.90/GPU-hour". */
export function goalText(sought: Sought, goal: Goal): string {
  if (sought.beside && goal.sense === "<=") return `${soughtTitle(sought, goal)} by ${formatDate(goal.target.text ?? "")}`;
  return `${soughtTitle(sought, goal)} ${senseWords(sought, goal.sense ?? "")} ${targetText(sought, goal.target)}`;
}

export function senseWords({ kind }: Sought, sense: NonNullable<Goal["sense"]>): string {
  const isDate = kind !== "number";
  return { "": "", ">=": isDate ? "at the earliest" : "at least", "<=": isDate ? "at the latest" : "at most", "=": "exactly" }[sense];
}

function targetText({ unit, percent }: Sought, { number, text }: Amount): string {
  return text ? formatDate(text) : exactly({ number, unit, ...(percent && { percent }) });
}
