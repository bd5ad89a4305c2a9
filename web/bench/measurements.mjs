// What is measured in a browser, each by a name under which it can be asked for alone.
import { measureElsewhere } from "./elsewhere.mjs";
import { measureRuns, measureTicks } from "./page.mjs";
import { measureScene } from "./scene.mjs";
import { measureStart } from "./start.mjs";
import { measureStudies } from "./studies.mjs";

/**
 * @typedef {object} Bench
 * @property {Pick<import("@playwright/test").BrowserType, "launch" | "launchPersistentContext">} chromium
 * @property {(args: string[]) => import("@playwright/test").LaunchOptions} launch How a browser is started with these arguments.
 * @property {string} address Where the page is served.
 * @property {number} count How often each thing is measured.
 * @property {number} seconds How long frames are watched.
 * @property {number} [cases] How many a study has; 10,000 where it is not said.
 * @property {number} [scenarios] How many of the shipped ones are measured; all where it is not said.
 */

/**
 * @typedef {object} Measured
 * @property {string} what
 * @property {number[]} values
 * @property {string} unit
 * @property {string} budget In words; empty where there is none.
 */

/** @type {{ [name: string]: (bench: Bench) => AsyncGenerator<Measured> }} */
export const MEASUREMENTS = { start: measureStart, runs: measureRuns, ticks: measureTicks, studies: measureStudies, scene: measureScene };

/**
 * The same of what is measured in other browsers than Chromium, where they are.
 * @type {{ [name: string]: (bench: Bench) => AsyncGenerator<Measured> }}
 */
export const ELSEWHERE = { elsewhere: measureElsewhere };
