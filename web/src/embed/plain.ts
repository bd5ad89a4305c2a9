// What comes from another window is copied within bounds before anything looks at it: a message may be of any size and shape, and
// hold itself.

const MOST = { nodes: 2000, characters: 64 * 1024, depth: 8 };

/** The bounds of every message, in words. */
export const BOUNDS = `plain JSON data of at most ${MOST.nodes} values, ${MOST.characters} characters and ${MOST.depth} levels`;

/** A copy of plain data; undefined for what is not plain, or beyond the bounds. */
export function plainCopy(data: unknown): unknown {
  const left = { nodes: MOST.nodes, characters: MOST.characters };
  try {
    return copy(data, MOST.depth, left);
  } catch (reason) {
    if (reason instanceof NotPlain) return undefined;
    throw reason;
  }
}

class NotPlain extends Error {}

function copy(value: unknown, depth: number, left: { nodes: number; characters: number }): unknown {
  if (--left.nodes < 0 || depth < 0) throw new NotPlain();
  if (value === null || typeof value === "boolean") return value;
  if (typeof value === "number" && Number.isFinite(value)) return value;
  if (typeof value === "string") return counted(value, left);
  if (Array.isArray(value)) {
    // Of a list with holes the length alone can be beyond all bounds.
    if (value.length > left.nodes) throw new NotPlain();
    return Array.from(value, (item) => copy(item, depth - 1, left));
  }
  if (typeof value !== "object" || !isPlainObject(value)) throw new NotPlain();
  const made = Object.create(null) as { [name: string]: unknown };
  for (const name in value) if (Object.hasOwn(value, name)) made[counted(name, left)] = copy((value as typeof made)[name], depth - 1, left);
  return made;
}

function counted(text: string, left: { characters: number }): string {
  left.characters -= text.length;
  if (left.characters < 0) throw new NotPlain();
  return text;
}

/** Not a Date, a Map, a Blob or the like. A test hands in objects of another realm too. */
function isPlainObject(value: object): boolean {
  const prototype = Object.getPrototypeOf(value) as object | null;
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}
