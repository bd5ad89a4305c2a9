// The room of words that are not there yet, so that nothing pushes down what stands below when they come.
import { useRef } from "preact/hooks";
import "../styles/room.css";

/**
 * The room of paragraphs that are not there yet, in characters: what those before them took; undefined where they are there, since what
 * is longer than they are would stay blank. `of` is what they are said of: of another nothing is known but what is usual.
 */
export function useRoom(of: unknown, lengths: readonly number[] | undefined, usual: readonly number[]): readonly number[] | undefined {
  const taken = useRef<{ of: unknown; room: readonly number[] }>({ of, room: usual });
  if (lengths) taken.current = { of, room: lengths };
  else if (taken.current.of !== of) taken.current = { of, room: usual };
  return lengths ? undefined : taken.current.room;
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
