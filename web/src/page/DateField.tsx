// A month or a day: a text field, read as any other entry, with the browser's own calendar beside it where it has one.
// Where the last month of all stands for "never", a box beside the field says so.
import { useRef, useState } from "preact/hooks";
import { catalog } from "../catalog";
import { mayBeRangeOfDates } from "../entry";
import { addDays, addMonths, formatDate } from "../format";
import { dateBounds, type Parsed, parseDate } from "../quantity";
import { EntryMessage } from "./EntryMessage";
import { type RangeInPlace, useTextEntry } from "./textentry";

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
  range?: RangeInPlace | undefined;
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

/** What is written in full counts at once; whatever else one types when it is whole, as any other entry. */
const IN_FULL = { month: /^\d{4}-\d{2}$/, day: /^\d{4}-\d{2}-\d{2}$/ } as const;

function DateInput(props: InputProps) {
  const { id, label, kind, value, problem, onDate, onDone, refuse, range } = props;
  const isRange = range?.text !== undefined;
  const read = (text: string): Parsed<string> => {
    const parsed = parseDate(text, label, kind);
    const message = "value" in parsed ? refuse?.(parsed.value) : undefined;
    return message ? { message } : parsed;
  };
  const typed = useTextEntry({
    value,
    shown: range?.text ?? value,
    read,
    onValue: onDate,
    onDone,
    otherwise: (text) => (range && mayBeRangeOfDates(text) ? range.onText(text) : undefined),
    isOther: isRange,
  });
  const full = IN_FULL[kind].test(typed.text) ? read(typed.text) : undefined;
  const entry = typed.pending && full && "message" in full ? { ...typed, pending: false, refused: full } : typed;
  const type = (text: string) => {
    const next = IN_FULL[kind].test(text) ? read(text) : undefined;
    if (next && "value" in next) entry.set(next.value);
    else entry.type(text);
  };
  const step = (event: KeyboardEvent) => {
    const by = { ArrowUp: 1, ArrowDown: -1 }[event.key];
    if (!by || isRange || entry.good === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    const next = read(later(entry.good, by));
    if ("value" in next) entry.set(next.value);
  };
  const hasMessage = entry.pending || entry.refused !== undefined || problem !== undefined;
  return (
    <span class={isRange ? "month-field ranged" : "month-field"}>
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
        onInput={(event) => type(event.currentTarget.value)}
        onBlur={entry.leave}
        onKeyDown={(event) => {
          entry.onKeyDown(event);
          step(event);
        }}
        onKeyUp={(event) => event.key.startsWith("Arrow") && onDone()}
      />
      <Picker label={label} kind={kind} value={value} onPick={(date) => "value" in read(date) && entry.take(date)} />
      <EntryMessage id={`${id}-message`} entry={entry} value={value} words={formatDate} problem={problem} />
    </span>
  );
}

/** Some months on, or of a day some days. */
function later(date: string, by: number): string {
  return date.length === "2026-07".length ? addMonths(date, by) : addDays(date, by);
}

const TYPES = { month: "month", day: "date" } as const;

interface PickerProps {
  label: string;
  kind: Kind;
  value: string;
  onPick(date: string): void;
}

/** The browser's own calendar, where it has one and the frame allows it. */
function Picker({ label, kind, value, onPick }: PickerProps) {
  const place = useRef<HTMLSpanElement>(null);
  const [isForbidden, setIsForbidden] = useState(false);
  if (isForbidden || !hasControl(kind)) return null;
  const show = () => {
    const calendar = document.createElement("input");
    const { first, last } = dateBounds(kind);
    Object.assign(calendar, { type: TYPES[kind], min: first, max: last, value, tabIndex: -1, ariaHidden: "true" });
    calendar.addEventListener("change", () => calendar.value && onPick(calendar.value));
    calendar.addEventListener("blur", () => calendar.remove());
    place.current!.append(calendar);
    try {
      calendar.showPicker();
    } catch {
      calendar.remove();
      setIsForbidden(true);
    }
  };
  return (
    <span class="calendar" ref={place}>
      <button type="button" class="icon" aria-label={`${label}: calendar`} title="Calendar" onClick={show}>
        ▦
      </button>
    </span>
  );
}

const controls = new Map<Kind, boolean>();

/** Browsers show a control they do not have as a text field. */
function hasControl(kind: Kind): boolean {
  let has = controls.get(kind);
  if (has === undefined) {
    const probe = document.createElement("input");
    probe.type = TYPES[kind];
    has = probe.type === TYPES[kind] && "showPicker" in probe;
    controls.set(kind, has);
  }
  return has;
}
