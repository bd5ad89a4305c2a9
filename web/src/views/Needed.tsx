// What is said of a view beside what its run says: what it would take for results to be others.
import { useRef } from "preact/hooks";
import type { Origin } from "../engine/engine";
import type { Piece, Value } from "../engine/messages";
import { usePicked } from "../page/context";
import { Bold, Sentence, ValueText } from "./parts";
import { needsStanding } from "./standing";
import { valueText } from "./values";

export function Needed() {
  const needs = usePicked((state) => state.needs);
  const isOfBase = usePicked((state) => state.needs?.scenario.origin === state.history?.present.origin);
  const origin = usePicked((state) => state.history?.present.origin);
  const stand = usePicked(needsStanding);
  const room = useRoom(origin, isOfBase ? needs?.sentences : undefined);
  return (
    <div class="needed" data-standing={stand} aria-busy={stand === "awaited"}>
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
      {room && (
        <div class="needed-room" aria-hidden="true">
          {room.map((length, at) => (
            <p key={at}>{"words ".repeat(length / "words ".length)}</p>
          ))}
        </div>
      )}
    </div>
  );
}

/** How many characters the sentences usually have. */
const USUAL = [110, 140, 110, 80];

/**
 * The room that sentences take which are not there yet, or were of former inputs, in characters, so that nothing pushes down what
 * stands below when they come; undefined where those that are there take it.
 */
function useRoom(origin: Origin | undefined, sentences: readonly (readonly Piece[])[] | undefined): readonly number[] | undefined {
  const taken = useRef<{ origin: Origin | undefined; room: readonly number[] }>({ origin: undefined, room: [] });
  if (taken.current.origin !== origin) taken.current = { origin, room: [] };
  const { room } = taken.current;
  if (!sentences) return room.length > 0 ? room : USUAL;
  const lengths = sentences.map((pieces) => pieces.reduce((sum, { words, value }) => sum + (value ? valueText(value) : (words ?? "")).length, 0));
  const most = Array.from({ length: Math.max(room.length, lengths.length) }, (_, at) => Math.max(room[at] ?? 0, lengths[at] ?? 0));
  taken.current.room = most;
  return most.some((length, at) => length > (lengths[at] ?? 0)) ? most : undefined;
}

/** What is found stands out from what it is now. */
function Found({ value }: { value: Value }) {
  return value.exact ? <Bold value={value} /> : <ValueText value={value} />;
}
