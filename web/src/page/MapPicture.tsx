// A map as a picture, on which the scenario's own point can be dragged: the whole page follows.
import { useEffect, useId, useLayoutEffect, useMemo, useRef, useState } from "preact/hooks";
import { cellPaths, levelsOf, linePath, nearest, placeOf, scalesOf, stepOf, ticksOf, valueAt } from "../charts/surface";
import type { Amount, MapAxis, SolvePoint, Value } from "../engine/messages";
import { mapColour } from "../palette";
import { stepped } from "../quantity";
import { goalText, inputText, outcome, plainly, type Told } from "../solved";
import { inputLayers, valueNow } from "../state/inputvalues";
import { Takes } from "../state/takes";
import { WhyButton } from "../views/parts";
import { colours } from "./Charts";
import { usePicked, useSession } from "./context";
import { boundText, figureOfGoal, shadeText } from "./MapOf";
import type { Mapped } from "./mapping";
import { told } from "./taking";
import { useDark, useShade } from "./theme";
import { Words } from "./Words";

interface Props {
  mapped: Mapped;
  titles: readonly [string, string];
  isAwaited: boolean;
  onPicture(picture: SVGSVGElement | null): void;
}

const FONT = 'system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif';
const LEGEND = 44;
const HINT = "Drag the point, or move it by the arrow keys: both inputs follow. In the table below every point can be asked why.";

export function MapPicture({ mapped, titles, isAwaited, onPicture }: Props) {
  const box = useRef<HTMLDivElement>(null);
  const width = useWidth(box);
  const { surface, levers } = mapped;
  const [pointed, setPointed] = useState<readonly [number, number]>();
  const point = usePoint(mapped);
  const frame = { left: 62, top: 48, width: Math.max(60, width - 86), height: Math.max(160, Math.min(340, width * 0.62)) };
  const scales = useMemo(() => scalesOf(surface.x.at, surface.y.at, frame), [surface, width]);
  const drag = useDragging(mapped, scales, box);
  const at = (x: Value, y: Value): Told[] => [
    `${titles[0]} `,
    { figure: inputText(x, surface.x.times) },
    `, ${titles[1]} `,
    { figure: inputText(y, surface.y.times) },
    ": ",
  ];
  const said = point.said && point.at && [...at(...point.at), ...outcome(point.said), "."];
  const [column, row] = pointed ? [nearest(surface.x.at, scales.valueX(pointed[0])), nearest(surface.y.at, scales.valueY(pointed[1]))] : [0, 0];
  const pointedText = shadeText(surface.sought, levers, mapped.values[row * surface.x.at.length + column]!);
  const months = usePicked((state) => state.result?.months) ?? [];
  const figure = figureOfGoal(levers.goal, months);
  const asked = `${goalText(surface.sought, levers.goal)}, as the scenario stands`;
  const isInside = point.place !== undefined && isWithin(surface.x, point.place[0]) && isWithin(surface.y, point.place[1]);
  return (
    <div class="map-picture" ref={box} aria-busy={isAwaited}>
      <div class="map-place" onPointerMove={(event) => setPointed(placeOn(event))} onPointerLeave={() => setPointed(undefined)}>
        <Shapes
          mapped={mapped}
          titles={titles}
          frame={frame}
          scales={scales}
          width={width}
          place={isInside ? point.place : undefined}
          onPicture={onPicture}
        />
        <div
          class="map-plot"
          style={{ left: `${frame.left}px`, top: `${frame.top}px`, width: `${frame.width}px`, height: `${frame.height}px` }}
          onPointerDown={drag.begin}
        />
        {isInside && (
          <div
            class="map-point"
            role="slider"
            tabIndex={0}
            aria-label={`The scenario on the map of ${titles[0]} and ${titles[1]}`}
            aria-roledescription="point"
            aria-valuemin={surface.x.at[0]!}
            aria-valuemax={surface.x.at.at(-1)!}
            aria-valuenow={point.place![0]}
            aria-valuetext={said ? plainly(said) : "computing"}
            style={{ left: `${scales.x(point.place![0])}px`, top: `${scales.y(point.place![1])}px` }}
            onPointerDown={drag.begin}
            onKeyDown={drag.step}
            onKeyUp={drag.end}
            onBlur={drag.end}
          />
        )}
      </div>
      <p class="map-readout">
        <Words told={said ? ["The scenario: ", ...said] : ["The scenario: computing…"]} />
        {!isInside && point.place && <span> It lies beyond this map.</span>} <WhyButton reason={figure && { ...figure, besides: [] }} what={asked} />
      </p>
      <p class="map-readout quiet">
        <Words
          told={
            pointed
              ? [...at(surface.x.values[column]!, surface.y.values[row]!), { figure: pointedText }, "."]
              : [surface.x.times || surface.y.times ? TIMES : HINT]
          }
        />
      </p>
    </div>
  );
}

/** What changes over time has no one value to drag to. */
const TIMES = "What changes over time is told as how many times today's. Drag the point, or move it by the arrow keys: the other input follows.";

function isWithin({ at }: MapAxis, place: number): boolean {
  return place >= at[0]! && place <= at.at(-1)!;
}

/** Where a map is pointed at. */
function placeOn(event: PointerEvent): readonly [number, number] {
  const { left, top } = (event.currentTarget as HTMLElement).getBoundingClientRect();
  return [event.clientX - left, event.clientY - top];
}

function useWidth(box: { current: HTMLDivElement | null }): number {
  const [width, setWidth] = useState(420);
  useLayoutEffect(() => {
    const element = box.current!;
    const measure = () => setWidth(Math.max(200, Math.floor(element.clientWidth)));
    measure();
    const watching = new ResizeObserver(measure);
    watching.observe(element);
    return () => watching.disconnect();
  }, []);
  return width;
}

/** Where the scenario is on a map now, and what the engine says of it there. */
function usePoint(mapped: Mapped) {
  const session = useSession();
  const { scenario, surface, axes, levers } = mapped;
  const x = usePicked((state) => valueNow(inputLayers(state), axes[0]));
  const y = usePicked((state) => valueNow(inputLayers(state), axes[1]));
  const [said, setSaid] = useState<SolvePoint>();
  const place = placeOfNow(surface, x, y);
  const values = place && ([inputValue(surface.x, x), inputValue(surface.y, y)] as const);
  useEffect(() => {
    if (!values) return;
    const asking = new AbortController();
    const [at_x, at_y] = values.map(({ number = 0, text }) => ({ number, ...(text && { text }) })) as [Amount, Amount];
    const asked = { goal: levers.goal, x: { path: axes[0] }, y: { path: axes[1] }, points: 2, from: 2, at_x, at_y };
    told(new Takes(session.pool).map(scenario, asked, asking.signal), asking.signal, () => setSaid(undefined)).then(
      (answer) => answer && setSaid(answer.now),
      () => setSaid(undefined),
    );
    return () => asking.abort();
  }, [mapped, x, y]);
  return { place, at: values, said };
}

/** Of an input that changes over time the map tells how many times today's, so that the scenario is at one. */
function placeOfNow({ x: across, y: up }: Mapped["surface"], x: unknown, y: unknown): readonly [number, number] | undefined {
  const left = across.times ? across.now_at : placeOf(across, x);
  const bottom = up.times ? up.now_at : placeOf(up, y);
  return left === undefined || bottom === undefined ? undefined : [left, bottom];
}

function inputValue({ values, times, now }: MapAxis, value: unknown): Value {
  if (times) return now;
  return typeof value === "string" ? { text: value, unit: "" } : { ...values[0]!, number: value as number };
}

/** Moves the scenario's point by pointer and by key. A drag is undone in one step. */
function useDragging(mapped: Mapped, scales: ReturnType<typeof scalesOf>, box: { current: HTMLDivElement | null }) {
  const session = useSession();
  const { surface, axes } = mapped;
  const gesture = `map ${axes.join(" ")}`;
  // Undefined leaves an input as it is.
  const set = (x: number | undefined, y: number | undefined) => {
    const values = new Map<string, unknown>();
    if (x !== undefined && !surface.x.times) values.set(axes[0], valueAt(surface.x, x, stepOf(surface.x)));
    if (y !== undefined && !surface.y.times) values.set(axes[1], valueAt(surface.y, y, stepOf(surface.y)));
    session.changeAll(values, gesture);
  };
  const begin = (event: PointerEvent) => {
    if (event.button !== 0) return;
    event.preventDefault();
    const element = event.currentTarget as HTMLElement;
    const place = box.current!.querySelector(".map-place")!;
    const move = ({ clientX, clientY }: PointerEvent) => {
      const { left, top } = place.getBoundingClientRect();
      set(scales.valueX(clientX - left), scales.valueY(clientY - top));
    };
    const end = () => {
      element.removeEventListener("pointermove", move);
      session.endGesture();
    };
    element.setPointerCapture(event.pointerId);
    element.addEventListener("pointermove", move);
    element.addEventListener("lostpointercapture", end, { once: true });
    place.querySelector<HTMLElement>(".map-point")?.focus();
    move(event);
  };
  const step = (event: KeyboardEvent) => {
    const direction = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, 1], ArrowDown: [0, -1] }[event.key] as [number, number] | undefined;
    if (!direction || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    const layers = inputLayers(session.store.get());
    const place = placeOfNow(surface, valueNow(layers, axes[0]), valueNow(layers, axes[1]));
    const times = event.shiftKey ? 10 : 1;
    if (!place) return;
    const moved = (at: 0 | 1, axis: MapAxis) => {
      const range = { min: axis.at[0]!, max: axis.at.at(-1)!, step: stepOf(axis) };
      return direction[at] === 0 ? undefined : stepped(place[at], direction[at] * times, range);
    };
    set(moved(0, surface.x), moved(1, surface.y));
  };
  return { begin, step, end: () => session.endGesture() };
}

interface ShapesProps {
  mapped: Mapped;
  titles: readonly [string, string];
  frame: { left: number; top: number; width: number; height: number };
  scales: ReturnType<typeof scalesOf>;
  width: number;
  place: readonly [number, number] | undefined;
  onPicture(picture: SVGSVGElement | null): void;
}

/** What is drawn. Colours stand in the shapes, because the picture is saved as well. */
function Shapes({ mapped, titles, frame, scales, width, place, onPicture }: ShapesProps) {
  const dark = useDark();
  const shade = useShade();
  const { ink, quiet, line, surface: ground } = useMemo(colours, [shade]);
  const hatch = useId();
  const { surface, values, contour, levers } = mapped;
  const { x, y, sought } = surface;
  const levels = useMemo(() => levelsOf(values), [values]);
  const paths = useMemo(() => cellPaths(x.at, y.at, values, levels, scales), [values, levels, scales]);
  const most = Math.max(...levels.map(({ from, to }) => Math.max(Math.abs(from), Math.abs(to))));
  const isMet = (middle: number) => (levers.goal.sense === "<=" && !sought.beside ? middle <= 0 : middle >= 0);
  const fills = levels.map(({ from, to }) => mapColour(isMet((from + to) / 2), Math.abs(from + to) / 2 / most, dark));
  const bottom = frame.top + frame.height;
  const height = bottom + 50 + LEGEND;
  const ends = (anchor: string, colour = quiet) => ({ "text-anchor": anchor, fill: colour });
  const isAbsent = paths.at(-1) !== "";
  return (
    <svg
      ref={onPicture}
      viewBox={`0 0 ${width} ${height}`}
      width={width}
      height={height}
      role="img"
      aria-label={`${goalText(sought, levers.goal)}, by ${titles[0]} across and ${titles[1]} upwards. The same stands in the table below.`}
      font-family={FONT}
      font-size="11"
      xmlns="http://www.w3.org/2000/svg"
    >
      <defs>
        <pattern id={hatch} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <rect width="6" height="6" fill={ground} />
          <line x1="0" y1="0" x2="0" y2="6" stroke={quiet} stroke-width="2" />
        </pattern>
      </defs>
      <rect width={width} height={height} fill={ground} />
      <text x="2" y="14" font-size="12" font-weight="bold" fill={ink}>
        {cut(goalText(sought, levers.goal), width - 4, 6.6)}
      </text>
      <text x="2" y={frame.top - 10} fill={ink}>
        {cut(`↑ ${titles[1]}`, width - 4, 6)}
      </text>
      <g class="map-cells">
        {paths.map(
          (path, at) => path && <path key={at} d={path} fill={at === levels.length ? `url(#${hatch})` : fills[at]} shape-rendering="crispEdges" />,
        )}
      </g>
      <rect x={frame.left} y={frame.top} width={frame.width} height={frame.height} fill="none" stroke={line} />
      {ticksOf(x, Math.max(2, Math.floor(frame.width / 80))).map((tick) => (
        <g key={tick.at}>
          <line x1={scales.x(tick.at)} x2={scales.x(tick.at)} y1={bottom} y2={bottom + 4} stroke={quiet} />
          <text x={scales.x(tick.at)} y={bottom + 16} {...ends("middle")}>
            {tick.text.split("/")[0]}
          </text>
        </g>
      ))}
      {ticksOf(y, 5).map((tick) => (
        <g key={tick.at}>
          <line x1={frame.left - 4} x2={frame.left} y1={scales.y(tick.at)} y2={scales.y(tick.at)} stroke={quiet} />
          <text x={frame.left - 7} y={scales.y(tick.at) + 4} {...ends("end")}>
            {tick.text.split("/")[0]}
          </text>
        </g>
      ))}
      <text x={frame.left + frame.width} y={bottom + 33} {...ends("end", ink)}>
        {cut(`${titles[0]} →`, frame.width, 6)}
      </text>
      <g class="map-contour" fill="none" stroke-linejoin="round">
        {contour.map((vertices, at) => (
          <path key={`halo ${at}`} d={linePath(vertices, scales)} stroke={ground} stroke-width="5" />
        ))}
        {contour.map((vertices, at) => (
          <path key={at} d={linePath(vertices, scales)} stroke={ink} stroke-width="2" />
        ))}
      </g>
      <ContourLabel mapped={mapped} frame={frame} scales={scales} ink={ink} ground={ground} />
      {place && (
        <g class="map-own">
          <circle cx={scales.x(place[0])} cy={scales.y(place[1])} r="7" fill={ground} stroke={ink} stroke-width="2" />
          <circle cx={scales.x(place[0])} cy={scales.y(place[1])} r="2.5" fill={ink} />
        </g>
      )}
      <Legend
        levels={levels}
        fills={fills}
        text={(value) => boundText(sought, levers, value)}
        frame={frame}
        top={bottom + 48}
        ink={quiet}
        absent={isAbsent ? `url(#${hatch})` : undefined}
      />
    </svg>
  );
}

/** As much of a text as there is room for. */
function cut(text: string, room: number, letter: number): string {
  const most = Math.max(1, Math.floor(room / letter));
  return text.length > most ? `${text.slice(0, most - 1)}…` : text;
}

interface LabelProps {
  mapped: Mapped;
  frame: ShapesProps["frame"];
  scales: ShapesProps["scales"];
  ink: string;
  ground: string;
}

/** Names the longest of the lines, at its middle. */
function ContourLabel({ mapped: { contour, surface, levers }, frame, scales, ink, ground }: LabelProps) {
  const longest = contour.reduce<readonly (readonly [number, number])[]>((best, line) => (line.length > best.length ? line : best), []);
  const middle = longest[Math.floor(longest.length / 2)];
  if (!middle) return null;
  const text = surface.sought.beside ? "break-even" : boundText(surface.sought, levers, 0);
  const x = scales.x(middle[0]);
  const isRight = x > frame.left + frame.width - 80;
  return (
    <text
      x={isRight ? x - 8 : x + 8}
      y={Math.min(frame.top + frame.height - 6, Math.max(frame.top + 14, scales.y(middle[1]) - 8))}
      text-anchor={isRight ? "end" : "start"}
      font-weight="bold"
      fill={ink}
      stroke={ground}
      stroke-width="4"
      paint-order="stroke"
      stroke-linejoin="round"
    >
      {text}
    </text>
  );
}

interface LegendProps {
  levels: readonly { from: number; to: number }[];
  fills: readonly string[];
  text(value: number): string;
  frame: ShapesProps["frame"];
  top: number;
  ink: string;
  absent: string | undefined;
}

/** The levels side by side, with the numbers between them as far as they have room. */
function Legend({ levels, fills, text, frame, top, ink, absent }: LegendProps) {
  if (levels.length === 0) return null;
  const room = frame.width - (absent ? 70 : 0);
  const each = room / levels.length;
  const bounds = [...levels.map(({ from }) => from), levels.at(-1)!.to];
  const zero = bounds.indexOf(0);
  const every = Math.max(1, Math.ceil(58 / each));
  return (
    <g class="map-legend">
      {fills.map((fill, at) => (
        <rect key={at} x={frame.left + at * each} y={top} width={each} height="10" fill={fill} />
      ))}
      {bounds.map(
        (bound, at) =>
          (at - zero) % every === 0 && (
            <text key={bound} x={frame.left + at * each} y={top + 24} text-anchor={at === 0 && each < 30 ? "start" : "middle"} fill={ink}>
              {text(bound).split("/")[0]}
            </text>
          ),
      )}
      {absent && (
        <>
          <rect x={frame.left + room + 12} y={top} width="14" height="10" fill={absent} stroke={ink} stroke-width="0.5" />
          <text x={frame.left + room + 30} y={top + 9} fill={ink}>
            absent
          </text>
        </>
      )}
    </g>
  );
}
