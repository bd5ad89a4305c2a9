// However late the engine answers, what stands beside the inputs belongs to them.
import { expect, figures, linkAfter, slider, test } from "./page";
import { cellsShown, documentOf, linkTo, referenceHeadline, untold } from "./reference";
import { quiet } from "./stress";

const FOUNDING = "half-the-data-center";
const LEASE = JSON.stringify({ title: "Zweite Mieterin", site: "memphis", share: 0.25, price: 3.1, start: "2026-05", last_month: "2031-04" });
const SETTINGS = ["lease.anthropic.share=0.6", `lease.second=${LEASE}`];

declare global {
  /** Every state of the headline figures that the page has shown as valid, the first to the last. */
  var shown: string[];
}

for (const late of [0, 80, 250, 600, 1200]) {
  test.describe(`with answers ${late} ms late`, () => {
    test.use({ late });

    test("a link with an added lease never shows other figures than the command line", async ({ page }) => {
      await page.addInitScript(recordFigures);
      await page.goto(`/${linkTo(FOUNDING, ...SETTINGS)}`);
      await quiet(page);
      const month = await page.getByLabel("Month shown").innerText();
      expect(untold(referenceHeadline(FOUNDING, ...SETTINGS), month, await page.evaluate(cellsShown))).toEqual([]);
      expect(await page.evaluate(() => shown)).toHaveLength(1);
    });

    test("a change that is taken back leaves none of its figures", async ({ page }) => {
      await page.goto("/");
      const start = await figures(page);
      const document = documentOf(await linkAfter(page));
      const share = slider(page, "Share of the site");
      const ways: { [way: string]: () => Promise<void> } = {
        "by the opposite key": () => page.keyboard.press("ArrowLeft"),
        "by undo": () => page.keyboard.press("Control+z"),
        "by reset": () => page.getByRole("button", { name: "Reset Share of the site" }).click(),
      };
      for (const [way, takeBack] of Object.entries(ways)) {
        await quiet(page);
        await share.press("ArrowRight");
        await takeBack();
        await quiet(page);
        expect.soft(await figures(page), way).toEqual(start);
        expect.soft(await share.getAttribute("aria-valuetext"), way).toBe("50%");
        expect.soft(documentOf(page.url()), way).toBe(document);
      }
      await share.press("ArrowRight");
      await quiet(page);
      const month = await page.getByLabel("Month shown").innerText();
      expect(untold(referenceHeadline(FOUNDING, "lease.anthropic.share=0.51"), month, await page.evaluate(cellsShown))).toEqual([]);
    });
  });
}

/** Runs in the page, before its scripts. Figures that wait for an answer are marked as busy, and are not counted. */
function recordFigures(): void {
  globalThis.shown = [];
  new MutationObserver(() => {
    const values = Array.from(document.querySelectorAll(".figure-value"), (value) => value.textContent);
    const now = values.join(" | ");
    if (values.length && !document.querySelector("[aria-busy=true] .figure-value, .figures[aria-busy=true]") && now !== globalThis.shown.at(-1))
      globalThis.shown.push(now);
  }).observe(document, { subtree: true, childList: true, characterData: true });
}
