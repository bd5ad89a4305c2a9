// The time line: the month that the figures, the scene and the tables show. It plays, pauses, scrubs
// and steps by key.

import { useEffect, useRef, useState } from "preact/hooks";
import { formatMonth } from "../format";
import { usePicked, useSession } from "./context";
import { hoveredMonth } from "./hoveredmonth";
import { Slider } from "./Slider";
import { sceneMonth } from "./scenemonth";
import { TimelineEvents, Told, useHappenings } from "./TimelineEvents";

/** Months a second while playing. */
const PACE = 4;
/** Where motion is unwelcome, whole months at a calm pace. */
const CALM_INTERVAL = 700;

/** The month looked at is no change that could be undone. */
const nothing = () => {};

export function Timeline() {
  const session = useSession();
  const months = usePicked((state) => state.result?.months);
  const month = usePicked((state) => state.view.month ?? 0);
  const playing = usePicked((state) => state.playing);
  const happenings = useHappenings(months);
  usePlayback(playing, months?.length ?? 0);
  useEffect(() => {
    if (!playing) sceneMonth.set(month);
  }, [month, playing]);

  if (!months) return <div class="timeline" />;
  const last = months.length - 1;
  const go = (to: number) => {
    session.play(false);
    session.look({ month: Math.max(0, Math.min(last, to)) });
  };
  const label = formatMonth(months[Math.min(month, last)] ?? "");
  return (
    <div class="timeline" role="group" aria-label="Time line">
      <button type="button" class="play" aria-label={playing ? "Pause" : "Play"} onClick={() => session.play(!playing)}>
        {playing ? "❚❚" : "▶"}
      </button>
      <div class="timeline-track" onPointerMove={(event) => hoveredMonth.set(monthUnder(event, last))}>
        <Slider
          label="Month"
          text={label}
          range={{ min: 0, max: last, step: 1 }}
          value={Math.min(month, last)}
          onValue={go}
          onDone={nothing}
          onKeyDown={(event) => {
            if (event.key !== " ") return;
            event.preventDefault();
            session.play(!playing);
          }}
        />
        <div class="timeline-marks" aria-hidden="true">
          {yearsOf(months).map(({ year, month, whereWide }) => (
            <span key={year} class={whereWide ? "year where-wide" : "year"} style={{ "--at": `${(month / Math.max(1, last)) * 100}%` }}>
              {year}
            </span>
          ))}
          <Hovered last={last} />
        </div>
        <TimelineEvents months={months} month={month} go={go} happenings={happenings} />
        <Told months={months} month={month} happenings={happenings} />
      </div>
      <output class="month" translate={false} aria-label="Month shown">
        {label}
      </output>
    </div>
  );
}

/** The month of the track that the pointer is over. */
function monthUnder({ currentTarget, clientX }: PointerEvent & { currentTarget: HTMLElement }, last: number): number {
  const { left, width } = currentTarget.querySelector(".timeline-marks")!.getBoundingClientRect();
  return Math.max(0, Math.min(last, Math.round(((clientX - left) / width) * last)));
}

function Hovered({ last }: { last: number }) {
  const [month, setMonth] = useState<number>();
  useEffect(() => hoveredMonth.watch(setMonth), []);
  return month === undefined || month > last ? null : <span class="hovered-month" style={{ "--at": `${(month / Math.max(1, last)) * 100}%` }} />;
}

/** How many years the time line has room to name: where it is wide, and on a phone. */
const NAMED_YEARS = { wide: 12, narrow: 3 };

/** The years to name, each at its January; some only where there is the room. */
function yearsOf(months: readonly string[]): { year: number; month: number; whereWide: boolean }[] {
  const years = months.flatMap((name, month) => (name.endsWith("-01") ? [{ year: Number(name.slice(0, 4)), month }] : []));
  const every = (room: number) => [1, 2, 5, 10].find((step) => years.length <= room * step) ?? 20;
  const [wide, narrow] = [every(NAMED_YEARS.wide), every(NAMED_YEARS.narrow)];
  return years
    .filter(({ year }) => year % wide === 0 || year % narrow === 0)
    .map(({ year, month }) => ({ year, month, whereWide: year % narrow !== 0 }));
}

/** Moves on while playing: the scene by fractions of a month, the figures by whole ones. */
function usePlayback(playing: boolean, count: number): void {
  const session = useSession();
  const frame = useRef(0);
  useEffect(() => {
    if (!playing || count === 0) return;
    const first = session.store.get().view.month ?? 0;
    const from = first >= count - 1 ? 0 : first;
    const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
    const begun = performance.now();
    const tick = (now: number) => {
      const passed = Math.max(0, now - begun);
      const at = Math.min(count - 1, from + (calm ? Math.floor(passed / CALM_INTERVAL) : (passed / 1000) * PACE));
      sceneMonth.set(at);
      const whole = Math.floor(at);
      if (whole !== session.store.get().view.month) session.look({ month: whole });
      if (at >= count - 1) session.play(false);
      else frame.current = requestAnimationFrame(tick);
    };
    frame.current = requestAnimationFrame(tick);
    return () => cancelAnimationFrame(frame.current);
  }, [playing, count]);
}
