// The kinds of things that a scenario has, in the order and with the parents of engine/scenario/input.go.

export interface Scope {
  name: string;
  title: string;
  /** What one is called after "Add a"; nothing for the operator, of whom there is always one. */
  noun?: string;
  /** The kind of thing that each belongs to and names. */
  parent?: string;
}

export const SCOPES: readonly Scope[] = [
  { name: "operator", title: "Operator" },
  { name: "site", title: "Site", noun: "site" },
  { name: "fleet", title: "GPU fleet", noun: "GPU fleet", parent: "site" },
  { name: "source", title: "Power source", noun: "power source", parent: "site" },
  { name: "tranche", title: "Debt", noun: "loan or bond" },
  { name: "company", title: "Company", noun: "company" },
  { name: "lease", title: "Lease", noun: "lease", parent: "site" },
];

export function scopeOf(name: string): Scope | undefined {
  return SCOPES.find((scope) => scope.name === name);
}

export function scopeTitle(name: string): string {
  return scopeOf(name)?.title ?? name;
}
