// The inputs as they are now. A slider is ahead of the engine, so the newest document that it sent may tell an old value.
import { catalog } from "../catalog";
import type { Document, InputValue } from "../engine/messages";
import { instanceOf, instancePath, isTitle, parsePath } from "../paths";
import type { State } from "./state";
import { thingIn } from "./things";

export interface InputLayers {
  changes: ReadonlyMap<string, unknown>;
  /** The base without changes. */
  base: Document | undefined;
  /** The newest that the engine sent. */
  newest: Document | undefined;
}

/** Where the values of the page's inputs stand. */
export function inputLayers({ history, baseline, result }: State): InputLayers {
  return { changes: history?.present.changes ?? new Map(), base: baseline?.document, newest: result?.document };
}

/**
 * An input with its provenance: of a thing that was added or replaced as the change has it, or else the newest document;
 * of any other as the base has it.
 */
export function inputAt({ changes, base, newest }: InputLayers, path: string): InputValue | undefined {
  const thing = thingIn(changes, instanceOf(path));
  if (!thing) return documentInput(base, path) ?? documentInput(newest, path);
  const said = documentInput(newest, path);
  const own = thing[parsePath(path).input ?? ""];
  return own === undefined ? said : { given: true, assumption: true, ...said, value: withoutProvenance(own) };
}

/** The document's own inputs are members of it, and a thing's title has a path as well. */
export function documentInput(document: Document | undefined, path: string): InputValue | undefined {
  if (!document) return undefined;
  const own = catalog.horizon.find(({ name }) => name === path);
  if (own) return { value: document[parsePath(path).input as "start" | "months"], given: true, assumption: false };
  if (!isTitle(path)) return document.values[path];
  const thing = document.instances.find(({ scope, name }) => instancePath(scope, name) === instanceOf(path));
  return thing && { value: thing.title, given: true, assumption: false };
}

/** The value that holds now. */
export function valueNow(layers: InputLayers, path: string): unknown {
  const changed = layers.changes.get(path);
  return changed !== undefined ? withoutProvenance(changed) : inputAt(layers, path)?.value;
}

/** A changed value may come, from a link, with its note and sources around it. */
function withoutProvenance(value: unknown): unknown {
  const isWrapped = typeof value === "object" && value !== null && "value" in value;
  return isWrapped ? (value as { value: unknown }).value : value;
}
