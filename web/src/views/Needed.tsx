// What is said of a view beside what its run says: what it would take for results to be others.
import type { Piece, Value } from "../engine/messages";
import { usePicked } from "../page/context";
import { Bold, Sentence, ValueText } from "./parts";
import { Room, useRoom } from "./Room";
import { needsStanding } from "./standing";
import { valueText } from "./values";

export function Needed() {
  const needs = usePicked((state) => state.needs);
  const isOfBase = usePicked((state) => state.needs?.scenario.origin === state.history?.present.origin);
  const origin = usePicked((state) => state.history?.present.origin);
  const stand = usePicked(needsStanding);
  const room = useRoom(origin, isOfBase ? needs?.sentences.map(lengthOf) : undefined, USUAL);
  return (
    <>
      {/* One text that changes: one that goes away would stay where a translator has put its own in its place. */}
      <h2 class="needed-head">
        {needs && isOfBase && stand === "awaited" ? "What it would take, of the inputs before: being found for these" : "What it would take"}
      </h2>
      <div class="needed roomy" data-standing={stand} aria-busy={stand === "awaited"}>
        <div>
          {!needs || !isOfBase ? (
            <p>Finding what it would take…</p>
          ) : needs.trouble ? (
            <p>What it would take could not be found: {needs.trouble}</p>
          ) : (
            needs.sentences.map((pieces, at) => (
              <p key={at}>
                <Sentence pieces={pieces} Shown={Found} />
              </p>
            ))
          )}
        </div>
        <Room room={room} />
      </div>
    </>
  );
}

/** How many characters the sentences usually have. */
const USUAL = [110, 140, 110, 80];

function lengthOf(pieces: readonly Piece[]): number {
  return pieces.reduce((sum, { words, value }) => sum + (value ? valueText(value) : (words ?? "")).length, 0);
}

/** What is found stands out from what it is now. */
function Found({ value }: { value: Value }) {
  return value.exact ? <Bold value={value} /> : <ValueText value={value} />;
}
