// The entries of the reference in order, and which of them a search finds.
import { inputOf } from "../catalog";
import type { Entry } from "../engine/messages";
import { displayOf, unitWords } from "../format";
import { SCOPES, scopeTitle } from "../scopes";

export interface Chapter {
  scope: string;
  title: string;
  groups: readonly { title: string; entries: readonly Entry[] }[];
}

/** By scope in the order of the model, the scenario's own inputs first and what every scope has last. */
export function chapters(entries: readonly Entry[]): Chapter[] {
  const scopes = ["scenario", ...SCOPES.map(({ name }) => name), ""];
  return scopes.flatMap((scope) => {
    const groups = new Map<string, Entry[]>();
    for (const entry of entries) if (entry.scope === scope) groups.set(entry.group, [...(groups.get(entry.group) ?? []), entry]);
    const title = scope === "scenario" ? "Scenario" : scope ? scopeTitle(scope) : "For every kind of thing";
    return groups.size > 0 ? [{ scope, title, groups: Array.from(groups, ([title, entries]) => ({ title, entries })) }] : [];
  });
}

/** What a search finds: all where nothing is sought. What no title, name or unit has is looked for in the notes. */
export function found(entries: readonly Entry[], query: string): { entries: readonly Entry[]; inNotes: boolean } {
  const sought = query.toLowerCase().split(/\s+/).filter(Boolean);
  const named = entries.filter((entry) => sought.every((word) => has(namesOf(entry), word)));
  if (named.length > 0) return { entries: named, inNotes: false };
  return { entries: entries.filter(({ note }) => sought.every((word) => has(note.toLowerCase(), word))), inNotes: true };
}

function namesOf({ title, name, unit, percent }: Entry): string {
  return `${title} ${inputOf(name)?.words ?? ""} ${name} ${unit} ${unitWords(unit, displayOf({ percent }))}`.toLowerCase();
}

/** A word is found where one begins with it, so that "rent" is not found in "current"; what has signs in it, such as "usd/mw", anywhere. */
function has(text: string, word: string): boolean {
  if (/[^\p{L}\p{N}]/u.test(word)) return text.includes(word);
  return text.split(/[^\p{L}\p{N}]+/u).some((each) => each.startsWith(word));
}
