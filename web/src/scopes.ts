// The kinds of things that a scenario has, as the catalog lists them.
import { catalog, type Scope } from "./catalog";

export type { Scope };

export const SCOPES: readonly Scope[] = catalog.scopes;

export function scopeOf(name: string): Scope | undefined {
  return SCOPES.find((scope) => scope.name === name);
}

export function scopeTitle(name: string): string {
  return scopeOf(name)?.title ?? name;
}
