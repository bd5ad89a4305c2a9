// A view of lines over months as what the charts draw.
import { type ChartData, type ChartSeries, FAN_LEVELS } from "../charts/contract";
import type { ShownView } from "../engine/client";
import type { Line, Role } from "../engine/messages";
import { displayOf, formatMonth, unitWords, withUnit } from "../format";
import { roleColour, tenantColour } from "../palette";
import { type Fan, rowKey, rowOf } from "../state/studies";

interface Series {
  line: Line;
  values: Float64Array;
}

const DASHES = ["solid", "dashed", "dotted"] as const;
/** Roles whose lines cross others, and which eyes that see fewer colours could mistake for those. */
const DASH_OF: { [role in Role]?: number } = { limit: 1, earnings: 1, cash: 2 };
const STRONG: ReadonlySet<Role> = new Set<Role>(["result", "limit"]);

/** One of several lines that have nothing but their place to tell them apart. */
export function lineAt(place: number, name: string, values: Float64Array): ChartSeries {
  return { name, colour: tenantColour(place), values, kind: "line", dash: DASHES[place % DASHES.length]! };
}

/** A chart for each of the units that the lines have, since amounts of several units have no common axis. */
export function chartsOf(view: ShownView, dark: boolean, fans?: ReadonlyMap<string, Fan>): ChartData[] {
  const groups = byUnit(view);
  const { periods } = view;
  return groups.map((group, at): ChartData => {
    const { unit, percent } = group[0]!.line;
    const words = unitWords(unit, displayOf({ percent }));
    const isOne = groups.length === 1;
    return {
      key: isOne ? view.name : `${view.name}-${at + 1}`,
      title: isOne ? view.title : withUnit(view.title, words || "ratio"),
      description: words ? `${view.note} In ${words}.` : view.note,
      unit,
      percent: percent === true,
      months: periods.map(({ title }) => title),
      series: seriesOf(group, dark, fans),
      markers: (view.marks ?? []).map(({ title, month, value: { measure } }) => ({
        month,
        label: `${title} ${formatMonth(periods[month]?.title ?? "")}`,
        ...(measure && { asks: { measure } }),
      })),
    };
  });
}

function byUnit({ lines = [], values }: ShownView): Series[][] {
  const groups = new Map<string, Series[]>();
  lines.forEach((line, at) => {
    if (line.heading) return;
    const unit = `${line.unit} ${line.percent === true}`;
    groups.set(unit, [...(groups.get(unit) ?? []), { line, values: values[at]! }]);
  });
  return [...groups.values()];
}

/** Lines of one colour have dashes of their own. */
function seriesOf(group: readonly Series[], dark: boolean, fans: ReadonlyMap<string, Fan> | undefined): ChartSeries[] {
  const drawn = new Map<string, number>();
  return group.map(({ line, values }) => {
    const { title: name, role, part, place } = line;
    const colour = roleColour(role, place, dark);
    const asks = { ...asksOf(line), ...(line.name && { thing: line.name }) };
    if (part === "stack") return { name, colour, values, kind: "stack", ...asks };
    if (part === "reported") return { name, colour, values, kind: "line", dash: "dotted", strong: true, ...(line.name && { thing: line.name }) };
    const before = drawn.get(colour) ?? 0;
    drawn.set(colour, before + 1);
    return {
      name,
      colour,
      values,
      kind: "line",
      dash: DASHES[((DASH_OF[role] ?? 0) + before) % DASHES.length]!,
      strong: STRONG.has(role),
      ...asks,
      ...fanOf(line, fans),
    };
  });
}

/** A line of a row can be asked why, whether it is of one thing or adds several. */
function asksOf({ row, instances, less }: Line): Pick<ChartSeries, "asks"> {
  return row && instances ? { asks: { row, instances, less: less ?? false } } : {};
}

/** The fan behind a line. What is told with the other sign is highest where the row is lowest. */
function fanOf(line: Line, fans: ReadonlyMap<string, Fan> | undefined): Pick<ChartSeries, "fan"> {
  const row = rowOf(line);
  const fan = row && fans?.get(rowKey(row));
  if (!fan || fan.length !== FAN_LEVELS.length) return {};
  return { fan: line.less ? fan.map((values) => values.map((value) => -value)).reverse() : fan };
}
