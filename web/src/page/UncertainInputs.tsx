// The uncertain inputs as a table, where each range can be typed anew or taken away, and the number of cases.
import type { ComponentChildren } from "preact";
import { asPage } from "../format";
import { STUDY_PATHS } from "../paths";
import { usePicked, useSession } from "./context";
import { listedThings, pathTitle } from "./inputs";
import { NumberField } from "./NumberField";

const PATHS = { title: "Number of cases", unit: "1", whole: true, min: 2, max: 1_000_000 };

export function UncertainInputs({ children }: { children: ComponentChildren }) {
  const session = useSession();
  const study = usePicked((state) => state.result?.document.study);
  if (!study) return null;
  const things = listedThings(session.store.get());
  return (
    <details class="uncertain-inputs" open>
      <summary>
        <h3>What is uncertain</h3>
      </summary>
      <div class="scroll tall" tabIndex={0} role="region" aria-label="Uncertain inputs, table">
        <table>
          <thead>
            <tr>
              <th scope="col">Input</th>
              <th scope="col" class="words">
                Range
              </th>
              <th scope="col" class="words">
                Form
              </th>
              <th scope="col">
                <span class="visually-hidden">Change or remove</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {study.uncertain.map(({ path, told, form, words }) => {
              const title = pathTitle(path, things);
              return (
                <tr key={path}>
                  <th scope="row">{title}</th>
                  <td class="words" translate={false}>
                    {asPage(told)}
                  </td>
                  <td class="words">
                    {form}: {asPage(words)}
                  </td>
                  <td class="tools">
                    <button type="button" class="small" aria-label={`Change ${title}`} onClick={() => session.jumpTo(path)}>
                      change
                    </button>{" "}
                    <button type="button" class="icon" aria-label={`Make ${title} certain`} onClick={() => session.makeCertain(path)}>
                      ×
                    </button>
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
      <div class="how-sure-foot">
        <label for="study-paths">Number of cases</label>
        <NumberField
          id="study-paths"
          label="Number of cases"
          field={PATHS}
          value={study.paths}
          onValue={(paths) => session.change(STUDY_PATHS.paths, paths)}
          onDone={() => session.endGesture()}
        />
      </div>
      {children}
    </details>
  );
}
