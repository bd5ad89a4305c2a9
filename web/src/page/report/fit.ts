// Pages have an end: of a list that is longer than its page the last entries are left out, and it says how many.

/** Leaves out entries of the page's lists (`data-fit`), the last list first, until the page holds what it has. */
export function fitPage(page: HTMLElement): void {
  for (const list of [...page.querySelectorAll<HTMLElement>("[data-fit]")].reverse()) fitList(page, list);
}

function fitList(page: HTMLElement, list: HTMLElement): void {
  const entries = [...list.querySelectorAll<HTMLElement>("[data-entry]")];
  const more = page.querySelector<HTMLElement>(`[data-more="${list.dataset["fit"]}"]`);
  for (const entry of entries) entry.hidden = false;
  if (more) more.hidden = true;
  const isFull = () => page.scrollHeight > page.clientHeight;
  if (!isFull()) return;
  const show = (count: number) => {
    entries.forEach((entry, at) => {
      entry.hidden = at >= count;
    });
    if (more) {
      more.hidden = false;
      more.textContent = more.dataset["words"]!.replace("#", String(entries.length - count));
    }
  };
  let [fits, tooMany] = [0, entries.length];
  while (tooMany - fits > 1) {
    const middle = (fits + tooMany) >> 1;
    show(middle);
    if (isFull()) tooMany = middle;
    else fits = middle;
  }
  show(fits);
}
