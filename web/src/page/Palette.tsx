// The palette: whatever has a name is found by some letters of it, and chosen with a key. A combobox with a listbox (ARIA APG).
import { useEffect, useId, useMemo, useRef, useState } from "preact/hooks";
import { ranked } from "../ranking";
import { usePicked, useSession } from "./context";
import { Dialog } from "./Dialog";
import { type PaletteItem, paletteItems, referenceItems } from "./palettelist";
import { showDialog } from "./showndialog";

/** More are not listed: another letter finds what is meant. */
const MOST = 40;

export function Palette() {
  const session = useSession();
  const id = useId();
  const [query, setQuery] = useState("");
  const [at, setAt] = useState(0);
  const list = useRef<HTMLDivElement>(null);
  const result = usePicked((state) => state.resultOf);
  const reference = usePicked((state) => state.reference);
  const available = usePicked((state) => state.shown?.answer.available);
  const history = usePicked((state) => state.history);
  // Rows and measures are in the reference, which is asked for once they are looked for.
  useEffect(() => void session.showReference(), [result]);
  const own = useMemo(() => paletteItems(session.store.get(), session), [result, available, history]);
  // Apart, so that what is there already is not made anew in the task in which the reference comes.
  const named = useMemo(() => referenceItems(reference, session), [reference]);
  const items = useMemo(() => [...own, ...named], [own, named]);
  const found = useMemo(() => ranked(items, query).filter(({ isIdle }) => !isIdle || query.trim() !== ""), [items, query]);
  const listed = found.slice(0, MOST);
  const active = listed[Math.min(at, listed.length - 1)];
  useEffect(() => list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: "nearest" }), [active]);

  const taken = useRef<PaletteItem>(undefined);
  // Once the dialog has given the focus back.
  useEffect(() => () => void requestAnimationFrame(() => taken.current?.go()), []);
  const close = () => showDialog(undefined);
  const take = (item: PaletteItem | undefined) => {
    if (!item || item.isIdle) return;
    taken.current = item;
    close();
  };
  const press = (event: KeyboardEvent) => {
    const last = listed.length - 1;
    const next = {
      ArrowDown: at >= last ? 0 : at + 1,
      ArrowUp: at <= 0 ? last : at - 1,
      PageDown: Math.min(last, at + 8),
      PageUp: Math.max(0, at - 8),
    }[event.key];
    if (event.key === "Enter") take(active);
    else if (next === undefined) return;
    else setAt(Math.max(0, next));
    event.preventDefault();
  };
  return (
    <Dialog label="Find anything" class="palette" onClose={close}>
      <div class="palette-head">
        <input
          type="text"
          role="combobox"
          autofocus
          autocomplete="off"
          spellcheck={false}
          placeholder="An input, a figure, a scenario, a command…"
          aria-label="Find an input, a figure, a scenario or a command"
          aria-expanded={listed.length > 0}
          aria-controls={`${id}-list`}
          aria-autocomplete="list"
          aria-activedescendant={active ? `${id}-${listed.indexOf(active)}` : undefined}
          value={query}
          onInput={(event) => {
            setQuery(event.currentTarget.value);
            setAt(0);
          }}
          onKeyDown={press}
        />
        <button type="button" class="icon" aria-label="Close" onClick={close}>
          ×
        </button>
      </div>
      <div id={`${id}-list`} class="palette-list" role="listbox" aria-label="What was found" ref={list}>
        {listed.map((item, place) => (
          <button
            type="button"
            key={item.key}
            id={`${id}-${place}`}
            role="option"
            tabIndex={-1}
            aria-selected={item === active}
            aria-disabled={item.isIdle ?? false}
            onClick={() => take(item)}
          >
            <span class="palette-title">{item.title}</span>
            {item.detail && <span class="palette-detail">{item.detail}</span>}
            <span class="palette-kind">{item.kind}</span>
          </button>
        ))}
      </div>
      <p class="palette-count" role="status">
        {said(found.length, reference !== undefined)}
      </p>
    </Dialog>
  );
}

function said(count: number, isWhole: boolean): string {
  const more = isWhole ? "" : " Rows and measures are still being read.";
  if (count === 0) return `Nothing has these letters.${more}`;
  return `${count > MOST ? `${count} found; the first ${MOST} are listed` : `${count} found`}.${more}`;
}
