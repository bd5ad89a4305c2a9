// Frames load one after the other: each starts an engine, or asks the shared one, and the first are seen the sooner.

/** A frame that says nothing holds the others up no longer than this, in milliseconds. */
const PATIENCE = 20_000;

const waiting = new Map<object, () => void>();
let turn: { of: object; timer: ReturnType<typeof setTimeout> } | undefined;

/** Does it once those before are done. */
export function takeTurn(of: object, task: () => void): void {
  waiting.set(of, task);
  if (!turn) begin();
}

/** It is done, or no longer wanted. */
export function nextTurn(of: object): void {
  waiting.delete(of);
  if (turn?.of !== of) return;
  clearTimeout(turn.timer);
  turn = undefined;
  begin();
}

function begin(): void {
  const [next] = waiting;
  if (!next) return;
  const [of, task] = next;
  waiting.delete(of);
  turn = { of, timer: setTimeout(() => nextTurn(of), PATIENCE) };
  task();
}
