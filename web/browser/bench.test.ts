// Every measurement of the bench yields figures, of the page as it is built now. How large they are is the bench's business.
import { chromium } from "@playwright/test";
import { MEASUREMENTS } from "../bench/measurements.mjs";
import { ADDRESS, BROWSER } from "./browser";
import { expect, test } from "./page";

for (const [name, measure] of Object.entries(MEASUREMENTS)) {
  test(`the bench measures: ${name}`, async () => {
    const launch = (args: string[]) => ({ ...BROWSER, args: ["--no-sandbox", "--disable-background-networking", ...args] });
    let measured = 0;
    for await (const { what, values, unit } of measure({
      chromium,
      launch,
      address: `${ADDRESS}/`,
      count: 1,
      seconds: 0.5,
      cases: 200,
      scenarios: 1,
    })) {
      measured++;
      expect(values.length, what).toBeGreaterThan(0);
      // Ratios are of differences of times, which so few cases on a busy machine make anything.
      for (const value of values) expect(Number.isFinite(value) && (value > 0 || unit !== "ms"), `${what}: ${value}`).toBe(true);
    }
    expect(measured).toBeGreaterThan(0);
  });
}
