// The two charts, each with its legend, its table and what can be taken away from it.
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from "preact/hooks";
import { runScript } from "../assets";
import type { Chart, ChartColours, ChartData, Charts as ChartScript } from "../charts/contract";
import { moneyChart, powerChart } from "../charts/data";
import { formatMonth, formatQuantity } from "../format";
import { useSelected } from "../state/store";
import { useSession, usePicked } from "./context";
import { CopyText } from "./CopyText";
import { commaSeparated, downloadAddress, downloadText, tabSeparated } from "./export";
import { theme } from "./theme";
import { whenIdle } from "./whenidle";

export function Charts() {
  const result = usePicked((state) => state.result);
  const dark = useSelected(theme, (state) => state.theme) === "dark";
  const charts = useMemo(() => result && [moneyChart(result, dark), powerChart(result, dark)], [result, dark]);
  const [script, setScript] = useState<ChartScript>();
  const [trouble, setTrouble] = useState<string>();
  const begin = charts !== undefined;
  useEffect(() => {
    if (!begin) return;
    return whenIdle(() => {
      runScript("charts.js").then(() => setScript(globalThis.rackonomicsCharts), (reason: Error) => setTrouble(reason.message));
    });
  }, [begin]);
  if (!charts) return null;
  return (
    <div class="charts">
      {charts.map((data) => <ChartCard key={data.key} data={data} script={script} trouble={trouble} dark={dark} />)}
    </div>
  );
}

interface CardProps {
  data: ChartData;
  script: ChartScript | undefined;
  trouble: string | undefined;
  dark: boolean;
}

function ChartCard({ data, script, trouble, dark }: CardProps) {
  const session = useSession();
  const month = Math.min(usePicked((state) => state.view.month ?? 0), data.months.length - 1);
  const place = useRef<HTMLDivElement>(null);
  const chart = useRef<Chart | undefined>(undefined);
  const [tableOpen, setTableOpen] = useState(false);

  // At once and not after the next picture, since a page that is printed has none.
  useLayoutEffect(() => {
    if (!script || !place.current) return;
    const made = script.create(place.current, (to) => session.look({ month: to }));
    chart.current = made;
    return () => {
      chart.current = undefined;
      made.destroy();
    };
  }, [script]);
  useLayoutEffect(() => chart.current?.show(data, month, colours()), [script, data, month, dark]);

  const name = `rackonomics-${data.key}`;
  const rows = () => tableRows(data);
  return (
    <section class="chart-card" id={`chart-${data.key}`} aria-labelledby={`chart-${data.key}-title`}>
      <div class="card-head">
        <h2 id={`chart-${data.key}-title`}>{data.title}</h2>
        <span class="quiet">{formatMonth(data.months[month] ?? "")}</span>
        <div class="card-tools">
          <CopyText label="Copy table" what={`${data.title} as a table`} text={() => tabSeparated(rows())} />
          <button type="button" class="small" onClick={() => downloadText(`${name}.csv`, commaSeparated(rows()), "text/csv")}>CSV</button>
          <button type="button" class="small" disabled={!script} onClick={() => chart.current && downloadAddress(`${name}.png`, chart.current.image())}>PNG</button>
        </div>
      </div>
      <ul class="chart-legend">
        {data.series.map((series, at) => (
          <li key={at}>
            <i class={`swatch ${series.kind} ${series.dash ?? "solid"}`} style={{ "--colour": series.colour }} />
            {series.name} <b>{formatQuantity(series.values[month], data.unit)}</b>
          </li>
        ))}
      </ul>
      {trouble ? <p class="notice error">{trouble}</p> : <div class="chart" ref={place} />}
      <details onToggle={(event) => setTableOpen(event.currentTarget.open)}>
        <summary>Table of {data.title.toLowerCase()}</summary>
        {tableOpen && <DataTable data={data} month={month} />}
      </details>
    </section>
  );
}

function DataTable({ data, month }: { data: ChartData; month: number }) {
  return (
    <div class="scroll tall" tabIndex={0} role="region" aria-label={`${data.title}, table`}>
      <table>
        <caption class="visually-hidden">{data.description}</caption>
        <thead><tr><th scope="col">Month</th>{data.series.map(({ name }, column) => <th scope="col" key={column}>{name}</th>)}</tr></thead>
        <tbody>
          {data.months.map((name, at) => (
            <tr key={name} class={at === month ? "strong" : ""}>
              <th scope="row">{formatMonth(name)}</th>
              {data.series.map((series, column) => <td key={column}>{formatQuantity(series.values[at], data.unit)}</td>)}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function tableRows(data: ChartData): (string | number)[][] {
  const head = ["Month", ...data.series.map(({ name }) => `${name}, ${data.unit}`)];
  return [head, ...data.months.map((month, at) => [month, ...data.series.map(({ values }) => values[at] ?? Number.NaN)])];
}

/** The theme's colours as the canvas needs them: as values. */
function colours(): ChartColours {
  const style = getComputedStyle(document.documentElement);
  const of = (name: string) => style.getPropertyValue(name).trim();
  return { ink: of("--ink"), quiet: of("--ink-quiet"), line: of("--line"), surface: of("--surface"), cursor: of("--accent") };
}
