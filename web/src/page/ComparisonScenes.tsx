// The sites of all scenarios side by side, in one month.
import { useEffect, useRef, useState } from "preact/hooks";
import { isRefused, type Refused } from "../engine/answered";
import type { PictureScale } from "../engine/messages";
import type { Pool } from "../engine/pool";
import { addMonths, formatMonth, monthsBetween } from "../format";
import { roleColour } from "../palette";
import { problemsText } from "../problems";
import { type Drawing, drawingOf, type ToOneScale, toOneScale, usesOf } from "../state/drawing";
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
      <p class="quiet">Drawn to one scale: twice the racks or megawatts take twice the ground, and twice the money flows twice as thick.</p>
      <Scenes sides={sidesOf(answered, now)} />
    </section>
  );
}

function Scenes({ sides }: { sides: readonly Side[] }) {
  const { drawn, trouble, isFormer } = useDrawn(sides);
  return (
    <div class="comparison-scenes">
      {sides.map((side, at) => (
        <Scene
          key={`${at} ${side.title}`}
          side={side}
          picture={drawn?.titles[at] === side.title ? drawn.pictures[at] : undefined}
          trouble={trouble}
          isFormer={isFormer}
        />
      ))}
    </div>
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

/** What is drawn of the sides: pictures of all of them, or why there is none of one, and of what inputs they are. */
interface Drawn {
  pictures: ToOneScale["drawings"];
  titles: readonly string[];
  inputs: readonly unknown[];
}

/** Draws all sides to one scale, anew when one of them, the month or the theme changes. */
function useDrawn(sides: readonly Side[]): { drawn: Drawn | undefined; trouble: string | undefined; isFormer: boolean } {
  const session = useSession();
  const dark = useDark();
  const [drawn, setDrawn] = useState<Drawn>();
  const [trouble, setTrouble] = useState<string>();
  const known = useRef<{ of: readonly unknown[]; scale: PictureScale } | undefined>(undefined);
  const scenarios = sides.flatMap(({ scenario }) => [scenario.origin, JSON.stringify([...scenario.changes])]);
  const inputs = [dark, ...sides.map(({ month }) => month), ...scenarios];
  useEffect(() => {
    const wanted = new AbortController();
    const pictures = sides.map(({ scenario, month }) => pictured(session.pool, scenario, month, dark, wanted.signal));
    // No month has another scale than that of the scenarios.
    const scale = known.current && areSame(known.current.of, scenarios) ? known.current.scale : undefined;
    toOneScale(pictures, scale)
      .then((made) => {
        if (!made || wanted.signal.aborted) return;
        known.current = { of: scenarios, scale: made.scale };
        setTrouble(undefined);
        setDrawn({ pictures: made.drawings, titles: sides.map(({ title }) => title), inputs });
      })
      .catch((reason: Error) => !wanted.signal.aborted && setTrouble(reason.message));
    return () => wanted.abort();
  }, inputs);
  return { drawn, trouble, isFormer: !drawn || !areSame(drawn.inputs, inputs) };
}

function areSame(one: readonly unknown[], other: readonly unknown[]): boolean {
  return one.length === other.length && one.every((value, at) => value === other[at]);
}

/** Draws a scenario to any scale, with colours that are asked for once. An engine that fails is a refusal: others may be drawn. */
function pictured(pool: Pool, scenario: Side["scenario"], month: number, dark: boolean, signal: AbortSignal) {
  const refusal = (reason: Error): Refused => ({ problems: [{ path: "", message: reason.message }] });
  const asked = usesOf(pool, scenario, signal).catch(refusal);
  return async (scale: PictureScale) => {
    const uses = await asked;
    if (!uses || isRefused(uses)) return uses;
    const colours = uses.map(({ role, place }) => roleColour(role, place, dark));
    return drawingOf(pool, scenario, { ...SIZE, month, colours, dark, scale }, signal).catch(refusal);
  };
}

function Scene({
  side,
  picture,
  trouble,
  isFormer,
}: {
  side: Side;
  picture: Drawing | Refused | undefined;
  trouble: string | undefined;
  isFormer: boolean;
}) {
  const refused = picture && isRefused(picture) ? problemsText(picture.problems) : trouble;
  const drawing = picture && !isRefused(picture) ? picture : undefined;
  return (
    <figure class="figured fading" data-standing={isFormer && !refused ? "awaited" : "current"} aria-busy={isFormer && !refused}>
      <figcaption>
        {side.title}, <span translate={false}>{formatMonth(side.monthName)}</span>
      </figcaption>
      {refused ? (
        <p class="notice info">It cannot be drawn ({refused.replace(/\.$/, "")}).</p>
      ) : (
        <img alt={drawing?.summary ?? "Being drawn"} width={SIZE.width} height={SIZE.height} src={drawing?.address} />
      )}
    </figure>
  );
}
