// The map: what a goal comes to over two inputs, with the line along which it begins to be met and the scenario's own point.
import { useMemo, useState } from "preact/hooks";
import type { Amount, Goal, MapAxis, Sought, Value } from "../engine/messages";
import { addMonths, decimals, displayOf, formatDate, formatQuantity, unitWords } from "../format";
import { exactly } from "../quantity";
import { goalText, inputText } from "../solved";
import type { ExplainedFigure } from "../state/state";
import type { Levers } from "../state/takes";
import { Asking } from "./Asking";
import { BelongingTo, usePicked, useSession } from "./context";
import { DateField } from "./DateField";
import { commaSeparated } from "./export";
import { declarationOf, pathTitle } from "./inputs";
import { MapPicture } from "./MapPicture";
import { type Mapped, type Range, useMapping } from "./mapping";
import { NumberField } from "./NumberField";
import { goAmong, roving } from "./roving";
import { SaveFile } from "./SaveFile";
import { Search } from "./Search";
import { mapPicture } from "./savedmap";
import type { Answer } from "./taking";
import { variedInputs } from "./variedinputs";
import "../styles/map.css";

interface Props {
  levers: Levers;
  axes: readonly [string, string];
  answers: ReadonlyMap<string, Answer>;
  onAxes(axes: readonly [string, string]): void;
  onBack(): void;
}

const WHOLE: readonly [Range, Range] = [{}, {}];

/** What to ask for when asked why the figure of a map is what it is; of a month after the scenario that cannot be asked. */
export function figureOfGoal({ measure, row, instance, month }: Goal, months: readonly string[]): ExplainedFigure | undefined {
  if (measure) return { measure };
  const at = month ? months.indexOf(month) : -1;
  return row && at >= 0 ? { row, instances: instance ? [instance] : [], month: at } : undefined;
}

export function MapOf({ levers, axes, answers, onAxes, onBack }: Props) {
  const [ranges, setRanges] = useState(WHOLE);
  const { mapped, trouble, isAwaited, isStopped, stop } = useMapping(levers, axes, ranges, answers);
  const [picture, setPicture] = useState<SVGSVGElement | null>(null);
  const things = usePicked((state) => state.result?.document.instances) ?? [];
  const titles = axes.map((path) => pathTitle(path, things)) as [string, string];
  const set = (at: 0 | 1, path: string) => {
    setRanges(at === 0 ? [{}, ranges[1]] : [ranges[0], {}]);
    onAxes(at === 0 ? [path, axes[1]] : [axes[0], path]);
  };
  // Of other inputs it is not the map that is asked for.
  const shown = mapped && mapped.axes[0] === axes[0] && mapped.axes[1] === axes[1] ? mapped : undefined;
  return (
    <section class="map" aria-label="Map">
      <p class="take-more">
        <button type="button" class="small" onClick={onBack}>
          Back to one input at a time
        </button>
      </p>
      {([0, 1] as const).map((at) => (
        <AxisRow
          key={axes[at]}
          name={at === 0 ? "Across" : "Upwards"}
          path={axes[at]}
          title={titles[at]}
          other={axes[1 - at]!}
          axis={shown && (at === 0 ? shown.surface.x : shown.surface.y)}
          onPath={(path) => set(at, path)}
          onRange={(range) => setRanges(at === 0 ? [range, ranges[1]] : [ranges[0], range])}
        />
      ))}
      {trouble && (
        <p class="notice error" role="alert">
          {trouble}
        </p>
      )}
      {isAwaited && (
        <Asking
          doing={shown ? "Computing the map; this one is coarse, or of what was asked before" : "Computing the map"}
          progress={undefined}
          stop={{
            isStopped,
            stopped: shown ? "Cancelled. This map is coarse, or of what was asked before." : "Cancelled.",
            again: "Compute it",
            onStop: stop,
          }}
        />
      )}
      {shown && <MapPicture mapped={shown} titles={titles} isAwaited={isAwaited} onPicture={setPicture} />}
      {shown && (
        <BelongingTo.Provider value={`map of ${titles.join(" and ")}`}>
          <div class="card-tools">
            <SaveFile small label="CSV" name="rackonomics-map.csv" make={() => ({ text: commaSeparated(rowsOf(shown, titles)), type: "text/csv" })} />
            <SaveFile small label="PNG" name="rackonomics-map.png" make={() => (picture ? mapPicture(picture) : undefined)} disabled={!picture} />
          </div>
          <p class="quiet">
            {decimals(shown.values.length, 0, 0)} points, computed {shown.surface.computed.join("; some ")}.
          </p>
          <MapTable mapped={shown} titles={titles} />
        </BelongingTo.Provider>
      )}
    </section>
  );
}

interface AxisProps {
  name: string;
  path: string;
  title: string;
  other: string;
  axis: MapAxis | undefined;
  onPath(path: string): void;
  onRange(range: Range): void;
}

/** An axis in words: which input, from where to where. */
function AxisRow({ name, path, title, other, axis, onPath, onRange }: AxisProps) {
  const [choosing, setChoosing] = useState(false);
  const choices = usePicked((state) => (choosing ? state : undefined));
  return (
    <div class="axis-row" role="group" aria-label={`${name}: ${title}`}>
      <span>
        {name}: <b>{title}</b>
      </span>
      {axis && <Ends path={path} title={title} axis={axis} onRange={onRange} />}
      <button
        type="button"
        class="small"
        aria-expanded={choosing}
        aria-label={`Another input: ${name}, instead of ${title}`}
        onClick={() => setChoosing(!choosing)}
      >
        Another input…
      </button>
      {choices && (
        <Search
          label={`${name}: another input`}
          choices={variedInputs(choices).filter(({ key }) => key !== path && key !== other)}
          onChoose={(key) => {
            setChoosing(false);
            onPath(key);
          }}
          onCancel={() => setChoosing(false)}
        />
      )}
    </div>
  );
}

function Ends({ path, title, axis, onRange }: { path: string; title: string; axis: MapAxis; onRange(range: Range): void }) {
  const ends = [axis.values[0]!, axis.values.at(-1)!] as const;
  const amount = ({ number = 0, text }: Value): Amount => ({ number, ...(text && { text }) });
  const to = (at: 0 | 1, value: Amount) => onRange({ low: at === 0 ? value : amount(ends[0]), high: at === 1 ? value : amount(ends[1]) });
  const end = (at: 0 | 1) => {
    const { number, text, unit, percent } = ends[at];
    const label = `${title}: ${at === 0 ? "from" : "to"}`;
    const id = `map-${path}-${at}`;
    if (text !== undefined)
      return (
        <DateField
          id={id}
          label={label}
          kind={text.length > 7 ? "day" : "month"}
          value={text}
          onDate={(next) => to(at, { number: 0, text: next })}
          onDone={() => {}}
        />
      );
    const { min, max } = axis.times ? { min: 0, max: undefined } : (declarationOf(path) ?? {});
    const display = displayOf({ percent });
    const field = { title, unit, whole: false, ...(display && { display }), ...(min !== undefined && { min }), ...(max !== undefined && { max }) };
    return <NumberField id={id} label={label} field={field} value={number ?? 0} onValue={(next) => to(at, { number: next })} onDone={() => {}} />;
  };
  const words = axis.times ? "times" : axis.values[0]!.percent ? "" : unitWords(axis.values[0]!.unit);
  return (
    <span class="ends">
      from {end(0)} to {end(1)} {words && <span class="unit">{words}</span>}
    </span>
  );
}

/** What a value of the map is, in words: of a break-even the result in its best month. */
export function shadeText(sought: Sought, { goal }: Levers, fromTarget: number): string {
  if (!Number.isFinite(fromTarget)) return "absent";
  if (sought.beside) return formatQuantity(fromTarget, "USD");
  const { number, text } = goal.target;
  if (text && sought.kind === "month") return formatDate(addMonths(text, Math.round(fromTarget)));
  if (text) return `${formatQuantity(fromTarget, "day", "", true)}`;
  return formatQuantity(number + fromTarget, sought.unit, displayOf(sought));
}

/** The same of a round number, in all its digits. */
export function boundText(sought: Sought, levers: Levers, fromTarget: number): string {
  if (sought.beside) return exactly({ number: fromTarget, unit: "USD" });
  if (sought.kind !== "number") return shadeText(sought, levers, fromTarget);
  const number = Number((levers.goal.target.number + fromTarget).toPrecision(12));
  return exactly({ number, unit: sought.unit, ...(sought.percent && { percent: true }) });
}

/** Every point, a line each. */
function rowsOf({ surface, values, levers }: Mapped, titles: readonly [string, string]): (string | number)[][] {
  const { x, y, sought, gaps, shades } = surface;
  const unit = (axis: MapAxis) => (axis.times ? "times" : axis.values[0]!.unit === "1" ? "" : unitWords(axis.values[0]!.unit));
  const head = [...([x, y] as const).map((axis, at) => [titles[at], unit(axis)].filter(Boolean).join(", ")), goalText(sought, levers.goal), "met"];
  const plain = ({ number, text }: Value) => text ?? number ?? "";
  return [
    head,
    ...y.values.flatMap((row, j) =>
      x.values.map((column, i) => {
        const at = j * x.values.length + i;
        const number = sought.kind === "number" || sought.beside ? shades[at]! : shadeText(sought, levers, values[at]!);
        return [plain(column), plain(row), number, gaps[at]! >= 0 ? "yes" : "no"];
      }),
    ),
  ];
}

/** About so many rows and columns a reader can take in. */
const MOST = 11;

function MapTable({ mapped, titles }: { mapped: Mapped; titles: readonly [string, string] }) {
  const [open, setOpen] = useState(false);
  const { surface, values, levers } = mapped;
  const { x, y, sought } = surface;
  let index = 0;
  const some = (axis: MapAxis) =>
    axis.values.map((_, at) => at).filter((at) => at % Math.max(1, Math.round((axis.values.length - 1) / (MOST - 1))) === 0);
  const [columns, rows] = useMemo(() => [some(x), some(y).reverse()], [x, y]);
  return (
    <details class="map-table" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>As a table</summary>
      {open && (
        <div class="scroll" tabIndex={0} role="region" aria-label="The map as a table">
          <table onKeyDown={(event) => goAmong(event, columns.length)}>
            <caption class="visually-hidden">
              {goalText(sought, levers.goal)}, by {titles[0]} across and {titles[1]} upwards
            </caption>
            <thead>
              <tr>
                <th scope="col">
                  {titles[1]} ↓ {titles[0]} →
                </th>
                {columns.map((at) => (
                  <th key={at} scope="col" class="number" translate={false}>
                    {inputText(x.values[at]!, x.times)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <tr key={row}>
                  <th scope="row" class="number" translate={false}>
                    {inputText(y.values[row]!, y.times)}
                  </th>
                  {columns.map((column) => (
                    <td key={column} class="number" translate={false}>
                      <AskedPoint
                        mapped={mapped}
                        titles={titles}
                        place={[column, row]}
                        number={index++}
                        text={shadeText(sought, levers, values[row * x.values.length + column]!)}
                      />
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </details>
  );
}

interface PointProps {
  mapped: Mapped;
  titles: readonly [string, string];
  /** Across and upwards, among the values of the axes. */
  place: readonly [number, number];
  /** Among the points of the table. */
  number: number;
  text: string;
}

/** What the figure is at a point; it is asked why as if both inputs had the point's values. What is told as how many times today's has no such value. */
function AskedPoint({ mapped: { surface, axes, levers }, titles, place, number, text }: PointProps) {
  const session = useSession();
  const months = usePicked((state) => state.result?.months) ?? [];
  const figure = figureOfGoal(levers.goal, months);
  if (!figure || surface.x.times || surface.y.times) return <>{text}</>;
  const values = [surface.x.values[place[0]]!, surface.y.values[place[1]]!] as const;
  const besides = values.map((value, at) => ({ path: axes[at]!, value: value.text ?? value.number ?? 0 }));
  const where = values.map((value, at) => `${titles[at]} ${inputText(value, undefined)}`).join(", ");
  return (
    <button
      type="button"
      class="asked-number"
      {...roving(number)}
      title="Why?"
      aria-label={`Why? ${where}: ${text}`}
      onClick={() => session.explain({ ...figure, besides })}
    >
      {text}
    </button>
  );
}
