// Which uncertain inputs rise and fall together.
import { useState } from "preact/hooks";
import { STUDY_PATHS } from "../paths";
import { equal } from "../state/history";
import { usePicked, useSession } from "./context";
import { listedThings, pathTitle } from "./inputs";
import { NumberField } from "./NumberField";

const FIELD = { title: "Correlation", unit: "1", min: -0.99, max: 0.99, step: 0.05 };

export function Correlations() {
  const session = useSession();
  const study = usePicked((state) => state.result?.document.study);
  const mended = usePicked((state) => state.study?.answer?.mended_by ?? 0);
  const isOfBase = usePicked((state) => (state.baseline?.document.study?.correlations.length ?? 0) > 0);
  const [isOpen, setIsOpen] = useState(false);
  const [pair, setPair] = useState<[string, string]>();
  if (!study || study.uncertain.length < 2) return null;
  const { correlations, uncertain } = study;
  const things = listedThings(session.store.get());
  const title = (path: string) => pathTitle(path, things);
  const set = (next: typeof correlations) => {
    if (next.length === 0 && !isOfBase) session.reset(STUDY_PATHS.correlations);
    else session.change(STUDY_PATHS.correlations, next);
  };
  const paths = uncertain.map(({ path }) => path);
  const [one, other] = pair?.every((path) => paths.includes(path)) ? pair : [paths[0]!, paths[1]!];
  const isStated = correlations.some(({ of }) => equal([...of].sort(), [one, other].sort()));
  const select = (at: 0 | 1, label: string) => (
    <select
      aria-label={label}
      value={at === 0 ? one : other}
      onChange={(event) => {
        const { value } = event.currentTarget;
        setPair(at === 0 ? [value, other] : [one, value]);
      }}
    >
      {paths.map((path) => (
        <option key={path} value={path}>
          {title(path)}
        </option>
      ))}
    </select>
  );
  return (
    <details class="correlations" open={isOpen} onToggle={(event) => setIsOpen(event.currentTarget.open)}>
      <summary>
        <h3>What goes together</h3> <span class="quiet">{correlations.length > 0 ? `${correlations.length} stated` : "nothing stated"}</span>
      </summary>
      {mended > 0 && (
        <p class="notice warning">The correlations contradict each other; the nearest that can be are used, at most {mended.toFixed(2)} away.</p>
      )}
      <ul>
        {correlations.map(({ of: [left = "", right = ""], is }, at) => {
          const name = `${title(left)} with ${title(right)}`;
          const replaced = (value: number) => set(correlations.map((each, index) => (index === at ? { ...each, is: value } : each)));
          return (
            <li key={`${left} ${right}`}>
              {name}
              <NumberField
                id={`correlation-${at}`}
                label={`Correlation of ${name}`}
                field={FIELD}
                value={is}
                onValue={replaced}
                onDone={() => session.endGesture()}
              />
              <button
                type="button"
                class="icon"
                aria-label={`Remove the correlation of ${name}`}
                onClick={() => set(correlations.filter((_, index) => index !== at))}
              >
                ×
              </button>
            </li>
          );
        })}
      </ul>
      <div class="how-sure-foot">
        {select(0, "Correlate")} with {select(1, "Correlate with")}
        <button
          type="button"
          class="small"
          disabled={one === other || isStated}
          onClick={() => set([...correlations, { of: [one, other], is: 0.5 }])}
        >
          Add
        </button>
      </div>
    </details>
  );
}
