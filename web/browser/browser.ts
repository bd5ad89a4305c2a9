// The browsers as the tests start them (tools/browsers.sh finds them), and the port of the server that they start.
import { fileURLToPath } from "node:url";
import type { LaunchOptions } from "@playwright/test";

export const PORT = Number(process.env["RACKONOMICS_TEST_PORT"] ?? 8231);
export const ADDRESS = `http://127.0.0.1:${PORT}`;

process.env["CHROMIUM"] ??= process.env["CHROMIUM_PATH"] ?? "/usr/bin/chromium";
/** What starts it. */
export const CHROMIUM = fileURLToPath(new URL("chromium.sh", import.meta.url));
/** Undefined where the core of the tests does not run in that browser. */
export const FIREFOX = named("FIREFOX");
/** WebKitWebDriver, which starts the MiniBrowser beside it. */
export const WEBKIT = named("WEBKIT");

function named(variable: string): string | undefined {
  const path = process.env[variable];
  return path === "none" ? undefined : path;
}

const QUIET = [
  "--no-sandbox",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-default-apps",
  "--disable-sync",
  "--no-first-run",
];

/** Draws WebGL in software, and has a graphics processor, played by that, put the page's layers together. */
export const DRAWS_IN_SOFTWARE = [...QUIET, "--use-angle=swiftshader", "--enable-unsafe-swiftshader"];

/**
 * Has the processor put the layers of the page together, as on a machine without any graphics, and V8 optimise of a module only
 * what runs long: a test looks at a page for seconds, and half of the processor's time went into what had none left to run. Where
 * nothing is optimised a workbook takes a minute.
 */
export const LEAN: LaunchOptions = {
  executablePath: CHROMIUM,
  args: [...QUIET, "--enable-unsafe-swiftshader", "--js-flags=--wasm-tiering-budget=200000000"],
};

/** As readers have it: what is looked at closely is looked at with it. */
export const BROWSER: LaunchOptions = { executablePath: CHROMIUM, args: DRAWS_IN_SOFTWARE };

export const BROWSER_WITHOUT_WEBGL: LaunchOptions = {
  executablePath: CHROMIUM,
  args: [...QUIET, "--disable-gpu", "--disable-webgl", "--disable-webgl2"],
};
