// An exact number: what is typed stays as typed, with what is wrong below it, until it is right.
import { mayBeRange } from "../entry";
import { exactly, type NumberField as Field, fieldText, fieldUnit, numberProblem, parseNumber, readingText, stepped } from "../quantity";
import { EntryMessage } from "./EntryMessage";
import { type RangeInPlace, useTextEntry } from "./textentry";

interface Props {
  id: string;
  label: string;
  field: Field;
  value: number;
  problem?: string | undefined;
  onValue(value: number): void;
  onDone(): void;
  range?: RangeInPlace | undefined;
}

export function NumberField({ id, label, field, value, problem, onValue, onDone, range }: Props) {
  const number = fieldText(value, field.display);
  const shown = range?.text ?? number;
  const isRange = range?.text !== undefined;
  const entry = useTextEntry({
    value,
    shown,
    read: (text) => parseNumber(text, field, number),
    onValue,
    onDone,
    otherwise: (text) => (range && mayBeRange(text) ? range.onText(text) : undefined),
    isOther: isRange,
  });
  const wrong = numberProblem(value, field) ?? problem;
  const messageId = `${id}-message`;
  const hasMessage = entry.pending || entry.refused !== undefined || wrong !== undefined;

  const step = (event: KeyboardEvent) => {
    const direction = { ArrowUp: 1, ArrowDown: -1 }[event.key];
    if (!direction || !field.step || isRange || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    // From what is typed; what cannot be read stays for its writer to mend.
    if (entry.good === undefined) return entry.leave();
    const { min = -Infinity, max = Infinity } = field;
    entry.set(stepped(entry.good, direction, { min, max, step: field.step }));
  };
  const unit = fieldUnit(field);
  // What is said stands below the whole control, so that the field stays where it is while one types.
  return (
    <>
      <span class={isRange ? "number-field ranged" : "number-field"}>
        <input
          id={id}
          type="text"
          autocomplete="off"
          spellcheck={false}
          aria-label={unit ? `${label}, ${unit}` : label}
          aria-invalid={entry.refused || (wrong && !entry.pending) ? true : undefined}
          aria-describedby={hasMessage ? messageId : undefined}
          value={entry.text}
          onInput={(event) => entry.type(event.currentTarget.value)}
          onBlur={entry.leave}
          onKeyDown={(event) => {
            entry.onKeyDown(event);
            step(event);
          }}
          onKeyUp={(event) => event.key.startsWith("Arrow") && onDone()}
        />
        {field.display === "percent" && !isRange && <span class="unit">%</span>}
      </span>
      <EntryMessage
        id={messageId}
        entry={entry}
        value={value}
        words={(number) =>
          number === value ? exactly({ number, unit: field.unit, percent: field.display === "percent" }) : readingText(number, field.display)
        }
        problem={wrong}
      />
    </>
  );
}
