// What each uncertain input does alone to a measure, from its low to its high, the widest first.
import type { Bar, Measured, Tornado } from "../engine/messages";
import { formatNumber, formatValue } from "../format";
import { useMeasureWords } from "./Chances";
import { useSession } from "./context";
import { declarationOf, listedThings, pathTitle, valueWords } from "./inputs";

export function TornadoBars({ measured, tornado }: { measured: Measured; tornado: Tornado }) {
  const session = useSession();
  const words = useMeasureWords();
  const things = listedThings(session.store.get());
  const { value: base } = tornado;
  const bars = tornado.bars.filter(({ at_low, at_high }) => at_low !== base || at_high !== base);
  const others = tornado.bars.length - bars.length;
  const all = [base, ...bars.flatMap(({ at_low, at_high }) => [at_low, at_high])].filter((value) => value !== undefined);
  const [least, most] = [Math.min(...all), Math.max(...all)];
  const place = (value: number) => `${most > least ? (100 * (value - least)) / (most - least) : 50}%`;
  return (
    <section class="tornado" aria-label={`Each input alone: ${measured.title}`}>
      <h3>Each input alone: {measured.title}</h3>
      <p class="quiet">As the scenario stands: {words(measured, base)}.</p>
      {others > 0 && (
        <p class="quiet">{bars.length === 0 ? "No input alone moves it." : `${others} of ${tornado.bars.length} inputs alone do not move it.`}</p>
      )}
      {bars.length > 0 && (
        <div class="scroll" tabIndex={0} role="region" aria-label="Each input alone, table">
          <table>
            <thead>
              <tr>
                <th scope="col">Input</th>
                <th scope="col">Low</th>
                <th scope="col">Then</th>
                <td />
                <th scope="col">High</th>
                <th scope="col">Then</th>
              </tr>
            </thead>
            <tbody>
              {bars.map((bar) => (
                <tr key={bar.path}>
                  <th scope="row">{pathTitle(bar.path, things)}</th>
                  <td translate={false}>{endWords(bar, bar.low)}</td>
                  <td translate={false}>
                    <AskedEnd measured={measured} bar={bar} end={bar.low} title={pathTitle(bar.path, things)} text={words(measured, bar.at_low)} />
                  </td>
                  <td class="bar-cell" aria-hidden="true">
                    {bar.at_low !== undefined && bar.at_high !== undefined && (
                      <i
                        class="bar"
                        style={{ "--from": place(Math.min(bar.at_low, bar.at_high)), "--to": place(Math.max(bar.at_low, bar.at_high)) }}
                      />
                    )}
                    {base !== undefined && <i class="middle" style={{ "--from": place(base) }} />}
                  </td>
                  <td translate={false}>{endWords(bar, bar.high)}</td>
                  <td translate={false}>
                    <AskedEnd measured={measured} bar={bar} end={bar.high} title={pathTitle(bar.path, things)} text={words(measured, bar.at_high)} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}

interface EndProps {
  measured: Measured;
  bar: Bar;
  end: unknown;
  title: string;
  text: string;
}

/** What the measure is at an end of an input's bar; it is asked why as if the input had that value. What is a factor of it is no such value. */
function AskedEnd({ measured: { name, title: what }, bar, end, title, text }: EndProps) {
  const session = useSession();
  if (bar.times || !declarationOf(bar.path)) return <>{text}</>;
  return (
    <button
      type="button"
      class="asked-number"
      title="Why?"
      aria-label={`Why? ${what} with ${title} ${endWords(bar, end)}: ${text}`}
      onClick={() => session.explain({ measure: name, besides: [{ path: bar.path, value: end }] })}
    >
      {text}
    </button>
  );
}

/** An end of an input's bar in words. */
function endWords({ path, times }: Bar, end: unknown): string {
  const declaration = declarationOf(path);
  if (times && typeof end === "number") return `${formatNumber(end)} times`;
  // Whether there is a thing at all has none.
  return declaration ? valueWords(end, declaration) : formatValue(end, "");
}
