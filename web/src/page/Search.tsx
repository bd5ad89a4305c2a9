// Finds one of many by words of its title.
import { useEffect, useId, useRef, useState } from "preact/hooks";
import "../styles/take.css";

export interface Choice {
  key: string;
  title: string;
  /** What else a word may be found in. */
  text?: string;
}

interface Props {
  label: string;
  choices: readonly Choice[];
  onChoose(key: string): void;
  onCancel(): void;
}

/** More than these are not listed: another word finds what is meant. */
const MOST = 12;

export function Search({ label, choices, onChoose, onCancel }: Props) {
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const [query, setQuery] = useState("");
  // It is opened to be typed in.
  useEffect(() => field.current?.focus(), []);
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  const has = (text: string) => words.every((word) => text.toLowerCase().includes(word));
  const named = choices.filter(({ title }) => has(title));
  const found = named.length > 0 ? named : choices.filter(({ title, text = "" }) => has(`${title} ${text}`));
  return (
    <div
      class="search"
      role="group"
      aria-label={label}
      onKeyDown={(event) => {
        if (event.key !== "Escape") return;
        event.preventDefault();
        onCancel();
      }}
    >
      <label for={id}>{label}</label>
      <div class="search-bar">
        <input
          id={id}
          type="search"
          autocomplete="off"
          spellcheck={false}
          ref={field}
          value={query}
          onInput={(event) => setQuery(event.currentTarget.value)}
          onKeyDown={(event) => event.key === "Enter" && found[0] && onChoose(found[0].key)}
        />
        <button type="button" class="small" onClick={onCancel}>
          Cancel
        </button>
      </div>
      <ul>
        {found.slice(0, MOST).map(({ key, title }) => (
          <li key={key}>
            <button type="button" class="small" onClick={() => onChoose(key)}>
              {title}
            </button>
          </li>
        ))}
      </ul>
      <p class="quiet" role="status">
        {found.length === 0
          ? "Nothing has these words."
          : found.length > MOST
            ? `${found.length - MOST} more; another word finds what is meant.`
            : ""}
      </p>
    </div>
  );
}
