// A table that compares figures of several things.
import type { ShownView } from "../engine/client";
import { Figure, OfMonth, Swatch, ViewHead } from "./parts";

export function TableView({ view }: { view: ShownView }) {
  const { columns = [], rows = [] } = view;
  return (
    <>
      <ViewHead view={view}><OfMonth /></ViewHead>
      <div class="scroll" tabIndex={0} role="region" aria-label={view.title}>
        <table>
          <caption class="visually-hidden">{view.title}. {view.note}</caption>
          <thead>
            <tr><th scope="col"><span class="visually-hidden">Name</span></th>{columns.map((title, at) => <th key={at} scope="col">{title}</th>)}</tr>
          </thead>
          <tbody>
            {rows.map(({ title, role, place, cells }, at) => (
              <tr key={at}>
                <th scope="row"><Swatch role={role} place={place} />{title}</th>
                {cells.map((value, column) => <td key={column}><Figure value={value} what={`${columns[column]}, ${title}`} /></td>)}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}
