// The headline figures.
import { usePicked, useSession } from "./context";
import { type Figure, headline, SAME } from "./headline";

export function Figures() {
  const shown = useShown();
  if (!shown) return <section class="figures" aria-busy="true" aria-label="Headline figures" />;
  const { result, base, month, changed } = shown;
  return (
    <section class="figures" aria-label="Headline figures">
      {headline(result, base, month, changed).map((figure) => (
        <FigureCell key={figure.key} figure={figure} />
      ))}
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
      <p class="figure-value" translate={false}>
        {figure.value}
      </p>
      <p class="figure-note">{figure.note}</p>
      <div class="figure-foot">
        <p translate={false} class={figure.delta === SAME ? "figure-delta same" : "figure-delta"}>
          {figure.delta}
        </p>
        {figure.explained && (
          <button type="button" class="why" aria-label={`Why? ${figure.title}`} onClick={() => session.explain(figure.explained)}>
            why?
          </button>
        )}
      </div>
    </div>
  );
}
