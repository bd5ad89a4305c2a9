// The time line: the month that the figures, the scene and the tables show. It plays at several speeds, pauses, scrubs
// and steps.

import { useEffect, useRef, useState } from "preact/hooks";
import { formatMonth } from "../format";
import { usePicked, useSession } from "./context";
import { hoveredMonth } from "./hoveredmonth";
import { MonthStep } from "./MonthStep";
import { Slider } from "./Slider";
import { sceneMonth } from "./scenemonth";
import { TimelineEvents, Told, useHappenings } from "./TimelineEvents";

/** Months a second while playing; where motion is unwelcome, whole ones at a calm pace. */
const PACE = { smooth: 4, calm: 1 / 0.7 };
/** By how much the pace may be multiplied. */
const SPEEDS = [
  { times: 0.5, text: "½×" },
  { times: 1, text: "1×" },
  { times: 2, text: "2×" },
  { times: 4, text: "4×" },
];

/** The month looked at is no change that could be undone. */
const nothing = () => {};

export function Timeline() {
  const session = useSession();
  const months = usePicked((state) => state.result?.months);
  const month = usePicked((state) => state.view.month ?? 0);
  const playing = usePicked((state) => state.playing);
  const happenings = useHappenings(months);
  const [chosen, choose] = useState(1);
  const speed = SPEEDS[chosen]!;
  usePlayback(playing, months?.length ?? 0, speed.times);
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
      <div class="timeline-buttons">
        <button type="button" class="play" aria-label={playing ? "Pause" : "Play"} onClick={() => session.play(!playing)}>
          {playing ? "❚❚" : "▶"}
        </button>
        <MonthStep class="play" to="earlier" isEnd={month <= 0} onClick={() => go(month - 1)} />
        <MonthStep class="play" to="later" isEnd={month >= last} onClick={() => go(month + 1)} />
        <button type="button" class="play" aria-label={`Speed: ${speed.text}`} onClick={() => choose((chosen + 1) % SPEEDS.length)}>
          {speed.text}
        </button>
      </div>
      <div class="timeline-track" onPointerMove={(event) => hoveredMonth.set(monthUnder(event, last))}>
        <Slider
          label="Month"
          text={label}
          range={{ min: 0, max: last, step: 1 }}
          value={Math.min(month, last)}
          onValue={go}
          onDone={nothing}
          onKeyDown={(event) => {
            if (event.key === " ") session.play(!playing);
            else if (event.key === "<") choose(Math.max(0, chosen - 1));
            else if (event.key === ">") choose(Math.min(SPEEDS.length - 1, chosen + 1));
            else return;
            event.preventDefault();
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
function usePlayback(playing: boolean, count: number, times: number): void {
  const session = useSession();
  const frame = useRef(0);
  const speed = useRef(times);
  speed.current = times;
  useEffect(() => {
    if (!playing || count === 0) return;
    const first = session.store.get().view.month ?? 0;
    const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
    const pace = calm ? PACE.calm : PACE.smooth;
    let reached = first >= count - 1 ? 0 : first;
    let before = performance.now();
    const tick = (now: number) => {
      reached += (Math.max(0, now - before) / 1000) * pace * speed.current;
      before = now;
      const at = Math.min(count - 1, calm ? Math.floor(reached) : reached);
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
