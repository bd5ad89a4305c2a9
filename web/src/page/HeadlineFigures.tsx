// The headline figures, and the break-evens in a table.
import { ABSENT, formatMonth } from "../format";
import { useSession, usePicked } from "./context";
import { breakEvens, type Figure, headline, holdsText, leaseValues, SAME } from "./headline";

export function Figures() {
  const shown = useShown();
  if (!shown) return <section class="figures" aria-busy="true" aria-label="Headline figures" />;
  const { result, base, month, changed } = shown;
  return (
    <section class="figures" aria-label="Headline figures">
      {headline(result, base, month, changed).map((figure) => <FigureCell key={figure.key} figure={figure} />)}
    </section>
  );
}

function useShown() {
  const result = usePicked((state) => state.result);
  const baseline = usePicked((state) => state.baseline);
  const month = usePicked((state) => state.view.month ?? 0);
  const changed = usePicked((state) => (state.history?.present.changes.size ?? 0) > 0);
  return result && baseline && { result, base: baseline.result, month: Math.min(month, result.table.months.length - 1), changed };
}

function FigureCell({ figure }: { figure: Figure }) {
  const session = useSession();
  return (
    <div class={`figure ${figure.tone ?? ""}`} data-figure={figure.key}>
      <h2>{figure.title}</h2>
      <p class="figure-value" translate={false}>{figure.value}</p>
      <p class="figure-note">{figure.note}</p>
      <div class="figure-foot">
        <p translate={false} class={figure.delta === SAME ? "figure-delta same" : "figure-delta"}>{figure.delta}</p>
        {figure.explained && (
          <button type="button" class="why" aria-label={`Why? ${figure.title}`} onClick={() => session.explain(figure.explained)}>why?</button>
        )}
      </div>
    </div>
  );
}

export function BreakEvens() {
  const session = useSession();
  const shown = useShown();
  if (!shown) return null;
  const { result, base, month, changed } = shown;
  return (
    <section class="break-evens" aria-labelledby="break-evens-title">
      <h2 id="break-evens-title">Break-even by measure</h2>
      <table>
        <thead>
          <tr><th scope="col">Line</th><th scope="col">First month</th><th scope="col">Holds</th><th><span class="visually-hidden">Reasons</span></th></tr>
        </thead>
        <tbody>
          {breakEvens(result, base, month).map((row) => (
            <tr key={row.line} class={row.line === "operating_income" ? "strong" : ""}>
              <th scope="row">{row.title}</th>
              <td translate={false} class={row.first ? "" : "quiet"}>
                {row.first ? formatMonth(row.first) : "not reached"}
                <Was now={row.first} base={row.baseFirst} changed={changed} />
              </td>
              <td translate={false} class={row.lasting ? "" : "quiet"}>
                {row.first ? holdsText(row) : ABSENT}
                <Was now={row.lasting} base={row.baseLasting} changed={changed} />
              </td>
              <td><button type="button" class="why" aria-label={`Why? ${row.title}`} onClick={() => session.explain(row.explained)}>why?</button></td>
            </tr>
          ))}
        </tbody>
      </table>
      <dl class="lease-values">
        {leaseValues(result, base, changed).map(({ title, note, value, base: before }) => (
          <div key={title} title={note}>
            <dt>{title}</dt>
            <dd translate={false}>{value}{before && <span class="was">{before}</span>}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function Was({ now, base, changed }: { now: string | undefined; base: string | undefined; changed: boolean }) {
  return changed && now !== base ? <span class="was">base: {base ? formatMonth(base) : ABSENT}</span> : null;
}
