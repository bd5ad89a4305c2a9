// Links in the prose of the page around: <a data-rack-set="lease.anthropic.share=0.6" data-rack-for="id">. A press sets inputs of
// the element, its month, its step or what is selected, and leads nowhere.
import { RackScenario } from "./scenario";
import { readSettings } from "./settings";

const DOES = ["set", "month", "link", "step", "select"];

export function followLinks(page: Document): void {
  page.addEventListener("click", (event) => {
    const link = (event.target as Element | null)?.closest?.(DOES.map((name) => `[data-rack-${name}]`).join(", "));
    const element = link && elementOf(link);
    if (!link || !element) return;
    event.preventDefault();
    const { rackSet, rackMonth, rackLink, rackStep, rackSelect } = (link as HTMLElement).dataset;
    if (rackLink) element.open(rackLink);
    if (rackStep) element.showStep(Number(rackStep));
    if (rackSet) element.set(readSettings(rackSet));
    if (rackMonth) element.showMonth(rackMonth);
    if (rackSelect !== undefined) element.select(rackSelect);
  });
  // The script may stand before what it is for.
  if (page.readyState === "loading") page.addEventListener("DOMContentLoaded", () => makeOperable(page));
  else makeOperable(page);
}

/** To a keyboard an <a> without an address is no link: it is made a button. */
function makeOperable(page: Document): void {
  const bare = DOES.map((name) => `a[data-rack-${name}]:not([href])`).join(", ");
  for (const anchor of page.querySelectorAll<HTMLAnchorElement>(bare)) {
    anchor.setAttribute("role", "button");
    anchor.tabIndex = 0;
    anchor.addEventListener("keydown", (event) => {
      if (event.key !== "Enter" && event.key !== " ") return;
      event.preventDefault();
      anchor.click();
    });
  }
}

/** The element that a link names, or else the first of the page. */
function elementOf(link: Element): RackScenario | undefined {
  const name = link.getAttribute("data-rack-for");
  const found = name === null ? link.ownerDocument.querySelector("rack-scenario") : link.ownerDocument.getElementById(name);
  return found instanceof RackScenario ? found : undefined;
}
