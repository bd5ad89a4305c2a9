// Figures, each with its title, what goes with it, and how it differs from the base.
import type { ShownView } from "../engine/client";
import type { Cell, Value } from "../engine/messages";
import { usePicked } from "../page/context";
import { baseView, isOfMonth } from "../state/comparison";
import { OfMonth, Sentence, TakeButton, ViewHead, WhyButton } from "./parts";
import { PINNED } from "./places";
import { cellDifference, goalOf, reasonOf, SAME, sameIn, valueText } from "./values";

export function CellsView({ view }: { view: ShownView }) {
  const base = usePicked(({ shown, shownBase }) => baseView(view, shown, shownBase));
  const before = base?.cells ?? [];
  const isPinned = PINNED.has(view.name);
  return (
    <>
      {!isPinned && <ViewHead view={view}>{isOfMonth(view) && <OfMonth />}</ViewHead>}
      <section class="figures" aria-label={view.title}>
        {(view.cells ?? []).map((cell, at) => (
          <CellFigure key={at} cell={cell} base={sameCell(before, cell)} heading={isPinned ? "h2" : "h4"} />
        ))}
      </section>
    </>
  );
}

/** The figure among others that is of the same. */
function sameCell(cells: readonly Cell[], { value }: Cell): Cell | undefined {
  const same = sameIn(
    cells.map((cell) => cell.value),
    value,
  );
  return cells.find((cell) => cell.value === same);
}

function CellFigure({ cell, base, heading: Heading }: { cell: Cell; base: Cell | undefined; heading: "h2" | "h4" }) {
  const months = usePicked((state) => state.result?.months) ?? [];
  const { title, value, note, judgement } = cell;
  const difference = base && cellDifference(cell, base);
  return (
    <div class={`figure ${judgement}`}>
      <Heading>{title}</Heading>
      <p class="figure-value" translate={value.words ? undefined : false}>
        <Amount value={value} />
      </p>
      <p class="figure-note">{note && <Sentence pieces={note} />}</p>
      <div class="figure-foot">
        <p translate={false} class={difference === SAME ? "figure-delta same" : "figure-delta"}>
          {difference}
        </p>
        <span class="figure-asks">
          <TakeButton goal={goalOf(value)} what={title} />
          <WhyButton reason={reasonOf(value, months)} what={title} />
        </span>
      </div>
    </div>
  );
}

/** A number stands out before its unit. */
function Amount({ value }: { value: Value }) {
  const text = valueText(value);
  if (value.number === undefined) return <>{text.charAt(0).toUpperCase() + text.slice(1)}</>;
  const [, amount, space, unit] = /^([^ /]+)( ?)(.*)$/.exec(text)!;
  return (
    <>
      {amount}
      {space}
      {unit && <small class={space && "apart"}>{unit}</small>}
    </>
  );
}
