// A table that compares figures of several things, beside those of the base where they differ.
import type { ComponentChildren } from "preact";
import type { ShownView } from "../engine/client";
import type { TableRow, Value } from "../engine/messages";
import { unitBeside } from "../format";
import { usePicked } from "../page/context";
import { isFirstOf, Selectable, useIsSelected } from "../page/Selectable";
import { SourceText } from "../page/SourceText";
import { baseView, isOfMonth } from "../state/comparison";
import { Figure, OfMonth, Swatch, ValueText, ViewHead, ViewTable } from "./parts";
import { cellIn, columnUnits, valueText } from "./values";

export function TableView({ view }: { view: ShownView }) {
  const { columns = [], rows = [] } = view;
  const units = columnUnits(view);
  const base = usePicked(({ shown, shownBase }) => baseView(view, shown, shownBase));
  return (
    <>
      <ViewHead view={view}>{isOfMonth(view) && <OfMonth />}</ViewHead>
      <ViewTable view={view}>
        <thead>
          <tr>
            <th scope="col">
              <span class="visually-hidden">Name</span>
            </th>
            {columns.map((title, at) => (
              <th key={at} scope="col">
                {title}
                {unitBeside(title, units[at]!) && <span class="unit">{` ${units[at]}`}</span>}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, at) => (
            <Row key={at} row={row} isTabbed={isFirstOf(rows, at)}>
              {row.cells.map((value, column) => (
                <td key={column}>
                  <Figure value={value} what={`${columns[column]}, ${row.title}`}>
                    <ValueText value={value} unit={units[column]} />
                  </Figure>
                  <Was value={value} base={base && cellIn(base, value, column)} unit={units[column]} />
                </td>
              ))}
            </Row>
          ))}
        </tbody>
      </ViewTable>
    </>
  );
}

function Row({ row, isTabbed, children }: { row: TableRow; isTabbed: boolean; children: ComponentChildren }) {
  const { title, name, role, place, depth = 0, total, sources = [] } = row;
  const kind = role === "result" ? "strong" : total ? "total" : "";
  return (
    <tr class={useIsSelected(name) ? `${kind} selected` : kind}>
      <th scope="row" style={{ "--depth": depth }}>
        <Selectable name={name} isTabbed={isTabbed}>
          <Swatch role={role} place={place} />
          {title}
        </Selectable>
        {sources.map((source, which) => (
          <div key={which} class="table-source">
            <SourceText source={source} />
          </div>
        ))}
      </th>
      {children}
    </tr>
  );
}

function Was({ value, base, unit }: { value: Value; base: Value | undefined; unit: string | undefined }) {
  return base && valueText(base) !== valueText(value) ? (
    <div class="was">
      base: <ValueText value={base} unit={unit} />
    </div>
  ) : null;
}
