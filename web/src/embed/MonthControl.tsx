// The month that an embed shows, where what it shows is another in the next, and no time line says it already.
import type { ShownView } from "../engine/client";
import type { Value } from "../engine/messages";
import { formatMonth } from "../format";
import { usePicked, useSession } from "../page/context";
import { MonthStep } from "../page/MonthStep";
import { Slider } from "../page/Slider";
import { isOfMonth } from "../state/comparison";

/** Whether a view shows or marks the month looked at. */
export function dependsOnMonth(view: ShownView): boolean {
  const isDated = ({ month }: Value) => month !== undefined;
  switch (view.kind) {
    case "chart":
    case "statement":
      return true;
    case "answer":
      return (view.answer ?? []).flat().some(({ value }) => value && isDated(value));
    case "cells":
      return (view.cells ?? []).some(({ value, note = [] }) => isDated(value) || note.some((piece) => piece.value && isDated(piece.value)));
    default:
      return isOfMonth(view);
  }
}

/** The month looked at is no change that could be undone. */
const nothing = () => {};

export function MonthControl({ names }: { names: readonly string[] }) {
  const session = useSession();
  const months = usePicked((state) => state.result?.months);
  const month = usePicked((state) => state.view.month ?? 0);
  const isNeeded = usePicked(({ shown }) => shown?.answer.views.some((view) => names.includes(view.name) && dependsOnMonth(view)) ?? false);
  if (!months || months.length < 2 || !isNeeded) return null;
  const last = months.length - 1;
  const now = Math.min(month, last);
  const go = (to: number) => session.look({ month: Math.max(0, Math.min(last, to)) });
  const text = formatMonth(months[now]!);
  return (
    <div class="embed-month" role="group" aria-label="Month shown">
      <MonthStep class="small" to="earlier" isEnd={now <= 0} onClick={() => go(now - 1)} />
      <Slider label="Month" text={text} range={{ min: 0, max: last, step: 1 }} value={now} onValue={go} onDone={nothing} />
      <MonthStep class="small" to="later" isEnd={now >= last} onClick={() => go(now + 1)} />
      <output translate={false}>{text}</output>
    </div>
  );
}
