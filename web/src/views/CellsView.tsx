// Figures, each with its title and what goes with it.
import type { ShownView } from "../engine/client";
import { usePicked } from "../page/context";
import { OfMonth, Sentence, ValueText, ViewHead, WhyButton } from "./parts";
import { judgement, reasonOf } from "./values";

export function CellsView({ view }: { view: ShownView }) {
  const months = usePicked((state) => state.result?.table.months) ?? [];
  return (
    <>
      <ViewHead view={view}>
        <OfMonth />
      </ViewHead>
      <dl class="view-cells">
        {(view.cells ?? []).map((cell) => (
          <div key={cell.title}>
            <dt>{cell.title}</dt>
            <dd class={judgement(cell)}>
              <ValueText value={cell.value} /> <WhyButton reason={reasonOf(cell.value, months)} what={cell.title} />
            </dd>
            {cell.note && (
              <dd class="quiet">
                <Sentence pieces={cell.note} />
              </dd>
            )}
          </div>
        ))}
      </dl>
    </>
  );
}
