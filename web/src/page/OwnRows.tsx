// The rows that the open scenario adds to the model, in the month shown.
import { formatMonth, formatQuantity } from "../format";
import { usePicked, useSession } from "./context";

export function OwnRows() {
  const session = useSession();
  const result = usePicked((state) => state.result);
  const month = usePicked((state) => state.view.month ?? 0);
  const { months, rows } = result?.table ?? { months: [], rows: [] };
  if (!result || !rows.some(({ own }) => own)) return null;
  const at = Math.min(month, months.length - 1);
  const titleOf = (scope: string, name: string) =>
    result.document.instances.find((thing) => thing.scope === scope && thing.name === name)?.title || name;
  return (
    <section class="own-rows" aria-labelledby="own-rows-title">
      <h2 id="own-rows-title">Rows of this scenario, {formatMonth(months[at] ?? "")}</h2>
      <table>
        <thead>
          <tr>
            <th scope="col">Row</th>
            <th scope="col">Of</th>
            <th scope="col">Value</th>
            <th>
              <span class="visually-hidden">Reasons</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map(
            ({ name, instance, unit, own }, index) =>
              own && (
                <tr key={index}>
                  <th scope="row">{own}</th>
                  <td class="name">{titleOf(name.split(".")[0]!, instance)}</td>
                  <td translate={false}>{formatQuantity(result.numbers[index * months.length + at], unit)}</td>
                  <td>
                    <button
                      type="button"
                      class="why"
                      aria-label={`Why? ${own}`}
                      onClick={() => session.explain({ row: name, instances: [instance], month: at })}
                    >
                      why?
                    </button>
                  </td>
                </tr>
              ),
          )}
        </tbody>
      </table>
    </section>
  );
}
