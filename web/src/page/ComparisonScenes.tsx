// The sites of all scenarios side by side, in one month.
import { useEffect, useState } from "preact/hooks";
import { isRefused, type Refused } from "../engine/answered";
import { addMonths, formatMonth, monthsBetween } from "../format";
import { roleColour } from "../palette";
import { problemsText } from "../problems";
import { type Drawing, drawingOf, usesOf } from "../state/drawing";
import type { Scenario } from "../state/history";
import type { Answered } from "./comparing";
import { usePicked, useSession } from "./context";
import { Slider } from "./Slider";
import { useDark } from "./theme";

/** In CSS pixels. */
const SIZE = { width: 640, height: 420 };

/** A scenario in the month of all, or in that of its own that is next to it. */
interface Side {
  title: string;
  scenario: Pick<Scenario, "origin" | "changes">;
  month: number;
  monthName: string;
}

/** The month looked at is no change that could be undone. */
const nothing = () => {};

export function ComparisonScenes({ answered }: { answered: Answered }) {
  const session = useSession();
  const months = usePicked((state) => state.result?.months);
  const month = usePicked((state) => state.view.month ?? 0);
  if (!months) return null;
  const last = months.length - 1;
  const now = months[Math.min(month, last)]!;
  return (
    <section aria-labelledby="comparison-scenes">
      <h3 id="comparison-scenes">Sites side by side</h3>
      <div class="comparison-month">
        <Slider
          label="Month of the sites"
          text={formatMonth(now)}
          range={{ min: 0, max: last, step: 1 }}
          value={Math.min(month, last)}
          onValue={(to) => session.look({ month: to })}
          onDone={nothing}
        />
        <output translate={false}>{formatMonth(now)}</output>
      </div>
      <div class="comparison-scenes">
        {sidesOf(answered, now).map((side, at) => (
          <Scene key={`${at} ${side.title}`} side={side} />
        ))}
      </div>
    </section>
  );
}

function sidesOf({ of, sides, shown }: Answered, month: string): Side[] {
  const scenarios = sides.map(({ origin, changes }) => ({ origin, changes: new Map(changes.map(({ path, value }) => [path, value])) }));
  return [of, ...scenarios].map((scenario, at) => {
    const { start, months } = shown[at]!;
    const own = Math.max(0, Math.min(months - 1, monthsBetween(start, month)));
    return { title: at === 0 ? "Here" : sides[at - 1]!.title, scenario, month: own, monthName: addMonths(start, own) };
  });
}

function Scene({ side: { title, scenario, month, monthName } }: { side: Side }) {
  const session = useSession();
  const dark = useDark();
  const [drawn, setDrawn] = useState<{ drawing: Drawing; origin: Scenario["origin"]; of: string; month: number; dark: boolean }>();
  const [trouble, setTrouble] = useState<string>();
  const of = JSON.stringify([...scenario.changes]);
  useEffect(() => {
    const wanted = new AbortController();
    const draw = async () => {
      const uses = await usesOf(session.pool, scenario, wanted.signal);
      if (!uses || isRefused(uses)) return tell(uses);
      const colours = uses.map(({ role, place }) => roleColour(role, place, dark));
      const drawing = await drawingOf(session.pool, scenario, { ...SIZE, month, colours, dark }, wanted.signal);
      if (!drawing || isRefused(drawing)) return tell(drawing);
      setTrouble(undefined);
      setDrawn({ drawing, origin: scenario.origin, of, month, dark });
    };
    const tell = (refused: Refused | undefined) => {
      if (refused) setTrouble(problemsText(refused.problems));
    };
    draw().catch((reason: Error) => !wanted.signal.aborted && setTrouble(reason.message));
    return () => wanted.abort();
  }, [scenario.origin, of, month, dark]);
  const isFormer = drawn?.month !== month || drawn.dark !== dark || drawn.of !== of || drawn.origin !== scenario.origin;
  return (
    <figure class="figured fading" data-standing={isFormer && !trouble ? "awaited" : "current"} aria-busy={isFormer && !trouble}>
      <figcaption>
        {title}, <span translate={false}>{formatMonth(monthName)}</span>
      </figcaption>
      {trouble ? (
        <p class="notice info">It cannot be drawn ({trouble.replace(/\.$/, "")}).</p>
      ) : (
        <img alt={drawn?.drawing.summary ?? "Being drawn"} width={SIZE.width} height={SIZE.height} src={drawn?.drawing.address} />
      )}
    </figure>
  );
}
