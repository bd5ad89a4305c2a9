// A slider. Its range and grid belong to the input and not to the value of the moment. One drag, or one key held down, is one step
// to undo. A finger that scrolls the page over it does not move it.
import { useRef } from "preact/hooks";
import { beyond, type SliderRange, snapped, stepped } from "../quantity";

interface Props {
  id?: string;
  label: string;
  /** The value in words, and how the ends of the range are told. */
  text: string;
  endText?(end: number): string;
  range: SliderRange;
  /** Values that sources state, whose span is marked below the track. */
  said?: readonly number[];
  value: number;
  onValue(value: number): void;
  onDone(): void;
  onKeyDown?(event: KeyboardEvent): void;
}

export function Slider({ id, label, text, endText = String, range, said = [], value, onValue, onDone, onKeyDown }: Props) {
  const touch = useTouch();
  // The browser counts its steps from the lower end, so that is set onto the grid; the values are kept within the range below.
  const { step } = range;
  const low = Math.floor(range.min / step + 1e-9) * step;
  const high = Math.ceil(range.max / step - 1e-9) * step;
  const end = beyond(value, range);
  const away = end && `beyond the slider, which ends at ${endText(range[end])}`;
  const partOf = (number: number) => Math.min(1, Math.max(0, (number - low) / (high - low || 1)));
  const spans = said.length > 1 && { "--said-from": partOf(Math.min(...said)), "--said-to": partOf(Math.max(...said)) };
  const press = (event: KeyboardEvent) => {
    onKeyDown?.(event);
    const next = keyed(event, value, range);
    if (next === undefined) return;
    event.preventDefault();
    if (next !== value) onValue(next);
  };
  return (
    <>
      <input
        id={id}
        type="range"
        class={["slider", end && `beyond-${end}`, spans && "said"].filter(Boolean).join(" ")}
        aria-label={label}
        aria-valuetext={away ? `${text}, ${away}` : text}
        min={low}
        max={high}
        step={step}
        value={value}
        style={{ "--part": `${partOf(value) * 100}%`, ...spans }}
        onInput={(event) => {
          const next = touch.isUndecided() ? value : snapped(event.currentTarget.valueAsNumber, range);
          if (!touch.isUndecided()) onValue(next);
          // Where nothing changed nothing is drawn again, and the thumb would stand beside its value.
          if (next === value) event.currentTarget.value = String(value);
        }}
        onKeyDown={press}
        onKeyUp={onDone}
        onBlur={onDone}
        {...touch.handlers(onDone)}
      />
      {away && <span class="beyond">{away[0]!.toUpperCase() + away.slice(1)}.</span>}
    </>
  );
}

/** Where a key takes the value; undefined for keys that do not move a slider. */
export function keyed(
  { key, ctrlKey, metaKey, altKey }: Pick<KeyboardEvent, "key" | "ctrlKey" | "metaKey" | "altKey">,
  value: number,
  range: SliderRange,
): number | undefined {
  if (ctrlKey || metaKey || altKey) return undefined;
  const page = Math.max(1, Math.round((range.max - range.min) / range.step / 10));
  const steps = { ArrowRight: 1, ArrowUp: 1, ArrowLeft: -1, ArrowDown: -1, PageUp: page, PageDown: -page }[key];
  if (steps) return stepped(value, steps, range);
  return { Home: range.min, End: range.max }[key];
}

/** As far as a finger must go before it is clear whether it slides or scrolls, in pixels. */
const DECISIVE = 6;

/**
 * Browsers move a slider to where a finger comes down, be it to scroll the page. Here a touch counts once it has moved along
 * the slider; one that moved across it, or was only a tap, leaves the value as it is.
 */
function useTouch() {
  const touch = useRef<{ x: number; y: number; slides: boolean } | undefined>(undefined);
  return {
    isUndecided: () => touch.current !== undefined && !touch.current.slides,
    handlers: (onDone: () => void) => ({
      onPointerDown: ({ pointerType, clientX, clientY }: PointerEvent) => {
        touch.current = pointerType === "touch" ? { x: clientX, y: clientY, slides: false } : undefined;
      },
      onPointerMove: ({ clientX, clientY }: PointerEvent) => {
        if (!touch.current) return;
        const [along, across] = [Math.abs(clientX - touch.current.x), Math.abs(clientY - touch.current.y)];
        if (along >= DECISIVE && along > across) touch.current.slides = true;
      },
      onPointerUp: onDone,
      onPointerCancel: () => {
        touch.current = undefined;
        onDone();
      },
      onTouchEnd: (event: TouchEvent) => {
        // A tap would be followed by a click of a mouse that is none.
        if (touch.current && !touch.current.slides && event.cancelable) event.preventDefault();
        touch.current = undefined;
      },
    }),
  };
}
