// What stands in a text field that is being edited. An entry counts when it is whole, that is when Enter is pressed or the field is
// left, and good; what was in force until then stays in force, and what was typed stays as typed.
import { useLayoutEffect, useRef, useState } from "preact/hooks";
import type { Parsed } from "../quantity";
import { usePicked } from "./context";

interface Field<T> {
  value: T;
  /** The value as the field shows it. */
  shown: string;
  read(text: string): Parsed<T>;
  onValue(value: T): void;
  onDone(): void;
}

export interface TextEntry<T> {
  /** What the field is to show. */
  text: string;
  /** What is wrong with an entry that one has left, or what has to be chosen. */
  refused: { message: string; readings?: readonly T[] } | undefined;
  /** Whether something is typed that does not count yet. */
  pending: boolean;
  /** What is typed, where that is good, or else undefined. */
  good: T | undefined;
  type(text: string): void;
  /** Takes the entry, or says why not. */
  leave(): void;
  /** Sets a value instead of what is typed, as a part of a gesture. */
  set(value: T): void;
  /** Sets a value instead of what is typed. */
  take(value: T): void;
  onKeyDown(event: KeyboardEvent): void;
}

export function useTextEntry<T>({ value, shown, read, onValue, onDone }: Field<T>): TextEntry<T> {
  const [draft, setDraft] = useState<string>();
  const [judged, setJudged] = useState(false);
  const drop = () => {
    setDraft(undefined);
    setJudged(false);
  };
  // A value from elsewhere (undo, the slider) replaces what was typed; so does another scenario.
  const base = usePicked((state) => state.history?.present.base);
  const known = useRef({ value, base });
  // At once: after the next picture it could take what was typed meanwhile for older.
  useLayoutEffect(() => {
    if (known.current.value !== value || known.current.base !== base) drop();
    known.current = { value, base };
  }, [value, base]);

  const isTyped = draft !== undefined && draft !== shown;
  const parsed: Parsed<T> = isTyped ? read(draft) : { value };
  const set = (next: T) => {
    drop();
    if (next === value) return;
    // What is typed after this is not to be replaced when the value arrives.
    known.current = { value: next, base };
    onValue(next);
  };
  const take = (next: T) => {
    set(next);
    onDone();
  };
  const leave = () => {
    if ("value" in parsed) take(parsed.value);
    else setJudged(true);
  };
  return {
    text: draft ?? shown,
    refused: judged && "message" in parsed ? parsed : undefined,
    pending: isTyped && !(judged && "message" in parsed),
    good: "value" in parsed ? parsed.value : undefined,
    type: setDraft,
    leave,
    set,
    take,
    onKeyDown: (event) => {
      if (event.key === "Enter") leave();
      else if (event.key === "Escape" && draft !== undefined) {
        event.preventDefault();
        drop();
      }
    },
  };
}
