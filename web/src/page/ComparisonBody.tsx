// What is compared, and what comes of it: inputs, figures, charts, a statement, and which change makes how much of a difference.
import { useMemo, useState } from "preact/hooks";
import { toldApart } from "../comparison";
import type { Compared } from "../engine/messages";
import { isSameSide, type Side } from "../state/comparing";
import { standing } from "../state/state";
import { LEADING, PINNED } from "../views/places";
import "../styles/comparison.css";
import { Asking } from "./Asking";
import { ComparisonAttribution } from "./ComparisonAttribution";
import { ComparisonCharts } from "./ComparisonCharts";
import { ComparisonFigures } from "./ComparisonFigures";
import { ComparisonInputs } from "./ComparisonInputs";
import { ComparisonScenes } from "./ComparisonScenes";
import { ComparisonSides } from "./ComparisonSides";
import { ComparisonStatement } from "./ComparisonStatement";
import { MOST_SIDES, useAnswered, useHeldSides } from "./comparing";
import { usePicked, useSession } from "./context";

interface Props {
  /** The sides that no link can name. */
  apart: readonly Side[];
  onApart(apart: readonly Side[]): void;
}

const FORMER = "These are the figures of the inputs or the month before.";

export function ComparisonBody({ apart, onApart }: Props) {
  const session = useSession();
  const { sides: held, unopened, isOpening } = useHeldSides();
  const sides = useMemo(() => toldApart([...held, ...apart].slice(0, MOST_SIDES)), [held, apart]);
  const available = usePicked((state) => state.shown?.answer.available) ?? [];
  const statements = available.filter(({ kind }) => kind === "statement");
  const figures = available.filter(({ name, kind }) => kind === "cells" && LEADING.some((leading) => leading === name));
  const charts = available.filter(({ kind }) => kind === "chart");
  const [statement, setStatement] = useState<string>();
  const [chart, setChart] = useState<string>();
  const names = {
    statement: statement ?? statements[0]?.name,
    chart: chart ?? (charts.find(({ name }) => PINNED.has(name)) ?? charts[0])?.name,
  };
  const wishes = [
    ...figures.map(({ name }) => ({ name, by: "month" as const })),
    ...(names.statement ? [{ name: names.statement, by: "year" as const }] : []),
    ...(names.chart ? [{ name: names.chart, by: "month" as const }] : []),
  ];
  const [isStopped, setStopped] = useState(false);
  const { answered, isFormer, isPart, trouble } = useAnswered(sides, wishes, isStopped);
  const isAwaited = usePicked((state) => standing(state) !== "current");
  const isStale = isAwaited || isFormer;
  const add = (side: Side) => {
    if (sides.some((other) => isSameSide(other, side))) return;
    if (side.held) session.look({ compared: [...(session.store.get().view.compared ?? []), side.held] });
    else onApart([...apart, side]);
  };
  const leaveOut = (held: Compared) => session.look({ compared: (session.store.get().view.compared ?? []).filter((one) => one !== held) });
  const remove = (side: Side) => {
    if (side.held) leaveOut(side.held);
    else onApart(apart.filter((other) => !isSameSide(other, side)));
  };
  const isShown = sides.length > 0 && answered?.sides === sides;
  return (
    <div class="comparison how-sure-body">
      <ComparisonSides sides={sides} isFull={sides.length + unopened.length >= MOST_SIDES} onAdd={add} onRemove={remove} />
      {unopened.map(({ held: one, why }, at) => (
        <p class="notice error" role="alert" key={at}>
          {why}{" "}
          <button type="button" class="small" onClick={() => leaveOut(one)}>
            Leave it out
          </button>
        </p>
      ))}
      {trouble && (
        <p class="notice error" role="alert">
          {trouble}
        </p>
      )}
      {sides.length === 0 && isOpening && <Asking doing="Opening what this is compared with" progress={undefined} />}
      {sides.length > 0 && (!isShown || isStale || isPart) && !trouble && (
        <Asking
          doing={isShown && isStale ? `${FORMER} Comparing` : "Comparing"}
          progress={undefined}
          stop={{ isStopped, stopped: isShown && isStale ? `Cancelled. ${FORMER}` : "Cancelled.", again: "Compare", onStop: setStopped }}
        />
      )}
      {isShown && (
        <div class="figured fading" data-standing={isStale ? "awaited" : "current"} aria-busy={isStale}>
          <ComparisonInputs answered={answered} />
          <ComparisonFigures answered={answered} />
          {sides.map((side, at) => (
            <ComparisonAttribution key={`${at} ${side.title}`} answered={answered} side={at} />
          ))}
          <ComparisonScenes answered={answered} />
          <ComparisonCharts answered={answered} charts={charts} chosen={names.chart} onChoose={setChart} />
          <ComparisonStatement answered={answered} statements={statements} chosen={names.statement} onChoose={setStatement} />
        </div>
      )}
    </div>
  );
}
