// A button that goes a month back or on. At an end it stays there and keeps the focus.
import { COMMANDS } from "./commands";

const SIGNS = { earlier: "‹", later: "›" };

interface Props {
  to: keyof typeof SIGNS;
  isEnd: boolean;
  class: string;
  onClick(): void;
}

export function MonthStep({ to, isEnd, class: look, onClick }: Props) {
  return (
    <button type="button" class={look} aria-label={COMMANDS[to].title} aria-disabled={isEnd} onClick={onClick}>
      {SIGNS[to]}
    </button>
  );
}
