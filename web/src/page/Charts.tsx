// Charts, each with its legend, its table and what can be taken away from it.
import type { RefObject } from "preact";
import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from "preact/hooks";
import { runScript } from "../assets";
import { axisOf } from "../charts/axis";
import {
  type Chart,
  type ChartColours,
  type ChartData,
  type Charts as ChartScript,
  type ChartSeries,
  chartText,
  columnsOf,
  fanText,
} from "../charts/contract";
import { summaryOf } from "../charts/summary";
import { formatMonth } from "../format";
import { useSelected } from "../state/store";
import { CopyText } from "./CopyText";
import { BelongingTo, usePicked, useSession, useWholeName } from "./context";
import { commaSeparated, tabSeparated } from "./export";
import { hoveredMonth } from "./hoveredmonth";
import { MoreButton } from "./MoreButton";
import { SaveFile } from "./SaveFile";
import { Selectable } from "./Selectable";
import { theme, useShade } from "./theme";
import { whenIdle, whenRested } from "./whenidle";

let running: Promise<void> | undefined;

/** The charts' script, run once for all of them, and again where it did not come. */
export async function chartScript(): Promise<ChartScript> {
  running ??= runScript("charts.js");
  running.catch(() => (running = undefined));
  await running;
  return globalThis.rackonomicsCharts!;
}

/** Runs the script when the first charts are there. */
function useChartScript(): { script: ChartScript | undefined; trouble: string | undefined } {
  const [script, setScript] = useState(globalThis.rackonomicsCharts);
  const [trouble, setTrouble] = useState<string>();
  useEffect(() => {
    if (script) return;
    return whenIdle(() => void chartScript().then(setScript, (reason: Error) => setTrouble(reason.message)));
  }, []);
  return { script, trouble };
}

interface CardsProps {
  charts: readonly ChartData[];
  /** The view that they are of, where there is one to be taken elsewhere. */
  of?: string;
  /** Told when they come into sight, and when they leave it. */
  onSeen?(isSeen: boolean): void;
}

export function ChartCards({ charts, of, onSeen }: CardsProps) {
  const { script, trouble } = useChartScript();
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!onSeen || !place.current) return;
    const observer = new IntersectionObserver((entries) => onSeen(entries.at(-1)!.isIntersecting));
    observer.observe(place.current);
    return () => {
      observer.disconnect();
      onSeen(false);
    };
  }, [onSeen]);
  return (
    <div class="charts" ref={place}>
      {charts.map((data) => (
        <BelongingTo.Provider key={data.key} value={data.title}>
          <ChartCard data={data} of={of} script={script} trouble={trouble} />
        </BelongingTo.Provider>
      ))}
    </div>
  );
}

interface CardProps {
  data: ChartData;
  of: string | undefined;
  script: ChartScript | undefined;
  trouble: string | undefined;
}

function ChartCard({ data: given, of, script, trouble }: CardProps) {
  const shade = useShade();
  const session = useSession();
  const data = useMarked(given);
  const month = Math.min(
    usePicked((state) => state.view.month ?? 0),
    data.months.length - 1,
  );
  const place = useRef<HTMLDivElement>(null);
  const chart = useRef<Chart | undefined>(undefined);
  const [tableOpen, setTableOpen] = useState(false);

  // At once and not after the next picture, since a page that is printed has none.
  useLayoutEffect(() => {
    if (!script || !place.current) return;
    const made = script.create(
      place.current,
      (to) => session.look({ month: to }),
      (over) => hoveredMonth.set(over),
    );
    chart.current = made;
    const unwatch = hoveredMonth.watch((over) => made.mark(over));
    return () => {
      unwatch();
      chart.current = undefined;
      made.destroy();
    };
  }, [script]);
  const palette = useMemo(colours, [shade]);
  const show = () => {
    chart.current?.show(data, month, palette);
    return chart.current !== undefined;
  };
  const draw = useDrawing(place, show, [script, data, month, palette]);

  const name = `rackonomics-${data.key}`;
  const beyond = useMemo(() => axisOf(data).beyond, [data]);
  const rows = () => tableRows(data);
  const picture = () => {
    draw();
    return chart.current && { picture: chart.current.image() };
  };
  return (
    <section class="chart-card" id={`chart-${data.key}`} aria-labelledby={`chart-${data.key}-title`}>
      <div class="card-head">
        <h2 id={`chart-${data.key}-title`}>{data.title}</h2>
        <span class="quiet" translate={false}>
          {formatMonth(data.months[month] ?? "")}
        </span>
        <div class="card-tools">
          <CopyText label="Copy table" what={`${data.title} as a table`} text={() => tabSeparated(rows())} />
          <SaveFile small label="CSV" name={`${name}.csv`} make={() => ({ text: commaSeparated(rows()), type: "text/csv" })} />
          <SaveFile small label="PNG" name={`${name}.png`} make={picture} disabled={!script} />
          {of && <MoreButton name={of} title={data.title} />}
        </div>
      </div>
      <ul class="chart-legend">
        {data.series.map((series, at) => (
          <li key={at} class={series.selected ? "selected" : ""}>
            <Selectable name={series.thing}>
              <i class={`swatch ${series.kind} ${series.dash ?? "solid"}`} style={{ "--colour": series.colour }} />
              {series.name}
            </Selectable>{" "}
            <AskedValue series={series} month={month} months={data.months} text={chartText(data, series.values[month])} />{" "}
            {series.fan && <span translate={false}>{fanText(data, series, month)}</span>}
          </li>
        ))}
        {data.markers.map(({ label, asks }) => asks && <AskedMark key={label} label={label} onAsk={() => session.explain(asks)} />)}
      </ul>
      {trouble ? <p class="notice error">{trouble}</p> : <div class="chart" translate={false} ref={place} />}
      {beyond && (
        <p class="chart-beyond" translate={false}>
          {beyond}
        </p>
      )}
      <details onToggle={(event) => setTableOpen(event.currentTarget.open)}>
        <summary>Table of {data.title.toLowerCase()}</summary>
        {tableOpen && (
          <>
            <ul class="chart-summary">
              {summaryOf(data).map((sentence) => (
                <li key={sentence}>{sentence}</li>
              ))}
            </ul>
            <DataTable data={data} month={month} />
          </>
        )}
      </details>
    </section>
  );
}

/** The chart with the lines of the selected thing marked; the very one that was given where it has none. */
function useMarked(data: ChartData): ChartData {
  const selected = usePicked((state) => state.view.select);
  return useMemo(() => {
    if (!selected || !data.series.some(({ thing }) => thing === selected)) return data;
    return { ...data, series: data.series.map((series) => (series.thing === selected ? { ...series, selected: true } : series)) };
  }, [data, selected]);
}

/**
 * Draws anew when one of the inputs is another: at once where that is in sight or printed, elsewhere when the page has nothing
 * better to do, and again only once the inputs have rested. `draw` says whether it could. Returns how to have it drawn now.
 */
function useDrawing(place: RefObject<HTMLElement | null>, draw: () => boolean, inputs: readonly unknown[]): () => void {
  const onPaper = useSelected(theme, (state) => state.onPaper);
  // A chart that comes anew is drawn once it is known to be in sight, by itself, and not while all else that opens with it is made.
  const isSeen = useRef(false);
  const isDrawn = useRef(false);
  const due = useRef<() => boolean>(undefined);
  const forget = useRef<() => void>(undefined);
  const now = useCallback(() => {
    forget.current?.();
    if (due.current?.()) isDrawn.current = true;
    due.current = forget.current = undefined;
  }, []);
  // Before the next picture, since a page that is printed has none.
  useLayoutEffect(() => {
    due.current = draw;
    forget.current?.();
    if (isSeen.current || onPaper) now();
    else forget.current = isDrawn.current ? whenRested(now) : whenIdle(now);
  }, [...inputs, onPaper]);
  useEffect(() => {
    const observer = new IntersectionObserver((entries) => {
      isSeen.current = entries.at(-1)!.isIntersecting;
      if (isSeen.current) now();
    });
    if (place.current) observer.observe(place.current);
    return () => {
      forget.current?.();
      observer.disconnect();
    };
  }, []);
  return now;
}

/** A value of a line, which can be asked why. In a table it is not on the way of the Tab key; the legend's of that month is. */
function AskedValue({
  series,
  month,
  months,
  text,
  inTable,
}: {
  series: Pick<ChartSeries, "name" | "asks">;
  month: number;
  months: readonly string[];
  text: string;
  inTable?: boolean;
}) {
  const session = useSession();
  const wholeName = useWholeName();
  const { name, asks } = series;
  if (!asks) return inTable ? text : <b translate={false}>{text}</b>;
  return (
    <button
      type="button"
      class={inTable ? "asked-number" : "asked-number strong"}
      translate={false}
      tabIndex={inTable ? -1 : 0}
      title="Why?"
      aria-label={wholeName(`Why? ${name} in ${formatMonth(months[month] ?? "")}, ${text}`)}
      onClick={() => session.explain({ ...asks, month })}
    >
      {text}
    </button>
  );
}

/** A month that is marked in the picture. */
function AskedMark({ label, onAsk }: { label: string; onAsk(): void }) {
  const wholeName = useWholeName();
  return (
    <li>
      <button type="button" class="selectable" title="Why?" aria-label={wholeName(`Why? ${label}`)} onClick={onAsk}>
        {label}
      </button>
    </li>
  );
}

function DataTable({ data, month }: { data: ChartData; month: number }) {
  const columns = columnsOf(data);
  return (
    <div class="scroll tall" tabIndex={0} role="region" aria-label={`${data.title}, table`}>
      <table>
        <caption class="visually-hidden">{data.description}</caption>
        <thead>
          <tr>
            <th scope="col">Month</th>
            {columns.map(({ name }, column) => (
              <th scope="col" key={column}>
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {data.months.map((name, at) => (
            <tr key={name} class={at === month ? "strong" : ""} data-month={at}>
              <th scope="row" translate={false}>
                {formatMonth(name)}
              </th>
              {columns.map((series, column) => (
                <td key={column} translate={false}>
                  <AskedValue series={series} month={at} months={data.months} text={chartText(data, series.values[at])} inTable />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function tableRows(data: ChartData): (string | number)[][] {
  const columns = columnsOf(data);
  const head = ["Month", ...columns.map(({ name }) => (data.unit === "1" ? name : `${name}, ${data.unit}`))];
  return [head, ...data.months.map((month, at) => [month, ...columns.map(({ values }) => values[at] ?? Number.NaN)])];
}

/** The theme's colours as a canvas needs them: as values, also where the system forces its own, which have only names. */
export function colours(): ChartColours {
  const probe = document.body.appendChild(document.createElement("i"));
  probe.className = "colour-probe";
  const of = (name: string) => {
    probe.style.color = `var(${name})`;
    return getComputedStyle(probe).color;
  };
  const found = { ink: of("--ink"), quiet: of("--ink-quiet"), line: of("--line"), surface: of("--surface"), cursor: of("--accent") };
  const strong = theme.get().strong && { edge: found.ink };
  probe.remove();
  return { ...found, ...strong };
}
