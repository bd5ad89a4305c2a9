// Figures, each with its title and what goes with it.
import type { ShownView } from "../engine/client";
import { OfMonth, Sentence, ViewHead, WhyButton } from "./parts";
import { usePicked } from "../page/context";
import { judgement, reasonOf, valueText } from "./values";

export function CellsView({ view }: { view: ShownView }) {
  const months = usePicked((state) => state.result?.table.months) ?? [];
  return (
    <>
      <ViewHead view={view}><OfMonth /></ViewHead>
      <dl class="view-cells">
        {(view.cells ?? []).map((cell) => (
          <div key={cell.title}>
            <dt>{cell.title}</dt>
            <dd class={judgement(cell)}>
              {cell.words ?? <span translate={false}>{valueText(cell.value)}</span>} <WhyButton reason={reasonOf(cell.value, months)} what={cell.title} />
            </dd>
            {cell.note && <dd class="quiet"><Sentence pieces={cell.note} /></dd>}
          </div>
        ))}
      </dl>
    </>
  );
}
