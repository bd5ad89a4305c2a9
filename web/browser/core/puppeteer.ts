// Firefox over WebDriver BiDi and Chromium over its own protocol, by puppeteer, which speaks both.
import puppeteer, { type Frame, type KeyInput, type LaunchOptions, type Page } from "puppeteer-core";
import { CHROMIUM, DRAWS_IN_SOFTWARE, FIREFOX } from "../browser";
import { openScreen } from "./screen";
import type { Key, Place, Surface } from "./surface";

const SIZE = { width: 1440, height: 900 };

export function openChromium(): Promise<Surface> {
  return launch({ browser: "chrome", executablePath: CHROMIUM, args: DRAWS_IN_SOFTWARE });
}

/** In a window on a virtual screen, because Firefox has no WebGL without one. */
export async function openFirefox(): Promise<Surface> {
  const screen = await openScreen();
  const surface = await launch({
    browser: "firefox",
    executablePath: FIREFOX!,
    headless: false,
    env: screen.environment,
    extraPrefsFirefox: { "dom.serviceWorkers.enabled": false },
  });
  return {
    ...surface,
    close: async () => {
      await surface.close();
      screen.close();
    },
  };
}

async function launch(options: LaunchOptions): Promise<Surface> {
  const browser = await puppeteer.launch({ ...options, defaultViewport: SIZE });
  const page = await browser.newPage();
  // A service worker goes on asking for files when its page is left and the test's server gone (web/browser/offline.test.ts tries it).
  if (options.browser === "chrome") await page.evaluateOnNewDocument(() => Reflect.deleteProperty(Navigator.prototype, "serviceWorker"));
  const wrong = watched(page);
  return {
    ...placed(page, async () => page.mainFrame()),
    open: async (address) => {
      await page.goto("about:blank");
      await page.goto(address);
    },
    frame: (selector) => placed(page, async () => (await (await found(page.mainFrame(), selector)).contentFrame())!),
    picture: async () => Buffer.from(await page.screenshot()),
    complaints: async () => wrong.splice(0),
    close: () => browser.close(),
  };
}

function watched(page: Page): string[] {
  const wrong: string[] = [];
  page.on("console", (message) => {
    // What SwiftShader says about reading pixels back is about this machine and not about the page.
    if (/^(error|warn)/.test(message.type()) && !/GPU stall|GL Driver Message|software WebGL/i.test(message.text()))
      wrong.push(`console: ${message.text()}`);
  });
  page.on("pageerror", (error) => wrong.push(`error: ${error instanceof Error ? error.message : String(error)}`));
  page.on("response", (response) => response.status() >= 400 && wrong.push(`${response.status()}: ${response.url()}`));
  return wrong;
}

function found(frame: Frame, selector: string) {
  return frame.waitForSelector(selector).then((element) => element!);
}

function placed(page: Page, frame: () => Promise<Frame>): Place {
  const element = async (selector: string) => found(await frame(), selector);
  return {
    read: async (look, argument) => (await frame()).evaluate(look as never, argument as never),
    press: async (selector, ...keys) => {
      await (await element(selector)).focus();
      for (const key of keys) await pressed(page, key);
    },
    type: async (selector, text) => {
      const field = await element(selector);
      await field.focus();
      await field.evaluate((input) => (input as HTMLInputElement).select());
      await page.keyboard.type(text);
    },
    click: async (selector) => (await element(selector)).click(),
    choose: async (selector, value) => void (await (await element(selector)).select(value)),
  };
}

async function pressed(page: Page, key: Key): Promise<void> {
  if (key !== "Undo") return page.keyboard.press(key as KeyInput);
  await page.keyboard.down("Control");
  await page.keyboard.press("z");
  await page.keyboard.up("Control");
}
