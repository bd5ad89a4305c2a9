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
  /** Takes what cannot be read here and may be something else, and tells what is wrong with it; undefined where it is nothing else either. */
  otherwise?: ((text: string) => Promise<string | undefined> | undefined) | undefined;
  /** Something else stands in the field now, so that the value itself is an entry as any other. */
  isOther?: boolean | undefined;
}

/** Where a range may stand in place of a value: that which does, and what takes another as it is typed, or tells what is wrong with it. */
export interface RangeInPlace {
  text: string | undefined;
  onText(text: string): Promise<string | undefined>;
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

export function useTextEntry<T>({ value, shown, read, onValue, onDone, otherwise, isOther = false }: Field<T>): TextEntry<T> {
  const [draft, setDraft] = useState<string>();
  const [judged, setJudged] = useState(false);
  // What is wrong with a text that was taken for something else.
  const [wrong, setWrong] = useState<{ text: string; message: string }>();
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
    if (next === value && !isOther) return;
    // What is typed after this is not to be replaced when the value arrives.
    known.current = { value: next, base };
    onValue(next);
  };
  const take = (next: T) => {
    set(next);
    onDone();
  };
  const leave = () => {
    const elsewhere = isTyped && !("value" in parsed) ? otherwise?.(draft) : undefined;
    if (elsewhere) {
      const text = draft!;
      void elsewhere.then((message) => {
        if (message === undefined) drop();
        else setWrong({ text, message });
      });
    } else if (!isTyped) {
      drop();
      onDone();
    } else if ("value" in parsed) take(parsed.value);
    else setJudged(true);
  };
  const said = wrong && wrong.text === draft ? { message: wrong.message } : judged && "message" in parsed ? parsed : undefined;
  return {
    text: draft ?? shown,
    refused: said,
    pending: isTyped && !said,
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
