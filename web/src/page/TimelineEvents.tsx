// What happens, as marks on the time line that one can go to, and in words below it.
import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import "../styles/timeline.css";
import { formatMonth } from "../format";
import { roleColour } from "../palette";
import type { State } from "../state/state";
import { useSelected } from "../state/store";
import { usePicked } from "./context";
import { type Happening, happeningsOf, type Mark, marksOf, nextOf, wordsOf } from "./happenings";
import { goAmong, roving } from "./roving";
import { theme } from "./theme";

/** As wide as a mark is to be hit, in CSS pixels. */
const MARK = 24;
const NOTHING: readonly never[] = [];

interface Props {
  months: readonly string[];
  month: number;
  go(month: number): void;
}

/** What happens by the last answer that is of the scenario that is open. */
export function useHappenings(months: readonly string[] | undefined): readonly Happening[] {
  const events = usePicked(eventsOf);
  return useMemo(() => (months ? happeningsOf(events, months) : []), [events, months]);
}

function eventsOf({ floor, resultOf }: State) {
  return floor && floor.scenario.origin === resultOf?.origin ? floor.events : NOTHING;
}

export function TimelineEvents({ months, month, go, happenings }: Props & { happenings: readonly Happening[] }) {
  const place = useRef<HTMLDivElement>(null);
  const width = useWidth(place);
  const last = Math.max(1, months.length - 1);
  const marks = useMemo(() => marksOf(happenings, (MARK / width) * last), [happenings, width, last]);
  return (
    <div ref={place} class="timeline-events" role="group" aria-label="What happens" onKeyDown={goAmong}>
      {marks.map((mark, at) => (
        <MarkButton
          key={`${mark.month} ${wordsOf(mark.happenings[0]!)}`}
          at={at}
          mark={mark}
          months={months}
          month={month}
          part={mark.month / last}
          go={go}
        />
      ))}
    </div>
  );
}

function MarkButton({ mark, months, month, at, part, go }: Props & { mark: Mark; at: number; part: number }) {
  const dark = useSelected(theme, (state) => state.theme) === "dark";
  const { happenings } = mark;
  const [first] = happenings as [Happening];
  const words = happenings.map((one) => `${formatMonth(months[one.month]!)}, ${wordsOf(one)}`).join("; ");
  const isNow = happenings.some((one) => one.month === month);
  return (
    <button
      type="button"
      class="event-mark"
      {...roving(at)}
      aria-label={words}
      title={words.replaceAll("; ", "\n")}
      aria-current={isNow ? "date" : undefined}
      style={{ "--at": `${part * 100}%`, "--colour": roleColour(first.role, first.place, dark) }}
      onClick={() => go(nextOf(mark, month))}
    >
      <span>{happenings.length > 1 ? happenings.length : ""}</span>
    </button>
  );
}

/** What happens in the month shown or, where nothing does, what comes next. */
export function Told({ months, month, happenings }: Omit<Props, "go"> & { happenings: readonly Happening[] }) {
  const now = happenings.filter((one) => one.month === month);
  const next = happenings.find((one) => one.month > month);
  return (
    <p class="timeline-told">
      {/* Elements of their own: a text that a translator has taken the place of goes with it, and would else stay behind. */}
      {now.length > 0 ? (
        <span key="now">{now.map(wordsOf).join(" · ")}</span>
      ) : next ? (
        <span key="next" class="quiet">
          Next, {formatMonth(months[next.month]!)}: {wordsOf(next)}
        </span>
      ) : null}
    </p>
  );
}

function useWidth(place: { current: HTMLElement | null }): number {
  const [width, setWidth] = useState(600);
  useEffect(() => {
    const watch = new ResizeObserver(([entry]) => entry && setWidth(Math.max(MARK, entry.contentRect.width)));
    watch.observe(place.current!);
    return () => watch.disconnect();
  }, []);
  return width;
}
