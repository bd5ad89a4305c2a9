// The kinds of things that a scenario has, as one may add them.
import { catalog } from "./catalog";

export interface Scope {
  name: string;
  title: string;
  /** What one is called after "Add a"; nothing where there is always one. */
  noun?: string;
  /** The kind of thing that each belongs to and names; nothing where there is only one that it can belong to. */
  parent?: string;
}

const NOUNS: { [scope: string]: string } = {
  site: "site", fleet: "GPU fleet", source: "power source", tranche: "loan or bond", company: "company", lease: "lease",
};

const singles = new Set(catalog.scopes.filter(({ single }) => single).map(({ name }) => name));

export const SCOPES: readonly Scope[] = catalog.scopes.map(({ name, title, parent }) => {
  const noun = NOUNS[name];
  return { name, title, ...(noun && { noun }), ...(parent && !singles.has(parent) && { parent }) };
});

export function scopeOf(name: string): Scope | undefined {
  return SCOPES.find((scope) => scope.name === name);
}

export function scopeTitle(name: string): string {
  return scopeOf(name)?.title ?? name;
}
