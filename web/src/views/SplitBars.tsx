// The shares of each whole as a bar, whose parts can be asked why.
import type { ShownView } from "../engine/client";
import type { Split } from "../engine/messages";
import { usePicked, useSession } from "../page/context";
import { goAmong, roving } from "../page/roving";
import { useDark } from "../page/theme";
import { barOf } from "./split";
import { reasonOf, valueText } from "./values";

export function SplitBars({ view: { split } }: { view: ShownView }) {
  return (
    <div class="view-bars">
      {split!.wholes.map(({ title }, whole) => (
        <div key={title}>
          <span class="quiet">{title}</span>
          <Bar split={split!} whole={whole} />
        </div>
      ))}
    </div>
  );
}

function Bar({ split, whole }: { split: Split; whole: number }) {
  const session = useSession();
  const dark = useDark();
  const months = usePicked((state) => state.result?.months) ?? [];
  const selected = usePicked((state) => state.view.select);
  const { title } = split.wholes[whole]!;
  return (
    <span class="bar" role="toolbar" aria-label={`${title}, parts`} onKeyDown={goAmong}>
      {barOf(split, whole, dark).map(({ part, colour, share }, at) => {
        const { title: of, name, values, shares } = split.parts[part]!;
        const reason = reasonOf(values[whole]!, months);
        const words = `${title}: ${of}, ${valueText(shares[whole]!)}. Why?`;
        return (
          <button
            key={part}
            type="button"
            {...roving(at)}
            class={name && name === selected ? "selected" : ""}
            style={{ "--colour": colour, "--share": share }}
            aria-label={words}
            title={words}
            aria-disabled={!reason}
            onClick={() => reason && session.explain(reason)}
          />
        );
      })}
    </span>
  );
}
