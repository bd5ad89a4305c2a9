// What views are shown with.
import type { ComponentChildren, FunctionComponent, RefObject } from "preact";
import type { ShownView } from "../engine/client";
import type { Goal, Piece, Role, Value } from "../engine/messages";
import { formatMonth } from "../format";
import { CopyText } from "../page/CopyText";
import { usePicked, useSession, useWholeName } from "../page/context";
import { commaSeparated, tabSeparated } from "../page/export";
import { MoreButton } from "../page/MoreButton";
import { SaveFile } from "../page/SaveFile";
import { useDark } from "../page/theme";
import { roleColour } from "../palette";
import type { Explained } from "../state/state";
import { gridOf } from "./grid";
import { cellText, inOneUnit, reasonOf, valueText, wordsBeside } from "./values";

/** What stands above a view: what it is of, and what can be taken away. */
export function ViewHead({ view, children }: { view: ShownView; children?: ComponentChildren }) {
  const rows = () => gridOf(view) ?? [];
  return (
    <div class="card-head">
      {children}
      {gridOf(view) && (
        <div class="card-tools">
          <CopyText label="Copy table" what={`${view.title} as a table`} text={() => tabSeparated(rows())} />
          <SaveFile small label="CSV" name={`rackonomics-${view.name}.csv`} make={() => ({ text: commaSeparated(rows()), type: "text/csv" })} />
          <MoreButton name={view.name} title={view.title} />
        </div>
      )}
    </div>
  );
}

/** A view as a table, which scrolls where it is wider than its place. */
export function ViewTable({
  view,
  kind = "",
  box,
  children,
}: {
  view: ShownView;
  kind?: string;
  box?: RefObject<HTMLDivElement | null>;
  children: ComponentChildren;
}) {
  return (
    <div class={`scroll ${kind}`} tabIndex={0} role="region" aria-label={view.title} ref={box ?? null}>
      <table>
        <caption class="visually-hidden">
          {view.title}. {view.note}
        </caption>
        {children}
      </table>
    </div>
  );
}

/** The month that a view is of. */
export function OfMonth() {
  const month = usePicked(({ shown, result }) => result?.months[shown?.month ?? 0]);
  return (
    <span class="quiet" translate={false}>
      {formatMonth(month ?? "")}
    </span>
  );
}

/** Of what has a role, the mark of its colour. */
export function Swatch({ role, place }: { role: Role; place: number }) {
  const colour = roleColour(role, place, useDark());
  return role ? <i class="swatch" style={{ "--colour": colour }} /> : null;
}

/** A value, as it is written or in another way, and a button that asks why where that can be asked. */
export function Figure({ value, what, children }: { value: Value; what: string; children?: ComponentChildren }) {
  const months = usePicked((state) => state.result?.months) ?? [];
  return (
    <>
      <WhyButton reason={reasonOf(value, months)} what={what} /> {children ?? <ValueText value={value} />}
    </>
  );
}

/** Words are for a translator, figures are not. `unit` is what its column says for it. */
export function ValueText({ value, unit = "" }: { value: Value; unit?: string | undefined }) {
  return <span translate={value.words ? undefined : false}>{cellText(value, unit)}</span>;
}

export function WhyButton({ reason, what }: { reason: Explained | undefined; what: string }) {
  const session = useSession();
  const wholeName = useWholeName();
  return reason ? (
    <button type="button" class="why" aria-label={wholeName(`Why? ${what}`)} title={what} onClick={() => session.explain(reason)}>
      why?
    </button>
  ) : null;
}

export function TakeButton({ goal, what }: { goal: Goal | undefined; what: string }) {
  const session = useSession();
  const wholeName = useWholeName();
  return goal ? (
    <button
      type="button"
      class="why of-page"
      aria-label={wholeName(`What would it take? ${what}`)}
      title={`What would it take? ${what}`}
      onClick={() => session.take({ title: what, goal })}
    >
      what would it take?
    </button>
  ) : null;
}

/**
 * A sentence with its figures. Words have an element of their own, which is never another thing's: what a translator puts in
 * the place of a text outlasts it. The punctuation behind a figure is held on its line: a browser breaks lines beside a
 * button, which is a box.
 */
export function Sentence({ pieces, Shown = Bold }: { pieces: readonly Piece[]; Shown?: FunctionComponent<{ value: Value; beside: string }> }) {
  return (
    <>
      {inOneUnit(pieces).map(({ words = "", value }, at) => {
        if (!value) return <span key={`words ${at}`}>{pieces[at - 1]?.value ? words.slice(punctuation(words).length) : words}</span>;
        const behind = punctuation(pieces[at + 1]?.words ?? "");
        return behind ? (
          <span key={`held ${at}`} class="held">
            <Shown value={value} beside={wordsBeside(pieces, at)} />
            <span>{behind}</span>
          </span>
        ) : (
          <Shown key={at} value={value} beside={wordsBeside(pieces, at)} />
        );
      })}
    </>
  );
}

/** A figure among words, which asks why. Its name has words beside it: two figures of one page may read the same. */
export function AskedFigure({ value, reason, beside }: { value: Value; reason: Explained; beside: string }) {
  const session = useSession();
  const text = valueText(value);
  return (
    <button
      type="button"
      class="asked"
      translate={false}
      aria-label={`Why ${text}? ${beside}`.trim()}
      title="Why?"
      onClick={() => session.explain(reason)}
    >
      {text}
    </button>
  );
}

export function Bold({ value }: { value: Value }) {
  return (
    <b>
      <ValueText value={value} />
    </b>
  );
}

function punctuation(words: string): string {
  return /^[,;:.)]+/.exec(words)?.[0] ?? "";
}
