// A table of the report, of which what there is no room for is left out.
import type { WrittenTable } from "../../views/written";

export function ReportTable({ table: { head, rows }, fit }: { table: WrittenTable; fit: string }) {
  return (
    <>
      <table class="report-table">
        <thead>
          <tr>
            {head.map((text, at) => (
              <th key={at} scope="col">
                {text}
              </th>
            ))}
          </tr>
        </thead>
        <tbody data-fit={fit}>
          {rows.map(({ cells, depth = 0, strong }, row) => (
            <tr key={row} class={strong ? "report-strong" : ""} data-entry>
              {cells.map((text, at) =>
                at === 0 ? (
                  <th key={at} scope="row" style={{ "--depth": depth }}>
                    {text}
                  </th>
                ) : (
                  <td key={at}>{text}</td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
      <p class="report-quiet" data-more={fit} data-words="And # more lines, which the page has." hidden />
    </>
  );
}
