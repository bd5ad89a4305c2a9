// Of many buttons that belong together the first alone is on the way of the Tab key; from it the arrow keys lead to the others.

/** What a button among such has, by its place. */
export function roving(at: number) {
  return { "data-roving": at, tabIndex: at === 0 ? 0 : -1 };
}

/** Goes to the next button by an arrow key; in a table, of so many columns, up and down too. */
export function goAmong(event: KeyboardEvent & { currentTarget: HTMLElement }, columns = 1): void {
  const by = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -columns, ArrowDown: columns }[event.key];
  if (by === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
  const all = [...event.currentTarget.querySelectorAll<HTMLElement>("[data-roving]")];
  const at = all.indexOf(document.activeElement as HTMLElement);
  const next = at < 0 ? undefined : all[at + by];
  if (!next) return;
  event.preventDefault();
  next.focus();
}
