// A month or a day. Browsers without a control for it show a text field, so what is typed is checked as well.
// Where the last month of all stands for "never", a box beside the field says so.
import { useEffect, useRef, useState } from "preact/hooks";
import { catalog } from "../catalog";
import { dateBounds, parseDate } from "../quantity";

interface Props {
  id?: string;
  label: string;
  kind: "month" | "day";
  value: string;
  problem?: string | undefined;
  /** What the last month means here, such as "never", and the month to begin with where it is to mean one. */
  endless?: { words: string; month: string } | undefined;
  onDate(date: string): void;
}

export function DateField({ id, endless, ...field }: Props) {
  const { value, label, onDate } = field;
  const last = useRef(endless?.month);
  if (value !== catalog.last_month) last.current = value;
  if (!endless) return <DateInput {...field} id={id} />;
  const isEndless = value === catalog.last_month;
  return (
    <span class="endless">
      {!isEndless && <DateInput {...field} id={id && `${id}-month`} />}
      <label>
        <input
          id={id} type="checkbox" aria-label={`${label}: ${endless.words}`} checked={isEndless}
          onChange={(event) => onDate(event.currentTarget.checked ? catalog.last_month : (last.current ?? endless.month))}
        />
        {endless.words}
      </label>
      {isEndless && field.problem && <span class="message" role="alert">{field.problem}</span>}
    </span>
  );
}

function DateInput({ id, label, kind, value, problem, onDate }: Omit<Props, "endless" | "id"> & { id: string | undefined }) {
  const [draft, setDraft] = useState<string>();
  useEffect(() => setDraft(undefined), [value]);
  const parsed = draft === undefined ? undefined : parseDate(draft, label, kind);
  const message = parsed && "message" in parsed ? parsed.message : problem;
  const { first, last } = dateBounds(kind);
  return (
    <span class="month-field">
      <input
        id={id}
        type={kind === "day" ? "date" : "month"}
        placeholder={kind === "day" ? "2026-07-15" : "2026-07"}
        min={first}
        max={last}
        aria-label={label}
        aria-invalid={message ? true : undefined}
        value={draft ?? value}
        onInput={(event) => {
          const text = event.currentTarget.value;
          setDraft(text);
          const next = parseDate(text, label, kind);
          if ("value" in next) onDate(next.value);
        }}
      />
      {message && <span class="message" role="alert">{message}</span>}
    </span>
  );
}
