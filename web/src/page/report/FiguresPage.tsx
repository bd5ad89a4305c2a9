// The second page: the main charts, large, and the statement by year.
import { useLayoutEffect, useMemo, useRef } from "preact/hooks";
import { catalog } from "../../catalog";
import { axisOf } from "../../charts/axis";
import { type ChartData, chartText } from "../../charts/contract";
import { onPaper } from "../../charts/paper";
import { summaryOf } from "../../charts/summary";
import { chartsOf } from "../../views/chart";
import { type WrittenTable, writtenOf } from "../../views/written";
import { colours } from "../Charts";
import { type Report, viewOf } from "./gather";
import { Mark } from "./Mark";
import { ReportTable } from "./ReportTable";

/** What there is room for. */
const CHARTS = 3;
const YEARS = 10;

export function FiguresPage({ report }: { report: Report }) {
  const charts = useMemo(
    () =>
      catalog.printed.charts
        .flatMap((name) => {
          const view = viewOf(report, name);
          return view ? chartsOf(view, false) : [];
        })
        .slice(0, CHARTS)
        .map(onPaper),
    [report],
  );
  const statement = viewOf(report, catalog.printed.statement);
  const table = statement && firstYears(writtenOf(statement, report.month).tables[0]!);
  return (
    <section class="report-page" aria-label="Charts and statement">
      {statement && table && (
        <>
          <h2>{statement.title} by year</h2>
          <ReportTable table={table.table} fit="statement" />
          {table.left > 0 && (
            <p class="report-quiet">
              And {table.left} more {table.left === 1 ? "year" : "years"}, which the page has.
            </p>
          )}
        </>
      )}
      {charts.map((data) => (
        <ChartBlock key={data.key} data={data} month={report.answer.month} />
      ))}
    </section>
  );
}

function firstYears({ head, rows }: WrittenTable): { table: WrittenTable; left: number } {
  const kept = <Cell,>(cells: readonly Cell[]) => cells.slice(0, YEARS + 1);
  return { table: { head: kept(head), rows: rows.map((row) => ({ ...row, cells: kept(row.cells) })) }, left: Math.max(0, head.length - 1 - YEARS) };
}

function ChartBlock({ data, month }: { data: ChartData; month: number }) {
  const place = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const box = place.current;
    const script = globalThis.rackonomicsCharts;
    if (!box || !script || box.clientHeight === 0) return;
    const size = { width: box.clientWidth, height: box.clientHeight };
    const svg = new DOMParser().parseFromString(script.drawn(data, month, colours(), size).svg(), "image/svg+xml").documentElement;
    box.replaceChildren(document.importNode(svg, true));
  }, [data, month]);
  return (
    <section class="report-chart" aria-label={data.title}>
      <h2>{data.title}</h2>
      <ul class="report-legend">
        {data.series.map((series, at) => (
          <li key={at}>
            <Mark series={series} /> {series.name} <b>{chartText(data, series.values[month])}</b>
          </li>
        ))}
      </ul>
      <div class="report-drawing" ref={place} />
      <p class="report-quiet">{[axisOf(data).beyond, ...summaryOf(data)].filter(Boolean).join(" ")}</p>
    </section>
  );
}
