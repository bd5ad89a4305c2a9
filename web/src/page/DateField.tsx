// A month or a day. Where the browser has a control for it, it is used; elsewhere it is a text field, read as any other entry.
// Where the last month of all stands for "never", a box beside the field says so.
import { useLayoutEffect, useRef, useState } from "preact/hooks";
import { catalog } from "../catalog";
import { formatDate } from "../format";
import { dateBounds, type Parsed, parseDate } from "../quantity";
import { EntryMessage } from "./EntryMessage";
import { useTextEntry } from "./textentry";

type Kind = "month" | "day";

interface InputProps {
  id: string;
  label: string;
  kind: Kind;
  value: string;
  problem?: string | undefined;
  /** Why a month or day that there is cannot stand here. */
  refuse?(date: string): string | undefined;
  onDate(date: string): void;
  onDone(): void;
}

interface Props extends InputProps {
  /** What the last month means here, such as "never", and the month to begin with where it is to mean one. */
  endless?: { words: string; month: string } | undefined;
}

export function DateField({ endless, ...field }: Props) {
  const { id, value, label, onDate, onDone } = field;
  const last = useRef(endless?.month);
  if (value !== catalog.last_month) last.current = value;
  if (!endless) return <DateInput {...field} />;
  const isEndless = value === catalog.last_month;
  return (
    <span class="endless">
      {!isEndless && <DateInput {...field} id={`${id}-month`} />}
      <label>
        <input
          id={id}
          type="checkbox"
          aria-label={`${label}: ${endless.words}`}
          checked={isEndless}
          onChange={(event) => {
            onDate(event.currentTarget.checked ? catalog.last_month : (last.current ?? endless.month));
            onDone();
          }}
        />
        {endless.words}
      </label>
      {isEndless && field.problem && (
        <span class="message" role="alert">
          {field.problem}
        </span>
      )}
    </span>
  );
}

function DateInput(props: InputProps) {
  return hasControl(props.kind) ? <DateControl {...props} /> : <DateText {...props} />;
}

const TYPES = { month: "month", day: "date" } as const;

const controls = new Map<Kind, boolean>();

/** Browsers show a control they do not have as a text field. */
function hasControl(kind: Kind): boolean {
  let has = controls.get(kind);
  if (has === undefined) {
    const probe = document.createElement("input");
    probe.type = TYPES[kind];
    has = probe.type === TYPES[kind];
    controls.set(kind, has);
  }
  return has;
}

function read(text: string, { label, kind, refuse }: InputProps): Parsed<string> {
  const parsed = parseDate(text, label, kind);
  const message = "value" in parsed ? refuse?.(parsed.value) : undefined;
  return message ? { message } : parsed;
}

/** A control gives whole months and days only, so each counts at once; but none that was passed on the way to one that does not count. */
function DateControl(props: InputProps) {
  const { id, label, kind, value, problem, onDate, onDone } = props;
  const [draft, setDraft] = useState<string>();
  const own = useRef(value);
  const before = useRef(value);
  // At once: after the next picture it could take what was typed meanwhile for older.
  useLayoutEffect(() => {
    if (own.current === value) return;
    own.current = before.current = value;
    setDraft(undefined);
  }, [value]);
  const set = (next: string) => {
    own.current = next;
    if (next !== value) onDate(next);
  };
  const parsed: Parsed<string> = draft === undefined ? { value } : read(draft, props);
  const message = "message" in parsed ? `${parsed.message} The figures use ${formatDate(value)}.` : problem;
  const { first, last } = dateBounds(kind);
  return (
    <span class="month-field">
      <input
        id={id}
        type={TYPES[kind]}
        min={first}
        max={last}
        aria-label={label}
        aria-invalid={message ? true : undefined}
        aria-describedby={message ? `${id}-message` : undefined}
        value={draft ?? value}
        onFocus={() => (before.current = value)}
        onInput={(event) => {
          const text = event.currentTarget.value;
          setDraft(text);
          const next = read(text, props);
          set("value" in next ? next.value : before.current);
        }}
        onBlur={() => {
          if ("value" in parsed) setDraft(undefined);
          onDone();
        }}
      />
      {message && (
        <span class="message" id={`${id}-message`} role="alert">
          {message}
        </span>
      )}
    </span>
  );
}

function DateText(props: InputProps) {
  const { id, label, kind, value, problem, onDate, onDone } = props;
  const entry = useTextEntry({ value, shown: value, read: (text) => read(text, props), onValue: onDate, onDone });
  const hasMessage = entry.pending || entry.refused !== undefined || problem !== undefined;
  return (
    <span class="month-field">
      <input
        id={id}
        type="text"
        autocomplete="off"
        spellcheck={false}
        placeholder={kind === "day" ? "2026-07-15" : "2026-07"}
        aria-label={label}
        aria-invalid={entry.refused || (problem && !entry.pending) ? true : undefined}
        aria-describedby={hasMessage ? `${id}-message` : undefined}
        value={entry.text}
        onInput={(event) => entry.type(event.currentTarget.value)}
        onBlur={entry.leave}
        onKeyDown={entry.onKeyDown}
      />
      <EntryMessage id={`${id}-message`} entry={entry} value={value} words={formatDate} problem={problem} />
    </span>
  );
}
