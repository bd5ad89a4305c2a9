// A month. Browsers without a month control show a text field, so what is typed is checked as well.
import { useEffect, useState } from "preact/hooks";
import { parseMonth } from "../quantity";

interface Props {
  id?: string;
  label: string;
  value: string;
  problem?: string | undefined;
  onMonth(month: string): void;
}

export function MonthField({ id, label, value, problem, onMonth }: Props) {
  const [draft, setDraft] = useState<string>();
  useEffect(() => setDraft(undefined), [value]);
  const parsed = draft === undefined ? undefined : parseMonth(draft, label);
  const message = parsed && "message" in parsed ? parsed.message : problem;
  return (
    <span class="month-field">
      <input
        id={id}
        type="month"
        placeholder="2026-07"
        aria-label={label}
        aria-invalid={message ? true : undefined}
        value={draft ?? value}
        onInput={(event) => {
          const text = event.currentTarget.value;
          setDraft(text);
          const next = parseMonth(text, label);
          if ("value" in next) onMonth(next.value);
        }}
      />
      {message && <span class="message" role="alert">{message}</span>}
    </span>
  );
}
