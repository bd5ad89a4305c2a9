// The documents of opened scenarios, of which answers tell only what differs.
import type { Document, DocumentChanges } from "./messages";

/** The document that a base becomes. Values of things that it does not have any more go with them. */
export function changed(base: Document, { start, months, instances = base.instances, values, study }: DocumentChanges): Document {
  const all = { ...base.values, ...values };
  const asks = study && { study };
  const { levers } = base;
  if (instances === base.instances) return { start, months, instances, values: all, levers, ...asks };
  const there = new Set(instances.map(({ scope, name }) => `${scope}.${name}`));
  const gone = base.instances.filter(({ scope, name }) => !there.has(`${scope}.${name}`)).map(({ scope, name }) => `${scope}.${name}.`);
  const kept = Object.entries(all).filter(([path]) => !gone.some((thing) => path.startsWith(thing)));
  return { start, months, instances, values: Object.fromEntries(kept), levers, ...asks };
}
