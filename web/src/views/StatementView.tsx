// A statement by month, quarter or year.
import { useLayoutEffect, useMemo, useRef } from "preact/hooks";
import type { ShownView } from "../engine/client";
import type { Step } from "../engine/messages";
import { usePicked, useSession, useWholeName } from "../page/context";
import { isFirstOf, Selectable, useIsSelected } from "../page/Selectable";
import { theme } from "../page/theme";
import { columnsIn, useWholeColumns } from "../page/wholecolumns";
import type { ExplainedRow } from "../state/state";
import { useSelected } from "../state/store";
import { Swatch, ViewHead, ViewTable, WhyButton } from "./parts";
import { type PeriodHead, periodHeads, type Statement, type StatementRow, statementOf, tablesOf } from "./statement";

const STEPS: readonly [Step, string][] = [
  ["month", "Months"],
  ["quarter", "Quarters"],
  ["year", "Years"],
];

export function StatementView({ view }: { view: ShownView }) {
  const session = useSession();
  const onPaper = useSelected(theme, (state) => state.onPaper);
  const month = usePicked((state) => state.view.month ?? 0);
  const wholeName = useWholeName();
  const statement = useMemo(() => statementOf(view), [view]);
  const heads = useMemo(() => periodHeads(view.periods, month), [view, month]);
  return (
    <>
      <ViewHead view={view}>
        <div class="steps" role="group" aria-label="Periods">
          {STEPS.map(([step, title]) => (
            <button
              key={step}
              type="button"
              class="small"
              aria-label={wholeName(title)}
              aria-pressed={view.by === step}
              onClick={() => session.openView(view.name, step)}
            >
              {title}
            </button>
          ))}
        </div>
      </ViewHead>
      {tablesOf(heads.length, onPaper).map(({ from, to }) => (
        <Table key={from} view={view} statement={statement} heads={heads} from={from} to={to} />
      ))}
    </>
  );
}

interface TableProps {
  view: ShownView;
  statement: Statement;
  heads: readonly PeriodHead[];
  from: number;
  to: number;
}

function Table({ view, statement, heads, from, to }: TableProps) {
  const session = useSession();
  const columns = heads.slice(from, to);
  const box = useLookedAt(
    heads.findIndex(({ isLookedAt }) => isLookedAt),
    view.by,
  );
  return (
    <ViewTable view={view} kind="statement" box={box}>
      <thead>
        <tr>
          <th scope="col">{statement.unit ? <span class="unit">In {statement.unit}</span> : <span class="visually-hidden">Line</span>}</th>
          {columns.map(({ title, cut, isLookedAt, month }) => (
            <th
              key={title}
              scope="col"
              class={isLookedAt ? "now" : ""}
              data-month={view.by === "month" ? month : undefined}
              aria-current={isLookedAt ? "date" : undefined}
            >
              <button type="button" class="period" translate={false} onClick={() => session.look({ month })}>
                {title}
              </button>
              {cut && <span class="unit">{cut}</span>}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {statement.rows.map((row, at) => (
          <Row key={at} row={row} isTabbed={isFirstOf(statement.rows, at)} heads={columns} from={from} isByMonth={view.by === "month"} />
        ))}
      </tbody>
    </ViewTable>
  );
}

interface RowProps {
  row: StatementRow;
  isTabbed: boolean;
  heads: readonly PeriodHead[];
  from: number;
  isByMonth: boolean;
}

function Row({ row, isTabbed, heads, from, isByMonth }: RowProps) {
  const selected = useIsSelected(row.name) ? " selected" : "";
  const title = (
    <Selectable name={row.name} isTabbed={isTabbed} label={row.selects}>
      <Swatch role={row.role} place={row.place} />
      {row.title}
      {row.unit && <span class="unit"> {row.unit}</span>}
    </Selectable>
  );
  const depth = { "--depth": row.depth };
  if (row.kind === "heading") {
    return (
      <tr class={`heading${selected}`}>
        <th scope="row" style={depth}>
          {title}
        </th>
        <td colSpan={heads.length} />
      </tr>
    );
  }
  return (
    <tr class={row.kind + selected} data-depth={row.depth}>
      <th scope="row" style={depth}>
        {title}
      </th>
      {heads.map(({ title: period, isLookedAt, month }, at) => (
        <td key={period} class={isLookedAt ? "now" : ""} data-month={isByMonth ? month : undefined}>
          <AskedNumber
            text={row.cells[from + at]!}
            what={`${row.whole} in ${period}`}
            reason={row.reason && { ...row.reason, month }}
            isLookedAt={isLookedAt}
          />
        </td>
      ))}
    </tr>
  );
}

interface AskedNumberProps {
  text: string;
  what: string;
  reason: ExplainedRow | undefined;
  isLookedAt: boolean;
}

/**
 * Every number can be asked why: where one looks by a button beside it, elsewhere by the number. That is not on the way of
 * the Tab key, which would stop a thousand times; with the keyboard one looks at the period first.
 */
function AskedNumber({ text, what, reason, isLookedAt }: AskedNumberProps) {
  const session = useSession();
  const wholeName = useWholeName();
  if (!reason || isLookedAt)
    return (
      <>
        <WhyButton reason={reason} what={`${what}, ${text}`} /> <span translate={false}>{text}</span>
      </>
    );
  return (
    <button
      type="button"
      class="number"
      translate={false}
      tabIndex={-1}
      aria-label={wholeName(`Why? ${what}, ${text}`)}
      onClick={() => session.explain(reason)}
    >
      {text}
    </button>
  );
}

/** Keeps the column of the month looked at in sight, whenever that is another or the columns are. */
function useLookedAt(column: number, by: Step) {
  const place = useRef<HTMLDivElement>(null);
  useWholeColumns(place);
  useLayoutEffect(() => {
    const box = place.current!;
    const at = [...box.querySelectorAll("thead th")].findIndex((head) => head.classList.contains("now")) - 1;
    if (at < 0) return;
    const { names, widths, starts } = columnsIn(box);
    const [left, right] = [starts[at]!, names + starts[at]! + widths[at]! - box.clientWidth];
    if (box.scrollLeft > left) box.scrollLeft = left;
    else if (box.scrollLeft < right) box.scrollLeft = starts.find((start) => start >= right)!;
  }, [column, by]);
  return place;
}
