// What the engine answers to the first view of each shipped scenario, asked of the engine itself when the page is built.
import { catalog } from "./src/catalog";
import type { Foreseen } from "./src/engine/foreseen";
import { checkOf } from "./src/engine/foreseen";
import type { Calls, Kind, Looking } from "./src/engine/messages";
import { askThrough, type EngineGlobal } from "./src/engine/runtime";
import { PINNED } from "./src/views/places";

export { startEngine } from "./src/engine/runtime";

/** Of each, as JSON, and what leads to it: its name, and what links to it end with. */
export interface Written {
  name: string;
  checks: string[];
  text: string;
}

/** Of all that are shipped. `name` is what the page calls this engine; what it solves takes longer than all else. */
export function foreseenBy(engine: EngineGlobal, name: string, solves: (scenario: string) => boolean = () => true): Written[] {
  return catalog.scenarios.map((scenario, at) => written(engine, name, scenario.name, at + 1, solves(scenario.name)));
}

function written(engine: EngineGlobal, engineName: string, name: string, of: number, isSolved: boolean): Written {
  const ask = <K extends Kind>(kind: K, request: Calls[K]["request"]) => {
    const answer = askThrough(engine, kind, request);
    if (answer.body.problems) throw new Error(`${name}: ${kind}: ${JSON.stringify(answer.body.problems)}`);
    return answer;
  };
  const views: Foreseen["views"] = Array.from(PINNED, ([name, by]) => ({ name, by }));
  const open = ask("open", { as: of, name }).body;
  const { body: run, numbers = new Float64Array() } = ask("run", { of, changes: [], views });
  // Without a month, and as the page itself writes it once the scenario is open.
  const lookings: Looking[] = [open.view!, { ...open.view, month: run.month }];
  const links = Object.fromEntries(lookings.map((view) => [ask("link", { of, changes: [], view }).body.fragment!, view]));
  const view = run.views?.find(({ takes }) => takes)?.name;
  const sentences = isSolved && view !== undefined && ask("taking", { of, changes: [], view }).body.sentences;
  const head = JSON.stringify({ engine: engineName, links, views, open, run, ...(sentences && { needs: { view, sentences } }) });
  return { name, checks: Object.keys(links).map(checkOf), text: `${head.slice(0, -1)},"numbers":[${Array.from(numbers, numberText).join()}]}` };
}

/** Bit for bit: the sign of zero, which JSON.stringify drops, and an absent value as null. */
function numberText(number: number): string {
  if (Object.is(number, -0)) return "-0";
  return Number.isNaN(number) ? "null" : String(number);
}
