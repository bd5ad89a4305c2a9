// Buttons are told apart by who hears them one by one, without what stands around them: no two that do different things are
// called the same. What does the same may be, such as a tenant's title wherever it selects the tenant.
import type { Locator, Page } from "@playwright/test";
import { expect, opened, test } from "./page";

/** All that can be pressed and seen, by what it is called; only names of several. */
async function calledTheSame(place: Locator): Promise<[name: string, kind: string, count: number][]> {
  return place.evaluate((root) => {
    const all = [...root.querySelectorAll<HTMLElement>("button, a[href], [role=button]")].filter((one) => one.checkVisibility());
    const byName = new Map<string, HTMLElement[]>();
    for (const [at, one] of all.entries()) {
      one.dataset["place"] = String(at);
      const name = one.getAttribute("aria-label") ?? one.textContent.trim();
      byName.set(name, [...(byName.get(name) ?? []), one]);
    }
    const several = [...byName].filter(([, same]) => same.length > 1);
    for (const [at, [, same]] of several.entries()) for (const one of same) one.dataset["same"] = String(at);
    return several.map(([name, same]) => [name, same[0]!.className.split(" ")[0]!, same.length]);
  });
}

/** That all of a group do the same, in the way that can be seen of their kind. */
const SAME: { [kind: string]: (page: Page, group: Locator) => Promise<void> } = {
  // The thing is selected wherever it stands.
  async selectable(_, group) {
    await group.first().dispatchEvent("click");
    for (const one of await group.all()) await expect(one).toHaveAttribute("aria-pressed", "true");
    await group.first().dispatchEvent("click");
  },
  // The month is looked at in every table.
  async period(_, group) {
    await group.first().dispatchEvent("click");
    for (const one of await group.all()) await expect(one.locator("xpath=..")).toHaveAttribute("aria-current", "date");
  },
  asked: sameReasons,
  why: sameReasons,
  "asked-number": sameReasons,
  number: sameReasons,
};

async function sameReasons(page: Page, group: Locator): Promise<void> {
  const drawer = page.getByRole("dialog", { name: "Why this figure" });
  const reasons = new Set<string>();
  for (const one of await group.all()) {
    await one.dispatchEvent("click");
    await expect(drawer.locator(".tree .node-value").first()).toBeVisible();
    reasons.add(await drawer.locator(".tree").innerText());
    await drawer.getByRole("button", { name: "Close" }).click();
    await expect(drawer).toBeHidden();
  }
  expect([...reasons]).toHaveLength(1);
}

test("buttons that do different things are called differently, on the page with all of it open", async ({ page }) => {
  await page.goto("/");
  await opened(page);
  await expect(page.locator(".kept")).toBeAttached();
  await page.evaluate(() => {
    for (const view of document.querySelectorAll("details")) view.open = true;
  });
  await expect(page.locator("details.view[open] .awaited")).toHaveCount(0);
  await expect(page.getByRole("button", { name: "Copy table: Cash flow", exact: true })).toHaveText("Copy table");
  await expect(page.getByRole("button", { name: "CSV: Balance sheet", exact: true })).toHaveText("CSV");
  const groups = await calledTheSame(page.locator("body"));
  expect(groups.filter(([, kind]) => !(kind in SAME))).toEqual([]);
  // One of each kind of each view stands for the others, or it would take minutes. Months last, since another has other numbers.
  const view = (name: string) => /: [^:]*$/.exec(name)?.[0] ?? name;
  const tried = groups.map(([name, kind], at) => ({ name, kind, at, of: `${kind} ${view(name)}` }));
  const isFirst = ({ of }: { of: string }, at: number) => tried.findIndex((other) => other.of === of) === at;
  const order = ({ kind }: { kind: string }) => Number(kind === "period");
  for (const { name, kind, at } of tried.filter(isFirst).sort((one, other) => order(one) - order(other)))
    await test.step(name, () => SAME[kind]!(page, page.locator(`[data-same="${at}"]`)));
});

test("buttons of what lies over the page are told apart there", async ({ page }) => {
  await page.goto("/");
  await opened(page);
  for (const name of ["Share", "Keys"]) {
    await page.getByRole("button", { name, exact: true }).click();
    const over = page.getByRole("dialog");
    await expect(over).toBeVisible();
    expect(await calledTheSame(over), name).toEqual([]);
    await over.getByRole("button", { name: /^Close/ }).click();
    await expect(over).toBeHidden();
  }
});
