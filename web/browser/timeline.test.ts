// The time line steps and plays at the speed that is chosen, its marks lead to the months of what happens, and what is said of money
// under the campus is the table's.
import AxeBuilder from "@axe-core/playwright";
import { formatMonth } from "../src/format";
import { answered, drawn, expect, test } from "./page";
import { reference } from "./reference";

const SCENARIO = "three-tenants";

test.beforeEach(async ({ page }) => {
  await page.emulateMedia({ reducedMotion: "reduce" });
  await page.goto("/");
  await page.getByRole("combobox", { name: "Scenario" }).selectOption(SCENARIO);
  await answered(page);
});

test("one goes to what happens with the pointer and with the keyboard", async ({ page }) => {
  const marks = page.getByRole("group", { name: "What happens" }).getByRole("button");
  const shown = page.getByRole("status", { name: "Month shown" });
  await expect(marks.first()).toHaveAccessibleName(/^May 2026, Lease begins: /);
  await marks.last().click();
  await expect(marks.last()).toHaveAttribute("aria-current", "date");
  const name = (await marks.last().getAttribute("aria-label"))!;
  await expect(shown).toHaveText(name.slice(0, name.indexOf(",")));
  await expect(page.locator(".timeline-told")).toContainText(name.slice(name.indexOf(",") + 2).split("; ")[0]!);

  // All marks are one stop of the Tab key; the arrow keys lead on.
  await page.getByRole("slider", { name: "Month", exact: true }).focus();
  await page.keyboard.press("Tab");
  await expect(marks.first()).toBeFocused();
  await page.keyboard.press("ArrowRight");
  await expect(marks.nth(1)).toBeFocused();
  await page.keyboard.press("Enter");
  const second = (await marks.nth(1).getAttribute("aria-label"))!;
  await expect(shown).toHaveText(second.slice(0, second.indexOf(",")));
  const { violations } = await new AxeBuilder({ page }).include(".timeline").analyze();
  expect(violations.map(({ id }) => id)).toEqual([]);
});

test("buttons go a month on and back, and no further than the ends", async ({ page }) => {
  const { months } = reference(SCENARIO);
  const shown = page.getByRole("status", { name: "Month shown" });
  const [earlier, later] = [page.getByRole("button", { name: "One month earlier" }), page.getByRole("button", { name: "One month later" })];
  await page.getByRole("slider", { name: "Month", exact: true }).fill("0");
  await expect(earlier).toHaveAttribute("aria-disabled", "true");
  await earlier.click({ force: true });
  await expect(shown).toHaveText(formatMonth(months[0]!));
  await later.click();
  await expect(shown).toHaveText(formatMonth(months[1]!));
  await earlier.click();
  await expect(shown).toHaveText(formatMonth(months[0]!));
});

test("months play at the speed that a button and keys choose", async ({ page }) => {
  const slider = page.getByRole("slider", { name: "Month", exact: true });
  const speed = page.getByRole("button", { name: /^Speed: / });
  /** Milliseconds until two months have passed. */
  const played = async () => {
    await slider.fill("0");
    const begun = Date.now();
    await page.getByRole("button", { name: "Play" }).click();
    await expect.poll(() => slider.inputValue().then(Number), { intervals: [20] }).toBeGreaterThan(1);
    const passed = Date.now() - begun;
    await page.getByRole("button", { name: "Pause" }).click();
    return passed;
  };
  for (const text of ["1×", "2×", "4×", "½×"]) {
    await expect(speed).toHaveAccessibleName(`Speed: ${text}`);
    await speed.click();
  }
  await slider.press("<");
  await slider.press("<");
  await expect(speed).toHaveText("½×");
  const slow = await played();
  for (let press = 0; press < 4; press++) await slider.press(">");
  await expect(speed).toHaveText("4×");
  expect(await played()).toBeLessThan(slow / 2);
});

test("on a phone the slider keeps the width of the time line", async ({ page }) => {
  for (const width of [390, 320]) {
    await page.setViewportSize({ width, height: 800 });
    const [line, slider] = await Promise.all([
      page.locator(".timeline").boundingBox(),
      page.getByRole("slider", { name: "Month", exact: true }).boundingBox(),
    ]);
    expect(slider!.width).toBeGreaterThan(line!.width - 30);
  }
});

test("marks keep the room that a finger needs, on a wide page and on a phone", async ({ page }) => {
  for (const width of [1440, 320]) {
    await page.setViewportSize({ width, height: 800 });
    const marks = page.getByRole("group", { name: "What happens" }).getByRole("button");
    const apart = async () => {
      const lefts = await marks.evaluateAll((all) => all.map((mark) => mark.getBoundingClientRect().left));
      return Math.min(...lefts.slice(1).map((left, at) => left - lefts[at]!));
    };
    await expect.poll(apart).toBeGreaterThan(23.5);
  }
});

test("the money under the campus is that of the month's rows", async ({ page }) => {
  await drawn(page);
  const { months, rows } = reference(SCENARIO);
  const of = (row: string, month: number) => rows.filter(({ name }) => name === row).reduce((sum, { values }) => sum + values[month]!, 0);
  const said = page.frameLocator(".scene-frame iframe").locator(".money-title, .money-lost");
  for (const month of [0, Math.floor(months.length / 2), months.length - 1]) {
    await page.getByRole("slider", { name: "Month", exact: true }).fill(String(month));
    await expect(page.getByRole("status", { name: "Month shown" })).toHaveText(formatMonth(months[month]!));
    const received = of("lease.cash_received", month) + of("operator.own_collected", month);
    const kept = of("operator.operating_cash_flow", month);
    await expect
      .poll(async () => (await said.allTextContents()).map((text) => text.replace(/^[A-Z][a-z ]+/, "")))
      .toEqual([received, kept, received - kept].map(dollars));
  }
});

/** With three digits, as campus.Dollars writes an amount. */
function dollars(amount: number): string {
  const [size, letter] = (
    [
      [1e9, "B"],
      [1e6, "M"],
      [1e3, "k"],
    ] as const
  ).find(([size]) => Math.abs(amount) >= size * 0.9995) ?? [1, ""];
  return `${amount < 0 ? "−" : ""}$${Number((Math.abs(amount) / size).toPrecision(3))}${letter}`;
}
