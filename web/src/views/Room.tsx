// The room of words that are not there yet, so that nothing pushes down what stands below when they come.
import { useRef } from "preact/hooks";
import "../styles/room.css";

/**
 * The room that paragraphs take which are not there yet, or were of former inputs, in characters; undefined where those that are there
 * take it. `of` is what they are said of: of another nothing is known but what is usual.
 */
export function useRoom(of: unknown, lengths: readonly number[] | undefined, usual: readonly number[]): readonly number[] | undefined {
  const taken = useRef<{ of: unknown; room: readonly number[] }>({ of: undefined, room: [] });
  if (taken.current.of !== of) taken.current = { of, room: [] };
  const { room } = taken.current;
  if (!lengths) return room.length > 0 ? room : usual;
  const most = Array.from({ length: Math.max(room.length, lengths.length) }, (_, at) => Math.max(room[at] ?? 0, lengths[at] ?? 0));
  taken.current.room = most;
  return most.some((length, at) => length > (lengths[at] ?? 0)) ? most : undefined;
}

const WORDS = "words ";

/** Stands in one place of a grid (`.roomy`) with what the room is of. */
export function Room({ room }: { room: readonly number[] | undefined }) {
  if (!room) return null;
  return (
    <div class="room" aria-hidden="true">
      {room.map((length, at) => (
        <p key={at}>{WORDS.repeat(length / WORDS.length)}</p>
      ))}
    </div>
  );
}
