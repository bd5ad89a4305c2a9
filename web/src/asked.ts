// Whether an address asks for an embed: for views of a scenario and not for the page.

export function isAskedFor({ search, hash }: { search: string; hash: string }): boolean {
  return new URLSearchParams(search).has("view") || new URLSearchParams(hash.slice(1)).has("view");
}
