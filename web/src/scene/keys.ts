// What keys do in the scene, be the focus in its frame or, after a press of the mouse, on the element around that.

/** Nearer by a factor (0 is back to all of it), shifted by parts of what is seen. */
export type Move = readonly [by: number, right: number, down: number];

export const NEARER: Move = [1.6, 0, 0];
export const FARTHER: Move = [1 / 1.6, 0, 0];
export const ALL: Move = [0, 0, 0];
const STRIDE = 0.2;

const MOVES: { [key: string]: Move } = {
  "+": NEARER,
  "=": NEARER,
  "-": FARTHER,
  "0": ALL,
  ArrowLeft: [1, STRIDE, 0],
  ArrowRight: [1, -STRIDE, 0],
  ArrowUp: [1, 0, STRIDE],
  ArrowDown: [1, 0, -STRIDE],
};

/** Where a key takes the look; undefined for keys that are not the scene's. */
export function moveOf({ key, ctrlKey, metaKey, altKey }: Pick<KeyboardEvent, "key" | "ctrlKey" | "metaKey" | "altKey">): Move | undefined {
  return ctrlKey || metaKey || altKey ? undefined : MOVES[key];
}
