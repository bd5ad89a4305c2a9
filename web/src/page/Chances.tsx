// What the cases of a study come to: in sentences, as a chart of chances by month, and for the measure that is asked about how it
// spreads, what to find out first and what each input does alone.
import { measureWords, shareWords } from "../chances";
import type { Estimated, GatherAnswer, Measured, Tornado } from "../engine/messages";
import { asPage, formatPercent } from "../format";
import { STUDY_PATHS } from "../paths";
import type { Followed } from "../state/studies";
import { ChanceChart } from "../views/ChanceChart";
import { FollowedChart } from "../views/FollowedChart";
import { usePicked, useSession } from "./context";
import { FindOut } from "./FindOut";
import { listedThings, pathTitle } from "./inputs";
import { TornadoBars } from "./TornadoBars";

interface Props {
  answer: GatherAnswer;
  tornados: readonly Tornado[];
  followed: Followed | undefined;
}

export function Chances({ answer, tornados, followed }: Props) {
  const session = useSession();
  const { chances = [], measures = [], asked, levels } = answer;
  const chosen = measures.find(({ name }) => name === asked) ?? measures[0];
  const tornado = tornados.find(({ measure }) => measure === chosen?.name);
  return (
    <>
      <ul class="chances">
        {chances.map(({ measure, text }) => (
          <li key={measure}>{asPage(text)}</li>
        ))}
      </ul>
      <ChanceChart measures={measures} />
      {chosen && (
        <>
          <div class="how-sure-foot">
            <label for="study-measure">Ask about</label>
            <select id="study-measure" value={chosen.name} onChange={(event) => session.change(STUDY_PATHS.measure, event.currentTarget.value)}>
              {measures.map(({ name, title }) => (
                <option key={name} value={name}>
                  {title}
                </option>
              ))}
            </select>
          </div>
          <Spread measured={chosen} levels={levels} />
          <FindOut measured={chosen} inputs={answer.inputs ?? []} />
          {tornado && <TornadoBars measured={chosen} tornado={tornado} />}
          {followed && <FollowedChart followed={followed} nameOf={(path) => pathTitle(path, listedThings(session.store.get()))} />}
        </>
      )}
    </>
  );
}

function isNever(measured: Measured | undefined): boolean {
  return measured?.absent.value === 1;
}

/** Tells a value of a measure in words, in the scenario that is shown. */
export function useMeasureWords(): (measured: Measured, value: number | undefined) => string {
  const start = usePicked((state) => state.result?.document.start ?? "");
  return (measured, value) => measureWords(measured, value, start);
}

/** How a measure spreads over the cases in which there is one, as a bar and in figures. */
function Spread({ measured, levels }: { measured: Measured; levels: readonly number[] }) {
  const words = useMeasureWords();
  const { title, quantiles, absent, kind, mean } = measured;
  const values = quantiles.map(({ value }) => value);
  if (isNever(measured)) return <p>{title}: in none of the cases.</p>;
  const [low = 0, , , , high = 0] = values;
  const place = (value: number | undefined) => `${high > low ? (100 * ((value ?? low) - low)) / (high - low) : 50}%`;
  const amount = ({ value, error }: Estimated) => words(measured, value) + (kind === "number" && error ? ` (±\u00a0${words(measured, error)})` : "");
  return (
    <section class="spread" aria-label={`How ${title} spreads`}>
      <h3>How it spreads: {title}</h3>
      <div class="spread-bar" aria-hidden="true">
        <i class="box" style={{ "--from": place(values[1]), "--to": place(values[3]) }} />
        <i class="middle" style={{ "--from": place(values[2]) }} />
      </div>
      <div class="scroll" tabIndex={0} role="region" aria-label={`${title}, table of how it spreads`}>
        <table>
          <thead>
            <tr>
              {levels.map((level) => (
                <th scope="col" key={level}>
                  {formatPercent(level)} of cases at or below
                </th>
              ))}
              {kind === "number" && <th scope="col">Mean</th>}
              <th scope="col">No value in</th>
            </tr>
          </thead>
          <tbody>
            <tr>
              {quantiles.map((quantile, at) => (
                <td key={levels[at]} translate={false}>
                  {amount(quantile)}
                </td>
              ))}
              {kind === "number" && <td translate={false}>{amount(mean)}</td>}
              <td translate={false}>{shareWords(absent)}</td>
            </tr>
          </tbody>
        </table>
      </div>
    </section>
  );
}
