// WebKitGTK's MiniBrowser over WebDriver, by selenium.
import type { ChildProcess } from "node:child_process";
import { once } from "node:events";
import { type AddressInfo, createServer } from "node:net";
import { Builder, By, Key as Keys, type WebDriver, type WebElement } from "selenium-webdriver";
import { WEBKIT } from "../browser";
import { ended, start } from "./program";
import { openScreen, type Screen } from "./screen";
import type { Key, Place, Surface } from "./surface";

const KEYS = { ArrowLeft: Keys.ARROW_LEFT, ArrowRight: Keys.ARROW_RIGHT, PageUp: Keys.PAGE_UP, Enter: Keys.ENTER, Tab: Keys.TAB };
/** How long an element may take to appear, in milliseconds. */
const PATIENCE = 30_000;
/** How long a function may run in the page: the bench has studies computed several times over. */
const SCRIPT = 300_000;

export async function openWebKit(): Promise<Surface> {
  const screen = await openScreen();
  const { server, address } = await startServer(screen);
  const driver = await new Builder().usingServer(address).withCapabilities({ browserName: "MiniBrowser" }).build();
  await driver.manage().setTimeouts({ implicit: PATIENCE, script: SCRIPT });
  await driver.manage().window().setRect({ x: 0, y: 0, width: 1440, height: 960 });
  const wrong: string[] = [];
  return {
    ...placed(driver),
    open: async (where) => {
      wrong.push(...(await heard(driver)));
      await driver.get("about:blank");
      await driver.get(where);
      await driver.executeScript(listen);
    },
    frame: (selector) => placed(driver, selector),
    picture: async () => Buffer.from(await driver.takeScreenshot(), "base64"),
    complaints: async () => [...wrong.splice(0), ...(await heard(driver))],
    close: async () => {
      await driver.quit();
      server.kill();
      screen.close();
    },
  };
}

async function startServer(screen: Screen): Promise<{ server: ChildProcess; address: string }> {
  const port = await freePort();
  const address = `http://127.0.0.1:${port}`;
  // Its own sandbox cannot be had as root, as in a container.
  const sandbox = process.getuid?.() === 0 ? { WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: "1" } : {};
  const server = start(WEBKIT!, [`--port=${port}`], { env: { ...screen.environment, ...sandbox }, stdio: "ignore" });
  await Promise.race([answers(`${address}/status`), ended(server)]);
  return { server, address };
}

async function freePort(): Promise<number> {
  const listener = createServer().listen(0, "127.0.0.1");
  await once(listener, "listening");
  const { port } = listener.address() as AddressInfo;
  listener.close();
  await once(listener, "close");
  return port;
}

async function answers(address: string): Promise<void> {
  const refused = () => new Promise<false>((settle) => setTimeout(() => settle(false), 50));
  while (!(await fetch(address).then(() => true, refused)));
}

declare global {
  var complaints: string[] | undefined;
}

/**
 * Runs in the page as soon as it has loaded, while the engine still starts. WebDriver has no way to hear what was
 * said before, or inside frames; the other browsers do.
 */
function listen(): void {
  const wrong: string[] = [];
  globalThis.complaints = wrong;
  addEventListener("error", (event) => wrong.push(`error: ${event.message}`));
  addEventListener("unhandledrejection", (event) => wrong.push(`error: ${String(event.reason)}`));
  document.addEventListener("securitypolicyviolation", (event) => wrong.push(`policy: ${event.violatedDirective} ${event.blockedURI}`));
  for (const level of ["error", "warn"] as const) {
    const say = console[level];
    console[level] = (...what: unknown[]) => {
      wrong.push(`console: ${what.map(String).join(" ")}`);
      say.apply(console, what);
    };
  }
}

async function heard(driver: WebDriver): Promise<string[]> {
  await driver.switchTo().defaultContent();
  return driver.executeScript<string[]>(() => globalThis.complaints?.splice(0) ?? []);
}

function placed(driver: WebDriver, frame?: string): Place {
  const enter = async (): Promise<void> => {
    await driver.switchTo().defaultContent();
    if (frame) await driver.switchTo().frame(await driver.findElement(By.css(frame)));
  };
  const element = async (selector: string): Promise<WebElement> => {
    await enter();
    return driver.findElement(By.css(selector));
  };
  const focused = async (selector: string): Promise<WebElement> => {
    const target = await element(selector);
    await driver.executeScript((wanted: HTMLElement) => wanted.focus(), target);
    return target;
  };
  const pressed = (key: Key) => {
    const hand = driver.actions();
    if (key === "Undo") return hand.keyDown(Keys.CONTROL).sendKeys("z").keyUp(Keys.CONTROL).perform();
    return hand.sendKeys(KEYS[key]).perform();
  };
  return {
    read: async (look, argument) => {
      await enter();
      return driver.executeScript(look as never, argument);
    },
    press: async (selector, ...keys) => {
      await focused(selector);
      for (const key of keys) await pressed(key);
    },
    type: async (selector, text) => {
      const field = await focused(selector);
      await driver.executeScript((input: HTMLInputElement) => input.select(), field);
      await driver.actions().sendKeys(text).perform();
    },
    click: async (selector) => (await element(selector)).click(),
    choose: async (selector, value) => (await element(`${selector} option[value="${value}"]`)).click(),
  };
}
