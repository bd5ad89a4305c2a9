// A slider. One drag, or one key held down, is one step to undo.
interface Props {
  id?: string;
  label: string;
  text: string;
  range: { min: number; max: number; step: number };
  value: number;
  onValue(value: number): void;
  onDone(): void;
}

export function Slider({ id, label, text, range, value, onValue, onDone }: Props) {
  const part = ((value - range.min) / (range.max - range.min)) * 100;
  return (
    <input
      id={id}
      type="range"
      class="slider"
      aria-label={label}
      aria-valuetext={text}
      min={range.min}
      max={range.max}
      step={range.step}
      value={value}
      style={{ "--part": `${part}%` }}
      onInput={(event) => onValue(snapped(event.currentTarget.valueAsNumber, range))}
      onPointerUp={onDone}
      onKeyUp={onDone}
      onBlur={onDone}
    />
  );
}

/** Without the tail of binary fractions that stepping leaves, such as 0.30000000000000004. */
function snapped(value: number, { min, max }: { min: number; max: number }): number {
  return Math.min(max, Math.max(min, Number(value.toPrecision(12))));
}
