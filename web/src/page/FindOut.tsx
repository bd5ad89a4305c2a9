// What to find out first: how much of the spread of a measure would go if an input were known.
import { shareWords } from "../chances";
import type { Measured, StudyInput } from "../engine/messages";
import { useSession } from "./context";
import { listedThings, pathTitle } from "./inputs";

/** Shares below this are nothing in whole points, and not told. */
const LEAST = 0.005;

export function FindOut({ measured, inputs }: { measured: Measured; inputs: readonly StudyInput[] }) {
  const session = useSession();
  const { title, influence = [], on_coming: onComing } = measured;
  const things = listedThings(session.store.get());
  const told = influence.filter(({ spread }) => spread.value !== undefined);
  const known = told.filter(({ spread }, at) => at === 0 || spread.value! >= LEAST);
  const first = known[0];
  if (!first) return <p class="quiet">What to find out first: {title} is the same in all cases.</p>;
  const cuts = inputs.filter(({ cut }) => cut >= LEAST);
  const name = (input: number) => pathTitle(inputs[input]?.path ?? "", things);
  return (
    <section class="find-out" aria-label="What to find out first">
      <h3>What to find out first</h3>
      <p>
        To know <b>{name(first.input)}</b> would take away {shareWords({ value: first.spread.value! })} of the spread of{" "}
        {onComing ? `whether there is one: ${title}` : title}.
      </p>
      <div class="scroll" tabIndex={0} role="region" aria-label="What to find out first, table">
        <table>
          <thead>
            <tr>
              <th scope="col">Input</th>
              <th scope="col">Spread that would go</th>
              <td />
              <th scope="col">Rank correlation</th>
            </tr>
          </thead>
          <tbody>
            {known.map(({ input, spread, correlation }) => (
              <tr key={input}>
                <th scope="row">{name(input)}</th>
                <td translate={false}>{shareWords(spread)}</td>
                <td class="bar-cell" aria-hidden="true">
                  <i class="bar" style={{ "--from": "0%", "--to": `${100 * spread.value!}%` }} />
                </td>
                <td translate={false}>{correlation.value === undefined ? "none" : correlation.value.toFixed(2).replace("-", "−")}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {told.length > known.length && <p class="quiet">{othersWords(told.length - known.length)} next to nothing.</p>}
      {cuts.length > 0 && (
        <p class="quiet">
          Left out as beyond the bounds of the input:{" "}
          {cuts.map(({ path, cut }) => `${shareWords({ value: cut })} of ${pathTitle(path, things)}`).join("; ")}.
        </p>
      )}
    </section>
  );
}

function othersWords(count: number): string {
  return count === 1 ? "To know the other one would take away" : `To know the ${count} others would take away`;
}
