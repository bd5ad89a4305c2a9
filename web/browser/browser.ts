// The system's Chromium, as the tests and the benchmark start it, and the port of the server that they start.
import type { LaunchOptions } from "@playwright/test";

export const PORT = Number(process.env["RACKONOMICS_TEST_PORT"] ?? 8231);

const QUIET = [
  "--no-sandbox", "--disable-background-networking", "--disable-component-update", "--disable-default-apps", "--disable-sync", "--no-first-run",
];

const executablePath = process.env["CHROMIUM"] ?? process.env["CHROMIUM_PATH"] ?? "/usr/bin/chromium";

/** Draws WebGL in software. */
export const BROWSER: LaunchOptions = { executablePath, args: [...QUIET, "--use-angle=swiftshader", "--enable-unsafe-swiftshader"] };

export const BROWSER_WITHOUT_WEBGL: LaunchOptions = { executablePath, args: [...QUIET, "--disable-gpu", "--disable-webgl", "--disable-webgl2"] };
