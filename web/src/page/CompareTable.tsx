// A table of a comparison: a row for each of what is compared, a column for each scenario. It can be taken away.
import type { ComponentChildren } from "preact";
import { useRef } from "preact/hooks";
import { CopyText } from "./CopyText";
import { BelongingTo, usePicked } from "./context";
import { type Cell, commaSeparated, tabSeparated } from "./export";
import { SaveFile } from "./SaveFile";
import { isFirstOf, Selectable } from "./Selectable";
import { useWholeColumns } from "./wholecolumns";

export interface CompareRow {
  title: string;
  /** What stands in place of the title, where that is more than a text. */
  head?: ComponentChildren;
  /** Of the thing whose row it is. */
  name?: string | undefined;
  cells: readonly string[];
  /** What goes with a cell, below it. */
  notes?: readonly string[];
  /** A heading has no cells. */
  kind?: "heading" | "total" | "line";
  depth?: number;
}

interface Props {
  /** For the file. */
  name: string;
  title: string;
  first: string;
  columns: readonly string[];
  rows: readonly CompareRow[];
  /** What is taken away: the same, with numbers as they are. */
  grid: () => readonly (readonly Cell[])[];
}

export function CompareTable({ name, title, first, columns, rows, grid }: Props) {
  const selected = usePicked((state) => state.view.select);
  const box = useRef<HTMLDivElement>(null);
  useWholeColumns(box);
  return (
    <BelongingTo.Provider value={title}>
      <div class="card-head">
        <div class="card-tools">
          <CopyText label="Copy table" what={`${title} as a table`} text={() => tabSeparated(grid())} />
          <SaveFile small label="CSV" name={`rackonomics-comparison-${name}.csv`} make={() => ({ text: commaSeparated(grid()), type: "text/csv" })} />
        </div>
      </div>
      <div class="scroll statement" tabIndex={0} role="region" aria-label={`${title}, table`} ref={box}>
        <table>
          <caption class="visually-hidden">{title}</caption>
          <thead>
            <tr>
              <th scope="col">{first}</th>
              {columns.map((column, at) => (
                <th scope="col" key={at}>
                  {column}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ title: text, head, name: thing, cells, notes, kind = "line", depth = 0 }, at) => (
              <tr key={at} class={thing && thing === selected ? `${kind} selected` : kind} data-depth={depth}>
                <th scope="row" style={{ "--depth": depth }}>
                  {head ?? (
                    <Selectable name={thing} isTabbed={isFirstOf(rows, at)}>
                      {text}
                    </Selectable>
                  )}
                </th>
                {kind === "heading" ? (
                  <td colSpan={columns.length} />
                ) : (
                  cells.map((cell, column) => (
                    <td key={column} translate={false}>
                      {cell}
                      {notes?.[column] && <span class="cell-note">{notes[column]}</span>}
                    </td>
                  ))
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </BelongingTo.Provider>
  );
}
