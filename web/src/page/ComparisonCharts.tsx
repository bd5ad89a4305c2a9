// A chart of all scenarios in one: each line has its colour, each scenario its dash.
import { useMemo, useState } from "preact/hooks";
import type { ChartData, ChartSeries } from "../charts/contract";
import { aligned, matchedLines } from "../comparison";
import type { Line, ViewHead } from "../engine/messages";
import { addMonths, displayOf, monthsBetween, unitWords } from "../format";
import { roleColour, tenantColour } from "../palette";
import { ChartCards } from "./Charts";
import type { Answered } from "./comparing";
import { usePicked } from "./context";
import { useDark } from "./theme";

interface Props {
  answered: Answered;
  charts: readonly ViewHead[];
  chosen: string | undefined;
  onChoose(name: string): void;
}

const DASHES = ["solid", "dashed", "dotted", "dashdot"] as const;
/** More lines than these are not drawn at first. */
const FIRST_LINES = 1;

export function ComparisonCharts({ answered, charts, chosen, onChoose }: Props) {
  const dark = useDark();
  const [picked, setPicked] = useState<{ of: string; lines: ReadonlySet<string> }>();
  const start = usePicked((state) => state.result?.document.start ?? "");
  const months = usePicked((state) => state.result?.months.length ?? 0);
  const lines = useMemo(() => linesOf(answered, chosen), [answered, chosen]);
  // What is judged by first, else what others add up to.
  const results = lines.filter(({ line }) => line.role === "result");
  const first = results.length > 0 ? results : lines.filter(({ line }) => line.part === "total" || line.part === "limit");
  const drawn =
    picked && picked.of === chosen ? picked.lines : new Set((first.length > 0 ? first : lines).slice(0, FIRST_LINES).map(({ key }) => key));
  const data = useMemo(
    () =>
      chartsFor(
        lines.filter(({ key }) => drawn.has(key)),
        answered,
        { start, months, dark, name: chosen ?? "" },
      ),
    [lines, [...drawn].join(), answered, start, months, dark, chosen],
  );
  if (!chosen) return null;
  const toggle = (key: string) => {
    const now = new Set(drawn);
    if (!now.delete(key)) now.add(key);
    setPicked({ of: chosen, lines: now });
  };
  return (
    <section aria-labelledby="comparison-charts">
      <h3 id="comparison-charts">Charts overlaid</h3>
      <div class="comparison-choices">
        <label>
          Chart{" "}
          <select value={chosen} onChange={(event) => onChoose(event.currentTarget.value)}>
            {charts.map(({ name, title }) => (
              <option key={name} value={name}>
                {title}
              </option>
            ))}
          </select>
        </label>
        <fieldset>
          <legend class="visually-hidden">Lines</legend>
          {lines.map(({ key, line }) => (
            <label key={key}>
              <input type="checkbox" checked={drawn.has(key)} onChange={() => toggle(key)} /> {line.title}
            </label>
          ))}
        </fieldset>
      </div>
      {data.length > 0 && <ChartCards charts={data} />}
      {data.length === 0 && lines.length > 0 && <p class="quiet">No line is chosen.</p>}
    </section>
  );
}

interface Overlaid {
  key: string;
  line: Line;
  /** By side; none where a side has no such line. */
  values: readonly (Float64Array | undefined)[];
}

function linesOf({ shown }: Answered, chosen: string | undefined): Overlaid[] {
  const views = shown.map((one) => one.views.find(({ name }) => name === chosen));
  return matchedLines(views)
    .filter(({ line }) => !line.heading && line.part !== "reported")
    .map(({ line, at }, place) => ({ key: `${place} ${line.title}`, line, values: at.map((index, side) => views[side]?.values[index]) }));
}

/** A chart for each unit, over the months of the scenario that is open. */
function chartsFor(
  lines: readonly Overlaid[],
  { shown, sides }: Answered,
  { start, months, dark, name }: { start: string; months: number; dark: boolean; name: string },
): ChartData[] {
  const units = [...new Set(lines.map(({ line }) => `${line.unit} ${line.percent === true}`))];
  const all = Array.from({ length: months }, (_, at) => addMonths(start, at));
  const titles = ["here", ...sides.map(({ title }) => title)];
  return units.map((unit, at): ChartData => {
    const some = lines.filter(({ line }) => `${line.unit} ${line.percent === true}` === unit);
    const { line } = some[0]!;
    const series = some.flatMap((each, place) =>
      each.values.flatMap((values, side): ChartSeries[] =>
        values
          ? [
              {
                name: some.length === 1 ? upper(titles[side]!) : `${each.line.title}, ${titles[side]!}`,
                // One line of several scenarios has a colour for each; several lines keep theirs.
                colour: some.length === 1 ? tenantColour(side) : roleColour(each.line.role, Math.max(each.line.place, place), dark),
                values: aligned(values, monthsBetween(start, shown[side]!.start), months),
                kind: "line",
                dash: DASHES[side]!,
                strong: side === 0,
                ...(each.line.name && { thing: each.line.name }),
              },
            ]
          : [],
      ),
    );
    const title = some.map(({ line: { title: text } }) => text).join(", ");
    const words = unitWords(line.unit, displayOf(line));
    return {
      key: `compared-${name}-${at}`,
      title: `${title}, compared`,
      description: `Each scenario’s ${some.map(({ line: { title: text } }) => text).join(", ")}${words ? `, in ${words}` : ""}, month by month.`,
      unit: line.unit,
      percent: line.percent === true,
      months: all,
      series,
      markers: [],
    };
  });
}

function upper(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
