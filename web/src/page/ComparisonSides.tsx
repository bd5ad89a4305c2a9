// With what the scenario is compared: the base, shipped scenarios, a link, a file.
import { useEffect, useRef, useState } from "preact/hooks";
import { catalog } from "../catalog";
import type { Origin } from "../engine/engine";
import { isLink } from "../state/address";
import { baseSide, type Side } from "../state/comparing";
import { documentText } from "../state/file";
import { Asking } from "./Asking";
import { MOST_SIDES, useComparing } from "./comparing";
import { usePicked, useSession } from "./context";
import { openByArrow } from "./openlist";

interface Props {
  sides: readonly Side[];
  /** Whether there is room for no other. */
  isFull: boolean;
  onAdd(side: Side): void;
  onRemove(side: Side): void;
}

export function ComparisonSides({ sides, isFull, onAdd, onRemove }: Props) {
  const [link, setLink] = useState<string>();
  const file = useRef<HTMLInputElement>(null);
  const { open, isOpening, stop, trouble, setTrouble } = useOpening(onAdd);
  const present = usePicked((state) => state.history?.present);
  const choose = (key: string) => {
    setTrouble(undefined);
    if (key === "base" && present) onAdd(baseSide(present));
    else if (key === "link") setLink("");
    else if (key === "file") file.current?.click();
    else void open.shipped(key);
  };
  return (
    <section class="comparison-sides" aria-label="Compared with">
      <ul>
        {sides.map((side) => (
          <li key={side.title}>
            <span>
              {side.title}
              {!side.held && <span class="quiet"> (not in the link)</span>}
            </span>
            <button type="button" class="icon" aria-label={`Compare no longer with ${side.title}`} onClick={() => onRemove(side)}>
              ×
            </button>
          </li>
        ))}
      </ul>
      {isFull ? (
        <p class="quiet">At most {MOST_SIDES} others are compared.</p>
      ) : (
        <>
          {sides.length === 0 && (
            <button type="button" class="small" onClick={() => choose("base")}>
              Compare with the base
            </button>
          )}
          <select
            aria-label="Compare with"
            value=""
            onKeyDown={openByArrow}
            onChange={(event) => {
              choose(event.currentTarget.value);
              event.currentTarget.value = "";
            }}
          >
            <option value="">Compare with…</option>
            <option value="base">The base without changes</option>
            <option value="link">A link…</option>
            <option value="file">A file…</option>
            <optgroup label="Scenarios">
              {catalog.scenarios.map(({ name, title }) => (
                <option key={name} value={name}>
                  {title}
                </option>
              ))}
            </optgroup>
          </select>
        </>
      )}
      <input
        ref={file}
        type="file"
        hidden
        accept=".json,application/json"
        aria-label="Scenario file to compare with"
        onChange={(event) => {
          const files = [...(event.currentTarget.files ?? [])];
          event.currentTarget.value = "";
          if (files.length > 0) void open.file(files);
        }}
      />
      {link !== undefined && (
        <form
          class="comparison-link"
          onSubmit={(event) => {
            event.preventDefault();
            if (!isLink(link)) setTrouble("That is no link to a scenario: one has #s= in it.");
            else void open.origin({ link }).then((isOpen) => isOpen && setLink(undefined));
          }}
        >
          <label>
            Link to a scenario{" "}
            <input type="text" autocomplete="off" spellcheck={false} value={link} onInput={(event) => setLink(event.currentTarget.value)} />
          </label>
          <button type="submit" class="small">
            Compare
          </button>
          <button type="button" class="small" onClick={() => setLink(undefined)}>
            Cancel
          </button>
        </form>
      )}
      {isOpening && (
        <Asking
          doing="Opening what is compared"
          progress={undefined}
          stop={{ isStopped: false, stopped: "Cancelled.", again: "Open it", onStop: stop }}
        />
      )}
      {trouble && (
        <p class="message" role="alert">
          {trouble}
        </p>
      )}
    </section>
  );
}

/** Opens what is to be compared with, and tells what is wrong with it. Of several at a time each is added. */
function useOpening(onAdd: (side: Side) => void) {
  const session = useSession();
  const comparing = useComparing();
  const [trouble, setTrouble] = useState<string>();
  const [opening, setOpening] = useState(0);
  const asking = useRef(new AbortController());
  const add = useRef(onAdd);
  add.current = onAdd;
  useEffect(() => () => asking.current.abort(), []);
  const open = async (find: () => Promise<Origin>): Promise<boolean> => {
    const present = session.store.get().history?.present;
    const { signal } = asking.current;
    if (!present) return false;
    setOpening((count) => count + 1);
    try {
      const side = await comparing.open(await find(), present, signal);
      // What was opened meanwhile is compared with what is chosen there.
      if (!side || signal.aborted || session.store.get().history?.present.origin !== present.origin) return false;
      add.current(side);
      setTrouble(undefined);
      return true;
    } catch (reason) {
      if (!signal.aborted) setTrouble(reason instanceof Error ? reason.message : String(reason));
      return false;
    } finally {
      setOpening((count) => count - 1);
    }
  };
  const stop = () => {
    asking.current.abort();
    asking.current = new AbortController();
  };
  return {
    open: {
      origin: (from: Origin) => open(async () => from),
      file: (files: readonly File[]) => open(() => inFile(files)),
      shipped: (name: string) => open(async () => comparing.shipped(name)),
    },
    isOpening: opening > 0,
    stop,
    trouble,
    setTrouble,
  };
}

async function inFile(files: readonly File[]): Promise<Origin> {
  const text = await documentText(files);
  if ("message" in text) throw new Error(text.message);
  return { document: text.value };
}
