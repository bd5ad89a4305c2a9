// An exact number: what is typed stays as typed, with what is wrong beside it, until it is right.
import { useEffect, useRef, useState } from "preact/hooks";
import { fieldText, fieldUnit, type NumberField as Field, parseNumber } from "../quantity";

interface Props {
  id?: string;
  label: string;
  field: Field;
  value: number;
  problem?: string | undefined;
  onValue(value: number): void;
  onDone(): void;
}

export function NumberField({ id, label, field, value, problem, onValue, onDone }: Props) {
  const [draft, setDraft] = useState<string>();
  const own = useRef(value);
  // A value from elsewhere (undo, the slider, another link) replaces what was typed.
  useEffect(() => {
    if (own.current !== value) setDraft(undefined);
    own.current = value;
  }, [value]);
  // What a file or a link brought is looked at as what is typed.
  const parsed = parseNumber(draft ?? fieldText(value, field.display), field);
  const message = "message" in parsed ? parsed.message : problem;
  const messageId = id && `${id}-message`;

  const type = (text: string) => {
    setDraft(text);
    const next = parseNumber(text, field);
    if (!("value" in next)) return;
    own.current = next.value;
    onValue(next.value);
  };
  const leave = () => {
    if ("value" in parsed) setDraft(undefined);
    onDone();
  };

  const unit = fieldUnit(field);
  return (
    <span class="number-field">
      <input
        id={id}
        type="text"
        inputMode="decimal"
        autocomplete="off"
        spellcheck={false}
        aria-label={unit ? `${label}, ${unit}` : label}
        aria-invalid={message ? true : undefined}
        aria-describedby={message ? messageId : undefined}
        value={draft ?? fieldText(value, field.display)}
        onInput={(event) => type(event.currentTarget.value)}
        onBlur={leave}
        onKeyDown={(event) => event.key === "Enter" && leave()}
      />
      {field.display === "percent" && <span class="unit">%</span>}
      {message && <span class="message" id={messageId} role="alert">{message}</span>}
    </span>
  );
}
